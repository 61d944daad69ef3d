"""One operation, one transaction, one change: the session that runs it notes what it added, edited, removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import Session as OrmSession
from sqlmodel import Session

from coder.columns import json_text, utc_text
from coder.identity import random_id
from coder.journal.clock import tick
from coder.journal.codec import birth, edit, encode, raw_value, row_kind
from coder.journal.fold import EXISTS, fold_row
from coder.journal.lives import any_gone, leads_to, settle_lives
from coder.journal.read import Row, entries_of, read_left_out
from coder.journal.settle import TREES, keep_open_heads, upsert
from coder.models import Noun

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation changed: told to whoever shows it.

    tables: those it wrote in. rows: table -> ids, for changes small enough to be told row by row, else empty.
    """

    id: UUID
    clock: int
    coder_id: UUID
    at: datetime
    operation: str
    tables: frozenset[str]
    undoes: UUID | None = None
    rows: Mapping[str, frozenset[UUID]] = field(default_factory=dict)

    def touches(self, *nouns: type[Noun]) -> bool:
        """Whether it wrote in the table of one of these nouns."""
        return any(noun.__tablename__ in self.tables for noun in nouns)


class UnrecordedWrite(RuntimeError):
    """A bug: something wrote around the journal."""


@dataclass(frozen=True, slots=True)
class Act:
    """Who acts, when, and after which changes."""

    coder_id: UUID
    now: datetime
    latest_clock: int
    after: tuple[bytes, ...]
    undoes: UUID | None = None
    in_package: bool = False  # a coder's package: its codebook is the lead's


class Recording(Session):
    """The session an operation writes through. It has no bulk statements but its own door, `births`.

    Operations call put, remove, births and note; they assign to fields of rows they read. Maps and lists are
    assigned anew, never changed in place.
    """

    def __init__(self, connection: Connection, act: Act) -> None:
        super().__init__(bind=connection, autoflush=True, expire_on_commit=False)
        self.act = act
        self.said: dict[str, Any] = {}
        self.told_as = ""  # an operation that turned out to be another act than it is called says which
        self._born: dict[Row, Noun] = {}
        self._bulk: dict[Row, str] = {}
        self._before: dict[Row, dict[str, Any]] = {}
        self._edited: dict[Row, Noun] = {}
        self._led_to: set[Row] = set()  # what the rows of the bulk door, and edited ones before, need or belong to

    @property
    def coder_id(self) -> UUID:
        """The person who acts."""
        return self.act.coder_id

    @property
    def in_package(self) -> bool:
        """Whether this file is a coder's package."""
        return self.act.in_package

    def note(self, **arguments: Any) -> None:
        """What the audit trail needs to say this act in words; small values only."""
        self.said.update({name: encode(value) for name, value in arguments.items()})

    def put(self, row: N) -> N:
        """Adds the row; what is removed comes back with these values; what stands there is returned as it is."""
        model = type(row)
        there = self.get(model, row.id)
        if there is None:
            self.add(row)
            self._born[_key(row)] = row
            return row
        if not there.exists:
            for name in model.FIELDS:
                setattr(there, name, getattr(row, name))
            there.exists = there.lives = True
        return there

    def remove(self, row: Noun) -> None:
        """Takes the row away: `exists` alone is written, the values stay underneath."""
        row.exists = False

    def say_again(self, row: Noun, field: str, key: str = "") -> None:
        """Has the journal write what a field holds as if it were new, so that it closes every other head.

        An edit is noted by what was there before; where a chosen value shows already, nothing would be noted and a
        conflict about it would stay open for everybody. key: of a field that is a map, the one entry.
        """
        self.flush()
        now = getattr(row, field)
        before: Any = not now if field == EXISTS else ("before", encode(now))
        if key:
            before = {**now, key: ("before", now[key])}
        self._before.setdefault(_key(row), {})[field] = before
        self._edited[_key(row)] = row

    def births(self, model: type[Noun], rows: Iterable[Mapping[str, Any]]) -> int:
        """The bulk door: rows that are not there yet, as field -> value with "id". Returns how many."""
        kind = row_kind(str(model.__tablename__))
        empty = dict(zip(kind.fields, kind.defaults, strict=True))
        written = []
        for given in rows:
            row_id: UUID = given["id"]
            values = [
                raw_value(kind, i, encode(given[f]) if f in given else empty[f]) for i, f in enumerate(kind.fields)
            ]
            written.append((row_id.bytes, 1, 1, *values))
            self._bulk[kind.table, row_id.bytes] = birth(kind, given)
            self._led_to |= leads_to(kind.table, given)
        upsert(self._door(), kind, written)
        return len(written)

    def settle(self) -> None:
        """Brings up to date what lives, where what was added or moved needs or belongs to something that is gone."""
        self.flush()
        rows = (*self._born.values(), *self._edited.values())
        if any_gone(self._door(), self._led_to.union(*map(_leads_of, rows))):
            settle_lives(self._door())

    def delete(self, instance: object) -> None:
        raise UnrecordedWrite("rows are removed with remove(), which the journal sees")

    def _door(self) -> Connection:
        """The connection of this transaction, past the guard against bulk statements."""
        return self.connection()

    def collect(self, flush_objects: Iterable[Any]) -> None:
        """Notes, before each flush, the first value of every field that is being changed."""
        for row in flush_objects:
            if not isinstance(row, Noun):
                continue
            key = _key(row)
            if key in self._born:
                continue
            state = inspect(row)
            for name in (*row.FIELDS, EXISTS):
                history = state.attrs[name].history
                if history.has_changes():
                    first = history.deleted[0] if history.deleted else None
                    self._before.setdefault(key, {}).setdefault(name, encode(first))
                    self._led_to |= leads_to(key[0], {name: first})
                    self._edited[key] = row

    def record(self, operation: str) -> Change | None:
        """Writes the change of all that was noted; None if nothing changed."""
        self.flush()
        rows = dict(self._bulk)
        # what came by the bulk door and was edited in the same act is born as it stands now
        changed_since = {key: row for key, row in self._edited.items() if key in self._bulk}
        for key, row in (self._born | changed_since).items():
            kind = row_kind(key[0])
            rows[key] = birth(kind, {f: getattr(row, f) for f in kind.fields})
        edits = self._edits()
        rows |= edits
        if not rows and self.act.undoes is None:
            return None
        change = self._write_change(self.told_as or operation, rows)
        keep_open_heads(self._door(), edits)
        if self._may_move_lives(edits):
            settle_lives(self._door())
        else:
            self.settle()
        return change

    def _edits(self) -> dict[Row, str]:
        """The fields text of each edited row, with the heads that each value replaces."""
        changed: dict[Row, dict[str, Any]] = {}
        for key, before in self._before.items():
            now = {name: encode(getattr(self._edited[key], name)) for name in before}
            if written := _differences(row_kind(key[0]).maps, before, now):
                changed[key] = written
        if not changed:
            return {}
        connection = self._door()
        out = read_left_out(connection)
        found: dict[Row, str] = {}
        for table in {key[0] for key in changed}:
            kind = row_kind(table)
            rows = [key[1] for key in changed if key[0] == table]
            for row, entries in entries_of(connection, table, rows).items():
                heads = fold_row(kind, entries, out).heads
                written = changed[table, row]
                found[table, row] = edit(
                    {
                        name: (value, [head.change.hex() for head in heads.get(name, ())])
                        for name, value in written.items()
                    }
                )
        return found

    def _write_change(self, operation: str, rows: Mapping[Row, str]) -> Change:
        act = self.act
        change_id = random_id()
        clock = tick(act.now, act.latest_clock)
        connection = self._door()
        connection.exec_driver_sql(
            'INSERT INTO change (id, clock, coder_id, "at", operation, arguments, undoes, "after", came_by) '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                change_id.bytes, clock, act.coder_id.bytes, utc_text(act.now), operation,
                json_text(self.said) if self.said else None,
                act.undoes.bytes if act.undoes else None, b"".join(act.after),
            ),
        )  # fmt: skip
        if rows:
            connection.exec_driver_sql(
                'INSERT INTO change_row ("table", "row", change, fields) VALUES (?, ?, ?, ?)',
                [(table, row, change_id.bytes, fields) for (table, row), fields in rows.items()],
            )
        return Change(
            change_id, clock, act.coder_id, act.now, operation,
            frozenset(table for table, _ in rows), act.undoes, told_rows(rows),
        )  # fmt: skip

    def _may_move_lives(self, edits: Mapping[Row, str]) -> bool:
        moving = {EXISTS, *(column for _, column in TREES)}
        return any(f'"{name}":' in fields for fields in edits.values() for name in moving)


