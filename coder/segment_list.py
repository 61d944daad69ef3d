"""Coded segments with all the words that lists and the desk show, as many as there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import eq
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session

from coder.code_tree import code_tree
from coder.coders import coder_names, initials
from coder.documents import living_documents, passage_of, text_by_hash
from coder.models import Document
from coder.segment_columns import Columns, read_columns
from coder.segments import Today, values_said
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


class _Code(NamedTuple):
    id: UUID
    path: tuple[str, ...]
    color: str


class _Person(NamedTuple):
    id: UUID
    name: str
    initials: str


@dataclass(frozen=True, slots=True)
class _Words:
    """What rows are dressed with; columns hold places in these lists, which only ever grow."""

    codes: list[_Code]
    people: list[_Person]
    documents: list[tuple[UUID, str]]  # id, name
    said: list[tuple[str, str | Mapping[UUID, Any]]]  # memo, qualifiers as JSON or as they are
    quote: Callable[[int, Span], str]  # of a passage of the document at that place
    today: Today  # what documents, people and codes count as


class Segments(MutableSequence[ShownSegment]):
    """Coded segments by document and place, kept as columns: each is dressed in words when it is asked for.

    What is seen of a hundred thousand segments is some dozens; so opening a document costs reading and sorting.
    """

    def __init__(self, columns: Columns, words: _Words) -> None:
        """columns: ascending by document, start, end, code, coder, id."""
        self._columns = columns
        self._words = words
        self._places = {document: n for n, (document, _) in enumerate(words.documents)}
        self._came: dict[UUID, ShownSegment] = {}  # put in later, dressed already

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each starts, -1 for one of a whole document: int64 (n,)."""
        return self._columns.starts

    @property
    def ends(self) -> NDArray[np.int64]:
        """Where each ends: int64 (n,)."""
        return self._columns.ends

    def __len__(self) -> int:
        return len(self._columns.starts)

    def __getitem__(self, n: Any) -> Any:
        """The n-th segment, a ShownSegment; a list of them for a slice."""
        if isinstance(n, slice):
            return [self[m] for m in range(*n.indices(len(self)))]
        id_ = self._id(n)
        return self._came.get(id_) or self._dress(n, id_)

    def __eq__(self, other: object) -> bool:
        """Do both hold the same segments in the same order? other: any sequence."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __setitem__(self, n: Any, segment: Any) -> None:
        del self[n]
        self.insert(n, segment)

    def __delitem__(self, n: Any) -> None:
        self._columns = self._columns.without(n)

    def insert(self, n: int, segment: ShownSegment) -> None:
        """Puts a segment in at a place; `order` tells which is its own."""
        start, end = segment.span or (-1, -1)
        words, high = self._words, segment.id.int >> 64
        row = (
            self._places.get(segment.document_id, len(self._places)), start, end,
            _place_of(words.codes, segment.code_id, _Code(segment.code_id, segment.path, segment.color)),
            _place_of(words.people, segment.coder_id, _Person(segment.coder_id, segment.coder, segment.initials)),
            segment.round, len(words.said), high, segment.id.int & (1 << 64) - 1,
        )  # fmt: skip
        words.said.append((segment.memo, segment.qualifiers))
        self._columns = self._columns.with_row(n, row)
        self._came[segment.id] = segment

    def place(self, segment_id: UUID) -> int | None:
        """Where in the order the segment of this id stands; None if it is not here."""
        found = np.flatnonzero(self._columns.low == np.uint64(segment_id.int & (1 << 64) - 1))
        return next((int(n) for n in found if self._id(int(n)) == segment_id), None)

    def get(self, segment_id: UUID) -> ShownSegment | None:
        """The segment of this id; None if it is not here."""
        n = self.place(segment_id)
        return None if n is None else self[n]

    def ids(self) -> list[tuple[int, int]]:
        """The ids of all, in order, in halves."""
        return list(zip(self._columns.high.tolist(), self._columns.low.tolist(), strict=True))

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
        new = Segments(self._columns, self._words)
        new._came = dict(self._came)
        for n in sorted({n for n in map(self.place, gone) if n is not None}, reverse=True):
            del new[n]
        for segment in come:
            new.insert(bisect_right(range(len(new)), self.order(segment), key=new._order_at), segment)
        return new

    # choosing among them, as columns: nothing is dressed

    def wanted(
        self,
        *,
        coders: Collection[UUID] | None = None,
        codes: Collection[UUID] | None = None,
        value: tuple[UUID, Any] | None = None,
        apart: tuple[Collection[UUID], UUID] | None = None,
    ) -> NDArray[np.bool_]:
        """Which fit: bool (n,), true for those of these coders, of these codes, that say this value of a qualifier.

        None: any. apart: in these documents, that coder's alone.
        """
        c, words = self._columns, self._words
        fits = np.ones(len(self), dtype=np.bool_)
        if coders is not None:
            fits &= _which(words.people, lambda person: person.id in coders)[c.people]
        if codes is not None:
            fits &= _which(words.codes, lambda code: code.id in codes)[c.codes]
        if value is not None:
            fits &= _which(words.said, partial(_says, *value))[c.said]
        if apart is not None:
            kept, coder = apart
            alone = _which([*words.documents, (None, "")], lambda document: document[0] in kept)
            fits &= ~alone[c.at] | _which(words.people, lambda person: person.id == coder)[c.people]
        return fits

    def chosen(self, wanted: NDArray[np.bool_]) -> Segments:
        """Those for which this is true."""
        new = Segments(self._columns.take(wanted), self._words)
        new._came = dict(self._came)
        return new

    # one row

    def _id(self, n: int) -> UUID:
        return UUID(int=(int(self._columns.high[n]) << 64) | int(self._columns.low[n]))

    def _order_at(self, n: int) -> tuple[Any, ...]:
        c, words = self._columns, self._words
        code, person = words.codes[c.codes[n]].id, words.people[c.people[n]].id
        return (int(c.at[n]), int(c.starts[n]), int(c.ends[n]), code.bytes, person.bytes, self._id(n).bytes)

    def _dress(self, n: int, id_: UUID) -> ShownSegment:
        c, words = self._columns, self._words
        at, start, end = int(c.at[n]), int(c.starts[n]), int(c.ends[n])
        (document, name), code, person = words.documents[at], words.codes[c.codes[n]], words.people[c.people[n]]
        memo, said = words.said[c.said[n]]
        span = None if start < 0 else Span(start, end)
        quote = words.quote(at, Span(start, min(end, start + _QUOTE))) if span else ""
        return ShownSegment(
            id_, document, name, code.id, code.path, code.color, person.id, person.name, person.initials,
            int(c.rounds[n]), span, " ".join(quote.split()), memo, _values(said),
        )  # fmt: skip


def _values(said: str | Mapping[UUID, Any]) -> Mapping[UUID, Any]:
    return values_said(said) if isinstance(said, str) else said


def _says(qualifier: UUID, value: Any, said: tuple[str, str | Mapping[UUID, Any]]) -> bool:
    return bool(_values(said[1]).get(qualifier) == value)


def _which(words: Sequence[Any], wanted: Callable[[Any], bool]) -> NDArray[np.bool_]:
    return np.fromiter(map(wanted, words), np.bool_, len(words))


def _place_of(words: list[Any], id_: UUID, new: _Code | _Person) -> int:
    for n, known in enumerate(words):
        if known.id == id_:
            return n
    words.append(new)
    return len(words) - 1


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
    codes = sorted((_Code(r.id, r.path, r.color) for r in code_tree(session, counts=False)), key=lambda c: c.id.bytes)
    people = [
        _Person(c, name, initials(name)) for c, name in sorted(coder_names(session).items(), key=lambda c: c[0].bytes)
    ]
    columns, said = read_columns(
        session, today, document_id=document_id, coder_id=coder_id, only=only, documents=places,
        codes={code.id: n for n, code in enumerate(codes)}, people={person.id: n for n, person in enumerate(people)},
    )  # fmt: skip
    at_hand = {places[document_id]: text} if text is not None and document_id in places else {}
    few = only is not None and not at_hand
    quote = _from_file(session, documents, columns) if few else _from_texts(session, documents, columns, at_hand)
    return Segments(columns, _Words(codes, people, [(d.id, d.name) for d in documents], [*said], quote, today))


def segments_anew(
    session: Session, like: Segments, *, document_id: UUID, coder_id: UUID | None, only: Collection[UUID]
) -> Segments:
    """These few of a document, as far as they live, dressed in the words of its list that was read before.

    like: read while documents, codes and people were what they are now. coder_id: that person's alone.
    """
    words = like._words
    columns, said = read_columns(
        session, words.today, document_id=document_id, coder_id=coder_id, only=only,
        documents={id: n for n, (id, _) in enumerate(words.documents)},
        codes={code.id: n for n, code in enumerate(words.codes)},
        people={person.id: n for n, person in enumerate(words.people)},
    )  # fmt: skip
    return Segments(columns, replace(words, said=[*said]))


def _from_texts(
    session: Session, documents: list[Document], columns: Columns, texts: dict[int, str]
) -> Callable[[int, Span], str]:
    """Quotes out of texts that are kept at hand."""
    for at in set(np.unique(columns.at).tolist()) - texts.keys():
        texts[at] = text_by_hash(session, documents[at].text_hash)
    return lambda at, span: span.quote(texts[at])


def _from_file(session: Session, documents: list[Document], columns: Columns) -> Callable[[int, Span], str]:
    """Quotes of these few passages; no text is loaded for them."""
    found = {}
    for at, start, end in zip(columns.at.tolist(), columns.starts.tolist(), columns.ends.tolist(), strict=True):
        span = Span(start, min(end, start + _QUOTE))
        if start >= 0:
            found[at, span] = passage_of(session, documents[at].text_hash, span)
    return lambda at, span: found[at, span]
