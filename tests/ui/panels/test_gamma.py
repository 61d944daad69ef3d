"""Gamma in the agreement pane: asked for under “More”, computed aside, told with its precision or its reason."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coder.errors import Cancelled
from coder.project import Project
from coder.reliability import Settings, compare
from coder.reliability.gammas import Sampling, gammas
from tests.ui.walker import faults
from ui.agreement.gamma import GammaWindow, said_of
from ui.panels.agreement import AgreementPanel
from ui.tasks import Tasks
from ui.theme import Theme
from ui.workspace import Workspace


@pytest.fixture
def panel(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, theme: Theme, shown: Callable, coded: Path
) -> AgreementPanel:
    """The pane on a small study, its figures there."""
    made = shown(AgreementPanel(workspace, tasks, theme))
    workspace.open(coded)
    qtbot.waitUntil(lambda: not (made._work.busy or made._again or made._next or made._calm.isActive()), timeout=20000)
    return made


@pytest.fixture
def window(qtbot: QtBot, panel: AgreementPanel) -> GammaWindow:
    """The window, opened by the button, its figures there."""
    panel.controls.more.setChecked(True)
    qtbot.mouseClick(panel.gamma.button, Qt.MouseButton.LeftButton)
    made = panel.window().findChild(GammaWindow)
    if made._work.busy:
        with qtbot.waitSignal(made.computed, timeout=20000):
            pass
    return made


def test_the_button_stands_under_more_only(panel):
    assert panel.gamma.isHidden()
    panel.controls.more.setChecked(True)
    assert panel.gamma.button.isVisible()
    panel.controls.more.setChecked(False)
    assert panel.gamma.isHidden()


def test_f1_there_is_about_agreement(window):
    assert window.property("help") == "agreement"


def test_everything_in_it_is_named_and_told(window):
    assert faults(window) == []


def test_the_figures_are_those_of_the_core(window, coded):
    with Project.open(coded, write=False) as project:
        rows = [row for row in gammas(compare(project, Settings()), Sampling(30)) if row.used]
    assert [row.gamma for row in window.model.rows] == [row.gamma for row in rows]
    assert any(row.gamma.gamma.value is not None for row in rows)
    assert not window.running.isVisible()
    assert window.compute_button.isEnabled()


def test_a_code_is_told_in_a_sentence_with_its_disorders_or_its_reason(qtbot, window):
    window.list.setFocus()
    told = []
    for n, row in enumerate(window.model.rows):
        window.list.setCurrentIndex(window.list.proxy.index(n, 0))
        assert window.sentence.text() == said_of(row)
        told.append((row.gamma.gamma.value is None, window.sentence.text()))
    assert all(("has no gamma" in words) == without for without, words in told)
    assert any(without for without, _ in told)
    assert any(not without for without, _ in told)


def test_another_number_of_samples_and_sampler_is_computed_again(qtbot, window):
    before = {row.code.id: row.gamma for row in window.model.rows}
    window.samples.setCurrentIndex(1)
    window.sampler.setCurrentIndex(1)
    with qtbot.waitSignal(window.computed, timeout=20000):
        qtbot.mouseClick(window.compute_button, Qt.MouseButton.LeftButton)
    after = {row.code.id: row.gamma for row in window.model.rows}
    with_value = [k for k, g in before.items() if g.gamma.value is not None]
    assert all(after[k].samples == 100 and before[k].samples == 30 for k in with_value)
    assert all(after[k].observed == before[k].observed for k in with_value)


def test_what_is_exported_afterwards_has_gamma(panel, window):
    told = panel._export.compared.as_json("d", "s")
    json.dumps(told)
    assert told["settings"]["gamma"]["samples"] == 30
    assert len(told["gamma"]) == len(told["codes"])


def test_work_that_is_stopped_leaves_no_figures_and_can_begin_anew(qtbot, window):
    window.samples.setCurrentIndex(3)
    window.compute()
    assert window.running.isVisible()
    assert window.model.rows == []
    with qtbot.waitSignal(window._work.failed, timeout=20000) as caught:
        qtbot.mouseClick(window.stop, Qt.MouseButton.LeftButton)
    assert isinstance(caught.args[0], Cancelled)
    assert "Stopped" in window.list._empty
    assert window.compute_button.isEnabled()


def test_a_project_that_is_closed_takes_the_window_and_its_work_with_it(qtbot, panel, window, workspace):
    window.samples.setCurrentIndex(3)
    window.compute()
    work = window._work
    workspace.close()
    assert not work.busy
    qtbot.waitUntil(lambda: panel.window().findChild(GammaWindow) is None, timeout=5000)
    assert panel.gamma.isHidden()
