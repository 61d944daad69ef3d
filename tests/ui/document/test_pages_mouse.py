"""The mouse on pages as a window system tells it: selected, carried and coded as in the text."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coder.importers.pdf_pages import PageBoxes, PageMap, PagePicture
from coder.spans import Span
from ui.carried import PASSAGE, carry_code
from ui.document.marks import Segment
from ui.document.pages import PageView
from ui.document.pages_painting import stripe_boxes
from ui.document.surface import TextSurface
from ui.theme import Theme

Make = Callable[..., Segment]
Passage = Callable[[str], Span]
Left, Shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
Plain, None_ = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
Press, Release = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
Double, Move = QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove


@pytest.fixture
def view(qtbot: QtBot, surface: TextSurface, theme: Theme) -> PageView:
    """The text of the surface as one page: a line for each paragraph, every character five points wide."""
    places, boxes, start = [], [], 0
    lines = surface.text.split("\n")
    for n, line in enumerate(lines):
        places += range(start, start + len(line))
        boxes += [(20 + 5 * k, 40 + 30 * n, 25 + 5 * k, 52 + 30 * n) for k in range(len(line))]
        start += len(line) + 1
    one = np.array([0]), np.array([len(surface.text)])
    map_ = PageMap(one[0], one[0], one[1], one[0], one[1])
    view = PageView(surface, theme)
    qtbot.addWidget(view)
    view.resize(900, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.show_pages([(500.0, 700.0)], map_)
    picture = PagePicture(2, 2, 8, bytes(16))
    view.set_page(0, 2, picture, PageBoxes(np.array(places), np.array(boxes, dtype=np.float32)))
    return view


def at(view: PageView, position: int) -> QPointF:
    (box,) = view.rects(0, Span(position, position + 1))
    return QPointF(box.left() + box.width() / 4, box.center().y())


def send(view: PageView, kind: QEvent.Type, place: QPointF, modifiers: object = Plain, now: int = 0) -> None:
    which = None_ if kind == Move else Left
    held = None_ if kind == Release else Left
    device, point = QPointingDevice.primaryPointingDevice(), view.viewport().mapToGlobal(place)
    event = QMouseEvent(kind, place, point, which, held, modifiers, device)  # type: ignore[call-overload]
    event.setTimestamp(now)
    QApplication.sendEvent(view.viewport(), event)


def click(view: PageView, place: QPointF, modifiers: object = Plain, times: int = 1) -> None:
    for n in range(times):
        send(view, Double if n == 1 else Press, place, modifiers, 60 * n)
        send(view, Release, place, modifiers, 60 * n)


def menu(view: PageView, place: QPointF) -> None:
    point = place.toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
    QApplication.sendEvent(view.viewport(), event)


def test_three_clicks_take_the_paragraph(view: PageView, surface: TextSurface) -> None:
    click(view, at(view, 8), times=3)
    assert surface.selection() == Span(0, surface.text.index("\n"))


def test_a_click_with_shift_selects_to_there(view: PageView, surface: TextSurface) -> None:
    click(view, at(view, 4))
    click(view, at(view, 20), Shift)
    assert surface.selection() == Span(4, 20)


def test_the_selected_passage_is_carried_from_the_page(
    view: PageView, surface: TextSurface, passage: Passage, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[QMimeData] = []
    monkeypatch.setattr("ui.document.pages_mouse.QDrag.exec", lambda drag, _action: carried.append(drag.mimeData()))
    surface.select(passage("governor"))
    send(view, Press, at(view, passage("governor").start + 2))
    send(view, Move, at(view, passage("governor").start + 3))
    assert not carried, "a hand that trembles drags nothing"
    send(view, Move, at(view, passage("governor").end + 12))
    (data,) = carried
    assert (data.text(), data.hasFormat(PASSAGE)) == ("governor", True)
    assert surface.selection() == passage("governor")


def test_a_click_on_what_is_selected_puts_the_caret_there(view: PageView, surface: TextSurface) -> None:
    surface.select(Span(4, 12))
    click(view, at(view, 6))
    assert (surface.selection(), surface.caret()) == (None, 6)


def test_a_code_let_go_on_a_word_of_the_page_is_meant_for_it(
    view: PageView, surface: TextSurface, passage: Passage, qtbot: QtBot
) -> None:
    data, code = QMimeData(), uuid4()
    carry_code(data, code)
    place = at(view, passage("payment").start + 1)
    with qtbot.waitSignal(surface.code_dropped) as told:
        view.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, Left, Plain))
    assert told.args == [code]
    assert surface.selection() == passage("payment")
    assert view.acceptDrops()


def test_a_bar_beside_the_page_chooses_its_segment_and_has_its_menu(
    view: PageView, surface: TextSurface, segment: Make, qtbot: QtBot
) -> None:
    surface.set_segments([segment("governor signed"), segment("payment")])
    (first, _), (second, _) = stripe_boxes(view, 0)
    with qtbot.waitSignal(surface.segment_clicked) as told:
        click(view, second.center())
    assert told.args == ["payment"]
    with qtbot.waitSignal(surface.menu_requested):
        menu(view, first.center())
    assert surface.focused_id() == "governor signed"
    assert "governor" in view.words_at(first.center())


def test_the_menu_on_coded_words_is_about_their_segment(
    view: PageView, surface: TextSurface, segment: Make, qtbot: QtBot
) -> None:
    surface.set_segments([segment("governor signed")])
    with qtbot.waitSignal(surface.menu_requested):
        menu(view, at(view, surface.text.index("signed")))
    assert surface.focused_id() == "governor signed"


def test_a_drag_held_below_the_view_scrolls_on(view: PageView, surface: TextSurface, qtbot: QtBot) -> None:
    send(view, Press, at(view, 4))
    send(view, Move, QPointF(200, view.viewport().height() + 60))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 20)
    send(view, Release, QPointF(200, view.viewport().height() + 60))
    stopped = bar.value()
    QApplication.processEvents()
    assert bar.value() == stopped
    selected = surface.selection()
    assert selected is not None
    assert (selected.start, selected.end > surface.text.index("\n")) == (4, True)
