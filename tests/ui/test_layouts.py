"""Keyboards of other countries, on the desk and in the window: AltGr, dead keys, input methods, Russian alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLineEdit, QMenu

from coder.project import Project
from coder.segment_list import ShownSegment, shown_segments
from coder.spans import Span
from tests.ui.conftest import DECREE, Study
from ui.document.surface import TextSurface
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL = Mod.ControlModifier
PANES = ("documents", "codes", "keys", "segments", "details")
X11 = 8  # what X11 adds to evdev's numbers


@pytest.fixture
def desk(window: MainWindow, study: Study) -> TextSurface:
    """The surface with the decree on it, “The governor” selected, and the keys in it."""
    assert window.room is not None
    window.room.reading.show_document(study.documents["Decree.txt"])
    surface = window.room.desk.surface
    surface.setFocus()
    surface.select(Span(0, 12))
    return surface


def press(text: str, number: int, held: Mod = Mod.NoModifier, key: int | None = None) -> None:
    """A key as X11 sends it to whoever has the keys, when no menu took it."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        code = ord(text.upper()) if key is None else key
        QApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(kind, code, held, number + X11, 0, 0, text))


def segments(study: Study) -> list[ShownSegment]:
    with Project.open(study.path, write=False) as project:
        return list(project.ask(shown_segments))


@pytest.mark.parametrize("number", [10, 6], ids=["German: AltGr+9", "French: the key of its own"])
def test_an_edge_is_picked_with_altgr_and_moved_by_arrows(desk: TextSurface, study: Study, number: int) -> None:
    press("p", 25)
    press("]", number, Mod.GroupSwitchModifier)
    for _ in range(len(" raises")):
        QTest.keyClick(desk, Key.Key_Right)
    QTest.keyClick(desk, Key.Key_Return)
    (segment,) = segments(study)
    assert segment.quote == "The governor raises"


def test_altgr_on_a_digits_key_sets_no_evidence(desk: TextSurface, study: Study) -> None:
    press("p", 25)
    press("½", 6, Mod.GroupSwitchModifier)
    (segment,) = segments(study)
    assert segment.qualifiers == {}


def test_where_russian_is_the_only_layout_ctrl_z_still_undoes(desk: TextSurface, study: Study) -> None:
    press("з", 25)
    assert [s.path[-1] for s in segments(study)] == ["Provinces"]
    press("я", 44, CTRL)  # as measured with `setxkbmap ru`
    assert segments(study) == []
    press("н", 21, CTRL)
    assert len(segments(study)) == 1


def test_in_a_field_such_keys_are_the_fields_own(desk: TextSurface, window: MainWindow, study: Study) -> None:
    press("p", 25)
    assert window.room is not None
    field = window.room.documents.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.setText("decree")
    press("ф", 30, CTRL)
    assert field.selectedText() == "decree"
    press("ч", 45, CTRL)
    assert field.text() == ""
    press("я", 44, CTRL)
    assert field.text() == "decree"
    assert len(segments(study)) == 1  # the field's undo, not the project's


def test_an_input_method_writes_nothing_into_a_document(desk: TextSurface, study: Study) -> None:
    written = QInputMethodEvent("にほん", [])
    written.setCommitString("日本")
    QApplication.sendEvent(desk, written)
    assert desk.toPlainText() == desk.shown.shown()
    assert desk.text == DECREE
    assert desk.selection() == Span(0, 12)


def test_a_dead_key_does_nothing_and_the_next_key_is_itself(desk: TextSurface, study: Study) -> None:
    press("", 13, key=Key.Key_Dead_Acute)
    assert segments(study) == []
    assert desk.selection() == Span(0, 12)
    press("p", 25)
    assert [s.path[-1] for s in segments(study)] == ["Provinces"]


def test_shift_and_f10_open_the_menu_where_the_keys_are(desk: TextSurface, window: MainWindow) -> None:
    opened: list[list[str]] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        opened.append([action.text() for action in menu.actions()])
        menu.close()

    QTimer.singleShot(0, look)
    QTest.keyClick(desk, Key.Key_F10, Mod.ShiftModifier)
    assert any(words.startswith("Code…") for words in opened[0])


def test_esc_in_a_pane_that_stands_apart_gives_the_keys_back_too(desk: TextSurface, window: MainWindow, qtbot) -> None:
    assert window.room is not None
    dock = window.findChild(QDockWidget, "help")
    press("?", 53, Mod.ShiftModifier)
    dock.setFloating(True)
    with qtbot.waitActive(dock):
        dock.activateWindow()
    window.room.help.setFocus()
    qtbot.waitUntil(lambda: window.room.panes.current() == "help")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(desk.hasFocus)


def test_esc_in_a_pane_gives_the_keys_back_to_the_text(desk: TextSurface, window: MainWindow) -> None:
    assert window.room is not None
    panes = window.room.panes
    for raise_ in (lambda: press("?", 53, Mod.ShiftModifier), *(lambda n=n: panes.raise_(n) for n in PANES)):
        raise_()
        assert panes.current() in ("help", *PANES)
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
        assert desk.hasFocus()
    assert desk.selection() == Span(0, 12)
