"""Files that are broken in ways that opening them does not find: refused before or after, the project as it was."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from coder import door
from coder.cli import main
from coder.errors import CoderError, MergeError
from coder.exchange.study_write import digest
from coder.merging.merge import merge_files
from coder.project import Project

STUDY = {
    "format": "intercoder-exchange", "version": 1, "documents": [{"name": "a.txt", "text": "One two three."}],
    "qualifiers": [{"name": "evidence", "kind": "text"}],
    "codings": [{"document": "a.txt", "coder": "Ben", "code": ["X"], "start": 0, "end": 3,
                 "qualifiers": {"evidence": "weak"}}],
}  # fmt: skip


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    (tmp_path / "s.json").write_text(json.dumps(STUDY), "utf-8")
    path = tmp_path / "foreign.intercoder"
    assert main(["new", str(path), "--lead", "Ben"]) == 0
    assert main(["import", str(path), str(tmp_path / "s.json")]) == 0
    return path


def harm(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA writable_schema=ON")
        assert file.execute(statement).rowcount
    file.close()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE sqlite_schema SET sql = 'CREATE INDEX change_row_by_change ON change_row (fields)' "
         "WHERE name = 'change_row_by_change'", "is damaged"),
        ("UPDATE change_row SET fields = replace(fields, (SELECT lower(hex(id)) FROM qualifier), 'no id at all') "
         "WHERE \"table\" = 'coding'", "make no sense: foreign.intercoder"),
        ("UPDATE change_row SET fields = replace(fields, (SELECT lower(hex(id)) FROM code), 'no id at all') "
         "WHERE \"table\" = 'coding'", "make no sense: foreign.intercoder"),
        ("UPDATE change_row SET fields = replace(fields, (SELECT lower(hex(id)) FROM code), "
         "'00112233445566778899aabbccddeeff') WHERE \"table\" = 'coding'", "neither it nor this project holds"),
    ],
    ids=["an index that lists other rows", "a value that is none", "an id that is none", "an id of nothing"],
)  # fmt: skip
def test_what_only_a_thorough_look_finds_does_not_come_in(tmp_path, foreign, statement, words):
    harm(foreign, statement)
    with Project.create(tmp_path / "here.intercoder", lead="Ana") as project:
        before = digest(project)
        for dry_run in (True, False):
            with pytest.raises(MergeError, match=words):
                merge_files(project, [foreign], dry_run=dry_run)
        assert digest(project) == before
    assert main(["check", str(tmp_path / "here.intercoder")]) == 0
    assert sorted(p.name for p in tmp_path.glob("here*")) == ["here.intercoder"]


@pytest.mark.parametrize("broken", [b"REF\x8bRENCES", b"REF-RENCES"], ids=["broken words", "another word"])
def test_a_file_too_large_to_be_looked_through_at_the_door_is_refused_when_its_tables_are_broken(
    tmp_path, foreign, broken, monkeypatch
):
    monkeypatch.setattr(door, "_SMALL", 0)
    whole = foreign.read_bytes()
    foreign.write_bytes(whole.replace(b"REFERENCES", broken, 1))
    with Project.create(tmp_path / "here.intercoder", lead="Ana") as project:
        before = digest(project)
        with pytest.raises(CoderError, match="“foreign\\.intercoder” is damaged") as refused:
            merge_files(project, [foreign])
        assert refused.value.exit_code == 3
        assert digest(project) == before
