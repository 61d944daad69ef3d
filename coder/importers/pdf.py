"""PDF: the text layer, page by page; lines become paragraphs again, words broken at line ends become whole."""

from __future__ import annotations

import re
from ctypes import byref
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from coder.errors import SourceError
from coder.importers.pdf_lines import Line, joined_paragraphs
from coder.importers.source import Reading

_HYPHEN = "\x02"  # what pdfium puts for a hyphen at a line's end, in place of it and of the line's end
_LINE_END = re.compile("\r\n?|\n|\x02")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_WORD = re.compile(r"\S+")
_MADE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?")


class _Box(NamedTuple):
    """In points, from the lower left of the page."""

    left: float
    right: float
    bottom: float
    top: float


def read_pdf(data: bytes) -> Reading:
    """The text layer of a PDF with its pages marked.

    Raises SourceError for a locked or damaged file, and for one that holds pictures of pages only.
    """
    document = _opened(data)
    try:
        lines: list[Line] = []
        silent: list[int] = []
        lost = 0
        for number in range(len(document)):
            found, odd = _lines_of(document, number)
            lines += found
            lost += odd
            if not found:
                silent.append(number + 1)
        pages = len(document)
        variables = _said(document)
    finally:
        document.close()
    if not lines:
        raise SourceError(
            "The PDF holds no text, only pictures of its pages (a scan).",
            "Have its text recognised (for instance with OCRmyPDF or Acrobat), and import that.",
        )
    reading = joined_paragraphs(lines)
    reading.variables = variables
    reading.warnings = _warnings(silent, pages, lost)
    return reading


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower() or "security" in str(problem).lower():
            raise SourceError(
                "The PDF is locked with a password.", "Print it into a new PDF without a password, and import that."
            ) from problem
        raise SourceError(
            "The PDF is damaged and cannot be opened.", "Open it in a reader, save it again, and import the new file."
        ) from problem
    if not len(document):
        document.close()
        raise SourceError("The PDF has no pages.", "Open it in a reader, save it again, and import the new file.")
    return document


def _lines_of(document: pypdfium2.PdfDocument, number: int) -> tuple[list[Line], int]:
    """The lines of a page in the order of its content, and how many characters could not be told."""
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return [], 0
    try:
        count = text_page.count_chars()
        codes = [pdfium.FPDFText_GetUnicode(text_page, n) for n in range(count)]
        # one place a character, whatever it is: halves of a pair are joined when the line is made
        text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
        lines: list[Line] = []
        start = 0
        for end in [*_LINE_END.finditer(text), None]:
            stop = end.start() if end else count
            hyphen = end is not None and end[0] == _HYPHEN
            lines += _lines(text_page, text, start, stop, number + 1, hyphen=hyphen)
            start = end.end() if end else count
        return lines, len(_ODD.findall(text)) - text.count(_HYPHEN) + text.count("\ufffd")
    finally:
        text_page.close()
        page.close()


def _lines(text_page: Any, text: str, start: int, stop: int, page: int, *, hyphen: bool) -> list[Line]:
    """What pdfium takes for one line, as the lines that it is.

    Now and then, where the font changes, it puts a blank for a line's end: a word that lies below the one before it
    and farther left begins a line.
    """
    lines: list[Line] = []
    words: list[tuple[int, int, _Box]] = []
    for found in _WORD.finditer(text, start, stop):
        box = _box(text_page, found.start())
        if words and box.top < words[-1][2].bottom + 0.25 * (box.top - box.bottom) and box.left < words[-1][2].left:
            lines.append(_line(text_page, text, words, page, hyphen=False))
            words = []
        words.append((found.start(), found.end(), box))
    if words:
        lines.append(_line(text_page, text, words, page, hyphen=hyphen))
    return lines


def _line(text_page: Any, text: str, words: list[tuple[int, int, _Box]], page: int, *, hyphen: bool) -> Line:
    first, last = words[0][2], _box(text_page, words[-1][1] - 1)
    whole = text[words[0][0] : words[-1][1]]
    whole = whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Line(
        text=_ODD.sub("\ufffd", whole),
        page=page,
        left=first.left,
        right=last.right,
        bottom=min(first.bottom, last.bottom),
        height=max(first.top - first.bottom, last.top - last.bottom, 0.1),
        hyphen=hyphen,
    )


def _box(text_page: Any, index: int) -> _Box:
    """The place of a character as its font has it, the same height for all letters of one size."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page, index, byref(box)):
        return _Box(0.0, 0.0, 0.0, 0.0)
    return _Box(box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top))


def _said(document: pypdfium2.PdfDocument) -> dict[str, str]:
    said = document.get_metadata_dict()
    made = _MADE.match(said.get("CreationDate", ""))
    found = {
        "title": said.get("Title", ""),
        "author": said.get("Author", ""),
        "created": "-".join(part for part in made.groups() if part) if made else "",
    }
    return {key: clean for key, value in found.items() if (clean := " ".join(_ODD.sub("", value).split()))}


def _warnings(silent: list[int], pages: int, lost: int) -> list[str]:
    told = []
    if silent:
        listed = ", ".join(map(str, silent[:20])) + ("…" if len(silent) > 20 else "")
        told.append(f"{len(silent)} of {pages} pages hold no text: {listed}.")
    if lost:
        told.append(f"{lost} characters have no meaning in the PDF and stand as “\ufffd”.")
    return told
