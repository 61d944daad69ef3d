"""Choosing a side of a conflict settles it, here and for everybody who gets the change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import col, select

from coder.checking import problems_of
from coder.code_tree import code_at
from coder.codebook import edit_code, move_code, remove_code
from coder.coders import coder_named
from coder.documents import living_documents, rename_document, set_variable, variable_named
from coder.errors import CodingError, MergeError, UnknownThing
from coder.merging.conflicts import open_conflicts
from coder.merging.merge import merge_files
from coder.merging.resolve import OpenConflict, conflicts_to_settle, settle_conflict
from coder.models import Code, Document
from coder.project import Project
from tests.coder.world import copy_of, study

Edit = Callable[[Project], object]


def _apart(place: Path, mine: Edit, theirs: Edit) -> tuple[Path, Path]:
    """Two files in which Ana and Ben did these without having seen each other; Ben's is merged into Ana's."""
    first = study(place / "first.intercoder")
    second = copy_of(first, place / "second.intercoder")
    for path, name, edit in ((first, "Ana", mine), (second, "Ben", theirs)):
        with Project.open(path) as project:
            project.act_as(project.ask(coder_named, name))
            edit(project)
    with Project.open(first) as project:
        merge_files(project, [second])
    return first, second


def _funding(project: Project) -> UUID:
    return project.ask(code_at, ["Funding"])


def _define(words: str) -> Edit:
    return lambda project: project.do(edit_code, code_id=_funding(project), definition=words)


def _settle(project: Project, conflict: OpenConflict, coder: str) -> None:
    (choice,) = [c for c in conflict.choices if c.coder == coder]
    project.do(settle_conflict, table=conflict.table, row=conflict.row, field=conflict.field, choice=choice.n)


@pytest.mark.parametrize("chosen", ["Ana", "Ben"])
def test_either_side_can_be_chosen_also_the_one_that_shows(tmp_path: Path, chosen: str) -> None:
    first, second = _apart(tmp_path, _define("Money by Ana"), _define("Money by Ben"))
    with Project.open(first) as project:
        (conflict,) = project.ask(conflicts_to_settle)
        assert sorted(c.words for c in conflict.choices) == ["Money by Ana", "Money by Ben"]
        assert sum(c.shows for c in conflict.choices) == 1
        _settle(project, conflict, chosen)
        assert project.ask(open_conflicts) == []
        assert project.ask(lambda s: s.get(Code, _funding(project)).definition) == f"Money by {chosen}"
        assert problems_of(project) == []
    with Project.open(second) as project:
        report = merge_files(project, [first])
        assert report.conflicts == []
        assert project.ask(lambda s: s.get(Code, _funding(project)).definition) == f"Money by {chosen}"


@pytest.mark.parametrize("chosen", ["Ana", "Ben"])
def test_undoing_the_choice_leaves_it_taken_back_in_one_step(tmp_path: Path, chosen: str) -> None:
    first, _ = _apart(tmp_path, _define("Money by Ana"), _define("Money by Ben"))
    with Project.open(first) as project:
        shown = project.ask(lambda s: s.get(Code, _funding(project)).definition)
        (conflict,) = project.ask(conflicts_to_settle)
        depth = project.undo_depth
        _settle(project, conflict, chosen)
        assert project.undo_depth == depth + 1
        project.undo()
        assert project.ask(lambda s: s.get(Code, _funding(project)).definition) in ("Money by Ana", "Money by Ben")
        assert problems_of(project) == []
        assert shown


def test_a_variable_of_a_document_is_settled_by_its_key(tmp_path: Path) -> None:
    def region(value: str) -> Edit:
        def edit(project: Project) -> None:
            variable = project.do(variable_named, "region").value
            document = project.ask(living_documents)[0].id
            project.do(set_variable, document_id=document, variable_id=variable, value=value)

        return edit

    first, _ = _apart(tmp_path, region("North"), region("South"))
    with Project.open(first) as project:
        found = [c for c in project.ask(conflicts_to_settle) if c.thing == "document"]
        assert [c.what for c in found] == ["region"]
        _settle(project, found[0], "Ben")
        assert "South" in project.ask(living_documents)[0].variables.values()
        assert [c for c in project.ask(open_conflicts) if c.thing == "document"] == []
        again = first.with_name("again.intercoder")
    copy_of(first, again)
    with Project.open(again) as project:
        assert problems_of(project) == []


@pytest.mark.parametrize(("chosen", "lives"), [("Ana", False), ("Ben", True)])
def test_a_removal_against_an_edit_is_kept_or_taken_back(tmp_path: Path, chosen: str, lives: bool) -> None:
    def remove(project: Project) -> None:
        project.do(remove_code, code_id=_funding(project))

    first, _ = _apart(tmp_path, remove, _define("Money by Ben"))
    with Project.open(first) as project:
        (conflict,) = [c for c in project.ask(conflicts_to_settle) if c.kind == "removed"]
        assert [c.removed for c in conflict.choices if c.coder == "Ana"] == [True]
        _settle(project, conflict, chosen)
        assert project.ask(open_conflicts) == []
        found = project.ask(lambda s: s.exec(select(Code.lives).where(col(Code.name) == "Funding")).one())
        assert found is lives
        assert problems_of(project) == []


def test_a_name_that_a_sibling_bears_by_now_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    def rename(name: str) -> Edit:
        return lambda project: project.do(edit_code, code_id=_funding(project), name=name)

    first, _ = _apart(tmp_path, rename("Money"), rename("Pay"))
    with Project.open(first) as project:
        project.do(edit_code, code_id=project.ask(code_at, ["Actor"]), name="Money2")
        (conflict,) = project.ask(conflicts_to_settle)
        (other,) = [c for c in conflict.choices if not c.shows]
        project.do(edit_code, code_id=project.ask(code_at, ["Money2"]), name=other.words)
        with pytest.raises(CodingError, match="stands there already"):
            _settle(project, conflict, other.coder)
        assert len(project.ask(open_conflicts)) == 1


def test_a_ring_of_moves_says_what_to_do_instead(tmp_path: Path) -> None:
    def move(code: str, under: str) -> Edit:
        def edit(project: Project) -> None:
            project.do(move_code, code_id=project.ask(code_at, [code]), parent_id=project.ask(code_at, [under]))

        return edit

    first, _ = _apart(tmp_path, move("Actor", "Funding"), move("Funding", "Actor"))
    with Project.open(first) as project:
        rings = [c for c in project.ask(conflicts_to_settle) if c.kind == "ring"]
        assert [bool(r.instead) for r in rings] == [True]
        with pytest.raises(MergeError):
            project.do(settle_conflict, table="code", row=rings[0].row, field=rings[0].field, choice=0)


def test_a_conflict_that_is_settled_already_is_told(tmp_path: Path) -> None:
    def rename(name: str) -> Edit:
        return lambda project: project.do(
            rename_document, document_id=project.ask(living_documents)[0].id, name=name
        )

    first, _ = _apart(tmp_path, rename("x.txt"), rename("y.txt"))
    with Project.open(first) as project:
        (conflict,) = project.ask(conflicts_to_settle)
        _settle(project, conflict, "Ben")
        assert project.ask(lambda s: s.get(Document, conflict.row).name) == "y.txt"
        with pytest.raises(UnknownThing):
            _settle(project, conflict, "Ana")
