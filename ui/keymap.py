"""Which keys do what: at first those of the acts and of the text, then those that the person gave them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import ACTS, MENUS, plain, said
from ui.document.hands import BINDINGS
from ui.document.keys import as_if_latin
from ui.settings import Settings

TEXT = "text."  # before the name of what the text itself does
# acts of a menu that the text does when its keys are pressed
BY_TEXT: Mapping[str, str] = {
    "choose_code": "code", "code_by_words": "in_vivo", "remove_segment": "remove", "next_unit": "next_unit",
    "previous_unit": "previous_unit", "next_open_unit": "next_open_unit", "none_applies": "none_applies",
}  # fmt: skip
_MOVES = frozenset({"Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"})
_OF_FIELDS = frozenset({"Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Left", "Ctrl+Right", "Ctrl+Home", "Ctrl+End"})
_HELD = ("Ctrl", "Alt", "Meta")
FIXED = frozenset({TEXT + "let_go"})
_own: dict[str, tuple[str, ...]] = {}  # what the person changed


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that keys do. name: of the act, or TEXT and what the text does; keys: those that it has at first."""

    name: str
    group: str
    words: str
    keys: tuple[str, ...]


def entries() -> list[Entry]:
    """Everything that can have keys: what the text does, then each menu."""
    tr = QCoreApplication.translate
    found = [Entry(TEXT + b.act, tr("Keys", "In the text"), tr("Hands", b.words), b.keys) for b in BINDINGS]
    for menu, title in MENUS:
        acts = [act for act in ACTS if act.menu == menu and act.name not in BY_TEXT]
        found += [Entry(act.name, plain(title), said(act.words).replace("&", ""), act.keys) for act in acts]
    return found


_AT_FIRST: Mapping[str, tuple[str, ...]] = {act.name: act.keys for act in ACTS} | {
    TEXT + b.act: b.keys for b in BINDINGS
}


def keys_of(name: str) -> tuple[str, ...]:
    """The keys in force of an act, or of TEXT and what the text does."""
    if name in BY_TEXT:
        name = TEXT + BY_TEXT[name]
    return _own.get(name, _AT_FIRST[name])


def shown(key: str) -> str:
    """A key as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


def shown_keys(name: str) -> str:
    """The keys in force, as they are read; "" if there are none."""
    return ", ".join(map(shown, keys_of(name)))


def tip(widget: QWidget, words: str, act: str) -> None:
    """A tooltip with the key in force behind it; it follows when the key is changed."""
    widget.setProperty("tip_words", words)
    widget.setProperty("tip_act", act)
    _set_tip(widget)


def _set_tip(widget: QWidget) -> None:
    words, keys = str(widget.property("tip_words")), keys_of(str(widget.property("tip_act")))
    widget.setToolTip(f"{words} ({shown(keys[0])})" if keys else words)


def _of_menus() -> set[str]:
    """The letters that open a menu with Alt, and the keys that they lie on where they are Cyrillic."""
    letters = {letter.lower() for _, title in MENUS for letter in re.findall("&(.)", said(title))}
    return letters | {as_if_latin(letter) for letter in letters}


def _same(one: str, other: str) -> bool:
    return QKeySequence(one) == QKeySequence(other)


class Keymap(QObject):
    """The keys of this person, kept in the settings. changed(): some keys do something else now."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        _own.clear()
        _own.update({name: keys for name, keys in settings.keys().items() if name in _AT_FIRST})

    def is_own(self, name: str) -> bool:
        """Did the person give it other keys than it has at first?"""
        return name in _own

    def refusal(self, name: str, key: str) -> str:
        """Why this key cannot be given to it, as a sentence; "" if it can. Its own keys are no reason."""
        tr, where = self.tr, shown(key)
        held = key.split("+")[:-1] if len(key) > 1 else []
        last = key[len("+".join([*held, ""])) :]
        if not any(word in held for word in _HELD):
            if len(last) == 1 and last.isalnum():
                return tr("Letters and digits alone are the keys of codes: hold Ctrl or Alt with it.")
            if last in _MOVES:
                return tr("{key} moves in the text.").format(key=where)
        if any(_same(key, field) for field in _OF_FIELDS):
            return tr("{key} is used in every field.").format(key=where)
        if last in ("Escape", "Esc"):
            return tr("Esc always lets go.")
        if held == ["Alt"] and last.lower() in _of_menus():
            return tr("{key} opens a menu.").format(key=where)
        for other in entries():
            if other.name != name and any(_same(key, taken) for taken in keys_of(other.name)):
                return tr("{key} does “{what}” already: give that another key first.").format(
                    key=where, what=other.words
                )
        return ""

    def give(self, name: str, keys: Iterable[str]) -> None:
        """From now on these keys do it; none is an answer too."""
        kept = tuple(dict.fromkeys(keys))
        if kept == _AT_FIRST[name]:
            self.reset(name)
            return
        _own[name] = kept
        self._settings.keep_keys(name, kept)
        self.changed.emit()

    def reset(self, name: str) -> None:
        """The keys that it had at first, but for those that something else has now."""
        _own.pop(name, None)
        self._settings.keep_keys(name, None)
        free = tuple(key for key in _AT_FIRST[name] if not self.refusal(name, key) or name in FIXED)
        if free != _AT_FIRST[name]:
            _own[name] = free
            self._settings.keep_keys(name, free)
        self.changed.emit()

    def reset_all(self) -> None:
        """All keys as they were at first."""
        for name in list(_own):
            self._settings.keep_keys(name, None)
        _own.clear()
        self.changed.emit()

    def refresh_tips(self, window: QWidget) -> None:
        """Tooltips name the keys in force."""
        for widget in window.findChildren(QWidget):
            if widget.property("tip_act"):
                _set_tip(widget)


def text_keys() -> dict[str, str]:
    """Key -> what the text does, in force."""
    return {key: b.act for b in BINDINGS for key in keys_of(TEXT + b.act)}


