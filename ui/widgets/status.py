"""The line below: who works in what state, and long work with how far it is and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStatusBar,
    QStyleOption,
    QToolButton,
    QWidget,
)  # fmt: skip

from ui.painters import painter_on
from ui.theme import Theme

_SAID_FOR = 6000  # ms


class _Line(QLabel):
    """One line that ends in “…” where there is no room for all of it; nothing is cut in the middle of a letter."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        option = QStyleOption()
        option.initFrom(self)
        with painter_on(self) as painter:
            self.style().drawItemText(
                painter, room, int(self.alignment()), option.palette, self.isEnabled(), words, self.foregroundRole()
            )  # fmt: skip


class StatusLine(QStatusBar):
    """State to the left, what just happened in the middle, long work to the right.

    announced(words): what a screen reader is told.
    """

    cancel_wanted = Signal()
    announced = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._said = _Line(), _Line()
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._state, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._timer = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._timer.timeout.connect(self._forget)
        self._work = QWidget()
        layout = QHBoxLayout(self._work)
        layout.setContentsMargins(0, 0, 0, 0)
        self._what, self._bar, self._cancel = QLabel(), QProgressBar(), QToolButton()
        self._bar.setFixedWidth(round(theme.step(self.font()) * 40))
        self._bar.setTextVisible(False)
        self._cancel.setIcon(theme.icon("close"))
        self._cancel.setToolTip(self.tr("Stop this; nothing of it is kept"))
        self._cancel.setAccessibleName(self.tr("Stop"))
        self._cancel.clicked.connect(self.cancel_wanted)
        for widget in (self._what, self._bar, self._cancel):
            layout.addWidget(widget)
        self._work.hide()
        margin = round(theme.step(self.font()) * 2)
        self.setContentsMargins(margin, 0, margin, 0)
        self.addWidget(self._state, 3)
        self.addWidget(self._said, 2)
        self._said.hide()
        self.addPermanentWidget(self._work)

    def show_state(self, words: str) -> None:
        self._state.setText(words)
        self._state.setToolTip(words)

    def state(self) -> str:
        return self._state.text()

    def say(self, words: str) -> None:
        """What just succeeded, for a while."""
        self._said.setText(words)
        self._said.setToolTip(words)
        self._said.setVisible(bool(words))
        self._timer.start()
        if words:
            self._announce(words)

    def _announce(self, words: str) -> None:
        self.announced.emit(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _forget(self) -> None:
        """The state has the whole line again."""
        self._said.clear()
        self._said.hide()

    def said(self) -> str:
        return self._said.text()

    def begin(self, words: str) -> None:
        self._what.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self._work.show()

    def progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done)

    def end(self) -> None:
        self._work.hide()
