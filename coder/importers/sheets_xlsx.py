"""Workbooks as Excel writes them (.xlsx, .xlsm): cells as they are shown, read element by element.

Source of the names: ECMA-376, part 1, 18.2 to 18.8; of the escapes in strings: 22.9.2.19 (ST_Xstring).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coder.errors import SourceError
from coder.importers.cell_formats import NUMBER, Format, built_in, format_of, shown
from coder.importers.packed import Package
from coder.importers.sheets import Quiet, Sheet, column_letters, local, tell

_BOOK = "xl/workbook.xml"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_MOST_STYLES = 100_000


def read_xlsx(package: Package) -> list[Sheet]:
    """The sheets of a workbook in its order. Raises SourceError."""
    if _BOOK not in package:
        raise SourceError("It is a workbook of the binary kind (.xlsb).", "Save it as .xlsx and import that.")
    book, targets, styles, strings = _Book(), _Targets(), _Styles(), _Strings()
    tell(package, _BOOK, book)
    for member, target in (
        ("xl/_rels/workbook.xml.rels", targets), ("xl/styles.xml", styles), ("xl/sharedStrings.xml", strings),
    ):  # fmt: skip
        if member in package:
            tell(package, member, target)
    formats = styles.formats()
    sheets = []
    for title, hidden, link in book.sheets:
        member = posixpath.normpath(posixpath.join("xl", targets.by_id.get(link, ""))).lstrip("/")
        sheet = Sheet(title, hidden)
        if "worksheets" in member and member in package:
            tell(package, member, _Cells(sheet, strings.all, formats, from_1904=book.from_1904))
        sheets.append(sheet)
    return sheets


@dataclass(slots=True)
class _Book(Quiet):
    """sheets: title, is it hidden, the id of its place."""

    sheets: list[tuple[str, bool, str]] = field(default_factory=list)
    from_1904: bool = False

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "sheet":
            link = next((value for key, value in attrib.items() if local(key) == "id"), "")
            self.sheets.append((attrib.get("name", ""), attrib.get("state", "visible") != "visible", link))
        elif name == "workbookPr":
            self.from_1904 = attrib.get("date1904", "").lower() in ("1", "true")


@dataclass(slots=True)
class _Targets(Quiet):
    by_id: dict[str, str] = field(default_factory=dict)

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        if local(tag) == "Relationship":
            self.by_id[attrib.get("Id", "")] = attrib.get("Target", "")


@dataclass(slots=True)
class _Styles(Quiet):
    """codes: format codes of the workbook's own by number; used: the number of each style of cells."""

    codes: dict[int, str] = field(default_factory=dict)
    used: list[int] = field(default_factory=list)
    inside: bool = False

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "numFmt":
            self.codes[int(attrib.get("numFmtId", "0"))] = attrib.get("formatCode", "")
        elif name == "cellXfs":
            self.inside = True
        elif name == "xf" and self.inside and len(self.used) < _MOST_STYLES:
            self.used.append(int(attrib.get("numFmtId", "0")))

    def end(self, tag: str) -> None:
        if local(tag) == "cellXfs":
            self.inside = False

    def formats(self) -> list[Format]:
        own = {number: format_of(code) for number, code in self.codes.items()}
        return [own[number] if number in own else built_in(number) for number in self.used]


@dataclass(slots=True)
class _Strings(Quiet):
    """The words that cells share; how they are spoken (phonetic runs) is left out."""

    all: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    reading: bool = False
    spoken: int = 0

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "si":
            self.pieces = []
        self.spoken += name == "rPh"
        self.reading = name == "t" and not self.spoken

    def data(self, data: str) -> None:
        if self.reading:
            self.pieces.append(data)

    def end(self, tag: str) -> None:
        name = local(tag)
        self.reading = False
        self.spoken -= name == "rPh"
        if name == "si":
            self.all.append(_unescaped("".join(self.pieces)))


@dataclass(slots=True)
class _Cells(Quiet):
    """One sheet's cells. row, column: where we are, from 1 and from 0; kind: how the cell's value is to be read."""

    sheet: Sheet
    strings: Sequence[str]
    formats: Sequence[Format]
    from_1904: bool
    row: int = 0
    column: int = -1
    kind: str = ""
    style: int = 0
    cells: dict[int, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    reading: bool = False
    spoken: int = 0
    formula: bool = False

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        name = local(tag)
        if name == "row":
            self.row = int(attrib["r"]) if "r" in attrib else self.row + 1
            self.column, self.cells = -1, {}
        elif name == "c":
            self.column = _place(attrib["r"])[1] if "r" in attrib else self.column + 1
            self.kind, self.style = attrib.get("t", "n"), int(attrib.get("s", "0"))
            self.pieces, self.formula = [], False
        elif name == "f":
            self.formula = True
        elif name == "mergeCell":
            first, _, last = attrib.get("ref", "").partition(":")
            (top, left), (bottom, right) = _place(first), _place(last or first)
            self.sheet.merge(top, bottom, left, right)
        self.spoken += name == "rPh"
        self.reading = name in ("v", "t") and not self.spoken

    def data(self, data: str) -> None:
        if self.reading:
            self.pieces.append(data)

    def end(self, tag: str) -> None:
        name = local(tag)
        self.reading = False
        self.spoken -= name == "rPh"
        if name == "c":
            written = "".join(self.pieces)
            if self.formula and not written and self.kind != "str":
                self.sheet.unread.append(f"{column_letters(self.column)}{self.row}")
            elif written:
                self.cells[self.column] = self.words(written)
        elif name == "row":
            self.sheet.add_row(self.row, self.cells)
            self.cells = {}

    def words(self, written: str) -> str:
        match self.kind:
            case "s":
                return self.strings[int(written)]
            case "str" | "inlineStr":
                return _unescaped(written)
            case "b":
                return "TRUE" if written.strip() in ("1", "true") else "FALSE"
            case "n":
                format_ = self.formats[self.style] if 0 <= self.style < len(self.formats) else NUMBER
                return shown(float(written), format_, from_1904=self.from_1904)
            case "d":
                return written.removesuffix("T00:00:00").replace("T", " ")
            case _:
                return written


def _place(name: str) -> tuple[int, int]:
    """Row from 1 and column from 0 of a cell's name. Raises ValueError."""
    found = _PLACE.fullmatch(name)
    if found is None:
        raise ValueError(name)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column - 1


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words) if "_x" in words else words
