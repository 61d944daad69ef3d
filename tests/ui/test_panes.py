"""The panes: code tree, definition, details, documents, segments, whole-document codes; by keys, mouse and signals."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QTabBar
from pytestqt.qtbot import QtBot

from coder.code_tree import code_tree
from coder.codebook import add_code, edit_code
from coder.coding import add_coding
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from tests.ui.conftest import DECREE, Study
from ui import panes
from ui.main_window import MainWindow
from ui.room import Room

Key, Mod = Qt.Key, Qt.KeyboardModifier
Open = Callable[[Path | None], MainWindow]


@pytest.fixture
def room(window: MainWindow) -> Room:
    assert window.room is not None
    return window.room

_FIRST_WORDS = Span(0, 12)


def code(room: Room, study: Study, name: str, at: Span = _FIRST_WORDS):
    """Ana codes a passage of the decree."""
    document = study.documents["Decree.txt"]
    done = room.workspace.do(add_coding, document_id=document, code_id=study.codes[name], span=at)
    assert done is not None
    return done.value


def paths(room: Room) -> list[str]:
    return [" > ".join(row.path) for row in room.workspace.ask(code_tree)]


# codes


def test_enter_in_the_tree_codes_the_selection(room: Room, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    room.desk.surface.select(Span(0, 12))
    room.codes.show_code(study.codes["Funding"])
    QTest.keyClick(room.codes.tree, Key.Key_Return)
    (segment,) = room.workspace.ask(shown_segments)
    assert (segment.path, segment.span) == (("Funding",), Span(0, 12))


def test_the_tree_counts_here_and_in_all_with_what_stands_below(room: Room, study: Study, qtbot: QtBot) -> None:
    room.reading.show_document(study.documents["Interview.txt"])
    code(room, study, "Provinces")
    code(room, study, "Centre")
    model = room.codes._model
    actor = model.index_of(study.codes["Actor"])
    qtbot.waitUntil(lambda: actor.siblingAtColumn(3).data() == "2")
    assert actor.siblingAtColumn(2).data() == ""


def test_a_code_is_renamed_in_place(room: Room, study: Study, qtbot: QtBot) -> None:
    room.codes.show_code(study.codes["Funding"])
    room.codes.rename()
    editor = room.codes.tree.findChild(QLineEdit)
    editor.setText("  Who   pays ")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: "Who pays" in paths(room))


def test_a_name_that_stands_beside_it_is_refused_and_the_old_one_shown(room: Room, study: Study) -> None:
    room.codes._rename(next(r for r in room.codes._rows if r.name == "Funding"), "actor")
    assert "stands beside it already" in room.window.bar.words
    assert room.codes._model.index_of(study.codes["Funding"]).data() == "Funding"


def test_codes_move_by_keys(room: Room, study: Study) -> None:
    tree = room.codes.tree
    room.codes.show_code(study.codes["Provinces"])
    QTest.keyClick(tree, Key.Key_Up, Mod.AltModifier)
    assert paths(room) == ["Actor", "Actor > Provinces", "Actor > Centre", "Funding"]
    QTest.keyClick(tree, Key.Key_Left, Mod.AltModifier)
    assert paths(room) == ["Actor", "Actor > Centre", "Provinces", "Funding"]
    QTest.keyClick(tree, Key.Key_Right, Mod.AltModifier)
    assert paths(room) == ["Actor", "Actor > Centre", "Actor > Provinces", "Funding"]


def test_a_removed_code_takes_its_segments_and_undo_brings_all_back(room: Room, study: Study) -> None:
    code(room, study, "Provinces")
    room.codes.show_code(study.codes["Actor"])
    QTest.keyClick(room.codes.tree, Key.Key_Delete)
    assert paths(room) == ["Funding"]
    assert room.workspace.ask(shown_segments) == []
    room.workspace.undo()
    assert len(paths(room)) == 4
    assert len(room.workspace.ask(shown_segments)) == 1


def test_typing_in_the_tree_filters_it_and_keeps_parents(room: Room) -> None:
    room.codes.tree.setFocus()
    QTest.keyClick(room.codes.tree, Key.Key_P, Mod.NoModifier)
    QTest.keyClicks(room.codes._filter, "rov")
    proxy = room.codes._proxy
    assert proxy.rowCount() == 1
    assert proxy.index(0, 0).data() == "Actor"
    assert proxy.rowCount(proxy.index(0, 0)) == 1


def test_a_new_code_stands_beside_the_current_one_ready_to_be_named(room: Room, study: Study) -> None:
    room.codes.show_code(study.codes["Provinces"])
    room.codes.add()
    assert "Actor > New code" in paths(room)
    assert room.codes.tree.state() == QAbstractItemView.State.EditingState


def test_the_name_of_a_new_code_is_typed_over_also_when_the_tree_is_refreshed_meanwhile(
    room: Room, study: Study, qtbot: QtBot
) -> None:
    room.codes.add()
    field = room.codes.tree.findChild(QLineEdit)
    assert field is not None
    room.codes.refresh()
    QTest.keyClicks(field, "Rum")
    room.codes.refresh()
    QTest.keyClicks(field, "our")
    assert field.text() == "Rumour"


def test_a_color_is_chosen_from_the_palette(room: Room, study: Study) -> None:
    row = next(r for r in room.codes._rows if r.name == "Funding")
    room.codes._paint(row, "#882255")
    assert next(r.color for r in room.workspace.ask(code_tree) if r.name == "Funding") == "#882255"


# definition


def test_the_definition_of_the_code_in_focus_is_shown_and_edited_in_place(room: Room, study: Study) -> None:
    room.codes.show_code(study.codes["Centre"])
    assert "Centre acts." in room.definition._text.toPlainText()
    room.definition.edit()
    form = room.definition._form
    form._texts["definition"].setPlainText("Federal offices act.")
    form._texts["examples"].setPlainText("The ministry pays.\n\nThe tsar decides.\n")
    QTest.keyClick(form._texts["examples"], Key.Key_Return, Mod.ControlModifier)
    row = next(r for r in room.workspace.ask(code_tree) if r.name == "Centre")
    assert row.definition == "Federal offices act."
    assert row.examples == ("The ministry pays.", "The tsar decides.")
    assert not room.definition.editing


def test_a_key_that_is_taken_is_refused_and_the_form_stays(room: Room, study: Study) -> None:
    room.definition.show_code(study.codes["Centre"])
    room.definition.edit()
    room.definition._form._key.setText("p")
    room.definition._form._send()
    assert "Provinces" in room.window.bar.words
    assert room.definition.editing


def test_esc_leaves_the_code_as_it_was(room: Room, study: Study) -> None:
    room.definition.show_code(study.codes["Centre"])
    room.definition.edit()
    room.definition._form._name.setText("Moscow")
    QTest.keyClick(room.definition._form, Key.Key_Escape)
    assert "Actor > Centre" in paths(room)


# details


def test_a_memo_is_saved_when_the_keys_leave_it(room: Room, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    coding = code(room, study, "Provinces")
    room.reading.show_first_segment(coding)
    room.details.edit_memo()
    memo = room.details._memo
    assert memo is not None
    QTest.keyClicks(memo, "Is this the province or the centre?")
    room.desk.surface.setFocus()
    (segment,) = room.workspace.ask(shown_segments)
    assert segment.memo == "Is this the province or the centre?"


@pytest.mark.parametrize(
    ("key", "modifiers", "kept"), [(Key.Key_Return, Mod.ControlModifier, "Who?"), (Key.Key_Escape, Mod.NoModifier, "")]
)
def test_a_memo_ends_in_the_text(room: Room, study: Study, key: Key, modifiers: Mod, kept: str) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    room.reading.show_first_segment(code(room, study, "Provinces"))
    room.write_memo()
    memo = room.details._memo
    assert memo is not None
    QTest.keyClicks(memo, "Who?")
    QTest.keyClick(memo, key, modifiers)
    (segment,) = room.workspace.ask(shown_segments)
    assert (segment.memo, QApplication.focusWidget()) == (kept, room.desk.surface)


def test_a_field_of_the_details_keeps_the_keys_when_its_value_was_set(room: Room, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    room.reading.show_first_segment(code(room, study, "Provinces"))
    box = next(b for b in room.details.findChildren(QComboBox) if b.accessibleName() == "evidence")
    box.setFocus()
    box.setCurrentIndex(3)
    box.activated.emit(3)
    now = QApplication.focusWidget()
    assert now is not None
    assert (now is box, now.accessibleName()) == (False, "evidence")


def test_a_qualifier_is_set_by_its_choice(room: Room, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    room.reading.show_first_segment(code(room, study, "Provinces"))
    box = next(b for b in room.details.findChildren(QComboBox) if b.accessibleName() == "evidence")
    box.setCurrentIndex(3)
    box.activated.emit(3)
    (segment,) = room.workspace.ask(shown_segments)
    assert segment.qualifiers == {study.scale: "inferred"}


def test_all_segments_under_the_caret_are_listed_the_shortest_first(room: Room, study: Study) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    code(room, study, "Provinces", Span(0, 30))
    code(room, study, "Funding", Span(4, 12))
    room.desk.surface.setFocus()
    room.desk.surface.select(Span(6, 6))
    assert [s.path[-1] for s in room.details.shown] == ["Funding", "Provinces"]


def test_anothers_segment_shows_no_fields(coded_by_boris: Study, open_window: Open) -> None:
    room = open_window(coded_by_boris.path).room
    assert room is not None
    room.reading.show_first_segment()
    assert room.details._memo is None
    assert room.details.findChildren(QComboBox) == []


# coded segments


def test_segments_are_listed_filtered_and_copied_as_a_table(room: Room, study: Study, qtbot: QtBot) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    code(room, study, "Provinces")
    code(room, study, "Funding", Span(4, 12))
    qtbot.waitUntil(lambda: room.segments._model.rowCount() == 2)
    room.segments._filter.setText("funding")
    assert room.segments.list.proxy.rowCount() == 1
    room.segments.list.copy()
    header, line = QGuiApplication.clipboard().text().split("\n")
    assert header.split("\t")[:4] == ["Document", "Code", "Coder", "Passage"]
    assert line.split("\t")[:4] == ["Decree.txt", "Funding", "Ana", "governor"]


def test_a_segment_of_another_document_is_shown_in_its_text(room: Room, study: Study) -> None:
    coding = code(room, study, "Provinces", Span(4, 12))
    room.reading.show_document(study.documents["Interview.txt"])
    room.segments._where.setCurrentIndex(1)
    room.segments.refresh()
    room.segments.list.select_key(coding)
    QTest.keyClick(room.segments.list, Key.Key_Return)
    assert room.desk.surface.text == DECREE
    focused = room.reading.focused()
    assert focused is not None
    assert focused.id == coding


# whole documents


def test_exclusive_codes_for_whole_documents_are_one_choice_and_one_undo(study: Study, open_window: Open) -> None:
    with Project.open(study.path) as project:
        stance = project.do(add_code, name="Stance", scope="document", exclusive=True).value
        for name in ("Defends", "Criticises"):
            project.do(add_code, name=name, parent_id=stance, scope="document")
    room = open_window(study.path).room
    assert room is not None
    room.reading.show_document(study.documents["Decree.txt"])
    assert room.panes.visible("document_codes")
    for place in (1, 2):
        (box,) = [b for b in room.document_codes.findChildren(QComboBox) if b.accessibleName() == "Stance"]
        box.setCurrentIndex(place)
        box.activated.emit(place)
    (segment,) = room.workspace.ask(shown_segments)
    assert (segment.path[-1], segment.span) == ("Criticises", None)
    room.workspace.undo()
    (segment,) = room.workspace.ask(shown_segments)
    assert segment.path[-1] == "Defends"


# finding


def test_hits_are_walked_and_selected(room: Room, study: Study, window: MainWindow) -> None:
    room.reading.show_document(study.documents["Decree.txt"])
    room.desk.surface.setFocus()
    QTest.keyClick(window, Key.Key_F, Mod.ControlModifier)
    QTest.keyClicks(room.find.field, "the")
    QTest.keyClick(room.find.field, Key.Key_Return)
    span = room.desk.surface.selection()
    assert span is not None
    assert span.quote(DECREE).lower() == "the"
    first = span
    QTest.keyClick(room.find.field, Key.Key_Return)
    assert room.desk.surface.selection() != first
    QTest.keyClick(room.find.field, Key.Key_Escape)
    assert not room.find.isVisible()


def test_the_history_of_a_code_unfolds_under_its_definition(room: Room, study: Study) -> None:
    panel = room.definition
    panel.show_code(study.codes["Provinces"])
    room.workspace.do(edit_code, code_id=study.codes["Provinces"], definition="Regional authorities act.")
    assert "Ana" not in panel._text.toPlainText()
    panel._text.anchorClicked.emit(QUrl("history"))
    told = panel._text.toPlainText()
    assert "Definition: Provinces acts. Regional authorities act." in told
    assert "Made as “Provinces”" in told
    panel._text.anchorClicked.emit(QUrl("history"))
    assert "Made as" not in panel._text.toPlainText()


# empty


def test_an_empty_pane_says_what_will_be_there_and_how(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "Empty.intercoder"
    with Project.create(path, title="Empty", lead="Ana"):
        pass
    room = open_window(path).room
    assert room is not None
    assert "press a code" in room.segments.list._empty
    assert "among the codes" in room.definition._text.toPlainText()
    room.panes.raise_("help")
    assert "project" in room.help._text.toPlainText()


def test_tabs_of_many_panes_keep_their_whole_names(room: Room, window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 700)
    for name in ("find_all", "document_table", "agreement", "units", "questions", "notebook", "history", "conflicts"):
        room.panes.raise_(name)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    lower = max(window.findChildren(QTabBar, options=direct), key=lambda bar: bar.count())
    assert lower.count() >= 8

    def whole() -> bool:
        letters = lower.fontMetrics()
        return all(
            lower.tabRect(n).width() >= letters.horizontalAdvance(lower.tabText(n)) for n in range(lower.count())
        )

    qtbot.waitUntil(whole, timeout=2000)


def test_tabs_whose_panes_are_all_out_of_sight_do_not_stay_over_the_window(room: Room, window: MainWindow) -> None:
    """Qt leaves them there when it restores the layout of another kind of work."""
    room.working.turn_to("analyse")
    for name in ("document_table", "agreement", "history", "notebook"):
        room.panes.raise_(name)
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    left = next(bar for bar in bars if "Audit trail" in (bar.tabText(n) for n in range(bar.count())))
    place = left.geometry()
    room.working.turn_to("read")
    left.setGeometry(place)  # as it was found to stand
    room.working.turn_to("compare")
    room.working.turn_to("read")
    assert not window.rect().intersects(left.geometry())


def test_nothing_walks_the_chain_of_focus() -> None:
    """PySide takes each widget of it for a child of the one before: one freed, and the rest are gone for Python."""
    ui = Path(panes.__file__).parent
    assert [f.name for f in ui.rglob("*.py") if re.search(r"InFocusChain\(", f.read_text("utf-8"))] == []
