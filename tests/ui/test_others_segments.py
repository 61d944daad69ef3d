"""Another coder’s segment: whatever key, menu, drag or field is tried, it stays, and the window says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from coder.asking import ask_lead
from coder.coding import add_coding, set_memo, set_qualifier
from coder.memos import write_memo
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import Study
from tests.ui.sweep import come_back, each_command, work_of
from ui.carried import carry_code
from ui.main_window import MainWindow
from ui.room import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier
PASSAGE = Span(4, 12)


@pytest.fixture
def described(study: Study) -> Study:
    """Boris coded “governor”, said how strong the evidence is, wrote memos, and asks the lead about it."""
    with Project.open(study.path, coder_id=study.boris) as project:
        document, code = study.documents["Decree.txt"], study.codes["Provinces"]
        coding = project.do(add_coding, document_id=document, code_id=code, span=PASSAGE, quote="governor").value
        project.do(set_qualifier, coding_id=coding, qualifier_id=study.scale, value="reported")
        project.do(set_memo, coding_id=coding, memo="Who else?")
        project.do(ask_lead, document_id=document, coding_id=coding)
        study.documents["coding"] = coding
    return study


@pytest.fixture
def room(described: Study, open_window: Callable[[Path | None], MainWindow]) -> Room:
    """Ana reads; Boris's segment is in focus."""
    room = open_window(described.path).room
    assert room is not None
    look_at(room, described)
    return room


def look_at(room: Room, study: Study) -> None:
    come_back(room)
    if room.reading.document != study.documents["Decree.txt"]:
        room.reading.show_document(study.documents["Decree.txt"])
    if not room.reading.others_shown:
        room.commands["others_segments"].trigger()
    room.reading.show_first_segment(study.documents["coding"])
    focused = room.reading.focused()
    assert focused is not None
    assert focused.coder == "Boris"


def told(room: Room) -> str:
    return f"{room.window.line.said()} {room.window.bar.words}"


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (Key.Key_Delete, "Boris's"), (Key.Key_Backspace, "Boris's"), (Key.Key_2, "Boris's"), (Key.Key_0, "Boris's"),
        (Key.Key_BracketLeft, "another coder's"), (Key.Key_BracketRight, "another coder's"),
    ],
)  # fmt: skip
def test_a_key_that_would_change_it_says_whose_it_is(room: Room, key: Key, why: str) -> None:
    QTest.keyClick(room.desk.surface, key)
    assert why in told(room)


def test_a_memo_on_it_is_written_from_the_menu_and_this_is_said(room: Room) -> None:
    room.commands["write_memo"].trigger()
    assert "another coder’s segment" in told(room)
    assert QApplication.focusWidget() is room.desk.surface


def test_its_row_in_the_list_offers_nothing_that_changes_it(room: Room, described: Study, qtbot: QtBot) -> None:
    before = work_of(described.path, described.boris)
    room.panes.raise_("segments")
    qtbot.waitUntil(lambda: room.segments.list.proxy.rowCount() == 1)
    room.segments.list.selectAll()
    assert [row.coder for row in room.segments.list.rows_selected()] == ["Boris"]
    for action in room.segments.menu().actions():
        action.trigger()
    QTest.keyClick(room.segments.list, Key.Key_Delete)
    assert room.segments.menu().actions()[-1].text() == "Only their coders change these segments"
    assert work_of(described.path, described.boris) == before


def test_with_ones_own_beside_it_the_list_removes_ones_own_alone(room: Room, described: Study, qtbot: QtBot) -> None:
    before = work_of(described.path, described.boris)
    QTest.keyClick(room.desk.surface, Key.Key_F)
    room.panes.raise_("segments")
    qtbot.waitUntil(lambda: room.segments.list.proxy.rowCount() == 2)
    room.segments.list.selectAll()
    remove = next(a for a in room.segments.menu().actions() if a.text() == "Remove 1 coded segment")
    remove.trigger()
    assert [s.coder for s in room.workspace.ask(shown_segments)] == ["Boris"]
    assert work_of(described.path, described.boris) == before


@pytest.mark.parametrize("end", ["top", "bottom"])
def test_its_ends_cannot_be_dragged_and_this_is_said(
    room: Room, described: Study, qtbot: QtBot, end: str
) -> None:
    before, stripes = work_of(described.path, described.boris), room.desk.surface.stripes
    stripes.grab()
    (stripe,) = stripes.stripes
    place = QPointF(stripe.bar.center().x(), getattr(stripe.bar, end)() + (1 if end == "top" else -1)).toPoint()
    qtbot.mousePress(stripes, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(stripes, place + QPoint(0, 80))
    assert "another coder's" in told(room)
    qtbot.mouseRelease(stripes, Qt.MouseButton.LeftButton, pos=place + QPoint(0, 80))
    assert room.desk.surface.moving is None
    assert work_of(described.path, described.boris) == before


def test_a_code_let_go_on_it_is_a_segment_of_ones_own(room: Room, described: Study) -> None:
    before, surface = work_of(described.path, described.boris), room.desk.surface
    mime = QMimeData()
    carry_code(mime, described.codes["Funding"])
    at = surface.cursorRect().center()
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    surface.dropEvent(QDropEvent(QPointF(at) + QPointF(4, 0), action, mime, left, Mod.NoModifier))
    assert [(s.coder, s.span) for s in room.workspace.ask(shown_segments)] == [("Boris", PASSAGE), ("Ana", PASSAGE)]
    assert work_of(described.path, described.boris) == before


def test_its_details_can_be_read_and_have_no_field(room: Room) -> None:
    card = room.details._scroll.widget()
    words = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert "only Boris changes it" in words
    assert "reported" in words
    assert "Who else?" in words
    for kind in (QComboBox, QLineEdit, QPlainTextEdit, QAbstractButton):
        assert card.findChildren(kind) == []


def test_a_double_click_on_its_stripe_says_why_no_memo_opens(room: Room, described: Study, qtbot: QtBot) -> None:
    before, stripes = work_of(described.path, described.boris), room.desk.surface.stripes
    stripes.grab()
    qtbot.mouseDClick(stripes, Qt.MouseButton.LeftButton, pos=stripes.stripes[0].bar.center().toPoint())
    assert "another coder’s segment" in told(room)
    assert work_of(described.path, described.boris) == before


def test_a_memo_of_ones_own_on_it_is_another_thing(room: Room, described: Study) -> None:
    before = work_of(described.path, described.boris)
    coding = described.documents["coding"]
    assert room.workspace.do(write_memo, kind="coding", owner_id=coding, text="I see it otherwise.") is not None
    assert work_of(described.path, described.boris) == before


def test_no_command_and_no_key_of_the_text_changes_it(room: Room, described: Study) -> None:
    before, changed = work_of(described.path, described.boris), []
    for name in each_command(room, lambda: look_at(room, described)):
        if work_of(described.path, described.boris) != before:
            changed.append(name)
    assert changed == []
