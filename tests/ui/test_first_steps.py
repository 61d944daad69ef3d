"""The first minutes by keys alone: the start page, a new project, what comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from coder.code_tree import code_tree
from coder.data import data_dir
from tests.ui.conftest import Study
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


def test_enter_opens_a_project_of_before_again(open_window: Opens, study: Study) -> None:
    window = open_window(study.path)
    assert window.room is not None
    window.room.sitting.close_project()
    for _ in range(3):  # past the three big buttons
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert window.workspace.path == study.path


def test_the_text_has_its_height_back_when_the_sources_were_brought_in(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    room = window.room
    assert room is not None
    low = room.segments.height()
    room.bringing.look_at([tmp_path])
    qtbot.waitUntil(lambda: room.bringing.panel.isVisible() and not window.tasks.busy)
    qtbot.waitUntil(lambda: room.bringing.panel.height() > low * 1.5 and room.desk.height() < 400)
    room.bringing.panel.given_up.emit()
    qtbot.waitUntil(lambda: room.segments.isVisible() and room.segments.height() == low)


def test_a_codebook_of_the_program_leaves_the_folder_of_work_as_it_is(
    window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    settings.folder = tmp_path
    assert window.room is not None
    window.room.errands.choose_codebook()
    dialog = window.findChild(QFileDialog)
    dialog.filesSelected.emit([str(data_dir("codebooks") / "general.yaml")])
    dialog.close()
    assert settings.folder == tmp_path


def test_a_project_opens_with_the_keys_in_the_text(window: MainWindow) -> None:
    assert window.room is not None
    assert QApplication.focusWidget() is window.room.desk.surface


def test_every_pane_that_is_raised_has_the_keys_where_they_do_something(window: MainWindow, study: Study) -> None:
    room = window.room
    assert room is not None
    lost = []
    for name, inside in room.panes._inside.items():
        room.panes.raise_(name)
        field = QApplication.focusWidget()
        if field is None or not inside.isAncestorOf(field) or field.focusPolicy() == Qt.FocusPolicy.NoFocus:
            lost.append(name)
    assert lost == []


def test_a_button_out_of_use_leaves_the_keys_in_its_pane(window: MainWindow) -> None:
    room = window.room
    assert room is not None
    room.panes.raise_("export")
    room.panes.raise_("hand_out")
    panel = room.team.hand_out
    panel.button.setFocus()
    panel.button.setEnabled(False)
    field = QApplication.focusWidget()
    assert field is not None
    assert panel.isAncestorOf(field)


def test_enter_presses_a_button_of_a_pane(window: MainWindow) -> None:
    room = window.room
    assert room is not None
    room.panes.raise_("codes")
    room.codes._add.setFocus()
    before = len(window.workspace.ask(code_tree))
    press(Qt.Key.Key_Return)
    assert len(window.workspace.ask(code_tree)) == before + 1


def test_files_of_one_study_are_told_apart_among_those_opened_before(open_window: Opens, study: Study) -> None:
    window = open_window(study.path)
    assert window.room is not None
    window.room.sitting.close_project()
    said = [label.text() for label in window.start.findChildren(QLabel)]
    assert any(words.endswith("Study.intercoder") for words in said)
