"""Stripes under the mouse: where they stand, what a click, a hover and a drag do; forty of them on one word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from coder.spans import Span
from ui.document.marks import Segment
from ui.document.painting import boxes
from ui.document.stripes import Stripe
from ui.document.surface import TextSurface
from ui.theme import Theme

Passage = Callable[[str], Span]
Make = Callable[..., Segment]


def _stripes(surface: TextSurface) -> dict[object, Stripe]:
    surface.stripes.grab()
    return {stripe.segment.id: stripe for stripe in surface.stripes.stripes}


def test_a_bar_stands_at_the_height_of_its_words_in_its_color(
    surface: TextSurface, segment: Make, passage: Passage, theme: Theme
) -> None:
    surface.set_segments([segment("two in three")])
    bar = _stripes(surface)["two in three"].bar
    words = next(iter(boxes(surface, passage("two in three"))))
    assert abs(bar.top() - words.top()) <= 2
    assert abs(bar.bottom() - words.bottom()) <= 2
    assert surface.stripes.grab().toImage().pixelColor(bar.center().toPoint()) == theme.bar("#0072B2")


def test_bars_never_cover_each_other(surface: TextSurface, segment: Make) -> None:
    surface.set_segments(
        [segment("The governor signed"), segment("signed a decree"), segment("raises"), segment("court")]
    )
    bars = [stripe.bar for stripe in _stripes(surface).values()]
    assert len(bars) == 4
    assert not any(one.intersects(other) for n, one in enumerate(bars) for other in bars[n + 1 :])


def test_forty_segments_on_one_word_have_a_bar_each_inside_the_margin(surface: TextSurface, passage: Passage) -> None:
    span = passage("decree")
    surface.set_segments([Segment(n, span.start, span.end, "#009E73", "n" * 300) for n in range(40)])
    bars = [stripe.bar for stripe in _stripes(surface).values()]
    assert len({round(bar.left(), 2) for bar in bars}) == 40
    assert max(bar.right() for bar in bars) <= surface.stripes.width()


def test_another_coders_bar_is_hollow(surface: TextSurface, segment: Make, theme: Theme) -> None:
    surface.set_segments([segment("two in three", mine=False, initials="BK")])
    bar = _stripes(surface)["two in three"].bar
    assert surface.stripes.grab().toImage().pixelColor(bar.center().toPoint()) == theme.colors.paper


def test_a_click_selects_and_a_double_click_opens(surface: TextSurface, qtbot: QtBot, segment: Make) -> None:
    surface.set_segments([segment("two in three")])
    place = _stripes(surface)["two in three"].bar.center().toPoint()
    with qtbot.waitSignals([surface.segment_clicked, surface.segment_focused]):
        qtbot.mouseClick(surface.stripes, Qt.MouseButton.LeftButton, pos=place)
    assert surface.focused_id() == "two in three"
    with qtbot.waitSignal(surface.segment_opened) as told:
        qtbot.mouseDClick(surface.stripes, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["two in three"]


def test_a_hover_lights_the_passage_and_leaving_ends_it(surface: TextSurface, qtbot: QtBot, segment: Make) -> None:
    surface.set_segments([segment("two in three")])
    qtbot.mouseMove(surface.stripes, _stripes(surface)["two in three"].bar.center().toPoint())
    assert surface.lit == 0
    qtbot.mouseMove(surface.stripes, QPoint(surface.stripes.width() - 2, surface.stripes.height() - 2))
    assert surface.lit is None


def test_dragging_the_lower_end_into_the_text_stretches_to_the_word(
    surface: TextSurface, qtbot: QtBot, segment: Make, passage: Passage
) -> None:
    surface.set_segments([segment("two in three")])
    bar = _stripes(surface)["two in three"].bar
    goal = next(iter(boxes(surface, passage("from abroad"))))
    at = surface.stripes.mapFromGlobal(
        surface.viewport().mapToGlobal(QPointF(goal.right(), goal.center().y()))
    ).toPoint()
    told: list[tuple[object, Span]] = []
    surface.segment_stretched.connect(lambda id, span: told.append((id, span)))
    qtbot.mousePress(
        surface.stripes, Qt.MouseButton.LeftButton, pos=QPointF(bar.center().x(), bar.bottom() - 1).toPoint()
    )
    qtbot.mouseMove(surface.stripes, at)
    qtbot.mouseRelease(surface.stripes, Qt.MouseButton.LeftButton, pos=at)
    assert told == [("two in three", passage("two in three came from abroad"))]


def test_dragging_beside_the_text_goes_by_whole_lines(
    surface: TextSurface, qtbot: QtBot, segment: Make, passage: Passage
) -> None:
    surface.set_segments([segment("two in three")])
    bar = _stripes(surface)["two in three"].bar
    line = next(iter(boxes(surface, passage("Указ"))))
    below = QPoint(round(bar.center().x()), round(line.center().y()))
    told: list[Span] = []
    surface.segment_stretched.connect(lambda _, span: told.append(span))
    qtbot.mousePress(
        surface.stripes, Qt.MouseButton.LeftButton, pos=QPointF(bar.center().x(), bar.bottom() - 1).toPoint()
    )
    qtbot.mouseMove(surface.stripes, below)
    qtbot.mouseRelease(surface.stripes, Qt.MouseButton.LeftButton, pos=below)
    assert told == [Span(passage("two in three").start, passage("Указ губернатора повышает выплату.").end)]


def test_another_coders_bar_cannot_be_dragged(surface: TextSurface, qtbot: QtBot, segment: Make) -> None:
    surface.set_segments([segment("two in three", mine=False)])
    bar = _stripes(surface)["two in three"].bar
    told: list[object] = []
    surface.segment_stretched.connect(lambda *args: told.append(args))
    end = QPointF(bar.center().x(), bar.bottom() - 1).toPoint()
    qtbot.mousePress(surface.stripes, Qt.MouseButton.LeftButton, pos=end)
    qtbot.mouseMove(surface.stripes, end + QPoint(0, 60))
    qtbot.mouseRelease(surface.stripes, Qt.MouseButton.LeftButton, pos=end + QPoint(0, 60))
    assert told == []


def test_the_line_beside_the_text_is_dragged_to_another_measure(surface: TextSurface, qtbot: QtBot) -> None:
    before = surface.viewport().width()
    qtbot.mousePress(surface.stripes, Qt.MouseButton.LeftButton, pos=QPoint(2, 200))
    qtbot.mouseMove(surface.stripes, QPoint(-120, 200))
    qtbot.mouseRelease(surface.stripes, Qt.MouseButton.LeftButton, pos=QPoint(-120, 200))
    assert surface.viewport().width() < before
    qtbot.mouseDClick(surface.stripes, Qt.MouseButton.LeftButton, pos=QPoint(2, 200))
    assert surface.viewport().width() == before
