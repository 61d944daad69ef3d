"""Every command and every key of the text where there is little to act on, or nothing that may be changed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coder.codebook import remove_code
from coder.coding import add_coding
from coder.documents import add_documents
from coder.importers import Source
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import Study
from tests.ui.sweep import come_back, each_command
from ui.main_window import MainWindow
from ui.room import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier
Open = Callable[[Path | None], MainWindow]
KEYS = (Key.Key_P, Key.Key_F, Key.Key_1, Key.Key_0, Key.Key_Delete, Key.Key_BracketLeft, Key.Key_Return, Key.Key_Tab)


def room_of(window: MainWindow) -> Room:
    assert window.room is not None
    return window.room


def look_at(room: Room, document: UUID, span: Span) -> None:
    come_back(room)
    room.read(document)
    room.desk.surface.select(span)


def press_all(room: Room, begin: Callable[[], None]) -> None:
    """Every command, then the keys that code, grade, remove and move, each where `begin` puts the window."""
    for _ in each_command(room, begin):
        pass
    for key in KEYS:
        begin()
        QTest.keyClick(room.desk.surface, key)
    come_back(room)


def test_a_project_that_is_only_read_stays_byte_for_byte(study: Study, open_window: Open) -> None:
    document = study.documents["Decree.txt"]
    with Project.open(study.path) as project:
        project.do(add_coding, document_id=document, code_id=study.codes["Provinces"], span=Span(4, 12))
    room = room_of(open_window(study.path))
    assert room.workspace.only_read()
    before = sha256(study.path.read_bytes()).hexdigest()

    def begin() -> None:
        look_at(room, document, Span(4, 12))
        room.reading.show_first_segment()

    press_all(room, begin)
    assert sha256(study.path.read_bytes()).hexdigest() == before
    begin()
    QTest.keyClick(room.desk.surface, Key.Key_Return)
    assert room.window.line.said() == "The project is only read here: nothing in it changes."


@pytest.mark.parametrize("text", ["", " \n"], ids=["empty", "blank"])
def test_in_an_empty_document_nothing_is_coded_and_nothing_breaks(
    study: Study, open_window: Open, text: str
) -> None:
    with Project.open(study.path) as project:
        (empty,) = project.do(add_documents, [Source("Empty.txt", text, "txt", b"")]).value.added
    room = room_of(open_window(study.path))
    press_all(room, lambda: look_at(room, empty, Span(0, 0)))
    assert room.workspace.ask(shown_segments) == []


def test_without_codes_nothing_breaks_and_the_first_code_is_made_in_the_palette(
    study: Study, open_window: Open
) -> None:
    with Project.open(study.path) as project:
        for name in ("Actor", "Funding"):
            project.do(remove_code, code_id=study.codes[name])
    room = room_of(open_window(study.path))

    def begin() -> None:
        look_at(room, study.documents["Decree.txt"], Span(4, 12))

    press_all(room, begin)
    assert room.workspace.ask(shown_segments) == []
    begin()
    QTest.keyClick(room.desk.surface, Key.Key_Return)
    QTest.keyClicks(room.desk.palette_.field, "Actors")
    QTest.keyClick(room.desk.palette_.field, Key.Key_Return)
    assert [(s.path, s.quote) for s in room.workspace.ask(shown_segments)] == [(("Actors",), "governor")]
