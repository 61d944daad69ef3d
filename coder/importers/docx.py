"""Word documents (.docx): paragraphs, tables, headings, lists, emphasis and notes, read from the XML itself.

Inserted text is read, deleted text is not; of a shape that stands there twice for old and new programs, once.
Source of the names: ECMA-376, part 1, WordprocessingML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from coder.errors import SourceError
from coder.importers.docx_styles import Styles, W, core_properties, flag, main_part, number, word_xml
from coder.importers.packed import Package
from coder.importers.source import Reading, TextBuilder
from coder.sentences import sentence

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LEFT_OUT = {
    W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "rt", W + "rPr", W + "pPr", W + "sectPr",
    W + "tblPr", W + "trPr", W + "tcPr", W + "sdtPr", W + "fldData",
}  # fmt: skip
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad"}
_NOTES = {W + "footnoteReference": ("footnotes", ""), W + "endnoteReference": ("endnotes", "e")}


def read_docx(data: bytes) -> Reading:
    """The text of a Word document: a paragraph a line, a table's row a line with tabs between its cells, notes last.

    A note's place bears its number in brackets, and so does the note. Raises SourceError.
    """
    package = Package(data)
    main = main_part(package)
    root = word_xml(package, main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise SourceError("The file is damaged: the document is missing in it.")
    reader = _Reader(Styles.of(package, main))
    folder = main.rpartition("/")[0]
    try:
        reader.blocks(body)
        for part in ("footnotes", "endnotes"):
            notes = word_xml(package, f"{folder}/{part}.xml")
            if notes is not None:
                reader.notes(notes, part)
    except RecursionError as problem:
        raise SourceError("The document is nested deeper than any real one.") from problem
    reading = reader.finish()
    reading.variables = core_properties(package)
    if f"{folder}/comments.xml" in package:
        reading.warnings.append("Comments in the margin were left out.")
    return reading


@dataclass(slots=True)
class _Reader:
    """Walks the document once and writes what a reader would see."""

    styles: Styles
    out: TextBuilder = field(default_factory=TextBuilder)
    note_numbers: dict[tuple[str, str], str] = field(default_factory=dict)
    counted: Counter[str] = field(default_factory=Counter)
    boxes: list[etree._Element] = field(default_factory=list)
    hidden: int = 0
    symbols: int = 0
    page: int = 1
    page_start: int = 0
    broke_pages: bool = False

    def blocks(self, parent: etree._Element) -> None:
        """Paragraphs and tables, also within content controls and the like."""
        for child in parent:
            if child.tag == W + "p":
                self.paragraph(child)
            elif child.tag == W + "tbl":
                self.table(child)
            elif child.tag == _ALTERNATIVES:
                self.blocks(_chosen(child))
            elif child.tag not in _LEFT_OUT:
                self.blocks(child)

    def paragraph(self, paragraph: etree._Element) -> None:
        self.out.line()
        start = self.out.length
        style = self.styles.of_paragraph(paragraph)
        waiting, self.boxes = self.boxes, []
        # that a heading is bold by its style says nothing that its being a heading does not
        self.inline(paragraph, style.bold and not style.heading, style.italic and not style.heading)
        if style.heading:
            self.out.mark("heading", start, str(style.heading))
        elif style.list_depth:
            self.out.mark("list", start, str(style.list_depth))
        elif style.quote:
            self.out.mark("quote", start)
        mine, self.boxes = self.boxes, waiting
        if self.out.length > start or not mine:
            self.out.add("\n")
        for box in mine:
            self.blocks(box)

    def inline(self, parent: etree._Element, bold: bool, italic: bool) -> None:
        """Everything of one paragraph that is text; text boxes wait until its end."""
        for child in parent:
            if child.tag == W + "r":
                self.run(child, bold, italic)
            elif child.tag == W + "txbxContent":
                self.boxes.append(child)
            elif child.tag == _ALTERNATIVES:
                self.inline(_chosen(child), bold, italic)
            elif child.tag == _MATH_TEXT:
                self.out.add(child.text or "")
            elif child.tag not in _LEFT_OUT:
                self.inline(child, bold, italic)

    def run(self, run: etree._Element, bold: bool, italic: bool) -> None:
        properties = run.find(W + "rPr")
        if flag(properties, "vanish"):
            self.hidden += 1
            return
        bold, italic = self.styles.of_run(properties, bold, italic)
        start = self.out.length
        for child in run:
            self.sign(child, bold, italic)
        if bold:
            self.out.mark("bold", start)
        if italic:
            self.out.mark("italic", start)

    def sign(self, child: etree._Element, bold: bool, italic: bool) -> None:
        """One thing in a run: words, a tab, a break, a note's place, a drawing with text in it."""
        tag = child.tag
        if tag == W + "t":
            self.out.add(child.text or "")
        elif tag in _SIGNS:
            self.out.add(_SIGNS[tag])
        elif tag == W + "br":
            self.out.add("\n")
            if child.get(W + "type") == "page":
                self.next_page()
        elif tag == W + "lastRenderedPageBreak":
            self.next_page()
        elif tag == W + "sym":
            self.symbol(child)
        elif tag in _NOTES:
            part, prefix = _NOTES[tag]
            label = self.note_numbers.get((part, child.get(W + "id", "")))
            if label is None:
                self.counted[part] += 1
                label = self.note_numbers[part, child.get(W + "id", "")] = f"{prefix}{self.counted[part]}"
            self.out.add(f"[{label}]")
        elif tag == W + "ruby":
            base = child.find(W + "rubyBase")
            if base is not None:
                self.inline(base, bold, italic)
        elif tag not in _LEFT_OUT and len(child):
            self.inline(_chosen(child) if tag == _ALTERNATIVES else child, bold, italic)

    def symbol(self, child: etree._Element) -> None:
        code = number(child.get(W + "char"), 16)
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000:
            # A place in a symbol font is not a character; ordinary codes are.
            private = 0xE000 <= code <= 0xF8FF
            self.out.add("\ufffd" if private else chr(code))
            self.symbols += private

    def next_page(self) -> None:
        """A page ends here; Word notes it where it last saw one end, and a break by hand says the same again."""
        if self.out.solid > self.page_start:
            self.out.mark("page", self.page_start, str(self.page))
            self.page += 1
            self.page_start = self.out.length
        self.broke_pages = True

    def table(self, table: etree._Element) -> None:
        self.out.line()
        start = self.out.length
        for row in _within(table, W + "tr"):
            self.out.line()
            row_start = self.out.length
            for n, cell in enumerate(_within(row, W + "tc")):
                if n:
                    self.out.add("\t")
                self.cell(cell)
            self.out.mark("row", row_start)
            self.out.add("\n")
        self.out.mark("table", start)

    def cell(self, cell: etree._Element) -> None:
        """A cell is read apart, so that its last line end does not part it from the next one."""
        inner = _Reader(self.styles, note_numbers=self.note_numbers, counted=self.counted)
        inner.blocks(cell)
        reading = inner.out.reading()
        start = self.out.length
        self.out.add(reading.text)
        self.out.mark("cell", start)
        self.out.adopt(reading.marks, start)
        self.hidden += inner.hidden
        self.symbols += inner.symbols
        if inner.broke_pages:
            self.next_page()
            self.page += max(0, inner.page - 2)

    def notes(self, root: etree._Element, part: str) -> None:
        """Foot- or endnotes whose place was met, in their order."""
        bodies = {note.get(W + "id", ""): note for note in root}
        self.out.line()
        for (kind, key), label in list(self.note_numbers.items()):
            if kind == part and key in bodies:
                start = self.out.length
                self.out.add(f"[{label}] ")
                self.inline_note(bodies[key])
                self.out.mark("note", start, label)

    def inline_note(self, note: etree._Element) -> None:
        inner = _Reader(self.styles, note_numbers=self.note_numbers, counted=self.counted)
        inner.blocks(note)
        reading = inner.out.reading()
        words = reading.text.lstrip()
        self.out.adopt(reading.marks, self.out.length - (len(reading.text) - len(words)))
        self.out.add(words + "\n")

    def finish(self) -> Reading:
        if self.broke_pages:
            self.next_page()
        reading = self.out.reading()
        if self.hidden:
            reading.warnings.append("Hidden text was left out.")
        if self.symbols:
            reading.warnings.append(sentence("{symbols} signs of symbol fonts stand as “�”.", symbols=self.symbols))
        return reading


def _chosen(alternatives: etree._Element) -> etree._Element:
    """Of content that is there for new and for old programs, the one for new ones."""
    return next(iter(alternatives), alternatives)


def _within(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also within content controls, insertions and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (W + "tbl", W + "p", *_LEFT_OUT):
            yield from _within(child, tag)
