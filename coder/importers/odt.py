"""OpenDocument texts (.odt): paragraphs, headings, lists, tables, notes, emphasis, read from the XML itself.

What tracking keeps as deleted is not read. Source of the names: OASIS OpenDocument 1.3, part 3.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from coder.errors import SourceError
from coder.importers.packed import Package
from coder.importers.source import Reading, TextBuilder

_URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE, _STYLE, _DRAW, _META = (
    _URN % name for name in ("text", "table", "office", "style", "drawing", "meta")
)
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = {
    _TEXT + "tracked-changes", _TEXT + "sequence-decls", _TEXT + "variable-decls", _TEXT + "user-field-decls",
    _TEXT + "dde-connection-decls", _TEXT + "script", _TEXT + "ruby-text", _TEXT + "note-citation",
    _TEXT + "table-of-content-source", _TEXT + "alphabetical-index-source", _TEXT + "bibliography-source",
    _TEXT + "illustration-index-source", _TEXT + "table-index-source", _TEXT + "object-index-source",
    _TEXT + "user-index-source", _OFFICE + "forms", _OFFICE + "binary-data", _OFFICE + "event-listeners",
    _DRAW + "object", _SVG + "title", _SVG + "desc", _TABLE + "table-source",
}  # fmt: skip
_PARAGRAPHS = {_TEXT + "p", _TEXT + "h"}
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 200  # in one element that stands for several; more is no text
_BOLD = {"bold", "600", "700", "800", "900"}


def read_odt(data: bytes) -> Reading:
    """The text of an OpenDocument text: a paragraph a line, a table's row a line with tabs, notes last.

    A note's place bears its number in brackets, and so does the note. Raises SourceError.
    """
    package = Package(data)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise SourceError("The file is locked with a password.", "Save it without a password and import that.")
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise SourceError("The file is damaged: the document is missing in it.")
    reader = _Reader(_Styles.of(package.xml("styles.xml"), root))
    try:
        reader.blocks(body)
        reader.add_notes()
    except RecursionError as problem:
        raise SourceError("The document is nested deeper than any real one.") from problem
    reading = reader.out.reading()
    reading.variables = _metadata(package)
    if reader.comments:
        reading.warnings.append("Comments in the margin were left out.")
    if reader.hidden:
        reading.warnings.append("Hidden text was left out.")
    return reading


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Styles:
    """The styles of one document by family and name."""

    elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: etree._Element | None) -> _Styles:
        styles = cls()
        for root in roots:
            for element in root.iter(_STYLE + "style") if root is not None else ():
                styles.elements[element.get(_STYLE + "family", ""), element.get(_STYLE + "name", "")] = element
        return styles

    def line(self, family: str, name: str | None) -> Iterator[tuple[str, etree._Element]]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        while name and name not in seen and (element := self.elements.get((family, name))) is not None:
            seen.add(name)
            yield name, element
            name = element.get(_STYLE + "parent-style-name")

    def look(self, family: str, name: str | None, before: _Look) -> _Look:
        """How text of this style looks inside text that looks as before."""
        said: dict[str, str] = {}
        for _, element in self.line(family, name):
            properties = element.find(_STYLE + "text-properties")
            if properties is not None:
                said = {str(key): str(value) for key, value in properties.attrib.items()} | said
        weight, slant, shown = said.get(_FO + "font-weight"), said.get(_FO + "font-style"), said.get(_TEXT + "display")
        return _Look(
            before.bold if weight is None else weight in _BOLD,
            before.italic if slant is None else slant in ("italic", "oblique"),
            before.hidden if shown is None else shown == "none",
        )

    def kin(self, name: str | None) -> set[str]:
        """The names of a paragraph's style and those it is based on."""
        return {known for known, _ in self.line("paragraph", name)} | {name or ""}


