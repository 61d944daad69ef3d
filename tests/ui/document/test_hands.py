"""Keys on the surface: growing, walking, cycling, edges, code keys; with either layout on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coder.spans import Span
from ui.document.hands import BINDINGS
from ui.document.marks import Segment
from ui.document.surface import TextSurface

Passage = Callable[[str], Span]
Make = Callable[..., Segment]
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
SENTENCE = "The governor signed a decree."
PARAGRAPH = "The governor signed a decree. It raises the payment for those who sign."


def _typed(surface: TextSurface, text: str, scan: int) -> None:
    """A key as X11 sends it: what it types, and its number (evdev and 8)."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(text.upper()), NONE, scan, 0, 0, text)
        QApplication.sendEvent(surface, event)


def test_the_selection_grows_to_word_sentence_paragraph_and_shrinks_back(
    surface: TextSurface, qtbot: QtBot, passage: Passage
) -> None:
    at = passage("signed").start + 2
    surface.select(Span(at, at))
    grown = []
    for _ in range(3):
        qtbot.keyClick(surface, Qt.Key.Key_Up, ALT)
        grown.append(surface.selection())
    assert grown == [passage("signed"), passage(SENTENCE), passage(PARAGRAPH)]
    for before in (passage(SENTENCE), passage("signed"), None):
        qtbot.keyClick(surface, Qt.Key.Key_Down, ALT)
        assert surface.selection() == before


@pytest.mark.parametrize(
    ("key", "one", "two"),
    [
        (Qt.Key.Key_1, "governor", "governor signed"),
        (Qt.Key.Key_2, SENTENCE, PARAGRAPH),
        (Qt.Key.Key_3, PARAGRAPH, None),
    ],
)
def test_a_unit_is_taken_by_one_key_and_the_next_one_too_by_another(
    surface: TextSurface, qtbot: QtBot, passage: Passage, key: Qt.Key, one: str, two: str | None
) -> None:
    surface.select(Span(6, 6))
    qtbot.keyClick(surface, key, CTRL)
    assert surface.selection() == passage(one)
    qtbot.keyClick(surface, key, CTRL)
    chosen = surface.selection()
    assert chosen is not None
    if two is not None:
        assert chosen == passage(two)
    else:
        assert chosen.quote(surface.text).endswith("found nothing.")


def test_tab_walks_the_segments_in_reading_order_and_says_where_it_ends(
    surface: TextSurface, qtbot: QtBot, segment: Make
) -> None:
    surface.set_segments([segment("two in three"), segment("governor"), segment("court")])
    told, said = [], []
    surface.segment_focused.connect(told.append)
    surface.said.connect(said.append)
    for _ in range(4):
        qtbot.keyClick(surface, Qt.Key.Key_Tab)
    qtbot.keyClick(surface, Qt.Key.Key_Backtab, SHIFT)
    assert told == ["governor", "two in three", "court", "two in three"]
    assert len(said) == 1
    assert surface.focused_id() == "two in three"


def test_overlapping_segments_are_cycled_and_come_round(surface: TextSurface, qtbot: QtBot, segment: Make) -> None:
    surface.set_segments([segment(SENTENCE), segment("governor signed"), segment("governor")])
    surface.select(Span(6, 6))
    told: list[object] = []
    surface.segment_focused.connect(told.append)
    surface.choose(surface.index.find("governor"))
    for _ in range(3):
        qtbot.keyClick(surface, Qt.Key.Key_Right, ALT)
    assert told == ["governor", SENTENCE, "governor signed", "governor"]


