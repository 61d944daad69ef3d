"""Coded segments as columns: the order, the words, what an act changes; places read through the maps of a text."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.codebook import add_code
from coder.coding import add_coding, in_vivo, remove_codings
from coder.documents import add_documents, keep_text
from coder.identity import random_id
from coder.journal.record import Recording
from coder.models import Document, TextMap
from coder.project import Project
from coder.segment_list import Segments, shown_segments
from coder.segments import lost_segments, read_codings
from coder.spans import Span
from tests.coder.world import PlainSource

TEXT = "The governor pays. The centre shields it. Nobody asks the court."
NEW = "In 2025 the governor pays well. Nobody asks."


@pytest.fixture
def study(tmp_path: Path) -> tuple[Project, UUID, UUID]:
    project = Project.create(tmp_path / "a.intercoder", title="", lead="Ana")
    code = project.do(add_code, name="Funding").value
    document = project.do(add_documents, [PlainSource("a.txt", TEXT)]).value.added[0]
    return project, document, code


def retell(session: Recording, document_id: UUID, pieces: list[list[int]]) -> None:
    """Gives the document NEW as its text, with a map from what it had."""
    document = session.get(Document, document_id)
    assert document is not None
    new = keep_text(session, NEW)
    session.put(
        TextMap(id=random_id(), document_id=document_id, old_hash=document.text_hash, new_hash=new, pieces=pieces)
    )
    document.text_hash = new


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_segments_patched_after_each_act_are_the_segments_read_anew(data: st.DataObject, tmp_path_factory) -> None:
    with Project.create(tmp_path_factory.mktemp("law") / "a.intercoder", title="", lead="Ana") as project:
        codes = [project.do(add_code, name=name).value for name in ("Actor", "Funding")]
        document = project.do(add_documents, [PlainSource("a.txt", TEXT)]).value.added[0]
        shown: Segments = project.ask(shown_segments, document_id=document)
        for _ in range(data.draw(st.integers(1, 6))):
            if len(shown) and data.draw(st.booleans()):
                gone = shown[data.draw(st.integers(0, len(shown) - 1))].id
                done = project.do(remove_codings, coding_ids=[gone])
            else:
                start = data.draw(st.integers(0, 20))
                span = Span(start, start + data.draw(st.integers(1, 20)))
                code = data.draw(st.sampled_from(codes))
                done = project.do(add_coding, document_id=document, code_id=code, span=span)
            before = list(shown)
            touched = done.change.rows.get("coding", ()) if done.change else ()
            patched = shown.patched(touched, project.ask(shown_segments, only=touched) if touched else ())
            assert list(shown) == before, "who holds the old list must see no change"
            shown = patched
            anew = project.ask(shown_segments, document_id=document)
            assert shown == anew
            assert shown.starts.tolist() == anew.starts.tolist() == [s.span.start for s in anew]
            assert shown.ends.tolist() == [s.span.end for s in anew]
            assert [shown.place(s.id) for s in anew] == list(range(len(anew)))


def test_a_segment_says_its_passage_whether_the_text_is_at_hand_or_in_the_file(study) -> None:
    project, document, code = study
    coding = project.do(add_coding, document_id=document, code_id=code, span=Span(4, 17)).value
    for asked in ({"document_id": document}, {"document_id": document, "text": TEXT}, {"only": [coding]}, {}):
        (segment,) = project.ask(shown_segments, **asked)
        assert (segment.quote, segment.document, segment.path) == ("governor pays", "a.txt", ("Funding",))


def test_codings_stay_on_the_text_they_were_made_on_and_read_over_the_new_one(study) -> None:
    project, document, code = study
    for span in (Span(4, 17), Span(19, 40)):
        project.do(add_coding, document_id=document, code_id=code, span=span)
    project.do(retell, document, [[4, 12, 13], [42, 32, 11]])
    (kept,) = project.ask(read_codings)
    assert kept.span is not None
    assert kept.span.quote(NEW) == "governor pays"
    (lost,) = project.ask(lost_segments)
    assert lost.span.quote(TEXT) == "The centre shields it"
    project.undo()
    assert len(project.ask(read_codings)) == 2
    assert project.ask(lost_segments) == []


@pytest.mark.parametrize(
    ("asked", "index"),
    [("document_id IN (?)", "coding_by_document"), ("document_id IN (?) AND coder_id IN (?)", "coding_by_document"),
     ('document_id = ? AND code_id = ? AND coder_id = ? AND start = ? AND "end" = ?', "coding_by_place")],
)  # fmt: skip
def test_codings_are_found_the_quickest_way_in_a_file_without_statistics(study, asked: str, index: str) -> None:
    """All of a document in the order of the file; what stands on one passage by its place."""
    with closing(sqlite3.connect(study[0].path)) as db:
        question = f"EXPLAIN QUERY PLAN SELECT memo FROM coding WHERE lives AND {asked}"
        assert f"INDEX {index} " in db.execute(question, (1,) * asked.count("?")).fetchall()[0][3]


@settings(max_examples=200)
@given(st.text(max_size=200), st.data())
def test_a_name_taken_from_a_passage_has_its_words_on_one_line_as_far_as_they_fit(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    name = in_vivo(text, span)
    words = " ".join(span.quote(text).split())
    assert name.removesuffix("…") in words
    assert name == " ".join(name.split())
    assert len(name) <= 61


@pytest.mark.parametrize(
    ("passage", "name"),
    [
        ("“the reserve fund,”", "the reserve fund"),
        ("a payment\n of 1.9 million.", "a payment of 1.9 million"),
        (
            "The governor of the region signed a decree that raises the payment",
            "The governor of the region signed a decree that raises the…",
        ),
        ("总督签署命令" * 20, "总督签署命令" * 9 + "总督签署命" + "…"),
        ("، المال «من الصندوق»", "المال «من الصندوق"),
    ],
)
def test_a_name_in_vivo(passage: str, name: str) -> None:
    assert in_vivo(passage, Span(0, len(passage))) == name
