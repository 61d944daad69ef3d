"""Who codes a document does not stumble over what others coded in it; wanting to see it is one press, and noted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from coder.assignments import all_assignments, assign, finish
from coder.coders import coder_named
from coder.project import Project
from coder.seen import first_looks, noted_looks
from coder.spans import Span


@pytest.fixture
def assigned(coded_by_boris):
    """Ana is to code both documents; Boris has coded in the decree."""
    with Project.open(coded_by_boris.path) as project:
        ana = project.ask(coder_named, "Ana")
        project.do(assign, document_ids=list(coded_by_boris.documents.values()), coder_id=ana)
    return coded_by_boris


def _coders_on_the_desk(window) -> set[str]:
    return {segment.coder for segment in window.room.desk.surface.index}


def _listed(window) -> int:
    return window.room.segments.list.proxy.rowCount()


def _show_button(window) -> QToolButton:
    return next(b for b in window.room.desk.messages.findChildren(QToolButton) if b.text() == "Show")


def _looked(window) -> list[object]:
    return [a.disclosed_at for a in window.workspace.ask(all_assignments) if a.disclosed_at]


def test_others_segments_are_kept_back_and_this_is_said(qtbot, open_window, assigned):
    window = open_window(assigned.path)
    window.room.read(assigned.documents["Decree.txt"])
    qtbot.waitUntil(lambda: not window.room.segments._stale)
    assert _coders_on_the_desk(window) == set()
    assert _listed(window) == 0
    assert "kept back" in window.room.desk.messages.words
    assert not window.commands["others_segments"].isChecked()
    assert _looked(window) == []


def test_show_shows_them_and_notes_it_once(qtbot, open_window, assigned):
    window = open_window(assigned.path)
    window.room.read(assigned.documents["Decree.txt"])
    qtbot.mouseClick(_show_button(window), Qt.MouseButton.LeftButton)
    assert _coders_on_the_desk(window) == {"Boris"}
    qtbot.waitUntil(lambda: _listed(window) == 1)
    assert window.room.desk.messages.words == ""
    assert len(_looked(window)) == 1
    window.room.read(assigned.documents["Interview.txt"])
    window.room.read(assigned.documents["Decree.txt"])
    assert _coders_on_the_desk(window) == {"Boris"}
    assert len(_looked(window)) == 1


def test_the_menu_entry_offers_and_does_not_show(qtbot, open_window, assigned):
    window = open_window(assigned.path)
    window.room.read(assigned.documents["Decree.txt"])
    entry = window.commands["others_segments"]
    entry.trigger()  # asks for them: they are offered
    assert "kept back" in window.room.desk.messages.words
    assert _coders_on_the_desk(window) == set()
    assert not entry.isChecked()


def test_they_are_shown_by_keys_alone_which_are_then_back_in_the_text(qtbot, open_window, assigned):
    window = open_window(assigned.path)
    window.room.read(assigned.documents["Decree.txt"])
    window.room.desk.surface.setFocus()
    window.commands["others_segments"].trigger()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _coders_on_the_desk(window) == {"Boris"}
    assert QApplication.focusWidget() is window.room.desk.surface


def test_escape_in_the_text_closes_the_message_above_it(open_window, assigned):
    window = open_window(assigned.path)
    surface = window.room.desk.surface
    window.room.read(assigned.documents["Decree.txt"])
    window.bar.show_message("Something to know.")
    QTest.keyClick(surface, Qt.Key.Key_Escape)
    assert window.bar.words == ""
    assert "kept back" in window.room.desk.messages.words
    QTest.keyClick(surface, Qt.Key.Key_Escape)
    assert window.room.desk.messages.words == ""


def test_a_document_in_which_only_i_coded_says_nothing(qtbot, open_window, assigned):
    window = open_window(assigned.path)
    window.room.read(assigned.documents["Decree.txt"])
    window.room.read(assigned.documents["Interview.txt"])
    assert window.room.desk.messages.words == ""
    assert window.room.reading.others_shown


def test_the_lead_who_codes_nothing_sees_everybody_s(open_window, coded_by_boris):
    window = open_window(coded_by_boris.path)
    window.room.read(coded_by_boris.documents["Decree.txt"])
    assert _coders_on_the_desk(window) == {"Boris"}
    assert window.room.desk.messages.words == ""


def test_who_only_read_is_noted_before_they_code_for_the_first_time(qtbot, open_window, coded_by_boris):
    window = open_window(coded_by_boris.path)
    decree, interview = (coded_by_boris.documents[name] for name in ("Decree.txt", "Interview.txt"))
    window.room.read(decree)
    assert "Boris" in _coders_on_the_desk(window)
    window.room.read(interview)  # nobody coded here
    ana = window.workspace.coder_id
    assert window.workspace.ask(noted_looks, [ana]) == set()
    undoable = window.workspace.undo_depth
    window.room.desk.surface.select(Span(0, 5))
    window.room.reading.use_code(coded_by_boris.codes["Funding"])
    assert window.workspace.ask(noted_looks, [ana]) == {decree}
    with Project.open(coded_by_boris.path, write=False) as project:
        moments = project.ask(first_looks, {ana: ana}, 1)
        clock = project.ask(lambda s: s.connection().exec_driver_sql("SELECT max(clock) FROM change").scalar())
    assert moments[decree, ana][0] < clock  # the coding came after the look
    assert window.workspace.undo_depth == undoable + 1


def test_another_coder_has_another_view(qtbot, open_window, assigned):
    window = open_window(assigned.path)
    window.room.read(assigned.documents["Decree.txt"])
    window.workspace.act_as(assigned.boris)
    assert _coders_on_the_desk(window) == {"Boris"}
    assert window.room.desk.messages.words == ""
    window.workspace.act_as(window.workspace.ask(coder_named, "Ana"))
    assert _coders_on_the_desk(window) == set()


def test_a_finished_document_is_kept_back_too_until_it_is_asked_for(qtbot, open_window, assigned):
    """Else a coder could finish, look, open the document again, change it and finish once more unseen."""
    window = open_window(assigned.path)
    window.room.read(assigned.documents["Decree.txt"])
    window.workspace.do(finish, coder_id=window.workspace.coder_id, document_ids=[assigned.documents["Decree.txt"]])
    assert _coders_on_the_desk(window) == set()
    assert "kept back" in window.room.desk.messages.words
