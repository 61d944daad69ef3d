"""The variables of documents: added, named, typed, ordered, removed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coder.documents import variables_of
from coder.models import Document, Variable
from coder.variables import add_variable, document_table, edit_variable, remove_variable
from ui.theme import Theme
from ui.widgets.kinds_editor import Kinded, KindsEditor, Saying
from ui.widgets.words import counted
from ui.workspace import Workspace


class VariablesPanel(QWidget):
    """What can be said of a document, and of what kind it is."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True
        kinds = (
            (self.tr("text"), "text"), (self.tr("number"), "number"), (self.tr("date"), "date"),
            (self.tr("choice"), "choice"), (self.tr("yes or no"), "yesno"),
        )  # fmt: skip
        saying = Saying(
            self.tr("Variables of documents"),
            self.tr("Variables say what a document is: its date, its region, its kind. Add one with +."),
            self.tr("Add a variable"), self.tr("Remove this variable (Delete)"), kinds, defined=False,
        )  # fmt: skip
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

    def _on_changed(self, change: object) -> None:
        if change.touches(Variable, Document):  # type: ignore[attr-defined]
            self.refresh()

    def refresh(self) -> None:
        """Asks again; a hidden pane waits until it is seen."""
        opened = self._workspace.is_open
        if opened and not self.isVisible():
            self._stale = True
            return
        self._stale = False
        rows = self._workspace.ask(document_table) if opened else []
        things = []
        for v in self._workspace.ask(variables_of) if opened else []:
            n = sum(bool(row.values.get(v.id)) for row in rows)
            uses = counted(n, self.tr("Filled in for 1 document"), self.tr("Filled in for %n documents", "", n))
            things.append(Kinded(v.id, v.name, v.kind, tuple(v.values), uses=uses))
        self.editor.show_things(things, may_edit=self._workspace.writable and not self._workspace.is_package)

    def show_variable(self, variable: UUID | None) -> None:
        """Makes a variable the current one."""
        self.refresh()
        if variable is not None:
            self.editor.choose(variable)

    def add(self) -> None:
        """A new variable, its name ready to be typed over."""
        taken = {v.name.casefold() for v in self._workspace.ask(variables_of)}
        name, n = self.tr("New variable"), 2
        while name.casefold() in taken:
            name, n = self.tr("New variable {}").format(n), n + 1
        if (done := self._workspace.do(add_variable, name=name)) is not None:
            self.show_variable(done.value)
            self.editor.type_name()

    def _save(self, variable: UUID, fields: dict[str, Any]) -> None:
        if self._workspace.do(edit_variable, variable_id=variable, **fields) is not None:
            self.refresh()

    def _move(self, variable: UUID, place: int) -> None:
        if self._workspace.do(edit_variable, variable_id=variable, position=place) is not None:
            self.refresh()

    def _remove(self, variable: UUID) -> None:
        if (done := self._workspace.do(remove_variable, variable_id=variable)) is not None:
            n = done.value
            words = counted(
                n, self.tr("Removed the variable with its value in 1 document; Ctrl+Z brings it back."),
                self.tr("Removed the variable with its values in %n documents; Ctrl+Z brings it back.", "", n),
            )  # fmt: skip
            self._workspace.said.emit(words)
            self.refresh()
