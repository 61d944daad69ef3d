"""What is compared: unit, whose silence counts, level, coders, the pair, intervals; each a quiet choice."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QMenu, QToolButton, QVBoxLayout, QWidget

from coder.coders import Person
from coder.reliability import Settings
from ui.theme import Theme
from ui.widgets.flow import flow_of_tools

RESAMPLES = 1000  # draws of documents for an interval


class AgreementSettings(QWidget):
    """changed(): something else is to be compared. pair_chosen(int): another pair is to be shown.

    more_wanted(bool), unused_wanted(bool): what the table shows. export_wanted().
    """

    changed = Signal()
    pair_chosen = Signal(int)
    more_wanted = Signal(bool)
    unused_wanted = Signal(bool)
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people: list[tuple[UUID, str]] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        tr = self.tr
        self.unit = _box(tr("Unit"), [
            (tr("Sentences"), "sentence"), (tr("Paragraphs"), "paragraph"), (tr("Documents"), "document"),
            (tr("Characters"), "character"),
        ])  # fmt: skip
        self.coverage = _box(tr("Whose silence counts"), [
            (tr("Finished documents, else coded ones"), ""), (tr("Finished documents"), "finished"),
            (tr("Assigned documents"), "assigned"), (tr("Documents with a segment"), "coded"),
            (tr("All documents"), "all"),
        ])  # fmt: skip
        self.coverage.setToolTip(tr("In which documents no coded segment means that a coder said no"))
        self.level = _box(tr("Level"), [
            (tr("Each code by itself"), "own"), (tr("Codes with their sub-codes"), "subtree"),
        ])  # fmt: skip
        self.who = QToolButton()
        self.who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.who.setIcon(self._theme.icon("team"))
        self.who.setToolButtonStyle(self.who.toolButtonStyle().ToolButtonTextBesideIcon)
        self.who.setToolTip(tr("Which coders are compared"))
        self._menu = QMenu(self.who)
        self.who.setMenu(self._menu)
        self.pair = _box(tr("Pair of coders"), [])
        self.pair.setToolTip(tr("The pair whose counts and kappa are shown; alpha is of all"))
        self.intervals = QCheckBox(tr("95 % intervals"))
        self.intervals.setToolTip(tr("Documents are drawn anew a thousand times; needs six documents, better thirty"))
        self.unused = QCheckBox(tr("Unused codes"))
        self.more = _button(tr("More"), tr("Percent, AC1 and the other coefficients"), self._theme, "more")
        self.more.setCheckable(True)
        self.export = _button(tr("Export this…"), tr("Every figure as .xlsx or .csv"), self._theme, "export")
        line = flow_of_tools(
            self.unit, self.coverage, self.level, self.who, self.pair, self.intervals, self.unused, self.more,
            self.export, step=self._theme.step(self.font()),
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(line)
        self._name_who()
        self.pair.hide()

    def _connect(self) -> None:
        for box in (self.unit, self.coverage, self.level):
            box.activated.connect(lambda _: self.changed.emit())
        self.intervals.toggled.connect(lambda _: self.changed.emit())
        self.pair.activated.connect(self.pair_chosen)
        self.unused.toggled.connect(self.unused_wanted)
        self.more.toggled.connect(self.more_wanted)
        self.export.clicked.connect(self.export_wanted)

    # who there is

    def offer_coders(self, people: Sequence[Person]) -> None:
        """Those who coded or finished anything; who was chosen stays chosen."""
        there = [(p.id, p.name) for p in people if p.codings or p.finished]
        if there == self._people:
            return
        chosen = set(self.chosen_coders())
        self._people = there
        self._menu.clear()
        for coder, name in there:
            action = QAction(name, self._menu)
            action.setCheckable(True)
            action.setChecked(coder in chosen or not chosen)
            action.setData(coder.hex)
            action.triggered.connect(self._choose)
            self._menu.addAction(action)
        self._name_who()

    def chosen_coders(self) -> tuple[UUID, ...]:
        """The coders ticked; none when all are."""
        ticked = [UUID(a.data()) for a in self._menu.actions() if a.isChecked()]
        return () if len(ticked) == len(self._people) else tuple(ticked)

    def _choose(self) -> None:
        self._name_who()
        self.changed.emit()

    def _name_who(self) -> None:
        ticked = [a.text() for a in self._menu.actions() if a.isChecked()]
        some = len(ticked) < len(self._people)
        self.who.setText(", ".join(ticked) or self.tr("Nobody") if some else self.tr("All coders"))

    def offer_pairs(self, names: Sequence[str]) -> None:
        """Names of the pairs there are, in their order; hidden when there is one."""
        if [self.pair.itemText(n) for n in range(self.pair.count())] != list(names):
            blocked = QSignalBlocker(self.pair)
            kept = self.pair.currentText()
            self.pair.clear()
            self.pair.addItems(list(names))
            self.pair.setCurrentIndex(max(0, self.pair.findText(kept)))
            blocked.unblock()
        self.pair.setVisible(len(names) > 1)

    def pair_shown(self) -> int:
        return max(0, self.pair.currentIndex())

    def settings(self) -> Settings:
        """What is to be compared."""
        return Settings(
            unit=self.unit.currentData(), coverage=self.coverage.currentData() or None, level=self.level.currentData(),
            coders=self.chosen_coders(), bootstrap=RESAMPLES if self.intervals.isChecked() else 0,
        )  # fmt: skip


def _box(name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for words, value in choices:
        box.addItem(words, value)
    return box


def _button(words: str, tip: str, theme: Theme, icon: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setIcon(theme.icon(icon))
    button.setToolButtonStyle(button.toolButtonStyle().ToolButtonTextBesideIcon)
    return button
