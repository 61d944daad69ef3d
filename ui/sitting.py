"""A sitting: a project opened, who codes settled, the place of last time found again, all of it remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from coder.assignments import assignments_of
from coder.coders import study_of
from coder.documents import DocumentRow, document_rows
from coder.segment_list import shown_segments
from ui.settings import Recent

if TYPE_CHECKING:
    from ui.room import Room


class Sitting(QObject):
    """Which page stands in the middle, and what is on the desk when a project opens."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room, self._window, self._workspace = room, room.window, room.workspace
        self._settings, self._pages = room.settings, room.window.pages
        self._title = ""
        self._reveal: UUID | None = None

    # opening

    def open(self, path: Path, reveal: str | None = None) -> bool:
        """Opens a project, on the coding of that id if one is given. The one that is open stays if this fails."""
        path = Path(path)
        self._reveal = UUID(reveal) if reveal else None
        self.leave()
        if self._workspace.is_open and self._workspace.path == path:
            self.show_page()
            return True
        return self._workspace.open(path)

    def ask_for_old(self) -> None:
        self._room.errands.choose_project(self.open)

    def ask_for_new(self) -> None:
        self._window.start.keep_name()
        self._pages.setCurrentWidget(self._room.new_page)
        self._room.panes.hide_all()
        self._room.new_page.begin()

    def make(self, path: Path, title: str, lead: str, codebook: Path | None) -> None:
        """A new project, its lead the one who sits here."""
        self.leave()
        if lead and not self._settings.name:
            self._settings.name = lead
        if self._workspace.create(path, title=title, lead=lead, codebook=codebook):
            self._settings.be_coder_in(self._workspace.study, self._workspace.coder_id.hex)

    def begin(self) -> None:
        """A project was opened."""
        window, w = self._window, self._workspace
        window.bar.dismiss()
        self._title = w.ask(study_of, w.project.study_id).title
        window.setWindowTitle(self.tr("{title} — Intercoder").format(title=self._title))
        if w.held_by:
            advice = self.tr("This is a copy to read, as it was just now. Changes are made where it is open.")
            window.bar.show_message(w.held_by, advice)
        elif (ahead := w.project.clock_ahead) is not None:
            words = self.tr("The newest change in this file is dated {:%Y-%m-%d}, ahead of today.").format(ahead)
            window.bar.show_message(words, self.tr("Check the clock of this computer, and of who worked on it last."))
        if w.writable:
            project = w.project
            window.tasks.run(self.tr("Keeping a copy"), lambda _tick: project.keep_daily_copy(), lambda _: None)
        for pane in ("bring", "hand_out", "merge"):
            self._room.panes.need(pane, w.writable and not w.is_package)
        if self._room.people.recognise():
            self.enter()
        else:
            self._ask_who()

    def _ask_who(self) -> None:
        room, package = self._room, self._workspace.project.package_coder
        room.panes.hide_all()
        room.who_page.ask(self._title, room.people.everybody(), self._settings.name, package)
        self._pages.setCurrentWidget(room.who_page)
        room.who_page.setFocus()
        room.tell_state()

    def enter(self) -> None:
        """It is known who codes: to where the last sitting ended, or to the first document."""
        self._remember()
        if self._room.working is not None:
            self._room.working.begin()
        self.show_page()
        self.read_first()
        here = self._room.desk.surface if self._room.reading.document is not None else self._pages.currentWidget()
        here.setFocus()
        self._room.tell_state()

    # the page in the middle

    def _rows(self) -> list[DocumentRow]:
        rows: list[DocumentRow] = self._workspace.ask(document_rows, self._workspace.coder_id)
        return rows

    def show_page(self) -> None:
        """The text, or what to do in a project without documents, or the start page."""
        if not self._workspace.is_open:
            self._pages.setCurrentWidget(self._window.start)
            return
        self._room.panes.show(self._settings, self._workspace.study)
        if self._rows():
            self._pages.setCurrentWidget(self._room.reading_page)
        else:
            has_codes, writable = bool(self._workspace.codes()), self._workspace.writable
            self._room.empty_page.show_title(self._title, has_codes=has_codes, writable=writable)
            self._pages.setCurrentWidget(self._room.empty_page)

    def read_first(self) -> None:
        """A document onto the desk, if none lies there; the caret to its place."""
        reading = self._room.reading
        if reading.document is not None or (document := self._first_document()) is None:
            return
        self._room.read(document)
        kept, at = self._settings.place_in(self._workspace.study)
        if self._reveal is None and kept == document.hex and at:
            reading.go_to(at)
        else:
            reading.show_first_segment(self._reveal)
        self._reveal = None

    def _first_document(self) -> UUID | None:
        """Of the coding asked for, else the last one read, in a package the next unfinished, else the most coded."""
        w, rows = self._workspace, self._rows()
        if self._reveal is not None and (found := w.ask(shown_segments, only=[self._reveal])):
            document: UUID = found[0].document_id
            return document
        kept, _ = self._settings.place_in(w.study)
        if kept and UUID(kept) in {row.id for row in rows}:
            return UUID(kept)
        if w.is_package:
            waiting = {row.id for row in rows if not row.finished}
            order = [a.document_id for a in w.ask(assignments_of, w.coder_id)] or [row.id for row in rows]
            for document in order:
                if document in waiting:
                    return document
        return max(rows, key=lambda row: row.codings).id if rows else None

    # leaving

    def close_project(self) -> None:
        self.leave()
        self._workspace.close()

    def leave(self) -> None:
        """Remembers where the sitting ended, before a project goes."""
        if not self._workspace.is_open:
            return
        reading = self._room.reading
        if reading.document is not None:
            self._settings.keep_place(self._workspace.study, reading.document.hex, self._room.desk.surface.caret())
        self._room.panes.keep(self._settings)
        self._remember()

    def _remember(self) -> None:
        path, w = self._workspace.path, self._workspace
        if path is not None:
            rows, title = self._rows(), w.ask(study_of, w.project.study_id).title
            done = sum(row.finished for row in rows)
            self._settings.remember(Recent(path, title, self._room.people.name(), len(rows), done))

    def end(self) -> None:
        """The project was closed."""
        self._room.panes.hide_all()
        self._room.panes.forget()
        self._window.setWindowTitle("Intercoder")
        self._window.start.fill()
        self._pages.setCurrentWidget(self._window.start)
        self._window.start.setFocus()
        self._room.tell_state()
