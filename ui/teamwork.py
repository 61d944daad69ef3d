"""The team's panes: agreement, merging, edit conflicts, packages, export, the audit trail; joined to the room."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from coder.spans import Span
from ui.comparing import Comparing
from ui.dialogs.export import ExportPanel
from ui.dialogs.handout import HandOutPanel
from ui.dialogs.merge import MergePanel
from ui.dialogs.ratings import RatingsPanel
from ui.panels.agreement import AgreementPanel
from ui.panels.conflicts import ConflictsPanel
from ui.panels.history import HistoryPanel

if TYPE_CHECKING:
    from ui.room import Room


class Teamwork(QObject):
    """Panes below the desk, one place with a tab each, out of the way until they are asked for."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        workspace, tasks, theme = room.workspace, room.window.tasks, room.theme
        self.agreement = AgreementPanel(workspace, tasks, theme)
        self.comparing = Comparing(room.desk.surface, room.reading, self)
        self.ratings = RatingsPanel(theme)
        self.merge = MergePanel(workspace, tasks, theme)
        self.conflicts = ConflictsPanel(workspace, tasks, theme)
        self.hand_out = HandOutPanel(workspace, tasks, theme)
        self.export = ExportPanel(workspace, tasks, theme)
        self.history = HistoryPanel(workspace, tasks, theme)
        self._add(
            agreement=(self.tr("Agreement"), self.agreement),
            ratings=(self.tr("Reliability of a table"), self.ratings),
            merge=(self.tr("Merge coder files"), self.merge),
            conflicts=(self.tr("Edit conflicts"), self.conflicts),
            hand_out=(self.tr("Hand out a coder package"), self.hand_out),
            export=(self.tr("Export"), self.export),
            history=(self.tr("Audit trail"), self.history),
        )
        self._join()

    def _add(self, **panes: tuple[str, QWidget]) -> None:
        for name, (title, panel) in panes.items():
            self._room.panes.add(name, title, panel, "bottom")
            self._room.panes.beside(name, "segments")

    def _join(self) -> None:
        room, say = self._room, self._room.window.line.say
        for panel in (self.agreement, self.ratings, self.merge, self.conflicts, self.hand_out, self.export):
            panel.said.connect(say)
        self.agreement.passage_chosen.connect(self._show_passage)
        self.agreement.passage_reached.connect(self._light_passage)
        self.agreement.pair_reached.connect(self.comparing.take_pair)
        self.agreement.pair_reached.connect(lambda *_: room.tell_state())
        self.comparing.changed.connect(room.tell_state)
        self.agreement.code_reached.connect(room.definition.show_code)
        self.merge.conflicts_wanted.connect(lambda: self.show("conflicts"))
        self.conflicts.document_wanted.connect(room.read)
        self.conflicts.code_wanted.connect(room.definition.show_code)
        self.hand_out.closed_wanted.connect(self._close_hand_out)
        room.workspace.closed.connect(self.ratings.finish)
        room.commands.bind(
            ratings=lambda: self.show("ratings"),
            side_by_side=self.comparing.turn, agreement=lambda: self.show("agreement"),
            next_difference=lambda: self._walk(1), previous_difference=lambda: self._walk(-1),
            merge_files=lambda: self.show("merge"),
            conflicts=lambda: self.show("conflicts"), hand_out=lambda: self.show("hand_out"),
            export=lambda: self.show("export"), history=lambda: self.show("history"),
        )  # fmt: skip

    def _close_hand_out(self) -> None:
        if self._room.panes.visible("hand_out"):
            self._room.panes.raise_("segments")

    def show(self, name: str) -> None:
        """Brings a pane into sight, with room to work in."""
        self._room.panes.raise_(name)
        self._room.panes.give_height(name)

    def take_files(self, paths: list[Path]) -> None:
        """Coder files that were dropped: what they would bring is shown before anything is done."""
        self.show("merge")
        self.merge.look_at(paths)

    def _walk(self, by: int) -> None:
        """The next passage on which the coders differ, or the one before; the pane comes into sight, the keys stay."""
        if not self._room.panes.visible("agreement"):
            self.show("agreement")
        self.agreement.walk(by)

    def _light_passage(self, document: UUID, span: Span | None) -> None:
        """The passage in the text, the keys where they are."""
        focus = QApplication.focusWidget()
        self._room.read(document)
        self.comparing.turn(True)
        if span is not None:
            self._room.desk.surface.select(span)
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_passage(self, document: UUID, span: Span | None) -> None:
        self._room.read(document)
        self.comparing.turn(True)
        if span is not None:
            surface = self._room.desk.surface
            surface.select(span)
            surface.reveal(span)
            surface.setFocus(Qt.FocusReason.OtherFocusReason)
