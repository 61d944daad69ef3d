"""A PDF as its pages: the same segments, the same selection, the same keys as in the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coder.documents import add_documents
from coder.fixed_units import cut_units
from coder.importers import read_source
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.coder.importers.making import column, pdf
from tests.ui.conftest import Study
from ui.document.pages_painting import question_boxes
from ui.main_window import MainWindow
from ui.room import Room

LINES = ["The governor signed a decree about the payment.", "It comes from the reserve fund, as the court said."]


@pytest.fixture
def decree(study: Study) -> UUID:
    """A PDF of three pages in the study."""
    data = pdf([column([f"{line[:-1]} on page {n}." for line in LINES]) for n in range(1, 4)])
    with Project.open(study.path) as project:
        added: list[UUID] = project.do(add_documents, [read_source("Decree.pdf", data)]).value.added
    return added[0]


@pytest.fixture
def room(qtbot: QtBot, open_window: Callable[[Path | None], MainWindow], study: Study, decree: UUID) -> Room:
    """The window with that PDF shown as pages."""
    room = open_window(study.path).room
    assert room is not None
    room.read(decree)
    room.commands["pages"].trigger()
    qtbot.waitUntil(lambda: room.desk.shows_pages and room.desk.pages.boxes_of(0) is not None, timeout=20_000)
    return room


def drag(room: Room, words: str) -> Span:
    """Selects the first such words with the mouse on the page."""
    start = room.desk.surface.text.index(words)
    span = Span(start, start + len(words))
    view = room.desk.pages
    box = view.rects(0, span)[0]
    y = round(box.center().y())
    area, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(area, left, pos=box.topLeft().toPoint() + QPoint(1, round(box.height() / 2)))
    QTest.mouseMove(area, QPoint(round(box.right()) - 1, y))
    QTest.mouseRelease(area, left, pos=QPoint(round(box.right()) - 1, y))
    return span


def test_words_selected_on_the_page_are_selected_in_the_text_and_coded_by_key(room: Room, study: Study) -> None:
    span = drag(room, "reserve fund")
    assert room.desk.surface.selection() == span
    QTest.keyClick(room.desk.pages, Qt.Key.Key_F)
    made = [segment for segment in room.reading.segments if segment.span == span]
    assert [segment.code_id for segment in made] == [study.codes["Funding"]]


def test_a_click_on_a_coded_word_puts_its_segment_in_focus(room: Room) -> None:
    span = drag(room, "governor")
    QTest.keyClick(room.desk.pages, Qt.Key.Key_P)
    room.desk.surface.focus_segment(None)
    box = room.desk.pages.rects(0, span)[0]
    QTest.mouseClick(room.desk.pages.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    focused = room.reading.focused()
    assert focused is not None
    assert focused.span == span


def test_walking_to_a_place_of_the_text_scrolls_its_page_into_sight(qtbot: QtBot, room: Room) -> None:
    view = room.desk.pages
    room.reading.go_to(room.desk.surface.text.index("on page 3"))
    qtbot.waitUntil(lambda: 2 in view.pages_seen() and view.boxes_of(2) is not None, timeout=20_000)
    assert room.desk.as_pages.text() in ("Page 2 of 3", "Page 3 of 3")
    assert view.viewport().rect().contains(view.caret_rect().toAlignedRect().topLeft())


def test_tints_are_painted_over_the_words(room: Room) -> None:
    span = drag(room, "decree")
    view = room.desk.pages
    room.desk.surface.select(Span(0, 0))
    box = view.rects(0, span)[0].toAlignedRect()
    before = view.viewport().grab(box).toImage()
    room.desk.surface.select(span)
    QTest.keyClick(view, Qt.Key.Key_F)
    room.desk.surface.focus_segment(None)
    room.desk.surface.select(Span(0, 0))
    assert view.viewport().grab(box).toImage() != before


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_hits_are_marked_on_the_pages_and_walked_by_the_key(room: Room, qtbot: QtBot, theme: str) -> None:
    view, surface = room.desk.pages, room.desk.surface
    room.window.use_theme(theme)
    view.setFocus()
    span = Span(at := surface.text.index("reserve fund"), at + len("reserve fund"))
    box = view.rects(0, span)[0].toAlignedRect()
    before = view.viewport().grab(box).toImage()
    QTest.keyClick(room.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(room.find.field, "reserve fund")
    qtbot.waitUntil(lambda: len(surface.hits_within(0, len(surface.text))) == 3)
    marked = view.viewport().grab(box).toImage()
    assert marked != before
    assert marked.pixelColor(2, 2).lightness() > 120  # ink on it can be read
    for _ in range(3):
        QTest.keyClick(room.window, Qt.Key.Key_F3)
    assert surface.current_hit is not None
    reached = surface.selection()
    assert reached is not None
    assert reached.quote(surface.text) == "reserve fund"
    page = view.places.page_at(reached.start) if view.places is not None else None
    assert page in view.pages_seen()


def test_a_hit_reached_in_the_list_is_scrolled_into_sight_on_its_page(room: Room, qtbot: QtBot) -> None:
    view, surface = room.desk.pages, room.desk.surface
    view.verticalScrollBar().setValue(0)
    at = surface.text.index("decree", surface.text.index("on page 2"))
    surface.set_hits([Span(at, at + 6)], 0)
    qtbot.waitUntil(lambda: view.boxes_of(2) is not None and bool(view.rects(2, Span(at, at + 6))), timeout=20_000)
    assert view.viewport().rect().contains(view.rects(2, Span(at, at + 6))[0].toAlignedRect())


def test_the_palette_opens_beside_the_words_on_the_page(room: Room) -> None:
    drag(room, "reserve fund")
    QTest.keyClick(room.desk.pages, Qt.Key.Key_Return)
    view, palette = room.desk.pages, room.desk.palette_
    assert palette.isVisible()
    caret = view.caret_rect().toAlignedRect()
    below = view.viewport().mapTo(room.desk, caret.bottomLeft()).y()
    assert abs(palette.mapTo(room.desk, QPoint(0, 0)).y() - below) < 60
    palette.close_palette()
    room.desk.surface.setFocus()
    assert room.desk.surface.focusProxy() is view


def test_the_switch_leads_back_to_the_text_and_is_only_there_for_pdfs(room: Room, study: Study) -> None:
    assert room.desk.as_pages.isVisibleTo(room.desk)
    room.desk.as_pages.click()
    assert not room.desk.shows_pages
    room.read(study.documents["Decree.txt"])
    assert not room.desk.as_pages.isVisibleTo(room.desk)
    assert not room.commands["pages"].isEnabled()


def test_the_page_is_told_under_the_mouse(room: Room) -> None:
    box = room.desk.pages.page_rect(0)
    assert room.desk.pages.words_at(box.center()) == "Page 1 of 3"


def test_in_unit_mode_the_unit_is_framed_on_the_page_and_coded_by_the_same_keys(
    room: Room, study: Study, decree: UUID
) -> None:
    room.workspace.do(cut_units, document_ids=[decree], by="sentence")
    view, surface = room.desk.pages, room.desk.surface
    plain = view.grab().toImage()
    QTest.keyClick(room.window, Qt.Key.Key_F7)
    assert view.grab().toImage() != plain
    unit = surface.units.span(0)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert [surface.units.mark(n).answer for n in range(3)] == ["coded", "none", "open"]
    with Project.open(study.path, write=False) as project:
        (segment,) = project.ask(shown_segments, document_id=decree)
    assert segment.span == unit


def test_a_question_to_the_lead_stands_beside_its_passage_on_the_page(qtbot: QtBot, room: Room) -> None:
    drag(room, "reserve fund")
    room.commands["ask_lead"].trigger()
    qtbot.waitUntil(lambda: len(room.desk.surface.questions) == 1)
    view = room.desk.pages
    [(box, mark)] = question_boxes(view, 0)
    passage = view.rects(0, mark.span)[0]
    assert box.right() < view.page_rect(0).left()
    assert abs(box.top() - passage.top()) < 1
    assert "asks the lead" in view.words_at(box.center())
    with qtbot.waitSignal(room.desk.surface.question_chosen, timeout=1000):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert question_boxes(view, 1) == []


def test_a_screen_reader_is_told_the_page_the_selection_and_the_segments(room: Room) -> None:
    told: list[str] = []
    room.desk.surface.announced.connect(told.append)
    spoken = QAccessible.queryAccessibleInterface(room.desk.pages)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.Document, "Pages of the document")
    drag(room, "reserve fund")
    assert spoken.text(QAccessible.Text.Value) == "Page 1 of 3; selected: “reserve fund”"
    QTest.keyClick(room.desk.pages, Qt.Key.Key_F)
    assert spoken.text(QAccessible.Text.Value).endswith("; Funding")
    second = room.desk.surface.text.index("on page 2")
    room.desk.surface.select(Span(second, second))
    assert told[-1] == "Page 2 of 3"
    assert spoken.text(QAccessible.Text.Description) == "Page 2 of 3"


def test_whether_the_pages_have_the_keys_is_seen(qtbot: QtBot, room: Room) -> None:
    view = room.desk.pages
    colors = {}
    for there, where in ((True, view), (False, room.codes.tree)):
        where.setFocus()
        qtbot.waitUntil(lambda there=there: view.hasFocus() == there)
        picture, caret = view.viewport().grab().toImage(), view.caret_rect()
        colors[there] = picture.pixelColor(round(caret.left()), round(caret.center().y())).name()
    assert colors[True] == room.theme.colors.accent.name()
    assert colors[False] != colors[True]
