"""The pane on a plain table: chosen, dropped or typed; its coefficients in words; copied and written."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coder.agreement import reliability
from coder.importers.ratings_table import read_ratings
from ui.dialogs.ratings import RatingsPanel
from ui.theme import Theme

# Krippendorff (2011): 4 observers, 12 units; alpha .743 nominal, .815 ordinal.
FOUR = "unit,Ana,Борис,Chiara,سلمى\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n"
FOUR += "8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,,3,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "four.csv"
    path.write_text(FOUR, "utf-8")
    return path


@pytest.fixture
def panel(shown: Callable, theme: Theme) -> RatingsPanel:
    return shown(RatingsPanel(theme))


def settle(qtbot: QtBot, panel: RatingsPanel) -> None:
    qtbot.waitUntil(lambda: not panel._work.busy and not panel._again, timeout=20000)


def told(panel: RatingsPanel) -> dict[str, dict[str, str]]:
    """What the table says, by coefficient."""
    rows = panel.model.rows
    return {row.name: {c.name: c.text(row) for c in panel.model.columns} for row in rows}


def typed(qtbot: QtBot, panel: RatingsPanel, path: Path) -> None:
    panel.path.clear()
    qtbot.keyClicks(panel.path, str(path))
    qtbot.keyClick(panel.path, Qt.Key.Key_Return)
    settle(qtbot, panel)


def test_a_typed_table_is_measured_and_said_in_words(qtbot, panel, table):
    typed(qtbot, panel, table)
    found = told(panel)
    assert found["alpha_nominal"]["value"] == "0.7434"
    assert "tentative conclusions" in found["alpha_nominal"]["said"]
    assert found["cohen_kappa"]["value"] == "—"
    assert found["cohen_kappa"]["said"] == "Cohen’s kappa is for two coders; this table has more."
    assert "4 coders, 12 units, 5 categories" in panel.head.text()
    assert "read as labels of the units" in panel.warnings.text()


def test_another_metric_by_key_measures_anew(qtbot, panel, table):
    typed(qtbot, panel, table)
    panel.scale.setFocus()
    qtbot.keyClick(panel.scale, Qt.Key.Key_Down)
    panel.scale.activated.emit(panel.scale.currentIndex())  # the offscreen platform sends no activation by key
    settle(qtbot, panel)
    assert told(panel)["alpha_ordinal"]["value"] == "0.8154"
    assert "can be relied on" in told(panel)["alpha_ordinal"]["said"]


def test_intervals_and_their_seed_are_those_of_the_core(qtbot, panel, table):
    typed(qtbot, panel, table)
    qtbot.mouseClick(panel.intervals, Qt.MouseButton.LeftButton, pos=QPoint(8, panel.intervals.height() // 2))
    settle(qtbot, panel)
    panel.seed.setFocus()
    panel.seed.selectAll()
    qtbot.keyClicks(panel.seed, "7")
    qtbot.keyClick(panel.seed, Qt.Key.Key_Return)
    settle(qtbot, panel)
    expected = reliability(read_ratings(table), bootstrap=1000, seed=7).coefficients["alpha_nominal"]
    assert told(panel)["alpha_nominal"]["interval"] == f"{expected.low:.3f} – {expected.high:.3f}"
    assert "rough" in panel.warnings.text()


def test_the_size_of_the_codebook_counts(qtbot, panel, table):
    typed(qtbot, panel, table)
    before = told(panel)["brennan_prediger"]["value"]
    panel.categories.setFocus()
    panel.categories.selectAll()
    qtbot.keyClicks(panel.categories, "9")
    qtbot.keyClick(panel.categories, Qt.Key.Key_Return)
    settle(qtbot, panel)
    expected = reliability(read_ratings(table), categories=9).coefficients["brennan_prediger"].value
    assert told(panel)["brennan_prediger"]["value"] == f"{expected:.4f}" != before


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("ragged.csv", "A,B\n1,2\n3\n", "row 3: 1 cells, but the first row has 2"),
        ("alone.csv", "A\n1\n", "one coder"), ("empty.csv", "", "is empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_measured_is_said_in_the_pane(qtbot, panel, table, tmp_path, name, text, words):
    typed(qtbot, panel, table)
    (tmp_path / name).write_text(text, "utf-8")
    typed(qtbot, panel, tmp_path / name)
    assert words in panel.list._empty
    assert len(panel.model.rows) == 0
    assert not panel.export.isEnabled()


def test_a_dropped_table_is_measured_and_a_text_is_not_taken(qtbot, panel, table, tmp_path):
    for path in (tmp_path / "story.txt", table):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        entered = QDragEnterEvent(QPoint(5, 5), *how)
        QApplication.sendEvent(panel, entered)
        if entered.isAccepted():
            QApplication.sendEvent(panel, QDropEvent(QPointF(5, 5), *how))
        settle(qtbot, panel)
        assert panel.path.text() == (str(table) if path == table else "")
    assert told(panel)["alpha_nominal"]["value"] == "0.7434"


def test_rows_are_copied_as_a_table_by_key(qtbot, panel, table):
    typed(qtbot, panel, table)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Home)
    qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Krippendorff’s alpha, nominal\t0.7434" in QGuiApplication.clipboard().text()


def test_figures_are_written_as_workbook_and_as_table(qtbot, panel, table, tmp_path):
    typed(qtbot, panel, table)
    said = []
    panel.said.connect(said.append)
    panel.write(tmp_path / "r.xlsx")
    panel.write(tmp_path / "r.csv")
    panel.write(tmp_path / "r.odt")
    assert said[:2] == ["Wrote r.xlsx.", "Wrote r.csv."]
    assert "does not say what to write" in said[2]
    rows = list(csv.DictReader((tmp_path / "r.csv").read_text("utf-8-sig").splitlines()))
    alpha = next(row for row in rows if row["figure"] == "alpha_nominal")
    assert float(alpha["value"]) == pytest.approx(0.7434211)
    book = load_workbook(tmp_path / "r.xlsx")
    about = {row[0]: row[1] for row in book["About"].iter_rows(min_row=2, values_only=True)}
    assert about["Asked for"] == "metric nominal; as many categories as are used; no intervals"
    assert about["Table"] == "four.csv"
