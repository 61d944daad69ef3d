"""The variables of documents: added, named, typed, ordered, removed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coder.documents import variables_of
from coder.models import Document, Variable
from coder.variables import add_variable, document_table, edit_variable, remove_variable
from ui.theme import Theme
from ui.widgets.kinds_editor import Kinded, Saying
from ui.widgets.kinds_panel import KindsPanel, KindsWork
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
        work = KindsWork(
            self._things, add_variable, edit_variable, remove_variable, "variable_id", (Variable, Document),
            self.tr("New variable"), self.tr("New variable {}"), self._removed,
        )  # fmt: skip
        super().__init__(workspace, saying, work, theme, parent)

    def _things(self) -> list[Kinded]:
        rows, things = self._workspace.ask(document_table), []
        for v in self._workspace.ask(variables_of):
            n = sum(bool(row.values.get(v.id)) for row in rows)
            uses = counted(n, self.tr("Filled in for 1 document"), self.tr("Filled in for %n documents", "", n))
            things.append(Kinded(v.id, v.name, v.kind, tuple(v.values), uses=uses))
        return things

    def _removed(self, n: int) -> str:
        return counted(
            n, self.tr("Removed the variable with its value in 1 document; Ctrl+Z brings it back."),
            self.tr("Removed the variable with its values in %n documents; Ctrl+Z brings it back.", "", n),
        )  # fmt: skip
