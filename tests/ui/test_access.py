"""What a screen reader is told: every control has a name, the text can be read, a segment entered is announced."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)  # fmt: skip

from coder.spans import Span

_CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider, QTextEdit,
)  # fmt: skip
_QT_OWN = ("qt_", "ScrollLeftButton", "ScrollRightButton")  # made by Qt inside its own controls


def _belongs_to_a_control(widget: QWidget) -> bool:
    """The line of a spin box, the list of a combo box, a header: named by what they are part of."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (*_CONTROLS, QTabBar)):
            return True
        parent = parent.parentWidget()
    return False


def _waits_for_words(widget: QWidget) -> bool:
    """A button that is put away until an act gives it its words."""
    return isinstance(widget, QAbstractButton) and not widget.isVisible() and widget.icon().isNull()


def _told(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    named = interface.text(QAccessible.Text.Name) if interface is not None else ""
    buddies = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return named or widget.accessibleName() or "".join(buddies)


def _where(widget: QWidget) -> str:
    chain = []
    at: QWidget | None = widget
    while at is not None and len(chain) < 4:
        words = at.placeholderText() if isinstance(at, QLineEdit) else ""
        chain.append(f"{type(at).__name__}({at.objectName()}{words})")
        at = at.parentWidget()
    return " in ".join(chain)


def test_every_control_of_the_furnished_window_has_a_name(window):
    unnamed = [
        _where(widget)
        for widget in window.findChildren(QWidget)
        if isinstance(widget, _CONTROLS)
        and not widget.objectName().startswith(_QT_OWN)
        and not _belongs_to_a_control(widget)
        and not _waits_for_words(widget)
        and not _told(widget).strip()
    ]
    assert not unnamed, "\n".join(unnamed)


@pytest.fixture
def desk(window, study):
    window.room.read(study.documents["Decree.txt"])
    return window.room.desk


def test_the_text_can_be_read_through_its_interface(desk):
    interface = QAccessible.queryAccessibleInterface(desk.surface)
    text = interface.textInterface()
    assert text is not None
    assert text.text(0, 12) == "The governor"
    assert interface.text(QAccessible.Text.Name) == "Text of the document"


def test_a_segment_is_told_when_the_caret_enters_it_and_once(desk, study):
    told: list[str] = []
    desk.surface.announced.connect(told.append)
    desk.surface.select(Span(13, 19))
    desk.surface.code_key_pressed.emit("c")
    told.clear()
    for place in (40, 14, 15, 40):
        desk.surface.select(Span(place, place))
    assert told == ["Actor › Centre, Ana"]
    interface = QAccessible.queryAccessibleInterface(desk.surface)
    desk.surface.select(Span(15, 15))
    assert interface.text(QAccessible.Text.Description) == "Actor › Centre, Ana"
    desk.surface.select(Span(40, 40))
    assert interface.text(QAccessible.Text.Description) == ""
