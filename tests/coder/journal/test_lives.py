"""What lives because something living needs it: the tables say what the journal says, however a row came or went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from coder.checking import problems_of
from coder.codebook import add_code
from coder.coding import add_coding, recode
from coder.documents import add_documents
from coder.identity import random_id
from coder.journal.record import Recording
from coder.models import Assignment, Code, Coding, Document, Noun
from coder.project import Project
from coder.spans import Span
from tests.coder.world import PlainSource


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "a.intercoder", title="", lead="Ana") as project:
        yield project


def take_away(session: Recording, *, model: type[Noun], row_id: UUID) -> None:
    """As somebody does in another file who does not see what stands on it here."""
    row = session.get(model, row_id)
    assert row is not None
    session.remove(row)


def lives(project: Project, model: type[Noun], row_id: UUID) -> bool:
    row = project.ask(lambda session: session.get(model, row_id))
    return bool(row.lives)


def test_a_code_that_only_a_coding_needed_goes_when_the_coding_gets_another(project):
    first, second = (project.do(add_code, name=name).value for name in ("First", "Second"))
    document = project.do(add_documents, [PlainSource("a.txt", "The governor pays.")]).value.added[0]
    coding = project.do(add_coding, document_id=document, code_id=first, span=Span(4, 12)).value
    project.do(take_away, model=Code, row_id=first)
    assert lives(project, Code, first)
    project.do(recode, coding_id=coding, code_id=second)
    assert not lives(project, Code, first)
    assert problems_of(project) == []


def test_what_is_added_to_something_gone_brings_it_back_or_goes_with_it(project):
    code = project.do(add_code, name="First").value
    document = project.do(add_documents, [PlainSource("a.txt", "The governor pays.")]).value.added[0]
    project.do(take_away, model=Document, row_id=document)

    def member(session: Recording) -> UUID:
        return session.put(Assignment(id=random_id(), document_id=document, coder_id=session.coder_id)).id

    assignment = project.do(member).value
    assert not lives(project, Assignment, assignment)
    assert problems_of(project) == []

    def needing(session: Recording) -> None:
        there = session.get(Document, document)
        assert there is not None
        born = Coding(
            id=random_id(), document_id=document, code_id=code, coder_id=session.coder_id, text_hash=there.text_hash,
            start=4, end=12,
        )  # fmt: skip
        session.births(Coding, [{"id": born.id, **{f: getattr(born, f) for f in Coding.FIELDS}}])

    project.do(needing)
    assert lives(project, Document, document)
    assert lives(project, Assignment, assignment)
    assert problems_of(project) == []
