"""A long document coded from its first to its last paragraph by key events alone; all undone, all done again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coder.documents import add_documents
from coder.importers import Source
from coder.project import Project
from coder.segment_list import shown_segments
from tests.ui.conftest import Study
from ui.main_window import MainWindow

Key, Mod = Qt.Key, Qt.KeyboardModifier
PARAGRAPHS = [f"Paragraph {n}: the province asks for means." for n in range(20)]
TEXT = "\n".join(PARAGRAPHS)
CODE_KEYS = (Key.Key_P, Key.Key_F, Key.Key_C)


def coded(study: Study) -> list[tuple[str, str]]:
    """Quote and code of each segment, as another reader of the file sees them."""
    with Project.open(study.path, write=False) as project:
        found = project.ask(shown_segments)
    return sorted((s.span.quote(TEXT).strip(), s.path[-1]) for s in found if s.span)


def test_sixty_passages_are_coded_undone_and_done_again_by_keys(study: Study, open_window) -> None:
    with Project.open(study.path) as project:
        (long,) = project.do(add_documents, [Source("Long.txt", TEXT, "txt", TEXT.encode())]).value.added
    window: MainWindow = open_window(study.path)
    assert window.room is not None
    window.room.read(long)
    surface = window.room.desk.surface
    surface.setFocus()
    for _ in PARAGRAPHS:
        QTest.keyClick(surface, Key.Key_3, Mod.ControlModifier)
        for key in CODE_KEYS:
            QTest.keyClick(surface, key)
        QTest.keyClick(surface, Key.Key_Down, Mod.ControlModifier)  # the next paragraph without a segment
    all_sixty = coded(study)
    assert len(set(all_sixty)) == 60
    assert {quote for quote, _ in all_sixty} == set(PARAGRAPHS)
    for _ in range(60):
        QTest.keyClick(window, Key.Key_Z, Mod.ControlModifier)
    assert coded(study) == []
    for _ in range(60):
        QTest.keyClick(window, Key.Key_Y, Mod.ControlModifier)
    assert coded(study) == all_sixty
