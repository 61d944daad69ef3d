"""Coding by real keys and mouse, from the event to the row on disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coder.assignments import finished_at
from coder.documents import document_rows
from coder.project import Project
from coder.segment_list import ShownSegment, shown_segments
from coder.spans import Span
from tests.ui.conftest import DECREE, Study
from ui.document.hands import BINDINGS
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(window: MainWindow, study: Study):
    """The surface with the decree on it and the keys in it."""
    assert window.room is not None
    window.room.reading.show_document(study.documents["Decree.txt"])
    surface = window.room.desk.surface
    surface.setFocus()
    surface.select(Span(0, 0))
    return surface


def on_disk(study: Study) -> list[ShownSegment]:
    """What another reader of the file sees."""
    with Project.open(study.path, write=False) as project:
        return project.ask(shown_segments)


def press(surface, key: Key, held: Mod = Mod.NoModifier) -> None:
    QTest.keyClick(surface, key, held)


def test_a_sentence_is_selected_and_coded_by_two_keys(desk, study: Study) -> None:
    press(desk, Key.Key_2, Mod.ControlModifier)
    press(desk, Key.Key_P)
    (segment,) = on_disk(study)
    assert segment.path == ("Actor", "Provinces")
    assert segment.span is not None
    assert segment.span.quote(DECREE).strip() == "The governor raises the payment."
    assert segment.coder == "Ana"


def test_a_second_code_key_codes_the_same_passage(desk, study: Study) -> None:
    press(desk, Key.Key_2, Mod.ControlModifier)
    press(desk, Key.Key_P)
    press(desk, Key.Key_F)
    first, second = on_disk(study)
    assert first.span == second.span
    assert {first.path[-1], second.path[-1]} == {"Provinces", "Funding"}


def test_a_code_key_without_a_passage_codes_nothing_and_says_so(desk, window: MainWindow, study: Study) -> None:
    press(desk, Key.Key_P)
    assert on_disk(study) == []
    assert "Nothing is selected" in window.line.said()


def test_a_code_key_after_the_caret_left_the_segment_codes_nothing(desk, study: Study) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_P)
    press(desk, Key.Key_Down)
    press(desk, Key.Key_F)
    assert len(on_disk(study)) == 1


def test_a_key_of_no_code_says_so(desk, window: MainWindow) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_X)
    assert "“x”" in window.line.said()


def test_with_the_russian_layout_on_the_same_key_codes(desk, study: Study) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    # the key of p types з there; evdev calls it 25, and X11 adds 8
    event = QKeyEvent(QEvent.Type.KeyPress, 0x417, Mod.NoModifier, 33, 0x6DA, 0, "з")
    QApplication.sendEvent(desk, event)
    (segment,) = on_disk(study)
    assert segment.path[-1] == "Provinces"


def test_digits_set_the_evidence_of_the_new_segment(desk, study: Study) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_P)
    press(desk, Key.Key_2)
    (segment,) = on_disk(study)
    assert segment.qualifiers[study.scale] == "reported"


def test_zero_takes_the_evidence_away(desk, study: Study) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_P)
    press(desk, Key.Key_2)
    press(desk, Key.Key_0)
    (segment,) = on_disk(study)
    assert study.scale not in segment.qualifiers


def test_delete_removes_the_chosen_segment_and_undo_brings_it_back(desk, window: MainWindow, study: Study) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_P)
    press(desk, Key.Key_Delete)
    assert on_disk(study) == []
    QTest.keyClick(window, Key.Key_Z, Mod.ControlModifier)
    assert len(on_disk(study)) == 1
    QTest.keyClick(window, Key.Key_Y, Mod.ControlModifier)
    assert on_disk(study) == []


def test_the_palette_finds_a_code_by_a_few_letters(desk, window: MainWindow, study: Study, qtbot: QtBot) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_Return)
    assert window.room is not None
    palette = window.room.desk.palette_
    assert palette.isVisible()
    qtbot.keyClicks(palette.field, "prov")
    QTest.keyClick(palette.field, Key.Key_Return)
    (segment,) = on_disk(study)
    assert segment.path[-1] == "Provinces"


def test_a_new_code_is_made_in_the_palette_and_one_undo_takes_both_back(
    desk, window: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert window.room is not None
    before = len(window.room.codes._rows)
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_Return)
    palette = window.room.desk.palette_
    qtbot.keyClicks(palette.field, "Promises")
    QTest.keyClick(palette.field, Key.Key_Return)
    assert [s.path for s in on_disk(study)] == [("Promises",)]
    QTest.keyClick(window, Key.Key_Z, Mod.ControlModifier)
    assert on_disk(study) == []
    assert len(window.room.codes._rows) == before


def test_a_code_is_named_by_the_words_of_the_passage(desk, window: MainWindow, study: Study) -> None:
    words = "reserve fund"
    at = DECREE.index(words)
    desk.select(Span(at, at + len(words)))
    assert window.room is not None
    palette = window.room.desk.palette_
    press(desk, Key.Key_Return, Mod.ShiftModifier)
    assert palette.field.text() == words
    press(palette.field, Key.Key_Return)
    (segment,) = on_disk(study)
    assert (segment.path, segment.quote) == ((words,), words)
    assert window.line.said() == f"Coded with the new code “{words}”."
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert on_disk(study) == []


def test_without_a_passage_no_code_is_named(desk, window: MainWindow, study: Study) -> None:
    assert window.room is not None
    press(desk, Key.Key_Return, Mod.ShiftModifier)
    assert not window.room.desk.palette_.isVisible()
    assert "Select a passage first" in window.line.said()


def test_an_edge_is_picked_and_moved_by_arrows(desk, study: Study) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_P)
    QTest.keyClick(desk, "]")
    press(desk, Key.Key_Right, Mod.ControlModifier)
    press(desk, Key.Key_Return)
    (segment,) = on_disk(study)
    assert segment.span is not None
    assert segment.span.quote(DECREE).rstrip() == "The governor"


def test_a_whole_document_is_coded_by_keys_alone(desk, window: MainWindow, study: Study) -> None:
    assert window.room is not None
    for code in (Key.Key_P, Key.Key_F, Key.Key_C):
        press(desk, Key.Key_3, Mod.ControlModifier)
        press(desk, code)
        press(desk, Key.Key_1)
        press(desk, Key.Key_Down, Mod.ControlModifier)  # the next paragraph without a segment
    QTest.keyClick(window, Key.Key_F9)
    found = on_disk(study)
    assert [s.span.quote(DECREE).strip() for s in found if s.span] == DECREE.strip().split("\n")
    assert all(s.qualifiers[study.scale] == "documented" for s in found)
    with Project.open(study.path, write=False) as project:
        assert project.ask(finished_at, project.coder_id, study.documents["Decree.txt"]) is not None


def test_a_passage_dragged_over_with_the_mouse_is_coded_as_seen(desk, study: Study, qtbot: QtBot) -> None:
    at = DECREE.index("👩‍🚀")
    desk.reveal(Span(at, at + 1))
    start = desk.place_of(desk.shown.to_qt(at)).center().toPoint()
    end = desk.place_of(desk.shown.to_qt(at + 9)).center().toPoint()  # behind “вчера”, five signs and a blank on
    qtbot.mousePress(desk.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(1, 0))
    qtbot.mouseMove(desk.viewport(), end)
    qtbot.mouseRelease(desk.viewport(), Qt.MouseButton.LeftButton, pos=end)
    selected = desk.selection()
    press(desk, Key.Key_F)
    (segment,) = on_disk(study)
    assert segment.span == selected
    assert segment.span.quote(DECREE) == "👩‍🚀 вчера"


def test_finished_and_open_again(desk, window: MainWindow, study: Study) -> None:
    assert window.room is not None
    QTest.keyClick(window, Key.Key_F9)
    assert "finished (F9 reopens)" in window.line.state()
    with Project.open(study.path, write=False) as project:
        rows = project.ask(document_rows, project.coder_id)
    assert [r.finished for r in rows] == [True, False]
    QTest.keyClick(window, Key.Key_F9)
    assert "open (F9 finishes)" in window.line.state()


def test_another_coders_segment_is_not_changed_here(
    coded_by_boris: Study, open_window: Callable[[Path | None], MainWindow]
) -> None:
    window = open_window(coded_by_boris.path)
    assert window.room is not None
    surface = window.room.desk.surface
    surface.setFocus()
    press(surface, Key.Key_Tab)
    focused = window.room.reading.focused()
    assert focused is not None
    assert focused.coder == "Boris"
    press(surface, Key.Key_Delete)
    press(surface, Key.Key_3)
    (segment,) = on_disk(coded_by_boris)
    assert segment.qualifiers == {}
    assert "Boris" in window.bar.words


def test_ones_own_code_on_anothers_passage_is_ones_own(
    coded_by_boris: Study, open_window: Callable[[Path | None], MainWindow]
) -> None:
    window = open_window(coded_by_boris.path)
    assert window.room is not None
    surface = window.room.desk.surface
    surface.setFocus()
    press(surface, Key.Key_Tab)
    press(surface, Key.Key_P)
    assert sorted(s.coder for s in on_disk(coded_by_boris)) == ["Ana", "Boris"]


def test_undo_reaches_across_a_restart(
    desk, window: MainWindow, study: Study, open_window: Callable[[Path | None], MainWindow]
) -> None:
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_P)
    window.close()
    again = open_window(study.path)
    QTest.keyClick(again, Key.Key_Z, Mod.ControlModifier)
    assert on_disk(study) == []


def test_the_context_menu_offers_the_codes_used_lately(desk, window: MainWindow, study: Study) -> None:
    from ui.passage_menu import passage_menu

    assert window.room is not None
    press(desk, Key.Key_1, Mod.ControlModifier)
    press(desk, Key.Key_P)
    offered = passage_menu(window.room.reading, window.room.desk, window.theme).actions()
    words = [action.text().partition("\t")[0] for action in offered if action.text()]
    for_all = ["Code…", "New code named by the words…"]
    ends = [binding.words for binding in BINDINGS if binding.act in ("start_edge", "end_edge")]
    of_segment = ["Memo", "Evidence", *ends, "Remove"]
    assert words == [*for_all, "Actor › Provinces", *of_segment, "Ask the lead", "Select", "Go", "Copy"]
