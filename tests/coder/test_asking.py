"""Questions to the lead: asked, answered, sent back, taken away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coder.asking import (
    answer_question,
    ask_lead,
    questions,
    reopen_question,
    take_question_back,
    word_question,
)
from coder.checking import problems_of
from coder.code_tree import code_tree
from coder.coders import coder_named
from coder.coding import add_coding, remove_codings
from coder.documents import remove_document
from coder.errors import CodingError
from coder.exchange.study_file import read_exchange
from coder.exchange.study_load import bring_study
from coder.exchange.study_write import digest, write_study
from coder.memos import all_memos
from coder.merging.merge import merge_files
from coder.merging.package import hand_out
from coder.merging.resolve import conflicts_to_settle, settle_conflict
from coder.models import Document, Memo
from coder.project import Project
from coder.spans import Span
from coder.versions import correct_text
from tests.coder.test_answers import round_trip
from tests.coder.test_fixed_units import document_of
from tests.coder.world import copy_of, ids, study


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(study(tmp_path / "study.intercoder")) as opened:
        yield opened


@pytest.fixture
def package(project, tmp_path):
    """Ana's file."""
    path = tmp_path / "ana.intercoder"
    hand_out(project, path, coder_id=project.ask(coder_named, "Ana"))
    with Project.open(path) as opened:
        yield opened


def test_a_passage_is_asked_about_answered_and_the_answer_comes_back(project, package, tmp_path):
    document = document_of(package)
    asked = package.do(ask_lead, document_id=document, span=Span(4, 12), text="Is he one?").value
    merge_files(project, [package.path])
    (question,) = project.ask(questions)
    assert not question.answered
    assert (question.asker, question.quote, question.text) == ("Ana", "governor", "Is he one?")
    project.do(answer_question, question_id=asked, text="He is.")
    assert [q.answered for q in project.ask(questions)] == [True]
    again = tmp_path / "ana again.intercoder"
    hand_out(project, again, coder_id=project.ask(coder_named, "Ana"))
    merge_files(package, [again])
    (question,) = package.ask(questions)
    assert (question.answered, question.answer, question.answered_by) == (True, "He is.", "Lead")
    assert problems_of(package) == []
    hand_out(project, tmp_path / "ben.intercoder", coder_id=project.ask(coder_named, "Ben"))
    with Project.open(tmp_path / "ben.intercoder") as ben:
        assert ben.ask(questions) == []


def test_a_package_names_who_answered_even_if_they_never_wrote_here(project, tmp_path):
    asked = project.do(ask_lead, document_id=document_of(project), span=Span(4, 12), text="Is he one?").value
    project.do(answer_question, question_id=asked, text="He is.")
    told = project.ask(write_study, project.study_id)
    (memo,) = told["memos"]
    del memo["id"]
    memo |= {"coder": "Ana", "answered_by": "Ben"}
    with Project.create(tmp_path / "again.intercoder", title="x", lead="Somebody") as other:
        other.do(bring_study, read_exchange(json.dumps(told).encode(), "study.json"), {})
        hand_out(other, tmp_path / "ana's.intercoder", coder_id=other.ask(coder_named, "Ana"))
        hand_out(other, tmp_path / "ben's.intercoder", coder_id=other.ask(coder_named, "Ben"))
    with Project.open(tmp_path / "ana's.intercoder") as anas:
        assert problems_of(anas) == []
        assert [(q.asker, q.answer, q.answered_by) for q in anas.ask(questions)] == [("Ana", "He is.", "Ben")]
    with Project.open(tmp_path / "ben's.intercoder") as bens:  # only who asked is given the question
        assert ids(bens, Memo) == []


def test_a_mark_needs_no_words_and_asking_twice_is_asking_once(project):
    document = document_of(project)
    first = project.do(ask_lead, document_id=document, span=Span(4, 12)).value
    again = project.do(ask_lead, document_id=document, span=Span(4, 12))
    assert again.value == first
    assert again.change is None
    project.do(word_question, question_id=first, text=" Is he one? ")
    assert project.ask(questions)[0].text == "Is he one?"


