"""Whose coded segments stand on the desk, and which: chosen in the menu above the text, kept for the sitting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from coder.coders import coder_named
from coder.coding import add_coding, set_qualifier
from coder.project import Project
from coder.spans import Span


@pytest.fixture
def coded(coded_by_boris):
    """Ana has Funding on a word, documented; Boris has Provinces, and Centre below Actor."""
    study = coded_by_boris
    decree = study.documents["Decree.txt"]
    with Project.open(study.path) as project:
        ana = project.ask(coder_named, "Ana")
        project.act_as(ana)
        made = project.do(add_coding, document_id=decree, code_id=study.codes["Funding"], span=Span(13, 19)).value
        project.do(set_qualifier, coding_id=made, qualifier_id=study.scale, value="documented")
        project.act_as(study.boris)
        project.do(add_coding, document_id=decree, code_id=study.codes["Centre"], span=Span(20, 23))
    return study


@pytest.fixture
def room(open_window, coded):
    room = open_window(coded.path).room
    room.workspace.act_as(room.workspace.ask(coder_named, "Ana"))
    room.read(coded.documents["Decree.txt"])
    return room


def _entries(menu: QMenu) -> dict[str, QAction]:
    found = {}
    for action in menu.actions():
        found[action.text()] = action
        if action.menu() is not None:
            found |= _entries(action.menu())
    return found


def _choose(room, words: str) -> None:
    menu = room.desk.filters.menu()
    menu.aboutToShow.emit()
    _entries(menu)[words].trigger()


def _shown(room) -> list[str]:
    return sorted(segment.name for segment in room.desk.surface.index)


def test_only_mine_hides_what_others_coded_and_says_how_many(room):
    assert _shown(room) == ["Centre", "Funding", "Provinces"]
    _choose(room, "Only mine")
    assert _shown(room) == ["Funding"]
    assert room.desk.filters.text() == "2 segments hidden ▾"
    assert "2 segments hidden" in room.desk.filters.accessibleName()


def test_a_code_is_shown_with_its_sub_codes(room):
    _choose(room, "“Actor” with its sub-codes")
    assert _shown(room) == ["Centre", "Provinces"]


def test_several_coders_and_codes_are_chosen_together(room):
    _choose(room, "Boris")
    _choose(room, "Centre")
    assert _shown(room) == ["Centre"]
    _choose(room, "Ana")
    assert _shown(room) == ["Centre"]
    _choose(room, "Funding")
    assert _shown(room) == ["Centre", "Funding"]


def test_a_value_of_a_qualifier_is_chosen_and_taken_back(room):
    _choose(room, "documented")
    assert _shown(room) == ["Funding"]
    _choose(room, "reported")
    assert _shown(room) == []
    _choose(room, "reported")
    assert len(_shown(room)) == 3


def test_one_key_shows_all_again(qtbot, room):
    assert not room.commands["all_segments"].isEnabled()
    _choose(room, "Only mine")
    room.window.activateWindow()
    room.desk.surface.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(room.desk.surface, Qt.Key.Key_G, modifiers)
    assert len(_shown(room)) == 3
    assert room.desk.filters.text() == "All segments ▾"


def test_the_choice_stays_from_document_to_document_and_goes_with_the_project(room, coded):
    _choose(room, "Only mine")
    room.read(coded.documents["Interview.txt"])
    assert room.desk.filters.text() == "0 segments hidden ▾"
    room.read(coded.documents["Decree.txt"])
    assert _shown(room) == ["Funding"]
    room.workspace.close()
    assert not room.desk.filters.chosen.active


def test_what_is_coded_while_the_filter_would_hide_it_is_kept_and_counted(room, coded):
    _choose(room, "Provinces")
    room.desk.surface.select(Span(30, 37))
    room.reading.use_code(coded.codes["Funding"])
    assert _shown(room) == ["Provinces"]
    assert room.desk.filters.text() == "3 segments hidden ▾"
    room.desk.filters.clear()
    assert _shown(room) == ["Centre", "Funding", "Funding", "Provinces"]


def test_the_tooltip_of_a_stripe_says_who_coded_it_with_what_and_when(room):
    stripes = room.desk.surface.stripes
    stripes.grab()
    bar = next(stripe.bar for stripe in stripes.stripes if stripe.segment.name == "Funding")
    words = stripes.words_at(bar.center())
    assert "<b>Funding</b>" in words
    assert "Ana" in words
    assert "evidence: documented" in words
    assert "<br>Coded " in words
    assert stripes.words_at(QPointF(stripes.width() - 1, stripes.height() - 1)) == ""
