"""The mouse as a window system tells it: clicks told one by one, menus, the wheel; nothing made up by a test kit."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coder.spans import Span
from ui.carried import carry_code
from ui.document.marks import Segment
from ui.document.surface import TextSurface

Make = Callable[..., Segment]
Passage = Callable[[str], Span]
Left, Right, None_ = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
Shift, Plain = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
Press, Release = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
Double, Move = QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove


class Mouse:
    """Sends what a window system would; every click comes long after the one before, unless it is one of several."""

    def __init__(self, surface: TextSurface) -> None:
        self._surface = surface
        self._clock = count(10_000, 10_000)
        self._now = 0

    def at(self, position: int) -> QPointF:
        box = self._surface.place_of(self._surface.shown.to_qt(position))
        assert box is not None
        return box.center()

    def send(
        self,
        kind: QEvent.Type,
        place: QPointF,
        button: object = Left,
        modifiers: object = Plain,
        on: QWidget | None = None,
    ) -> None:
        viewport = on or self._surface.viewport()
        held = None_ if kind == Release else Left if kind == Move else button
        which = None_ if kind == Move else button
        event = QMouseEvent(
            kind, place, viewport.mapToGlobal(place), which, held, modifiers, QPointingDevice.primaryPointingDevice()
        )  # type: ignore[call-overload]
        event.setTimestamp(self._now)
        QApplication.sendEvent(viewport, event)

    def click(self, place: QPointF, modifiers: object = Plain, times: int = 1) -> None:
        self._now = next(self._clock)
        for n in range(times):
            self._now += 60
            self.send(Double if n == 1 else Press, place, modifiers=modifiers)
            self.send(Release, place, modifiers=modifiers)

    def menu(self, place: QPointF, widget: QWidget | None = None) -> None:
        on = widget or self._surface.viewport()
        point = place.toPoint()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, on.mapToGlobal(point))
        QApplication.sendEvent(on, event)

    def wheel(self, turned: int, modifiers: Qt.KeyboardModifier, widget: QWidget | None = None) -> None:
        on = widget or self._surface.viewport()
        place = QPointF(20, 20)
        event = QWheelEvent(
            place, on.mapToGlobal(place), QPoint(), QPoint(0, turned), None_, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(on, event)


@pytest.fixture
def mouse(surface: TextSurface) -> Mouse:
    return Mouse(surface)


def test_three_clicks_take_the_paragraph_as_the_key_does(surface: TextSurface, mouse: Mouse) -> None:
    mouse.click(mouse.at(8), times=3)
    assert surface.selection() == Span(0, surface.text.index("\n"))


def test_three_clicks_leave_the_text_where_it_stands(surface: TextSurface, mouse: Mouse) -> None:
    surface.show_document("A line. " * 900 + "\n" + "Another line. " * 40)
    surface.select(Span(2000, 2000))
    seen = surface.verticalScrollBar().value()
    assert seen > 0
    mouse.click(mouse.at(2000), times=3)
    assert surface.selection() == Span(0, surface.text.index("\n"))
    assert surface.verticalScrollBar().value() == seen


def test_a_click_elsewhere_after_two_is_no_third(surface: TextSurface, mouse: Mouse) -> None:
    mouse.click(mouse.at(8), times=2)
    mouse.click(mouse.at(30))
    assert surface.selection() is None


def test_a_click_with_shift_selects_to_there(surface: TextSurface, mouse: Mouse) -> None:
    mouse.click(mouse.at(4))
    mouse.click(mouse.at(20), Shift)
    assert surface.selection() == Span(4, 20)
    mouse.click(mouse.at(10), Shift)
    assert surface.selection() == Span(4, 10)


def test_a_paragraph_taken_before_does_not_widen_a_later_click_with_shift(surface: TextSurface, mouse: Mouse) -> None:
    mouse.click(mouse.at(8), times=3)
    mouse.click(mouse.at(30))  # within what is selected, which Qt takes for the beginning of a drag
    assert surface.selection() is None
    mouse.click(mouse.at(40), Shift)
    assert surface.selection() == Span(30, 40)


def test_a_drag_with_shift_goes_on_from_the_caret(surface: TextSurface, mouse: Mouse) -> None:
    mouse.click(mouse.at(4))
    mouse.send(Press, mouse.at(9), modifiers=Shift)
    mouse.send(Move, mouse.at(15), modifiers=Shift)
    mouse.send(Release, mouse.at(15), modifiers=Shift)
    assert surface.selection() == Span(4, 15)


def test_the_menu_on_coded_words_is_about_their_segment(
    surface: TextSurface, mouse: Mouse, segment: Make, qtbot: QtBot
) -> None:
    surface.set_segments([segment("The governor signed a decree"), segment("a decree")])
    with qtbot.waitSignal(surface.menu_requested):
        mouse.menu(mouse.at(surface.text.index("signed") + 2))
    assert surface.focused_id() == "The governor signed a decree"
    with qtbot.waitSignal(surface.menu_requested):
        mouse.menu(mouse.at(surface.text.index("decree") + 2))
    assert surface.focused_id() == "The governor signed a decree", "one that was chosen stays so"
    mouse.menu(mouse.at(surface.text.index("nothing")))
    assert surface.focused_id() is None


def test_the_menu_on_a_selection_leaves_it(surface: TextSurface, mouse: Mouse, passage: Passage) -> None:
    surface.select(passage("governor signed"))
    mouse.menu(mouse.at(passage("governor").end))
    assert surface.selection() == passage("governor signed")
    mouse.menu(mouse.at(passage("payment").start))
    assert surface.selection() is None
    assert surface.caret() == passage("payment").start


def test_the_menu_on_a_stripe_is_about_its_segment(
    surface: TextSurface, mouse: Mouse, segment: Make, qtbot: QtBot
) -> None:
    surface.set_segments([segment("governor signed")])
    surface.grab()
    (stripe,) = surface.stripes.stripes
    with qtbot.waitSignal(surface.menu_requested):
        mouse.menu(stripe.bar.center(), surface.stripes)
    assert surface.focused_id() == "governor signed"


def test_an_end_dragged_beside_an_empty_line_takes_no_end_of_line_along(
    surface: TextSurface, mouse: Mouse, segment: Make, qtbot: QtBot
) -> None:
    end = surface.text.index("\n\n")
    surface.set_segments([segment("governor signed")])
    surface.grab()
    empty = mouse.at(end + 1).y()
    surface.drag_edge(0, "end", QPointF(surface.viewport().width() + 30, empty))
    with qtbot.waitSignal(surface.segment_stretched) as told:
        surface.end_drag()
    assert told.args == ["governor signed", Span(4, end)]


def test_an_end_held_below_what_is_in_sight_takes_the_text_along(
    surface: TextSurface, mouse: Mouse, segment: Make, qtbot: QtBot
) -> None:
    surface.show_document("\n".join(f"The governor signed paper {n}." for n in range(200)))
    surface.set_segments([segment("governor signed paper 3.")])
    surface.grab()
    (stripe,) = surface.stripes.stripes
    last = surface.shown.from_qt(surface.sight().end)
    for kind, place in (
        (Press, QPointF(stripe.bar.center().x(), stripe.bar.bottom() - 1)),
        (Move, QPointF(stripe.bar.center().x(), surface.stripes.height() + 40.0)),
    ):
        mouse.send(kind, place, on=surface.stripes)
    bar = surface.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() >= 3)
    with qtbot.waitSignal(surface.segment_stretched) as told:
        mouse.send(Release, QPointF(10, surface.stripes.height() + 40.0), on=surface.stripes)
    _, span = told.args
    assert span.start == surface.text.index("governor signed paper 3.")
    assert span.end > last
    stopped = bar.value()
    QApplication.processEvents()
    assert bar.value() == stopped


def test_esc_while_an_end_is_dragged_leaves_the_segment_as_it_was(
    surface: TextSurface, mouse: Mouse, segment: Make, passage: Passage
) -> None:
    surface.set_segments([segment("governor signed")])
    surface.grab()
    told: list[object] = []
    surface.segment_stretched.connect(lambda id, _span: told.append(id))
    (stripe,) = surface.stripes.stripes
    below = QPointF(stripe.bar.center().x(), surface.stripes.height() - 5.0)
    mouse.send(Press, QPointF(stripe.bar.center().x(), stripe.bar.bottom() - 1), on=surface.stripes)
    mouse.send(Move, below, on=surface.stripes)
    assert surface.stretched(0) not in (None, passage("governor signed"))
    QApplication.sendEvent(surface, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Plain))
    assert surface.stretched(0) is None
    mouse.send(Move, below, on=surface.stripes)
    mouse.send(Release, below, on=surface.stripes)
    assert told == []


def test_ctrl_and_the_wheel_ask_for_another_size_and_change_none_themselves(surface: TextSurface, mouse: Mouse) -> None:
    told: list[int] = []
    surface.scale_wanted.connect(told.append)
    size = surface.theme_font_size()
    held = Qt.KeyboardModifier.ControlModifier
    mouse.wheel(120, held)
    mouse.wheel(-120, held, surface.stripes)
    mouse.wheel(60, held)  # a fine wheel turns less at a time
    mouse.wheel(60, held)
    assert told == [1, -1, 1]
    assert surface.theme_font_size() == size


def test_a_code_let_go_on_words_leaves_the_keys_in_the_text(
    surface: TextSurface, mouse: Mouse, passage: Passage, qtbot: QtBot
) -> None:
    elsewhere = QLineEdit(surface)
    elsewhere.show()
    elsewhere.setFocus()
    data, code = QMimeData(), uuid4()
    carry_code(data, code)
    place = mouse.at(passage("governor").start + 2)
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Left, Plain)
    with qtbot.waitSignal(surface.code_dropped) as told:
        surface.dropEvent(event)
    assert told.args == [code]
    assert surface.selection() == passage("governor")
    assert surface.hasFocus()
