"""Qualifiers are compared on passages that match, one to one, with their number; as of the same moments as codings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.assignments import finish
from coder.code_tree import code_at
from coder.codebook import add_qualifier
from coder.coders import coder_named
from coder.coding import add_coding, set_qualifier
from coder.documents import living_documents
from coder.models import Qualifier
from coder.project import Project
from coder.reliability import Settings, compare, measure_gathered
from coder.reliability.differences import SAID_ALONE, SAID_NOTHING, SAID_SAME, SAID_UNLIKE, said_of
from coder.reliability.qualifiers import compared_qualifiers, matched
from coder.reliability.retest import gather_rounds
from coder.spans import Span
from tests.coder.world import ids, study

key = st.tuples(
    st.integers(0, 1), st.integers(0, 1), st.integers(0, 1), st.integers(0, 12), st.integers(1, 8)
).map(lambda k: (*k[:4], k[3] + k[4]))


def _share(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    common = min(a[4], b[4]) - max(a[3], b[3])
    return max(0, common) / (max(a[4], b[4]) - min(a[3], b[3])) if a[0] == b[0] and a[2] == b[2] else 0.0


@given(st.lists(key, max_size=14, unique=True))
def test_matches_are_one_to_one_at_least_half_and_nothing_better_is_left(keys):
    found = matched(keys, 0)
    firsts, others = [i for i, _ in found], [j for _, j in found]
    assert len(set(firsts)) == len(firsts)
    assert len(set(others)) == len(others)
    assert all(keys[i][1] == 0 and keys[j][1] == 1 and _share(keys[i], keys[j]) >= 0.5 for i, j in found)
    worth = {**{i: _share(keys[i], keys[j]) for i, j in found}, **{j: _share(keys[i], keys[j]) for i, j in found}}
    for i, one in enumerate(keys):
        for j, other in enumerate(keys):
            if one[1] == 0 and other[1] == 1 and _share(one, other) >= 0.5:
                # each pair that could match has at least one side with a match as large
                assert max(worth.get(i, -1.0), worth.get(j, -1.0)) >= _share(one, other)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(study(tmp_path / "study.intercoder")) as project:
        yield project


def _code(project: Project, name: str, start: int, end: int, value: str | None) -> UUID:
    project.act_as(project.ask(coder_named, name))
    evidence = ids(project, Qualifier)[0]
    return project.do(
        add_coding, document_id=project.ask(living_documents)[0].id, code_id=project.ask(code_at, ["Funding"]),
        span=Span(start, end), qualifiers={evidence: value} if value else None,
    ).value  # fmt: skip


def test_what_was_said_of_matched_passages_is_counted(project):
    for name, values in (("Ana", ["documented", "reported", None]), ("Ben", ["documented", "documented", "reported"])):
        for n, value in enumerate(values):
            _code(project, name, n * 10, n * 10 + 8, value)
    _code(project, "Ana", 40, 44, "reported")  # nobody else coded this
    (entry,) = compare(project, Settings(), qualifiers=True).as_json("", "")["qualifiers"]
    assert (entry["matched"], entry["compared"], entry["only_first"], entry["only_second"]) == (3, 2, 0, 1)
    assert entry["coefficients"]["percent_pairwise"]["value"] == 0.5
    assert entry["coders"] == ["Ana", "Ben"]
    (row,) = project.ask(compared_qualifiers, compare(project, Settings()), 1, 0)
    assert (row.first, row.only_first, row.only_second) == ("Ben", 1, 0)
    assert ("documented", "reported", 1) in row.answers


def test_every_count_leads_to_its_passages(project):
    said = {"Ana": ["documented", "reported", None, None], "Ben": ["documented", "documented", "reported", None]}
    for name, values in said.items():
        for n, value in enumerate(values):
            _code(project, name, n * 10, n * 10 + 8, value)
    compared = compare(project, Settings())
    (row,) = project.ask(compared_qualifiers, compared, 0, 1)
    found = project.ask(said_of, compared, row.id, 0, 1)
    assert [(d.kind, d.said) for d in found] == [
        (SAID_SAME, ("documented", "documented")), (SAID_UNLIKE, ("reported", "documented")),
        (SAID_ALONE, ("", "reported")), (SAID_NOTHING, ("", "")),
    ]  # fmt: skip
    assert [(d.first, d.second) for d in found][1] == (Span(10, 18), Span(10, 18))
    assert row.matched == len(found)
    assert [d.said for d in project.ask(said_of, compared, row.id, 1, 0)][2] == ("reported", "")


def test_one_coders_two_rounds_are_compared_in_what_was_said_too(project):
    ana, evidence = project.ask(coder_named, "Ana"), ids(project, Qualifier)[0]
    document, code = project.ask(living_documents)[0].id, project.ask(code_at, ["Funding"])
    project.act_as(ana)
    for round_, values in ((1, ["documented", "reported"]), (2, ["documented", "documented"])):
        for n, value in enumerate(values):
            project.do(
                add_coding, document_id=document, code_id=code, span=Span(n * 10, n * 10 + 8), round_=round_,
                qualifiers={evidence: value},
            )  # fmt: skip
    compared = measure_gathered(project.ask(gather_rounds, Settings(coverage="coded"), coder=ana, first=1, second=2))
    (row,) = project.ask(compared_qualifiers, compared, 0, 1)
    assert (row.matched, row.compared, row.coefficients["percent_pairwise"].value) == (2, 2, 0.5)
    assert (row.first, row.second) == ("Ana, round 1", "Ana, round 2")
    assert [d.kind for d in project.ask(said_of, compared, row.id, 0, 1)] == [SAID_SAME, SAID_UNLIKE]


def test_a_value_changed_after_finishing_counts_as_it_was(project):
    _code(project, "Ana", 0, 8, "documented")
    coding = _code(project, "Ben", 0, 8, "documented")
    document = project.ask(living_documents)[0].id
    for name in ("Ana", "Ben"):
        project.do(finish, coder_id=project.ask(coder_named, name), document_ids=[document])
    project.do(set_qualifier, coding_id=coding, qualifier_id=ids(project, Qualifier)[0], value="reported")

    def agreed(settings: Settings) -> float:
        (entry, *_) = compare(project, settings, qualifiers=True).qualifiers
        return float(entry["coefficients"]["percent_pairwise"]["value"])

    assert agreed(Settings()) == 1.0
    assert agreed(Settings(as_of="now")) == 0.0


def test_a_scale_has_ordinal_alpha_and_nothing_matched_has_a_reason(project):
    project.do(add_qualifier, name="strength", kind="ordered", values=["weak", "middle", "strong"])
    _code(project, "Ana", 0, 8, None)
    _code(project, "Ben", 20, 28, None)
    rows = compare(project, Settings(), qualifiers=True).qualifiers
    strength = next(r for r in rows if r["qualifier"] == "strength")
    assert strength["coefficients"]["alpha_ordinal"]["value"] is None
    assert strength["coefficients"]["alpha_ordinal"]["undefined"]
    assert strength["matched"] == 0
