"""Finding, as it is done at the window: hits walked by keys, coded together, key words marked; the find line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coder.codebook import add_code
from coder.documents import add_documents
from coder.importers import Source
from coder.project import Project
from coder.search.finding import find_all
from coder.search.lists import save_word_list, word_lists
from coder.search.matching import Query
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import DECREE, Study
from ui.main_window import MainWindow
from ui.models.hits import DocumentLine, HitsModel, as_table
from ui.panels.hits import HitsPanel
from ui.room import Room
from ui.theme import Theme
from ui.widgets.hits_list import HitsList

Key, Mod = Qt.Key, Qt.KeyboardModifier
Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def room(window: MainWindow) -> Room:
    assert window.room is not None
    return window.room


def panel_of(room: Room) -> HitsPanel:
    return room.searching.panel


def settled(qtbot: QtBot, panel: HitsPanel) -> None:
    qtbot.waitUntil(lambda: not panel._calm.isActive() and not panel._work.busy and panel._again is None)


@pytest.fixture
def look_for(room: Room, qtbot: QtBot) -> Callable[..., HitsPanel]:
    """Opens the pane by its keys, types, waits for the hits."""

    def type_in(words: str, kind: str = "text") -> HitsPanel:
        panel = panel_of(room)
        QTest.keyClick(room.window, Key.Key_F, Mod.ControlModifier | Mod.ShiftModifier)
        panel.kind.setCurrentIndex(panel.kind.findData(kind))
        panel.field.clear()
        if words.isascii():
            QTest.keyClicks(panel.field, words)
        else:  # QTest types ASCII only
            panel.field.insert(words)
        settled(qtbot, panel)
        return panel

    return type_in


def lines(panel: HitsPanel) -> list[str]:
    return [str(panel.model.index(n, 0).data()) for n in range(panel.model.rowCount())]


# the hits


def test_the_pane_opens_with_the_selected_words(room: Room, study: Study, qtbot: QtBot) -> None:
    room.read(study.documents["Decree.txt"])
    room.desk.surface.select(Span(4, 12))
    QTest.keyClick(room.window, Key.Key_F, Mod.ControlModifier | Mod.ShiftModifier)
    panel = panel_of(room)
    assert panel.isVisible()
    assert panel.field.hasFocus()
    assert panel.field.selectedText() == "governor"
    settled(qtbot, panel)
    assert panel.count.text() == "1 hit in 1 document"


def test_hits_come_while_one_types_under_the_names_of_their_documents(look_for: Callable[..., HitsPanel]) -> None:
    panel = look_for("of the")
    assert panel.count.text() == "2 hits in 2 documents"
    assert lines(panel)[::2] == ["Decree.txt · 1", "Interview.txt · 1"]
    assert "fund of the province" in lines(panel)[1]


def test_what_is_typed_last_is_what_is_found(look_for: Callable[..., HitsPanel], qtbot: QtBot) -> None:
    panel = look_for("the")
    for words in ("fund", "promised"):
        panel.field.setText(words)
        panel.search()
    settled(qtbot, panel)
    assert [line.hit.words for line in panel.model.hits] == ["promised"]


def test_keys_walk_the_hits_while_the_desk_shows_them_and_stay_in_the_list(
    room: Room, look_for: Callable[..., HitsPanel], study: Study
) -> None:
    panel = look_for("of the")
    QTest.keyClick(panel.field, Key.Key_Down)
    assert [index.row() for index in panel.list.selectedIndexes()] == [1]
    QTest.keyClick(panel.list, Key.Key_Down)
    surface = room.desk.surface
    assert room.reading.document == study.documents["Interview.txt"]
    assert surface.hits_within(0, len(surface.text)) == [(0, Span(36, 42))]
    assert surface.current_hit == 0
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Key.Key_Up)
    assert room.reading.document == study.documents["Decree.txt"]
    QTest.keyClick(panel.list, Key.Key_Up)
    assert panel.field.hasFocus()


def test_enter_goes_to_the_hit_and_a_key_codes_it(
    room: Room, look_for: Callable[..., HitsPanel], study: Study
) -> None:
    panel = look_for("губернатор")
    QTest.keyClick(panel.field, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_Return)
    surface = room.desk.surface
    assert surface.hasFocus()
    QTest.keyClick(surface, Key.Key_F)
    (segment,) = room.workspace.ask(shown_segments)
    assert (segment.path, segment.quote) == (("Funding",), "Губернатор")


def test_f3_goes_on_to_the_next_hit_from_the_desk(room: Room, look_for: Callable[..., HitsPanel]) -> None:
    panel = look_for("of the")
    QTest.keyClick(panel.field, Key.Key_Down)
    QTest.keyClick(panel.list, Key.Key_Return)
    QTest.keyClick(room.desk.surface, Key.Key_F3)
    assert room.desk.surface.selection() == Span(36, 42)
    assert room.desk.surface.hasFocus()


def test_escape_goes_back_to_the_text(room: Room, look_for: Callable[..., HitsPanel]) -> None:
    panel = look_for("fund")
    QTest.keyClick(panel.list, Key.Key_Escape)
    assert room.desk.surface.hasFocus()


def test_hits_are_sorted_by_the_words_around_them(look_for: Callable[..., HitsPanel]) -> None:
    panel = look_for("the")
    panel.order.setCurrentIndex(2)
    panel.order.activated.emit(2)
    after = [line.hit.after.split()[0].casefold() for line in panel.model.hit_lines()]
    assert after == sorted(after)
    assert not any("·" in line for line in lines(panel))


def test_copying_gives_a_table_with_places(look_for: Callable[..., HitsPanel]) -> None:
    panel = look_for("governor")
    panel.list.setFocus()
    QTest.keyClick(panel.list, Key.Key_C, Mod.ControlModifier)
    head, row = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert head == ["Document", "Start", "End", "Before", "Found", "After"]
    assert row[:5] == ["Decree.txt", "4", "12", "The", "governor"]


def test_a_mistake_in_an_expression_is_told_beside_it(room: Room, look_for: Callable[..., HitsPanel]) -> None:
    panel = look_for("a(b", "regex")
    assert "character 4" in panel.count.text()
    assert panel.model.rowCount() == 0
    assert not panel.near.isEnabled()


def test_the_switches_say_what_counts_as_the_same(look_for: Callable[..., HitsPanel], qtbot: QtBot) -> None:
    panel = look_for("THE")
    assert panel.model.rowCount() > 0
    QTest.mouseClick(panel.ways.case, Qt.MouseButton.LeftButton)
    settled(qtbot, panel)
    assert panel.count.text() == "nothing found"


def test_a_removed_document_takes_its_hits_along(
    room: Room, look_for: Callable[..., HitsPanel], study: Study, qtbot: QtBot
) -> None:
    from coder.documents import remove_document

    panel = look_for("of the")
    room.workspace.do(remove_document, document_id=study.documents["Decree.txt"])
    qtbot.waitUntil(lambda: panel.count.text() == "1 hit in 1 document")


def test_closing_the_project_leaves_nothing_behind(room: Room, look_for: Callable[..., HitsPanel]) -> None:
    panel = look_for("fund")
    room.workspace.close()
    assert (panel.field.text(), panel.model.rowCount(), panel.count.text()) == ("", 0, "")


def test_who_only_reads_finds_but_codes_nothing(open_window: Open, study: Study, qtbot: QtBot) -> None:
    with Project.open(study.path):
        window = open_window(study.path)
        assert window.room is not None
        panel = panel_of(window.room)
        window.room.searching.begin()
        QTest.keyClicks(panel.field, "fund")
        settled(qtbot, panel)
        assert panel.model.rowCount() == 2
        assert not panel.code.isEnabled()


# coding them


def reviewed(panel: HitsPanel, qtbot: QtBot) -> None:
    QTest.mouseClick(panel.code, Qt.MouseButton.LeftButton)
    settled(qtbot, panel)


def test_hits_are_coded_together_by_keys_and_taken_back_by_one_undo(
    room: Room, look_for: Callable[..., HitsPanel], qtbot: QtBot
) -> None:
    panel = look_for("the")
    reviewed(panel, qtbot)
    review = panel.review
    assert not review.go.isEnabled()
    QTest.keyClicks(review.code.lineEdit(), "prov")
    QTest.keyClick(review.code, Key.Key_Return)
    settled(qtbot, panel)
    assert review.code.currentText() == "Actor › Provinces"
    all_ = len(review.model.hits)
    QTest.keyClick(review.list, Key.Key_Space)
    assert review.go.text() == f"Code {all_ - 1} passages"
    QTest.mouseClick(review.go, Qt.MouseButton.LeftButton)
    assert len(room.workspace.ask(shown_segments)) == all_ - 1
    assert panel.list.isVisible()
    room.workspace.undo()
    assert len(room.workspace.ask(shown_segments)) == 0


def test_sentences_are_coded_once_and_what_is_coded_already_has_no_tick(
    room: Room, look_for: Callable[..., HitsPanel], study: Study, qtbot: QtBot
) -> None:
    panel = look_for("the")
    reviewed(panel, qtbot)
    review = panel.review
    review.extent.setCurrentIndex(1)
    review.extent.activated.emit(1)
    review.code.setCurrentIndex(review.code.findText("Funding"))
    settled(qtbot, panel)
    quotes = [p.quote for p in review._passages]
    assert "It comes from the reserve fund of the province." in quotes
    assert len(set(quotes)) == len(quotes)
    QTest.mouseClick(review.go, Qt.MouseButton.LeftButton)
    reviewed(panel, qtbot)
    assert review.code.currentText() == "Funding"
    assert review.model.ticked_places() == []
    assert {line.aside for line in review.model.hits} == {"coded already"}
    assert not review.go.isEnabled()


def test_a_documents_tick_stands_for_all_of_its_passages(look_for: Callable[..., HitsPanel], qtbot: QtBot) -> None:
    panel = look_for("the")
    reviewed(panel, qtbot)
    model = panel.review.model
    below = model.line(0).shown  # type: ignore[union-attr]
    model.toggle(1)
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.PartiallyChecked
    model.toggle(0)
    assert len(model.ticked_places()) == len(model.hits)
    model.toggle(0)
    assert model.ticked_places() == list(range(below, len(model.hits)))


def test_letters_of_a_code_are_taken_for_it_when_tab_leaves_them(
    look_for: Callable[..., HitsPanel], qtbot: QtBot
) -> None:
    panel = look_for("governor")
    reviewed(panel, qtbot)
    panel.review.code.setFocus()
    QTest.keyClicks(panel.review.code.lineEdit(), "prov")
    panel.review.code.completer().popup().hide()
    QTest.keyClick(panel.review.code, Key.Key_Tab)
    assert panel.review.code.currentText() == "Actor › Provinces"


def test_escape_leads_from_the_review_back_to_the_hits(look_for: Callable[..., HitsPanel], qtbot: QtBot) -> None:
    panel = look_for("the")
    reviewed(panel, qtbot)
    QTest.keyClick(panel.review.list, Key.Key_Escape)
    assert panel.list.isVisible()


def test_codes_for_documents_and_closed_ones_are_not_offered(
    room: Room, look_for: Callable[..., HitsPanel], qtbot: QtBot
) -> None:
    room.workspace.do(add_code, name="Stance", scope="document")
    panel = look_for("the")
    reviewed(panel, qtbot)
    offered = [panel.review.code.itemText(n) for n in range(panel.review.code.count())]
    assert offered == ["Actor", "Actor › Centre", "Actor › Provinces", "Funding"]


# key words


def marked(room: Room) -> list[str]:
    surface = room.desk.surface
    return [span.quote(surface.text) for span in surface.key_words_within(0, len(surface.text))]


def test_a_list_of_words_is_kept_from_the_field_and_marked_in_the_text(
    room: Room, look_for: Callable[..., HitsPanel], study: Study
) -> None:
    room.read(study.documents["Decree.txt"])
    panel = look_for("fund | губернатор*", "word")
    panel._keep_words()
    assert panel.editor.words.toPlainText() == "fund\nгубернатор*"
    QTest.keyClicks(panel.editor.name, "Money")
    QTest.mouseClick(panel.editor.save, Qt.MouseButton.LeftButton)
    assert [known.words for known in room.workspace.ask(word_lists)] == [("fund", "губернатор*")]
    assert marked(room) == ["fund", "Губернатор"]
    room.workspace.undo()
    assert marked(room) == []


def test_a_list_that_is_switched_off_stays_off_in_this_file(open_window: Open, study: Study) -> None:
    with Project.open(study.path) as project:
        made = project.do(save_word_list, name="A", words=["payment"]).value
    room = open_window(study.path).room
    assert room is not None
    room.read(study.documents["Decree.txt"])
    assert marked(room) == ["payment"]
    panel = panel_of(room)
    panel._fill_lists()
    action = panel.lists.menu().actions()[0]
    assert action.text() == "A (1 word)"
    action.trigger()
    assert marked(room) == []
    room.workspace.close()
    with Project.open(study.path) as project:
        assert made.hex in (project.remembered("word_lists_off") or "")
    room.workspace.open(study.path)
    room.read(study.documents["Decree.txt"])
    assert marked(room) == []


def test_the_words_of_a_list_are_found_from_its_menu(
    room: Room, look_for: Callable[..., HitsPanel], qtbot: QtBot
) -> None:
    room.workspace.do(save_word_list, name="A", words=["payment", "fund"])
    panel = look_for("x")
    panel._fill_lists()
    panel._find_list(panel.read_lists()[0])
    settled(qtbot, panel)
    assert [line.hit.words for line in panel.model.hits] == ["payment", "fund"]


def test_a_list_is_edited_and_removed(room: Room, look_for: Callable[..., HitsPanel], qtbot: QtBot) -> None:
    made = room.workspace.do(save_word_list, name="A", words=["payment"]).value
    panel = look_for("x")
    panel._edit_lists(made)
    panel.editor.words.setPlainText("payment\nwork")
    QTest.mouseClick(panel.editor.save, Qt.MouseButton.LeftButton)
    assert [known.words for known in room.workspace.ask(word_lists)] == [("payment", "work")]
    panel._edit_lists(made)
    QTest.mouseClick(panel.editor.remove, Qt.MouseButton.LeftButton)
    assert room.workspace.ask(word_lists) == []
    qtbot.waitUntil(lambda: panel.editor.which.count() == 1)


# the list itself


def test_lines_of_every_script_and_length_are_painted(qtbot: QtBot, study: Study, tmp_path: Path) -> None:
    arabic, long_, chinese = "قال المحافظ إن المال من الصندوق", "x " * 500 + "fund " + "y " * 500, "省长基金fund令"
    texts = {"قرار": arabic, "n" * 300: long_, "省": chinese}
    with Project.open(study.path) as project:
        project.do(add_documents, [Source(n, t, "txt", t.encode()) for n, t in texts.items()])
        found = project.ask(find_all, sought=Query("fund | المال"))
    model = HitsModel(lambda line: line.name)
    view = HitsList(model, Theme("dark"))
    qtbot.addWidget(view)
    model.replace(found.hits, found.counts, ticks=[True] * len(found.hits), aside=["coded already"] * len(found.hits))
    view.resize(500, 400)
    assert not view.grab().isNull()
    assert as_table(model.hit_lines(), ["a"]).count("\n") == found.total
    assert [line.name for n in range(model.rowCount()) if isinstance(line := model.line(n), DocumentLine)] == [
        "Decree.txt", *texts,
    ]  # fmt: skip


# the find line


def test_closing_the_find_line_brings_back_the_hits_of_the_pane(
    room: Room, look_for: Callable[..., HitsPanel], study: Study
) -> None:
    room.read(study.documents["Decree.txt"])
    look_for("fund")
    room.find.begin()
    room.find.field.setText("payment")
    surface = room.desk.surface
    assert [hit.quote(DECREE) for _, hit in surface.hits_within(0, len(DECREE))] == ["payment"]
    room.find.end()
    assert [hit.quote(DECREE) for _, hit in surface.hits_within(0, len(DECREE))] == ["fund"]
