"""Answers on fixed units: which are coded, to which none applies, which were not reached; how far a coder is.

A unit counts as coded by a coder if one of their coded segments of the round covers at least half of it, or lies in it
with at least half of its own length (as agreement has it by default, blanks counted here). "None applies" is an answer
of its own; where both came together from two files, the code counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from coder.assignments import all_assignments, current_round
from coder.coders import resolve_coders
from coder.collector import no_collecting
from coder.documents import living_document, remove_memos_on
from coder.errors import CodingError, UnknownThing
from coder.fixed_units import FixedUnit, read_units
from coder.identity import answer_id, same_name
from coder.journal.record import Recording
from coder.models import Answer, Code, Coding, Unit
from coder.segments import Today
from coder.sentences import sentence
from coder.spans import Span, overlap


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit and what one coder said of it in one round. codes: resolved, in id order; none: that none applies."""

    unit: FixedUnit
    coder_id: UUID
    round: int
    codes: tuple[UUID, ...]
    none: bool

    @property
    def answered(self) -> bool:
        return self.none or bool(self.codes)


@dataclass(frozen=True, slots=True)
class UnitTally:
    """How far a coder is with the units of a document: all, those with a code, those to which none applies."""

    units: int
    coded: int
    none: int

    @property
    def answered(self) -> int:
        return self.coded + self.none


@dataclass(frozen=True, slots=True)
class NoneApplies:
    """The answer, and how many coded segments gave way to it."""

    id: UUID
    removed: int


def speaks_of(span: Span, unit: Span) -> bool:
    """Does a coded segment there code this unit?"""
    shared = 2 * overlap(span, unit)
    return shared > 0 and (shared >= unit.length or shared >= span.length)


# -- operations -------------------------------------------------------------------------------


def answer_none(session: Recording, *, unit_id: UUID) -> NoneApplies:
    """Says for the person who acts that no code applies to a unit; their codes on it give way, with memos on them.

    One act. Said again it stays as it is. Raises UnknownThing, and CodingError where a coded segment reaches beyond
    the unit.
    """
    unit = _unit(session, unit_id)
    document = living_document(session, unit.document_id)
    round_ = current_round(session, session.coder_id, document.id)
    said = _read_codings(session, [document.id], [session.coder_id], Today(session), unit.span)
    rows = [s for s in said if s.round == round_ and speaks_of(s.span, unit.span)]
    for found in rows:
        if not unit.span.contains(found.span):
            name = _code_name(session, found.code)
            raise CodingError(
                sentence("“{name}” reaches beyond this unit.", name=name), "Remove it or move its ends first."
            )
    remove_memos_on(session, [found.id for found in rows])
    for found in rows:
        coding = session.get(Coding, found.id)
        assert coding is not None
        session.remove(coding)
    anchor = (document.text_hash, *unit.span)
    made = session.put(
        Answer(
            id=answer_id(document.id, session.coder_id, round_, anchor, unit.layer), document_id=document.id,
            coder_id=session.coder_id, round=round_, text_hash=anchor[0], start=anchor[1], end=anchor[2],
            layer=unit.layer,
        )
    )  # fmt: skip
    session.note(document=document.name, codings=len(rows))
    return NoneApplies(made.id, len(rows))


def withdraw_answer(session: Recording, *, unit_id: UUID) -> bool:
    """Takes back that none applies to a unit, for the person who acts; says whether that had been said."""
    unit = _unit(session, unit_id)
    round_ = current_round(session, session.coder_id, unit.document_id)
    taken = False
    today = Today(session)
    for answer in _own_answers(session, unit.document_id, round_):
        same = same_name(answer.layer) == same_name(unit.layer)
        if same and today.span(unit.document_id.bytes, answer.text_hash, answer.start, answer.end) == unit.span:
            session.remove(answer)
            taken = True
    if taken:
        session.note(document=living_document(session, unit.document_id).name)
    return taken


def withdraw_answers(session: Recording, *, document_id: UUID, spans: Iterable[Span], round_: int) -> int:
    """Takes back "none applies" on units that a coding at one of these places speaks of: part of the act of coding.

    spans: over the document's text of today. Returns how many.
    """
    answers = _own_answers(session, document_id, round_)
    if not answers:
        return 0
    places, taken = Places(spans), 0
    document = living_document(session, document_id)
    older = any(answer.text_hash != document.text_hash for answer in answers)
    today = Today(session) if older else None
    for answer in answers:
        stands: Span | None = Span(answer.start, answer.end)
        if today is not None:
            stands = today.span(document_id.bytes, answer.text_hash, answer.start, answer.end)
        if stands is not None and places.speak_of(stands):
            session.remove(answer)
            taken += 1
    return taken


