"""Coded segments whose words are gone from the text: each put on another passage, or removed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from coder.coding import remove_codings
from coder.exclusive import stretch_passage
from coder.models import Code, Coding, Document
from coder.spans import Span
from coder.versions import Homeless, homeless_segments
from ui.models.table import Column, TableModel, swatch
from ui.theme import Theme
from ui.widgets.later import Later
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.words import counted
from ui.workspace import Workspace


class LostPanel(QWidget):
    """document_wanted(id): to be shown beside the list. put_wanted(Homeless): onto the passage that is selected."""

    document_wanted = Signal(object)
    put_wanted = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._later = Later(self.refresh, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        tr = self.tr
        self._filter = FilterLine(self._theme, tr("Filter: words, code, coder"))
        self._count = QLabel()
        self.put = QPushButton(tr("Put on the selected passage"))
        self.put.setToolTip(tr("Select the passage in the text that this segment means now (Enter)"))
        self.remove = QPushButton(tr("Remove"))
        self.remove.setToolTip(tr("Nothing in the new text stands for it (Delete)"))
        columns = [
            Column(tr("Document"), lambda s: s.document),
            Column(tr("Code"), lambda s: " › ".join(s.path), icon=self._swatch),
            Column(tr("Coder"), lambda s: s.coder),
            Column(tr("The words that are gone"), lambda s: s.quote),
        ]
        self.list = ListView(TableModel(columns, lambda s: s.id, self), self._theme)
        self.list.setAccessibleName(tr("Coded segments whose words are gone"))
        self.list.set_words_when_empty(
            tr("Where a later text of a document has no words for a coded segment, the segment will stand here.")
        )
        letter = self.fontMetrics().averageCharWidth()
        for column, width in enumerate((24, 30, 14)):
            self.list.setColumnWidth(column, letter * width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, self._count, self.put, self.remove, theme=self._theme))
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.filter_by(self._filter)
        self.list.row_reached.connect(self._reached)
        self.list.row_chosen.connect(self.put_wanted)
        self.put.clicked.connect(self._put)
        self.remove.clicked.connect(self._remove)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._workspace.coder_changed.connect(self.refresh)

    def _swatch(self, segment: Homeless) -> QIcon:
        color = self._theme.bar(segment.color).name()
        return swatch(color, self.fontMetrics().height(), self.devicePixelRatioF())

    def _on_changed(self, change: object) -> None:
        if change.touches(Document, Code):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(Coding):  # type: ignore[attr-defined]
            self._later.follow()

    def refresh(self) -> None:
        """Asks again which segments have lost their words."""
        rows: list[Homeless] = []
        if self._workspace.is_open:
            rows = self._workspace.ask(homeless_segments, self._workspace.coder_id)
        self.list.table.replace(rows)
        n = len(rows)
        self._count.setText(counted(n, self.tr("1 segment"), self.tr("%n segments", "", n)))
        self._tell()

    def _tell(self) -> None:
        row = self.list.current_row()
        mine = row is not None and row.mine and self._workspace.writable
        self.put.setEnabled(mine)
        self.remove.setEnabled(mine)

    def _reached(self, row: Homeless) -> None:
        self._tell()
        if self.list.hasFocus():
            self.document_wanted.emit(row.document_id)

    def _put(self) -> None:
        if (row := self.list.current_row()) is not None:
            self.put_wanted.emit(row)

    def put_on(self, segment: Homeless, document: UUID | None, span: Span | None) -> None:
        """Moves the segment onto a passage of its document; says what is missing if it cannot."""
        if document != segment.document_id or span is None:
            self._workspace.said.emit(self.tr("Select in “{}” the passage that it means now.").format(segment.document))
        elif self._workspace.do(stretch_passage, coding_id=segment.id, span=span):
            self._workspace.said.emit(self.tr("It stands on the new passage; Ctrl+Z takes that back."))

    def _remove(self) -> None:
        if (row := self.list.current_row()) is not None and self._workspace.do(remove_codings, coding_ids=[row.id]):
            self._workspace.said.emit(self.tr("Removed; Ctrl+Z brings it back."))
