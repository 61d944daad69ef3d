"""What of the texts does not count: a button with kinds of parts to tick, and a line for whose words are left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton

from coder.reliability.parts import BLANKS, HEADINGS, NOTES, SPEAKER, speakers_in
from ui.theme import Theme


class LeftParts(QObject):
    """Two controls of one choice: `kinds`, a button, and `speakers`, a line. parts_chosen(): something else is left."""

    parts_chosen = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[str, ...] = ()
        self.kinds = QToolButton()
        self.kinds.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kinds.setIcon(theme.icon("filter"))
        self.kinds.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.kinds.setToolTip(self.tr("Parts of the texts that do not count"))
        menu = QMenu(self.kinds)
        self._actions: dict[str, QAction] = {}
        for part, words in (
            (HEADINGS, self.tr("Headings")), (NOTES, self.tr("Foot- and endnotes")), (BLANKS, self.tr("Blanks")),
        ):  # fmt: skip
            action = self._actions[part] = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(self._choose)
        self.kinds.setMenu(menu)
        self.speakers = QLineEdit()
        self.speakers.setPlaceholderText(self.tr("Speakers left out: I, Interviewer"))
        self.speakers.setAccessibleName(self.tr("Speakers whose words do not count"))
        self.speakers.setToolTip(
            self.tr("Paragraphs that begin with such a name and a colon, and what a file marks as their words")
        )
        letters = self.speakers.fontMetrics()
        wide = letters.horizontalAdvance(self.speakers.placeholderText()) + letters.averageCharWidth() * 6
        self.speakers.setMinimumWidth(wide)
        self.speakers.editingFinished.connect(self._choose)
        self._tell()

    def chosen(self) -> tuple[str, ...]:
        """The parts, as `coder.reliability.parts` names them."""
        names = dict.fromkeys(name for part in self.speakers.text().split(",") if (name := part.strip(" :")))
        ticked = [part for part, action in self._actions.items() if action.isChecked()]
        return (*ticked, *(f"{SPEAKER}{name}" for name in names))

    def choose(self, parts: Sequence[str]) -> None:
        """Shows these, and says nothing."""
        for part, action in self._actions.items():
            action.setChecked(part in parts)
        self.speakers.setText(", ".join(speakers_in(parts)))
        self._tell()

    def _choose(self) -> None:
        if self.chosen() != self._told:
            self._tell()
            self.parts_chosen.emit()

    def _tell(self) -> None:
        self._told = self.chosen()
        ticked = ", ".join(action.text() for action in self._actions.values() if action.isChecked())
        words = self.tr("Without: {parts}").format(parts=ticked) if ticked else self.tr("Whole texts")
        self.kinds.setText(words)
        self.kinds.setAccessibleName(words)
