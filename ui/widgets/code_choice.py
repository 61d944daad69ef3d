"""Which codes are meant: a button, and the tree of codes to tick below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Theme
from ui.widgets.lists import FilterLine, TypesToFilter, calm
from ui.widgets.words import counted

Path = tuple[str, ...]
_PATH = Qt.ItemDataRole.UserRole
_NAMED = 2  # so many chosen codes stand on the button by name


class CodeChoice(QToolButton):
    """codes_chosen(): others are ticked than when the tree was opened; said once it is closed."""

    codes_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Path, ...] = ()
        self._items: dict[Path, QTreeWidgetItem] = {}
        self._build(theme)
        self.clicked.connect(self._open)
        self._tell()

    def _build(self, theme: Theme) -> None:
        self.setIcon(theme.icon("codes"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Which codes are compared"))
        self.popup = _Popup(self)
        self.filter = FilterLine(theme, self.tr("Filter codes"))
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Codes to compare"))
        self.tree.setUniformRowHeights(True)
        calm(self.tree, theme)
        every, none = QPushButton(self.tr("All codes")), QPushButton(self.tr("None"))
        every.clicked.connect(lambda: self._tick_all(Qt.CheckState.Checked))
        none.clicked.connect(lambda: self._tick_all(Qt.CheckState.Unchecked))
        below = QHBoxLayout()
        below.addWidget(every)
        below.addWidget(none)
        below.addStretch()
        layout = QVBoxLayout(self.popup)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree)
        layout.addLayout(below)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.popup.resize(letter * 56, line * 26)
        self.filter.textChanged.connect(self._narrow)
        self.filter.left.connect(self.tree.setFocus)
        TypesToFilter(self.tree, self.filter)
        self.tree.itemChanged.connect(self._on_ticked)
        self.popup.left.connect(self._closed)

    # what there is, and what is chosen

    def offer(self, codes: Sequence[Path]) -> None:
        """The codes there are, depth first; ticks stay, and so does "all of them"."""
        if list(codes) == list(self._items):
            return
        chosen = self.chosen()
        blocked = QSignalBlocker(self.tree)
        self.tree.clear()
        self._items = {}
        for path in codes:
            item = QTreeWidgetItem(self._items.get(path[:-1]) or self.tree.invisibleRootItem(), [path[-1]])
            item.setData(0, _PATH, path)
            item.setToolTip(0, " › ".join(path))
            item.setCheckState(0, _state(not chosen or path in chosen))
            self._items[path] = item
        self.tree.expandAll()
        blocked.unblock()
        self._tell()

    def chosen(self) -> tuple[Path, ...]:
        """The ticked codes in the order of the tree; none when all are, or none is."""
        ticked = tuple(path for path, item in self._items.items() if item.checkState(0) is Qt.CheckState.Checked)
        return () if len(ticked) == len(self._items) else ticked

    def choose(self, codes: Sequence[Path]) -> None:
        """Ticks these, as far as they are there; none: all. Says nothing."""
        wanted = set(codes) & self._items.keys()
        blocked = QSignalBlocker(self.tree)
        for path, item in self._items.items():
            item.setCheckState(0, _state(not wanted or path in wanted))
        blocked.unblock()
        self._tell()

    # ticking

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        """What stands under a code goes with it; each can be ticked by itself afterwards."""
        blocked = QSignalBlocker(self.tree)
        for path, below in self._items.items():
            own = item.data(0, _PATH)
            if len(path) > len(own) and path[: len(own)] == own:
                below.setCheckState(0, item.checkState(0))
        blocked.unblock()
        self._tell()

    def _tick_all(self, state: Qt.CheckState) -> None:
        blocked = QSignalBlocker(self.tree)
        for item in self._items.values():
            if not item.isHidden():
                item.setCheckState(0, state)
        blocked.unblock()
        self._tell()

    def _narrow(self, words: str) -> None:
        """Codes that the words are found in, with those above them."""
        sought = words.casefold().split()
        shown: set[Path] = set()
        for path in self._items:
            if all(word in " ".join(path).casefold() for word in sought):
                shown |= {path[:n] for n in range(1, len(path) + 1)}
        every = QTreeWidgetItemIterator(self.tree)
        while item := every.value():
            item.setHidden(tuple(item.data(0, _PATH)) not in shown)
            every += 1

    def _tell(self) -> None:
        chosen = self.chosen()
        names = ", ".join(path[-1] for path in chosen[:_NAMED])
        many = counted(len(chosen), self.tr("1 code"), self.tr("{n} codes")).format(n=len(chosen))
        words = self.tr("All codes") if not chosen else names if len(chosen) <= _NAMED else many
        longest = self.fontMetrics().averageCharWidth() * 32
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, longest))
        self.setAccessibleName(self.tr("Codes compared: {}").format(words))

    # opening and closing

    def _open(self) -> None:
        self._before = self.chosen()
        self.popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self.popup.show()
        self.filter.clear()
        self.tree.setFocus()
        if self.tree.currentItem() is None and self._items:
            self.tree.setCurrentItem(next(iter(self._items.values())))

    def _closed(self) -> None:
        self._tell()
        self.setFocus()
        if self.chosen() != self._before:
            self.codes_chosen.emit()


class _Popup(QFrame):
    """left(): it was closed, by Esc, Enter or a click elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
