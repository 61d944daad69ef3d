"""Which key was pressed: by what it types and by where it lies, so that a switched layout changes nothing."""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

# The keys of the main block by their number in the first scan code set, which evdev (Linux) and Windows share.
# Read row by row: the number of the first key, then what the keys type on an American keyboard.
_ROWS = ((2, "1234567890-="), (16, "qwertyuiop[]"), (30, "asdfghjkl;'`"), (43, "\\zxcvbnm,./"), (57, " "))
_SCAN = {first + n: key for first, row in _ROWS for n, key in enumerate(row)}
_X11_OFFSET = 8  # X11 and Wayland add 8 to evdev's numbers

# macOS: the virtual keys kVK_ANSI_* of HIToolbox/Events.h, by place whatever the layout.
_MAC = dict(
    zip(
        (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
         30, 31, 32, 33, 34, 35, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 49, 50),
        "asdfhgzxcvbqweryt123465=97-80]ou[iplj'k;\\,/nm. `",
        strict=True,
    )
)  # fmt: skip

# Where an event carries no number (remote desktops, some input methods): the place of each Cyrillic letter.
_CYRILLIC = dict(zip("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`", strict=True))
_CYRILLIC |= {"і": "s", "ї": "]", "є": "'", "ґ": "\\", "ў": "o"}

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_MODIFIERS = (
    (_CTRL, "Ctrl"),
    (_ALT, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)


class KeyName(NamedTuple):
    """One key by both its names; each is a lower-case character or empty."""

    character: str  # what it types with the layout that is on
    physical: str  # what the same key types on an American keyboard

    @classmethod
    def of(cls, event: QKeyEvent, platform: str = sys.platform) -> KeyName:
        """Both names of the key of an event; platform as sys.platform says it.

        A sign typed with AltGr (`[` on German and French keyboards) is that sign, wherever its key lies.
        """
        character = _typed(event)
        if to_type(event, platform):
            return cls(character, "")
        return cls(character, _place(event, platform) or _CYRILLIC.get(character, ""))


class Keyboard:
    """Remembers whether the layout in use writes Latin letters, which no key event says by itself."""

    def __init__(self, latin: bool | None = None) -> None:
        self.latin = _system_is_latin() if latin is None else latin

    def read(self, event: QKeyEvent, platform: str = sys.platform) -> KeyName:
        """Both names of the key, taking note of the alphabet."""
        name = KeyName.of(event, platform)
        if name.character.isalpha():
            self.latin = name.character.isascii() or not _foreign(name.character)
        return name

    def name(self, event: QKeyEvent, platform: str = sys.platform) -> str:
        """The one name that a code key or a binding has: of one character, lower case; "" for a key without one.

        A letter of the Latin alphabet is what it types: on a French keyboard `a` is where `a` is printed. Of every
        other alphabet the place counts. A sign counts by place while such an alphabet is on: the Russian layout
        types a full stop with the key of the slash. A digit counts both ways, as the French layout wants Shift for it;
        what Shift makes of its key otherwise is a sign: the slash of a German keyboard.
        """
        name = self.read(event, platform)
        character, physical = name
        if "a" <= character <= "z" or character.isdigit():
            return character
        digit = physical.isdigit() and event.modifiers() != Qt.KeyboardModifier.ShiftModifier
        if (character and not character.isascii()) or digit or not self.latin:
            return physical or character
        return character or physical


def to_type(event: QKeyEvent, platform: str = sys.platform) -> Qt.KeyboardModifier:
    """The modifiers that were held only to reach the sign, as a third level of the keyboard has it; none otherwise.

    X11 and Wayland tell AltGr apart; Windows tells it as Ctrl and Alt, macOS has Option for it.
    """
    held, typed = event.modifiers(), event.text()
    if held & Qt.KeyboardModifier.GroupSwitchModifier:
        return Qt.KeyboardModifier.GroupSwitchModifier
    level = {"win32": _CTRL | _ALT, "darwin": _ALT}.get(platform, Qt.KeyboardModifier.NoModifier)
    sign = len(typed) == 1 and typed.isascii() and typed.isprintable() and not typed.isalnum() and typed != " "
    beyond = sign and bool(level) and held & (_CTRL | _ALT | Qt.KeyboardModifier.MetaModifier) == level
    return level if beyond and typed != _place(event, platform) else Qt.KeyboardModifier.NoModifier


def as_latin(event: QKeyEvent, platform: str = sys.platform) -> QKeyEvent | None:
    """The key press that an American keyboard would send, where Ctrl or Alt is held with a letter of another alphabet.

    Qt looks for shortcuts in the layouts that are installed; where none of them is Latin it finds none.
    """
    name = KeyName.of(event, platform)
    if not event.modifiers() & (_CTRL | _ALT) or name.character.isascii() or not name.physical:
        return None
    return QKeyEvent(event.type(), ord(name.physical.upper()), event.modifiers(), "")


def chord(event: QKeyEvent, name: str, platform: str = sys.platform) -> str:
    """A key with its modifiers as a binding writes it, for instance "Ctrl+Shift+c"; name: of the key itself."""
    held = event.modifiers() & ~to_type(event, platform)
    return "+".join([word for modifier, word in _MODIFIERS if held & modifier] + [name])


def as_if_latin(typed: str) -> str:
    """What the same keys would have typed on an American keyboard, for words typed with a Cyrillic layout on."""
    return "".join(_CYRILLIC.get(character, character) for character in typed.lower())


def _typed(event: QKeyEvent) -> str:
    text = event.text()
    if len(text) == 1 and text.isprintable():
        return text.lower()
    # With Ctrl held the text is a control character; the key is still the letter, as a Unicode number.
    key = int(event.key())
    return chr(key).lower() if 0x20 <= key < 0x110000 and chr(key).isprintable() else ""


def _place(event: QKeyEvent, platform: str) -> str:
    if platform == "darwin":
        # Zero is the key A there and also "unknown"; only with a text to go with it is it taken for A.
        number = event.nativeVirtualKey()
        return _MAC.get(number, "") if number or event.text() else ""
    number = event.nativeScanCode()
    if platform != "win32":
        number -= _X11_OFFSET
    return _SCAN.get(number, "")


def _foreign(letter: str) -> bool:
    return not ("\u00c0" <= letter <= "\u024f")  # é, ß, ł are typed on Latin layouts


def _system_is_latin() -> bool:
    if QGuiApplication.instance() is None:
        return True
    script = QGuiApplication.inputMethod().locale().script()
    return script in (QLocale.Script.LatinScript, QLocale.Script.AnyScript)
