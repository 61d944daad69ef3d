"""A painter that is let go whatever happens while it paints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painter_on(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter on a widget, to be used in its paintEvent, or on a picture.

    Left open by an error, the painter would still be at work when Qt shows what was painted: the program would go down
    without a word, where else the error is told.
    """
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
