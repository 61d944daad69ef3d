"""What can be done at the caret, as a menu: everything that keys do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.document.desk import Desk
from ui.document.hands import BINDINGS
from ui.keymap import TEXT, keys_of, shown
from ui.theme import Theme
from ui.widgets.menus import in_menu, passing_menu

if TYPE_CHECKING:
    from ui.reading import Reading

_ = QT_TRANSLATE_NOOP
C = "PassageMenu"
_CODES = 5  # of those used lately
_LONG = 60  # characters of a path
_SELECT = ("word", "sentence", "paragraph", "grow", "shrink")
_GO = ("next_segment", "previous_segment", "next_uncoded", "previous_uncoded")
_UNITS = ("next_unit", "previous_unit", "next_open_unit")


def passage_menu(reading: Reading, desk: Desk, theme: Theme) -> QMenu:
    """The menu for the selection, the segment in focus, and the text."""
    return _PassageMenu(reading, desk, theme).menu


class _PassageMenu:
    """Builds the menu part by part."""

    def __init__(self, reading: Reading, desk: Desk, theme: Theme) -> None:
        self._reading, self._surface, self._theme = reading, desk.surface, theme
        self.menu = passing_menu(desk)
        if reading.may_code:
            self._codes()
        self._segment()
        if reading.unit() is not None:
            self._unit()
        self.menu.addSeparator()
        if reading.may_code:
            self._add(_(C, "Ask the lead"), "ask_lead", reading.ask_wanted.emit, "help")
        self._acts_of_text(self.menu.addMenu(_tr(_(C, "Select"))), _SELECT)
        self._acts_of_text(self.menu.addMenu(_tr(_(C, "Go"))), _GO)
        copy = self._add(_(C, "Copy"), "copy", self._surface.copy, "copy")
        copy.setEnabled(reading.selection() is not None)

    def _add(self, words: str, act: str, does: Callable[[], object], sign: str = "") -> QAction:
        key = "Ctrl+C" if act == "copy" else next(iter(keys_of(act)), "")
        action = self.menu.addAction(_with_key(_tr(words), key))
        if sign:
            action.setIcon(self._theme.icon(sign))
        action.triggered.connect(lambda _=False: does())
        return action

    def _acts_of_text(self, menu: QMenu, acts: tuple[str, ...]) -> None:
        """What the text does by keys, in the words of the list of keys."""
        for binding in BINDINGS:
            if binding.act in acts:
                words = QCoreApplication.translate("Hands", binding.words)
                action = menu.addAction(_with_key(words, next(iter(keys_of(TEXT + binding.act)), "")))
                action.triggered.connect(partial(self._do, binding.act))

    def _do(self, act: str, *_args: object) -> None:
        getattr(self._surface.hands, act)()

    def _codes(self) -> None:
        reading, menu = self._reading, self.menu
        self._add(_(C, "Code…"), "choose_code", reading.choose_code, "code")
        self._add(_(C, "New code named by the words…"), "code_by_words", reading.name_by_words, "add")
        for row in reading.used_lately()[:_CODES]:
            words = f"{_path(' › '.join(row.path), row.path[-1])}\t{row.key}"
            menu.addAction(words).triggered.connect(partial(reading.use_code, row.id))
        menu.addSeparator()

    def _segment(self) -> None:
        reading, surface = self._reading, self._surface
        here = surface.index.at(surface.caret())
        if len(here) > 1:
            self._overlapping(here)
        if not reading.focused_is_mine:
            return
        self._add(_(C, "Memo"), "write_memo", reading.memo_wanted.emit, "memo")
        if (scale := reading.scale) is not None:
            values = self.menu.addMenu(in_menu(scale.name[:1].upper() + scale.name[1:]))
            for n, value in enumerate([*scale.values, "—"], 1):
                digit = n if n <= len(scale.values) else 0
                action = values.addAction(_with_key(in_menu(value), str(digit) if digit < 10 else ""))
                action.triggered.connect(partial(self._say, digit))
        self._acts_of_text(self.menu, ("start_edge", "end_edge"))
        self._add(_(C, "Remove"), "remove_segment", reading.remove, "remove")

    def _say(self, digit: int, *_args: object) -> None:
        self._reading.say_value(digit)

    def _overlapping(self, here: list[int]) -> None:
        """The segments that hold the caret, to choose another."""
        surface = self._surface
        menu = self.menu.addMenu(_tr(_(C, "Segments here")))
        for n in here:
            segment = surface.index[n]
            path = _path(segment.path or segment.name, segment.name)
            action = menu.addAction(f"{path} · {in_menu(segment.coder)}" if segment.coder else path)
            action.setCheckable(True)
            action.setChecked(n == surface.focused)
            action.triggered.connect(partial(self._choose, n))

    def _choose(self, n: int, *_args: object) -> None:
        self._surface.choose(n)

    def _unit(self) -> None:
        self.menu.addSeparator()
        if self._reading.may_code:
            none_applies = partial(self._surface.unit_wanted.emit, "none")
            self._add(_(C, "No code applies to this unit"), "none_applies", none_applies)
        self._acts_of_text(self.menu, _UNITS)


def _tr(words: str) -> str:
    return QCoreApplication.translate(C, words)


def _path(path: str, name: str) -> str:
    """Where a code stands; of a long path its own name, which a cut would take first."""
    return in_menu(path if len(path) <= _LONG else f"… › {name}")


def _with_key(words: str, key: str) -> str:
    return f"{words}\t{shown(key)}" if key else words
