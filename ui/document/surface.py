"""The text surface: a document read and coded; a live caret, tints behind the words, stripes beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)  # fmt: skip
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from coder.spans import Span
from coder.units import grapheme_at, snap_outward, word_at
from ui.document import structure
from ui.document.display import DisplayMap
from ui.document.hands import Hands
from ui.document.layout import ReadingLayout
from ui.document.marks import Segment, SegmentIndex
from ui.document.painting import paint_over, paint_under
from ui.document.sight import Sight, look, x_of
from ui.document.stripes import Stripes
from ui.theme import Theme

MEASURE = 70  # characters a line, unless the reader drags the margin


class TextSurface(QPlainTextEdit):
    """Shows one document's text with its segments. All positions in and out are code points, half-open.

    The text comes in by `show_document` and is never read back from the widget.
    """

    selection_changed = Signal(object)  # Span or None
    caret_moved = Signal(int)
    segment_clicked = Signal(object)  # a segment's id
    segment_opened = Signal(object)
    segment_focused = Signal(object)  # an id or None: what the reader walked or clicked to
    segment_stretched = Signal(object, object)  # id, Span
    removal_requested = Signal(object)  # id
    code_requested = Signal()  # open the palette here
    code_key_pressed = Signal(str)  # a key without Ctrl or Alt, by its physical-aware name
    menu_requested = Signal(QPoint)  # the context menu is wanted at this global point
    said = Signal(str)  # a calm word on why nothing happened

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shown = DisplayMap("")
        self.index = SegmentIndex.of([])
        self.focused: int | None = None  # places in the index
        self.lit: int | None = None
        self.picked: str | None = None  # "start" or "end" while an edge is in hand
        self.moving: tuple[int, Span] | None = None  # the segment being stretched, as it would be
        self.bidi_blocks: dict[int, bool] = {}
        self.page_starts: list[tuple[int, str]] = []
        self.current_hit: int | None = None
        self._hits: list[Span] = []
        self._marks: Sequence[structure.StructureMark] = ()
        self._sight: Sight | None = None
        self._under_caret: tuple[int, ...] = ()
        self._told: Span | None = None
        self._measure: float | None = None
        self._line_ends: NDArray[np.int64] | None = None
        self._document: QTextDocument | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setCursorWidth(0)  # the caret is painted here, so that it never blinks and never goes
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(self.tr("Text of the document"))
        self.setAutoFillBackground(True)
        self.stripes = Stripes(self)
        self.hands = Hands(self)
        self._dress()
        self.show_document("")

    def _connect(self) -> None:
        self.theme.changed.connect(self._on_theme)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_caret)
        self.selectionChanged.connect(self._on_selection)

    # the document

    def show_document(self, text: str, marks: Sequence[structure.StructureMark] = ()) -> None:
        """Show a text from its beginning, without segments. marks: the structure kept at import, in code points.

        Each paragraph reads in its own direction.
        """
        self.shown = DisplayMap(text)
        self._marks = marks
        self.index, self.focused, self.lit, self.picked, self.moving = SegmentIndex.of([]), None, None, None, None
        self._hits, self.current_hit, self._line_ends = [], None, None
        self.page_starts = structure.pages(marks)
        self._lay_out()

    def _lay_out(self) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(self.step() * 3)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self._layout = ReadingLayout(document, self.air(), self.air() * 1.4)
        document.setDocumentLayout(self._layout)
        document.setPlainText(self.shown.shown())
        if self._marks:
            structure.dress(document, self._marks, self.shown, self.theme)
        self.bidi_blocks.clear()
        old, self._document = self._document, document
        self.setDocument(document)
        if old is not None:  # Qt deletes only the document that it made itself
            old.deleteLater()
        self._forget_sight()

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self.shown.text

    # segments

    def set_segments(self, segments: Sequence[Segment] | SegmentIndex) -> None:
        """Show these segments and no others; the focused one stays focused if it is among them.

        An index made beforehand (on a worker, from columns) is taken as it is.
        """
        kept = self.focused_id()
        self.index = (
            segments if isinstance(segments, SegmentIndex) else SegmentIndex.of(segments, self.line_ends())
        )
        self.focused = None if kept is None else self.index.find(kept)
        self.lit = self.moving = self.picked = None
        self._under_caret = tuple(self.index.at(self.caret()))
        self._repaint()

    def line_ends(self) -> NDArray[np.int64]:
        """Where the paragraphs of the text end, int64, ascending: what SegmentIndex packs lanes by."""
        if self._line_ends is None:
            ends = [found.start() for found in re.finditer("\n", self.text)]
            self._line_ends = np.array([*ends, len(self.text)], dtype=np.int64)
        return self._line_ends

    def focused_id(self) -> Hashable | None:
        """The id of the focused segment."""
        return None if self.focused is None else self.index[self.focused].id

    def focus_segment(self, id: Hashable | None) -> None:
        """Let the segment of that id stand out, and say nothing; None, or one that is not here: none does."""
        self.focused = None if id is None else self.index.find(id)
        self.picked = self.moving = None
        self._repaint()

    def choose(self, index: int | None, *, clicked: bool = False) -> None:
        """The reader went to a segment (its place in the index): it stands out, comes into sight, and is told."""
        self.focused = index
        self.picked = self.moving = None
        if index is not None:
            segment = self.index[index]
            self._place_caret(segment.start)
            self.reveal(segment.span)
            self.announce(segment)
            if clicked:
                self.segment_clicked.emit(segment.id)
        self._repaint()
        self.segment_focused.emit(self.focused_id())

    def light(self, index: int | None) -> None:
        """Light a segment's passage while the mouse is on its stripe."""
        if index != self.lit:
            self.lit = index
            self._repaint()

    def stretched(self, index: int) -> Span | None:
        """Where a segment would lie if the edge in hand were let go now."""
        return self.moving[1] if self.moving is not None and self.moving[0] == index else None

    # caret and selection

    def caret(self) -> int:
        """Where the caret stands."""
        return self.shown.from_qt(self.textCursor().position())

    def selection(self) -> Span | None:
        """The selected passage, widened to whole graphemes; None if nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        span = self.shown.span_from_qt(cursor.selectionStart(), cursor.selectionEnd())
        return None if span.empty else snap_outward(self.text, span)

    def select(self, span: Span) -> None:
        """Select a passage and bring it into sight; an empty one places the caret."""
        cursor = self.textCursor()
        cursor.setPosition(self.shown.to_qt(span.start))
        if not span.empty:
            cursor.setPosition(self.shown.end_to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(span)

    def reveal(self, span: Span) -> None:
        """Scroll so that the passage is in sight, its beginning a third from the top if it was not."""
        sight = self.sight()
        start, end = self.shown.to_qt(span.start), self.shown.end_to_qt(span.end)
        if sight.blocks and sight.start <= start and end <= sight.end and self._wholly_seen(start):
            return
        probe = QTextCursor(self.document())
        probe.setPosition(start)
        block = probe.block()
        self.blockBoundingGeometry(block)  # lays the paragraph out, so that its line is known
        line = block.layout().lineForTextPosition(start - block.position())
        number = block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)
        lines = self.viewport().height() / max(1.0, QFontMetricsF(self.font()).height() + self.air())
        self.verticalScrollBar().setValue(max(0, int(number - lines / 3)))
        self._forget_sight()

    def caret_rect(self) -> QRectF:
        """Where the caret stands in the viewport: what a popup is placed by."""
        return self.place_of(self.textCursor().position()) or QRectF(self.cursorRect())

    def place_of(self, at: int) -> QRectF | None:
        """The thin box of Qt's position `at` in the viewport; None if it is out of sight."""
        block = self.sight().block_of(at)
        if block is None:
            return None
        line = block.line(block.line_of(at))
        return QRectF(block.origin.x() + x_of(line, at - block.start), block.origin.y() + line.y(), 1.0, line.height())

    # search hits and pages

    def set_hits(self, hits: Iterable[Span], current: int | None = None) -> None:
        """Mark what a search found; current: the place in the list of the one walked to, brought into sight."""
        self._hits = sorted(hits)
        self.current_hit = current
        if current is not None and current < len(self._hits):
            self.reveal(self._hits[current])
        self._repaint()

    def hits_within(self, start: int, end: int) -> list[tuple[int, Span]]:
        """The hits in a range with their places in the list."""
        first = max(0, bisect_left(self._hits, (start, 0)) - 1)
        last = bisect_right(self._hits, (end, end))
        return list(enumerate(self._hits[first:last], first))

    def pages_within(self, start: int, end: int) -> list[tuple[int, str]]:
        """The pages that begin in a range."""
        first = bisect_left(self.page_starts, (start, ""))
        return self.page_starts[first : bisect_left(self.page_starts, (end, ""))]

    # measures

    def step(self) -> float:
        """Half the x-height of the text's font."""
        return Theme.step(self.font())

    def air(self) -> float:
        """Room between lines."""
        return QFontMetricsF(self.font()).height() * 0.24

    def theme_font_size(self) -> float:
        return self.font().pointSizeF()

    def set_measure(self, characters: float | None) -> None:
        """How many characters a line holds; None: the default."""
        self._measure = None if characters is None else min(200.0, max(24.0, characters))
        self._arrange()

    def set_measure_edge(self, x: float) -> None:
        """Let the text end at this place of the surface, the column staying centred as it is."""
        left = self.viewportMargins().left()
        self.set_measure((x - left - self.step() * 6) / self._character())

    def measure(self) -> float:
        return MEASURE if self._measure is None else self._measure

    def _character(self) -> float:
        return QFontMetricsF(self.font()).averageCharWidth()

    def _arrange(self) -> None:
        """Give the text its measure and the stripes the room beside it; what is left goes to both sides."""
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        stripes = min(self.step() * 62, max(self.step() * 16, room * 0.3))
        wanted = self.measure() * self._character() + self.step() * 6
        text = max(self.step() * 40, min(wanted, room - stripes))
        left = max(0.0, (room - text - stripes) / 2)
        self.setViewportMargins(round(left), 0, round(room - text - left), 0)
        self._set_stripes()

    def _set_stripes(self) -> None:
        box = self.viewport().geometry()
        self.stripes.setGeometry(box.right() + 1, box.top(), self.viewportMargins().right(), box.height())
        self._forget_sight()

    # what Qt tells

    def sight(self) -> Sight:
        """What is in sight; looked up once until something moves."""
        if self._sight is None:
            self._sight = look(self)
        return self._sight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_stripes()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_under(painter, self)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_over(painter, self)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hands.press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            # Margins first: set while Qt hands on the resize, the view would lay its text out for the old width.
            self._arrange()
        # Our keys are ours before a menu's shortcut takes them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.hands.wants(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # Tab walks the segments; F6 walks the panes

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._repaint()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._repaint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.selection() is None and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setTextCursor(self.cursorForPosition(self._to_line(QPointF(event.pos())).toPoint()))
        self.menu_requested.emit(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        mime = QMimeData()
        if (span := self.selection()) is not None:
            mime.setText(span.quote(self.text))
        return mime

    # the mouse: Qt takes the room between lines for the end of the line above, so heights are led to a line

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked = self.moving = None
        super().mousePressEvent(self._led(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._led(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._led(event))
        if event.button() == Qt.MouseButton.LeftButton and self.selection() is None:
            at = self.index.at(self.caret())
            self.focused = at[0] if at else None
            self._repaint()
            self.segment_focused.emit(self.focused_id())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._led(event))
        at = self.cursorForPosition(self._to_line(event.position()).toPoint()).position()
        word = word_at(self.text, self.shown.from_qt(at))
        if not word.quote(self.text).isspace():
            self.select(word)

    def _led(self, event: QMouseEvent) -> QMouseEvent:
        return QMouseEvent(
            event.type(), self._to_line(event.position()), event.globalPosition(), event.button(), event.buttons(),
            event.modifiers(), event.pointingDevice(),
        )  # fmt: skip

    def _to_line(self, place: QPointF) -> QPointF:
        if not self.viewport().rect().contains(place.toPoint()):
            return place  # outside, Qt scrolls
        found = self.sight().nearest_line(place.y())
        if found is None:
            return place
        block, n = found
        return QPointF(place.x(), min(max(place.y(), block.top_of(n) + 1), block.bottom_of(n) - 1))

    # dragging an end of a stripe

    def drag_edge(self, index: int, edge: str, at: QPointF) -> None:
        """An end of a segment follows the mouse: exactly over the text, by whole lines beside it."""
        found = self.sight().nearest_line(at.y())
        if found is None:
            return
        block, n = found
        line = block.line(n)
        if at.x() <= self.viewport().width():
            qt = block.start + line.xToCursor(at.x() - block.origin.x())
        else:
            qt = block.start + line.textStart() + (0 if edge == "start" else line.textLength())
        self.hands.move_edge(index, edge, self.shown.from_qt(qt))

    def end_drag(self) -> None:
        """The end was let go: what was meant is told; the segment changes when it comes back from the file."""
        self.hands.confirm_edge()

    # small matters

    def announce(self, segment: Segment) -> None:
        """Tell a screen reader which segment the reader came to."""
        if QAccessible.isActive():
            words = ", ".join(part for part in (segment.path or segment.name, segment.coder) if part)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _place_caret(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.shown.to_qt(grapheme_at(self.text, position).start))
        self.setTextCursor(cursor)

    def _wholly_seen(self, qt: int) -> bool:
        box = self.place_of(qt)
        return box is not None and box.top() >= 0 and box.bottom() <= self.viewport().height()

    def _on_caret(self) -> None:
        entered = tuple(self.index.at(self.caret()))
        for index in entered:
            if index not in self._under_caret:
                self.announce(self.index[index])
        self._under_caret = entered
        self._repaint()
        self.caret_moved.emit(self.caret())

    def _on_selection(self) -> None:
        span = self.selection()
        if span != self._told:
            self._told = span
            self._repaint()
            self.selection_changed.emit(span)

    def _on_update(self) -> None:
        self._forget_sight()
        self.stripes.update()

    def _forget_sight(self) -> None:
        self._sight = None

    def _repaint(self) -> None:
        self._forget_sight()
        self.viewport().update()
        self.stripes.update()

    def _on_theme(self) -> None:
        position = self.textCursor().position()
        self._dress()
        self._lay_out()
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._arrange()

    def _dress(self) -> None:
        colors = self.theme.colors
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, colors.paper)
        palette.setColor(QPalette.ColorRole.Text, colors.ink)
        # The selection is painted here, line boxes and all; Qt must not paint it once more.
        palette.setBrush(QPalette.ColorRole.Highlight, Qt.BrushStyle.NoBrush)
        palette.setColor(QPalette.ColorRole.HighlightedText, colors.ink)
        self.setPalette(palette)
        self.setFont(self.theme.reading_font())

    def block_at(self, qt: int) -> QTextBlock:
        """The paragraph, as shown, at one of Qt's positions."""
        return self.document().findBlock(qt)
