"""The surface under real keys and mouse: positions in every script, what is painted, what is told."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from coder.spans import Span, canonical
from coder.units import graphemes
from ui.document.marks import Segment
from ui.document.painting import boxes
from ui.document.surface import TextSurface
from ui.theme import Theme

Passage = Callable[[str], Span]
Make = Callable[..., Segment]


def _picture(surface: TextSurface) -> QImage:
    return surface.viewport().grab().toImage()


def _share(image: QImage, surface: TextSurface, span: Span, color: QColor) -> float:
    """How much of the words' boxes has this colour; letters and their edges have others."""
    total = same = 0
    for box in boxes(surface, span):
        inner = box.adjusted(3, 3, -3, -3).toAlignedRect()
        for x in range(inner.left(), inner.right() + 1):
            for y in range(inner.top(), inner.bottom() + 1):
                total += 1
                same += image.pixelColor(x, y) == color
    return same / max(1, total)


def test_a_tint_stands_behind_the_coded_words_and_nowhere_else(
    surface: TextSurface, segment: Make, passage: Passage, theme: Theme
) -> None:
    surface.set_segments([segment("signed a decree")])
    image = _picture(surface)
    tint = theme.tint("#0072B2")
    assert _share(image, surface, passage("signed a decree"), tint) > 0.5
    assert _share(image, surface, passage("The governor"), tint) == 0.0
    assert _share(image, surface, passage("raises the payment"), tint) == 0.0
    assert _share(image, surface, passage("The governor"), theme.colors.paper) > 0.5


def test_right_to_left_words_get_the_tint_and_their_neighbours_do_not(surface: TextSurface, theme: Theme) -> None:
    text = "مرسوم الحاكم one-time payment في الإقليم"
    surface.show_document(text)
    coded, beside = "one-time payment", "الحاكم"
    start = text.index(coded)
    surface.set_segments([Segment("x", start, start + len(coded), "#D55E00", "Payment")])
    image, tint = _picture(surface), theme.tint("#D55E00")
    assert _share(image, surface, Span(start, start + len(coded)), tint) > 0.4
    at = text.index(beside)
    assert _share(image, surface, Span(at, at + len(beside)), tint) == 0.0
    assert all(box.right() <= surface.viewport().width() for box in boxes(surface, Span(0, len(text))))


def test_the_boxes_of_mixed_words_do_not_cover_each_other(surface: TextSurface) -> None:
    text = "אבג one דהו two"
    surface.show_document(text)
    seen = [
        box for word in text.split() for box in boxes(surface, Span(text.index(word), text.index(word) + len(word)))
    ]
    assert len(seen) >= 4
    for n, one in enumerate(seen):
        assert not any(one.adjusted(1, 0, -1, 0).intersects(other) for other in seen[n + 1 :])


def test_a_right_to_left_paragraph_stands_flush_right(surface: TextSurface) -> None:
    surface.show_document("مرسوم\nDecree")
    arabic, english = (next(iter(boxes(surface, span))) for span in (Span(0, 5), Span(6, 12)))
    assert arabic.right() > surface.viewport().width() * 0.8
    assert english.left() < surface.viewport().width() * 0.2


def test_overlapping_segments_show_the_shorter_and_the_focused_wins(
    surface: TextSurface, segment: Make, passage: Passage, theme: Theme
) -> None:
    inner, outer = segment("signed a decree", color="#D55E00"), segment("The governor signed a decree. It raises")
    surface.set_segments([outer, inner])
    assert _share(_picture(surface), surface, passage("signed a decree"), theme.tint("#D55E00")) > 0.5
    surface.focus_segment(outer.id)
    assert _share(_picture(surface), surface, passage("signed a decree"), theme.tint("#0072B2", focused=True)) > 0.5


def test_a_search_hit_is_marked_and_the_current_one_more(surface: TextSurface, passage: Passage, theme: Theme) -> None:
    surface.set_hits([passage("payment"), passage("court")], current=1)
    image = _picture(surface)
    assert _share(image, surface, passage("payment"), theme.colors.hit) > 0.4
    assert _share(image, surface, passage("court"), theme.colors.current_hit) > 0.4


@settings(max_examples=30)
@given(
    text=st.text(st.sampled_from("ab \n\u0301é😀👍\U0001f3fd\u200d🇫🇷яש\u0627中"), min_size=1, max_size=60).map(
        canonical
    ),
    data=st.data(),
)
def test_what_is_selected_is_what_was_asked_widened_to_whole_graphemes(text: str, data: st.DataObject) -> None:
    surface = TextSurface(Theme("light"))
    surface.show_document(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    surface.select(Span(start, end))
    chosen = surface.selection()
    assert chosen is not None
    assert chosen.contains(Span(start, end))
    whole = list(graphemes(text))
    assert chosen.start in {span.start for span in whole}
    assert chosen.end in {span.end for span in whole}
    surface.deleteLater()


def test_keys_select_over_an_emoji_with_a_skin_tone_as_one(
    surface: TextSurface, qtbot: QtBot, passage: Passage
) -> None:
    at = passage("👍🏽")
    surface.select(Span(at.start, at.start))
    qtbot.keyClick(surface, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert surface.selection() == at
    assert surface.caret() == at.end


def test_arrows_move_the_live_caret_and_tell_it(surface: TextSurface, qtbot: QtBot) -> None:
    with qtbot.waitSignal(surface.caret_moved) as told:
        qtbot.keyClick(surface, Qt.Key.Key_Right)
    assert told.args == [1]
    assert surface.caret() == 1


def test_a_drag_of_the_mouse_selects_the_words_under_it(surface: TextSurface, qtbot: QtBot, passage: Passage) -> None:
    box = next(iter(boxes(surface, passage("повышает"))))
    told: list[object] = []
    surface.selection_changed.connect(told.append)
    port = surface.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(round(box.left()) + 1, round(box.center().y())))
    qtbot.mouseMove(port, QPoint(round(box.right()) - 1, round(box.center().y())))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(round(box.right()) - 1, round(box.center().y())))
    assert surface.selection() == passage("повышает")
    assert told[-1] == passage("повышает")


