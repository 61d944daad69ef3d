"""The wide table of documents, by real keys: typed cells, several at once, copied and pasted, sets, filters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from coder.cases import sets_of
from coder.documents import living_documents, variables_of
from coder.project import Project
from coder.variables import add_variable, document_table
from ui.panels.document_table import DocumentTablePanel
from ui.settings import Settings
from ui.theme import Theme
from ui.workspace import Workspace

Show = Callable[[QWidget], QWidget]
Select = QItemSelectionModel.SelectionFlag


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def panel(path: Path, workspace: Workspace, theme: Theme, kept: Settings, shown: Show) -> DocumentTablePanel:
    with Project.open(path) as project:
        project.do(add_variable, name="Year", kind="number")
        project.do(add_variable, name="Checked", kind="yesno")
    workspace.open(path)
    panel = DocumentTablePanel(workspace, theme, kept)
    shown(panel)
    return panel


def column(panel: DocumentTablePanel, title: str) -> int:
    return next(n for n, c in enumerate(panel.table.table.columns) if c.title == title)


def go(panel: DocumentTablePanel, row: int, title: str, *, add: bool = False) -> None:
    index = panel.table.proxy.index(row, column(panel, title))
    panel.table.setFocus()
    flags = Select.Select if add else Select.ClearAndSelect
    panel.table.selectionModel().setCurrentIndex(index, flags)


def cells(panel: DocumentTablePanel, title: str) -> list[str]:
    n = column(panel, title)
    return [str(panel.table.proxy.index(r, n).data() or "") for r in range(panel.table.proxy.rowCount())]


def values(workspace: Workspace, name: str) -> list[str]:
    variable = next(v.id for v in workspace.ask(variables_of) if v.name == name)
    return [row.values.get(variable, "") for row in workspace.ask(document_table)]


def type_into(qtbot: QtBot, panel: DocumentTablePanel, words: str) -> None:
    """F2, the words, Enter, as one types; waits until the list has followed."""
    qtbot.keyClick(panel.table, Qt.Key.Key_F2)
    line = panel.table.findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_value_typed_into_a_cell_is_kept(qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace) -> None:
    go(panel, 0, "Year")
    type_into(qtbot, panel, "2024")
    qtbot.waitUntil(lambda: cells(panel, "Year") == ["2024", ""])
    assert values(workspace, "Year") == ["2024", ""]


def test_a_wrong_value_is_refused_in_words(qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace) -> None:
    go(panel, 0, "Year")
    with qtbot.waitSignal(workspace.failed) as told:
        type_into(qtbot, panel, "soon")
    assert "Year" in told.args[0].message
    assert values(workspace, "Year") == ["", ""]
    assert cells(panel, "Year") == ["", ""]


def test_a_document_is_renamed_in_place(qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace) -> None:
    go(panel, 0, "Document")
    type_into(qtbot, panel, "Decree 114 (new)")
    qtbot.waitUntil(lambda: cells(panel, "Document")[0] == "Decree 114 (new)")
    assert workspace.ask(living_documents)[0].name == "Decree 114 (new)"


def test_what_is_typed_goes_into_all_chosen_cells_as_one_act(
    qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace
) -> None:
    go(panel, 0, "Year")
    go(panel, 1, "Year", add=True)
    depth = workspace.undo_depth
    type_into(qtbot, panel, "2025")
    qtbot.waitUntil(lambda: values(workspace, "Year") == ["2025", "2025"])  # Qt commits a line a moment after Enter
    assert workspace.undo_depth == depth + 1
    workspace.undo()
    assert values(workspace, "Year") == ["", ""]


def test_yes_and_no_are_chosen_from_a_list(qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace) -> None:
    go(panel, 1, "Checked")
    qtbot.keyClick(panel.table, Qt.Key.Key_F2)
    box = panel.table.viewport().findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(box.findData("yes"))
    box.activated.emit(box.currentIndex())
    assert values(workspace, "Checked") == ["", "yes"]


def test_delete_empties_the_chosen_cells(qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace) -> None:
    go(panel, 1, "date")
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert values(workspace, "date") == ["", ""]


def test_cells_are_copied_and_pasted_as_a_table(qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace) -> None:
    go(panel, 0, "Year")
    QGuiApplication.clipboard().setText("2023\tyes\n2024\tno\n")
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert values(workspace, "Year") == ["2023", "2024"]
    assert values(workspace, "Checked") == ["yes", "no"]
    qtbot.waitUntil(lambda: cells(panel, "Checked") == ["yes", "no"])
    go(panel, 0, "Year")
    for row, title in ((1, "Year"), (0, "Checked"), (1, "Checked")):
        go(panel, row, title, add=True)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "2023\tyes\n2024\tno"


def test_one_wrong_cell_of_a_pasted_table_leaves_all_alone(
    qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace
) -> None:
    go(panel, 0, "Year")
    QGuiApplication.clipboard().setText("2023\nsoon")
    with qtbot.waitSignal(workspace.failed):
        qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert values(workspace, "Year") == ["", ""]


def test_a_set_is_made_of_the_chosen_and_narrows_the_table(
    qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace
) -> None:
    go(panel, 1, "Document")
    panel.make_set("Pilot")
    qtbot.waitUntil(lambda: panel.set_box.count() == 2)
    panel.set_box.setCurrentIndex(1)
    panel.set_box.activated.emit(1)
    assert cells(panel, "Document") == ["b.txt"]
    go(panel, 0, "Document")
    out = next(m for m in panel.menu().findChildren(QMenu) if m.actions() and m.actions()[0].text() == "Pilot")
    out.actions()[0].trigger()
    assert [s.documents for s in workspace.ask(sets_of)] == [frozenset()]


def test_a_value_narrows_the_table(panel: DocumentTablePanel) -> None:
    panel.variable_box.setCurrentIndex(panel.variable_box.findText("date"))
    panel.variable_box.activated.emit(1)
    panel.value_box.setCurrentIndex(panel.value_box.findText("2024"))
    panel.value_box.activated.emit(1)
    assert cells(panel, "Document") == ["b.txt"]


def test_numbers_sort_by_size(qtbot: QtBot, panel: DocumentTablePanel) -> None:
    go(panel, 0, "Year")
    QGuiApplication.clipboard().setText("10\n9")
    qtbot.keyClick(panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: cells(panel, "Year") == ["10", "9"])
    panel.table.sortByColumn(column(panel, "Year"), Qt.SortOrder.AscendingOrder)
    assert cells(panel, "Year") == ["9", "10"]


def test_columns_stay_as_they_were_left(
    panel: DocumentTablePanel, workspace: Workspace, theme: Theme, kept: Settings, shown: Show
) -> None:
    n = column(panel, "Year")
    panel.table.setColumnWidth(n, 123)
    panel.table.horizontalHeader().moveSection(panel.table.horizontalHeader().visualIndex(n), 1)
    hide = next(a for a in panel.header_menu(column(panel, "Format")).actions() if "Hide" in a.text())
    hide.trigger()
    again = DocumentTablePanel(workspace, theme, kept)
    shown(again)
    assert again.table.columnWidth(column(again, "Year")) == 123
    assert again.table.horizontalHeader().visualIndex(column(again, "Year")) == 1
    assert again.table.isColumnHidden(column(again, "Format"))


def test_enter_on_a_name_opens_the_document(qtbot: QtBot, panel: DocumentTablePanel, workspace: Workspace) -> None:
    go(panel, 1, "Document")
    with qtbot.waitSignal(panel.document_chosen) as told:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    wanted: UUID = workspace.ask(living_documents)[1].id
    assert told.args == [wanted]
