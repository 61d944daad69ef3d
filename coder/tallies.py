"""How many coded segments there are, by document, code or coder; equal ones once, however they became equal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import case, exists, func, literal
from sqlmodel import Session, col, select

from coder.coders import resolve
from coder.columns import Guid
from coder.models import ChangeEntry, Code, Coder, Coding, Document, TextMap

_LEADS: Mapping[str, tuple[Any, str]] = {
    "document_id": (Document, "same_as"),
    "code_id": (Code, "merged_into"),
    "coder_id": (Coder, "same_as"),
}
# a coding's id is born from its place: two can only become equal by an act that moves one, or by something united
_MOVING = ("stretch_coding", "stretch_passage", "recode", "exchange_codes", "settle_conflict")


def tally(session: Session, *by: str, document_id: UUID | None = None) -> dict[tuple[UUID, ...], int]:
    """Living codings counted by these columns (document_id, code_id, coder_id), each of them resolved.

    Codings of one document, code, coder, round and place count once, also where codes were merged, documents or
    coders united, or a text replaced. document_id: in this document alone, and in those united with it.
    """
    ends = {name: _ends(session, name) for name in _LEADS}
    united = ends["document_id"]
    within = None
    if document_id is not None:
        document_id = united.get(document_id, document_id)
        within = [document_id, *(other for other, end in united.items() if end == document_id)]
    if session.exec(select(exists().where(col(TextMap.lives)))).one():
        return _as_read(session, by, within)
    columns = {name: _resolved(name, ends[name]) for name in _LEADS}
    if not any(ends.values()) and not _was_moved(session):
        plain = [columns[name] for name in by]
        asked = select(*plain, func.count()).where(col(Coding.lives))  # type: ignore[call-overload]
        if within is not None:
            asked = asked.where(col(Coding.document_id).in_(within))
        return _counted(session, asked.group_by(*plain))
    each = select(  # type: ignore[call-overload]
        *(columns[name].label(name) for name in _LEADS),
        col(Coding.round), col(Coding.text_hash), col(Coding.start), col(Coding.end),
    ).where(col(Coding.lives)).distinct()  # fmt: skip
    if within is not None:
        each = each.where(col(Coding.document_id).in_(within))
    once = each.subquery()
    wanted = [once.c[name] for name in by]
    counted = select(*wanted, func.count()).group_by(*wanted)  # type: ignore[call-overload]
    return _counted(session, counted)


def _counted(session: Session, question: Any) -> dict[tuple[UUID, ...], int]:
    return {tuple(row[:-1]): row[-1] for row in session.exec(question)}


def _ends(session: Session, name: str) -> Mapping[UUID, UUID]:
    """What counts as something else -> what it counts as."""
    model, lead = _LEADS[name]
    pairs = dict(session.exec(select(model.id, getattr(model, lead))).all())
    return {thing: end for thing, end in resolve(pairs).items() if thing != end}


def _resolved(name: str, ends: Mapping[UUID, UUID]) -> Any:
    column = col(getattr(Coding, name))
    if not ends:
        return column
    said = {literal(thing, Guid): literal(end, Guid) for thing, end in ends.items()}
    return case(*((column == thing, end) for thing, end in said.items()), else_=column)


def _was_moved(session: Session) -> bool:
    """Was any coding ever given another place or code?"""
    return bool(session.exec(select(exists().where(col(ChangeEntry.operation).in_(_MOVING)))).one())


def _as_read(session: Session, by: tuple[str, ...], within: list[UUID] | None) -> dict[tuple[UUID, ...], int]:
    """Where a document has texts of several days, codings are equal over the text of today; lost ones do not count."""
    from coder.segments import Today, each_coding, raw_codings  # which reads the codebook, which counts

    places = {"document_id": 1, "code_id": 2, "coder_id": 3}
    wanted = [places[name] for name in by]
    rows = each_coding(Today(session), raw_codings(session, within), None)
    return dict(Counter(tuple(row[n] for n in wanted) for row in rows))  # type: ignore[misc]
