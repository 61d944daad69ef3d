"""Keys mean the same with every layout: events as Linux, Windows and macOS send them, Latin and Cyrillic."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from ui.document.keys import Keyboard, KeyName, as_if_latin, chord

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

# The key where an American keyboard has C: evdev 46, X11 54, Windows 46, macOS virtual key 8.
C_KEY = {"linux": (54, 0), "win32": (46, 0x43), "darwin": (0, 8)}
SLASH_KEY = {"linux": (61, 0), "win32": (53, 0xBF), "darwin": (0, 44)}
BRACKET_KEY = {"linux": (34, 0), "win32": (26, 0xDB), "darwin": (0, 33)}
platforms = pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])


def _event(text: str, place: tuple[int, int], key: int | None = None, held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    code = ord(text.upper()) if key is None else key
    return QKeyEvent(QEvent.Type.KeyPress, code, held, place[0], place[1], 0, text)


@platforms
@pytest.mark.parametrize("typed", ["c", "с", "ψ", "ב"])  # English, Russian, Greek, Hebrew layout
def test_the_key_c_is_c_with_any_layout(platform: str, typed: str) -> None:
    name = KeyName.of(_event(typed, C_KEY[platform]), platform)
    assert name == KeyName(typed, "c")
    assert Keyboard(latin=True).name(_event(typed, C_KEY[platform]), platform) == "c"


@platforms
def test_ctrl_c_with_the_russian_layout_is_ctrl_c(platform: str) -> None:
    event = _event("\x03", C_KEY[platform], key=0x0421, held=CTRL)  # Qt names the Cyrillic Es
    assert chord(event, Keyboard().name(event, platform)) == "Ctrl+c"


@platforms
def test_the_slash_key_that_types_a_full_stop_in_russian_is_the_slash(platform: str) -> None:
    keyboard = Keyboard(latin=True)
    keyboard.read(_event("с", C_KEY[platform]), platform)  # a Cyrillic letter: this layout is on
    assert keyboard.name(_event(".", SLASH_KEY[platform]), platform) == "/"
    keyboard.read(_event("c", C_KEY[platform]), platform)
    assert keyboard.name(_event("/", SLASH_KEY[platform]), platform) == "/"


@platforms
def test_the_bracket_key_is_a_letter_in_russian_and_still_the_bracket(platform: str) -> None:
    event = _event("х", BRACKET_KEY[platform])
    assert KeyName.of(event, platform) == KeyName("х", "[")
    assert Keyboard().name(event, platform) == "["


def test_on_a_french_keyboard_a_letter_is_where_it_is_printed() -> None:
    event = _event("a", (24, 0))  # the key that is Q in America
    assert KeyName.of(event, "linux") == KeyName("a", "q")
    assert Keyboard(latin=True).name(event, "linux") == "a"


def test_the_french_digit_row_counts_as_digits_without_shift() -> None:
    event = _event("&", (10, 0), key=Qt.Key.Key_Ampersand)
    assert KeyName.of(event, "linux") == KeyName("&", "1")
    assert Keyboard(latin=True).name(event, "linux") == "1"


# What AltGr types, and the number of its key: evdev and 8 on X11, as measured with `setxkbmap de` and `fr`.
ALTGR = pytest.mark.parametrize(("typed", "scan"), [("[", 17), ("]", 18), ("\\", 20), ("@", 24), ("[", 14), ("]", 20)])
ALT = Qt.KeyboardModifier.AltModifier
HELD = {"linux": (Qt.KeyboardModifier.GroupSwitchModifier, 0), "win32": (CTRL | ALT, 8), "darwin": (ALT, None)}


@platforms
@ALTGR
def test_a_sign_typed_with_altgr_is_that_sign_alone(platform: str, typed: str, scan: int) -> None:
    held, less = HELD[platform]
    place = (0, 28) if less is None else (scan - less, 0)  # macOS: Option on the key of the 8
    event = _event(typed, place, held=held)
    assert chord(event, Keyboard(latin=True).name(event, platform), platform) == typed


def test_ctrl_and_alt_stay_where_they_type_nothing() -> None:
    event = _event("\x06", (33, 0x46), key=Qt.Key.Key_F, held=CTRL | ALT)
    assert chord(event, Keyboard(latin=True).name(event, "win32"), "win32") == "Ctrl+Alt+f"
    event = _event("[", (26, 0xDB), held=CTRL | ALT)  # an American keyboard: the key itself is the bracket
    assert chord(event, Keyboard(latin=True).name(event, "win32"), "win32") == "Ctrl+Alt+["


def test_the_german_slash_over_the_seven_is_the_slash() -> None:
    event = _event("/", (16, 0), held=SHIFT)
    assert Keyboard(latin=True).name(event, "linux") == "/"
    assert Keyboard(latin=True).name(_event("1", (10, 0), held=SHIFT), "linux") == "1"  # French: Shift for the digit


def test_a_german_umlaut_does_not_make_the_keyboard_foreign() -> None:
    keyboard = Keyboard(latin=True)
    keyboard.read(_event("ü", (34, 0)), "linux")
    assert keyboard.latin
    assert keyboard.name(_event("-", (61, 0)), "linux") == "-"


def test_without_numbers_a_cyrillic_letter_still_has_its_place() -> None:
    assert KeyName.of(_event("з", (0, 0)), "linux") == KeyName("з", "p")


def test_shift_does_not_change_the_name_and_is_told_by_the_chord() -> None:
    event = _event("C", C_KEY["linux"], held=SHIFT)
    assert chord(event, Keyboard(latin=True).name(event, "linux")) == "Shift+c"


def test_a_key_without_a_character_has_no_name() -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F5, NONE, 71, 0, 0, "")
    assert Keyboard(latin=True).name(event, "linux") == ""


def test_a_word_typed_with_the_wrong_layout_is_understood() -> None:
    assert as_if_latin("зкщм") == "prov"


def test_every_letter_and_digit_has_a_place_on_every_system() -> None:
    from ui.document import keys

    wanted = set("abcdefghijklmnopqrstuvwxyz0123456789[]/.,;'`\\-= ")
    assert set(keys._SCAN.values()) == wanted
    assert set(keys._MAC.values()) == wanted
    assert (keys._SCAN[46], keys._SCAN[16], keys._SCAN[53], keys._SCAN[41]) == ("c", "q", "/", "`")
