"""One page of a PDF -> its lines in reading order, each with its place and with the characters it was made of."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from ctypes import byref, c_float
from itertools import pairwise
from math import pi
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from coder.importers.pdf_columns import downwards, in_columns
from coder.importers.pdf_lines import Line, runs_backward

PDFIUM = threading.RLock()  # the library keeps state of its own: one thread at a time

HYPHEN = "\x02"  # what pdfium puts for a hyphen at a line's end, in place of it and of the line's end
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LINE_END = re.compile("\r\n?|\n|\x02")
_WORD = re.compile(r"\S+")
_TEXT_OBJECT = 1


class Box(NamedTuple):
    """In points, from the lower left of the page as it is shown."""

    left: float
    right: float
    bottom: float
    top: float


class PageText(NamedTuple):
    """lines: in reading order. lost: characters that could not be told. private: glyphs without a meaning outside
    their font. silent: pieces of text that gave no character at all. size: width and height in points, as shown."""

    lines: list[Line]
    lost: int
    private: int
    silent: int
    size: tuple[float, float]


def page_text(document: pypdfium2.PdfDocument, number: int) -> PageText:
    """Reads page `number` (from 0). A page that cannot be read holds nothing."""
    with PDFIUM:
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            return PageText([], 0, 0, 0, (0.0, 0.0))
        try:
            text = raw_text(text_page)
            quarter = _quarter(text_page, text)  # lines are told in the frame in which they run level
            turn = turned(page, quarter)
            lines: list[Line] = []
            start = 0
            for end in [*_LINE_END.finditer(text), None]:
                stop = end.start() if end else len(text)
                hyphen = end is not None and end[0] == HYPHEN
                lines += _lines(_Reader(text_page, text, turn, number + 1), start, stop, hyphen=hyphen)
                start = end.end() if end else len(text)
            if quarter != page.get_rotation() // 90 % 4:
                lines.sort(key=lambda line: -line.bottom)  # shown on its side: the library mistakes the lines' order
            lost = len(ODD.findall(text)) - text.count(HYPHEN) + text.count("\ufffd")
            silent = _silent(page, text_page)
            return PageText(in_columns(downwards(lines)), lost, len(_PRIVATE.findall(text)), silent, page.get_size())
        finally:
            text_page.close()
            page.close()


def raw_text(text_page: Any) -> str:
    """One place a character, whatever it is; halves of a pair are joined when the line is made."""
    codes = [pdfium.FPDFText_GetUnicode(text_page, n) for n in range(text_page.count_chars())]
    return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)


def _quarter(text_page: Any, text: str) -> int:
    """By how many quarters the page is to be turned, clockwise, for its text to run level."""
    places = [found.start() for found in _WORD.finditer(text)][:200]
    turns = Counter(-round(pdfium.FPDFText_GetCharAngle(text_page, n) / (pi / 2)) % 4 for n in places)
    return turns.most_common(1)[0][0] if turns else 0


def turned(page: Any, quarter: int | None = None) -> Callable[[float, float, float, float], Box]:
    """How a box (left, right, bottom, top) of this page's own space lies on the page as shown: turned, cropped.

    quarter: turned clockwise by so many quarters instead of as it is shown.
    """
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    quarter = page.get_rotation() // 90 % 4 if quarter is None else quarter

    def shown(x0: float, x1: float, y0: float, y1: float) -> Box:
        x0, x1, y0, y1 = x0 - left, x1 - left, min(y0, y1) - bottom, max(y0, y1) - bottom
        if quarter == 1:
            return Box(y0, y1, wide - x1, wide - x0)
        if quarter == 2:
            return Box(wide - x1, wide - x0, high - y1, high - y0)
        if quarter == 3:
            return Box(high - y1, high - y0, x0, x1)
        return Box(x0, x1, y0, y1)

    return shown


class _Reader(NamedTuple):
    text_page: Any
    text: str
    turn: Callable[[float, float, float, float], Box]
    page: int

    def box(self, index: int) -> Box:
        return char_box(self.text_page, index, self.turn)


def char_box(text_page: Any, index: int, turn: Callable[[float, float, float, float], Box]) -> Box:
    """The place of a character as its font has it, the same height for all letters of one size."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page, index, byref(box)):
        return Box(0.0, 0.0, 0.0, 0.0)
    return turn(box.left, box.right, box.bottom, box.top)


