"""Counts of coded segments: equal ones once, however they became equal."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.code_tree import code_at, code_tree
from coder.codebook import merge_codes, part_codes
from coder.coders import coder_named
from coder.coding import add_coding, stretch_coding
from coder.documents import document_rows, living_documents
from coder.project import Project
from coder.segments import read_codings
from coder.spans import Span
from coder.tallies import tally
from tests.coder.world import ACTS, act, study

PASSAGE = Span(4, 14)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


def put(project: Project, name: str, span: Span = PASSAGE, document: int = 0) -> UUID:
    return project.do(
        add_coding, document_id=project.ask(living_documents)[document].id,
        code_id=project.ask(code_at, name.split(" > ")), span=span,
    ).value  # fmt: skip


def counts(project: Project, document: UUID | None = None) -> dict[str, tuple[int, int]]:
    return {" > ".join(r.path): (r.codings, r.here) for r in project.ask(code_tree, document) if r.codings or r.here}


def test_merged_codes_on_one_passage_count_once(path: Path) -> None:
    with Project.open(path) as project:
        put(project, "Funding")
        put(project, "Actor")
        put(project, "Funding", Span(0, 3))
        funding, actor = (project.ask(code_at, [n]) for n in ("Funding", "Actor"))
        here = project.ask(living_documents)[0].id
        project.do(merge_codes, code_id=funding, into=actor)
        assert counts(project, here) == {"Actor": (2, 2)}
        project.do(part_codes, code_id=funding)
        assert counts(project, here) == {"Actor": (1, 1), "Funding": (2, 2)}


def test_a_segment_stretched_onto_an_equal_one_elsewhere_counts_once(path: Path, tmp_path: Path) -> None:
    from coder.merging.merge import merge_files
    from tests.coder.world import copy_of

    with Project.open(path) as project:
        moved = put(project, "Funding")
    other = copy_of(path, tmp_path / "other.intercoder")
    with Project.open(path) as project:
        project.do(stretch_coding, coding_id=moved, span=Span(0, 3))
    with Project.open(other) as project:
        put(project, "Funding", Span(0, 3))
    with Project.open(path) as project:
        merge_files(project, [other])
        assert counts(project) == {"Funding": (1, 0)}


def test_the_list_of_documents_counts_merged_codes_on_one_passage_once(path: Path) -> None:
    with Project.open(path) as project:
        put(project, "Funding")
        put(project, "Actor")
        funding, actor = (project.ask(code_at, [n]) for n in ("Funding", "Actor"))
        assert project.ask(document_rows, project.coder_id)[0].mine == 2
        project.do(merge_codes, code_id=funding, into=actor)
        first = project.ask(document_rows, project.coder_id)[0]
        assert (first.codings, first.mine, first.coders) == (1, 1, 1)


def test_people_are_counted_apart(path: Path) -> None:
    with Project.open(path) as project:
        put(project, "Funding")
        project.act_as(project.ask(coder_named, "Ana"))
        put(project, "Funding")
        assert counts(project) == {"Funding": (2, 0)}


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from([*ACTS, "unite", "undo"]), st.integers(0, 30), st.integers(0, 30), st.just("x")),
        max_size=14,
    )
)
def test_every_count_is_the_length_of_a_list(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, int, int, str]]
) -> None:
    with Project.open(study(tmp_path_factory.mktemp("s") / "s.intercoder")) as project:
        for one in acts:
            act(project, *one)
        codings = project.ask(read_codings)
        by_code = project.ask(tally, "code_id")
        assert sum(by_code.values()) == len(codings)
        for (code,), n in by_code.items():
            assert n == sum(c.code_id == code for c in codings)
        for document in project.ask(living_documents):
            here = project.ask(tally, "code_id", document_id=document.id)
            assert sum(here.values()) == sum(c.document_id == document.id for c in codings)
