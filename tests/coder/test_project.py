"""The project file: made, opened, locked, refused, killed, copied, migrated."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import delete

from coder.checking import problems_of
from coder.code_tree import code_tree
from coder.codebook import add_code, edit_code
from coder.documents import add_documents
from coder.door import SCHEMA
from coder.errors import (
    NewerProject,
    NotAProject,
    NothingToUndo,
    ProjectError,
    ProjectExists,
    ProjectInUse,
    ReadOnlyProject,
)
from coder.journal.record import Recording, UnrecordedWrite
from coder.lock import Lock
from coder.migrations import migrate
from coder.models import Code, Coding
from coder.project import Project, make_file
from coder.storage import copies_of, keep_copy
from tests.coder.world import PlainSource, Wall, act, ids, study

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


def test_a_new_project_never_overwrites(path):
    before = path.read_bytes()
    with pytest.raises(ProjectExists):
        Project.create(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", NotAProject),
        (b"not a database at all, but long enough to have a header" * 4, NotAProject),
        (b"SQLite format 3\x00" + bytes(200), NotAProject),
    ],
)
def test_a_foreign_file_is_refused_with_advice_and_left_alone(tmp_path, content, error):
    file = tmp_path / "x.intercoder"
    file.write_bytes(content)
    with pytest.raises(error) as told:
        Project.open(file)
    assert told.value.advice
    assert file.read_bytes() == content
    assert not Lock(file).path.exists()


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(NotAProject, match="There is no file"):
        Project.open(tmp_path / "nowhere.intercoder")


def test_another_programs_database_is_refused(tmp_path):
    file = tmp_path / "x.intercoder"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE t (x)")
    db.close()
    with pytest.raises(NotAProject, match="another program"):
        Project.open(file)


def test_a_newer_file_is_refused_with_advice_and_left_alone(path):
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version={SCHEMA + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(NewerProject) as told:
        Project.open(path)
    assert "Update" in told.value.advice
    assert path.read_bytes() == before


@pytest.mark.parametrize("harm", ["cut", "scribbled", "zeroed"])
def test_a_damaged_file_is_refused_and_left_alone(path, harm):
    data = bytearray(path.read_bytes())
    if harm == "cut":
        data = data[: len(data) // 2]
    elif harm == "scribbled":
        data[4096:12288] = os.urandom(8192)
    else:
        data[len(data) // 3 : len(data) // 3 + 20000] = bytes(20000)
    path.write_bytes(data)
    with pytest.raises(NotAProject, match="damaged") as told:
        Project.open(path)
    assert "copies" in told.value.advice
    assert path.read_bytes() == bytes(data)


def test_a_second_opening_for_writing_names_the_holder(path):
    with Project.open(path):
        with pytest.raises(ProjectInUse) as told:
            Project.open(path)
        assert json.loads(Lock(path).path.read_text())["who"] in told.value.message
        with Project.open(path, write=False) as reader:
            assert len(ids(reader, Code)) == 4
            with pytest.raises(ReadOnlyProject):
                reader.do(add_code, name="x")
    assert not Lock(path).path.exists()


def test_the_lock_of_a_process_that_is_gone_is_taken_over(path):
    code = "import sys, os; from pathlib import Path; from coder.project import Project; "
    code += "Project.open(Path(sys.argv[1])); os._exit(9)"
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False)
    assert Lock(path).path.exists()
    with Project.open(path) as project:
        assert project.writable


def test_the_lock_of_another_machine_holds(path):
    holder = {"who": "eve", "machine": "elsewhere", "process": 1, "born": "1", "since": "2026-01-01 00:00 UTC"}
    Lock(path).path.write_text(json.dumps(holder))
    with pytest.raises(ProjectInUse, match="eve on elsewhere"):
        Project.open(path)


_WORKER = """
import sys
from pathlib import Path
from coder.project import Project
from coder.codebook import add_code
project = Project.open(Path(sys.argv[1]))
n = int(sys.argv[2])
while True:
    project.do(add_code, name=f"code {n}")
    print(n, flush=True)
    n += 1