class _Word(NamedTuple):
    start: int
    end: int
    first: Box
    last: Box
    backward: bool  # written from right to left


def _lines(read: _Reader, start: int, stop: int, *, hyphen: bool) -> list[Line]:
    """What pdfium takes for one line, as the lines that it is.

    Now and then, where the font changes or a line written from right to left ends, it puts a blank for a line's end:
    a word that lies on another height and does not stand where the line would go on begins one. Whether
    wide gaps part columns is seen when the whole page is read (pdf_columns).
    """
    runs: list[list[_Word]] = []
    for found in _WORD.finditer(read.text, start, stop):
        first = read.box(found.start())
        last = read.box(found.end() - 1) if found.end() - found.start() > 1 else first
        before = runs[-1][-1] if runs else None
        word = _Word(found.start(), found.end(), first, last, runs_backward(found[0]))
        if before is None or _elsewhere(word, before):
            runs.append([])
        runs[-1].append(word)
    made = [_line(read, run, hyphen=hyphen and run is runs[-1]) for run in runs]
    return [line for line in made if line.text]


def _elsewhere(word: _Word, before: _Word) -> bool:
    box, slack = word.first, 0.25 * (word.first.top - word.first.bottom)
    lower = box.top < before.first.bottom + slack
    if word.backward and before.backward:  # of such lines the library gives the next one first now and then
        away = lower or box.bottom > before.first.top - slack
        return away and box.right > min(before.first.right, before.last.left)
    return lower and box.left < max(before.first.left, before.last.right)


def _gap(before: _Word, word: _Word) -> tuple[float, float]:
    """Where the blank between two words begins and ends, as one reads."""
    if word.backward and before.backward:
        return before.last.left, word.first.right
    return before.last.right, word.first.left


def _line(read: _Reader, words: Sequence[_Word], *, hyphen: bool) -> Line:
    first, last = words[0].first, words[-1].last
    start, end = words[0].start, words[-1].end
    whole = read.text[start:end].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    gaps = []
    for before, word in pairwise(words):
        begins, ends = _gap(before, word)
        wide = begins - ends if word.backward and before.backward else ends - begins
        if wide > 1.1 * (word.first.top - word.first.bottom):
            gaps.append((word.start - start, begins, ends))
    return Line(
        text=ODD.sub("\ufffd", whole),
        page=read.page,
        left=min(first.left, last.left),
        right=max(last.right, first.right),
        bottom=min(first.bottom, last.bottom),
        height=max(first.top - first.bottom, last.top - last.bottom, 0.1),
        hyphen=hyphen,
        first=start,
        count=end - start,
        gaps=tuple(gaps),
    )


def _silent(page: Any, text_page: Any) -> int:
    """Pieces of text drawn on the page of which the library gives no character: colour emoji, mostly."""
    if text_page.count_chars() > 0 and pdfium.FPDFPage_CountObjects(page) > 20_000:
        return 0  # a drawing, not a text; looking at each would take too long
    lost = 0
    for n in range(pdfium.FPDFPage_CountObjects(page)):
        piece = pdfium.FPDFPage_GetObject(page, n)
        if pdfium.FPDFPageObj_GetType(piece) == _TEXT_OBJECT:
            lost += pdfium.FPDFTextObj_GetText(piece, text_page, None, 0) <= 2 and _inked(piece)
    return lost


def _inked(piece: Any) -> bool:
    """Does the piece take room? Blanks, of which the library makes a new one or none, take none."""
    sides = [c_float() for _ in range(4)]
    found = pdfium.FPDFPageObj_GetBounds(piece, *map(byref, sides))
    return bool(found) and sides[2].value - sides[0].value > 0.1
