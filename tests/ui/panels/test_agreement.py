"""The agreement pane: the figures of the core, in words that do not mislead, and the way back to the passage."""

from __future__ import annotations

import csv

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from coder.code_tree import code_at
from coder.coding import add_coding
from coder.documents import living_documents
from coder.project import Project
from coder.reliability import Settings, compare
from coder.spans import Span
from tests.coder.world import TEXT, study
from tests.ui.panels.agreement_pane import go_to, passages, row, settle
from ui.panels.agreement import AgreementPanel


def test_the_table_says_what_the_core_measures(opened, coded):
    panel = opened(coded)
    with Project.open(coded, write=False) as project:
        found = compare(project, Settings())
    n = [c.path[-1] for c in found.codes].index("Funding")
    alpha = found.measured.per_code["alpha_nominal"].at(n).value
    told = row(panel, "Funding")
    assert told["Ana"] == str(found.measured.coded_by[n][0])
    assert (told["Both"], told["Only Ana"], told["Only Ben"]) == ("1", "1", "1")
    assert float(told["Alpha"]) == pytest.approx(alpha, abs=0.0051)


def test_the_head_says_who_how_much_which_round_and_as_of_when(opened, coded):
    panel = opened(coded)
    for part in ("Ana, Ben", "2 documents", "sentences", "round 1", "finished", "as of finishing"):
        assert part in panel.head.line.text()


def test_an_undefined_figure_is_a_dash_with_its_reason(opened, coded):
    panel = opened(coded)
    f = next(f for f in panel.model.rows if f.code.path[-1] == "Provinces")
    column = next(c for c in panel.model.columns if c.name == "alpha")
    assert column.text(f) == "—"
    assert "all judgements are the same" in column.tip(f)


def test_percent_and_its_like_stand_behind_more_with_the_caution(qtbot, opened, coded):
    panel = opened(coded)
    place = [c.title for c in panel.model.columns].index("Percent")
    assert panel.list.isColumnHidden(place)
    assert panel.head.caution.isHidden()
    qtbot.mouseClick(panel.controls.more, Qt.MouseButton.LeftButton)
    assert not panel.list.isColumnHidden(place)
    assert "agreement on not coding" in panel.head.caution.text()
    assert panel.head.caution.isVisible()


def test_walking_by_key_tells_what_the_code_s_figures_mean(qtbot, opened, coded):
    panel = opened(coded)
    panel.list.setFocus()
    names = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(panel.list, key)
        settle(qtbot, panel)
        current = panel.list.current_row()
        names.append(current.code.path[-1])
        assert f"“{' › '.join(current.code.path)}”" in panel.sentence.text()
    assert "too few to tell" in panel.sentence.text()
    assert names == ["Centre", "Funding"]


def test_from_a_code_to_the_passages_on_which_they_differ(qtbot, opened, coded):
    panel = opened(coded)
    go_to(qtbot, panel, "Funding")
    assert passages(panel) == [
        ("ends differ", "decree pays 😀 each recruit."), ("Ana alone, Ben another code", "The ministry denies it."),
        ("only Ben", "Ёлка и мир."),
    ]  # fmt: skip
    others = panel.passages._model.columns[5]
    assert [others.text(d) for d in panel.passages._model.rows] == ["", "Actor › Centre", ""]


def test_a_passage_is_opened_by_key_at_its_place(qtbot, opened, coded):
    panel = opened(coded)
    go_to(qtbot, panel, "Funding")
    chosen = []
    panel.passage_chosen.connect(lambda document, span: chosen.append((document, span)))
    panel.passages.list.setFocus()
    panel.passages.list.setCurrentIndex(panel.passages.list.proxy.index(1, 0))
    qtbot.keyClick(panel.passages.list, Qt.Key.Key_Return)
    document, span = chosen[-1]
    assert span.quote(TEXT) == "The ministry denies it."
    assert document == panel._compared.documents[0][0]


