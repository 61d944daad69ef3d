"""A list of hits, each in one line with its words in the middle and the context on both sides, as it reads."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)  # fmt: skip

from ui.models.hits import LINE, DocumentLine, HitLine, HitsModel, as_table
from ui.theme import Theme
from ui.widgets.lists import calm, say_in

_AnyIndex = QModelIndex | QPersistentModelIndex


class HitsList(QListView):
    """reached(HitLine): the keys came to a hit; chosen(HitLine): Enter or double click; left(): up from the first."""

    reached = Signal(object)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, model: HitsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = model
        self._empty = ""
        self._painter = _LinePainter(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm(self, theme)
        self.doubleClicked.connect(self._choose)

    def set_words_when_empty(self, words: str) -> None:
        self._empty = words
        self.viewport().update()

    def current_line(self) -> HitLine | None:
        line = self.currentIndex().data(LINE) if self.currentIndex().isValid() else None
        return line if isinstance(line, HitLine) else None

    def begin(self) -> None:
        """The keys come in from above: to the hit where they were, else the first."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.selectedIndexes():  # Qt, given the keys, makes a line current but does not select it
            row = self.currentIndex().row()
            self._go(row) if isinstance(self.hits.line(row), HitLine) else self.step(1)

    def step(self, by: int) -> None:
        """To the next hit (1) or the one before (-1)."""
        row = self.currentIndex().row() + by
        while isinstance(self.hits.line(row), DocumentLine):
            row += by
        if self.hits.line(row) is not None:
            self._go(row)

    def _go(self, row: int) -> None:
        index = self.hits.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def copy(self) -> None:
        """The selected hits as a table; all when none or one is selected."""
        lines = [index.data(LINE) for index in sorted(self.selectedIndexes(), key=lambda index: index.row())]
        chosen = [line for line in lines if isinstance(line, HitLine)]
        if len(chosen) < 2:
            chosen = self.hits.hit_lines()
        headings = [
            self.tr("Document"), self.tr("Start"), self.tr("End"),
            self.tr("Before"), self.tr("Found"), self.tr("After"),
        ]  # fmt: skip
        QGuiApplication.clipboard().setText(as_table(chosen, headings))

    # what Qt tells

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and isinstance(line := current.data(LINE), HitLine):
            self.reached.emit(line)

    def _choose(self, index: QModelIndex) -> None:
        if isinstance(line := index.data(LINE), HitLine):
            self.chosen.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            for index in self.selectedIndexes() or [self.currentIndex()]:
                self.hits.toggle(index.row())
        elif key == Qt.Key.Key_Up and self._at_top():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _at_top(self) -> bool:
        above = range(self.currentIndex().row())
        return not any(self.hits.flags(self.hits.index(n, 0)) & Qt.ItemFlag.ItemIsEnabled for n in list(above)[-2:])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._painter.on_tick(self.visualRect(index).toRectF(), event.position().x()):
            self.hits.toggle(index.row())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hits.rowCount() == 0 and self._empty:
            say_in(self, self._empty)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class _LinePainter(QStyledItemDelegate):
    """Paints a document's name, or a hit with its words in one column; one that reads leftwards is turned."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ticks = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return QSize(0, round(QFontMetricsF(option.font).height() + Theme.step(option.font) * 1.6))

    def on_tick(self, box: QRectF, x: float) -> bool:
        return self._ticks and x < box.left() + box.height() * 1.2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        painter.save()
        box, step = QRectF(option.rect), Theme.step(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, option.palette.color(option.palette.ColorRole.Highlight))
        painter.setClipRect(box)
        line, tick = index.data(LINE), index.data(Qt.ItemDataRole.CheckStateRole)
        self._ticks = tick is not None
        box.adjust(step * 2, 0, -step * 2, 0)
        if tick is not None:
            self._tick(painter, QRectF(box.left(), box.top(), box.height(), box.height()), Qt.CheckState(tick))
            box.setLeft(box.left() + box.height() * 1.1)
        if isinstance(line, DocumentLine):
            self._heading(painter, box, option.font, str(index.data()))
        elif isinstance(line, HitLine):
            self._hit(painter, box, option.font, line)
        painter.restore()

    def _tick(self, painter: QPainter, box: QRectF, tick: Qt.CheckState) -> None:
        # The style's own box cannot be seen on every ground.
        colors, side = self._theme.colors, box.height() * 0.62
        box = QRectF(box.left() + (box.width() - side) / 2, box.top() + (box.height() - side) / 2, side, side)
        on = tick == Qt.CheckState.Checked
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.accent if on else colors.muted, max(1.0, side * 0.08)))
        painter.setBrush(colors.accent if on else colors.raised)
        painter.drawRoundedRect(box, side * 0.18, side * 0.18)
        painter.setPen(QPen(colors.on_accent if on else colors.muted, side * 0.14))
        low, left = box.top() + side * 0.74, box.left()
        if on:
            painter.drawPolyline(
                [QPointF(left + side * 0.2, box.top() + side * 0.52), QPointF(left + side * 0.42, low),
                 QPointF(left + side * 0.8, box.top() + side * 0.28)]
            )  # fmt: skip
        elif tick == Qt.CheckState.PartiallyChecked:
            middle = box.center().y()
            painter.drawLine(QPointF(left + side * 0.25, middle), QPointF(left + side * 0.75, middle))

    def _heading(self, painter: QPainter, box: QRectF, font: QFont, words: str) -> None:
        small = QFont(font)
        small.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(self._theme.colors.muted)
        shown = QFontMetricsF(small).elidedText(words, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _hit(self, painter: QPainter, box: QRectF, font: QFont, line: HitLine) -> None:
        hit, bold = line.hit, QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        if line.aside:
            wide = QFontMetricsF(font).horizontalAdvance(line.aside)
            painter.setFont(font)
            painter.setPen(self._theme.colors.muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.aside)
            box.setRight(box.right() - wide - Theme.step(font) * 4)
        turned = _reads_leftwards(hit.words)
        metrics = QFontMetricsF(bold)
        words = metrics.elidedText(hit.words, Qt.TextElideMode.ElideMiddle, box.width() * 0.6)
        wide = metrics.horizontalAdvance(words)
        middle = box.left() + min(box.width() * 0.42, max(0.0, box.width() - wide) * 0.5)
        if turned:
            middle = box.right() - (middle - box.left()) - wide
        center = QRectF(middle, box.top(), wide + 1, box.height())
        near = QRectF(box.left(), box.top(), max(0.0, middle - box.left()), box.height())
        far = QRectF(center.right(), box.top(), max(0.0, box.right() - center.right()), box.height())
        before, after = (far, near) if turned else (near, far)
        ink, muted = self._theme.colors.ink, self._theme.colors.muted
        painter.setPen(muted)
        self._words(painter, before, font, hit.before, turned, end=True)
        self._words(painter, after, font, hit.after, turned, end=False)
        painter.setPen(ink)
        self._words(painter, center, bold, words, turned, end=False)

    @staticmethod
    def _words(painter: QPainter, box: QRectF, font: QFont, words: str, turned: bool, *, end: bool) -> None:
        """A stretch of one line, set against the edge where the hit is; what is too long is cut at the other."""
        if not words or box.width() <= 0:
            return
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.beginLayout()
        drawn = layout.createLine()
        drawn.setNumColumns(len(words) * 2 + 1)
        layout.endLayout()
        wide = drawn.horizontalAdvance()
        at_right = end != turned
        x = box.right() - wide if at_right else box.left()
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        drawn.draw(painter, QRectF(x, box.top() + (box.height() - drawn.height()) / 2, wide, 0).topLeft())
        painter.restore()


def _reads_leftwards(words: str) -> bool:
    """Does the first letter with a direction run from right to left?"""
    ways = (bidirectional(sign) for sign in words)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"
