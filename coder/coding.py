"""Codings: a code on a passage (or a whole document), by a coder. Adding, moving, describing, removing."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from coder.assignments import current_round
from coder.codebook import add_code, code_tree, living_code, newest_version, propose_code, resolve_codes
from coder.coders import coder_names, initials, resolve_coders
from coder.documents import living_document, living_documents, passage_of, remove_memos_on, text_by_hash
from coder.errors import CodingError, StalePassage, UnknownThing
from coder.identity import coding_id
from coder.journal.record import Recording
from coder.models import Coding, Document, Qualifier
from coder.spans import Span

_QUOTE_KEPT = 80  # characters of a passage that the audit trail keeps


class CodedSegment(NamedTuple):
    """A coding as it is read: code and coder resolved, positions over the document's text of today.

    span is None for a coding of the whole document. qualifiers: qualifier id -> value.
    """

    id: UUID
    document_id: UUID
    code_id: UUID
    coder_id: UUID
    round: int
    span: Span | None
    memo: str
    qualifiers: Mapping[UUID, Any]


@dataclass(frozen=True, slots=True)
class ShownSegment:
    """A coded segment with all the words that lists and the desk show. quote: its first characters, in one line."""

    id: UUID
    document_id: UUID
    document: str
    code_id: UUID
    path: tuple[str, ...]
    color: str
    coder_id: UUID
    coder: str
    initials: str
    round: int
    span: Span | None
    quote: str
    memo: str
    qualifiers: Mapping[UUID, Any]


# -- operations -------------------------------------------------------------------------------


def add_coding(
    session: Recording,
    *,
    document_id: UUID,
    code_id: UUID,
    span: Span | None,
    quote: str | None = None,
    round_: int | None = None,
    memo: str = "",
    qualifiers: Mapping[UUID, Any] | None = None,
) -> UUID:
    """Puts a code on a passage for the person who acts; span None codes the whole document.

    quote: the passage as the coder saw it. Returns the coding; one that stands there already is selected.
    Raises StalePassage if quote is not what stands there, CodingError for an empty or wrong place.
    """
    document = living_document(session, document_id)
    code = living_code(session, code_id)
    _check_scope(code.scope, code.name, span)
    shown = _check_passage(session, document, span, quote)
    round_ = round_ or current_round(session, session.coder_id, document_id)
    anchor = (document.text_hash, span.start if span else None, span.end if span else None)
    if there := _standing(session, document_id, code_id, session.coder_id, round_, anchor):
        return there.id
    version = newest_version(session)
    session.note(code=code.name, document=document.name, quote=shown[:_QUOTE_KEPT])
    row = Coding(
        id=_free_id(session, document_id, code_id, session.coder_id, round_, anchor),
        document_id=document_id,
        code_id=code_id,
        coder_id=session.coder_id,
        round=round_,
        text_hash=anchor[0],
        start=anchor[1],
        end=anchor[2],
        memo=memo,
        qualifiers={q.hex: v for q, v in (qualifiers or {}).items()},
        made_under=version.id if version else None,
    )
    return session.put(row).id


def add_coding_by_new_code(
    session: Recording, *, document_id: UUID, name: str, span: Span, quote: str | None = None, propose: bool = False
) -> UUID:
    """Makes a code of this name at the top of the codebook (propose: as a coder's proposal) and codes the passage.

    One act, so that one undo takes both back. Raises what add_code and add_coding raise.
    """
    code = propose_code(session, name=name) if propose else add_code(session, name=name)
    session.flush()
    coding = add_coding(session, document_id=document_id, code_id=code, span=span, quote=quote)
    session.note(name=name)
    return coding


Anchor = tuple[bytes, int | None, int | None]


def _check_scope(scope: str, name: str, span: Span | None) -> None:
    if span is None and scope != "document":
        raise CodingError(f"“{name}” is a code for passages.", "Select a passage first.")
    if span is not None and scope == "document":
        raise CodingError(f"“{name}” is a code for whole documents.", "Tick it in the document's own codes.")


def _check_passage(session: Session, document: Document, span: Span | None, quote: str | None) -> str:
    if span is None:
        return ""
    passage = passage_of(session, document.text_hash, span)
    if not 0 <= span.start < span.end or len(passage) < span.length:
        raise CodingError("That passage lies outside the text.", "Select it again.")
    if quote is not None and quote != passage:
        raise StalePassage("The passage is not what stands in the file.")
    return passage


def _standing(session: Session, document: UUID, code: UUID, coder: UUID, round_: int, anchor: Anchor) -> Coding | None:
    """The living coding at that very place, wherever it was born."""
    text_hash, start, end = anchor
    return session.exec(
        select(Coding)
        .where(
            Coding.document_id == document,
            Coding.code_id == code,
            Coding.coder_id == coder,
            Coding.round == round_,
            Coding.text_hash == text_hash,
            col(Coding.start).is_not_distinct_from(start),
            col(Coding.end).is_not_distinct_from(end),
            col(Coding.lives),
        )
        .order_by(col(Coding.id))
    ).first()


def _free_id(session: Session, document: UUID, code: UUID, coder: UUID, round_: int, anchor: Anchor) -> UUID:
    """n is 0 unless a living coding born there has since moved away."""
    n = 0
    while True:
        new_id = coding_id(document, code, coder, round_, anchor, n)
        there = session.get(Coding, new_id)
        if there is None or not there.lives:
            return new_id
        n += 1


def remove_codings(session: Recording, *, coding_ids: Sequence[UUID]) -> int:
    """Takes the person's own codings away, with the memos on them; returns how many."""
    rows = [_own(session, coding) for coding in coding_ids]
    remove_memos_on(session, coding_ids)
    for row in rows:
        session.remove(row)
    if rows:
        session.note(codings=len(rows), code=living_code_name(session, rows[0].code_id))
    return len(rows)


def stretch_coding(session: Recording, *, coding_id: UUID, span: Span) -> None:
    """Moves the ends of one's own coding."""
    row = _own(session, coding_id)
    document = living_document(session, row.document_id)
    if row.start is None:
        raise CodingError("That code stands on the whole document.", "Remove it and code the passage.")
    shown = _check_passage(session, document, span, None)
    anchor = (document.text_hash, span.start, span.end)
    there = _standing(session, row.document_id, row.code_id, row.coder_id, row.round, anchor)
    if there is not None and there.id != row.id:
        raise CodingError("That code stands on that very passage already.", "Remove one of the two.")
    session.note(code=living_code_name(session, row.code_id), quote=shown[:_QUOTE_KEPT])
    row.text_hash, row.start, row.end = anchor


def recode(session: Recording, *, coding_id: UUID, code_id: UUID) -> None:
    """Gives one's own coding another code."""
    row, code = _own(session, coding_id), living_code(session, code_id)
    _check_scope(code.scope, code.name, None if row.start is None else Span(row.start, row.end or 0))
    anchor = (row.text_hash, row.start, row.end)
    there = _standing(session, row.document_id, code_id, row.coder_id, row.round, anchor)
    if there is not None and there.id != row.id:
        raise CodingError(f"“{code.name}” stands on that passage already.", "Remove one of the two.")
    session.note(before=living_code_name(session, row.code_id), code=code.name)
    row.code_id = code_id


def set_memo(session: Recording, *, coding_id: UUID, memo: str) -> None:
    """Writes the memo of one's own coding; an empty one takes it away."""
    row = _own(session, coding_id)
    session.note(code=living_code_name(session, row.code_id))
    row.memo = memo.strip()


def set_qualifier(session: Recording, *, coding_id: UUID, qualifier_id: UUID, value: Any) -> None:
    """Says something about one's own coding; None or "" takes it away. Raises CodingError for a wrong value."""
    row = _own(session, coding_id)
    qualifier = session.get(Qualifier, qualifier_id)
    if qualifier is None or not qualifier.lives:
        raise UnknownThing("That qualifier is not in the codebook.")
    given = None if value in (None, "") else str(value).strip()
    if given is not None and (why := wrong_value(qualifier.kind, qualifier.values, given)):
        raise CodingError(f"“{given}” cannot be said of “{qualifier.name}”.", why)
    session.note(qualifier=qualifier.name, value=given, code=living_code_name(session, row.code_id))
    others = {k: v for k, v in row.qualifiers.items() if k != qualifier_id.hex}
    row.qualifiers = others | ({qualifier_id.hex: given} if given is not None else {})


def wrong_value(kind: str, values: Sequence[str], value: str) -> str | None:
    """Why a value does not fit a qualifier of this kind, as advice; None if it fits."""
    if kind in ("choice", "ordered") and value not in values:
        return f"It is one of: {', '.join(values)}."
    if kind == "number":
        try:
            float(value.replace(",", "."))
        except ValueError:
            return "It is a number, such as 12 or 0.5."
    if kind == "date" and not _is_date(value):
        return "It is a date: 2025, 2025-03 or 2025-03-14."
    return None


def _is_date(value: str) -> bool:
    from datetime import date

    parts = value.split("-")
    try:
        numbers = [int(p) for p in parts]
        date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError):
        return False
    return len(parts) <= 3 and len(parts[0]) == 4 and all(len(p) == 2 for p in parts[1:])