class Places:
    """Passages in order, so that a unit is held against those near it alone: there may be ten thousand of both."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._reach = list(accumulate((span.end for span in self._spans), max))  # how far it and those before go

    def speak_of(self, unit: Span) -> bool:
        """Does one of them code this unit?"""
        first = bisect_right(self._reach, unit.start)
        last = bisect_left(self._spans, Span(unit.end, 0))
        return any(speaks_of(span, unit) for span in self._spans[first:last])


def _own_answers(session: Recording, document_id: UUID, round_: int) -> list[Answer]:
    asked = select(Answer).where(
        Answer.document_id == document_id, Answer.coder_id == session.coder_id, Answer.round == round_,
        col(Answer.lives),
    )  # fmt: skip
    return list(session.exec(asked))


def _unit(session: Session, unit_id: UUID) -> FixedUnit:
    row = session.get(Unit, unit_id)
    there: list[FixedUnit] = []
    if row is not None and row.lives:
        there = read_units(session, row.document_id, Span(row.start, row.end))
    found = next((u for u in there if u.id == unit_id), None)
    if found is None:
        raise UnknownThing("That unit is not there any more.", "It was removed, or the text was changed.")
    return found


def _code_name(session: Session, code_id: UUID) -> str:
    code = session.get(Code, code_id)
    return code.name if code else "?"


# -- queries ----------------------------------------------------------------------------------


@no_collecting()
def unit_states(
    session: Session, document_id: UUID, coder_id: UUID, layer: str | None = None, near: Span | None = None
) -> list[UnitState]:
    """What a coder said of each unit of a document in their current round there, by layer and place.

    near: only of the units that touch this, over the text of today.
    """
    units = [
        u for u in read_units(session, document_id, near)
        if (layer is None or u.layer == layer) and (near is None or overlap(u.span, near))
    ]  # fmt: skip
    if not units:
        return []
    found = _states(session, units, [coder_id], near)
    round_ = current_round(session, coder_id, document_id)
    empty = UnitState(units[0], coder_id, round_, (), False)
    return [found.get((u.id, coder_id, round_), _of(u, empty)) for u in units]


def unit_progress(session: Session, coder_id: UUID) -> dict[UUID, UnitTally]:
    """How far a coder is with the units of each document that has any, in their current round there; all layers."""
    units = read_units(session)
    if not units:
        return {}
    found = _states(session, units, [coder_id])
    by_document: dict[UUID, list[FixedUnit]] = {}
    for unit in units:
        by_document.setdefault(unit.document_id, []).append(unit)
    tallies = {}
    for document, there in by_document.items():
        round_ = current_round(session, coder_id, document)
        states = [s for u in there if (s := found.get((u.id, coder_id, round_))) is not None]
        coded = sum(bool(s.codes) for s in states)
        tallies[document] = UnitTally(len(there), coded, sum(s.none and not s.codes for s in states))
    return tallies


def units_by_everybody(session: Session) -> list[UnitState]:
    """Each unit with what each coder said of it, by document, layer, place, coder, round: also what was not reached.

    A coder and round stand at all units of a document that they were assigned, or in which they said anything.
    """
    units = read_units(session)
    if not units:
        return []
    people = resolve_coders(session)
    found = _states(session, units, None)
    work: dict[UUID, set[tuple[UUID, int]]] = {}
    today = Today(session)
    for a in all_assignments(session):
        united = today.documents.get(a.document_id.bytes, a.document_id)
        work.setdefault(united, set()).add((people[a.coder_id], a.round))
    documents = {u.document_id for u in units}
    for coding in _read_codings(session, documents, None, today):
        work.setdefault(coding.document, set()).add((coding.coder, coding.round))
    for state in found.values():
        work.setdefault(state.unit.document_id, set()).add((state.coder_id, state.round))
    return [
        found.get((unit.id, coder, round_), UnitState(unit, coder, round_, (), False))
        for unit in units
        for coder, round_ in sorted(work.get(unit.document_id, ()), key=lambda w: (w[0].bytes, w[1]))
    ]


def _of(unit: FixedUnit, like: UnitState) -> UnitState:
    return UnitState(unit, like.coder_id, like.round, (), False)


class _Said(NamedTuple):
    """A coding (with id and code) or an answer (with its layer) as it reads today."""

    document: UUID
    coder: UUID
    round: int
    span: Span
    id: UUID
    code: UUID
    layer: str


_NOBODY = UUID(int=0)


def _states(
    session: Session, units: Sequence[FixedUnit], coders: Collection[UUID] | None, near: Span | None = None
) -> dict[tuple[UUID, UUID, int], UnitState]:
    """By unit, coder and round, where something was said."""
    lines: dict[tuple[UUID, str], list[FixedUnit]] = {}
    for unit in units:  # by document, layer, place already
        lines.setdefault((unit.document_id, unit.layer), []).append(unit)
    by_document: dict[UUID, list[tuple[str, list[FixedUnit], list[int]]]] = {}
    for (document, layer), line in lines.items():
        by_document.setdefault(document, []).append((same_name(layer), line, [u.span.end for u in line]))
    today = Today(session)
    codes: dict[tuple[UUID, UUID, int], set[UUID]] = {}
    none: set[tuple[UUID, UUID, int]] = set()
    by_id = {u.id: u for u in units}
    reach = None if near is None else Span(min(u.span.start for u in units), max(u.span.end for u in units))
    for said in _read_codings(session, by_document, coders, today, reach):
        for _, line, ends in by_document.get(said.document, ()):
            for n in range(bisect_right(ends, said.span.start), len(line)):
                if line[n].span.start >= said.span.end:
                    break
                if speaks_of(said.span, line[n].span):
                    codes.setdefault((line[n].id, said.coder, said.round), set()).add(said.code)
    for said in _read_answers(session, by_document, coders, today, reach):
        for layer, line, ends in by_document.get(said.document, ()):
            at = bisect_right(ends, said.span.start)
            if layer == said.layer and at < len(line) and line[at].span == said.span:
                none.add((line[at].id, said.coder, said.round))
    return {
        key: UnitState(by_id[key[0]], *key[1:], tuple(sorted(codes.get(key, ()))), key in none and key not in codes)
        for key in codes.keys() | none
    }


def _read_codings(
    session: Session, documents: Collection[UUID] | Mapping[UUID, Any], coders: Collection[UUID] | None, today: Today,
    near: Span | None = None,
) -> list[_Said]:  # fmt: skip
    """The living codings of passages in these documents, of these people or of all, as they read today."""
    rows = _rows(session, "coding", "code_id", documents, coders, today, near)
    found = []
    for row, document, coder, round_, text_hash, start, end, code in rows:
        if start is None or (span := today.span(document, text_hash, start, end)) is None:
            continue
        found.append(
            _Said(today.documents[document], today.people[coder], round_, span, UUID(bytes=row), today.codes[code], "")
        )
    return found


def _read_answers(
    session: Session, documents: Collection[UUID] | Mapping[UUID, Any], coders: Collection[UUID] | None, today: Today,
    near: Span | None = None,
) -> list[_Said]:  # fmt: skip
    rows = _rows(session, "answer", "layer", documents, coders, today, near)
    found = []
    for row, document, coder, round_, text_hash, start, end, layer in rows:
        span = today.span(document, text_hash, start, end)
        if span is not None:
            found.append(
                _Said(today.documents[document], today.people[coder], round_, span, UUID(bytes=row), _NOBODY,
                      same_name(layer))
            )  # fmt: skip
    return found


def _rows(
    session: Session, table: str, last: str, documents: Collection[UUID] | Mapping[UUID, Any],
    coders: Collection[UUID] | None, today: Today, near: Span | None = None,
) -> list[Any]:  # fmt: skip
    """near: of those on a text of today only what touches this; for one document."""
    wanted, where, given = set(documents), "", list[Any]()
    united = [d for d, end in today.documents.items() if end in wanted]
    if len(united) <= 500:
        where += f" AND document_id IN ({', '.join('?' * len(united))})"
        given += united
    if coders is not None:
        ids = [c for c, end in today.people.items() if end in set(coders)]
        where += f" AND coder_id IN ({', '.join('?' * len(ids))})"
        given += ids
    if near is not None and len(texts := {today.texts[d] for d in united}) == 1:
        where += ' AND (text_hash <> ? OR ("start" < ? AND "end" > ?))'
        given += [*texts, near.end, near.start]
    rows = session.connection().exec_driver_sql(
        f'SELECT id, document_id, coder_id, round, text_hash, "start", "end", {last} FROM {table} '
        f"WHERE lives{where} ORDER BY id",
        tuple(given),
    )
    return [row for row in rows.all() if today.documents[row[1]] in wanted]