@dataclass(slots=True)
class _Reader:
    """Walks the document once and writes what a reader would see."""

    styles: _Styles
    out: TextBuilder = field(default_factory=TextBuilder)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    boxes: list[Iterable[etree._Element]] = field(default_factory=list)
    depth: int = 0
    after_blank: bool = True
    hidden: bool = False
    comments: bool = False

    def blocks(self, parent: Iterable[etree._Element]) -> None:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                self.paragraph(child)
            elif child.tag == _TEXT + "list":
                self.depth += 1
                self.blocks(child)
                self.depth -= 1
            elif child.tag == _TABLE + "table":
                self.table(child)
            elif child.tag == _OFFICE + "annotation":
                self.comments = True
            elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                self.blocks(child)

    def paragraph(self, paragraph: etree._Element) -> None:
        self.out.line()
        start = self.out.length
        name = paragraph.get(_TEXT + "style-name")
        kin = self.styles.kin(name)
        level = _number(paragraph.get(_TEXT + "outline-level", "1")) if paragraph.tag == _TEXT + "h" else 0
        level = level or int("Title" in kin)
        look = self.styles.look("paragraph", name, _Look())
        if level:  # that a heading is bold by its style says nothing that its being a heading does not
            look = _Look(hidden=look.hidden)
        waiting, self.boxes = self.boxes, []
        self.after_blank = True
        self.inline(paragraph, look)
        if level:
            self.out.mark("heading", start, str(level))
        elif self.depth:
            self.out.mark("list", start, str(self.depth))
        elif "Quotations" in kin:
            self.out.mark("quote", start)
        mine, self.boxes = self.boxes, waiting
        if self.out.length > start or not mine:
            self.out.add("\n")
        for box in mine:
            self.blocks(box)

    def inline(self, parent: etree._Element, look: _Look) -> None:
        self.words(parent.text, look)
        for child in parent:
            if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                self.sign(child, look)
            self.words(child.tail, look)

    def sign(self, child: etree._Element, look: _Look) -> None:
        """One element in a paragraph: blanks, breaks, a stretch of another look, a note's place, a text box."""
        tag = child.tag
        if tag == _TEXT + "s":
            self.put(" " * min(_MOST_BLANKS, max(1, _number(child.get(_TEXT + "c", "1")))), look)
        elif tag == _TEXT + "tab":
            self.put("\t", look)
        elif tag == _TEXT + "line-break":
            self.put("\n", look)
        elif tag == _TEXT + "span":
            self.inline(child, self.styles.look("text", child.get(_TEXT + "style-name"), look))
        elif tag == _TEXT + "note":
            prefix = "e" if child.get(_TEXT + "note-class") == "endnote" else ""
            self.numbers[prefix] += 1
            label = f"{prefix}{self.numbers[prefix]}"
            self.notes.append((label, child))
            self.put(f"[{label}]", look)
        elif tag in (_OFFICE + "annotation", _OFFICE + "annotation-end"):
            self.comments = True
        elif tag == _DRAW + "text-box":
            self.boxes.append(child)
        elif tag in _PARAGRAPHS or tag in (_TABLE + "table", _TEXT + "list"):  # in a drawn shape
            self.boxes.append([child])
        else:
            self.inline(child, look)

    def words(self, text: str | None, look: _Look) -> None:
        """Text as XML holds it: blanks that follow each other are one, those that begin a paragraph none."""
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        if self.after_blank:
            text = text.removeprefix(" ")
        if text:
            self.put(text, look)
            self.after_blank = text.endswith(" ")

    def put(self, piece: str, look: _Look) -> None:
        self.after_blank = False
        if look.hidden:
            self.hidden = True
            return
        start = self.out.length
        self.out.add(piece)
        if look.bold:
            self.out.mark("bold", start)
        if look.italic:
            self.out.mark("italic", start)

    def table(self, table: etree._Element) -> None:
        self.out.line()
        start = self.out.length
        for row in _within(table, _TABLE + "table-row"):
            self.out.line()
            row_start = self.out.length
            cells = [c for c in row if c.tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell")]
            for n, cell in enumerate(cells):
                if n:
                    self.out.add("\t")
                self.apart(cell, "cell")
            self.out.mark("row", row_start)
            self.out.add("\n")
        self.out.mark("table", start)

    def apart(self, element: etree._Element, kind: str, value: str = "") -> None:
        """A cell or a note is read by itself, so that its last line end does not part it from what follows."""
        inner = _Reader(self.styles, notes=self.notes, numbers=self.numbers)
        inner.blocks(element)
        reading = inner.out.reading()
        start = self.out.length
        self.out.add(f"[{value}] " if kind == "note" else "")
        self.out.adopt(reading.marks, self.out.length)
        self.out.add(reading.text)
        self.out.mark(kind, start, value)
        self.hidden |= inner.hidden
        self.comments |= inner.comments

    def add_notes(self) -> None:
        """The notes whose places were met, footnotes first; a note in a note is read as the others."""
        for ends in (False, True):
            done = 0
            while done < len(self.notes):
                label, note = self.notes[done]
                done += 1
                body = note.find(_TEXT + "note-body")
                if body is not None and label.startswith("e") == ends:
                    self.out.line()
                    self.apart(body, "note", label)
                    self.out.add("\n")


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table, also within groups and headers."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (_TABLE + "table-header-rows", _TABLE + "table-rows", _TABLE + "table-row-group"):
            yield from _within(child, tag)


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdecimal() and len(said) < 6 else 1


def _metadata(package: Package) -> dict[str, str]:
    """Title, author, language, and the day the file was made, where the file says them."""
    root = package.xml("meta.xml")
    if root is None:
        return {}

    def said(*tags: str) -> str:
        found = (" ".join((root.findtext(f".//{tag}") or "").split()) for tag in tags)
        return next((words for words in found if words), "")

    values = {
        "title": said(_DC + "title"),
        "author": said(_META + "initial-creator", _DC + "creator"),
        "language": said(_DC + "language"),
        "created": said(_META + "creation-date")[:10],
    }
    return {key: value for key, value in values.items() if value}
