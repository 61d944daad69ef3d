"""The codings that agreement counts: as they are now, or as they were when their coder finished."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection
from sqlmodel import Session

from coder.code_tree import resolve_codes
from coder.collector import no_collecting
from coder.journal.codec import row_kind
from coder.journal.fold import Entry, Id, fold_row, left_out
from coder.journal.read import entries_of, read_left_out
from coder.models import Assignment, Document
from coder.seen import first_looks
from coder.segments import Today

# id, document, code, coder, round, start and end (-1: the whole document), text hash (None: that of today)
_Row = tuple[Any, ...]
Places = NDArray[np.int32]
Moment = tuple[int, Id]  # (clock, id) of a change: the order in which things happened


@dataclass(frozen=True, slots=True)
class Cut:
    """Up to which change a coder's work on a document counts; finished: it was marked so by then."""

    moment: Moment
    finished: bool


def cuts_of(
    session: Session, assignments: Iterable[Assignment], people: Mapping[UUID, UUID], round_: int
) -> dict[tuple[UUID, UUID], Cut]:
    """For each document and coder the last finish before their first disclosure, else the disclosure.

    assignments: of this round. A disclosure in a document that was not assigned then counts as well.
    """
    looks = first_looks(session, people, round_)
    connection = session.connection()
    wanted = {a.id.bytes: (a.document_id, people[a.coder_id]) for a in assignments}
    out = read_left_out(connection)
    cuts: dict[tuple[UUID, UUID], Cut] = {}
    for row, entries in entries_of(connection, "assignment", wanted).items():
        disclosures = _moments(entries, "disclosed_at", out)
        look = looks.get(wanted[row])
        first = min([*(m for m, given in disclosures if given), *([look] if look else [])], default=None)
        # a finish that was taken back (or done again) after the disclosure stands as it stood then
        finishes = _moments(entries, "finished_at", out if first is None else _left_out_at(connection, first))
        before = [(m, given) for m, given in finishes if first is None or m < first]
        # a document that was opened again and not finished since is not finished
        if before and before[-1][1]:
            cut = Cut(before[-1][0], True)
        elif first is not None:
            cut = Cut(first, False)
        else:
            continue
        key = wanted[row]
        if key not in cuts or (cut.finished, cut.moment) > (cuts[key].finished, cuts[key].moment):
            cuts[key] = cut
    for key, look in looks.items():
        cuts.setdefault(key, Cut(look, False))
    return cuts


def _left_out_at(connection: Connection, moment: Moment) -> set[Id]:
    """The changes that did not count at a moment, as far as this file knows."""
    undoings = connection.exec_driver_sql(
        "SELECT clock, id, undoes FROM change WHERE undoes IS NOT NULL AND clock <= ?", (moment[0],)
    )
    return left_out((u[0], u[1], u[2]) for u in undoings if (u[0], u[1]) <= moment)


def _moments(entries: Iterable[Entry], name: str, out: set[Id]) -> list[tuple[Moment, bool]]:
    """When a time was written (True) or taken away (False), in order."""
    position = row_kind("assignment").fields.index(name)
    found: list[tuple[Moment, bool]] = []
    for e in entries:
        if e.change in out:
            continue
        if isinstance(e.fields, list):
            if len(e.fields) > position and e.fields[position] is not None:
                found.append(((e.clock, e.change), True))
        elif name in e.fields:
            found.append(((e.clock, e.change), e.fields[name][0] is not None))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class CodingTable:
    """Codings as columns: places (int32) in `documents`, `coders` and `codes`, positions in code points.

    start and end are 0 where whole is True, else over the text that the document has today; codings whose words are
    gone from it are not here.
    """

    document: Places
    coder: Places
    code: Places
    round: Places
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    whole: NDArray[np.bool_]
    coders: tuple[UUID, ...]
    codes: tuple[UUID, ...]


