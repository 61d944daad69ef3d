"""Keys that the person gives: pressed for real, refused when taken, kept, and told everywhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import Study
from ui import keymap
from ui.actions import MENUS, said
from ui.document.keys import as_if_latin
from ui.keymap import Keymap
from ui.language import speak
from ui.main_window import MainWindow
from ui.own_keys import OwnKeys
from ui.settings import Settings

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def own(window: MainWindow) -> Iterator[OwnKeys]:
    assert window.room is not None
    yield window.room.own_keys
    window.room.own_keys.keymap.reset_all()


@pytest.fixture
def keys(settings: Settings, qapp: QApplication) -> Keymap:
    """The keys of somebody who changed none."""
    return Keymap(settings)


def _wait_for(own: OwnKeys, name: str) -> None:
    own._show()
    own.panel.list.select_key(name)
    QTest.keyClick(own.panel.list, Key.Key_Return)


def test_a_key_given_in_the_pane_does_it_and_the_old_one_does_not(
    own: OwnKeys, window: MainWindow, study: Study
) -> None:
    assert window.room is not None
    _wait_for(own, "text.sentence")
    QTest.keyClick(own.panel.field, Key.Key_J, Mod.ControlModifier)
    surface = window.room.desk.surface
    window.room.reading.show_document(study.documents["Decree.txt"])
    surface.setFocus()
    surface.select(Span(0, 0))
    QTest.keyClick(surface, Key.Key_2, Mod.ControlModifier)
    assert surface.selection() is None
    QTest.keyClick(surface, Key.Key_J, Mod.ControlModifier)
    QTest.keyClick(surface, Key.Key_P)
    with Project.open(study.path, write=False) as project:
        (segment,) = project.ask(shown_segments)
    assert segment.quote == "The governor raises the payment."


def test_the_same_key_is_meant_with_the_russian_layout_on(own: OwnKeys) -> None:
    _wait_for(own, "repeat_code")
    # evdev calls the key of g 34, and X11 adds 8; with Ctrl held it types nothing
    event = QKeyEvent(QEvent.Type.KeyPress, 0x41F, Mod.ControlModifier | Mod.ShiftModifier, 42, 0, 0, "")
    QApplication.sendEvent(own.panel.field, event)
    assert "does “Show all coded segments” already" in own.panel.said.text()


def test_a_key_that_is_taken_is_refused_with_what_it_does(own: OwnKeys) -> None:
    _wait_for(own, "repeat_code")
    QTest.keyClick(own.panel.field, Key.Key_F9)
    assert own.panel.said.text() == "F9 does “Finished” already: give that another key first."
    assert keymap.keys_of("repeat_code") == ("Ctrl+R",)


@pytest.mark.parametrize("key", ["g", "Shift+g", "7", "Left", "Shift+End", "Ctrl+C", "Escape", "Alt+f"])
def test_keys_that_everything_else_needs_are_refused(keys: Keymap, key: str) -> None:
    assert keys.refusal("repeat_code", key)


def test_in_russian_the_keys_that_open_its_menus_are_refused(keys: Keymap) -> None:
    speak("ru")
    try:
        menus = [said(title) for _, title in MENUS]
        letters = {as_if_latin(title[title.index("&") + 1]) for title in menus}
        assert "а" in menus[0].lower()
        assert all("a" <= key <= "z" or key in "[];',." for key in letters)
        allowed = {key for key in letters if not keys.refusal("repeat_code", f"Alt+{key}")}
    finally:
        speak("en")
    assert allowed == set()


@pytest.mark.parametrize("key", ["F5", "Ctrl+g", "Alt+Shift+Up", ",", "Ctrl+Shift+Space"])
def test_a_free_key_is_not_refused(keys: Keymap, key: str) -> None:
    assert keys.refusal("repeat_code", key) == ""


def test_every_key_at_first_could_be_given_to_what_has_it(keys: Keymap) -> None:
    refused = {
        (entry.name, key): why
        for entry in keymap.entries()
        for key in entry.keys
        if entry.name not in keymap.FIXED and (why := keys.refusal(entry.name, key))
    }
    assert refused == {}


def test_menu_help_and_tooltip_tell_the_key_in_force(own: OwnKeys, window: MainWindow) -> None:
    assert window.room is not None
    own.keymap.give("add_code", ["F5"])
    own.keymap.give("text.remove", ["Ctrl+Delete"])
    assert window.commands["add_code"].shortcuts() == [QKeySequence("F5")]
    assert window.commands["remove_segment"].text().endswith("\tCtrl+Del")
    assert window.room.codes._add.toolTip() == "Add a code (F5)"
    window.room.help.show_page("keys")
    assert "Ctrl+Del" in window.room.help._text.toPlainText()


def test_keys_are_kept_and_given_back_when_they_are_free(own: OwnKeys, window: MainWindow) -> None:
    own.keymap.give("repeat_code", ["F5", "F4"])
    assert Keymap(window.settings).is_own("repeat_code")
    assert keymap.keys_of("repeat_code") == ("F5", "F4")
    own.keymap.give("add_sources", ["Ctrl+R"])
    own.keymap.reset("repeat_code")
    assert keymap.keys_of("repeat_code") == ()
    own.keymap.reset_all()
    assert keymap.keys_of("repeat_code") == ("Ctrl+R",)
    assert window.settings.keys() == {}


def test_delete_takes_the_keys_away(own: OwnKeys, window: MainWindow) -> None:
    own._show()
    own.panel.list.select_key("finish_document")
    QTest.keyClick(own.panel.list, Key.Key_Delete)
    assert window.commands["finish_document"].shortcuts() == []
    assert "(F9" not in window.line.state()
