"""The button that chooses codes: ticked by key, with what is below, narrowed by words; told once it is closed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.code_choice import CodeChoice

CODES = [("Actor",), ("Actor", "State"), ("Actor", "Province"), ("Деньги",), ("قانون",)]


@pytest.fixture
def choice(qtbot: QtBot) -> CodeChoice:
    made = CodeChoice(Theme("light"))
    qtbot.addWidget(made)
    made.offer(CODES)
    return made


def opened(qtbot: QtBot, choice: CodeChoice) -> None:
    with qtbot.waitExposed(choice):
        choice.show()
    choice.click()
    qtbot.waitUntil(choice.popup.isVisible)


def test_all_are_meant_until_some_are_chosen(choice):
    assert choice.chosen() == ()
    assert choice.text() == "All codes"


def test_a_code_is_unticked_by_key_with_what_is_below_it(qtbot, choice):
    opened(qtbot, choice)
    qtbot.keyClick(choice.tree, Qt.Key.Key_Space)
    assert choice.chosen() == (("Деньги",), ("قانون",))
    with qtbot.waitSignal(choice.codes_chosen, timeout=1000):
        qtbot.keyClick(choice.popup, Qt.Key.Key_Return)
    assert choice.text() == "Деньги, قانون"


def test_closed_as_it_was_nothing_is_told(qtbot, choice):
    opened(qtbot, choice)
    with qtbot.assertNotEmitted(choice.codes_chosen):
        qtbot.keyClick(choice.tree, Qt.Key.Key_Escape)
    assert not choice.popup.isVisible()


def test_words_narrow_the_tree_and_what_is_hidden_keeps_its_tick(qtbot, choice):
    opened(qtbot, choice)
    qtbot.keyClicks(choice.filter, "prov")
    choice._tick_all(Qt.CheckState.Unchecked)
    assert choice.chosen() == (("Actor", "State"), ("Деньги",), ("قانون",))


def test_codes_that_are_gone_are_no_choice(choice):
    choice.choose([("Actor", "State"), ("Gone",)])
    assert choice.chosen() == (("Actor", "State"),)
    choice.choose([("Gone",)])
    assert choice.chosen() == ()
    choice.choose([("Деньги",)])
    choice.offer([*CODES, ("New",)])
    assert choice.chosen() == (("Деньги",),)
