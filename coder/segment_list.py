"""Coded segments with all the words that lists and the desk show, as many as there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session

from coder.codebook import CodeRow, code_tree
from coder.coders import coder_names, initials
from coder.documents import living_documents, passage_of, text_by_hash
from coder.models import Document
from coder.segments import Id, Today, each_coding, raw_codings, united_with, values_said
from coder.spans import Span

_QUOTE = 240  # characters of a passage that lists show


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


# place of the document, start, end (-1 for a whole document), code, person, id; round, memo, qualifiers as JSON
_Row = tuple[int, int, int, Id, Id, Id, int, str, str]


@dataclass(frozen=True, slots=True)
class _Words:
    """What rows are dressed with."""

    codes: Mapping[Id, CodeRow]
    people: Mapping[Id, tuple[UUID, str, str]]  # id, name, initials
    documents: list[tuple[UUID, str]]  # id, name
    quote: Callable[[int, Span], str]  # of a passage of the document at that place


class Segments(MutableSequence[ShownSegment]):
    """Coded segments by document and place, kept as rows: each is dressed in words when it is asked for.

    What is seen of a hundred thousand segments is some dozens; so opening a document costs reading and sorting.
    """

    def __init__(self, rows: list[_Row], words: _Words) -> None:
        """rows: ascending."""
        self._rows: list[_Row | ShownSegment] = list(rows)
        self._words = words
        self._places = {document: n for n, (document, _) in enumerate(words.documents)}
        self._ids: list[Id] = [row[5] for row in rows]
        self.starts: NDArray[np.int64] = np.fromiter((row[1] for row in rows), np.int64, len(rows))
        self.ends: NDArray[np.int64] = np.fromiter((row[2] for row in rows), np.int64, len(rows))

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, n: Any) -> Any:
        """The n-th segment, a ShownSegment; a list of them for a slice."""
        if isinstance(n, slice):
            return [self[m] for m in range(*n.indices(len(self)))]
        row = self._rows[n]
        return row if isinstance(row, ShownSegment) else self._dress(row)

    def __eq__(self, other: object) -> bool:
        """Do both hold the same segments in the same order? other: any sequence."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __setitem__(self, n: Any, segment: Any) -> None:
        del self[n]
        self.insert(n, segment)

    def __delitem__(self, n: Any) -> None:
        del self._rows[n]
        del self._ids[n]
        self.starts, self.ends = np.delete(self.starts, n), np.delete(self.ends, n)

    def insert(self, n: int, segment: ShownSegment) -> None:
        """Puts a segment in at a place; `order` tells which is its own."""
        start, end = segment.span or (-1, -1)
        self._rows.insert(n, segment)
        self._ids.insert(n, segment.id.bytes)
        self.starts, self.ends = np.insert(self.starts, n, start), np.insert(self.ends, n, end)

    def place(self, segment_id: UUID) -> int | None:
        """Where in the order the segment of this id stands; None if it is not here."""
        try:
            return self._ids.index(segment_id.bytes)
        except ValueError:
            return None

    def get(self, segment_id: UUID) -> ShownSegment | None:
        """The segment of this id; None if it is not here."""
        n = self.place(segment_id)
        return None if n is None else self[n]

    def ids(self) -> list[Id]:
        """The ids of all, in order, as 16 bytes each."""
        return self._ids

    @property
    def n_whole(self) -> int:
        """How many code a whole document; within one document they stand before all others."""
        return int((self.starts < 0).sum())

    def order(self, segment: ShownSegment) -> tuple[Any, ...]:
        """What segments are sorted by: document, place, code, coder, id."""
        start, end = segment.span or (-1, -1)
        at = self._places.get(segment.document_id, len(self._places))
        return (at, start, end, segment.code_id.bytes, segment.coder_id.bytes, segment.id.bytes)

    def patched(self, gone: Collection[UUID], come: Iterable[ShownSegment]) -> Segments:
        """The same without these and with those where they belong; who holds this one sees no change."""
        new = Segments([], self._words)
        new._rows, new._ids, new.starts, new.ends = list(self._rows), list(self._ids), self.starts, self.ends
        for n in sorted({n for n in map(self.place, gone) if n is not None}, reverse=True):
            del new[n]
        for segment in come:
            new.insert(bisect_right(new._rows, self.order(segment), key=self._order_of), segment)
        return new

    def _order_of(self, row: _Row | ShownSegment) -> tuple[Any, ...]:
        return self.order(row) if isinstance(row, ShownSegment) else row[:6]

    def _dress(self, row: _Row) -> ShownSegment:
        at, start, end, code_id, coder_id, row_id, round_, memo, said = row
        words = self._words
        document, name = words.documents[at]
        code, (person, who, letters) = words.codes[code_id], words.people[coder_id]
        span = None if start < 0 else Span(start, end)
        quote = words.quote(at, Span(start, min(end, start + _QUOTE))) if span else ""
        return ShownSegment(
            UUID(bytes=row_id), document, name, code.id, code.path, code.color, person, who, letters, round_, span,
            " ".join(quote.split()), memo, values_said(said),
        )  # fmt: skip


def shown_segments(
    session: Session,
    *,
    document_id: UUID | None = None,
    coder_id: UUID | None = None,
    only: Collection[UUID] | None = None,
    text: str | None = None,
) -> Segments:
    """Coded segments of one document, or of all in their order, by place.

    coder_id: that person's alone. only: these alone, as far as they live. text: the document's, if it is at hand.
    """
    today = Today(session)
    documents = living_documents(session)
    places = {d.id: n for n, d in enumerate(documents)}
    codes = {row.id.bytes: row for row in code_tree(session, counts=False)}
    raw = raw_codings(session, united_with(session, document_id), only)
    rows = sorted(
        (places[document], start, end, code.bytes, person.bytes, row_id, round_, memo, said)
        for row_id, document, code, person, round_, start, end, memo, said in each_coding(today, raw, coder_id)
        if document in places and code.bytes in codes
    )
    named = coder_names(session)
    people = {c.bytes: (c, name, initials(name)) for c, name in named.items()}
    at_hand = {places[document_id]: text} if text is not None and document_id in places else {}
    quote = _from_texts(session, documents, rows, at_hand) if only is None else _from_file(session, documents, rows)
    return Segments(rows, _Words(codes, people, [(d.id, d.name) for d in documents], quote))


def _from_texts(
    session: Session, documents: list[Document], rows: list[_Row], texts: dict[int, str]
) -> Callable[[int, Span], str]:
    """Quotes out of texts that are kept at hand."""
    for at in {row[0] for row in rows} - texts.keys():
        texts[at] = text_by_hash(session, documents[at].text_hash)
    return lambda at, span: span.quote(texts[at])


def _from_file(session: Session, documents: list[Document], rows: list[_Row]) -> Callable[[int, Span], str]:
    """Quotes of these few passages; no text is loaded for them."""
    found = {}
    for at, start, end, *_ in rows:
        span = Span(start, min(end, start + _QUOTE))
        if start >= 0:
            found[at, span] = passage_of(session, documents[at].text_hash, span)
    return lambda at, span: found[at, span]
