"""Where Tab goes: through a pane in the order in which it is read, and round again; F6 leaves it.

Qt's own chain follows the order in which things were made, loses what was put into a pane later, and leads on into
whatever pane was made next.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)  # their parts have no keys of their own


def takes_keys(widget: QWidget) -> bool:
    """Does Tab come to it?

    Of radio buttons to the chosen one: arrows lead to the others. To what scrolls only where it must be scrolled by
    keys: in it stands nothing that Tab comes to, and not all of it is in sight.
    """
    there = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
    if not there or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if isinstance(widget, QScrollArea):
        hidden = widget.verticalScrollBar().maximum() > 0 or widget.horizontalScrollBar().maximum() > 0
        return hidden and next(in_reading_order(widget), None) is None
    if isinstance(widget, QTabBar):  # tabs of panes that are all out of sight stand beside the window
        return widget.parentWidget().rect().intersects(widget.geometry())
    return not isinstance(widget, QRadioButton) or widget.isChecked() or not _chosen_beside(widget)


def _chosen_beside(button: QRadioButton) -> bool:
    group = button.group()
    if group is not None:
        return group.checkedButton() is not None
    around = button.parentWidget()
    beside = around.findChildren(QRadioButton, options=Qt.FindChildOption.FindDirectChildrenOnly) if around else []
    return any(other.isChecked() for other in beside)


def in_reading_order(top: QWidget) -> Iterator[QWidget]:
    """All that Tab comes to in a widget: line by line, what stands together kept together; panes are not entered."""
    inside = [child for child in top.children() if isinstance(child, QWidget)]
    seen = [w for w in inside if w.isVisible() and not w.isWindow() and not isinstance(w, QDockWidget)]
    for widget in _lines(seen, top.layoutDirection() == Qt.LayoutDirection.RightToLeft):
        if takes_keys(widget):
            yield widget
        if not isinstance(widget, _WHOLE):
            yield from in_reading_order(widget)


def _lines(widgets: list[QWidget], from_right: bool) -> Iterator[QWidget]:
    """Siblings from the top down, and along each line."""
    left = sorted(widgets, key=lambda w: w.geometry().top())
    while left:
        first = min(left, key=lambda w: w.geometry().center().y() if w.height() else w.geometry().top())
        line = [w for w in left if w is first or _in_line(first.geometry(), w.geometry())]
        left = [w for w in left if w not in line]
        yield from sorted(line, key=lambda w: -w.geometry().right() if from_right else w.geometry().left())


def _in_line(one: QRect, other: QRect) -> bool:
    return one.top() <= other.center().y() <= one.bottom() or other.top() <= one.center().y() <= other.bottom()


def step(top: QWidget, forward: bool) -> bool:
    """The keys to what comes next in a widget, or before; round at its ends. Was there anything?"""
    order, at = list(in_reading_order(top)), QApplication.focusWidget()
    if not order:
        return False
    here = next((n for n, widget in enumerate(order) if widget is at), None)
    if here is None:  # what has the keys is no stop of its own, for instance words that can be selected
        here = -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found = order[(here + (1 if forward else -1)) % len(order)]
    found.setFocus(reason)
    around = found.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(found)
        around = around.parentWidget()
    return True


class Pane(QDockWidget):
    """A dock in which Tab stays; what its keys do in the window they do also while it stands apart."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if self.isFloating() and not event.isAccepted():
            QApplication.sendEvent(self.parentWidget(), event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self.widget(), next) if self.widget() is not None else super().focusNextPrevChild(next)
