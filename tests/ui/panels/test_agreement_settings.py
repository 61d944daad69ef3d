"""How agreement is counted: chosen in the pane, kept in the project, fixed before coding or after."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coder.code_tree import code_at
from coder.coding import add_coding
from coder.documents import living_documents
from coder.project import Project
from coder.reliability import Settings
from coder.spans import Span
from tests.ui.panels.agreement_pane import choose, settle


def test_codes_are_chosen_and_the_page_says_which(qtbot, opened, coded):
    panel = opened(coded)
    picked = panel.controls.codes
    picked.choose([("Funding",)])
    picked.codes_chosen.emit()
    settle(qtbot, panel)
    assert [f.code.path for f in panel.model.rows] == [("Funding",)]
    assert panel._compared.settings.codes == (("Funding",),)
    panel.controls.same_as(panel._compared.settings)
    assert picked.text() == "Funding"
    picked.choose([])
    picked.codes_chosen.emit()
    settle(qtbot, panel)
    assert len(panel._compared.codes) > 1


def test_how_it_is_counted_is_kept_in_the_project(qtbot, opened, coded, workspace):
    panel = opened(coded)
    choose(panel.controls.unit, "paragraph")
    settle(qtbot, panel)
    choose(panel.controls.as_of, "now")
    settle(qtbot, panel)
    workspace.close()
    workspace.open(coded)
    settle(qtbot, panel)
    assert panel._compared.settings.unit == "paragraph"
    assert panel._compared.settings.as_of == "now"
    assert panel.controls.unit.currentData() == "paragraph"


def test_undo_brings_back_how_it_was_counted(qtbot, opened, coded, workspace):
    panel = opened(coded)
    choose(panel.controls.unit, "paragraph")
    settle(qtbot, panel)
    choose(panel.controls.unit, "character")
    settle(qtbot, panel)
    workspace.undo()
    settle(qtbot, panel)
    assert panel._compared.settings.unit == panel.controls.unit.currentData() == "paragraph"


def test_the_second_line_of_choices_is_folded_until_it_is_wanted(qtbot, opened, coded):
    panel = opened(coded)
    assert panel.controls.round.isHidden() or not panel.controls.round.isVisible()
    qtbot.mouseClick(panel.controls.counting, Qt.MouseButton.LeftButton)
    assert panel.controls.round.isVisible()
    assert [panel.controls.purpose.itemText(n) for n in range(panel.controls.purpose.count())] == [
        "All but training", "Reliability",
    ]  # fmt: skip


def test_documents_can_be_chosen_by_a_variable(qtbot, opened, coded):
    with Project.open(coded) as project:
        from coder.documents import set_variable, variable_named

        variable = project.do(variable_named, "region").value
        for d, value in zip(project.ask(living_documents), ("north", "south"), strict=True):
            project.do(set_variable, document_id=d.id, variable_id=variable, value=value)
    panel = opened(coded)
    box = panel.controls.documents
    assert [box.itemText(n) for n in range(box.count())] == ["All documents", "region: north", "region: south"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(qtbot, panel)
    assert panel._compared.n_compared == 1


def test_settings_fixed_after_coding_are_not_called_fixed_before(qtbot, opened, coded):
    panel = opened(coded)
    assert "chosen after results were seen" in panel.head.line.text()
    with qtbot.waitSignal(panel.said):
        qtbot.mouseClick(panel.controls.counting, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(panel.controls.fix, Qt.MouseButton.LeftButton)
    settle(qtbot, panel)
    assert "chosen after results were seen" in panel.head.line.text()


def test_settings_fixed_before_coding_are_said_to_be(qtbot, opened, path):
    from coder.reliability.kept import fix_settings
    from tests.ui.panels.conftest import code_words, finish_all

    with Project.open(path) as project:
        project.do(fix_settings, settings=Settings(round=1))
        for name in ("Ana", "Ben"):
            code_words(project, name, "Funding", "The ministry")
        finish_all(project, "Ana", "Ben")
    panel = opened(path)
    assert "before coding" in panel.head.line.text()


def test_a_coder_s_second_round_stands_against_the_first(qtbot, opened, coded):
    with Project.open(coded) as project:
        from coder.coders import coder_named

        project.act_as(project.ask(coder_named, "Ana"))
        project.do(
            add_coding, document_id=project.ask(living_documents)[0].id, code_id=project.ask(code_at, ["Funding"]),
            span=Span(0, 12), round_=2,
        )  # fmt: skip
    panel = opened(coded)
    box = panel.controls.again
    choose(panel.controls.coverage, "coded")
    settle(qtbot, panel)
    box.setCurrentIndex(1)
    assert box.currentText() == "Ana: round 1 against round 2"
    box.activated.emit(1)
    settle(qtbot, panel)
    assert panel._compared.coders == ["Ana, round 1", "Ana, round 2"]


def test_parts_of_the_texts_are_left_out_and_kept_with_the_settings(qtbot, opened, coded, workspace):
    panel = opened(coded)
    left, before = panel.controls.left, panel._compared.measured.units
    left.kinds.menu().actions()[2].trigger()
    settle(qtbot, panel)
    assert panel._compared.settings.without == ("blanks",)
    assert left.kinds.text() == "Without: Blanks"
    qtbot.keyClicks(left.speakers, "Nobody, I:")
    qtbot.keyClick(left.speakers, Qt.Key.Key_Return)
    settle(qtbot, panel)
    assert panel._compared.settings.without == ("blanks", "speaker=Nobody", "speaker=I")
    assert panel._compared.measured.units == before  # nobody speaks there
    workspace.close()
    workspace.open(coded)
    settle(qtbot, panel)
    assert panel._compared.settings.without == left.chosen() == ("blanks", "speaker=Nobody", "speaker=I")

