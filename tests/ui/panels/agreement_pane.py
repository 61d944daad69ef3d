"""The agreement pane in tests: opened on a project, its figures there; what its tables say, by column."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.panels.agreement import AgreementPanel


def settle(qtbot: QtBot, panel: AgreementPanel) -> None:
    """Until nothing is being worked out any more."""
    qtbot.waitUntil(
        lambda: not (panel._work.busy or panel._again or panel._next or panel._calm.isActive()), timeout=20000
    )


def row(panel: AgreementPanel, code: str) -> dict[str, str]:
    """What the table says of a code, by column."""
    for f in panel.model.rows:
        if f.code.path[-1] == code:
            return {c.title: c.text(f) for c in panel.model.columns}
    raise AssertionError(code)


def go_to(qtbot: QtBot, panel: AgreementPanel, code: str) -> None:
    panel.look_at(next(f.code.id for f in panel.model.rows if f.code.path[-1] == code))
    settle(qtbot, panel)


def passages(panel: AgreementPanel) -> list[tuple[str, str]]:
    shown = panel.passages.list
    rows = [shown.proxy.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(shown.proxy.rowCount())]
    return [(panel.passages.words_on(d), d.quote) for d in rows]


def turn(qtbot: QtBot, panel: AgreementPanel, view: str) -> None:
    panel.views.turn_to(view)
    settle(qtbot, panel)


def cells(panel: AgreementPanel) -> dict[str, dict[str, str]]:
    told = panel.views.grid.told
    return {
        row: {column: cell.text for (column, _), cell in zip(told.columns, line, strict=True)}
        for (row, _), line in zip(told.rows, told.cells, strict=True)
    }


def go_to_cell(qtbot: QtBot, panel: AgreementPanel, row: int, column: int) -> None:
    grid = panel.views.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(row, column))
    settle(qtbot, panel)


def choose(box, value) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
