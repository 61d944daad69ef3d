"""Sets of documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder.cases import add_set, put_in_set, remove_set, rename_set, sets_of, take_from_set
from coder.documents import living_documents, remove_document
from coder.errors import CodingError
from coder.project import Project
from tests.coder.world import study


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


def members(project: Project) -> dict[str, set[str]]:
    names = {d.id: d.name for d in project.ask(living_documents)}
    return {row.name: {names[d] for d in row.documents} for row in project.ask(sets_of)}


def test_documents_go_into_sets_and_out_again(path: Path) -> None:
    with Project.open(path) as project:
        one, other = [d.id for d in project.ask(living_documents)]
        made = project.do(add_set, name="Pilot", document_ids=[one]).value
        assert project.do(put_in_set, set_id=made, document_ids=[one, other]).value == 1
        assert members(project) == {"Pilot": {"a.txt", "b.txt"}}
        assert project.do(take_from_set, set_id=made, document_ids=[one]).value == 1
        assert members(project) == {"Pilot": {"b.txt"}}
        project.undo()
        assert members(project) == {"Pilot": {"a.txt", "b.txt"}}


def test_a_document_taken_out_can_come_back(path: Path) -> None:
    with Project.open(path) as project:
        one = project.ask(living_documents)[0].id
        made = project.do(add_set, name="Pilot", document_ids=[one]).value
        project.do(take_from_set, set_id=made, document_ids=[one])
        project.do(put_in_set, set_id=made, document_ids=[one])
        assert members(project) == {"Pilot": {"a.txt"}}


def test_a_set_of_that_name_is_the_same_set(path: Path) -> None:
    with Project.open(path) as project:
        one, other = [d.id for d in project.ask(living_documents)]
        made = project.do(add_set, name="Pilot", document_ids=[one]).value
        assert project.do(add_set, name=" pilot", document_ids=[other]).value == made
        second = project.do(add_set, name="Main").value
        with pytest.raises(CodingError, match="PILOT"):
            project.do(rename_set, set_id=second, name="PILOT")
        assert members(project) == {"Main": set(), "Pilot": {"a.txt", "b.txt"}}


def test_removing_a_set_leaves_its_documents(path: Path) -> None:
    with Project.open(path) as project:
        one = project.ask(living_documents)[0].id
        made = project.do(add_set, name="Pilot", document_ids=[one]).value
        assert project.do(remove_set, set_id=made).value == 1
        assert members(project) == {}
        assert len(project.ask(living_documents)) == 2
        project.undo()
        assert members(project) == {"Pilot": {"a.txt"}}


def test_a_removed_document_leaves_its_sets_until_it_is_back(path: Path) -> None:
    with Project.open(path) as project:
        one = project.ask(living_documents)[0].id
        project.do(add_set, name="Pilot", document_ids=[one])
        project.do(remove_document, document_id=one)
        assert members(project) == {"Pilot": set()}
        project.undo()
        assert members(project) == {"Pilot": {"a.txt"}}
