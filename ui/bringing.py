"""The import pane joined to the room: opened by key, by a drop, by the first page; it goes away when it is given up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from ui.dialogs.bring import BringPanel

if TYPE_CHECKING:
    from ui.room import Room


class Bringing(QObject):
    """Add sources, as the room knows it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self.panel = BringPanel(room.workspace, room.window.tasks, room.theme)
        room.panes.add("bring", self.tr("Add sources"), self.panel, "bottom")
        room.panes.beside("bring", "segments")
        self._join()

    def _join(self) -> None:
        room, panel = self._room, self.panel
        panel.files_wanted.connect(room.errands.choose_sources)
        panel.folder_wanted.connect(room.errands.choose_folder)
        panel.said.connect(room.window.line.say)
        panel.failed.connect(room.window.tell_error)
        panel.given_up.connect(self._leave)
        room.errands.sources_chosen.connect(self.look_at)
        room.commands.bind(add_sources=self.ask_for_files, add_folder=self.ask_for_folder)

    def look_at(self, paths: list[Path]) -> None:
        """Shows what these files and folders hold."""
        self._show()
        self.panel.look_at(paths)

    def ask_for_files(self) -> None:
        self._show()
        self._room.errands.choose_sources()

    def ask_for_folder(self) -> None:
        self._show()
        self._room.errands.choose_folder()

    def _show(self) -> None:
        self._room.panes.raise_("bring")
        # a pane that was never seen has no height yet that could be changed
        QTimer.singleShot(0, self, lambda: self._room.panes.give_height("bring", 0.6))

    def _leave(self) -> None:
        self._room.panes.put_away("bring")
        if self._room.reading.document is not None:
            self._room.desk.surface.setFocus(Qt.FocusReason.OtherFocusReason)
