"""A segmented switch: a few choices in one bar, exactly one of them taken."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ui.widgets.parts import without_key


class Switch(QWidget):
    """chosen(name): a choice was taken by hand; which one is in force is said by `show_choice`."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[tuple[str, str, str, QIcon]], parent: QWidget | None = None) -> None:
        """choices: name, word, tooltip, icon, in their order."""
        super().__init__(parent)
        self.setObjectName("switch")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for name, word, told, icon in choices:
            button = self.buttons[name] = QToolButton()
            button.setText(word)
            button.setToolTip(told)
            button.setAccessibleName(without_key(told))
            button.setIcon(icon)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.clicked.connect(self._take)
            self._group.addButton(button)
            layout.addWidget(button)

    def show_choice(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def only_icons(self, alone: bool) -> None:
        """Words beside the icons, or the icons alone where there is no room; the tooltips say the rest."""
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if alone else style.ToolButtonTextBesideIcon)

    def _take(self) -> None:
        self.chosen.emit(next(name for name, button in self.buttons.items() if button.isChecked()))
