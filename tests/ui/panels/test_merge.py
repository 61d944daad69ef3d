"""Files are tried before they are merged; a copy is kept; twice is once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from coder.checking import problems_of
from coder.coders import coder_named
from coder.exchange.study_write import digest
from coder.project import Project
from coder.segments import read_codings
from tests.coder.world import copy_of
from tests.ui.panels.conftest import finish_all
from ui.dialogs.merge import MergePanel


@pytest.fixture
def panel(workspace, tasks, theme, shown, apart):
    panel = shown(MergePanel(workspace, tasks, theme))
    workspace.open(apart[0])
    return panel


def said(panel: MergePanel) -> str:
    """Everything that can be read in the pane."""
    QApplication.processEvents()  # what a layout takes in is shown by an event of its own
    inside = [label.text() for label in panel._inside.findChildren(QLabel) if label.isVisible()]
    return "\n".join([panel.head.text(), panel.under.text(), *inside])


def tried(qtbot, panel: MergePanel, *paths: Path) -> None:
    panel.look_at(paths)
    qtbot.waitUntil(lambda: panel.state in ("tried", "failed"), timeout=20000)


def merged(qtbot, panel: MergePanel) -> None:
    qtbot.mouseClick(panel.merge, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.state in ("done", "failed"), timeout=20000)


def test_what_files_would_bring_is_told_and_nothing_is_written(qtbot, panel, workspace, apart):
    before = digest(workspace.project)
    tried(qtbot, panel, *apart[1:])
    for part in ("Ana.intercoder", "Ben.intercoder", "1 coded segment", "1 edit conflict", "Money, says Ana",
                 "Nothing is written yet"):  # fmt: skip
        assert part in said(panel)
    assert digest(workspace.project) == before
    assert workspace.ask(read_codings) == []


def test_merging_brings_them_in_keeps_a_copy_and_says_where(qtbot, panel, workspace, apart):
    tried(qtbot, panel, *apart[1:])
    seen = []
    workspace.changed.connect(seen.append)
    merged(qtbot, panel)
    assert len(workspace.ask(read_codings)) == 2
    (copy,) = [p for p in apart[0].parent.iterdir() if "before merge" in p.name]
    assert copy.name in said(panel)
    assert len(seen) == 1
    assert workspace.writable
    assert panel.conflicts.isVisible()
    assert problems_of(workspace.project) == []


def test_doing_it_again_says_nothing_new(qtbot, panel, workspace, apart):
    tried(qtbot, panel, *apart[1:])
    merged(qtbot, panel)
    before = digest(workspace.project)
    tried(qtbot, panel, *apart[1:])
    assert "Nothing new" in panel.head.text()
    merged(qtbot, panel)
    assert panel.head.text() == "Nothing new: the project is as it was."
    assert digest(workspace.project) == before
    assert len([p for p in apart[0].parent.iterdir() if "before merge" in p.name]) == 1


def test_finished_marks_alone_are_news(qtbot, panel, workspace, apart, tmp_path):
    file = copy_of(apart[0], tmp_path / "marks.intercoder")
    with Project.open(file) as project:
        project.act_as(project.ask(coder_named, "Ana"))
        finish_all(project, "Ana")
    tried(qtbot, panel, file)
    assert "Nothing new" not in panel.head.text()
    assert "finished marks" in said(panel)


def test_a_dropped_file_is_looked_into_at_once(qtbot, panel, apart):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(apart[1]))])
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    panel.dropEvent(event)
    qtbot.waitUntil(lambda: panel.state == "tried", timeout=20000)
    assert panel.paths == [apart[1]]


def test_a_file_that_is_no_project_is_told_in_the_pane(qtbot, panel, workspace, tmp_path):
    foreign = tmp_path / "letter.intercoder"
    foreign.write_text("Dear team, " * 40)
    tried(qtbot, panel, foreign)
    assert panel.state == "failed"
    assert "letter.intercoder" in panel.head.text()
    assert not panel.merge.isVisible()
    assert panel.choose.isEnabled()


def test_while_something_else_works_the_files_wait_their_turn(qtbot, panel, tasks, apart):
    import threading

    gate = threading.Event()
    tasks.run("other", lambda _: gate.wait(20), lambda _: None)
    panel.look_at([apart[1]])
    assert "other" in panel.under.text()
    gate.set()
    qtbot.waitUntil(lambda: panel.state == "tried", timeout=20000)


def test_in_a_package_nothing_can_be_merged(qtbot, workspace, tasks, theme, shown, coded, tmp_path):
    from coder.merging.package import hand_out

    package = tmp_path / "package.intercoder"
    with Project.open(coded) as project:
        hand_out(project, package, coder_id=project.ask(coder_named, "Ana"))
    panel = shown(MergePanel(workspace, tasks, theme))
    workspace.open(package)
    assert not panel.choose.isEnabled()
