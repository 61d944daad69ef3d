"""The list of documents: walked, renamed, removed and brought back, what was added marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coder.documents import add_documents, document_rows, living_documents
from coder.variables import add_variable
from tests.coder.world import PlainSource
from tests.ui.conftest import DECREE, INTERVIEW, Study
from ui.main_window import MainWindow
from ui.room import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier
Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def room(window: MainWindow) -> Room:
    assert window.room is not None
    return window.room


def test_going_on_by_ctrl_and_a_key_chooses_one_document_and_not_one_more(window: MainWindow, study: Study) -> None:
    room = window.room
    assert room is not None
    room.read(study.documents["Decree.txt"])
    QTest.keyClick(window.windowHandle(), Key.Key_PageDown, Mod.ControlModifier)
    assert room.reading.document == study.documents["Interview.txt"]
    assert [row.id for row in room.documents.list.rows_selected()] == [study.documents["Interview.txt"]]


def test_the_next_document_is_still_the_next_one_when_the_list_was_filled_anew(room: Room, study: Study) -> None:
    room.read(study.documents["Interview.txt"])
    room.workspace.do(add_variable, name="outlet", kind="text")
    room.commands["previous_document"].trigger()
    assert room.reading.document == study.documents["Decree.txt"]


def test_documents_are_renamed_and_described_in_place(room: Room, study: Study) -> None:
    model = room.documents._model
    row = model.place(study.documents["Interview.txt"])
    assert row is not None
    model.setData(model.index(row, 0), "Interview 1")
    region = [c.title for c in model.columns].index("region")
    model.setData(model.index(row, region), "Harn")
    found = {r.name: r for r in room.workspace.ask(document_rows, room.workspace.coder_id)}
    assert found["Interview 1"].variables == {"region": "Harn"}


def test_a_click_on_a_document_puts_it_on_the_desk(room: Room, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    view = room.documents.list
    place = room.documents._model.place(study.documents["Interview.txt"])
    index = view.proxy.mapFromSource(room.documents._model.index(place, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert room.desk.surface.text == INTERVIEW


def test_ctrl_page_down_reads_the_next_document(room: Room, window: MainWindow, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    QTest.keyClick(window, Key.Key_PageDown, Mod.ControlModifier)
    assert room.desk.surface.text == INTERVIEW
    QTest.keyClick(window, Key.Key_PageUp, Mod.ControlModifier)
    assert room.desk.surface.text == DECREE


def test_a_removed_document_leaves_the_desk_and_undo_brings_it_back_to_the_list(
    room: Room, study: Study, qtbot: QtBot
) -> None:
    room.reading.show_document(study.documents["Interview.txt"])
    room.documents.list.select_key(study.documents["Interview.txt"])
    room.documents._remove()
    assert room.desk.empty
    qtbot.waitUntil(lambda: room.documents._model.rowCount() == 1)
    room.workspace.undo()
    qtbot.waitUntil(lambda: room.documents._model.rowCount() == 2)


def test_a_document_that_was_just_added_is_marked_once_the_list_has_it(room: Room, qtbot: QtBot) -> None:
    last = PlainSource("zz.txt", "Words of a document that came last.")
    added = room.workspace.do(add_documents, [last]).value.added[0]
    room.read(added)
    qtbot.waitUntil(lambda: getattr(room.documents.list.current_row(), "id", None) == added, timeout=2000)


def test_several_documents_are_removed_as_one_act(room: Room, study: Study, qtbot: QtBot) -> None:
    depth = room.workspace.undo_depth
    room.documents.list.selectAll()
    room.documents._remove()
    assert room.workspace.undo_depth == depth + 1
    assert room.workspace.ask(living_documents) == []
    room.workspace.undo()
    assert {d.id for d in room.workspace.ask(living_documents)} == set(study.documents.values())
