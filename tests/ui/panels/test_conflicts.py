"""Both sides of a conflict are seen; a figure or a click chooses one; undo brings the question back or the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coder.code_tree import code_at
from coder.merging.conflicts import open_conflicts
from coder.merging.merge import merge_files
from coder.models import Code
from coder.project import Project
from ui.panels.conflicts import ConflictsPanel


@pytest.fixture
def disputed(apart):
    with Project.open(apart[0]) as project:
        merge_files(project, apart[1:])
    return apart[0]


@pytest.fixture
def panel(workspace, tasks, theme, shown, disputed):
    panel = shown(ConflictsPanel(workspace, tasks, theme))
    workspace.open(disputed)
    return panel


def definition(workspace) -> str:
    code = workspace.ask(code_at, ["Funding"])
    return workspace.ask(lambda s: s.get(Code, code).definition)


def sides(panel) -> list[str]:
    return [c.words for c in panel.list.current_row().choices]


def test_both_values_are_listed_with_who_wrote_them(panel):
    (conflict,) = panel.model.rows
    told = [c.text(conflict) for c in panel.model.columns]
    assert told[:4] == ["code", "Funding", "definition", "Ana, Ben"] or told[3] == "Ben, Ana"
    assert "Money, says Ana" in told[4]
    assert "Money, says Ben" in told[4]


@pytest.mark.parametrize("n", [0, 1])
def test_a_figure_chooses_a_side_and_the_list_is_empty(qtbot, panel, workspace, n):
    panel.list.setFocus()
    chosen = sides(panel)[n]
    qtbot.keyClick(panel.list, Qt.Key.Key_1 if n == 0 else Qt.Key.Key_2)
    assert definition(workspace) == chosen
    assert workspace.ask(open_conflicts) == []
    assert panel.model.rows == []


def test_a_click_chooses_as_well(qtbot, panel, workspace):
    chosen = sides(panel)[1]
    qtbot.mouseClick(panel.buttons()[1], Qt.MouseButton.LeftButton)
    assert definition(workspace) == chosen


def test_letters_typed_in_the_list_go_to_the_filter(qtbot, panel):
    panel.list.setFocus()
    qtbot.keyClicks(panel.list, "x")
    assert panel.filter.text() == "x"


def test_a_choice_can_be_undone(panel, workspace):
    panel.choose(0)
    depth = workspace.undo_depth
    workspace.undo()
    assert workspace.undo_depth == depth - 1
    assert definition(workspace) in ("Money, says Ana", "Money, says Ben")


def test_nothing_can_be_chosen_in_a_project_that_only_reads(qtbot, workspace, tasks, theme, shown, disputed):
    with Project.open(disputed):
        workspace.open(disputed)
        panel = shown(ConflictsPanel(workspace, tasks, theme))
        assert len(panel.model.rows) == 1
        assert [b.isEnabled() for b in panel.buttons()] == [False, False]
        panel.choose(0)
        assert len(panel.model.rows) == 1


def test_the_thing_itself_can_be_asked_for(qtbot, panel, workspace):
    with qtbot.waitSignal(panel.code_wanted) as asked:
        panel.code_wanted.emit(panel.list.current_row().row)
    assert asked.args == [workspace.ask(code_at, ["Funding"])]


def test_an_empty_list_says_what_would_be_there(qtbot, workspace, tasks, theme, shown, path):
    panel = shown(ConflictsPanel(workspace, tasks, theme))
    workspace.open(path)
    assert panel.model.rows == []
    assert "No edit conflicts" in panel.list._empty
