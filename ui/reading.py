"""Where the desk and the project meet: what a coder means by keys and mouse is done."""

from __future__ import annotations

from collections import deque
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Signal

from coder.assignments import finish
from coder.code_keys import follow
from coder.code_tree import CodeRow
from coder.coding import add_coding_by_new_code, in_vivo, remove_codings, set_qualifier
from coder.exclusive import Coded, code_passage, stretch_passage
from coder.models import Qualifier
from coder.spans import Span
from ui.document.desk import Desk
from ui.document.fuzzy import CodeChoice
from ui.on_desk import OnDesk
from ui.passage_menu import passage_menu
from ui.theme import Theme
from ui.widgets.words import all_quoted, counted
from ui.workspace import Workspace

_RECENT = 8  # codes remembered as used lately
_FOLLOWING = 8  # codes named while their key is being typed


class Reading(OnDesk):
    """The document on the desk, coded: passages get codes, segments are changed, described and removed.

    passage_coded(): a code was put on a passage, or stood there already. ask_wanted(): the lead, about the passage.
    document_code_wanted(id): a code for whole documents was meant; it is answered in the form.
    """

    passage_coded = Signal()
    ask_wanted = Signal()
    document_code_wanted = Signal(object)

    def __init__(self, workspace: Workspace, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(workspace, desk, theme, parent)
        self._recent: deque[UUID] = deque(maxlen=_RECENT)
        surface = desk.surface
        surface.segment_stretched.connect(self._stretch)
        surface.removal_requested.connect(self.remove)
        surface.code_requested.connect(self.choose_code)
        surface.new_code_requested.connect(self.name_by_words)
        surface.code_key_pressed.connect(self.press)
        surface.menu_requested.connect(self._menu)
        desk.code_chosen.connect(self.use_code)
        desk.new_code_requested.connect(self._use_new_code)
        workspace.opened.connect(self._recent.clear)
        workspace.closed.connect(self._recent.clear)

    # coding

    def press(self, key: str) -> None:
        """A plain key: a code's key codes, a digit says how strong the evidence is, ? lists the keys.

        Keys of several letters are typed in a row; the letters so far stand in the state line.
        """
        hands, said = self._surface.hands, self._workspace.said
        typed, hands.typed = hands.typed + key, ""
        if (code := self._keys.get(typed)) is not None:
            self.use_code(code)
        elif ahead := follow(typed, self._keys):
            hands.typed = typed
            codes = " · ".join(f"{k[len(typed):]} {self._codes[self._keys[k]].name}" for k in ahead[:_FOLLOWING])
            said.emit(self.tr("{typed} … then {codes} (Esc: none)").format(typed=typed, codes=codes))
        elif len(typed) > 1:
            said.emit(self.tr("No code has the key “{}”.").format(typed))
        elif key.isdigit():
            self.say_value(int(key))
        elif key in ("?", "/"):
            self.help_wanted.emit()
        else:
            said.emit(self.tr("No code has the key “{}”.").format(key))

    def _passage(self) -> Span | None:
        """The unit in hand; else the selection, else the passage of the segment in focus."""
        if (unit := self.unit()) is not None:
            return unit
        span = self._surface.selection()
        if span is None and (focused := self.focused()) is not None:
            span = focused.span
        return span

    def use_code(self, code: UUID) -> None:
        """Puts a code on the selected passage, or on that of the segment in focus."""
        self.code_used.emit(code)
        span, row = self._passage(), self._codes.get(code)
        if self.document is None or row is None:
            self._workspace.said.emit(self.tr("Open a document first."))
            return
        if row.scope == "document":
            self.document_code_wanted.emit(code)
            return
        if span is None:
            self._workspace.said.emit(
                self.tr("Nothing is selected: select a passage, or choose a segment, then “{}”.").format(row.name)
            )
            return
        quote, unit = span.quote(self._surface.text), self.unit()
        arguments = {"document_id": self.document, "code_id": code, "span": span, "quote": quote, "within": unit}
        if done := self._workspace.do(code_passage, **arguments):
            self._coded(done.value.id, code, span)
            self._workspace.said.emit(self._words_of_coded(row.name, done.value))
            self.passage_coded.emit()

    def _words_of_coded(self, name: str, coded: Coded) -> str:
        if coded.gave_way:
            words = self.tr("Coded with “{code}” instead of {others}.")
            return words.format(code=name, others=all_quoted(coded.gave_way))
        words = self.tr("Coded with “{}”.") if coded.made else self.tr("“{}” stands there already.")
        return words.format(name)

    def unit(self) -> Span | None:
        """The fixed unit in hand, which a code then is put on; None outside of unit mode."""
        return self._surface.units.held

    def _use_new_code(self, name: str) -> None:
        span = self._passage()
        if span is None or self.document is None:
            self._workspace.said.emit(self.tr("Nothing is selected: select a passage first."))
            return
        quote, propose = span.quote(self._surface.text), self._workspace.is_package
        done = self._workspace.do(
            add_coding_by_new_code, document_id=self.document, name=name, span=span, quote=quote, propose=propose
        )
        if done and (made := self.segment(done.value)) is not None:
            self._coded(made.id, made.code_id, span)
            words = self.tr("Proposed “{}” and coded with it.") if propose else self.tr("Coded with the new code “{}”.")
            self._workspace.said.emit(words.format(made.path[-1]))
            self.code_used.emit(made.code_id)
            self.passage_coded.emit()

    def _coded(self, coding: UUID, code: UUID, span: Span) -> None:
        """The new segment is in focus, the caret at its end: the next passage is one key away."""
        if code in self._recent:
            self._recent.remove(code)
        self._recent.appendleft(code)
        self._surface.select(Span(span.end, span.end))
        self._surface.focus_segment(coding)
        if self._desk.palette_.isVisible():
            self._desk.palette_.set_choices(self._choices())
        self._tell()

    def repeat(self) -> None:
        """The code used last, once more."""
        if self._recent:
            self.use_code(self._recent[0])
        else:
            self._workspace.said.emit(self.tr("No code was used yet in this sitting."))

    def choose_code(self) -> None:
        """Opens the palette at the caret."""
        if self._passage_to_code() is not None:
            self._desk.open_palette(self._choices(), proposes=self._workspace.is_package)

    def name_by_words(self) -> None:
        """Opens the palette on a new code named by the words of the passage (in vivo); they can be changed there."""
        if (span := self._passage_to_code()) is not None:
            new = in_vivo(self._surface.text, span)
            self._desk.open_palette(self._choices(), new=new, proposes=self._workspace.is_package)

    def _passage_to_code(self) -> Span | None:
        """The passage that a code is to be chosen for; says what to do where there is none."""
        if self.document is None:
            return None
        if not self._workspace.writable:
            self._workspace.said.emit(self._surface.why_kept())
            return None
        if (span := self._passage()) is None:
            self._workspace.said.emit(self.tr("Select a passage first: Ctrl+1 the word, Ctrl+2 the sentence."))
        return span

    def _choices(self) -> list[CodeChoice]:
        lately = {code: n for n, code in enumerate(self._recent, 1)}
        return [
            CodeChoice(
                row.id, " › ".join(row.path), row.key, row.color, row.definition, row.include, row.exclude,
                row.examples, lately.get(row.id, 0),
            )
            for row in self._codes.values()
            if row.scope == "passage" and row.state != "retired"
        ]  # fmt: skip

    # changing what stands

    def remove(self, segment: UUID | None = None) -> None:
        """Takes a segment away: the given one, else the one in focus."""
        found = self.segment(segment) if segment else self.focused()
        if found is None:
            self._workspace.said.emit(self.tr("Choose a segment first: Tab walks them."))
        elif self._workspace.do(remove_codings, coding_ids=[found.id]):
            self._workspace.said.emit(self.tr("Removed “{}”; Ctrl+Z brings it back.").format(found.path[-1]))

    def remove_all(self, segments: list[UUID]) -> None:
        """Takes several away as one act."""
        self._workspace.do(remove_codings, coding_ids=segments)

    def _stretch(self, segment: UUID, span: Span) -> None:
        done = self._workspace.do(stretch_passage, coding_id=segment, span=span)
        if done is None:
            self.refresh()  # what stands in the file, not what was hoped
        elif done.value:
            words = self.tr("The ends are moved; {others} gave way there.")
            self._workspace.said.emit(words.format(others=all_quoted(done.value)))

    @property
    def scale(self) -> Qualifier | None:
        """The scale of the codebook that digits set."""
        return next((q for q in self._qualifiers if q.kind == "ordered"), None)

    def say_value(self, digit: int) -> None:
        """Gives the segment in focus this value of the scale, from 1; 0 takes it away."""
        scale, found = self.scale, self.focused()
        if scale is None:
            self._workspace.said.emit(self.tr("The codebook has no scale that digits could set."))
        elif found is None:
            self._workspace.said.emit(self.tr("Choose a segment first: digits set its “{}”.").format(scale.name))
        elif digit > len(scale.values):
            words = counted(
                len(scale.values),
                self.tr("“{name}” has 1 value."),
                self.tr("“{name}” has %n values.", "", len(scale.values)),
            )
            self._workspace.said.emit(words.format(name=scale.name))
        else:
            value = scale.values[digit - 1] if digit else None
            if self._workspace.do(set_qualifier, coding_id=found.id, qualifier_id=scale.id, value=value):
                self._workspace.said.emit(f"{scale.name}: {value or '—'}")

    def finish(self, finished: bool) -> None:
        """Marks the document finished by the person who reads, or open again."""
        if self.document is None:
            return
        coder = self._workspace.coder_id
        if self._workspace.do(finish, coder_id=coder, document_ids=[self.document], reopen=not finished):
            words = self._words_of_finished() if finished else self.tr("Open again.")
            self._workspace.said.emit(words)

    def _words_of_finished(self) -> str:
        waiting = self._surface.units.waiting
        if not waiting:
            return self.tr("Finished.")
        many = self.tr("Finished; %n units were not reached.", "", waiting)
        return counted(waiting, self.tr("Finished; 1 unit was not reached."), many)

    # for the context menu

    def _menu(self, place: QPoint) -> None:
        passage_menu(self, self._desk, self._theme).exec(place)

    @property
    def may_code(self) -> bool:
        """Is there a passage that a code could be put on?"""
        return self._workspace.writable and self._passage() is not None

    def used_lately(self) -> list[CodeRow]:
        """The codes used in this sitting, the latest first."""
        return [self._codes[code] for code in self._recent if code in self._codes]
