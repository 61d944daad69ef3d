"""The running window on large texts: first paint, opening, coding by key. Run by hand (see README)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coder.documents import add_documents, living_documents
from coder.project import Project
from coder.spans import Span
from tests.bench.bench_core import SIZES as CORE_SIZES
from tests.bench.bench_desk import _cpu, _wheel
from tests.bench.corpora import build
from tests.coder.world import PlainSource, ids
from ui.errors import Watch
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme import Theme

SIZES = CORE_SIZES | {
    "10 MB, 100,000": {"documents": 1, "length": 10_000_000, "codings": 100_000},
    "50 MB, 100,000": {"documents": 1, "length": 50_000_000, "codings": 100_000},
}
ROOT = Path(__file__).resolve().parents[2]
_PATIENCE = 60  # s for the window to stand
_FIRST_PAINT = """
import os, sys, time
os.environ["QT_QPA_PLATFORM"] = "offscreen"
start = time.process_time()
from PySide6.QtWidgets import QApplication
from ui.errors import Watch
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme import Theme
app = QApplication([])
theme = Theme("light")
theme.apply(app)
window = MainWindow(Settings(), theme, Watch())
window.painted.connect(lambda: (print(time.process_time() - start), os._exit(0)))
window.show()
app.exec()
"""


def bench_first_paint():
    runs = [
        float(subprocess.run([sys.executable, "-c", _FIRST_PAINT], cwd=ROOT, capture_output=True, text=True,
                             check=False).stdout.split()[-1])
        for _ in range(5)
    ]  # fmt: skip
    print(f"\nfirst paint: median {sorted(runs)[2]:.3f} s CPU (to reach: 0.3 s)")


@pytest.fixture(scope="module", params=list(SIZES))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    path = build(tmp_path_factory.mktemp("bench") / "study.intercoder", **SIZES[request.param])
    with Project.open(path) as project:
        project.do(add_documents, [PlainSource("~ a short one.txt", "A short one.")])
    return request.param, path


def _settle(app: QApplication, seconds: float = 0.2) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        app.processEvents()


def bench_reading_desk(built, tmp_path):
    size, path = built
    app = QApplication.instance() or QApplication([])
    theme = Theme("light")
    theme.apply(app)
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    settings.set_flag("ask_who", False)
    window = MainWindow(settings, theme, Watch())
    window.resize(1440, 900)
    empty = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ready: list[bool] = []
    window.furnished.connect(lambda: ready.append(True))
    window.begin(None)
    window.show()
    until = time.monotonic() + _PATIENCE
    while not ready:
        app.processEvents()
        assert time.monotonic() < until, f"The window did not stand within {_PATIENCE} s; its log says why."
    with Project.open(path, write=False) as project:
        by_name = project.ask(lambda s: {d.name: d.id for d in living_documents(s)})
        short, first = by_name.pop("~ a short one.txt"), next(iter(by_name.values()))
        coder = project.ask(lambda s: s.connection().exec_driver_sql("SELECT coder_id FROM coding LIMIT 1").scalar())
    assert window.room is not None
    window.room.sitting.open(path)
    _settle(app, 1.0)

    window.workspace.act_as(UUID(bytes=coder))
    _settle(app)
    window.room.reading.show_document(short)
    _settle(app)
    print(f"\n== {size}")
    before = time.process_time()
    window.room.reading.show_document(first)
    window.room.desk.surface.viewport().repaint()
    spent = time.process_time() - before
    print(f"open a document and paint: {spent:.3f} s CPU (to reach: 0.3 s at 1 MB, 0.8 s at 10 MB, 4 s at 50 MB)")
    before = time.process_time()
    _settle(app, 2.0)
    print(f"what lists do after that: {time.process_time() - before:.3f} s CPU in 2 s")
    surface = window.room.desk.surface
    steps = sorted(_cpu(lambda: _wheel(surface), 40))
    print(f"scroll step: median {steps[20] * 1000:.1f} ms CPU, longest {steps[-1] * 1000:.1f} ms (to reach: 16 ms)")
    code_keys(window)
    times = []
    for n in range(10):
        surface.select(Span(100 + 40 * n, 120 + 40 * n))
        depth = window.workspace.undo_depth
        wall, before = time.monotonic(), time.process_time()
        QTest.keyClick(surface, Qt.Key.Key_Q)
        surface.viewport().repaint()
        times.append((time.process_time() - before, time.monotonic() - wall))
        assert window.workspace.undo_depth == depth + 1
        _settle(app, 0.2)  # the lists follow between two keys
    cpu, wall = sorted(t[0] for t in times)[5], sorted(t[1] for t in times)[5]
    print(f"code key to paint, row on disk: median {cpu * 1000:.1f} ms CPU, {wall * 1000:.1f} ms (to reach: 50 ms)")
    removed = []
    for _ in range(5):
        made = next(s for s in window.room.reading.segments if s.coder_id == window.workspace.coder_id and s.span)
        surface.focus_segment(made.id)
        before = time.process_time()
        window.room.reading.remove(made.id)
        surface.viewport().repaint()
        removed.append(time.process_time() - before)
        _settle(app, 0.2)
    print(f"remove a coding, to paint: median {sorted(removed)[2] * 1000:.1f} ms CPU (to reach: 50 ms)")
    used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - empty) // 1024
    print(f"memory above the empty window, core and project in it: {used} MB")
    window.close()


def code_keys(window: MainWindow) -> None:
    """Gives the first code the key q."""
    from coder.codebook import edit_code
    from coder.models import Code

    code = ids(window.workspace.project, Code)[0]
    window.workspace.do(edit_code, code_id=code, key="q")
    _settle(QApplication.instance(), 0.2)  # type: ignore[arg-type]
