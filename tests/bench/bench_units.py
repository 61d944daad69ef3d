"""Cutting 10 million characters into units, looking one up, and 100,000 fixed units. Run by hand (see README)."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coder.documents import add_documents
from coder.fixed_units import cut_units
from coder.importers import Source
from coder.project import Project
from coder.unit_line import unit_line
from coder.units import grapheme_at, paragraph_at, sentence_at, unit_bounds, word_at
from ui.errors import Watch
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme import Theme

LINE = "Ministry of the U.S. said 3.5 percent! Правительство объявило о наборе. 漢字。 \U0001f600 end of line\n"


def bench_units_of_ten_million_characters():
    text = LINE * (10_000_000 // len(LINE))
    for unit in ("sentence", "paragraph", "word"):
        begin = time.process_time()
        assert len(unit_bounds(text, unit)) > 90_000
        print(f"\n{unit}: {time.process_time() - begin:.2f} s CPU for 10 MB", end="")
    for look_up in (grapheme_at, word_at, sentence_at, paragraph_at):
        begin = time.process_time()
        look_up(text, len(text) // 2)
        print(f"\n{look_up.__name__}: {(time.process_time() - begin) * 1000:.2f} ms in 10 MB", end="")


def bench_a_hundred_thousand_fixed_units(tmp_path):
    text = "".join(f"Unit {n} speaks of the payment and who gives it.\n" for n in range(100_000))
    path = tmp_path / "units.intercoder"
    with Project.create(path, title="Units", lead="Ana") as project:
        (document,) = project.do(add_documents, [Source("long.txt", text, "txt", text.encode())]).value.added
        project.do(cut_units, document_ids=[document], by="paragraph")
        _told("read", "-", lambda: project.ask(unit_line, document, project.coder_id, ""))
    app = QApplication.instance() or QApplication([])
    theme = Theme("light")
    theme.apply(app)
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    settings.name = "Ana"
    window = MainWindow(settings, theme, Watch())
    window.begin(path)
    window.show()
    _wait(lambda: window.room is not None and window.room.units is not None and window.room.units.there)
    units, surface = window.room.units, window.room.desk.surface
    units.show()
    _wait(lambda: units.panel.isVisible())
    _told("shown again, list in sight", "0.3 s", units.refresh)
    units.turn(True)
    for wanted in ("next", "next", "none", "open"):
        _told(wanted, "0.3 s", lambda wanted=wanted: (units._do(wanted), surface.viewport().repaint()))
    assert units.current == 3
    window.close()


def _wait(until: Callable[[], bool]) -> None:
    for _ in range(2_000):
        QTest.qWait(10)
        if until():
            return
    raise AssertionError("The window did not stand within 20 s; its log says why.")


def _told(words: str, reach: str, work: Callable[[], object]) -> None:
    before = time.process_time()
    work()
    print(f"\n100,000 units, {words}: {time.process_time() - before:.3f} s CPU (to reach: {reach})", end="")
