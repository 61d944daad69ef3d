"""The documents of the study: progress, coded segments, variables; filtered, sorted, renamed in place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coder.answers import UnitTally, unit_progress
from coder.documents import (
    DocumentRow,
    document_rows,
    remove_document,
    remove_documents,
    rename_document,
    set_variable,
    variables_of,
)
from coder.models import Answer, Assignment, Coding, Document, Unit, Variable
from ui.models.table import Column, TableModel, unchanging
from ui.theme import Theme
from ui.widgets.later import Later
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.menus import passing_menu
from ui.widgets.words import counted
from ui.workspace import Workspace


class DocumentsPanel(QWidget):
    """document_chosen(id): to be read. add_wanted(): sources are to be added."""

    document_chosen = Signal(object)
    add_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._shown_columns: tuple[str, ...] | None = None
        self._icons: dict[str, QIcon] = {}
        self._units: Mapping[UUID, UnitTally] = {}
        self._name_width = 0  # as given to the column of names
        self._awaited: UUID | None = None  # the document on the desk, not in the list yet
        self._later = Later(self.refresh, self)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self._filter = FilterLine(self._theme, self.tr("Filter documents"))
        self._model = TableModel(self._columns({}), lambda row: row.id, self)
        self.list = ListView(self._model, self._theme)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of one series differ at both ends
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.set_words_when_empty(
            self.tr("The study's sources will stand here. Drop files on the window, or use File › Add sources.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, theme=self._theme))
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.filter_by(self._filter)
        self.list.row_chosen.connect(lambda row: self.document_chosen.emit(row.id))
        self.list.clicked.connect(lambda index: self._clicked())
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.setContextMenuPolicy(self.list.contextMenuPolicy().CustomContextMenu)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._workspace.coder_changed.connect(self.refresh)
        self._theme.changed.connect(self._recolor)

    def _columns(self, variables: dict[str, UUID]) -> list[Column]:
        number = QLocale().toString
        first = [
            Column(self.tr("Document"), lambda r: r.name, icon=self._progress, tip=self._tip, edit=self._rename),
            Column(self.tr("Segments"), lambda r: number(r.codings) if r.codings else "", lambda r: r.codings, True),
        ]
        if self._units:  # how far a coder is then says more than how many segments there are
            first.insert(1, Column(self.tr("Units"), self._units_of, self._share_of_units, True, tip=self._units_tip))
        return first + [
            Column(name, lambda r, name=name: r.variables.get(name, ""), edit=partial(self._set, variable))
            for name, variable in variables.items()
        ]

    def _units_of(self, row: DocumentRow) -> str:
        tally = self._units.get(row.id)
        return f"{tally.answered}/{tally.units}" if tally else ""

    def _share_of_units(self, row: DocumentRow) -> float:
        tally = self._units.get(row.id)
        return tally.answered / tally.units if tally else -1.0

    def _units_tip(self, row: DocumentRow) -> str:
        if (tally := self._units.get(row.id)) is None:
            return ""
        words = self.tr("Coded: {coded}\nNone applies: {none}\nNot reached: {open}")
        return words.format(coded=tally.coded, none=tally.none, open=tally.units - tally.answered)

    def _progress(self, row: DocumentRow) -> QIcon:
        name = "finished" if row.finished else "started" if row.mine else "waiting"
        if name not in self._icons:
            side = self.fontMetrics().height()
            pixmap = self._theme.icon(name).pixmap(QSize(side, side), self.devicePixelRatioF())
            self._icons[name] = unchanging(pixmap)
        return self._icons[name]

    def _recolor(self) -> None:
        self._icons.clear()
        self.list.viewport().update()

    def _tip(self, row: DocumentRow) -> str:
        state = (
            self.tr("finished by you") if row.finished
            else self.tr("begun by you") if row.mine
            else self.tr("not begun by you")
        )  # fmt: skip
        length = QLocale().toString(row.length)
        return self.tr("{name}\n{length} characters, {state}").format(name=row.name, length=length, state=state)

    def refresh(self) -> None:
        """Asks again and shows what came back."""
        if not self._workspace.is_open:
            self._shown_columns = None
            self._model.replace([], self._columns({}))
            return
        variables = {v.name: v.id for v in self._workspace.ask(variables_of)}
        rows = self._workspace.ask(document_rows, self._workspace.coder_id)
        self._model.editable = self._workspace.writable and not self._workspace.is_package
        had_units, self._units = bool(self._units), self._workspace.ask(unit_progress, self._workspace.coder_id)
        same = tuple(variables) == self._shown_columns and had_units == bool(self._units)
        columns = None if same else self._columns(variables)
        current = self.list.current_row()
        self._model.replace(rows, columns)
        if current is not None and self.list.current_row() is None:  # other rows or columns: the list began anew
            self.list.select_key(current.id)
        if self._awaited is not None:
            self.show_as_open(self._awaited)
        if columns is not None:
            self._shown_columns = tuple(variables)
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.list.make_narrow(1)
        for n in range(2, self._model.columnCount()):
            self.list.setColumnWidth(n, letter * 14)
        self._name_width = 0
        self._give_room()

    def _give_room(self) -> None:
        """Names get what the count leaves them in the pane, until somebody drags their column."""
        if self._name_width not in (0, self.list.columnWidth(0)):
            return
        least = self.fontMetrics().averageCharWidth() * 14
        self.list.setColumnWidth(0, max(least, self.list.viewport().width() - self.list.columnWidth(1)))
        self._name_width = self.list.columnWidth(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def show_as_open(self, document_id: UUID) -> None:
        """Marks the document that stands on the desk; one that was just added as soon as the list has it."""
        self._awaited = None if self._model.place(document_id) is not None else document_id
        self.list.select_key(document_id)

    def name_of(self, document: UUID) -> str:
        """A document's name as the list shows it; "" if it is not here."""
        place = self._model.place(document)
        return "" if place is None else str(self._model.rows[place].name)

    def neighbour(self, by: int) -> UUID | None:
        """The document before (-1) or after (1) the current one, in the order shown."""
        row = self.list.step(by)
        return row.id if row is not None else None

    def _on_changed(self, change: object) -> None:
        if change.touches(Document, Variable, Assignment, Unit):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(Coding, Answer):  # type: ignore[attr-defined]
            self._later.follow()

    def _clicked(self) -> None:
        if len(self.list.rows_selected()) == 1:
            self.document_chosen.emit(self.list.current_row().id)

    def _rename(self, row: DocumentRow, name: str) -> None:
        self._workspace.do(rename_document, document_id=row.id, name=name)

    def _set(self, variable: UUID, row: DocumentRow, value: str) -> None:
        self._workspace.do(set_variable, document_id=row.id, variable_id=variable, value=value.strip())

    def _remove(self) -> None:
        rows = self.list.rows_selected()
        if len(rows) == 1:
            self._workspace.do(remove_document, document_id=rows[0].id)
        elif rows:
            self._workspace.do(remove_documents, document_ids=[row.id for row in rows])

    def _menu(self, place: QPoint) -> None:
        menu, icon = passing_menu(self), self._theme.icon
        rows = self.list.rows_selected()
        if rows:
            read = menu.addAction(icon("read"), self.tr("Read\tEnter"))
            read.triggered.connect(lambda: self.document_chosen.emit(rows[0].id))
        if self._workspace.writable and not self._workspace.is_package:
            if rows:
                rename = menu.addAction(icon("edit"), self.tr("Rename\tF2"))
                rename.triggered.connect(lambda: self.list.edit(self.list.currentIndex().siblingAtColumn(0)))
                words = counted(len(rows), self.tr("Remove 1 document"), self.tr("Remove %n documents", "", len(rows)))
                menu.addAction(icon("remove"), words).triggered.connect(self._remove)
            menu.addAction(icon("import"), self.tr("Add sources…")).triggered.connect(self.add_wanted)
        menu.addAction(icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        menu.exec(self.list.viewport().mapToGlobal(place))
