"""What a row is, from what all changes wrote in it. Pure: no storage, no clock.

A write is a *head* of its field while no change that counts has replaced it. The value shown is that of the
greatest head by (clock, id), births being older than any edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coder.journal.codec import RowKind, Value

Id = bytes
EXISTS = "exists"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one change wrote in one row; fields is a list for a birth, else field -> [value, over]."""

    change: Id
    clock: int
    coder: Id
    fields: list[Value] | dict[str, list[Any]]

    @property
    def is_birth(self) -> bool:
        return isinstance(self.fields, list)


@dataclass(frozen=True, slots=True)
class Head:
    """A value that nobody has replaced, and who wrote it when."""

    change: Id
    clock: int
    coder: Id
    value: Value
    birth: bool

    @property
    def order(self) -> tuple[bool, int, Id]:
        return (not self.birth, self.clock, self.change)


@dataclass(frozen=True, slots=True)
class _Write:
    head: Head
    over: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A row as the journal tells it: values by field, whether it exists, and every field's heads."""

    values: dict[str, Value]
    exists: bool
    heads: Mapping[str, tuple[Head, ...]]


def left_out(undoings: Iterable[tuple[int, Id, Id]]) -> set[Id]:
    """The changes that do not count, from every (clock, id, what it undoes).

    An undoing that is itself undone undoes nothing; what undoes comes later than what it undoes.
    """
    out: set[Id] = set()
    for _, change, undone in sorted(undoings, reverse=True):
        if change not in out:
            out.add(undone)
    return out


def fold_row(kind: RowKind, entries: Sequence[Entry], out: set[Id]) -> Folded:
    """The row of these entries, the changes in `out` not counting."""
    if len(entries) == 1 and entries[0].is_birth:
        return _fold_single(kind, entries[0], entries[0].change not in out)
    values: dict[str, Value] = {}
    heads: dict[str, tuple[Head, ...]] = {}
    edited = {field for e in entries if isinstance(e.fields, dict) for field in e.fields}
    for position, field in enumerate(kind.fields):
        if field in kind.maps:
            values[field] = _fold_map(entries, position, field, edited, out, heads)
        else:
            default = kind.defaults[position]
            writes = _writes(entries, field, position, default)
            heads[field] = _heads(writes, out, default=default)
            values[field] = _shown(heads[field], writes, default)
    writes = _writes(entries, EXISTS, None, None)
    heads[EXISTS] = _heads(writes, out, closes_equal_births=False)
    return Folded(values, any(head.value for head in heads[EXISTS]), heads)


def _fold_single(kind: RowKind, entry: Entry, counts: bool) -> Folded:
    """The common case, a row that was made and never touched again."""
    written = entry.fields
    assert isinstance(written, list)
    given = dict(zip(kind.fields, [*written, *kind.defaults[len(written) :]], strict=False))
    if not counts:
        return Folded(given, False, {EXISTS: ()})
    heads: dict[str, tuple[Head, ...]] = {}
    for field, value in given.items():
        if field in kind.maps:
            for key, inner in value.items():
                heads[f"{field}/{key}"] = (Head(entry.change, entry.clock, entry.coder, inner, True),)
        else:
            heads[field] = (Head(entry.change, entry.clock, entry.coder, value, True),)
    heads[EXISTS] = (Head(entry.change, entry.clock, entry.coder, True, True),)
    return Folded(given, True, heads)


def _fold_map(
    entries: Sequence[Entry],
    position: int,
    field: str,
    edited: set[str],
    out: set[Id],
    heads: dict[str, tuple[Head, ...]],
) -> dict[str, Value]:
    """A map folds key by key; a key whose value is None is not there."""
    prefix = f"{field}/"
    keys = {name.removeprefix(prefix) for name in edited if name.startswith(prefix)}
    for entry in entries:
        if isinstance(entry.fields, list) and len(entry.fields) > position:
            keys.update(entry.fields[position])
    folded: dict[str, Value] = {}
    for key in sorted(keys):
        writes = _writes(entries, prefix + key, position, None, key)
        heads[prefix + key] = _heads(writes, out, default=None)
        value = _shown(heads[prefix + key], writes, None)
        if value is not None:
            folded[key] = value
    return folded


