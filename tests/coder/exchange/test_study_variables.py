"""Kinds and values of variables go out and come back with the exchange file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coder.documents import add_documents, variables_of
from coder.errors import ExchangeError
from coder.exchange.study_file import read_exchange
from coder.exchange.study_load import bring_study
from coder.exchange.study_write import digest, write_study
from coder.importers import Source
from coder.project import Project
from coder.variables import add_variable, edit_variable

SIDE = {"name": "side", "kind": "choice", "values": ["North", "South"], "owner": "document"}


@pytest.fixture
def projects(tmp_path: Path):
    with (
        Project.create(tmp_path / "a.intercoder", title="T", lead="Ana") as one,
        Project.create(tmp_path / "b.intercoder", title="T", lead="Ana") as other,
    ):
        yield one, other


def given(**more: Any) -> bytes:
    return json.dumps({"format": "intercoder-exchange", "version": 1, "documents": [], **more}).encode()


def bring(project: Project, data: bytes) -> list[str]:
    warnings: list[str] = project.do(bring_study, read_exchange(data, "x.json"), {}).value.warnings
    return warnings


def kinds(project: Project, owner: str = "document") -> list[tuple[str, str, list[str]]]:
    return [(v.name, v.kind, v.values) for v in project.ask(variables_of, owner)]


def test_kinds_and_values_come_back_and_the_digest_does_not_count_them(projects):
    one, other = projects
    one.do(add_documents, [Source("a.txt", "text", "txt", b"text", variables={"side": "North", "place": "Riga"})])
    plain = digest(one)
    side = next(v.id for v in one.ask(variables_of) if v.name == "side")
    one.do(edit_variable, variable_id=side, kind="choice", values=["North", "South"])
    assert digest(one) == plain
    written = one.ask(write_study, one.study_id)
    assert written["variables"] == [SIDE]
    assert bring(other, json.dumps(written).encode()) == []
    assert ("side", "choice", ["North", "South"]) in kinds(other)
    assert digest(other) == digest(one)


def test_a_study_of_plain_text_alone_has_no_list_of_variables(projects):
    one, _ = projects
    one.do(add_variable, name="place")
    assert "variables" not in one.ask(write_study, one.study_id)


def test_a_living_variable_stays_as_it_is_and_a_difference_is_told(projects):
    one, _ = projects
    one.do(add_variable, name="Side", kind="text")
    told = bring(one, given(variables=[SIDE]))
    assert kinds(one) == [("Side", "text", [])]
    assert any("“side” changed here since" in words for words in told)


def test_twice_is_once_and_says_nothing(projects):
    one, _ = projects
    case = {"name": "side", "kind": "number", "owner": "case"}
    assert bring(one, given(variables=[SIDE, case])) == []
    written = one.ask(write_study, one.study_id)
    assert bring(one, given(variables=[SIDE, case])) == []
    assert one.ask(write_study, one.study_id) == written
    assert kinds(one, "case") == [("side", "number", [])]


@pytest.mark.parametrize(
    "entry",
    [{"name": "x", "kind": "ordered"}, {"name": "x", "owner": "code"}, {"kind": "date"}, {"name": "x", "values": "no"}],
)
def test_a_wrong_entry_is_named(entry):
    with pytest.raises(ExchangeError, match=r"variables\[0\]"):
        read_exchange(given(variables=[entry]), "x.json")
