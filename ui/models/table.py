"""Rows of the core as a table: columns are given as data; filtering, sorting by the user's locale, copying."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.painters import painter_on

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole  # the row's own object
SORT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it says of a row, how it sorts, and what an edit in place does."""

    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    right: bool = False  # numbers stand right
    icon: Callable[[Any], QIcon | None] | None = None
    tip: Callable[[Any], str] | None = None
    edit: Callable[[Any, str], None] | None = None
    name: str = ""  # what the column is to the panel, when the title is shown words


@runtime_checkable
class Findable(Protocol):
    """Rows that are made when they are asked for, and know without that where each stands."""

    def ids(self) -> Sequence[Hashable]: ...
    def place(self, key: Any) -> int | None: ...
    def insert(self, place: int, row: Any) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, place: int) -> Any: ...
    def __delitem__(self, place: int) -> None: ...


class _Listed(list[Any]):
    """Rows at hand, found by their key."""

    def __init__(self, rows: Iterable[Any], key: Callable[[Any], Hashable]) -> None:
        super().__init__(rows)
        self._key = key
        self._places: dict[Hashable, int] | None = None

    def ids(self) -> Sequence[Hashable]:
        return [self._key(row) for row in self]

    def place(self, key: Hashable) -> int | None:
        if self._places is None:
            self._places = {key: n for n, key in enumerate(self.ids())}
        return self._places.get(key)

    def insert(self, place: Any, row: Any) -> None:
        self._places = None
        super().insert(place, row)

    def __delitem__(self, place: Any) -> None:
        self._places = None
        super().__delitem__(place)


class TableModel(QAbstractTableModel):
    """Rows in the order given; a row is found again by its key when they are replaced."""

    def __init__(
        self, columns: Sequence[Column], key: Callable[[Any], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._key = key
        self._rows: Findable = _Listed((), key)
        self.editable = True

    @property
    def rows(self) -> Findable:
        return self._rows

    @property
    def columns(self) -> Sequence[Column]:
        return self._columns

    def replace(self, rows: Iterable[Any], columns: Sequence[Column] | None = None) -> None:
        """New rows; the same number with the same keys only repaints, so selection and scroll stay."""
        new = rows if isinstance(rows, Findable) else _Listed(rows, self._key)
        if columns is None and new.ids() == self._rows.ids():
            self._rows = new
            if len(new):
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        if columns is not None:
            self._columns = list(columns)
        self._rows = new
        self.endResetModel()

    def patch(self, gone: Collection[Hashable], rows: Iterable[Any], order: Callable[[Any], Any]) -> None:
        """Takes these keys out and puts these rows in where `order` has them; all others stay untouched."""
        places = {place for place in map(self._rows.place, gone) if place is not None}
        for place in sorted(places, reverse=True):
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()
        for row in rows:
            place = bisect_right(self._rows, order(row), key=order)
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()

    def place(self, key: Hashable) -> int | None:
        return self._rows.place(key)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return column.text(row)
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeading
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == ROW:
                return row
            case _ if role == SORT:
                return column.sort(row) if column.sort else column.text(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = self._columns[section].right
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeading
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.editable and self._columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        edit = self._columns[index.column()].edit
        if role != Qt.ItemDataRole.EditRole or edit is None:
            return False
        row = self._rows[index.row()]
        if str(value) != self._columns[index.column()].text(row):
            edit(row, str(value))
        return True


class SortedRows(QSortFilterProxyModel):
    """The rows that hold the filter's words in any column, sorted as the user's language sorts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._also: Callable[[Any], bool] | None = None
        self._collator = QCollator()
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setSortRole(SORT)

    def filter(self, words: str) -> None:
        self._words = words.casefold().split()
        self._refilter()

    def keep_only(self, wanted: Callable[[Any], bool] | None) -> None:
        """Shows only rows for which this is true."""
        self._also = wanted
        self._refilter()

    def _refilter(self) -> None:
        if hasattr(self, "endFilterChange"):
            self.beginFilterChange()
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        else:  # Qt before 6.10
            self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._also is None and not self._words:
            return True  # rows that are dressed when seen stay undressed
        model = self.sourceModel()
        if not isinstance(model, TableModel):
            return True
        row = model.rows[source_row]
        if self._also is not None and not self._also(row):
            return False
        if not self._words:
            return True
        said = " ".join(column.text(row) for column in model.columns).casefold()
        return all(word in said for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(SORT), right.data(SORT)
        if isinstance(one, str) and isinstance(other, str):
            return self._collator.compare(one, other) < 0
        try:
            return bool(one < other)
        except TypeError:
            return str(one) < str(other)


def as_table(model: TableModel, rows: Iterable[Any]) -> str:
    """Rows with their header, tab-separated, for the clipboard: a spreadsheet takes them as cells."""
    lines = [[column.title for column in model.columns]]
    lines += [[column.text(row) for column in model.columns] for row in rows]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def swatch(color: str, side: int, ratio: float) -> QIcon:
    """A small rounded square in a code's colour."""
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    inset = side * 0.2
    box = QRectF(inset, inset, side - 2 * inset, side - 2 * inset)
    with painter_on(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(box, side * 0.14, side * 0.14)
    return unchanging(pixmap)


def unchanging(pixmap: QPixmap) -> QIcon:
    """An icon that looks the same in a selected row; the style would mix the row's colour into it."""
    icon = QIcon(pixmap)
    for mode in (QIcon.Mode.Selected, QIcon.Mode.Active, QIcon.Mode.Disabled):
        icon.addPixmap(pixmap, mode)
    return icon
