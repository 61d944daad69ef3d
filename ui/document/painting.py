"""What the surface paints under and over its text: tints, hits, selection, caret, rules of pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from coder.spans import Span
from ui.document.sight import SeenBlock

if TYPE_CHECKING:
    from ui.document.surface import TextSurface


def paint_under(painter: QPainter, surface: TextSurface) -> None:
    """Everything that lies behind the letters."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _tints(painter, surface)
    _hits(painter, surface)
    _key_words(painter, surface)
    _selection(painter, surface)


def paint_over(painter: QPainter, surface: TextSurface) -> None:
    """What lies over the letters: the chosen passage's edges, page rules, the caret."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _edges(painter, surface)
    _page_rules(painter, surface)
    _caret(painter, surface)


def boxes(surface: TextSurface, span: Span) -> Iterator[QRectF]:
    """Where the words of a passage stand in the viewport, line by line, as far as in sight."""
    start, end = surface.shown.to_qt(span.start), surface.shown.end_to_qt(span.end)
    sight = surface.sight()
    if end <= sight.start or start >= sight.end:
        return
    for block in sight.blocks:
        if block.start < end and start <= block.start + block.length:
            yield from block.rects(start, end, _bidi(surface, block))


def _bidi(surface: TextSurface, block: SeenBlock) -> bool:
    known = surface.bidi_blocks.get(block.start)
    if known is None:
        shown = surface.shown
        known = shown.has_rtl(shown.from_qt(block.start), shown.from_qt(block.start + block.length))
        surface.bidi_blocks[block.start] = known
    return known


def _fill(painter: QPainter, surface: TextSurface, span: Span, color: QColor) -> None:
    bleed = surface.air() * 0.16
    painter.setBrush(color)
    radius = surface.step() * 0.5
    for box in boxes(surface, span):
        painter.drawRoundedRect(box.adjusted(-0.5, -bleed, 0.5, bleed), radius, radius)


def _tints(painter: QPainter, surface: TextSurface) -> None:
    sight, index = surface.sight(), surface.index
    if not sight.blocks:
        return
    seen = Span(surface.shown.from_qt(sight.start), surface.shown.from_qt(sight.end))
    if surface.comparison is not None:
        _differing(painter, surface, seen)
        return
    moving = surface.moving
    top = surface.focused if surface.lit is None else surface.lit
    if moving is not None:
        top = None
    for piece in index.flat(seen.start, seen.end, top, without=None if moving is None else moving[0]):
        color = surface.theme.tint(index[piece.index].color, focused=piece.index == top)
        _fill(painter, surface, Span(piece.start, piece.end), color)
    if moving is not None:
        _fill(painter, surface, moving[1], surface.theme.tint(index[moving[0]].color, focused=True))


def _differing(painter: QPainter, surface: TextSurface, seen: Span) -> None:
    """While two coders are compared only what differs is tinted, and what the reader is at."""
    assert surface.comparison is not None
    index = surface.comparison.differing
    for piece in index.flat(seen.start, seen.end):
        _fill(painter, surface, Span(piece.start, piece.end), surface.theme.tint(index[piece.index].color))
    top = surface.focused if surface.lit is None else surface.lit
    if top is not None:
        segment = surface.index[top]
        _fill(painter, surface, segment.span, surface.theme.tint(segment.color, focused=True))


def _hits(painter: QPainter, surface: TextSurface) -> None:
    sight = surface.sight()
    first, last = surface.shown.from_qt(sight.start), surface.shown.from_qt(sight.end)
    colors = surface.theme.colors
    for n, hit in surface.hits_within(first, last):
        _fill(painter, surface, hit, colors.current_hit if n == surface.current_hit else colors.hit)


def _key_words(painter: QPainter, surface: TextSurface) -> None:
    """A dotted line under each word of the key-word lists."""
    sight = surface.sight()
    if not sight.blocks:
        return
    words = surface.key_words_within(surface.shown.from_qt(sight.start), surface.shown.from_qt(sight.end))
    pen = QPen(surface.theme.colors.notice, max(1.0, surface.step() * 0.35), Qt.PenStyle.DotLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for word in words:
        for box in boxes(surface, word):
            painter.drawLine(box.bottomLeft(), box.bottomRight())
    painter.setPen(Qt.PenStyle.NoPen)


def _selection(painter: QPainter, surface: TextSurface) -> None:
    span = surface.selection()
    if span is None:
        return
    painter.setBrush(surface.theme.colors.selection)
    half = surface.air() / 2
    for box in boxes(surface, span):
        painter.drawRect(box.adjusted(0, -half, 0, half))


def _edges(painter: QPainter, surface: TextSurface) -> None:
    """A line under the chosen passage, and brackets at its ends; the picked one thick, in the accent."""
    index = surface.focused if surface.lit is None else surface.lit
    if index is None:
        return
    segment = surface.index[index]
    span = surface.stretched(index) or segment.span
    lines = list(boxes(surface, span))
    if not lines:
        return
    color, step = surface.theme.bar(segment.color), surface.step()
    bleed = surface.air() * 0.16
    painter.setPen(QPen(color, max(1.0, step * 0.4)))
    for box in lines:
        painter.drawLine(QPointF(box.left(), box.bottom() + bleed), QPointF(box.right(), box.bottom() + bleed))
    if surface.picked is not None and surface.focused == index:
        _bracket(painter, surface, span)


def _bracket(painter: QPainter, surface: TextSurface, span: Span) -> None:
    at = surface.shown.to_qt(span.start) if surface.picked == "start" else surface.shown.end_to_qt(span.end)
    box = surface.place_of(at)
    if box is None:
        return
    step = surface.step()
    painter.setPen(QPen(surface.theme.colors.accent, max(2.0, step * 0.8)))
    turn = step * 1.6 if surface.picked == "start" else -step * 1.6
    x = box.left()
    painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
    for y in (box.top(), box.bottom()):
        painter.drawLine(QPointF(x, y), QPointF(x + turn, y))


def _page_rules(painter: QPainter, surface: TextSurface) -> None:
    sight = surface.sight()
    if not surface.page_starts or not sight.blocks:
        return
    first, last = surface.shown.from_qt(sight.start), surface.shown.from_qt(sight.end)
    font = QFont(surface.font())
    font.setPointSizeF(surface.theme_font_size() * 0.8)
    painter.setFont(font)
    for start, number in surface.pages_within(first, last):
        top = sight.top_of(surface.shown.to_qt(start))
        if top is None or start == 0:
            continue
        y = top - surface.air() / 2
        painter.setPen(QPen(surface.theme.colors.line, 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, y), QPointF(surface.viewport().width(), y))
        painter.setPen(surface.theme.colors.muted)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        room = QRectF(0, y - surface.step() * 10, surface.viewport().width() - surface.step(), surface.step() * 10)
        painter.drawText(room, side, number)


def _caret(painter: QPainter, surface: TextSurface) -> None:
    """The caret never blinks and never goes: while the keys are elsewhere it is drawn faintly."""
    box = surface.place_of(surface.textCursor().position())
    if box is None:
        return
    live = surface.hasFocus() and surface.picked is None
    color = surface.theme.colors.accent if live else surface.theme.colors.line
    # Not QTextLayout.drawCursor: it inverts what lies under it instead of taking a colour.
    box.setWidth(max(2.0, round(surface.step() * 0.55)))
    painter.fillRect(box, color)
