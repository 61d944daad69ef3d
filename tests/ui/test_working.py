"""Kinds of work: one key each and a switch; panes arranged and remembered for each; the text stays where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coder.spans import Span
from ui.keys_list import all_keys
from ui.main_window import MainWindow
from ui.room import Room

from .conftest import Study

Open = Callable[[Path | None], MainWindow]
Alt = Qt.KeyboardModifier.AltModifier
READ, COMPARE, ANALYSE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3


@pytest.fixture
def room(window: MainWindow, study: Study) -> Room:
    assert window.room is not None
    window.room.reading.show_document(study.documents["Decree.txt"])
    return window.room


def in_sight(room: Room) -> set[str]:
    return {name for name in room.panes._docks if not room.panes._docks[name].isHidden()} - {"document_codes"}


def test_each_kind_of_work_has_a_key_and_its_panes(room: Room, window: MainWindow) -> None:
    room.desk.surface.setFocus()
    assert {"documents", "codes", "details", "definition", "segments"} == in_sight(room)
    QTest.keyClick(window.focusWidget(), COMPARE, Alt)
    assert in_sight(room) == {"documents", "definition", "agreement"}
    QTest.keyClick(window.focusWidget(), ANALYSE, Alt)
    assert in_sight(room) == {"codes", "segments", "document_table", "find_all"}
    QTest.keyClick(window.focusWidget(), READ, Alt)
    assert {"documents", "codes", "details", "definition", "segments"} == in_sight(room)
    told = {key for _, keys in all_keys() for key, _ in keys}
    assert {"Alt+1", "Alt+2", "Alt+3"} <= told


def test_document_caret_and_selection_stay_through_the_kinds(room: Room, window: MainWindow, study: Study) -> None:
    surface = room.desk.surface
    surface.setFocus()
    surface.select(Span(4, 12))
    for key in (COMPARE, ANALYSE, READ):
        QTest.keyClick(window.focusWidget(), key, Alt)
        assert (room.reading.document, surface.selection()) == (study.documents["Decree.txt"], Span(4, 12))
        assert surface.hasFocus()


def test_the_switch_says_which_kind_it_is_and_changes_it(room: Room, window: MainWindow) -> None:
    assert window.work.isVisible()
    assert window.work.buttons["read"].isChecked()
    QTest.mouseClick(window.work.buttons["analyse"], Qt.MouseButton.LeftButton)
    assert room.working is not None
    assert room.working.kind == "analyse"
    QTest.keyClick(window.focusWidget() or window, COMPARE, Alt)
    assert [name for name, button in window.work.buttons.items() if button.isChecked()] == ["compare"]
    checked = [name for name in ("read", "compare", "analyse") if room.commands[f"work_{name}"].isChecked()]
    assert checked == ["compare"]
    room.sitting.close_project()
    assert not window.work.isVisible()


def test_the_window_keeps_its_size_through_the_kinds(room: Room, window: MainWindow) -> None:
    window.resize(1280, 800)
    for key in (COMPARE, ANALYSE, COMPARE, READ, ANALYSE):
        QTest.keyClick(window.focusWidget() or window, key, Alt)
        QTest.qWait(1)
        assert (window.width(), window.height()) == (1280, 800)


def test_a_kind_chosen_again_stays_chosen(room: Room, window: MainWindow) -> None:
    QTest.keyClick(room.desk.surface, READ, Alt)
    assert room.commands["work_read"].isChecked()
    assert room.working is not None
    assert room.working.kind == "read"


def test_panes_are_remembered_for_each_kind_and_restored_for_it_alone(room: Room, window: MainWindow) -> None:
    room.desk.surface.setFocus()
    room.panes.put_away("definition")
    QTest.keyClick(window.focusWidget(), COMPARE, Alt)
    room.panes.put_away("documents")
    QTest.keyClick(window.focusWidget(), READ, Alt)
    assert "definition" not in in_sight(room)
    assert "documents" in in_sight(room)
    QTest.keyClick(window.focusWidget(), COMPARE, Alt)
    assert in_sight(room) == {"definition", "agreement"}
    room.commands["restore_layout"].trigger()
    assert in_sight(room) == {"documents", "definition", "agreement"}
    QTest.keyClick(window.focusWidget(), READ, Alt)
    assert "definition" not in in_sight(room)


def test_a_project_opens_in_the_kind_of_work_it_was_left_in(study: Study, open_window: Open) -> None:
    first = open_window(study.path)
    assert first.room is not None
    QTest.keyClick(first.room.desk.surface, ANALYSE, Alt)
    first.room.panes.put_away("codes")
    first.close()
    second = open_window(study.path)
    assert second.room is not None
    assert second.room.working is not None
    assert second.room.working.kind == "analyse"
    assert in_sight(second.room) == {"segments", "document_table", "find_all"}


def test_two_coders_stand_apart_while_one_compares_and_only_then(
    coded_by_boris: Study, open_window: Open, qtbot: QtBot
) -> None:
    room = open_window(coded_by_boris.path).room
    assert room is not None
    room.reading.show_document(coded_by_boris.documents["Decree.txt"])
    QTest.keyClick(room.desk.surface, COMPARE, Alt)
    room.team.comparing.take_pair(room.workspace.coder_id, coded_by_boris.boris)
    room.team.agreement.pair_reached.emit(room.workspace.coder_id, coded_by_boris.boris)
    assert room.team.comparing.on
    QTest.keyClick(room.desk.surface, READ, Alt)
    assert not room.team.comparing.on


def test_the_words_of_the_switch_give_way_to_the_menus(room: Room, window: MainWindow, qtbot: QtBot) -> None:
    style = Qt.ToolButtonStyle
    assert window.work.buttons["read"].toolButtonStyle() == style.ToolButtonTextBesideIcon
    menus = window.menuBar().actionGeometry(window.menuBar().actions()[-1]).right()
    window.work.only_icons(False)
    window.menuBar().resize(menus + 10, window.menuBar().height())
    window._measure_corner()
    assert window.work.buttons["read"].toolButtonStyle() == style.ToolButtonIconOnly


@pytest.mark.parametrize(("was", "then"), [("agreement", "agreement"), ("documents", "documents"), ("segments", "")])
def test_the_keys_stay_in_a_pane_that_stays_else_go_to_the_text(room: Room, was: str, then: str) -> None:
    room.panes.raise_("document_table")  # behind which the others stand
    room.panes.raise_(was)
    room.commands["work_compare"].trigger()
    assert room.panes.current() == then
    if not then:
        assert QApplication.focusWidget() is room.desk.surface


def test_the_pane_that_has_the_keys_is_hidden_and_the_text_has_keys_and_height_back(
    room: Room, window: MainWindow, qtbot: QtBot
) -> None:
    low = room.segments.height()
    room.commands["history"].trigger()
    qtbot.waitUntil(lambda: room.team.history.height() > low * 1.5)
    room.commands["hide_pane"].trigger()
    assert not room.panes.visible("history")
    assert QApplication.focusWidget() is room.desk.surface
    qtbot.waitUntil(lambda: room.segments.isVisible() and room.segments.height() == low)
    room.commands["hide_pane"].trigger()
    assert "F6" in window.line.said()
