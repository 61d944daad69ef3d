"""Fixed units in the window: marked by the lead, coded one after the other by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coder.answers import unit_states
from coder.codebook import add_code, edit_code
from coder.documents import add_documents, document_rows, text_of
from coder.fixed_units import cut_units, layers_of, lost_units, units_of
from coder.importers import Source
from coder.merging.package import hand_out
from coder.project import Project
from coder.segment_list import shown_segments
from coder.spans import Span
from coder.versions import renew_document
from tests.ui.conftest import Study
from ui.main_window import MainWindow
from ui.passage_menu import passage_menu

Key, Mod = Qt.Key, Qt.KeyboardModifier
THIRTY = "".join(f"Sentence number {n} speaks of the payment and of who gives it.\n" for n in range(1, 31))


@pytest.fixture
def thirty(study: Study) -> Study:
    """The study with a document of thirty units."""
    with Project.open(study.path) as project:
        (made,) = project.do(add_documents, [Source("Thirty.txt", THIRTY, "txt", THIRTY.encode())]).value.added
        project.do(cut_units, document_ids=[made], by="paragraph")
    study.documents["Thirty.txt"] = made
    return study


@pytest.fixture
def room(open_window: Callable[[Path | None], MainWindow], thirty: Study):
    window = open_window(thirty.path)
    assert window.room is not None
    window.room.reading.show_document(thirty.documents["Thirty.txt"])
    window.room.desk.surface.setFocus()
    return window.room


def press(room, key: Key, held: Mod = Mod.NoModifier) -> None:
    QTest.keyClick(room.desk.surface, key, held)


def turn_on(room) -> None:
    QTest.keyClick(room.window, Key.Key_F7)


def said(study: Study) -> str:
    """What another reader of the file sees: one sign a unit."""
    with Project.open(study.path, write=False) as project:
        states = project.ask(unit_states, study.documents["Thirty.txt"], project.coder_id)
    return "".join("c" if s.codes else "n" if s.none else "." for s in states)


def test_thirty_units_are_answered_finished_and_taken_back_by_keys_alone(room, thirty: Study) -> None:
    turn_on(room)
    for n in range(30):
        if n % 5 == 4:
            press(room, Key.Key_Minus)
        else:
            press(room, (Key.Key_C, Key.Key_P, Key.Key_F)[n % 3])
            if n % 3 == 0:
                press(room, Key.Key_2)
        press(room, Key.Key_Space)
    assert said(thirty) == "ccccn" * 6
    assert "That was the last unit: 30 of 30 units answered." in room.window.line.said()
    assert "30 of 30 units answered" in room.window.line.state()
    with Project.open(thirty.path, write=False) as project:
        segments = project.ask(shown_segments, document_id=thirty.documents["Thirty.txt"])
        units = project.ask(units_of, thirty.documents["Thirty.txt"])
        assert [s.span for s in segments] == [u.span for n, u in enumerate(units) if n % 5 != 4]
        assert sum(s.qualifiers.get(thirty.scale) == "reported" for s in segments) == 8
    press(room, Key.Key_F9)
    with Project.open(thirty.path, write=False) as project:
        row = next(r for r in project.ask(document_rows, project.coder_id) if r.name == "Thirty.txt")
    assert row.finished
    for _ in range(1 + 30 + 8):
        QTest.keyClick(room.window, Key.Key_Z, Mod.ControlModifier)
    assert said(thirty) == "." * 30


def test_with_the_option_a_code_leads_to_the_next_unit(room, thirty: Study) -> None:
    room.commands["unit_goes_on"].trigger()
    turn_on(room)
    for key in (Key.Key_C, Key.Key_Minus, Key.Key_P):
        press(room, key)
    assert said(thirty).startswith("cnc.")


def test_the_next_waiting_unit_is_one_key_and_wraps_around(room, thirty: Study) -> None:
    turn_on(room)
    press(room, Key.Key_C)
    press(room, Key.Key_Period)
    assert room.units.current == 1
    press(room, Key.Key_Space)
    press(room, Key.Key_C)
    for _ in range(28):
        press(room, Key.Key_Period)
    assert room.units.current == 1
    press(room, Key.Key_Space, Mod.ShiftModifier)
    assert room.units.current == 0


def test_with_the_russian_layout_on_the_same_keys_go_on_and_answer(room, thirty: Study) -> None:
    turn_on(room)
    surface = room.desk.surface
    # the keys of c and of the full stop type с and ю there; evdev calls them 46 and 52, and X11 adds 8
    for key, place, text in ((0x421, 54, "с"), (0x42E, 60, "ю")):
        QApplication.sendEvent(surface, QKeyEvent(QEvent.Type.KeyPress, key, Mod.NoModifier, place, 0, 0, text))
    press(room, Key.Key_Minus)
    assert said(thirty).startswith("cn.")


def test_with_the_french_layout_on_none_applies_and_the_next_waiting_unit_have_keys_too(room, thirty: Study) -> None:
    turn_on(room)
    press(room, Key.Key_Delete, Mod.ShiftModifier)  # there the minus is the key of the six
    # the full stop is typed with Shift there, by the key that evdev calls 51; X11 adds 8
    event = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Period, Mod.ShiftModifier, 59, 0, 0, ".")
    QApplication.sendEvent(room.desk.surface, event)
    assert said(thirty).startswith("n.")
    assert room.units.current == 1


def test_the_context_menu_says_that_none_applies(room, thirty: Study) -> None:
    turn_on(room)
    menu = passage_menu(room.reading, room.desk, room.theme)
    (none,) = (a for a in menu.actions() if a.text().startswith("No code applies"))
    none.trigger()
    assert said(thirty).startswith("n.")


def test_none_applies_twice_waits_again_and_undo_reaches_it(room, thirty: Study) -> None:
    turn_on(room)
    press(room, Key.Key_Minus)
    press(room, Key.Key_Minus)
    assert said(thirty).startswith("..")
    QTest.keyClick(room.window, Key.Key_Z, Mod.ControlModifier)
    assert said(thirty).startswith("n.")


def test_none_applies_tells_that_a_segment_gave_way(room, thirty: Study) -> None:
    turn_on(room)
    press(room, Key.Key_C)
    press(room, Key.Key_Minus)
    assert said(thirty).startswith("n.")
    assert "1 segment gave way" in room.window.line.said()


def test_an_exclusive_code_replaces_the_other_within_the_unit_and_says_so(room, thirty: Study) -> None:
    room.workspace.do(edit_code, code_id=thirty.codes["Actor"], exclusive=True)
    turn_on(room)
    press(room, Key.Key_C)
    press(room, Key.Key_P)
    with Project.open(thirty.path, write=False) as project:
        (segment,) = project.ask(shown_segments, document_id=thirty.documents["Thirty.txt"])
    assert segment.path[-1] == "Provinces"
    assert "Coded with “Provinces” instead of “Centre”." in room.window.line.said()
    QTest.keyClick(room.window, Key.Key_Z, Mod.ControlModifier)
    with Project.open(thirty.path, write=False) as project:
        (segment,) = project.ask(shown_segments, document_id=thirty.documents["Thirty.txt"])
    assert segment.path[-1] == "Centre"


def test_finishing_says_how_many_units_were_not_reached(room) -> None:
    turn_on(room)
    press(room, Key.Key_C)
    press(room, Key.Key_F9)
    assert room.window.line.said() == "Finished; 29 units were not reached."


def test_outside_unit_mode_its_keys_say_so_and_change_nothing(room, thirty: Study) -> None:
    press(room, Key.Key_Minus)
    press(room, Key.Key_Space)
    assert "F7 turns it on" in room.window.line.said()
    assert said(thirty) == "." * 30


def test_a_screen_reader_is_told_which_unit_is_in_hand_and_what_was_said_of_it(room) -> None:
    told: list[str] = []
    room.desk.surface.announced.connect(told.append)
    turn_on(room)
    press(room, Key.Key_Minus)
    press(room, Key.Key_Space)
    press(room, Key.Key_Space, Mod.ShiftModifier)
    assert told == ["Unit 1 of 30: not reached", "Unit 2 of 30: not reached", "Unit 1 of 30: none applies"]


def test_the_unit_at_the_caret_is_in_hand(room) -> None:
    turn_on(room)
    third = room.desk.surface.units.span(2)
    room.desk.surface.select(Span(third.start + 5, third.start + 5))
    assert room.units.current == 2


def test_a_screen_reader_is_told_which_unit_the_caret_has_come_to(room) -> None:
    turn_on(room)
    told: list[str] = []
    room.desk.surface.announced.connect(told.append)
    third = room.desk.surface.units.span(2)
    for place in (third.start + 5, third.start + 6, third.start + 7):
        room.desk.surface.select(Span(place, place))
    assert told == ["Unit 3 of 30: not reached"]


def test_in_a_document_without_units_unit_mode_codes_as_ever(room, thirty: Study) -> None:
    turn_on(room)
    room.reading.show_document(thirty.documents["Interview.txt"])
    assert room.units.current is None
    assert not room.commands["unit_mode"].isEnabled()
    press(room, Key.Key_2, Mod.ControlModifier)
    press(room, Key.Key_C)
    with Project.open(thirty.path, write=False) as project:
        (segment,) = project.ask(shown_segments)
    assert segment.quote == "They promised me work."
    assert "units answered" not in room.window.line.state()


def test_the_list_of_documents_says_how_many_units_are_answered(room, thirty: Study, qtbot) -> None:
    turn_on(room)
    press(room, Key.Key_C)
    press(room, Key.Key_Space)
    press(room, Key.Key_Minus)
    table = room.documents.list.table
    (column,) = (c for c in table.columns if c.title == "Units")

    def shown() -> str:
        return column.text(next(r for r in table.rows if r.name == "Thirty.txt"))

    qtbot.waitUntil(lambda: shown() == "2/30", timeout=5000)
    assert column.tip(next(r for r in table.rows if r.name == "Thirty.txt")) == (
        "Coded: 1\nNone applies: 1\nNot reached: 28"
    )


def test_other_coders_progress_is_their_own(room, thirty: Study) -> None:
    turn_on(room)
    press(room, Key.Key_C)
    room.workspace.act_as(thirty.boris)
    assert room.units.words == "0 of 30 units answered"


# -- the lead ----------------------------------------------------------------------------------


def test_the_lead_cuts_marks_moves_and_removes_from_the_pane(room, thirty: Study) -> None:
    document = thirty.documents["Interview.txt"]
    room.reading.show_document(document)
    panel, surface = room.units.panel, room.desk.surface
    panel.cut_wanted.emit("sentence", "document")
    assert len(surface.units) == 2
    surface.select(Span(0, 4))
    panel.mark.click()
    assert [surface.units.span(n).quote(surface.text) for n in range(len(surface.units))] == [
        "They", "promised me work.", "Nobody spoke of the front.",
    ]  # fmt: skip
    panel.list.select_key(room.units._line[0].unit.id)
    surface.select(Span(0, 13))
    panel.move_wanted.emit(room.units._line[0].unit.id)
    assert surface.units.span(0) == Span(0, 13)
    panel.remove_all()
    assert len(surface.units) == 0


def test_all_documents_are_cut_on_the_worker_as_one_act(room, thirty: Study, qtbot) -> None:
    room.units.panel.cut_wanted.emit("sentence", "all")
    qtbot.waitUntil(lambda: not room.window.tasks.busy, timeout=10_000)
    with Project.open(thirty.path, write=False) as project:
        counts = {name: len(project.ask(units_of, d)) for name, d in thirty.documents.items()}
    assert counts["Interview.txt"] == 2
    assert counts["Decree.txt"] > 3
    assert room.workspace.writable
    room.workspace.undo()
    with Project.open(thirty.path, write=False) as project:
        assert project.ask(units_of, thirty.documents["Interview.txt"]) == []


def test_a_typed_name_makes_another_layer_and_the_first_stays(room, thirty: Study) -> None:
    panel = room.units.panel
    panel.layers.setEditText("claims")
    panel.cut_wanted.emit("sentence", "document")
    with Project.open(thirty.path, write=False) as project:
        assert project.ask(layers_of) == ["", "claims"]
    assert panel.layer == "claims"
    panel.layers.setCurrentIndex(panel.layers.findData(""))
    panel.layer_chosen.emit()
    assert len(room.desk.surface.units) == 30


def test_in_a_package_units_are_shown_and_cannot_be_marked_and_unit_mode_is_on(
    open_window: Callable[[Path | None], MainWindow], thirty: Study, tmp_path: Path
) -> None:
    path = tmp_path / "boris.intercoder"
    with Project.open(thirty.path) as project:
        hand_out(project, path, coder_id=thirty.boris, document_ids=[thirty.documents["Thirty.txt"]])
    window = open_window(path)
    room = window.room
    assert room is not None
    if not room.reading.document:
        room.who_page.person_chosen.emit(thirty.boris)
    room.reading.show_document(thirty.documents["Thirty.txt"])
    assert room.units.on
    assert room.units.current == 0
    assert not room.units.panel.mark.isVisibleTo(room.units.panel)
    press(room, Key.Key_C)
    assert room.units.words == "1 of 30 units answered"


def test_a_project_that_is_only_read_shows_units_and_walks_them(
    open_window: Callable[[Path | None], MainWindow], thirty: Study
) -> None:
    with Project.open(thirty.path):
        window = open_window(thirty.path)
        room = window.room
        assert room is not None
        room.reading.show_document(thirty.documents["Thirty.txt"])
        turn_on(room)
        press(room, Key.Key_Space)
        assert room.units.current == 1
        assert not room.commands["none_applies"].isEnabled()
        press(room, Key.Key_Minus)
    assert said(thirty) == "." * 30


def test_of_very_many_units_the_one_in_hand_is_read_at_once_and_the_others_follow(
    room, thirty: Study, qtbot
) -> None:
    room.units.many = 10
    turn_on(room)
    press(room, Key.Key_C)
    assert room.units.words == "1 of 30 units answered"
    press(room, Key.Key_Space)
    press(room, Key.Key_Minus)
    assert [room.desk.surface.units.mark(n).answer for n in range(3)] == ["coded", "none", "open"]
    room.workspace.undo()
    room.workspace.undo()
    qtbot.waitUntil(lambda: room.units.words == "0 of 30 units answered", timeout=5000)


def test_two_thousand_units_are_walked_without_reading_them_again(
    open_window: Callable[[Path | None], MainWindow], thirty: Study
) -> None:
    text = THIRTY * 67
    with Project.open(thirty.path) as project:
        (made,) = project.do(add_documents, [Source("Long.txt", text, "txt", text.encode())]).value.added
        project.do(cut_units, document_ids=[made], by="paragraph")
        assert len(project.ask(text_of, made)) == len(text)
        project.do(add_code, name="Late", key="l")
    window = open_window(thirty.path)
    room = window.room
    assert room is not None
    room.reading.show_document(made)
    turn_on(room)
    for _ in range(5):
        press(room, Key.Key_Space)
    assert len(room.desk.surface.units) == 2010
    assert room.units.current == 5
    press(room, Key.Key_L)
    assert room.units.words == "1 of 2010 units answered"


def test_units_whose_words_are_gone_are_told_and_can_be_removed(room, thirty: Study) -> None:
    document, kept = thirty.documents["Thirty.txt"], "\n".join(THIRTY.split("\n")[:-3])
    room.workspace.do(renew_document, document_id=document, source=Source("Thirty.txt", kept, "txt", kept.encode()))
    panel = room.units.panel
    assert panel._count.text() == "0 of 28 units answered · 2 without their words"
    (gone,) = (action for action in panel.menu().actions() if "words are gone" in action.text())
    gone.trigger()
    assert panel._count.text() == "0 of 28 units answered"
    assert room.workspace.ask(lost_units, document) == []
    room.workspace.undo()
    assert "2 without their words" in panel._count.text()
