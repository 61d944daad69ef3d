"""Forgetting a document for good: a mark that travels, wins over all, and drops the rows wherever it arrives."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from coder.columns import utc_text
from coder.errors import CodingError
from coder.journal.codec import row_kind
from coder.journal.fold import Id
from coder.journal.lives import settle_lives
from coder.journal.read import Row, chunks, marks
from coder.models import NOUNS
from coder.project import Project
from coder.storage import copies_of

# what belongs to a document: the position of document_id in the birth of each table
_OWNED = ("coding", "assignment", "unit", "answer", "membership", "decision", "text_map")


def forget_document(project: Project, document_id: UUID) -> list[Path]:
    """Forgets a document in this file; returns the copies beside it, which still hold it and should be deleted.

    Raises CodingError in a coder's package: the mark would come home with it and take the team's document away.
    """
    if project.package_coder is not None:
        raise CodingError("Only the lead forgets a document for good.", "Ask the lead; a package may be deleted whole.")

    def work(connection: Connection) -> None:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO forgotten (id, coder_id, at) VALUES (?, ?, ?)",
            (document_id.bytes, project.coder_id.bytes, utc_text(datetime.now(UTC))),
        )
        drop_forgotten(connection)
        settle_lives(connection)

    project.write_directly(work)
    project.engine.dispose()
    connection = sqlite3.connect(project.path, isolation_level=None)
    try:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
    finally:
        connection.close()
    return copies_of(project.path)


def drop_forgotten(connection: Connection) -> set[Row]:
    """Drops everything of all forgotten documents; returns the rows that went."""
    gone: set[Row] = set()
    for row in connection.exec_driver_sql("SELECT id FROM forgotten").all():
        gone |= _drop(connection, row[0])
    return gone


def belonging(connection: Connection, document: Id) -> set[Row]:
    """The document's row and all rows that belong to it, by what the journal says of their births."""
    rows: set[Row] = {("document", document)}
    for table in _OWNED:
        place = row_kind(table).fields.index("document_id")
        found = connection.exec_driver_sql(
            'SELECT "row" FROM change_row WHERE "table" = ? AND json_type(fields) = ? AND json_extract(fields, ?) = ?',
            (table, "array", f"$[{place}]", document.hex()),
        )
        rows |= {(table, r[0]) for r in found}
    owners = {row for _, row in rows}
    memos = connection.exec_driver_sql(
        "SELECT \"row\", json_extract(fields, '$[1]') FROM change_row "
        "WHERE \"table\" = 'memo' AND json_type(fields) = 'array'"
    )
    rows |= {("memo", r[0]) for r in memos if r[1] and bytes.fromhex(r[1]) in owners}
    return rows


def _drop(connection: Connection, document: Id) -> set[Row]:
    rows = belonging(connection, document)
    changes: set[Id] = set()
    for table in {t for t, _ in rows}:
        ids = sorted(row for t, row in rows if t == table)
        for part in chunks(ids):
            where = f'"table" = ? AND "row" IN ({marks(part)})'
            found = connection.exec_driver_sql(f"SELECT change FROM change_row WHERE {where}", (table, *part))
            changes |= {r[0] for r in found}
            connection.exec_driver_sql(f"DELETE FROM change_row WHERE {where}", (table, *part))
            connection.exec_driver_sql(f"DELETE FROM open_head WHERE {where}", (table, *part))
    for table in ("memo", *_OWNED, "document"):
        for part in chunks(sorted(row for t, row in rows if t == table)):
            connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id IN ({marks(part)})', tuple(part))
    # the words of an act could still quote what is forgotten
    for part in chunks(sorted(changes)):
        connection.exec_driver_sql(f"UPDATE change SET arguments = NULL WHERE id IN ({marks(part)})", tuple(part))
    _drop_unused(connection)
    return rows


def _drop_unused(connection: Connection) -> None:
    """Texts, originals and structures that nothing points at any more."""
    for table, columns in (
        ("text", ("text_hash", "old_hash", "new_hash")),
        ("original", ("original_hash",)),
        ("structure", ("structure_hash",)),
    ):
        users = [
            f'SELECT "{column}" FROM "{noun}" WHERE "{column}" IS NOT NULL'
            for noun, model in NOUNS.items()
            for column in columns
            if column in model.FIELDS
        ]
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE hash NOT IN ({" UNION ".join(users)})')
