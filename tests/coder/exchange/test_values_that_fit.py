"""Values that come with sources are of their variables' kinds: what does not fit stays out and is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder.documents import living_documents, values_of, variables_of
from coder.exchange.bring import bring_readable
from coder.exchange.prepare import Choices, here_now, prepare
from coder.exchange.study_people import Loaded
from coder.project import Project
from coder.variables import add_variable


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "p.intercoder", title="T", lead="Ana") as project:
        yield project


def brought(project: Project, paths: list[Path], pattern: str = "") -> Loaded:
    prepared = prepare(paths, Choices(pattern=pattern, language=False), here=project.ask(here_now))
    return bring_readable(project.do, prepared.read(), people={}, variables=[])


def values(project: Project) -> list[dict[str, str]]:
    return [project.ask(values_of, d.id) for d in project.ask(living_documents)]


def kinds(project: Project) -> dict[str, str]:
    return {v.name: v.kind for v in project.ask(variables_of)}


def test_a_column_s_value_that_does_not_fit_is_left_out_and_told(tmp_path, project):
    project.do(add_variable, name="views", kind="number")
    project.do(add_variable, name="side", kind="choice", values=["North", "South"])
    table = tmp_path / "posts.csv"
    table.write_text("id,text,views,side\n1,one text,12,north\n2,two text,many,East\n")
    loaded = brought(project, [table])
    assert values(project) == [{"id": "1", "views": "12", "side": "North"}, {"id": "2"}]
    told = " ".join(loaded.warnings)
    assert "“many” does not fit the variable “views” and was left out" in told
    assert "“East” does not fit the variable “side” and was left out" in told


def test_a_pattern_gives_new_variables_their_kinds(tmp_path, project):
    (tmp_path / "14.03.2025_7_Kurier.txt").write_text("text")
    brought(project, [tmp_path / "14.03.2025_7_Kurier.txt"], "{when:date}_{page:number}_{outlet}")
    assert kinds(project) == {"when": "date", "page": "number", "outlet": "text"}
    assert values(project) == [{"when": "2025-03-14", "page": "7", "outlet": "Kurier"}]


def test_a_living_variable_keeps_its_kind_whatever_the_pattern_says(tmp_path, project):
    project.do(add_variable, name="When", kind="text")
    (tmp_path / "2025-03_a.txt").write_text("text")
    brought(project, [tmp_path / "2025-03_a.txt"], "{when:date}_{}")
    assert kinds(project) == {"When": "text"}
    assert values(project) == [{"When": "2025-03"}]


def test_a_day_that_could_be_two_is_no_date_for_a_new_variable_either(tmp_path, project):
    (tmp_path / "03-04-2025_a.txt").write_text("text")
    loaded = brought(project, [tmp_path / "03-04-2025_a.txt"], "{when:date}_{outlet}")
    assert values(project) == [{"outlet": "a"}]
    assert any("“03-04-2025” does not fit" in words for words in loaded.warnings)
