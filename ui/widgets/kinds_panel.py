"""A pane around the editor of kinds: joined to the project, filled when it is seen. For qualifiers and variables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.kinds_editor import Kinded, KindsEditor, Saying
from ui.widgets.later import WhenSeen
from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KindsWork:
    """How kinds are asked for and written. add, edit, remove: operations, the last two told `by` which kind is meant.

    followed: tables that fill the list anew when they change; counted: those that do so when the pane is seen next.
    name: of a new one; numbered: the same where the name is taken, with {} for a number.
    """

    things: Callable[[], list[Kinded]]
    add: Callable[..., UUID]
    edit: Callable[..., None]
    remove: Callable[..., int]
    by: str
    followed: tuple[type, ...]
    name: str
    numbered: str
    removed: Callable[[int], str]  # what is said after removing one that was said of so many
    counted: tuple[type, ...] = ()


class KindsPanel(QWidget):
    """What is listed, added, saved, moved and removed is the work that is handed in."""

    def __init__(
        self, workspace: Workspace, saying: Saying, work: KindsWork, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._work = workspace, work
        self._seen = WhenSeen(self.refresh, self)
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

    def refresh(self) -> None:
        """Asks again; a hidden pane waits until it is seen."""
        opened = self._workspace.is_open
        if opened and self._seen.waits():
            return
        things = self._work.things() if opened else []
        self.editor.show_things(things, may_edit=self._workspace.writable and not self._workspace.is_package)

    def show_one(self, thing: UUID | None) -> None:
        """Makes one the current one."""
        self.refresh()
        if thing is not None:
            self.editor.choose(thing)

    def add(self) -> None:
        """A new one, its name ready to be typed over."""
        taken = {thing.name.casefold() for thing in self._work.things()}
        name, n = self._work.name, 2
        while name.casefold() in taken:
            name, n = self._work.numbered.format(n), n + 1
        if (done := self._workspace.do(self._work.add, name=name)) is not None:
            self.show_one(done.value)
            self.editor.type_name()

    def _save(self, thing: UUID, fields: dict[str, Any]) -> None:
        if self._workspace.do(self._work.edit, **{self._work.by: thing}, **fields) is not None:
            self.refresh()

    def _move(self, thing: UUID, place: int) -> None:
        self._save(thing, {"position": place})

    def _remove(self, thing: UUID) -> None:
        if (done := self._workspace.do(self._work.remove, **{self._work.by: thing})) is not None:
            self._workspace.said.emit(self._work.removed(done.value))
            self.refresh()

    def _on_changed(self, change: object) -> None:
        if change.touches(*self._work.followed):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(*self._work.counted):  # type: ignore[attr-defined]
            self._seen.stale = True
