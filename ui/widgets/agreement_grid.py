"""A table of cells to walk by key: pairs of coders, documents by codes, code by code; shaded, each leads somewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.colors import READABLE, contrast, mixed
from ui.theme import Theme
from ui.widgets.lists import calm, say_in

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
_STRONGEST = 0.55  # share of the accent in the darkest cell


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell. shade: 0 to 1, None for none; what: handed on when the cell is reached, None leads nowhere."""

    text: str
    tip: str = ""
    shade: float | None = None
    what: Any = None
    muted: bool = False


@dataclass(frozen=True, slots=True)
class GridData:
    """rows, columns: names with their tips. cells: one list a row. corner: what the rows are."""

    rows: Sequence[tuple[str, str]]
    columns: Sequence[tuple[str, str]]
    cells: Sequence[Sequence[GridCell]]
    corner: str = ""


class _GridModel(QAbstractTableModel):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.told = GridData((), (), ())

    def show(self, told: GridData) -> None:
        self.beginResetModel()
        self.told = told
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.told.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.told.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.told.cells[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.tip or None
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.BackgroundRole:
                return self._shade(cell.shade)
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.colors.muted if cell.muted else None
            case _ if role == CELL:
                return cell
        return None

    def _shade(self, shade: float | None) -> QColor | None:
        """The accent mixed in as far as the words stay readable: the figure is told by words, the shade only guides."""
        if shade is None:
            return None
        colors = self._theme.colors
        strongest = _STRONGEST
        while strongest > 0.02 and contrast(mixed(colors.accent, colors.raised, strongest), colors.ink) < READABLE:
            strongest *= 0.9
        return mixed(colors.accent, colors.raised, strongest * max(0.0, min(1.0, shade)))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        names = self.told.columns if orientation == Qt.Orientation.Horizontal else self.told.rows
        if not 0 <= section < len(names):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return names[section][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return names[section][1] or names[section][0]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = orientation == Qt.Orientation.Horizontal
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class Grid(QTableView):
    """cell_reached(what): the keys or the mouse came to a cell; None: it leads nowhere. cell_chosen(what): Enter, or a
    double click.
    """

    cell_reached = Signal(object)
    cell_chosen = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _GridModel(theme, self)
        self._empty = ""
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
            header.setHighlightSections(True)
            header.setSectionsClickable(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.8))
        calm(self, theme)
        self.doubleClicked.connect(self._choose)
        theme.changed.connect(lambda: self.viewport().update())

    @property
    def told(self) -> GridData:
        """What is shown."""
        return self._model.told

    def show_grid(self, told: GridData, empty: str = "") -> None:
        """New cells; the place that the keys are at stays when there still is one."""
        at = self.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else None
        same = told.columns == self.told.columns
        self._empty = empty
        blocked = self.blockSignals(True)
        self._model.show(told)
        if place is not None and place[0] < len(told.rows) and place[1] < len(told.columns):
            self.setCurrentIndex(self._model.index(*place))
        self.blockSignals(blocked)
        if not same:
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, (name, _) in enumerate(self.told.columns):
            texts = [row[n].text for row in self.told.cells[:200]]
            widest = max((self.fontMetrics().horizontalAdvance(t) for t in texts), default=0) + letter * 3
            own = min(self.fontMetrics().horizontalAdvance(name) + letter * 3, letter * 18)
            self.setColumnWidth(n, max(letter * 8, widest, own))
        names = max((self.fontMetrics().horizontalAdvance(name) for name, _ in self.told.rows), default=0)
        self.verticalHeader().setFixedWidth(min(max(letter * 14, names + letter * 3), letter * 44))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_reached.emit(current.data(CELL).what)

    def _choose(self, index: QModelIndex) -> None:
        if (what := index.data(CELL).what) is not None:
            self.cell_chosen.emit(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """All of it as a table for a spreadsheet."""
        told = self.told
        lines = ["\t".join([told.corner, *(name for name, _ in told.columns)])]
        lines += [
            "\t".join([name, *(cell.text for cell in row)])
            for (name, _), row in zip(told.rows, told.cells, strict=True)
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.told.rows or not self.told.columns:
            say_in(self, self._empty)
