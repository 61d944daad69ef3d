"""A surface with a window around it, as the tests of the desk use it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from coder.spans import Span
from ui.document.marks import Segment
from ui.document.surface import TextSurface
from ui.theme import Theme

TEXT = (
    "The governor signed a decree. It raises the payment for those who sign.\n"
    "\n"
    "Recruiters say 👍🏽 that two in three came from abroad. The court found nothing.\n"
    "Указ губернатора повышает выплату.\n"
    "A last paragraph, which nobody coded."
)


@pytest.fixture
def theme() -> Theme:
    return Theme("light")


@pytest.fixture
def surface(qtbot: QtBot, theme: Theme) -> TextSurface:
    """The text above, shown, with the keys."""
    surface = TextSurface(theme)
    qtbot.addWidget(surface)
    surface.resize(900, 500)
    surface.show_document(TEXT)
    with qtbot.waitExposed(surface):
        surface.show()
    surface.setFocus()
    return surface


@pytest.fixture
def passage(surface: TextSurface) -> Callable[[str], Span]:
    """Where words stand in the text that is shown."""

    def find(words: str) -> Span:
        start = surface.text.index(words)
        return Span(start, start + len(words))

    return find


@pytest.fixture
def segment(passage: Callable[[str], Span]) -> Callable[..., Segment]:
    """A segment on words of the text; its id is the words."""

    def make(words: str, *, color: str = "#0072B2", mine: bool = True, **rest: str) -> Segment:
        span = passage(words)
        name = rest.pop("name", words.split()[0])
        return Segment(id=words, start=span.start, end=span.end, color=color, name=name, mine=mine, **rest)

    return make
