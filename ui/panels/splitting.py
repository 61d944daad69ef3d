"""Splitting a code: one's own segments of it walked one by one, each sent to a sub-code by a key."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coder.code_keys import follow
from coder.code_tree import CodeRow, code_tree
from coder.codebook import add_code
from coder.coding import recode
from coder.models import Code, Coding
from coder.segment_list import ShownSegment, shown_segments
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.flow import flow_of_tools
from ui.widgets.lists import ListView
from ui.widgets.words import counted
from ui.workspace import Workspace

_KEYS = "123456789"


class SplitList(ListView):
    """key_pressed(str): a digit or a letter. passed(): Space, this one stays where it is."""

    key_pressed = Signal(str)
    passed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() == Qt.Key.Key_Space:
            self.passed.emit()
        elif plain and len(event.text()) == 1 and event.text().isalnum():
            self.key_pressed.emit(event.text().lower())
        else:
            super().keyPressEvent(event)


class SplittingPanel(QWidget):
    """segment_reached(ShownSegment): the one that is being sent on is to be seen in its text."""

    segment_reached = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._code: UUID | None = None
        self._rows: list[CodeRow] = []
        self._targets: list[CodeRow] = []
        self._stale = False
        self._typed = ""  # of a key of several letters
        self._build()
        self.list.row_reached.connect(self._reached)
        self.list.key_pressed.connect(self.press)
        self.list.passed.connect(self._next)
        self.new.clicked.connect(self._add)
        workspace.followed.connect(self._on_changed)
        workspace.opened.connect(self._begin)
        workspace.closed.connect(self._begin)
        workspace.coder_changed.connect(self.refresh)

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.new = QPushButton(self._theme.icon("add"), self.tr("New sub-code"))
        self._buttons = QWidget()
        columns = [
            Column(self.tr("Document"), lambda s: s.document),
            Column(self.tr("Passage"), lambda s: s.quote or self.tr("(whole document)")),
            Column(self.tr("Memo"), lambda s: s.memo),
        ]
        self._model = TableModel(columns, lambda s: s.id, self)
        self._model.editable = False
        self.list = SplitList(self._model, self._theme)
        self.list.setAccessibleName(self.tr("Your segments of the code"))
        self.list.set_words_when_empty(self.tr("None of your segments is left here."))
        for n, wide in enumerate((26, 90, 20)):
            self.list.setColumnWidth(n, self.fontMetrics().averageCharWidth() * wide)
        top = QHBoxLayout()
        top.setContentsMargins(step * 2, step, step * 2, step)
        top.addWidget(self.head, 1)
        top.addWidget(self.new, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._buttons)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    # showing

    def show_code(self, code: UUID) -> None:
        """Begins with this code."""
        self._code = code
        self.refresh()
        self.list.setCurrentIndex(QModelIndex())
        if self.list.proxy.rowCount():
            self.list.setCurrentIndex(self.list.proxy.index(0, 0))
        self.list.setFocus()

    def _begin(self) -> None:
        self._code = None
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _on_changed(self, change: object) -> None:
        if change.touches(Code, Coding):  # type: ignore[attr-defined]
            self._stale = not self.isVisible()
            if not self._stale:
                self.refresh()

    def refresh(self) -> None:
        """Asks again for the segments and the sub-codes."""
        self._stale = False
        ask, opened = self._workspace.ask, self._workspace.is_open and self._code is not None
        self._rows = self._workspace.codes()
        mine = ask(shown_segments, coder_id=self._workspace.coder_id) if opened else []
        everybodys = sum(row.codings for row in ask(code_tree) if row.id == self._code) if opened else 0
        left = [s for s in mine if s.code_id == self._code]
        self._targets = [row for row in self._rows if row.parent_id == self._code and row.state != "retired"]
        self._model.replace(left)
        self._say(len(left), everybodys - len(left))
        self._show_targets()

    def _say(self, left: int, others: int) -> None:
        row = next((row for row in self._rows if row.id == self._code), None)
        self.new.setEnabled(row is not None and self._workspace.writable and not self._workspace.is_package)
        if row is None:
            self.head.setText(self.tr("Choose a code in the tree, and “Split” in its menu."))
            return
        if not left and not others:
            self.head.setText(self.tr("“{}”: no segment is left to send on.").format(" › ".join(row.path)))
            return
        words = [
            counted(
                left, self.tr("“{}”: 1 segment of yours. A key sends it on, Space leaves it."),
                self.tr("“{}”: %n segments of yours. A key sends one on, Space leaves it.", "", left),
            ).format(" › ".join(row.path))
        ]  # fmt: skip
        if others:
            words.append(
                counted(
                    others, self.tr("1 segment of another coder stays; only its coder sends it on."),
                    self.tr("%n segments of other coders stay; only their coders send them on.", "", others),
                )
            )  # fmt: skip
        if not self._targets:
            words.append(self.tr("It has no sub-codes yet: add them first."))
        self.head.setText(" ".join(words))

    def _show_targets(self) -> None:
        buttons = []
        for n, row in enumerate(self._targets):
            key = _KEYS[n] if n < len(_KEYS) else row.key
            button = QPushButton(f"{key}  {row.name}" if key else row.name)
            button.setToolTip(row.definition)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("code", row.id.hex)
            button.clicked.connect(self._clicked)
            buttons.append(button)
        old, self._buttons = self._buttons, flow_of_tools(*buttons, step=self._theme.step(self.font()))
        self._layout.replaceWidget(old, self._buttons)
        old.hide()
        old.deleteLater()  # one of its buttons may be what is just being served

    def _reached(self, segment: ShownSegment) -> None:
        self.segment_reached.emit(segment)

    # sending on

    def press(self, key: str) -> None:
        """A digit: the sub-code of that place; a letter: the sub-code with that key."""
        if key in _KEYS and _KEYS.index(key) < len(self._targets):
            self._send(self._targets[_KEYS.index(key)].id)
            return
        typed, self._typed = self._typed + key, ""
        keys = {row.key.lower(): row.id for row in self._targets if row.key}
        if typed in keys:
            self._send(keys[typed])
        elif follow(typed, keys):
            self._typed = typed
        else:
            self._workspace.said.emit(self.tr("No sub-code has the key “{}”.").format(typed))

    def _clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self._send(UUID(hex=button.property("code")))

    def _send(self, code: UUID) -> None:
        segment = self.list.current_row()
        if segment is None:
            return
        at = self.list.currentIndex().row()
        if self._workspace.do(recode, coding_id=segment.id, code_id=code) is not None:
            self.refresh()
            last = self.list.proxy.rowCount() - 1
            if last >= 0:
                self.list.setCurrentIndex(self.list.proxy.index(min(at, last), 0))
            self.list.setFocus()

    def _next(self) -> None:
        at = self.list.currentIndex().row() + 1
        if at < self.list.proxy.rowCount():
            self.list.setCurrentIndex(self.list.proxy.index(at, 0))

    def _add(self) -> None:
        """A new sub-code, to be named in the tree."""
        if self._code is None:
            return
        taken = {row.name.casefold() for row in self._targets}
        name, n = self.tr("New code"), 2
        while name.casefold() in taken:
            name, n = self.tr("New code {}").format(n), n + 1
        if self._workspace.do(add_code, name=name, parent_id=self._code) is not None:
            self.refresh()
            self._workspace.said.emit(self.tr("Added “{}”; F2 in the code tree names it.").format(name))
