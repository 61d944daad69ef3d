"""What the palette offers: the codes that fit, each as a row with its chip, and the new one that could be made."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.colors import ink_on
from ui.document.fuzzy import CodeChoice
from ui.theme import Theme

_AnyIndex = QModelIndex | QPersistentModelIndex


class Offers(QAbstractListModel):
    """The codes that fit, and at the end the new one that could be made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: list[CodeChoice] = []
        self.new = ""

    def show(self, choices: list[CodeChoice], new: str) -> None:
        self.beginResetModel()
        self.choices, self.new = choices, new
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.choices) + bool(self.new)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.row() >= len(self.choices):
            return self.tr("New code “%1”").replace("%1", self.new)
        return self.choices[index.row()].path

    def choice(self, row: int) -> CodeChoice | None:
        """The code of a row; None for the new one."""
        return self.choices[row] if 0 <= row < len(self.choices) else None


class OfferPainter(QStyledItemDelegate):
    """One row: a chip in the code's colour with its key, the path with its parents faint."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(0, round(QFontMetricsF(option.font).height() + Theme.step(option.font) * 3))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors, step = self._theme.colors, Theme.step(option.font)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, colors.selection)
            edge = QSize(max(2, round(step)), option.rect.height())
            painter.fillRect(QRect(option.rect.topLeft(), edge), colors.accent)
        model = index.model()
        choice = model.choice(index.row()) if isinstance(model, Offers) else None
        chip = QRectF(option.rect).adjusted(step * 3, step * 1.2, 0, -step * 1.2)
        chip.setWidth(chip.height() * 1.15)
        self._chip(painter, chip, choice, option.font)
        words = QRectF(chip.right() + step * 2.5, option.rect.top(), 0, option.rect.height())
        words.setRight(option.rect.right() - step * 2)
        self._words(painter, words, choice, str(index.data()), option.font)
        painter.restore()

    def _chip(self, painter: QPainter, box: QRectF, choice: CodeChoice | None, font: QFont) -> None:
        color = QColor(choice.color) if choice else self._theme.colors.line
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, box.height() / 4, box.height() / 4)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(small)
        painter.setPen(ink_on(color))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, choice.key if choice else "+")

    def _words(self, painter: QPainter, box: QRectF, choice: CodeChoice | None, words: str, font: QFont) -> None:
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        parents, name = ("", words) if choice is None else (choice.path[: -len(choice.name)], choice.name)
        # The name matters most: what is too long first loses its parents' middle, then its own end.
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        room = box.width() - metrics.horizontalAdvance(name)
        if parents and room > metrics.horizontalAdvance("… › "):
            parents = metrics.elidedText(parents, Qt.TextElideMode.ElideMiddle, room)
            painter.setPen(self._theme.colors.muted)
            painter.drawText(box, side, parents)
            box.setLeft(box.left() + metrics.horizontalAdvance(parents))
        painter.setPen(self._theme.colors.ink)
        painter.drawText(box, side, name)
