"""Sources becoming documents: texts, bytes and marks once, undone whole, the table as the journal says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.checking import problems_of
from coder.documents import add_documents, document_rows, remove_document, structure_of, text_of
from coder.errors import Cancelled
from coder.exchange.study_write import digest
from coder.importers import Mark, Source
from coder.importers.alike import SIZE, share
from coder.models import Document
from coder.project import Project
from tests.coder.world import PlainSource

ROWS = [
    Source(
        f"posts · {n}", f"Text {n // 2}", "csv", b"the table", table="posts.csv", key=str(n), variables={"n": str(n)},
        structure=(Mark("heading", 0, 4, "1"),),
    )
    for n in range(6)
]  # fmt: skip
hashes = st.lists(st.integers(0, 400), max_size=SIZE, unique=True).map(lambda n: np.array(sorted(n), np.uint64))


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "p.intercoder", title="T", lead="Ana") as project:
        yield project


def test_rows_of_a_table_share_bytes_texts_and_marks_and_the_journal_says_the_same(project):
    brought = project.do(add_documents, ROWS).value
    assert [project.ask(text_of, d) for d in brought.added] == [r.text for r in ROWS]
    assert project.ask(structure_of, brought.added[5]) == [("heading", 0, 4, "1")]
    rows = project.ask(document_rows, project.coder_id)
    assert [(r.name, r.variables) for r in rows] == [(s.name, s.variables) for s in ROWS]
    assert problems_of(project) == []


def test_added_documents_go_and_come_back_as_one(project):
    project.do(add_documents, ROWS[:3])
    before = digest(project)
    project.do(add_documents, ROWS)
    after = digest(project)
    project.undo()
    assert digest(project) == before
    project.redo()
    assert digest(project) == after


def test_one_that_was_removed_stays_removed_and_one_twice_in_a_batch_comes_once(project):
    first = project.do(add_documents, ROWS[:1]).value.added[0]
    project.do(remove_document, document_id=first)
    brought = project.do(add_documents, [*ROWS[:2], *ROWS[:2]]).value
    assert len(brought.added) == 1
    assert brought.same == [first, first, brought.added[0]]
    assert "removed here since" in brought.warnings[0]


def test_what_is_stopped_half_way_leaves_nothing(project):
    def stop(done: int, _total: int) -> None:
        if done == 4:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        project.do(add_documents, ROWS, stop)
    assert project.ask(document_rows, project.coder_id) == []


@given(hashes, hashes)
def test_the_share_of_two_sketches_is_that_of_the_smallest_of_both_together(one, other):
    together = sorted({*one.tolist(), *other.tolist()})[:SIZE]
    both = {*one.tolist()} & {*other.tolist()}
    expected = sum(value in both for value in together) / len(together) if len(one) and len(other) else 0.0
    assert share(one, other) == expected


def test_what_is_said_of_a_document_in_the_act_that_brings_it_is_in_the_journal(tmp_path):
    def bring(session):
        (new,) = add_documents(session, [PlainSource("c.txt", "Words.")]).added
        session.get(Document, new).variables = {"0" * 32: "north"}

    with Project.create(tmp_path / "study.intercoder", title="x", lead="Lead") as project:
        project.do(bring)
        assert problems_of(project) == []
