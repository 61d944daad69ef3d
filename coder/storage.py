"""The SQLite file: how it is made, opened, checked at the door, and copied."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DatabaseError

from coder.errors import NewerProject, NotAProject
from coder.models import APPLICATION_ID, SCHEMA

SUFFIX = ".intercoder"
_MAGIC = b"SQLite format 3\x00"
_SMALL = 32 * 1024 * 1024  # bytes; files up to this size are looked through whole when opened
_COPIES_KEPT = 5


def engine_for(path: Path, *, write: bool) -> Engine:
    """An engine on the file with the pragmas that DESIGN names; without `write` it only reads.

    A reader still opens the file for writing, so that SQLite can roll back what a crash left half done.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("PRAGMA cache_size=-32768")
        if not write:
            connection.execute("PRAGMA query_only=ON")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # the driver's own BEGIN comes too late: reads of one question must see one state
        writes = write and connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

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
            if other is not None:
                driver.execute("DETACH DATABASE other")


def look_at_door(path: Path) -> int:
    """The schema version of the project file. Reads only; raises NotAProject or NewerProject."""
    header = _header(path)
    if header[:16] != _MAGIC:
        raise NotAProject(f"“{path.name}” is not an Intercoder project.")
    (application,) = struct.unpack(">I", header[68:72])
    (version,) = struct.unpack(">I", header[60:64])
    if application != APPLICATION_ID:
        raise NotAProject(f"“{path.name}” was made by another program.")
    if version > SCHEMA:
        raise NewerProject(f"“{path.name}” was made by a newer version.")
    _check_whole(path, header)
    return int(version)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise NotAProject(f"There is no file “{path}”.", "Check the name and the folder.") from None
    except OSError as error:
        raise NotAProject(
            f"“{path}” cannot be read: {error.strerror}.", "Check that it is a file and that you may read it."
        ) from error
    if len(header) < 100:
        raise NotAProject(f"“{path.name}” is empty or cut off.")
    return header


def _check_whole(path: Path, header: bytes) -> None:
    """Cheap on a large file: its length against its header; a small one is looked through whole."""
    size = path.stat().st_size
    (page,) = struct.unpack(">H", header[16:18])
    page = 65536 if page == 1 else page
    (pages,) = struct.unpack(">I", header[28:32])
    journal = path.with_name(path.name + "-journal")
    if page < 512 or (not journal.exists() and size < page * pages):
        raise damaged(path)
    if size <= _SMALL and not journal.exists():
        try:
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
            connection.text_factory = bytes  # what it says of a broken file may quote broken words
            try:
                if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != b"ok":
                    raise damaged(path)
            finally:
                connection.close()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
                return  # somebody is writing just now; the file is alive
            raise damaged(path) from error


def damaged(path: Path) -> NotAProject:
    """The refusal of a file that is broken; it is left as it is."""
    return NotAProject(
        f"“{path.name}” is damaged.",
        "Use the newest of the copies kept beside it (their names say when), and keep the damaged file.",
    )


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Refuses the file as damaged where the database finds that it is, in the middle of reading or writing."""
    try:
        yield
    except DatabaseError as error:
        if any(sign in str(error.orig) for sign in ("malformed", "not a database", "Could not decode to UTF-8")):
            raise damaged(path) from error
        raise


def copy_database(source: Path, target: Path) -> None:
    """A whole copy by SQLite's own backup, good also while the source is open elsewhere."""
    from_, to = sqlite3.connect(source, timeout=10), sqlite3.connect(target)
    try:
        from_.backup(to)
    finally:
        from_.close()
        to.close()


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
    from_ = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)
    to = sqlite3.connect(copy)
    try:
        from_.backup(to)
    finally:
        from_.close()
        to.close()
