"""What has the keys is seen: each kind of control looks otherwise then, strongly enough, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.colors import contrast
from ui.models.table import Column, TableModel
from ui.theme import Theme, theme_names
from ui.widgets.code_tree import CodeTree
from ui.widgets.lists import FilterLine, ListView, calm
from ui.widgets.pages import plain_text

_ENOUGH = 3.0  # of contrast between with and without, as WCAG 2.2 has it for what shows focus


def _text(theme: Theme) -> QTextBrowser:
    view = QTextBrowser()
    view.setPlainText("Acts of provinces.")
    plain_text(view, theme)
    return view


def _tree(theme: Theme) -> QTreeView:
    tree = CodeTree()
    calm(tree, theme)
    return tree


def _kinds(theme: Theme) -> dict[str, QWidget]:
    """Each kind of control, in the state in which focus is hardest to see."""
    pressed, ticked, chosen, tabs, area = QToolButton(), QCheckBox("Own"), QRadioButton("All"), QTabBar(), QScrollArea()
    pressed.setText("More")
    pressed.setCheckable(True)
    for button in (pressed, ticked, chosen):
        button.setChecked(True)
    tabs.addTab("Codes")
    tabs.addTab("Pairs")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(QLabel("Words"))
    box, open_box = QComboBox(), QComboBox()
    open_box.setEditable(True)
    return {
        "button": QPushButton("Save"), "pressed tool": pressed, "ticked box": ticked, "radio button": chosen,
        "tabs": tabs, "what scrolls": area, "box": box, "editable box": open_box, "line": QLineEdit(),
        "filter": FilterLine(theme, "Filter"), "words": QPlainTextEdit(), "text": _text(theme),
        "plain list": QListWidget(), "code tree": _tree(theme),
        "table": ListView(TableModel([Column("Name", str)], hash), theme),
    }  # fmt: skip


def _strongly_changed(before: QImage, after: QImage) -> int:
    """Pixels that differ by enough contrast."""
    known: dict[tuple[int, int], bool] = {}
    found = 0
    for y in range(before.height()):
        for x in range(before.width()):
            pair = before.pixel(x, y), after.pixel(x, y)
            if pair[0] != pair[1]:
                if pair not in known:
                    known[pair] = contrast(QColor(pair[0]), QColor(pair[1])) >= _ENOUGH
                found += known[pair]
    return found


@pytest.mark.parametrize("name", theme_names())
def test_what_has_the_keys_is_seen(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme = Theme(name)
    theme.apply(qapp)
    page, elsewhere = QWidget(), QPushButton("Elsewhere")
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    kinds = _kinds(theme)
    for widget in (elsewhere, *kinds.values()):
        widget.setMaximumSize(80, 60)
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    for kind, widget in kinds.items():
        elsewhere.setFocus()
        qapp.processEvents()
        before = page.grab(widget.geometry()).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.hasFocus(), kind
        qapp.processEvents()
        seen = _strongly_changed(before, page.grab(widget.geometry()).toImage())
        assert seen >= 2 * min(widget.width(), widget.height()), f"{kind}: {seen} pixels"
