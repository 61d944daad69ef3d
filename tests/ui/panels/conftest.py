"""A team's small study in a workspace, as the tests of the team's panes use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coder.assignments import finish
from coder.code_tree import code_at
from coder.codebook import edit_code
from coder.coders import coder_named
from coder.coding import add_coding
from coder.documents import living_documents
from coder.project import Project
from coder.spans import Span
from tests.coder.world import TEXT, copy_of, study
from tests.ui.panels.agreement_pane import settle
from ui.panels.agreement import AgreementPanel
from ui.tasks import Tasks
from ui.theme import Theme
from ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)


def code_words(project: Project, coder: str, code: str, words: str, document: int = 0) -> None:
    """A coder codes these words."""
    project.act_as(project.ask(coder_named, coder))
    start = TEXT.index(words)
    project.do(
        add_coding, document_id=project.ask(living_documents)[document].id,
        code_id=project.ask(code_at, code.split(" > ")), span=Span(start, start + len(words)), quote=words,
    )  # fmt: skip


def finish_all(project: Project, *coders: str) -> None:
    documents = [d.id for d in project.ask(living_documents)]
    for name in coders:
        project.do(finish, coder_id=project.ask(coder_named, name), document_ids=documents)


@pytest.fixture
def theme() -> Theme:
    return Theme("light")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    workspace = Workspace()
    yield workspace
    workspace.close()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.finish()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[W], W]:
    """Shows a pane with the keys."""

    def show(widget: W) -> W:
        qtbot.addWidget(widget)
        widget.resize(1100, 760)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return widget

    return show


@pytest.fixture
def coded(path: Path) -> Path:
    """Ana and Ben have coded and finished both documents; they differ on Funding."""
    with Project.open(path) as project:
        code_words(project, "Ana", "Funding", "decree pays 😀 each recruit.")
        code_words(project, "Ben", "Funding", "pays 😀 each recruit.")
        code_words(project, "Ana", "Funding", "The ministry denies it.")
        code_words(project, "Ben", "Actor > Centre", "The ministry denies it.")
        code_words(project, "Ben", "Funding", "Ёлка и мир.")
        finish_all(project, "Ana", "Ben")
    return path


@pytest.fixture
def apart(path: Path, tmp_path: Path) -> tuple[Path, Path, Path]:
    """The project, and Ana's and Ben's copies, in which both defined Funding without seeing the other's."""
    files = []
    for name in ("Ana", "Ben"):
        file = copy_of(path, tmp_path / f"{name}.intercoder")
        with Project.open(file) as project:
            project.act_as(project.ask(coder_named, name))
            project.do(edit_code, code_id=project.ask(code_at, ["Funding"]), definition=f"Money, says {name}")
            code_words(project, name, "Funding", "pays 😀 each recruit.")
        files.append(file)
    return path, files[0], files[1]


@pytest.fixture
def opened(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, theme: Theme, shown: Callable
) -> Callable[[Path], AgreementPanel]:
    """The agreement pane on a project, its figures there."""

    def make(path: Path) -> AgreementPanel:
        panel = shown(AgreementPanel(workspace, tasks, theme))
        workspace.open(path)
        settle(qtbot, panel)
        return panel

    return make
