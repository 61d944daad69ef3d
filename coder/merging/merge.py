"""Merging files into a project: checked first, one after the other, with a report; a copy is kept before."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlmodel import Session

from coder.collector import no_collecting
from coder.columns import utc_text
from coder.door import SCHEMA, damaged, look_at_door
from coder.errors import CoderError, MergeError
from coder.exchange.study_write import digest
from coder.identity import random_id, same_name
from coder.journal.clock import is_ahead, wall_time
from coder.journal.fold import Id
from coder.journal.read import chunks, marks
from coder.journal.settle import Settled, settle
from coder.merging.conflicts import Conflict, Namer, open_conflicts, thing_of
from coder.merging.union import United, bring_union, check_foreign
from coder.migrations import migrate
from coder.project import Project
from coder.sentences import listing, sentence
from coder.storage import attached, copy_database, private_copy

Tick = Callable[[int, int], None]
COUNTED = ("document", "code", "coding", "coder")


@dataclass(frozen=True, slots=True)
class Told:
    """Something of the merge that the lead should look at."""

    thing: str
    name: str
    why: str


@dataclass(slots=True)
class FileReport:
    """What one file brought, counted by kind (documents, codes, codings, coders); changes: of those and all others."""

    file: str
    changes: int = 0
    added: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class MergeReport:
    """What a merge did, or would do; digest is the target's afterwards."""

    files: list[FileReport] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    alike: list[Told] = field(default_factory=list)
    revived: list[Told] = field(default_factory=list)
    proposals: list[Told] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    digest: str = ""
    copy: Path | None = None

    def as_json(self) -> dict[str, Any]:
        kinds = [f"{t}s" for t in COUNTED]

        def counts(counter: Counter[str]) -> dict[str, int]:
            return {kind: counter[kind] for kind in kinds}

        def told(listed: list[Told]) -> list[dict[str, str]]:
            return [{"thing": t.thing, "name": t.name, "why": t.why} for t in listed]

        return {
            "files": [
                {"file": f.file, "added": counts(f.added), "removed": counts(f.removed),
                 "changed": counts(f.changed), "same": counts(f.same)}
                for f in self.files
            ],
            "conflicts": [c.as_json() for c in self.conflicts],
            "alike": told(self.alike),
            "revived": told(self.revived),
            "proposals": told(sorted(self.proposals, key=lambda t: (t.name, t.why))),
            "warnings": self.warnings,
            "digest": self.digest,
        }  # fmt: skip


def _no_tick(_done: int, _total: int) -> None:
    pass


def merge_files(
    project: Project, paths: Sequence[Path], *, dry_run: bool = False, tick: Tick = _no_tick
) -> MergeReport:
    """Brings the files into the project. With dry_run nothing is written: the report is that of a copy.

    Raises NotAProject, NewerProject, MergeError for a file that is foreign, newer or damaged; then, and when
    `tick` stops it, the project is as it was.
    """
    with tempfile.TemporaryDirectory() as folder, no_collecting():
        if dry_run:
            copy = Path(folder) / f"trial-{project.path.name}"
            copy_database(project.path, copy)
            with Project.open(copy, coder_id=project.coder_id) as trial:
                return _merge(trial, paths, Path(folder), tick, keep=False)
        return _merge(project, paths, Path(folder), tick, keep=True)


def _merge(project: Project, paths: Sequence[Path], folder: Path, tick: Tick, *, keep: bool) -> MergeReport:
    report = MergeReport()
    copies = _copies(paths, folder)
    for path, copy in zip(paths, copies, strict=True):
        _check(project, path, copy)
    if keep:
        report.copy = project.keep_copy("before merge")
    brought = False
    try:
        for n, (path, copy) in enumerate(zip(paths, copies, strict=True)):
            tick(n, len(paths))
            brought |= _bring(project, path, copy, report)
        tick(len(paths), len(paths))
        report.conflicts = project.ask(open_conflicts)
        report.digest = digest(project)
    except BaseException as error:
        if report.copy:
            if brought:
                _restore(project, report.copy)
            report.copy.unlink(missing_ok=True)
        if isinstance(error, DatabaseError):
            raise _told_plainly(error) from error
        if (brought or report.files) and isinstance(error, (LookupError, ValueError, TypeError)):
            raise _senseless(paths) from error
        raise
    if not brought and report.copy:
        report.copy.unlink(missing_ok=True)
        report.copy = None
    return report


