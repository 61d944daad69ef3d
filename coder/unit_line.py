"""The units of one layer of a document with what one coder said of them, each unit made when it is asked for.

`coder.answers` says what counts as said; here it is read so that a hundred thousand units open and step without a wait.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, overload
from uuid import UUID

from sqlmodel import Session

from coder.answers import UnitState
from coder.assignments import current_round
from coder.collector import no_collecting
from coder.fixed_units import FixedUnit
from coder.identity import same_name
from coder.segments import Today, united_with
from coder.spans import Span

Id = bytes  # as the file holds ids: 16 bytes
_NONE: frozenset[UUID] = frozenset()  # said of a unit: that none applies


@dataclass(slots=True)
class UnitLine(Sequence[UnitState]):
    """Units by place. starts, ends: code points over the text of today; ids: the units', in the same order.

    said: by the unit's place in the line, the codes, resolved; none at all says that none applies. Units that it does
    not have were not reached.
    """

    document_id: UUID
    layer: str
    coder_id: UUID
    round: int
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    ids: Sequence[Id] = ()
    said: dict[int, Collection[UUID]] = field(default_factory=dict)
    _places: dict[Id, int] = field(default_factory=dict, compare=False, repr=False)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> UnitState: ...
    @overload
    def __getitem__(self, at: slice) -> list[UnitState]: ...
    def __getitem__(self, at: int | slice) -> UnitState | list[UnitState]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        n = range(len(self))[at]
        unit = FixedUnit(UUID(bytes=self.ids[n]), self.document_id, self.span(n), self.layer)
        codes = self.said.get(n)
        return UnitState(unit, self.coder_id, self.round, tuple(sorted(codes or ())), codes is not None and not codes)

    @property
    def answered(self) -> int:
        """How many have a code, or the answer that none applies."""
        return len(self.said)

    def span(self, at: int) -> Span:
        return Span(self.starts[at], self.ends[at])

    def place(self, unit_id: UUID) -> int | None:
        """Where a unit stands in the line."""
        if len(self._places) != len(self.ids):
            self._places = {unit: n for n, unit in enumerate(self.ids)}
        return self._places.get(unit_id.bytes)

    def place_of(self, span: Span) -> int | None:
        """Which unit stands on just this passage."""
        at = bisect_right(self.ends, span.start)
        return at if at < len(self) and self.span(at) == span else None

    def next_open(self, after: int) -> int | None:
        """The next unit that was not reached, after this place and then from the start; None if all are answered."""
        n = len(self)
        return next((k for step in range(n) if (k := (after + 1 + step) % n) not in self.said), None)

    def say(self, at: int, state: UnitState) -> None:
        """Something else was said of one unit."""
        self.said.pop(at, None)
        if state.answered:
            self.said[at] = _NONE if state.none else frozenset(state.codes)


@no_collecting()
def unit_line(session: Session, document_id: UUID, coder_id: UUID, layer: str) -> UnitLine:
    """The living units of a layer by place, equal ones once, with what a coder said of each in their current round."""
    today = Today(session)
    document = today.documents.get(document_id.bytes, document_id)
    line = UnitLine(document, layer, coder_id, current_round(session, coder_id, document_id))
    reader = _Reader(session, today, document)
    rows = sorted(reader.places("unit", "id", " AND layer = ?", [layer]))
    if not rows:
        return line
    line.starts, line.ends, line.ids = zip(*rows, strict=True)
    if len(set(line.starts)) < len(rows):
        once = {row[:2]: row for row in reversed(rows)}  # the first by id stays
        line.starts, line.ends, line.ids = zip(*reversed(once.values()), strict=True)
    people = [person for person, counts_as in today.people.items() if counts_as == coder_id]
    theirs = f" AND round = ? AND coder_id IN ({', '.join('?' * len(people))})"
    _put_answers(line, reader.places("answer", "layer", theirs, [line.round, *people]))
    _put_codes(line, reader.places("coding", "code_id", theirs, [line.round, *people]), today)
    return line


def unit_layers(session: Session, document_id: UUID) -> list[str]:
    """The layers that have living units in a document, in order; also those whose words are all gone."""
    ids = united_with(session, document_id) or []
    found = session.connection().exec_driver_sql(
        f"SELECT DISTINCT layer FROM unit WHERE lives AND document_id IN ({', '.join('?' * len(ids))})",
        tuple(i.bytes for i in ids),
    )
    return sorted(row[0] for row in found)


class _Reader:
    """Reads where the rows of a document stand today: those made on today's text just as the file holds them."""

    def __init__(self, session: Session, today: Today, document: UUID) -> None:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        self._driver, self._today = driver, today
        self._documents = [d for d, counts_as in today.documents.items() if counts_as == document]
        self._text = today.texts[self._documents[0]] if self._documents else b""

    def places(self, table: str, column: str, where: str, given: Sequence[Any]) -> list[tuple[int, int, Any]]:
        """(start, end, value of the column) of the living rows; those whose words are gone are left out."""
        marks = ", ".join("?" * len(self._documents))
        these = f'FROM {table} WHERE lives AND document_id IN ({marks}){where} AND "start" IS NOT NULL AND text_hash'
        known = [*self._documents, *given, self._text]
        found: list[tuple[int, int, Any]] = self._driver.execute(
            f'SELECT "start", "end", {column} {these} = ?', known
        ).fetchall()
        older = self._driver.execute(f'SELECT document_id, text_hash, "start", "end", {column} {these} <> ?', known)
        for document, text_hash, start, end, value in older.fetchall():
            if (span := self._today.span(document, text_hash, start, end)) is not None:
                found.append((span.start, span.end, value))
        return found


def _put_answers(line: UnitLine, answers: Iterable[tuple[int, int, str]]) -> None:
    wanted = same_name(line.layer)
    for start, end, layer in answers:
        if (at := line.place_of(Span(start, end))) is not None and same_name(layer) == wanted:
            line.said[at] = _NONE


def _put_codes(line: UnitLine, codings: Iterable[tuple[int, int, Id]], today: Today) -> None:
    """As `answers.speaks_of` has it, without a span for each of very many; where both were said, codes count."""
    starts, ends, n, found = line.starts, line.ends, len(line), dict[int, set[UUID]]()
    for start, end, code in codings:
        at = bisect_right(ends, start)
        while at < n and starts[at] < end:
            first, last = starts[at], ends[at]
            shared = 2 * (min(last, end) - max(first, start))
            if shared > 0 and (shared >= last - first or shared >= end - start):
                found.setdefault(at, set()).add(today.codes[code])
            at += 1
    line.said.update(found)
