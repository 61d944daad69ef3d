"""The reading desk: title, messages, the text with its stripes, the palette; and what is said when nothing is open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from coder.spans import Span
from ui.document.fuzzy import CodeChoice
from ui.document.messages import Kind, MessageBar
from ui.document.pages import PageView
from ui.document.palette import CodePalette
from ui.document.structure import StructureMark
from ui.document.surface import TextSurface
from ui.theme import Theme
from ui.widgets.filters import FilterButton


@dataclass(frozen=True, slots=True)
class Step:
    """A next step offered when nothing is open: an icon of the family, a name, and the act that is told."""

    act: str
    icon: str
    words: str


class ElidedLabel(QLabel):
    """A label that shortens its words in the middle rather than widening the window; the tooltip has them whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setMinimumWidth(1)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def say(self, words: str) -> None:
        self._whole = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()  # its words may be as short as before, and what it wants is another width all the same
        self._shorten()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._shorten()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, hint.height())

    def _shorten(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, self.width()))


class Desk(QWidget):
    """Where a document is read and coded. It shows what it is given and tells what the reader meant."""

    step_chosen = Signal(str)  # the act of a next step, when nothing is open
    code_chosen = Signal(object)  # from the palette: a code's id
    new_code_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._build()
        self._connect()
        self._dress()
        self.show_empty(self.tr("No document is open."), self.tr("Choose one from the list on the left."))

    def _build(self) -> None:
        self.title = ElidedLabel(self)
        self.variables = ElidedLabel(self)
        # they have what the title leaves
        self.variables.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.filters = FilterButton(self._theme, self)
        self.progress = QLabel(self)
        self.as_pages = QToolButton(self)
        self.as_pages.setText(self.tr("Pages"))
        self.as_pages.setCheckable(True)
        self.as_pages.hide()
        self._head = QFrame(self)
        self._head.setObjectName("head")
        row = QHBoxLayout(self._head)
        row.addWidget(self.title)
        row.addWidget(self.variables, 1)
        row.addWidget(self.filters)
        row.addWidget(self.progress)
        row.addWidget(self.as_pages)
        self.messages = MessageBar(self._theme, self)
        self.surface = TextSurface(self._theme, self)
        self.pages = PageView(self.surface, self._theme, self)
        self._empty = QWidget(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.surface)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._empty)
        self._build_empty()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        self.palette_ = CodePalette(self._theme, self)

    def _build_empty(self) -> None:
        self._empty_title = QLabel(self._empty)
        self._empty_words = QLabel(self._empty)
        for label in (self._empty_title, self._empty_words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
        self._steps = QHBoxLayout()
        self._steps.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self._empty)
        column.addStretch(2)
        column.addWidget(self._empty_title)
        column.addWidget(self._empty_words)
        column.addLayout(self._steps)
        column.addStretch(3)

    def _connect(self) -> None:
        self._theme.changed.connect(self._dress)
        self.palette_.code_chosen.connect(self.code_chosen)
        self.palette_.new_code_requested.connect(self.new_code_requested)
        self.palette_.closed.connect(self._back_to_text)

    # what is shown

    def show_document(
        self, name: str, variables: Iterable[str], text: str, structure: Sequence[StructureMark] = ()
    ) -> None:
        """Show a document from its beginning; variables: their values as read in the title line."""
        self.title.say(name)
        self.variables.say(" · ".join(value for value in variables if value))
        self.surface.show_document(text, structure)
        self._head.show()
        self.surface.setFocusProxy(None)
        self._stack.setCurrentWidget(self.surface)
        empty = self.tr("This document is empty."), self.tr("Only codes for whole documents fit it.")
        if not text.strip():
            self.tell(*empty)
        elif self.messages.words == "\n".join(empty):
            self.messages.dismiss()

    def set_progress(self, words: str) -> None:
        """What stands at the right of the title, for instance “12 of 40 finished”."""
        self.progress.setText(words)

    def show_empty(self, title: str, words: str = "", steps: Sequence[Step] = ()) -> None:
        """Nothing is open: say so, and offer the next steps, each a button."""
        self.palette_.close_palette()
        self._empty_title.setText(title)
        self._empty_words.setText(words)
        while (item := self._steps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for step in steps:
            button = QPushButton(self._theme.icon(step.icon), step.words, self._empty)
            button.clicked.connect(lambda _=False, act=step.act: self.step_chosen.emit(act))
            self._steps.addWidget(button)
        self._head.hide()
        self.surface.show_document("")
        self._stack.setCurrentWidget(self._empty)

    def tell(self, words: str, advice: str = "", *, details: str = "", action: str = "", kind: Kind = "notice") -> None:
        """Say something in the bar above the text; it stays until it is closed or another takes its place."""
        self.messages.show_message(words, advice, details=details, action=action, kind=kind)

    def show_pages(self, shown: bool) -> None:
        """The document as its pages, or as text; the keys go where the eyes are."""
        held = self.pages.hasFocus() or self.surface.hasFocus()
        self._stack.setCurrentWidget(self.pages if shown else self.surface)
        self.surface.setFocusProxy(self.pages if shown else None)  # who asks for the text's focus means the reader's
        if held:
            (self.pages if shown else self.surface).setFocus()
        if not shown:
            caret = self.surface.caret()
            self.surface.reveal(self.surface.selection() or Span(caret, caret))

    @property
    def shows_pages(self) -> bool:
        return self._stack.currentWidget() is self.pages

    @property
    def empty(self) -> bool:
        """Is no document open?"""
        return self._stack.currentWidget() is self._empty

    # the palette

    def open_palette(self, choices: Iterable[CodeChoice], *, new: str = "", proposes: bool = False) -> None:
        """Open the palette at the caret, or under the end of the selection.

        new: the name of a code to be made; proposes: a code made here is a proposal.
        """
        caret = self.surface.caret_rect().toAlignedRect()
        viewport = self.surface.viewport()
        if self.shows_pages:
            caret, viewport = self.pages.caret_rect().toAlignedRect(), self.pages.viewport()
        corner = viewport.mapTo(self, QPoint(caret.left(), caret.top()))
        self.palette_.open_at(QRect(corner, caret.size()), choices, typed=new, new_first=bool(new), proposes=proposes)

    def _back_to_text(self) -> None:
        shown = self.pages if self.shows_pages else self.surface
        shown.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        colors, step = self._theme.colors, Theme.step(self.font())
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(strong)
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * 1.4)
        self._empty_title.setFont(large)
        self._head.setStyleSheet(
            f"#head {{ background: {colors.paper.name()}; border-bottom: {max(1, round(step * 0.3))}px solid "
            f"{colors.line.name()}; }}"
        )
        muted = f"color: {colors.muted.name()};"
        for label in (self.variables, self.progress, self._empty_words):
            label.setStyleSheet(muted)
        palette = self._empty.palette()
        palette.setColor(self._empty.backgroundRole(), colors.paper)
        self._empty.setPalette(palette)
        self._empty.setAutoFillBackground(True)
        self._head.layout().setContentsMargins(round(step * 5), round(step * 2.5), round(step * 5), round(step * 2.5))
        self._head.layout().setSpacing(round(step * 4))
        self._empty.layout().setSpacing(round(step * 4))
        self._steps.setSpacing(round(step * 3))
