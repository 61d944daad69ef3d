"""The passages on which two coders differ on one code, walked by key; each opens in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from coder.codebook import CodeRow
from coder.reliability.differences import ENDS, ONLY_FIRST, ONLY_SECOND, Difference
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.lists import FilterLine, ListView, TypesToFilter, row_of_tools
from ui.widgets.words import counted


class DifferencesList(QWidget):
    """passage_chosen(document id, Span or None): to be read in the text; None is the whole document.

    passage_reached: the same, while the list is walked by key and keeps the keys.
    """

    passage_chosen = Signal(object, object)
    passage_reached = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = ("", "")
        self._codes: Sequence[CodeRow] = ()
        self._when_none = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        self._filter = FilterLine(self._theme, self.tr("Filter differences"))
        self._count = QLabel()
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of difference"))
        self._model = TableModel(self._columns(), lambda d: (d.document_id, d.first, d.second, d.whole), self)
        self.list = ListView(self._model, self._theme)
        self.list.setAccessibleName(self.tr("Passages on which the two coders differ"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, self._count, self.kind, theme=self._theme))
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self._offer_kinds()

    def _connect(self) -> None:
        self._filter.textChanged.connect(self.list.proxy.filter)
        self._filter.textChanged.connect(lambda _: self._tell_count())
        self._filter.left.connect(self.list.setFocus)
        TypesToFilter(self.list, self._filter)
        self.kind.activated.connect(lambda _: self._keep_kind())
        self.list.row_chosen.connect(self._choose)
        self.list.row_reached.connect(self._reach)
        self.list.clicked.connect(lambda _: self._choose(self.list.current_row()))

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Document"), lambda d: d.document, lambda d: (d.document, d.span or (-1, -1))),
            Column(self.tr("Difference"), self.words_on, lambda d: d.kind),
            Column(self.tr("Passage"), lambda d: d.quote or self.tr("(whole document)"),
                   lambda d: (d.document, d.span or (-1, -1))),
            Column(self.tr("The other gave it"), self._others, tip=self._others),
        ]  # fmt: skip

    def words_on(self, d: Difference) -> str:
        """The kind of a difference with the coders' names."""
        one, other = self._names
        if d.kind == ENDS:
            return self.tr("ends differ")
        return self.tr("only {name}").format(name=one if d.kind == ONLY_FIRST else other)

    def _others(self, d: Difference) -> str:
        return ", ".join(" › ".join(self._codes[n].path) for n in d.others)

    # showing

    def say(self, words: str) -> None:
        """Words while there is nothing to list."""
        self.list.set_words_when_empty(words)

    def say_when_none(self, words: str) -> None:
        """What it means, for the code that is shown next, that there is no difference."""
        self._when_none = words

    def clear(self, words: str) -> None:
        self.show_differences([], self._names, ())
        self.say(words)

    def show_differences(
        self, found: Sequence[Difference], names: tuple[str, str], codes: Sequence[CodeRow]
    ) -> None:
        """found: with quotes. names: of the two coders. codes: those that `others` point into."""
        fresh = names != self._names or not self._model.rows
        self._names, self._codes = names, codes
        self._model.replace(found)
        if fresh:
            self._offer_kinds()
            self._fit()
        if not found:
            self.say(self._when_none)
        self._keep_kind()

    def _offer_kinds(self) -> None:
        kept = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(self.tr("All differences"), None)
        if all(self._names):
            for kind, name in ((ONLY_FIRST, self._names[0]), (ONLY_SECOND, self._names[1])):
                self.kind.addItem(self.tr("Only {name}").format(name=name), kind)
            self.kind.addItem(self.tr("Ends differ"), ENDS)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))

    def _keep_kind(self) -> None:
        kind = self.kind.currentData()
        wanted: Callable[[Difference], bool] | None = (lambda d: d.kind == kind) if kind else None
        self.list.proxy.keep_only(wanted)
        self._tell_count()

    def _tell_count(self) -> None:
        n = self.list.proxy.rowCount()
        self._count.setText(counted(n, self.tr("1 passage"), self.tr("{n} passages")).format(n=n))

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((24, 14, 60, 24)):
            self.list.setColumnWidth(n, letter * wide)

    def _reach(self, d: Difference | None) -> None:
        if d is not None and self.list.hasFocus():
            self.passage_reached.emit(d.document_id, d.span)

    def _choose(self, d: Difference | None) -> None:
        if d is not None:
            self.passage_chosen.emit(d.document_id, d.span)
