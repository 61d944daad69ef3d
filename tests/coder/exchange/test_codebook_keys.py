"""Keys of codes when a codebook file comes into a project that has codes of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coder.checking import problems_of
from coder.code_tree import code_tree
from coder.codebook import add_code
from coder.data import data_dir
from coder.exchange.codebook_load import Taken, load_codebook
from coder.exchange.codebook_yaml import read_codebook
from coder.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "study.intercoder", title="t", lead="Ana") as project:
        project.do(add_code, name="Centre", key="c")
        yield project


def load(project: Project, text: str) -> Taken:
    taken: Taken = project.do(load_codebook, codebook=read_codebook(text, "c.yaml")).value
    return taken


def keys(project: Project) -> dict[str, str]:
    return {row.name: row.key for row in project.ask(code_tree)}


def test_a_key_that_another_code_has_stays_with_it_and_this_is_told(project: Project) -> None:
    taken = load(project, "codes:\n  - name: Claim\n    key: c\n  - name: Emotion\n    key: e\n")
    assert keys(project) == {"Centre": "c", "Claim": "", "Emotion": "e"}
    assert taken.told == ["“Claim” does not get the key “c”: “Centre” has “c” here."]


def test_loading_twice_changes_nothing_the_second_time(project: Project) -> None:
    text = "codes:\n  - name: Claim\n    key: c\n  - name: Emotion\n    key: e\n"
    load(project, text)
    again = load(project, text)
    assert (again.added, again.changed, again.same) == (0, 0, 2)


def test_two_codes_can_have_each_others_key(project: Project) -> None:
    load(project, "codes:\n  - name: A\n    key: a\n  - name: B\n    key: b\n")
    taken = load(project, "codes:\n  - name: A\n    key: b\n  - name: B\n    key: a\n")
    assert keys(project) == {"Centre": "c", "A": "b", "B": "a"}
    assert (taken.changed, taken.told) == (2, [])
    project.undo()
    assert keys(project) == {"Centre": "c", "A": "a", "B": "b"}
    assert problems_of(project) == []


def test_both_codebooks_of_the_program_fit_into_one_project(project: Project) -> None:
    for name in ("general", "foreign-recruitment"):
        load(project, (data_dir("codebooks") / f"{name}.yaml").read_text("utf-8"))
    shown = [key for key in keys(project).values() if key]
    assert len(shown) == len(set(shown))