def _copies(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Private copies of the files, brought to today's schema, so that the originals stay untouched."""
    made: list[Path] = []
    for n, path in enumerate(paths):
        version = look_at_door(path)
        copy = folder / f"{n}.intercoder"
        try:
            private_copy(path, copy)
        except sqlite3.DatabaseError as error:
            raise damaged(path) from error
        if version < SCHEMA:
            migrate(copy, version)
        made.append(copy)
    return made


def _check(project: Project, path: Path, copy: Path) -> None:
    try:
        with attached(project.engine, copy) as connection:
            check_foreign(connection, path.name)
    except (DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
        # the last where the words in which SQLite says what is broken are broken themselves
        raise damaged(path) from error


def _restore(project: Project, before: Path) -> None:
    """The project as it was, from the copy made just before."""
    project.engine.dispose()
    copy_database(before, project.path)
    project.write_directly(lambda connection: None)


def _senseless(paths: Sequence[Path]) -> CoderError:
    """What came in cannot be read: a value in a file is broken in a way that only reading all of it finds."""
    return MergeError(
        sentence(
            "Of these files one is damaged, it holds values that make no sense: {names}.",
            names=listing([path.name for path in paths], 5),
        ),
        "Merge them one by one to find it, and ask for that file again; nothing was merged.",
    )


def _told_plainly(error: DatabaseError) -> CoderError:
    if isinstance(error, IntegrityError):
        return MergeError(
            "A file speaks of documents or codes that neither it nor this project holds.",
            "Merge the project that the file was made from first.",
        )
    return MergeError(
        sentence("The project could not be written: {orig}.", orig=error.orig), "Check the disk; nothing was merged."
    )


# -- one file ---------------------------------------------------------------------------------


def _bring(project: Project, path: Path, copy: Path, report: MergeReport) -> bool:
    """Merges one file; returns whether it brought anything."""
    told = FileReport(path.name)
    report.files.append(told)
    arrival = random_id()

    def work(connection: Connection) -> bool:
        here = _rows_here(connection)
        united = bring_union(connection, path.name, arrival)
        settled = settle(connection, united.touched)
        told.changes = len(united.changes)
        _count(connection, settled, here, told)
        _look_for_news(connection, united, settled, report)
        if united.changes or united.touched or united.forgotten:
            _note_arrival(connection, project.coder_id, arrival, path.name, len(united.changes), report.copy)
            return True
        return False

    return project.write_directly(work, other=copy)


def _rows_here(connection: Connection) -> dict[str, int]:
    """How many rows of the other file, by table, live here already."""
    return {
        table: connection.exec_driver_sql(
            'SELECT count(*) FROM (SELECT DISTINCT "row" FROM other.change_row WHERE "table" = ?) o '
            f'JOIN main."{table}" m ON m.id = o."row" WHERE m.lives',
            (table,),
        ).scalar_one()
        for table in COUNTED
    }


def _of_the_other(connection: Connection, table: str, rows: set[Id]) -> int:
    """How many of these rows the other file has."""
    return sum(
        connection.exec_driver_sql(
            f'SELECT count(DISTINCT "row") FROM other.change_row WHERE "table" = ? AND "row" IN ({marks(part)})',
            (table, *part),
        ).scalar_one()
        for part in chunks(sorted(rows))
    )


def _count(connection: Connection, settled: Settled, here: dict[str, int], told: FileReport) -> None:
    for table in COUNTED:
        kind = f"{table}s"
        moved: set[Id] = set()  # of those that lived here
        for (t, row), after in settled.after.items():
            if t != table:
                continue
            before = bool(settled.before.get((t, row)))
            if before != after:
                (told.added if after else told.removed)[kind] += 1
                if before:
                    moved.add(row)
            elif after and (t, row) in settled.edited:
                told.changed[kind] += 1
                moved.add(row)
        told.same[kind] = here[table] - _of_the_other(connection, table, moved)


def _look_for_news(connection: Connection, united: United, settled: Settled, report: MergeReport) -> None:
    with Session(bind=connection) as session:
        namer = Namer(session)
        for table in COUNTED:
            rows = {row for (t, row), lives in settled.after.items() if t == table and lives}
            _tell_revived(connection, namer, table, rows, settled, report)
        _tell_proposals(connection, namer, settled, report)
        _tell_alike(connection, {row for t, row in united.touched if t == "document"}, report)
        _tell_same_names(connection, settled, report)
    now = datetime.now(UTC)
    ahead = [
        r[0]
        for part in chunks(sorted(united.changes))
        for r in connection.exec_driver_sql(f"SELECT clock FROM change WHERE id IN ({marks(part)})", tuple(part))
        if is_ahead(r[0], now)
    ]
    if ahead:
        day = wall_time(max(ahead)).date().isoformat()
        report.warnings.append(
            sentence(
                "{file}: {n} changes are dated ahead of today, up to {day}; the clock of that computer is wrong.",
                file=report.files[-1].file,
                n=len(ahead),
                day=day,
            )
        )


def _tell_revived(
    connection: Connection, namer: Namer, table: str, rows: set[Id], settled: Settled, report: MergeReport
) -> None:
    """What stands against somebody's removal: needed by something living, or made or used elsewhere."""
    needed = {r[0] for r in connection.exec_driver_sql(f'SELECT id FROM "{table}" WHERE lives AND NOT "exists"')}
    removed = {
        r[0]
        for r in connection.exec_driver_sql(
            'SELECT DISTINCT "row" FROM change_row WHERE "table" = ? AND substr(fields, 1, 1) = ? '
            "AND json_extract(fields, '$.exists[0]') = 0",
            (table, "{"),
        )
    }
    for row in sorted(rows & (needed | removed)):
        if row in needed:
            why = sentence("removed, but still needed")
        elif settled.before.get((table, row)) is not True:
            why = sentence("somebody removed it, but it was made or used elsewhere")
        else:
            continue
        report.revived.append(Told(thing_of(table), namer.name(table, UUID(bytes=row)), why))


def _tell_proposals(connection: Connection, namer: Namer, settled: Settled, report: MergeReport) -> None:
    proposed = connection.exec_driver_sql("SELECT id FROM code WHERE lives AND state = 'proposed'").all()
    for (row,) in proposed:
        if settled.after.get(("code", row)) and not settled.before.get(("code", row)):
            name = namer.name("code", UUID(bytes=row))
            report.proposals.append(Told("code", name, sentence("proposed by a coder")))


def _tell_alike(connection: Connection, documents: Iterable[Id], report: MergeReport) -> None:
    """Documents of the same original and name whose texts differ: uniting them is the lead's act."""
    for document in sorted(documents):
        row = connection.exec_driver_sql(
            "SELECT d.name FROM document d JOIN document e ON e.original_hash = d.original_hash AND e.id <> d.id "
            "AND e.lives AND e.imported_as = d.imported_as AND e.text_hash <> d.text_hash "
            "WHERE d.id = ? AND d.lives",
            (document,),
        ).first()
        if row:
            why = sentence("the same original was read as another text")
            report.alike.append(Told("document", row[0], why))


def _tell_same_names(connection: Connection, settled: Settled, report: MergeReport) -> None:
    new = {row for (t, row), lives in settled.after.items() if t == "coder" and lives and not settled.before[t, row]}
    people = connection.exec_driver_sql("SELECT id, name FROM coder WHERE lives AND same_as IS NULL").all()
    for row, name in people:
        if row in new and any(same_name(n) == same_name(name) and r != row for r, n in people):
            why = sentence("two people of this name; unite them if they are one")
            report.alike.append(Told("coder", name, why))


def _note_arrival(
    connection: Connection, coder: UUID, arrival: UUID, name: str, changes: int, copy: Path | None
) -> None:
    latest = connection.exec_driver_sql("SELECT max(clock) FROM change").scalar_one()
    connection.exec_driver_sql(
        'INSERT INTO arrival (id, "at", clock, coder_id, file, added, copy_kept) VALUES (?, ?, ?, ?, ?, ?, ?)',
        (
            arrival.bytes, utc_text(datetime.now(UTC)), latest, coder.bytes, name, changes,
            copy.name if copy else "",
        ),
    )  # fmt: skip
