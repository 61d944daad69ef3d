"""The window around the desk: starting, opening, closing, empty and overfull projects, reading only, who codes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCommandLinkButton
from pytestqt.qtbot import QtBot

from coder.codebook import add_code
from coder.coders import people
from coder.documents import living_documents
from coder.errors import CodingError
from coder.merging.package import hand_out
from coder.project import Project
from coder.segment_list import shown_segments
from tests.ui.conftest import Study
from ui.main_window import MainWindow
from ui.settings import Settings

ROOT = Path(__file__).parents[2]
Open = Callable[[Path | None], MainWindow]


def run_apart(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Python code in a process of its own, without a screen."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    kept |= {"PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)} | environment
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=kept, capture_output=True, text=True, timeout=120, check=False
    )


# starting


def test_the_first_paint_imports_qt_and_no_storage(tmp_path: Path, study: Study) -> None:
    code = f"""
import sys
from pathlib import Path
from ui import main_window
heavy = ("sqlmodel", "sqlalchemy", "pandas", "numpy", "openpyxl", "regex", "yaml", "coder.models")
def look(self):
    print("AT FIRST PAINT", sorted(name for name in heavy if name in sys.modules))
    sys.stdout.flush()
    before(self)
before = main_window.MainWindow._after_first_paint
main_window.MainWindow._after_first_paint = look
from coder.cli import main
print("ENDED", main([{str(study.path)!r}]))
"""
    done = run_apart(code, tmp_path)
    assert "AT FIRST PAINT []" in done.stdout, done.stdout + done.stderr
    assert "ENDED 0" in done.stdout


def test_without_a_screen_a_picture_is_saved_beside_the_project(tmp_path: Path, coded_by_boris: Study) -> None:
    path = coded_by_boris.path
    done = run_apart(
        f"from ui.app import run; from pathlib import Path; raise SystemExit(run(Path({str(path)!r})))", tmp_path
    )
    assert done.returncode == 0, done.stderr
    picture = path.with_suffix(".png")
    assert str(picture) in done.stdout
    assert (QImage(str(picture)).width(), QImage(str(picture)).height()) == (1440, 900)


def test_without_a_screen_and_project_the_picture_lies_in_the_current_folder(tmp_path: Path) -> None:
    done = run_apart("from ui.app import run; raise SystemExit(run(None))", tmp_path)
    assert done.returncode == 0, done.stderr
    assert not QImage(str(tmp_path / "intercoder.png")).isNull()


def test_a_file_that_is_no_project_ends_with_three(tmp_path: Path) -> None:
    (tmp_path / "letter.intercoder").write_text("Dear all, " * 50)
    code = "from ui.app import run; from pathlib import Path; raise SystemExit(run(Path('letter.intercoder')))"
    done = run_apart(code, tmp_path)
    assert done.returncode == 3
    assert "not an Intercoder project" in done.stderr


# pages


def test_the_first_start_asks_who_you_are_and_offers_three_ways(open_window: Open, settings: Settings) -> None:
    settings.name = ""
    window = open_window(None)
    assert window.pages.currentWidget() is window.start
    assert window.start.name.text() == ""
    offered = [b.text() for b in window.start.findChildren(QCommandLinkButton)]
    assert offered == ["New project", "Open a project", "Look at the demo"]


def test_a_new_project_is_made_in_the_window_with_a_shipped_codebook(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(None)
    assert window.room is not None
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = window.room.new_page
    page.folder.setText(str(tmp_path))
    page.title.setText("Война: 2024/25")  # the test library types Latin letters only
    page.codebook.setCurrentIndex(1)
    QTest.keyClick(page.title, Qt.Key.Key_Return)
    assert window.workspace.path == tmp_path / "Война 2024 25.intercoder"
    assert window.pages.currentWidget() is window.room.empty_page
    assert window.room.codes._rows
    assert [p.name for p in window.workspace.ask(people)] == ["Ana"]


def test_an_empty_project_says_the_next_steps_and_the_first_source_opens(
    open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "Empty.intercoder"
    Project.create(path, lead="Ana").close()
    window = open_window(path)
    assert window.room is not None
    assert window.pages.currentWidget() is window.room.empty_page
    source = tmp_path / "letter.txt"
    source.write_text("Dear all, we were promised work.", "utf-8")
    panel = window.room.bringing.panel
    window.room.take_files([source])
    qtbot.waitUntil(lambda: panel.state == "ready", timeout=20_000)
    qtbot.keyClick(panel.bring, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.state == "done", timeout=20_000)
    assert window.pages.currentWidget() is window.room.reading_page
    assert window.room.desk.surface.text.startswith("Dear all")


# bringing files in


def test_files_dropped_on_the_window_come_in_and_bad_ones_are_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    good, bad = tmp_path / "new.md", tmp_path / "broken.pdf"
    good.write_text("# A heading\n\nWords.", "utf-8")
    bad.write_bytes(b"%PDF-1.4 nothing else")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad))])
    buttons, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    qapp.sendEvent(window, QDragEnterEvent(QPoint(9, 9), action, mime, buttons, held))
    qapp.sendEvent(window, QDropEvent(QPointF(9, 9), action, mime, buttons, held))
    assert window.room is not None
    panel = window.room.bringing.panel
    qtbot.waitUntil(lambda: panel.state == "ready", timeout=20_000)
    assert panel.isVisible()
    qtbot.keyClick(panel.bring, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.state == "done", timeout=20_000)
    names = [d.name for d in window.workspace.ask(living_documents)]
    assert names[-1] == "new.md"
    assert [row.name for row in panel.model.rows] == ["broken.pdf"]


def test_cancelling_an_import_leaves_nothing(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    assert window.room is not None
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(300):
        (folder / f"{n}.txt").write_text(f"Source {n}. " * 50, "utf-8")
    before = window.workspace.undo_depth
    with qtbot.waitSignal(window.tasks.failed, timeout=20_000):
        window.room.take_files([folder])
        window.tasks.cancel()
    assert len(window.workspace.ask(living_documents)) == 2
    assert window.workspace.undo_depth == before
    assert "nothing was changed" in window.line.said()


def test_a_codebook_with_a_mistake_is_told_with_its_line(window: MainWindow, tmp_path: Path) -> None:
    assert window.room is not None
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("codebook: X\nversion: 1\ncodes:\n  - name: A\n    key: long\n", "utf-8")
    window.room.errands.load_codebook(wrong)
    assert "5" in window.bar.words


# reading only


def test_a_second_opening_reads_a_copy_and_says_who_works(study: Study, open_window: Open) -> None:
    with Project.open(study.path):
        window = open_window(study.path)
        assert window.room is not None
        assert "is open for writing" in window.bar.words
        assert not window.workspace.writable
        assert window.room.desk.surface.text
        surface = window.room.desk.surface
        surface.setFocus()
        QTest.keyClick(surface, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(surface, Qt.Key.Key_P)
    with Project.open(study.path, write=False) as project:
        assert project.ask(shown_segments) == []


# who codes


def test_somebody_unknown_is_asked_once_and_coded_under_their_name(
    study: Study, open_window: Open, settings: Settings
) -> None:
    settings.name = "Chiara"
    window = open_window(study.path)
    assert window.room is not None
    assert window.pages.currentWidget() is window.room.who_page
    window.room.who_page.name_given.emit("Chiara")
    assert window.pages.currentWidget() is window.room.reading_page
    assert window.line.state().startswith("Chiara")
    window.close()
    again = open_window(study.path)
    assert again.room is not None
    assert again.pages.currentWidget() is again.room.reading_page
    assert again.line.state().startswith("Chiara")


def test_a_package_asks_for_its_coder_and_keeps_its_codebook(study: Study, open_window: Open, tmp_path: Path) -> None:
    package = tmp_path / "Boris.intercoder"
    with Project.open(study.path) as project:
        hand_out(project, package, coder_id=study.boris)
    window = open_window(package)
    assert window.room is not None
    assert window.pages.currentWidget() is window.room.who_page
    window.room.who_page.person_chosen.emit(study.boris)
    assert window.line.state().startswith("Boris")
    assert not window.commands["load_codebook"].isEnabled()
    assert not window.room.codes.may_edit


# overfull


def test_five_hundred_codes_and_names_of_three_hundred_signs(study: Study, open_window: Open) -> None:
    long = "Очень длинное имя кода 👩‍🚀 " * 12
    with Project.open(study.path) as project:

        def add_many(session):  # type: ignore[no-untyped-def]
            for n in range(500):
                add_code(session, name=f"{n} {long}"[:300])
                session.flush()

        project.do(add_many)
    window = open_window(study.path)
    assert window.room is not None
    assert window.room.codes._proxy.rowCount() == 502
    assert window.width() <= 1400
    surface = window.room.desk.surface
    surface.setFocus()
    QTest.keyClick(surface, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(surface, Qt.Key.Key_Return)
    palette = window.room.desk.palette_
    QTest.keyClicks(palette.field, "499")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    (segment,) = window.workspace.ask(shown_segments)
    assert segment.path[0].startswith("499 Очень")


# failures


def test_what_can_be_mended_is_said_calmly_and_a_bug_is_logged(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.tell_error(CodingError("That is wrong.", "Do this."))
    assert window.bar.words == "That is wrong.\nDo this."
    from ui.errors import Watch

    watch = Watch(tmp_path / "bugs.log")
    with qtbot.waitSignal(watch.bug):
        try:
            raise ZeroDivisionError("a bug")
        except ZeroDivisionError as error:
            watch.met(type(error), error, error.__traceback__)
    assert "a bug" in (tmp_path / "bugs.log").read_text("utf-8")


@pytest.mark.parametrize("theme", ["dark", "contrast", "light"])
def test_every_theme_can_be_put_on_while_working(window: MainWindow, theme: str) -> None:
    window.use_theme(theme)
    assert window.theme.name == theme
    assert not window.grab().isNull()


def test_f6_walks_the_panes_and_comes_back(window: MainWindow, qapp: QApplication) -> None:
    assert window.room is not None
    window.room.desk.surface.setFocus()
    seen = []
    for _ in range(6):
        window.room.panes.walk(1)
        seen.append(window.room.panes.current())
    assert seen == ["details", "definition", "segments", "documents", "codes", ""]


def test_the_layout_comes_back(study: Study, open_window: Open) -> None:
    window = open_window(study.path)
    assert window.room is not None
    window.room.panes._docks["segments"].hide()
    window.close()
    again = open_window(study.path)
    assert again.room is not None
    assert not again.room.panes.visible("segments")
    assert again.room.panes.visible("codes")


def test_help_opens_beside_the_work_and_lists_every_key(window: MainWindow) -> None:
    assert window.room is not None
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.room.panes.visible("help")
    window.room.show_help("keys")
    words = window.room.help._text.toPlainText()
    for key in ("Ctrl+Z", "F9", "Alt+Up", "Ctrl+M"):
        assert key in words
