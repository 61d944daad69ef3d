"""The tables brought to what the fold says: after an undo, after a merge, and for a check from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from coder.columns import json_text
from coder.journal.codec import RowKind, raw_value, row_kind
from coder.journal.disputes import Dispute, removal_dispute, value_dispute
from coder.journal.fold import EXISTS, Entry, Folded, Id, Move, fold_row, replay
from coder.journal.lives import settle_lives
from coder.journal.read import Row, all_entries, chunks, entries_of, marks, read_left_out
from coder.journal.sight import Sight
from coder.models import NOUNS

# what points at its own kind and may not close a ring
TREES: tuple[tuple[str, str], ...] = (
    ("code", "parent_id"),
    ("code", "merged_into"),
    ("document", "same_as"),
    ("coder", "same_as"),
)


@dataclass(slots=True)
class Settled:
    """What settling changed. before and after: whether a row lived (None: it was not there)."""

    before: dict[Row, bool | None] = field(default_factory=dict)
    after: dict[Row, bool] = field(default_factory=dict)
    edited: set[Row] = field(default_factory=set)


def settle(connection: Connection, touched: Iterable[Row]) -> Settled:
    """Folds the touched rows anew and writes them, then trees, lives and open heads."""
    settled = Settled()
    out = read_left_out(connection)
    by_table: dict[str, set[Id]] = {}
    for table, row in touched:
        by_table.setdefault(table, set()).add(row)
    sight = Sight(connection)
    undoings = _undoings(connection)
    wrote_tree: set[tuple[str, str]] = set()
    for table, rows in by_table.items():
        kind = row_kind(table)
        entries = entries_of(connection, table, rows)
        single = {r: e[0] for r, e in entries.items() if len(e) == 1 and e[0].is_birth}
        folded = {r: fold_row(kind, e, out) for r, e in entries.items() if r not in single}
        raw = {r: _raw_of_birth(kind, e.fields) for r, e in single.items()}
        raw |= {r: _raw_of_fold(kind, f) for r, f in folded.items()}
        exists = {r: e.change not in out for r, e in single.items()} | {r: f.exists for r, f in folded.items()}
        _write(connection, kind, raw, exists, settled)
        _keep_open_heads(connection, kind, folded, entries, out, sight, undoings)
        wrote_tree |= {(t, f) for t, f in TREES if t == table and _writes_field(kind, f, entries)}
    for table, column in sorted(wrote_tree):
        _settle_tree(connection, table, column, out, settled)
    flipped = settle_lives(connection)
    # what was written is known to live as it was written, unless it flipped
    lives = lives_of(connection, flipped | (settled.before.keys() - settled.after.keys()))
    for flip in flipped:
        settled.before.setdefault(flip, not lives[flip])
    settled.after.update(lives)
    return settled


def lives_of(connection: Connection, rows: Iterable[Row]) -> dict[Row, bool]:
    """Whether each of these rows lives."""
    by_table: dict[str, list[Id]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    found: dict[Row, bool] = {}
    for table, ids in by_table.items():
        for part in chunks(sorted(ids)):
            result = connection.exec_driver_sql(
                f'SELECT id, lives FROM "{table}" WHERE id IN ({marks(part)})', tuple(part)
            ).all()
            found.update(((table, row), bool(lives)) for row, lives in result)
    return found


def _undoings(connection: Connection) -> Mapping[Id, list[Entry]]:
    """What undid each change: entries without fields."""
    found: dict[Id, list[Entry]] = {}
    for change, clock, coder, undone in connection.exec_driver_sql(
        "SELECT id, clock, coder_id, undoes FROM change WHERE undoes IS NOT NULL"
    ):
        found.setdefault(undone, []).append(Entry(change, clock, coder, {}))
    return found


def _writes_field(kind: RowKind, name: str, entries: Mapping[Id, Sequence[Entry]]) -> bool:
    if name == "parent_id":
        return True
    position = kind.fields.index(name)
    return any(
        name in e.fields if isinstance(e.fields, dict) else len(e.fields) > position and e.fields[position] is not None
        for found in entries.values()
        for e in found
    )


def _raw_of_birth(kind: RowKind, written: Any) -> tuple[Any, ...]:
    """The values of a row that was made and never touched again, as the table stores them."""
    given = (*written, *kind.defaults[len(written) :])
    return tuple(
        [convert(v) if convert and v is not None else v for convert, v in zip(kind.to_raw, given, strict=True)]
    )


def _raw_of_fold(kind: RowKind, fold: Folded) -> tuple[Any, ...]:
    return tuple(raw_value(kind, i, fold.values[name]) for i, name in enumerate(kind.fields))


def _write(
    connection: Connection,
    kind: RowKind,
    raw: Mapping[Id, tuple[Any, ...]],
    exists: Mapping[Id, bool],
    settled: Settled,
) -> None:
    """Upserts the rows; notes what lived before and what reads differently now."""
    new: list[tuple[Any, ...]] = []
    rows: list[tuple[Any, ...]] = []
    now = _current(connection, kind, raw)
    for row, values in raw.items():
        before = now.get(row)
        lives = exists[row] if before is None else bool(before[1])
        settled.before.setdefault((kind.table, row), None if before is None else lives)
        settled.after[kind.table, row] = lives
        if before is None:
            new.append((row, int(lives), int(lives), *values))  # of truth values the driver first asks what they are
            continue
        if before[2:] == values and bool(before[0]) == exists[row]:
            continue
        if before[2:] != values:
            settled.edited.add((kind.table, row))
        rows.append((row, exists[row], lives, *values))
    _insert(connection, kind, new)
    upsert(connection, kind, rows)


def _current(connection: Connection, kind: RowKind, rows: Iterable[Id]) -> dict[Id, tuple[Any, ...]]:
    columns = ", ".join(f'"{c}"' for c in ("exists", "lives", *kind.fields))
    found: dict[Id, tuple[Any, ...]] = {}
    for part in chunks(sorted(rows)):
        result = connection.exec_driver_sql(
            f'SELECT id, {columns} FROM "{kind.table}" WHERE id IN ({marks(part)})', tuple(part)
        )
        found.update((row[0], tuple(row[1:])) for row in result)
    return found


def upsert(connection: Connection, kind: RowKind, rows: list[tuple[Any, ...]]) -> None:
    """Writes rows of (id, exists, lives, *fields), all at once, over what stands there."""
    updates = ", ".join(f'"{c}" = excluded."{c}"' for c in ("exists", "lives", *kind.fields))
    _insert(connection, kind, rows, f" ON CONFLICT (id) DO UPDATE SET {updates}")


def _insert(connection: Connection, kind: RowKind, rows: list[tuple[Any, ...]], otherwise: str = "") -> None:
    """Writes rows of (id, exists, lives, *fields); new ones go in twice as fast without `otherwise`."""
    if rows:
        columns = ("id", "exists", "lives", *kind.fields)
        named = ", ".join(f'"{c}"' for c in columns)
        values = marks([b""] * len(columns))
        connection.exec_driver_sql(f'INSERT INTO "{kind.table}" ({named}) VALUES ({values}){otherwise}', rows)


def _settle_tree(connection: Connection, table: str, column: str, out: set[Id], settled: Settled) -> None:
    """Parents (or merged_into, same_as) of the whole tree, by replaying moves in order."""
    stands, aside = fold_tree(connection, table, column, out)
    current = {r[0]: r[1] for r in connection.exec_driver_sql(f'SELECT id, "{column}" FROM "{table}"')}
    for row, target in stands.items():
        if row in current and current[row] != target:
            connection.exec_driver_sql(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (target, row))
            settled.before.update(lives_of(connection, {(table, row)} - settled.before.keys()))
            settled.edited.add((table, row))
    connection.exec_driver_sql('DELETE FROM open_head WHERE "table" = ? AND field = ?', (table, f"ring:{column}"))
    for move in aside:
        heads = json_text([[move.order[2].hex(), move.target.hex() if move.target else None]])
        connection.exec_driver_sql(
            'INSERT INTO open_head ("table", "row", field, heads) VALUES (?, ?, ?, ?)',
            (table, move.thing, f"ring:{column}", heads),
        )


def fold_tree(connection: Connection, table: str, column: str, out: set[Id]) -> tuple[dict[Id, Id | None], list[Move]]:
    """Where each row of the table stands under `column`, by all moves that count."""
    kind = row_kind(table)
    position = kind.fields.index(column)
    moves: list[Move] = []
    for row, entries in all_entries(connection, table).items():
        for e in entries:
            if isinstance(e.fields, list):
                # an undone birth keeps its place underneath
                target = e.fields[position] if len(e.fields) > position else None
                moves.append(Move((False, e.clock, e.change), row, bytes.fromhex(target) if target else None))
            elif column in e.fields and e.change not in out:
                target = e.fields[column][0]
                moves.append(Move((True, e.clock, e.change), row, bytes.fromhex(target) if target else None))
    return replay(moves)


def keep_open_heads(connection: Connection, edited: Iterable[Row]) -> None:
    """Open heads after a local edit: who writes a disputed field saw its heads, and so closes them."""
    open_rows = {(r[0], r[1]) for r in connection.exec_driver_sql('SELECT "table", "row" FROM open_head')}
    rows = open_rows & set(edited)
    if not rows:
        return
    out = read_left_out(connection)
    sight, undoings = Sight(connection), _undoings(connection)
    for table in {table for table, _ in rows}:
        kind = row_kind(table)
        entries = entries_of(connection, table, [row for t, row in rows if t == table])
        folded = {row: fold_row(kind, found, out) for row, found in entries.items()}
        _keep_open_heads(connection, kind, folded, entries, out, sight, undoings)
        for row, found in entries.items():
            for column in (c for t, c in TREES if t == table):
                latest = max(found, key=lambda e: (e.clock, e.change))
                if isinstance(latest.fields, dict) and column in latest.fields:
                    connection.exec_driver_sql(
                        'DELETE FROM open_head WHERE "table" = ? AND "row" = ? AND field = ?',
                        (table, row, f"ring:{column}"),
                    )


def _keep_open_heads(
    connection: Connection,
    kind: RowKind,
    folded: Mapping[Id, Folded],
    entries: Mapping[Id, Sequence[Entry]],
    out: set[Id],
    sight: Sight,
    undoings: Mapping[Id, list[Entry]],
) -> None:
    """Rewrites the open heads of the folded rows."""
    for part in chunks(sorted(folded)):
        connection.exec_driver_sql(
            f'DELETE FROM open_head WHERE "table" = ? AND "row" IN ({marks(part)}) AND field NOT LIKE ?',
            (kind.table, *part, "ring:%"),
        )
    rows = []
    for row, fold in folded.items():
        for name, disputed in _disputes(kind, entries[row], fold, out, sight, undoings):
            rows.append((kind.table, row, name, json_text(disputed)))
    if rows:
        connection.exec_driver_sql('INSERT INTO open_head ("table", "row", field, heads) VALUES (?, ?, ?, ?)', rows)


def fold_all(connection: Connection) -> dict[str, dict[Id, tuple[Any, ...]]]:
    """Every row of every table as it should stand: (exists, *fields), folded from nothing, trees as well."""
    out = read_left_out(connection)
    told: dict[str, dict[Id, tuple[Any, ...]]] = {}
    for table in NOUNS:
        kind = row_kind(table)
        rows = told[table] = {}
        for row, entries in all_entries(connection, table).items():
            if len(entries) == 1 and entries[0].is_birth:
                rows[row] = (entries[0].change not in out, *_raw_of_birth(kind, entries[0].fields))
            else:
                rows[row] = (fold := fold_row(kind, entries, out)).exists, *_raw_of_fold(kind, fold)
    for table, column in TREES:
        place = row_kind(table).fields.index(column) + 1
        stands, _ = fold_tree(connection, table, column, out)
        for row, target in stands.items():
            told[table][row] = (*told[table][row][:place], target, *told[table][row][place + 1 :])
    return told


def open_heads_anew(connection: Connection) -> set[tuple[str, Id, str]]:
    """The open heads as the journal has them from nothing: (table, row, field). Reads only."""
    out = read_left_out(connection)
    sight, undoings = Sight(connection), _undoings(connection)
    found: set[tuple[str, Id, str]] = set()
    for table in NOUNS:
        kind = row_kind(table)
        for row, entries in all_entries(connection, table).items():
            if len(entries) > 1 or not entries[0].is_birth:
                fold = fold_row(kind, entries, out)
                found |= {(table, row, name) for name, _ in _disputes(kind, entries, fold, out, sight, undoings)}
    for table, column in TREES:
        found |= {(table, move.thing, f"ring:{column}") for move in fold_tree(connection, table, column, out)[1]}
    return found


def _disputes(
    kind: RowKind,
    entries: Sequence[Entry],
    fold: Folded,
    out: set[Id],
    sight: Sight,
    undoings: Mapping[Id, list[Entry]],
) -> list[tuple[str, Dispute]]:
    """What people differ on in one row: (field, heads)."""
    found = [(name, d) for name, heads in fold.heads.items() if (d := value_dispute(kind, name, heads))]
    if removal := removal_dispute(kind, entries, fold, out, undoings, sight):
        found.append((EXISTS, removal))
    return found
