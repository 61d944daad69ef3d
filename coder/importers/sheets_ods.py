"""Spreadsheets as LibreOffice writes them (.ods): cells as they are shown, read element by element.

Source of the names: OASIS OpenDocument 1.3, part 3, 9.1 and 19.385.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from coder.errors import SourceError
from coder.importers.cell_formats import Format, clock, day_and_time, number, shown
from coder.importers.packed import Package
from coder.importers.sheets import MAX_COLUMNS, Quiet, Sheet, column_letters, local, tell

_LEFT_OUT = {
    "annotation", "tracked-changes", "dde-links", "shapes", "forms", "frame", "custom-shape", "ruby-text",
    "event-listeners", "table-source", "cell-range-source", "detective",
}  # fmt: skip
_CELLS = ("table-cell", "covered-table-cell")
_DURATION = re.compile(r"P(?:(\d{1,6})D)?T(?:(\d{1,7})H)?(?:(\d{1,4})M)?(?:(\d{1,4})(?:[.,]\d*)?S)?")
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_BLANKS = 200  # in one element that stands for several


def read_ods(package: Package) -> list[Sheet]:
    """The sheets of a spreadsheet in its order. Raises SourceError."""
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise SourceError("The file is locked with a password.", "Save it without a password and import that.")
    target = _Sheets()
    tell(package, "content.xml", target)
    for sheet, style in zip(target.sheets, target.styles, strict=True):
        sheet.hidden = style in target.hidden
    return target.sheets


@dataclass(slots=True)
class _Cell:
    """A cell as its element says. times: how often it stands side by side."""

    said: dict[str, str]
    times: int
    paragraphs: list[list[str]] = field(default_factory=list)

    def words(self) -> str:
        written = "\n".join("".join(pieces) for pieces in self.paragraphs)
        kind = self.said.get("value-type", "")
        match kind:
            case "float" | "currency" | "percentage" if "value" in self.said:
                value = float(self.said["value"])
                if kind == "percentage":
                    return shown(value, Format("percent"))
                padded = written.isdecimal() and written.startswith("0") and len(written) > 1
                return written if padded and int(written[:300]) == value else number(value)
            case "date" if "date-value" in self.said:
                return _day(self.said["date-value"])
            case "time" if "time-value" in self.said:
                return _clock(self.said["time-value"])
            case "boolean" if "boolean-value" in self.said:
                return "TRUE" if self.said["boolean-value"] == "true" else "FALSE"
            case _:
                return written or self.said.get("string-value", "")


@dataclass(slots=True)
class _Sheets(Quiet):
    """All sheets of one file. skipped: depth within what is no cell's own words; style: the one being defined."""

    sheets: list[Sheet] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    style: str = ""
    skipped: int = 0
    tables: int = 0
    row: int = 0
    times: int = 1
    column: int = 0
    cells: dict[int, str] = field(default_factory=dict)
    cell: _Cell | None = None
    in_paragraph: int = 0

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        name = local(tag)
        if self.skipped or name in _LEFT_OUT:
            self.skipped += 1
            return
        if name == "table" and "}" in tag:
            self.tables += 1
            if self.tables == 1:
                said = {local(key): value for key, value in attrib.items()}
                self.sheets.append(Sheet(said.get("name", "")))
                self.styles.append(said.get("style-name", ""))
                self.row = 0
        elif name == "style":
            self.style = next((value for key, value in attrib.items() if local(key) == "name"), "")
        elif name == "table-properties" and "false" in (v for k, v in attrib.items() if local(k) == "display"):
            self.hidden.add(self.style)
        elif self.tables == 1:
            self.inside(name, {local(key): value for key, value in attrib.items()})

    def inside(self, name: str, said: dict[str, str]) -> None:
        if name == "table-row":
            self.row += 1
            self.times = _count(said.get("number-rows-repeated", "1"))
            self.column, self.cells = 0, {}
        elif name in _CELLS:
            self.in_paragraph = 0
            self.cell = _Cell(said, _count(said.get("number-columns-repeated", "1")))
        elif self.cell is not None:
            self.words(name, said, self.cell)

    def words(self, name: str, said: dict[str, str], cell: _Cell) -> None:
        if name in ("p", "h"):
            cell.paragraphs.append([])
            self.in_paragraph += 1
        elif cell.paragraphs and self.in_paragraph:
            if name == "s":
                cell.paragraphs[-1].append(" " * min(_count(said.get("c", "1")), _MOST_BLANKS))
            elif name in ("tab", "line-break"):
                cell.paragraphs[-1].append("\t" if name == "tab" else "\n")

    def data(self, data: str) -> None:
        if self.cell is not None and self.cell.paragraphs and self.in_paragraph and not self.skipped:
            self.cell.paragraphs[-1].append(_BLANKS.sub(" ", data))

    def end(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
            return
        name = local(tag)
        if name == "table" and "}" in tag:
            self.tables -= 1
        elif self.tables != 1:
            return
        elif name in ("p", "h") and self.in_paragraph:
            self.in_paragraph -= 1
        elif name in _CELLS and self.cell is not None:
            self.put(self.cell)
            self.cell = None
        elif name == "table-row":
            sheet = self.sheets[-1]
            if self.cells:
                sheet.add_row(self.row, self.cells, self.times)
            self.row += self.times - 1

    def put(self, cell: _Cell) -> None:
        """The cell, as often as it stands there."""
        sheet, words = self.sheets[-1], cell.words()
        if "formula" in cell.said and not words and "value-type" not in cell.said:
            sheet.unread.append(f"{column_letters(self.column)}{self.row}")
        rows, columns = (_count(cell.said.get(f"number-{way}-spanned", "1")) for way in ("rows", "columns"))
        if rows > 1 or columns > 1:
            sheet.merge(self.row, self.row + rows - 1, self.column, self.column + columns - 1)
        if words:
            last = min(self.column + cell.times, max(self.column, MAX_COLUMNS) + 1)
            self.cells.update(dict.fromkeys(range(self.column, last), words))
        self.column += cell.times


def _count(said: str) -> int:
    """How often something is there; at least once. Raises ValueError."""
    return max(1, int(said[:12]))


def _day(said: str) -> str:
    """2020-02-03, or 2020-02-03 09:05."""
    try:
        return day_and_time(datetime.fromisoformat(said[:19]))
    except ValueError:
        return said[:100]


def _clock(said: str) -> str:
    found = _DURATION.fullmatch(said[:100])
    if found is None:
        return said[:100]
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return clock(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
