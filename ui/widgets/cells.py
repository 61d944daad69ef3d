"""A table whose cells are chosen, typed into by kind, filled several at once, copied and pasted as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from coder.values import NO, WITH_VALUES, YES
from ui.models.table import ROW, SortedRows, TableModel
from ui.theme import Theme
from ui.widgets.lists import calm, say_in
from ui.widgets.parts import name_editor

Index = QModelIndex | QPersistentModelIndex
Kind = tuple[str, Sequence[str]]  # of coder.values, and what can be chosen


def value_shown(kind: str, value: str) -> str:
    """A value as people read it: yes and no in their language."""
    words = {YES: QCoreApplication.translate("Values", "yes"), NO: QCoreApplication.translate("Values", "no")}
    return words.get(value, value) if kind == "yesno" else value


def value_read(kind: str, words: str) -> str:
    """What people typed, as it is kept."""
    folded = words.strip().casefold()
    if kind == "yesno":
        return next((kept for kept in (YES, NO) if folded == value_shown(kind, kept).casefold()), words.strip())
    return words.strip()


_FILLED = "filled"


class _ByKind(QStyledItemDelegate):
    """A list for choices and yes or no, a line with a hint for the others."""

    def __init__(self, table: CellTable) -> None:
        super().__init__(table)
        self._table = table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        kind, values = self._table.kind_of(index.column())
        if kind == "yesno" or kind in WITH_VALUES:
            box = QComboBox(parent)
            box.addItem("—", "")
            for value in (YES, NO) if kind == "yesno" else values:
                box.addItem(value_shown(kind, value), value)
            box.activated.connect(self._chosen)
            return name_editor(box, index)
        line = QLineEdit(parent)
        line.setFrame(False)
        hints = {
            "date": QCoreApplication.translate("Values", "2025, 2025-03 or 2025-03-14"),
            "number": QCoreApplication.translate("Values", "a number"),
        }
        line.setPlaceholderText(hints.get(kind, ""))
        return name_editor(line, index)

    def _chosen(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if editor.property(_FILLED):  # the table asks again at every refresh; what is being typed stays
            return
        editor.setProperty(_FILLED, True)
        shown = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(shown)))
        elif isinstance(editor, QLineEdit):
            editor.setText(shown)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            self._table.fill(index, str(editor.currentData() or ""))
        elif isinstance(editor, QLineEdit):
            self._table.fill(index, value_read(self._table.kind_of(index.column())[0], editor.text()))


class CellTable(QTableView):
    """edited(list of (row, column number, value)): one act. row_chosen(row): Enter on the first column.

    kind_of says what may be typed into a column.
    """

    edited = Signal(object)
    row_chosen = Signal(object)

    def __init__(self, model: TableModel, kind_of: Callable[[int], Kind], theme: Theme) -> None:
        super().__init__()
        self.table, self.kind_of = model, kind_of
        self.proxy = SortedRows(self)
        self.proxy.setSourceModel(model)
        self.setModel(self.proxy)
        self.setItemDelegate(_ByKind(self))
        self._empty = ""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.55))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        calm(self, theme)

    def set_words_when_empty(self, words: str) -> None:
        self._empty = words

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.proxy.rowCount() == 0:
            say_in(self, self.tr("Nothing here fits the filter.") if self.table.rows else self._empty)

    # what is chosen

    def rows_selected(self) -> list[Any]:
        """The rows of the chosen cells, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        return [self.proxy.index(n, 0).data(ROW) for n in numbers]

    def _editable(self, index: Index) -> bool:
        return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)

    # what is typed

    def fill(self, index: Index, value: str) -> None:
        """One value into a cell; into all chosen cells of its column if it is among several."""
        chosen = [i for i in self.selectedIndexes() if i.column() == index.column()]
        inside = any(i.row() == index.row() for i in chosen)
        self._tell([(i, value) for i in (chosen if inside and len(chosen) > 1 else [index])])

    def _tell(self, typed: Sequence[tuple[Index, str]]) -> None:
        cells = [(index.data(ROW), index.column(), value) for index, value in typed if self._editable(index)]
        if cells:
            self.edited.emit(cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not editing:
            self._tell([(i, "") for i in self.selectedIndexes() if i.column() > 0])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and self.currentIndex().isValid():
            if self.currentIndex().column() == 0 or not self._editable(self.currentIndex()):
                self.row_chosen.emit(self.currentIndex().data(ROW))
            else:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # the window's own Ctrl+C copies the passage on the desk; here it is the cells that are meant
        ours = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and any(event.matches(key) for key in ours):  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    # the clipboard

    def _in_sight(self) -> list[int]:
        """The columns that are shown, from left to right."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(n) for n in range(header.count())]
        return [n for n in order if not header.isSectionHidden(n)]

    def copy(self) -> None:
        """The chosen cells as a table; the whole table with its header when none or one is chosen."""
        chosen = {(i.row(), i.column()) for i in self.selectedIndexes()}
        columns = [n for n in self._in_sight() if len(chosen) < 2 or any(c == n for _, c in chosen)]
        rows = sorted({r for r, _ in chosen}) if len(chosen) > 1 else range(self.proxy.rowCount())
        lines = [] if len(chosen) > 1 else [[self.table.columns[n].title for n in columns]]
        for r in rows:
            whole = len(chosen) < 2
            lines.append(
                [str(self.proxy.index(r, c).data() or "") if whole or (r, c) in chosen else "" for c in columns]
            )
        words = "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
        QGuiApplication.clipboard().setText(words)

    def paste(self) -> None:
        """A table from the clipboard, from the current cell on; one value goes into all chosen cells."""
        lines = [line.split("\t") for line in QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()]
        at, columns = self.currentIndex(), self._in_sight()
        if not lines or not at.isValid() or at.column() not in columns:
            return
        if len(lines) == len(lines[0]) == 1:
            self._tell([(i, self._read(i.column(), lines[0][0])) for i in self.selectedIndexes() or [at]])
            return
        first = columns.index(at.column())
        typed = []
        for down, line in enumerate(lines):
            for cell, column in zip(line, columns[first:], strict=False):
                index = self.proxy.index(at.row() + down, column)
                if index.isValid():
                    typed.append((index, self._read(column, cell)))
        self._tell(typed)

    def _read(self, column: int, words: str) -> str:
        return value_read(self.kind_of(column)[0], words)
