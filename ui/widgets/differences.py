"""The passages on which two coders differ, by reason, code and document, walked by key; each opens in the text.

Or those that both coded, with what each said of them by one qualifier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coder.code_tree import CodeRow
from coder.reliability.differences import (
    COARSER,
    ENDS,
    ONLY_FIRST,
    ONLY_SECOND,
    OTHER_CODE,
    SAID_ALONE,
    SAID_NOTHING,
    SAID_SAME,
    SAID_UNLIKE,
    Difference,
)
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.words import counted

_SAID = (SAID_SAME, SAID_UNLIKE, SAID_ALONE, SAID_NOTHING)


def _are_said(found: Sequence[Difference]) -> bool:
    """Are these what was said by a qualifier, not differences?"""
    return bool(found) and found[0].kind in _SAID


class DifferencesList(QWidget):
    """passage_chosen(document id, Span or None): to be read in the text; None is the whole document.

    passage_reached: the same, while the list is walked by key and keeps the keys. kept_wanted(): what is kept back,
    because whoever codes now works apart from it, is to be shown.
    """

    passage_chosen = Signal(object, object)
    passage_reached = Signal(object, object)
    kept_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = ("", "")
        self._codes: Sequence[CodeRow] = ()
        self._when_none = ""
        self._other: int | None = None
        self._narrowed = False  # a cell chose the kind, not the reader
        self._build()
        self._connect()

    def _build(self) -> None:
        self._filter = FilterLine(self._theme, self.tr("Filter differences"))
        self._count = QLabel()
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of difference"))
        self.code, self.document = QComboBox(), QComboBox()
        self.code.setAccessibleName(self.tr("Code of the difference"))
        self.document.setAccessibleName(self.tr("Document of the difference"))
        letter = self.fontMetrics().averageCharWidth()
        for box in (self.code, self.document):
            box.setMaximumWidth(letter * 28)
        self._build_kept()
        self._model = TableModel(self._columns(), lambda d: (d.code, d.document_id, d.first, d.second, d.whole), self)
        self.list = ListView(self._model, self._theme)
        self.list.setAccessibleName(self.tr("Passages on which the two coders differ"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(
            row_of_tools(self._filter, self._count, self.kind, self.code, self.document, theme=self._theme)
        )
        layout.addWidget(self._kept)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)
        self._offer_kinds()

    def _build_kept(self) -> None:
        """One calm line above the list, with a button."""
        self._kept = QWidget()
        line = QHBoxLayout(self._kept)
        step = round(self._theme.step(self.font()))
        line.setContentsMargins(step * 3, 0, step * 3, step)
        self.kept_words = QLabel()
        self.kept_words.setWordWrap(True)
        self.show_kept = QPushButton(self.tr("Show"))
        line.addWidget(self.kept_words, 1)
        line.addWidget(self.show_kept)
        self._kept.hide()

    def _connect(self) -> None:
        self.show_kept.clicked.connect(self.kept_wanted)
        for box in (self.code, self.document):
            box.activated.connect(lambda _: self._keep_kind())
        self.list.filter_by(self._filter)
        self._filter.textChanged.connect(lambda _: self._tell_count())
        self.kind.activated.connect(lambda _: self._keep_kind())
        self.list.row_chosen.connect(self._choose)
        self.list.row_reached.connect(self._reach)
        self.list.clicked.connect(lambda _: self._choose(self.list.current_row()))

    def _columns(self) -> list[Column]:
        return [
            Column(self.tr("Document"), lambda d: d.document, lambda d: (d.document, d.span or (-1, -1))),
            Column(self.tr("Code"), lambda d: self._name(d.code), tip=lambda d: self._path(d.code)),
            Column(self.tr("Difference"), self.words_on, lambda d: d.kind, tip=self._tip),
            Column(self.tr("What they said"), self.words_on, lambda d: d.said, tip=self._tip),
            Column(self.tr("Passage"), lambda d: d.quote or self.tr("(whole document)"),
                   lambda d: (d.document, d.span or (-1, -1))),
            Column(self.tr("The other gave it"), self._others, tip=self._others),
        ]  # fmt: skip

    def words_on(self, d: Difference) -> str:
        """The kind of a difference with the coders' names."""
        one, other = self._names
        if d.kind in _SAID:
            words = self.tr("{a}: {x} · {b}: {y}")
            return words.format(a=one, x=d.said[0] or "—", b=other, y=d.said[1] or "—")
        who, silent = (one, other) if d.by_first else (other, one)
        if d.kind == ENDS:
            return self.tr("ends differ")
        if d.kind == OTHER_CODE:
            return self.tr("{name} alone, {other} another code").format(name=who, other=silent)
        if d.kind == COARSER:
            return self.tr("{name} alone, {other} on the same branch").format(name=who, other=silent)
        return self.tr("only {name}").format(name=who)

    def _tip(self, d: Difference) -> str:
        words = self.words_on(d)
        return f"{words}: {', '.join(map(self._path, d.instead))}" if d.instead else words

    def _name(self, code: int) -> str:
        return self._codes[code].path[-1] if code < len(self._codes) else ""

    def _path(self, code: int) -> str:
        return " › ".join(self._codes[code].path) if code < len(self._codes) else ""

    def _others(self, d: Difference) -> str:
        return ", ".join(self._path(n) for n in d.others)

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
        fresh = names != self._names or not self._model.rows or _are_said(found) != _are_said(self._model.rows)
        self._names, self._codes = names, codes
        self._model.replace(found)
        of_qualifier = _are_said(found)
        for column, hidden in ((2, of_qualifier), (3, not of_qualifier), (5, of_qualifier)):
            self.list.setColumnHidden(column, hidden)
        self._offer_places(found)
        if fresh:
            self._offer_kinds()
            self._fit()
        if not found:
            self.say(self._when_none)
        self._keep_kind()

    def _offer_kinds(self) -> None:
        kept = self.kind.currentData()
        self.kind.clear()
        if _are_said(self._model.rows):
            self.kind.addItem(self.tr("All passages"), None)
            self.kind.addItem(self.tr("Said the same"), SAID_SAME)
            self.kind.addItem(self.tr("Said something else"), SAID_UNLIKE)
            self.kind.addItem(self.tr("Only one said it"), SAID_ALONE)
            self.kind.addItem(self.tr("Neither said it"), SAID_NOTHING)
            self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
            return
        self.kind.addItem(self.tr("All differences"), None)
        if all(self._names):
            for kind, name in ((ONLY_FIRST, self._names[0]), (ONLY_SECOND, self._names[1])):
                self.kind.addItem(self.tr("Only {name}").format(name=name), kind)
            self.kind.addItem(self.tr("Ends differ"), ENDS)
            self.kind.addItem(self.tr("Another code"), OTHER_CODE)
            self.kind.addItem(self.tr("Same branch, coarser"), COARSER)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))

    def _offer_places(self, found: Sequence[Difference]) -> None:
        """The codes and documents that occur, to narrow the list by."""
        codes = sorted({d.code for d in found})
        documents = list(dict.fromkeys((d.document, d.document_id) for d in found))
        self.list.setColumnHidden(1, len(codes) < 2)
        for box, every, choices in (
            (self.code, self.tr("All codes"), [(self._path(n), n) for n in codes]),
            (self.document, self.tr("All documents"), documents),
        ):  # fmt: skip
            kept, blocked = box.currentData(), QSignalBlocker(box)
            box.clear()
            box.addItem(every, None)
            for words, value in choices:
                box.addItem(words, value)
            box.setCurrentIndex(next((n for n in range(box.count()) if box.itemData(n) == kept), 0))
            blocked.unblock()
            box.setVisible(len(choices) > 1)

    def narrow(self, *, other: int | None, kind: str) -> None:
        """Only those in which the second coder alone gave this code instead (None: whatever), of one kind ("": all)."""
        self._other = other
        if kind or self._narrowed:
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self._narrowed = bool(kind)
        self._keep_kind()

    def _keep_kind(self) -> None:
        kind, code, document, other = (
            self.kind.currentData(), self.code.currentData(), self.document.currentData(), self._other,
        )  # fmt: skip

        def wanted(d: Difference) -> bool:
            return (
                (kind is None or d.kind == kind) and (code is None or d.code == code)
                and (document is None or d.document_id == document)
                and (other is None or (d.by_first and other in d.instead))
            )  # fmt: skip

        narrowed: Callable[[Difference], bool] | None = wanted
        self.list.proxy.keep_only(None if (kind, code, document, other) == (None, None, None, None) else narrowed)
        self._tell_count()

    def say_kept(self, words: str) -> None:
        """What is kept back, and that it can be shown; "" when nothing is."""
        self.kept_words.setText(words)
        self._kept.setVisible(bool(words))

    def walk(self, by: int) -> bool:
        """To the next passage (1) or the one before (-1); it is shown in the text, the keys stay. False at the ends."""
        proxy, index = self.list.proxy, self.list.currentIndex()
        at = index.row() + by if index.isValid() else 0 if by > 0 else proxy.rowCount() - 1
        place = proxy.index(at, 0)
        if not place.isValid():
            return False
        self.list.setCurrentIndex(place)
        if not self.list.hasFocus():  # else the list has told it already
            d: Difference = self.list.current_row()
            self.passage_reached.emit(d.document_id, d.span)
        return True

    def _tell_count(self) -> None:
        n = self.list.proxy.rowCount()
        self._count.setText(counted(n, self.tr("1 passage"), self.tr("{n} passages")).format(n=n))

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((24, 22, 34, 34, 60, 30)):
            self.list.setColumnWidth(n, letter * wide)

    def _reach(self, d: Difference | None) -> None:
        if d is not None and self.list.hasFocus():
            self.passage_reached.emit(d.document_id, d.span)

    def _choose(self, d: Difference | None) -> None:
        if d is not None:
            self.passage_chosen.emit(d.document_id, d.span)
