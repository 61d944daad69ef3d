"""The list of what may come in: ticked with Space, brought in with Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.widgets.lists import ListView


class IncomingList(ListView):
    """Sources to be ticked: Space for all selected, Enter brings in. wanted(): Enter. ticking(list, bool)."""

    wanted = Signal()
    ticking = Signal(object, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == self.State.EditingState
        if event.key() == Qt.Key.Key_Space and not editing:
            rows = self.rows_selected() or ([self.current_row()] if self.current_row() else [])
            self.ticking.emit(rows, not all(row.ticked for row in rows if row.failed is None))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)
