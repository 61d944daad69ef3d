"""Codings as columns, read, resolved, made single and put in order without a Python object for each."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session

from coder.segments import Id, Today

_AT_ONCE = 5_000  # rows of the file that stand in memory together


class Columns(NamedTuple):
    """Coded segments, a row each. at, codes, people, said: places in the reader's lists; starts and ends are code
    points of today's text, -1 for a whole document; high and low: the two halves of the id.
    """

    at: NDArray[np.int32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    codes: NDArray[np.int32]
    people: NDArray[np.int32]
    rounds: NDArray[np.int32]
    said: NDArray[np.int32]
    high: NDArray[np.uint64]
    low: NDArray[np.uint64]

    def take(self, rows: NDArray[Any]) -> Columns:
        """These rows, by mask or by places."""
        columns: tuple[NDArray[Any], ...] = self
        return Columns(*(column[rows] for column in columns))

    def without(self, n: int) -> Columns:
        columns: tuple[NDArray[Any], ...] = self
        return Columns(*(np.delete(column, n) for column in columns))

    def with_row(self, n: int, row: Sequence[int]) -> Columns:
        """One more row before the n-th."""
        columns: tuple[NDArray[Any], ...] = self
        return Columns(
            *(np.insert(column, n, np.array(value, column.dtype)) for column, value in zip(columns, row, strict=True))
        )


Said = tuple[str, str]  # memo, qualifiers as JSON
_NOTHING: Said = ("", "{}")


def read_columns(
    session: Session,
    today: Today,
    *,
    document_id: UUID | None,
    coder_id: UUID | None,
    only: Collection[UUID] | None,
    documents: Mapping[UUID, int],
    codes: Mapping[UUID, int],
    people: Mapping[UUID, int],
) -> tuple[Columns, list[Said]]:
    """Living codings as they read today, by document, place, code, coder, id; and the memos and qualifiers they point
    to.

    Equal ones (document, code, coder, round, place) once, the first in id order; without those whose words are gone
    from today's text. documents, codes, people: what each id is to be in the columns; codes and people in the order of
    their ids. What stands in none of them is left out.
    """
    at = {raw: documents.get(end, -1) for raw, end in today.documents.items()}
    code = {raw: codes.get(end, -1) for raw, end in today.codes.items()}
    person = {raw: people[end] for raw, end in today.people.items()}
    said: dict[Said, int] = {_NOTHING: 0}
    own = None if coder_id is None else [raw for raw, end in today.people.items() if end == coder_id]
    columns = _read(_rows(session, _united(today, document_id), only, own), today, (at, code, person), said)
    fits = (columns.at >= 0) & (columns.codes >= 0) & (columns.ends > -2)
    if not fits.all():
        columns = columns.take(fits)
    return _once(columns.take(_order(columns))), list(said)


def _united(today: Today, document_id: UUID | None) -> list[Id] | None:
    """A document and those united with it; None for all."""
    if document_id is None:
        return None
    end = today.documents.get(document_id.bytes, document_id)
    return [raw for raw, counts_as in today.documents.items() if counts_as == end] or [document_id.bytes]


def _rows(
    session: Session, documents: Collection[Id] | None, only: Collection[UUID] | None, coders: Collection[Id] | None
) -> Iterable[list[tuple[Any, ...]]]:
    """Rows as the file holds them, some thousands at a time, in any order; memo and qualifiers None where empty."""
    where: str = ""
    given: list[bytes] = []
    for column, ids in (
        ("document_id", documents),
        ("id", None if only is None else [wanted.bytes for wanted in only]),
        ("coder_id", coders),
    ):
        if ids is not None:
            where += f" AND {column} IN ({', '.join('?' * len(ids))})"
            given += ids
    driver = session.connection().connection.driver_connection
    assert driver is not None
    found = driver.execute(
        'SELECT id, document_id, code_id, coder_id, round, text_hash, coalesce("start", -1), coalesce("end", -1), '
        f"nullif(memo, ''), nullif(qualifiers, '{{}}') FROM coding WHERE lives {where}",
        given,
    )
    while rows := found.fetchmany(_AT_ONCE):
        yield rows


def _read(
    parts: Iterable[list[tuple[Any, ...]]], today: Today, lists: tuple[Mapping[Id, int], ...], said: dict[Said, int]
) -> Columns:
    """All rows in columns, in the order of the file; ends are -2 where the words are gone."""
    numbers = [array(kind) for kind in ("i", "q", "q", "i", "i", "i", "i")]
    ids = bytearray()
    for rows in parts:
        id_, document, code, coder, round_, text, *places, memo, values = zip(*rows, strict=True)
        start: Sequence[int] = places[0]
        end: Sequence[int] = places[1]
        if today.has_older_texts or set(zip(document, text, strict=True)) - today.texts.items():
            start, end = _over_today(today, document, text, start, end)
        at, codes, people = lists
        for column, new in zip(
            numbers,
            (map(at.__getitem__, document), start, end, map(codes.__getitem__, code), map(people.__getitem__, coder),
             round_, _what_is_said(memo, values, said)),
            strict=True,
        ):  # fmt: skip
            column.extend(new)
        ids += b"".join(id_)
    halves = np.frombuffer(bytes(ids), dtype=">u8").astype(np.uint64).reshape(-1, 2)
    kinds = (np.int32, np.int64, np.int64, np.int32, np.int32, np.int32, np.int32)
    made: list[NDArray[Any]] = [np.array(column, dtype=kind) for column, kind in zip(numbers, kinds, strict=True)]
    return Columns(*made, *(np.ascontiguousarray(halves[:, half]) for half in (0, 1)))


def _what_is_said(memos: Sequence[str | None], values: Sequence[str | None], said: dict[Said, int]) -> Iterable[int]:
    """For each its place among what is said of segments; of most, nothing is."""
    if not any(memos) and not any(values):
        return bytes(len(memos))
    pairs = ((memo or "", value or "{}") for memo, value in zip(memos, values, strict=True))
    return (said.setdefault(pair, len(said)) for pair in pairs)


def _over_today(
    today: Today, documents: Sequence[Id], texts: Sequence[bytes], starts: Sequence[int], ends: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Places over the texts of today; -2 where the words are gone."""
    now_starts, now_ends = list(starts), list(ends)
    for n, (document, text, start, end) in enumerate(zip(documents, texts, starts, ends, strict=True)):
        if start >= 0 and today.texts[document] != text:
            now_starts[n], now_ends[n] = today.span(document, text, start, end) or (-2, -2)
    return now_starts, now_ends


def _order(c: Columns) -> NDArray[np.intp]:
    return np.lexsort((c.low, c.high, c.people, c.codes, c.ends, c.starts, c.at))


def _once(c: Columns) -> Columns:
    """Equal ones once. Given in order; rounds may alternate among those of one place."""
    if len(c.at) < 2:
        return c
    alike = np.ones(len(c.at) - 1, dtype=np.bool_)
    for column in (c.at, c.starts, c.ends, c.codes, c.people):
        alike &= column[1:] == column[:-1]
    if not alike.any():
        return c
    keep, seen = np.ones(len(c.at), dtype=np.bool_), set()
    for n in np.flatnonzero(np.append(alike, False) | np.append(False, alike)).tolist():
        key = (c.at[n], c.starts[n], c.ends[n], c.codes[n], c.people[n], c.rounds[n])
        keep[n] = key not in seen
        seen.add(key)
    return c.take(keep)
