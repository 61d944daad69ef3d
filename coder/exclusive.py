"""Codes that exclude each other: coding a passage with one of them, the other gives way in the same act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, literal_column
from sqlmodel import Session, col, select

from coder.assignments import current_round
from coder.code_tree import CodeRow, code_tree, resolve_codes
from coder.coding import add_coding, code_passages, living_code_name, recode, remove_codings, stretch_coding
from coder.documents import living_document
from coder.journal.record import Recording
from coder.models import Code, Coding
from coder.segments import Today
from coder.spans import Span

# the sign keeps SQLite from the document's index
_UNINDEXED_DOCUMENT: ColumnElement[bytes] = literal_column("+coding.document_id")


@dataclass(frozen=True, slots=True)
class Coded:
    """What coding a passage did. gave_way: names of the codes that gave way; made: False if it stood there already."""

    id: UUID
    gave_way: tuple[str, ...]
    made: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What coding many passages did. made: passages that have the code now and had not; gave_way: names of codes."""

    made: int
    gave_way: tuple[str, ...]


def code_passage(
    session: Recording, *, document_id: UUID, code_id: UUID, span: Span, quote: str | None = None,
    within: Span | None = None,
) -> Coded:  # fmt: skip
    """Puts a code on a passage for the person who acts; codes that it excludes give way, as one act.

    Outside a unit those on the very same passage give way; within: the unit that is coded, in which all do. One that
    stands on just this passage becomes the new code, with its memo and qualifiers. Positions are over today's text.
    Raises what add_coding raises.
    """
    document = living_document(session, document_id)
    rivals = _rivals(session, document_id, code_id, within or span, exact=within is None)
    if not rivals:
        before = session.coder_id, current_round(session, session.coder_id, document_id)
        stands = _stands(session, document_id, code_id, (document.text_hash, *span), *before)
        coding = add_coding(session, document_id=document_id, code_id=code_id, span=span, quote=quote)
        return Coded(coding, (), not stands)
    names = tuple(dict.fromkeys(name for _, name, _ in rivals))
    heir = next((coding for coding, _, stands in rivals if stands == span), None)
    round_ = current_round(session, session.coder_id, document_id)
    anchor = (document.text_hash, *span)
    if heir is not None and not _stands(session, document_id, code_id, anchor, session.coder_id, round_):
        recode(session, coding_id=heir, code_id=code_id)
        coding = heir
    else:
        heir = None
        coding = add_coding(session, document_id=document_id, code_id=code_id, span=span, quote=quote)
    _make_way(session, [found for found, _, _ in rivals if found != heir])
    session.note(code=living_code_name(session, code_id), codings=1, instead=", ".join(names))
    session.told_as = "exchange_codes"
    return Coded(coding, names, True)


def code_found(session: Recording, *, code_id: UUID, passages: Iterable[tuple[UUID, Span]]) -> Found:
    """Puts a code on many passages (document, span) for the person who acts; codes that it excludes give way.

    As one act; what stands on just such a passage becomes the new code. Raises what code_passages raises.
    """
    wanted: dict[UUID, list[Span]] = {}
    for document_id, span in passages:
        wanted.setdefault(document_id, []).append(span)
    names: list[str] = []
    heirs, leaving, left = 0, [], []
    for document_id, spans in wanted.items():
        text_hash = living_document(session, document_id).text_hash
        round_ = current_round(session, session.coder_id, document_id)
        there: dict[Span, list[tuple[UUID, str]]] = {}
        for coding, name, stands in _excluded(session, document_id, code_id, round_):
            there.setdefault(stands, []).append((coding, name))
        for span in dict.fromkeys(spans):
            rivals = there.get(span, [])
            names += [name for _, name in rivals]
            anchor = (text_hash, *span)
            if rivals and not _stands(session, document_id, code_id, anchor, session.coder_id, round_):
                recode(session, coding_id=rivals[0][0], code_id=code_id)
                heirs, rivals = heirs + 1, rivals[1:]
            leaving += [coding for coding, _ in rivals]
            left.append((document_id, span))
    _make_way(session, leaving)
    session.flush()
    made = code_passages(session, code_id=code_id, passages=left) + heirs
    gave_way = tuple(dict.fromkeys(names))
    if gave_way:
        session.note(codings=made, instead=", ".join(gave_way))
        session.told_as = "exchange_codes"
    return Found(made, gave_way)


