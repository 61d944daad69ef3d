"""A PDF's pages as they were printed, with the segments on their words. The text surface stays the one place of
positions: what is selected here is selected there, and keys go there."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)  # fmt: skip
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from coder.spans import Span
from ui.carried import takes_code
from ui.document.pages_mouse import PageMouse
from ui.document.pages_painting import paint_keys, paint_page, question_boxes, stripe_boxes
from ui.document.pages_spoken import be_heard, page_words, words_where
from ui.document.surface import TextSurface
from ui.document.unit_marks import QuestionMark
from ui.painters import painter_on
from ui.theme import Theme

if TYPE_CHECKING:
    from coder.importers.pdf_pages import PageBoxes, PageMap, PagePicture

_PICTURES = 8  # pages kept as pictures
_BOXES = 64  # pages whose characters' places are kept
_WIDTH = 110  # of a page at most, in characters of the interface


class PageView(QAbstractScrollArea):
    """Shows pages one below the other, scaled to the width; asks for each when it comes into sight.

    page_wanted(page, width in device pixels): its picture and the places of its characters are needed.
    page_reached(page): another page (from 0) is the one in the middle.
    """

    page_wanted = Signal(int, int)
    page_reached = Signal(int)

    def __init__(self, surface: TextSurface, theme: Theme, parent: QWidget | None = None) -> None:
        be_heard()
        super().__init__(parent)
        self.surface, self.theme = surface, theme
        self.places: PageMap | None = None
        self._sizes: Sequence[tuple[float, float]] = []
        self._tops: list[float] = []
        self._pictures: OrderedDict[int, tuple[int, QImage]] = OrderedDict()
        self._boxes: OrderedDict[int, PageBoxes] = OrderedDict()
        self.mouse = PageMouse(self)
        self._sought: int | None = None  # a position to bring into sight once its page is known
        self._middle = -1
        self._told_page: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Pages of the document"))
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        surface.caret_moved.connect(self._follow)
        surface.selection_changed.connect(self.refresh)
        surface.segment_focused.connect(self.refresh)
        surface.hits_marked.connect(self._on_hits)
        theme.changed.connect(self.refresh)

    # what comes in

    def show_pages(self, sizes: Sequence[tuple[float, float]], places: PageMap | None) -> None:
        """Show a document's pages (width and height in points) where the caret stands.

        places: where the text stands on them; None if it stands elsewhere, then the pages are only looked at.
        """
        self._sizes, self.places, self._middle, self._told_page = sizes, places, -1, None
        self._pictures.clear()
        self._boxes.clear()
        self.mouse.anchor = None
        self._arrange()
        self.verticalScrollBar().setValue(0)
        if places is not None:
            self._follow(self.surface.caret())
        self._tell()
        self._later.start()

    def clear(self) -> None:
        """Show nothing."""
        self.show_pages([], None)

    def set_page(self, page: int, width: int, picture: PagePicture, boxes: PageBoxes | None) -> None:
        """What page_wanted asked for."""
        image = QImage(
            picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        ).copy()  # the bytes go, the picture stays
        self._pictures[page] = width, image
        self._pictures.move_to_end(page)
        while len(self._pictures) > _PICTURES:
            self._pictures.popitem(last=False)
        if boxes is not None:
            self._boxes[page] = boxes
            while len(self._boxes) > _BOXES:
                self._boxes.popitem(last=False)
        if self._sought is not None and self.places is not None and self.places.page_at(self._sought) == page:
            self._reveal(self._sought)
        self._later.start()
        self.viewport().update()

    def refresh(self, *_: object) -> None:
        """Segments, selection or colours changed."""
        self._tell()
        self.viewport().update()

    # where things are, in the viewport

    def scale(self) -> float:
        """Pixels a point."""
        widest = max((wide for wide, _ in self._sizes), default=1.0)
        room = self.viewport().width() - 2 * self.margin() - self.stripes_width()
        most = QFontMetricsF(self.font()).averageCharWidth() * _WIDTH
        return max(0.1, min(room, most) / max(1.0, widest))

    def margin(self) -> float:
        return Theme.step(self.font()) * 4

    def stripes_width(self) -> float:
        """Room for the stripes at the right of a page."""
        return Theme.step(self.font()) * 10

    def page_rect(self, page: int) -> QRectF:
        scale, (wide, high) = self.scale(), self._sizes[page]
        left = max(self.margin(), (self.viewport().width() - wide * scale - self.stripes_width()) / 2)
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRectF(left, top, wide * scale, high * scale)

    def pages_seen(self) -> list[int]:
        """The pages in sight, from the top."""
        if not self._sizes:
            return []
        top = self.verticalScrollBar().value()
        first = max(0, int(np.searchsorted(self._tops, top, side="right")) - 1)
        last = int(np.searchsorted(self._tops, top + self.viewport().height(), side="left"))
        return list(range(first, max(first + 1, last)))

    def page_in_middle(self) -> int | None:
        """The page (from 0) in the middle of what is in sight."""
        return self._page_at(QPointF(0, self.viewport().height() / 2))

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._sizes)

    def page_of_caret(self) -> int | None:
        """The page (from 0) on which the caret stands; None where no text is known."""
        return self.places.page_at(self.surface.caret()) if self.places is not None else None

    def boxes_of(self, page: int) -> PageBoxes | None:
        return self._boxes.get(page)

    def rects(self, page: int, span: Span) -> list[QRectF]:
        """Where a passage stands on a page, a box for each line of it."""
        boxes = self._boxes.get(page)
        if boxes is None:
            return []
        first, last = np.searchsorted(boxes.positions, (span.start, span.end))
        sheet, scale = self.page_rect(page), self.scale()
        found: list[QRectF] = []
        for left, top, right, bottom in boxes.boxes[first:last].tolist():
            box = QRectF(sheet.left() + left * scale, sheet.top() + top * scale, 0, 0)
            box.setBottomRight(QPointF(sheet.left() + right * scale, sheet.top() + bottom * scale))
            if found and abs(found[-1].center().y() - box.center().y()) < box.height() / 2:
                gap = max(found[-1].left(), box.left()) - min(found[-1].right(), box.right())
                if gap < 2.5 * box.height():
                    found[-1] = found[-1].united(box)
                    continue
            found.append(box)
        return found

    def caret_rect(self) -> QRectF:
        """Where the caret stands in the viewport: what a popup is placed by."""
        span = self.surface.selection()
        at = span.end if span is not None else self.surface.caret()
        page = self.places.page_at(at) if self.places is not None else None
        for near, right in ((at, False), (at - 1, True)):
            if page is not None and (found := self.rects(page, Span(near, near + 1))):
                box = found[0]
                return QRectF(box.right() if right else box.left(), box.top(), 1.0, box.height())
        return QRectF(self.viewport().rect().center(), self.viewport().rect().center()).adjusted(0, 0, 1, 1)

    def position_at(self, point: QPointF) -> int | None:
        """The place in the text nearest to a point; None where no text is known."""
        page = self._page_at(point)
        boxes = self._boxes.get(page) if page is not None else None
        if page is None or boxes is None or not len(boxes.positions):
            return None
        sheet, scale = self.page_rect(page), self.scale()
        x, y = (point.x() - sheet.left()) / scale, (point.y() - sheet.top()) / scale
        left, top, right, bottom = boxes.boxes.T
        aside = np.maximum(np.maximum(left - x, x - right), 0)
        above = np.maximum(np.maximum(top - y, y - bottom), 0)
        n = int(np.argmin(aside + 6 * above))
        at = int(boxes.positions[n])
        behind = x > (float(left[n]) + float(right[n])) / 2
        if unicodedata.bidirectional(self.surface.text[at]) in ("R", "AL"):
            behind = not behind
        return at + behind

    def _page_at(self, point: QPointF) -> int | None:
        for page in self.pages_seen():
            if self.page_rect(page).bottom() >= point.y():
                return page
        return len(self._sizes) - 1 if self._sizes else None

    def _arrange(self) -> None:
        scale, gap = self.scale(), self.margin()
        middle, tops, top = self._middle, [], gap
        for _, high in self._sizes:
            tops.append(top)
            top += high * scale + gap
        self._tops = tops
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setSingleStep(round(Theme.step(self.font()) * 8))
        bar.setRange(0, max(0, round(top - self.viewport().height())))
        if 0 <= middle < len(tops):
            bar.setValue(round(tops[middle] - gap))

    # following the text

    def _follow(self, caret: int) -> None:
        if self.isVisible() or self._sought is not None or self.places is not None:
            self._reveal(caret)
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        """Who asks where the reader is hears it; another page is told by itself, as segments are."""
        if not self.isVisible():
            return
        if (words := words_where(self)) != self.accessibleDescription():
            self.setAccessibleDescription(words)
        page = self.page_of_caret()
        if page is not None and page != self._told_page:
            self._told_page = page
            self.surface.announce_words(page_words(page, self.pages))

    def _on_hits(self, walked: Span | None) -> None:
        if walked is not None:
            self._reveal(walked.start)
        self.viewport().update()

    def _reveal(self, position: int) -> None:
        """Scrolls so that a place of the text is in sight."""
        page = self.places.page_at(position) if self.places is not None else None
        if page is None or page >= len(self._tops) or self.mouse.anchor is not None:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        boxes = self._boxes.get(page)
        if boxes is None:  # its top now, its line when the page has come
            self._sought = position
            if page not in self.pages_seen():
                bar.setValue(round(self._tops[page] - self.margin()))
            return
        self._sought = None
        if not len(boxes.positions):
            return
        n = min(int(np.searchsorted(boxes.positions, position)), len(boxes.positions) - 1)
        top = self._tops[page] + float(boxes.boxes[n][1]) * self.scale() - bar.value()
        if not 0 <= top <= room - 40:
            bar.setValue(round(bar.value() + top - room / 3))

    # what Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.viewport().rect(), self.theme.colors.panel)
            for page in self.pages_seen():
                picture = self._pictures.get(page)
                paint_page(painter, self, page, picture[1] if picture else None)
            paint_keys(painter, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._later.start()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._arrange()
        self._follow(self.surface.caret())
        self._later.start()

    def _on_scrolled(self) -> None:
        seen = self.pages_seen()
        middle = self.page_in_middle()
        if seen and middle is not None and middle != self._middle:
            self._middle = middle
            self.page_reached.emit(middle)
        self._later.start()
        self.viewport().update()

    def _ask(self) -> None:
        """Asks for the first page in sight that is not here, or is here in another size."""
        if not self.isVisible():
            return
        for page in self.pages_seen():
            width = round(self.page_rect(page).width() * self.devicePixelRatioF())
            if page not in self._pictures or self._pictures[page][0] != width:
                self.page_wanted.emit(page, width)
                return

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        if event.type() == QEvent.Type.ShortcutOverride and self.surface.event(event):
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def words_at(self, point: QPointF) -> str:
        """The page under a point, and the segments or the question there: what the tooltip says."""
        if (question := self.question_at(point)) is not None:
            return question.tooltip
        page, at = self._page_at(point), self.position_at(point)
        if page is None:
            return ""
        words, index, bar = [page_words(page, self.pages)], self.surface.index, self.stripe_at(point)
        here = [] if at is None else [n for n in index.at(at) if index[n].start <= at < index[n].end]
        here = here if bar is None else [bar]
        return "<br>".join(words + [index[n].tooltip or index[n].path or index[n].name for n in here])

    def question_at(self, point: QPointF) -> QuestionMark | None:
        """The question whose sign is under a point."""
        page = self._page_at(point)
        signs = question_boxes(self, page) if page is not None else []
        return next((mark for box, mark in signs if box.adjusted(-2, -2, 2, 2).contains(point)), None)

    def stripe_at(self, point: QPointF) -> int | None:
        """The segment, by its place in the index, whose bar beside a page is under a point."""
        page, reach = self._page_at(point), Theme.step(self.font()) * 0.5
        bars = stripe_boxes(self, page) if page is not None else []
        return next((n for box, n in bars if box.adjusted(-reach, 0, reach, 0).contains(point)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.surface.keyPressEvent(event)
        self.viewport().update()

    def focusNextPrevChild(self, next: bool) -> bool:
        return False  # Tab walks the segments; F6 walks the panes

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.mouse.menu(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        takes_code(event) or super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        takes_code(event) or super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.mouse.drop(event) or super().dropEvent(event)
