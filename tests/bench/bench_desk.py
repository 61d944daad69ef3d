"""The desk measured: open and paint, scroll, jump, add a segment, resize; CPU seconds, printed.

Run by hand:  python -m pytest tests/bench/bench_desk.py --benchmark-enable -s
or alone:     python tests/bench/bench_desk.py
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.document.marks import Segment
from ui.document.surface import TextSurface
from ui.theme import Theme

CASES = {
    "1 MB / 5,000": (1_000_000, 5_000),
    "10 MB / 100,000": (10_000_000, 100_000),
    "one paragraph of 1 MB": (0, 500),
}
WORDS = ("governor", "decree", "payment", "провинция", "указ", "contract", "court", "выплата", "region", "said")


def make_text(characters: int, seed: int = 7) -> str:
    """A text of that many characters in paragraphs of some 400; 0: one paragraph of a million."""
    rng = random.Random(seed)
    paragraph, parts, size = [], [], 0
    while size < (characters or 1_000_000):
        word = rng.choice(WORDS)
        paragraph.append(word)
        size += len(word) + 1
        if characters and rng.random() < 0.015:
            parts.append(" ".join(paragraph))
            paragraph = []
    return "\n".join([*parts, " ".join(paragraph)])


def make_segments(text: str, count: int, seed: int = 8) -> list[Segment]:
    """Segments of 5 to 400 characters, anywhere."""
    rng = random.Random(seed)
    made = []
    for n in range(count):
        start = rng.randrange(len(text) - 400)
        end = start + rng.randint(5, 400)
        made.append(Segment(n, start, end, "#0072B2", f"Code {n % 50}", mine=n % 3 > 0, initials="AB"))
    return made


def _cpu(act: Callable[[], object], times: int = 1) -> list[float]:
    spent = []
    for _ in range(times):
        before = time.process_time()
        act()
        QApplication.processEvents()
        spent.append(time.process_time() - before)
    return spent


def _wheel(surface: TextSurface) -> None:
    place = QPointF(100, 100)
    event = QWheelEvent(
        place, surface.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    assert event.type() == QEvent.Type.Wheel
    QApplication.sendEvent(surface.viewport(), event)


def measure(name: str) -> dict[str, float]:
    """CPU seconds of each act on one case; medians where an act is repeated."""
    characters, count = CASES[name]
    text = make_text(characters)
    segments = make_segments(text, count)
    surface = TextSurface(Theme("light"))
    surface.resize(1000, 800)
    surface.show()
    QApplication.processEvents()

    def open_() -> None:
        surface.show_document(text)
        surface.set_segments(segments)

    found = {"open and paint": _cpu(open_)[0]}
    found["wheel step"] = _median(_cpu(lambda: _wheel(surface), 30))
    bar, rng = surface.verticalScrollBar(), random.Random(9)
    found["jump"] = _median(_cpu(lambda: bar.setValue(rng.randrange(max(1, bar.maximum()))), 15))
    found["segments anew"] = _median(_cpu(lambda: surface.set_segments(segments), 3))
    found["resize"] = _median(_cpu(lambda: surface.resize(surface.width() - 40, 800), 5))
    surface.deleteLater()
    QApplication.processEvents()
    return found


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def bench_all() -> None:
    """Print every case."""
    QApplication.instance() or QApplication([])
    for name in CASES:
        found = measure(name)
        print(f"{name}: " + ", ".join(f"{act} {seconds * 1000:.1f} ms" for act, seconds in found.items()))


def test_bench_desk_opens_one_megabyte(qapp: QApplication) -> None:
    found = measure("1 MB / 5,000")
    print(found)
    assert found["open and paint"] < 0.3


def test_bench_desk_opens_ten_megabytes(qapp: QApplication) -> None:
    found = measure("10 MB / 100,000")
    print(found)
    assert found["open and paint"] < 0.8


def test_bench_desk_scrolls_one_paragraph_of_a_megabyte(qapp: QApplication) -> None:
    found = measure("one paragraph of 1 MB")
    print(found)
    assert found["wheel step"] < 0.05


if __name__ == "__main__":
    bench_all()