def stretch_passage(session: Recording, *, coding_id: UUID, span: Span) -> tuple[str, ...]:
    """Moves the ends of one's own coding; codes it excludes that stand on just that passage give way, as one act.

    Returns the names of their codes. Raises what stretch_coding raises.
    """
    stretch_coding(session, coding_id=coding_id, span=span)
    said = dict(session.said)
    row = session.get(Coding, coding_id)
    assert row is not None
    session.flush()
    there = _excluded(session, row.document_id, row.code_id, row.round)
    rivals = [(coding, name) for coding, name, stands in there if stands == span]
    _make_way(session, [coding for coding, _ in rivals])
    session.said = said
    return tuple(dict.fromkeys(name for _, name in rivals))


def _make_way(session: Recording, codings: Sequence[UUID]) -> None:
    if codings:
        remove_codings(session, coding_ids=codings)


def _stands(
    session: Session, document: UUID, code: UUID, anchor: tuple[bytes, int, int], coder: UUID, round_: int
) -> bool:
    asked = select(Coding.id).where(
        Coding.document_id == document, Coding.code_id == code, Coding.coder_id == coder, Coding.round == round_,
        Coding.text_hash == anchor[0], Coding.start == anchor[1], Coding.end == anchor[2], col(Coding.lives),
    )  # fmt: skip
    return session.exec(asked.limit(1)).first() is not None


def _rivals(
    session: Recording, document_id: UUID, code_id: UUID, place: Span, *, exact: bool
) -> list[tuple[UUID, str, Span]]:
    """The person's codings there that the code excludes: coding, name of its code, place today."""
    found = _excluded(session, document_id, code_id, current_round(session, session.coder_id, document_id))
    return [rival for rival in found if (rival[2] == place if exact else place.contains(rival[2]))]


def _excluded(session: Recording, document_id: UUID, code_id: UUID, round_: int) -> list[tuple[UUID, str, Span]]:
    """The person's codings of passages of the document that the code excludes: coding, name of its code, place."""
    if session.exec(select(Code.id).where(col(Code.exclusive), col(Code.lives)).limit(1)).first() is None:
        return []
    tree = code_tree(session, counts=False)
    excluded = excluded_by(tree, code_id)
    if not excluded:
        return []
    names = {row.id: row.name for row in tree}
    resolved = resolve_codes(session)
    document = living_document(session, document_id)
    rows: list[Coding] = []
    merged = [code for code, counts_as in resolved.items() if counts_as in excluded]
    for first in range(0, len(merged), 500):
        # by code, as these are few; the document may hold a hundred thousand others
        mine = select(Coding).where(
            col(Coding.code_id).in_(merged[first : first + 500]), document_id.bytes == _UNINDEXED_DOCUMENT,
            Coding.coder_id == session.coder_id, Coding.round == round_, col(Coding.lives),
            col(Coding.start).is_not(None),
        )  # fmt: skip
        rows += session.exec(mine)
    today = Today(session) if any(row.text_hash != document.text_hash for row in rows) else None
    found = []
    for row in rows:
        stands: Span | None = Span(row.start or 0, row.end or 0)
        if today is not None:
            stands = today.span(document_id.bytes, row.text_hash, *Span(row.start or 0, row.end or 0))
        code = resolved.get(row.code_id, row.code_id)
        if stands is not None and code in excluded:
            found.append((row.id, names.get(code, "?"), stands))
    return found


# -- queries ----------------------------------------------------------------------------------


def excluded_by(tree: Iterable[CodeRow], code_id: UUID) -> set[UUID]:
    """The codes that may not stand where this one does.

    A code whose `exclusive` is set says that its branches exclude one another: a code below one branch excludes all
    codes of the other branches. tree: the whole codebook.
    """
    rows = {row.id: row for row in tree}
    children: dict[UUID, list[UUID]] = {}
    for row in rows.values():
        if row.parent_id is not None:
            children.setdefault(row.parent_id, []).append(row.id)
    excluded: set[UUID] = set()
    at = code_id
    while at in rows and (parent := rows[at].parent_id) is not None:
        if parent in rows and rows[parent].exclusive:
            waiting = [child for child in children[parent] if child != at]
            while waiting:
                code = waiting.pop()
                excluded.add(code)
                waiting += children.get(code, [])
        at = parent
    return excluded
