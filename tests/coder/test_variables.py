"""Variables of documents: typed, filled in as one act, changed only where the values fit."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.cases import add_set
from coder.coders import coder_named
from coder.documents import document_rows, living_documents, set_variable, variables_of
from coder.errors import CodingError
from coder.project import Project
from coder.variables import (
    Cell,
    add_variable,
    document_table,
    edit_variable,
    living_variable,
    remove_variable,
    set_cells,
)
from tests.coder.world import study


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


def documents(project: Project) -> list[UUID]:
    return [d.id for d in project.ask(living_documents)]


def values(project: Project, variable: UUID) -> list[str]:
    return [row.values.get(variable, "") for row in project.ask(document_table)]


def test_a_variable_of_a_kind_refuses_what_does_not_fit(path: Path) -> None:
    with Project.open(path) as project:
        year = project.do(add_variable, name="Year", kind="number").value
        first = documents(project)[0]
        with pytest.raises(CodingError, match="Year"):
            project.do(set_cells, cells=[Cell(first, year, "soon")])
        with pytest.raises(CodingError, match="Year"):
            project.do(set_variable, document_id=first, variable_id=year, value="soon")
        assert values(project, year) == ["", ""]


def test_many_cells_are_one_act_and_one_undo(path: Path) -> None:
    with Project.open(path) as project:
        year = project.do(add_variable, name="Year", kind="number").value
        before = project.ask(document_table)
        depth = project.undo_depth
        cells = [Cell(d, year, "2024") for d in documents(project)] + [Cell(documents(project)[0], None, "Новое имя")]
        assert project.do(set_cells, cells=cells).value == 3
        assert project.undo_depth == depth + 1
        assert values(project, year) == ["2024", "2024"]
        project.undo()
        assert project.ask(document_table) == before


def test_one_wrong_cell_leaves_all_as_they_were(path: Path) -> None:
    with Project.open(path) as project:
        year = project.do(add_variable, name="Year", kind="number").value
        one, other = documents(project)
        with pytest.raises(CodingError):
            project.do(set_cells, cells=[Cell(one, year, "2024"), Cell(other, year, "soon")])
        assert values(project, year) == ["", ""]


def test_a_kind_that_the_values_do_not_fit_is_refused_by_name(path: Path) -> None:
    with Project.open(path) as project:
        region = project.do(add_variable, name="region").value
        project.do(set_cells, cells=[Cell(documents(project)[0], region, "Ostrel")])
        with pytest.raises(CodingError, match=r"a\.txt: Ostrel"):
            project.do(edit_variable, variable_id=region, kind="number")
        assert project.ask(living_variable, region).kind == "text"


def test_a_choice_without_a_list_lists_what_is_there(path: Path) -> None:
    with Project.open(path) as project:
        region = project.do(add_variable, name="region").value
        one, other = documents(project)
        project.do(set_cells, cells=[Cell(one, region, "Ostrel"), Cell(other, region, "Ärmel")])
        project.do(edit_variable, variable_id=region, kind="choice")
        assert project.ask(living_variable, region).values == ["Ostrel", "Ärmel"]


def test_a_removed_variable_comes_back_with_its_values(path: Path) -> None:
    with Project.open(path) as project:
        date = next(v.id for v in project.ask(variables_of) if v.name == "date")
        assert project.do(remove_variable, variable_id=date).value == 1
        assert [v.name for v in project.ask(variables_of)] == []
        project.undo()
        assert values(project, date) == ["", "2024"]


def test_two_variables_never_bear_one_name(path: Path) -> None:
    with Project.open(path) as project:
        first = project.do(add_variable, name="Region").value
        assert project.do(add_variable, name=" region ").value == first
        other = project.do(add_variable, name="Outlet").value
        with pytest.raises(CodingError, match="REGION"):
            project.do(edit_variable, variable_id=other, name="REGION")


def test_variables_stand_in_the_order_given(path: Path) -> None:
    with Project.open(path) as project:
        made = [project.do(add_variable, name=name).value for name in ("b", "c")]
        project.do(edit_variable, variable_id=made[1], position=0)
        assert [v.name for v in project.ask(variables_of)] == ["c", "date", "b"]


def test_the_table_tells_progress_by_person_and_sets(path: Path) -> None:
    with Project.open(path) as project:
        ana = project.ask(coder_named, "Ana")
        chosen = project.do(add_set, name="Pilot", document_ids=documents(project)[:1]).value
        first, second = project.ask(document_table)
        assert first.sets == {chosen}
        assert second.sets == frozenset()
        assert first.progress[ana].assigned
        assert not first.progress[ana].finished
        assert first.codings == 0


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, 1), st.text(max_size=12)), max_size=6))
def test_undoing_cell_by_cell_returns_to_the_beginning(
    tmp_path_factory: pytest.TempPathFactory, typed: list[tuple[int, str]]
) -> None:
    with Project.open(study(tmp_path_factory.mktemp("s") / "s.intercoder")) as project:
        note = project.do(add_variable, name="note").value
        before, depth = project.ask(document_table), project.undo_depth
        for n, value in typed:
            project.do(set_cells, cells=[Cell(documents(project)[n], note, value)])
        while project.undo_depth > depth:
            project.undo()
        assert project.ask(document_table) == before


def test_the_small_list_shows_the_same_values(path: Path) -> None:
    with Project.open(path) as project:
        year = project.do(add_variable, name="Year", kind="number").value
        project.do(set_cells, cells=[Cell(documents(project)[0], year, "2024")])
        assert project.ask(document_rows, project.coder_id)[0].variables["Year"] == "2024"
