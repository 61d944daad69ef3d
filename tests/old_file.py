"""A file as the last program of schema 1 wrote it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from coder.door import APPLICATION_ID

_AS_SQL = Path(__file__).parent / "data" / "schema-1.sql"
OLD_DIGEST = "30e8c762080a1ea5ebd7f2951a6efea0d90c9f2087823cffccd1fb09d36b883d"  # that program told it


def write_old_file(path: Path) -> Path:
    """Writes it there."""
    with sqlite3.connect(path) as db:
        db.executescript(_AS_SQL.read_text(encoding="utf-8"))
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute("PRAGMA user_version=1")
    db.close()
    return path
