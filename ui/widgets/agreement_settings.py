"""What is compared and how it is counted; what is chosen rarely stands in a second line that can be folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from coder.reliability import Settings
from coder.reliability.choices import Choices
from ui.theme import Theme
from ui.widgets.code_choice import CodeChoice
from ui.widgets.flow import flow_of_tools
from ui.widgets.left_parts import LeftParts
from ui.widgets.menus import in_menu

RESAMPLES = 1000  # draws of documents for an interval
_PAIR = 20  # letters of a pair of coders that are always in sight
Again = tuple[UUID, int, int]  # a coder and two of their rounds


class AgreementSettings(QWidget):
    """changed(): something else is to be compared. pair_chosen(int): another pair is to be shown.

    more_wanted(bool), unused_wanted(bool): what the table shows. export_wanted(). fix_wanted(): count so from now on.
    drawn_said(str): how the sample was drawn.
    """

    changed = Signal()
    pair_chosen = Signal(int)
    more_wanted = Signal(bool)
    unused_wanted = Signal(bool)
    export_wanted = Signal()
    fix_wanted = Signal()
    drawn_said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people: list[tuple[UUID, str]] = []
        self._offered = Choices()
        self._build()
        self._connect()

    def _build(self) -> None:
        tr, step = self.tr, self._theme.step(self.font())
        self.unit = _box(tr("Unit"), [
            (tr("Sentences"), "sentence"), (tr("Paragraphs"), "paragraph"), (tr("Documents"), "document"),
            (tr("Words"), "word"), (tr("Characters"), "character"),
        ])  # fmt: skip
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
        self.codes = CodeChoice(self._theme)
        self.pair = _box(tr("Pair of coders"), [])
        # long names are cut at their end here and are whole in the list and in the tooltip
        self.pair.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pair.setMinimumContentsLength(_PAIR)
        self._tell_pair()
        self.intervals = QCheckBox(tr("95 % intervals"))
        self.intervals.setToolTip(tr("Documents are drawn anew a thousand times; needs six documents, better thirty"))
        self.unused = QCheckBox(tr("Unused codes"))
        self.more = _button(tr("More"), tr("Percent, AC1 and the other coefficients"), self._theme, "more")
        self.more.setCheckable(True)
        tip = tr("Round, purpose, documents, whose silence counts")
        self.counting = _button(tr("How it is counted"), tip, self._theme, "sliders")
        self.counting.setCheckable(True)
        self.export = _button(
            tr("Export this…"), tr("Every figure, the page for the paper, a picture"), self._theme, "export"
        )
        line = flow_of_tools(
            self.unit, self.level, self.codes, self.who, self.pair, self.intervals, self.unused, self.more,
            self.counting, self.export, step=step,
        )  # fmt: skip
        self._build_counting()
        self._second = flow_of_tools(
            self.round, self.purpose, self.documents, self.coverage, self.as_of, self.presence, self.left.kinds,
            self.left.speakers, self.strata, self.again, self.drawn, self.fix, step=step,
        )  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(line)
        layout.addWidget(self._second)
        self._second.hide()
        self._name_who()
        self.pair.hide()
        self.again.hide()

    def _build_counting(self) -> None:
        tr = self.tr
        self.round = _box(tr("Round"), [(tr("Latest round of two coders"), 0)])
        self.purpose = _box(tr("Purpose"), [(tr("All but training"), "")])
        self.documents = _box(tr("Documents"), [(tr("All documents"), ())])
        self.documents.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.coverage = _box(tr("Whose silence counts"), [
            (tr("Finished documents, else coded ones"), ""), (tr("Finished documents"), "finished"),
            (tr("Assigned documents"), "assigned"), (tr("Documents with a segment"), "coded"),
            (tr("All documents"), "all"),
        ])  # fmt: skip
        self.coverage.setToolTip(tr("In which documents no coded segment means that a coder said no"))
        self.as_of = _box(tr("As of when"), [
            (tr("As of finishing, made apart"), "finished"), (tr("As it is now, after discussion too"), "now"),
        ])  # fmt: skip
        self.presence = _box(tr("When a unit is coded"), [
            (tr("Half of it is coded"), "half"), (tr("Any of it is coded"), "any"),
        ])  # fmt: skip
        self.left = LeftParts(self._theme, self)
        self.strata = _box(tr("Strata of the sample"), [(tr("Drawn without strata"), None)])
        self.strata.setToolTip(tr("For intervals, documents are drawn anew within the groups the sample was drawn by"))
        self.strata.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.drawn = QLineEdit()
        self.drawn.setAccessibleName(tr("How the sample was drawn"))
        self.drawn.setPlaceholderText(tr("How the sample was drawn, for the page"))
        self.drawn.setToolTip(tr("How the documents that are coded twice were chosen; printed on the reliability page"))
        letters = self.fontMetrics()
        wide = letters.horizontalAdvance(self.drawn.placeholderText()) + letters.averageCharWidth() * 6
        self.drawn.setMinimumWidth(wide)
        self.again = _box(tr("A coder’s own rounds"), [])
        tip = tr("Write down that this round is counted so; done before coding, the page says it")
        self.fix = _button(tr("Fix these settings"), tip, self._theme, "lock")

    def _connect(self) -> None:
        for box in (self.unit, self.level, self.round, self.purpose, self.documents, self.coverage, self.as_of,
                    self.presence, self.strata, self.again):  # fmt: skip
            box.activated.connect(lambda _: self.changed.emit())
        self.intervals.toggled.connect(lambda _: self.changed.emit())
        self.codes.codes_chosen.connect(self.changed)
        self.left.parts_chosen.connect(self.changed)
        self.unit.activated.connect(self._offer_codes)
        self.pair.activated.connect(self.pair_chosen)
        self.pair.currentIndexChanged.connect(self._tell_pair)
        self.unused.toggled.connect(self.unused_wanted)
        self.more.toggled.connect(self.more_wanted)
        self.counting.toggled.connect(self._second.setVisible)
        self.export.clicked.connect(self.export_wanted)
        self.fix.clicked.connect(self.fix_wanted)
        self.drawn.editingFinished.connect(self._say_drawn)

    def _say_drawn(self) -> None:
        if self.drawn.isModified():
            self.drawn.setModified(False)
            self.drawn_said.emit(self.drawn.text())

    def show_drawn(self, words: str, *, editable: bool) -> None:
        """How the sample of the compared round was drawn; what is being typed stays."""
        self.drawn.setEnabled(editable)
        if not self.drawn.isModified() and self.drawn.text() != words:
            self.drawn.setText(words)
            self.drawn.setCursorPosition(0)

    def minimumSizeHint(self) -> QSize:
        """One line of choices high: more lines are taken where there is room, and never asked for beforehand."""
        return QSize(super().minimumSizeHint().width(), self.unit.sizeHint().height())

    # what there is

    def offer(self, found: Choices) -> None:
        """What this project has to choose from; what was chosen stays chosen."""
        if found == self._offered:
            return
        tr, plain = self.tr, QLocale().toString
        self._offered = found
        self.offer_coders(found.people)
        self._offer_codes()
        rounds = [(tr("Round {n}").format(n=plain(n)), n) for n in found.rounds]
        _refill(self.round, [(tr("Latest round of two coders"), 0), *rounds])
        names = {"training": tr("Training"), "pilot": tr("Pilot"), "reliability": tr("Reliability"), "main": tr("Main")}
        _refill(self.purpose, [(tr("All but training"), ""), *((names[p], p) for p in found.purposes)])
        groups = [
            (tr("Set “{name}”").format(name=value) if kind == "set" else f"{kind}: {value}", documents)
            for kind, value, documents in found.groups
        ]
        _refill(self.documents, [(tr("All documents"), ()), *groups])
        strata = [(tr("Drawn within “{name}”").format(name=name), id_) for id_, name in found.variables]
        _refill(self.strata, [(tr("Drawn without strata"), None), *strata])
        units = [tr("The lead’s fixed units")] if found.fixed_units else []
        at = self.unit.findData("fixed")
        if units and at < 0:
            self.unit.addItem(units[0], "fixed")
        again: list[tuple[str, Again | None]] = [
            (tr("{name}: round {a} against round {b}").format(name=name, a=plain(a), b=plain(b)), (coder, a, b))
            for coder, name, each in found.twice
            for a, b in pairwise(each)
        ]
        _refill(self.again, [(tr("Coders against each other"), None), *again])
        self.again.setVisible(bool(again))

    def _offer_codes(self) -> None:
        """Codes of whole documents are compared by whole documents only."""
        passage, whole = self._offered.codes
        self.codes.offer([*passage, *(whole if self.unit.currentData() == "document" else ())])

    def offer_coders(self, there: Sequence[tuple[UUID, str]]) -> None:
        """Those who coded or finished anything; who was chosen stays chosen."""
        if list(there) == self._people:
            return
        chosen = set(self.chosen_coders())
        self._people = list(there)
        self._menu.clear()
        for coder, name in there:
            action = QAction(in_menu(name), self._menu)
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
        words = ", ".join(ticked) or self.tr("Nobody") if some else self.tr("All coders")
        metrics = self.who.fontMetrics()
        room = metrics.averageCharWidth() * _PAIR * 2
        # what is cut is told whole by the tooltip; "&" would be taken for a key
        self.who.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        meaning = self.tr("Which coders are compared")
        self.who.setToolTip(f"{words}\n{meaning}" if some else meaning)

    def offer_pairs(self, names: Sequence[str]) -> None:
        """Names of the pairs there are, in their order; hidden when there is one."""
        if [self.pair.itemText(n) for n in range(self.pair.count())] != list(names):
            blocked = QSignalBlocker(self.pair)
            kept = self.pair.currentText()
            self.pair.clear()
            self.pair.addItems(list(names))
            self.pair.setCurrentIndex(max(0, self.pair.findText(kept)))
            blocked.unblock()
            metrics = self.pair.fontMetrics()
            wide = max((metrics.horizontalAdvance(name) for name in names), default=0) + metrics.height() * 2
            self.pair.view().setMinimumWidth(min(wide, self.screen().availableSize().width() // 2))
            self._tell_pair()
        self.pair.setVisible(len(names) > 1)

    def _tell_pair(self) -> None:
        meaning = self.tr("The pair whose counts and kappa are shown; alpha is of all")
        self.pair.setToolTip(f"{name}\n{meaning}" if (name := self.pair.currentText()) else meaning)

    def pair_shown(self) -> int:
        return max(0, self.pair.currentIndex())

    # what is chosen

    def settings(self) -> Settings:
        """What is to be compared."""
        return Settings(
            unit=self.unit.currentData(), presence=self.presence.currentData(),
            coverage=self.coverage.currentData() or None, as_of=self.as_of.currentData(),
            round=self.round.currentData() or None, purpose=self.purpose.currentData() or None,
            level=self.level.currentData(), coders=self.chosen_coders(), codes=self.codes.chosen(),
            documents=tuple(self.documents.currentData()),
            bootstrap=RESAMPLES if self.intervals.isChecked() else 0, strata=self.strata.currentData(),
            without=self.left.chosen(),
        )  # fmt: skip

    def own_rounds(self) -> Again | None:
        """A coder and two of their rounds, when these are to be compared; None for coders with each other."""
        found: Again | None = self.again.currentData()
        return found

    def take(self, settings: Settings) -> None:
        """Shows these settings, and says nothing; what is not offered here stays as by default."""
        s = settings
        blocked = [QSignalBlocker(w) for w in (self.intervals,)]
        for box, value in ((self.unit, s.unit), (self.presence, s.presence), (self.coverage, s.coverage or ""),
                           (self.as_of, s.as_of), (self.round, s.round or 0), (self.purpose, s.purpose or ""),
                           (self.level, s.level), (self.documents, tuple(s.documents)),
                           (self.strata, s.strata)):  # fmt: skip
            box.setCurrentIndex(max(0, _place(box, value)))
        self._offer_codes()
        self.codes.choose(s.codes)
        self.left.choose(s.without)
        self.intervals.setChecked(s.bootstrap > 0)
        for action in self._menu.actions():
            action.setChecked(not s.coders or UUID(action.data()) in s.coders)
        self._name_who()
        for blocker in blocked:
            blocker.unblock()

    def same_as(self, settings: Settings) -> bool:
        """Do the controls say just this? (How often documents are drawn is no matter of counting.)"""
        return replace(self.settings(), bootstrap=0, seed=0) == replace(settings, bootstrap=0, seed=0)


def _place(box: QComboBox, value: object) -> int:
    return next((n for n in range(box.count()) if box.itemData(n) == value), -1)


def _refill(box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    kept = box.currentData()
    blocked = QSignalBlocker(box)
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, _place(box, kept)))
    blocked.unblock()


def _box(name: str, choices: Sequence[tuple[str, object]]) -> QComboBox:
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
