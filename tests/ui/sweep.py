"""Every command of the window done once in a state that is hard for it; what is left open by one is closed again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from ui.actions import ACTS
from ui.document.hands import BINDINGS
from ui.main_window import MainWindow
from ui.room import Room

LEAVES = frozenset({"quit", "close_project"})  # there is nothing to look at afterwards
# keys of codes, of the scale, of none, and of the list of keys
PLAIN = "acpfz0123456789?/"


def commands(window: MainWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    """Everything that keys and menus do: its name, and what does it as a person would."""
    room = window.room
    assert room is not None
    surface = room.desk.surface

    def keys(key: str) -> Callable[[], None]:
        held = QKeySequence(key)[0]
        return lambda: QTest.keyClick(surface, held.key(), held.keyboardModifiers())

    for binding in BINDINGS:
        for key in binding.keys:
            yield f"{binding.act} by {key}", keys(key)
    for letter in PLAIN:
        yield f"the key {letter}", lambda letter=letter: QTest.keyClicks(surface, letter)
    for act in ACTS:
        if act.name not in LEAVES:
            yield act.name, window.commands[act.name].trigger
            for key in act.keys:
                yield f"{act.name} by {key}", keys(key)


def come_back(room: Room) -> None:
    """Closes what a command opened, and gives the keys to the text."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog | QMenu) and widget.isVisible():
            widget.close()
    room.window.tasks.finish()
    room.desk.palette_.close_palette()
    room.window.pages.setCurrentWidget(room.reading_page)
    room.desk.surface.setFocus(Qt.FocusReason.OtherFocusReason)


def work_of(path: Path, coder: UUID) -> list[tuple[object, ...]]:
    """Everything in the file that this coder made, as its bytes stand in the rows, and all that was done to it since."""
    connection = sqlite3.connect(path)
    found: list[tuple[object, ...]] = []
    columns = {"coding": "coder_id", "memo": "author_id", "answer": "coder_id", "change": "coder_id"}
    for table, column in columns.items():
        found += connection.execute(f'SELECT * FROM "{table}" WHERE {column} = ? ORDER BY 1', (coder.bytes,)).fetchall()
    found += connection.execute(
        'SELECT * FROM change_row WHERE "table" = \'coding\' AND "row" IN (SELECT id FROM coding WHERE coder_id = ?) '
        'ORDER BY "row", "change"', (coder.bytes,),
    ).fetchall()  # fmt: skip
    connection.close()
    return found