"""


def test_killed_at_any_moment_it_loses_at_most_the_act_under_way(path):
    with Project.open(path) as project:
        there = {row.name for row in project.ask(code_tree)}
    for moment in range(8):
        worker = subprocess.Popen(
            [sys.executable, "-c", _WORKER, str(path), str(1000 * moment)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout is not None
        told = [worker.stdout.readline()]
        until = time.monotonic() + 0.013 * moment
        while time.monotonic() < until:
            told.append(worker.stdout.readline())
        worker.send_signal(signal.SIGKILL)
        told += worker.stdout.readlines()
        worker.wait()
        worker.stdout.close()
        done = {f"code {int(line)}" for line in told if line.strip()}
        with Project.open(path) as project:
            names = {row.name for row in project.ask(code_tree)}
            assert there | done <= names
            # the act under way may have reached the disk before anybody was told
            assert len(names - there - done) <= 1
            assert problems_of(project) == []
            there = names


def test_undo_survives_a_restart_and_redo_too(path):
    with Project.open(path) as project:
        project.do(add_code, name="one")
        project.do(add_code, name="two")
        project.undo()
        depth = project.undo_depth
    with Project.open(path) as project:
        assert (project.undo_depth, project.redo_depth) == (depth, 1)
        project.redo()
        project.undo()
        project.undo()
        names = project.ask(lambda s: [c.name for c in (s.get(Code, i) for i in ids(project, Code)) if c])
        assert "one" not in names
        assert "two" not in names


def test_the_beginning_of_a_project_is_not_undone(tmp_path):
    with Project.create(tmp_path / "n.intercoder") as project, pytest.raises(NothingToUndo):
        project.undo()


def test_an_operation_that_fails_leaves_nothing(path):
    def half(session, *, name):
        add_code(session, name=name)
        session.flush()
        raise ZeroDivisionError

    with Project.open(path) as project:
        before, depth = ids(project, Code, living=False), project.undo_depth
        with pytest.raises(ZeroDivisionError):
            project.do(half, name="half")
        assert ids(project, Code, living=False) == before
        assert project.undo_depth == depth


def test_a_write_around_the_journal_is_refused(path):
    def around(session):
        session.exec(delete(Coding))

    def beside(session):
        session.add(Code(name="x", id=ids(project, Code)[0]))

    def deleted(session):
        session.delete(session.get(Code, ids(project, Code)[0]))

    with Project.open(path) as project:
        for operation in (around, beside, deleted):
            with pytest.raises(UnrecordedWrite):
                project.do(operation)
        assert problems_of(project) == []


def test_what_stands_already_makes_no_change(path):
    with Project.open(path) as project:
        code = ids(project, Code)[0]
        assert project.do(edit_code, code_id=code).change is None
        assert project.do(add_code, name="Funding").change is None


def test_a_full_disk_is_told_and_the_project_stays_as_it_was(path):
    def fill(session: Recording) -> None:
        session.connection().exec_driver_sql("PRAGMA max_page_count=1")  # as many as there are, and no more
        add_documents(session, [PlainSource("long.txt", "word " * 100_000)])

    with Project.open(path) as project:
        with pytest.raises(ProjectError, match="full") as raised:
            project.do(fill)
        assert "nothing" in raised.value.advice
        assert problems_of(project) == []


def test_a_folder_that_cannot_be_written_is_told_when_a_file_is_made(tmp_path):
    with pytest.raises(ProjectError, match="nowhere"):
        make_file(tmp_path / "missing" / "nowhere.intercoder")


def test_a_file_that_may_not_be_written_is_not_opened_for_writing(path):
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("whoever runs this may write everything")
    with pytest.raises(PermissionError):
        Project.open(path)
    assert Lock(path).holder() is None


def test_a_clock_far_ahead_is_told(path):
    with Project.open(path, now=Wall(timedelta(days=700))) as project:
        project.do(add_code, name="late")
    with Project.open(path) as project:
        assert project.clock_ahead is not None
        before = project.undo_depth
        project.do(add_code, name="after the late one")
        project.undo()
        assert project.undo_depth == before


def test_the_last_five_copies_of_a_kind_stay(path):
    for n in range(7):
        keep_copy(path, "before merge", Wall(timedelta(minutes=n))())
    assert len(copies_of(path, "before merge")) == 5
    keep_copy(path, "daily", Wall()())
    assert len(copies_of(path)) == 6
    with Project.open(copies_of(path, "before merge")[-1]) as copy:
        assert problems_of(copy) == []


def test_a_daily_copy_is_kept_once_a_day(path):
    with Project.open(path) as project:
        assert project.keep_daily_copy() is not None
        assert project.keep_daily_copy() is None


def test_migration_steps_run_in_one_transaction_with_a_copy_first(path):
    def grow(db):
        db.execute("ALTER TABLE code ADD COLUMN later TEXT")

    def fail(db):
        db.execute("ALTER TABLE code ADD COLUMN never TEXT")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        migrate(path, SCHEMA, steps={SCHEMA: grow, SCHEMA + 1: fail}, target=SCHEMA + 2)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert "later" not in {r[1] for r in db.execute("PRAGMA table_info(code)")}
    db.close()
    copy = migrate(path, SCHEMA, steps={SCHEMA: grow}, target=SCHEMA + 1)
    assert copy is not None
    assert copy.exists()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA + 1,)
        assert "later" in {r[1] for r in db.execute("PRAGMA table_info(code)")}
    db.close()


def test_check_finds_a_table_that_is_not_what_the_journal_says(path):
    with Project.open(path) as project:
        act(project, "code", 3, 5, "")
        assert problems_of(project) == []
    with sqlite3.connect(path) as db:
        db.execute("UPDATE coding SET memo = 'slipped in'")
    db.close()
    with Project.open(path) as project:
        assert any("coding" in problem for problem in problems_of(project))
