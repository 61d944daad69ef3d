"""The order in which Tab walks: by lines, from the side where reading begins, what stands together kept together."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.tabbing import in_reading_order, step


def names(top: QWidget) -> list[str]:
    return [widget.objectName() for widget in in_reading_order(top)]


def button(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setObjectName(name)
    return made


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Two lines above two columns, made from the last to the first."""
    fourth, third, second, first = (button(name) for name in "dcba")
    top, columns = QWidget(), QSplitter()
    qtbot.addWidget(top)
    for pair in ((third, button("e")), (fourth, button("f"))):
        column = QWidget()
        inside = QVBoxLayout(column)
        for one in pair:
            inside.addWidget(one)
        columns.addWidget(column)
    whole, line = QVBoxLayout(top), QHBoxLayout()
    whole.addLayout(line)
    whole.addWidget(columns)
    line.addWidget(first)
    line.addWidget(second)
    with qtbot.waitActive(top):
        top.show()
        top.activateWindow()
    return top


def test_it_goes_by_lines_and_through_one_column_before_the_next(page: QWidget) -> None:
    assert names(page) == ["a", "b", "c", "e", "d", "f"]


def test_where_one_reads_from_the_right_it_begins_there(page: QWidget, qapp: QApplication) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(page.width() + 40, page.height())  # a splitter takes the other direction when it is laid out anew
    qapp.processEvents()
    first, second = list(in_reading_order(page))[:2]
    assert first.x() > second.x()
    assert names(page) == ["a", "b", "c", "e", "d", "f"]


def test_it_goes_round_both_ways_and_passes_over_what_is_out_of_use(page: QWidget) -> None:
    order = list(in_reading_order(page))
    order[1].setEnabled(False)
    order[0].setFocus()
    walked = []
    for _ in range(5):
        assert step(page, True)
        walked.append(QApplication.focusWidget().objectName())
    assert walked == ["c", "e", "d", "f", "a"]
    step(page, False)
    assert QApplication.focusWidget() is order[-1]


def test_of_radio_buttons_it_comes_to_the_chosen_one(qtbot: QtBot) -> None:
    top = QWidget()
    qtbot.addWidget(top)
    layout = QVBoxLayout(top)
    for name in ("one", "two"):
        radio = QRadioButton(name)
        radio.setObjectName(name)
        layout.addWidget(radio)
    top.show()
    assert names(top) == ["one", "two"]
    top.findChild(QRadioButton, "two").setChecked(True)
    assert names(top) == ["two"]


def test_what_scrolls_is_come_to_where_nothing_in_it_is_and_shows_what_is_come_to(qtbot: QtBot) -> None:
    area, words, top = QScrollArea(), QLabel("\n".join("words" for _ in range(80))), QWidget()
    qtbot.addWidget(top)
    area.setObjectName("area")
    area.setWidget(words)
    QVBoxLayout(top).addWidget(area)
    top.resize(200, 200)
    with qtbot.waitActive(top):
        top.show()
        top.activateWindow()
    assert names(top) == ["area"]
    field = QLineEdit(words)
    field.setObjectName("field")
    field.move(0, words.height() - 40)
    field.show()
    assert names(top) == ["field"]
    step(top, True)
    assert field.hasFocus()
    assert area.verticalScrollBar().value() > 0
