"""What is said stands whole on a small screen, in either language; every pane is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QToolButton,
    QWidget,
)

from coder.documents import add_documents
from coder.project import Project
from tests.coder.world import PlainSource
from tests.ui.conftest import Study
from ui.language import speak
from ui.main_window import MainWindow
from ui.panes import Panes
from ui.panes_menu import _OPENED_BY
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.lists import FilterLine, row_of_tools

Open = Callable[[Path | None], MainWindow]


@pytest.fixture(params=["en", "ru"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak("en")


def room_for_hint(line: QLineEdit) -> int:
    """How wide the hint of a line can be, in logical pixels."""
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    inside = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    icons = [icon for icon in line.findChildren(QToolButton) if icon.isVisible()]
    left = max([inside.left(), *(icon.geometry().right() + 1 for icon in icons if icon.x() < line.width() / 2)])
    return inside.right() + 1 - left


def hints_cut(within: QWidget) -> list[str]:
    """The hints of filter lines in sight that are wider than their lines."""
    return [
        line.placeholderText()
        for line in within.findChildren(FilterLine)
        if line.isVisible() and room_for_hint(line) < line.fontMetrics().horizontalAdvance(line.placeholderText())
    ]


def low_panes(panes: Panes) -> list[str]:
    return [name for name, home in panes._homes.items() if home == "bottom"]


def test_no_hint_is_cut_on_a_small_screen(language: str, open_window: Open, study: Study) -> None:
    window = open_window(study.path)
    window.resize(1280, 800)
    room = window.room
    assert room is not None
    cut = {}
    for name in low_panes(room.panes):
        room.panes.raise_(name)
        QApplication.processEvents()
        cut[name] = hints_cut(window)
        room.panes.put_away(name)
    assert {name: hints for name, hints in cut.items() if hints} == {}


def test_tools_stand_in_one_line_where_there_is_room_and_the_filter_takes_what_is_left(qapp: QApplication) -> None:
    theme = Theme("light")
    line, count = FilterLine(theme, "Filter documents: words of any column"), QLabel("19 documents")
    row = row_of_tools(line, count, theme=theme)
    row.resize(900, row.heightForWidth(900))
    row.show()
    assert line.geometry().center().y() == count.geometry().center().y()
    assert line.width() > 900 - count.sizeHint().width() - 60
    row.resize(line.sizeHint().width() + 30, row.heightForWidth(line.sizeHint().width() + 30))
    assert count.geometry().top() > line.geometry().bottom()
    assert room_for_hint(line) >= line.fontMetrics().horizontalAdvance(line.placeholderText())


@given(
    widths=strategies.lists(strategies.integers(5, 400), min_size=1, max_size=8),
    wide=strategies.integers(40, 1000),
    grows=strategies.booleans(),
    rtl=strategies.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_nothing_in_a_flow_lies_outside_or_on_another(
    qapp: QApplication, widths: list[int], wide: int, grows: bool, rtl: bool
) -> None:
    place = QWidget()
    place.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    flow = Flow(place, gap=4, first_grows=grows)
    flow.setContentsMargins(3, 3, 3, 3)
    parts = []
    for width in widths:
        part = QLabel(place)
        part.setFixedSize(min(width, wide - 6), 20)
        part.show()
        flow.addWidget(part)
        parts.append(part)
    flow.setGeometry(QRect(0, 0, wide, flow.heightForWidth(wide)))
    inside = QRect(0, 0, wide, flow.heightForWidth(wide)).adjusted(3, 3, -3, -3)
    places = [part.geometry() for part in parts]
    assert all(inside.contains(one) for one in places)
    assert not any(a.intersects(b) for n, a in enumerate(places) for b in places[:n])


def entries(window: MainWindow) -> dict[str, QAction]:
    """What View › Panes says: title to entry, and the keys behind the titles."""
    assert window.room is not None
    menu = window.room._panes_menu.menu
    menu.aboutToShow.emit()
    return {action.text().partition("\t")[0]: action for action in menu.actions()}


def test_every_pane_stands_in_the_menu_with_its_key(window: MainWindow) -> None:
    assert window.room is not None
    listed = entries(window)
    titles = {dock.windowTitle() for dock in window.findChildren(QDockWidget)}
    assert set(listed) == titles - {"This document"}  # that one is needed only where a code is for whole documents
    assert listed["Table of documents"].text().endswith("\tCtrl+Shift+D")
    assert set(_OPENED_BY) <= {name for name, _ in window.room.panes.known()}


def test_the_menu_of_panes_brings_each_to_the_front_and_takes_it_away_again(window: MainWindow) -> None:
    assert window.room is not None
    panes = window.room.panes
    for title, name in (("Notebook", "notebook"), ("Edit conflicts", "conflicts"), ("Notebook", "notebook")):
        entries(window)[title].trigger()
        QApplication.processEvents()
        assert panes.in_front(name), title
    assert not entries(window)["Edit conflicts"].isChecked()  # it is behind the notebook's tab
    entries(window)["Notebook"].trigger()
    assert not panes.visible("notebook")


def test_another_study_opens_as_the_kind_of_work_stands_at_first(
    open_window: Open, study: Study, tmp_path: Path
) -> None:
    window = open_window(study.path)
    assert window.room is not None
    for name in ("notebook", "history"):
        window.room.panes.raise_(name)
    window.close()
    other = tmp_path / "Other.intercoder"
    with Project.create(other, title="Other", lead="Ana") as project:
        project.do(add_documents, [PlainSource("a.txt")])
    again = open_window(other)
    assert again.room is not None
    assert [name for name, _ in again.room.panes.known() if again.room.panes.visible(name)] == [
        "documents", "codes", "details", "definition", "segments",
    ]  # fmt: skip
