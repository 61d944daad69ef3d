"""Packages, exports and the history, by the panes that make and show them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from coder.code_tree import code_at
from coder.codebook import edit_code
from coder.coders import coder_named
from coder.documents import living_documents
from coder.errors import Cancelled
from coder.project import Project
from ui.dialogs.export import ExportPanel
from ui.dialogs.handout import HandOutPanel, Wanted, _written
from ui.panels import history
from ui.panels.history import HistoryPanel

# -- packages ---------------------------------------------------------------------------------


@pytest.fixture
def handout(workspace, tasks, theme, shown, coded, tmp_path):
    panel = shown(HandOutPanel(workspace, tasks, theme))
    workspace.open(coded)
    (tmp_path / "out").mkdir()
    panel.folder.setText(str(tmp_path / "out"))
    return panel


def written(qtbot, panel) -> list:
    with qtbot.waitSignal(panel.handed_out, timeout=20000) as done:
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    return done.args[0]


def test_every_coder_but_the_lead_gets_a_package_at_first(qtbot, handout, tmp_path):
    written(qtbot, handout)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["Ana.intercoder", "Ben.intercoder"]
    with Project.open(tmp_path / "out" / "Ana.intercoder") as package:
        assert package.package_coder == package.ask(coder_named, "Ana")


def test_only_chosen_documents_go_in(qtbot, handout, tmp_path):
    handout.chosen.setChecked(True)
    handout.documents.item(0).setCheckState(Qt.CheckState.Unchecked)
    written(qtbot, handout)
    with Project.open(tmp_path / "out" / "Ben.intercoder", write=False) as package:
        assert [d.name for d in package.ask(living_documents)] == ["b.txt"]


def test_a_package_that_stands_there_is_left_and_told(qtbot, handout, tmp_path):
    there = tmp_path / "out" / "Ana.intercoder"
    there.write_bytes(b"mine")
    done = written(qtbot, handout)
    assert there.read_bytes() == b"mine"
    assert [one.package is not None for one in done] == [False, True]
    assert "already there" in handout.told.text()


def test_without_a_coder_nothing_can_be_written(handout):
    for n in range(handout.coders.count()):
        handout.coders.item(n).setCheckState(Qt.CheckState.Unchecked)
    assert not handout.button.isEnabled()


def test_the_space_bar_ticks_a_coder(qtbot, handout):
    handout.coders.setFocus()
    handout.coders.setCurrentRow(0)
    before = handout.coders.item(0).checkState()
    qtbot.keyClick(handout.coders, Qt.Key.Key_Space)
    assert handout.coders.item(0).checkState() != before


def test_stopping_leaves_no_package_behind(coded, tmp_path):
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled("Stopped.")

    with Project.open(coded) as project:
        wanted = [Wanted(project.ask(coder_named, n), tmp_path / f"{n}.intercoder", None) for n in ("Ana", "Ben")]
        with pytest.raises(Cancelled):
            _written(project, wanted, True, stop)
    assert not (tmp_path / "Ana.intercoder").exists()


# -- exports ----------------------------------------------------------------------------------


@pytest.fixture
def out(workspace, tasks, theme, shown, coded):
    panel = shown(ExportPanel(workspace, tasks, theme))
    workspace.open(coded)
    return panel


def exported(qtbot, panel) -> Path:
    with qtbot.waitSignal(panel.exported, timeout=30000) as done:
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    return done.args[0]


def test_a_workbook_is_written_beside_the_project(qtbot, out, coded):
    path = exported(qtbot, out)
    assert path == coded.with_suffix(".xlsx")
    book = load_workbook(path, read_only=True)
    assert "README" in book.sheetnames
    book.close()


def test_the_name_follows_the_format(qtbot, out):
    out.format.setFocus()
    qtbot.keyClick(out.format, Qt.Key.Key_Down)
    assert out.path.text().endswith(".csv")


def test_pseudonyms_leave_no_name_in_the_file(qtbot, out, coded):
    out.format.setCurrentIndex(out.format.findData(".csv"))
    out._with_suffix()
    out.pseudonyms.setChecked(True)
    text = exported(qtbot, out).read_text("utf-8-sig")
    assert "Coder 1" in text
    assert "Ben" not in text


def test_without_words_no_word_of_a_source_goes_out(qtbot, out):
    out.format.setCurrentIndex(out.format.findData(".csv"))
    out._with_suffix()
    out.text.setCurrentIndex(out.text.findData("none"))
    assert "ministry" not in exported(qtbot, out).read_text("utf-8-sig")


def test_what_cannot_be_written_is_told_in_the_pane(qtbot, out, tmp_path):
    out.path.setText(str(tmp_path / "study.odt"))
    qtbot.keyClick(out.path, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not say what to write" in out.head.text(), timeout=20000)
    assert out.button.isEnabled()


# -- history ----------------------------------------------------------------------------------


@pytest.fixture
def trail(qtbot, workspace, tasks, theme, shown, coded):
    panel = shown(HistoryPanel(workspace, tasks, theme))
    workspace.open(coded)
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0 and not panel._work.busy, timeout=20000)
    return panel


def listed(panel) -> list:
    return [panel.list.proxy.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(panel.list.proxy.rowCount())]


def test_acts_stand_newest_first(trail):
    times: list[datetime] = [e.at for e in listed(trail)]
    clocks = [e.clock for e in listed(trail)]
    assert len(times) > 10
    assert clocks == sorted(clocks, reverse=True)


def test_words_typed_in_the_list_narrow_it(qtbot, trail):
    trail.list.setFocus()
    qtbot.keyClicks(trail.list, "ministry")
    assert trail.filter.text() == "ministry"
    assert {e.coder for e in listed(trail)} == {"Ana", "Ben"}
    assert all("ministry" in e.words for e in listed(trail))


def test_one_person_s_acts_can_be_shown_alone(trail):
    trail.who.setCurrentIndex(trail.who.findData("Ben"))
    trail.who.activated.emit(trail.who.currentIndex())
    assert {e.coder for e in listed(trail)} == {"Ben"}


def test_an_act_and_its_taking_back_are_both_told(qtbot, trail, workspace):
    workspace.do(edit_code, code_id=workspace.ask(code_at, ["Funding"]), definition="x")
    workspace.undo()
    qtbot.waitUntil(lambda: listed(trail)[0].operation == "undo", timeout=20000)
    assert listed(trail)[1].undone
    trail.undone.setChecked(False)
    assert not any(e.undone for e in listed(trail))


def test_a_long_history_is_shown_from_its_newest_end(qtbot, monkeypatch, workspace, tasks, theme, shown, coded):
    monkeypatch.setattr(history, "NEWEST", 5)
    panel = shown(HistoryPanel(workspace, tasks, theme))
    workspace.open(coded)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 5 and not panel._work.busy, timeout=20000)
    qtbot.mouseClick(panel.older, Qt.MouseButton.LeftButton)
    assert panel.model.rowCount() > 10
    assert panel.older.isHidden()
