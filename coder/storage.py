"""The SQLite file: how it is opened, and copied."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError

from coder.door import damaged
from coder.errors import ProjectError, ProjectHeld
from coder.sentences import sentence

SUFFIX = ".intercoder"
_COPIES_KEPT = 5
# seconds that another program's hold on the file is waited for. To begin writing takes less patience: it is keys that
# wait, and this program's own long work says that it writes. Reading and the end of writing wait for readers and disks.
PATIENCE, PATIENCE_TO_BEGIN = 10.0, 2.0
# the last three: the words that lay the tables out are broken
_OF_DAMAGE = (
    "malformed", "not a database", "Could not decode to UTF-8", "no such column", "no such table", "has no column",
)  # fmt: skip
_OF_THE_DISK = {
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
}  # fmt: skip
_OF_A_HOLD = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def engine_for(path: Path, *, write: bool) -> Engine:
    """An engine on the file with the pragmas that DESIGN names; without `write` it only reads.

    A reader still opens the file for writing, so that SQLite can roll back what a crash left half done.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=PATIENCE)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA cache_size=-32768")
        # a big write that did not fit the cache would lock readers out long before it is over: the window waits for it
        connection.execute("PRAGMA cache_spill=OFF")
        if not write:
            connection.execute("PRAGMA query_only=ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # the driver's own BEGIN comes too late: reads of one question must see one state
        writes = write and connection.get_execution_options().get("writes", False)
        if not writes:
            connection.exec_driver_sql("BEGIN")
            return
        connection.exec_driver_sql(f"PRAGMA busy_timeout={round(PATIENCE_TO_BEGIN * 1000)}")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={round(PATIENCE * 1000)}")

    return engine


def writer_of(engine: Engine) -> Engine:
    """The same engine for transactions that write: they take the write lock when they begin."""
    return engine.execution_options(writes=True)


@contextmanager
def attached(engine: Engine, other: Path | None) -> Iterator[Connection]:
    """A connection on which the other file is readable as `other`, in no transaction yet."""
    with engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert isinstance(driver, sqlite3.Connection)
        if other is not None:
            driver.execute("ATTACH DATABASE ? AS other", (str(other),))
        try:
            yield connection
        finally:
            connection.rollback()
            if driver.in_transaction:  # a commit that was refused leaves it open, and counts as its end above
                driver.rollback()
            if other is not None:
                driver.execute("DETACH DATABASE other")


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Refuses the file as damaged where the database finds that it is, in the middle of reading or writing.

    Where it is the disk that refuses (full, not writable, unplugged), or another program that holds the file, that is
    told. Raises NotAProject, ProjectError, ProjectHeld.
    """
    try:
        with hold_told(path):
            yield
    except (DatabaseError, sqlite3.OperationalError) as raised:
        error = raised.orig if isinstance(raised, DatabaseError) else raised
        if _code_of(raised) in _OF_THE_DISK:
            raise ProjectError(
                sentence("“{name}” could not be written or read: {reason}.", name=path.name, reason=error),
                "Check the disk, the space on it, and that you may write there; nothing of this step was kept.",
            ) from raised
        if any(sign in str(error) for sign in _OF_DAMAGE):
            raise damaged(path) from raised
        raise


@contextmanager
def hold_told(path: Path) -> Iterator[None]:
    """Tells that another program holds the file, after it was waited for. Raises ProjectHeld."""
    try:
        yield
    except (DatabaseError, sqlite3.OperationalError) as raised:
        if is_hold(raised):
            raise _held(path) from raised
        raise


def is_hold(raised: DatabaseError | sqlite3.OperationalError) -> bool:
    """Was it another program's hold on the file?"""
    return _code_of(raised) in _OF_A_HOLD


def _code_of(raised: DatabaseError | sqlite3.OperationalError) -> int:
    """SQLite's own primary code of what it refused."""
    error = raised.orig if isinstance(raised, DatabaseError) else raised
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _held(path: Path) -> ProjectHeld:
    return ProjectHeld(sentence("“{name}” is held by another program just now.", name=path.name))


def copy_database(source: Path, target: Path, *, durable: bool = True) -> None:
    """A whole copy by SQLite's own backup, good also while the source is open elsewhere. Raises ProjectHeld.

    durable: wait until the disk has it; a copy that is thrown away at once need not.
    """
    from_, to = sqlite3.connect(source, timeout=PATIENCE), sqlite3.connect(target)
    try:
        if not durable:
            to.execute("PRAGMA synchronous=OFF")
        with hold_told(source):
            from_.backup(to, progress=_not_for_ever(source))
    finally:
        from_.close()
        to.close()


def _not_for_ever(source: Path) -> Callable[[int, int, int], None]:
    """A backup by itself tries for ever while another program holds the file; this ends it after the first wait."""

    def look(status: int, _left: int, _all: int) -> None:
        if status & 0xFF in _OF_A_HOLD:
            raise _held(source)

    return look


def keep_copy(path: Path, why: str, now: datetime) -> Path:
    """A copy beside the file, “Study (before merge 2026-11-23 09.15.00).intercoder”; five of each stay."""
    stem = path.name.removesuffix(SUFFIX)
    moment = now.astimezone().strftime("%Y-%m-%d %H.%M.%S")
    copy = path.with_name(f"{stem} ({why} {moment}){SUFFIX}")
    n = 2
    while copy.exists():
        copy = path.with_name(f"{stem} ({why} {moment} {n}){SUFFIX}")
        n += 1
    copy_database(path, copy)
    for old in copies_of(path, why)[:-_COPIES_KEPT]:
        old.unlink(missing_ok=True)
    return copy


def copies_of(path: Path, why: str = "") -> list[Path]:
    """The copies this program keeps beside the project, oldest first; of one kind if `why` is given."""
    stem = path.name.removesuffix(SUFFIX)
    kinds = (why,) if why else ("before merge", "before update", "daily")
    found = [
        p
        for p in path.parent.iterdir()
        if p.name.endswith(f"){SUFFIX}") and any(p.name.startswith(f"{stem} ({kind} ") for kind in kinds)
    ]
    return sorted(found, key=lambda p: (p.stat().st_mtime, p.name))


def private_copy(path: Path, copy: Path) -> None:
    """A whole copy of a foreign file that leaves the original untouched, whatever state it is in.

    A leftover journal of a crash comes along, and is played back in the copy when that is opened.
    """
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        shutil.copyfile(path, copy)
        shutil.copyfile(journal, copy.with_name(copy.name + "-journal"))
        return
    from_ = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
    to = sqlite3.connect(copy)
    try:
        with hold_told(path):
            from_.backup(to, progress=_not_for_ever(path))
    finally:
        from_.close()
        to.close()