def test_a_click_between_two_lines_goes_to_a_line_and_not_to_its_end(
    surface: TextSurface, qtbot: QtBot, passage: Passage
) -> None:
    box = next(iter(boxes(surface, passage("decree"))))
    qtbot.mouseClick(
        surface.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(box.left()), round(box.bottom()) + 1)
    )
    assert surface.caret() == passage("decree").start


def test_a_double_click_selects_the_word(surface: TextSurface, qtbot: QtBot, passage: Passage) -> None:
    box = next(iter(boxes(surface, passage("губернатора"))))
    qtbot.mouseDClick(surface.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert surface.selection() == passage("губернатора")


def test_copying_takes_the_words_from_the_text_not_from_the_widget(surface: TextSurface) -> None:
    surface.show_document("a\u00a0b\u2028c")
    surface.select(Span(0, 5))
    assert surface.createMimeDataFromSelection().text() == "a\u00a0b\u2028c"


def test_a_paragraph_shown_in_pieces_keeps_every_position(surface: TextSurface) -> None:
    text = "слово 😀 " * 20_000
    surface.show_document(text)
    for start in (0, 49_998, 50_003, 120_000, len(text) - 8):
        surface.select(Span(start, start + 8))
        chosen = surface.selection()
        assert chosen is not None
        assert chosen.quote(text) == text[start : start + 8]
    surface.select(Span(0, len(text)))
    assert surface.createMimeDataFromSelection().text() == text


def test_revealing_a_passage_brings_it_into_sight(surface: TextSurface, qtbot: QtBot) -> None:
    text = "".join(f"Paragraph {n} with some words in it.\n" for n in range(3000))
    surface.show_document(text)
    at = text.index("Paragraph 2500")
    surface.reveal(Span(at, at + 14))
    assert list(boxes(surface, Span(at, at + 14)))
    box = next(iter(boxes(surface, Span(at, at + 14))))
    assert 0 <= box.top() <= surface.viewport().height() * 0.6
    surface.reveal(Span(0, 9))
    assert surface.sight().start == 0


def test_what_one_walks_to_does_not_stand_at_the_edge(surface: TextSurface) -> None:
    surface.show_document("\n".join(f"Line {n} of the text." for n in range(300)))
    for n in (40, 200, 20, 290):
        start = surface.text.index(f"Line {n} ")
        surface.select(Span(start, start))
        box, high = surface.caret_rect(), surface.viewport().height()
        assert box.top() >= high / 6, n
        assert box.bottom() <= high * 2 / 3 or n == 290, n
    seen = surface.verticalScrollBar().value()
    surface.select(Span(start - 30, start + 6))
    assert surface.verticalScrollBar().value() == seen, "what is in sight stays where it is"


def test_structure_is_shown_by_size_and_weight(surface: TextSurface) -> None:
    marks = [
        SimpleNamespace(kind="heading", start=0, end=6, value="1"),
        SimpleNamespace(kind="bold", start=7, end=10, value=""),
    ]
    surface.show_document("Decree\nnow and then", marks)
    head, body = (next(iter(boxes(surface, span))) for span in (Span(0, 6), Span(7, 19)))
    assert head.height() > body.height() * 1.3
    assert surface.document().findBlock(7).layout().formats() == []
    assert surface.text == "Decree\nnow and then"


def test_another_document_forgets_segments_hits_and_focus(
    surface: TextSurface, segment: Make, passage: Passage
) -> None:
    surface.set_segments([segment("decree")])
    surface.focus_segment("decree")
    surface.set_hits([passage("court")])
    surface.show_document("Another text.")
    assert (len(surface.index), surface.focused_id(), surface.hits_within(0, 99)) == (0, None, [])


def test_an_empty_document_is_shown_and_takes_keys(surface: TextSurface, qtbot: QtBot) -> None:
    surface.show_document("")
    surface.set_segments([])
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_BracketLeft, Qt.Key.Key_Escape, Qt.Key.Key_Return):
        qtbot.keyClick(surface, key)
    qtbot.keyClick(surface, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert surface.selection() is None
    _picture(surface)


def test_a_switch_of_theme_repaints_and_keeps_the_caret(
    surface: TextSurface, segment: Make, passage: Passage, theme: Theme
) -> None:
    surface.set_segments([segment("signed a decree")])
    surface.select(Span(9, 9))
    theme._load("dark")
    theme.changed.emit()
    assert surface.caret() == 9
    assert _share(_picture(surface), surface, passage("signed a decree"), theme.tint("#0072B2")) > 0.4


@pytest.mark.parametrize("width", [400, 900, 2000])
def test_lines_hold_a_readable_measure_at_any_width(surface: TextSurface, qtbot: QtBot, width: int) -> None:
    surface.show_document("word " * 400)
    surface.resize(width, 500)
    line = surface.document().findBlock(0).layout().lineAt(0)
    assert 20 <= line.textLength() <= 100
    assert line.naturalTextWidth() <= surface.viewport().width()
    assert surface.stripes.geometry().right() <= surface.width()


def test_the_caret_is_painted_also_when_the_keys_are_elsewhere(surface: TextSurface, theme: Theme) -> None:
    surface.select(Span(4, 4))
    surface.clearFocus()
    box = surface.caret_rect()
    assert _picture(surface).pixelColor(QPointF(box.left() + 1, box.center().y()).toPoint()) == theme.colors.line
