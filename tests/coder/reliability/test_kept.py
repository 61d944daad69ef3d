"""Settings of agreement stay with the project; “fixed before coding” is said only when it is so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.assignments import finish
from coder.code_tree import code_at
from coder.coders import coder_named
from coder.coding import add_coding
from coder.documents import living_documents
from coder.errors import CodebookError, NothingToCompare
from coder.merging.package import hand_out
from coder.project import Project
from coder.reliability import COVERAGES, UNITS, Settings, compare, measure_gathered
from coder.reliability.drift import by_week, times_of
from coder.reliability.kept import (
    CHOSEN_LATER,
    as_plain,
    fix_settings,
    fixed_settings,
    from_plain,
    keep_settings,
    kept_settings,
)
from coder.reliability.retest import gather_rounds, rounds_of
from coder.spans import Span
from tests.coder.world import study


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(study(tmp_path / "study.intercoder")) as project:
        yield project


def _code(project: Project, name: str, start: int, end: int, document: int = 0, round_: int = 1) -> None:
    lead = project.coder_id
    project.act_as(project.ask(coder_named, name))
    project.do(
        add_coding, document_id=project.ask(living_documents)[document].id,
        code_id=project.ask(code_at, ["Funding"]), span=Span(start, end), round_=round_,
    )  # fmt: skip
    project.act_as(lead)


settings_ = st.builds(
    Settings, unit=st.sampled_from(UNITS), presence=st.sampled_from(["half", "any"]),
    coverage=st.sampled_from([None, *COVERAGES]), as_of=st.sampled_from(["finished", "now"]),
    round=st.none() | st.integers(1, 9), purpose=st.sampled_from([None, "training", "reliability"]),
    level=st.sampled_from(["own", "subtree"]), coders=st.lists(st.uuids(), max_size=3).map(tuple),
    codes=st.lists(st.lists(st.text(min_size=1), min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
    documents=st.lists(st.uuids(), max_size=3).map(tuple), bootstrap=st.integers(0, 2000), seed=st.integers(0, 99),
    strata=st.none() | st.uuids(),
)  # fmt: skip


@given(settings_)
def test_settings_come_back_as_they_were_written(settings):
    assert from_plain(as_plain(settings)) == settings


def test_the_project_remembers_how_agreement_is_counted(project):
    assert project.ask(kept_settings) is None
    wanted = Settings(unit="paragraph", coverage="assigned", round=1)
    project.do(keep_settings, settings=wanted)
    with Project.open(project.path, write=False) as again:
        assert again.ask(kept_settings) == wanted
    assert project.do(keep_settings, settings=wanted).change is None  # the same again is no act
    project.undo()
    assert project.ask(kept_settings) is None


def _chosen(project: Project, settings: Settings) -> str:
    return str(compare(project, settings).settings_json()["fixed"])


def test_what_was_fixed_before_the_first_coding_is_said_to_be(project):
    project.do(fix_settings, settings=Settings(round=1))
    _code(project, "Ana", 0, 3)
    _code(project, "Ben", 0, 3)
    assert "by Lead, before coding" in _chosen(project, Settings())
    assert _chosen(project, Settings(bootstrap=10)).startswith("fixed on")
    assert _chosen(project, Settings(unit="character")) == CHOSEN_LATER


def test_what_was_fixed_after_a_coding_is_not_said_to_be_fixed_before(project):
    _code(project, "Ana", 0, 3)
    project.do(fix_settings, settings=Settings(round=1))
    _code(project, "Ben", 0, 3)
    assert _chosen(project, Settings()) == CHOSEN_LATER
    fixed = project.ask(fixed_settings, 1)
    assert fixed is not None
    assert not fixed.before_coding
    assert project.ask(fixed_settings, 2) is None


def test_fixing_again_after_coding_takes_the_first_fixing_s_place(project):
    project.do(fix_settings, settings=Settings(round=1))
    _code(project, "Ana", 0, 3)
    _code(project, "Ben", 0, 3)
    project.do(fix_settings, settings=Settings(round=1, unit="character"))
    assert _chosen(project, Settings(unit="character")) == CHOSEN_LATER
    assert _chosen(project, Settings()) == CHOSEN_LATER


def test_a_coder_does_not_fix_settings_in_a_package(project, tmp_path):
    package = tmp_path / "ana.intercoder"
    hand_out(project, package, coder_id=project.ask(coder_named, "Ana"))
    with Project.open(package) as ana, pytest.raises(CodebookError):
        ana.do(fix_settings, settings=Settings(round=1))


def test_a_coder_s_two_rounds_are_compared_like_two_coders(project):
    for start, end, round_ in ((0, 3, 1), (4, 9, 1), (0, 3, 2), (10, 12, 2)):
        _code(project, "Ana", start, end, round_=round_)
    ana = project.ask(coder_named, "Ana")
    assert project.ask(rounds_of)[ana] == [1, 2]
    found = measure_gathered(project.ask(gather_rounds, Settings(unit="character"), coder=ana, first=1, second=2))
    n = [c.path for c in found.codes].index(("Funding",))
    p = found.measured.pairs
    assert found.coders == ["Ana, round 1", "Ana, round 2"]
    assert (p.both[0, n], p.only_first[0, n], p.only_second[0, n]) == (3, 5, 2)
    assert found.n_compared == 1


def test_without_a_document_done_twice_there_is_nothing_to_compare(project):
    _code(project, "Ana", 0, 3)
    _code(project, "Ana", 0, 3, document=1, round_=2)
    with pytest.raises(NothingToCompare):
        project.ask(gather_rounds, Settings(), coder=project.ask(coder_named, "Ana"), first=1, second=2)


def test_a_document_belongs_to_the_week_in_which_the_later_coder_finished(project):
    _code(project, "Ana", 0, 3)
    _code(project, "Ben", 0, 3)
    document = project.ask(living_documents)[0].id
    for name in ("Ana", "Ben"):
        project.do(finish, coder_id=project.ask(coder_named, name), document_ids=[document])
    times = project.ask(times_of, compare(project, replace(Settings(), coverage="assigned")))
    assert by_week(times) == [("2026-11-23", (0,))]
    assert sorted(times.order.values()) == [0, 1]
