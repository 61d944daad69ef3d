"""The palette at the caret: a few letters choose a code, its definition always in sight."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QTextEdit, QVBoxLayout, QWidget

from ui.document.fuzzy import CodeChoice, ranked
from ui.document.offers import OfferPainter, Offers
from ui.theme import Theme

_ROWS = 9  # codes in sight at once
_FEWEST = 4  # that stay in sight beside a long definition
# another window, or a menu of the line of letters: the keys come back by themselves
_COMING_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_LINES = 3  # of a definition that are in sight however low the desk is


class _About(QTextEdit):
    """The definition, rules and examples of the code under the bar; what does not fit is scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the line of letters
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def line(self) -> int:
        """The height of a line, in pixels."""
        return round(QFontMetricsF(self.font()).height())

    def wanted(self, width: int) -> int:
        """The height that shows all of it at this width, in pixels, be there a scroll bar or not."""
        whole = self.document().clone()
        whole.setTextWidth(width - self.verticalScrollBar().sizeHint().width())
        return ceil(whole.size().height())

    def scroll(self, lines: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + lines * self.line())


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
        self._may_add, self._proposes = True, False
        self._box, self._tallest = QRect(), 0
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
        self.offers = Offers(self)
        self.list = QListView(self)
        self.list.setModel(self.offers)
        self.list.setItemDelegate(OfferPainter(self._theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Codes that fit"))
        self.about = _About(self)
        self.about.setAccessibleName(self.tr("Definition"))
        self.keys = QLabel(
            self.tr("Enter chooses · Shift+Enter and stays · Ctrl+↓ reads on · Esc closes"), self
        )
        self.keys.setWordWrap(True)
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

    def open_at(
        self,
        box: QRect,
        choices: Iterable[CodeChoice],
        *,
        typed: str = "",
        may_add: bool = True,
        proposes: bool = False,
        new_first: bool = False,
    ) -> None:
        """Show the palette beside a box of the parent's (the caret), with these codes; `typed` is filled in.

        may_add: whether a new code may be made here; proposes: it would be a proposal to the lead, as in a package.
        new_first: the bar stands on the new code named as `typed`, if there is none of that name.
        """
        self._choices, self._may_add, self._proposes = list(choices), may_add, proposes
        self._box, self._tallest = box, 0
        self.field.setText(typed)
        self._filter()
        if new_first and self.offers.new:
            self.list.setCurrentIndex(self.offers.index(self.offers.rowCount() - 1))
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_choices(self, choices: Iterable[CodeChoice]) -> None:
        """Offer these codes instead, for instance after one was made while the palette stays open."""
        self._choices = list(choices)
        self._filter()

    def _place(self) -> None:
        """Below the caret, or above where that has more room; over it only where neither has; always in the parent.

        What is to be read comes first: a long definition leaves the list fewer rows. While the palette is open it
        grows with what is read and never shrinks, so that nothing jumps under the eyes.
        """
        parent, margin = self.parentWidget().rect(), round(Theme.step(self.font()) * 2)
        width = min(round(Theme.step(self.font()) * 130), parent.width() - 2 * margin)
        self.setFixedWidth(width)
        self._tallest = max(self._tallest, self.about.wanted(self._inner()), self.about.line() * _LINES)
        below, above = parent.bottom() - margin - (self._box.bottom() + margin), self._box.top() - 2 * margin
        room = max(below, above)
        if room < self._rest(self._fewest(), True) + self.about.line() * _LINES:
            room = parent.height() - 2 * margin
        rows, keys, about = self._share(room)
        self.list.setFixedHeight(self._row_height() * rows)
        self.about.setFixedHeight(about)
        self.keys.setVisible(keys)
        height = min(self._rest(rows, keys) + about, room)
        top = self._box.bottom() + margin
        if height > below:
            top = self._box.top() - margin - height if height <= above else parent.bottom() - margin - height
        left = max(margin, min(self._box.left(), parent.right() - margin - width))
        self.setGeometry(left, top, width, height)

    def _share(self, room: int) -> tuple[int, bool, int]:
        """How a height is shared out: the rows of the list, whether the keys are told, and what the definition has."""
        few = self._fewest()
        for rows in range(min(_ROWS, len(self._choices) + 1), few - 1, -1):
            if self._rest(rows, True) + self._tallest <= room:
                return rows, True, self._tallest
        for rows, keys in ((few, True), *((rows, False) for rows in range(few, 1, -1))):
            if (left := room - self._rest(rows, keys)) >= self.about.line() * _LINES:
                return rows, keys, left
        return 1, False, max(self.about.line(), room - self._rest(1, False))

    def _fewest(self) -> int:
        return min(_FEWEST, len(self._choices) + 1)

    def _rest(self, rows: int, keys: bool) -> int:
        """The height of everything but the definition, with so many rows and with the keys or without."""
        box, column = self.contentsMargins(), self.layout()
        inside = column.contentsMargins()
        edges = box.top() + box.bottom() + inside.top() + inside.bottom()
        told = self.keys.heightForWidth(self._inner()) + column.spacing() if keys else 0
        return edges + 2 * column.spacing() + told + self.field.sizeHint().height() + rows * self._row_height()

    def _inner(self) -> int:
        box, inside = self.contentsMargins(), self.layout().contentsMargins()
        return self.width() - box.left() - box.right() - inside.left() - inside.right()

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

    def _give_way(self) -> None:
        """The keys went elsewhere, by a click for instance: they stay there."""
        if self.isVisible():
            self.hide()

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
        words = self._words_on(choice) if choice else self._words_on_none()
        self.about.setPlainText(words)
        if self.isVisible():
            if self.about.wanted(self._inner()) > self._tallest:
                self._place()
            if QAccessible.isActive():  # the keys stay in the line of letters, so the bar's moves are told
                named = str(self.list.currentIndex().data() or "")
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, f"{named}. {words}"))

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
        if self.offers.new and self._proposes:
            return self.tr("Proposes a code of this name to the lead and codes the passage with it.")
        if self.offers.new:
            return self.tr("Makes a code of this name and codes the passage with it.")
        return self.tr("No codes yet: type a name to make one.") if self._may_add else self.tr("No code fits.")

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        left = isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _COMING_BACK
        if watched is self.field and left:
            self._give_way()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        rows, row = self.offers.rowCount(), self.list.currentIndex().row()
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.about.scroll(1 if key == Qt.Key.Key_Down else -1)
            return True
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
        palette.setColor(QPalette.ColorRole.Base, colors.raised)
        palette.setColor(QPalette.ColorRole.Text, colors.ink)
        self.about.setPalette(palette)
        self.about.setStyleSheet("border: none; padding: 0; background: transparent;")
        self.setStyleSheet(
            f"#palette {{ background: {colors.raised.name()}; border: {max(1, round(step * 0.4))}px solid "
            f"{colors.muted.name()}; border-radius: {round(step * 1.5)}px; }}"
        )
        margin = round(step * 2.5)
        self.layout().setContentsMargins(margin, margin, margin, margin)
        self.layout().setSpacing(round(step * 2))
        self.keys.setStyleSheet(f"color: {colors.muted.name()};")
