"""What a person can take back and do again, read from the journal: it survives a restart."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection

from coder.journal.fold import Id
from coder.journal.read import Row, rows_of_changes

CREATION = "create_project"
NEVER_UNDONE = frozenset({CREATION, "disclose"})  # what was seen was seen


def stacks_of(connection: Connection, coder_id: UUID) -> tuple[list[UUID], list[tuple[UUID, UUID]]]:
    """The changes this person can undo, oldest first, and what can be redone: (the undoing, what it undid).

    Only changes recorded in this file, not those that came by merge or package; a merge ends redo.
    """
    acts = connection.exec_driver_sql(
        "SELECT clock, id, undoes, operation FROM change WHERE came_by IS NULL AND coder_id = ? ORDER BY clock, id",
        (coder_id.bytes,),
    ).all()
    arrivals = [r[0] for r in connection.exec_driver_sql("SELECT clock FROM arrival")]
    last_arrival = max(arrivals, default=-1)
    done: list[UUID] = []
    undone: list[tuple[UUID, UUID]] = []
    for clock, change, undoes, operation in acts:
        if operation in NEVER_UNDONE:
            continue
        if undoes is None:
            done.append(UUID(bytes=change))
            undone.clear()
        elif undone and undone[-1][0].bytes == undoes:
            done.append(undone.pop()[1])
        elif UUID(bytes=undoes) in done:
            target = UUID(bytes=undoes)
            done.remove(target)
            if clock > last_arrival:
                undone.append((UUID(bytes=change), target))
    return done, undone


def operation_of(connection: Connection, changes: set[Id]) -> str:
    """The operation at the bottom of a chain of undoings."""
    for change in changes:
        row = connection.exec_driver_sql(
            "SELECT operation FROM change WHERE id = ? AND undoes IS NULL", (change,)
        ).first()
        if row:
            return str(row[0])
    return ""


def edits_by_others(connection: Connection, coder_id: UUID, target: UUID, rows: set[Row]) -> set[Row]:
    """Which of these rows others have written in since the target."""
    clock = connection.exec_driver_sql("SELECT clock FROM change WHERE id = ?", (target.bytes,)).scalar_one()
    others = connection.exec_driver_sql(
        "SELECT id FROM change WHERE clock > ? AND coder_id <> ? AND undoes IS NULL", (clock, coder_id.bytes)
    )
    return rows_of_changes(connection, [r[0] for r in others]) & rows
