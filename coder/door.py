"""What a project file is by its first bytes: looked at before anything is opened, with the standard library alone."""

from __future__ import annotations

import sqlite3
import struct
from pathlib import Path

from coder.errors import NewerProject, NotAProject
from coder.sentences import sentence

APPLICATION_ID = 0x49435444  # "ICTD", at byte 68 of every project file
SCHEMA = 2  # PRAGMA user_version; a higher one comes with a step in migrations.py

PATIENCE = 2.0  # seconds that another program's hold on a file is waited for before it is taken for whole unseen

_MAGIC = b"SQLite format 3\x00"
_SMALL = 32 * 1024 * 1024  # bytes; files up to this size are looked through whole when opened


def look_at_door(path: Path) -> int:
    """The schema version of the project file. Reads only; raises NotAProject or NewerProject."""
    header = _header(path)
    if header[:16] != _MAGIC:
        raise NotAProject(sentence("“{name}” is not an Intercoder project.", name=path.name))
    (application,) = struct.unpack(">I", header[68:72])
    (version,) = struct.unpack(">I", header[60:64])
    if application != APPLICATION_ID:
        raise NotAProject(sentence("“{name}” was made by another program.", name=path.name))
    if version > SCHEMA:
        raise NewerProject(sentence("“{name}” was made by a newer version.", name=path.name))
    _check_whole(path, header)
    return int(version)


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise NotAProject(sentence("There is no file “{path}”.", path=path), "Check the name and the folder.") from None
    except OSError as error:
        raise NotAProject(
            sentence("“{path}” cannot be read: {strerror}.", path=path, strerror=error.strerror),
            "Check that it is a file and that you may read it.",
        ) from error
    if len(header) < 100:
        raise NotAProject(sentence("“{name}” is empty or cut off.", name=path.name))
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
            connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
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
        except UnicodeDecodeError as error:  # the very words in which SQLite says what is broken may be broken
            raise damaged(path) from error


def damaged(path: Path) -> NotAProject:
    """The refusal of a file that is broken; it is left as it is."""
    return NotAProject(
        sentence("“{name}” is damaged.", name=path.name),
        "Use the newest of the copies kept beside it (their names say when), and keep the damaged file.",
    )
