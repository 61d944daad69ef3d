"""Assignments: who reads what, in which round, to what purpose; started and finished."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.coders import resolve_coders
from coder.errors import UnknownThing
from coder.identity import assignment_id
from coder.journal.record import Recording
from coder.models import Assignment, Coding, Document
from coder.seen import note_seen, noted_looks, noted_rounds

PURPOSES = ("training", "pilot", "reliability", "main")

# -- operations -------------------------------------------------------------------------------


def assign(
    session: Recording, *, document_ids: Sequence[UUID], coder_id: UUID, round_: int = 1, purpose: str = "main"
) -> list[UUID]:
    """Gives documents to a coder, behind those they have; what is assigned already stays as it is."""
    place = session.exec(
        select(func.max(Assignment.position)).where(Assignment.coder_id == coder_id, col(Assignment.lives))
    ).one()
    first = 0 if place is None else int(place) + 1
    made = [
        session.put(
            Assignment(
                id=assignment_id(document, coder_id, round_, purpose),
                document_id=document,
                coder_id=coder_id,
                round=round_,
                purpose=purpose,
                position=first + n,
            )
        ).id
        for n, document in enumerate(document_ids)
    ]
    session.note(documents=len(document_ids))
    return made


def finish(
    session: Recording,
    *,
    coder_id: UUID,
    document_ids: Sequence[UUID] | None = None,
    reopen: bool = False,
) -> list[UUID]:
    """Marks documents finished by a coder (or open again); without a list all that are assigned, else all.

    Returns the documents. One that was not assigned gets an assignment in the coder's round, so that the mark
    has a place.
    """
    mine = assignments_of(session, coder_id)
    if document_ids is None:
        document_ids = list(dict.fromkeys(a.document_id for a in mine)) or list(
            session.exec(select(Document.id).where(col(Document.lives)).order_by(col(Document.position)))
        )
    names = {d.id: d.name for d in session.exec(select(Document).where(col(Document.lives)))}
    round_ = max((a.round for a in mine), default=1)
    for document in document_ids:
        if document not in names:
            raise UnknownThing("That document is not in this project.")
        for assignment in _newest_of(session, mine, document, coder_id, round_, make=not reopen):
            if reopen:
                assignment.finished_at = None
            elif assignment.finished_at is None:
                assignment.finished_at = session.act.now
    name = names[document_ids[0]] if len(document_ids) == 1 else None
    session.note(documents=len(document_ids), name=name, reopened=reopen)
    return list(document_ids)


def _newest_of(
    session: Recording,
    mine: Iterable[Assignment],
    document: UUID,
    coder_id: UUID,
    round_: int,
    *,
    make: bool,
) -> list[Assignment]:
    """The coder's assignments to the document in its latest round, one made if there is none."""
    there = [a for a in mine if a.document_id == document]
    if not there:
        if not make:
            return []
        (made,) = assign(session, document_ids=[document], coder_id=coder_id, round_=round_)
        return [_known(session, made)]
    latest = max(a.round for a in there)
    return [a for a in there if a.round == latest]


def _known(session: Session, assignment: UUID) -> Assignment:
    found = session.get(Assignment, assignment)
    assert found is not None
    return found


def start(session: Recording, *, document_id: UUID, coder_id: UUID) -> None:
    """Notes when a coder first opened an assigned document."""
    for assignment in assignments_of(session, coder_id):
        if assignment.document_id == document_id and assignment.started_at is None:
            assignment.started_at = session.act.now


def disclose(session: Recording, *, coder_id: UUID, document_ids: Sequence[UUID]) -> list[UUID]:
    """Notes that a coder now sees what others coded in documents, assigned to them or not; once for each.

    Returns the documents for which it is written for the first time. From here on nothing that the coder changes in
    them counts as made apart. The act is never undone: what was seen was seen.
    """
    wanted = set(document_ids)
    mine = _assignments_of_person(session, coder_id, wanted)
    assigned = {a.document_id for a in mine}
    noted = note_seen(session, coder_id, [d for d in document_ids if d not in assigned])
    for assignment in mine:
        if assignment.disclosed_at is None:
            assignment.disclosed_at = session.act.now
            noted.append(assignment.document_id)
    noted = list(dict.fromkeys(noted))
    if noted:
        session.note(documents=len(noted))
    return noted


