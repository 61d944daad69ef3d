"""Codings count as made apart until their coder has seen those of others; that they saw them is never taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlmodel import select

from coder.assignments import all_assignments, assign, disclose, finish, kept_apart, seen_unnoted
from coder.code_tree import code_at
from coder.coders import coder_named, unite_coders
from coder.coding import add_coding, remove_codings
from coder.documents import living_documents
from coder.errors import NothingToUndo
from coder.history import audit_trail
from coder.journal.record import Recording
from coder.models import Assignment, Coding
from coder.project import Project
from coder.reliability import Compared, Settings, compare
from coder.spans import Span
from tests.coder.world import ids, study


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    path = study(tmp_path / "study.intercoder")
    with Project.open(path) as project:
        yield project


def _be(project: Project, name: str) -> UUID:
    coder = project.ask(coder_named, name)
    project.act_as(coder)
    return coder


def _document(project: Project, n: int = 0) -> UUID:
    return project.ask(living_documents)[n].id


def _code(project: Project, name: str, start: int, end: int) -> UUID:
    _be(project, name)
    return project.do(
        add_coding, document_id=_document(project), code_id=project.ask(code_at, ["Funding"]), span=Span(start, end)
    ).value


def _finish(project: Project, name: str) -> None:
    project.do(finish, coder_id=_be(project, name), document_ids=[_document(project)])


def _disclose(project: Project, name: str) -> list[UUID]:
    return project.do(disclose, coder_id=_be(project, name), document_ids=[_document(project)]).value


def _spans(compared: Compared, coder: str) -> set[tuple[int, int]]:
    c, who = compared.codings, compared.coders.index(coder)
    return {(int(s), int(e)) for s, e, k in zip(c.start, c.end, c.coder, strict=True) if k == who}


def test_what_is_coded_after_looking_does_not_count_as_made_apart(project):
    _code(project, "Ana", 0, 3)
    _finish(project, "Ana")
    _code(project, "Ben", 4, 12)
    _disclose(project, "Ben")
    _code(project, "Ben", 0, 3)
    _finish(project, "Ben")
    found = compare(project, Settings(unit="character", coverage="finished"))
    assert _spans(found, "Ben") == {(4, 12)}
    assert any(o.coder == "Ben" and "disclosure" in o.why for o in found.left_out)
    assert _spans(compare(project, Settings(unit="character", as_of="now")), "Ben") == {(0, 3), (4, 12)}


def test_finishing_again_after_looking_counts_nothing_new(project):
    _code(project, "Ana", 0, 3)
    _code(project, "Ben", 4, 12)
    for name in ("Ana", "Ben"):
        _finish(project, name)
    _disclose(project, "Ben")
    project.do(finish, coder_id=project.coder_id, document_ids=[_document(project)], reopen=True)
    _code(project, "Ben", 0, 3)
    _finish(project, "Ben")
    found = compare(project, Settings(unit="character", coverage="finished"))
    assert _spans(found, "Ben") == {(4, 12)}


def test_undoing_a_finish_after_looking_does_not_make_later_work_count(project):
    _code(project, "Ana", 0, 3)
    _finish(project, "Ana")
    _code(project, "Ben", 4, 12)
    _finish(project, "Ben")
    _code(project, "Ben", 13, 20)
    _disclose(project, "Ben")
    before = _counted(project)
    for _ in range(2):
        project.undo()
    assert _counted(project) == before


steps = st.lists(
    st.sampled_from(["code", "remove", "finish", "reopen", "disclose", "undo", "redo"]), min_size=1, max_size=8
)


@given(steps)
@hypothesis_settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_act_after_the_first_look_moves_what_counts(tmp_path_factory, acts):
    """Whatever Ben does after he has looked, the figures as of finishing stay what they were then."""
    path = study(tmp_path_factory.mktemp("laws") / "study.intercoder")
    with Project.open(path) as project:
        _code(project, "Ana", 0, 3)
        _finish(project, "Ana")
        mine = [_code(project, "Ben", 4, 12)]
        seen: set[tuple[int, int]] | None = None
        for n, act in enumerate([*acts, "disclose", *acts]):
            _step(project, act, n, mine)
            if act == "disclose" and seen is None:
                seen = _counted(project)
        assert _counted(project) == seen


def _counted(project: Project) -> set[tuple[int, int]]:
    return _spans(compare(project, Settings(unit="character", coverage="assigned")), "Ben")


def _step(project: Project, act: str, n: int, mine: list[UUID]) -> None:
    ben, document = _be(project, "Ben"), _document(project)
    match act:
        case "code":
            mine.append(_code(project, "Ben", 13 + n, 15 + n))
        case "remove" if there := [c for c in ids(project, Coding) if c in mine]:
            project.do(remove_codings, coding_ids=[there[-1]])
        case "finish" | "reopen":
            project.do(finish, coder_id=ben, document_ids=[document], reopen=act == "reopen")
        case "disclose":
            _disclose(project, "Ben")
        case "undo" if project.undo_depth:
            project.undo()
        case "redo" if project.redo_depth:
            project.redo()


def test_a_look_is_noted_once(project):
    _code(project, "Ana", 0, 3)
    assert _disclose(project, "Ben") == [_document(project)]
    first = [a.disclosed_at for a in project.ask(all_assignments) if a.disclosed_at]
    assert _disclose(project, "Ben") == []
    assert [a.disclosed_at for a in project.ask(all_assignments) if a.disclosed_at] == first
    assert len(first) == 1


def test_a_look_cannot_be_undone_and_undo_reaches_past_it(project):
    _code(project, "Ben", 0, 3)
    _disclose(project, "Ben")
    assert project.undo().operation == "add_coding"
    assert [a.disclosed_at is not None for a in project.ask(all_assignments)].count(True) == 1
    ana = _be(project, "Ana")
    project.do(disclose, coder_id=ana, document_ids=[_document(project)])
    with pytest.raises(NothingToUndo):
        project.undo()


def test_the_audit_trail_says_that_somebody_looked(project):
    _code(project, "Ana", 0, 3)
    _disclose(project, "Ben")
    event = project.ask(audit_trail)[-1]
    assert (event.coder, event.operation) == ("Ben", "disclose")
    assert "Looked at others" in event.words


def test_there_is_something_to_keep_back_only_where_others_coded_and_one_is_assigned(project):
    lead = project.coder_id
    ana = project.ask(coder_named, "Ana")
    assert project.ask(kept_apart, ana) == []
    _code(project, "Ben", 0, 3)
    assert project.ask(kept_apart, ana) == [_document(project)]
    assert project.ask(kept_apart, ana, [_document(project, 1)]) == []
    assert project.ask(kept_apart, project.ask(coder_named, "Ben")) == []  # only his own stand there
    assert project.ask(kept_apart, lead) == []  # the lead is assigned nothing
    _disclose(project, "Ana")
    assert project.ask(kept_apart, ana) == []


def test_a_new_round_begins_apart_again(project):
    ana = project.ask(coder_named, "Ana")
    _code(project, "Ben", 0, 3)
    _disclose(project, "Ana")
    project.do(assign, document_ids=[_document(project)], coder_id=ana, round_=2, purpose="reliability")
    assert project.ask(kept_apart, ana) == [_document(project)]


def test_nothing_is_kept_back_from_somebody_of_two_names(project):
    ana, ben = (project.ask(coder_named, n) for n in ("Ana", "Ben"))
    _code(project, "Ben", 0, 3)
    project.do(unite_coders, coder_id=ben, same_as=ana)
    assert project.ask(kept_apart, ana) == []


def _unassigned(project: Project) -> None:
    """Takes every assignment away: a team that merges what it coded, and never assigned anything."""

    def take(session: Recording) -> None:
        for a in session.exec(select(Assignment)):
            session.remove(a)

    project.do(take)


def test_finishing_what_was_read_unassigned_keeps_nothing_back_that_was_seen(project):
    _unassigned(project)
    ana = project.ask(coder_named, "Ana")
    _code(project, "Ben", 0, 3)
    _disclose(project, "Ana")
    _finish(project, "Ana")  # which assigns it to her
    assert project.ask(kept_apart, ana) == []
    project.do(assign, document_ids=[_document(project)], coder_id=ana, round_=2, purpose="reliability")
    assert project.ask(kept_apart, ana) == [_document(project)], "a new round begins apart again"


def test_a_look_where_nothing_was_assigned_holds_back_what_came_later(project):
    _unassigned(project)
    _code(project, "Ana", 0, 3)
    _code(project, "Ben", 0, 3)
    assert _disclose(project, "Ben") == [_document(project)]
    _code(project, "Ben", 4, 9)
    compared = compare(project, Settings())
    assert _spans(compared, "Ben") == {(0, 3)}
    assert [(o.coder, o.why) for o in compared.left_out if o.document == "a.txt"] == [
        ("Ana", "not finished, counted as now"), ("Ben", "not finished, counted up to the disclosure"),
    ]  # fmt: skip
    assert _spans(compare(project, Settings(as_of="now")), "Ben") == {(0, 3), (4, 9)}
    assert project.ask(all_assignments) == []  # nobody assigned it, and nothing says so now


def test_finishing_after_such_a_look_does_not_make_it_apart(project):
    _unassigned(project)
    for name in ("Ana", "Ben"):
        _code(project, name, 0, 3)
    _disclose(project, "Ben")
    _code(project, "Ben", 4, 9)
    _finish(project, "Ana")
    _finish(project, "Ben")
    assert _spans(compare(project, Settings()), "Ben") == {(0, 3)}


def test_such_a_look_is_noted_once_said_in_the_trail_and_never_undone(project):
    _unassigned(project)
    _code(project, "Ana", 0, 3)
    ben = project.ask(coder_named, "Ben")
    assert project.ask(seen_unnoted, ben, [_document(project)]) == [_document(project)]
    assert project.ask(seen_unnoted, ben, [_document(project)], coders_only=True) == []  # he has coded nothing
    _disclose(project, "Ben")
    assert (_disclose(project, "Ben"), project.ask(seen_unnoted, ben, [_document(project)])) == ([], [])
    assert "Looked at others" in project.ask(audit_trail)[-1].words
    with pytest.raises(NothingToUndo):
        project.undo()


def test_where_nobody_else_coded_there_is_no_look_to_note(project):
    _code(project, "Ben", 0, 3)
    lead, ben = project.ask(coder_named, "Lead"), project.ask(coder_named, "Ben")
    assert project.ask(seen_unnoted, lead, [_document(project), _document(project, 1)]) == [_document(project)]
    assert project.ask(seen_unnoted, ben, [_document(project)]) == []
