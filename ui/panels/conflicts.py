"""Edit conflicts: where two people wrote different things without having seen each other; one is chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coder.merging.resolve import Choice, OpenConflict, conflicts_to_settle, settle_conflict
from ui.language import in_words, named
from ui.models.conflicts import field_words, shortened, thing_words, value_words
from ui.models.table import Column, TableModel
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.lists import FilterLine, ListView, TypesToFilter, row_of_tools
from ui.widgets.words import counted
from ui.workspace import Workspace


class ConflictsPanel(QWidget):
    """code_wanted(id), document_wanted(id): the thing itself is to be shown. counted_anew(int): so many are open."""

    code_wanted = Signal(object)
    document_wanted = Signal(object)
    counted_anew = Signal(int)
    said = Signal(str)

    def __init__(
        self, workspace: Workspace, _tasks: Tasks | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._stale = True
        self._cards: QBoxLayout | None = None
        self._buttons: list[QPushButton] = []
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.filter = FilterLine(self._theme, self.tr("Filter conflicts"))
        self._count = QLabel()
        columns = [
            Column(self.tr("What"), lambda c: thing_words(c.thing)),
            Column(self.tr("Name"), lambda c: named(c.name)),
            Column(self.tr("Differs in"), lambda c: field_words(c.kind, c.what)),
            Column(self.tr("Who"), lambda c: ", ".join(dict.fromkeys(s.coder for s in c.choices))),
            Column(self.tr("Values"), lambda c: " / ".join(shortened(self._value(c.what, s)) for s in c.choices)),
        ]
        self.model = TableModel(columns, lambda c: (c.table, c.row, c.field), self)
        self.list = ListView(self.model, self._theme)
        self.list.setAccessibleName(self.tr("Edit conflicts"))
        self.list.set_words_when_empty(
            self.tr("No edit conflicts. They appear after a merge, where two people wrote different things.")
        )
        self.sides = QWidget()
        self._line = QVBoxLayout(self.sides)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.sides)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row_of_tools(self.filter, self._count, theme=self._theme))
        column.addWidget(self.list)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(area)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([1000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.setFocusProxy(self.list)
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((16, 32, 20, 18, 60)):
            self.list.setColumnWidth(n, letter * wide)

    def _connect(self) -> None:
        self.list.filter_by(self.filter)
        DigitsChoose(self)  # after the filter, so that it is asked first
        self.list.row_reached.connect(self._show)
        self.list.row_chosen.connect(lambda _: self._focus_sides())
        self._workspace.changed.connect(lambda _: self.refresh())
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._workspace.state_changed.connect(self._enable)

    # showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Asks again; listing costs little, since the file keeps what is open."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        kept, place = self.list.current_row(), self.list.currentIndex().row()
        found: list[OpenConflict] = self._workspace.ask(conflicts_to_settle) if self._workspace.is_open else []
        self.model.replace(found)
        n = len(found)
        self._count.setText(counted(n, self.tr("1 conflict"), self.tr("{n} conflicts")).format(n=n) if n else "")
        if kept is not None:
            self.list.select_key((kept.table, kept.row, kept.field))
        if self.list.current_row() is None and n:
            # the one below the settled one is next
            self.list.setCurrentIndex(self.list.proxy.index(max(0, min(place, self.list.proxy.rowCount() - 1)), 0))
        self._show(self.list.current_row())
        self.counted_anew.emit(n)

    def _value(self, what: str, choice: Choice) -> str:
        if choice.removed:
            return self.tr("removed it")
        return value_words(what, choice.words) or self.tr("(empty)")

    def _show(self, c: OpenConflict | None) -> None:
        while (item := self._line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cards, self._buttons = None, []
        if c is None:
            return
        step = round(self._theme.step(self.font()))
        self._line.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        self._line.setSpacing(step * 2)
        words = self.tr("{thing} “{name}”: {what}")
        words = words.format(thing=thing_words(c.thing), name=named(c.name), what=field_words(c.kind, c.what))
        self._line.addWidget(_label(words[:1].upper() + words[1:], bold=True))
        cards = QWidget()
        self._cards = QBoxLayout(self._direction(), cards)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(step * 2)
        for choice in c.choices:
            self._cards.addWidget(self._card(c, choice), 1)
        self._line.addWidget(cards)
        if c.instead:
            self._line.addWidget(_label(in_words(c.instead)))
        self._line.addWidget(self._ways(c))
        self._line.addStretch(1)
        self._enable()

    def _direction(self) -> QBoxLayout.Direction:
        """Side by side where there is room, else below one another."""
        wide = self.width() > self.fontMetrics().averageCharWidth() * 70
        return QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cards is not None and self.list.current_row() is not None:
            self._cards.setDirection(self._direction())

    def _card(self, c: OpenConflict, choice: Choice) -> QWidget:
        step, colors = round(self._theme.step(self.font())), self._theme.colors
        card = QFrame()
        card.setObjectName("side")
        card.setStyleSheet(
            f"#side {{ background: {colors.raised.name()}; border: 1px solid {colors.line.name()};"
            f" border-radius: {step * 2}px; }}"
        )
        column = QVBoxLayout(card)
        column.setContentsMargins(step * 3, step * 2, step * 3, step * 2)
        when = QLocale().toString(choice.at.astimezone(), QLocale.FormatType.ShortFormat) if choice.at else ""
        shows = self.tr("shows now") if choice.shows else ""
        about = " · ".join(part for part in (choice.coder, when, shows) if part)
        column.addWidget(_label(about, muted=True))
        column.addWidget(_label(self._value(c.what, choice)))
        column.addStretch(1)
        if not c.instead:
            button = QPushButton(self.tr("&{n}  {act}").format(n=choice.n + 1, act=self._act(c, choice)))
            button.clicked.connect(lambda _=False, n=choice.n: self.choose(n))
            self._buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _act(self, c: OpenConflict, choice: Choice) -> str:
        if c.kind != "removed":
            return self.tr("Use this")
        return self.tr("Leave it removed") if choice.removed else self.tr("Keep it")

    def _ways(self, c: OpenConflict) -> QWidget:
        """To the thing itself, where it can be shown."""
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        for table, words, signal in (
            ("code", self.tr("Show the code"), self.code_wanted),
            ("document", self.tr("Show the document"), self.document_wanted),
        ):
            if c.table == table:
                button = QPushButton(self._theme.icon("show"), words)
                button.clicked.connect(lambda _=False, s=signal, r=c.row: s.emit(r))
                row.addWidget(button)
        row.addStretch(1)
        return place

    def buttons(self) -> list[QPushButton]:
        """The buttons that choose a side, in order."""
        return list(self._buttons)

    def _enable(self) -> None:
        for button in self.buttons():
            button.setEnabled(self._workspace.writable)

    def _focus_sides(self) -> None:
        if buttons := self.buttons():
            buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    # choosing

    def choose(self, n: int) -> None:
        """Settles the current conflict with its n-th side."""
        c: OpenConflict | None = self.list.current_row()
        if c is None or c.instead or not any(choice.n == n for choice in c.choices) or not self._workspace.writable:
            return
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        name, what = named(c.name), field_words(c.kind, c.what)
        if self._workspace.do(settle_conflict, table=c.table, row=c.row, field=c.field, choice=n) is not None:
            self.said.emit(self.tr("Settled: {what} of “{name}”.").format(what=what, name=name))
            if had_focus:
                self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and event.text() != "0" and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)


class DigitsChoose(TypesToFilter):
    """Figures typed in the list choose a side instead of filtering."""

    def __init__(self, panel: ConflictsPanel) -> None:
        self._panel = panel
        super().__init__(panel.list, panel.filter)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and event.text().isdigit():
            self._panel.keyPressEvent(event)
            return True
        return False


def _label(words: str, *, muted: bool = False, bold: bool = False) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if muted:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    if bold:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    return label
