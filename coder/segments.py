"""Coded segments: codings as they are read, with people, codes and documents united and places over today's text."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from coder.code_tree import resolve_codes
from coder.coders import resolve_coders
from coder.collector import no_collecting
from coder.documents import resolve_documents
from coder.models import Coding, Document, TextMap
from coder.spans import Span
from coder.spans import TextMap as Map

Id = bytes  # as the file holds ids: 16 bytes


class CodedSegment(NamedTuple):
    """A coding as it is read: document, code and coder resolved, positions over the document's text of today.

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


class LostSegment(NamedTuple):
    """A coding whose words are gone from the document's text of today; it stays where it was made.

    text_hash: the text it was made on; span: its place there.
    """

    id: UUID
    document_id: UUID
    code_id: UUID
    coder_id: UUID
    text_hash: bytes
    span: Span


# -- how a coding reads today ------------------------------------------------------------------


class Today:
    """What each document, code and person counts as, and how places on older texts read over today's."""

    def __init__(self, session: Session) -> None:
        united = resolve_documents(session)
        self.documents: dict[Id, UUID] = {d.bytes: end for d, end in united.items()}
        self.people: dict[Id, UUID] = {c.bytes: end for c, end in resolve_coders(session).items()}
        self.codes: dict[Id, UUID] = {c.bytes: end for c, end in resolve_codes(session).items()}
        texts = dict(session.exec(select(Document.id, Document.text_hash)).all())
        self.texts: dict[Id, bytes] = {d.bytes: texts[end] for d, end in united.items()}
        self.has_older_texts = len(set(self.documents.values())) < len(self.documents)
        self._steps: dict[UUID, dict[bytes, list[tuple[bytes, Map]]]] = {}
        for made in session.exec(select(TextMap).where(col(TextMap.lives)).order_by(col(TextMap.id))):
            steps = self._steps.setdefault(united.get(made.document_id, made.document_id), {})
            there = Map.stored(made.pieces)
            steps.setdefault(made.old_hash, []).append((made.new_hash, there))
            # a new text may have been taken back after somebody coded on it
            steps.setdefault(made.new_hash, []).append((made.old_hash, there.back()))
        self.has_older_texts |= bool(self._steps)  # may a coding stand on another text than its document's?
        self._chained: dict[tuple[UUID, bytes], Map | None] = {}

    def map_from(self, document: Id, text_hash: bytes) -> Map | None:
        """How positions on this older text of the document read today; None if no stored map leads there."""
        end = self.documents[document]
        if (end, text_hash) not in self._chained:
            self._chained[end, text_hash] = self._chain(end, text_hash, self.texts[document])
        return self._chained[end, text_hash]

    def _chain(self, document: UUID, start: bytes, wanted: bytes) -> Map | None:
        """The shortest chain of maps between two texts of a document, as one map."""
        steps = self._steps.get(document, {})
        known: dict[bytes, Map | None] = {start: None}
        waiting = [start]
        for text in waiting:
            for new_hash, step in steps.get(text, ()):
                if new_hash not in known:
                    before = known[text]
                    known[new_hash] = step if before is None else before.then(step)
                    waiting.append(new_hash)
        return known.get(wanted)

    def span(self, document: Id, text_hash: bytes, start: int, end: int) -> Span | None:
        """Where a passage stands today; None if its words are gone."""
        if self.texts[document] == text_hash:
            return Span(start, end)
        found = self.map_from(document, text_hash)
        return found.passage(Span(start, end)) if found is not None else None


RawCoding = tuple[Id, Id, Id, Id, int, bytes, int | None, int | None, str, str]


def raw_codings(
    session: Session, document_ids: Collection[UUID] | None = None, only: Collection[UUID] | None = None
) -> list[RawCoding]:
    """Living codings just as the file holds them, in id order: quick also for hundreds of thousands.

    (id, document, code, coder, round, text hash, start, end, memo, qualifiers as JSON).
    """
    where, given = "", []
    for column, ids in (("document_id", document_ids), ("id", only)):
        if ids is not None:
            where += f" AND {column} IN ({', '.join('?' * len(ids))})"
            given += [wanted.bytes for wanted in ids]
    driver = session.connection().connection.driver_connection
    assert driver is not None
    with no_collecting():
        rows: list[RawCoding] = driver.execute(
            'SELECT id, document_id, code_id, coder_id, round, text_hash, "start", "end", memo, qualifiers '
            f"FROM coding WHERE lives {where}",
            given,
        ).fetchall()
        rows.sort(key=itemgetter(0))  # the file would fetch them in the order of its index, here and there
    return rows


