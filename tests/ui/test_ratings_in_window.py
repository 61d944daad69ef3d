"""The pane on a plain table is reached from the menu, measures beside an open project, and goes with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow


def test_from_the_menu_to_the_figures_and_closed_with_the_project(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.room is not None
    room, panel = window.room, window.room.team.ratings
    (tmp_path / "t.csv").write_text("Ana,Ben\n1,1\n0,1\n0,0\n1,1\n", "utf-8")
    room.commands["ratings"].trigger()
    qtbot.waitUntil(panel.isVisible)
    assert QApplication.focusWidget() is panel.path
    qtbot.keyClicks(panel.path, str(tmp_path / "t.csv"))
    qtbot.keyClick(panel.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(panel.model.rows) > 0, timeout=10_000)
    assert panel.model.rows[0].name == "alpha_nominal"
    room.commands["close_project"].trigger()
    assert not panel.isVisible()
    assert not room.commands["ratings"].isEnabled()