def test_walking_the_passages_shows_them_and_keeps_the_keys_in_the_list(qtbot, opened, coded):
    panel = opened(coded)
    go_to(qtbot, panel, "Funding")
    reached, chosen = [], []
    panel.passage_reached.connect(lambda _document, span: reached.append(span.quote(TEXT)))
    panel.passage_chosen.connect(lambda *passage: chosen.append(passage))
    panel.passages.list.setFocus()
    qtbot.keyClick(panel.passages.list, Qt.Key.Key_End)
    assert reached[-1] == "Ёлка и мир."
    assert chosen == []
    assert panel.passages.list.hasFocus()


def test_differences_can_be_narrowed_to_one_coder(qtbot, opened, coded):
    panel = opened(coded)
    go_to(qtbot, panel, "Funding")
    kind = panel.passages.kind
    kind.setCurrentIndex(kind.findText("Only Ben"))
    kind.activated.emit(kind.currentIndex())
    assert passages(panel) == [("only Ben", "Ёлка и мир.")]


def test_the_unit_can_be_changed_and_the_figures_follow(qtbot, opened, coded):
    panel = opened(coded)
    panel.controls.unit.setFocus()
    qtbot.keyClick(panel.controls.unit, Qt.Key.Key_End)
    settle(qtbot, panel)
    assert panel._compared.settings.unit == "character"
    assert row(panel, "Funding")["Both"] == str(len("pays 😀 each recruit."))


def test_what_is_left_out_is_told_with_its_reason(qtbot, opened, coded):
    with Project.open(coded) as project:
        from coder.assignments import finish
        from coder.coders import coder_named

        second = project.ask(living_documents)[1].id
        project.do(finish, coder_id=project.ask(coder_named, "Ben"), document_ids=[second], reopen=True)
    panel = opened(coded)
    assert panel.head.left_out.isVisible()
    assert panel.head.left_out_words.isHidden()
    qtbot.mouseClick(panel.head.left_out, Qt.MouseButton.LeftButton)
    assert panel.head.left_out_words.text() == "b.txt · Ben: not finished"


def test_what_is_missing_for_a_comparison_is_told_in_the_pane_and_nowhere_else(opened, path, workspace, tasks):
    failed = []
    workspace.failed.connect(failed.append)
    tasks.failed.connect(failed.append)
    panel = opened(path)
    assert "No document was covered by two" in panel.list._empty
    assert panel.model.rows == []
    assert failed == []


def test_figures_follow_what_is_coded_now(qtbot, opened, coded, workspace):
    panel = opened(coded)
    panel.controls.coverage.setCurrentIndex(panel.controls.coverage.findData("coded"))
    document, code = workspace.ask(living_documents)[1].id, workspace.ask(code_at, ["Funding"])
    before = panel._compared
    workspace.do(add_coding, document_id=document, code_id=code, span=Span(0, 12))
    qtbot.waitUntil(lambda: panel._compared is not before, timeout=20000)
    settle(qtbot, panel)


def test_a_hidden_pane_measures_nothing_until_it_is_seen(qtbot, workspace, tasks, theme, coded):
    panel = AgreementPanel(workspace, tasks, theme)
    qtbot.addWidget(panel)
    workspace.open(coded)
    assert panel._compared is None
    assert not panel._work.busy
    panel.show()
    qtbot.waitUntil(lambda: panel._compared is not None, timeout=20000)
    settle(qtbot, panel)


def test_ctrl_c_copies_the_table(qtbot, opened, coded):
    panel = opened(coded)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Code", "Alpha", "Ana", "Ben"]
    assert any(line.startswith("Funding\t") for line in lines)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_is_shown_can_be_exported(qtbot, opened, coded, tmp_path, suffix):
    panel = opened(coded)
    target = tmp_path / f"agreement{suffix}"
    with qtbot.waitSignal(panel.said, timeout=20000):
        panel.export(target)
    if suffix == ".csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            assert any("Funding" in cell for line in csv.reader(file) for cell in line)
    else:
        book = load_workbook(target, read_only=True)
        assert any("Codes" in name for name in book.sheetnames)
        book.close()


