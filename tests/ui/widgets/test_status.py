"""The line below: the state is read whole where there is room, and ends in “…” where there is none."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.status import StatusLine

WORDS = "Ana · round 1 · codebook 3 · this document: open (F9 finishes) · 33 segments · saved"


def line_of(qtbot: QtBot, wide: int) -> StatusLine:
    line = StatusLine(Theme("light"))
    qtbot.addWidget(line)
    line.resize(wide, line.sizeHint().height())
    line.show_state(WORDS)
    line.show()
    QApplication.processEvents()
    return line


def test_the_state_has_the_whole_line_until_something_is_said(qtbot: QtBot) -> None:
    line = line_of(qtbot, 900)
    alone = line._state.width()
    line.say("Saved.")
    QApplication.processEvents()
    assert line._state.width() < alone
    line._timer.timeout.emit()
    QApplication.processEvents()
    assert (line.said(), line._state.width()) == ("", alone)
    assert alone > line._state.fontMetrics().horizontalAdvance(WORDS)


def test_a_state_too_long_for_the_line_ends_in_dots_and_is_told_whole(qtbot: QtBot) -> None:
    line = line_of(qtbot, 900)
    whole = line._state.grab().toImage()
    line.resize(300, line.height())
    QApplication.processEvents()
    short = line._state
    assert short.width() < short.fontMetrics().horizontalAdvance(WORDS)
    cut = short.grab().toImage()
    dots = cut.copy(cut.width() - 12, 0, 12, cut.height())
    same_place = whole.copy(cut.width() - 12, 0, 12, cut.height())
    assert dots != same_place
    assert (line.state(), short.toolTip()) == (WORDS, WORDS)
