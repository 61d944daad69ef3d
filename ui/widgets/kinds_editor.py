"""Things with a name, a kind and values to choose from: a list to order, a form to change; variables and qualifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coder.values import WITH_VALUES
from ui.theme import Theme
from ui.widgets.lists import calm
from ui.widgets.parts import without_key


@dataclass(frozen=True, slots=True)
class Kinded:
    """A variable or a qualifier. uses: of how many documents or segments something is said with it, in words."""

    id: UUID
    name: str
    kind: str
    values: tuple[str, ...]
    definition: str = ""
    uses: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of one such editor. kinds: (words, kind) in the order offered."""

    things: str
    empty: str
    add: str
    remove: str
    kinds: Sequence[tuple[str, str]]
    defined: bool


class KindsEditor(QWidget):
    """add_wanted(): a new one. saved(id, fields): what was changed. moved(id, place). remove_wanted(id)."""

    add_wanted = Signal()
    saved = Signal(object, dict)
    moved = Signal(object, int)
    remove_wanted = Signal(object)

    def __init__(self, saying: Saying, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saying, self._theme = saying, theme
        self._shown: list[Kinded] = []
        self._may = False
        self._build()
        self._connect()

    def _tool(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._theme.icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(without_key(words))
        return button

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.list = QListWidget()
        self.list.setAccessibleName(self._saying.things)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm(self.list, self._theme)
        self.add = self._tool("add", self._saying.add)
        self.up = self._tool("up", self.tr("Move up (Alt+Up)"))
        self.down = self._tool("down", self.tr("Move down (Alt+Down)"))
        self.remove = self._tool("remove", self._saying.remove)
        tools = QHBoxLayout()
        for button in (self.add, self.up, self.down, self.remove):
            tools.addWidget(button)
        tools.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(step * 2, step, step, step)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._build_form(step))
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.setFocusProxy(self.list)

    def _build_form(self, step: int) -> QWidget:
        self.name, self.kind = QLineEdit(), QComboBox()
        for words, kind in self._saying.kinds:
            self.kind.addItem(words, kind)
        self.values, self.definition = QPlainTextEdit(), QPlainTextEdit()
        self.values.setPlaceholderText(self.tr("One a line, in their order"))
        self.save = QPushButton(self.tr("Save"))
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.uses = QLabel()
        self.uses.setWordWrap(True)
        page = QWidget()
        self._form = form = QFormLayout(page)
        form.setContentsMargins(step, step * 2, step * 2, step)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Values"), self.values)
        if self._saying.defined:
            form.addRow(self.tr("Rules for each value"), self.definition)
        for box, lines in ((self.values, 5), (self.definition, 4)):
            box.setTabChangesFocus(True)
            box.setFixedHeight(round(box.fontMetrics().lineSpacing() * (lines + 0.8)))
        last = QHBoxLayout()
        last.addWidget(self.save)
        last.addWidget(self.uses, 1)
        form.addRow(last)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(page)
        nothing = QLabel(self._saying.empty)
        nothing.setWordWrap(True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._pages = QStackedWidget()
        self._pages.addWidget(nothing)
        self._pages.addWidget(scroll)
        return self._pages

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._want_removal)
        self.list.currentRowChanged.connect(self._load)
        self.kind.activated.connect(self._suit)
        self.save.clicked.connect(self.send)
        for box in (self.name, self.values, self.definition, self.list):
            box.installEventFilter(self)

    # showing

    def current(self) -> Kinded | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def show_things(self, things: Sequence[Kinded], *, may_edit: bool) -> None:
        """Shows these; the current one stays current, and what is being typed into it stays if it is the same."""
        before = self.current()
        self._may = may_edit
        self._shown = list(things)
        blocked = QSignalBlocker(self.list)
        self.list.clear()
        words = {kind: said for said, kind in self._saying.kinds}
        for thing in things:
            self.list.addItem(QListWidgetItem(f"{thing.name}  ({words.get(thing.kind, thing.kind)})"))
        place = next((n for n, thing in enumerate(things) if before and thing.id == before.id), 0 if things else -1)
        self.list.setCurrentRow(place)
        blocked.unblock()
        if self.current() != before or before is None:
            self._load()
        self._suit()

    def choose(self, thing: UUID) -> None:
        """Makes one the current one, its name ready to be typed over."""
        place = next((n for n, one in enumerate(self._shown) if one.id == thing), None)
        if place is not None:
            self.list.setCurrentRow(place)
            self._load()

    def type_name(self) -> None:
        self.name.setFocus()
        self.name.selectAll()

    def _load(self) -> None:
        thing = self.current()
        self._pages.setCurrentIndex(0 if thing is None else 1)
        if thing is not None:
            self.name.setText(thing.name)
            self.kind.setCurrentIndex(self.kind.findData(thing.kind))
            self.values.setPlainText("\n".join(thing.values))
            self.definition.setPlainText(thing.definition)
            self.uses.setText(thing.uses)
        self._suit()

    def _suit(self) -> None:
        """Only what can be done now can be chosen."""
        row, thing = self.list.currentRow(), self.current()
        self._form.setRowVisible(self.values, self.kind.currentData() in WITH_VALUES)
        for field in (self.name, self.values, self.definition):
            field.setReadOnly(not self._may)
        self.kind.setEnabled(self._may)
        self.add.setEnabled(self._may)
        self.save.setEnabled(self._may and thing is not None)
        self.remove.setEnabled(self._may and thing is not None)
        self.up.setEnabled(self._may and row > 0)
        self.down.setEnabled(self._may and 0 <= row < len(self._shown) - 1)

    # wishes

    def _move(self, by: int) -> None:
        thing, place = self.current(), self.list.currentRow() + by
        if thing is not None and self._may and 0 <= place < len(self._shown):
            self.moved.emit(thing.id, place)

    def _want_removal(self) -> None:
        if (thing := self.current()) is not None and self._may:
            self.remove_wanted.emit(thing.id)

    def send(self) -> None:
        """Tells what was changed in the form."""
        thing = self.current()
        if thing is None or not self._may:
            return
        values = tuple(line.strip() for line in self.values.toPlainText().split("\n") if line.strip())
        kind = self.kind.currentData()
        typed = {"name": " ".join(self.name.text().split()), "kind": kind}
        if kind in WITH_VALUES:
            typed["values"] = values
        if self._saying.defined:
            typed["definition"] = self.definition.toPlainText().strip()
        changed = {name: value for name, value in typed.items() if value != getattr(thing, name)}
        if changed:
            self.saved.emit(thing.id, changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.list:
            if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key == Qt.Key.Key_Delete:
                self._want_removal()
                return True
            if key == Qt.Key.Key_F2 or enter:
                self.type_name()
                return True
        elif enter and (watched is self.name or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.send()
            return True
        elif key == Qt.Key.Key_Escape:
            self._load()
            return True
        return super().eventFilter(watched, event)
