"""From a figure to its passages: every run of two coders is in exactly one place, and equal ones are in none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.agreement import Codings, measure
from coder.assignments import finish
from coder.code_tree import CodeRow, code_at
from coder.coders import coder_named
from coder.coding import add_coding
from coder.documents import living_documents
from coder.project import Project
from coder.reliability import Compared, Settings, compare
from coder.reliability.differences import Difference, differences, with_quotes
from coder.reliability.figures import Reading, figures_of, pooled_figures, readings
from coder.spans import Span, union
from tests.coder.world import TEXT, study

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda t: (t[0], t[0] + t[1])), max_size=8)


def _compared(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> Compared:
    rows = [(0, start, end) for start, end in first] + [(1, start, end) for start, end in second]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    none = np.zeros(len(table), dtype=np.int64)
    codings = Codings(none, table[:, 0], none, table[:, 1], table[:, 2], np.array([60]), np.ones((1, 2), dtype=bool))
    code = CodeRow(uuid4(), None, ("Funding",), "", "", "", (), "#000000", "", "passage", False, "open", 0, 0)
    return Compared(
        Settings(unit="character"), ["Ana", "Ben"], [uuid4(), uuid4()], [code], [(uuid4(), "a.txt")], [], [],
        measure(codings, n_codes=1), 1, codings, codings,
    )  # fmt: skip


def _characters(found: list[tuple[int, int]]) -> set[int]:
    return {p for start, end in found for p in range(start, end)}


@given(spans, spans)
def test_where_the_coders_differ_lies_in_some_difference_and_equal_passages_in_none(first, second):
    compared = _compared(first, second)
    found = differences(compared, 0, 0, 1)
    inside = {p for d in found for p in range(*(d.span or (0, 0)))}
    assert _characters(first) ^ _characters(second) <= inside
    equal = set(union(Span(*s) for s in first)) & set(union(Span(*s) for s in second))
    assert not any(d.first == span and d.second == span for d in found for span in equal)


@given(spans, spans)
def test_each_passage_is_told_once_and_in_order(first, second):
    found = differences(_compared(first, second), 0, 0, 1)
    places = [d.span for d in found]
    assert places == sorted(places)
    assert all(a.end <= b.start for a, b in pairwise(places))


@given(spans, spans)
def test_turning_the_coders_round_turns_the_kinds_round(first, second):
    turned = {"only_first": "only_second", "only_second": "only_first", "ends": "ends"}
    one = [(d.span, d.kind) for d in differences(_compared(first, second), 0, 0, 1)]
    other = [(d.span, turned[d.kind]) for d in differences(_compared(second, first), 0, 0, 1)]
    assert one == other


def test_the_ends_differ_when_both_coded_there_and_not_the_same():
    (found,) = differences(_compared([(0, 10)], [(2, 10)]), 0, 0, 1)
    assert (found.kind, found.first, found.second) == ("ends", Span(0, 10), Span(2, 10))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    path = study(tmp_path / "study.intercoder")
    with Project.open(path) as project:
        yield project


def _code(project: Project, coder: str, code: str, words: str, document: int = 0) -> None:
    project.act_as(project.ask(coder_named, coder))
    start = TEXT.index(words)
    project.do(
        add_coding, document_id=project.ask(living_documents)[document].id,
        code_id=project.ask(code_at, code.split(" > ")), span=Span(start, start + len(words)), quote=words,
    )  # fmt: skip


def _differences(project: Project, code: str) -> tuple[Compared, list[Difference]]:
    compared = compare(project, Settings())
    place = [" > ".join(c.path) for c in compared.codes].index(code)
    return compared, project.ask(with_quotes, differences(compared, place, 0, 1))


def test_what_the_other_gave_the_words_instead_and_the_words_are_told(project):
    _code(project, "Ana", "Funding", "pays 😀 each recruit")
    _code(project, "Ben", "Actor > Provinces", "😀 each recruit")
    compared, (found,) = _differences(project, "Funding")
    assert (found.kind, found.document, found.quote) == ("other_code", "a.txt", "pays 😀 each recruit")
    assert found.instead == found.others
    assert [compared.codes[n].path for n in found.others] == [("Actor", "Provinces")]


def test_a_document_that_only_one_covers_is_not_a_difference(project):
    first, second = (d.id for d in project.ask(living_documents))
    _code(project, "Ana", "Funding", "The ministry")
    _code(project, "Ana", "Funding", "The ministry", document=1)
    for name, documents in (("Ana", [first, second]), ("Ben", [first])):
        project.do(finish, coder_id=project.ask(coder_named, name), document_ids=documents)
    _, found = _differences(project, "Funding")
    assert [d.document for d in found] == ["a.txt"]


def test_few_positives_are_told_before_anything_else(project):
    _code(project, "Ana", "Funding", "The ministry")
    _code(project, "Ben", "Actor", "The ministry")
    compared = compare(project, Settings())
    told = {f.code.path[-1]: readings(f, (0, 1)) for f in figures_of(compared)}
    assert told["Funding"][0] is Reading.FEW
    assert told["Centre"] == (Reading.NOT_USED,)


def test_the_counts_of_all_codes_are_the_sums(project):
    _code(project, "Ana", "Funding", "The ministry")
    _code(project, "Ben", "Actor", "The ministry")
    compared = compare(project, Settings())
    every, pooled = figures_of(compared), pooled_figures(compared)
    assert pooled.neither == sum(f.neither for f in every)
    assert pooled.coded_by == tuple(map(sum, zip(*(f.coded_by for f in every), strict=True)))
