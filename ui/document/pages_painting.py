"""What is drawn of one page: its picture, tints on the words, stripes beside it, selection and caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from coder.spans import Span
from ui.colors import tint
from ui.document.unit_marks import QuestionMark, paint_question
from ui.theme import colors_of

if TYPE_CHECKING:
    from ui.document.pages import PageView

_PAPER, _INK = QColor("#ffffff"), QColor("#000000")
_DUSK = QColor("#d9d6d0")  # paper in the dark: printed pages stay dark on light, but do not glare
_SELECTED = QColor("#9ec5f4")


def paint_page(painter: QPainter, view: PageView, page: int, picture: QImage | None) -> None:
    """Draws one page of the view where it stands."""
    sheet = view.page_rect(page)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(sheet, _PAPER)
    if picture is not None:
        painter.drawImage(sheet, picture)
    # Everything on the page is laid over it as ink on paper is: letters stay what they are.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    if view.theme.dark:
        painter.fillRect(sheet, _DUSK)
    _tints(painter, view, page)
    _hits(painter, view, page)
    _selection(painter, view, page)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    _focused(painter, view, page)
    _unit(painter, view, page)
    _stripes(painter, view, page)
    _questions(painter, view, page)
    _caret(painter, view, page)
    painter.setPen(QPen(view.theme.colors.line, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(sheet)


def _unit(painter: QPainter, view: PageView, page: int) -> None:
    """The fixed unit in hand, framed."""
    units = view.surface.units
    if units.held is None:
        return
    frame, around = QPainterPath(), view.margin() * 0.12
    frame.setFillRule(Qt.FillRule.WindingFill)
    for box in view.rects(page, units.held):
        frame.addRect(box.adjusted(-around, -around, around, around))
    painter.setPen(QPen(view.theme.colors.accent, max(1.0, around * 0.7)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(frame.simplified())


def _extent(view: PageView, page: int) -> Span | None:
    boxes = view.boxes_of(page)
    if boxes is None or not len(boxes.positions):
        return None
    return Span(int(boxes.positions[0]), int(boxes.positions[-1]) + 1)


def _tints(painter: QPainter, view: PageView, page: int) -> None:
    extent, index = _extent(view, page), view.surface.index
    if extent is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for piece in index.flat(extent.start, extent.end, view.surface.focused):
        strong = piece.index == view.surface.focused
        painter.setBrush(tint(index[piece.index].color, _PAPER, _INK, 0.45 if strong else 0.28))
        for box in view.rects(page, Span(piece.start, piece.end)):
            painter.drawRect(box)


def _hits(painter: QPainter, view: PageView, page: int) -> None:
    """What a search found. A page is light in every theme, so hits in the dark have the light theme's colours."""
    surface, extent = view.surface, _extent(view, page)
    if extent is None:
        return
    colors = colors_of("light") if view.theme.dark else view.theme.colors
    painter.setPen(Qt.PenStyle.NoPen)
    for n, hit in surface.hits_within(extent.start, extent.end):
        painter.setBrush(colors.current_hit if n == surface.current_hit else colors.hit)
        for box in view.rects(page, hit):
            painter.drawRect(box)


def _selection(painter: QPainter, view: PageView, page: int) -> None:
    span, extent = view.surface.selection(), _extent(view, page)
    if span is None or extent is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SELECTED)
    for box in view.rects(page, span):
        painter.drawRect(box)


def _focused(painter: QPainter, view: PageView, page: int) -> None:
    surface = view.surface
    if surface.focused is None:
        return
    segment = surface.index[surface.focused]
    painter.setPen(QPen(QColor(segment.color), 2.0))
    for box in view.rects(page, segment.span):
        painter.drawLine(box.bottomLeft(), box.bottomRight())


def stripe_boxes(view: PageView, page: int) -> list[tuple[QRectF, int]]:
    """A thin bar beside the page for each segment on it, in its lane; the nearest lanes that there is room for."""
    extent, index = _extent(view, page), view.surface.index
    if extent is None:
        return []
    found = index.overlapping(extent.start, extent.end)
    sheet, step = view.page_rect(page), view.theme.step(view.font())
    bars: list[tuple[QRectF, int]] = []
    for n, (lane, _) in zip(found.tolist(), index.lanes(found), strict=True):
        x = sheet.right() + step * (1.2 + 1.8 * lane)
        if x + step > sheet.right() + view.stripes_width():
            continue
        boxes = view.rects(page, index[n].span)
        if boxes:
            top, bottom = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
            bars.append((QRectF(x, top, step * (1.2 if n == view.surface.focused else 0.8), bottom - top), n))
    return bars


def _stripes(painter: QPainter, view: PageView, page: int) -> None:
    step = view.theme.step(view.font())
    painter.setPen(Qt.PenStyle.NoPen)
    for box, n in stripe_boxes(view, page):
        painter.setBrush(view.theme.bar(view.surface.index[n].color))
        painter.drawRoundedRect(box, step * 0.3, step * 0.3)


def question_boxes(view: PageView, page: int) -> list[tuple[QRectF, QuestionMark]]:
    """The signs left of a page, one beside each passage on it that the lead is asked about."""
    extent = _extent(view, page)
    if extent is None:
        return []
    side = min(view.margin() * 0.86, QFontMetricsF(view.font()).height())
    left, taken = view.page_rect(page).left() - (view.margin() + side) / 2, float("-inf")
    found: list[tuple[QRectF, QuestionMark]] = []
    for mark in sorted(view.surface.questions, key=lambda mark: mark.span):
        if not extent.start <= mark.span.start < extent.end or not (lines := view.rects(page, mark.span)):
            continue
        taken = top = max(lines[0].top(), taken + side)
        found.append((QRectF(left, top, side, side), mark))
    return found


def _questions(painter: QPainter, view: PageView, page: int) -> None:
    for box, mark in question_boxes(view, page):
        font = QFont(view.font())
        font.setBold(True)
        paint_question(painter, box, font, view.theme.colors, answered=mark.answered)


def _caret(painter: QPainter, view: PageView, page: int) -> None:
    if view.places is None or view.places.page_at(view.surface.caret()) != page or view.boxes_of(page) is None:
        return
    box, colors = view.caret_rect(), view.theme.colors
    painter.setPen(QPen(colors.accent if view.hasFocus() else colors.line, 2.0))
    painter.drawLine(QPointF(box.left(), box.top()), QPointF(box.left(), box.bottom()))


def paint_keys(painter: QPainter, view: PageView) -> None:
    """Where no caret can stand, as on the pages of a scan, a frame says that the keys are here."""
    if view.hasFocus() and view.page_of_caret() is None:
        painter.setPen(QPen(view.theme.colors.accent, 2.0))
        painter.drawRect(view.viewport().rect().adjusted(1, 1, -1, -1))
