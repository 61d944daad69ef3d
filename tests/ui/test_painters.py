"""An error while something is painted is told like any other; the window stays."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.document.surface import TextSurface
from ui.painters import painter_on
from ui.theme import Theme


class _Unpaintable(QWidget):
    """A widget whose painting goes wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.painter: QPainter | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            self.painter = painter
            raise ValueError("not to be painted")


def test_an_error_while_painting_lets_the_painter_go_and_is_told(qtbot: QtBot) -> None:
    widget = _Unpaintable()
    qtbot.addWidget(widget)
    with pytest.raises(ValueError, match="not to be painted"):
        widget.grab()
    assert widget.painter is not None
    assert not widget.painter.isActive()


def test_a_text_view_outlives_errors_while_it_and_its_stripes_are_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    surface = TextSurface(Theme("light"))
    qtbot.addWidget(surface)
    surface.resize(600, 300)
    surface.show_document("The governor raises the payment.")
    with qtbot.waitExposed(surface):
        surface.show()

    def fail(*_: object) -> None:
        raise ValueError("not to be painted")

    with monkeypatch.context() as broken:
        broken.setattr("ui.document.surface.paint_over", fail)
        broken.setattr(surface.stripes, "_paint_questions", fail)
        for part in (surface.viewport(), surface.stripes):
            with pytest.raises(ValueError, match="not to be painted"):
                part.grab()
    assert not surface.grab().isNull()


def test_what_is_in_sight_can_be_asked_while_the_view_changes_its_text(qtbot: QtBot) -> None:
    surface = TextSurface(Theme("light"))
    qtbot.addWidget(surface)
    surface.resize(600, 300)
    surface.show()
    surface.show_document("\n".join("word " * n for n in range(1, 60)))
    seen: list[int] = []
    assert surface.sight().end > 3
    for told in (surface.selectionChanged, surface.modificationChanged, surface.textChanged):
        told.connect(lambda *_: seen.append(surface.sight().end))
    surface.show_document("one")
    assert seen
    assert surface.sight().end == 3


def test_a_line_that_is_not_there_any_more_is_an_error_and_no_crash(qtbot: QtBot) -> None:
    surface = TextSurface(Theme("light"))
    qtbot.addWidget(surface)
    surface.resize(600, 300)
    surface.show()
    surface.show_document("one")
    block = surface.sight().blocks[0]
    with pytest.raises(IndexError):
        block.top_of(block.last + 1)
