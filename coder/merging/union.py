"""The union of two journals by key. Of a foreign file only journal, texts and originals are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection

from coder.errors import MergeError
from coder.identity import sha256
from coder.journal.fold import Id
from coder.journal.read import Row, undone_by
from coder.merging.forget import belonging, drop_forgotten
from coder.models import NOUNS
from coder.sentences import sentence

# what of a foreign file is read: these are held against their indexes, all else has to be readable
_READ = ("change", "change_row", "forgotten", "text", "original", "structure")
_DAMAGED = "Ask for the file again, or use a copy of it; nothing was merged."


@dataclass(slots=True)
class United:
    """What one file brought: its new changes, and the rows that have to be folded again."""

    changes: set[Id] = field(default_factory=set)
    touched: set[Row] = field(default_factory=set)
    arguments_filled: int = 0
    forgotten: set[Id] = field(default_factory=set)


def check_foreign(connection: Connection, name: str) -> None:
    """Refuses a file whose journal is not whole, or tells another story under the same keys."""
    for look in ("quick_check(1)", *(f"integrity_check('{table}')" for table in _READ)):
        if connection.exec_driver_sql(f"PRAGMA other.{look}").scalars().first() != "ok":
            raise MergeError(sentence("“{name}” is damaged.", name=name), _DAMAGED)
    tables = ", ".join(f"'{t}'" for t in NOUNS)
    for question, wrong in (
        ("SELECT count(*) FROM other.change_row r LEFT JOIN other.change c ON c.id = r.change WHERE c.id IS NULL",
         "“{name}” is damaged: it holds rows of changes that are missing."),
        (f'SELECT count(*) FROM other.change_row WHERE "table" NOT IN ({tables})',
         "“{name}” is damaged: it holds rows of unknown tables."),
        ("SELECT count(*) FROM other.change WHERE length(id) <> 16 OR length(coder_id) <> 16 "
         'OR typeof(clock) <> \'integer\' OR clock < 0 OR length("after") % 16 <> 0',
         "“{name}” is damaged: it holds changes that make no sense."),
        ("SELECT count(*) FROM other.change_row WHERE NOT json_valid(fields)",
         "“{name}” is damaged: it holds values that make no sense."),
    ):  # fmt: skip
        if connection.exec_driver_sql(question).scalar_one():
            raise MergeError(sentence(wrong, name=name), _DAMAGED)
    clash = connection.exec_driver_sql(
        "SELECT count(*) FROM other.change o JOIN main.change c ON c.id = o.id WHERE c.clock <> o.clock "
        'OR c.coder_id <> o.coder_id OR c."at" <> o."at" OR c.operation <> o.operation '
        'OR c.undoes IS NOT o.undoes OR c."after" <> o."after" '
        "OR (c.arguments IS NOT NULL AND o.arguments IS NOT NULL AND c.arguments <> o.arguments)"
    ).scalar_one()
    clash += connection.exec_driver_sql(
        'SELECT count(*) FROM other.change_row o JOIN main.change_row c ON c."table" = o."table" '
        'AND c."row" = o."row" AND c.change = o.change WHERE c.fields <> o.fields'
    ).scalar_one()
    if clash:
        raise MergeError(
            sentence("“{name}” is damaged: it tells {clash} known changes differently.", name=name, clash=clash),
            _DAMAGED,
        )


def bring_union(connection: Connection, name: str, arrival: UUID) -> United:
    """Adds to this journal what the other holds; inside the caller's transaction."""
    united = United()
    _bring_forgotten(connection, united)
    rows = connection.exec_driver_sql(
        "SELECT id FROM other.change o WHERE NOT EXISTS (SELECT 1 FROM main.change c WHERE c.id = o.id)"
    )
    united.changes = {r[0] for r in rows}
    connection.exec_driver_sql(
        'INSERT INTO main.change (id, clock, coder_id, "at", operation, arguments, undoes, "after", came_by) '
        'SELECT id, clock, coder_id, "at", operation, arguments, undoes, "after", ? FROM other.change o '
        "WHERE NOT EXISTS (SELECT 1 FROM main.change c WHERE c.id = o.id)",
        (arrival.bytes,),
    )
    missing = connection.exec_driver_sql(
        'SELECT o."table", o."row" FROM other.change_row o WHERE NOT EXISTS (SELECT 1 FROM main.change_row c '
        'WHERE c."table" = o."table" AND c."row" = o."row" AND c.change = o.change)'
    ).all()
    united.touched = {(r[0], r[1]) for r in missing}
    connection.exec_driver_sql(
        'INSERT OR IGNORE INTO main.change_row ("table", "row", change, fields) '
        'SELECT "table", "row", change, fields FROM other.change_row'
    )
    united.touched |= _rows_undone(connection, united.changes)
    _fill_arguments(connection)
    _bring_contents(connection, name)
    dropped = drop_forgotten(connection)
    united.touched -= dropped
    return united


