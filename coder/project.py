"""A project: create, open, lock; do an operation, ask a query, undo, redo, keep copies."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from coder import storage
from coder.door import APPLICATION_ID, SCHEMA, damaged, look_at_door
from coder.errors import NotAProject, NothingToUndo, ProjectExists, ReadOnlyProject
from coder.identity import random_id
from coder.journal.clock import is_ahead, wall_time
from coder.journal.read import Row, read_left_out, rows_of_changes, undone_by
from coder.journal.record import Act, Change, Recording, told_rows
from coder.journal.settle import settle
from coder.journal.sight import tips
from coder.journal.undoing import CREATION, NEVER_UNDONE, edits_by_others, operation_of, stacks_of
from coder.lock import Lock, login_name
from coder.migrations import migrate
from coder.models import Coder, Meta, Study, Table
from coder.sentences import sentence

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What an operation returned, and the change it made; None if it changed nothing."""

    value: T
    change: Change | None


@dataclass(frozen=True, slots=True)
class Undone:
    """An undo (or redo): its change, the operation it took back, and how many edits by others stay."""

    change: Change
    operation: str
    target: UUID
    kept: int


class _OnlyTried(Exception):
    """Ends the transaction of an operation that was only tried out."""


class Project(AbstractContextManager["Project"]):
    """One open project file. Writing goes through `do`, reading through `ask`."""

    def __init__(
        self,
        path: Path,
        engine: Engine,
        lock: Lock | None,
        coder_id: UUID | None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        copy: TemporaryDirectory[str] | None = None,
    ) -> None:
        self.path = path
        self._copy = copy  # where the file that is read lies, when it is not the one at `path`
        self._now = now
        self._writer = storage.writer_of(engine)
        self._engine = engine
        self._lock = lock
        self._done: list[UUID] = []
        self._undone: list[tuple[UUID, UUID]] = []  # (the undoing, what it undid)
        with engine.connect() as connection:
            self._read_state(connection)
            chosen = coder_id or self._default_coder(connection)
        self.act_as(chosen)

    # -- making and opening ------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, title: str = "", lead: str = "") -> Project:
        """Makes an empty project with one coder, its lead. Raises ProjectExists; never overwrites."""
        if path.exists():
            raise ProjectExists(sentence("“{name}” is already there.", name=path.name))
        if not path.parent.is_dir():
            raise NotAProject(sentence("There is no folder “{parent}”.", parent=path.parent), "Make the folder first.")
        lock = Lock(path)
        lock.take()
        try:
            make_file(path)
            engine = storage.engine_for(path, write=True)
            now = datetime.now(UTC)
            study, person = random_id(), random_id()
            with storage.writer_of(engine).begin() as connection:
                recording = Recording(connection, Act(person, now, 0, ()))
                recording.put(Coder(id=person, name=" ".join(lead.split()) or login_name()))
                recording.put(Study(id=study, title=title or path.stem, lead_id=person))
                recording.note(title=title or path.stem)
                recording.add(Meta(name="study", value=study.hex))
                recording.record(CREATION)
        except BaseException:
            path.unlink(missing_ok=True)
            lock.release()
            raise
        return cls(path, engine, lock, person)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        write: bool = True,
        coder_id: UUID | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Project:
        """Opens a project, for writing under its lock. now: the clock on the wall.

        Raises NotAProject, NewerProject, ProjectInUse, PermissionError for a file that may not be written. An older
        file is migrated when opened for writing, a copy kept; without `write` a copy of it is migrated and read, and
        the file stays as it is.
        """
        version = look_at_door(path)
        lock = Lock(path) if write else None
        if lock:
            lock.take()
        try:
            if lock:
                path.open("r+b").close()
            if version < SCHEMA:
                if not write:
                    return cls._of_older(path, version, coder_id, now)
                with storage.hold_told(path):
                    migrate(path, version)
            return cls(path, storage.engine_for(path, write=write), lock, coder_id, now)
        except DatabaseError as error:
            if lock:
                lock.release()
            with storage.hold_told(path):
                if isinstance(error.orig, sqlite3.DatabaseError) and not storage.is_hold(error):
                    raise damaged(path) from error
                raise
        except BaseException:
            if lock:
                lock.release()
            raise

    @classmethod
    def _of_older(cls, path: Path, version: int, coder_id: UUID | None, now: Callable[[], datetime]) -> Project:
        folder = TemporaryDirectory(prefix="intercoder-", ignore_cleanup_errors=True)
        try:
            copy = Path(folder.name) / path.name
            storage.copy_database(path, copy, durable=False)
            migrate(copy, version)
            return cls(path, storage.engine_for(copy, write=False), None, coder_id, now, folder)
        except BaseException:
            folder.cleanup()
            raise

    @property
    def file(self) -> Path:
        """The file that is read: the one at `path`, or today's form of it where that one is of an older program."""
        return Path(self._copy.name) / self.path.name if self._copy is not None else self.path

    def close(self) -> None:
        self._engine.dispose()
        if self._copy is not None:
            self._copy.cleanup()
        if self._lock:
            self._lock.release()

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- who and what ------------------------------------------------------------------------

    @property
    def writable(self) -> bool:
        return self._lock is not None

    @property
    def coder_id(self) -> UUID:
        """The person who acts in this opening."""
        return self._coder_id

    def act_as(self, coder_id: UUID) -> None:
        """From now on this person acts; undo reaches what they did in this file."""
        with storage.damage_told(self.path), self._engine.connect() as connection:
            self._read_stacks(connection, coder_id)
        self._coder_id = coder_id

    @property
    def study_id(self) -> UUID:
        return UUID(self._meta["study"])

    @property
    def package_coder(self) -> UUID | None:
        """The coder whose package this file is; None in the lead's project."""
        named = self._meta.get("package_coder")
        return UUID(named) if named else None

    @property
    def clock_ahead(self) -> datetime | None:
        """The date of the newest change if it lies more than a day ahead: somebody's clock is wrong."""
        clock = self._latest_clock
        return wall_time(clock) if is_ahead(clock, self._now()) else None

    def _default_coder(self, connection: Connection) -> UUID:
        if self.package_coder:
            return self.package_coder
        row = connection.exec_driver_sql("SELECT lead_id FROM study WHERE id = ?", (self.study_id.bytes,)).first()
        if row is None or row[0] is None:
            raise NotAProject(
                sentence("“{name}” has lost its study.", name=self.path.name), "Use one of the copies kept beside it."
            )
        return UUID(bytes=row[0])

    def _read_state(self, connection: Connection) -> None:
        self._meta = {r[0]: r[1] for r in connection.exec_driver_sql("SELECT name, value FROM meta")}
        row = connection.exec_driver_sql("SELECT max(clock) FROM change").first()
        self._latest_clock = int(row[0] or 0) if row else 0
        self._tips = tuple(tips(connection))

    # -- writing and reading -----------------------------------------------------------------

    def do(self, operation: Callable[Concatenate[Recording, P], T], *args: P.args, **arguments: P.kwargs) -> Done[T]:
        """Runs the operation in one transaction and records it as one change.

        Raises ReadOnlyProject, and whatever the operation raises; then nothing was written.
        """

        def run(recording: Recording) -> T:
            return operation(recording, *args, **arguments)

        return self._transact(operation.__name__, run)

    def try_out(
        self, operation: Callable[Concatenate[Recording, P], T], *args: P.args, **arguments: P.kwargs
    ) -> Done[T]:
        """What the operation would return; nothing of it is kept."""
        tried: list[T] = []

        def run(recording: Recording) -> None:
            tried.append(operation(recording, *args, **arguments))
            recording.flush()
            raise _OnlyTried

        with suppress(_OnlyTried):
            self._transact(operation.__name__, run)
        return Done(tried[0], None)

    def _transact(
        self,
        name: str,
        run: Callable[[Recording], T],
        *,
        undoes: UUID | None = None,
        then: Callable[[Connection], None] | None = None,
    ) -> Done[T]:
        """One transaction: the operation, its change, what must follow from it."""
        if not self.writable:
            raise ReadOnlyProject(sentence("“{name}” is open for reading only.", name=self.path.name))
        act = Act(self._coder_id, self._now(), self._latest_clock, self._tips, undoes, self.package_coder is not None)
        with storage.damage_told(self.path), self._writer.begin() as connection:
            recording = Recording(connection, act)
            value = run(recording)
            change = recording.record(name)
            if then:
                then(connection)
            if change is not None and "digest" in self._meta:
                connection.exec_driver_sql("DELETE FROM meta WHERE name = 'digest'")
        if change is not None:
            self._latest_clock, self._tips = change.clock, (change.id.bytes,)
            self._meta.pop("digest", None)
            if undoes is None and name not in NEVER_UNDONE:
                self._done.append(change.id)
                self._undone.clear()
        return Done(value, change)

    def ask(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **arguments: P.kwargs) -> T:
        """The query's answer, all of it from one state of the file."""
        with (
            storage.damage_told(self.path),
            self._engine.connect() as connection,
            connection.begin(),
            Session(bind=connection) as session,
        ):
            return query(session, *args, **arguments)

    # -- undo and redo -----------------------------------------------------------------------

    @property
    def undo_depth(self) -> int:
        return len(self._done)

    @property
    def redo_depth(self) -> int:
        return len(self._undone)

    def undo(self) -> Undone:
        """Takes back this person's latest act in this file that still counts. Raises NothingToUndo."""
        out = self.ask(lambda s: read_left_out(s.connection()))
        while self._done and self._done[-1].bytes in out:
            self._done.pop()  # undone already, in another copy of this file
        if not self._done:
            raise NothingToUndo("There is nothing left to undo.")
        target = self._done[-1]
        undone = self._take_back("undo", target)
        self._done.pop()
        self._undone.append((undone.change.id, target))
        return undone

    def redo(self) -> Undone:
        """Does again what the latest undo took back. Raises NothingToUndo."""
        if not self._undone:
            raise NothingToUndo("There is nothing to redo.")
        undoing, target = self._undone[-1]
        redone = self._take_back("redo", undoing)
        self._undone.pop()
        self._done.append(target)
        return Undone(redone.change, redone.operation, target, redone.kept)

    def _take_back(self, name: str, target: UUID) -> Undone:
        tables: set[str] = set()
        rows: set[Row] = set()

        def run(recording: Recording) -> str:
            connection = recording.connection()
            changes = undone_by(connection, {target.bytes})
            rows.update(rows_of_changes(connection, changes))
            operation = operation_of(connection, changes)
            recording.note(operation=operation)
            return operation

        def then(connection: Connection) -> None:
            settled = settle(connection, rows)
            tables.update(table for table, _ in settled.after.keys() | rows)

        done = self._transact(name, run, undoes=target, then=then)
        assert done.change is not None
        whole = replace(done.change, tables=frozenset(tables), rows=told_rows(rows))
        kept = self.ask(lambda s: len(edits_by_others(s.connection(), self._coder_id, target, rows)))
        return Undone(whole, done.value, target, kept)

    def _read_stacks(self, connection: Connection, coder_id: UUID) -> None:
        self._done, self._undone = stacks_of(connection, coder_id)

    # -- copies and merges -------------------------------------------------------------------

    def keep_copy(self, why: str) -> Path:
        """A copy beside the file; the last five of each kind stay."""
        return storage.keep_copy(self.path, why, datetime.now(UTC))

    def keep_daily_copy(self) -> Path | None:
        """A copy if the newest daily one is older than a day and something was done since."""
        daily = storage.copies_of(self.path, "daily")
        age = timedelta(days=1).total_seconds()
        if daily and datetime.now(UTC).timestamp() - daily[-1].stat().st_mtime < age:
            return None
        return self.keep_copy("daily") if self._latest_clock else None

    def write_directly(self, work: Callable[[Connection], T], *, other: Path | None = None) -> T:
        """For merging and forgetting, which bring changes instead of making one: one transaction.

        other: a file that the work reads as the database `other`. Work that returns False changed nothing.
        """
        if not self.writable:
            raise ReadOnlyProject(sentence("“{name}” is open for reading only.", name=self.path.name))
        with (
            storage.hold_told(self.path), storage.attached(self._writer, other) as connection, connection.begin()
        ):  # fmt: skip
            result = work(connection)
            if result is not False:
                connection.exec_driver_sql("DELETE FROM meta WHERE name = 'digest'")
        with storage.hold_told(self.path), self._engine.connect() as connection:
            self._read_state(connection)
            self._read_stacks(connection, self._coder_id)
        return result

    @property
    def engine(self) -> Engine:
        """For core rooms below the window that read in bulk."""
        return self._engine

    def remember(self, name: str, value: str) -> None:
        """A fact of this file alone, such as its cached digest; silently not kept when reading only."""
        self._meta[name] = value
        if self.writable:
            with storage.hold_told(self.path), self._writer.begin() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO meta (name, value) VALUES (?, ?) "
                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    (name, value),
                )

    def remembered(self, name: str) -> str | None:
        return self._meta.get(name)


def make_file(path: Path) -> None:
    """An empty project file with all its tables. Raises ProjectError where the disk refuses it."""
    with storage.damage_told(path):
        _make_file(path)


def _make_file(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA}")
    finally:
        connection.close()
    engine = storage.engine_for(path, write=True)
    try:
        with storage.writer_of(engine).begin() as db:
            Table.metadata.create_all(db)
            # SQLAlchemy makes indexes in no order, and where two seem alike SQLite takes the one that was made last
            place = next(index for index in Table.metadata.tables["coding"].indexes if index.name == "coding_by_place")
            place.drop(db)
            place.create(db)
    finally:
        engine.dispose()
