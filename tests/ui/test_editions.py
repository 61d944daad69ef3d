"""Later texts of a document in the running window: a new version, a correction, segments that lost their words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coder.coding import add_coding
from coder.documents import text_of
from coder.segments import lost_segments, read_codings
from coder.spans import Span
from tests.ui.conftest import DECREE, Study
from ui.main_window import MainWindow
from ui.room import Room

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(study: Study, open_window: Callable[[Path | None], MainWindow]) -> Room:
    window = open_window(study.path)
    assert window.room is not None
    window.room.read(study.documents["Decree.txt"])
    code = study.codes["Funding"]
    for quote in ("The governor", "the reserve fund"):
        at = DECREE.index(quote)
        span = Span(at, at + len(quote))
        window.workspace.do(add_coding, document_id=study.documents["Decree.txt"], code_id=code, span=span)
    return window.room


def quotes(room: Room, study: Study) -> list[str]:
    text = room.workspace.ask(text_of, study.documents["Decree.txt"])
    return [c.span.quote(text) for c in room.workspace.ask(read_codings) if c.span]


def renew(room: Room, path: Path, text: str, qtbot: QtBot) -> None:
    path.write_text(text, "utf-8")
    room.editions.take_version(path)
    qtbot.waitUntil(lambda: room.desk.surface.text == text)


def test_a_correction_is_typed_above_the_text_and_segments_follow(room: Room, study: Study, qtbot: QtBot) -> None:
    room.desk.surface.select(Span(4, 12))
    room.commands["correct_text"].trigger()
    line = room.editions.line
    assert line.isVisible()
    assert line.field.toPlainText() == "governor"
    qtbot.keyClicks(line.field, "head of the province")
    QTest.keyClick(line.field, Qt.Key.Key_Return, CTRL)
    assert room.desk.surface.text.startswith("The head of the province raises")
    assert quotes(room, study) == ["The head of the province", "the reserve fund"]
    assert not line.isVisible()
    room.workspace.undo()
    assert quotes(room, study) == ["The governor", "the reserve fund"]


def test_escape_leaves_the_text_as_it_is(room: Room, study: Study, qtbot: QtBot) -> None:
    room.desk.surface.select(Span(4, 12))
    room.commands["correct_text"].trigger()
    qtbot.keyClicks(room.editions.line.field, "xyz")
    QTest.keyClick(room.editions.line.field, Qt.Key.Key_Escape)
    assert room.desk.surface.text == DECREE
    assert not room.editions.line.isVisible()


def test_without_a_selection_nothing_is_corrected(room: Room) -> None:
    room.desk.surface.select(Span(4, 4))
    room.tell_state()
    assert not room.commands["correct_text"].isEnabled()


def test_what_lost_its_words_is_listed_and_put_on_another_passage(
    room: Room, study: Study, tmp_path: Path, qtbot: QtBot
) -> None:
    new = DECREE.replace("the reserve fund of the province", "money that nobody names")
    renew(room, tmp_path / "decree 2.txt", new, qtbot)
    assert quotes(room, study) == ["The governor"]
    assert "1 coded segment" in room.desk.messages.words
    room.desk.messages.action_chosen.emit()
    panel = room.editions.lost
    assert panel.isVisible()
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 1)
    assert panel.list.table.rows[0].quote == "the reserve fund"
    panel.list.setFocus()
    panel.list.step(1)
    at = new.index("money that nobody names")
    room.desk.surface.select(Span(at, at + 5))
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert quotes(room, study) == ["The governor", "money"]
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 0)


def test_what_lost_its_words_can_be_removed(room: Room, study: Study, tmp_path: Path, qtbot: QtBot) -> None:
    renew(room, tmp_path / "decree 2.txt", DECREE.replace("the reserve fund", "money"), qtbot)
    room.editions.show_lost()
    panel = room.editions.lost
    qtbot.waitUntil(lambda: len(panel.list.table.rows) == 1)
    panel.list.setFocus()
    panel.list.step(1)
    panel.remove.click()
    assert room.workspace.ask(lost_segments) == []
    room.workspace.undo()
    assert len(room.workspace.ask(lost_segments)) == 1
