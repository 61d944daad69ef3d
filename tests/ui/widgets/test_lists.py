"""Lists under a filter line: where the keys are is always seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.lists import FilterLine, ListView


def test_the_row_that_enter_in_the_filter_leads_to_is_seen(qtbot: QtBot) -> None:
    theme, pane = Theme("light"), QWidget()
    line, model = FilterLine(theme, "Filter"), TableModel([Column("Name", str)], lambda row: row)
    model.replace(["Courier", "Court of Audit", "Decree"])
    rows = ListView(model, theme)
    rows.filter_by(line)
    layout = QVBoxLayout(pane)
    layout.addWidget(line)
    layout.addWidget(rows)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    line.setFocus()
    qtbot.keyClicks(line, "court")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (rows.current_row(), rows.rows_selected()) == ("Court of Audit", ["Court of Audit"])
    with qtbot.waitSignal(rows.row_chosen) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == ["Court of Audit"]
