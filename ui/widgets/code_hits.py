"""Hits to be coded: a code, how far around each hit, and a list with ticks; then all of them in one act."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QPushButton, QVBoxLayout, QWidget

from coder.code_tree import CodeRow
from coder.search.review import Passage
from ui.document.fuzzy import CodeChoice, ranked
from ui.models.hits import DocumentLine, HitLine, HitsModel
from ui.theme import Theme
from ui.widgets.hits_list import HitsList
from ui.widgets.lists import row_of_tools
from ui.widgets.words import counted


class CodeHits(QWidget):
    """asked(): code or extent changed, the passages are wanted anew. coding_wanted(code, [(document, Span)]).

    closed(): back to the hits. reached(Hit), chosen(Hit): a passage to be shown, to be gone to.
    """

    asked = Signal()
    coding_wanted = Signal(object, object)
    closed = Signal()
    reached = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, theme: Theme, say: Callable[[DocumentLine], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._passages: list[Passage] = []
        self._codes: list[CodeChoice] = []
        self._build(theme, say)
        self._connect()

    def _build(self, theme: Theme, say: Callable[[DocumentLine], str]) -> None:
        tr, letter = self.tr, self.fontMetrics().averageCharWidth()
        self.code = QComboBox()
        self.code.setEditable(True)
        self.code.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.code.setMinimumWidth(letter * 24)
        self.code.setAccessibleName(tr("Code for the hits"))
        line, fits = self.code.lineEdit(), self.code.completer()
        assert line is not None
        assert fits is not None
        line.setPlaceholderText(tr("Code: a few of its letters"))
        fits.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        fits.setFilterMode(Qt.MatchFlag.MatchContains)
        fits.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.extent = QComboBox()
        self.extent.setAccessibleName(tr("How much is coded"))
        for words, extent in (
            (tr("As found"), "found"), (tr("Its sentence"), "sentence"), (tr("Its paragraph"), "paragraph"),
        ):  # fmt: skip
            self.extent.addItem(words, extent)
        self._count = QLabel()
        self.none, self.back = QPushButton(tr("Tick none")), QPushButton(tr("Back"))
        self.go = QPushButton()
        self.model = HitsModel(say, self)
        self.list = HitsList(self.model, theme)
        self.list.setAccessibleName(tr("Passages to be coded"))
        self.list.set_words_when_empty(tr("The passages to be coded will stand here, each with a tick."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self.code, self.extent, self.go, theme=theme))
        layout.addWidget(row_of_tools(self._count, self.none, self.back, theme=theme))
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.code)

    def _connect(self) -> None:
        self.code.currentIndexChanged.connect(lambda _: self.asked.emit())
        self.code.editTextChanged.connect(lambda _: self._tell())
        if (line := self.code.lineEdit()) is not None:
            line.editingFinished.connect(self._take_best)  # Tab takes it as Enter does
        self.extent.activated.connect(lambda _: self.asked.emit())
        self.model.ticked.connect(self._tell)
        self.none.clicked.connect(self._tick_all)
        self.back.clicked.connect(self.closed)
        self.go.clicked.connect(self._code)
        self.list.reached.connect(self._on_reached)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(self.code.setFocus)

    def offer(self, codes: list[CodeRow], icons: Callable[[str], QIcon]) -> None:
        """The codes that passages can have; the chosen one stays if it is among them."""
        kept = self.code_id()
        self._codes = [CodeChoice(row.id, " › ".join(row.path), row.key, row.color) for row in codes]
        blocked = QSignalBlocker(self.code)
        self.code.clear()
        for choice in self._codes:
            self.code.addItem(icons(choice.color), choice.path, choice.id)
        self.code.setCurrentIndex(next((n for n, choice in enumerate(self._codes) if choice.id == kept), -1))
        blocked.unblock()
        self._tell()

    def _take_best(self) -> None:
        """What was typed in a few letters becomes the code that fits best, as in the palette."""
        typed = self.code.currentText().strip()
        if typed and self.code_id() is None and (fits := ranked(self._codes, typed)):
            self.code.setCurrentIndex(self._codes.index(fits[0]))

    def code_id(self) -> UUID | None:
        """The chosen code; None while what is typed is none."""
        place = self.code.findText(self.code.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        found = self.code.itemData(place) if place >= 0 else None
        return found if isinstance(found, UUID) else None

    def extent_name(self) -> str:
        return str(self.extent.currentData())

    def show_passages(self, passages: list[Passage]) -> None:
        """All ticked but those coded already."""
        self._passages = passages
        there = self.tr("coded already")
        hits = [p.hit for p in passages]
        self.model.replace(
            hits, ticks=[not p.coded for p in passages], aside=[there if p.coded else "" for p in passages]
        )
        self._tell()
        if self.list.hasFocus():  # the keys were there before the passages
            self.list.step(1)

    def _wanted(self) -> list[Passage]:
        return [self._passages[place] for place in self.model.ticked_places()]

    def _tell(self) -> None:
        n, all_ = len(self.model.ticked_places()), len(self._passages)
        words = counted(all_, self.tr("{n} of 1 passage ticked"), self.tr("{n} of %n passages ticked", "", all_))
        self._count.setText(words.format(n=n))
        self.go.setText(counted(n, self.tr("Code 1 passage"), self.tr("Code %n passages", "", n)))
        self.go.setEnabled(n > 0 and self.code_id() is not None)
        self.none.setText(self.tr("Tick none") if n else self.tr("Tick all"))

    def _tick_all(self) -> None:
        self.model.tick_all(not self.model.ticked_places())

    def _code(self) -> None:
        self.coding_wanted.emit(self.code_id(), [(p.hit.document_id, p.hit.span) for p in self._wanted()])

    def _on_reached(self, line: HitLine) -> None:
        self.reached.emit(line.hit)

    def _on_chosen(self, line: HitLine) -> None:
        self.chosen.emit(line.hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.code.hasFocus():
            self._take_best()
            if self.code_id() is not None:
                self.list.begin()
        else:
            super().keyPressEvent(event)
