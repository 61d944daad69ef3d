"""Two coders side by side on the desk: the first left of the text, the second right, only what differs in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from coder.reliability.sides import sides
from ui.document.sides import LEFT, RIGHT
from ui.document.surface import TextSurface

if TYPE_CHECKING:
    from ui.reading import Reading


class Comparing(QObject):
    """changed(): begun or ended."""

    changed = Signal()

    def __init__(self, surface: TextSurface, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surface, self._reading = surface, reading
        self._pair: tuple[UUID, UUID] | None = None
        self._on = False
        self._index: object = None  # of the segments that were laid out last
        reading.state_changed.connect(self._follow)

    @property
    def on(self) -> bool:
        return self._on

    @property
    def possible(self) -> bool:
        """Is it known which two coders are to be compared?"""
        return self._pair is not None

    def take_pair(self, first: UUID | None, second: UUID | None) -> None:
        """The two whose passages are listed; one person's two rounds do not stand side by side."""
        self._pair = (first, second) if first is not None and second is not None and first != second else None
        if self._pair is None:
            self.turn(False)
        elif self._on:
            self._lay_out()

    def turn(self, on: bool) -> None:
        """Begins or ends it."""
        on = on and self._pair is not None
        if on == self._on:
            return
        self._on = on
        if on:
            self._lay_out()
        else:
            self._surface.compare(None)
        self.changed.emit()

    def _follow(self) -> None:
        """Other segments stand on the desk: they go to their sides too."""
        if self._on and self._surface.index is not self._index:
            self._lay_out()

    def _lay_out(self) -> None:
        assert self._pair is not None
        shown = [(s.id, s.coder_id, s.code_id, s.span) for s in self._reading.segments if s.span is not None]
        told = sides(shown, *self._pair)
        self._index = self._surface.index
        self._surface.compare({id_: (LEFT if side.first else RIGHT, side.agreed) for id_, side in told.items()})
