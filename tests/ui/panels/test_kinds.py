"""Variables and qualifiers edited in their panes, by real keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coder.code_tree import qualifiers_of
from coder.documents import living_documents, variables_of
from coder.variables import Cell, set_cells
from ui.panels.qualifiers import QualifiersPanel
from ui.panels.variables import VariablesPanel
from ui.theme import Theme
from ui.widgets.kinds_editor import KindsEditor
from ui.workspace import Workspace

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def variables(path: Path, workspace: Workspace, theme: Theme, shown: Show) -> VariablesPanel:
    workspace.open(path)
    panel = VariablesPanel(workspace, theme)
    shown(panel)
    return panel


@pytest.fixture
def qualifiers(path: Path, workspace: Workspace, theme: Theme, shown: Show) -> QualifiersPanel:
    workspace.open(path)
    panel = QualifiersPanel(workspace, theme)
    shown(panel)
    return panel


def type_name(qtbot: QtBot, editor: KindsEditor, name: str) -> None:
    editor.name.selectAll()
    qtbot.keyClicks(editor.name, name)
    qtbot.keyClick(editor.name, Qt.Key.Key_Return)


def kind(editor: KindsEditor, value: str) -> None:
    editor.kind.setCurrentIndex(editor.kind.findData(value))
    editor.kind.activated.emit(editor.kind.currentIndex())


def test_a_new_variable_is_named_and_typed(qtbot: QtBot, variables: VariablesPanel, workspace: Workspace) -> None:
    qtbot.mouseClick(variables.editor.add, Qt.MouseButton.LeftButton)
    type_name(qtbot, variables.editor, "Year")
    kind(variables.editor, "number")
    variables.editor.send()
    assert [(v.name, v.kind) for v in workspace.ask(variables_of)] == [("date", "text"), ("Year", "number")]


def test_a_kind_that_the_values_do_not_fit_is_refused(
    qtbot: QtBot, variables: VariablesPanel, workspace: Workspace
) -> None:
    (date,) = workspace.ask(variables_of)
    document = workspace.ask(living_documents)[0]
    workspace.do(set_cells, cells=[Cell(document.id, date.id, "last spring")])
    kind(variables.editor, "date")
    with qtbot.waitSignal(workspace.failed) as told:
        variables.editor.send()
    assert "last spring" in told.args[0].message
    assert workspace.ask(variables_of)[0].kind == "text"


def test_variables_move_by_keys_and_go_by_delete(
    qtbot: QtBot, variables: VariablesPanel, workspace: Workspace
) -> None:
    variables.add()
    qtbot.keyClick(variables.editor.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [v.name for v in workspace.ask(variables_of)] == ["New variable", "date"]
    qtbot.keyClick(variables.editor.list, Qt.Key.Key_Delete)
    assert [v.name for v in workspace.ask(variables_of)] == ["date"]
    workspace.undo()
    assert [v.name for v in workspace.ask(variables_of)] == ["New variable", "date"]


def test_the_evidence_scale_gets_values_in_an_order(
    qtbot: QtBot, qualifiers: QualifiersPanel, workspace: Workspace
) -> None:
    kind(qualifiers.editor, "ordered")
    qualifiers.editor.values.setPlainText("documented\nreported\n\n inferred ")
    qtbot.keyClick(qualifiers.editor.values, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (scale,) = workspace.ask(qualifiers_of)
    assert (scale.kind, scale.values) == ("ordered", ["documented", "reported", "inferred"])


def test_a_choice_without_values_is_refused_in_words(
    qtbot: QtBot, qualifiers: QualifiersPanel, workspace: Workspace
) -> None:
    qualifiers.editor.values.setPlainText("")
    with qtbot.waitSignal(workspace.failed):
        qualifiers.editor.send()
    assert workspace.ask(qualifiers_of)[0].values == ["documented", "reported"]


def test_a_qualifier_is_added_and_removed_and_comes_back(
    qtbot: QtBot, qualifiers: QualifiersPanel, workspace: Workspace
) -> None:
    qualifiers.add()
    type_name(qtbot, qualifiers.editor, "event date")
    assert [q.name for q in workspace.ask(qualifiers_of)] == ["evidence", "event date"]
    qtbot.mouseClick(qualifiers.editor.remove, Qt.MouseButton.LeftButton)
    assert [q.name for q in workspace.ask(qualifiers_of)] == ["evidence"]
    workspace.undo()
    assert [q.name for q in workspace.ask(qualifiers_of)] == ["evidence", "event date"]


def test_escape_brings_back_what_stands(qtbot: QtBot, qualifiers: QualifiersPanel) -> None:
    qtbot.keyClicks(qualifiers.editor.name, "x")
    qtbot.keyClick(qualifiers.editor.name, Qt.Key.Key_Escape)
    assert qualifiers.editor.name.text() == "evidence"
