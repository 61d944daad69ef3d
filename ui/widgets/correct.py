"""A line above the text in which the selected words are corrected."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QWidget

from coder.spans import Span
from ui.theme import Theme

_LINES = 3


class CorrectLine(QWidget):
    """corrected(span, quote, words): what the reader wants to stand there. closed(): given up."""

    corrected = Signal(object, str, str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span = Span(0, 0)
        self._quote = ""
        self._build(theme)
        self.hide()

    def _build(self, theme: Theme) -> None:
        self.label = QLabel(self.tr("Correct the text:"))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(self.tr("The words as they should be"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * _LINES + round(theme.step(self.font())) * 4)
        self.apply = QPushButton(self.tr("Correct"))
        self.apply.setToolTip(self.tr("Ctrl+Enter"))
        self.leave = QPushButton(self.tr("Leave it"))
        self.leave.setToolTip(self.tr("Esc"))
        self.apply.clicked.connect(self._apply)
        self.leave.clicked.connect(self.end)
        layout = QHBoxLayout(self)
        step = round(theme.step(self.font()))
        layout.setContentsMargins(step * 5, step, step * 3, step)
        layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignTop)

    def begin(self, span: Span, quote: str) -> None:
        """Shows these words, to be corrected."""
        self._span, self._quote = span, quote
        self.field.setPlainText(quote)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def end(self) -> None:
        self.hide()
        self.closed.emit()

    def _apply(self) -> None:
        words = self.field.toPlainText()
        self.hide()
        if words != self._quote:
            self.corrected.emit(self._span, self._quote, words)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self._apply()
        else:
            super().keyPressEvent(event)
