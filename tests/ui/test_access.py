"""What a screen reader is told: the text can be read, what the caret enters is announced, and what the window says."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from coder.asking import ask_lead
from coder.coding import add_coding
from coder.project import Project
from coder.spans import Span


@pytest.fixture
def desk(window, study):
    window.room.read(study.documents["Decree.txt"])
    return window.room.desk


def test_the_text_can_be_read_through_its_interface(desk):
    interface = QAccessible.queryAccessibleInterface(desk.surface)
    text = interface.textInterface()
    assert text is not None
    assert text.text(0, 12) == "The governor"
    assert interface.text(QAccessible.Text.Name) == "Text of the document"


def test_a_segment_is_told_when_the_caret_enters_it_and_once(desk, study):
    told: list[str] = []
    desk.surface.announced.connect(told.append)
    desk.surface.select(Span(13, 19))
    desk.surface.code_key_pressed.emit("c")
    told.clear()
    for place in (40, 14, 15, 40):
        desk.surface.select(Span(place, place))
    assert told == ["Actor › Centre, Ana"]
    interface = QAccessible.queryAccessibleInterface(desk.surface)
    desk.surface.select(Span(15, 15))
    assert interface.text(QAccessible.Text.Description) == "Actor › Centre, Ana"
    desk.surface.select(Span(40, 40))
    assert interface.text(QAccessible.Text.Description) == ""


def test_a_question_to_the_lead_is_told_when_the_caret_enters_it_and_once(desk, window, study):
    window.workspace.do(ask_lead, document_id=study.documents["Decree.txt"], span=Span(13, 19), text="Is it one?")
    told: list[str] = []
    desk.surface.announced.connect(told.append)
    for place in (40, 14, 15, 40):
        desk.surface.select(Span(place, place))
    assert told == ["Ana asks the lead; Is it one?; not answered yet"]
    desk.surface.select(Span(15, 15))
    assert desk.surface.accessibleDescription() == told[0]


def test_segments_are_told_where_a_project_is_only_read(open_window, study):
    decree, place = study.documents["Decree.txt"], Span(13, 19)
    with Project.open(study.path) as project:
        project.do(add_coding, document_id=decree, code_id=study.codes["Centre"], span=place, quote="raises")
        window = open_window(study.path)  # somebody else has it open
        assert not window.workspace.writable
        window.room.read(decree)
        surface, told = window.room.desk.surface, []
        surface.select(Span(40, 40))
        surface.announced.connect(told.append)
        surface.select(Span(14, 14))
    assert [words.split(",")[0] for words in told] == ["Actor › Centre"]


def test_what_the_line_below_and_the_bars_say_is_told(desk, window):
    told: list[str] = []
    for one in (window.line, window.bar, desk.messages):
        one.announced.connect(told.append)
    window.line.say("Saved.")
    window.bar.show_message("It cannot be read.", "Choose another.", kind="warning")
    desk.tell("The words are gone.")
    assert told == ["Saved.", "It cannot be read. Choose another.", "The words are gone."]


def test_the_state_can_be_read_in_the_line_below(desk, window):
    (state,) = [label for label in window.line.findChildren(QLabel) if label.text() == window.line.state()]
    assert QAccessible.queryAccessibleInterface(state).text(QAccessible.Text.Name) == window.line.state()
    assert "Ana" in window.line.state()
