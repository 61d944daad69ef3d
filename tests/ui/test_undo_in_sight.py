"""Undo and redo show what they do: a passage that is out of sight comes back into it, one in sight stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coder.documents import add_documents
from coder.importers import Source
from coder.project import Project
from coder.spans import Span
from tests.ui.conftest import Study
from ui.main_window import MainWindow
from ui.room import Room

LONG = "\n".join(f"The governor signed paper {n}." for n in range(400))


@pytest.fixture
def room(study: Study, open_window: Callable[[Path | None], MainWindow]) -> Room:
    """A document of many screens, the keys in it."""
    source = Source("Long.txt", LONG, "txt", LONG.encode())
    with Project.open(study.path) as project:
        (document,) = project.do(add_documents, [source]).value.added
    room = open_window(study.path).room
    assert room is not None
    room.read(document)
    room.desk.surface.setFocus()
    return room


def test_what_is_undone_and_done_again_out_of_sight_comes_into_sight(room: Room) -> None:
    surface, far = room.desk.surface, Span(len(LONG) - 20, len(LONG) - 5)
    surface.select(far)
    QTest.keyClick(surface, Qt.Key.Key_F)
    for command in ("undo", "redo"):
        surface.select(Span(0, 0))
        assert not surface.sees(far)
        room.commands[command].trigger()
        assert surface.sees(far), command
    assert [segment.span for segment in room.reading.segments] == [far]


def test_what_is_undone_in_sight_leaves_the_reader_where_they_are(room: Room) -> None:
    surface = room.desk.surface
    surface.select(Span(4, 12))
    QTest.keyClick(surface, Qt.Key.Key_F)
    surface.select(Span(60, 70))
    room.commands["undo"].trigger()
    assert surface.selection() == Span(60, 70)
    assert surface.verticalScrollBar().value() == 0
