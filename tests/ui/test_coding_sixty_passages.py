"""A long document coded from its first to its last paragraph by key events alone; all undone, all done again."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coder.checking import problems_of
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


JOURNAL = {"change", "change_row", "open_head", "meta"}


def coded(study: Study) -> list[tuple[str, str]]:
    """Quote and code of each segment, as another reader of the file sees them."""
    with Project.open(study.path, write=False) as project:
        found = project.ask(shown_segments)
    return sorted((s.span.quote(TEXT).strip(), s.path[-1]) for s in found if s.span)


def in_file(study: Study) -> dict[str, list[str]]:
    """Every row of every table that lives, but those of the journal, which keeps what was undone as well."""
    with closing(sqlite3.connect(f"file:{study.path}?mode=ro", uri=True)) as db:
        db.row_factory = sqlite3.Row
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        rows = {name: [dict(row) for row in db.execute(f'SELECT * FROM "{name}"')] for name in names - JOURNAL}
    return {name: sorted(repr(row) for row in found if row.get("exists", 1)) for name, found in rows.items()}


def test_sixty_passages_are_coded_undone_and_done_again_by_keys(study: Study, open_window) -> None:
    with Project.open(study.path) as project:
        (long,) = project.do(add_documents, [Source("Long.txt", TEXT, "txt", TEXT.encode())]).value.added
    window: MainWindow = open_window(study.path)
    assert window.room is not None
    window.room.read(long)
    surface = window.room.desk.surface
    surface.setFocus()
    before = in_file(study)
    for _ in PARAGRAPHS:
        QTest.keyClick(surface, Key.Key_3, Mod.ControlModifier)
        for key in CODE_KEYS:
            QTest.keyClick(surface, key)
        QTest.keyClick(surface, Key.Key_Down, Mod.ControlModifier)  # the next paragraph without a segment
    all_sixty = coded(study)
    assert len(set(all_sixty)) == 60
    assert {quote for quote, _ in all_sixty} == set(PARAGRAPHS)
    after = in_file(study)
    assert len(after["coding"]) == 60
    for _ in range(60):
        QTest.keyClick(window, Key.Key_Z, Mod.ControlModifier)
    assert in_file(study) == before
    for _ in range(60):
        QTest.keyClick(window, Key.Key_Y, Mod.ControlModifier)
    assert in_file(study) == after
    with Project.open(study.path, write=False) as project:
        assert problems_of(project) == []
