"""Reading the journal's rows, in bulk and in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from coder.journal.fold import Entry, Id, left_out

Row = tuple[str, Id]  # table and row
_CHUNK = 900  # SQLite takes 999 parameters everywhere


def chunks(ids: Sequence[Id]) -> Iterator[Sequence[Id]]:
    """The ids in pieces that one statement can carry."""
    for i in range(0, len(ids), _CHUNK):
        yield ids[i : i + _CHUNK]


def marks(ids: Sequence[Id]) -> str:
    """As many question marks as ids."""
    return ",".join("?" * len(ids))


def read_left_out(connection: Connection) -> set[Id]:
    """The changes that do not count because they were undone."""
    rows = connection.exec_driver_sql("SELECT clock, id, undoes FROM change WHERE undoes IS NOT NULL")
    return left_out((row[0], row[1], row[2]) for row in rows)


_ENTRIES = (
    'SELECT r."row", c.id, c.clock, c.coder_id, r.fields FROM change_row r JOIN change c ON c.id = r.change '
    'WHERE r."table" = ?'
)


def entries_of(connection: Connection, table: str, rows: Iterable[Id]) -> dict[Id, list[Entry]]:
    """Every entry of these rows, oldest first by (clock, id)."""
    found: dict[Id, list[Entry]] = {}
    for part in chunks(sorted(rows)):
        _gather(connection.exec_driver_sql(f'{_ENTRIES} AND r."row" IN ({marks(part)})', (table, *part)).all(), found)
    return _in_order(found)


def all_entries(connection: Connection, table: str) -> dict[Id, list[Entry]]:
    """Every entry of a table."""
    found: dict[Id, list[Entry]] = {}
    _gather(connection.exec_driver_sql(_ENTRIES, (table,)).all(), found)
    return _in_order(found)


def _gather(rows: Sequence[Sequence[object]], found: dict[Id, list[Entry]]) -> None:
    # one text of them all is parsed in a fraction of the time that one by one takes
    fields = json.loads(f"[{','.join(row[4] for row in rows)}]")  # type: ignore[misc]
    for (row, change, clock, coder, _), written in zip(rows, fields, strict=True):
        entry = Entry(change, clock, coder, written)  # type: ignore[arg-type]
        found.setdefault(row, []).append(entry)  # type: ignore[arg-type]


def _in_order(found: dict[Id, list[Entry]]) -> dict[Id, list[Entry]]:
    for entries in found.values():
        if len(entries) > 1:
            entries.sort(key=lambda e: (e.clock, e.change))
    return found


def rows_of_changes(connection: Connection, changes: Iterable[Id]) -> set[Row]:
    """The rows in which these changes wrote."""
    rows: set[Row] = set()
    for part in chunks(sorted(changes)):
        rows.update(
            (row[0], row[1])
            for row in connection.exec_driver_sql(
                f'SELECT "table", "row" FROM change_row WHERE change IN ({marks(part)})', tuple(part)
            )
        )
    return rows


def undone_by(connection: Connection, changes: Iterable[Id]) -> set[Id]:
    """These changes and, where they undo, what they undo, down to the changes that wrote rows."""
    reached = set(changes)
    waiting = list(reached)
    while waiting:
        part, waiting = waiting[:_CHUNK], waiting[_CHUNK:]
        for row in connection.exec_driver_sql(
            f"SELECT undoes FROM change WHERE undoes IS NOT NULL AND id IN ({marks(part)})", tuple(part)
        ):
            if row[0] not in reached:
                reached.add(row[0])
                waiting.append(row[0])
    return reached
