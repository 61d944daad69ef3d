"""All keys, to be changed: choose what is to be done, press the new key; a key that is taken is refused."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.document.hands import key_of
from ui.document.keys import Keyboard
from ui.keymap import FIXED, Entry, Keymap, entries, keys_of, shown, shown_keys
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.lists import FilterLine, ListView, row_of_tools

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyField(QLineEdit):
    """Waits for one key. pressed(str): that key, as Qt writes it. left(): Esc, or the keys went elsewhere."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.keyboard = Keyboard()

    def event(self, event: QEvent) -> bool:
        # before any shortcut of a menu, and before Tab goes on to the next widget
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._take(event)
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.left.emit()
        elif key := key_of(event, self.keyboard):
            self.pressed.emit(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class KeysPanel(QWidget):
    """Every act with its keys; Enter waits for a new one, Delete takes them away."""

    def __init__(self, keymap: Keymap, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._adding = False
        tr = self.tr
        self._filter = FilterLine(theme, tr("Filter: what it does, or a key"))
        columns = [
            Column(tr("What it does"), lambda e: e.words),
            Column(tr("Keys"), lambda e: shown_keys(e.name)),
            Column(tr("Where"), lambda e: e.group),
            Column(tr("At first"), lambda e: ", ".join(map(shown, e.keys)) if keymap.is_own(e.name) else ""),
        ]
        self.list = ListView(TableModel(columns, lambda e: e.name, self), theme)
        self.list.setAccessibleName(tr("All keys"))
        self.field, self.said = KeyField(self), QLabel()
        self.field.setAccessibleName(tr("New key"))
        self.field.setPlaceholderText(tr("Press the new key; Esc leaves it as it is"))
        self.said.setWordWrap(True)
        self.change = QPushButton(tr("Change (Enter)"))
        self.add = QPushButton(tr("One more"))
        self.take = QPushButton(tr("Take away (Delete)"))
        self.first, self.all_first = QPushButton(tr("As at first")), QPushButton(tr("All as at first"))
        for button, does in ((self.change, self._begin), (self.add, self._begin_more), (self.take, self._take_away),
                             (self.first, self._as_at_first), (self.all_first, self._all_as_at_first)):  # fmt: skip
            button.clicked.connect(does)
        self._line = row_of_tools(self.field, theme=theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, theme=theme))
        layout.addWidget(self.list, 1)
        layout.addWidget(self._line)
        layout.addWidget(row_of_tools(self.said, theme=theme))
        layout.addWidget(self._acts(round(theme.step(self.font()))))
        self._line.hide()
        self.setFocusProxy(self.list)
        self._connect()
        self.refresh()
        letter = self.fontMetrics().averageCharWidth()
        for n, letters in enumerate((52, 26, 14, 16)):
            self.list.setColumnWidth(n, letter * letters)

    def _acts(self, step: int) -> QWidget:
        """The buttons, in as many lines as a narrow pane needs."""
        acts = QWidget(self)
        flow = Flow(acts, gap=step)
        flow.setContentsMargins(step * 2, 0, step * 2, step)
        for button in (self.change, self.add, self.take, self.first, self.all_first):
            flow.addWidget(button)
        return acts

    def _connect(self) -> None:
        self.list.filter_by(self._filter)
        self.list.row_chosen.connect(self._begin)
        self.list.row_reached.connect(self._tell)
        self.list.installEventFilter(self)
        self.field.pressed.connect(self._pressed)
        self.field.left.connect(self._end)
        self._keymap.changed.connect(self.refresh)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        pressed = watched is self.list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            self._take_away()
            return True
        return False

    def refresh(self) -> None:
        """The keys in force."""
        self.list.table.replace(entries())
        self._tell()

    def _tell(self, _entry: object = None) -> None:
        entry = self._chosen()
        for button in (self.change, self.add, self.take):
            button.setEnabled(entry is not None and entry.name not in FIXED)
        self.first.setEnabled(entry is not None and self._keymap.is_own(entry.name))
        self.all_first.setEnabled(any(self._keymap.is_own(e.name) for e in entries()))

    def _chosen(self) -> Entry | None:
        found: Entry | None = self.list.current_row()
        return found

    def _begin(self, _entry: object = None) -> None:
        self._wait(adding=False)

    def _begin_more(self) -> None:
        self._wait(adding=True)

    def _wait(self, *, adding: bool) -> None:
        if (entry := self._chosen()) is None or entry.name in FIXED:
            return
        self._adding = adding
        self.said.setText(self.tr("A key for “{what}”").format(what=entry.words))
        self._line.show()
        self.field.setFocus()
        QTimer.singleShot(0, self, lambda: self.list.scrollTo(self.list.currentIndex()))

    def _pressed(self, key: str) -> None:
        if (entry := self._chosen()) is None:
            return
        if why := self._keymap.refusal(entry.name, key):
            self.said.setText(why)
            return
        self._keymap.give(entry.name, [*(keys_of(entry.name) if self._adding else ()), key])
        self.said.setText(self.tr("{key} does it now.").format(key=shown(key)))
        self.list.setFocus()

    def _end(self) -> None:
        if self.field.hasFocus():
            self.list.setFocus()
        self._line.hide()

    def _take_away(self) -> None:
        if (entry := self._chosen()) is not None and entry.name not in FIXED:
            self._keymap.give(entry.name, ())
            self.said.setText(self.tr("It has no key now."))

    def _as_at_first(self) -> None:
        if (entry := self._chosen()) is not None:
            self._keymap.reset(entry.name)
            self.said.setText("")

    def _all_as_at_first(self) -> None:
        self._keymap.reset_all()
        self.said.setText(self.tr("All keys are as at first."))
