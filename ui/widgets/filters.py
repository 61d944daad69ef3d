"""Which coded segments the desk shows: a button whose menu chooses coders, codes and what a qualifier says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.theme import Theme
from ui.widgets.menus import in_menu
from ui.widgets.words import counted

Turn = Callable[[UUID], None]


@dataclass(frozen=True, slots=True)
class SegmentFilter:
    """What is shown; None: whatever there is. codes: these and all below them. value: a qualifier and what it says."""

    coders: frozenset[UUID] | None = None
    codes: frozenset[UUID] | None = None
    value: tuple[UUID, str] | None = None

    @property
    def active(self) -> bool:
        return self != SegmentFilter()


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to be chosen; below: what belongs under it."""

    id: UUID
    words: str
    below: list[Choice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be chosen now. me: who codes. said: a qualifier and its values, each."""

    me: UUID
    coders: Sequence[Choice]
    codes: Sequence[Choice]
    said: Sequence[tuple[Choice, Sequence[str]]]


class FilterButton(QToolButton):
    """filter_changed(SegmentFilter). choices_wanted(): the menu is about to open, `set_choices` answers."""

    filter_changed = Signal(object)
    choices_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = SegmentFilter()
        self._theme = theme
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self.choices_wanted)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")  # the words have their own
        self.say_hidden(0)

    @property
    def chosen(self) -> SegmentFilter:
        return self._filter

    def choose(self, chosen: SegmentFilter) -> None:
        """Shows what this says, and tells if it is something else than before."""
        if chosen != self._filter:
            self._filter = chosen
            self.filter_changed.emit(chosen)

    def clear(self) -> None:
        """Everything is shown again."""
        self.choose(SegmentFilter())

    def say_hidden(self, hidden: int) -> None:
        """How many segments of the document are kept out of sight."""
        words = self.tr("All segments")
        if self._filter.active:
            words = counted(hidden, self.tr("1 segment hidden"), self.tr("%n segments hidden", "", hidden))
        self.setText(f"{words} ▾")
        self.setAccessibleName(self.tr("Which coded segments are shown: {}").format(words))
        self.setToolTip(self.tr("Choose whose coded segments are shown, and which (Ctrl+Shift+G shows all)"))
        font = self.font()
        font.setBold(self._filter.active)
        self.setFont(font)

    # the menu

    def set_choices(self, choices: Choices) -> None:
        """Fills the menu."""
        menu, chosen = self._menu, self._filter
        menu.clear()
        everything = menu.addAction(self.tr("All segments\tCtrl+Shift+G"))
        self._tick(everything, not chosen.active).triggered.connect(self.clear)
        mine = menu.addAction(self.tr("Only mine"))
        only_me = frozenset((choices.me,))
        self._tick(mine, chosen.coders == only_me).triggered.connect(partial(self._whose, only_me))
        menu.addSeparator()
        coders, codes = menu.addMenu(self.tr("Coders")), menu.addMenu(self.tr("Codes"))
        for coder in choices.coders:
            self._add_choice(coders, coder, chosen.coders, self._turn_coder)
        self._add_codes(codes, choices.codes)
        for qualifier, values in choices.said:
            self._add_values(menu.addMenu(in_menu(qualifier.words)), qualifier.id, values)
        for below in (coders, codes):
            below.setEnabled(bool(below.actions()))

    def _tick(self, action: QAction, on: bool) -> QAction:
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _add_choice(self, menu: QMenu, choice: Choice, chosen: frozenset[UUID] | None, turn: Turn) -> None:
        action = menu.addAction(in_menu(choice.words))
        action.setToolTip(choice.words)
        on = chosen is not None and choice.id in chosen
        self._tick(action, on).triggered.connect(partial(turn, choice.id))

    def _add_codes(self, menu: QMenu, codes: Sequence[Choice]) -> None:
        menu.setToolTipsVisible(True)
        for code in codes:
            if not code.below:
                self._add_choice(menu, code, self._filter.codes, self._turn_code)
                continue
            below = menu.addMenu(in_menu(code.words))
            whole = replace(code, words=self.tr("“{}” with its sub-codes").format(code.words), below=[])
            self._add_choice(below, whole, self._filter.codes, self._turn_code)
            below.addSeparator()
            self._add_codes(below, code.below)

    def _add_values(self, menu: QMenu, qualifier: UUID, values: Sequence[str]) -> None:
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for value in values:
            action = menu.addAction(in_menu(value))
            group.addAction(self._tick(action, self._filter.value == (qualifier, value)))
            action.triggered.connect(partial(self._turn_value, qualifier, value))

    # what was chosen in it

    def _whose(self, coders: frozenset[UUID]) -> None:
        self.choose(replace(self._filter, coders=None if self._filter.coders == coders else coders))

    def _turn_coder(self, coder: UUID) -> None:
        self.choose(replace(self._filter, coders=_turned(self._filter.coders, coder)))

    def _turn_code(self, code: UUID) -> None:
        self.choose(replace(self._filter, codes=_turned(self._filter.codes, code)))

    def _turn_value(self, qualifier: UUID, value: str) -> None:
        said = (qualifier, value)
        self.choose(replace(self._filter, value=None if self._filter.value == said else said))


def _turned(chosen: frozenset[UUID] | None, one: UUID) -> frozenset[UUID] | None:
    """With one more, or without it where it was chosen; none chosen means that all are shown."""
    return (chosen or frozenset()) ^ {one} or None
