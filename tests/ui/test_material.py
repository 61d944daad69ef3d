"""The study's material in the running window: panes by their keys, memos on what is in focus, codes let go on words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from coder.memos import all_memos, link_to, write_memo
from coder.segments import read_codings
from coder.spans import Span
from tests.ui.conftest import Study
from ui.carried import carry_code
from ui.main_window import MainWindow
from ui.room import Room

CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(coded_by_boris: Study, open_window: Callable[[Path | None], MainWindow]) -> Room:
    window = open_window(coded_by_boris.path)
    assert window.room is not None
    window.room.read(coded_by_boris.documents["Decree.txt"])
    return window.room


def let_go(room: Room, code: UUID, span: Span) -> None:
    """A code from the tree, let go in the middle of a passage."""
    surface, data = room.desk.surface, QMimeData()
    surface.reveal(span)
    carry_code(data, code)
    cursor = surface.textCursor()
    cursor.setPosition(surface.shown.to_qt((span.start + span.end) // 2))
    place = QPointF(surface.cursorRect(cursor).center())
    surface.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, CTRL))


def mine(room: Room) -> list[tuple[UUID, Span | None]]:
    codings = room.workspace.ask(read_codings, coder_id=room.workspace.coder_id)
    return [(c.code_id, c.span) for c in codings]


def test_a_code_let_go_on_a_word_codes_the_word(room: Room, study: Study) -> None:
    room.desk.surface.select(Span(60, 60))
    let_go(room, study.codes["Funding"], Span(4, 12))
    assert mine(room) == [(study.codes["Funding"], Span(4, 12))]


def test_a_code_let_go_on_the_selection_codes_the_selection(room: Room, study: Study) -> None:
    room.desk.surface.select(Span(4, 19))
    let_go(room, study.codes["Funding"], Span(4, 19))
    assert mine(room) == [(study.codes["Funding"], Span(4, 19))]


def test_keys_open_the_table_and_the_notebook(qtbot: QtBot, room: Room) -> None:
    qtbot.keyClick(room.window, Qt.Key.Key_D, BOTH)
    assert room.panes.visible("document_table")
    assert room.material.document_table.table.proxy.rowCount() == 2
    qtbot.keyClick(room.window, Qt.Key.Key_B, BOTH)
    assert room.material.notebook.isVisible()


def test_a_new_memo_is_on_what_has_the_keys(qtbot: QtBot, room: Room, study: Study) -> None:
    room.codes.show_code(study.codes["Funding"])
    room.panes.raise_("codes")
    qtbot.waitUntil(room.codes.tree.hasFocus)
    qtbot.keyClick(room.codes.tree, Qt.Key.Key_M, BOTH)
    form = room.material.notebook.form
    qtbot.keyClicks(form.words, "Who pays?")
    qtbot.keyClick(form.words, Qt.Key.Key_Return, CTRL)
    (note,) = room.workspace.ask(all_memos)
    assert (note.kind, note.about, note.text) == ("code", "Funding", "Who pays?")


def test_a_memo_can_stand_on_another_coders_segment(qtbot: QtBot, room: Room) -> None:
    room.reading.show_first_segment()
    room.desk.surface.setFocus()
    qtbot.keyClick(room.desk.surface, Qt.Key.Key_M, BOTH)
    form = room.material.notebook.form
    qtbot.keyClicks(form.words, "Why this code?")
    qtbot.keyClick(form.words, Qt.Key.Key_Return, CTRL)
    (note,) = room.workspace.ask(all_memos)
    assert (note.kind, note.segment.coder if note.segment else "") == ("coding", "Boris")


def test_a_link_in_a_memo_leads_to_its_passage(room: Room, study: Study) -> None:
    (segment,) = room.workspace.ask(read_codings)
    room.workspace.do(write_memo, kind="study", text=f"See {link_to('coding', segment.id)}")
    room.read(study.documents["Interview.txt"])
    room.material.notebook.thing_wanted.emit("coding", segment.id)
    assert room.reading.document == study.documents["Decree.txt"]
    focused = room.reading.focused()
    assert focused is not None
    assert focused.id == segment.id


def test_every_passage_of_a_code_is_listed_over_all_documents(qtbot: QtBot, room: Room, study: Study) -> None:
    room.read(study.documents["Interview.txt"])
    room.codes.passages_wanted.emit([study.codes["Actor"], study.codes["Provinces"]], "Actor")
    qtbot.waitUntil(lambda: room.segments.list.proxy.rowCount() == 1)
    room.codes.passages_wanted.emit([study.codes["Funding"]], "Funding")
    qtbot.waitUntil(lambda: room.segments.list.proxy.rowCount() == 0)


def test_splitting_shows_each_segment_in_its_text_and_keeps_the_keys(qtbot: QtBot, room: Room, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    room.desk.surface.select(Span(4, 12))
    room.reading.use_code(study.codes["Actor"])
    room.codes.split_wanted.emit(study.codes["Actor"])
    room.read(study.documents["Interview.txt"])
    splitting = room.material.splitting
    splitting.show_code(study.codes["Actor"])
    assert room.reading.document == study.documents["Decree.txt"]
    qtbot.waitUntil(splitting.list.hasFocus)
    qtbot.keyClick(splitting.list, Qt.Key.Key_P)
    assert mine(room) == [(study.codes["Provinces"], Span(4, 12))]
