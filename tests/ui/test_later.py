from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.widgets.later import Later, WhenSeen


class Dear:
    """A list that takes so many seconds to bring up to date."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.now, self.calls = seconds, 0.0, 0

    def clock(self) -> float:
        return self.now

    def refresh(self) -> None:
        self.calls += 1
        self.now += self.seconds


def test_what_costs_nothing_follows_at_once(qtbot):
    parent, cheap = QObject(), Dear(0.005)
    later = Later(cheap.refresh, parent, cheap.clock)
    for _ in range(3):
        later.follow()
    assert cheap.calls == 3
    assert not later.isActive()


def test_what_is_dear_waits_for_a_pause_and_is_done_once(qtbot):
    parent, dear = QObject(), Dear(0.04)
    later = Later(dear.refresh, parent, dear.clock)
    later.follow()
    for _ in range(5):
        later.follow()
    assert dear.calls == 1
    assert later.interval() == 400
    qtbot.waitUntil(lambda: dear.calls == 2)
    assert not later.isActive()


def test_no_pause_is_longer_than_two_seconds(qtbot):
    parent, dear = QObject(), Dear(9.0)
    later = Later(dear.refresh, parent, dear.clock)
    later.follow()
    later.follow()
    assert later.interval() == 2000
    later.stop()


def test_what_is_done_at_once_tells_how_long_the_next_wish_waits(qtbot):
    parent, dear = QObject(), Dear(0.04)
    later = Later(dear.refresh, parent, dear.clock)
    later.now()
    later.follow()
    assert (dear.calls, later.interval(), later.isActive()) == (1, 400, True)
    later.now()  # what waited is done with it
    assert (dear.calls, later.isActive()) == (2, False)


def test_another_document_is_followed_after_the_desk_has_painted(qtbot):
    parent, cheap = QObject(), Dear(0.0)
    later = Later(cheap.refresh, parent, cheap.clock)
    later.after_paint()
    assert cheap.calls == 0
    qtbot.waitUntil(lambda: cheap.calls == 1)


def test_a_hidden_pane_is_filled_when_it_is_seen_and_not_again_for_nothing(qtbot):
    pane, filled = QWidget(), []
    qtbot.addWidget(pane)

    def fill() -> None:
        if not seen.waits():
            filled.append(pane.isVisible())

    seen = WhenSeen(fill, pane)
    fill()
    assert filled == []
    pane.show()
    assert filled == [True]
    pane.hide()
    pane.show()
    assert filled == [True]
    pane.hide()
    fill()
    pane.show()
    assert filled == [True, True]
