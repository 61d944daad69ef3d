"""PDF: the text layer, page by page; lines become paragraphs again, words broken at line ends become whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pypdfium2

from coder.errors import SourceError
from coder.importers.pdf_lines import Joined, Line, join_lines
from coder.importers.pdf_running import running_lines
from coder.importers.pdf_scan import Recogniser, recognised, recogniser
from coder.importers.pdf_text import ODD, PDFIUM, page_text
from coder.importers.source import Reading
from coder.sentences import sentence

_MADE = re.compile(r"D?:?(\d{4})(\d\d)?(\d\d)?")
_EXAMPLES = 4  # repeating lines told by their words; the rest by number

Running = Literal["keep", "drop"]
Tick = Callable[[int, int], None]


def read_pdf(data: bytes, *, running: Running = "keep", ocr: str | None = None) -> Reading:
    """The text layer of a PDF with its pages marked.

    running: whether headers, footers and page numbers stay, each a paragraph of its own. ocr: the language (as
    Tesseract names it: "eng", "rus+eng") in which the text of pages without a text layer is to be recognised; None:
    they stay empty.

    Raises SourceError for a locked or damaged file, for one that holds pictures of pages only (without ocr), and when
    text is to be recognised where no Tesseract is.
    """
    found = lines_of(data, ocr=ocr)
    if not found.lines:
        raise _scan(ocr)
    repeating = running_lines(found.lines, found.heights)
    reading = joined(found.lines, repeating, running).reading
    reading.variables = found.variables
    reading.warnings = [*found.warnings(), *_said_of_running(found.lines, repeating, running)]
    return reading


def joined(lines: Sequence[Line], repeating: dict[int, str], running: Running) -> Joined:
    """The lines as a text; what repeats on the pages kept apart, or left out (unless nothing else is there)."""
    if running == "drop" and len(repeating) < len(lines):
        kept = [line for n, line in enumerate(lines) if n not in repeating]
        return join_lines(kept)
    return join_lines(lines, repeating)


@dataclass(slots=True)
class Found:
    """What stands on the pages. heights: of the pages in points, by number from 1, as all pages are numbered here."""

    pages: int = 0
    lines: list[Line] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    blank: list[int] = field(default_factory=list)
    read_from_picture: list[int] = field(default_factory=list)
    lost: dict[int, int] = field(default_factory=dict)
    private: dict[int, int] = field(default_factory=dict)
    silent: dict[int, int] = field(default_factory=dict)

    def warnings(self) -> list[str]:
        told = []
        if self.blank:
            told.append(
                sentence(
                    "{n} of {pages} pages hold no text: {what}.",
                    n=len(self.blank),
                    pages=self.pages,
                    what=_listed(self.blank),
                )
            )
        if self.read_from_picture:
            told.append(
                sentence(
                    "The text of {what} was recognised from a picture; compare it with the page.",
                    what=_pages(self.read_from_picture),
                )
            )
        if self.lost:
            n = sum(self.lost.values())
            told.append(
                sentence(
                    "Characters without a meaning in the PDF stand as “�”: {n}, on {what}.", n=n, what=_pages(self.lost)
                )
            )
        if self.private:
            n = sum(self.private.values())
            told.append(
                sentence(
                    "Signs that only the PDF's font knows stand as they are: {n}, on {what}.",
                    n=n,
                    what=_pages(self.private),
                )
            )
        if self.silent:
            told.append(
                sentence(
                    "Signs that could not be read, such as emoji, are missing on {what}.", what=_pages(self.silent)
                )
            )
        return told


def lines_of(data: bytes, *, ocr: str | None = None, tick: Tick = lambda done, total: None) -> Found:
    """All lines of a PDF in reading order. Raises SourceError like read_pdf; a scan without ocr gives no lines."""
    tool: Recogniser | None = None  # looked for when there is a page to be recognised
    with PDFIUM:
        document = opened(data)
        found = Found(pages=len(document), variables=_said(document))
    try:
        for number in range(found.pages):
            tick(number, found.pages)
            page = page_text(document, number)
            lines = page.lines
            if not lines and ocr:
                tool = tool or recogniser(ocr)
                lines = recognised(document, number, tool)
                if lines:
                    found.read_from_picture.append(number + 1)
            if not lines:
                found.blank.append(number + 1)
            found.lines += lines
            found.heights[number + 1] = page.size[1]
            for counts, n in ((found.lost, page.lost), (found.private, page.private), (found.silent, page.silent)):
                if n:
                    counts[number + 1] = n
    finally:
        with PDFIUM:
            document.close()
    return found


def _scan(ocr: str | None) -> SourceError:
    if ocr:
        return SourceError(
            "The PDF holds only pictures, and no text was recognised in them.", "Check the language given with --ocr."
        )
    return SourceError(
        "The PDF holds no text, only pictures of its pages (a scan).",
        "Have its text recognised: with --ocr LANGUAGE where Tesseract is installed, or with OCRmyPDF or Acrobat.",
    )


def opened(data: bytes) -> pypdfium2.PdfDocument:
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


def _said(document: pypdfium2.PdfDocument) -> dict[str, str]:
    said = document.get_metadata_dict()
    made = _MADE.match(said.get("CreationDate", ""))
    found = {
        "title": said.get("Title", ""),
        "author": said.get("Author", ""),
        "created": "-".join(part for part in made.groups() if part) if made else "",
    }
    return {key: clean for key, value in found.items() if (clean := " ".join(ODD.sub("", value).split()))}


def _said_of_running(lines: Sequence[Line], repeating: dict[int, str], running: Running) -> list[str]:
    """A sentence on headers, footers and page numbers, so that nobody codes or misses them unawares."""
    if not repeating:
        return []
    shown = {words: lines[n].text for n, words in repeating.items()}
    often = [words for words, _ in Counter(repeating.values()).most_common(_EXAMPLES)]
    examples = ", ".join(f"“{shown[words][:60]}”" for words in often) + ("…" if len(shown) > _EXAMPLES else "")
    if running == "drop":
        return [
            sentence(
                "Lines that repeat on the pages were left out ({n}): {examples}.", n=len(repeating), examples=examples
            )
        ]
    return [
        sentence(
            "Lines that repeat on the pages are in the text ({n}): {examples}.", n=len(repeating), examples=examples
        )
    ]


def _pages(numbers: Sequence[int] | dict[int, int]) -> str:
    shown = _listed(list(numbers))
    return sentence("page {shown}", shown=shown) if len(numbers) == 1 else sentence("pages {shown}", shown=shown)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:20])) + ("…" if len(numbers) > 20 else "")