def _rows_undone(connection: Connection, changes: set[Id]) -> set[Row]:
    """The rows of what the new changes undo, or undo the undoing of."""
    undoing = connection.exec_driver_sql("SELECT id FROM main.change WHERE undoes IS NOT NULL")
    new = {r[0] for r in undoing} & changes
    reached = undone_by(connection, new) - new
    rows: set[Row] = set()
    for change in reached:
        found = connection.exec_driver_sql('SELECT "table", "row" FROM main.change_row WHERE change = ?', (change,))
        rows |= {(r[0], r[1]) for r in found}
    return rows


def _fill_arguments(connection: Connection) -> None:
    """Arguments may be missing in one of the files (a package has none): the fuller stays, unless forgotten."""
    if connection.exec_driver_sql("SELECT count(*) FROM main.forgotten").scalar_one():
        return
    connection.exec_driver_sql(
        "UPDATE main.change SET arguments = (SELECT o.arguments FROM other.change o WHERE o.id = main.change.id) "
        "WHERE arguments IS NULL AND id IN (SELECT id FROM other.change WHERE arguments IS NOT NULL)"
    )


def _bring_forgotten(connection: Connection, united: United) -> None:
    known = {r[0] for r in connection.exec_driver_sql("SELECT id FROM main.forgotten")}
    connection.exec_driver_sql("INSERT OR IGNORE INTO main.forgotten SELECT * FROM other.forgotten")
    now = {r[0] for r in connection.exec_driver_sql("SELECT id FROM main.forgotten")}
    united.forgotten = now - known
    for document in united.forgotten:
        united.touched -= belonging(connection, document)


def _bring_contents(connection: Connection, name: str) -> None:
    """Texts, originals and structures that are missing here, each checked against its hash."""
    for hash_, body in connection.exec_driver_sql(
        "SELECT hash, body FROM other.text o WHERE NOT EXISTS (SELECT 1 FROM main.text t WHERE t.hash = o.hash)"
    ).all():
        if not isinstance(body, str) or sha256(body.encode("utf-8")) != hash_:
            raise MergeError(sentence("“{name}” is damaged: a text is not what its hash says.", name=name), _DAMAGED)
        connection.exec_driver_sql("INSERT INTO main.text (hash, body) VALUES (?, ?)", (hash_, body))
    for table, column in (("original", "data"), ("structure", "marks")):
        rows = connection.exec_driver_sql(
            f"SELECT hash, {column} FROM other.{table} o "
            f"WHERE NOT EXISTS (SELECT 1 FROM main.{table} t WHERE t.hash = o.hash)"
        )
        for hash_, content in rows.all():
            data = content.encode("utf-8") if isinstance(content, str) else bytes(content)
            if sha256(data) != hash_:
                raise MergeError(
                    sentence("“{name}” is damaged: an original is not what its hash says.", name=name), _DAMAGED
                )
            insert = f"INSERT INTO main.{table} (hash, {column}) VALUES (?, ?)"
            connection.exec_driver_sql(insert, (hash_, content))
