"""What of the document is in sight: paragraphs, lines, and where a passage lies on the screen."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextEdit


@dataclass(frozen=True, slots=True)
class SeenBlock:
    """A paragraph of which something is in sight. Qt's positions.

    The paragraph's layout is asked for each time and never kept: Qt frees it with its text, and PySide would take
    whatever then comes to lie at its address for the layout still.
    """

    edit: QPlainTextEdit
    number: int  # of the paragraph in the document
    start: int  # of the paragraph in the document
    length: int  # without its end
    origin: QPointF  # of its layout in the viewport
    first: int  # first and last line in sight
    last: int

    @property
    def layout(self) -> QTextLayout:
        """To be used at once."""
        return self.edit.document().findBlockByNumber(self.number).layout()

    def line(self, n: int) -> QTextLine:
        """To be used at once. IndexError when the paragraph was laid out anew since and has no such line."""
        line = self.layout.lineAt(n)
        if not line.isValid():  # Qt reads where nothing is, and the program goes down without a word
            raise IndexError(f"no line {n} in paragraph {self.number}")
        return line

    @property
    def seen_start(self) -> int:
        return self.start + self.line(self.first).textStart()

    @property
    def seen_end(self) -> int:
        line = self.line(self.last)
        return self.start + line.textStart() + line.textLength()

    def top_of(self, n: int) -> float:
        return self.origin.y() + self.line(n).y()

    def bottom_of(self, n: int) -> float:
        line = self.line(n)
        return self.origin.y() + line.y() + line.height()

    def rects(self, start: int, end: int, bidi: bool) -> list[QRectF]:
        """The boxes of the words from start to end (positions in the document), line by line.

        bidi: the paragraph holds right-to-left signs; then the boxes come from the glyphs.
        """
        first, last = max(0, start - self.start), min(self.length, end - self.start)
        boxes: list[QRectF] = []
        for n in range(self._line_of(first), self.last + 1):
            line = self.line(n)
            a = max(first, line.textStart())
            b = min(last, line.textStart() + line.textLength())
            if line.textStart() >= last:
                break
            if a >= b:
                continue
            runs = _glyph_boxes(line, a, b) if bidi else [(x_of(line, a), x_of(line, b))]
            for left, right in runs:
                box = QRectF(min(left, right), line.y(), abs(right - left), line.height())
                boxes.append(box.translated(self.origin))
        return boxes

    def line_of(self, position: int) -> int:
        """The line, in sight or next to it, of a position in the document."""
        return min(self.last, self._line_of(max(0, min(self.length, position - self.start))))

    def _line_of(self, offset: int) -> int:
        line = self.layout.lineForTextPosition(offset)
        return max(self.first, line.lineNumber() if line.isValid() else self.last)


@dataclass(frozen=True, slots=True)
class Sight:
    """All paragraphs in sight, from top to bottom."""

    blocks: tuple[SeenBlock, ...]

    @property
    def start(self) -> int:
        return self.blocks[0].seen_start if self.blocks else 0

    @property
    def end(self) -> int:
        return self.blocks[-1].seen_end if self.blocks else 0

    def block_of(self, position: int) -> SeenBlock | None:
        """The paragraph in sight that holds a position of the document."""
        at = bisect_left(self.blocks, position + 1, key=lambda block: block.start) - 1
        if at < 0 or position > self.blocks[at].start + self.blocks[at].length:
            return None
        return self.blocks[at]

    def top_of(self, position: int) -> float | None:
        """The top of the line of a position; None if it is not in sight."""
        if position < self.start or (block := self.block_of(position)) is None:
            return None
        return block.top_of(block.line_of(position))

    def bottom_of(self, position: int) -> float | None:
        """The bottom of the line of the sign before a position; None if it is not in sight."""
        if position > self.end or (block := self.block_of(max(0, position - 1))) is None:
            return None
        return block.bottom_of(block.line_of(max(0, position - 1)))

    def nearest_line(self, y: float) -> tuple[SeenBlock, int] | None:
        """The line whose middle is nearest to a height in the viewport."""
        lines = ((block, n) for block in self.blocks for n in range(block.first, block.last + 1))
        return min(lines, key=lambda at: abs((at[0].top_of(at[1]) + at[0].bottom_of(at[1])) / 2 - y), default=None)


def look(edit: QPlainTextEdit) -> Sight:
    """What is in sight of a text view now."""
    height = edit.viewport().height()
    block = edit.firstVisibleBlock()
    offset = edit.contentOffset()
    top = edit.blockBoundingGeometry(block).translated(offset).top()
    seen = []
    while block.isValid() and top <= height:
        extent = edit.blockBoundingRect(block).height()
        if block.isVisible() and (found := _seen(edit, block, QPointF(offset.x(), top), height)) is not None:
            seen.append(found)
        block = block.next()
        top += extent
    return Sight(tuple(seen))


def _seen(edit: QPlainTextEdit, block: QTextBlock, origin: QPointF, height: float) -> SeenBlock | None:
    layout = block.layout()
    count = layout.lineCount()
    if not count:
        return None
    # Lines of a paragraph follow each other downwards, so the first and last in sight are found by halving.
    heights = range(count)
    first = bisect_left(heights, -origin.y(), key=lambda n: layout.lineAt(n).y() + layout.lineAt(n).height())
    last = bisect_left(heights, height - origin.y(), key=lambda n: layout.lineAt(n).y()) - 1
    if first >= count or last < first:
        return None
    return SeenBlock(
        edit, block.blockNumber(), block.position(), block.length() - 1, origin, first, min(last, count - 1)
    )


def x_of(line: QTextLine, offset: int) -> float:
    """Where a place between two signs of a line lies; PySide gives the place with it, or not, by version."""
    found: Any = line.cursorToX(offset)
    return float(found[0] if isinstance(found, tuple) else found)


def _glyph_boxes(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Left and right of the runs of glyphs, those that touch united.

    cursorToX measures the wrong words in mixed right-to-left lines; glyph runs are right.
    """
    # Of one position where the direction turns, cursorToX knows two places; glyphs have one.
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    united: list[tuple[float, float]] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes if box.width() > 0):
        if united and left <= united[-1][1] + 1.0:
            united[-1] = (united[-1][0], max(united[-1][1], right))
        else:
            united.append((left, right))
    return united
