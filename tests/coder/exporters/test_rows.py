"""The dataset: what stands in each row, and in which order."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.codebook import add_code, freeze_version
from coder.coders import coder_named, unite_coders
from coder.coding import add_coding, set_memo, stretch_coding
from coder.documents import add_documents
from coder.exporters.gathered import gather
from coder.exporters.rows import Passages, after, before, coded_segments, value_of
from coder.exporters.tables import Choice
from coder.identity import sha256
from coder.importers import read_source
from coder.project import Project
from coder.segments import read_codings
from coder.spans import Span
from coder.units import paragraphs, sentences
from tests.coder.exporters.studies import LONG, RTL, project_of, records
from tests.coder.importers.making import column, pdf
from tests.coder.world import Wall


def dataset(project: Project, **choice: Any) -> list[dict[str, Any]]:
    table = coded_segments(gather(project, Choice(**choice), agreement=False))
    return records([table.header, *(list(row) for row in table.rows)])


@pytest.fixture
def project(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        yield project


def test_rows_stand_by_document_place_code_and_coder(project):
    seen = [(r["Document"], r["Start"], r["Code path"], r["Coder"]) for r in dataset(project)]
    assert seen == [
        ("b.txt", None, "Kind of source", "Ana"),
        ("b.txt", 4, "Actor", "Ana"),
        ("b.txt", 4, "Actor", "Zoe"),
        ("b.txt", 41, "Actor > Provinces", "Ana"),
        ("a.txt", 0, "Actor", "Ana"),
        ("a.txt", 22, "Actor", "Zoe"),
    ]


def test_a_row_quotes_the_passage_with_its_surroundings(project):
    row = dataset(project)[3]
    assert (row["Context before"], row["Quote"]) == (LONG[:41], "The ministry denies it!")
    assert row["Context after"] == LONG[64:]
    assert (row["Paragraph"], row["Sentence"]) == (1, 2)
    assert row["Qualifier: evidence"] == "reported"
    assert row["Variable: region"] == "north"


def test_a_row_says_the_page_on_which_its_passage_begins(tmp_path):
    data = pdf([column(["The first page speaks."]), column(["The second page answers."])])
    source = read_source("a.pdf", data)
    at = Span(source.text.index("second"), source.text.index("second") + 6)
    with Project.create(tmp_path / "p.intercoder", lead="Ana") as project:
        document = project.do(add_documents, [source]).value.added[0]
        code = project.do(add_code, name="Order").value
        for span in (Span(0, 3), at):
            quote = span.quote(source.text)
            project.do(add_coding, document_id=document, code_id=code, span=span, quote=quote)
        assert [(r["Quote"], r["Page"]) for r in dataset(project)] == [("The", 1), ("second", 2)]


def test_positions_count_code_points_in_every_script(project):
    first, second = dataset(project)[-2:]
    assert (first["Quote"], second["Quote"]) == (RTL[:7], "😀")


def test_a_code_on_a_whole_document_has_no_place_and_no_quote(project):
    row = dataset(project)[0]
    empty = ("Start", "End", "Paragraph", "Sentence", "Context before", "Quote", "Context after")
    assert [row[name] for name in empty] == [None] * 7
    assert row["Code level 1"] == "Kind of source"


def test_the_path_of_a_code_stands_in_columns_too(project):
    row = dataset(project)[3]
    assert (row["Code"], row["Code level 1"], row["Code level 2"]) == ("Provinces", "Actor", "Provinces")
    assert dataset(project)[1]["Code level 2"] is None


def test_hashes_are_those_of_the_text_that_positions_count_in(project):
    assert dataset(project)[1]["Text hash"] == sha256(LONG.encode()).hex()


def test_without_texts_no_word_of_a_source_is_in_a_row(project):
    rows = dataset(project, text="none")
    assert not {"Quote", "Context before", "Context after"} & rows[0].keys()
    assert not any("governor" in str(value) for row in rows for value in row.values())


def test_pseudonyms_leave_neither_names_nor_ids_made_from_people(project):
    rows, named = dataset(project, pseudonyms=True), dataset(project)
    assert [r["Coder"] for r in rows[:3]] == ["Coder 1", "Coder 1", "Coder 3"]
    told = {str(value) for row in rows for value in row.values()}
    assert not told & {"Ana", "Zoe", "Lead", *(r["Coded segment id"] for r in named)}
    assert [r["Start"] for r in rows] == [r["Start"] for r in named]


def test_two_coders_who_are_one_person_are_called_by_one_name(project):
    ana, zoe = (project.ask(coder_named, name) for name in ("Ana", "Zoe"))
    project.do(unite_coders, coder_id=ana, same_as=zoe)
    rows = dataset(project)
    assert {r["Coder"] for r in rows} == {"Zoe"}
    assert len(rows) == 5  # the passage that both had coded counts once


def test_times_are_those_of_the_first_and_the_last_change_that_counts(tmp_path):
    project_of(tmp_path / "p.intercoder").close()
    wall = Wall(timedelta(days=1))
    with Project.open(tmp_path / "p.intercoder", now=wall) as project:
        project.act_as(project.ask(coder_named, "Ana"))
        mine = next(c for c in project.ask(read_codings) if c.span == (41, 64))
        before_edit = dataset(project)[3]
        project.do(set_memo, coding_id=mine.id, memo="seen twice")
        edited = dataset(project)[3]
        project.undo()
        undone = dataset(project)[3]
    assert edited["Created at"] == before_edit["Created at"] < edited["Changed at"]
    assert (edited["Created by"], edited["Changed by"]) == ("Lead", "Ana")
    assert undone["Changed at"] == before_edit["Changed at"]


def test_the_codebook_version_of_a_coding_is_named(project):
    project.do(freeze_version, name="spring", frozen={})
    project.act_as(project.ask(coder_named, "Ana"))
    row = project.ask(read_codings)[-1]
    project.do(add_coding, document_id=row.document_id, code_id=row.code_id, span=Span(1, 3), quote=None)
    versions = {r["Codebook version"] for r in dataset(project)}
    assert versions == {"", "spring"}


def test_a_moved_coding_is_quoted_where_it_stands_now(project):
    project.act_as(project.ask(coder_named, "Ana"))
    mine = next(c for c in project.ask(read_codings) if c.span == (41, 64))
    project.do(stretch_coding, coding_id=mine.id, span=Span(66, 84))
    row = dataset(project)[3]
    assert (row["Quote"], row["Paragraph"], row["Sentence"]) == ("A second paragraph", 2, 3)


def test_a_number_is_a_number_only_if_nothing_of_it_gets_lost():
    assert [value_of(v, "number") for v in ("12", "0.5", "-3")] == [12, 0.5, -3]
    lossy = ["00000", "1,5", "1e5", "nan", "inf", "12 ", "9" * 20, "1_000"]
    assert [value_of(v, "number") for v in lossy] == lossy
    assert value_of("12", "text") == "12"
    assert value_of("", "number") is None


# -- laws -------------------------------------------------------------------------------------

texts = st.text(st.sampled_from("ab .\n😀ё\u0301\u200d👩🇩🇪中!"), min_size=1, max_size=300)


@given(texts, st.data())
def test_context_is_what_stands_right_beside_the_passage(text, data):
    at = data.draw(st.integers(0, len(text)))
    assert text[:at].endswith(before(text, at))
    assert text[at:].startswith(after(text, at))


@given(st.lists(st.text("abc", min_size=1, max_size=12), min_size=1, max_size=60))
def test_context_begins_and_ends_with_whole_words(words):
    text = " ".join(words * 200)
    at = len(text) // 2
    shown_before, shown_after = before(text, at), after(text, at)
    assert 60 <= len(shown_before) <= 80
    assert 60 <= len(shown_after) <= 80
    assert text[at - len(shown_before) - 1].isspace()
    assert text[at + len(shown_after)].isspace()


def test_context_does_not_halve_what_a_reader_takes_for_one_character():
    text = "x" + "👩\u200d👩\u200d👧" * 60
    for at in range(100, 200):
        assert not before(text, at).startswith(("\u200d", "\U0001f3fb"))
        assert not after(text, at).endswith("\u200d")


@given(texts, st.data())
def test_paragraph_and_sentence_are_the_first_that_the_passage_touches(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    _, _, paragraph, sentence = Passages(text).cells(Span(start, end), verbatim=False)
    for number, units in ((paragraph, paragraphs(text)), (sentence, sentences(text))):
        touched = [n for n, unit in enumerate(units, 1) if unit.overlaps(Span(start, end))]
        assert number == (touched[0] if touched else None)
