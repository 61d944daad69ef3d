"""The palette: what a few letters find, what keys choose, that it never stands in the way."""

from __future__ import annotations

from uuid import UUID, uuid5

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.document.fuzzy import CodeChoice, ranked
from ui.document.palette import CodePalette
from ui.theme import Theme

SPACE = UUID("7a5b1c3e-98a4-4d0e-9f0c-5b6a1d2e3f40")


def _choice(path: str, **rest: object) -> CodeChoice:
    return CodeChoice(uuid5(SPACE, path), path, **rest)  # type: ignore[arg-type]


CODES = [
    _choice("Actor › Central government", key="c", definition="Acts of ministries."),
    _choice(
        "Actor › Provinces",
        key="p",
        definition="Acts of regional authorities.",
        include="Own decrees",
        exclude="Orders",
    ),
    _choice("Funding › Provincial reserve", definition="Money of the region."),
    _choice("Legality › Approval by a court"),
    _choice("Événement › Ёлка"),
]


def _found(typed: str, choices: list[CodeChoice] = CODES) -> list[str]:
    return [choice.name for choice in ranked(choices, typed)]


def test_the_beginning_of_a_name_comes_before_a_word_within_and_before_letters_within() -> None:
    assert _found("prov") == ["Provinces", "Provincial reserve", "Approval by a court"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("p", "Provinces"),  # its key
        ("fund res", "Provincial reserve"),  # every word somewhere in the path
        ("cgov", "Central government"),  # letters in order
        ("ministries", "Central government"),  # only the definition says it
        ("елка", "Ёлка"),  # ё as е
        ("evenement", "Ёлка"),  # accents and case apart
        ("зкщм", "Provinces"),  # "prov" with the Russian layout on
    ],
)
def test_typed_words_find_the_code_that_was_meant(typed: str, first: str) -> None:
    assert _found(typed)[0] == first


def test_what_fits_nothing_finds_nothing() -> None:
    assert _found("qqqq") == []


def test_without_words_all_are_offered_the_recent_ones_first() -> None:
    codes = [_choice("A"), _choice("B", recent=2), _choice("C", recent=1)]
    assert _found("", codes) == ["C", "B", "A"]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(700, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def palette(window: QWidget, theme: Theme) -> CodePalette:
    palette = CodePalette(theme, window)
    palette.open_at(QRect(100, 80, 1, 20), CODES)
    return palette


def test_enter_chooses_the_first_that_fits_and_closes(palette: CodePalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "prov")
    with qtbot.waitSignals([palette.code_chosen, palette.closed]):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_shift_enter_chooses_and_stays_for_the_next_one(palette: CodePalette, qtbot: QtBot) -> None:
    chosen: list[object] = []
    palette.code_chosen.connect(chosen.append)
    for word in ("prov", "central"):
        qtbot.keyClicks(palette.field, word)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen == [CODES[1].id, CODES[0].id]
    assert palette.isVisible()


def test_arrows_walk_the_offers_and_the_definition_follows(palette: CodePalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "prov")
    assert "Own decrees" in palette.about.toPlainText()
    assert "Orders" in palette.about.toPlainText()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert "Money of the region." in palette.about.toPlainText()
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)  # over the top: to the new code, the last
    with qtbot.waitSignal(palette.new_code_requested) as told:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.args == ["prov"]


def test_a_name_that_exists_is_not_offered_as_new(palette: CodePalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "provinces")
    assert palette.offers.new == ""


def test_where_no_code_may_be_made_none_is_offered(palette: CodePalette, qtbot: QtBot) -> None:
    palette.open_at(QRect(0, 0, 1, 20), CODES, may_add=False)
    qtbot.keyClicks(palette.field, "unheard of")
    told: list[str] = []
    palette.new_code_requested.connect(told.append)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told == []
    assert palette.isVisible()