def test_an_edge_is_picked_and_moved_by_arrows_and_told_once(
    surface: TextSurface, qtbot: QtBot, segment: Make, passage: Passage
) -> None:
    surface.set_segments([segment("governor")])
    surface.focus_segment("governor")
    qtbot.keyClick(surface, "]")
    qtbot.keyClick(surface, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(surface, Qt.Key.Key_Left)
    assert surface.stretched(0) == passage("governor signe")
    with qtbot.waitSignal(surface.segment_stretched) as told:
        qtbot.keyClick(surface, Qt.Key.Key_Return)
    assert told.args == ["governor", passage("governor signe")]
    assert surface.index[0].span == passage("governor")  # it changes when it comes back from the file
    assert surface.stretched(0) is None


def test_an_edge_moves_over_an_emoji_as_one_and_never_past_the_other(
    surface: TextSurface, qtbot: QtBot, segment: Make, passage: Passage
) -> None:
    surface.set_segments([segment("say 👍🏽")])
    surface.focus_segment("say 👍🏽")
    qtbot.keyClick(surface, "]")
    qtbot.keyClick(surface, Qt.Key.Key_Left)
    assert surface.stretched(0) == passage("say ")
    for _ in range(20):
        qtbot.keyClick(surface, Qt.Key.Key_Left)
    assert surface.stretched(0) == Span(passage("say").start, passage("say").start + 1)


def test_escape_lets_go_of_the_edge_and_changes_nothing(surface: TextSurface, qtbot: QtBot, segment: Make) -> None:
    surface.set_segments([segment("governor")])
    surface.focus_segment("governor")
    told: list[object] = []
    surface.segment_stretched.connect(lambda *args: told.append(args))
    qtbot.keyClick(surface, "[")
    qtbot.keyClick(surface, Qt.Key.Key_Left)
    qtbot.keyClick(surface, Qt.Key.Key_Escape)
    assert (told, surface.picked, surface.focused_id()) == ([], None, "governor")


def test_another_coders_segment_has_no_edges_to_pick(surface: TextSurface, qtbot: QtBot, segment: Make) -> None:
    surface.set_segments([segment("governor", mine=False)])
    surface.focus_segment("governor")
    with qtbot.waitSignal(surface.said):
        qtbot.keyClick(surface, "[")
    assert surface.picked is None


def test_the_next_paragraph_without_a_segment_is_found_and_the_one_before(
    surface: TextSurface, qtbot: QtBot, segment: Make, passage: Passage
) -> None:
    surface.set_segments([segment("two in three"), segment("governor")])
    qtbot.keyClick(surface, Qt.Key.Key_Down, CTRL)
    assert surface.caret() == passage("Указ").start
    qtbot.keyClick(surface, Qt.Key.Key_Down, CTRL)
    assert surface.caret() == passage("A last paragraph").start
    qtbot.keyClick(surface, Qt.Key.Key_Up, CTRL)
    assert surface.caret() == passage("Указ").start
    with qtbot.waitSignal(surface.said):
        qtbot.keyClick(surface, Qt.Key.Key_Up, CTRL)


def test_enter_asks_for_a_code_and_delete_for_removal(surface: TextSurface, qtbot: QtBot, segment: Make) -> None:
    with qtbot.waitSignal(surface.code_requested):
        qtbot.keyClick(surface, Qt.Key.Key_Return)
    with qtbot.waitSignal(surface.said):
        qtbot.keyClick(surface, Qt.Key.Key_Delete)
    surface.set_segments([segment("governor")])
    surface.focus_segment("governor")
    with qtbot.waitSignal(surface.removal_requested) as told:
        qtbot.keyClick(surface, Qt.Key.Key_Delete)
    assert told.args == ["governor"]


@pytest.mark.parametrize(("typed", "scan"), [("c", 54), ("с", 54)])
def test_a_code_key_has_one_name_with_either_layout(surface: TextSurface, typed: str, scan: int) -> None:
    told: list[str] = []
    surface.code_key_pressed.connect(told.append)
    _typed(surface, typed, scan)
    assert told == ["c"]


@pytest.mark.parametrize("typed", ["[", "х"])
def test_the_key_of_the_start_edge_works_with_either_layout(surface: TextSurface, segment: Make, typed: str) -> None:
    surface.set_segments([segment("governor")])
    surface.focus_segment("governor")
    _typed(surface, typed, 34)
    assert surface.picked == "start"


def test_ctrl_with_a_letter_is_left_to_the_window(surface: TextSurface, qtbot: QtBot) -> None:
    told: list[str] = []
    surface.code_key_pressed.connect(told.append)
    qtbot.keyClick(surface, Qt.Key.Key_Z, CTRL)
    assert told == []


def test_every_binding_names_an_act_that_exists_and_no_key_stands_twice(surface: TextSurface) -> None:
    keys = [key for binding in BINDINGS for key in binding.keys]
    assert len(keys) == len(set(keys))
    assert all(callable(getattr(surface.hands, binding.act)) for binding in BINDINGS)
    assert all(isinstance(binding.words, str) and binding.words for binding in BINDINGS)


def test_keys_can_be_changed_and_an_unknown_act_is_refused(surface: TextSurface, qtbot: QtBot) -> None:
    surface.hands.rebind({"Ctrl+g": "paragraph"})
    surface.select(Span(2, 2))
    qtbot.keyClick(surface, Qt.Key.Key_G, CTRL)
    assert surface.selection() is not None
    with pytest.raises(ValueError, match="fly"):
        surface.hands.rebind({"x": "fly"})
