"""The agreement pane's views beside the table of codes: pairs, documents, confusion, time, a standard, qualifiers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from coder.code_tree import code_at
from coder.project import Project
from tests.ui.panels.agreement_pane import cells, choose, go_to_cell, passages, row, settle, turn


def test_pairs_show_the_two_coders_alpha_or_kappa(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "pairs")
    alpha = cells(panel)["Ana"]["Ben"]
    assert alpha == cells(panel)["Ben"]["Ana"]
    assert cells(panel)["Ana"]["Ana"] == "·"
    code = panel.views.code
    code.setFocus()
    qtbot.keyClick(code, Qt.Key.Key_End)
    settle(qtbot, panel)
    assert cells(panel)["Ana"]["Ben"] == row(panel, "Funding")["Alpha"]


def test_a_document_s_cell_leads_to_its_passages_alone(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "documents")
    told = panel.views.grid.told
    column = [name for name, _ in told.columns].index("Funding")
    go_to_cell(qtbot, panel, 0, column)
    assert [words for words, _ in passages(panel)] == ["ends differ", "Ana alone, Ben another code", "only Ben"]
    go_to_cell(qtbot, panel, 1, column)
    assert passages(panel) == []


def test_confusion_says_which_code_was_given_for_which_and_leads_there(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "confusion")
    rows = cells(panel)
    assert rows["Ana: Funding"]["Centre"] == "1"
    assert "1 across branches, 0 on one branch" in panel.views.words.text()
    told = panel.views.grid.told
    go_to_cell(
        qtbot, panel, [n for n, _ in told.rows].index("Ana: Funding"), [n for n, _ in told.columns].index("Centre")
    )
    assert passages(panel) == [("Ana alone, Ben another code", "The ministry denies it.")]


@pytest.mark.parametrize(("how", "label"), [("week", "2026-11-23"), ("order", "1")])
def test_agreement_over_time_by_week_and_by_reading_order(qtbot, opened, coded, how, label):
    panel = opened(coded)
    turn(qtbot, panel, "time")
    box = panel.views.how
    box.setCurrentIndex(box.findData(how))
    box.activated.emit(box.currentIndex())
    settle(qtbot, panel)
    assert label in cells(panel)


def test_a_trainee_is_measured_against_a_standard_as_a_diagnosis(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "standard")
    found = cells(panel)["Funding"]
    assert (found["In the standard"], found["Found"], found["Missed"], found["Extra"]) == ("2", "1", "1", "1")
    assert "not the reliability" in panel.views.words.text()


def test_qualifiers_say_on_how_many_passages_they_were_compared(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "qualifiers")
    assert cells(panel)["evidence"]["Passages"] == "1"
    assert cells(panel)["evidence"]["Both said"] == "0"
    assert cells(panel)["evidence"]["Alpha"] == "—"


def test_every_view_says_why_nothing_is_compared(qtbot, opened, study):
    panel = opened(study.path)
    assert panel._compared is None
    turn(qtbot, panel, "qualifiers")
    assert "two coders" in panel.views.grid._empty


def test_a_cell_of_a_qualifier_leads_to_the_passages_and_what_each_said(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "qualifiers")
    go_to_cell(qtbot, panel, 0, 0)
    settle(qtbot, panel)
    assert "evidence" in panel.sentence.text()
    (passage,) = panel.passages._model.rows
    assert panel.passages.words_on(passage) == "Ana: — · Ben: —"
    kinds = [panel.passages.kind.itemText(n) for n in range(panel.passages.kind.count())]
    assert "Said something else" in kinds
    assert "Ends differ" not in kinds
    panel.views.turn_to("codes")
    settle(qtbot, panel)
    panel.look_at(panel._compared.codes[0].id)
    settle(qtbot, panel)
    kinds = [panel.passages.kind.itemText(n) for n in range(panel.passages.kind.count())]
    assert "Said something else" not in kinds


def test_cells_are_walked_by_key_and_copied_as_a_table(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "documents")
    go_to_cell(qtbot, panel, 0, 0)
    grid = panel.views.grid
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.currentIndex().column() == 1
    qtbot.keyClick(grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:2] == ["Document", "All codes"]
    assert len(lines) == 3
    settle(qtbot, panel)


def test_codes_that_exclude_one_another_have_their_own_confusion(qtbot, opened, coded):
    from coder.codebook import edit_code
    from tests.ui.panels.conftest import code_words

    with Project.open(coded) as project:
        project.do(edit_code, code_id=project.ask(code_at, ["Actor"]), exclusive=True)
        code_words(project, "Ana", "Actor > Provinces", "The ministry denies it.")
    panel = opened(coded)
    choose(panel.controls.as_of, "now")
    settle(qtbot, panel)
    turn(qtbot, panel, "confusion")
    panel.views.how.setCurrentIndex(1)
    assert panel.views.how.currentText() == "Actor"
    panel.views.how.activated.emit(1)
    settle(qtbot, panel)
    assert cells(panel)["Ana: Provinces"]["Centre"] == "1"
    assert "exclude one another" in panel.views.words.text()


def test_a_cell_that_leads_nowhere_lists_nothing_and_neither_does_another_view(qtbot, opened, coded):
    panel = opened(coded)
    turn(qtbot, panel, "qualifiers")
    go_to_cell(qtbot, panel, 0, 0)
    settle(qtbot, panel)
    assert panel.passages._model.rows
    go_to_cell(qtbot, panel, 0, 4)  # alpha has no value
    settle(qtbot, panel)
    assert panel.passages._model.rows == []
    assert "No passages" in panel.sentence.text()
    go_to_cell(qtbot, panel, 0, 0)
    settle(qtbot, panel)
    turn(qtbot, panel, "time")
    assert panel.passages._model.rows == []
    assert panel.sentence.text() == ""
