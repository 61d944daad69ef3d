"""The documents as a wide table: variables typed in place, sets, filters, everybody's progress."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QLocale, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from coder.cases import SetRow, add_set, put_in_set, remove_set, rename_set, sets_of, take_from_set
from coder.coders import Person, people
from coder.documents import variables_of
from coder.models import Assignment, Coder, Coding, Document, DocumentSet, Membership, Variable
from coder.values import sort_key
from coder.variables import Cell, TableRow, document_table, set_cells
from ui.models.table import Column, TableModel
from ui.settings import Settings
from ui.theme import Theme
from ui.widgets.cells import CellTable, Kind, value_shown
from ui.widgets.lists import FilterLine, TypesToFilter, row_of_tools
from ui.widgets.menus import in_menu, passing_menu
from ui.widgets.words import counted
from ui.workspace import Workspace

_MEASURED = 60  # rows that say how wide a column is at first
_CALM = 250  # ms: while one codes, the table follows a moment later


class DocumentTablePanel(QWidget):
    """document_chosen(id): to be read. variables_wanted(id or None): a variable is to be changed."""

    document_chosen = Signal(object)
    variables_wanted = Signal(object)

    def __init__(
        self, workspace: Workspace, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._theme, self._settings = workspace, theme, settings
        self._variables: list[Variable] = []
        self._sets: list[SetRow] = []
        self._keys: list[str] = []  # what each column is, for what is remembered of it
        self._shape: object = None
        self._stale = True
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.filter = FilterLine(self._theme, self.tr("Filter documents: words of any column"))
        self._count = QLabel()
        self.set_box, self.variable_box, self.value_box = QComboBox(), QComboBox(), QComboBox()
        for box, words in (
            (self.set_box, self.tr("Which set")), (self.variable_box, self.tr("Variable to filter by")),
            (self.value_box, self.tr("Value to filter by")),
        ):  # fmt: skip
            box.setAccessibleName(words)
            box.setToolTip(words)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.sets_button = QPushButton(self.tr("Sets"))
        self.variables_button = QPushButton(self.tr("Variables…"))
        self._sets_menu = QMenu(self)
        self.sets_button.setMenu(self._sets_menu)
        self._model = TableModel([], lambda row: row.id, self)
        self.table = CellTable(self._model, self._kind_of, self._theme)
        self.table.setAccessibleName(self.tr("Table of documents"))
        self.table.set_words_when_empty(
            self.tr("Every document will stand here, one row each, its variables to fill in. Ctrl+I adds sources.")
        )
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        tools = (self.filter, self._count, self.set_box, self.variable_box, self.value_box, self.sets_button)
        layout.addWidget(row_of_tools(*tools, self.variables_button, theme=self._theme))
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.table.proxy.filter)
        self.filter.textChanged.connect(self._tell_count)
        self.filter.left.connect(self.table.setFocus)
        TypesToFilter(self.table, self.filter)
        self.set_box.activated.connect(self._keep)
        self.variable_box.activated.connect(self._offer_values)
        self.value_box.activated.connect(self._keep)
        self._sets_menu.aboutToShow.connect(self._fill_sets_menu)
        self.variables_button.clicked.connect(self._want_variables)
        self.table.edited.connect(self._write)
        self.table.row_chosen.connect(self._choose)
        self.table.customContextMenuRequested.connect(self._menu)
        header = self.table.horizontalHeader()
        header.customContextMenuRequested.connect(self._header_menu)
        header.sectionResized.connect(self._remember)
        header.sectionMoved.connect(self._remember)
        self._calm.timeout.connect(self.refresh)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)

    # columns

    def _columns(self, persons: Sequence[Person]) -> tuple[list[str], list[Column]]:
        """What each column is, and the columns: name, variables, sets, what the file is, progress by coder."""
        number = QLocale().toString
        names = {row.id: row.name for row in self._sets}

        def in_sets(row: TableRow) -> str:
            return ", ".join(name for one, name in names.items() if one in row.sets)

        keys = ["name", *(v.id.hex for v in self._variables), "sets", "format", "length", "segments"]
        columns = [Column(self.tr("Document"), lambda r: r.name, edit=self._type(0))]
        columns += [self._of_variable(n, variable) for n, variable in enumerate(self._variables, 1)]
        columns += [
            Column(self.tr("Sets"), in_sets),
            Column(self.tr("Format"), lambda r: r.format),
            Column(self.tr("Characters"), lambda r: number(r.length), lambda r: r.length, True),
            Column(self.tr("Segments"), lambda r: number(r.codings) if r.codings else "", lambda r: r.codings, True),
        ]
        for person in persons:
            keys.append(person.id.hex)
            columns.append(self._of_person(person))
        return keys, columns

    def _of_variable(self, n: int, variable: Variable) -> Column:
        kind, values, key = variable.kind, list(variable.values), variable.id
        return Column(
            variable.name, lambda r: value_shown(kind, r.values.get(key, "")),
            lambda r: sort_key(kind, values, r.values.get(key, "")), kind == "number", edit=self._type(n),
        )  # fmt: skip

    def _of_person(self, person: Person) -> Column:
        number = QLocale().toString

        def shown(row: TableRow) -> str:
            progress = row.progress.get(person.id)
            if progress is None:
                return ""
            count = number(progress.codings)
            return f"✓ {count}" if progress.finished else count if progress.codings or not progress.assigned else "○"

        def sort(row: TableRow) -> tuple[bool, int]:
            progress = row.progress.get(person.id)
            return (progress is not None and progress.finished, progress.codings if progress else -1)

        def tip(row: TableRow) -> str:
            progress = row.progress.get(person.id)
            if progress is None:
                return self.tr("{}: not assigned, nothing coded").format(person.name)
            n = progress.codings
            if progress.finished:
                words = counted(n, self.tr("{}: finished, 1 segment"), self.tr("{}: finished, %n segments", "", n))
            else:
                words = counted(n, self.tr("{}: open, 1 segment"), self.tr("{}: open, %n segments", "", n))
            return words.format(person.name)

        return Column(person.name, shown, sort, True, tip=tip)

    def _type(self, column: int) -> Any:
        return lambda row, value: self._write([(row, column, value)])

    def _kind_of(self, column: int) -> Kind:
        if 1 <= column <= len(self._variables):
            variable = self._variables[column - 1]
            return variable.kind, variable.values
        return "text", ()

    # showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_changed(self, change: object) -> None:
        if change.touches(Document, Variable, DocumentSet, Membership, Coder):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(Coding, Assignment):  # type: ignore[attr-defined]
            self._stale = True
            self._calm.start()

    def refresh(self) -> None:
        """Asks again and shows what came back; a hidden table waits until it is seen."""
        if self._workspace.is_open and not self.isVisible():
            self._stale = True
            return
        self._stale = False
        ask, opened = self._workspace.ask, self._workspace.is_open
        self._variables = ask(variables_of) if opened else []
        self._sets = ask(sets_of) if opened else []
        rows: list[TableRow] = ask(document_table) if opened else []
        persons = [p for p in ask(people) if any(p.id in r.progress for r in rows)] if opened else []
        self._model.editable = self._workspace.writable and not self._workspace.is_package
        keys, columns = self._columns(persons)
        shape = [(c.title, self._kind_of(n)) for n, c in enumerate(columns)], keys, [s.name for s in self._sets]
        anew = shape != self._shape
        self._model.replace(rows, columns if anew else None)
        if anew:
            self._shape, self._keys = shape, keys
            self._arrange()
        self._offer()

    def _offer(self) -> None:
        """The sets and variables that the list can be narrowed to; what was chosen stays chosen."""
        self._refill(self.set_box, self.tr("All documents"), [(s.name, s.id) for s in self._sets])
        self._refill(self.variable_box, self.tr("Any variable"), [(v.name, v.id) for v in self._variables])
        self._offer_values()

    def _offer_values(self) -> None:
        key = self.variable_box.currentData()
        held = {row.values.get(key, "") for row in self._model.rows} if key is not None else set()
        variable = next((v for v in self._variables if v.id == key), None)
        kind, values = (variable.kind, variable.values) if variable else ("text", [])
        ordered = sorted(held - {""}, key=lambda value: sort_key(kind, values, value))
        offered = [(value_shown(kind, value), value) for value in ordered]
        if "" in held:
            offered.append((self.tr("(empty)"), ""))
        self._refill(self.value_box, self.tr("Any value"), offered)
        self.value_box.setVisible(key is not None)
        self._keep()

    @staticmethod
    def _refill(box: QComboBox, every: str, choices: Sequence[tuple[str, object]]) -> None:
        blocked, kept = QSignalBlocker(box), box.currentData()
        box.clear()
        box.addItem(every, None)
        for words, value in choices:
            box.addItem(words, value)
        found = next((n for n in range(1, box.count()) if box.itemData(n) == kept), 0) if kept is not None else 0
        box.setCurrentIndex(found)
        blocked.unblock()

    def _keep(self) -> None:
        """Narrows the table to the set and the value that are chosen."""
        wanted, key, value = self.set_box.currentData(), self.variable_box.currentData(), self.value_box.currentData()

        def kept(row: TableRow) -> bool:
            return (wanted is None or wanted in row.sets) and (
                key is None or value is None or row.values.get(key, "") == value
            )

        self.table.proxy.keep_only(kept)
        self._tell_count()

    def _tell_count(self) -> None:
        n = self.table.proxy.rowCount()
        self._count.setText(counted(n, self.tr("1 document"), self.tr("%n documents", "", n)))

    # columns as they were left

    def _arrange(self) -> None:
        header, letter = self.table.horizontalHeader(), self.fontMetrics().averageCharWidth()
        blocked = QSignalBlocker(header)
        kept = self._settings.columns(f"documents/{self._workspace.study}") if self._workspace.is_open else []
        order = {key: n for n, (key, _, _) in enumerate(kept)}
        known = {key: (wide, hidden) for key, wide, hidden in kept}
        wide_at_first = {"name": 38, "sets": 16, "format": 9, "length": 12, "segments": 11}
        for n, key in enumerate(self._keys):
            said = self._model.columns[n]
            texts = [said.title + "  ", *(said.text(row) for row in list(self._model.rows)[:_MEASURED])]
            longest = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
            usual = letter * wide_at_first[key] if key in wide_at_first else min(longest, letter * 26) + letter * 4
            usual = max(usual, header.sectionSizeHint(n))  # the title is longer in some languages
            wide, hidden = known.get(key, (usual, False))
            self.table.setColumnWidth(n, wide)
            self.table.setColumnHidden(n, hidden)
        wanted = sorted(self._keys, key=lambda key: (order.get(key, len(order)), self._keys.index(key)))
        for place, key in enumerate(wanted):
            header.moveSection(header.visualIndex(self._keys.index(key)), place)
        blocked.unblock()

    def _remember(self) -> None:
        if not self._workspace.is_open or not self._keys:
            return
        header = self.table.horizontalHeader()
        order = [header.logicalIndex(n) for n in range(header.count())]
        kept = [(self._keys[n], header.sectionSize(n), header.isSectionHidden(n)) for n in order]
        was = {key: wide for key, wide, _ in self._settings.columns(f"documents/{self._workspace.study}")}
        self._settings.keep_columns(
            f"documents/{self._workspace.study}",
            [(key, was.get(key, 0) if hidden else wide, hidden) for key, wide, hidden in kept],
        )

    def _header_menu(self, place: QPoint) -> None:
        self.header_menu(self.table.horizontalHeader().logicalIndexAt(place)).exec(
            self.table.horizontalHeader().mapToGlobal(place)
        )

    def header_menu(self, column: int) -> QMenu:
        """What can be done with a column."""
        menu, up, down = passing_menu(self), Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if column >= 0:
            for words, order in ((self.tr("Sort up"), up), (self.tr("Sort down"), down)):
                menu.addAction(words).triggered.connect(partial(self.table.sortByColumn, column, order))
            menu.addAction(self.tr("Documents in their order")).triggered.connect(
                partial(self.table.sortByColumn, -1, up)
            )
            if 1 <= column <= len(self._variables):
                change = menu.addAction(self._theme.icon("edit"), self.tr("Change this variable…"))
                change.triggered.connect(partial(self.variables_wanted.emit, self._variables[column - 1].id))
            if column > 0:
                menu.addAction(self.tr("Hide this column")).triggered.connect(partial(self._show_column, column, False))
        hidden = [n for n in range(len(self._keys)) if self.table.isColumnHidden(n)]
        if hidden:
            shown = menu.addMenu(self.tr("Show a column"))
            for n in hidden:
                title = self._model.columns[n].title
                shown.addAction(in_menu(title)).triggered.connect(partial(self._show_column, n, True))
        return menu

    def _show_column(self, column: int, shown: bool, *_: object) -> None:
        self.table.setColumnHidden(column, not shown)
        if shown and self.table.columnWidth(column) == 0:
            self.table.setColumnWidth(column, self.fontMetrics().averageCharWidth() * 14)
        self._remember()

    # writing

    def _write(self, typed: Sequence[tuple[TableRow, int, str]]) -> None:
        cells = [
            Cell(row.id, None if column == 0 else self._variables[column - 1].id, value)
            for row, column, value in typed
        ]
        done = self._workspace.do(set_cells, cells=cells)
        if done is not None and done.value > 1:
            words = self.tr("Changed %n cells; Ctrl+Z brings back what stood there.", "", done.value)
            self._workspace.said.emit(words)

    def _want_variables(self) -> None:
        column = self.table.currentIndex().column()
        inside = 1 <= column <= len(self._variables)
        self.variables_wanted.emit(self._variables[column - 1].id if inside else None)

    def _choose(self, row: TableRow) -> None:
        self.document_chosen.emit(row.id)

    # sets

    def _chosen(self) -> list[UUID]:
        return [row.id for row in self.table.rows_selected()]

    def _fill_sets_menu(self) -> None:
        self._sets_menu.clear()
        self._add_sets(self._sets_menu)

    def _add_sets(self, menu: QMenu) -> None:
        """Everything about sets: with the chosen documents, and with the set that is shown."""
        chosen, may = self.table.rows_selected(), self._model.editable
        new = menu.addAction(self._theme.icon("add"), self.tr("New set of the chosen documents…"))
        new.triggered.connect(self.ask_new_set)
        new.setEnabled(may)
        into, out = menu.addMenu(self.tr("Put the chosen into")), menu.addMenu(self.tr("Take the chosen out of"))
        for one in self._sets:
            if any(one.id not in row.sets for row in chosen):
                into.addAction(in_menu(one.name)).triggered.connect(partial(self._put, one.id))
            if any(one.id in row.sets for row in chosen):
                out.addAction(in_menu(one.name)).triggered.connect(partial(self._take, one.id))
        for sub in (into, out):
            sub.setEnabled(may and bool(sub.actions()))
        if (shown := next((s for s in self._sets if s.id == self.set_box.currentData()), None)) is not None and may:
            menu.addSeparator()
            menu.addAction(self.tr("Rename the set “{}”…").format(shown.name)).triggered.connect(
                partial(self._ask_rename, shown)
            )
            menu.addAction(self.tr("Remove the set “{}”; its documents stay").format(shown.name)).triggered.connect(
                partial(self._remove_set, shown.id)
            )

    def _ask(self, title: str, label: str, value: str, done: Any) -> None:
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(value)
        dialog.textValueSelected.connect(done)
        dialog.open()

    def ask_new_set(self) -> None:
        self._ask(self.tr("New set"), self.tr("Name of the set"), "", self.make_set)

    def make_set(self, name: str) -> None:
        """A set of the chosen documents."""
        self._workspace.do(add_set, name=name, document_ids=self._chosen())

    def _ask_rename(self, one: SetRow) -> None:
        done = partial(self._rename, one.id)
        self._ask(self.tr("Rename the set"), self.tr("Name of the set"), one.name, done)

    def _rename(self, set_id: UUID, name: str) -> None:
        self._workspace.do(rename_set, set_id=set_id, name=name)

    def _remove_set(self, set_id: UUID, *_: object) -> None:
        self._workspace.do(remove_set, set_id=set_id)

    def _put(self, set_id: UUID, *_: object) -> None:
        self._workspace.do(put_in_set, set_id=set_id, document_ids=self._chosen())

    def _take(self, set_id: UUID, *_: object) -> None:
        self._workspace.do(take_from_set, set_id=set_id, document_ids=self._chosen())

    # the context menu

    def _menu(self, place: QPoint) -> None:
        self.menu().exec(self.table.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """Everything that can be done with the chosen cells."""
        menu, icon, rows = passing_menu(self), self._theme.icon, self.table.rows_selected()
        if rows:
            read = menu.addAction(icon("read"), self.tr("Read"))
            read.triggered.connect(partial(self.document_chosen.emit, rows[0].id))
        menu.addAction(icon("copy"), self.tr("Copy the cells\tCtrl+C")).triggered.connect(self.table.copy)
        if self._model.editable:
            menu.addAction(self.tr("Paste cells\tCtrl+V")).triggered.connect(self.table.paste)
            menu.addSeparator()
            self._add_sets(menu)
            menu.addSeparator()
            menu.addAction(self.tr("Variables…")).triggered.connect(self._want_variables)
        return menu
