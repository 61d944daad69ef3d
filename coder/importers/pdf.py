"""PDF: the text layer, page by page; lines become paragraphs again, words broken at line ends become whole."""

from __future__ import annotations

import re
from ctypes import byref
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from coder.errors import SourceError
from coder.importers.pdf_lines import Line, joined_paragraphs
from coder.importers.source import Reading

_HYPHEN = "\x02"  # what pdfium puts for a hyphen at a line's end, in place of it and of the line's end
_LINE_END = re.compile("\r\n?|\n|\x02")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_MADE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?")


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
            line = _line(text_page, text, start, stop, number + 1, hyphen=end is not None and end[0] == _HYPHEN)
            if line is not None:
                lines.append(line)
            start = end.end() if end else count
        return lines, len(_ODD.findall(text)) - text.count(_HYPHEN) + text.count("\ufffd")
    finally:
        text_page.close()
        page.close()


def _line(text_page: Any, text: str, start: int, stop: int, page: int, *, hyphen: bool) -> Line | None:
    words = text[start:stop]
    front = len(words) - len(words.lstrip())
    first, last = start + front, start + len(words.rstrip()) - 1
    if last < first:
        return None
    left, _, bottom, top = _box(text_page, first)
    _, right, bottom2, top2 = _box(text_page, last)
    clean = words.strip().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Line(
        text=_ODD.sub("\ufffd", clean),
        page=page,
        left=left,
        right=right,
        bottom=min(bottom, bottom2),
        height=max(top - bottom, top2 - bottom2, 0.1),
        hyphen=hyphen,
    )


def _box(text_page: Any, index: int) -> tuple[float, float, float, float]:
    """left, right, bottom, top of a character as its font has it, the same for all letters of one size."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page, index, byref(box)):
        return 0.0, 0.0, 0.0, 0.0
    return box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top)


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
