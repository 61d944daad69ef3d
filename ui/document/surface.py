"""The text surface: a document read and coded; a live caret, tints behind the words, stripes beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)  # fmt: skip
from PySide6.QtWidgets import QWidget

from coder.spans import Span
from coder.units import word_at
from ui.carried import carried_code, takes_code
from ui.document import structure
from ui.document.display import DisplayMap
from ui.document.hands import Hands
from ui.document.heard import Heard, words_of
from ui.document.marks import Segment, SegmentIndex
from ui.document.painting import paint_over, paint_under
from ui.document.sides import LEFT, Comparison
from ui.document.stripes import Stripes
from ui.document.unit_marks import QuestionMark, UnitMarks, paint_units
from ui.document.view import ReadingView
from ui.painters import painter_on
from ui.theme import Theme

FindWords = Callable[[str, int, int], list[Span]]  # in a text, from where to where
_AROUND = 120  # characters before and after what is in sight: words cut by its edges are whole


class TextSurface(ReadingView):
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
    nothing_held = Signal()  # Esc where there was no edge and no selection to let go of
    code_dropped = Signal(object)  # a code's id, let go on the selection or on a word, which then is the selection
    code_requested = Signal()  # open the palette here
    new_code_requested = Signal()  # the palette, with the selected words as the name of a new code
    code_key_pressed = Signal(str)  # a key without Ctrl or Alt, by its physical-aware name
    menu_requested = Signal(QPoint)  # the context menu is wanted at this global point
    announced = Signal(str)  # what a screen reader is told: the segment that the caret entered
    unit_wanted = Signal(str)  # next, previous, open (the next that waits), none (no code applies)
    question_chosen = Signal(object)  # the id of a question whose mark was clicked
    hits_marked = Signal(object)  # the one walked to (Span), or None
    said = Signal(str)  # a calm word on why nothing happened

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.index = SegmentIndex.of([])
        self.focused: int | None = None  # places in the index
        self.lit: int | None = None
        self.picked: str | None = None  # "start" or "end" while an edge is in hand
        self.moving: tuple[int, Span] | None = None  # the segment being stretched, as it would be
        self.page_starts: list[tuple[int, str]] = []
        self.units = UnitMarks()  # fixed units, as they are to be marked
        self.questions: Sequence[QuestionMark] = ()  # passages that the lead is asked about
        self.current_hit: int | None = None
        self.comparison: Comparison | None = None  # two coders on the two sides, while they are compared
        self.words_of: Callable[[Hashable], str] | None = None  # more on a segment, asked when its tooltip is shown
        self.only_read = False  # nothing of the project can be changed here
        self._hits: list[Span] = []
        self._find_words: FindWords | None = None
        self._words_seen: tuple[Span, list[Span]] | None = None
        self._heard = Heard(self)
        self._told: Span | None = None
        self._line_ends: NDArray[np.int64] | None = None
        self.setAccessibleName(self.tr("Text of the document"))
        self.stripes = Stripes(self)
        self.aside = self.stripes
        self.stripes_before = Stripes(self, LEFT)
        self.stripes_before.hide()
        self.before = self.stripes_before
        self.hands = Hands(self)
        self._connect()

    def _connect(self) -> None:
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
        self._hits, self.current_hit, self._line_ends, self._words_seen = [], None, None, None
        self.comparison = None if self.comparison is None else Comparison(self.index, {}, self.line_ends())
        self.units, self.questions = UnitMarks(), ()
        self.page_starts = structure.pages(marks)
        self._lay_out()

    # segments

    def set_segments(self, segments: Sequence[Segment] | SegmentIndex) -> None:
        """Show these segments and no others; the focused one stays focused if it is among them.

        An index made beforehand (on a worker, from columns) is taken as it is.
        """
        kept = self.focused_id()
        self.index = (
            segments if isinstance(segments, SegmentIndex) else SegmentIndex.of(segments, self.line_ends())
        )
        self.comparison = None if self.comparison is None else Comparison(self.index, {}, self.line_ends())
        self.focused = None if kept is None else self.index.find(kept)
        self.lit = self.moving = self.picked = None
        self._heard.stand()
        self._repaint()

    def compare(self, sides: Mapping[Hashable, tuple[str, bool]] | None) -> None:
        """Shows two coders' segments on the two sides of the text: id -> "left" or "right", and whether both have it
        alike. None: everybody's on one side again.
        """
        self.comparison = None if sides is None else Comparison(self.index, sides, self.line_ends())
        if self.stripes_before.isHidden() == (sides is not None):
            self.stripes_before.setVisible(sides is not None)
            self._arrange()
        self._repaint()

    def set_units(self, units: UnitMarks) -> None:
        """Mark these fixed units and no others, one of them in hand or none."""
        self.units = units
        self._repaint()

    def set_questions(self, questions: Sequence[QuestionMark]) -> None:
        """Mark the passages that the lead is asked about."""
        self.questions = questions
        self._heard.stand()
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

    # search hits and pages

    def set_hits(self, hits: Iterable[Span], current: int | None = None) -> None:
        """Mark what a search found; current: the place in the list of the one walked to, brought into sight."""
        self._hits = sorted(hits)
        self.current_hit = current
        walked = self._hits[current] if current is not None and current < len(self._hits) else None
        if walked is not None:
            self.reveal(walked)
        self._repaint()
        self.hits_marked.emit(walked)

    def hits_within(self, start: int, end: int) -> list[tuple[int, Span]]:
        """The hits in a range with their places in the list."""
        first = max(0, bisect_left(self._hits, (start, 0)) - 1)
        last = bisect_right(self._hits, (end, end))
        return list(enumerate(self._hits[first:last], first))

    def set_key_words(self, find: FindWords | None) -> None:
        """Underline the words that this finds in what is in sight, in every document; None: none."""
        self._find_words, self._words_seen = find, None
        self._repaint()

    def key_words_within(self, start: int, end: int) -> list[Span]:
        """The key words in a range."""
        if self._find_words is None:
            return []
        seen = Span(max(0, start - _AROUND), min(len(self.text), end + _AROUND))
        if self._words_seen is None or self._words_seen[0] != seen:
            self._words_seen = seen, self._find_words(self.text, seen.start, seen.end)
        return self._words_seen[1]

    def pages_within(self, start: int, end: int) -> list[tuple[int, str]]:
        """The pages that begin in a range."""
        first = bisect_left(self.page_starts, (start, ""))
        return self.page_starts[first : bisect_left(self.page_starts, (end, ""))]

    # what Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self.viewport()) as painter:
            paint_under(painter, self)
        super().paintEvent(event)
        with painter_on(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_units(painter, self)
            paint_over(painter, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hands.press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Our keys are ours before a menu's shortcut takes them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.hands.wants(event):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        event.accept()  # a dead key or an input method has nothing to write into a document that is read

    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # Tab walks the segments; F6 walks the panes

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self._repaint()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self._repaint()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.settle_menu(self.position_at(QPointF(event.pos())) if by_mouse else None)
        self.menu_requested.emit(event.globalPos())

    def settle_menu(self, at: int | None) -> None:
        """The menu is about the selection if the mouse is on it, else what a click would go to. at: None for a key."""
        span = self.selection()
        if at is not None and not (span is not None and span.start <= at <= span.end):
            self._select_in_sight(Span(at, at))
            self.choose_here()
        elif span is None and self.focused is None:
            self.choose_here()

    def choose_here(self) -> None:
        """The shortest segment at the caret stands out; the one that stood out stays if it is there too."""
        at = self.index.at(self.caret())
        if self.focused not in at:
            self.focused = at[0] if at else None
        self._repaint()
        self.segment_focused.emit(self.focused_id())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.picked = self.moving = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.selection() is None:
            self.focused = None
            self.choose_here()

    # a code let go on the text

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        takes_code(event) or super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        takes_code(event) or super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        code = carried_code(event.mimeData())
        if code is None:
            super().dropEvent(event)
            return
        takes_code(event)
        self.setFocus()  # the next key is the text's, wherever the code came from
        self.take_code(code, self.position_at(event.position()))

    def take_code(self, code: UUID, at: int) -> None:
        """A code was let go at a place of the text: on the selection, else on the word there."""
        span = self.selection()
        if span is None or not span.start <= at <= span.end:
            span = word_at(self.text, at)
            if not span.quote(self.text).strip():
                self.said.emit(self.tr("Let the code go on words."))
                return
            self.select(span)
        self.code_dropped.emit(code)

    # dragging an end of a stripe

    def drag_edge(self, index: int, edge: str, at: QPointF) -> None:
        """An end of a segment follows the mouse: exactly over the text, by whole lines beside it."""
        found = self.sight().nearest_line(at.y())
        if found is None:
            return
        block, n = found
        line = block.line(n)
        if at.x() <= self.viewport().width():
            place = self.shown.from_qt(block.start + line.xToCursor(at.x() - block.origin.x()))
        else:
            qt = block.start + line.textStart() + (0 if edge == "start" else line.textLength())
            place, text = self.shown.from_qt(qt), self.text  # and of empty lines nothing
            while edge == "end" and text[place - 1 : place] == "\n":
                place -= 1
            while edge == "start" and text[place : place + 1] == "\n":
                place += 1
        self.hands.move_edge(index, edge, place)

    def end_drag(self) -> None:
        """The end was let go: what was meant is told; the segment changes when it comes back from the file."""
        self.hands.confirm_edge()

    # small matters

    def why_kept(self) -> str:
        """Why a segment that is not one's own stays as it is, as a sentence."""
        if self.only_read:
            return self.tr("The project is only read here: nothing in it changes.")
        return self.tr("This segment is another coder's and stays as it is.")

    def announce(self, segment: Segment) -> None:
        """Tell a screen reader which segment the reader came to."""
        self.announce_words(words_of(segment))

    def announce_words(self, words: str) -> None:
        """Tell a screen reader where the reader has come to."""
        self.announced.emit(words)
        if QAccessible.isActive():
            shown = self.focusProxy() or self  # the pages, while they stand for the text
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(shown, words))

    def _on_caret(self) -> None:
        self._heard.go_on()
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
        self._update_stripes()

    def _update_stripes(self) -> None:
        self.stripes.update()
        self.stripes_before.update()

    def _repaint(self) -> None:
        self._forget_sight()
        self.viewport().update()
        self._update_stripes()
