"""The codebook as a tree: name and colour, key, coded segments here and in all documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon, QStandardItem, QStandardItemModel

from coder.code_tree import CodeRow, branch_counts
from ui.carried import carry_code
from ui.models.table import ROW, SORT

NAME, KEY, HERE, ALL = range(4)


class CodesModel(QStandardItemModel):
    """One row a code. Renaming in place calls `rename(row, name)` and shows what comes back from the file."""

    def __init__(
        self, swatch: Callable[[str], QIcon], rename: Callable[[CodeRow, str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._swatch = swatch
        self._rename = rename
        self._items: dict[UUID, QStandardItem] = {}
        self._shape: list[tuple[UUID, UUID | None]] = []
        self.editable, self.proposals_editable = True, False
        self._title()

    def _title(self) -> None:
        tr = QCoreApplication.translate
        self.setHorizontalHeaderLabels(
            [
                tr("CodesModel", "Code"),
                tr("CodesModel", "Key", "narrow column"),
                tr("CodesModel", "Here", "narrow column"),
                tr("CodesModel", "All", "narrow column"),
            ]
        )
        for column in (HERE, ALL):
            self.setHeaderData(
                column,
                Qt.Orientation.Horizontal,
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                Qt.ItemDataRole.TextAlignmentRole,
            )

    def replace(self, rows: Sequence[CodeRow]) -> bool:
        """Shows these rows, depth first. True when the tree was built anew (selection and folds are lost)."""
        shape = [(row.id, row.parent_id) for row in rows]
        anew = shape != self._shape
        if anew:
            self.clear()
            self._title()
            self._items, self._shape = {}, shape
            for row in rows:
                above = self._items.get(row.parent_id) if row.parent_id else None
                cells = [QStandardItem() for _ in range(4)]
                (above or self.invisibleRootItem()).appendRow(cells)
                self._items[row.id] = cells[NAME]
        counts = branch_counts(rows)
        # told once a branch, not once a cell: each telling costs the views half a millisecond
        quiet = self.blockSignals(True)
        for row in rows:
            self._fill(row, counts[row.id])
        self.blockSignals(quiet)
        for above in [self.invisibleRootItem(), *self._items.values()]:
            if below := above.rowCount():
                at = above.index()
                self.dataChanged.emit(self.index(0, NAME, at), self.index(below - 1, ALL, at))
        return anew

    def _fill(self, row: CodeRow, counts: tuple[int, int]) -> None:
        first = self._items[row.id]
        above = first.parent() or self.invisibleRootItem()
        everywhere, here = counts
        number = QLocale().toString
        texts = {
            NAME: row.name,
            KEY: row.key,
            HERE: number(here) if here else "",
            ALL: number(everywhere) if everywhere else "",
        }
        for column, text in texts.items():
            cell = above.child(first.row(), column)
            cell.setText(text)
            cell.setData(row, ROW)
            may = self.editable or (self.proposals_editable and row.state == "proposed")
            cell.setEditable(column == NAME and may)
            cell.setToolTip(" › ".join(row.path) if column == NAME else "")
            if column in (HERE, ALL):
                cell.setData(here if column == HERE else everywhere, SORT)
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first.setIcon(self._swatch(row.color))
        font = QFont()
        font.setStrikeOut(row.state == "retired")
        font.setItalic(row.state == "proposed")
        first.setFont(font)

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = super().mimeData(indexes)
        if indexes and (row := indexes[0].data(ROW)) is not None:
            carry_code(data, row.id)
        return data

    def index_of(self, code_id: UUID | None) -> QModelIndex:
        item = self._items.get(code_id) if code_id else None
        return item.index() if item is not None else QModelIndex()

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = index.data(ROW)
        if role != Qt.ItemDataRole.EditRole or index.column() != NAME or row is None:
            return super().setData(index, value, role)
        name = " ".join(str(value).split())
        if name and name != row.name:
            self._rename(row, name)
        return True
