"""What there is to choose from when agreement is measured: people, rounds, purposes, groups of documents."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from coder.assignments import PURPOSES, all_assignments
from coder.code_tree import code_tree
from coder.coders import Person, people
from coder.documents import living_documents, resolve_documents
from coder.models import DocumentSet, Membership, Unit, Variable
from coder.reliability.kept import Fixed, fixed_settings, how_drawn, kept_settings
from coder.reliability.retest import rounds_of
from coder.reliability.settings import Settings
from coder.reliability.strata import stratum_variables

_MOST_VALUES = 24  # of a variable; one with more is not a grouping
DocumentGroup = tuple[str, str, tuple[UUID, ...]]  # "set" or the variable's name, the set or value, ids


@dataclass(frozen=True, slots=True)
class Choices:
    """people: those who coded or finished. rounds, purposes: that occur, in order. groups: of documents, by set, then
    by value of a variable. twice: coder, name, rounds, of whoever worked in more than one round. kept: how it was
    counted last. fixed: by round. fixed_units: has the lead marked units? variables: of documents, to draw within.
    drawn: round, how its sample was drawn, where that is noted. codes: paths of those for passages, then, as they
    count with unit document alone, of those for whole documents.
    """

    people: tuple[tuple[UUID, str], ...] = ()
    rounds: tuple[int, ...] = ()
    purposes: tuple[str, ...] = ()
    groups: tuple[DocumentGroup, ...] = ()
    twice: tuple[tuple[UUID, str, tuple[int, ...]], ...] = ()
    kept: Settings | None = None
    fixed: tuple[tuple[int, Fixed], ...] = ()
    fixed_units: bool = False
    variables: tuple[tuple[UUID, str], ...] = ()
    drawn: tuple[tuple[int, str], ...] = ()
    codes: tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]] = ((), ())


def choices(session: Session) -> Choices:
    """Everything that the settings of agreement offer in this project."""
    everybody: list[Person] = people(session)
    there = tuple((p.id, p.name) for p in everybody if p.codings or p.finished)
    rounds = rounds_of(session)
    assignments = all_assignments(session)
    numbers = sorted({n for each in rounds.values() for n in each} | {a.round for a in assignments})
    used = {a.purpose for a in assignments}
    fixed = tuple((n, found) for n in numbers or [1] if (found := fixed_settings(session, n)) is not None)
    units = session.exec(select(Unit.id).where(col(Unit.lives)).limit(1)).first()
    return Choices(
        there, tuple(numbers), tuple(p for p in PURPOSES if p in used), tuple(_groups(session)),
        tuple((c, name, tuple(rounds[c])) for c, name in there if len(rounds.get(c, ())) > 1), kept_settings(session),
        fixed, units is not None, tuple(stratum_variables(session)),
        tuple((n, words) for n in numbers or [1] if (words := how_drawn(session, n))), _codes(session),
    )  # fmt: skip


def _codes(session: Session) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    tree = code_tree(session, counts=False)
    passage, whole = (tuple(c.path for c in tree if c.scope == scope) for scope in ("passage", "document"))
    return passage, whole


def _groups(session: Session) -> list[DocumentGroup]:
    documents = living_documents(session)
    ends = resolve_documents(session)
    order = {d.id: n for n, d in enumerate(documents)}
    found: list[DocumentGroup] = []
    members: dict[UUID, set[UUID]] = {}
    for m in session.exec(select(Membership).where(col(Membership.lives), col(Membership.set_id).isnot(None))):
        if m.set_id is not None and (end := ends.get(m.document_id)) in order and end is not None:
            members.setdefault(m.set_id, set()).add(end)
    for s in session.exec(select(DocumentSet).where(col(DocumentSet.lives)).order_by(DocumentSet.name)):
        if s.id in members:
            found.append(("set", s.name, tuple(sorted(members[s.id], key=order.__getitem__))))
    variables = select(Variable).where(col(Variable.lives), Variable.owner == "document")
    for v in session.exec(variables.order_by(col(Variable.position), col(Variable.id))):
        values: dict[str, list[UUID]] = {}
        for d in documents:
            if value := d.variables.get(v.id.hex):
                values.setdefault(value, []).append(d.id)
        if 1 < len(values) <= _MOST_VALUES:
            found += [(v.name, value, tuple(values[value])) for value in sorted(values)]
    return found
