"""A painter on a widget that is let go whatever happens while it paints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


@contextmanager
def painter_on(widget: QWidget) -> Iterator[QPainter]:
    """A painter on a widget, to be used in its paintEvent.

    Left open by an error, the painter would still be at work when Qt shows what was painted: the program would go down
    without a word, where else the error is told.
    """
    painter = QPainter(widget)
    try:
        yield painter
    finally:
        painter.end()
