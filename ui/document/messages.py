"""The calm bar above the text: one sentence on what is wrong or worth knowing, what to do, details folded."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Theme

Kind = Literal["notice", "warning", "error"]
_ICONS: dict[Kind, str] = {"notice": "info", "warning": "warning", "error": "error"}


class MessageBar(QFrame):
    """Shows one message at a time, above what it is about; it takes room and covers nothing.

    left(): it went while it had the keys. announced(words): what a screen reader is told.
    """

    dismissed = Signal()
    left = Signal()
    action_chosen = Signal()
    announced = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: Kind = "notice"
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("message")
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._details = QLabel(self)
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setWordWrap(True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.hide()
        self._action = QToolButton(self)
        self._more = QToolButton(self)
        self._more.setText(self.tr("Details"))
        self._more.setCheckable(True)
        self._close = QToolButton(self)
        self._close.setIcon(self._theme.icon("close"))
        self._close.setToolTip(self.tr("Close this message (Esc)"))
        self._close.setAccessibleName(self.tr("Close this message"))
        row = QHBoxLayout()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        for button in (self._action, self._more, self._close):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._details)
        self._row = row

    def _connect(self) -> None:
        self._close.clicked.connect(self.dismiss)
        self._more.toggled.connect(self._details.setVisible)
        self._action.clicked.connect(self.action_chosen)
        self._theme.changed.connect(self._dress)

    def show_message(
        self, words: str, advice: str = "", *, details: str = "", action: str = "", kind: Kind = "notice"
    ) -> None:
        """Say `words` (what is the matter) and `advice` (what to do); details are folded, action names a button."""
        self._kind = kind
        self._words.setText(f"{words}\n{advice}" if advice else words)
        self._details.setText(details)
        self._more.setChecked(False)
        self._more.setVisible(bool(details))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(f"{words} {advice}".strip())
        self._dress()
        self.show()
        self._announce(self.accessibleName())

    def _announce(self, words: str) -> None:
        """Told at once: it says why something does not go on."""
        self.announced.emit(words)
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, words)
            if self._kind != "notice":
                event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def dismiss(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            focus = QApplication.focusWidget()
            had_keys = focus is not None and self.isAncestorOf(focus)
            self.hide()
            self.dismissed.emit()
            if had_keys:
                self.left.emit()

    def take_keys(self) -> None:
        """The keys to the button of what can be done, else to the one that closes the message."""
        button = self._action if self._action.isVisible() else self._close
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    @property
    def words(self) -> str:
        """What is said now; "" when the bar is hidden."""
        return "" if self.isHidden() else self._words.text()

    def _dress(self) -> None:
        colors, step = self._theme.colors, Theme.step(self.font())
        ink, paper = getattr(colors, self._kind), getattr(colors, f"{self._kind}_paper")
        self.setStyleSheet(
            f"#message {{ background: {paper.name()}; border: none; border-bottom: {max(1, round(step * 0.3))}px solid "
            f"{ink.name()}; }} #message QLabel {{ color: {colors.ink.name()}; background: transparent; }}"
        )
        side = round(step * 5)
        self._icon.setPixmap(self._theme.icon(_ICONS[self._kind]).pixmap(QSize(side, side), self.devicePixelRatioF()))
        margin = round(step * 2.5)
        self.layout().setContentsMargins(margin * 2, margin, margin, margin)
        self._row.setSpacing(round(step * 2.5))