def living_code_name(session: Session, code_id: UUID) -> str:
    return living_code(session, code_id).name


def _own(session: Recording, coding_id: UUID) -> Coding:
    row = session.get(Coding, coding_id)
    if row is None or not row.lives:
        raise UnknownThing("That coded segment is not there any more.", "It was removed; undo brings it back.")
    resolved = resolve_coders(session)
    if resolved[row.coder_id] != resolved[session.coder_id]:
        name = coder_names(session)[row.coder_id]
        raise CodingError(f"That coded segment is {name}'s.", "Only its coder changes it.")
    return row


# -- queries ----------------------------------------------------------------------------------


def codings_of(session: Session, document_id: UUID) -> list[CodedSegment]:
    """The living codings of a document, by place; equal ones (document, code, coder, round, anchor) once."""
    return read_codings(session, document_id=document_id)


def codings_of_whole(session: Session, document_id: UUID) -> list[CodedSegment]:
    """The living codings of the document as a whole."""
    found = session.exec(
        select(Coding.id).where(Coding.document_id == document_id, col(Coding.lives), col(Coding.start).is_(None))
    ).all()
    return read_codings(session, only=found) if found else []


def read_codings(
    session: Session,
    *,
    document_id: UUID | None = None,
    coder_id: UUID | None = None,
    only: Collection[UUID] | None = None,
) -> list[CodedSegment]:
    """Living codings with everything resolved, in order of document, place, code, coder, id.

    only: these alone, as far as they live.
    """
    coders, codes = resolve_coders(session), resolve_codes(session)
    people = {c.bytes: person for c, person in coders.items()}
    counted_as = {c.bytes: code for c, code in codes.items()}
    documents: dict[bytes, UUID] = {}
    found: dict[tuple[Any, ...], CodedSegment] = {}
    for row in raw_codings(session, document_id, only):
        row_id, document, code, coder, round_, text_hash, start, end, memo, said = row
        person = people[coder]
        if coder_id is not None and person != coder_id:
            continue
        key = (document, counted_as[code], person, round_, text_hash, start, end)
        if document not in documents:
            documents[document] = UUID(bytes=document)
        if key not in found:
            found[key] = CodedSegment(
                UUID(bytes=row_id), documents[document], counted_as[code], person, round_,
                None if start is None or end is None else Span(start, end), memo,
                {UUID(k): v for k, v in json.loads(said).items()} if said != "{}" else {},
            )  # fmt: skip
    return sorted(found.values(), key=_place)


