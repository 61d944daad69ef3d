"""A memo to write: title, words, links to what is in focus; saved by Ctrl+Enter, given up by Esc."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coder.memos import LINKED, link_to, links_in
from ui.language import named
from ui.theme import Theme
from ui.widgets.menus import in_menu


@dataclass(frozen=True, slots=True)
class Focus:
    """Something that a memo can be on, or link to. kind: of coder.memos.OWNERS; words: a menu's."""

    kind: str
    id: UUID | None
    words: str


class MemoForm(QWidget):
    """saved(title, text); given_up()."""

    saved = Signal(str, str)
    given_up = Signal()

    def __init__(self, theme: Theme, in_focus: Callable[[], Sequence[Focus]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_focus = in_focus
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.title, self.words = QLineEdit(), QPlainTextEdit()
        self.title.setPlaceholderText(self.tr("Title, if it needs one"))
        self.title.setAccessibleName(self.tr("Title of the memo"))
        self.words.setAccessibleName(self.tr("Words of the memo"))
        self.words.setTabChangesFocus(True)
        self.save, self.cancel = QPushButton(self.tr("Save")), QPushButton(self.tr("Cancel"))
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel.setToolTip(self.tr("Esc"))
        self.link = QPushButton(theme.icon("link"), self.tr("Link to"))
        self._links = QMenu(self)
        self.link.setMenu(self._links)
        self._lay_out(round(theme.step(self.font())))
        self._links.aboutToShow.connect(self._fill_links)
        self.save.clicked.connect(self.send)
        self.cancel.clicked.connect(self.given_up)
        for box in (self.title, self.words):
            box.installEventFilter(self)
        self.setFocusProxy(self.words)

    def _lay_out(self, step: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 2, step, step * 2, step)
        layout.setSpacing(step)
        layout.addWidget(self.about)
        layout.addWidget(self.title)
        layout.addWidget(self.words, 1)
        line = QHBoxLayout()
        line.addWidget(self.save)
        line.addWidget(self.cancel)
        line.addStretch(1)
        line.addWidget(self.link)
        layout.addLayout(line)

    def load(self, about: str, title: str, words: str, *, titled: bool) -> None:
        """Opens the form on a memo. titled: can it have a title?"""
        self.about.setText(about)
        self.title.setText(title)
        self.title.setVisible(titled)
        self.words.setPlainText(words)

    def _fill_links(self) -> None:
        self._links.clear()
        for focus in self._in_focus():
            if focus.kind in LINKED and focus.id is not None:
                self._links.addAction(in_menu(focus.words)).triggered.connect(partial(self.insert_link, focus))
        if self._links.isEmpty():
            nothing = self._links.addAction(self.tr("Choose a segment, a code or a document first"))
            nothing.setEnabled(False)

    def insert_link(self, focus: Focus, *_: object) -> None:
        """A link to it, at the caret."""
        if focus.id is not None:
            self.words.insertPlainText(link_to(focus.kind, focus.id))
            self.words.setFocus()

    def send(self) -> None:
        self.saved.emit(self.title.text(), self.words.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.send()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
                return True
        return super().eventFilter(watched, event)


def memo_html(text: str, words: dict[UUID, str], gone: str, muted: str) -> str:
    """A memo's words with its links as quotes that can be clicked: href is “kind:id”.

    words: what the links say; gone: what stands for one that leads nowhere; muted: that one's colour.
    """
    parts, at = [], 0
    for link in links_in(text):
        parts.append(escape(text[at : link.start]))
        if link.id in words:
            parts.append(f"<a href='{link.kind}:{link.id}'>{escape(named(words[link.id]))}</a>")
        else:
            parts.append(f"<span style='color:{muted}'>{escape(gone)}</span>")
        at = link.end
    parts.append(escape(text[at:]))
    # a paragraph a line, so that each reads in its own direction
    return "".join(f"<p style='margin:0'>{line or '&nbsp;'}</p>" for line in "".join(parts).split("\n"))
