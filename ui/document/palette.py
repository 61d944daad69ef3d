"""The palette at the caret: a few letters choose a code, its definition always in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui.colors import ink_on
from ui.document.fuzzy import CodeChoice, ranked
from ui.theme import Theme

_AnyIndex = QModelIndex | QPersistentModelIndex
_ROWS = 9  # codes in sight at once


class _Offers(QAbstractListModel):
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


class _OfferPainter(QStyledItemDelegate):
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
        choice = model.choice(index.row()) if isinstance(model, _Offers) else None
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


class CodePalette(QFrame):
    """Opens at the caret, inside the window; Enter chooses, Shift+Enter chooses and stays, Esc closes.

    Never modal: a click elsewhere closes it.
    """

    code_chosen = Signal(object)  # a code's id
    new_code_requested = Signal(str)  # the name typed
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices: list[CodeChoice] = []
        self._may_add = True
        self._build()
        self._connect()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Code: a few letters of its name"))
        self.field.setAccessibleName(self.tr("Find a code"))
        self.field.setClearButtonEnabled(False)
        self.offers = _Offers(self)
        self.list = QListView(self)
        self.list.setModel(self.offers)
        self.list.setItemDelegate(_OfferPainter(self._theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Codes that fit"))
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.keys = QLabel(self.tr("Enter chooses · Shift+Enter chooses and stays · Esc closes"), self)
        column = QVBoxLayout(self)
        for widget in (self.field, self.list, self.about, self.keys):
            column.addWidget(widget)
        self._dress()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._describe)
        self._theme.changed.connect(self._dress)

    # opening

    def open_at(self, box: QRect, choices: Iterable[CodeChoice], *, typed: str = "", may_add: bool = True) -> None:
        """Show the palette beside a box of the parent's (the caret), with these codes; `typed` is filled in.

        may_add: whether a new code may be made here (in a coder's package it is a proposal, elsewhere as allowed).
        """
        self._choices, self._may_add = list(choices), may_add
        self.field.setText(typed)
        self._filter()
        self._place(box)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_choices(self, choices: Iterable[CodeChoice]) -> None:
        """Offer these codes instead, for instance after one was made while the palette stays open."""
        self._choices = list(choices)
        self._filter()

    def _place(self, box: QRect) -> None:
        """Below the caret where there is room, else above; always wholly inside the parent."""
        step = Theme.step(self.font())
        parent = self.parentWidget().rect()
        margin = round(step * 2)
        width = min(round(step * 130), parent.width() - 2 * margin)
        self.about.show()
        self.list.setFixedHeight(self._row_height() * min(_ROWS, max(1, self.offers.rowCount())))
        self.setFixedWidth(width)
        room = parent.height() - 2 * margin
        while self.sizeHint().height() > room and self.list.height() > 3 * self._row_height():
            self.list.setFixedHeight(self.list.height() - self._row_height())
        self.about.setVisible(self.sizeHint().height() <= room)
        height = min(self.sizeHint().height(), room)
        top = box.bottom() + margin
        if top + height > parent.bottom() - margin:
            above = box.top() - margin - height
            top = above if above >= margin else max(margin, parent.bottom() - margin - height)
        left = max(margin, min(box.left(), parent.right() - margin - width))
        self._box = box
        self.setGeometry(left, top, width, height)

    def _row_height(self) -> int:
        metrics = QFontMetricsF(self.list.font())
        return round(metrics.height() + Theme.step(self.list.font()) * 3)

    # choosing

    def _filter(self) -> None:
        typed = self.field.text().strip()
        found = ranked(self._choices, typed)
        exact = any(choice.name.casefold() == typed.casefold() for choice in found)
        self.offers.show(found, typed if typed and self._may_add and not exact else "")
        if self.offers.rowCount():
            self.list.setCurrentIndex(self.offers.index(0))
        self._describe()

    def current(self) -> CodeChoice | None:
        """The code under the bar; None on the new one or when nothing fits."""
        return self.offers.choice(self.list.currentIndex().row())

    def _choose(self, *, stay: bool) -> None:
        choice, row = self.current(), self.list.currentIndex().row()
        if choice is None and not (self.offers.new and row == len(self.offers.choices)):
            return
        if not stay:
            self.close_palette()
        if choice is not None:
            self.code_chosen.emit(choice.id)
        else:
            self.new_code_requested.emit(self.offers.new)
        if stay:
            self.field.selectAll()

    def close_palette(self) -> None:
        """Hide and say so."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._choose(stay=False)

    def _describe(self) -> None:
        choice = self.current()
        self.about.setText(self._words_on(choice) if choice else self._words_on_none())

    def _words_on(self, choice: CodeChoice) -> str:
        parts = [choice.definition or self.tr("No definition yet.")]
        for heading, words in (
            (self.tr("Include: %1"), choice.include),
            (self.tr("Exclude: %1"), choice.exclude),
            (self.tr("Examples: %1"), " · ".join(self.tr("“{}”").format(example) for example in choice.examples)),
        ):
            if words:
                parts.append(heading.replace("%1", words))
        return "\n".join(parts)

    def _words_on_none(self) -> str:
        if self.offers.new:
            return self.tr("Makes a code of this name and codes the passage with it.")
        return self.tr("No codes yet: type a name to make one.") if self._may_add else self.tr("No code fits.")

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if watched is self.field and event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(self.focusWidget()):
            self.close_palette()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        rows, row = self.offers.rowCount(), self.list.currentIndex().row()
        jump = {
            Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS,
        }.get(Qt.Key(key))  # fmt: skip
        if jump is not None and rows:
            wanted = (row + jump) % rows if abs(jump) == 1 else max(0, min(rows - 1, row + jump))
            self.list.setCurrentIndex(self.offers.index(wanted))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(stay=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _dress(self) -> None:
        colors, step = self._theme.colors, Theme.step(self.font())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, colors.raised)
        palette.setColor(QPalette.ColorRole.WindowText, colors.ink)
        self.setPalette(palette)
        self.setStyleSheet(
            f"#palette {{ background: {colors.raised.name()}; border: {max(1, round(step * 0.4))}px solid "
            f"{colors.muted.name()}; border-radius: {round(step * 1.5)}px; }}"
        )
        margin = round(step * 2.5)
        self.layout().setContentsMargins(margin, margin, margin, margin)
        self.layout().setSpacing(round(step * 2))
        self.about.setMinimumHeight(round(QFontMetricsF(self.about.font()).height() * 3.2))
        self.about.setMaximumHeight(round(QFontMetricsF(self.about.font()).height() * 9))
        self.keys.setStyleSheet(f"color: {colors.muted.name()};")
