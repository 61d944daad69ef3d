"""Unit mode: fixed units are coded one after the other by keys; the units' pane and marks, joined to the room."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from coder.answers import answer_none, unit_states, withdraw_answer
from coder.fixed_units import CutUp, cut_units, lost_units, mark_unit, move_unit
from coder.models import Answer, Assignment, Code, Coder, Coding, Document, TextMap, Unit
from coder.spans import Span
from coder.unit_line import UnitLine, unit_layers, unit_line
from ui.document.unit_marks import UnitMarks
from ui.panels.units import UnitsPanel
from ui.tasks import Tick
from ui.widgets.later import Later
from ui.widgets.words import counted

if TYPE_CHECKING:
    from coder.project import Done
    from ui.room import Room

_MANY = 200  # units from which on an act reads only the one in hand at once, the others after the paint
_VERY_MANY = 3000  # from here on the others wait for a pause in the work
_GOES_ON, _ON = "unit_goes_on", "unit_mode"  # kept between sittings


class UnitMode(QObject):
    """Which unit is in hand, and what is said of it.

    The units of one layer are shown; while the mode is on, the one at the caret is in hand, and codes are put on it.
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room, self._workspace = room, room.workspace
        self._reading, self._surface = room.reading, room.desk.surface
        self._on = False
        self._line: UnitLine | None = None
        self._later = Later(self.refresh, self)
        self.many = _MANY
        self.panel = UnitsPanel(room.workspace, room.theme)
        room.panes.add("units", self.tr("Units"), self.panel, "bottom")
        room.panes.beside("units", "segments")
        self._join()

    def _join(self) -> None:
        w, panel = self._workspace, self.panel
        w.changed.connect(self._on_changed)
        w.coder_changed.connect(self.refresh)
        w.opened.connect(self._on_opened)
        w.closed.connect(self.refresh)
        self._reading.document_shown.connect(self._on_document)
        self._reading.passage_coded.connect(self._on_coded)
        self._surface.caret_moved.connect(self._on_caret)
        self._surface.unit_wanted.connect(self._do)
        panel.layer_chosen.connect(self.refresh)
        panel.unit_chosen.connect(self._show_unit)
        panel.cut_wanted.connect(self._cut)
        panel.mark_wanted.connect(self._mark)
        panel.move_wanted.connect(self._move)
        self._room.commands.bind(
            unit_mode=self.turn, unit_goes_on=self._turn_going_on, units=self.show, next_unit=lambda: self._do("next"),
            previous_unit=lambda: self._do("previous"), next_open_unit=lambda: self._do("open"),
            none_applies=lambda: self._do("none"),
        )  # fmt: skip

    # state

    @property
    def on(self) -> bool:
        return self._on

    @property
    def goes_on(self) -> bool:
        """Does a code or "none applies" lead to the next unit by itself?"""
        return self._room.settings.flag(_GOES_ON, default=False)

    @property
    def there(self) -> bool:
        """Has the document on the desk any units?"""
        return bool(self._line)

    @property
    def current(self) -> int | None:
        return self._surface.units.current

    @property
    def words(self) -> str:
        """How far the coder is with this document's units; "" without units."""
        if not self._line:
            return ""
        done, n = self._line.answered, len(self._line)
        return counted(n, self.tr("{} of 1 unit answered"), self.tr("{} of %n units answered", "", n)).format(done)

    def turn(self, on: bool) -> None:
        """Turns unit mode on, at the unit of the caret or the first that waits; or off."""
        self._on = on
        self._room.settings.set_flag(_ON, on)
        self._show(self._begin() if on else None)
        if on:
            at = self.current
            self._room.desk.surface.setFocus()
            words = self.tr("Unit mode: a key codes the unit, Space goes to the next, - says that none applies.")
            if at is None:
                words = self.tr("No units are marked in this document.")
            else:
                self._go(at)
            self._workspace.said.emit(words)
        self._room.tell_state()

    def _turn_going_on(self, on: bool) -> None:
        self._room.settings.set_flag(_GOES_ON, on)
        self._room.tell_state()

    def _begin(self) -> int | None:
        """The unit at the caret, else the first that waits, else the first."""
        if not self._line:
            return None
        at = self._surface.units.at(self._surface.caret())
        if at is None or (self._surface.caret() == 0 and at in self._line.said):
            at = self._line.next_open(-1) or 0
        return at

    # showing

    def show(self) -> None:
        """Brings the pane of units into sight."""
        self._room.panes.raise_("units")
        QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        self._room.panes.give_height("units", 0.4)
        if (unit := self._reading.unit()) is not None:
            self._surface.reveal(unit)

    def _on_opened(self) -> None:
        self._on = self._room.settings.flag(_ON, default=self._workspace.is_package)
        self.refresh()

    def _on_document(self, _document: UUID | None) -> None:
        self._surface.set_units(UnitMarks())
        self._later.now()

    def _on_changed(self, change: object) -> None:
        if change.touches(Unit, Assignment, Code, Coder, Document, TextMap):  # type: ignore[attr-defined]
            self.refresh()
        elif self._line and change.touches(Coding, Answer):  # type: ignore[attr-defined]
            if len(self._line) > self.many and self.current is not None:
                self._read_again(self._line, self.current)
                if len(self._line) > _VERY_MANY:
                    self._later.follow()
                else:
                    self._later.after_paint()
            else:
                self.refresh()

    def _read_again(self, line: UnitLine, at: int) -> None:
        """What was said of one unit alone; the others follow in a pause."""
        unit = line[at].unit
        near = self._workspace.ask(
            unit_states, self._reading.document, self._workspace.coder_id, unit.layer, unit.span
        )  # fmt: skip
        found = next((state for state in near if state.unit.id == unit.id), None)
        if found is not None:
            line.say(at, found)
            self._surface.set_units(UnitMarks(line, at))

    def refresh(self) -> None:
        """Asks again what the units are and what was said of them; the unit in hand stays in hand."""
        document, w = self._reading.document, self._workspace
        held, before = self._reading.unit(), self.there
        layers = w.ask(unit_layers, document) if w.is_open and document else []
        self.panel.show_layers(layers, w.is_open and document is not None)
        self._line = w.ask(unit_line, document, w.coder_id, self.panel.layer) if layers else None
        lost = w.ask(lost_units, document) if layers else []
        self.panel.show_units(self._line, self._surface.text, self.words, lost)
        place = self._line.place_of(held) if self._on and self._line and held is not None else None
        self._show(place)
        if self._on and place is None:
            self._show(self._begin())
        if before or self.there:
            self._room.tell_state()

    def _show(self, current: int | None) -> None:
        self._surface.set_units(UnitMarks(self._line, current))
        self._room.desk.pages.refresh()
        if current is not None and self._line:
            self.panel.light(self._line[current].unit.id)

    def _on_caret(self, caret: int) -> None:
        """Where the caret goes, the unit there is in hand; between units the one before stays."""
        if not self._on or not self._line:
            return
        units = self._surface.units
        if units.held is not None and units.held.start <= caret <= units.held.end:
            return
        if (at := units.at(caret)) is not None:
            self._take(at)
            self._announce(at)

    def _take(self, at: int) -> None:
        if self._line:
            self._surface.set_units(UnitMarks(self._line, at))
            self.panel.light(self._line[at].unit.id)

    def _show_unit(self, unit: UUID) -> None:
        """A unit that was chosen in the list: into sight, the keys to the text."""
        line = self._line
        if line is None or (at := line.place(unit)) is None:
            return
        if self._on:
            self._go(at)
        else:
            self._surface.select(line.span(at))
        self._surface.setFocus()

    # walking and answering

    def _do(self, wanted: str) -> None:
        if not self._on:
            self._workspace.said.emit(self.tr("That key is for unit mode; F7 turns it on."))
        elif not self._line:
            self._workspace.said.emit(self.tr("No units are marked in this document."))
        elif wanted == "none":
            self._none()
        elif wanted == "open":
            self._next_open(self._line)
        else:
            self._step(1 if wanted == "next" else -1, len(self._line))

    def _step(self, by: int, units: int) -> None:
        at = self.current
        wanted = 0 if at is None else at + by
        if 0 <= wanted < units:
            self._go(wanted)
            return
        last, first = self.tr("That was the last unit: {}."), self.tr("That was the first unit: {}.")
        self._workspace.said.emit((last if by > 0 else first).format(self.words))

    def _next_open(self, line: UnitLine) -> None:
        found = line.next_open(-1 if self.current is None else self.current)
        if found is None:
            self._workspace.said.emit(self.tr("All units of this document are answered; F9 finishes it."))
        else:
            self._go(found)

    def _go(self, at: int) -> None:
        line = self._line
        if line is None:
            return
        self._take(at)
        span = line.span(at)
        self._surface.focus_segment(None)
        self._surface.select(Span(span.start, span.start))
        self._surface.reveal(span)
        self._announce(at)
        if self.current != at:  # the unit before ends where this one begins
            self._take(at)

    def _announce(self, at: int) -> None:
        if self._line:
            words, answer = self.tr("Unit {n} of {all}: {answer}"), self.panel.answer_of(self._line[at])
            self._surface.announce_words(words.format(n=at + 1, all=len(self._line), answer=answer))

    def _none(self) -> None:
        at, w = self.current, self._workspace
        if at is None or self._line is None:
            return
        state = self._line[at]
        if state.none:
            if w.do(withdraw_answer, unit_id=state.unit.id):
                w.said.emit(self.tr("Taken back: this unit waits for an answer again."))
            return
        if (done := w.do(answer_none, unit_id=state.unit.id)) is None:
            return
        n = done.value.removed
        words = self.tr("None applies.")
        if n:
            one = self.tr("None applies; 1 segment gave way.")
            words = counted(n, one, self.tr("None applies; %n segments gave way.", "", n))
        w.said.emit(words)
        self._on_coded()

    def _on_coded(self) -> None:
        at = self.current
        if self._on and self.goes_on and at is not None and at + 1 < len(self._surface.units):
            self._go(at + 1)

    # the lead's marking

    def _cut(self, by: str, everywhere: str) -> None:
        room, w, layer = self._room, self._workspace, self.panel.named_layer
        if everywhere == "selection":
            span = self._surface.selection()
            if self._reading.document is None or span is None:
                w.said.emit(self.tr("Select the passage that is to be cut first."))
                return
            self._tell_cut(w.do(cut_units, document_ids=[self._reading.document], by=by, layer=layer, span=span))
            return
        documents = self._documents(everywhere)
        if not documents:
            w.said.emit(self.tr("Open a document first."))
        elif len(documents) == 1:
            self._tell_cut(w.do(cut_units, document_ids=documents, by=by, layer=layer))
        else:
            project = w.project

            def work(tick: Tick) -> Done[CutUp]:
                return project.do(cut_units, document_ids=documents, by=by, layer=layer, tick=tick)

            def then(done: Done[CutUp]) -> None:
                w.hold(False)
                if done.change is not None:
                    w.written(done.change)
                self._tell_cut(done)

            if room.window.tasks.run(self.tr("Marking units"), work, then):
                w.hold(True)
                room.window.tasks.stopped.connect(self._let_go)

    def _let_go(self) -> None:
        self._room.window.tasks.stopped.disconnect(self._let_go)
        self._workspace.hold(False)

    def _documents(self, everywhere: str) -> list[UUID]:
        here = self._reading.document
        if everywhere == "document":
            return [here] if here is not None else []
        listed = self._room.documents.list
        return [row.id for row in (listed.rows_selected() if everywhere == "chosen" else listed.table.rows)]

    def _tell_cut(self, done: Done[CutUp] | None) -> None:
        if done is None:
            return
        n = done.value.made + done.value.same
        self._workspace.said.emit(counted(n, self.tr("1 unit is marked."), self.tr("%n units are marked.", "", n)))

    def _mark(self) -> None:
        span, document = self._surface.selection(), self._reading.document
        if span is None or document is None:
            self._workspace.said.emit(self.tr("Select the passage that is to be a unit first."))
        elif self._workspace.do(mark_unit, document_id=document, span=span, layer=self.panel.named_layer):
            self._workspace.said.emit(self.tr("The passage is one unit now."))

    def _move(self, unit: UUID) -> None:
        span = self._surface.selection()
        if span is None:
            self._workspace.said.emit(self.tr("Select the passage that the unit is to have first."))
        elif self._workspace.do(move_unit, unit_id=unit, span=span):
            self._workspace.said.emit(self.tr("The unit has the selected passage now."))
