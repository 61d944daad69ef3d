"""The desk: title, messages that cover nothing, the empty state with its steps, the palette at the caret."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from coder.spans import Span
from ui.document.desk import Desk, Step
from ui.document.fuzzy import CodeChoice
from ui.theme import Theme


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    desk = Desk(theme)
    qtbot.addWidget(desk)
    desk.resize(900, 600)
    with qtbot.waitExposed(desk):
        desk.show()
    return desk


def test_an_empty_desk_says_so_and_its_steps_are_buttons(desk: Desk, qtbot: QtBot) -> None:
    assert desk.empty
    desk.show_empty("Nothing here yet.", "Begin.", [Step("import", "import", "Add sources…")])
    button = next(b for b in desk.findChildren(QPushButton) if b.text() == "Add sources…")
    with qtbot.waitSignal(desk.step_chosen) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["import"]


def test_a_document_stands_with_its_name_and_variables(desk: Desk) -> None:
    desk.show_document("Decree 114", ["2024-07-31", "", "ru"], "Some text.")
    assert not desk.empty
    assert desk.title.toolTip() == "Decree 114"
    assert desk.variables.text() == "2024-07-31 · ru"
    assert desk.surface.text == "Some text."


def test_a_long_name_does_not_widen_the_window(desk: Desk) -> None:
    desk.show_document("name " * 60, ["value " * 60], "Text.")
    assert desk.minimumSizeHint().width() < 900
    assert desk.title.text() != desk.title.toolTip()


def test_a_message_takes_room_above_the_text_and_is_closed(desk: Desk, qtbot: QtBot) -> None:
    desk.show_document("A", [], "Some text.")
    desk.tell("It failed.", "Try again.", details="Traceback", kind="error")
    bar = desk.messages
    assert bar.words == "It failed.\nTry again."
    qtbot.waitUntil(lambda: not bar.geometry().intersects(desk.surface.parentWidget().geometry()))
    assert not bar._details.isVisible()
    qtbot.mouseClick(bar._more, Qt.MouseButton.LeftButton)
    assert bar._details.isVisible()
    qtbot.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert bar.words == ""


def test_an_empty_document_is_told(desk: Desk) -> None:
    desk.show_document("A", [], "")
    assert "empty" in desk.messages.words


def test_the_palette_opens_at_the_selection_and_gives_the_keys_back(desk: Desk, qtbot: QtBot) -> None:
    from uuid import uuid4

    code = CodeChoice(uuid4(), "Actor › Provinces")
    desk.show_document("A", [], "Some words of a text.")
    desk.surface.select(Span(5, 10))
    desk.open_palette([code])
    caret = desk.surface.caret_rect().toAlignedRect()
    bottom = desk.surface.viewport().mapTo(desk, caret.bottomLeft()).y()
    assert desk.palette_.geometry().top() > bottom
    with qtbot.waitSignal(desk.code_chosen) as told:
        qtbot.keyClick(desk.palette_.field, Qt.Key.Key_Return)
    assert told.args == [code.id]
    assert desk.surface.selection() == Span(5, 10)
    qtbot.waitUntil(desk.surface.hasFocus)


def test_nothing_open_closes_the_palette(desk: Desk) -> None:
    desk.show_document("A", [], "Some words.")
    desk.open_palette([])
    desk.show_empty("Closed.")
    assert not desk.palette_.isVisible()
    assert desk.surface.text == ""


def test_the_name_of_a_document_stands_whole_before_its_variables_have_room(desk: Desk, qtbot: QtBot) -> None:
    long = ["a value that is very long indeed and goes on and on" for _ in range(5)]
    for name, variables in (("Decree.txt", long), ("A", []), ("Interview with a mother.txt", []), ("Decree.txt", long)):
        desk.show_document(name, variables, "Words.")
        qtbot.waitUntil(lambda name=name: desk.title.text() == name)
    assert desk.variables.text().startswith("a value")


def test_that_a_document_is_empty_is_told_of_no_other(desk: Desk) -> None:
    desk.show_document("Empty", [], " \n")
    assert desk.messages.words.startswith("This document is empty.")
    desk.show_document("Full", [], "Words.")
    assert desk.messages.words == ""
    desk.tell("Something else.")
    desk.show_document("Decree", [], "More words.")
    assert desk.messages.words == "Something else."
