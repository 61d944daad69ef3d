"""The coded segments under the caret: code, coder, quote, qualifiers, memo; one's own are changed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coder.code_tree import qualifiers_of
from coder.coding import set_memo, set_qualifier
from coder.models import Qualifier
from coder.segment_list import ShownSegment
from ui.keymap import tip
from ui.theme import Theme
from ui.widgets.pages import swap_page
from ui.widgets.qualifiers import qualifier_field
from ui.widgets.words import quoted
from ui.workspace import Workspace


class DetailsPanel(QWidget):
    """segment_chosen(id): another of the segments here is to be in focus. ask_wanted(): the lead, about that one.

    text_wanted(): the memo is written, the keys go back to the text.
    """

    segment_chosen = Signal(object)
    remove_wanted = Signal(object)
    ask_wanted = Signal()
    text_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._segments: list[ShownSegment] = []
        self._focused: UUID | None = None
        self._qualifiers: list[Qualifier] = []
        self._memo: MemoBox | None = None
        self._unwritten: dict[UUID, str] = {}  # memos that the file did not take: they stand here until it does
        self._question, self._question_mine = "", False
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        workspace.opened.connect(self._read_qualifiers)
        workspace.closed.connect(self._read_qualifiers)
        workspace.changed.connect(self._on_changed)
        theme.changed.connect(self._show)
        self._read_qualifiers()

    def _on_changed(self, change: object) -> None:
        if change.touches(Qualifier):  # type: ignore[attr-defined]
            self._read_qualifiers()

    def _read_qualifiers(self) -> None:
        self._qualifiers = self._workspace.ask(qualifiers_of) if self._workspace.is_open else []
        if not self._workspace.is_open:
            self._segments, self._focused = [], None
            self._unwritten.clear()
        self._show()

    @property
    def shown(self) -> Sequence[ShownSegment]:
        return self._segments

    def show_segments(self, segments: Sequence[ShownSegment], focused: UUID | None) -> None:
        """The segments under the caret, and the one in focus (always among them)."""
        if list(segments) == self._segments and focused == self._focused:
            return
        if self._memo is not None:
            self._memo.send()
        self._segments, self._focused = list(segments), focused
        self._show()

    def show_question(self, words: str, *, mine: bool) -> None:
        """What the lead is asked about the segment in focus, with the answer; "" for nothing."""
        if (words, mine) == (self._question, self._question_mine):
            return
        if self._memo is not None:
            self._memo.send()
        self._question, self._question_mine = words, mine
        self._show()

    def edit_memo(self) -> bool:
        """Puts the keys into the memo of the segment in focus; False where there is none that one could write."""
        if self._memo is not None:
            self._memo.setFocus()
            self._scroll.ensureWidgetVisible(self._memo)
        return self._memo is not None

    # building

    def _show(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        step = round(self._theme.step(self.font()))
        layout.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        layout.setSpacing(step * 2)
        self._memo = None
        if not self._segments:
            words = self.tr(
                "Put the caret on a coded passage: its codes, qualifiers and memo stand here.\n\n"
                "To code, select a passage, then press a code's key, or Enter."
            )
            layout.addWidget(self._label(escape(words).replace("\n", "<br>"), muted=True))
        for segment in self._segments:
            if segment.id == self._focused:
                self._card(segment, layout)
            else:
                layout.addWidget(self._line(segment))
        layout.addStretch()
        swap_page(self._scroll, page)

    def _label(self, html: str, *, muted: bool = False) -> QLabel:
        label = QLabel(f"<span style='color:{self._theme.colors.muted.name()}'>{html}</span>" if muted else html)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _head(self, segment: ShownSegment) -> str:
        color = self._theme.bar(segment.color).name()
        muted = self._theme.colors.muted.name()
        above = "".join(f"<span style='color:{muted}'>{escape(part)} › </span>" for part in segment.path[:-1])
        return f"<span style='color:{color}'>■</span> {above}<b>{escape(segment.path[-1])}</b>"

    def _line(self, segment: ShownSegment) -> QWidget:
        """A segment that is also here, shortly; a click puts it in focus."""
        label = self._label(f"{self._head(segment)} · {escape(segment.coder)}")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setCursor(Qt.CursorShape.PointingHandCursor)
        label.setToolTip(segment.quote)
        label.mousePressEvent = lambda _event: self.segment_chosen.emit(segment.id)  # type: ignore[method-assign]
        return label

    def _card(self, segment: ShownSegment, layout: QVBoxLayout) -> None:
        mine = self._is_mine(segment)
        top = QHBoxLayout()
        top.addWidget(self._label(self._head(segment)), 1)
        if mine:
            top.addWidget(self._ask_button(), 0, Qt.AlignmentFlag.AlignTop)
            remove = QToolButton()
            remove.setIcon(self._theme.icon("remove"))
            tip(remove, self.tr("Remove this coded segment"), "remove_segment")
            remove.setAccessibleName(self.tr("Remove this coded segment"))
            remove.clicked.connect(lambda: self.remove_wanted.emit(segment.id))
            top.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        if segment.quote:
            layout.addWidget(self._label(quoted(escape(segment.quote) + ("…" if len(segment.quote) >= 240 else ""))))
        by = self.tr("{coder}, round {round}").format(coder=segment.coder, round=segment.round)
        if not mine and self._workspace.writable:
            by += " · " + self.tr("only {} changes it").format(segment.coder)
        layout.addWidget(self._label(escape(by), muted=True))
        if self._question:
            layout.addWidget(self._label(escape(self._question).replace("\n", "<br>")))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for qualifier in self._qualifiers:
            value = segment.qualifiers.get(qualifier.id)
            if mine:
                form.addRow(
                    self._caption(qualifier.name),
                    qualifier_field(qualifier, value, partial(self._say, segment.id, qualifier.id)),
                )
            elif value:
                form.addRow(self._caption(qualifier.name), self._label(escape(str(value))))
        layout.addLayout(form)
        self._memo_of(segment, mine, layout)

    def _ask_button(self) -> QToolButton:
        asks = QToolButton()
        asks.setIcon(self._theme.icon("help"))
        asks.setCheckable(True)
        asks.setChecked(bool(self._question))
        asks.setEnabled(not self._question or self._question_mine)
        tip(asks, self.tr("Ask the lead about this segment"), "ask_lead")
        asks.setAccessibleName(self.tr("Ask the lead about this segment"))
        asks.clicked.connect(lambda: self.ask_wanted.emit())
        return asks

    def _caption(self, words: str) -> QLabel:
        label = QLabel(words[:1].upper() + words[1:])
        label.setForegroundRole(self.foregroundRole())
        return label

    def _memo_of(self, segment: ShownSegment, mine: bool, layout: QVBoxLayout) -> None:
        if mine:
            self._memo = MemoBox(segment.memo, partial(self._write, segment.id), self.text_wanted.emit)
            if (waiting := self._unwritten.get(segment.id)) is not None:
                self._memo.setPlainText(waiting)
            self._memo.taken_back.connect(partial(self._unwritten.pop, segment.id, None))
            self._memo.setPlaceholderText(self.tr("Memo (Ctrl+M)"))
            self._memo.setAccessibleName(self.tr("Memo"))
            layout.addWidget(self._memo)
        elif segment.memo:
            layout.addWidget(self._label(escape(segment.memo).replace("\n", "<br>")))

    def _is_mine(self, segment: ShownSegment) -> bool:
        return self._workspace.writable and segment.coder_id == self._workspace.coder_id

    def _say(self, coding: UUID, qualifier: UUID, value: Any) -> None:
        if self._workspace.do(set_qualifier, coding_id=coding, qualifier_id=qualifier, value=value) is None:
            self._show()

    def _write(self, coding: UUID, memo: str) -> bool:
        """Is it in the file now? If not, it is shown with its segment until it is written or taken back."""
        self._unwritten.pop(coding, None)
        if self._workspace.do(set_memo, coding_id=coding, memo=memo) is None:
            self._unwritten[coding] = memo
            return False
        return True


class MemoBox(QPlainTextEdit):
    """A memo; saved when the keys leave it, and by Ctrl+Enter; Esc takes back what was typed. Both end with `done`.

    taken_back(): by Esc.
    """

    taken_back = Signal()

    def __init__(
        self, memo: str, save: Callable[[str], bool], done: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """save: writes the words; False where that could not be done."""
        super().__init__(memo, parent)
        self._saved, self._save, self._done = memo.strip(), save, done
        self.setTabChangesFocus(True)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * 5.5))
        self.installEventFilter(self)

    def send(self) -> None:
        """Writes what stands here, if it is new."""
        words = self.toPlainText().strip()
        if words != self._saved:
            before, self._saved = self._saved, words  # what is written builds this page anew, which sends once more
            if not self._save(words):
                self._saved = before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.send()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._done()  # before the words are written: what is written builds this page anew
                self.send()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.setPlainText(self._saved)
                self.taken_back.emit()
                self._done()
                return True
        return super().eventFilter(watched, event)
