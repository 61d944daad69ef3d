"""Two halves of a pane that stand one above the other, and beside each other where the pane is low and wide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_LOW, _WIDE = 27, 110  # lines, letters


class TurningSplit(QSplitter):
    """Each half: the widget, its share of what is left over, and how many lines it has at least."""

    def __init__(self, *halves: tuple[QWidget, int, int]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        for n, (widget, share, lines) in enumerate(halves):
            widget.setMinimumHeight(self.fontMetrics().lineSpacing() * lines)
            self.addWidget(widget)
            self.setStretchFactor(n, share)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        wide = event.size().width() >= metrics.averageCharWidth() * _WIDE
        beside = wide and event.size().height() < metrics.lineSpacing() * _LOW
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self.setSizes([11 * event.size().width(), 9 * event.size().width()])
