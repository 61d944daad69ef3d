"""Later texts of documents in the window: a new version of a source, a correction, what lost its words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from coder.spans import Span
from coder.versions import Homeless, Renewed, correct_text, homeless_segments, renew_document
from ui.panels.lost import LostPanel
from ui.tasks import Tick
from ui.widgets.correct import CorrectLine
from ui.widgets.words import counted

if TYPE_CHECKING:
    from coder.importers import Source
    from ui.room import Room


class Editions(QObject):
    """Joins what changes texts to the room."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self._offered = ""
        self.lost = LostPanel(room.workspace, room.theme)
        self.line = CorrectLine(room.theme)
        room.reading_page.layout().insertWidget(0, self.line)  # type: ignore[union-attr]
        room.panes.add("lost", self.tr("Lost segments"), self.lost, "bottom")
        room.panes.beside("lost", "segments")
        self._join()

    def _join(self) -> None:
        room = self._room
        self.lost.document_wanted.connect(self._show_beside)
        self.lost.put_wanted.connect(self._put)
        self.line.corrected.connect(self._correct)
        self.line.closed.connect(self._back)
        room.reading.document_shown.connect(self._look)
        room.desk.messages.action_chosen.connect(self._on_action)
        room.commands.bind(
            new_version=self.choose_version, correct_text=self.begin_correction, lost_segments=self.show_lost
        )

    # a new version of the source

    def choose_version(self) -> None:
        """Asks for the file that is the document's new version."""
        dialog = QFileDialog(self._room.window, self.tr("New version of this document"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_version(Path(name)))
        dialog.open()

    def take_version(self, path: Path) -> None:
        """Reads the file on the worker; its text becomes that of the document on the desk."""
        document = self._room.reading.document
        if document is None:
            return

        def read(_tick: Tick) -> Source:
            from coder.importers import read_file

            return read_file(path)

        def then(source: Source) -> None:
            done = self._room.workspace.do(renew_document, document_id=document, source=source)
            if done is not None:
                self._tell(done.value)

        self._room.window.tasks.run(self.tr("Reading {}").format(path.name), read, then)

    def _tell(self, renewed: Renewed) -> None:
        if not renewed.changed:
            self._room.workspace.said.emit(self.tr("It is the same text; nothing changed."))
        elif not renewed.lost:
            self._room.workspace.said.emit(self.tr("The new text is there; every coded segment found its words."))

    # a correction

    def begin_correction(self) -> None:
        """The selected words in a line above the text, to be corrected."""
        span = self._room.reading.selection()
        if span is None:
            self._room.workspace.said.emit(self.tr("Select the words to correct first."))
            return
        self.line.begin(span, span.quote(self._room.desk.surface.text))

    def _correct(self, span: Span, quote: str, words: str) -> None:
        reading = self._room.reading
        if reading.document is None:
            return
        done = self._room.workspace.do(
            correct_text, document_id=reading.document, span=span, words=words, quote=quote
        )
        if done is not None:
            reading.go_to(span.start)
            self._tell(done.value)

    def _back(self) -> None:
        self._room.desk.surface.setFocus(Qt.FocusReason.OtherFocusReason)

    # what lost its words

    def show_lost(self) -> None:
        self._room.panes.raise_("lost")
        # a pane that was never seen has no height yet that could be changed
        QTimer.singleShot(0, self, lambda: self._room.panes.give_height("lost", 0.35))

    def _look(self, document: UUID | None) -> None:
        """Says on the desk that segments of this document have lost their words."""
        if document is None:
            return
        workspace = self._room.workspace
        here = [s for s in workspace.ask(homeless_segments, workspace.coder_id) if s.document_id == document]
        if here:
            self._offered = counted(
                len(here),
                self.tr("The words of 1 coded segment are gone from this text."),
                self.tr("The words of %n coded segments are gone from this text.", "", len(here)),
            )
            advice = self.tr("Put each on the passage that it means now, or remove it.")
            self._room.desk.tell(self._offered, advice, action=self.tr("List them"))
        elif self._offered and self._room.desk.messages.words.startswith(self._offered):
            self._room.desk.messages.dismiss()
            self._offered = ""

    def _on_action(self) -> None:
        if self._offered and self._room.desk.messages.words.startswith(self._offered):
            self._room.desk.messages.dismiss()
            self.show_lost()

    def _show_beside(self, document: UUID) -> None:
        had_keys = self.lost.list.hasFocus()
        self._room.read(document)
        if had_keys:
            self.lost.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, segment: Homeless) -> None:
        reading = self._room.reading
        self.lost.put_on(segment, reading.document, reading.selection())
