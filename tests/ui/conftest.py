"""Small studies, and the window opened on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coder.codebook import add_code, add_qualifier
from coder.coders import add_coder
from coder.coding import add_coding
from coder.documents import add_documents
from coder.importers import Source
from coder.project import Project
from coder.spans import Span
from ui.errors import Watch
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme import Theme

DECREE = (
    "The governor raises the payment. It comes from the reserve fund of the province.\n"
    "Губернатор подписал указ 👩‍🚀 вчера. Деньги даст область.\n"
    "قال المحافظ إن المال من الصندوق. It was said on Monday.\n"
)
INTERVIEW = "They promised me work. Nobody spoke of the front.\n"


@dataclass
class Study:
    """A project file with two documents, four codes and a scale, led by Ana, with Boris in it."""

    path: Path
    codes: dict[str, UUID]
    documents: dict[str, UUID]
    scale: UUID
    boris: UUID


@pytest.fixture
def study(tmp_path: Path) -> Study:
    path = tmp_path / "Study.intercoder"
    with Project.create(path, title="Who recruits?", lead="Ana") as project:
        codes = {}
        actor = codes["Actor"] = project.do(add_code, name="Actor", key="a").value
        for name, key in (("Centre", "c"), ("Provinces", "p")):
            codes[name] = project.do(add_code, name=name, parent_id=actor, key=key, definition=f"{name} acts.").value
        codes["Funding"] = project.do(add_code, name="Funding", key="f").value
        scale = project.do(
            add_qualifier, name="evidence", kind="ordered", values=["documented", "reported", "inferred"]
        ).value
        sources = [
            Source("Decree.txt", DECREE, "txt", DECREE.encode(), variables={"region": "Ostrel"}),
            Source("Interview.txt", INTERVIEW, "txt", INTERVIEW.encode()),
        ]
        added = project.do(add_documents, sources).value.added
        boris = project.do(add_coder, name="Boris").value
    return Study(path, codes, dict(zip(("Decree.txt", "Interview.txt"), added, strict=True)), scale, boris)


@pytest.fixture
def coded_by_boris(study: Study) -> Study:
    """Boris coded “The governor” with Provinces."""
    with Project.open(study.path, coder_id=study.boris) as project:
        project.do(
            add_coding,
            document_id=study.documents["Decree.txt"],
            code_id=study.codes["Provinces"],
            span=Span(0, 12),
            quote="The governor",
        )
    return study


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    kept = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    kept.name = "Ana"
    return kept


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path
) -> Iterator[Callable[[Path | None], MainWindow]]:
    """The window on a project, furnished and shown; several may follow one another."""
    windows: list[MainWindow] = []
    theme = Theme("light")
    theme.apply(qapp)
    watch = Watch(tmp_path / "log" / "intercoder.log")

    def start(project: Path | None) -> MainWindow:
        window = MainWindow(settings, theme, watch)
        windows.append(window)
        window.begin(project)
        window.resize(1400, 900)
        with qtbot.waitSignal(window.furnished, timeout=30_000, raising=False) as furnished:
            window.show()
        assert furnished.signal_triggered, f"The window's room could not be built: {window.bar.words or 'nothing told'}"
        window.activateWindow()
        qtbot.waitUntil(lambda: not window.tasks.busy, timeout=10_000)
        return window

    yield start
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def window(open_window: Callable[[Path | None], MainWindow], study: Study) -> MainWindow:
    return open_window(study.path)
