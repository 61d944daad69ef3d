"""The code tree: choosing, adding, renaming in place, moving by drag and keys, colour, key, removing."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QIcon, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QHeaderView,
    QMenu,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from coder.codebook import CodeRow, add_code, code_tree, edit_code, move_code, propose_code, remove_code
from coder.models import Code, Coding
from ui.colors import code_colors
from ui.models.codes import ALL, HERE, KEY, NAME, CodesModel
from ui.models.table import ROW, swatch
from ui.theme import Theme
from ui.widgets.lists import FilterLine, TypesToFilter, calm, row_of_tools, say_in
from ui.widgets.words import counted
from ui.workspace import Workspace


class CodeTree(QTreeView):
    """Moves by drag and by Alt+arrows are wishes; the panel does them. chosen(row): Enter or double click."""

    chosen = Signal(object)
    reached = Signal(object)
    move_wanted = Signal(object, object, object)  # code, new parent or None, place or None
    step_wanted = Signal(object, object)  # code, Qt.Key of an arrow
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_when_empty = ""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(ROW)))

    def current_row(self) -> CodeRow | None:
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row if isinstance(row, CodeRow) else None

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(current.data(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model() is not None and self.model().rowCount() == 0:
            say_in(self, self.words_when_empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        editing = self.state() == QAbstractItemView.State.EditingState
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if row is None or editing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(row)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() in arrows and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_wanted.emit(row, event.key())
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        row, target = self.current_row(), self.indexAt(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the rows move when the file says so
        event.accept()
        if row is None:
            return
        there = target.data(ROW) if target.isValid() else None
        where, on = self.dropIndicatorPosition(), QAbstractItemView.DropIndicatorPosition
        if there is None:
            self.move_wanted.emit(row, None, None)
        elif there.id == row.id:
            return
        elif where == on.OnItem:
            self.move_wanted.emit(row, there.id, None)
        else:
            place = target.row() + (1 if where == on.BelowItem else 0)
            if there.parent_id == row.parent_id and self.currentIndex().row() < place:
                place -= 1  # it leaves its old place first
            self.move_wanted.emit(row, there.parent_id, place)


class CodesPanel(QWidget):
    """code_chosen(id): for the selected passage. code_reached(id or None): to be explained."""

    code_chosen = Signal(object)
    code_reached = Signal(object)
    edit_wanted = Signal(object)
    load_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._document: UUID | None = None
        self._rows: list[CodeRow] = []
        self._build()
        self._connect()
        self.refresh()

    # building

    def _build(self) -> None:
        self._filter = FilterLine(self._theme, self.tr("Filter codes"))
        self._add = QToolButton()
        self._add.setIcon(self._theme.icon("add"))
        self._add.setToolTip(self.tr("Add a code (Ctrl+Shift+N)"))
        self._add.setAccessibleName(self.tr("Add a code"))
        self._model = CodesModel(self._swatch, self._rename, self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setAutoAcceptChildRows(True)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setSourceModel(self._model)
        self.tree = CodeTree()
        self.tree.setModel(self._proxy)
        self.tree.setAccessibleName(self.tr("Codes"))
        self.tree.setIndentation(round(self._theme.step(self.font()) * 4))
        calm(self.tree, self._theme)
        self.tree.words_when_empty = self.tr(
            "The codebook will stand here. Load one with File › Load codebook, or add a code with +."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, self._add, theme=self._theme))
        layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self._fit()

    def _fit(self) -> None:
        header, letter = self.tree.header(), self.fontMetrics().averageCharWidth()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(letter * 3)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (KEY, HERE, ALL):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._narrow)
        self._filter.left.connect(self.tree.setFocus)
        TypesToFilter(self.tree, self._filter)
        self._add.clicked.connect(self.add)
        self.tree.chosen.connect(lambda row: self.code_chosen.emit(row.id))
        self.tree.reached.connect(lambda row: self.code_reached.emit(row.id if row else None))
        self.tree.move_wanted.connect(self._move)
        self.tree.step_wanted.connect(self._step)
        self.tree.remove_wanted.connect(self.remove)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._theme.changed.connect(self.refresh)

    def _swatch(self, color: str) -> QIcon:
        return swatch(self._theme.bar(color).name(), self.fontMetrics().height(), self.devicePixelRatioF())

    # showing

    @property
    def may_edit(self) -> bool:
        return self._workspace.writable and not self._workspace.is_package

    def refresh(self) -> None:
        """Asks again; folds and the current code stay."""
        folded = self._folded()
        current = row.id if (row := self.tree.current_row()) else None
        self._rows = self._workspace.ask(code_tree, self._document) if self._workspace.is_open else []
        self._model.editable = self.may_edit
        self.tree.setDragEnabled(self.may_edit)
        self._add.setEnabled(self._workspace.writable)
        blocked = self.tree.blockSignals(True)
        if self._model.replace(self._rows):
            self._fit()
            self.tree.expandAll()
            for code in folded:
                self.tree.collapse(self._index(code))
            self.tree.setCurrentIndex(self._index(current))
        self.tree.blockSignals(blocked)

    def _folded(self) -> list[UUID]:
        indices = ((row.id, self._index(row.id)) for row in self._rows)
        return [code for code, index in indices if index.isValid() and not self.tree.isExpanded(index)]

    def _index(self, code: UUID | None) -> QModelIndex:
        return self._proxy.mapFromSource(self._model.index_of(code))

    def show_document(self, document: UUID | None) -> None:
        """Counts of this document go into the column “Here”."""
        self._document = document
        self.refresh()

    def show_code(self, code: UUID) -> None:
        """Makes a code the current one."""
        index = self._index(code)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def _narrow(self, words: str) -> None:
        self._proxy.setFilterFixedString(words)
        if words:
            self.tree.expandAll()

    def _on_changed(self, change: object) -> None:
        if change.touches(Code, Coding):  # type: ignore[attr-defined]
            self.refresh()

    # wishes

    def _rename(self, row: CodeRow, name: str) -> None:
        self._workspace.do(edit_code, code_id=row.id, name=name)
        self.refresh()

    def add(self) -> None:
        """A new code beside the current one, its name open for editing."""
        row = self.tree.current_row()
        self._add_under(row.parent_id if row else None)

    def add_below(self) -> None:
        """A new sub-code of the current code."""
        row = self.tree.current_row()
        self._add_under(row.id if row else None)

    def _add_under(self, parent: UUID | None) -> None:
        taken = {row.name.casefold() for row in self._rows if row.parent_id == parent}
        name, n = self.tr("New code"), 2
        while name.casefold() in taken:
            name, n = self.tr("New code {}").format(n), n + 1
        operation = propose_code if self._workspace.is_package else add_code
        done = self._workspace.do(operation, name=name, parent_id=parent)
        if done is not None:
            self._filter.clear()
            self.refresh()  # what is named or moved next stands where it stands now
            self.show_code(done.value)
            if self.may_edit:
                self.tree.setFocus()
                self.tree.edit(self._index(done.value))

    def rename(self) -> None:
        if self.tree.currentIndex().isValid() and self.may_edit:
            self.tree.edit(self.tree.currentIndex().siblingAtColumn(NAME))

    def remove(self) -> None:
        row = self.tree.current_row()
        if row is None or not self.may_edit:
            return
        done = self._workspace.do(remove_code, code_id=row.id)
        if done is not None:
            words = counted(
                done.value,
                self.tr("Removed “{}” with 1 coded segment; Ctrl+Z brings it back."),
                self.tr("Removed “{}” with %n coded segments; Ctrl+Z brings it back.", "", done.value),
            )
            self._workspace.said.emit(words.format(row.name))

    def _move(self, row: CodeRow, parent: UUID | None, place: int | None) -> None:
        if self.may_edit and self._workspace.do(move_code, code_id=row.id, parent_id=parent, position=place):
            self.refresh()
            self.show_code(row.id)

    def _step(self, row: CodeRow, key: int) -> None:
        """Alt+Up and Alt+Down among siblings, Alt+Left out of the parent, Alt+Right into the sibling above."""
        siblings = [r.id for r in self._rows if r.parent_id == row.parent_id]
        at = siblings.index(row.id)
        if key == Qt.Key.Key_Up and at > 0:
            self._move(row, row.parent_id, at - 1)
        elif key == Qt.Key.Key_Down and at + 1 < len(siblings):
            self._move(row, row.parent_id, at + 1)
        elif key == Qt.Key.Key_Right and at > 0:
            self._move(row, siblings[at - 1], None)
        elif key == Qt.Key.Key_Left and row.parent_id is not None:
            parent = next(r for r in self._rows if r.id == row.parent_id)
            beside = [r.id for r in self._rows if r.parent_id == parent.parent_id]
            self._move(row, parent.parent_id, beside.index(parent.id) + 1)

    def _paint(self, row: CodeRow, color: str) -> None:
        self._workspace.do(edit_code, code_id=row.id, color=color)

    def _other_color(self, row: CodeRow) -> None:
        dialog = QColorDialog(QColor(row.color), self)
        dialog.colorSelected.connect(lambda color: self._paint(row, color.name()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # the context menu

    def _menu(self, place: QPoint) -> None:
        self.menu().exec(self.tree.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """Everything that can be done with the current code."""
        menu, row, icon = QMenu(self), self.tree.current_row(), self._theme.icon
        if row is not None:
            code = menu.addAction(icon("code"), self.tr("Code the selection\tEnter"))
            code.triggered.connect(lambda: self.code_chosen.emit(row.id))
            menu.addSeparator()
        if self._workspace.writable:
            menu.addAction(icon("add"), self.tr("Add a code")).triggered.connect(self.add)
            if row is not None:
                menu.addAction(self.tr("Add a sub-code")).triggered.connect(self.add_below)
        if row is not None and self.may_edit:
            menu.addAction(icon("edit"), self.tr("Rename\tF2")).triggered.connect(self.rename)
            definition = menu.addAction(icon("codebook"), self.tr("Edit the definition…"))
            definition.triggered.connect(lambda: self.edit_wanted.emit(row.id))
            self._colors(menu.addMenu(icon("color"), self.tr("Colour")), row)
            menu.addSeparator()
            menu.addAction(icon("up"), self.tr("Move up\tAlt+Up")).triggered.connect(
                partial(self._step, row, Qt.Key.Key_Up)
            )
            menu.addAction(icon("down"), self.tr("Move down\tAlt+Down")).triggered.connect(
                partial(self._step, row, Qt.Key.Key_Down)
            )
            words = self.tr("Remove with its sub-codes and segments\tDelete")
            menu.addAction(icon("remove"), words).triggered.connect(self.remove)
        return menu

    def _colors(self, menu: QMenu, row: CodeRow) -> None:
        for color in code_colors():
            menu.addAction(self._swatch(color), color).triggered.connect(partial(self._paint, row, color))
        menu.addSeparator()
        menu.addAction(self.tr("Another colour…")).triggered.connect(partial(self._other_color, row))
