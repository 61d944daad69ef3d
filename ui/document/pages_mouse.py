"""What the mouse does on pages: words selected and carried, bars chosen, codes let go; positions are the text's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from coder.spans import Span
from coder.units import paragraph_at, word_at
from ui.carried import carried_code, takes_code

if TYPE_CHECKING:
    from ui.document.pages import PageView

_SCROLLS = 40  # milliseconds between two steps while the mouse is held above or below the view
_LEFT = Qt.MouseButton.LeftButton


class PageMouse(QObject):
    """Selects in the text what is selected on a page, and says the rest with the text's own signals.

    anchor: where the selection that is being drawn began; None while none is.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view, self._surface = view, view.surface
        self.anchor: int | None = None
        self._carries: QPointF | None = None  # where the selection was taken hold of
        self._doubled: tuple[int, QPointF] | None = None  # when and where the last double click was
        self._place = QPointF()
        self._scroll = QTimer(self, interval=_SCROLLS)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        view, surface, place = self._view, self._surface, event.position()
        if event.button() != _LEFT:
            return
        if (question := view.question_at(place)) is not None:
            surface.question_chosen.emit(question.id)
            return
        if (bar := view.stripe_at(place)) is not None:
            surface.choose(bar, clicked=True)
            return
        if (at := view.position_at(place)) is None:
            return
        span = surface.selection()
        if self._clicked_thrice(event):
            surface.select(paragraph_at(surface.text, at))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.anchor = span.start if span else surface.caret()
            self._select_to(at)
        elif span is not None and self._on(span, place):
            self._carries = place
        else:
            self.anchor = at
            self._select_to(at)

    def move(self, event: QMouseEvent) -> None:
        self._place = event.position()
        if self._carries is not None:
            if (self._place - self._carries).manhattanLength() >= QApplication.startDragDistance():
                self._carries = None
                self._carry()
        elif self.anchor is not None:
            inside = 0 <= self._place.y() <= self._view.viewport().height()
            self._scroll.stop() if inside else self._scroll.start()
            self._follow()

    def release(self, event: QMouseEvent) -> None:
        surface = self._surface
        self._scroll.stop()
        if self._carries is not None:  # a click on what is selected, and no drag
            self.anchor = self._view.position_at(self._carries)
            self._carries = None
            if self.anchor is not None:
                self._select_to(self.anchor)
        pressed, self.anchor = self.anchor is not None, None
        if pressed and event.button() == _LEFT and surface.selection() is None:
            surface.focused = None
            surface.choose_here()

    def double(self, event: QMouseEvent) -> None:
        self._doubled = event.timestamp(), event.position()
        at, text = self._view.position_at(event.position()), self._surface.text
        if at is not None and (word := word_at(text, at)) and word.quote(text).strip():
            self._surface.select(word)

    def menu(self, event: QContextMenuEvent) -> None:
        view, surface, place = self._view, self._surface, event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            place = view.viewport().mapToGlobal(view.caret_rect().toAlignedRect().bottomLeft() + QPoint(0, 2))
            surface.settle_menu(None)
        elif (bar := view.stripe_at(QPointF(event.pos()))) is not None:
            surface.choose(bar, clicked=True)
        else:
            surface.settle_menu(view.position_at(QPointF(event.pos())))
        surface.menu_requested.emit(place)

    def drop(self, event: QDropEvent) -> bool:
        """A code was let go on a page. Was it one?"""
        code, at = carried_code(event.mimeData()), self._view.position_at(event.position())
        if code is None or at is None:
            return False
        takes_code(event)
        self._view.setFocus()
        self._surface.take_code(code, at)
        return True

    def _carry(self) -> None:
        drag = QDrag(self._view.viewport())
        drag.setMimeData(self._surface.createMimeDataFromSelection())
        drag.exec(Qt.DropAction.CopyAction)

    def _on(self, span: Span, place: QPointF) -> bool:
        """Is a point on the selected words as they stand on the pages?"""
        view = self._view
        return any(box.contains(place) for page in view.pages_seen() for box in view.rects(page, span))

    def _clicked_thrice(self, event: QMouseEvent) -> bool:
        doubled, self._doubled = self._doubled, None
        if doubled is None:
            return False
        near = (event.position() - doubled[1]).manhattanLength() < QApplication.startDragDistance()
        return near and event.timestamp() - doubled[0] < QApplication.doubleClickInterval()

    def _scroll_on(self) -> None:
        """The mouse is held above or below the view: the pages go on, the faster the farther it is."""
        bar, y, high = self._view.verticalScrollBar(), self._place.y(), self._view.viewport().height()
        bar.setValue(round(bar.value() + (y if y < 0 else y - high) / 2))
        self._follow()

    def _follow(self) -> None:
        at = self._view.position_at(self._place)
        if at is not None:
            self._select_to(at)

    def _select_to(self, at: int) -> None:
        assert self.anchor is not None
        self._surface.select(Span(min(self.anchor, at), max(self.anchor, at)))
