"""Line icons from resources/icons, drawn in the theme's colours and sharp at every scale."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coder.data import data_dir
from ui.painters import painter_on

Ink = Callable[[QIcon.Mode], QColor]


@cache
def _drawing(name: str) -> str:
    return (data_dir("resources") / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    # Qt's SVG knows no currentColor of a widget, so the colour is written in before it is read.
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode()))


class LineIconEngine(QIconEngine):
    """Draws one icon anew at each size, in the colour that holds at that moment."""

    def __init__(self, name: str, ink: Ink) -> None:
        super().__init__()
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        _renderer(self._name, self._ink(mode).name()).render(painter, box)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        with painter_on(pixmap) as painter:
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return pixmap

    def clone(self) -> QIconEngine:
        return LineIconEngine(self._name, self._ink)


def line_icon(name: str, ink: Ink) -> QIcon:
    """The icon `name`; `ink` says the colour for a mode each time it is drawn.

    Raises FileNotFoundError for a name that the family lacks.
    """
    _drawing(name)
    return QIcon(LineIconEngine(name, ink))
