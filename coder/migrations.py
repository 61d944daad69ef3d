"""Numbered steps from one schema to the next; a copy of the file is kept before the first of them.

A step changes tables only: the journal is never migrated, its births grow at the end (DESIGN, The journal).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from coder.door import SCHEMA
from coder.storage import keep_copy

Step = Callable[[sqlite3.Connection], None]


def _answers_and_questions(connection: sqlite3.Connection) -> None:
    """2: what coders answer on fixed units, memos that ask the lead, and what of the codings is gone at a glance."""
    connection.execute(
        'CREATE TABLE answer (id BLOB NOT NULL, "exists" BOOLEAN NOT NULL, lives BOOLEAN NOT NULL, '
        "document_id BLOB NOT NULL, coder_id BLOB NOT NULL, round INTEGER NOT NULL, text_hash BLOB NOT NULL, "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL, layer VARCHAR NOT NULL, PRIMARY KEY (id), '
        "FOREIGN KEY(document_id) REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED, "
        "FOREIGN KEY(coder_id) REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED, "
        "FOREIGN KEY(text_hash) REFERENCES text (hash) DEFERRABLE INITIALLY DEFERRED)"
    )
    connection.execute("CREATE INDEX answer_by_document ON answer (document_id)")
    for column in (
        "state VARCHAR NOT NULL DEFAULT ''",
        "answer VARCHAR NOT NULL DEFAULT ''",
        "answered_by BLOB REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED",
        "text_hash BLOB REFERENCES text (hash) DEFERRABLE INITIALLY DEFERRED",
        "start INTEGER",
        '"end" INTEGER',
    ):
        connection.execute(f"ALTER TABLE memo ADD COLUMN {column}")
    connection.execute("CREATE INDEX coding_by_place ON coding (start, document_id)")
    connection.execute('CREATE INDEX coding_gone ON coding (id) WHERE NOT "exists"')
    connection.execute('CREATE INDEX coding_unsettled ON coding (id) WHERE lives <> "exists"')


# from version -> what makes it the next version; 1 is the first schema that people hold files of
STEPS: Mapping[int, Step] = {1: _answers_and_questions}


def migrate(path: Path, version: int, *, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA) -> Path | None:
    """Brings the file to the target schema, all steps in one transaction.

    Returns the copy that was kept, or None if there was nothing to do. A step that
    fails leaves the file as it was.
    """
    if version >= target:
        return None
    copy = keep_copy(path, "before update", datetime.now(UTC))
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(version, target):
            steps[number](connection)
        connection.execute(f"PRAGMA user_version={target}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.close()
    return copy
