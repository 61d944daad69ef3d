"""Alpha as a small bar under its number: the conventions marked, the interval as a line when there is one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coder.reliability.figures import FIRM, TENTATIVE
from ui.colors import mixed
from ui.models.table import ROW
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class AlphaBar(QStyledItemDelegate):
    """Paints the cell's number, and left of it a track from 0 to 1 filled up to alpha.

    Below 0 nothing is filled and the track's beginning is crossed: a shape, not a colour, says it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + option.fontMetrics.averageCharWidth() * 12, size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        f = index.data(ROW)
        if f is None or f.alpha.value is None:
            return
        step, letter = Theme.step(option.font), option.fontMetrics.averageCharWidth()
        room = option.rect.adjusted(round(step * 2), 0, -letter * 8, 0)
        if room.width() < letter * 4:
            return
        height = max(3.0, step * 1.2)
        track = QRectF(room.x(), room.center().y() - height / 2 + 0.5, room.width(), height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colors = self._theme.colors
        painter.setBrush(mixed(colors.muted, colors.raised, 0.22))
        painter.drawRoundedRect(track, height / 2, height / 2)
        self._fill(painter, track, f.alpha.value)
        self._marks(painter, track, step)
        if f.alpha.low is not None and f.alpha.high is not None:
            self._interval(painter, track, f.alpha.low, f.alpha.high, step)
        painter.restore()

    def _fill(self, painter: QPainter, track: QRectF, alpha: float) -> None:
        colors = self._theme.colors
        if alpha <= 0:
            painter.setPen(QPen(colors.ink, max(1.0, track.height() * 0.3)))
            side = track.height()
            painter.drawLine(track.topLeft(), track.topLeft() + QPointF(side, side))
            painter.drawLine(track.bottomLeft(), track.bottomLeft() + QPointF(side, -side))
            painter.setPen(Qt.PenStyle.NoPen)
            return
        painter.setBrush(mixed(colors.ink, colors.raised, 0.62))
        filled = QRectF(track.x(), track.y(), max(track.height(), track.width() * min(1.0, alpha)), track.height())
        painter.drawRoundedRect(filled, track.height() / 2, track.height() / 2)

    def _marks(self, painter: QPainter, track: QRectF, step: float) -> None:
        """Where the conventions lie."""
        painter.setPen(QPen(self._theme.colors.muted, max(1.0, step * 0.25)))
        for at in (TENTATIVE, FIRM):
            x = track.x() + track.width() * at
            painter.drawLine(QPointF(x, track.y() - step * 0.7), QPointF(x, track.bottom() + step * 0.7))

    def _interval(self, painter: QPainter, track: QRectF, low: float, high: float, step: float) -> None:
        painter.setPen(QPen(self._theme.colors.accent, max(1.5, step * 0.5)))
        left, right = (track.x() + track.width() * min(1.0, max(0.0, end)) for end in (low, high))
        y = track.center().y()
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - step), QPointF(x, y + step))