def _assignments_of_person(session: Session, coder_id: UUID, documents: set[UUID] | None) -> list[Assignment]:
    """Those of a coder, and of whoever was said to be the same person; documents: to these alone."""
    people = resolve_coders(session)
    me = people.get(coder_id, coder_id)
    own = [coder for coder, same in people.items() if same == me] or [coder_id]
    question = select(Assignment).where(col(Assignment.lives), col(Assignment.coder_id).in_(own))
    if documents is not None and len(documents) == 1:
        question = question.where(Assignment.document_id == next(iter(documents)))
    return [a for a in session.exec(question) if documents is None or a.document_id in documents]


# -- queries ----------------------------------------------------------------------------------


def kept_apart(session: Session, coder_id: UUID, document_ids: Iterable[UUID] | None = None) -> list[UUID]:
    """Documents assigned to a coder in which others coded and the coder has not yet looked at that.

    document_ids: of these alone; None for all. In the order of the coder's reading.
    """
    mine = _assignments_of_person(session, coder_id, None if document_ids is None else set(document_ids))
    places = {a.document_id: n for n, a in enumerate(sorted(mine, key=lambda a: (a.round, a.position, a.id)))}
    apart = [a for a in mine if a.disclosed_at is None]
    if not apart:
        return []
    people = resolve_coders(session)
    me = people.get(coder_id, coder_id)
    seen = noted_rounds(session, {c for c, same in people.items() if same == me} | {coder_id})
    waiting = {a.document_id for a in apart if a.round > seen.get(a.document_id, 0)}
    if not waiting:
        return []
    coded = select(Coding.document_id, Coding.coder_id).where(col(Coding.lives)).distinct()
    if len(waiting) == 1:
        coded = coded.where(Coding.document_id == next(iter(waiting)))
    others = {document for document, coder in session.exec(coded) if people.get(coder, coder) != me}
    return sorted(waiting & others, key=places.__getitem__)


def seen_unnoted(
    session: Session, coder_id: UUID, document_ids: Iterable[UUID], *, coders_only: bool = False
) -> list[UUID]:
    """Those of the documents, not assigned to this person, in which others coded and no look is noted yet.

    coders_only: none for somebody who has coded nothing in the project, as a lead who only reads.
    """
    people = resolve_coders(session)
    me, wanted = people.get(coder_id, coder_id), list(dict.fromkeys(document_ids))
    mine = {a.document_id for a in _assignments_of_person(session, coder_id, set(wanted))}
    mine |= noted_looks(session, [c for c, same in people.items() if same == me] or [coder_id])
    wanted = [d for d in wanted if d not in mine]
    if not wanted:
        return []
    if coders_only:
        own = [c for c, same in people.items() if same == me]
        question = select(Coding.id).where(col(Coding.lives), col(Coding.coder_id).in_(own)).limit(1)
        if session.exec(question).first() is None:
            return []
    coded = select(Coding.document_id, Coding.coder_id).where(col(Coding.lives)).distinct()
    if len(wanted) == 1:
        coded = coded.where(Coding.document_id == wanted[0])
    others = {document for document, coder in session.exec(coded) if people.get(coder, coder) != me}
    return [d for d in wanted if d in others]


def assignments_of(session: Session, coder_id: UUID) -> list[Assignment]:
    """A coder's living assignments in reading order, all rounds."""
    return list(
        session.exec(
            select(Assignment)
            .where(col(Assignment.lives), Assignment.coder_id == coder_id)
            .order_by(col(Assignment.round), col(Assignment.position), col(Assignment.id))
        )
    )


def all_assignments(session: Session) -> list[Assignment]:
    """Every living assignment."""
    return list(session.exec(select(Assignment).where(col(Assignment.lives))))


def current_round(session: Session, coder_id: UUID, document_id: UUID | None = None) -> int:
    """The round a coder works in now: of their latest assignment (to the document, if it has one), else 1."""
    latest = select(func.max(Assignment.round)).where(col(Assignment.lives), Assignment.coder_id == coder_id)
    # asked at every coding: the rounds alone, and of the one document first
    here = session.exec(latest.where(Assignment.document_id == document_id)).first() if document_id else None
    return here or session.exec(latest).first() or 1


def finished_at(session: Session, coder_id: UUID, document_id: UUID) -> datetime | None:
    """When the coder finished the document in their latest round; None if they have not."""
    here = session.exec(
        select(Assignment).where(
            col(Assignment.lives), Assignment.coder_id == coder_id, Assignment.document_id == document_id
        )
    ).all()
    latest = max((a.round for a in here), default=0)
    times = [a.finished_at for a in here if a.round == latest and a.finished_at]
    return max(times, default=None)
