"""Two halves that turn: one above the other, beside each other where there is little height and much width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.turning import TurningSplit

ABOVE, BESIDE = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


@pytest.mark.parametrize(
    ("letters", "lines", "stands"),
    [(60, 60, ABOVE), (60, 20, ABOVE), (180, 60, ABOVE), (180, 20, BESIDE)],
    ids=["high and narrow", "low and narrow", "high and wide", "low and wide"],
)
def test_it_stands_as_there_is_room_and_both_halves_are_seen(
    qtbot: QtBot, letters: int, lines: int, stands: Qt.Orientation
) -> None:
    one, other = QWidget(), QWidget()
    split = TurningSplit((one, 3, 8), (other, 2, 6))
    qtbot.addWidget(split)
    split.show()
    metrics = split.fontMetrics()
    for width, height in ((60, 60), (letters, lines)):
        split.resize(metrics.averageCharWidth() * width, metrics.lineSpacing() * height)
    assert split.orientation() == stands
    assert min(one.width(), one.height(), other.width(), other.height()) > metrics.lineSpacing() * 4
