"""Pictures drawn from SVG: as .png and .pdf, without a window; the same picture gives the same bytes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.painters import painter_on

_SHARPNESS = 3  # dots of the .png per unit of the drawing: 288 to the inch
_SVG = "{http://www.w3.org/2000/svg}"
_DOTS = 96.0  # units of an SVG to the inch
_A4_UNITS = 210 / 25.4 * _DOTS
_MARGIN = 0.05
_FAMILIES, _TYPE = "Helvetica, Arial, sans-serif", 13  # what coder/exporters/forest.py writes into its drawings
_XMP = b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><?xpacket end="r"?>'
# Qt writes when and under which number it made a PDF; both would differ at every turn.
_DATE = re.compile(rb"(?<=Date \(D:)[0-9]{14}")
_NUMBER = re.compile(rb"/ID \[ ?<[0-9a-fA-F]*> ?<[0-9a-fA-F]*> ?\]")

_kept: list[QApplication] = []  # Qt's application is gone with its Python object


def picture(svg: str, suffix: str) -> bytes:
    """The drawing as such a file (.png or .pdf). Text needs fonts, so an application is made if there is none."""
    _with_fonts()
    return _png(svg) if suffix == ".png" else _pdf([svg], paper=False)


def pages(drawings: Sequence[str]) -> bytes:
    """A .pdf of the drawings: one in its own size; of several, each on a page of A4."""
    _with_fonts()
    return _pdf(drawings, paper=len(drawings) > 1)


def wide(words: str) -> float:
    """Units that the words take in bold in the type that a reliability picture is drawn in."""
    _with_fonts()
    return QFontMetricsF(_font(_FAMILIES, _TYPE, bold=True)).horizontalAdvance(words)


def _with_fonts() -> None:
    if QApplication.instance() is None:
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform == "linux":
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QApplication(["intercoder"]))


def _png(svg: str) -> bytes:
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    image = QImage(renderer.defaultSize() * _SHARPNESS, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(_SHARPNESS * _DOTS / 0.0254))
    image.setDotsPerMeterY(round(_SHARPNESS * _DOTS / 0.0254))
    with painter_on(image) as painter:
        renderer.render(painter)
    return _written(lambda device: image.save(device, "PNG"))


def _pdf(drawings: Sequence[str], *, paper: bool) -> bytes:
    """Letters are drawn as outlines: Qt numbers the letters of an embedded font differently at every turn."""

    def draw(device: QBuffer) -> None:
        writer = QPdfWriter(device)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4) if paper else _size_of(drawings[0]))
        writer.setPageMargins(QMarginsF())
        writer.setCreator("Intercoder")
        writer.setDocumentXmpMetadata(_XMP)
        with painter_on(writer) as painter:
            for n, svg in enumerate(drawings):
                if n:
                    writer.newPage()
                _draw_page(painter, svg, QSizeF(writer.width(), writer.height()), _MARGIN if paper else 0.0)

    return _timeless(_written(draw))


def _size_of(svg: str) -> QPageSize:
    points = QSizeF(QSvgRenderer(QByteArray(svg.encode("utf-8"))).defaultSize()) * (72 / _DOTS)
    return QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)


def _draw_page(painter: QPainter, svg: str, page: QSizeF, margin: float) -> None:
    """The drawing from the top, as large as the page has room for; `margin` is a part of the page's width."""
    root = ElementTree.fromstring(svg)
    texts = list(root.iter(f"{_SVG}text"))
    for above in list(root.iter()):
        for element in above.findall(f"{_SVG}text"):
            above.remove(element)
    renderer = QSvgRenderer(QByteArray(ElementTree.tostring(root)))
    size = QSizeF(renderer.defaultSize())
    edge = page.width() * margin
    across, down = (page.width() - 2 * edge) / size.width(), (page.height() - 2 * edge) / size.height()
    if margin:
        # no larger than the drawing is on its own, and each page of the same size though the last is shorter
        across = down = min(across, down, page.width() / _A4_UNITS)
    painter.save()
    painter.translate(edge, edge)
    painter.scale(across, down)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    for element in texts:
        painter.fillPath(_outline(element, root), QColor(element.get("fill", "#000000")))
    painter.restore()


def _outline(element: ElementTree.Element, root: ElementTree.Element) -> QPainterPath:
    """A line of text where the drawing has it."""
    bold = element.get("font-weight") == "bold"
    font = _font(root.get("font-family", ""), int(root.get("font-size", "13")), bold=bold)
    words = element.text or ""
    wide = QFontMetricsF(font).horizontalAdvance(words)
    back = {"end": wide, "middle": wide / 2}.get(element.get("text-anchor", ""), 0.0)
    path = QPainterPath()
    path.addText(float(element.get("x", "0")) - back, float(element.get("y", "0")), font, words)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _font(families: str, size: int, *, bold: bool) -> QFont:
    font = QFont([name.strip() for name in families.split(",")])
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def _timeless(pdf: bytes) -> bytes:
    """The same with a fixed date and number, as long as those that stood there: places in a PDF are counted."""
    pdf = _DATE.sub(b"20000101000000", pdf)
    return _NUMBER.sub(lambda found: re.sub(rb"[0-9a-fA-F](?=[0-9a-fA-F]*>)", b"0", found[0]), pdf)


def _written(write: Callable[[QBuffer], object]) -> bytes:
    device = QBuffer()
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    write(device)
    device.close()
    return bytes(device.data().data())
