"""Every pane, page, bar and dialog, walked as a screen reader does and by Tab: names, roles, titles, the order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from coder.coders import Person
from coder.spans import Span
from tests.ui.conftest import Study
from tests.ui.everything import furnish
from tests.ui.walker import faults, lost_on_the_way, misnamed, nameless_columns
from ui.main_window import MainWindow
from ui.room import Room

Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def room(open_window: Open, study: Study, qtbot: QtBot) -> Room:
    room = open_window(furnish(study).path).room
    assert room is not None
    room.read(study.documents["Decree.txt"])
    room.desk.surface.select(Span(3, 3))
    return room


def told_of(where: str, top: QWidget) -> list[str]:
    return [f"{where}: {fault}" for fault in faults(top) + lost_on_the_way(top)]


def pane(room: Room, name: str) -> QDockWidget:
    """Brought into sight from the text."""
    room.desk.surface.setFocus()
    room.panes.raise_(name)
    dock = room.window.findChild(QDockWidget, name)
    assert dock is not None
    return dock


def rest(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: not room.window.tasks.busy, timeout=10_000)


def test_everything_in_every_pane_is_named_and_can_be_reached(room: Room, qtbot: QtBot) -> None:
    found: list[str] = []
    names = [dock.objectName() for dock in room.window.findChildren(QDockWidget)]
    assert len(names) > 20
    for name in names:
        dock = pane(room, name)
        rest(qtbot, room)
        found += told_of(name, dock)
        assert room.panes.current() == name
        QTest.keyClick(room.window, Qt.Key.Key_F6)
        if room.panes.current() == name:
            found.append(f"F6 does not leave {name}")
    found += misnamed(room.window) + nameless_columns(room.window)  # what waits out of sight too
    assert not found, "\n".join(found)


def test_what_panes_show_when_they_are_worked_in_is_named(
    room: Room, study: Study, qtbot: QtBot, tmp_path: Path
) -> None:
    found: list[str] = []

    def look(name: str, what: str) -> None:
        dock = pane(room, name)
        rest(qtbot, room)
        if room.panes.current() != name:
            found.append(f"{name}, {what}: the keys do not come to it")
        found.extend(told_of(f"{name}, {what}", dock))

    room.definition.show_code(study.codes["Funding"])
    room.definition.edit()
    look("definition", "edited")
    room.codes.show_code(study.codes["Funding"])
    room.codes.rename()
    look("codes", "renamed")
    hits = room.searching.panel
    pane(room, "find_all")
    hits.begin("payment")
    look("find_all", "hits")
    hits.begin_review()
    look("find_all", "hits to be coded")
    hits.show_hits()
    hits._edit_lists(None)
    look("find_all", "words of a list")
    room.material.new_memo()
    look("notebook", "a memo is written")
    room.material._split(study.codes["Centre"])
    look("splitting", "a code")
    room.team.agreement.controls.more.setChecked(True)
    for view in ("pairs", "documents", "confusion", "time", "standard", "qualifiers"):
        room.team.agreement.views.turn_to(view)
        look("agreement", view)
    table, text = tmp_path / "posts.csv", tmp_path / "notes.txt"
    table.write_text("text,region\nThe fund pays.,north\n", "utf-8")
    text.write_text("The governor pays.", "utf-8")
    room.bringing.look_at([table, text])
    look("bring", "two files")
    room.team.merge.look_at([study.path.with_name("other.intercoder")])
    look("merge", "a file")
    assert not found, "\n".join(found)


def test_bars_above_the_text_and_the_palette_are_named(room: Room, qtbot: QtBot) -> None:
    room.window.bar.show_message("It is so.", "Do this.", details="What was told.", action="Do it")
    room.desk.tell("It is so.", "Do this.", details="What was told.", action="Do it")
    room.find.begin()
    room.desk.surface.select(Span(0, 12))
    room.editions.begin_correction()
    room.reading.choose_code()
    middle = room.window.centralWidget()
    assert room.desk.palette_.isVisible()
    found = misnamed(middle) + [fault for fault in faults(room.desk) if "buttons are called" not in fault]
    assert not found, "\n".join(found)
    for bar in (room.window.bar, room.desk.messages, room.find, room.editions.line, room.desk.palette_):
        assert bar.isVisible()
        assert not faults(bar)
    room._add_coder()
    dialog = room.window.findChild(QInputDialog)
    assert dialog is not None
    assert not faults(dialog)
    dialog.close()


def test_pages_in_the_middle_are_named_and_walked_in_reading_order(open_window: Open) -> None:
    window = open_window(None)
    assert window.room is not None
    found = told_of("start", window.start)
    window.room.sitting.ask_for_new()
    assert window.room.new_page.isVisible()
    found += told_of("new project", window.room.new_page)
    ana = Person(id=uuid4(), name="Ana", initials="A", codings=2, finished=0)
    window.room.who_page.ask("Study", [ana], "Boris", None)
    window.room.empty_page.show_title("Study", has_codes=False)
    for page in (window.room.who_page, window.room.empty_page):
        window.pages.setCurrentWidget(page)
        found += told_of(type(page).__name__, page)
    assert not found, "\n".join(found)


def test_f6_comes_to_a_message_above_the_text_and_goes_on_to_the_text(room: Room) -> None:
    room.desk.messages.dismiss()
    room.desk.tell("It is so.", action="Do it")
    pane(room, "codes")
    QTest.keyClick(room.window, Qt.Key.Key_F6)
    at = QApplication.focusWidget()
    assert isinstance(at, QAbstractButton)
    assert at.text() == "Do it"
    QTest.keyClick(room.window, Qt.Key.Key_F6)
    assert room.desk.surface.hasFocus()
    QTest.keyClick(room.window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is at


def test_tab_comes_to_what_stands_in_no_pane_and_the_text_keeps_it(room: Room) -> None:
    room.desk.filters.setFocus()
    walked = []
    while (at := QApplication.focusWidget()) is not room.desk.surface and len(walked) < 20:
        walked.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert room.desk.surface.hasFocus()
    QTest.keyClick(room.desk.surface, Qt.Key.Key_Tab)
    assert room.desk.surface.hasFocus()
    room.desk.filters.setFocus()
    QTest.keyClick(room.desk.filters, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() in [*room.window.work.buttons.values(), room.window.look, room.window.who]