def test_three_coders_show_one_pair_at_a_time_and_alpha_of_all(qtbot, opened, tmp_path):
    from tests.ui.panels.conftest import code_words, finish_all

    path = study(tmp_path / "three.intercoder", coders=("Ana", "Ben", "Cai"))
    with Project.open(path) as project:
        for name, words in (("Ana", "The ministry"), ("Ben", "The ministry"), ("Cai", "Ёлка и мир.")):
            code_words(project, name, "Funding", words)
        finish_all(project, "Ana", "Ben", "Cai")
    panel = opened(path)
    assert panel.controls.pair.isVisible()
    assert row(panel, "Funding")["Both"] == "1"
    panel.controls.pair.setFocus()
    qtbot.keyClick(panel.controls.pair, Qt.Key.Key_Down)
    settle(qtbot, panel)
    told = row(panel, "Funding")
    assert (told["Both"], told["Only Cai"]) == ("0", "1")
    assert "Alpha, all 3" in told


def test_closing_the_project_while_figures_are_made_leaves_an_empty_pane(qtbot, workspace, tasks, theme, coded, shown):
    panel = shown(AgreementPanel(workspace, tasks, theme))
    workspace.open(coded)
    workspace.close()
    settle(qtbot, panel)
    assert panel.model.rows == []
    workspace.open(coded)
    qtbot.waitUntil(lambda: panel._compared is not None, timeout=20000)
    settle(qtbot, panel)


def test_intervals_are_drawn_only_when_asked_for(qtbot, opened, coded):
    panel = opened(coded)
    qtbot.mouseClick(panel.controls.intervals, Qt.MouseButton.LeftButton)
    settle(qtbot, panel)
    assert panel._compared.settings.bootstrap > 0
    assert panel.head.warnings.isVisible()  # two documents are too few to draw from, and that is said


# -- apart -------------------------------------------------------------------------------------


def test_a_coder_is_shown_the_other_s_passages_only_when_asked_and_it_is_noted(qtbot, opened, coded, workspace):
    from coder.assignments import all_assignments
    from coder.coders import coder_named

    panel = opened(coded)
    workspace.act_as(workspace.ask(coder_named, "Ana"))
    go_to(qtbot, panel, "Funding")
    assert passages(panel) == []
    assert "1 document are kept back" in panel.passages.kept_words.text()
    qtbot.mouseClick(panel.passages.show_kept, Qt.MouseButton.LeftButton)
    settle(qtbot, panel)
    assert len(passages(panel)) == 3
    assert not panel.passages.kept_words.isVisible()
    assert [a.disclosed_at is not None for a in workspace.ask(all_assignments)].count(True) == 1


def test_the_list_is_walked_from_anywhere(qtbot, opened, coded):
    panel = opened(coded)
    reached = []
    panel.passage_reached.connect(lambda _document, span: reached.append(span.quote(TEXT)))
    go_to(qtbot, panel, "Funding")
    panel.list.setFocus()
    for by in (1, 1, -1):
        panel.walk(by)
    assert reached == ["decree pays 😀 each recruit.", "The ministry denies it.", "decree pays 😀 each recruit."]
    with qtbot.waitSignal(panel.said):
        panel.walk(-1)


def test_without_a_code_chosen_every_passage_that_differs_is_walked(qtbot, opened, coded):
    panel = opened(coded)
    panel.walk(1)
    settle(qtbot, panel)
    assert len(passages(panel)) == 4  # one passage of two codes is told for each of them
    assert panel.passages.code.isVisible()
    panel.passages.code.setCurrentIndex(1)
    panel.passages.code.activated.emit(1)
    assert len(passages(panel)) == 1
