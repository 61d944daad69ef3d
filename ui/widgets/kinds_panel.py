"""A pane around the editor of kinds: joined to the project, filled when it is seen. For qualifiers and variables."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.kinds_editor import Kinded, KindsEditor, Saying
from ui.workspace import Workspace


class KindsPanel(QWidget):
    """What is listed, added, saved, moved and removed is said by the panel that is one."""

    def __init__(self, workspace: Workspace, saying: Saying, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True
        self.editor = KindsEditor(saying, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.add_wanted.connect(self.add)
        self.editor.saved.connect(self._save)
        self.editor.moved.connect(self._move)
        self.editor.remove_wanted.connect(self._remove)
        workspace.followed.connect(self._on_changed)
        workspace.opened.connect(self.refresh)
        workspace.closed.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Asks again; a hidden pane waits until it is seen."""
        opened = self._workspace.is_open
        if opened and not self.isVisible():
            self._stale = True
            return
        self._stale = False
        things = self._things() if opened else []
        self.editor.show_things(things, may_edit=self._workspace.writable and not self._workspace.is_package)

    def _things(self) -> list[Kinded]:
        raise NotImplementedError

    def add(self) -> None:
        raise NotImplementedError

    def _save(self, thing: UUID, fields: dict[str, Any]) -> None:
        raise NotImplementedError

    def _move(self, thing: UUID, place: int) -> None:
        raise NotImplementedError

    def _remove(self, thing: UUID) -> None:
        raise NotImplementedError

    def _on_changed(self, change: object) -> None:
        raise NotImplementedError