def test_escape_closes_it(palette: CodePalette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_click_elsewhere_closes_it_and_the_keys_stay_there(
    palette: CodePalette, window: QWidget, qtbot: QtBot
) -> None:
    other = QLineEdit(window)
    other.setGeometry(0, 0, 60, 20)
    other.show()
    closed: list[None] = []
    palette.closed.connect(lambda: closed.append(None))
    qtbot.waitUntil(palette.field.hasFocus)
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert closed == []  # nobody takes the keys back
    assert other.hasFocus()


def test_in_a_package_a_new_code_is_told_as_a_proposal(palette: CodePalette, qtbot: QtBot) -> None:
    palette.open_at(QRect(0, 0, 1, 20), CODES, proposes=True)
    qtbot.keyClicks(palette.field, "unheard of")
    assert palette.about.toPlainText().startswith("Proposes a code")


def test_it_is_never_modal(palette: CodePalette) -> None:
    assert not palette.isModal()
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("corner", [(0, 0), (690, 480), (350, 250), (690, 0)])
def test_it_lies_wholly_in_the_window_wherever_the_caret_is(
    palette: CodePalette, window: QWidget, corner: tuple[int, int]
) -> None:
    palette.open_at(QRect(*corner, 1, 20), CODES)
    assert window.rect().contains(palette.geometry())


LONG = "A definition of many words. " * 60


@pytest.mark.parametrize("height", [160, 200, 320, 500, 900])
def test_the_definition_is_in_sight_however_low_the_desk_and_can_be_read_to_its_end(
    palette: CodePalette, window: QWidget, qtbot: QtBot, height: int
) -> None:
    palette.close_palette()
    window.resize(700, height)
    codes = [_choice(f"Long {n}", definition=LONG, include="Own decrees") for n in range(20)]
    palette.open_at(QRect(100, 20, 1, 20), codes)
    about, bar = palette.about, palette.about.verticalScrollBar()
    assert window.rect().contains(palette.geometry())
    assert about.isVisible()
    assert palette.rect().contains(about.geometry())
    assert about.height() >= 3 * about.line()
    assert palette.list.height() >= palette._row_height()
    for _ in range(60):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == bar.maximum()
    assert palette.list.currentIndex().row() == 0
    assert "Own decrees" in about.toPlainText()


def test_a_definition_that_has_room_is_there_whole_and_the_palette_grows_for_it(
    palette: CodePalette, window: QWidget, qtbot: QtBot
) -> None:
    palette.close_palette()
    window.resize(700, 900)
    codes = [_choice("Short", definition="Few words."), _choice("Tall", definition=LONG)]
    palette.open_at(QRect(100, 20, 1, 20), codes)
    low = palette.height()
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.height() > low
    assert palette.about.verticalScrollBar().maximum() == 0
    grown = palette.geometry()
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.geometry() == grown


def test_opened_on_a_new_code_enter_makes_it_and_down_leads_to_those_that_fit(
    palette: CodePalette, qtbot: QtBot
) -> None:
    palette.open_at(QRect(100, 80, 1, 20), CODES, typed="provincial", new_first=True)
    assert palette.current() is None
    with qtbot.waitSignal(palette.new_code_requested) as told:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.args == ["provincial"]
    palette.open_at(QRect(100, 80, 1, 20), CODES, typed="Provinces", new_first=True)
    assert palette.current() == CODES[1]  # that name is there


def test_five_hundred_codes_with_names_of_three_hundred_signs(
    palette: CodePalette, window: QWidget, qtbot: QtBot
) -> None:
    codes = [_choice(f"Theme {n % 20} › {'long name ' * 30}{n}") for n in range(500)]
    palette.open_at(QRect(100, 80, 1, 20), codes)
    qtbot.keyClicks(palette.field, "long 499")
    assert palette.current() == codes[499]
    palette.grab()
    assert palette.width() <= window.width()


def test_a_click_on_an_offer_chooses_it(palette: CodePalette, qtbot: QtBot) -> None:
    place = palette.list.visualRect(palette.offers.index(2)).center()
    with qtbot.waitSignal(palette.code_chosen) as told:
        qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [CODES[2].id]
