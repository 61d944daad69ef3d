"""The Find pane joined to the room: hits on the desk, coding them, key-word lists marked in every document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from coder.exclusive import code_found
from coder.models import Study
from coder.search.finding import Hit
from coder.search.lists import KeyWords, remove_word_list, save_word_list
from coder.spans import Span
from ui.panels.hits import HitsPanel
from ui.widgets.words import all_quoted, counted

if TYPE_CHECKING:
    from ui.room import Room

_OFF = "word_lists_off"  # in this file alone: which lists are not marked


class Searching(QObject):
    """Find in all documents, as the room knows it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room, self._workspace = room, room.workspace
        self.panel = HitsPanel(room.workspace, room.window.tasks, room.theme)
        room.panes.add("find_all", self.tr("Find in all documents"), self.panel, "bottom")
        room.panes.beside("find_all", "segments")
        self._join()

    def _join(self) -> None:
        panel, room, w = self.panel, self._room, self._workspace
        panel.hit_reached.connect(self._show_hit)
        panel.hit_chosen.connect(self._go_to)
        panel.found.connect(self.mark)
        panel.coding_wanted.connect(self._code)
        panel.list_wanted.connect(self._save_list)
        panel.list_removed.connect(self._remove_list)
        panel.list_switched.connect(self._switch_list)
        panel.closed.connect(self._leave)
        room.find.closed.connect(self.mark)
        room.reading.document_shown.connect(lambda _: self.mark())
        w.opened.connect(self._on_opened)
        w.changed.connect(self._on_changed)
        room.commands.bind(find_all=self.begin)

    def begin(self) -> None:
        """Brings the pane into sight; the selected words are looked for."""
        surface = self._room.desk.surface
        span = surface.selection() if self._room.reading.document is not None else None
        words = " ".join(span.quote(surface.text).split()) if span is not None and span.length <= 80 else ""
        self._room.panes.raise_("find_all")
        self._room.panes.give_height("find_all", 0.4)
        self.panel.begin(words)

    # hits on the desk

    def mark(self) -> None:
        """Shows the hits in the open document, unless the find line has its own there."""
        if not self._room.find.isVisible():
            spans = self._spans()
            self._room.desk.surface.set_hits(spans, None)

    def _spans(self) -> list[Span]:
        if self.panel.isHidden() or self._room.reading.document is None:
            return []
        return [hit.span for hit in self.panel.hits_in(self._room.reading.document)]

    def _show_hit(self, hit: Hit) -> None:
        """Its document on the desk with the hit in sight; the keys stay where they are."""
        room = self._room
        room.window.pages.setCurrentWidget(room.reading_page)
        if room.reading.document != hit.document_id:
            room.reading.show_document(hit.document_id)
        if room.find.isVisible():
            room.find.hide()
        spans = sorted(self._spans())
        if hit.span in spans:
            room.desk.surface.set_hits(spans, spans.index(hit.span))
        else:
            room.desk.surface.set_hits(sorted([*spans, hit.span]), sorted([*spans, hit.span]).index(hit.span))

    def _go_to(self, hit: Hit) -> None:
        """The hit selected, ready for a code's key."""
        self._show_hit(hit)
        self._room.desk.surface.select(hit.span)
        self._room.desk.surface.setFocus(Qt.FocusReason.OtherFocusReason)

    def walk(self, by: int) -> bool:
        """To the next hit (1) or the one before (-1), selected; False if there are no hits in sight."""
        if not self.panel.isVisible() or not self.panel.model.hits:
            return False
        self.panel.list.step(by)
        if (line := self.panel.list.current_line()) is not None:
            self._go_to(line.hit)
        return True

    def _leave(self) -> None:
        self._room.desk.surface.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # coding

    def _code(self, code: UUID, passages: list[tuple[UUID, Span]]) -> None:
        done = self._workspace.do(code_found, code_id=code, passages=passages)
        if done is None:
            return
        n, gave_way = done.value.made, all_quoted(done.value.gave_way)
        words = counted(n, self.tr("Coded 1 passage."), self.tr("Coded %n passages.", "", n))
        if gave_way:
            words += " " + self.tr("There it stands instead of {others}.").format(others=gave_way)
        self._workspace.said.emit(words)
        self._room.reading.code_used.emit(code)
        self.panel.show_hits()

    # key-word lists

    def _save_list(self, which: UUID | None, name: str, words: list[str]) -> None:
        done = self._workspace.do(save_word_list, name=name, words=words, list_id=which)
        if done is not None:
            self.panel.show_hits()
            self._workspace.said.emit(self.tr("The list is kept; its words are marked in every document."))

    def _remove_list(self, which: UUID) -> None:
        self._workspace.do(remove_word_list, list_id=which)

    def _switch_list(self, which: UUID, on: bool) -> None:
        off = self.panel.lists_off
        off.discard(which) if on else off.add(which)
        if not self._workspace.busy:
            self._workspace.project.remember(_OFF, json.dumps(sorted(known.hex for known in off)))
        self._mark_lists()

    def _on_opened(self) -> None:
        kept: list[str] = json.loads(self._workspace.project.remembered(_OFF) or "[]")
        self.panel.lists_off = {UUID(hex=known) for known in kept}
        self._mark_lists()

    def _on_changed(self, change: Any) -> None:
        if change.touches(Study):
            self._mark_lists()

    def _mark_lists(self) -> None:
        """The words of the lists that are on, marked wherever they come into sight."""
        lists = [known for known in self.panel.read_lists() if known.id not in self.panel.lists_off]
        words = KeyWords(lists)
        self._room.desk.surface.set_key_words(words.within if words else None)
