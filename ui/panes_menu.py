"""The menu of all panes: each with the key that opens it and a tick where it is in sight, to show and to hide."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ui.actions import Commands
from ui.keymap import shown_keys
from ui.panes import Panes

# the commands that open a pane; where there is none, the pane itself is brought into sight
_OPENED_BY = {
    "document_table": "document_table", "variables": "variables", "notebook": "notebook", "lost": "lost_segments",
    "units": "units", "qualifiers": "qualifiers", "find_all": "find_all", "merge": "merge_files",
    "hand_out": "hand_out", "conflicts": "conflicts", "questions": "questions", "history": "history",
    "agreement": "agreement", "ratings": "ratings", "export": "export", "keys": "change_keys",
}  # fmt: skip


class PanesMenu(QObject):
    """Stands first in the menu View; filled each time it opens, for panes and keys may be others by then."""

    def __init__(self, panes: Panes, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._panes, self._commands = panes, commands
        view = commands.menus["view"]
        self.menu = QMenu(self.tr("Panes"), view)
        view.insertMenu(view.actions()[0], self.menu)
        self.menu.aboutToShow.connect(self._fill)

    def tell(self, there: bool) -> None:
        """Without a project there are no panes."""
        self.menu.menuAction().setEnabled(there)

    def _fill(self) -> None:
        self.menu.clear()
        for name, title in self._panes.known():
            opens = _OPENED_BY.get(name, "")
            key = shown_keys(opens).partition(", ")[0] if opens else ""
            entry = self.menu.addAction(f"{title}\t{key}" if key else title)
            entry.setCheckable(True)
            entry.setChecked(self._panes.in_front(name))
            entry.setEnabled(not opens or entry.isChecked() or self._commands[opens].isEnabled())
            entry.triggered.connect(lambda shown, name=name: self._turn(name, shown))

    def _turn(self, name: str, shown: bool) -> None:
        """A pane behind another's tab is not in sight: it comes to the front."""
        opens = _OPENED_BY.get(name)
        if not shown:
            self._panes.put_away(name)
        elif opens:
            self._commands[opens].trigger()
        else:
            self._panes.raise_(name)
