"""Codings: a code on a passage (or a whole document), by a coder. Adding, moving, describing, removing.

How they are read stands in `coder.segments`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.answers import withdraw_answers
from coder.assignments import assignments_of, current_round
from coder.code_tree import living_code, newest_version
from coder.codebook import add_code, propose_code
from coder.coders import coder_names, resolve_coders
from coder.documents import living_document, passage_of, remove_memos_on
from coder.errors import CodingError, StalePassage, UnknownThing
from coder.identity import coding_id
from coder.journal.record import Recording
from coder.models import Coding, Document, Qualifier, Text
from coder.sentences import sentence
from coder.spans import Span
from coder.units import grapheme_at
from coder.values import checked

_QUOTE_KEPT = 80  # characters of a passage that the audit trail keeps
_LONGEST_IN_VIVO = 60  # characters of a name taken from a passage
_AROUND_WORDS = " .,;:…·-–—\"'“”„«»‘’‹›()[]、。，；：「」،؛"  # signs that no name begins or ends with


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
    if span is not None:  # who codes a unit says that a code applies
        withdraw_answers(session, document_id=document_id, spans=[span], round_=round_)
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


def in_vivo(text: str, span: Span) -> str:
    """The words of a passage as the name of a code: on one line, without the signs around them, at most 60 long.

    What is longer ends with the last whole word that fits (of scripts without spaces, the last grapheme) and “…”.
    """
    words = " ".join(span.quote(text).split()).strip(_AROUND_WORDS)
    if len(words) <= _LONGEST_IN_VIVO:
        return words
    end = grapheme_at(words, _LONGEST_IN_VIVO - 1).start
    whole = words.rfind(" ", 0, end + 1)
    return words[: whole if whole > end // 2 else end].rstrip(_AROUND_WORDS) + "…"


def code_passages(session: Recording, *, code_id: UUID, passages: Iterable[tuple[UUID, Span]]) -> int:
    """Puts a code on many passages (document, span) for the person who acts, as one act.

    Those that are coded so already are passed over. Returns how many were made; raises what add_coding raises.
    """
    code = living_code(session, code_id)
    standing = _anchors_of(session, code_id, session.coder_id)
    version = newest_version(session)
    rounds = assignments_of(session, session.coder_id)
    wanted: dict[UUID, Coding] = {}
    documents: dict[UUID, tuple[Document, int, int]] = {}
    for document_id, span in passages:
        _check_scope(code.scope, code.name, span)
        if document_id not in documents:
            document = living_document(session, document_id)
            here = [a.round for a in rounds if a.document_id == document_id]
            round_ = max(here or [a.round for a in rounds], default=1)
            documents[document_id] = document, _length(session, document.text_hash), round_
        document, length, round_ = documents[document_id]
        if not 0 <= span.start < span.end <= length:
            raise CodingError("That passage lies outside the text.", "Look for it again; the document was changed.")
        anchor = (document.text_hash, span.start, span.end)
        if (document_id, round_, *anchor) in standing:
            continue
        standing.add((document_id, round_, *anchor))
        new_id = coding_id(document_id, code_id, session.coder_id, round_, anchor, 0)
        wanted[new_id] = Coding(
            id=new_id, document_id=document_id, code_id=code_id, coder_id=session.coder_id, round=round_,
            text_hash=anchor[0], start=anchor[1], end=anchor[2], made_under=version.id if version else None,
        )  # fmt: skip
    known = _known_ids(session, list(wanted))
    session.births(Coding, [{"id": n, **_fields(row)} for n, row in wanted.items() if n not in known])
    for n in known:  # removed once, or since moved away
        row = wanted[n]
        there = (row.text_hash, row.start, row.end)
        row.id = _free_id(session, row.document_id, code_id, row.coder_id, row.round, there)
        session.put(row)
    for document_id, (_, _, round_) in documents.items():
        places = [Span(r.start or 0, r.end or 0) for r in wanted.values() if r.document_id == document_id]
        withdraw_answers(session, document_id=document_id, spans=places, round_=round_)
    session.note(code=code.name, codings=len(wanted), documents=len(documents))
    return len(wanted)


def _fields(row: Coding) -> dict[str, Any]:
    return {name: getattr(row, name) for name in Coding.FIELDS}


def _anchors_of(session: Session, code: UUID, coder: UUID) -> set[tuple[UUID, int, bytes, int | None, int | None]]:
    """Where living codings of that person with that code stand: document, round, anchor."""
    found = select(Coding).where(Coding.code_id == code, Coding.coder_id == coder, col(Coding.lives))
    columns = found.with_only_columns(
        col(Coding.document_id), col(Coding.round), col(Coding.text_hash), col(Coding.start), col(Coding.end)
    )
    return {(d, r, text, start, end) for d, r, text, start, end in session.connection().execute(columns)}


def _known_ids(session: Session, ids: Sequence[UUID]) -> list[UUID]:
    found: list[UUID] = []
    for first in range(0, len(ids), 500):
        found += session.exec(select(Coding.id).where(col(Coding.id).in_(ids[first : first + 500])))
    return found


def _length(session: Session, text_hash: bytes) -> int:
    return int(session.exec(select(func.length(Text.body)).where(Text.hash == text_hash)).first() or 0)


Anchor = tuple[bytes, int | None, int | None]


def _check_scope(scope: str, name: str, span: Span | None) -> None:
    if span is None and scope != "document":
        raise CodingError(sentence("“{name}” is a code for passages.", name=name), "Select a passage first.")
    if span is not None and scope == "document":
        raise CodingError(
            sentence("“{name}” is a code for whole documents.", name=name), "Tick it in the document's own codes."
        )


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
            col(Coding.start).is_(None) if start is None else Coding.start == start,
            col(Coding.end).is_(None) if end is None else Coding.end == end,
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
    withdraw_answers(session, document_id=row.document_id, spans=[span], round_=row.round)
    row.text_hash, row.start, row.end = anchor


def recode(session: Recording, *, coding_id: UUID, code_id: UUID) -> None:
    """Gives one's own coding another code."""
    row, code = _own(session, coding_id), living_code(session, code_id)
    _check_scope(code.scope, code.name, None if row.start is None else Span(row.start, row.end or 0))
    anchor = (row.text_hash, row.start, row.end)
    there = _standing(session, row.document_id, code_id, row.coder_id, row.round, anchor)
    if there is not None and there.id != row.id:
        raise CodingError(
            sentence("“{name}” stands on that passage already.", name=code.name), "Remove one of the two."
        )
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
    given = None if value in (None, "") else checked(qualifier.name, qualifier.kind, qualifier.values, str(value))
    session.note(qualifier=qualifier.name, value=given, code=living_code_name(session, row.code_id))
    others = {k: v for k, v in row.qualifiers.items() if k != qualifier_id.hex}
    row.qualifiers = others | ({qualifier_id.hex: given} if given is not None else {})


def living_code_name(session: Session, code_id: UUID) -> str:
    return living_code(session, code_id).name


def _own(session: Recording, coding_id: UUID) -> Coding:
    row = session.get(Coding, coding_id)
    if row is None or not row.lives:
        raise UnknownThing("That coded segment is not there any more.", "It was removed; undo brings it back.")
    resolved = resolve_coders(session)
    if resolved[row.coder_id] != resolved[session.coder_id]:
        name = coder_names(session)[row.coder_id]
        raise CodingError(sentence("That coded segment is {name}'s.", name=name), "Only its coder changes it.")
    return row
