"""A coder's package in the window: who may read, what is the lead's, and what a coder proposes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCommandLinkButton, QLabel
from pytestqt.qtbot import QtBot

from coder.code_tree import code_tree
from coder.merging.package import hand_out
from coder.project import Project
from tests.ui.conftest import Study
from ui.main_window import MainWindow
from ui.room import Room

Opens = Callable[[Path | None], MainWindow]


@pytest.fixture
def package(study: Study) -> Path:
    """Boris's package of the study."""
    path = study.path.with_name("boris.intercoder")
    with Project.open(study.path) as project:
        hand_out(project, path, coder_id=study.boris)
    return path


def test_somebody_else_reads_a_package_and_changes_nothing(open_window: Opens, package: Path) -> None:
    window = open_window(package)
    room = window.room
    assert room is not None
    buttons = window.pages.currentWidget().findChildren(QCommandLinkButton)
    next(b for b in buttons if b.text() == "Somebody else").click()
    assert window.pages.currentWidget() is room.reading_page
    assert not window.workspace.writable
    assert "only reading" in window.line.findChildren(QLabel)[0].text()


def test_a_project_closed_before_it_was_said_who_codes_leaves_no_pane(open_window: Opens, package: Path) -> None:
    window = open_window(package)
    room = window.room
    assert room is not None
    room.sitting.close_project()
    assert window.pages.currentWidget() is window.start
    assert not any(room.panes.visible(name) for name in room.panes._docks)


@pytest.fixture
def room(open_window: Opens, package: Path, study: Study) -> Room:
    """The package, opened by Boris."""
    room = open_window(package).room
    assert room is not None
    room.people.be(study.boris)
    return room


def test_what_only_the_lead_does_is_no_pane_of_a_package(room: Room, study: Study) -> None:
    for name in ("bring", "hand_out", "merge"):
        assert not room.panes._docks[name].toggleViewAction().isVisible()
    room.sitting.open(study.path)
    for name in ("bring", "hand_out", "merge"):
        assert room.panes._docks[name].toggleViewAction().isVisible()


def test_a_code_is_proposed_and_named_in_place(room: Room, qtbot: QtBot) -> None:
    room.commands["add_code"].trigger()
    QTest.keyClicks(QApplication.focusWidget(), "Smugglers")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [r.name for r in room.workspace.ask(code_tree) if r.state == "proposed"] == ["Smugglers"])


def test_a_proposed_code_gets_its_definition_and_stays_proposed(room: Room) -> None:
    room.commands["add_code"].trigger()
    (proposed,) = [row for row in room.workspace.ask(code_tree) if row.state == "proposed"]
    room._edit_code(proposed.id)
    form = room.definition._form
    assert not form._state.isEnabled()
    form._texts["definition"].setPlainText("Who takes people over the border for money.")
    form._send()
    (now,) = [row for row in room.workspace.ask(code_tree) if row.state == "proposed"]
    assert now.definition == "Who takes people over the border for money."


def test_a_code_of_the_lead_is_not_opened_for_editing_and_this_is_said(room: Room, study: Study) -> None:
    room._edit_code(study.codes["Funding"])
    assert not room.definition.editing
    assert "codebook is the lead’s" in room.window.line.findChildren(QLabel)[1].text()


def test_who_looked_into_a_package_is_still_themselves_in_the_study(room: Room, study: Study) -> None:
    room.sitting.open(study.path)
    assert room.people.name() == "Ana"
