"""Is the file whole: SQLite's own check, texts against their hashes, tables against the journal's fold."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from coder.identity import sha256
from coder.journal.codec import row_kind
from coder.journal.fold import Id
from coder.journal.lives import settle_lives
from coder.journal.settle import fold_all, open_heads_anew
from coder.models import NOUNS
from coder.project import Project
from coder.sentences import sentence
from coder.storage import copy_database, engine_for, writer_of

_SHOWN = 5


def problems_of(project: Project) -> list[str]:
    """What is wrong with the file, in sentences; empty if it is whole. Reads only."""
    problems: list[str] = []
    for look in (_sqlite, _contents, _journal, _tables, _lives):
        try:
            problems += project.ask(_over(look))
        except DatabaseError as error:
            problems.append(sentence("The file cannot be read through: {orig}.", orig=error.orig))
        except (LookupError, ValueError, TypeError):  # what stands in the journal can be read, but means nothing
            problems.append(sentence("The journal holds values that make no sense."))
        if problems:
            break  # what follows would only repeat it
    return problems


def _over(look: Callable[[Connection], list[str]]) -> Callable[[Session], list[str]]:
    return lambda session: look(session.connection())


def _sqlite(connection: Connection) -> list[str]:
    told = [str(r[0]) for r in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    problems = [] if told == ["ok"] else [f"SQLite: {line}" for line in told]
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    problems += [
        sentence("A row of “{table}” points at a missing row of “{target}”.", table=r[0], target=r[2])
        for r in dangling[:_SHOWN]
    ]
    return problems


def _contents(connection: Connection) -> list[str]:
    wrong = 0
    for table, column in (("text", "body"), ("original", "data"), ("structure", "marks")):
        for hash_, content in connection.exec_driver_sql(f"SELECT hash, {column} FROM {table}"):
            data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else bytes(content)
            wrong += sha256(data) != hash_
    return [sentence("{wrong} texts or originals are not what their hash says.", wrong=wrong)] if wrong else []


def _journal(connection: Connection) -> list[str]:
    lost = connection.exec_driver_sql(
        "SELECT count(*) FROM change_row r LEFT JOIN change c ON c.id = r.change WHERE c.id IS NULL"
    ).scalar_one()
    broken = connection.exec_driver_sql("SELECT count(*) FROM change_row WHERE NOT json_valid(fields)").scalar_one()
    problems = [sentence("{lost} rows of the journal belong to no change.", lost=lost)] if lost else []
    return problems + ([sentence("{broken} rows of the journal cannot be read.", broken=broken)] if broken else [])


def _tables(connection: Connection) -> list[str]:
    told = fold_all(connection)
    problems: list[str] = []
    for table in NOUNS:
        problems += _compare(connection, table, told[table])
    stored = {tuple(r) for r in connection.exec_driver_sql('SELECT "table", "row", field FROM open_head')}
    if stored != open_heads_anew(connection):
        problems.append("The list of open conflicts is not what the journal says.")
    return problems


def _lives(connection: Connection) -> list[str]:
    """Is what the lists show just what exists or is needed? Settled anew in a copy, which is thrown away."""
    path = Path(connection.exec_driver_sql("PRAGMA database_list").all()[0][2])
    with tempfile.TemporaryDirectory(prefix="intercoder-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy"
        copy_database(path, copy, durable=False)
        engine = engine_for(copy, write=True)
        with writer_of(engine).connect() as writing:
            wrong = Counter(table for table, _ in settle_lives(writing))
            writing.rollback()
        engine.dispose()
    return [
        sentence("{n} rows of “{table}” are shown or hidden against what the journal says.", n=n, table=table)
        for table, n in wrong.items()
    ]


def _compare(connection: Connection, table: str, folded: dict[Id, tuple[Any, ...]]) -> list[str]:
    columns = ", ".join(f'"{c}"' for c in ("exists", *row_kind(table).fields))
    rows = {r[0]: tuple(r[1:]) for r in connection.exec_driver_sql(f'SELECT id, {columns} FROM "{table}"')}
    problems = []
    # True and 1 are equal, as SQLite holds them
    differing = sum(row in rows and rows[row] != expected for row, expected in folded.items())
    if missing := len(folded.keys() - rows.keys()):
        problems.append(
            sentence(
                "{missing} rows of “{table}” are in the journal but not in the table.", missing=missing, table=table
            )
        )
    if extra := len(rows.keys() - folded.keys()):
        problems.append(
            sentence("{extra} rows of “{table}” are in the table but not in the journal.", extra=extra, table=table)
        )
    if differing:
        problems.append(
            sentence("{differing} rows of “{table}” are not what the journal says.", differing=differing, table=table)
        )
    return problems
