"""The project held by another program while the window works: a calm sentence, nothing lost, then on as before."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from coder import door, storage
from coder.checking import problems_of
from coder.errors import ProjectHeld
from coder.merging.package import hand_out
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import Study
from ui.document.surface import TextSurface
from ui.main_window import MainWindow
from ui.panels.details import DetailsPanel

Key, Mod = Qt.Key, Qt.KeyboardModifier
Open = Callable[[Path | None], MainWindow]
_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
connection.rollback()
connection.close()
"""


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "PATIENCE", 0.02)
    monkeypatch.setattr(storage, "PATIENCE", 0.02)
    monkeypatch.setattr(storage, "PATIENCE_TO_BEGIN", 0.02)


@pytest.fixture
def holder() -> Iterator[Callable[[Path, str], Callable[[], None]]]:
    """Another program takes hold of a file; what comes back lets go of it."""
    running: list[subprocess.Popen[str]] = []

    def hold(path: Path, how: str) -> Callable[[], None]:
        other = subprocess.Popen(
            [sys.executable, "-S", "-c", _HOLD, str(path), how],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        running.append(other)
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"

        def let_go() -> None:
            other.communicate("\n", timeout=20)

        return let_go

    yield hold
    for other in running:
        other.kill()
        other.communicate()


def press(widget: object, key: Key, held: Mod = Mod.NoModifier) -> None:
    QTest.keyClick(widget, key, held)  # type: ignore[call-overload]


def on_disk(study: Study) -> list[tuple[str, Span | None, str]]:
    with Project.open(study.path, write=False) as project:
        return [(s.path[-1], s.span, s.memo) for s in project.ask(shown_segments)]


@pytest.mark.parametrize("how", ["EXCLUSIVE", "IMMEDIATE"])
def test_what_cannot_be_written_is_told_and_done_again_once_the_file_is_free(
    study: Study, open_window: Open, holder: Callable[[Path, str], Callable[[], None]], qtbot: QtBot, how: str
) -> None:
    window = open_window(study.path)
    assert window.room is not None
    surface = window.room.desk.surface
    surface.setFocus()
    press(surface, Key.Key_2, Mod.ControlModifier)
    with qtbot.waitSignal(window.workspace.followed):
        press(surface, Key.Key_P)
    before = on_disk(study)
    let_go = holder(study.path, how)
    whole = hashlib.sha256(study.path.read_bytes()).digest()
    surface.select(Span(4, 12))
    with capture_exceptions() as told:
        for key in (Key.Key_F, Key.Key_2, Key.Key_Tab, Key.Key_Delete, Key.Key_F9):
            press(surface, key)
        press(window, Key.Key_Z, Mod.ControlModifier)
    assert [type(error) for _, error, _ in told if not isinstance(error, ProjectHeld)] == []
    assert "held by another program" in window.bar.words
    assert "Nothing of this step was kept" in window.bar.words
    assert len(window.room.reading.segments) == 1
    assert hashlib.sha256(study.path.read_bytes()).digest() == whole
    let_go()
    assert on_disk(study) == before
    surface.select(Span(4, 12))
    press(surface, Key.Key_F)
    press(surface, Key.Key_2)
    assert [name for name, _, _ in on_disk(study)] == ["Provinces", "Funding"]
    press(window, Key.Key_Z, Mod.ControlModifier)
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert on_disk(study) == before
    with Project.open(study.path, write=False) as project:
        assert problems_of(project) == []


def memo_begun(window: MainWindow) -> tuple[MainWindow, TextSurface, DetailsPanel]:
    """A passage is coded, and the keys are in its memo."""
    assert window.room is not None
    surface, details = window.room.desk.surface, window.room.details
    surface.setFocus()
    press(surface, Key.Key_2, Mod.ControlModifier)
    press(surface, Key.Key_P)
    press(surface, Key.Key_M, Mod.ControlModifier)
    assert details._memo is not None
    return window, surface, details


def test_a_memo_that_could_not_be_written_stays_and_is_written_later(
    study: Study, open_window: Open, holder: Callable[[Path, str], Callable[[], None]]
) -> None:
    window, surface, details = memo_begun(open_window(study.path))
    details._memo.setPlainText("What the governor says of it.")
    let_go = holder(study.path, "IMMEDIATE")
    press(details._memo, Key.Key_Return, Mod.ControlModifier)
    assert "held by another program" in window.bar.words
    assert details._memo.toPlainText() == "What the governor says of it."
    let_go()
    press(surface, Key.Key_M, Mod.ControlModifier)
    press(details._memo, Key.Key_Return, Mod.ControlModifier)
    assert [memo for _, _, memo in on_disk(study)] == ["What the governor says of it."]


def test_a_project_that_is_held_is_not_opened_and_this_is_said(
    study: Study, open_window: Open, holder: Callable[[Path, str], Callable[[], None]]
) -> None:
    let_go = holder(study.path, "EXCLUSIVE")
    window = open_window(study.path)
    assert "held by another program" in window.bar.words
    assert window.pages.currentWidget() is window.start
    let_go()
    assert window.room is not None
    assert window.room.sitting.open(study.path)
    assert window.workspace.writable


def test_no_package_is_handed_out_of_a_held_project(
    study: Study, holder: Callable[[Path, str], Callable[[], None]], tmp_path: Path
) -> None:
    target = tmp_path / "boris.intercoder"
    with Project.open(study.path) as project:
        let_go = holder(study.path, "EXCLUSIVE")
        with pytest.raises(ProjectHeld):
            hand_out(project, target, coder_id=study.boris)
        with pytest.raises(ProjectHeld):
            project.keep_copy("daily")
        assert not target.exists()
        let_go()
        hand_out(project, target, coder_id=study.boris)
    assert target.exists()


def test_esc_takes_back_a_memo_that_could_not_be_written(
    study: Study, open_window: Open, holder: Callable[[Path, str], Callable[[], None]]
) -> None:
    window, surface, details = memo_begun(open_window(study.path))
    details._memo.setPlainText("No.")
    let_go = holder(study.path, "IMMEDIATE")
    surface.select(Span(90, 90))  # elsewhere: the memo was sent, and could not be written
    surface.setFocus()
    let_go()
    window.room.reading.show_first_segment()
    assert details._memo.toPlainText() == "No."
    press(surface, Key.Key_M, Mod.ControlModifier)
    press(details._memo, Key.Key_Escape)
    surface.select(Span(90, 90))
    window.room.reading.show_first_segment()
    assert details._memo.toPlainText() == ""
    assert [memo for _, _, memo in on_disk(study)] == [""]