RawCoding = tuple[bytes, bytes, bytes, bytes, int, bytes, int | None, int | None, str, str]


def raw_codings(
    session: Session, document_id: UUID | None = None, only: Collection[UUID] | None = None
) -> list[RawCoding]:
    """Living codings just as the file holds them, in id order: quick also for hundreds of thousands.

    (id, document, code, coder, round, text hash, start, end, memo, qualifiers as JSON).
    """
    where, given = ("AND document_id = ?", [document_id.bytes]) if document_id else ("", [])
    if only is not None:
        where += f" AND id IN ({', '.join('?' * len(only))})"
        given += [coding.bytes for coding in only]
    driver = session.connection().connection.driver_connection
    assert driver is not None
    rows: list[RawCoding] = driver.execute(
        'SELECT id, document_id, code_id, coder_id, round, text_hash, "start", "end", memo, qualifiers '
        f"FROM coding WHERE lives {where} ORDER BY id",
        given,
    ).fetchall()
    return rows


def _place(segment: CodedSegment) -> tuple[Any, ...]:
    span = segment.span or Span(-1, -1)
    return (segment.document_id.bytes, span.start, span.end, segment.code_id.bytes, segment.coder_id.bytes,
            segment.id.bytes)  # fmt: skip


def shown_segments(
    session: Session,
    *,
    document_id: UUID | None = None,
    only: Collection[UUID] | None = None,
    quote: int = 240,
) -> list[ShownSegment]:
    """Coded segments of one document, or of all in their order, by place. quote: characters of text to give.

    only: these alone, as far as they live; their texts are not loaded for it.
    """
    codes = {row.id: row for row in code_tree(session, counts=False)}
    people = coder_names(session)
    places = {d.id: (n, d) for n, d in enumerate(living_documents(session))}
    texts: dict[UUID, str] = {}
    shown = []
    for c in read_codings(session, document_id=document_id, only=only):
        if c.document_id not in places or c.code_id not in codes:
            continue
        code, document = codes[c.code_id], places[c.document_id][1]
        head = Span(c.span.start, min(c.span.end, c.span.start + quote)) if c.span else None
        if head is None:
            words = ""
        elif only is not None:
            words = passage_of(session, document.text_hash, head)
        else:
            if c.document_id not in texts:
                texts[c.document_id] = text_by_hash(session, document.text_hash)
            words = head.quote(texts[c.document_id])
        name = people.get(c.coder_id, "?")
        shown.append(
            ShownSegment(
                c.id, c.document_id, document.name, c.code_id, code.path, code.color, c.coder_id, name,
                initials(name), c.round, c.span, " ".join(words.split()), c.memo, c.qualifiers,
            )
        )  # fmt: skip
    return sorted(shown, key=lambda s: places[s.document_id][0])
