"""The qualifiers of the codebook, the evidence scale among them: added, named, ordered, removed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coder.code_tree import qualifier_uses, qualifiers_of
from coder.codebook import add_qualifier, edit_qualifier, remove_qualifier
from coder.models import Coding, Qualifier
from ui.theme import Theme
from ui.widgets.kinds_editor import Kinded, Saying
from ui.widgets.kinds_panel import KindsPanel, KindsWork
from ui.widgets.words import counted
from ui.workspace import Workspace


class QualifiersPanel(KindsPanel):
    """What can be said of a coded segment. The values of the first ordered one are set by digits."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        kinds = (
            (self.tr("scale"), "ordered"), (self.tr("choice"), "choice"),
            (self.tr("number"), "number"), (self.tr("date"), "date"), (self.tr("text"), "text"),
        )  # fmt: skip
        saying = Saying(
            self.tr("Qualifiers of coded segments"),
            self.tr(
                "Qualifiers say more of a segment: strength of evidence, date of the event. Add one with +. "
                "The values of the first scale are set by the digits."
            ),
            self.tr("Add a qualifier"), self.tr("Remove this qualifier (Delete)"), kinds, defined=True,
        )  # fmt: skip
        work = KindsWork(
            self._things, add_qualifier, edit_qualifier, remove_qualifier, "qualifier_id", (Qualifier,),
            self.tr("New qualifier"), self.tr("New qualifier {}"), self._removed, counted=(Coding,),
        )  # fmt: skip
        super().__init__(workspace, saying, work, theme, parent)

    def _things(self) -> list[Kinded]:
        things = []
        for q in self._workspace.ask(qualifiers_of):
            n = self._workspace.ask(qualifier_uses, q.id)
            uses = counted(n, self.tr("Said of 1 segment"), self.tr("Said of %n segments", "", n))
            things.append(Kinded(q.id, q.name, q.kind, tuple(q.values), q.definition, uses))
        return things

    def _removed(self, n: int) -> str:
        return counted(
            n, self.tr("Removed the qualifier and what it says of 1 segment; Ctrl+Z brings it back."),
            self.tr("Removed the qualifier and what it says of %n segments; Ctrl+Z brings it back.", "", n),
        )  # fmt: skip
