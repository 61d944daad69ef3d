"""The table of codes with their figures: alpha drawn beside its number, sortable, filtered, copied as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget

from coder.reliability import Compared
from coder.reliability.figures import CodeFigures
from ui.models.agreement import columns_of, path_of
from ui.models.table import TableModel, swatch
from ui.theme import Theme
from ui.widgets.alpha_bar import AlphaBar
from ui.widgets.lists import FilterLine, ListView, NamedEditors, row_of_tools


class _Paths(NamedEditors):
    """Cuts a path at its beginning: the code's own name stands at the end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class CodesTable(QWidget):
    """Rows are CodeFigures; `list` tells what is reached and chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[str, QIcon] = {}
        self._shape: object = None
        self._more = False
        self.filter = FilterLine(theme, self.tr("Filter codes"))
        self.model = TableModel([], lambda f: f.place, self)
        self.list = ListView(self.model, theme)
        self.list.setAccessibleName(self.tr("Agreement per code"))
        self.list.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.header().setSectionsMovable(True)
        self.list.header().setStretchLastSection(False)
        self.bar, self.paths = AlphaBar(theme, self.list), _Paths(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self.filter, theme=theme))
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.filter_by(self.filter)
        theme.changed.connect(self._recolor)

    def clear(self, words: str) -> None:
        """Nothing is compared; words say why."""
        self._shape = None
        self.model.replace([], [])
        self.list.set_words_when_empty(words)

    def show_figures(self, compared: Compared, figures: Sequence[CodeFigures], pair: tuple[int, int]) -> None:
        """These rows; columns are made anew only when the coders are others."""
        shape = (tuple(compared.coders), pair)
        columns = columns_of(compared, pair, self._swatch)
        self.model.replace(figures, columns if shape != self._shape else None)
        if shape != self._shape:
            self._shape = shape
            self._fit(figures)

    def show_more(self, shown: bool) -> None:
        """The columns under “more”."""
        self._more = shown
        for n, column in enumerate(self.model.columns):
            self.list.setColumnHidden(n, column.name.startswith("more") and not shown)

    def keep_used(self, used: bool) -> None:
        """Only codes that somebody coded with."""
        self.list.proxy.keep_only((lambda f: f.used) if used else None)

    def _fit(self, figures: Sequence[CodeFigures]) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, column in enumerate(self.model.columns):
            wide = letter * {"alpha": 26}.get(column.name, min(20, max(9, len(column.title) + 4)))
            if column.name == "code":
                longest = max((self.fontMetrics().horizontalAdvance(path_of(f)) for f in figures), default=0)
                wide = min(max(letter * 24, longest + letter * 6), letter * 60)
            self.list.setColumnWidth(n, wide)
            self.list.setItemDelegateForColumn(n, {"alpha": self.bar, "code": self.paths}.get(column.name))
        self.show_more(self._more)

    def _swatch(self, f: CodeFigures) -> QIcon | None:
        if f.code is None:
            return None
        if f.code.color not in self._icons:
            color = self._theme.bar(f.code.color).name()
            self._icons[f.code.color] = swatch(color, self.fontMetrics().height(), self.devicePixelRatioF())
        return self._icons[f.code.color]

    def _recolor(self) -> None:
        self._icons.clear()
        self.list.viewport().update()
