"""The view of the code tree: what is dragged, dropped and pressed on it, told as wishes."""

from __future__ import annotations

from PySide6.QtCore import QCollator, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from coder.code_tree import CodeRow
from ui.carried import PASSAGE
from ui.models.table import ROW, SORT
from ui.widgets.lists import say_in
from ui.widgets.parts import name_editor

Index = QModelIndex | QPersistentModelIndex


class SortedCodes(QSortFilterProxyModel):
    """The codes that hold the filter's words, with all above and below them; in their own order, or by a column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._collator = QCollator()
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT), right.data(SORT)
        if isinstance(one, int) and isinstance(other, int):
            return one < other
        return self._collator.compare(str(left.data() or ""), str(right.data() or "")) < 0

    def meant(self, index: Index) -> bool:
        """Does this code itself hold the filter's words, and not only one above or below it?"""
        return index.isValid() and self.filterRegularExpression().match(str(index.siblingAtColumn(0).data())).hasMatch()


class _FillsOnce(QStyledItemDelegate):
    """A name that is being typed stays as it is when the tree is refreshed meanwhile."""

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            super().setEditorData(editor, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return name_editor(super().createEditor(parent, option, index), index)


class CodeTree(QTreeView):
    """Moves by drag and by Alt+arrows are wishes; the panel does them. chosen(row): Enter or double click.

    dropped_on(code, other code): one was let go on the other; what is meant is asked. passage_dropped(code id): the
    passage that is selected on the desk.
    """

    chosen = Signal(object)
    reached = Signal(object)
    move_wanted = Signal(object, object, object)  # code, new parent or None, place or None
    step_wanted = Signal(object, object)  # code, Qt.Key of an arrow
    remove_wanted = Signal()
    dropped_on = Signal(object, object)
    passage_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words_when_empty = ""
        self.may_move = True
        self.setItemDelegate(_FillsOnce(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.setAutoExpandDelay(700)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.data(ROW)))

    def current_row(self) -> CodeRow | None:
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row if isinstance(row, CodeRow) else None

    def enter(self) -> None:
        """Takes the keys from the filter: the current code if it is one that was meant, else the first that is."""
        self.setFocus()
        model = self.model()
        if not isinstance(model, SortedCodes) or model.meant(self.currentIndex()):
            return
        index: Index = model.index(0, 0)
        while index.isValid() and not model.meant(index):
            index = self.indexBelow(index)
        if index.isValid():
            self.setCurrentIndex(index)

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

    # a passage from the desk, and codes of its own

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(PASSAGE):
            self._take_passage(event)
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(PASSAGE):
            index = self.indexAt(event.position().toPoint())
            if index.isValid():
                self.setCurrentIndex(index)  # which also shows what the code means
            self._take_passage(event, index.isValid())
        elif self.may_move:
            super().dragMoveEvent(event)
        else:
            event.ignore()

    @staticmethod
    def _take_passage(event: QDropEvent, taken: bool = True) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(taken)

    @property
    def in_own_order(self) -> bool:
        """Do the codes stand as the codebook has them?"""
        model = self.model()
        return not isinstance(model, QSortFilterProxyModel) or model.sortColumn() < 0

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(PASSAGE):
            row = self.indexAt(event.position().toPoint()).data(ROW)
            self._take_passage(event, row is not None)
            if row is not None:
                self.passage_dropped.emit(row.id)
            return
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
            self.dropped_on.emit(row, there)
        elif not self.in_own_order:
            self.move_wanted.emit(row, there.parent_id, None)
        else:
            place = target.row() + (1 if where == on.BelowItem else 0)
            if there.parent_id == row.parent_id and self.currentIndex().row() < place:
                place -= 1  # it leaves its old place first
            self.move_wanted.emit(row, there.parent_id, place)
