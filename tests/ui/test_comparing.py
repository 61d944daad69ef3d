"""Walking what two coders differ on: the passage in the text, the first coder left of it, the second right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coder.coders import add_coder
from coder.coding import add_coding
from coder.project import Project
from coder.spans import Span


@pytest.fixture
def coded(study):
    """Boris and Chiara coded the decree: one passage alike, one with other ends, one by Boris alone."""
    with Project.open(study.path) as project:
        chiara = project.do(add_coder, name="Chiara").value
        funding, document = study.codes["Funding"], study.documents["Decree.txt"]
        for coder, spans in ((study.boris, [(0, 12), (20, 30), (40, 50)]), (chiara, [(0, 12), (20, 34)])):
            project.act_as(coder)
            for start, end in spans:
                project.do(add_coding, document_id=document, code_id=funding, span=Span(start, end))
    return study


def _opened(qtbot, open_window, coded):
    window = open_window(coded.path)
    window.resize(1400, 1000)
    panel = window.room.team.agreement
    window.room.team.show("agreement")
    qtbot.waitUntil(lambda: panel._compared is not None and not panel._work.busy, timeout=20000)
    return window, panel


def _walked(qtbot, window, panel, key=Qt.Key.Key_F8) -> str:
    qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: not panel._work.busy and not panel._next, timeout=20000)
    span = window.room.desk.surface.selection()
    return span.quote(window.room.desk.surface.text) if span else ""


def _by_side(window) -> tuple[list[tuple[int, bool]], list[tuple[int, bool]]]:
    """Starts of the segments left and right, and whether they are shown as agreed."""
    surface = window.room.desk.surface
    QApplication.processEvents()
    surface.grab()
    return tuple(
        sorted((s.segment.start, s.agreed) for s in stripes._arrange())
        for stripes in (surface.stripes_before, surface.stripes)
    )  # type: ignore[return-value]


def test_f8_walks_the_passages_and_the_keys_stay_where_they_are(qtbot, open_window, coded):
    window, panel = _opened(qtbot, open_window, coded)
    panel.list.setFocus()
    _walked(qtbot, window, panel)  # lists every passage that differs
    text = window.room.desk.surface.text
    assert _walked(qtbot, window, panel) == text[20:34]
    assert QApplication.focusWidget() is panel.list
    assert _walked(qtbot, window, panel) == text[40:50]


def test_the_two_coders_stand_left_and_right_and_what_they_agree_on_is_told_apart(qtbot, open_window, coded):
    window, panel = _opened(qtbot, open_window, coded)
    surface = window.room.desk.surface
    assert surface.stripes_before.isHidden()
    for _ in range(2):
        _walked(qtbot, window, panel)
    assert surface.stripes_before.isVisible()
    left, right = _by_side(window)
    assert left == [(0, True), (20, False), (40, False)]
    assert right == [(0, True), (20, False)]
    assert surface.stripes_before.geometry().right() < surface.viewport().geometry().left() + 1


def test_the_menu_turns_it_off_and_everybody_stands_on_one_side_again(qtbot, open_window, coded):
    window, panel = _opened(qtbot, open_window, coded)
    entry = window.commands["side_by_side"]
    assert not entry.isEnabled()  # nobody knows yet which two
    for _ in range(2):
        _walked(qtbot, window, panel)
    assert entry.isChecked()
    entry.trigger()
    surface = window.room.desk.surface
    assert surface.stripes_before.isHidden()
    assert len(surface.stripes._arrange()) == 5
    assert not entry.isChecked()


def test_what_is_coded_meanwhile_goes_to_its_side(qtbot, open_window, coded):
    window, panel = _opened(qtbot, open_window, coded)
    for _ in range(2):
        _walked(qtbot, window, panel)
    window.workspace.act_as(coded.boris)
    window.workspace.do(
        add_coding, document_id=coded.documents["Decree.txt"], code_id=coded.codes["Centre"], span=Span(60, 70)
    )
    left, _ = _by_side(window)
    assert (60, False) in left
    qtbot.waitUntil(lambda: not panel._calm.isActive() and not panel._work.busy, timeout=20000)


def test_closing_the_project_ends_it(qtbot, open_window, coded):
    window, panel = _opened(qtbot, open_window, coded)
    for _ in range(2):
        _walked(qtbot, window, panel)
    window.workspace.close()
    assert not window.room.team.comparing.on
    assert window.room.desk.surface.comparison is None


def test_while_two_coders_are_compared_the_window_stays_within_a_small_screen(qtbot, open_window, coded):
    window, panel = _opened(qtbot, open_window, coded)
    window.resize(1280, 800)
    _walked(qtbot, window, panel)
    QApplication.processEvents()
    assert panel.passages.list.isVisible()
    assert window.height() == 800
    assert window.minimumSizeHint().height() < 700, "it would grow beyond the screen, and its last line with it"
