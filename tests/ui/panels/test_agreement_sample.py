"""How the sample was drawn, typed in the agreement pane, and the strata that intervals are drawn within."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coder.project import Project
from coder.reliability.kept import how_drawn, kept_settings
from tests.ui.panels.agreement_pane import settle


def test_what_is_typed_on_the_sample_is_kept_and_comes_back(qtbot, opened, coded):
    panel = opened(coded)
    qtbot.mouseClick(panel.controls.counting, Qt.MouseButton.LeftButton)
    panel.controls.drawn.setFocus()
    qtbot.keyClicks(panel.controls.drawn, "every tenth article")
    qtbot.keyClick(panel.controls.drawn, Qt.Key.Key_Return)
    settle(qtbot, panel)
    with Project.open(coded, write=False) as project:
        assert project.ask(how_drawn, 1) == "every tenth article"
    assert panel._compared.facts.drawn == panel.controls.drawn.text() == "every tenth article"
    panel._workspace.undo()
    settle(qtbot, panel)
    assert panel.controls.drawn.text() == ""


def test_a_stratum_is_chosen_by_key_and_remembered(qtbot, opened, coded):
    panel = opened(coded)
    qtbot.mouseClick(panel.controls.counting, Qt.MouseButton.LeftButton)
    box = panel.controls.strata
    assert [box.itemText(n) for n in range(box.count())] == ["Drawn without strata", "Drawn within “date”"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    settle(qtbot, panel)
    assert panel._compared.strata.variable == "date"
    with Project.open(coded, write=False) as project:
        kept = project.ask(kept_settings)
    assert kept.strata == panel.controls.settings().strata is not None