class CodingReader:
    """Reads the codings on some documents once; gives them as they are, or as of each coder's cut."""

    def __init__(self, session: Session, documents: Sequence[Document], people: Mapping[UUID, UUID]) -> None:
        self._connection = session.connection()
        self._today = Today(session)
        place = {d.id: n for n, d in enumerate(documents)}
        self._documents = {d: place[end] for d, end in self._today.documents.items() if end in place}
        self._people, self._who = _places(people)
        self._codes, self._what = _places(resolve_codes(session))
        self._now: CodingTable | None = None

    def _rows(self, first: str) -> list[Any]:
        """The living codings as the file holds them, that column in front (an id takes as long as all the rest)."""
        driver = self._connection.connection.driver_connection
        assert driver is not None
        text_hash = "text_hash" if self._today.has_older_texts else "NULL"
        rows: list[Any] = driver.execute(
            f'SELECT {first}, document_id, code_id, coder_id, round, coalesce("start", -1), coalesce("end", -1), '
            f"{text_hash} FROM coding WHERE lives"
        ).fetchall()
        return rows

    def now(self) -> CodingTable:
        """All of them as they are."""
        if self._now is None:
            with no_collecting():
                self._now = self._table(self._rows("NULL"))
        return self._now

    def as_of(self, cuts: Mapping[tuple[UUID, UUID], Cut]) -> CodingTable:
        """Each as of the cut of its document and coder; as it is now where there is none."""
        moments = {(self._documents[d.bytes], self._who[c.bytes]): cut.moment for (d, c), cut in cuts.items()}
        later = _changed_later(self._connection, moments, self._documents, self._who)
        if not later:
            return self.now()
        with no_collecting():
            kept = [row for row in self._rows("id") if row[0] not in later]
            return self._table(kept + _as_they_were(self._connection, later))

    def _table(self, rows: list[_Row]) -> CodingTable:
        n = len(rows)
        _, documents, codes, coders, rounds, starts, ends, hashes = zip(*rows, strict=True) if n else [()] * 8
        document = np.fromiter(map(self._documents.get, documents, repeat(-1)), np.int32, n)
        start, end = np.array(starts, np.int64), np.array(ends, np.int64)
        whole = start < 0
        kept = document >= 0
        elsewhere = range(n) if hashes.count(None) < n else ()  # few files have older texts
        for row in elsewhere:
            if (text_hash := hashes[row]) is not None and kept[row] and not whole[row]:
                span = self._today.span(documents[row], text_hash, int(start[row]), int(end[row]))
                kept[row] = span is not None
                start[row], end[row] = span or (0, 0)
        start[whole] = end[whole] = 0
        columns = (
            document,
            np.fromiter(map(self._who.__getitem__, coders), np.int32, n),
            np.fromiter(map(self._what.__getitem__, codes), np.int32, n),
            np.array(rounds, np.int32),
            start,
            end,
            whole,
        )
        return CodingTable(*(c[kept] for c in columns), self._people, self._codes)  # type: ignore[arg-type, call-arg]


def _places(resolved: Mapping[UUID, UUID]) -> tuple[tuple[UUID, ...], dict[Id, int]]:
    """The distinct ends of a resolution, and each id's place among them."""
    ends = tuple(dict.fromkeys(resolved.values()))
    place = {end: n for n, end in enumerate(ends)}
    return ends, {thing.bytes: place[end] for thing, end in resolved.items()}


def _changed_later(
    connection: Connection,
    cuts: Mapping[tuple[int, int], Moment],
    documents: Mapping[Id, int],
    people: Mapping[Id, int],
) -> dict[Id, Moment]:
    """The codings that a change after their cut wrote in or took back -> that cut."""
    if not cuts:
        return {}
    first = min(moment[0] for moment in cuts.values())
    written = list(
        connection.exec_driver_sql(
            # CROSS JOIN: in this order, for what came later is little and the codings are many
            'SELECT r."row", c.clock, c.id, m.document_id, m.coder_id FROM change c '
            'CROSS JOIN change_row r ON r.change = c.id CROSS JOIN coding m ON m.id = r."row" '
            "WHERE c.clock >= ? AND r.\"table\" = 'coding'",
            (first,),
        )
    )
    written += connection.exec_driver_sql(
        # an undoing writes no rows; what it undoes did, and what that undid in turn
        "WITH RECURSIVE reach(clock, id, target) AS ("
        "SELECT clock, id, undoes FROM change WHERE undoes IS NOT NULL AND clock >= ? "
        "UNION SELECT r.clock, r.id, c.undoes FROM reach r JOIN change c ON c.id = r.target "
        "WHERE c.undoes IS NOT NULL) "
        'SELECT w."row", reach.clock, reach.id, m.document_id, m.coder_id FROM reach '
        'CROSS JOIN change_row w ON w.change = reach.target CROSS JOIN coding m ON m.id = w."row" '
        "WHERE w.\"table\" = 'coding'",
        (first,),
    ).all()
    later: dict[Id, Moment] = {}
    for row, clock, change, document, coder in written:
        cut = cuts.get((documents.get(document, -1), people[coder]))
        if cut is not None and (clock, change) > cut:
            later[row] = cut
    return later


def _as_they_were(connection: Connection, later: Mapping[Id, Moment]) -> list[_Row]:
    """These codings, folded from what had happened by their cut; those that did not exist then are left out."""
    undoings = connection.exec_driver_sql("SELECT clock, id, undoes FROM change WHERE undoes IS NOT NULL").all()
    out_at: dict[Moment, set[Id]] = {}
    kind = row_kind("coding")
    found: list[_Row] = []
    for row, entries in entries_of(connection, "coding", later).items():
        cut = later[row]
        if cut not in out_at:
            out_at[cut] = left_out((u[0], u[1], u[2]) for u in undoings if (u[0], u[1]) <= cut)
        known = [e for e in entries if (e.clock, e.change) <= cut]
        fold = fold_row(kind, known, out_at[cut]) if known else None
        if fold is not None and fold.exists:
            v = fold.values
            ids = (bytes.fromhex(v[name]) for name in ("document_id", "code_id", "coder_id"))
            start, end = (-1, -1) if v["start"] is None else (v["start"], v["end"])
            found.append((row, *ids, v["round"], start, end, bytes.fromhex(v["text_hash"])))
    return found
