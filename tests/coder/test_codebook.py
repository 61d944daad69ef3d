"""The codebook: merged codes taken apart again, qualifiers changed, ordered, removed."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from coder.code_tree import code_at, code_tree, merged_into, qualifiers_of
from coder.codebook import add_code, add_qualifier, edit_qualifier, merge_codes, move_code, part_codes, remove_qualifier
from coder.coding import add_coding, set_qualifier
from coder.documents import living_documents
from coder.errors import CodingError
from coder.exchange.study_write import digest
from coder.merging.merge import merge_files
from coder.project import Project
from coder.segments import read_codings
from coder.spans import Span
from tests.coder.world import copy_of, study


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


def names(project: Project) -> list[str]:
    return [q.name for q in project.ask(qualifiers_of)]


def evidence(project: Project) -> UUID:
    return project.ask(qualifiers_of)[0].id


def test_merged_codes_are_taken_apart_again(path: Path) -> None:
    with Project.open(path) as project:
        funding, actor = (project.ask(code_at, [n]) for n in ("Funding", "Actor"))
        project.do(merge_codes, code_id=funding, into=actor)
        assert [c.name for c in project.ask(merged_into, actor)] == ["Funding"]
        project.do(part_codes, code_id=funding)
        assert project.ask(code_at, ["Funding"]) == funding
        with pytest.raises(CodingError, match="Funding"):
            project.do(part_codes, code_id=funding)


def test_a_code_is_not_merged_into_what_stands_under_it_by_another_merge(path: Path) -> None:
    with Project.open(path) as project:
        funding, actor = (project.ask(code_at, [n]) for n in ("Funding", "Actor"))
        below = project.do(add_code, name="Below", parent_id=funding).value
        project.do(merge_codes, code_id=funding, into=actor)  # “Below” now stands under “Actor”
        with pytest.raises(CodingError, match="sub-code"):
            project.do(merge_codes, code_id=actor, into=below)
        with pytest.raises(CodingError, match="under itself"):
            project.do(move_code, code_id=actor, parent_id=below)
        assert ("Actor", "Below") in [row.path for row in project.ask(code_tree)]


def test_a_ring_of_merges_made_apart_leaves_every_code_in_the_tree(path: Path, tmp_path: Path) -> None:
    with Project.open(path) as project:
        funding, actor = (project.ask(code_at, [n]) for n in ("Funding", "Actor"))
        below = project.do(add_code, name="Below", parent_id=funding).value
    other = copy_of(path, tmp_path / "other.intercoder")
    with Project.open(path) as one:
        one.do(merge_codes, code_id=funding, into=actor)
    with Project.open(other) as two:
        two.do(merge_codes, code_id=actor, into=below)
    digests = []
    for target, source in ((path, other), (copy_of(other, tmp_path / "third.intercoder"), path)):
        with Project.open(target) as project:
            merge_files(project, [source])
            assert below in {row.id for row in project.ask(code_tree)}
            digests.append(digest(project))
    assert digests[0] == digests[1]


def test_qualifiers_are_renamed_ordered_and_removed(path: Path) -> None:
    with Project.open(path) as project:
        project.do(add_qualifier, name="event date", kind="date")
        sure = project.do(add_qualifier, name="confidence", kind="ordered", values=["low", "high"]).value
        project.do(edit_qualifier, qualifier_id=sure, position=0, name="Sure")
        assert names(project) == ["Sure", "evidence", "event date"]
        project.do(remove_qualifier, qualifier_id=sure)
        assert names(project) == ["evidence", "event date"]
        project.undo()
        assert names(project) == ["Sure", "evidence", "event date"]


def test_a_removed_qualifier_comes_back_with_what_was_said(path: Path) -> None:
    with Project.open(path) as project:
        scale = evidence(project)
        made = project.do(
            add_coding, document_id=project.ask(living_documents)[0].id, code_id=project.ask(code_at, ["Funding"]),
            span=Span(0, 3),
        ).value  # fmt: skip
        project.do(set_qualifier, coding_id=made, qualifier_id=scale, value="reported")
        assert project.do(remove_qualifier, qualifier_id=scale).value == 1
        project.undo()
        assert project.ask(read_codings)[0].qualifiers == {scale: "reported"}


@pytest.mark.parametrize(
    "fields", [{"kind": "colour"}, {"values": []}, {"values": ["", " "]}, {"name": "EVENT date"}]
)
def test_a_qualifier_that_could_not_be_used_is_refused(path: Path, fields: dict[str, object]) -> None:
    with Project.open(path) as project:
        project.do(add_qualifier, name="event date", kind="date")
        with pytest.raises(CodingError):
            project.do(edit_qualifier, qualifier_id=evidence(project), **fields)
        assert names(project) == ["evidence", "event date"]
