"""The panes around the middle: hidden, floated, resized; their arrangement remembered; walked by F6."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QWidget

from ui.settings import Settings

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_KIND = "read"  # the kind of work whose arrangement is kept


class Panes:
    """Docks by name. `middle` is what stands in the centre and takes part in F6."""

    def __init__(self, window: QMainWindow, middle: QWidget) -> None:
        self._window = window
        self._middle = middle
        self._docks: dict[str, QDockWidget] = {}
        self._inside: dict[str, QWidget] = {}
        self._first: set[str] = set()
        self._needless: set[str] = set()
        self._arranged: QByteArray | None = None  # while hidden: how they stood
        self._shown = False
        left, right = _AREAS["left"], _AREAS["right"]
        window.setCorner(Qt.Corner.BottomLeftCorner, left)
        window.setCorner(Qt.Corner.BottomRightCorner, right)
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)

    def add(
        self, name: str, title: str, inside: QWidget, area: str, *, shown: bool = True, when_needed: bool = False
    ) -> None:
        """A pane; shown: is it in sight at first? when_needed: only while `need` says so."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(inside)
        self._window.addDockWidget(_AREAS[area], dock)
        self._docks[name], self._inside[name] = dock, inside
        if shown:
            self._first.add(name)
        if when_needed:
            self._needless.add(name)
        dock.hide()

    def beside(self, name: str, other: str) -> None:
        """The two take the same place, with a tab each."""
        self._window.tabifyDockWidget(self._docks[other], self._docks[name])

    def into_menu(self, menu: QMenu) -> None:
        """An entry for each pane at the head of the menu, to show and hide it."""
        first = menu.actions()[0]
        for dock in self._docks.values():
            menu.insertAction(first, dock.toggleViewAction())

    # all of them

    def show(self, settings: Settings) -> None:
        """Puts the panes where they stood last, or where they stand at first."""
        if self._shown:
            return
        self._shown = True
        kept = settings.layout(_KIND)
        state = self._arranged or (kept[1] if kept else None)
        if state is None or not self._window.restoreState(state):
            for name, dock in self._docks.items():
                dock.setVisible(name in self._first)
            QTimer.singleShot(0, self._size)  # sizes hold only once the docks stand
        self._arranged = None
        for name in self._needless:
            self._docks[name].hide()
        for dock in self._docks.values():
            dock.toggleViewAction().setEnabled(True)

    def hide_all(self) -> None:
        """No project: nothing around the middle."""
        if not self._shown:
            return
        if self._window.isVisible() and any(d.isVisible() for d in self._docks.values()):
            self._arranged = self._window.saveState()
        self._shown = False
        for dock in self._docks.values():
            dock.hide()
            dock.toggleViewAction().setEnabled(False)

    def keep(self, settings: Settings) -> None:
        """Remembers the arrangement."""
        if self._shown:
            settings.keep_layout(_KIND, self._window.saveGeometry(), self._window.saveState())

    def _size(self) -> None:
        letter, docks, window = self._window.fontMetrics().averageCharWidth(), self._docks, self._window
        height = window.height()
        wide = min(letter * 46, window.width() * 22 // 100)
        wide = max(wide, min(letter * 62, window.width() * 14 // 100))  # a large screen has room for names
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([docks["documents"], docks["details"]], [wide, wide], horizontal)
        window.resizeDocks([docks["documents"], docks["codes"]], [height * 40 // 100, height * 60 // 100], vertical)
        window.resizeDocks([docks["details"], docks["definition"]], [height * 55 // 100, height * 45 // 100], vertical)
        window.resizeDocks([docks["segments"]], [height * 24 // 100], vertical)

    # one of them

    def need(self, name: str, needed: bool) -> None:
        """Some panes stand only where there is something for them to show."""
        was = name not in self._needless
        if needed:
            self._needless.discard(name)
        else:
            self._needless.add(name)
        if was != needed and self._shown:
            self._docks[name].setVisible(needed)
        self._docks[name].toggleViewAction().setVisible(needed)

    def raise_(self, name: str) -> None:
        """Brings a pane into sight and gives it the keys."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()
        self._inside[name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def give_height(self, name: str, share: float = 0.5) -> None:
        """Makes a low pane below the middle high enough to work in."""
        dock, height = self._docks[name], round(self._window.height() * share)
        if not dock.isFloating() and dock.height() < height:
            self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def put_away(self, name: str) -> None:
        """Takes a pane out of sight; what shares its place comes up."""
        self._docks[name].hide()

    def visible(self, name: str) -> bool:
        return self._docks[name].isVisible()

    def current(self) -> str:
        """The pane that has the keys; "" for the middle."""
        focus = QApplication.focusWidget()
        for name, dock in self._docks.items():
            if focus is not None and dock.isAncestorOf(focus):
                return name
        return ""

    def walk(self, by: int) -> None:
        """The keys go to the next pane in sight (1) or the one before (-1): left, middle, right, below."""
        order = ["documents", "codes", "", "details", "document_codes", "definition", "segments", "find_all",
                 "document_table", "variables", "qualifiers", "splitting", "notebook", "bring",
                 "units", "questions",
                 "agreement", "ratings", "merge", "conflicts", "hand_out", "export", "history", "lost",
                 "help"]  # fmt: skip
        there = [name for name in order if not name or self.visible(name)]
        here = self.current()
        place = there.index(here) if here in there else 0
        name = there[(place + by) % len(there)]
        if name:
            self.raise_(name)
        else:
            self._middle.setFocus(Qt.FocusReason.ShortcutFocusReason)