def _key(row: Noun) -> Row:
    return str(type(row).__tablename__), row.id.bytes


def _leads_of(row: Noun) -> set[Row]:
    return leads_to(str(type(row).__tablename__), {f: getattr(row, f) for f in row.FIELDS})


def told_rows(rows: Iterable[Row]) -> dict[str, frozenset[UUID]]:
    """Ids by table, if there are few enough to be worth telling."""
    keys = list(rows)
    if len(keys) > 1000:
        return {}
    return {table: frozenset(UUID(bytes=row) for t, row in keys if t == table) for table in {t for t, _ in keys}}


def _differences(maps: frozenset[str], before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """What an edit writes: changed fields, maps key by key (None: the key is gone)."""
    written: dict[str, Any] = {}
    for name, old in before.items():
        new = now[name]
        if old == new:
            continue
        if name in maps:
            old, new = old or {}, new or {}
            for key in old.keys() | new.keys():
                if old.get(key) != new.get(key):
                    written[f"{name}/{key}"] = new.get(key)
        else:
            written[name] = new
    return written


@event.listens_for(OrmSession, "before_flush")
def _before_flush(session: OrmSession, _context: object, _instances: object) -> None:
    if isinstance(session, Recording):
        session.collect(session.dirty)
        for row in session.new:
            if isinstance(row, Noun) and _key(row) not in session._born:
                raise UnrecordedWrite("rows are added with put(), which the journal sees")


@event.listens_for(OrmSession, "do_orm_execute")
def _on_execute(state: Any) -> None:
    if isinstance(state.session, Recording) and not state.is_select:
        raise UnrecordedWrite("a bulk statement would write around the journal; use births()")
