"""The notebook: memos written, changed, followed, by real keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coder.code_tree import code_at
from coder.coders import coder_named
from coder.coding import set_memo
from coder.memos import all_memos, link_to, write_memo
from coder.project import Project
from coder.segments import read_codings
from ui.panels.notebook import NotebookPanel
from ui.theme import Theme
from ui.widgets.memo_form import Focus, memo_html
from ui.workspace import Workspace

Show = Callable[[QWidget], QWidget]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(coded: Path, workspace: Workspace, theme: Theme, shown: Show) -> NotebookPanel:
    with Project.open(coded) as project:
        project.act_as(project.ask(coder_named, "Ana"))
        first = next(c for c in project.ask(read_codings) if c.coder_id == project.coder_id)
        project.do(set_memo, coding_id=first.id, memo="Ana's own")
    workspace.open(coded)
    panel = NotebookPanel(workspace, theme, lambda: [Focus("code", funding(workspace), "Funding")])
    shown(panel)
    return panel


def funding(workspace: Workspace) -> UUID:
    code: UUID = workspace.ask(code_at, ["Funding"])
    return code


def listed(panel: NotebookPanel) -> list[str]:
    return [panel._words_of(panel.list.proxy.index(r, 0).data(Qt.ItemDataRole.UserRole))
            for r in range(panel.list.proxy.rowCount())]  # fmt: skip


def test_a_memo_is_written_on_what_is_in_focus_by_keys(
    qtbot: QtBot, panel: NotebookPanel, workspace: Workspace
) -> None:
    panel.begin(Focus("code", funding(workspace), "Funding"))
    qtbot.keyClicks(panel.form.words, "Too wide")
    qtbot.keyClick(panel.form.words, Qt.Key.Key_Return, CTRL)
    note = workspace.ask(all_memos)[0]
    assert (note.about, note.text) == ("Funding", "Too wide")
    assert not panel.writing
    assert listed(panel) == ["Too wide", "Ana's own"]


def test_escape_leaves_nothing_behind(qtbot: QtBot, panel: NotebookPanel, workspace: Workspace) -> None:
    panel.begin(Focus("study", None, ""))
    qtbot.keyClicks(panel.form.words, "never mind")
    qtbot.keyClick(panel.form.words, Qt.Key.Key_Escape)
    assert [n.text for n in workspace.ask(all_memos)] == ["Ana's own"]


def test_an_empty_memo_stays_open_and_is_refused_in_words(
    qtbot: QtBot, panel: NotebookPanel, workspace: Workspace
) -> None:
    panel.begin(Focus("study", None, ""))
    with qtbot.waitSignal(workspace.failed):
        qtbot.keyClick(panel.form.words, Qt.Key.Key_Return, CTRL)
    assert panel.writing


def test_f2_changes_ones_own_memo(qtbot: QtBot, panel: NotebookPanel, workspace: Workspace) -> None:
    workspace.do(write_memo, kind="study", text="first")
    qtbot.waitUntil(lambda: listed(panel) == ["first", "Ana's own"])
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.proxy.index(0, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert panel.writing
    qtbot.keyClicks(panel.form.words, "the very ")
    qtbot.keyClick(panel.form.words, Qt.Key.Key_Return, CTRL)
    assert workspace.ask(all_memos)[0].text == "the very first"


def test_somebody_elses_memo_cannot_be_changed(qtbot: QtBot, panel: NotebookPanel) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.proxy.index(0, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert not panel.writing
    assert not panel.change.isEnabled()
    assert not panel.remove_button.isEnabled()


def test_delete_removes_and_undo_brings_back(qtbot: QtBot, panel: NotebookPanel, workspace: Workspace) -> None:
    workspace.do(write_memo, kind="study", text="gone soon")
    qtbot.waitUntil(lambda: len(listed(panel)) == 2)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.proxy.index(0, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(panel) == ["Ana's own"])
    workspace.undo()
    qtbot.waitUntil(lambda: listed(panel) == ["gone soon", "Ana's own"])


def test_kind_and_author_narrow_the_list(qtbot: QtBot, panel: NotebookPanel, workspace: Workspace) -> None:
    workspace.do(write_memo, kind="study", text="on all")
    qtbot.waitUntil(lambda: len(listed(panel)) == 2)
    panel.kind.setCurrentIndex(panel.kind.findData("coding"))
    panel.kind.activated.emit(0)
    assert listed(panel) == ["Ana's own"]
    panel.kind.setCurrentIndex(0)
    panel.author.setCurrentIndex(panel.author.findData("Lead"))
    panel.author.activated.emit(0)
    assert listed(panel) == ["on all"]


def test_enter_leads_to_what_a_memo_is_on_and_a_link_to_what_it_quotes(
    qtbot: QtBot, panel: NotebookPanel, workspace: Workspace
) -> None:
    code = funding(workspace)
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.proxy.index(0, 0))
    with qtbot.waitSignal(panel.thing_wanted) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args[0] == "coding"
    with qtbot.waitSignal(panel.thing_wanted) as told:
        panel.text.anchorClicked.emit(QUrl(f"code:{code}"))
    assert told.args == ["code", code]


def test_a_link_is_put_at_the_caret_and_shown_as_words(
    qtbot: QtBot, panel: NotebookPanel, workspace: Workspace
) -> None:
    code = funding(workspace)
    panel.begin(Focus("study", None, ""))
    qtbot.keyClicks(panel.form.words, "See ")
    panel.form.insert_link(Focus("code", code, "Funding"))
    qtbot.keyClick(panel.form.words, Qt.Key.Key_Return, CTRL)
    assert workspace.ask(all_memos)[0].text == f"See {link_to('code', code)}"
    assert "See Funding" in panel.text.toPlainText()


def test_words_of_a_memo_are_never_taken_for_markup() -> None:
    dead = link_to("code", UUID(int=1))
    said = memo_html(f"<b>a</b> {dead}", {}, "(gone)", "#888")
    assert "&lt;b&gt;a&lt;/b&gt;" in said
    assert "(gone)" in said