def united_with(session: Session, document_id: UUID | None) -> list[UUID] | None:
    """A document and those united with it; None for all."""
    if document_id is None:
        return None
    united = resolve_documents(session)
    end = united.get(document_id, document_id)
    return [document for document, counts_as in united.items() if counts_as == end] or [document_id]


# id, document, code, person, round, start and end (-1 for a whole document), memo, qualifiers as JSON
ReadCoding = tuple[Id, UUID, UUID, UUID, int, int, int, str, str]


def each_coding(today: Today, rows: Iterable[RawCoding], coder_id: UUID | None) -> Iterator[ReadCoding]:
    """Codings as they read today; equal ones (document, code, coder, round, place) once, the first in id order."""
    seen: set[tuple[Any, ...]] = set()
    documents, codes, people, texts = today.documents, today.codes, today.people, today.texts
    for row_id, document, code, coder, round_, text_hash, start, end, memo, said in rows:
        person = people[coder]
        if coder_id is not None and person != coder_id:
            continue
        if start is None or end is None:
            first = last = -1
        elif texts[document] == text_hash:
            first, last = start, end
        elif (span := today.span(document, text_hash, start, end)) is not None:
            first, last = span
        else:
            continue
        counts_as, united = codes[code], documents[document]
        key = (united.int, counts_as.int, person.int, round_, first, last)
        if key not in seen:
            seen.add(key)
            yield row_id, united, counts_as, person, round_, first, last, memo, said


def values_said(said: str) -> Mapping[UUID, Any]:
    return {UUID(k): v for k, v in json.loads(said).items()} if said != "{}" else {}


# -- queries -----------------------------------------------------------------------------------


def codings_of(session: Session, document_id: UUID) -> list[CodedSegment]:
    """The living codings of a document, by place; equal ones (document, code, coder, round, place) once."""
    return read_codings(session, document_id=document_id)


def codings_of_whole(session: Session, document_id: UUID) -> list[CodedSegment]:
    """The living codings of the document as a whole."""
    united = united_with(session, document_id) or []
    found = session.exec(
        select(Coding.id).where(col(Coding.document_id).in_(united), col(Coding.lives), col(Coding.start).is_(None))
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

    only: these alone, as far as they live. Those whose words are gone from today's text are not among them: see
    `lost_segments`.
    """
    rows = raw_codings(session, united_with(session, document_id), only)
    found = [
        CodedSegment(
            UUID(bytes=row_id), document, code, person, round_, None if start < 0 else Span(start, end), memo,
            values_said(said),
        )
        for row_id, document, code, person, round_, start, end, memo, said in each_coding(
            Today(session), rows, coder_id
        )
    ]  # fmt: skip
    return sorted(found, key=_place)


def _place(segment: CodedSegment) -> tuple[Any, ...]:
    span = segment.span or Span(-1, -1)
    return (segment.document_id.bytes, span.start, span.end, segment.code_id.bytes, segment.coder_id.bytes,
            segment.id.bytes)  # fmt: skip


def lost_segments(session: Session, document_id: UUID | None = None) -> list[LostSegment]:
    """Living codings that stand on an older text and whose words today's text has not, by document and place."""
    today = Today(session)
    if not _any_on_older_text(session, today):
        return []
    found = []
    for row_id, document, code, coder, _round, text_hash, start, end, *_ in raw_codings(
        session, united_with(session, document_id)
    ):
        if start is not None and end is not None and today.span(document, text_hash, start, end) is None:
            found.append(
                LostSegment(
                    UUID(bytes=row_id), today.documents[document], today.codes[code], today.people[coder], text_hash,
                    Span(start, end),
                )
            )  # fmt: skip
    return sorted(found, key=lambda s: (s.document_id.bytes, s.span, s.id.bytes))


def _any_on_older_text(session: Session, today: Today) -> bool:
    """Does any living coding stand on another text than its document's of today? Rows are not looked at one by one."""
    driver = session.connection().connection.driver_connection
    assert driver is not None
    asked = 'SELECT DISTINCT document_id, text_hash FROM coding WHERE lives AND "start" IS NOT NULL'
    return any(today.texts[document] != text_hash for document, text_hash in driver.execute(asked))
