"""The variables of documents: added, named, typed, ordered, removed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coder.documents import variables_of
from coder.models import Document, Variable
from coder.variables import add_variable, document_table, edit_variable, remove_variable
from ui.theme import Theme
from ui.widgets.kinds_editor import Kinded, Saying
from ui.widgets.kinds_panel import KindsPanel
from ui.widgets.words import counted
from ui.workspace import Workspace


class VariablesPanel(KindsPanel):
    """What can be said of a document, and of what kind it is."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        kinds = (
            (self.tr("text"), "text"), (self.tr("number"), "number"), (self.tr("date"), "date"),
            (self.tr("choice"), "choice"), (self.tr("yes or no"), "yesno"),
        )  # fmt: skip
        saying = Saying(
            self.tr("Variables of documents"),
            self.tr("Variables say what a document is: its date, its region, its kind. Add one with +."),
            self.tr("Add a variable"), self.tr("Remove this variable (Delete)"), kinds, defined=False,
        )  # fmt: skip
        super().__init__(workspace, saying, theme, parent)

    def _on_changed(self, change: object) -> None:
        if change.touches(Variable, Document):  # type: ignore[attr-defined]
            self.refresh()

    def _things(self) -> list[Kinded]:
        rows, things = self._workspace.ask(document_table), []
        for v in self._workspace.ask(variables_of):
            n = sum(bool(row.values.get(v.id)) for row in rows)
            uses = counted(n, self.tr("Filled in for 1 document"), self.tr("Filled in for %n documents", "", n))
            things.append(Kinded(v.id, v.name, v.kind, tuple(v.values), uses=uses))
        return things

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
