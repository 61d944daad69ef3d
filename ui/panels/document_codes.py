"""Codes for whole documents, answered beside the text: tick boxes, or a choice where codes exclude each other."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from coder.code_tree import CodeRow
from coder.coding import add_coding, recode, remove_codings
from coder.models import Code, Coding
from coder.segments import codings_of_whole
from ui.theme import Theme
from ui.widgets.pages import swap_page
from ui.widgets.parts import name_parts
from ui.workspace import Workspace


class DocumentCodesPanel(QWidget):
    """needed(bool): are there codes for whole documents? code_reached(id): to be explained."""

    needed = Signal(bool)
    code_reached = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._document: UUID | None = None
        self._answers: dict[UUID, tuple[list[UUID], dict[UUID, UUID], str]] = {}  # code: its group, what stands, name
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        workspace.followed.connect(self._on_changed)
        workspace.opened.connect(self.refresh)
        workspace.closed.connect(self.refresh)
        workspace.coder_changed.connect(self.refresh)

    def show_document(self, document: UUID | None) -> None:
        self._document = document
        self.refresh()

    def _on_changed(self, change: object) -> None:
        if change.touches(Code, Coding):  # type: ignore[attr-defined]
            self.refresh()

    def refresh(self) -> None:
        rows = self._workspace.codes()
        asked = [r for r in rows if r.scope == "document" and r.state == "open"]
        self.needed.emit(bool(asked))
        mine: dict[UUID, UUID] = {}
        if self._document is not None and asked:
            for coding in self._workspace.ask(codings_of_whole, self._document):
                if coding.coder_id == self._workspace.coder_id:
                    mine[coding.code_id] = coding.id
        self._fill(rows, asked, mine)

    def _fill(self, rows: list[CodeRow], asked: list[CodeRow], mine: dict[UUID, UUID]) -> None:
        page = QWidget()
        page.setEnabled(self._document is not None and self._workspace.writable)
        form = QFormLayout(page)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        exclusive = {r.id: r for r in rows if r.exclusive}
        done: set[UUID] = set()
        self._answers = {}
        for row in asked:
            parent = exclusive.get(row.parent_id) if row.parent_id else None
            if parent is None and row.id not in exclusive:
                self._answers[row.id] = ([row.id], mine, row.name)
                form.addRow(self._tick(row, mine))
            elif parent is not None and parent.id not in done:
                done.add(parent.id)
                choices = [r for r in asked if r.parent_id == parent.id]
                self._answers |= {r.id: ([c.id for c in choices], mine, r.name) for r in choices}
                form.addRow(QLabel(parent.name), self._choice(parent, choices, mine))
        name_parts(page)
        swap_page(self._scroll, page)

    def _tick(self, row: CodeRow, mine: dict[UUID, UUID]) -> QCheckBox:
        box = QCheckBox(_keyed(" › ".join(row.path), row.key))
        box.setToolTip(row.definition)
        box.setChecked(row.id in mine)
        box.clicked.connect(partial(self._answer, [row.id], row.id, mine))
        return box

    def _choice(self, parent: CodeRow, choices: list[CodeRow], mine: dict[UUID, UUID]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(parent.name)
        box.setToolTip(parent.definition)
        box.addItem(self.tr("— none"), None)
        for row in choices:
            box.addItem(_keyed(row.name, row.key), row.id)
            if row.id in mine:
                box.setCurrentIndex(box.count() - 1)
        ids = [row.id for row in choices]
        box.activated.connect(lambda _: self._answer(ids, box.currentData(), mine, True))
        return box

    def turn(self, code: UUID) -> None:
        """The code's key was pressed: it stands on the document from now on, or no more."""
        if code not in self._answers or self._document is None or not self._workspace.writable:
            return
        group, mine, name = self._answers[code]
        wanted = code not in mine
        others = [c for c in group if c in mine and c != code]
        self._answer(group, code, mine, wanted)
        words = self.tr("The document is coded with “{}”.") if wanted else self.tr("Taken off the document: “{}”.")
        if wanted and others:
            words = self.tr("The document is coded with “{}” instead of another.")
        self._workspace.said.emit(words.format(name))

    def _answer(self, group: list[UUID], code: UUID | None, mine: dict[UUID, UUID], wanted: bool) -> None:
        """Makes `code` the one of the group that stands on the document; None or not wanted: none does."""
        standing = [mine[c] for c in group if c in mine and not (wanted and c == code)]
        add = code if wanted and code not in mine else None
        if standing and add is not None:
            self._workspace.do(recode, coding_id=standing[0], code_id=add)
        elif standing:
            self._workspace.do(remove_codings, coding_ids=standing)
        elif add is not None and self._document is not None:
            self._workspace.do(add_coding, document_id=self._document, code_id=add, span=None)
        self.refresh()  # the next answer builds on this one
        if add is not None:
            self.code_reached.emit(add)


def _keyed(words: str, key: str) -> str:
    """A code's name with its key, as menus write it."""
    return f"{words}  ({key})" if key else words
