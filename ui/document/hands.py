"""What the keys do on the text surface: selections that grow, segments walked, edges picked and moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from coder.spans import Span
from coder.units import grapheme_at, paragraph_at, sentence_at, word_at
from ui.document.keys import Keyboard, chord, to_type
from ui.document.marks import next_index

if TYPE_CHECKING:
    from ui.document.surface import TextSurface

Unit = Callable[[str, int], Span]
UNITS: tuple[Unit, ...] = (word_at, sentence_at, paragraph_at)


@dataclass(frozen=True, slots=True)
class Binding:
    """An act on the surface, the keys that do it at first, and what it is called in the list of keys."""

    act: str
    keys: tuple[str, ...]
    words: str


# One list for three uses: what a key does, the list under `?`, and the settings.
BINDINGS = (
    Binding("grow", ("Alt+Up",), QT_TRANSLATE_NOOP("Hands", "Grow the selection: word, sentence, paragraph")),
    Binding("shrink", ("Alt+Down",), QT_TRANSLATE_NOOP("Hands", "Shrink the selection again")),
    Binding("word", ("Ctrl+1",), QT_TRANSLATE_NOOP("Hands", "Select the word; once more, the next one too")),
    Binding("sentence", ("Ctrl+2",), QT_TRANSLATE_NOOP("Hands", "Select the sentence; once more, the next one too")),
    Binding("paragraph", ("Ctrl+3",), QT_TRANSLATE_NOOP("Hands", "Select the paragraph; once more, the next one too")),
    Binding("code", ("Return", "Enter"), QT_TRANSLATE_NOOP("Hands", "Choose a code for the selection")),
    Binding(
        "in_vivo", ("Shift+Return", "Shift+Enter"), QT_TRANSLATE_NOOP("Hands", "Name a new code by the selected words")
    ),
    Binding("next_segment", ("Tab",), QT_TRANSLATE_NOOP("Hands", "Go to the next segment")),
    Binding("previous_segment", ("Shift+Tab",), QT_TRANSLATE_NOOP("Hands", "Go to the segment before")),
    Binding("cycle", ("Alt+Right",), QT_TRANSLATE_NOOP("Hands", "Choose the next overlapping segment")),
    Binding("cycle_back", ("Alt+Left",), QT_TRANSLATE_NOOP("Hands", "Choose the overlapping segment before")),
    Binding("start_edge", ("[",), QT_TRANSLATE_NOOP("Hands", "Pick the start of the segment; arrows then move it")),
    Binding("end_edge", ("]",), QT_TRANSLATE_NOOP("Hands", "Pick the end of the segment; arrows then move it")),
    Binding("next_uncoded", ("Ctrl+Down",), QT_TRANSLATE_NOOP("Hands", "Go to the next paragraph without a segment")),
    Binding(
        "previous_uncoded", ("Ctrl+Up",), QT_TRANSLATE_NOOP("Hands", "Go to the paragraph before without a segment")
    ),
    Binding("next_unit", ("Space",), QT_TRANSLATE_NOOP("Hands", "Unit mode: go to the next unit")),
    Binding("previous_unit", ("Shift+Space",), QT_TRANSLATE_NOOP("Hands", "Unit mode: go to the unit before")),
    Binding(
        "next_open_unit", (".", "Shift+."), QT_TRANSLATE_NOOP("Hands", "Unit mode: go to the next unit that waits")
    ),
    Binding(
        "none_applies", ("-", "Shift+Delete"), QT_TRANSLATE_NOOP("Hands", "Unit mode: no code applies to this unit")
    ),
    Binding("remove", ("Delete", "Backspace"), QT_TRANSLATE_NOOP("Hands", "Remove the chosen segment")),
    Binding("let_go", ("Escape",), QT_TRANSLATE_NOOP("Hands", "Let go of edge, segment and selection")),
)  # fmt: skip

_NAMED = {
    Qt.Key.Key_Up: "Up", Qt.Key.Key_Down: "Down", Qt.Key.Key_Left: "Left", Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Tab: "Tab", Qt.Key.Key_Backtab: "Tab", Qt.Key.Key_Return: "Return", Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Escape", Qt.Key.Key_Delete: "Delete", Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Home: "Home", Qt.Key.Key_End: "End", Qt.Key.Key_Space: "Space",
}  # fmt: skip
_EDGE_KEYS = {
    "Left": (-1, "sign"), "Right": (1, "sign"), "Ctrl+Left": (-1, "word"), "Ctrl+Right": (1, "word"),
    "Up": (-1, "sentence"), "Down": (1, "sentence"),
}  # fmt: skip


def key_of(event: QKeyEvent, keyboard: Keyboard) -> str:
    """The key of an event as a binding writes it, by what it types and where it lies; "" for a modifier alone."""
    name = _NAMED.get(event.key(), "") or _function_key(event.key()) or keyboard.name(event)  # type: ignore[call-overload]
    if name:
        return chord(event, name)
    return ""


def _function_key(key: int) -> str:
    if Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35 or key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Insert):
        return QKeySequence(key).toString()
    return ""


class Hands(QObject):
    """Turns keys into acts on one surface."""

    def __init__(self, surface: TextSurface) -> None:
        super().__init__(surface)
        self._surface = surface
        self.keyboard = Keyboard()
        self._keys = {key: binding.act for binding in BINDINGS for key in binding.keys}
        self.typed = ""  # the beginning of a code's key that was typed so far
        self._grown: list[Span] = []  # what the selection was before each growing

    def rebind(self, keys: Mapping[str, str]) -> None:
        """Use these keys: chord -> act. Raises ValueError for an act that does not exist."""
        if unknown := set(keys.values()) - {binding.act for binding in BINDINGS}:
            raise ValueError(f"No such act: {', '.join(sorted(unknown))}")
        self._keys = dict(keys)

    @property
    def keys(self) -> dict[str, str]:
        """Chord -> act, as in force."""
        return dict(self._keys)

    def wants(self, event: QKeyEvent) -> bool:
        """Is this key one of ours, so that no shortcut of a menu may take it?"""
        name = self._chord(event)
        return name in self._keys or (self._surface.picked is not None and name in _EDGE_KEYS)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says. Returns whether it was ours."""
        name = self._chord(event)
        if self._surface.picked is not None and self._edge_key(name):
            return True
        if (act := self._keys.get(name)) is not None:
            if act != "let_go":
                self.typed = ""
            getattr(self, act)()
            return True
        return self._code_key(event)

    def _chord(self, event: QKeyEvent) -> str:
        return key_of(event, self.keyboard)

    def _code_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~to_type(event)
        held &= ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        name = self.keyboard.name(event)
        if held != Qt.KeyboardModifier.NoModifier or not name or name == " " or event.key() in _NAMED:
            return False
        self._surface.code_key_pressed.emit(name)
        return True

    # the selection

    def _here(self) -> Span:
        return self._surface.selection() or Span(self._surface.caret(), self._surface.caret())

    def _whole(self, span: Span, unit: Unit) -> Span:
        """The units in which a passage begins and ends, and all between."""
        text = self._surface.text
        first = unit(text, span.start)
        last = unit(text, max(span.start, span.end - 1))
        return Span(min(first.start, span.start), max(last.end, first.end, span.end))

    def grow(self) -> None:
        here = self._here()
        for unit in UNITS:
            whole = self._whole(here, unit)
            if whole.length > here.length and not whole.quote(self._surface.text).isspace():
                self._grown.append(here)
                self._surface.select(whole)
                return

    def shrink(self) -> None:
        here = self._here()
        if self._grown and here.contains(self._grown[-1]) and here != self._grown[-1]:
            self._surface.select(self._grown.pop())
            return
        self._grown.clear()
        for unit in reversed(UNITS):
            part = unit(self._surface.text, here.start)
            if not part.empty and here.contains(part) and part.length < here.length:
                self._surface.select(part)
                return
        self._surface.select(Span(here.start, here.start))

    def word(self) -> None:
        self._take(word_at)

    def sentence(self) -> None:
        self._take(sentence_at)

    def paragraph(self) -> None:
        self._take(paragraph_at)

    def _take(self, unit: Unit) -> None:
        """Select the unit; when whole units are selected already, take the next one in addition."""
        here, text = self._here(), self._surface.text
        whole = self._whole(here, unit)
        if whole == here and not here.empty:
            at = here.end
            while at < len(text) and text[at].isspace():
                at += 1
            whole = Span(here.start, max(here.end, unit(text, at + 1 if at < len(text) else at).end))
        if not whole.empty:
            self._grown.append(here)
            self._surface.select(whole)

    def code(self) -> None:
        self._surface.code_requested.emit()

    def in_vivo(self) -> None:
        self._surface.new_code_requested.emit()

    # segments

    def next_segment(self) -> None:
        self._walk(1)

    def previous_segment(self) -> None:
        self._walk(-1)

    def _walk(self, step: int) -> None:
        surface = self._surface
        found = next_index(surface.index, surface.focused, surface.caret(), step)
        if found is None:
            surface.said.emit(self.tr("This document has no segments yet."))
        elif found == surface.focused:
            last, first = self.tr("That was the last segment."), self.tr("That was the first segment.")
            surface.said.emit(last if step > 0 else first)
        else:
            surface.choose(found)

    def cycle(self) -> None:
        self._cycle(1)

    def cycle_back(self) -> None:
        self._cycle(-1)

    def _cycle(self, step: int) -> None:
        surface = self._surface
        if surface.focused is not None:
            span = surface.index[surface.focused].span
            here = surface.index.overlapping(span.start, span.end).tolist()
        else:
            here = sorted(surface.index.at(surface.caret()))
        if not here:
            surface.said.emit(self.tr("No segment here."))
        elif surface.focused in here:
            surface.choose(here[(here.index(surface.focused) + step) % len(here)])
        else:
            surface.choose(here[0])

    def remove(self) -> None:
        id = self._surface.focused_id()
        if id is None:
            self._surface.said.emit(self.tr("Choose a segment first, with Tab or by a click on its stripe."))
        else:
            self._surface.removal_requested.emit(id)

    def let_go(self) -> None:
        surface = self._surface
        if self.typed:
            self.typed = ""
            return
        if surface.picked is not None or surface.moving is not None:
            surface.picked = surface.moving = None
            surface.stripes.let_go()
            surface.focus_segment(surface.focused_id())
        elif surface.selection() is not None:
            surface.select(Span(surface.caret(), surface.caret()))
        else:
            surface.choose(None)
            surface.nothing_held.emit()

    # units

    def next_unit(self) -> None:
        self._surface.unit_wanted.emit("next")

    def previous_unit(self) -> None:
        self._surface.unit_wanted.emit("previous")

    def next_open_unit(self) -> None:
        self._surface.unit_wanted.emit("open")

    def none_applies(self) -> None:
        self._surface.unit_wanted.emit("none")

    # edges

    def start_edge(self) -> None:
        self._pick("start")

    def end_edge(self) -> None:
        self._pick("end")

    def _pick(self, edge: str) -> None:
        surface = self._surface
        if surface.focused is None and (at := surface.index.at(surface.caret())):
            surface.choose(at[0])
        if surface.focused is None:
            surface.said.emit(self.tr("Choose a segment first, with Tab or by a click on its stripe."))
        elif not surface.index[surface.focused].mine:
            surface.said.emit(surface.why_kept())
        else:
            surface.picked = edge
            surface.reveal(Span(*(2 * [self._edge_place()])))
            surface.viewport().update()

    def _edge_place(self) -> int:
        surface = self._surface
        assert surface.focused is not None
        span = surface.stretched(surface.focused) or surface.index[surface.focused].span
        return span.start if surface.picked == "start" else span.end

    def _edge_key(self, name: str) -> bool:
        surface = self._surface
        if name in ("Return", "Enter"):
            self.confirm_edge()
            return True
        if name not in _EDGE_KEYS or surface.focused is None or surface.picked is None:
            return False
        step, unit = _EDGE_KEYS[name]
        self.move_edge(surface.focused, surface.picked, self._stepped(self._edge_place(), step, unit))
        surface.reveal(Span(*(2 * [self._edge_place()])))
        return True

    def _stepped(self, at: int, step: int, unit: str) -> int:
        """One grapheme, word or sentence on from a position."""
        text = self._surface.text
        if unit == "sign":
            return grapheme_at(text, at).end if step > 0 else grapheme_at(text, at - 1).start if at else 0
        of = word_at if unit == "word" else sentence_at
        while 0 <= (at if step > 0 else at - 1) < len(text):
            piece = of(text, at if step > 0 else at - 1)
            on = piece.end if step > 0 else piece.start
            if on != at and not piece.quote(text).isspace():
                return on
            at = on if on != at else at + step
        return max(0, min(len(text), at))

    def move_edge(self, index: int, edge: str, at: int) -> None:
        """Show a segment as it would be with this edge at `at`; never empty, never turned round."""
        surface = self._surface
        span = surface.stretched(index) or surface.index[index].span
        at = grapheme_at(surface.text, at).start if at < len(surface.text) else len(surface.text)
        if edge == "start":
            wanted = Span(min(at, grapheme_at(surface.text, span.end - 1).start), span.end)
        else:
            wanted = Span(span.start, max(at, grapheme_at(surface.text, span.start).end))
        surface.moving = (index, wanted)
        surface.viewport().update()
        surface.stripes.update()

    def confirm_edge(self) -> None:
        """Tell what the segment should become, if an edge was moved."""
        surface = self._surface
        moved = surface.moving
        surface.picked = surface.moving = None
        surface.viewport().update()
        surface.stripes.update()
        if moved is not None and (segment := surface.index[moved[0]]).span != moved[1]:
            surface.segment_stretched.emit(segment.id, moved[1])

    # paragraphs without a segment

    def next_uncoded(self) -> None:
        text, caret = self._surface.text, self._surface.caret()
        after = paragraph_at(text, caret).end
        for start, end in self._surface.index.gaps(len(text)).tolist():
            at = max(start, after)
            while at < end:
                line = paragraph_at(text, at)
                if line.start >= max(start, after) and line.end <= end and line.quote(text).strip():
                    self._surface.select(Span(line.start, line.start))
                    return
                at = line.end + 1
        self._surface.said.emit(self.tr("No paragraph without a segment follows."))

    def previous_uncoded(self) -> None:
        text, caret = self._surface.text, self._surface.caret()
        before = paragraph_at(text, caret).start
        for start, end in reversed(self._surface.index.gaps(len(text)).tolist()):
            at = min(end, before - 1)
            while at >= start and at >= 0:
                line = paragraph_at(text, at)
                if line.start >= start and line.end <= min(end, before) and line.quote(text).strip():
                    self._surface.select(Span(line.start, line.start))
                    return
                at = line.start - 1
        self._surface.said.emit(self.tr("No paragraph without a segment stands before."))

