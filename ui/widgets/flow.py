"""Widgets in lines like words: what does not fit goes on the next line, so that a narrow pane cuts nothing."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class Flow(QLayout):
    """From the leading edge, line by line; `gap` logical pixels between.

    first_grows: the first takes what the others leave of its line.
    It is always of a widget: as a layout within a layout PySide frees its items while they are in use.
    """

    def __init__(self, parent: QWidget, *, gap: int = 4, first_grows: bool = False) -> None:
        super().__init__(parent)
        self._gap, self._first_grows = gap, first_grows
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
        y = inside.y()
        for n, line in enumerate(self._lines(inside.width())):
            y += self._gap if n else 0
            height = max(size.height() for _, size in line)
            spare = inside.width() - sum(size.width() + self._gap for _, size in line) + self._gap
            x = 0
            for k, (item, size) in enumerate(line):
                wide = size.width() + (max(spare, 0) if self._first_grows and n == k == 0 else 0)
                left = inside.right() + 1 - x - wide if rtl else inside.x() + x
                if not only_measure:
                    item.setGeometry(QRect(left, y + (height - size.height()) // 2, wide, size.height()))
                x += wide + self._gap
            y += height
        return y - rect.y() + m.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands in each line, with the size it has there: what is wider than a line is made to fit it."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._shown():
            hint = item.sizeHint()
            size = QSize(max(min(hint.width(), width), item.minimumSize().width()), hint.height())
            if lines and taken + size.width() <= width:
                lines[-1].append((item, size))
            else:
                lines.append([(item, size)])
                taken = 0
            taken += size.width() + self._gap
        return lines


def flow_of_tools(
    *widgets: QWidget, step: float, gap: float = 2, first_grows: bool = False, parent: QWidget | None = None
) -> QWidget:
    """Widgets at the head of a panel, in as many lines as they need; `gap` steps between."""
    place = QWidget(parent)
    layout = Flow(place, gap=round(step * gap), first_grows=first_grows)
    layout.setContentsMargins(round(step * 2), round(step), round(step * 2), round(step))
    for widget in widgets:
        layout.addWidget(widget)
    policy = place.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    place.setSizePolicy(policy)
    return place