def _writes(
    entries: Sequence[Entry], field: str, position: int | None, default: Value, key: str | None = None
) -> list[_Write]:
    writes = []
    for entry in entries:
        written = entry.fields
        if isinstance(written, list):
            value = True if position is None else written[position] if len(written) > position else default
            if key is not None:
                if not isinstance(value, dict) or key not in value:
                    continue
                value = value[key]
            writes.append(_Write(Head(entry.change, entry.clock, entry.coder, value, True), ()))
        elif field in written:
            value, over = written[field]
            head = Head(entry.change, entry.clock, entry.coder, value, False)
            writes.append(_Write(head, tuple(bytes.fromhex(c) for c in over)))
    return writes


def _heads(
    writes: list[_Write], out: set[Id], *, default: Value = None, closes_equal_births: bool = True
) -> tuple[Head, ...]:
    """The writes that count and that no counting write replaced, directly or through others.

    What is left out still closes: if b replaced a and a replaced c, c stays closed by b when a is undone. An
    edit also closes births that hold the value it replaced, so that the same thing made twice disputes
    nothing; and a birth that left the field empty does not stand against one that filled it.
    """
    if len(writes) == 1:
        return () if writes[0].head.change in out else (writes[0].head,)
    by_change = {w.head.change: w for w in writes}
    closed: set[Id] = set()
    waiting = [w for w in writes if w.head.change not in out]
    while waiting:
        write = waiting.pop()
        for change in _replaced(write, writes, by_change, closes_equal_births):
            if change not in closed:
                closed.add(change)
                if change in by_change:
                    waiting.append(by_change[change])
    heads = [w.head for w in writes if w.head.change not in out and w.head.change not in closed]
    if any(not (h.birth and h.value == default) for h in heads):
        heads = [h for h in heads if not (h.birth and h.value == default)]
    return tuple(sorted(heads, key=lambda head: head.order))


def _replaced(
    write: _Write, writes: list[_Write], by_change: dict[Id, _Write], closes_equal_births: bool
) -> Iterable[Id]:
    yield from write.over
    if closes_equal_births and write.over:
        gone = [by_change[c].head.value for c in write.over if c in by_change]
        yield from (w.head.change for w in writes if w.head.birth and w.head.value in gone)


def _shown(heads: tuple[Head, ...], writes: list[_Write], default: Value) -> Value:
    """The greatest head; of an undone birth the values underneath."""
    if heads:
        return heads[-1].value
    births = [w.head for w in writes if w.head.birth]
    typed = [h for h in births if h.value != default] or births
    return max(typed, key=lambda head: head.order).value if typed else default


@dataclass(frozen=True, slots=True)
class Move:
    """That a thing was put under another (or united with it): by a head's order."""

    order: tuple[bool, int, Id]
    thing: Id
    target: Id | None


def replay(moves: Iterable[Move]) -> tuple[dict[Id, Id | None], list[Move]]:
    """Where each thing stands after all moves in (clock, id) order, and the moves set aside.

    A move that would close a ring is skipped; it is listed only while no later move of that thing took its place.
    """
    stands: dict[Id, Id | None] = {}
    aside: dict[Id, Move] = {}
    for move in sorted(moves, key=lambda m: (m.order, m.thing)):
        if move.target is not None and _leads_to(stands, move.target, move.thing):
            aside[move.thing] = move
            continue
        stands[move.thing] = move.target
        aside.pop(move.thing, None)
    return stands, list(aside.values())


def _leads_to(stands: Mapping[Id, Id | None], start: Id, goal: Id) -> bool:
    at: Id | None = start
    while at is not None:
        if at == goal:
            return True
        at = stands.get(at)
    return False
