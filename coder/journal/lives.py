"""What lives: what exists, and what something living needs. Members go with their owners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from coder.journal.fold import Id
from coder.journal.read import Row, chunks, marks

# what a living thing needs: table -> (column, table it points to)
_NEEDS: dict[str, tuple[tuple[str, str], ...]] = {
    "coding": (("document_id", "document"), ("code_id", "code"), ("coder_id", "coder")),
    "decision": (("document_id", "document"), ("code_id", "code"), ("decider_id", "coder")),
    "memo": (("author_id", "coder"), ("answered_by", "coder")),
    "answer": (("document_id", "document"), ("coder_id", "coder")),
    "code": (("parent_id", "code"), ("merged_into", "code")),
    "document": (("same_as", "document"),),
    "coder": (("same_as", "coder"),),
}
# what goes when its owner goes
_MEMBERS: dict[str, tuple[tuple[str, str], ...]] = {
    "assignment": (("document_id", "document"), ("coder_id", "coder")),
    "membership": (("document_id", "document"), ("set_id", "document_set"), ("case_id", "study_case")),
    "unit": (("document_id", "document"),),
    "text_map": (("document_id", "document"),),
}
_OWNED_BY_MEMOS = ("document", "code", "coding", "coder")


def settle_lives(connection: Connection) -> set[Row]:
    """Brings `lives` up to date everywhere; returns the rows in which it changed.

    Only what does not exist has to be looked at: it lives if something living needs it.
    """
    changed: set[Row] = set()
    needed_codings = _gone(connection, "coding") & _with_memo(connection, "coding")
    changed |= _set_lives(connection, "coding", needed_codings)
    for table in ("decision", "memo", "answer"):
        changed |= _set_lives(connection, table, set())
    changed |= _set_lives(connection, "code", _needed(connection, "code"))
    changed |= _set_lives(connection, "document", _needed(connection, "document"))
    changed |= _set_lives(connection, "coder", _needed(connection, "coder"))
    for table in ("study", "codebook_version", "qualifier", "variable", "study_case", "document_set"):
        changed |= _set_lives(connection, table, set())
    for table in _MEMBERS:
        changed |= _settle_members(connection, table)
    return changed


def leads_to(table: str, values: Mapping[str, Any]) -> set[Row]:
    """What a row needs or belongs to. values: its fields as they are, ids as UUID."""
    leads = {(to, values.get(column)) for column, to in (*_NEEDS.get(table, ()), *_MEMBERS.get(table, ()))}
    if table == "memo" and values.get("owner_kind") in _OWNED_BY_MEMOS:
        leads.add((values["owner_kind"], values.get("owner_id")))
    return {(to, row.bytes) for to, row in leads if row is not None}


def any_gone(connection: Connection, rows: Iterable[Row]) -> bool:
    """Whether one of the rows does not exist by itself."""
    by_table: dict[str, list[Id]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    return any(
        connection.exec_driver_sql(
            f'SELECT 1 FROM "{table}" WHERE id IN ({marks(part)}) AND NOT "exists" LIMIT 1', tuple(part)
        ).first()
        for table, ids in by_table.items()
        for part in chunks(sorted(ids))
    )


def _gone(connection: Connection, table: str) -> set[Id]:
    """The rows that do not exist by themselves."""
    return {row[0] for row in connection.exec_driver_sql(f'SELECT id FROM "{table}" WHERE NOT "exists"')}


def _with_memo(connection: Connection, kind: str) -> set[Id]:
    """What living memos of people are about."""
    rows = connection.exec_driver_sql(
        'SELECT owner_id FROM memo WHERE "exists" AND owner_kind = ? AND owner_id IS NOT NULL', (kind,)
    )
    return {row[0] for row in rows}


def _needed(connection: Connection, table: str) -> set[Id]:
    """The rows of the table that do not exist but live, because something living needs them."""
    gone = _gone(connection, table)
    if not gone:
        return set()
    wanted = gone & _with_memo(connection, table)
    for source in ("coding", "decision", "memo", "answer"):
        for column, target in _NEEDS[source]:
            if target == table:
                wanted |= _pointed_at(connection, source, column, gone - wanted)
    links = [column for column, target in _NEEDS.get(table, ()) if target == table]
    return _reached(connection, table, links, gone, wanted)


def _pointed_at(connection: Connection, source: str, column: str, rows: set[Id]) -> set[Id]:
    """Which of the rows a living row of `source` points at."""
    found: set[Id] = set()
    for part in chunks(sorted(rows)):
        for row in part:
            hit = connection.exec_driver_sql(
                f'SELECT 1 FROM "{source}" WHERE "{column}" = ? AND lives LIMIT 1', (row,)
            ).first()
            if hit:
                found.add(row)
    return found


def _reached(connection: Connection, table: str, links: list[str], gone: set[Id], wanted: set[Id]) -> set[Id]:
    """The rows that are gone but that living rows of the same table lead to."""
    columns = ", ".join(f'"{link}"' for link in links)
    leads = {row[0]: row[1:] for row in connection.exec_driver_sql(f'SELECT id, {columns} FROM "{table}"')}
    reached = set(wanted)
    waiting = [row for row in leads if row not in gone] + list(wanted)
    while waiting:
        for target in leads.get(waiting.pop(), ()):
            if target in gone and target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def _set_lives(connection: Connection, table: str, needed: Iterable[Id]) -> set[Row]:
    """lives = exists, or among the needed."""
    needed = set(needed)
    changed: set[Row] = set()
    stale = connection.exec_driver_sql(f'SELECT id, "exists" FROM "{table}" WHERE lives <> "exists"').all()
    should = {row[0] for row in stale if not row[1] and row[0] in needed}
    flip = [row[0] for row in stale if row[0] not in should]
    raise_ = list(needed - {row[0] for row in stale})
    for ids, value in ((flip, None), (raise_, 1)):
        for part in chunks(sorted(ids)):
            assigned = '"exists"' if value is None else "1"
            connection.exec_driver_sql(
                f'UPDATE "{table}" SET lives = {assigned} WHERE id IN ({marks(part)})', tuple(part)
            )
        changed.update((table, row) for row in ids)
    return changed


def _settle_members(connection: Connection, table: str) -> set[Row]:
    """A member lives if it exists and all its owners live."""
    owners = " AND ".join(
        f'("{column}" IS NULL OR EXISTS (SELECT 1 FROM "{target}" o WHERE o.id = m."{column}" AND o.lives))'
        for column, target in _MEMBERS[table]
    )
    stale = connection.exec_driver_sql(f'SELECT id FROM "{table}" m WHERE m.lives <> (m."exists" AND {owners})').all()
    for row in stale:
        connection.exec_driver_sql(f'UPDATE "{table}" SET lives = NOT lives WHERE id = ?', (row[0],))
    return {(table, row[0]) for row in stale}
