"""A file of schema 1 opens, a copy kept; what a newer program made is refused as ever."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from coder.answers import answer_none
from coder.asking import ask_lead, questions
from coder.checking import problems_of
from coder.coders import coder_names
from coder.door import SCHEMA, look_at_door
from coder.errors import NewerProject
from coder.exchange.study_write import digest
from coder.fixed_units import cut_units, units_of
from coder.memos import all_memos
from coder.merging.merge import merge_files
from coder.merging.package import hand_out
from coder.models import Document
from coder.project import Project, make_file
from coder.spans import Span
from coder.storage import copies_of
from tests.coder.world import ids
from tests.old_file import OLD_DIGEST, write_old_file


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_old_file(tmp_path / "old.intercoder")


def test_an_old_file_opens_whole_with_the_same_digest_and_a_copy_is_kept(old):
    with Project.open(old) as project:
        assert problems_of(project) == []
        assert digest(project) == OLD_DIGEST
        assert {note.text for note in project.ask(all_memos)} == {"Is he one?", "Begun early"}
    (copy,) = copies_of(old, "before update")
    assert look_at_door(copy) == 1
    assert look_at_door(old) == SCHEMA


def test_what_is_new_can_be_done_in_it(old):
    with Project.open(old) as project:
        (document,) = ids(project, Document)
        project.do(cut_units, document_ids=[document], by="sentence")
        project.do(answer_none, unit_id=project.ask(units_of, document)[0].id)
        project.do(ask_lead, document_id=document, span=Span(0, 3))
        assert len(project.ask(questions)) == 1
        assert problems_of(project) == []
        for _ in range(3):
            project.undo()
        assert digest(project) == OLD_DIGEST


def test_an_old_file_merges_and_stays_as_it_is(old, tmp_path):
    copy = tmp_path / "mine.intercoder"
    copy.write_bytes(old.read_bytes())
    before = old.read_bytes()
    with Project.open(copy) as project:
        assert merge_files(project, [old]).digest == OLD_DIGEST
    assert old.read_bytes() == before


def test_the_tables_of_an_old_file_become_those_of_a_new_one(old, tmp_path):
    make_file(tmp_path / "new.intercoder")
    with Project.open(old):
        pass

    def shape(path: Path) -> dict[str, list[tuple[str, str, int]]]:
        with sqlite3.connect(path) as db:
            tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            found = {t: sorted((c[1], c[2], c[3]) for c in db.execute(f'PRAGMA table_info("{t}")')) for t in tables}
            for t in tables:
                found[f"{t} keys"] = sorted(k[2:5] for k in db.execute(f'PRAGMA foreign_key_list("{t}")'))
            found["indexes"] = sorted(db.execute("SELECT name, tbl_name FROM sqlite_master WHERE type = 'index'"))
        db.close()
        return found

    assert shape(old) == shape(tmp_path / "new.intercoder")


def test_an_old_file_is_read_as_it_would_be_and_stays_as_it_is(old):
    before, there = old.read_bytes(), sorted(old.parent.iterdir())
    with Project.open(old, write=False) as project:
        assert digest(project) == OLD_DIGEST
        assert project.path == old
    assert old.read_bytes() == before
    assert sorted(old.parent.iterdir()) == there


def test_a_package_is_handed_out_of_an_old_file_that_is_only_read(old, tmp_path):
    before = old.read_bytes()
    with Project.open(old, write=False) as project:
        coder = next(iter(project.ask(coder_names)))
        hand_out(project, tmp_path / "package.intercoder", coder_id=coder)
    with Project.open(tmp_path / "package.intercoder") as package:
        assert package.package_coder == coder
        assert problems_of(package) == []
    assert old.read_bytes() == before


def test_a_newer_file_is_refused(old):
    with sqlite3.connect(old) as db:
        db.execute(f"PRAGMA user_version={SCHEMA + 1}")
    db.close()
    with pytest.raises(NewerProject, match="made by a newer version"):
        Project.open(old)
