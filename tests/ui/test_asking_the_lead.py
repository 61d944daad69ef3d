"""Asking the lead in the window: a key marks, the mark is seen, the answer comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from coder.asking import ask_lead, questions
from coder.assignments import assign
from coder.coding import add_coding
from coder.merging.package import hand_out
from coder.project import Project
from coder.spans import Span
from tests.ui.conftest import Study
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
HELD = Mod.ControlModifier | Mod.ShiftModifier


@pytest.fixture
def room(window: MainWindow, study: Study):
    assert window.room is not None
    window.room.reading.show_document(study.documents["Decree.txt"])
    window.room.desk.surface.setFocus()
    return window.room


def asked(study: Study):
    with Project.open(study.path, write=False) as project:
        return project.ask(questions)


def ask(room) -> None:
    QTest.keyClick(room.window, Key.Key_H, HELD)


def test_a_key_marks_the_selection_and_the_same_key_takes_the_mark_away(room, study: Study) -> None:
    room.desk.surface.select(Span(0, 12))
    ask(room)
    (question,) = asked(study)
    assert question.quote == "The governor"
    assert [m.span for m in room.desk.surface.questions] == [Span(0, 12)]
    assert "1 open question" in room.window.line.state()
    ask(room)
    assert asked(study) == []
    assert "open question" not in room.window.line.state()


def test_without_a_passage_it_says_so(room, study: Study) -> None:
    room.desk.surface.select(Span(0, 0))
    ask(room)
    assert asked(study) == []
    assert "Select the passage" in room.window.line.said()


def test_the_segment_in_focus_is_asked_about_and_its_details_say_so(room, study: Study) -> None:
    surface = room.desk.surface
    surface.select(Span(0, 12))
    QTest.keyClick(surface, Key.Key_P)
    ask(room)
    (question,) = asked(study)
    assert question.path == ("Actor", "Provinces")
    assert "not answered yet" in room.details._question


def test_the_mark_beside_the_text_tells_and_opens_the_question(room, study: Study, qtbot) -> None:
    surface = room.desk.surface
    surface.select(Span(0, 12))
    ask(room)
    surface.stripes.grab()  # painted
    (box, mark) = surface.stripes._questions[0]
    assert "Ana asks the lead" in surface.stripes.words_at(box.center())
    assert surface.stripes.question_at(QPointF(0, surface.stripes.height() - 1.0)) is None
    QTest.mouseClick(surface.stripes, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    qtbot.waitUntil(lambda: room.panes.visible("questions"), timeout=2000)
    assert room.asking.panel._shown.id == mark.id


def test_the_lead_answers_in_the_list_and_the_mark_says_so(room, study: Study) -> None:
    with_question = {"document_id": study.documents["Decree.txt"], "span": Span(0, 12), "text": "Is he one?"}
    ana = room.workspace.coder_id
    room.workspace.act_as(study.boris)
    question = room.workspace.do(ask_lead, **with_question).value
    room.workspace.act_as(ana)
    panel = room.asking.panel
    room.asking.show(question)
    assert panel.asked.toPlainText() == "Is he one?"
    assert panel.asked.isReadOnly()
    panel.answer.setPlainText("He is.")
    QTest.keyClick(panel.answer, Key.Key_Return, Mod.ControlModifier)
    (found,) = asked(study)
    assert (found.answer, found.answered_by) == ("He is.", "Ana")
    assert [m.answered for m in room.desk.surface.questions] == [True]
    assert "Boris gets it with your next file" in room.window.line.said()
    panel.again.click()
    assert not asked(study)[0].answered


def test_the_asker_writes_the_words_of_the_question(room, study: Study) -> None:
    room.desk.surface.select(Span(0, 12))
    ask(room)
    room.asking.show(asked(study)[0].id)
    panel = room.asking.panel
    panel.asked.setPlainText("Is he one?")
    panel.save.click()
    assert asked(study)[0].text == "Is he one?"
    panel.take_back()
    assert asked(study) == []


def test_the_list_leads_to_the_passage(room, study: Study) -> None:
    room.workspace.do(ask_lead, document_id=study.documents["Interview.txt"], span=Span(5, 13))
    room.asking.show()
    panel = room.asking.panel
    panel.list.select_key(panel._model.rows[0].id)
    panel.list.row_chosen.emit(panel._model.rows[0])
    assert room.reading.document == study.documents["Interview.txt"]
    assert room.reading.selection() == Span(5, 13)


def test_in_a_package_the_answer_is_read_and_cannot_be_written(
    open_window: Callable[[Path | None], MainWindow], study: Study, tmp_path: Path
) -> None:
    path = tmp_path / "boris.intercoder"
    with Project.open(study.path) as project:
        hand_out(project, path, coder_id=study.boris)
    with Project.open(path) as package:
        question = package.do(ask_lead, document_id=study.documents["Decree.txt"], span=Span(0, 12)).value
    window = open_window(path)
    room = window.room
    assert room is not None
    if not room.reading.document:
        room.who_page.person_chosen.emit(study.boris)
    room.reading.show_document(study.documents["Decree.txt"])
    room.asking.show(question)
    panel = room.asking.panel
    assert panel.answer.isReadOnly()
    assert not panel.asked.isReadOnly()
    assert panel.back.isEnabled()


def test_that_a_question_waits_where_one_works_apart_is_told_and_not_what_it_says(
    open_window: Callable[[Path | None], MainWindow], study: Study
) -> None:
    decree = study.documents["Decree.txt"]
    with Project.open(study.path) as project:
        project.do(assign, coder_id=project.coder_id, document_ids=[decree])
    with Project.open(study.path, coder_id=study.boris) as project:
        code, words = study.codes["Funding"], "The governor"
        project.do(add_coding, document_id=decree, code_id=code, span=Span(0, 12), quote=words)
        project.do(ask_lead, document_id=decree, span=Span(0, 12))
    room = open_window(study.path).room
    assert room is not None
    room.commands["questions"].trigger()
    panel = room.asking.panel
    assert panel.list.proxy.rowCount() == 0
    assert "1 more question" in panel._apart.text()
    assert panel._apart.isVisible()
