"""The study's material in panes: the table of documents, variables, qualifiers, the notebook; joined to the room."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from coder.coders import people
from coder.memos import linked_segment
from coder.segment_list import ShownSegment
from ui.panels.document_table import DocumentTablePanel
from ui.panels.notebook import NotebookPanel
from ui.panels.qualifiers import QualifiersPanel
from ui.panels.splitting import SplittingPanel
from ui.panels.variables import VariablesPanel
from ui.widgets.memo_form import Focus
from ui.widgets.words import quoted

if TYPE_CHECKING:
    from ui.room import Room

_QUOTE = 60  # characters of a passage in a menu


class Material(QObject):
    """Panes below the desk, out of the way until they are asked for."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        workspace, theme = room.workspace, room.theme
        self.document_table = DocumentTablePanel(workspace, theme, room.settings)
        self.variables, self.qualifiers = VariablesPanel(workspace, theme), QualifiersPanel(workspace, theme)
        self.splitting = SplittingPanel(workspace, theme)
        self.notebook = NotebookPanel(workspace, theme, self.in_focus)
        for name, title, panel in (
            ("document_table", self.tr("Table of documents"), self.document_table),
            ("variables", self.tr("Variables"), self.variables),
            ("qualifiers", self.tr("Qualifiers"), self.qualifiers),
            ("splitting", self.tr("Split a code"), self.splitting),
            ("notebook", self.tr("Notebook"), self.notebook),
        ):
            room.panes.add(name, title, panel, "bottom")
            room.panes.beside(name, "segments")
        self._join()

    def _join(self) -> None:
        room = self._room
        room.desk.surface.code_dropped.connect(room.reading.use_code)
        self.document_table.document_chosen.connect(room.read)
        self.document_table.variables_wanted.connect(self._show_variable)
        room.codes.passages_wanted.connect(self._show_passages)
        room.codes.split_wanted.connect(self._split)
        self.splitting.segment_reached.connect(self._show_beside)
        self.notebook.thing_wanted.connect(self._show_thing)
        room.commands.bind(
            document_table=lambda: self.show("document_table"), variables=lambda: self._show_variable(None),
            qualifiers=lambda: self.show("qualifiers"), notebook=lambda: self.show("notebook"),
            new_memo=self.new_memo,
        )  # fmt: skip

    def show(self, name: str) -> None:
        """Brings a pane into sight, with room to work in."""
        self._room.panes.raise_(name)
        # a pane that was never seen has no height yet that could be changed
        QTimer.singleShot(0, self, lambda: self._room.panes.give_height(name, 0.4))

    def _show_passages(self, codes: list[UUID], name: str) -> None:
        self.show("segments")
        self._room.segments.show_codes(codes, name)

    def _split(self, code: UUID) -> None:
        self.show("splitting")
        self.splitting.show_code(code)

    def _show_beside(self, segment: ShownSegment) -> None:
        """A segment in its text, the keys left where they are."""
        had_keys = self.splitting.list.hasFocus()
        self._room.reading.show_segment(segment)
        if had_keys:
            self.splitting.list.setFocus()

    def _show_variable(self, variable: UUID | None) -> None:
        self.show("variables")
        self.variables.show_one(variable)

    def _show_thing(self, kind: str, thing: UUID) -> None:
        """What a memo is on, or a link in it leads to."""
        room = self._room
        if kind == "document":
            room.read(thing)
        elif kind == "code":
            room.definition.show_code(thing)
            room.codes.show_code(thing)
        elif kind == "coding" and (segment := self._linked(thing)) is not None:
            room.read(segment.document_id)
            room.reading.show_segment(segment)
            room.definition.show_code(segment.code_id)

    def _linked(self, coding: UUID) -> ShownSegment | None:
        w = self._room.workspace
        found: ShownSegment | None = w.ask(linked_segment, coding, reader=w.coder_id)
        return found

    # memos on what is in focus

    def in_focus(self) -> list[Focus]:
        """What a new memo can be on: what has the keys first, then what is shown, the study, the coders."""
        room, found = self._room, []
        if not room.workspace.is_open:
            return []
        segment, code, document = room.reading.focused(), room.codes.tree.current_row(), room.reading.document
        if segment is not None:
            quote = segment.quote if len(segment.quote) <= _QUOTE else f"{segment.quote[:_QUOTE].rstrip()}…"
            found.append(Focus("coding", segment.id, f"{' › '.join(segment.path)}: {quoted(quote)}"))
        if code is not None:
            found.append(Focus("code", code.id, " › ".join(code.path)))
        if document is not None:
            found.append(Focus("document", document, room.documents.name_of(document)))
        found.append(Focus("study", None, ""))
        found += [Focus("coder", p.id, p.name) for p in room.workspace.ask(people)]
        first = {"codes": "code", "definition": "code", "documents": "document", "document_table": "document"}
        wanted = first.get(room.panes.current())
        return sorted(found, key=lambda focus: focus.kind != wanted)

    def new_memo(self) -> None:
        """A memo on what is in focus."""
        focus = self.in_focus()
        if focus:
            self.show("notebook")
            self.notebook.begin(focus[0])
