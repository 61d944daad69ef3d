"""The find line: what it counts, and how its hits are walked while one codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import DECREE, Study
from ui.main_window import MainWindow
from ui.room import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier
Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def room(window: MainWindow) -> Room:
    assert window.room is not None
    return window.room


def test_the_find_line_counts_and_takes_letters_alike_when_told(room: Room, study: Study) -> None:
    room.read(study.documents["Decree.txt"])
    QTest.keyClick(room.desk.surface, Key.Key_F, Mod.ControlModifier)
    line = room.find
    QTest.keyClicks(line.field, "the")
    assert line.count.text() == f"1 of {DECREE.lower().count('the')}"
    QTest.keyClick(line.field, Key.Key_Return)
    QTest.keyClick(line.field, Key.Key_Return)
    assert line.count.text().startswith("2 of ")
    line.field.setText("é")
    assert line.count.text() == "nothing found"
    QTest.mouseClick(line.ways.accents, Qt.MouseButton.LeftButton)
    assert line.count.text().endswith(f" of {DECREE.casefold().count('e')}")


def test_next_hit_code_next_hit_code_goes_through_the_document(room: Room, study: Study) -> None:
    room.read(study.documents["Decree.txt"])
    surface = room.desk.surface
    surface.setFocus()
    room.commands["find"].trigger()
    room.find.field.setText("the")
    hits = list(room.find._hits)
    assert len(hits) > 3
    QTest.keyClick(room.find.field, Key.Key_Return)
    surface.setFocus()
    for n in range(3):
        assert surface.selection() == hits[n]
        QTest.keyClick(surface, Key.Key_F)
        room.commands["find_next"].trigger()
    assert [s.span for s in room.workspace.ask(shown_segments)] == hits[:3]
    surface.select(Span(hits[2].start, hits[2].start))
    room.commands["find_previous"].trigger()
    assert surface.selection() == hits[1], "from where the reader is"


def test_what_was_searched_for_last_is_walked_without_the_keys_leaving_the_text(room: Room, study: Study) -> None:
    room.read(study.documents["Decree.txt"])
    surface = room.desk.surface
    room.commands["find"].trigger()
    room.find.field.setText("the")
    QTest.keyClick(room.find.field, Key.Key_Escape)
    assert room.find.isHidden()
    surface.select(Span(0, 0))
    room.commands["find_next"].trigger()
    first = surface.selection()
    assert first is not None
    assert first.quote(surface.text).casefold() == "the"
    assert surface.hasFocus()
    QTest.keyClick(surface, Key.Key_Escape)  # the selection
    QTest.keyClick(surface, Key.Key_Escape)  # and the line
    assert room.find.isHidden()


def test_a_document_that_one_comes_back_to_stands_where_it_was_left(room: Room, study: Study) -> None:
    surface = room.desk.surface
    room.read(study.documents["Decree.txt"])
    surface.select(Span(90, 99))
    room.read(study.documents["Interview.txt"])
    assert surface.caret() == 0
    room.read(study.documents["Decree.txt"])
    assert (surface.caret(), surface.selection()) == (99, None)
