"""Help: F1 opens the page about what has the keys; every page is whole, in every language, and leads on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from coder.data import data_dir
from tests.ui.conftest import Study
from ui.actions import ACTS, MENUS, said
from ui.language import LANGUAGES, help_page, speak
from ui.main_window import MainWindow
from ui.panels.help import ABOUT, PAGES

Open = Callable[[Path | None], MainWindow]
HELP = data_dir("resources") / "help"
_NAMES_OF_KEYS = {"ru": {"Вверх": "Up", "Вниз": "Down", "Вправо": "Right", "Пробел": "Space"}}
TRANSLATED = [(language, page) for language in LANGUAGES if language != "en" for page in PAGES]


def _f1(window: MainWindow) -> str:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    assert window.room is not None
    assert window.room.panes.visible("help")
    return window.room.help.page


def test_every_pane_has_its_page(window: MainWindow) -> None:
    assert window.room is not None
    told = [pane for panes in ABOUT.values() for pane in panes]
    assert sorted(told) == sorted(set(window.room.panes._docks) - {"help"})


def test_f1_opens_the_page_about_the_pane_with_the_keys(window: MainWindow) -> None:
    room = window.room
    assert room is not None
    opened = {}
    for page, panes in ABOUT.items():
        for pane in panes:
            room.panes.raise_(pane)
            assert room.panes.current() == pane
            opened[pane] = (_f1(window), page)
    assert {pane: got for pane, (got, page) in opened.items() if got != page} == {}


def test_f1_in_the_text_is_about_coding_and_in_the_help_stays_on_its_page(window: MainWindow) -> None:
    room = window.room
    assert room is not None
    room.desk.surface.setFocus()
    assert _f1(window) == "coding"
    room.show_help("agreement")
    assert _f1(window) == "agreement"


def test_f1_in_the_find_line_is_about_finding(window: MainWindow, study: Study) -> None:
    assert window.room is not None
    window.room.read(study.documents["Decree.txt"])
    window.commands["find"].trigger()
    assert _f1(window) == "finding"


def test_f1_in_a_window_apart_opens_the_page_that_it_names(window: MainWindow, qtbot: QtBot) -> None:
    apart = QDialog(window)
    apart.setProperty("help", "agreement")
    apart.show()
    apart.activateWindow()
    qtbot.waitUntil(apart.isActiveWindow)
    QTest.keyClick(apart, Qt.Key.Key_F1)
    assert window.room is not None
    assert window.room.help.page == "agreement"


def test_f1_on_the_pages_of_the_middle_is_about_the_start(open_window: Open, study: Study) -> None:
    window = open_window(None)
    assert _f1(window) == "start"
    assert window.room is not None
    window.commands["new_project"].trigger()
    assert _f1(window) == "start"


@pytest.mark.parametrize(("language", "page"), TRANSLATED)
def test_every_page_is_translated_paragraph_by_paragraph(language: str, page: str) -> None:
    english = (HELP / f"{page}.md").read_text("utf-8")
    other = (HELP / language / f"{page}.md").read_text("utf-8")
    keys = r"(?:Ctrl|Alt|Shift)\+(?:\w+\+)*[A-Z0-9]\w*"
    for mark in (r"(?m)^#+ ", r"(?m)^(?:- |\d\. )", r"\]\(\w+\.md\)", keys, r"\bF\d\b"):
        for here, there in _NAMES_OF_KEYS[language].items():
            other = other.replace(here, there)
        assert sorted(re.findall(mark, other)) == sorted(re.findall(mark, english)), mark


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_to_pages(page: str) -> None:
    for folder in (HELP, *(HELP / language for language in LANGUAGES if language != "en")):
        links = re.findall(r"\]\((\w+)\.md\)", (folder / f"{page}.md").read_text("utf-8"))
        assert set(links) <= set(PAGES)
        assert page not in links


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    locale = QLocale()
    speak(request.param)
    yield request.param
    speak("en")
    QLocale.setDefault(locale)


def _tidy(words: str) -> str:
    return " ".join(words.partition("\t")[0].replace("&", "").split()).rstrip("….").lower()


def test_menus_are_called_by_their_names(language: str) -> None:
    titles = {_tidy(said(title)): name for name, title in MENUS}
    # menus in these menus
    filled = [("view", "Panes"), ("view", "Language"), ("team", "Code as"), ("file", "Opened before")]
    entries = {(menu, _tidy(said(words))) for menu, words in (*((a.menu, a.words) for a in ACTS), *filled)}
    wrong = []
    for page in PAGES:
        for menu, entry in re.findall(r"\*([^*›]+) › ([^*›]+)\*", help_page(page).read_text("utf-8")):
            name, begin = titles.get(_tidy(menu)), _tidy(entry)
            if name is not None and not any(m == name and words.startswith(begin) for m, words in entries):
                wrong.append((page, menu, entry))
    assert wrong == []
