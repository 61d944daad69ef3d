"""Does agreement change while people code? Documents in groups: by week, by place in the reading, by codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.assignments import all_assignments
from coder.coders import resolve_coders
from coder.documents import resolve_documents
from coder.journal.clock import wall_time
from coder.models import ChangeEntry, ChangeRow, CodebookVersion, Coding
from coder.reliability.page import Compared

BLOCKS = 4  # parts of the reading order
Groups = list[tuple[str, tuple[int, ...]]]  # label, places in Compared.documents


@dataclass(frozen=True, slots=True)
class Times:
    """When and in which order the compared documents were coded, and under which codebook; read from the file.

    week: (ISO year, week) in which the later of the coders was done with it. order: the furthest place that it has in
    any of these coders' reading. version: name of the newest codebook that any of its codings was made under.
    Places in `Compared.documents` without an answer are missing from the mapping.
    """

    week: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    order: Mapping[int, int] = field(default_factory=dict)
    version: Mapping[int, str] = field(default_factory=dict)
    versions: tuple[str, ...] = ()


def times_of(session: Session, compared: Compared) -> Times:
    """When the compared coders did the compared documents, in the round that is compared.

    Finished documents count by when the last of the coders finished; others by the last change to a coding in them.
    """
    place = {d: n for n, (d, _) in enumerate(compared.documents)}
    ends = resolve_documents(session)
    at = {old: place[new] for old, new in ends.items() if new in place}
    people = resolve_coders(session)
    coders = {c for c, person in people.items() if person in compared.coder_ids}
    done, order = _assigned(session, at, coders, compared.settings.round)
    for where, moment in _coded(session, at, coders, compared.settings.round).items():
        done.setdefault(where, moment)
    names, version = _versions(session, at, coders, compared.settings.round)
    weeks = {where: tuple(moment.isocalendar())[:2] for where, moment in done.items()}
    return Times({w: (int(y), int(n)) for w, (y, n) in weeks.items()}, order, version, names)


def _assigned(
    session: Session, at: Mapping[UUID, int], coders: set[UUID], round_: int | None
) -> tuple[dict[int, datetime], dict[int, int]]:
    done: dict[int, datetime] = {}
    order: dict[int, int] = {}
    for a in all_assignments(session):
        if a.coder_id not in coders or a.document_id not in at or (round_ is not None and a.round != round_):
            continue
        where = at[a.document_id]
        order[where] = max(order.get(where, 0), a.position)
        if a.finished_at is not None:
            done[where] = max(done.get(where, a.finished_at), a.finished_at)
    return done, order


def _coded(
    session: Session, at: Mapping[UUID, int], coders: set[UUID], round_: int | None
) -> dict[int, datetime]:
    """The last change to a living coding in each document."""
    question = (
        select(Coding.document_id, func.max(ChangeEntry.clock))
        .join(ChangeRow, (col(ChangeRow.row) == Coding.id) & (col(ChangeRow.table) == "coding"))
        .join(ChangeEntry, col(ChangeEntry.id) == ChangeRow.change)
        .where(col(Coding.lives), col(Coding.coder_id).in_(coders))
        .group_by(col(Coding.document_id))
    )
    if round_ is not None:
        question = question.where(Coding.round == round_)
    return {at[d]: wall_time(clock) for d, clock in session.exec(question) if d in at}


def _versions(
    session: Session, at: Mapping[UUID, int], coders: set[UUID], round_: int | None
) -> tuple[tuple[str, ...], dict[int, str]]:
    frozen = session.exec(
        select(CodebookVersion.id, CodebookVersion.name)
        .where(col(CodebookVersion.lives))
        .order_by(col(CodebookVersion.made_at), col(CodebookVersion.id))
    ).all()
    rank = {version: n for n, (version, _) in enumerate(frozen)}
    newest: dict[int, int] = {}
    question = select(Coding.document_id, Coding.made_under).where(
        col(Coding.lives), col(Coding.coder_id).in_(coders), col(Coding.made_under).isnot(None)
    )
    if round_ is not None:
        question = question.where(Coding.round == round_)
    for document, version in session.exec(question.distinct()):
        if document in at and version in rank:
            newest[at[document]] = max(newest.get(at[document], -1), rank[version])
    return tuple(name for _, name in frozen), {where: frozen[n][1] for where, n in newest.items()}


# -- groups, from what was read ---------------------------------------------------------------


def by_week(times: Times) -> Groups:
    """Groups of documents by the Monday of their week, as an ISO date, oldest first."""
    found: dict[tuple[int, int], list[int]] = {}
    for place, week in times.week.items():
        found.setdefault(week, []).append(place)
    return [(date.fromisocalendar(*w, 1).isoformat(), tuple(sorted(found[w]))) for w in sorted(found)]


def by_reading_order(times: Times, places: Iterable[int], blocks: int = BLOCKS) -> Groups:
    """Groups of as many documents each as can be, from the first read to the last. places: of the documents that count.

    A document without a place in anybody's reading stands where it stands in the project, behind those that have one.
    """
    ordered = sorted(places, key=lambda p: (p not in times.order, times.order.get(p, 0), p))
    return [
        (f"{first + 1}–{first + len(part)}" if len(part) > 1 else str(first + 1), tuple(part))
        for first, part in _parts(ordered, blocks)
    ]


def _parts(ordered: Sequence[int], blocks: int) -> list[tuple[int, Sequence[int]]]:
    n = min(blocks, len(ordered))
    cuts = [round(k * len(ordered) / n) for k in range(n + 1)] if n else []
    return [(low, ordered[low:high]) for low, high in pairwise(cuts)]


def by_version(times: Times) -> Groups:
    """Groups of documents by codebook, the oldest first."""
    return [
        (name, tuple(sorted(p for p, v in times.version.items() if v == name)))
        for name in times.versions
        if name in times.version.values()
    ]
