"""What is carried by the mouse from one pane to another: names of the kinds of data."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

CODE = "application/x-intercoder-code"  # a code's id, from the tree
PASSAGE = "application/x-intercoder-passage"  # the passage that is selected on the desk


def carry_code(data: QMimeData, code: UUID) -> None:
    data.setData(CODE, code.bytes)


def carried_code(data: QMimeData) -> UUID | None:
    """The code that is being carried; None if it is something else."""
    return UUID(bytes=bytes(data.data(CODE).data())) if data.hasFormat(CODE) else None


def takes_code(event: QDropEvent) -> bool:
    """Says to whoever carries something that a code can be let go here. Is it one?"""
    if carried_code(event.mimeData()) is None:
        return False
    event.setDropAction(Qt.DropAction.CopyAction)  # the tree keeps its row
    event.accept()
    return True
