"""The find line over the text: hits are marked as one types, Enter walks them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from coder.search.finding import search_in
from coder.search.matching import Query, matcher
from coder.spans import Span
from ui.document.surface import TextSurface
from ui.keymap import tip
from ui.theme import Theme
from ui.widgets.parts import name_parts, without_key
from ui.widgets.ways import Ways

_MOST = 20_000  # hits marked


class FindLine(QWidget):
    """Finds as the search in all documents does; nothing of the text is changed. closed(): Esc."""

    closed = Signal()

    def __init__(self, surface: TextSurface, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._hits: list[Span] = []
        self._at = -1
        self._build(theme)
        self._connect()
        self.hide()

    def _build(self, theme: Theme) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this document"))
        self.field.setAccessibleName(self.tr("Find in this document"))
        self.field.setClearButtonEnabled(True)
        name_parts(self.field)
        self.ways = Ways()
        self.count = QLabel()
        self._before, self._after, self._close = QToolButton(), QToolButton(), QToolButton()
        layout = QHBoxLayout(self)
        step = round(theme.step(self.font()))
        layout.setContentsMargins(step * 5, step, step * 3, step)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.ways)
        layout.addWidget(self.count)
        for button, icon, words in (
            (self._before, "up", self.tr("Hit before")),
            (self._after, "down", self.tr("Next hit")),
            (self._close, "close", self.tr("Close (Esc)")),
        ):
            button.setIcon(theme.icon(icon))
            button.setToolTip(words)
            button.setAccessibleName(without_key(words))
            layout.addWidget(button)

        tip(self._before, self._before.toolTip(), "find_previous")
        tip(self._after, self._after.toolTip(), "find_next")

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.ways.changed.connect(self._search)
        self._before.clicked.connect(lambda: self.walk(-1))
        self._after.clicked.connect(lambda: self.walk(1))
        self._close.clicked.connect(self.end)

    def has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def begin(self) -> None:
        """Shows the line, the selected words in it."""
        span = self._surface.selection()
        if span is not None and span.length <= 80:
            self.field.setText(" ".join(span.quote(self._surface.text).split()))
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def search_again(self) -> None:
        """Another document came onto the desk."""
        if self.isVisible():
            self._search()

    def _search(self) -> None:
        search = matcher(Query(self.field.text(), "text", self.ways.folding()))
        self._hits = search_in(self._surface.text, search, most=_MOST)
        caret = self._surface.caret()
        self._at = next((n for n, hit in enumerate(self._hits) if hit.end >= caret), 0) if self._hits else -1
        self._show(go=False)

    def walk(self, by: int) -> None:
        """Goes to the next hit (1) or the one before (-1), round the document; selects it."""
        if not self._hits:
            return
        span, caret = self._surface.selection(), self._surface.caret()
        if span is not None and self._hits[self._at] == span:
            self._at = (self._at + by) % len(self._hits)
        elif by > 0:  # from the caret: behind the hit that was coded just now, wherever the reader went meanwhile
            self._at = next((n for n, hit in enumerate(self._hits) if hit.start >= caret), 0)
        else:
            self._at = max((n for n, hit in enumerate(self._hits) if hit.end < caret), default=len(self._hits) - 1)
        self._show(go=True)

    def walk_again(self, by: int) -> bool:
        """Walks on through what was searched for last; the keys stay where they are. False if nothing was."""
        if not self.field.text().strip():
            return False
        if not self.isVisible():
            self.show()
            self._search()
        self.walk(by)
        return True

    def _show(self, *, go: bool) -> None:
        self._surface.set_hits(self._hits, self._at if self._hits else None)
        if go:
            self._surface.select(self._hits[self._at])
        if not self.field.text().strip():
            self.count.clear()
        elif not self._hits:
            self.count.setText(self.tr("nothing found"))
        else:
            words = self.tr("{at} of {all}") if len(self._hits) < _MOST else self.tr("{at} of the first {all}")
            self.count.setText(words.format(at=self._at + 1, all=len(self._hits)))

    def end(self) -> None:
        self.hide()
        self._surface.set_hits([], None)
        self._surface.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.walk(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
