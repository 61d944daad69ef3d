"""The view under the surface: a text laid out to be read, its caret, selection and measures in code points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from coder.spans import Span
from coder.units import grapheme_at, paragraph_at, snap_outward, word_at
from ui.carried import PASSAGE
from ui.document import structure
from ui.document.display import DisplayMap
from ui.document.layout import ReadingLayout
from ui.document.sight import Sight, look, x_of
from ui.theme import Theme

_NOTCH = 120  # eighths of a degree that a wheel with notches turns at once
MEASURE = 70  # characters a line, unless the reader drags the margin


class ReadingView(QPlainTextEdit):
    """Shows a text in the reading font, to a measure, beside a margin. Knows nothing of segments.

    All positions in and out are code points, half-open; the text is never read back from the widget.
    """

    scale_wanted = Signal(int)  # 1: larger, -1: smaller; Ctrl and the wheel

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.shown = DisplayMap("")
        self.bidi_blocks: dict[int, bool] = {}
        self.aside: QWidget | None = None  # what stands in the margin
        self.before: QWidget | None = None  # what stands on the other side of the text, while it is shown
        self._marks: Sequence[structure.StructureMark] = ()
        self._sight: Sight | None = None
        self._snapped: tuple[DisplayMap, tuple[int, int], Span | None] | None = None  # the selection asked for last
        self._measure: float | None = None
        self._extends = False  # the mouse was pressed with Shift: the selection follows it
        self._doubled: tuple[int, QPointF] | None = None  # when and where the last double click was
        self._turned = 0  # what the wheel was turned with Ctrl, in eighths of a degree
        self._document: QTextDocument | None = None
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setCursorWidth(0)  # the caret is painted by us, so that it never blinks and never goes
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAutoFillBackground(True)
        self._dress()
        self._lay_out()
        theme.changed.connect(self._on_theme)

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
        self._forget_sight()  # what setDocument tells is heard before it comes back
        self.setDocument(document)
        if old is not None:  # Qt deletes only the document that it made itself
            old.deleteLater()
        self._forget_sight()

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self.shown.text

    def caret(self) -> int:
        """Where the caret stands."""
        return self.shown.from_qt(self.textCursor().position())

    def selection(self) -> Span | None:
        """The selected passage, widened to whole graphemes; None if nothing is selected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        ends = cursor.selectionStart(), cursor.selectionEnd()
        if self._snapped is None or self._snapped[:2] != (self.shown, ends):  # asked by all that a key touches
            span = self.shown.span_from_qt(*ends)
            self._snapped = (self.shown, ends, None if span.empty else snap_outward(self.text, span))
        return self._snapped[2]

    def select(self, span: Span) -> None:
        """Select a passage and bring it into sight; an empty one places the caret."""
        cursor = self.textCursor()
        cursor.setPosition(self.shown.to_qt(span.start))
        if not span.empty:
            cursor.setPosition(self.shown.end_to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor, span)
        self.reveal(span)

    def _set_cursor(self, cursor: QTextCursor, span: Span) -> None:
        """Qt brings the cursor to the nearest edge, where nothing can be read of what follows."""
        seen = self._wholly_seen(self.shown.to_qt(span.start))
        self.setTextCursor(cursor)
        if not seen:
            self._bring(self.shown.to_qt(span.start))

    def reveal(self, span: Span) -> None:
        """Scroll so that the passage is in sight, its beginning a third from the top if it was not."""
        sight = self.sight()
        start, end = self.shown.to_qt(span.start), self.shown.end_to_qt(span.end)
        if not (sight.blocks and sight.start <= start and end <= sight.end and self._wholly_seen(start)):
            self._bring(start)

    def _bring(self, start: int) -> None:
        """Scroll so that the line of Qt's position `start` is a third from the top."""
        probe = QTextCursor(self.document())
        probe.setPosition(start)
        block = probe.block()
        self.blockBoundingGeometry(block)  # lays the paragraph out, so that its line is known
        line = block.layout().lineForTextPosition(start - block.position())
        number = block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)
        lines = self.viewport().height() / max(1.0, QFontMetricsF(self.font()).height() + self.air())
        self.verticalScrollBar().setValue(max(0, int(number - lines / 3)))
        self._forget_sight()

    def sees(self, span: Span) -> bool:
        """Is any of a passage in sight?"""
        sight = self.sight()
        start, end = self.shown.to_qt(span.start), self.shown.end_to_qt(span.end)
        return bool(sight.blocks) and start < sight.end and end > sight.start

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
        first = stripes if self.before is not None and not self.before.isHidden() else 0.0
        text = max(self.step() * 40, min(wanted, room - stripes - first))
        left = max(first, (room - text - stripes + first) / 2)
        self.setViewportMargins(round(left), 0, round(room - text - left), 0)
        self._set_aside()

    def _set_aside(self) -> None:
        box = self.viewport().geometry()
        if self.aside is not None:
            self.aside.setGeometry(box.right() + 1, box.top(), self.viewportMargins().right(), box.height())
        if self.before is not None:
            self.before.setGeometry(0, box.top(), box.left(), box.height())
        self._forget_sight()

    def sight(self) -> Sight:
        """What is in sight; looked up once until something moves."""
        if self._sight is None:
            self._sight = look(self)
        return self._sight

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            # Margins first: set while Qt hands on the resize, the view would lay its text out for the old width.
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_aside()

    def createMimeDataFromSelection(self) -> QMimeData:
        mime = QMimeData()
        if (span := self.selection()) is not None:
            mime.setText(span.quote(self.text))
            mime.setData(PASSAGE, b"1")  # let go on a code, it is coded with it
        return mime

    # the mouse: Qt takes the room between lines for the end of the line above, so heights are led to a line

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

    def _wholly_seen(self, qt: int) -> bool:
        box = self.place_of(qt)
        return box is not None and box.top() >= 0 and box.bottom() <= self.viewport().height()

    def _forget_sight(self) -> None:
        self._sight = None

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

    def _on_theme(self) -> None:
        old = self.textCursor()
        anchor, position = old.anchor(), old.position()
        seen = self.sight().start
        # laid out anew, the text is the same: the caret has been nowhere else, and nobody is told that it was
        blocked = self.blockSignals(True)
        self._dress()
        self._lay_out()
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._arrange()
        self._to_top(seen)
        self.blockSignals(blocked)

    def _to_top(self, qt: int) -> None:
        """Scroll so that the line of Qt's position `qt` is the first in sight."""
        probe = QTextCursor(self.document())
        probe.setPosition(qt)
        block = probe.block()
        self.blockBoundingGeometry(block)
        line = block.layout().lineForTextPosition(qt - block.position())
        self.verticalScrollBar().setValue(block.firstLineNumber() + max(0, line.lineNumber() if line.isValid() else 0))
        self._forget_sight()

    def _place_caret(self, position: int) -> None:
        cursor = self.textCursor()
        start = grapheme_at(self.text, position).start
        cursor.setPosition(self.shown.to_qt(start))
        self._set_cursor(cursor, Span(start, start))


    def position_at(self, place: QPointF) -> int:
        """The place in the text nearest to a point of the viewport."""
        return self.shown.from_qt(self.cursorForPosition(self._to_line(place).toPoint()).position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
        self._extends = event.button() == left and bool(event.modifiers() & shift)
        if self._extends:
            # Qt would go on by the words or paragraphs of an earlier double or triple click
            self._extend_to(event.position())
            return
        super().mousePressEvent(self._led(event))
        if event.button() == left and self._clicked_thrice(event):
            # Qt takes the end of the line along, and of a paragraph shown in pieces one piece alone
            self._select_in_sight(paragraph_at(self.text, self.position_at(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._extends:
            self._extend_to(event.position())
        else:
            super().mouseMoveEvent(self._led(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        extended, self._extends = self._extends, False
        if not extended:  # else Qt, which knows nothing of the press, would end what it takes for a click
            super().mouseReleaseEvent(self._led(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._led(event))
        self._doubled = event.timestamp(), event.position()
        word = word_at(self.text, self.position_at(event.position()))
        if not word.quote(self.text).isspace():
            self._select_in_sight(word)

    def _clicked_thrice(self, event: QMouseEvent) -> bool:
        doubled, self._doubled = self._doubled, None
        if doubled is None:
            return False
        near = (event.position() - doubled[1]).manhattanLength() < QApplication.startDragDistance()
        return near and event.timestamp() - doubled[0] < QApplication.doubleClickInterval()

    def _extend_to(self, place: QPointF) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.shown.to_qt(self.position_at(place)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _select_in_sight(self, span: Span) -> None:
        """Select what the mouse is on: the text stays under it."""
        bar = self.verticalScrollBar()
        seen = bar.value()
        self.select(span)
        bar.setValue(seen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        event.accept()  # Qt would make this text larger, and no other
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _NOTCH:
            self.scale_wanted.emit(1 if self._turned > 0 else -1)
            self._turned = 0
