"""Codes that exclude each other: coding a passage with one of them, the other gives way in the same act."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, literal_column
from sqlmodel import Session, col, select

from coder.assignments import current_round
from coder.code_tree import CodeRow, code_tree, resolve_codes
from coder.coding import add_coding, recode, remove_codings
from coder.documents import living_document, passage_of
from coder.journal.record import Recording
from coder.models import Code, Coding
from coder.segments import Today
from coder.spans import Span

# the sign keeps SQLite from the document's index
_UNINDEXED_DOCUMENT: ColumnElement[bytes] = literal_column("+coding.document_id")
_QUOTE_KEPT = 80  # characters of a passage that the audit trail keeps


@dataclass(frozen=True, slots=True)
class Coded:
    """What coding a passage did. gave_way: names of the codes that gave way; made: False if it stood there already."""

    id: UUID
    gave_way: tuple[str, ...]
    made: bool


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
    leaving = [found for found, _, _ in rivals if found != heir]
    if leaving:
        remove_codings(session, coding_ids=leaving)
    code = session.get(Code, code_id)
    shown = passage_of(session, document.text_hash, span)[:_QUOTE_KEPT]
    session.note(code=code.name if code else "", document=document.name, quote=shown, instead=", ".join(names))
    return Coded(coding, names, True)


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
    if session.exec(select(Code.id).where(col(Code.exclusive), col(Code.lives)).limit(1)).first() is None:
        return []
    tree = code_tree(session, counts=False)
    excluded = excluded_by(tree, code_id)
    if not excluded:
        return []
    names = {row.id: row.name for row in tree}
    resolved = resolve_codes(session)
    document = living_document(session, document_id)
    round_ = current_round(session, session.coder_id, document_id)
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
        fits = stands is not None and (stands == place if exact else place.contains(stands))
        code = resolved.get(row.code_id, row.code_id)
        if fits and stands is not None and code in excluded:
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
