"""How the sample was drawn is kept and printed; intervals are drawn within its strata, and say where that misleads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from coder.assignments import finish
from coder.code_tree import code_at
from coder.coders import coder_named
from coder.coding import add_coding
from coder.documents import add_documents, living_documents
from coder.errors import CodebookError, UnknownThing
from coder.exporters.agreement import write_agreement
from coder.merging.package import hand_out
from coder.project import Project
from coder.reliability import Compared, Settings, compare
from coder.reliability.kept import CHOSEN_LATER, fix_settings, how_drawn, say_how_drawn
from coder.reliability.report import report_of
from coder.reliability.strata import Strata, variable_called
from coder.spans import Span
from tests.coder.world import TEXT, PlainSource, study

YEARS = ("2020",) * 4 + ("2021",) * 4


def _sampled(path: Path, years: tuple[str, ...]) -> Path:
    """Ana and Ben finished a document of each of these years; Ana coded all of them, Ben every second."""
    study(path)
    with Project.open(path) as project:
        sources = [PlainSource(f"{n}.txt", f"{n}. {TEXT}", variables={"year": y} if y else None)
                   for n, y in enumerate(years)]  # fmt: skip
        project.do(add_documents, sources)
        funding = project.ask(code_at, ["Funding"])
        added = [d.id for d in project.ask(living_documents) if d.name[0].isdigit()]
        for name, step in (("Ana", 1), ("Ben", 2)):
            coder = project.ask(coder_named, name)
            project.act_as(coder)
            for document in added[::step]:
                project.do(add_coding, document_id=document, code_id=funding, span=Span(0, 20))
            project.do(finish, coder_id=coder, document_ids=added)
    return path


def _by_year(path: Path, **more: object) -> Compared:
    with Project.open(path, write=False) as project:
        strata = project.ask(variable_called, "Year")
        return compare(project, Settings(bootstrap=200, strata=strata, **more))  # type: ignore[arg-type]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(study(tmp_path / "study.intercoder")) as project:
        yield project


def _facts(compared: Compared) -> dict[str, str]:
    return dict(report_of(compared, "d", "Intercoder").facts)


def test_strata_and_their_number_stand_on_the_page(tmp_path):
    compared = _by_year(_sampled(tmp_path / "p.intercoder", YEARS))
    assert compared.drawn is not None
    assert "Drawn within 2 strata of “year”: 2020 (4) and 2021 (4)." in _facts(compared)["Interval"]
    assert not [r for r in compared.remarks if "stratum" in r or "Strata" in r]


def test_a_stratum_with_one_document_is_named(tmp_path):
    compared = _by_year(_sampled(tmp_path / "p.intercoder", (*YEARS, "2022")))
    assert [r for r in compared.remarks if "single document: 2022" in r and "narrower" in r]
    assert "3 strata" in _facts(compared)["Interval"]


def test_documents_without_a_value_are_a_stratum_and_said(tmp_path):
    compared = _by_year(_sampled(tmp_path / "p.intercoder", (*YEARS, "", "")))
    assert [r for r in compared.remarks if "without a value of “year”" in r]
    assert "no value (2)" in _facts(compared)["Interval"]


def test_where_every_document_is_a_stratum_there_is_no_interval_and_a_reason(tmp_path):
    compared = _by_year(_sampled(tmp_path / "p.intercoder", tuple(str(2000 + n) for n in range(8))))
    assert compared.drawn is None
    assert "a stratum of its own" in _facts(compared)["Interval"]


def test_drawing_within_strata_moves_intervals_and_no_figure(tmp_path):
    path = _sampled(tmp_path / "p.intercoder", YEARS)
    with Project.open(path, write=False) as project:
        plain = compare(project, Settings(bootstrap=200))
    within, pooled = _by_year(path).measured.pooled["alpha_nominal"], plain.measured.pooled["alpha_nominal"]
    assert within.at().value == pooled.at().value
    assert "without strata" in _facts(plain)["Interval"]


def test_the_number_of_documents_of_two_coders_is_counted_by_stratum():
    strata = Strata("year", ("", "a", "b"), np.array([0, 1, 1, 2]))
    covered = np.array([[True, False], [True, True], [True, True], [True, True]])
    assert strata.sizes(covered) == {"a": 2, "b": 1}


def test_a_variable_that_is_not_there_is_told_with_those_that_are(project):
    with pytest.raises(UnknownThing) as told:
        project.ask(variable_called, "region")
    assert "date" in told.value.advice
    with pytest.raises(UnknownThing, match="by which the sample was drawn"):
        compare(project, Settings(strata=project.coder_id))


def test_strata_chosen_afterwards_are_not_those_that_were_fixed(tmp_path):
    with Project.open(study(tmp_path / "p.intercoder")) as project:
        project.do(fix_settings, settings=Settings(round=1))
    path = tmp_path / "p.intercoder"
    with Project.open(path) as project:
        documents = [d.id for d in project.ask(living_documents)]
        for name in ("Ana", "Ben"):
            project.do(finish, coder_id=project.ask(coder_named, name), document_ids=documents)
        date = project.ask(variable_called, "date")
        assert "fixed on" in compare(project, Settings(strata=date)).facts.chosen
        assert compare(project, Settings(strata=date, bootstrap=50)).facts.chosen == CHOSEN_LATER


def test_how_the_sample_was_drawn_is_printed_and_undone_like_any_act(tmp_path, project):
    documents = [d.id for d in project.ask(living_documents)]
    for name in ("Ana", "Ben"):
        project.do(finish, coder_id=project.ask(coder_named, name), document_ids=documents)
    assert "not noted" in _facts(compare(project, Settings()))["How the sample was drawn"]
    project.do(say_how_drawn, words="Every tenth article,\n stratified by year")
    compared = compare(project, Settings())
    assert _facts(compared)["How the sample was drawn"] == "Every tenth article, stratified by year"
    assert compared.settings_json()["drawn"] == "Every tenth article, stratified by year"
    write_agreement(compared, compared.as_json("d", "Intercoder"), tmp_path / "page.txt")
    assert "Every tenth article, stratified by year" in (tmp_path / "page.txt").read_text("utf-8")
    project.undo()
    assert project.ask(how_drawn, 1) == ""


def test_every_round_has_a_sample_of_its_own(project):
    project.do(say_how_drawn, words="all", round_=2)
    assert (project.ask(how_drawn, 1), project.ask(how_drawn, 2)) == ("", "all")


def test_how_the_sample_was_drawn_is_the_lead_s_to_say(tmp_path, project):
    hand_out(project, tmp_path / "ana.intercoder", coder_id=project.ask(coder_named, "Ana"))
    with Project.open(tmp_path / "ana.intercoder") as package, pytest.raises(CodebookError):
        package.do(say_how_drawn, words="by lot")
