"""The pages of a PDF beside its text: which characters stand where on which page, and pictures of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType

import numpy as np
import pypdfium2
from numpy.typing import NDArray

from coder.importers.pdf import Tick, joined, lines_of, opened
from coder.importers.pdf_running import running_lines
from coder.importers.pdf_text import PAIR, PDFIUM, Box, char_box, raw_text, turned

_WIDEST = 6000  # pixels: no page is drawn wider or higher than this


@dataclass(frozen=True, slots=True)
class PageMap:
    """Where the lines of a text stand: a line is on `page` (from 0), begins in the text at `start`, has `length` code
    points, and is made of `count` characters of the page from `first` on. int64 arrays (n,), ascending by start.
    """

    page: NDArray[np.int64]
    start: NDArray[np.int64]
    length: NDArray[np.int64]
    first: NDArray[np.int64]
    count: NDArray[np.int64]

    def page_at(self, position: int) -> int | None:
        """The page (from 0) on which the text at a position stands; None if the map is empty."""
        n = int(np.searchsorted(self.start, position, side="right")) - 1
        return int(self.page[max(0, n)]) if len(self.page) else None


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """The characters of one page. positions: int64 (n,), in the text, ascending; boxes: float32 (n, 4), each left, top,
    right, bottom in points from the upper left of the page as shown."""

    positions: NDArray[np.int64]
    boxes: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page drawn on white: rows of `stride` bytes, four a pixel (blue, green, red, unused)."""

    width: int
    height: int
    stride: int
    data: bytes


def page_map(data: bytes, text: str, tick: Tick = lambda done, total: None) -> PageMap | None:
    """Where the text of a PDF stands on its pages.

    text: canonical, as it was imported, with or without what repeats on the pages. None if the pages say something
    else: the text was corrected since, or recognised from pictures. Raises SourceError as read_pdf does.
    """
    found = lines_of(data, tick=tick)
    repeating = running_lines(found.lines, found.heights)
    for running in ("keep", "drop"):
        made = joined(found.lines, repeating, "keep" if running == "keep" else "drop")
        if made.reading.text != text:
            continue
        drop = running == "drop" and len(repeating) < len(found.lines)
        lines = [line for n, line in enumerate(found.lines) if not (drop and n in repeating)]
        return PageMap(
            np.array([line.page - 1 for line in lines], dtype=np.int64),
            np.array(made.starts, dtype=np.int64),
            np.array(made.lengths, dtype=np.int64),
            np.array([line.first for line in lines], dtype=np.int64),
            np.array([line.count for line in lines], dtype=np.int64),
        )
    return None


class Pages:
    """A PDF held open for looking at its pages. sizes: width and height of each in points, as shown."""

    def __init__(self, data: bytes) -> None:
        with PDFIUM:
            self._document = opened(data)
            self.sizes: Sequence[tuple[float, float]] = [
                self._document.get_page_size(n) for n in range(len(self._document))
            ]

    def __len__(self) -> int:
        return len(self.sizes)

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        with PDFIUM:
            self._document.close()

    def picture(self, page: int, width: int) -> PagePicture:
        """Page `page` (from 0) drawn `width` pixels wide; smaller if it would be huge, white if it is damaged."""
        wide, high = (max(side, 1.0) for side in self.sizes[page])
        scale = min(width / wide, _WIDEST / wide, _WIDEST / high)
        with PDFIUM:
            try:
                opened_page = self._document[page]
            except pypdfium2.PdfiumError:
                return PagePicture(1, 1, 4, b"\xff" * 4)
            try:
                bitmap = opened_page.render(scale=scale, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRx)
                made = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
                bitmap.close()
                return made
            finally:
                opened_page.close()

    def boxes(self, page: int, places: PageMap) -> PageBoxes:
        """The characters of page `page` (from 0) by their positions in the text."""
        with PDFIUM:
            try:
                opened_page = self._document[page]
                text_page = opened_page.get_textpage()
            except pypdfium2.PdfiumError:
                return PageBoxes(np.zeros(0, np.int64), np.zeros((0, 4), np.float32))
            try:
                raw, turn, high = raw_text(text_page), turned(opened_page), opened_page.get_height()
                positions: list[int] = []
                boxes: list[tuple[float, float, float, float]] = []
                for n in np.flatnonzero(places.page == page).tolist():
                    first, start = int(places.first[n]), int(places.start[n])
                    characters = _characters(raw, first, int(places.count[n]), int(places.length[n]))
                    found = [char_box(text_page, index, turn) for index in characters]
                    positions += range(start, start + len(found))
                    boxes += [(b.left, high - b.top, b.right, high - b.bottom) for b in _blanks_between(found)]
            finally:
                text_page.close()
                opened_page.close()
        order = np.argsort(np.array(positions, np.int64), kind="stable")
        return PageBoxes(np.array(positions, np.int64)[order], np.array(boxes, np.float32).reshape(-1, 4)[order])


def _blanks_between(line: list[Box]) -> list[Box]:
    """Blanks that the library put between words have no box: they reach from one word to the next."""
    whole = list(line)
    for n, box in enumerate(line):
        if box.top <= box.bottom and n and n + 1 < len(line):
            left, after = whole[n - 1], line[n + 1]
            if after.top > after.bottom:
                sides = sorted((left.right, after.left) if after.left >= left.right else (after.right, left.left))
                whole[n] = Box(sides[0], sides[1], left.bottom, left.top)
            else:
                whole[n] = Box(left.right, left.right, left.bottom, left.top)
    return whole


def _characters(raw: str, first: int, count: int, length: int) -> list[int]:
    """For each code point of a line the place of its character; halves of a pair are one, found at its first half."""
    second = {pair.start() + 1 for pair in PAIR.finditer(raw, first, first + count)}
    return [index for index in range(first, first + count) if index not in second][:length]
