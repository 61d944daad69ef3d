"""Fixed units and questions on the desk: rules in the margin, the unit in hand framed, the rest of the text quiet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from coder.spans import Span
from ui.document.painting import boxes
from ui.document.sight import SeenBlock
from ui.theme import Colors

if TYPE_CHECKING:
    from coder.unit_line import UnitLine
    from ui.document.surface import TextSurface

Answer = Literal["open", "coded", "none"]
_VEIL = 125  # how much of the paper lies over what is not in hand, of 255


@dataclass(frozen=True, slots=True)
class UnitMark:
    """A unit as the desk shows it. span: code points, half-open."""

    span: Span
    answer: Answer = "open"


@dataclass(frozen=True, slots=True)
class QuestionMark:
    """A question to the lead on a passage; words: its tooltip."""

    id: Hashable
    span: Span
    answered: bool
    words: str = ""

    @property
    def tooltip(self) -> str:
        """Its words, as rich text."""
        return "<br>".join(escape(line) for line in self.words.split("\n"))


def paint_question(painter: QPainter, box: QRectF, font: QFont, colors: Colors, *, answered: bool) -> None:
    """The sign of a question: filled while it waits, outlined when it is answered."""
    painter.setPen(QPen(colors.notice, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if answered else colors.notice)
    painter.drawEllipse(box)
    painter.setPen(colors.notice if answered else colors.paper)
    small = QFont(font)
    small.setPixelSize(max(6, round(box.height() * 0.74)))
    painter.setFont(small)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


class UnitMarks:
    """The units of a document by place, none overlapping; `current` is the one in hand while units are coded."""

    def __init__(self, line: UnitLine | None = None, current: int | None = None) -> None:
        self._line, self.current = line, current
        self._starts: Sequence[int] = line.starts if line is not None else ()
        self._ends: Sequence[int] = line.ends if line is not None else ()

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, n: int) -> Span:
        return Span(self._starts[n], self._ends[n])

    @property
    def held(self) -> Span | None:
        """Where the unit in hand stands."""
        return None if self.current is None else self.span(self.current)

    @property
    def waiting(self) -> int:
        """How many were not reached."""
        return 0 if self._line is None else len(self) - self._line.answered

    def mark(self, n: int) -> UnitMark:
        assert self._line is not None  # nothing stands at n otherwise
        codes = self._line.said.get(n)
        return UnitMark(self.span(n), "open" if codes is None else "coded" if codes else "none")

    def at(self, position: int) -> int | None:
        """The unit that holds the caret: within, at its start, or at its end where no other begins."""
        n = bisect_right(self._starts, position) - 1
        return n if n >= 0 and position <= self._ends[n] else None

    def within(self, start: int, end: int) -> range:
        """Which units share a code point with start..end."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))


def paint_units(painter: QPainter, surface: TextSurface) -> None:
    """Over the letters: what is not in hand is veiled, the unit in hand framed; a rule beside each unit."""
    sight, units = surface.sight(), surface.units
    if not sight.blocks or not len(units):
        return
    if units.held is not None:
        _veil(painter, surface, units.held)
    first, last = surface.shown.from_qt(sight.start), surface.shown.from_qt(sight.end)
    for n in units.within(first, last):
        _rule(painter, surface, units.mark(n), n == units.current)


def _veil(painter: QPainter, surface: TextSurface, span: Span) -> None:
    colors, step, air = surface.theme.colors, surface.step(), surface.air()
    frame = QPainterPath()
    frame.setFillRule(Qt.FillRule.WindingFill)
    for box in boxes(surface, span):
        frame.addRect(box.adjusted(-step * 0.9, -air * 0.5, step * 0.9, air * 0.5))
    frame = frame.simplified()
    whole = QPainterPath()
    whole.addRect(QRectF(surface.viewport().rect()))
    veil = QColor(colors.paper)
    veil.setAlpha(_VEIL)
    painter.fillPath(whole.subtracted(frame), veil)
    painter.setPen(QPen(colors.accent, max(1.0, step * 0.35), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                        Qt.PenJoinStyle.RoundJoin))  # fmt: skip
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(frame)


def _rule(painter: QPainter, surface: TextSurface, mark: UnitMark, current: bool) -> None:
    """Thin where the unit waits, thick where it has a code, dotted where none applies."""
    colors, step = surface.theme.colors, surface.step()
    begins = _place(surface, surface.shown.to_qt(mark.span.start))
    ends = _place(surface, surface.shown.end_to_qt(mark.span.end), end=True)
    top, bottom = (-step if begins is None else begins), (surface.viewport().height() + step if ends is None else ends)
    gap = min(step * 0.6, max(0.0, (bottom - top) / 4))
    wide = {"open": 0.35, "none": 0.7, "coded": 0.9}[mark.answer]
    pen = QPen(colors.accent if current else colors.line if mark.answer == "open" else colors.muted)
    pen.setWidthF(max(1.0, step * wide))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if mark.answer == "none":
        pen.setDashPattern([1.2, 1.8])
    painter.setPen(pen)
    x = step * 1.1
    painter.drawLine(QPointF(x, top + gap), QPointF(x, bottom - gap))


def _place(surface: TextSurface, qt: int, *, end: bool = False) -> float | None:
    """How high a place of the text lies: within its line, as far down as the line is long up to it."""
    at = max(0, qt - 1) if end else qt
    sight = surface.sight()
    block = sight.block_of(at)
    if block is None or at < sight.start or at > sight.end:
        return None
    n = block.line_of(at)
    return _down(block, n, qt - block.start)


def _down(block: SeenBlock, n: int, offset: int) -> float:
    line = block.line(n)
    top, length = block.top_of(n), max(1, line.textLength())
    share = min(1.0, max(0.0, (offset - line.textStart()) / length))
    if offset - line.textStart() >= length - 1 and offset >= block.length:
        share = 1.0
    return top + (block.bottom_of(n) - top) * share
