"""The first minutes by keys alone: the start page, a new project, what comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.settings import Settings

Opens = Callable[[Path | None], MainWindow]


def press(key: Qt.Key) -> None:
    """The key goes where the keys are."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def test_the_first_start_waits_for_a_name(open_window: Opens, settings: Settings) -> None:
    settings.name = ""
    window = open_window(None)
    assert QApplication.focusWidget() is window.start.name


def test_who_has_said_a_name_starts_on_the_first_button_and_enter_presses_it(
    open_window: Opens, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.folder = tmp_path
    window = open_window(None)
    press(Qt.Key.Key_Return)
    assert window.room is not None
    assert window.pages.currentWidget() is window.room.new_page
    qtbot.keyClicks(window.room.new_page.title, "Rivers")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert window.workspace.path == tmp_path / "Rivers.intercoder"
    assert getattr(QApplication.focusWidget(), "text", str)() == "Add sources"