def test_a_question_on_a_segment_goes_with_it_and_comes_back_with_it(project):
    document = document_of(project)
    code = project.ask(code_tree)[0]
    coding = project.do(add_coding, document_id=document, code_id=code.id, span=Span(0, 12)).value
    project.do(ask_lead, document_id=document, coding_id=coding)
    (question,) = project.ask(questions, document_id=document)
    assert (question.coding_id, question.path, question.span) == (coding, code.path, Span(0, 12))
    project.do(remove_codings, coding_ids=[coding])
    assert project.ask(questions) == []
    project.undo()
    assert len(project.ask(questions)) == 1


def test_only_who_asked_takes_it_back_and_only_the_lead_answers(project, package):
    document = document_of(package)
    asked = package.do(ask_lead, document_id=document, span=Span(4, 12)).value
    with pytest.raises(CodingError, match="answered by the lead"):
        package.do(answer_question, question_id=asked, text="So be it.")
    merge_files(project, [package.path])
    with pytest.raises(CodingError, match="Ana's"):
        project.do(take_question_back, question_id=asked)
    package.do(take_question_back, question_id=asked)
    merge_files(project, [package.path])
    assert project.ask(questions) == []


def test_an_answer_needs_words_and_can_be_taken_back(project):
    asked = project.do(ask_lead, document_id=document_of(project), span=Span(4, 12)).value
    with pytest.raises(CodingError, match="needs words"):
        project.do(answer_question, question_id=asked, text=" ")
    project.do(answer_question, question_id=asked, text="Yes.")
    project.do(reopen_question, question_id=asked)
    (question,) = project.ask(questions)
    assert (question.answered, question.answer, question.answered_by) == (False, "", "")


def test_the_exchange_file_carries_questions_and_the_digest(project, tmp_path):
    before = digest(project)
    document = document_of(project)
    code = project.ask(code_tree)[0]
    coding = project.do(add_coding, document_id=document, code_id=code.id, span=Span(0, 12)).value
    first = project.do(ask_lead, document_id=document, span=Span(4, 12), text="Is he one?").value
    project.do(answer_question, question_id=first, text="He is.")
    project.do(ask_lead, document_id=document, coding_id=coding)
    assert round_trip(project, tmp_path) == digest(project)
    for _ in range(4):
        project.undo()
    assert digest(project) == before


def test_two_answers_that_did_not_see_each_other_are_a_conflict_that_can_be_settled(project, tmp_path):
    asked = project.do(ask_lead, document_id=document_of(project), span=Span(4, 12), text="Is he one?").value
    ana = project.ask(coder_named, "Ana")
    copy_of(project.path, tmp_path / "copy.intercoder")
    with Project.open(tmp_path / "copy.intercoder", coder_id=ana) as other:
        other.do(answer_question, question_id=asked, text="No.")
    project.do(answer_question, question_id=asked, text="Yes.")
    merge_files(project, [tmp_path / "copy.intercoder"])
    conflicts = {c.field: c for c in project.ask(conflicts_to_settle)}
    answer = conflicts["answer"]
    assert answer.name == "Is he one?"
    no = next(choice.n for choice in answer.choices if choice.words == "No.")
    project.do(settle_conflict, table=answer.table, row=answer.row, field=answer.field, choice=no)
    assert project.ask(questions)[0].answer == "No."


def test_a_question_follows_a_corrected_text(project):
    document = document_of(project)
    project.do(ask_lead, document_id=document, span=Span(4, 12))
    project.do(correct_text, document_id=document, span=Span(0, 3), words="A certain", quote="The")
    assert project.ask(questions)[0].quote == "governor"


def test_questions_go_with_their_document_and_stand_in_no_list_of_memos(project):
    document = document_of(project)
    project.do(ask_lead, document_id=document, span=Span(4, 12), text="Is he one?")
    assert project.ask(all_memos) == []
    project.do(remove_document, document_id=document)
    assert project.ask(questions) == []
    assert len(ids(project, Document)) == 1


def test_who_works_apart_sees_no_question_of_another(project):
    ana, ben = (project.ask(coder_named, name) for name in ("Ana", "Ben"))
    document = document_of(project)
    project.act_as(ana)
    code = project.ask(code_tree)[0]
    project.do(add_coding, document_id=document, code_id=code.id, span=Span(0, 12))
    project.do(ask_lead, document_id=document, span=Span(4, 12))
    assert project.ask(questions, reader=ben) == []
    assert len(project.ask(questions, reader=ana)) == 1
