"""Coders: the people; who they are, who is the same person, what each has done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.errors import CodingError, UnknownThing
from coder.identity import random_id, same_name
from coder.journal.record import Recording
from coder.models import Assignment, Code, Coder, Coding, Study
from coder.sentences import sentence


@dataclass(frozen=True, slots=True)
class Person:
    """A living coder as shown: name with a number where two share it; counts resolve `same_as`."""

    id: UUID
    name: str
    initials: str
    codings: int
    finished: int


# -- operations -------------------------------------------------------------------------------


def add_coder(session: Recording, *, name: str) -> UUID:
    """Makes a coder, or returns the one living coder who bears the name."""
    name = " ".join(name.split())
    if not name:
        raise CodingError("A coder needs a name.", "Type the name that your team knows.")
    known = _bearing(session, name)
    if len(known) == 1:
        return known[0].id
    session.note(name=name)
    return session.put(Coder(id=random_id(), name=name)).id


def rename_coder(session: Recording, *, coder_id: UUID, name: str) -> None:
    """Gives a coder another name. Raises UnknownThing."""
    coder = living_coder(session, coder_id)
    session.note(name=name, before=coder.name)
    coder.name = " ".join(name.split())


def unite_coders(session: Recording, *, coder_id: UUID, same_as: UUID) -> None:
    """Says that two coders are one person; no coding is rewritten. Raises CodingError for a ring."""
    coder, other = living_coder(session, coder_id), living_coder(session, same_as)
    resolved = resolve_coders(session)
    if resolved[coder.id] == resolved[other.id]:
        raise CodingError(
            sentence("“{name}” and “{name2}” are one person already.", name=coder.name, name2=other.name),
            "Nothing is left to do.",
        )
    shown = coder_names(session)  # as people know them apart before they are one
    session.note(name=shown[coder.id], same_as=shown[other.id])
    coder.same_as = other.id


# -- queries ----------------------------------------------------------------------------------


def living_coder(session: Session, coder_id: UUID) -> Coder:
    """The coder of this id. Raises UnknownThing."""
    coder = session.get(Coder, coder_id)
    if coder is None or not coder.lives:
        raise UnknownThing("That coder is not in this project.")
    return coder


def resolve_coders(session: Session) -> dict[UUID, UUID]:
    """Each coder's id -> the id of the person they are, following `same_as`."""
    return resolve({c.id: c.same_as for c in session.exec(select(Coder))})


def resolve(leads: Mapping[UUID, UUID | None]) -> dict[UUID, UUID]:
    """Each id -> where its chain of references ends."""
    ends: dict[UUID, UUID] = {}
    for start in leads:
        at, seen = start, {start}
        while (following := leads.get(at)) is not None and following in leads and following not in seen:
            at = following
            seen.add(at)
        ends[start] = at
    return ends


def coder_names(session: Session) -> dict[UUID, str]:
    """Every person's shown name by id: two of one name are “Ana” and “Ana (2)”, in id order."""
    resolved = resolve_coders(session)
    living = session.exec(select(Coder).where(col(Coder.lives)).order_by(col(Coder.id))).all()
    people = [c for c in living if resolved[c.id] == c.id]
    shown = numbered([(c.id, c.name) for c in people])
    return shown | {c.id: shown.get(resolved[c.id], c.name) for c in session.exec(select(Coder)) if c.id not in shown}


def numbered(named: list[tuple[UUID, str]]) -> dict[UUID, str]:
    """Names with “ (2)” behind those that stood before in the list, as identity compares names.

    No two shown names are the same: a number that somebody's own name already has is passed over.
    """
    taken = {same_name(name) for _, name in named}
    seen: dict[str, int] = {}
    shown = {}
    for thing, name in named:
        n, as_shown = seen.get(same_name(name), 0) + 1, name
        while n > 1 and same_name(as_shown := f"{name} ({n})") in taken:
            n += 1
        seen[same_name(name)] = n
        taken.add(same_name(as_shown))
        shown[thing] = as_shown
    return shown


def people(session: Session) -> list[Person]:
    """The living coders, one entry a person, by name."""
    resolved = resolve_coders(session)
    names = coder_names(session)
    codings = _codings_by_person(session, resolved)
    finished: dict[UUID, set[UUID]] = {}
    for coder, document in session.exec(
        select(Assignment.coder_id, Assignment.document_id).where(
            col(Assignment.lives), col(Assignment.finished_at).is_not(None)
        )
    ):
        finished.setdefault(resolved[coder], set()).add(document)
    living = session.exec(select(Coder.id).where(col(Coder.lives))).all()
    rows = [
        Person(i, names[i], initials(names[i]), codings.get(i, 0), len(finished.get(i, ())))
        for i in living
        if resolved[i] == i
    ]
    return sorted(rows, key=lambda p: (same_name(p.name), p.id.bytes))


def _codings_by_person(session: Session, resolved: Mapping[UUID, UUID]) -> Counter[UUID]:
    """How many codings each person has; equal ones once, however they became equal."""
    codes = resolve(dict(session.exec(select(Code.id, Code.merged_into)).all()))
    names = ("coder_id", "code_id", "document_id", "round", "text_hash", "start", "end")
    each = select(*(col(getattr(Coding, n)) for n in names)).where(col(Coding.lives)).distinct()
    if all(thing == end for thing, end in (*codes.items(), *resolved.items())):
        coder = each.subquery().c.coder_id
        return Counter(dict(session.exec(select(coder, func.count()).group_by(coder)).all()))
    different = {(resolved[row[0]], codes[row[1]], *row[2:]) for row in session.exec(each)}
    return Counter(row[0] for row in different)


def initials(name: str) -> str:
    """Two letters for a stripe: of first and last name, or the first two."""
    parts = [p for p in name.replace("(", " ").replace(")", " ").split() if p]
    if not parts:
        return "?"
    return (parts[0][0] + parts[-1][0]).upper() if len(parts) > 1 else parts[0][:2].capitalize()


def coder_named(session: Session, name: str) -> UUID:
    """The person shown under this name. Raises UnknownThing and lists who there is."""
    wanted = same_name(name)
    names = coder_names(session)
    resolved = resolve_coders(session)
    living = set(session.exec(select(Coder.id).where(col(Coder.lives))))
    found = {resolved[i] for i, shown in names.items() if same_name(shown) == wanted} & living
    if len(found) != 1:
        there = ", ".join(sorted({names[i] for i in living if resolved[i] == i})) or "nobody"
        raise UnknownThing(
            sentence("There is no coder “{name}” in this project.", name=name),
            sentence("It knows: {there}.", there=there),
        )
    return found.pop()


def study_of(session: Session, study_id: UUID) -> Study:
    """The study of this file."""
    study = session.get(Study, study_id)
    if study is None:
        raise UnknownThing("This file has lost its study.", "Use one of the copies kept beside it.")
    return study


def _bearing(session: Session, name: str) -> list[Coder]:
    resolved = resolve_coders(session)
    living = session.exec(select(Coder).where(col(Coder.lives))).all()
    return [c for c in living if resolved[c.id] == c.id and same_name(c.name) == same_name(name)]
