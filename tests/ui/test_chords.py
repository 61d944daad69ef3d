"""Keys of several letters: typed in a row, in either layout, told while they are typed, dropped by Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coder.code_tree import code_tree
from coder.codebook import add_code, edit_code
from coder.errors import CodingError
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import Study
from ui.document.surface import TextSurface
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(window: MainWindow, study: Study) -> TextSurface:
    """The surface, a sentence selected; Funding has the key “fu”, Legality “fp”."""
    assert window.room is not None
    do, rows = window.workspace.do, window.workspace.ask(code_tree)
    do(edit_code, code_id=next(r.id for r in rows if r.name == "Funding"), key="fu")
    do(add_code, name="Legality", key="fp")
    window.room.reading.show_document(study.documents["Decree.txt"])
    surface = window.room.desk.surface
    surface.setFocus()
    surface.select(Span(0, 0))
    QTest.keyClick(surface, Key.Key_2, Mod.ControlModifier)
    return surface


def _coded(study: Study) -> list[str]:
    with Project.open(study.path, write=False) as project:
        return [segment.path[-1] for segment in project.ask(shown_segments)]


def _typed(surface: TextSurface, text: str, scan: int) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(surface, QKeyEvent(kind, ord(text.upper()), Mod.NoModifier, scan, 0, 0, text))


def test_two_letters_in_a_row_code_the_passage(desk: TextSurface, study: Study) -> None:
    QTest.keyClick(desk, Key.Key_F)
    assert _coded(study) == []
    QTest.keyClick(desk, Key.Key_U)
    assert _coded(study) == ["Funding"]


def test_after_the_first_letter_the_state_line_says_what_may_follow(desk: TextSurface, window: MainWindow) -> None:
    QTest.keyClick(desk, Key.Key_F)
    assert "p Legality · u Funding" in window.line.said()


def test_the_same_keys_code_with_the_russian_layout_on(desk: TextSurface, study: Study) -> None:
    _typed(desk, "а", 41)
    _typed(desk, "г", 30)
    assert _coded(study) == ["Funding"]


def test_esc_drops_what_was_typed_and_keeps_the_selection(desk: TextSurface, study: Study) -> None:
    selected = desk.selection()
    QTest.keyClick(desk, Key.Key_F)
    QTest.keyClick(desk, Key.Key_Escape)
    assert desk.selection() == selected
    QTest.keyClick(desk, Key.Key_U)
    assert _coded(study) == []


def test_a_moved_caret_drops_what_was_typed(desk: TextSurface, study: Study) -> None:
    QTest.keyClick(desk, Key.Key_F)
    QTest.keyClick(desk, Key.Key_2, Mod.ControlModifier)
    QTest.keyClick(desk, Key.Key_U)
    assert _coded(study) == []


def test_letters_of_no_code_say_so_and_the_next_key_begins_anew(
    desk: TextSurface, window: MainWindow, study: Study
) -> None:
    QTest.keyClick(desk, Key.Key_F)
    QTest.keyClick(desk, Key.Key_X)
    assert "No code has the key “fx”" in window.line.said()
    QTest.keyClick(desk, Key.Key_P)
    assert _coded(study) == ["Provinces"]


@pytest.mark.parametrize("key", ["f", "fu", "fuz", "FP"])
def test_a_key_that_could_never_be_typed_is_refused(study: Study, key: str) -> None:
    with Project.open(study.path) as project:
        project.do(edit_code, code_id=study.codes["Funding"], key="fu")
        project.do(add_code, name="Legality", key="fp")
        with pytest.raises(CodingError, match=r"begin alike|already"):
            project.do(edit_code, code_id=study.codes["Actor"], key=key)
        assert next(r.key for r in project.ask(code_tree) if r.name == "Actor") == "a"


@pytest.mark.parametrize("key", ["abcd", "a b", "+"])
def test_a_key_is_one_to_three_letters_or_digits(study: Study, key: str) -> None:
    with Project.open(study.path) as project, pytest.raises(CodingError, match="cannot be a code's key"):
        project.do(add_code, name="Border", key=key)
