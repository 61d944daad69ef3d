"""Splitting a code: one's own segments are sent on by keys, others' stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coder.code_tree import code_at
from coder.codebook import add_code
from coder.coders import coder_named
from coder.project import Project
from coder.segments import read_codings
from ui.panels.splitting import SplittingPanel
from ui.theme import Theme
from ui.workspace import Workspace

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def panel(coded: Path, workspace: Workspace, theme: Theme, shown: Show) -> SplittingPanel:
    with Project.open(coded) as project:
        funding = project.ask(code_at, ["Funding"])
        project.do(add_code, name="Wages", parent_id=funding, key="w")
        project.do(add_code, name="Bonus", parent_id=funding)
    workspace.open(coded)
    workspace.act_as(workspace.ask(coder_named, "Ana"))
    panel = SplittingPanel(workspace, theme)
    shown(panel)
    panel.show_code(workspace.ask(code_at, ["Funding"]))
    return panel


def of(workspace: Workspace, *path: str) -> list[UUID]:
    code, ana = workspace.ask(code_at, list(path)), workspace.ask(coder_named, "Ana")
    return [c.id for c in workspace.ask(read_codings) if c.code_id == code and c.coder_id == ana]


def test_keys_send_segment_after_segment(qtbot: QtBot, panel: SplittingPanel, workspace: Workspace) -> None:
    assert len(of(workspace, "Funding")) == 2
    qtbot.keyClick(panel.list, Qt.Key.Key_2)
    qtbot.keyClick(panel.list, Qt.Key.Key_W)
    assert len(of(workspace, "Funding", "Bonus")) == 1
    assert len(of(workspace, "Funding", "Wages")) == 1
    assert panel.list.proxy.rowCount() == 0


def test_space_leaves_one_where_it_is(qtbot: QtBot, panel: SplittingPanel, workspace: Workspace) -> None:
    first = of(workspace, "Funding")
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    qtbot.keyClick(panel.list, Qt.Key.Key_1)
    assert len(of(workspace, "Funding")) == 1
    assert set(of(workspace, "Funding")) < set(first)


def test_each_is_an_act_of_its_own(qtbot: QtBot, panel: SplittingPanel, workspace: Workspace) -> None:
    before = of(workspace, "Funding")
    qtbot.keyClick(panel.list, Qt.Key.Key_1)
    workspace.undo()
    assert of(workspace, "Funding") == before
    qtbot.waitUntil(lambda: panel.list.proxy.rowCount() == 2)


def test_others_segments_are_told_and_stay(panel: SplittingPanel) -> None:
    assert "2 segments of other coders stay" in panel.head.text()


def test_a_key_of_no_sub_code_says_so(qtbot: QtBot, panel: SplittingPanel, workspace: Workspace) -> None:
    with qtbot.waitSignal(workspace.said) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_X)
    assert "x" in told.args[0]


def test_a_button_sends_too(qtbot: QtBot, panel: SplittingPanel, workspace: Workspace) -> None:
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == "2  Bonus")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(of(workspace, "Funding", "Bonus")) == 1
