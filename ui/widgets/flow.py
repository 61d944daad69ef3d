"""Widgets in lines like words: what does not fit goes on the next line, so that a narrow pane cuts nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """From the leading edge, line by line; `gap` logical pixels between.

    It is always of a widget: as a layout within a layout PySide frees its items while they are in use.
    """

    def __init__(self, parent: QWidget, *, gap: int = 4) -> None:
        super().__init__(parent)
        self._gap = gap
        self._kept: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._kept.append(item)

    def count(self) -> int:
        return len(self._kept)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._kept[index] if 0 <= index < len(self._kept) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._kept.pop(index) if 0 <= index < len(self._kept) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        m = self.contentsMargins()
        return size + QSize(m.left() + m.right(), m.top() + m.bottom())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, only_measure=False)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._kept if not item.isEmpty()]

    def _place(self, rect: QRect, *, only_measure: bool) -> int:
        m = self.contentsMargins()
        inside = rect.adjusted(m.left(), m.top(), -m.right(), -m.bottom())
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x, y = 0, inside.y()
        line: list[tuple[QLayoutItem, int, QSize]] = []
        height = 0

        def set_line() -> None:
            for item, at, size in line:
                left = inside.right() + 1 - at - size.width() if rtl else inside.x() + at
                item.setGeometry(QRect(QPoint(left, y + (height - size.height()) // 2), size))

        for item in self._shown():
            size = item.sizeHint()
            if x and x + size.width() > inside.width():
                if not only_measure:
                    set_line()
                y, x, height = y + height + self._gap, 0, 0
                line.clear()
            line.append((item, x, size))
            x += size.width() + self._gap
            height = max(height, size.height())
        if not only_measure:
            set_line()
        return y + height - rect.y() + m.bottom()


def flow_of_tools(*widgets: QWidget, step: float, parent: QWidget | None = None) -> QWidget:
    """Widgets at the head of a panel, in as many lines as they need."""
    place = QWidget(parent)
    layout = Flow(place, gap=round(step * 2))
    layout.setContentsMargins(round(step * 2), round(step), round(step * 2), round(step))
    for widget in widgets:
        layout.addWidget(widget)
    policy = place.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    place.setSizePolicy(policy)
    return place
