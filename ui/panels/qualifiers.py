"""The qualifiers of the codebook, the evidence scale among them: added, named, ordered, removed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coder.code_tree import qualifier_uses, qualifiers_of
from coder.codebook import add_qualifier, edit_qualifier, remove_qualifier
from coder.models import Coding, Qualifier
from ui.theme import Theme
from ui.widgets.kinds_editor import Kinded, Saying
from ui.widgets.kinds_panel import KindsPanel
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
        super().__init__(workspace, saying, theme, parent)

    def _on_changed(self, change: object) -> None:
        if change.touches(Qualifier):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(Coding):  # type: ignore[attr-defined]
            self._stale = True  # how often each is used is counted when the pane is seen next

    def _things(self) -> list[Kinded]:
        things = []
        for q in self._workspace.ask(qualifiers_of):
            n = self._workspace.ask(qualifier_uses, q.id)
            uses = counted(n, self.tr("Said of 1 segment"), self.tr("Said of %n segments", "", n))
            things.append(Kinded(q.id, q.name, q.kind, tuple(q.values), q.definition, uses))
        return things

    def add(self) -> None:
        """A new qualifier, its name ready to be typed over."""
        taken = {q.name.casefold() for q in self._workspace.ask(qualifiers_of)}
        name, n = self.tr("New qualifier"), 2
        while name.casefold() in taken:
            name, n = self.tr("New qualifier {}").format(n), n + 1
        if (done := self._workspace.do(add_qualifier, name=name)) is not None:
            self.refresh()
            self.editor.choose(done.value)
            self.editor.type_name()

    def _save(self, qualifier: UUID, fields: dict[str, Any]) -> None:
        if self._workspace.do(edit_qualifier, qualifier_id=qualifier, **fields) is not None:
            self.refresh()

    def _move(self, qualifier: UUID, place: int) -> None:
        if self._workspace.do(edit_qualifier, qualifier_id=qualifier, position=place) is not None:
            self.refresh()

    def _remove(self, qualifier: UUID) -> None:
        if (done := self._workspace.do(remove_qualifier, qualifier_id=qualifier)) is not None:
            n = done.value
            words = counted(
                n, self.tr("Removed the qualifier and what it says of 1 segment; Ctrl+Z brings it back."),
                self.tr("Removed the qualifier and what it says of %n segments; Ctrl+Z brings it back.", "", n),
            )  # fmt: skip
            self._workspace.said.emit(words)
            self.refresh()
