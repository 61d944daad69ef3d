"""A filter line over a list, and the list: type to filter, sort by header, copy as a table, Enter opens."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)  # fmt: skip

from ui.colors import mixed
from ui.models.table import ROW, SortedRows, TableModel, as_table
from ui.painters import painter_on
from ui.theme import Theme
from ui.widgets.flow import flow_of_tools
from ui.widgets.parts import name_editor


class FilterLine(QLineEdit):
    """A line that narrows a list; Down goes into the list, Esc clears."""

    left = Signal()  # to the list

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)  # where a narrow pane leaves no room for all of it
        self.setClearButtonEnabled(True)
        self.addAction(QAction(theme.icon("search"), words, self), QLineEdit.ActionPosition.LeadingPosition)

    def sizeHint(self) -> QSize:
        """As wide as the whole hint."""
        usual, letters = super().sizeHint(), self.fontMetrics()
        around = usual.width() - 17 * letters.horizontalAdvance("x")  # Qt gives every line 17 of these, and its frame
        return QSize(around + letters.horizontalAdvance(self.placeholderText() + "  "), usual.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TypesToFilter(QObject):
    """Letters typed in a list go to its filter line."""

    def __init__(self, view: QAbstractItemView, line: QLineEdit) -> None:
        super().__init__(view)
        self._view, self._line = view, line
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        text = event.text()
        if not plain or not text.isprintable() or not text.strip():
            return False
        if self._view.state() == QAbstractItemView.State.EditingState:
            return False
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.insert(text)
        return True


def row_of_tools(*widgets: QWidget, theme: Theme, parent: QWidget | None = None) -> QWidget:
    """Widgets at the head of a panel, the first as wide as the rest lets it be; on several lines in a narrow one."""
    return flow_of_tools(*widgets, step=theme.step(QApplication.font()), gap=1, first_grows=True, parent=parent)


def say_in(view: QAbstractItemView, words: str) -> None:
    """Words in the middle of an empty list, quietly."""
    with painter_on(view.viewport()) as painter:
        painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
        margin = view.fontMetrics().averageCharWidth() * 2
        place = view.viewport().rect().adjusted(margin, margin, -margin, -margin)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), words)


def calm(view: QAbstractItemView, theme: Theme) -> None:
    """Selected rows lightly tinted, ink on them as it is; stronger where the keys are."""

    def dress() -> None:
        c = theme.colors
        strong = mixed(c.accent, c.raised, 0.26).name()
        view.setStyleSheet(
            f"QAbstractItemView {{ selection-background-color: {strong}; selection-color: {c.ink.name()}; }}"
            f"QAbstractItemView::item:selected:active {{ background: {strong}; color: {c.ink.name()}; }}"
            f"QAbstractItemView::item:selected:!active {{ background: {c.selection.name()}; }}"
        )

    dress()
    theme.changed.connect(dress)


class NamedEditors(QStyledItemDelegate):
    """What a cell is written in is called as its column is."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        return name_editor(super().createEditor(parent, option, index), index)


class ListView(QTableView):
    """Rows of a TableModel, sorted and filtered. row_chosen(row): Enter or double click; row_reached(row): current.

    A table and no tree: a tree asks every row for its children before it paints the first one.
    """

    row_chosen = Signal(object)
    row_reached = Signal(object)

    def __init__(self, model: TableModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self.proxy = SortedRows(self)
        self.proxy.setSourceModel(model)
        self.setModel(self.proxy)
        self.setItemDelegate(NamedEditors(self))
        self._empty = ""
        self._be_a_list()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setHighlightSections(False)
        self.setSortingEnabled(True)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        calm(self, theme)
        self.doubleClicked.connect(self._choose)

    def _be_a_list(self) -> None:
        """Whole rows, one under the other, all of one height; no grid, and Tab goes on to the next widget."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.header().setStretchLastSection(True)
        self._fit_rows()

    def _fit_rows(self) -> None:
        height = self.fontMetrics().height() + 2 * Theme.step(self.font())
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(round(height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def header(self) -> QHeaderView:
        """The titles of the columns."""
        return self.horizontalHeader()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex | QPersistentModelIndex:
        """Home and End go to the first and the last row, as in any list."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and self.proxy.rowCount():
            row = ends[action] % self.proxy.rowCount()
            return self.proxy.index(row, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def setColumnWidth(self, column: int, width: int) -> None:
        """Never narrower than the column's title, which is longer in some languages."""
        super().setColumnWidth(column, max(width, self.header().sectionSizeHint(column)))

    def make_narrow(self, column: int) -> None:
        """As narrow as its title is; the arrow of sorting, while it is there, takes room from that."""
        mark = self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMarkSize, None, self.header())
        arrow = mark + 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, self.header())
        super().setColumnWidth(column, self.header().sectionSizeHint(column) - arrow)

    def filter_by(self, line: FilterLine) -> None:
        """What is typed in the line narrows the list; its keys lead in here, and letters typed here go there."""
        line.textChanged.connect(self.proxy.filter)
        line.left.connect(self.setFocus)
        TypesToFilter(self, line)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        current, chosen = self.currentIndex(), self.selectionModel()
        if event.reason() != Qt.FocusReason.MouseFocusReason and current.isValid() and not chosen.hasSelection():
            whole = self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
            flags = QItemSelectionModel.SelectionFlag
            chosen.select(current, flags.Select | flags.Rows if whole else flags.Select)  # where the keys are is seen

    def set_words_when_empty(self, words: str) -> None:
        """What stands in the list while it has no rows at all."""
        self._empty = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.proxy.rowCount() == 0:
            words = self.tr("Nothing here fits the filter.") if self.table.rows else self._empty
            say_in(self, words)

    def rows_selected(self) -> list[Any]:
        """The selected rows, from top to bottom."""
        found = sorted(self.selectionModel().selectedRows(), key=lambda i: i.row())
        return [index.data(ROW) for index in found]

    def current_row(self) -> Any:
        return self.currentIndex().data(ROW) if self.currentIndex().isValid() else None

    def select_key(self, key: Hashable) -> None:
        """Makes the row of this key the current one, without telling."""
        place = self.table.place(key)
        if place is None:
            return
        index = self.proxy.mapFromSource(self.table.index(place, 0))
        if index.isValid() and index.row() != self.currentIndex().row():
            blocked = self.blockSignals(True)
            wanted = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, wanted)
            self.blockSignals(blocked)
            self.scrollTo(index)

    def step(self, by: int) -> Any:
        """The row `by` steps from the current one, made current; None at the ends."""
        index = self.proxy.index(self.currentIndex().row() + by, 0)
        if not index.isValid():
            return None
        # not setCurrentIndex: it heeds the Ctrl that is held for the shortcut, and would choose one row more each time
        wanted = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, wanted)
        return index.data(ROW)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.row_reached.emit(current.data(ROW))

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.data(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            if self.state() != QAbstractItemView.State.EditingState:
                self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The selected rows as a table; all that are shown when none or one is selected."""
        rows = self.rows_selected()
        if len(rows) < 2:
            rows = [self.proxy.index(n, 0).data(ROW) for n in range(self.proxy.rowCount())]
        QGuiApplication.clipboard().setText(as_table(self.table, rows))
