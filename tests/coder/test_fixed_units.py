"""Fixed units: cutting, marking, moving; they follow the text, travel, and agreement reads them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.code_tree import code_tree
from coder.coders import coder_named
from coder.coding import add_coding
from coder.documents import text_of
from coder.errors import CodingError, NothingToCompare
from coder.exchange.study_write import digest
from coder.fixed_units import (
    clear_units,
    cut_units,
    layers_of,
    lost_units,
    mark_unit,
    move_unit,
    remove_units,
    rename_layer,
    units_of,
)
from coder.merging.package import hand_out
from coder.models import Document
from coder.project import Project
from coder.reliability import Settings, gather, measure_gathered
from coder.spans import Span
from coder.units import paragraphs, sentences
from coder.versions import correct_text
from tests.coder.world import ids, study

TEXT = "The governor's decree pays 😀 each recruit.\nThe ministry denies it. Ёлка и мир."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return study(tmp_path / "study.intercoder")


@pytest.fixture
def project(path: Path):
    with Project.open(path) as opened:
        yield opened


def document_of(project: Project, text: str = TEXT):
    return next(d for d in ids(project, Document) if project.ask(text_of, d) == text)


def spans(project: Project, document) -> list[Span]:
    return [unit.span for unit in project.ask(units_of, document)]


@pytest.mark.parametrize(("by", "cut"), [("paragraph", paragraphs), ("sentence", sentences)])
def test_units_are_cut_as_agreement_cuts_them(project, by, cut):
    document = document_of(project)
    done = project.do(cut_units, document_ids=[document], by=by).value
    assert spans(project, document) == cut(TEXT)
    assert done.made == len(cut(TEXT))


def test_cutting_otherwise_takes_the_place_of_the_first_cut_and_one_undo_brings_it_back(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="paragraph")
    done = project.do(cut_units, document_ids=[document], by="sentence").value
    assert spans(project, document) == sentences(TEXT)
    assert (done.same, done.gone) == (1, 1)  # the first paragraph is one sentence
    project.undo()
    assert spans(project, document) == paragraphs(TEXT)


def test_cutting_twice_is_cutting_once(project):
    documents = ids(project, Document)
    project.do(cut_units, document_ids=documents, by="sentence")
    before = digest(project)
    assert project.do(cut_units, document_ids=documents, by="sentence").change is None
    assert digest(project) == before


def test_within_a_selection_only_what_it_touches_is_cut(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="paragraph")
    second = paragraphs(TEXT)[1]
    project.do(cut_units, document_ids=[document], by="sentence", span=second)
    assert spans(project, document) == [paragraphs(TEXT)[0], *sentences(TEXT)[1:]]


def test_a_marked_passage_parts_the_unit_it_lies_in(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="paragraph")
    project.do(mark_unit, document_id=document, span=Span(4, 13))
    assert [s.quote(TEXT) for s in spans(project, document)] == [
        "The", "governor'", "s decree pays 😀 each recruit.", "The ministry denies it. Ёлка и мир.",
    ]  # fmt: skip


def test_a_marked_passage_swallows_the_units_within_it(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="sentence")
    project.do(mark_unit, document_id=document, span=Span(0, len(TEXT)))
    assert spans(project, document) == [Span(0, len(TEXT))]


def test_a_unit_that_moves_takes_from_its_neighbour(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="paragraph")
    first, second = project.ask(units_of, document)
    project.do(move_unit, unit_id=first.id, span=Span(0, second.span.start + len("The ministry denies it.")))
    assert [s.quote(TEXT)[-12:] for s in spans(project, document)] == ["y denies it.", " Ёлка и мир."[1:]]


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), min_size=1, max_size=8))
@settings(max_examples=15)
def test_units_of_a_layer_never_overlap_whatever_is_marked(tmp_path_factory, marks):
    path = study(tmp_path_factory.mktemp("units") / "study.intercoder", coders=())
    with Project.open(path) as project:
        document = document_of(project)
        for start, length in marks:
            span = Span(start, min(len(TEXT), start + length))
            if span.quote(TEXT).strip():
                project.do(mark_unit, document_id=document, span=span)
        found = spans(project, document)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(s.quote(TEXT) == s.quote(TEXT).strip() != "" for s in found)


def test_a_unit_made_again_where_one_moved_away_is_another_unit(project):
    document = document_of(project)
    first = project.do(mark_unit, document_id=document, span=Span(0, 3)).value
    project.do(move_unit, unit_id=first, span=Span(20, 25))
    again = project.do(mark_unit, document_id=document, span=Span(0, 3)).value
    assert again != first
    assert spans(project, document) == [Span(0, 3), Span(20, 25)]


def test_removed_units_come_back_as_the_same_when_marked_again(project):
    document = document_of(project)
    first = project.do(mark_unit, document_id=document, span=Span(0, 3)).value
    project.do(remove_units, unit_ids=[first])
    assert spans(project, document) == []
    assert project.do(mark_unit, document_id=document, span=Span(0, 3)).value == first


def test_layers_stand_beside_each_other_and_are_renamed_and_cleared(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="paragraph", layer="stories")
    project.do(cut_units, document_ids=[document], by="sentence")
    assert project.ask(layers_of) == ["", "stories"]
    project.do(rename_layer, layer="stories", name="claims")
    assert len(project.ask(units_of, document, "claims")) == 2
    with pytest.raises(CodingError, match="already"):
        project.do(rename_layer, layer="claims", name="")
    project.do(clear_units, document_ids=[document], layer="claims")
    assert project.ask(layers_of) == [""]


def test_capitals_make_no_other_layer(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="sentence", layer="Stories")
    cut = spans(project, document)
    project.do(mark_unit, document_id=document, span=cut[0], layer="stories")
    assert (project.ask(layers_of), spans(project, document)) == (["Stories"], cut)
    project.do(mark_unit, document_id=document, span=cut[0], layer="claims")
    with pytest.raises(CodingError, match="already"):
        project.do(rename_layer, layer="claims", name="STORIES")


def test_units_read_over_a_corrected_text_and_the_lost_are_counted(project):
    document = document_of(project)
    project.do(cut_units, document_ids=[document], by="sentence")
    project.do(correct_text, document_id=document, span=Span(0, 3), words="A certain", quote="The")
    text = project.ask(text_of, document)
    assert [s.quote(text)[:12] for s in spans(project, document)][1:] == ["The ministry", "Ёлка и мир."]
    assert project.ask(lost_units, document) == []
    # cut again, all of them stand on the new text, none twice
    project.do(cut_units, document_ids=[document], by="sentence")
    assert spans(project, document) == sentences(text)


def test_in_a_package_units_are_read_only(project, tmp_path):
    document = document_of(project)
    project.do(cut_units, document_ids=ids(project, Document), by="sentence")
    hand_out(project, tmp_path / "ana.intercoder", coder_id=project.ask(coder_named, "Ana"))
    with Project.open(tmp_path / "ana.intercoder") as package:
        assert spans(package, document) == sentences(TEXT)
        with pytest.raises(CodingError, match="units are as the lead gave them"):
            package.do(mark_unit, document_id=document, span=Span(0, 3))


def test_agreement_counts_the_marked_units(path):
    with Project.open(path) as project:
        document = document_of(project)
        project.do(cut_units, document_ids=[document], by="sentence")
        codes = {row.name: row.id for row in project.ask(code_tree)}
        people = [project.ask(coder_named, name) for name in ("Ana", "Ben")]
    first, second, _third = sentences(TEXT)
    for person, coded in zip(people, ((first, second), (first,)), strict=True):
        with Project.open(path, coder_id=person) as project:
            for span in coded:
                project.do(add_coding, document_id=document, code_id=codes["Funding"], span=span)
    with Project.open(path) as project:
        told = measure_gathered(project.ask(gather, Settings(unit="fixed", coverage="coded"))).as_json("", "")
    assert told["units"] == 3
    counts = next(c for c in told["pairs"][0]["codes"] if c["code"] == ["Funding"])
    assert [counts[k] for k in ("both", "only_first", "only_second", "neither")] == [1, 1, 0, 1]


def test_agreement_refuses_units_of_two_layers_that_overlap(project):
    document = document_of(project)
    codes = {row.name: row.id for row in project.ask(code_tree)}
    project.do(cut_units, document_ids=[document], by="sentence")
    project.do(cut_units, document_ids=[document], by="paragraph", layer="stories")
    project.do(add_coding, document_id=document, code_id=codes["Funding"], span=Span(0, 3))
    with pytest.raises(NothingToCompare, match="two layers overlap"):
        project.ask(gather, Settings(unit="fixed", coverage="all"))
