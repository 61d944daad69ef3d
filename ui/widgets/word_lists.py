"""Key-word lists: which are marked in the texts, and a small editor for their names and words."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coder.search.lists import WordList
from ui.theme import Theme
from ui.widgets.lists import row_of_tools


class WordListEditor(QWidget):
    """save_wanted(id or None, name, words). remove_wanted(id). closed(): back to the hits."""

    save_wanted = Signal(object, str, object)
    remove_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists: list[WordList] = []
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        tr = self.tr
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Key-word list"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.which.setMaximumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name of the list"))
        self.name.setAccessibleName(tr("Name of the list"))
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText(tr("One word or phrase a line; a * at the end stands for the rest of a word"))
        self.words.setAccessibleName(tr("Words of the list"))
        self.words.setTabChangesFocus(True)
        self.save, self.remove = QPushButton(tr("Keep the list")), QPushButton(tr("Remove the list"))
        self.back = QPushButton(tr("Back"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self.name, self.which, theme=theme))
        layout.addWidget(self.words, 1)
        below = QWidget()
        line = QHBoxLayout(below)
        step = round(theme.step(self.font()))
        line.setContentsMargins(step * 2, step, step * 2, step)
        how = QLabel(tr("Marked as whole words, in every document; capitals and ё count as the same."))
        how.setWordWrap(True)
        line.addWidget(how, 1)
        for button in (self.save, self.remove, self.back):
            line.addWidget(button)
        layout.addWidget(below)
        self.setFocusProxy(self.name)

    def _connect(self) -> None:
        self.which.activated.connect(lambda _: self._fill())
        self.name.textChanged.connect(lambda _: self._tell())
        self.words.textChanged.connect(self._tell)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.which.currentData()))
        self.back.clicked.connect(self.closed)

    def show_lists(self, lists: list[WordList], chosen: UUID | None = None) -> None:
        """What there is; chosen: the list to be edited, None for a new one."""
        self._lists = lists
        blocked = QSignalBlocker(self.which)
        self.which.clear()
        self.which.addItem(self.tr("A new list"), None)
        for known in lists:
            self.which.addItem(known.name, known.id)
        self.which.setCurrentIndex(next((n for n, known in enumerate(lists, 1) if known.id == chosen), 0))
        blocked.unblock()
        self._fill()

    def take_words(self, words: list[str]) -> None:
        """Words for a new list."""
        self.which.setCurrentIndex(0)
        self._fill()
        self.words.setPlainText("\n".join(words))

    def _fill(self) -> None:
        chosen = next((known for known in self._lists if known.id == self.which.currentData()), None)
        self.name.setText(chosen.name if chosen else "")
        self.words.setPlainText("\n".join(chosen.words) if chosen else "")
        self._tell()

    def _tell(self) -> None:
        self.save.setEnabled(bool(self.name.text().strip() and self.words.toPlainText().strip()))
        self.remove.setEnabled(self.which.currentData() is not None)

    def _save(self) -> None:
        words = [line for line in self.words.toPlainText().splitlines() if line.strip()]
        self.save_wanted.emit(self.which.currentData(), self.name.text(), words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
