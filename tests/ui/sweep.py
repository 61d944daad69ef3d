"""What tests of hard states ask of the window and the file: every command, back to the text, what a coder made."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from ui.keymap import TEXT, entries
from ui.room import Room


def come_back(room: Room) -> None:
    """Closes what a command opened, and gives the keys to the text."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog | QMenu) and widget.isVisible():
            widget.close()
    room.window.tasks.finish()
    room.desk.palette_.close_palette()
    room.window.pages.setCurrentWidget(room.reading_page)
    room.desk.surface.setFocus(Qt.FocusReason.OtherFocusReason)


# what ends the sitting, asks for a file or a name in a window of its own, or opens a menu and waits for it
APART = {
    "quit", "close_project", "new_project", "open_project", "add_sources", "add_folder", "load_codebook",
    "save_codebook", "ratings", "add_coder", "hand_out", "merge_files", "filter_segments",
}  # fmt: skip


def each_command(room: Room, begin: Callable[[], None]) -> Iterator[str]:
    """Does everything that has keys in the list of keys, one after the other, and yields the name of each.

    begin: puts the window where each of them is tried.
    """
    tried = [entry.name for entry in entries() if entry.name not in APART]
    assert len(tried) > 70
    for name in tried:
        begin()
        if name.startswith(TEXT):
            getattr(room.desk.surface.hands, name.removeprefix(TEXT))()
        else:
            room.commands[name].trigger()
        yield name


def work_of(path: Path, coder: UUID) -> list[tuple[object, ...]]:
    """Everything in the file that this coder made, as it stands in the rows, and all that was done to it since."""
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
