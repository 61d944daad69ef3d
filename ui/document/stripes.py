"""The margin of coding stripes: one bar a segment, packed in lanes, its code's name at the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)  # fmt: skip
from PySide6.QtWidgets import QToolTip, QWidget

from ui.document.marks import Segment
from ui.document.sides import LEFT, RIGHT
from ui.document.unit_marks import paint_question
from ui.painters import painter_on

if TYPE_CHECKING:
    from ui.document.surface import TextSurface
    from ui.document.unit_marks import QuestionMark

_NAME_SIZE = 0.86  # times the interface font
_SCROLLS = 50  # milliseconds between two lines while an end is held above or below what is in sight


@dataclass(frozen=True, slots=True)
class Stripe:
    """One bar as it stands on the screen."""

    index: int
    segment: Segment
    bar: QRectF
    starts_here: bool  # its start, its end is in sight
    ends_here: bool
    agreed: bool = False  # two coders are compared, and both have it alike


class Stripes(QWidget):
    """Shows the segments in sight beside the text; hover lights, click selects, dragging an end stretches."""

    def __init__(self, surface: TextSurface, side: str = RIGHT) -> None:
        """side: of the text; on the left stand segments only while two coders are compared."""
        super().__init__(surface)
        self._surface = surface
        self._side = side
        self._stripes: list[Stripe] = []
        self._names: list[tuple[QRectF, int]] = []
        self._questions: list[tuple[QRectF, QuestionMark]] = []
        self._drag: tuple[int, str] | None = None  # segment, "start" or "end"
        self._kept = False  # the end of a bar that is not one's own was taken, and this was not told yet
        self._resizing = False
        self._held = QPointF()  # where the mouse holds an end, in the viewport of the text
        self._scroll = QTimer(self, interval=_SCROLLS)
        self._scroll.timeout.connect(self._scroll_on)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Coding stripes"))

    @property
    def stripes(self) -> list[Stripe]:
        """The bars in sight, as last painted."""
        return self._stripes

    # measures

    def bar_width(self) -> float:
        return max(3.0, round(self._surface.step() * 1.4))

    def lane_width(self) -> float:
        """Room for a bar and most of a name; lanes are narrower where a group takes many."""
        return self._surface.step() * 21.0

    def _left(self) -> float:
        return self._surface.step() * 3.0

    def _lane(self, lane: int, lanes: int) -> float:
        room = max(self.bar_width(), self.width() - self._left() - self.bar_width())
        pitch = min(self.lane_width(), room / max(1, lanes))
        inward = self._left() + lane * max(2.0, pitch)
        return inward if self._side == RIGHT else self.width() - inward - self.bar_width()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._stripes = self._arrange()
        with painter_on(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._surface.theme.colors
        painter.fillRect(self.rect(), colors.paper)
        hair = max(1.0, self._surface.step() * 0.3)
        edge = colors.accent if self._resizing else colors.line
        at = self._left() / 3 if self._side == RIGHT else self.width() - self._left() / 3
        painter.fillRect(QRectF(at, 0, hair, self.height()), edge)
        for stripe in self._stripes:
            self._paint_bar(painter, stripe)
        if self._side == RIGHT:
            self._paint_questions(painter)
        self._names = []
        painter.setFont(self._font(False))
        for stripe in sorted(self._stripes, key=lambda s: s.bar.left(), reverse=self._side == LEFT):
            if not stripe.agreed:
                self._paint_name(painter, stripe)

    def _paint_questions(self, painter: QPainter) -> None:
        """A sign beside each passage that the lead is asked about: filled while it waits, outlined when answered."""
        surface, colors = self._surface, self._surface.theme.colors
        self._questions = []
        sight = surface.sight()
        if not sight.blocks:
            return
        side = min(self._left() * 0.86, QFontMetricsF(self._font(True)).height())
        painter.setFont(self._font(True))
        taken = -side
        for mark in surface.questions:
            top = sight.top_of(surface.shown.to_qt(mark.span.start))
            if top is None:
                continue
            taken = top = max(top + 1, taken + side)
            box = QRectF((self._left() - side) / 2, top, side, side)
            paint_question(painter, box, self._font(True), colors, answered=mark.answered)
            self._questions.append((box.adjusted(-2, -2, 2, 2), mark))

    def question_at(self, place: QPointF) -> QuestionMark | None:
        """The question whose sign is under a point."""
        return next((mark for box, mark in self._questions if box.contains(place)), None)

    def _arrange(self) -> list[Stripe]:
        surface = self._surface
        sight, shown, index = surface.sight(), surface.shown, surface.index
        if not sight.blocks or not len(index):
            return []
        first, last = shown.from_qt(sight.start), shown.from_qt(sight.end)
        comparison = surface.comparison
        if comparison is not None:
            placed = comparison.in_sight(self._side, first, last)
        else:
            indices = index.overlapping(first, last)
            placed = [
                (n, *lanes) for n, lanes in zip(indices.tolist(), index.lanes(np.asarray(indices)), strict=True)
            ]  # fmt: skip
        stripes = []
        for n, lane, lanes in placed:
            segment = index[n]
            agreed = comparison is not None and comparison.agreed(n)
            span = surface.stretched(n) or segment.span
            top = sight.top_of(shown.to_qt(span.start))
            bottom = sight.bottom_of(shown.end_to_qt(span.end))
            begin, end = (-2.0 if top is None else top), (self.height() + 2.0 if bottom is None else bottom)
            bar = QRectF(self._lane(lane, lanes), begin + 1, self.bar_width(), max(4.0, end - begin - 2))
            stripes.append(Stripe(n, segment, bar, top is not None, bottom is not None, agreed))
        return stripes

    def _paint_bar(self, painter: QPainter, stripe: Stripe) -> None:
        theme, surface = self._surface.theme, self._surface
        color = theme.bar(stripe.segment.color)
        chosen, lit = surface.focused == stripe.index, surface.lit == stripe.index
        bar = stripe.bar
        round_ = bar.width() / 2.5
        if chosen or lit:
            grown = bar.adjusted(-2, -1, 2, 1)
            painter.setPen(QPen(theme.colors.accent if chosen else theme.colors.muted, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(grown.adjusted(-0.6, -0.6, 0.6, 0.6), round_ + 2, round_ + 2)
        if stripe.agreed:  # nothing to look at: a thin line says that it is there
            thin = max(1.0, bar.width() / 3)
            painter.fillRect(QRectF(bar.center().x() - thin / 2, bar.top(), thin, bar.height()), theme.colors.muted)
        elif stripe.segment.mine or surface.comparison is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(bar, round_, round_)
        else:  # another coder's: outlined, so that the two are told apart without colour too
            pen = QPen(color, max(1.2, bar.width() / 3.5))
            painter.setPen(pen)
            painter.setBrush(theme.colors.paper)
            inset = pen.widthF() / 2
            painter.drawRoundedRect(bar.adjusted(inset, inset, -inset, -inset), round_, round_)

    def _paint_name(self, painter: QPainter, stripe: Stripe) -> None:
        metrics = QFontMetricsF(painter.font())
        top = max(0.0, stripe.bar.top()) - 1
        row = self._room_for_name(stripe, QRectF(0, top, self.width(), metrics.height()))
        words = stripe.segment.name
        if not stripe.segment.mine and stripe.segment.initials:
            words = f"{words} · {stripe.segment.initials}"
        shortened = _shortened(words, metrics, row.width())
        if not shortened:
            return
        colors = self._surface.theme.colors
        chosen = self._surface.focused == stripe.index
        painter.setFont(self._font(chosen))
        painter.setPen(colors.ink if chosen or self._surface.lit == stripe.index else colors.muted)
        side = Qt.AlignmentFlag.AlignLeft if self._side == RIGHT else Qt.AlignmentFlag.AlignRight
        painter.drawText(row, side | Qt.AlignmentFlag.AlignTop, shortened)
        painter.setFont(self._font(False))
        if self._side == RIGHT:
            row.setWidth(metrics.horizontalAdvance(shortened))
        else:
            row.setLeft(row.right() - metrics.horizontalAdvance(shortened))
        self._names.append((row, stripe.index))

    def _room_for_name(self, stripe: Stripe, row: QRectF) -> QRectF:
        """From the bar outwards, as far as no other bar or name stands in the way."""
        step, bar = self._surface.step(), stripe.bar
        beside = [s.bar for s in self._stripes if s.bar.top() < row.bottom() and s.bar.bottom() > row.top()]
        named = [box for box, _ in self._names if box.top() < row.bottom() and box.bottom() > row.top()]
        if self._side == RIGHT:
            left = bar.right() + step
            row.setLeft(left)
            ends = [b.left() for b in beside if b.left() > left - 1] + [b.left() for b in named if b.right() > left]
            row.setRight(min([self.width() - step, *(at - step * 0.8 for at in ends)]))
        else:
            right = bar.left() - step
            ends = [b.right() for b in beside if b.right() < right + 1] + [b.right() for b in named if b.left() < right]
            row.setLeft(max([step, *(at + step * 0.8 for at in ends)]))
            row.setRight(right)
        return row

    def _font(self, strong: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _NAME_SIZE)
        font.setBold(strong)
        return font

    # mouse

    def stripe_at(self, place: QPointF) -> Stripe | None:
        """The bar or name under a point; the shortest where bars are thin and near."""
        reach = self.bar_width() * 0.6
        near = [s for s in self._stripes if s.bar.adjusted(-reach, 0, reach, 0).contains(place)]
        if near:
            return min(near, key=lambda s: (abs(s.bar.center().x() - place.x()), s.bar.height()))
        named = {index for box, index in self._names if box.contains(place)}
        return next((s for s in self._stripes if s.index in named), None)

    def _grip(self, place: QPointF) -> tuple[int, str] | None:
        """The end of one's own bar under a point, to be dragged."""
        found = self._end_at(place)
        return found if found is not None and self._surface.index[found[0]].mine else None

    def _end_at(self, place: QPointF) -> tuple[int, str] | None:
        """The end of a bar under a point, whoever's it is."""
        stripe = self.stripe_at(place)
        beyond = place.x() - stripe.bar.right() if stripe is not None else 0.0
        if stripe is None or beyond > self.bar_width() or self._side == LEFT:
            return None
        reach = min(self._surface.step() * 1.8, stripe.bar.height() / 4)
        if stripe.starts_here and place.y() <= stripe.bar.top() + reach:
            return stripe.index, "start"
        if stripe.ends_here and place.y() >= stripe.bar.bottom() - reach:
            return stripe.index, "end"
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._resizing:
            self._surface.set_measure_edge(self.mapTo(self._surface, place).x())
        elif self._drag is not None:
            self._held = self._surface.viewport().mapFromGlobal(event.globalPosition())
            self._scroll.stop() if 0 <= self._held.y() <= self.height() else self._scroll.start()
            self._surface.drag_edge(*self._drag, self._held)
        elif self._kept:
            self._kept = False
            self._surface.said.emit(self._surface.why_kept())
        else:
            stripe = self.stripe_at(place)
            self._surface.light(stripe.index if stripe else None)
            self.setCursor(self._cursor_at(place, stripe))

    def let_go(self) -> None:
        """The end that the mouse holds stays where it was: Esc, while it is dragged."""
        self._drag = None
        self._scroll.stop()

    def _scroll_on(self) -> None:
        """An end is held above or below what is in sight: the text goes on under it."""
        if self._drag is None:
            self._scroll.stop()
            return
        bar = self._surface.verticalScrollBar()
        bar.setValue(bar.value() + (-1 if self._held.y() < 0 else 1))
        self._surface.drag_edge(*self._drag, self._held)

    def _cursor_at(self, place: QPointF, stripe: Stripe | None) -> Qt.CursorShape:
        if self.question_at(place) is not None:
            return Qt.CursorShape.PointingHandCursor
        if self._grip(place) is not None:
            return Qt.CursorShape.SizeVerCursor
        if stripe is None and self._at_edge(place):
            return Qt.CursorShape.SplitHCursor
        return Qt.CursorShape.PointingHandCursor if stripe else Qt.CursorShape.ArrowCursor

    def _at_edge(self, place: QPointF) -> bool:
        """Is this the edge of the text that can be dragged? It is the right one."""
        return self._side == RIGHT and place.x() < self._left()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if (question := self.question_at(event.position())) is not None:
            self._surface.question_chosen.emit(question.id)
            return
        self._drag = self._grip(event.position())
        self._kept = self._drag is None and self._end_at(event.position()) is not None
        if (stripe := self.stripe_at(event.position())) is not None:
            self._surface.choose(stripe.index, clicked=True)
        elif self._at_edge(event.position()):
            self._resizing = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._resizing = self._kept = False
        self._scroll.stop()
        if self._drag is not None:
            self._drag = None
            self._surface.end_drag()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if (stripe := self.stripe_at(event.position())) is not None:
            self._surface.segment_opened.emit(stripe.segment.id)
        elif self._at_edge(event.position()):
            self._surface.set_measure(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (stripe := self.stripe_at(QPointF(event.pos()))) is None:
            event.ignore()
            return
        self._surface.choose(stripe.index, clicked=True)
        self._surface.menu_requested.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        self._surface.light(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def words_at(self, place: QPointF) -> str:
        """What the tooltip at a point says; "" beside all bars and names."""
        if (question := self.question_at(place)) is not None:
            return question.tooltip
        stripe = self.stripe_at(place)
        if stripe is None:
            return ""
        segment, more = stripe.segment, self._surface.words_of
        words = segment.tooltip or segment.path or segment.name
        return words if more is None else words + more(segment.id)

    def wheelEvent(self, event: QEvent) -> None:
        self._surface.wheelEvent(event)  # type: ignore[arg-type]



def _shortened(words: str, metrics: QFontMetricsF, width: float) -> str:
    """As much of a name as fits; "" when not even two letters do."""
    if metrics.horizontalAdvance(words) <= width:
        return words
    if width < metrics.horizontalAdvance("n") * 2:
        return ""
    if width < metrics.horizontalAdvance("n") * 5:  # too narrow for a sign of omission; the first letters say more
        cut = words
        while cut and metrics.horizontalAdvance(cut) > width:
            cut = cut[:-1]
        return cut.rstrip()
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
