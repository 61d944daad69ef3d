"""Work made apart stays apart: what others coded is kept back from a coder until they ask for it, and that is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from coder.assignments import disclose, kept_apart, seen_unnoted
from coder.models import Assignment
from ui.document.desk import Desk
from ui.workspace import Workspace

_CODING = frozenset({"coder.coding", "coder.exclusive", "coder.answers"})  # who codes by them

if TYPE_CHECKING:
    from ui.reading import Reading


class Independence(QObject):
    """Says on the desk that others' coded segments are kept back, and shows them when the coder wants it."""

    def __init__(self, workspace: Workspace, desk: Desk, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._desk, self._reading = workspace, desk, reading
        self._wanted = True  # others' segments, where nothing speaks against it
        self._said = ""
        self._only_read: set[UUID] = set()  # documents with others' segments, seen by somebody who codes nothing
        reading.document_comes.connect(self._look)  # whose segments are shown is settled before they are read
        reading.document_shown.connect(self._on_document)
        workspace.changed.connect(self._on_changed)
        workspace.coder_changed.connect(self._on_coder)
        workspace.doing.connect(self._on_doing)
        workspace.closed.connect(self._only_read.clear)
        desk.messages.action_chosen.connect(self._on_action)

    def want(self, shown: bool) -> None:
        """The reader wishes to see others' segments, or not to; what is kept back is offered, not shown."""
        self._wanted = shown
        self._look()
        if shown and self._said and self._desk.messages.words.startswith(self._said):
            self._desk.messages.take_keys()

    def keeps(self, document: UUID) -> bool:
        """Are others' coded segments in this document kept back from whoever codes now?"""
        return bool(self._workspace.ask(kept_apart, self._workspace.coder_id, [document]))

    def _look(self, _document: object = None) -> None:
        document = self._reading.document
        kept = document is not None and self.keeps(document)
        shown = self._wanted and not kept
        if shown != self._reading.others_shown:
            self._reading.others_shown = shown
            if self._reading.segments_known:
                self._reading.refresh()
        if kept and self._wanted:
            self._offer()
        elif self._said and self._desk.messages.words.startswith(self._said):
            self._desk.messages.dismiss()
            self._said = ""

    def _on_document(self, document: UUID | None) -> None:
        if document is None:
            self._look()
        else:
            self._note()

    def _note(self) -> None:
        """Whoever codes, and now sees others' segments in a document that nobody assigned to them, is noted as such.

        Who codes nothing, as a lead who only reads, is noted once they begin to (see _on_doing).
        """
        w, document = self._workspace, self._reading.document
        if document is not None and self._reading.others_shown and w.writable and not w.is_package:
            seen = w.ask(seen_unnoted, w.coder_id, [document], coders_only=True)
            if seen:
                w.do(disclose, coder_id=w.coder_id, document_ids=seen)
            else:
                self._only_read.add(document)

    def _on_coder(self) -> None:
        self._only_read.clear()
        self._look()
        self._note()

    def _on_doing(self, module: str) -> None:
        """Before somebody codes for the first time, what they read of others is noted: the coding comes after it."""
        if self._only_read and module in _CODING:
            w, read = self._workspace, sorted(self._only_read)
            self._only_read.clear()
            if seen := w.ask(seen_unnoted, w.coder_id, read):
                w.do(disclose, coder_id=w.coder_id, document_ids=seen)

    def _offer(self) -> None:
        self._said = self.tr("Others coded this document too. Their segments are kept back, so that you code it apart.")
        advice = self.tr("Once you have seen them, what you change here no longer counts for agreement.")
        self._desk.tell(self._said, advice, action=self.tr("Show"))

    def _on_action(self) -> None:
        if self._said and self._desk.messages.words.startswith(self._said) and self._reading.document is not None:
            coder, document = self._workspace.coder_id, self._reading.document
            self._workspace.do(disclose, coder_id=coder, document_ids=[document])

    def _on_changed(self, change: object) -> None:
        if not self._workspace.is_open:
            return
        if change.touches(Assignment):  # type: ignore[attr-defined]
            self._look()
        if change.operation == "merge":  # type: ignore[attr-defined]
            self._note()
