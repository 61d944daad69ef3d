"""Names for what Qt makes itself inside a control: a screen reader meets these parts too, and Qt gives them none."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLabel, QLineEdit, QToolButton, QWidget

_KEY = re.compile(r"\s*\([^()]+\)$")


def without_key(words: str) -> str:
    """A tooltip's words without the key that stands in brackets behind them: a button's name."""
    return _KEY.sub("", words)


def name_parts(top: QWidget, title: str = "") -> None:
    """Names the parts of all controls in a widget, and of itself, after what they are parts of.

    title: what an area that takes the keys, but has no name of its own, is called.
    """
    for box in (top, *top.findChildren(QComboBox)):
        if isinstance(box, QComboBox):
            _name_box(box)
    for line in (top, *top.findChildren(QLineEdit)):
        if isinstance(line, QLineEdit):
            _name_clearing(line)
    for area in top.findChildren(QAbstractScrollArea):
        if title and area.focusPolicy() & Qt.FocusPolicy.TabFocus and not _named(area):
            area.setAccessibleName(title)
    if title and not top.accessibleName():
        top.setAccessibleName(title)


def name_editor(editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> QWidget:
    """What a cell is written in is called as its column is."""
    title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
    editor.setAccessibleName(str(title or ""))
    name_parts(editor)
    return editor


def _named(widget: QWidget) -> str:
    """Its own name, or that of the label that leads to it."""
    if own := widget.accessibleName():
        return own
    around = widget.parentWidget()
    labels = around.findChildren(QLabel) if around is not None else []
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _name_box(box: QComboBox) -> None:
    """Its list and its line are called as it is; what it is for is told beside what is chosen.

    Qt tells the choice as the name of a box on Linux, where labels are told apart from names.
    """
    name = _named(box)
    if not name:
        return
    box.view().setAccessibleName(name)
    if (line := box.lineEdit()) is not None:
        line.setAccessibleName(name)
    if not box.toolTip() and not box.accessibleDescription():
        box.setAccessibleDescription(name)


def _name_clearing(line: QLineEdit) -> None:
    """The small button within the line that empties it."""
    if line.isClearButtonEnabled():
        words = QCoreApplication.translate("Parts", "Clear what is typed")
        for button in line.findChildren(QToolButton):
            action = button.defaultAction()
            if action is not None and action.objectName() == "_q_qlineeditclearaction":
                button.setAccessibleName(words)
