"""The code tree: merging, retiring, removing, sorting; passages let go on codes and codes on words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from coder.code_tree import code_at, code_tree
from coder.codebook import edit_code
from coder.project import Project
from ui.carried import PASSAGE, carried_code
from ui.panels.codes import CodesPanel
from ui.theme import Theme
from ui.workspace import Workspace

Show = Callable[[QWidget], QWidget]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(coded: Path, workspace: Workspace, theme: Theme, shown: Show) -> CodesPanel:
    workspace.open(coded)
    panel = CodesPanel(workspace, theme)
    shown(panel)
    return panel


def row(panel: CodesPanel, *path: str):
    return next(r for r in panel._rows if r.path == path)


def choose(panel: CodesPanel, *path: str) -> None:
    panel.show_code(row(panel, *path).id)


def entry(menu: QMenu, words: str):
    return next(a for a in menu.actions() if words in a.text())


def paths(workspace: Workspace) -> list[str]:
    return [" > ".join(r.path) for r in workspace.ask(code_tree)]


def let_go(panel: CodesPanel, data: QMimeData, code: UUID) -> None:
    place = panel.tree.visualRect(panel._index(code)).center()
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    panel.tree.dropEvent(event)


def test_a_code_is_merged_and_taken_out_again(panel: CodesPanel, workspace: Workspace) -> None:
    funding, actor = row(panel, "Funding"), row(panel, "Actor")
    panel.merge(funding, actor.id)
    assert paths(workspace) == ["Actor", "Actor > Centre", "Actor > Provinces"]
    choose(panel, "Actor")
    entry(panel.menu(), "Take “Funding” out of it again").trigger()
    assert "Funding" in paths(workspace)


def test_a_code_let_go_on_another_asks_what_is_meant(panel: CodesPanel, workspace: Workspace) -> None:
    menu = panel.drop_menu(row(panel, "Funding"), row(panel, "Actor"))
    entry(menu, "Put “Funding” under “Actor”").trigger()
    assert "Actor > Funding" in paths(workspace)
    menu = panel.drop_menu(row(panel, "Actor", "Funding"), row(panel, "Actor", "Centre"))
    entry(menu, "Merge “Funding” into “Centre”").trigger()
    assert "Actor > Funding" not in paths(workspace)


def test_what_removing_takes_along_is_said_before(panel: CodesPanel, workspace: Workspace) -> None:
    choose(panel, "Funding")
    assert "Remove with 4 segments" in entry(panel.menu(), "Remove with").text()
    choose(panel, "Actor")
    assert "Remove with 2 sub-codes and 1 segment" in entry(panel.menu(), "Remove with").text()
    entry(panel.menu(), "Remove with").trigger()
    assert paths(workspace) == ["Funding"]
    workspace.undo()
    assert len(paths(workspace)) == 4


def test_a_code_is_retired_and_offered_again(qtbot: QtBot, panel: CodesPanel, workspace: Workspace) -> None:
    choose(panel, "Funding")
    entry(panel.menu(), "Retire").trigger()
    assert [r.state for r in workspace.ask(code_tree) if r.name == "Funding"] == ["retired"]
    qtbot.waitUntil(lambda: row(panel, "Funding").state == "retired")
    entry(panel.menu(), "Offer it again").trigger()
    assert [r.state for r in workspace.ask(code_tree) if r.name == "Funding"] == ["open"]


def test_every_passage_of_a_code_and_what_is_below_it(qtbot: QtBot, panel: CodesPanel) -> None:
    choose(panel, "Actor")
    with qtbot.waitSignal(panel.passages_wanted) as told:
        entry(panel.menu(), "Every passage").trigger()
    below = [row(panel, *path).id for path in (("Actor",), ("Actor", "Centre"), ("Actor", "Provinces"))]
    assert told.args == [below, "Actor"]


def test_a_click_on_a_header_sorts_and_the_third_brings_the_order_back(qtbot: QtBot, panel: CodesPanel) -> None:
    def top() -> list[str]:
        return [panel._proxy.index(n, 0).data() for n in range(panel._proxy.rowCount())]

    assert top() == ["Actor", "Funding"]
    header = panel.tree.header()
    place = QPoint(header.sectionViewportPosition(3) + header.sectionSize(3) // 2, header.height() // 2)
    for expected in (["Funding", "Actor"], ["Actor", "Funding"], ["Actor", "Funding"]):
        qtbot.mouseClick(header.viewport(), LEFT, pos=place)
        assert top() == expected
    assert panel.tree.in_own_order


def test_a_passage_let_go_on_a_code_is_coded_with_it(qtbot: QtBot, panel: CodesPanel) -> None:
    data, code = QMimeData(), row(panel, "Actor", "Centre").id
    data.setData(PASSAGE, b"1")
    with qtbot.waitSignal(panel.code_chosen) as told:
        let_go(panel, data, code)
    assert told.args == [code]


def test_a_dragged_row_carries_its_code(panel: CodesPanel) -> None:
    index = panel._index(row(panel, "Funding").id)
    assert carried_code(panel._proxy.mimeData([index])) == row(panel, "Funding").id


def test_in_a_read_only_project_nothing_is_offered_that_writes(
    coded: Path, theme: Theme, shown: Show, qtbot: QtBot
) -> None:
    with Project.open(coded):
        reading = Workspace()
        reading.open(coded)
        panel = CodesPanel(reading, theme)
        shown(panel)
        choose(panel, "Funding")
        said = [a.text() for a in panel.menu().actions()]
        assert not any(words in text for text in said for words in ("Merge", "Retire", "Remove", "Split", "Rename"))
        assert reading.ask(code_at, ["Funding"]) == row(panel, "Funding").id
        reading.close()


def test_the_menu_of_a_drop_names_both_codes_as_they_are(panel: CodesPanel, workspace: Workspace) -> None:
    workspace.do(edit_code, code_id=row(panel, "Funding").id, name="Law & order")
    panel.refresh()
    under, into, *_ = (a.text() for a in panel.drop_menu(row(panel, "Law & order"), row(panel, "Actor")).actions())
    assert under == "Put “Law && order” under “Actor”"
    assert into == "Merge “Law && order” into “Actor”"


def test_enter_in_the_filter_goes_to_the_first_code_that_was_meant(
    panel: CodesPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    choose(panel, "Funding")
    panel._filter.setFocus()
    qtbot.keyClicks(panel._filter, "prov")
    qtbot.keyClick(panel._filter, Qt.Key.Key_Return)
    assert panel.tree.hasFocus()
    assert panel.tree.current_row().path == ("Actor", "Provinces"), "and not the code above it, which is there for it"
    assert panel.tree.selectedIndexes(), "which is seen"
    with qtbot.waitSignal(panel.code_chosen) as told:
        qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert told.args == [row(panel, "Actor", "Provinces").id]


def test_in_a_narrow_pane_names_have_the_room_however_often_it_is_measured(panel: CodesPanel) -> None:
    header, letter = panel.tree.header(), panel.fontMetrics().averageCharWidth()
    panel.resize(letter * 90, 400)
    shown = range(header.count())
    assert not any(header.isSectionHidden(column) for column in shown)
    wanted = [max(header.sectionSizeHint(n), panel.tree.sizeHintForColumn(n)) for n in shown]
    for beside in (0, 1, 2):  # how many columns have room beside a name of 26 letters
        width = letter * 26 + sum(wanted[1 : 2 + beside]) - 2
        for narrower in (0, 1, 2):
            panel.resize(width - narrower, 400)
            assert [header.isSectionHidden(n) for n in shown] == [n > beside for n in shown]
