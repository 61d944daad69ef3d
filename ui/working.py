"""The kind of work one is at: the switch above, its keys, the panes that go with it; remembered for each project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coder.spans import Span
from ui.kinds import ANALYSE, COMPARE, KINDS, READ

if TYPE_CHECKING:
    from ui.room import Room


class Working(QObject):
    """Goes from one kind of work to another; the document, the caret and the selection stay as they are."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room, self._settings = room, room.settings
        self._switch = room.window.work
        self._switch.chosen.connect(self.turn_to)
        room.team.agreement.pair_reached.connect(self._set_apart)
        room.commands.bind(
            work_read=lambda _: self.turn_to(READ), work_compare=lambda _: self.turn_to(COMPARE),
            work_analyse=lambda _: self.turn_to(ANALYSE), restore_layout=self._restore,
        )  # fmt: skip

    @property
    def kind(self) -> str:
        return self._room.panes.kind.name

    def begin(self) -> None:
        """A project is to be shown: the kind of work it was left in."""
        kept = self._settings.work_in(self._room.workspace.study)
        self._room.panes.turn_to(KINDS.get(kept, KINDS[READ]), self._settings)
        self.tell()

    def turn_to(self, kind: str) -> None:
        room = self._room
        if kind != self.kind and room.workspace.is_open:
            self._settings.keep_work(room.workspace.study, kind)
            was_in = room.panes.current()
            room.panes.turn_to(KINDS[kind], self._settings)
            if was_in and room.panes.visible(was_in):  # the keys stay in a pane that stays, wherever Qt led them
                room.panes.raise_(was_in)
            else:
                room.desk.surface.setFocus()
            room.team.comparing.turn(kind == COMPARE)
            QTimer.singleShot(0, self, self._stay_on_passage)  # once the text has its new width
        room.tell_state()

    def _stay_on_passage(self) -> None:
        surface = self._room.desk.surface
        if self._room.reading.document is not None:
            surface.reveal(surface.selection() or Span(surface.caret(), surface.caret()))

    def tell(self) -> None:
        """Switch and menu say which kind it is; without a project there is none."""
        there = "open" in self._room.states()
        self._switch.show_choice(self.kind)
        self._room.commands.check({f"work_{name}": there and name == self.kind for name in KINDS})
        self._room.window.show_work(there)

    def _restore(self) -> None:
        self._room.panes.restore()
        self._room.desk.surface.setFocus()

    def _set_apart(self, *_pair: object) -> None:
        """Whose passages are compared is known: the two stand left and right of the text."""
        if self.kind == COMPARE:
            self._room.team.comparing.turn(True)
