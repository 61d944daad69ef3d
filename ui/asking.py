"""Asking the lead: a key marks the passage in hand; the marks on the desk and the list of questions, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from coder.asking import Question, ask_lead, questions, take_question_back
from coder.models import Assignment, Code, Coder, Coding, Document, Memo, TextMap
from coder.spans import Span
from ui.document.unit_marks import QuestionMark
from ui.panels.questions import QuestionsPanel
from ui.widgets.later import Later
from ui.widgets.words import counted

if TYPE_CHECKING:
    from ui.room import Room


class Asking(QObject):
    """What stands open on the desk, and how many questions wait for the lead in all."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room, self._workspace, self._reading = room, room.workspace, room.reading
        self._surface = room.desk.surface
        self._here: list[Question] = []
        self._open = 0
        self._later = Later(self.refresh, self)
        self.panel = QuestionsPanel(room.workspace, room.theme)
        room.panes.add("questions", self.tr("Questions"), self.panel, "bottom")
        room.panes.beside("questions", "segments")
        self._join()

    def _join(self) -> None:
        w = self._workspace
        w.changed.connect(self._on_changed)
        w.opened.connect(self.refresh)
        w.closed.connect(self.refresh)
        w.coder_changed.connect(self.refresh)
        self._reading.document_shown.connect(self._on_document)
        self._reading.segments_here.connect(self._on_segments_here)
        self._surface.question_chosen.connect(self.show)
        self.panel.question_chosen.connect(self._go)
        self._room.details.ask_wanted.connect(self.ask)
        self._reading.ask_wanted.connect(self.ask)
        self._room.commands.bind(ask_lead=self.ask, questions=lambda: self.show())

    @property
    def words(self) -> str:
        """How many questions wait; "" for none."""
        n = self._open
        return counted(n, self.tr("1 open question"), self.tr("%n open questions", "", n)) if n else ""

    def show(self, question: UUID | None = None) -> None:
        """Brings the list into sight, on one of the questions."""
        self._room.panes.raise_("questions")
        QTimer.singleShot(0, self, lambda: self._room.panes.give_height("questions", 0.4))
        if question is not None:
            self.panel.reach(question)

    # showing

    def _on_changed(self, change: object) -> None:
        if change.touches(Memo, Document, TextMap, Coder, Assignment):  # type: ignore[attr-defined]
            self.refresh()
        elif self._here and change.touches(Coding, Code):  # type: ignore[attr-defined]
            self._later.follow()

    def _on_document(self, _document: UUID | None) -> None:
        self.refresh()

    def _on_segments_here(self, _segments: object, _focused: object) -> None:
        self._show_in_details()

    def refresh(self) -> None:
        """Asks again what is asked about the document on the desk."""
        w, document = self._workspace, self._reading.document
        every: list[Question] = w.ask(questions, reader=w.coder_id) if w.is_open else []
        self._here = [question for question in every if question.document_id == document]
        before, self._open = self._open, sum(not question.answered for question in every)
        self._surface.set_questions(
            [QuestionMark(q.id, q.span, q.answered, self._tip(q)) for q in self._here if q.span is not None]
        )
        self._room.desk.pages.refresh()
        self._show_in_details()
        if before != self._open:
            self._room.tell_state()

    def _tip(self, question: Question) -> str:
        head = self.tr("{} asks the lead").format(question.asker)
        answer = f"{question.answered_by}: {question.answer}" if question.answered else self.tr("not answered yet")
        return "\n".join(part for part in (head, question.text, answer) if part)

    def _show_in_details(self) -> None:
        """The question on the segment in focus stands in its details."""
        focused = self._reading.focused()
        found = next((q for q in self._here if focused is not None and q.coding_id == focused.id), None)
        words = self._tip(found) if found is not None else ""
        self._room.details.show_question(words, mine=found is not None and self._is_mine(found))

    def _is_mine(self, question: Question) -> bool:
        return question.asker_id == self._workspace.coder_id

    # asking

    def ask(self) -> None:
        """Marks the segment in focus, the selection or the unit in hand; marked already, takes the mark away."""
        w, reading = self._workspace, self._reading
        document = reading.document
        if document is None or not w.writable:
            return
        focused, span = reading.focused(), reading.selection()
        coding = focused.id if focused is not None and span is None and reading.focused_is_mine else None
        if coding is None and span is None:
            span = reading.unit() or (focused.span if focused is not None else None)
        if coding is None and span is None:
            w.said.emit(self.tr("Select the passage that you want to ask about first."))
            return
        if (there := self._asked_already(coding, span)) is not None:
            if w.do(take_question_back, question_id=there):
                w.said.emit(self.tr("The lead is not asked about it any more; Ctrl+Z brings it back."))
            return
        if done := w.do(ask_lead, document_id=document, span=None if coding else span, coding_id=coding):
            self.panel.reach(done.value)
            w.said.emit(self.tr("Marked “ask the lead”. Words can be added in the pane of questions."))

    def _asked_already(self, coding: UUID | None, span: Span | None) -> UUID | None:
        for question in self._here:
            if self._is_mine(question) and not question.answered:
                same = question.coding_id == coding if coding else question.coding_id is None and question.span == span
                if same:
                    return question.id
        return None

    def _go(self, question: Question) -> None:
        """A question chosen in the list: its passage in the text."""
        self._room.read(question.document_id)
        if question.coding_id is not None and self._reading.segment(question.coding_id) is not None:
            self._reading.show_first_segment(question.coding_id)
        elif question.span is not None:
            self._surface.select(question.span)
            self._surface.reveal(question.span)
        self._surface.setFocus()
