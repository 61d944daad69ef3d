"""Which segments stand on the desk: what the reader chose, joined to the reading; kept for the sitting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from coder.code_tree import CodeRow, qualifiers_of
from coder.coders import people
from coder.values import WITH_VALUES
from ui.widgets.filters import Choice, Choices

if TYPE_CHECKING:
    from ui.room import Room


class Filtering(QObject):
    """Fills the desk's filter with what can be chosen, hands on what was chosen, and says how many are hidden."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._workspace, self._reading, self._button = room.workspace, room.reading, room.desk.filters
        self._room = room
        self._button.choices_wanted.connect(self._offer)
        self._button.filter_changed.connect(self._on_chosen)
        self._reading.state_changed.connect(self._say)
        self._workspace.closed.connect(self._button.clear)
        room.commands.bind(filter_segments=self._button.showMenu, all_segments=self._button.clear)

    def _offer(self) -> None:
        if not self._workspace.is_open:
            return
        ask = self._workspace.ask
        said = [(Choice(q.id, q.name), q.values) for q in ask(qualifiers_of) if q.kind in WITH_VALUES]
        coders = [Choice(person.id, person.name) for person in ask(people)]
        self._button.set_choices(
            Choices(self._workspace.coder_id, coders, as_choices(self._workspace.codes()), said)
        )

    def _on_chosen(self, chosen: object) -> None:
        self._reading.show_only(chosen)  # type: ignore[arg-type]
        self._say()
        self._room.tell_state()

    def _say(self) -> None:
        self._button.say_hidden(self._reading.hidden)


def as_choices(rows: Iterable[CodeRow]) -> list[Choice]:
    """The tree of codes, given with parents before what is below them."""
    top: list[Choice] = []
    known: dict[UUID, Choice] = {}
    for row in rows:
        known[row.id] = choice = Choice(row.id, row.name)
        above = known.get(row.parent_id) if row.parent_id is not None else None
        (top if above is None else above.below).append(choice)
    return top
