"""Themes: readable in every pairing, switched while running; icons in ink; tints that keep ink legible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coder.data import data_dir
from ui.colors import code_colors, contrast, ink_on, tint
from ui.theme import Theme, theme_names

colors = st.integers(0, 0xFFFFFF).map(lambda rgb: QColor(0xFF000000 | rgb))


def test_contrast_of_black_on_white_is_the_greatest_there_is() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_is_readable_on_all_its_grounds(qapp: QApplication, name: str) -> None:
    c = Theme(name).colors
    for ground in (c.paper, c.panel, c.raised, c.selection, c.hit, c.current_hit):
        assert contrast(c.ink, ground) >= 7.0, (name, ground.name())
    for ground in (c.paper, c.panel, c.raised):
        assert contrast(c.muted, ground) >= 4.5
        assert contrast(c.accent, ground) >= 4.5
    assert contrast(c.on_accent, c.accent) >= 4.5
    for kind in ("notice", "warning", "error"):
        assert contrast(getattr(c, kind), getattr(c, f"{kind}_paper")) >= 4.5


@pytest.mark.parametrize("name", theme_names())
@given(color=colors)
def test_ink_on_a_tint_of_any_code_color_has_seven_to_one(name: str, color: QColor) -> None:
    theme = Theme(name)
    for focused in (False, True):
        assert contrast(theme.colors.ink, theme.tint(color, focused=focused)) >= 7.0


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("color", code_colors())
def test_a_tint_is_seen_on_paper_and_a_bar_stands_out(name: str, color: str) -> None:
    theme = Theme(name)
    assert theme.tint(color) != theme.colors.paper
    assert contrast(theme.bar(color), theme.colors.paper) >= 1.8


@given(color=colors)
def test_ink_on_a_chip_of_any_color_is_readable(color: QColor) -> None:
    assert contrast(ink_on(color), color) >= 4.5


def test_a_tint_gives_way_to_legibility() -> None:
    grey = tint("#000000", QColor("#FFFFFF"), QColor("#222222"), strongest=0.9)
    assert contrast(grey, QColor("#222222")) >= 7.0


def test_switching_the_theme_reaches_the_application_and_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme("light")
    theme.apply(qapp)
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")
    assert QApplication.palette().color(QPalette.ColorRole.Window) == theme.colors.panel
    assert theme.dark
    qapp.setStyleSheet("")


def test_the_sheet_is_understood_by_qt(qapp: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    Theme("light").apply(qapp)
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    qapp.processEvents()
    assert not [record for record in caplog.records if "parse" in record.message.lower()]
    assert "$" not in qapp.styleSheet()
    qapp.setStyleSheet("")


def _colors_in(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = icon.pixmap(QSize(48, 48), 1.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", sorted(p.stem for p in (data_dir("resources") / "icons").glob("*.svg")))
def test_each_icon_draws_in_the_ink_of_the_theme(qapp: QApplication, name: str) -> None:
    theme = Theme("light")
    assert _colors_in(theme.icon(name)) == {theme.colors.ink.name()}


def test_an_icon_follows_a_switch_of_theme(qapp: QApplication) -> None:
    theme = Theme("light")
    icon = theme.icon("check")
    theme._load("dark")
    assert _colors_in(icon) == {theme.colors.ink.name()}


def test_an_icon_is_sharp_at_twice_the_scale(qapp: QApplication) -> None:
    pixmap = Theme("light").icon("check").pixmap(QSize(20, 20), 2.0)
    assert (pixmap.width(), pixmap.height()) == (40, 40)


def test_distances_grow_with_the_font(qapp: QApplication) -> None:
    font = QApplication.font()
    font.setPointSizeF(10)
    small = Theme.step(font)
    font.setPointSizeF(20)
    assert Theme.step(font) == pytest.approx(2 * small, rel=0.1)
