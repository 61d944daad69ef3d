"""The panes around the middle: hidden, floated, resized; their arrangement remembered; walked by F6."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QScrollArea, QTabBar, QWidget

from ui.document.messages import MessageBar
from ui.kinds import KINDS, READ, Kind
from ui.settings import Settings
from ui.tabbing import Pane
from ui.widgets.parts import name_parts

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Panes:
    """Docks by name. `middle` is what stands in the centre and takes part in F6.

    They stand differently for each kind of work (`ui.kinds`), and how they stand is remembered for each.
    """

    def __init__(self, window: QMainWindow, middle: QWidget) -> None:
        self._window = window
        self._middle = middle
        self._docks: dict[str, QDockWidget] = {}
        self._inside: dict[str, QWidget] = {}
        self._homes: dict[str, str] = {}
        self._beside: dict[str, str] = {}
        self._needless: set[str] = set()
        self._stood: dict[str, int] = {}  # how high the panes in sight were, tabs and all, before another was raised
        self._lower: dict[str, int] = {}  # how high a pane's place was, tabs and all, before it was given height
        self._arranged: QByteArray | None = None  # while hidden: how they stood
        self._shown = False
        self._bars: tuple[MessageBar, ...] = ()
        self._study = ""
        self.kind: Kind = KINDS[READ]
        _StaysInPane(window)
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)

    def add(self, name: str, title: str, inside: QWidget, area: str, *, when_needed: bool = False) -> None:
        """A pane and its home, where it stands unless the kind of work says another. when_needed: only while `need`
        says so.
        """
        dock = Pane(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(inside)
        name_parts(inside, title)
        self._window.addDockWidget(_AREAS[area], dock)
        self._docks[name], self._inside[name], self._homes[name] = dock, inside, area
        if when_needed:
            self._needless.add(name)
        dock.hide()

    def come_to(self, *bars: MessageBar) -> None:
        """F6 leads to these too, while they say something."""
        self._bars = bars

    def beside(self, name: str, other: str) -> None:
        """The two take the same place, with a tab each."""
        self._beside[name] = other
        self._window.tabifyDockWidget(self._docks[other], self._docks[name])

    def known(self) -> list[tuple[str, str]]:
        """Name and title of every pane there can be in this project, as they came."""
        return [(name, dock.windowTitle()) for name, dock in self._docks.items() if dock.toggleViewAction().isVisible()]

    # all of them

    def show(self, settings: Settings, study: str = "") -> None:
        """Puts the panes where they stood last in this study, else where they stand at first."""
        if self._shown and study == self._study:
            return
        self._shown, self._study = True, study
        kept = settings.layout(self.kind.name, study)
        self._put(self._arranged or (kept[1] if kept else None))
        self._arranged = None
        for dock in self._docks.values():
            dock.toggleViewAction().setEnabled(True)

    def turn_to(self, kind: Kind, settings: Settings) -> None:
        """Arranges the panes for another kind of work; how they stood for this one is remembered."""
        if kind.name == self.kind.name:
            return
        shown, study = self._shown, self._study
        if shown:
            self.keep(settings)
        self.kind, self._arranged, self._shown = kind, None, False
        if shown:
            self.show(settings, study)

    def restore(self) -> None:
        """The panes of this kind of work as they stand at first."""
        if self._shown:
            self._put(None)

    def _put(self, state: QByteArray | None) -> None:
        wide = self.kind.wide_below
        self._window.setCorner(Qt.Corner.BottomLeftCorner, _AREAS["bottom" if wide else "left"])
        self._window.setCorner(Qt.Corner.BottomRightCorner, _AREAS["bottom" if wide else "right"])
        if state is None or not self._window.restoreState(state):
            self._arrange()
            self._size()
            QTimer.singleShot(0, self._size)  # sizes hold only once the docks stand
        for name, dock in self._docks.items():
            if name in self._needless:
                dock.hide()
        self._clear_tabs()

    def _clear_tabs(self) -> None:
        """Tabs of panes that are all out of sight go too: Qt leaves them over the window when a layout is restored."""
        shown = {dock.windowTitle() for dock in self._docks.values() if not dock.isHidden()}
        for bar in self._tab_bars():
            if not shown.intersection(bar.tabText(n) for n in range(bar.count())):
                bar.move(-2 * bar.width(), -2 * bar.height())  # where Qt itself puts one that it has no use for
        self._name_tabs()

    def _tab_bars(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _arrange(self) -> None:
        """Every pane to its place in this kind of work, those of other kinds home and out of sight."""
        window, kind = self._window, self.kind
        sides = {"left": kind.left, "right": kind.right, "bottom": kind.below}
        first = [(name, area) for area, names in sides.items() for name in names if name in self._docks]
        placed = dict(first)
        for dock in self._docks.values():
            dock.hide()  # all at once in one place would make the window grow
        for name, area in [*first, *((name, at) for name, at in self._homes.items() if name not in placed)]:
            dock = self._docks[name]
            dock.setFloating(False)
            window.removeDockWidget(dock)
            window.addDockWidget(_AREAS[area], dock)
            dock.hide()
        for area, lead in (("bottom", kind.below[0]), ("right", kind.right[0])):
            for name, dock in self._docks.items():
                mine = placed.get(name, self._homes[name]) == area and name != lead
                if mine and (area == "bottom" or (name not in placed and name in self._beside)):
                    window.tabifyDockWidget(self._docks[lead], dock)
        for name in placed:
            self._docks[name].show()
        self._docks[kind.below[0]].raise_()

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
            settings.keep_layout(self.kind.name, self._window.saveGeometry(), self._window.saveState(), self._study)

    def forget(self) -> None:
        """Another project comes: how the panes stood in the last one is not its arrangement."""
        self._arranged = None

    def _size(self) -> None:
        docks, window, kind = self._docks, self._window, self.kind
        letter, width, height = window.fontMetrics().averageCharWidth(), window.width(), window.height()
        least, most = (letter * letters for letters in kind.letters)

        def wide(part: float) -> int:
            usual = max(least, min(most, round(width * part)))
            return max(usual, min(letter * 62, round(width * part * 0.64)))  # a large screen has room for names

        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        columns = [docks[kind.left[0]], docks[kind.right[0]]]
        window.resizeDocks(columns, [wide(kind.left_width), wide(kind.right_width)], horizontal)
        for names in (kind.left, kind.right):
            ends = [docks[name] for name in (names[0], names[-1])]
            if len(names) > 1:
                shares = kind.parts if names is kind.left else (0.55, 0.45)
                window.resizeDocks(ends, [round(height * share) for share in shares], vertical)
        window.resizeDocks([docks[kind.below[0]]], [round(height * kind.low)], vertical)

    # one of them

    def need(self, name: str, needed: bool) -> None:
        """Some panes stand only where there is something for them to show."""
        was = name not in self._needless
        if needed:
            self._needless.discard(name)
        else:
            self._needless.add(name)
        if was != needed and self._shown:
            self._docks[name].setVisible(needed and name in (*self.kind.left, *self.kind.right, *self.kind.below))
        self._docks[name].toggleViewAction().setVisible(needed)

    def raise_(self, name: str) -> None:
        """Brings a pane into sight and gives it the keys."""
        dock = self._docks[name]
        if not dock.isVisible():
            in_sight = ((other, at) for other, at in self._docks.items() if at.isVisible())
            self._stood = {other: at.height() + self._tabs_of(at) for other, at in in_sight}
        dock.show()
        dock.raise_()
        self._name_tabs()
        _begin_in(self._inside[name])

    def _name_tabs(self) -> None:
        """Tabs keep their whole names: where there are more than fit, they are walked by arrows, none is one letter."""
        for bar in self._tab_bars():
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)

    def give_height(self, name: str, share: float = 0.5) -> None:
        """Makes a low pane below the middle high enough to work in."""
        dock, height = self._docks[name], round(self._window.height() * share)
        if not dock.isFloating() and dock.height() < height:
            beside = {other.objectName() for other in self._window.tabifiedDockWidgets(dock)}
            stood = [height for other, height in self._stood.items() if other in beside]
            self._lower.setdefault(name, stood[0] if stood else dock.height() + self._tabs_of(dock))
            self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)

    def put_away(self, name: str) -> None:
        """Takes a pane out of sight; what shares its place comes up, and the text has the height back that it lent."""
        dock, before = self._docks[name], self._lower.pop(name, 0)
        beside = [other for other in self._window.tabifiedDockWidgets(dock) if not other.isHidden()]
        dock.hide()
        if before and beside:
            before -= self._tabs_of(beside[0])  # where they stay
            self._window.resizeDocks(beside[:1], [before], Qt.Orientation.Vertical)

    def _tabs_of(self, dock: QDockWidget) -> int:
        """How high the tabs are in which this pane has one; 0 where it stands alone."""
        if all(other.isHidden() for other in self._window.tabifiedDockWidgets(dock)):
            return 0
        named = [bar for bar in self._tab_bars() if dock.windowTitle() in (bar.tabText(n) for n in range(bar.count()))]
        return max((bar.height() for bar in named), default=0)

    def visible(self, name: str) -> bool:
        return self._docks[name].isVisible()

    def in_front(self, name: str) -> bool:
        """In sight, and not behind the tab of another."""
        return self.visible(name) and not self._docks[name].visibleRegion().isEmpty()

    def current(self) -> str:
        """The pane that has the keys; "" for the middle."""
        focus = QApplication.focusWidget()
        for name, dock in self._docks.items():
            if focus is not None and dock.isAncestorOf(focus):
                return name
        return ""

    def walk(self, by: int) -> None:
        """The keys go to the next pane in sight (1) or the one before (-1): left, middle, right, below.

        A message above the text is come to before the text is.
        """
        bars = {f"bar {n}": bar for n, bar in enumerate(self._bars) if bar.isVisible()}
        order = ["documents", "codes", *bars, "", "details", "document_codes", "definition", "segments", "find_all",
                 "document_table", "variables", "qualifiers", "splitting", "notebook", "bring",
                 "units", "questions",
                 "agreement", "ratings", "merge", "conflicts", "hand_out", "export", "history", "lost",
                 "help"]  # fmt: skip
        order += [name for name in self._docks if name not in order]
        there = [name for name in order if not name or name in bars or self.visible(name)]
        focus = QApplication.focusWidget()
        here = next((name for name, bar in bars.items() if focus and bar.isAncestorOf(focus)), self.current())
        place = there.index(here) if here in there else 0
        name = there[(place + by) % len(there)]
        if name in bars:
            bars[name].take_keys()
        elif name:
            self.raise_(name)
        else:
            self._middle.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _StaysInPane(QObject):
    """A button that is out of use while it works loses the keys; they stay in its pane, wherever Qt would lead them."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or new is None or old.isEnabled() or not old.isVisible():
            return
        pane = old.parentWidget()
        while pane is not None and not isinstance(pane, QDockWidget):
            pane = pane.parentWidget()
        if pane is not None and not pane.isAncestorOf(new) and pane.window() is new.window():
            _begin_in(pane.widget())


def _begin_in(panel: QWidget) -> None:
    """The keys go where the panel says, else to the first of its fields that can have them."""
    wanted = panel
    while (proxy := wanted.focusProxy()) is not None:
        wanted = proxy
    if wanted.isVisible() and wanted.isEnabled() and wanted.focusPolicy() & Qt.FocusPolicy.TabFocus:
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    # not along nextInFocusChain: PySide takes each for a child of the one before, and one that is freed takes the rest
    # with it
    tab = Qt.FocusPolicy.TabFocus
    fields = [field for field in panel.findChildren(QWidget) if field.focusPolicy() & tab and field.isEnabled()]
    # what only scrolls comes last: it does not show that it has the keys
    seen = sorted((f for f in fields if f.isVisible()), key=lambda f: isinstance(f, QScrollArea))
    if seen:
        seen[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
