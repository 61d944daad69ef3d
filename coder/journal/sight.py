"""Who saw what: each change names the newest changes its author saw, and so all that these saw."""

from __future__ import annotations

from sqlalchemy import Connection

Id = bytes


class Sight:
    """Answers whether one change saw another. Reads the journal's heads once, when first asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Id, tuple[int, bytes]] | None = None

    def saw(self, later: Id, earlier: Id) -> bool:
        """Whether `later` was made by somebody who had `earlier` in their file."""
        known = self._load()
        if later not in known or earlier not in known:
            return False
        floor = known[earlier][0]
        seen, waiting = {later}, [later]
        while waiting:
            for change in split_ids(known[waiting.pop()][1]):
                if change == earlier:
                    return True
                # what is older than `earlier` cannot have seen it
                if change in known and change not in seen and known[change][0] > floor:
                    seen.add(change)
                    waiting.append(change)
        return False

    def _load(self) -> dict[Id, tuple[int, bytes]]:
        if self._known is None:
            rows = self._connection.exec_driver_sql('SELECT id, clock, "after" FROM change')
            self._known = {row[0]: (row[1], row[2]) for row in rows}
        return self._known


def split_ids(packed: bytes) -> list[Id]:
    """Ids that stand one after the other, sixteen bytes each."""
    return [packed[i : i + 16] for i in range(0, len(packed), 16)]


def tips(connection: Connection) -> list[Id]:
    """The changes that no other change in this file has seen, in id order."""
    rows = list(connection.exec_driver_sql('SELECT id, "after" FROM change'))
    seen = {change for row in rows for change in split_ids(row[1])}
    return sorted(row[0] for row in rows if row[0] not in seen)
