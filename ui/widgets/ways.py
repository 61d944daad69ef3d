"""Small switches for what a search takes as the same: case, accents, ё and е, Arabic and Hebrew signs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from coder.search.folding import Folding


class Ways(QWidget):
    """changed(): a switch was turned."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.case = self._switch("Aa", self.tr("Tell capital and small letters apart"))
        self.accents = self._switch("é=e", self.tr("Take é as e, ß as ss, ø as o"))
        self.yo = self._switch("ё=е", self.tr("Take ё as е"), on=True)
        self.signs = self._switch("ـَ", self.tr("Pass over Arabic and Hebrew vowel signs and tatweel"), on=True)

    def _switch(self, shown: str, words: str, *, on: bool = False) -> QToolButton:
        button = QToolButton()
        button.setText(shown)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.setChecked(on)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.toggled.connect(self.changed)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        return button

    def folding(self) -> Folding:
        """What is ignored now."""
        return Folding(
            case=not self.case.isChecked(), accents=self.accents.isChecked(), yo=self.yo.isChecked(),
            signs=self.signs.isChecked(),
        )  # fmt: skip
