"""What the desk shows of the project: one document, its segments as the filter lets them through, the caret's place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape
from uuid import UUID

from PySide6.QtCore import QLocale, QObject, Signal

from coder.assignments import finished_at
from coder.code_tree import CodeRow, branches, qualifiers_of
from coder.documents import living_document, progress_of, structure_of, text_at_hand, values_of
from coder.errors import UnknownThing
from coder.history import times_of
from coder.importers.source import Mark
from coder.models import Assignment, Code, Coder, Coding, Document, Qualifier, Variable
from coder.segment_list import Segments, ShownSegment, segments_anew, shown_segments
from coder.spans import Span
from ui.document.desk import Desk
from ui.document.marks import SegmentIndex
from ui.models.segments import desk_segment
from ui.theme import Theme
from ui.widgets.filters import SegmentFilter
from ui.workspace import Workspace

_SHOWN = 200  # segments that undo brings into sight; of more there is no one place


class OnDesk(QObject):
    """One document on the desk, its segments, and what stands under the caret.

    document_comes(id): its segments are asked for next. document_shown(id or None).
    segments_here(list of ShownSegment, id in focus): what stands under the caret.
    code_used(id): to be explained. help_wanted(): the list of keys. state_changed(): finished, focus, counts.
    """

    document_comes = Signal(object)
    document_shown = Signal(object)
    segments_here = Signal(object, object)
    code_used = Signal(object)
    memo_wanted = Signal()
    help_wanted = Signal()
    state_changed = Signal()

    def __init__(self, workspace: Workspace, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._desk = desk
        self._surface = desk.surface
        self._theme = theme
        self._text_hash = b""
        self._places: dict[UUID, int] = {}  # where the caret stood in documents that were on the desk before
        self._there: Segments | None = None  # all that may be seen of the document on the desk
        self._segments: Segments | None = None  # those of them that the filter lets through
        self._filter = SegmentFilter()
        self._codes: dict[UUID, CodeRow] = {}
        self._keys: dict[str, UUID] = {}
        self._qualifiers: list[Qualifier] = []
        self.document: UUID | None = None
        self.finished = False
        self.others_shown = True
        self._connect()

    def _connect(self) -> None:
        surface, workspace = self._surface, self._workspace
        surface.caret_moved.connect(self._on_caret)
        surface.selection_changed.connect(lambda _: self.state_changed.emit())
        surface.segment_focused.connect(self._on_focus)
        surface.segment_opened.connect(self._on_opened)
        surface.said.connect(workspace.said)
        surface.words_of = self._times_of
        workspace.changed.connect(self._on_changed)
        workspace.coder_changed.connect(self._on_coder)
        workspace.opened.connect(self._begin)
        workspace.closed.connect(self._begin)

    # showing

    def _begin(self) -> None:
        self.document, self._there, self._segments = None, None, None
        self._places.clear()
        self._read_codebook()
        self.document_shown.emit(None)
        self._tell()

    def _on_coder(self) -> None:
        if self.document is not None:
            self._variables()
            self.refresh()

    def _read_codebook(self) -> None:
        rows = self._workspace.codes()
        self._codes = {row.id: row for row in rows}
        self._keys = {row.key.lower(): row.id for row in rows if row.key and row.state == "open"}
        self._qualifiers = self._workspace.ask(qualifiers_of) if self._workspace.is_open else []

    def show_document(self, document: UUID) -> None:
        """Puts a document on the desk, where its reader left it; the one that stands there stays as it is."""
        if document == self.document:
            self._surface.setFocus()
            return
        read = self._workspace.ask
        try:
            found = read(living_document, document)
        except UnknownThing as error:
            self._workspace.failed.emit(error)
            return
        if self.document is not None:
            self._places[self.document] = self._surface.caret()
        self.document, self._text_hash = document, found.text_hash
        marks = [Mark(*mark) for mark in read(structure_of, document)]
        self._desk.show_document(found.name, self._variables(), read(text_at_hand, document), marks)
        self._surface.focus_segment(None)
        self._there = self._segments = None
        self.document_comes.emit(document)
        self.refresh()
        if (place := self._places.get(document, 0)) > 0:
            self.go_to(place)
        self.document_shown.emit(document)

    def _variables(self) -> list[str]:
        assert self.document is not None
        done, there = self._workspace.ask(progress_of, self._workspace.coder_id)
        self._desk.set_progress(self.tr("{done} of {all} finished").format(done=done, all=there))
        return list(self._workspace.ask(values_of, self.document).values())[:5]

    def refresh(self) -> None:
        """Asks for the segments anew and shows what came back."""
        if self.document is None:
            return
        self._there = self._workspace.ask(
            shown_segments, document_id=self.document, coder_id=self._only_coder(), text=self._surface.text
        )
        self._choose()
        coder = self._workspace.coder_id
        self.finished = self._workspace.ask(finished_at, coder, self.document) is not None
        self._tell()

    def _refresh_only(self, codings: Collection[UUID]) -> None:
        """Asks for these segments alone: what a single act changed, however many others stand there."""
        if self._there is None:
            return
        came = self._workspace.ask(
            segments_anew, self._there, document_id=self.document, coder_id=self._only_coder(), only=codings
        )  # fmt: skip
        self._there = self._there.patched(codings, came)
        self._choose()
        self._tell()

    def show_only(self, chosen: SegmentFilter) -> None:
        """From now on only segments that this lets through stand on the desk, in whichever document."""
        self._filter = chosen
        if self._there is not None:
            self._choose()
            self._tell()

    def at_hand(self, document: UUID, own: bool = False) -> Segments | None:
        """All coded segments of the document, whatever the filter says; None if they do not stand here.

        own: those of whoever codes now are enough.
        """
        return self._there if document == self.document and (own or self.others_shown) else None

    @property
    def hidden(self) -> int:
        """How many segments of the document on the desk the filter keeps out of sight."""
        return 0 if self._there is None else len(self._there) - len(self.segments)

    @property
    def filtered(self) -> bool:
        return self._filter.active

    def _choose(self) -> None:
        """Of those that came back, what the filter lets through; chosen by columns."""
        there, chosen = self._there, self._filter
        if there is not None and chosen.active:
            codes = None if chosen.codes is None else branches(self._codes.values(), chosen.codes)
            there = there.chosen(there.wanted(coders=chosen.coders, codes=codes, value=chosen.value))
        self._segments = there
        self._show_segments()

    def _only_coder(self) -> UUID | None:
        """Whose segments are shown; None for everybody's."""
        return None if self.others_shown else self._workspace.coder_id

    def _show_segments(self) -> None:
        """What came back, on the desk; a segment is dressed for it only when it comes into sight."""
        segments = self._segments
        if segments is None:
            return
        names = {q.id: q.name for q in self._qualifiers}
        mine = self._workspace.coder_id if self._workspace.writable else None
        self._surface.only_read = mine is None
        first = segments.n_whole  # those of the whole document stand before all passages

        def place(id: object) -> int | None:
            n = segments.place(id) if isinstance(id, UUID) else None
            return None if n is None or n < first else n - first

        self._surface.set_segments(
            SegmentIndex(
                segments.starts[first:], segments.ends[first:],
                lambda n: desk_segment(segments[first + n], mine, names), place, self._surface.line_ends(),
            )
        )  # fmt: skip

    def show_segment(self, segment: ShownSegment) -> None:
        """Puts its document on the desk, the segment in focus and in sight."""
        self.show_document(segment.document_id)
        self._focus(segment.id)

    def _focus(self, segment: UUID) -> None:
        found = self.segment(segment)
        if found is not None and found.span is not None:
            self._surface.select(Span(found.span.start, found.span.start))
            self._surface.focus_segment(segment)
            self._surface.reveal(found.span)
            self.code_used.emit(found.code_id)
            self._tell()

    def show_first_segment(self, segment: UUID | None = None) -> None:
        """Puts the named segment, or the first of the document, in focus."""
        wanted = self.segment(segment) if segment else None
        first = wanted or next((s for s in self.segments if s.span), None)
        if first is not None:
            self._focus(first.id)

    def go_to(self, position: int) -> None:
        """The caret to a place of the text, in sight."""
        at = min(position, len(self._surface.text))
        self._surface.select(Span(at, at))

    def _on_changed(self, change: object) -> None:
        if change.touches(Code, Qualifier):  # type: ignore[attr-defined]
            self._read_codebook()
        if self.document is None:
            return
        if change.touches(Document, Variable, Assignment):  # type: ignore[attr-defined]
            self._read_document_again()
        codings = change.rows.get("coding", ())  # type: ignore[attr-defined]
        undone = change.undoes is not None and 0 < len(codings) <= _SHOWN  # type: ignore[attr-defined]
        before = self._passages(codings) if undone else []
        if change.touches(Code, Coder, Qualifier, Assignment):  # type: ignore[attr-defined]
            self.refresh()
        elif codings:
            self._refresh_only(codings)
        elif change.touches(Coding):  # type: ignore[attr-defined]
            self.refresh()
        if undone:
            self._show_undone(self._passages(codings) or before)

    def _passages(self, codings: Collection[UUID]) -> list[Span]:
        found = (self.segment(coding) for coding in codings)
        return sorted(segment.span for segment in found if segment is not None and segment.span is not None)

    def _show_undone(self, passages: Sequence[Span]) -> None:
        """The reader sees what undo and redo do: where none of it is in sight, the caret goes there."""
        if passages and not any(self._surface.sees(span) for span in passages):
            self.go_to(passages[0].start)

    def _read_document_again(self) -> None:
        try:
            found = self._workspace.ask(living_document, self.document)
        except UnknownThing:  # it was removed; what else stood here is gone with it
            self.document, self._there, self._segments = None, None, None
            self._desk.show_empty(self.tr("That document was removed."), self.tr("Ctrl+Z brings it back."))
            self.document_shown.emit(None)
            self._tell()
            return
        self._desk.title.say(found.name)
        self._desk.variables.say(" · ".join(self._variables()))
        if found.text_hash != self._text_hash:
            document, self.document = self.document, None
            assert document is not None
            self.show_document(document)

    # what stands under the caret

    def focused(self) -> ShownSegment | None:
        """The coded segment in focus."""
        found = self._surface.focused_id()
        return self.segment(found) if isinstance(found, UUID) else None

    def segment(self, segment_id: UUID) -> ShownSegment | None:
        """The coded segment of this id, if it stands in the document on the desk."""
        return self._segments.get(segment_id) if self._segments is not None else None

    @property
    def focused_is_mine(self) -> bool:
        found = self.focused()
        return found is not None and self._workspace.writable and found.coder_id == self._workspace.coder_id

    def selection(self) -> Span | None:
        return self._surface.selection()

    @property
    def segments_known(self) -> bool:
        """Were the segments of the document on the desk read already?"""
        return self._segments is not None

    @property
    def segments(self) -> Sequence[ShownSegment]:
        """The coded segments of the document on the desk, by place."""
        return self._segments if self._segments is not None else ()

    def _on_caret(self, caret: int) -> None:
        # a key must never code a passage that the reader has left
        self._surface.hands.typed = ""
        focused = self.focused()
        if focused is not None and focused.span and not focused.span.start <= caret <= focused.span.end:
            self._surface.focus_segment(None)
        self._tell()

    def _on_focus(self, segment: object) -> None:
        if isinstance(segment, UUID) and (found := self.segment(segment)) is not None:
            self.code_used.emit(found.code_id)
        self._tell()

    def _on_opened(self, segment: UUID) -> None:
        self._focus(segment)
        self.memo_wanted.emit()

    def _tell(self) -> None:
        caret, focused = self._surface.caret(), self.focused()
        index = self._surface.index
        near = [self.segment(index[n].id) for n in index.at(caret)]  # type: ignore[arg-type]
        here = [s for s in near if s is not None and s.span and caret < s.span.end]
        if focused is not None and focused.span and focused not in here:
            here.append(focused)
        here.sort(key=lambda s: (focused is None or s.id != focused.id, s.span.length if s.span else 0))
        self.segments_here.emit(here, here[0].id if here else None)
        self.state_changed.emit()

    def _times_of(self, segment: object) -> str:
        """When a segment was made and last changed, as a line of its tooltip."""
        found = self._workspace.ask(times_of, Coding, segment) if isinstance(segment, UUID) else None
        if found is None:
            return ""
        made, changed = (QLocale().toString(at.astimezone(), QLocale.FormatType.ShortFormat) for at in found)
        words = self.tr("Coded {made}") if made == changed else self.tr("Coded {made}, changed {changed}")
        return "<br>" + escape(words.format(made=made, changed=changed))
