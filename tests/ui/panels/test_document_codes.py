"""Codes for whole documents: ticked, chosen, and turned by their keys from the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox

from coder.codebook import add_code, edit_code
from coder.project import Project
from coder.segment_list import shown_segments
from tests.ui.conftest import Study
from ui.main_window import MainWindow

Key = Qt.Key


@pytest.fixture
def room(window: MainWindow, study: Study):
    """The window, with a stance of whole documents (for or against, exclusive) and whether they are translated."""
    room = window.room
    assert room is not None
    do = room.workspace.do
    stance = do(add_code, name="Stance", scope="document").value
    for name, key in (("For", "o"), ("Against", "g")):
        do(add_code, name=name, parent_id=stance, scope="document", key=key)
    do(add_code, name="Translated", scope="document", key="t")
    do(edit_code, code_id=stance, exclusive=True)
    room.reading.show_document(study.documents["Decree.txt"])
    room.desk.surface.setFocus()
    return room


def on_document(study: Study) -> list[str]:
    with Project.open(study.path, write=False) as project:
        return sorted(s.path[-1] for s in project.ask(shown_segments) if s.span is None)


def press(room, key: Key) -> None:
    QTest.keyClick(room.desk.surface, key)


def test_a_key_puts_its_code_on_the_document_without_a_selection_and_takes_it_off(room, study: Study) -> None:
    press(room, Key.Key_T)
    assert on_document(study) == ["Translated"]
    assert "The document is coded with “Translated”." in room.window.line.said()
    press(room, Key.Key_T)
    assert on_document(study) == []


def test_of_an_exclusive_group_the_key_of_one_replaces_the_other_as_one_act(room, study: Study) -> None:
    press(room, Key.Key_O)
    press(room, Key.Key_G)
    assert on_document(study) == ["Against"]
    assert "instead of another" in room.window.line.said()
    room.workspace.undo()
    assert on_document(study) == ["For"]


def test_the_form_shows_the_keys_and_what_stands(room, study: Study) -> None:
    press(room, Key.Key_G)
    press(room, Key.Key_T)
    (choice,) = room.document_codes._scroll.widget().findChildren(QComboBox)
    assert [choice.itemText(n) for n in range(choice.count())] == ["— none", "For  (o)", "Against  (g)"]
    assert choice.currentText() == "Against  (g)"
    (tick,) = room.document_codes._scroll.widget().findChildren(QCheckBox)
    assert tick.isChecked()
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert on_document(study) == ["Translated"]
