"""What a test of hard states asks of the window and the file: back to the text, and all that one coder made."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

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
