"""The window itself: menus, the bar for messages, the page in the middle, the line below.

It paints with Qt alone; everything that knows the core's storage comes with the `Room` after the first paint.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QActionGroup,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coder import __version__
from coder.errors import Cancelled, CoderError
from ui.actions import Commands
from ui.dialogs.start import StartPage
from ui.document.keys import as_latin
from ui.document.messages import MessageBar
from ui.errors import Watch
from ui.language import LANGUAGES, in_words
from ui.settings import Settings
from ui.tabbing import step
from ui.tasks import Tasks, Tick
from ui.theme import Theme, system_theme, theme_names
from ui.widgets.status import StatusLine
from ui.widgets.switch import Switch
from ui.workspace import Workspace

if TYPE_CHECKING:
    from ui.room import Room

# What the room stands on; read on the worker, so that the window answers meanwhile.
_CORE = ("coder.project", "coder.codebook", "coder.coding", "coder.assignments", "coder.history", "coder.importers")
_TEXT_STEP = 1.1


class MainWindow(QMainWindow):
    """painted(): for the first time. furnished(): everything is there, the project open, if one was asked for."""

    painted = Signal()
    furnished = Signal()

    def __init__(self, settings: Settings, theme: Theme, watch: Watch) -> None:
        super().__init__()
        self.settings, self.theme = settings, theme
        self.workspace = Workspace(self)
        self.tasks = Tasks(self)
        self.room: Room | None = None
        self.exit_status = 0
        self._asked: tuple[Path | None, str | None] = (None, None)
        self._painted = False
        self.setAcceptDrops(True)
        self._build()
        self._connect(watch)

    def _build(self) -> None:
        self.setWindowTitle("Intercoder")
        self.commands = Commands(self, self.theme)
        self.bar = MessageBar(self.theme)
        self.pages = QStackedWidget()
        self.start = StartPage(self.settings, self.theme)
        self.pages.addWidget(self.start)
        self.line = StatusLine(self.theme)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(middle)
        self.setStatusBar(self.line)
        self._build_corner()
        self._build_themes()
        self._build_languages()
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 190, letter * 118)
        if (kept := self.settings.layout("read")) is not None:
            self.restoreGeometry(kept[0])

    def _build_corner(self) -> None:
        """What is wanted at any time stands right of the menus: look, and who codes."""
        corner = self._corner = QWidget(self.menuBar())
        line = QHBoxLayout(corner)
        step = round(self.theme.step(self.font()))
        line.setContentsMargins(0, 0, step * 2, 0)
        said, icon, native = self.tr("{work} ({key})"), self.theme.icon, QKeySequence.SequenceFormat.NativeText
        self.work = Switch(
            (name, word, said.format(work=act.text(), key=act.shortcut().toString(native)), icon(sign))
            for name, word, sign, act in (
                ("read", self.tr("Read"), "read", self.commands["work_read"]),
                ("compare", self.tr("Compare"), "compare", self.commands["work_compare"]),
                ("analyse", self.tr("Analyse"), "analyse", self.commands["work_analyse"]),
            )
        )  # fmt: skip
        self.work.hide()
        line.addWidget(self.work)
        self.look, self.who = QToolButton(), QToolButton()
        self.look.setIcon(self.theme.icon("theme"))
        self.look.setToolTip(self.tr("Light or dark"))
        self.look.setAccessibleName(self.tr("Light or dark"))
        self.look.clicked.connect(lambda: self.use_theme("light" if self.theme.dark else "dark"))
        self.who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.who.setToolTip(self.tr("Who codes"))
        self.who.setAutoRaise(True)
        self.who.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.who.hide()
        line.addWidget(self.look)
        line.addWidget(self.who)
        self.menuBar().setCornerWidget(corner)

    def _build_themes(self) -> None:
        menu = self.commands.menus["view"]
        self._themes = menu.addMenu(self.theme.icon("theme"), self.tr("Colours"))
        group = QActionGroup(self)
        names = {"": self.tr("As the system"), "light": self.tr("Light", "colours"), "dark": self.tr("Dark")}
        for name in ("", *theme_names()):
            action = self._themes.addAction(names.get(name, self.tr("High contrast")))
            action.setCheckable(True)
            action.setChecked(name == self.settings.theme)
            group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self.use_theme(name))

    def _build_languages(self) -> None:
        menu = self.commands.menus["view"].addMenu(self.tr("Language"))
        group = QActionGroup(self)
        for name, words in {"": self.tr("As the system"), **LANGUAGES}.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(name == self.settings.language)
            group.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self._use_language(name))

    def _use_language(self, name: str) -> None:
        """Keeps the language; the window that stands was built in another, so it is spoken from the next start."""
        if name != self.settings.language:
            self.settings.language = name
            self.line.say(self.tr("The language changes when Intercoder is started next."))

    def _connect(self, watch: Watch) -> None:
        watch.mended.connect(self.tell_error)
        watch.bug.connect(self._tell_bug)
        self.workspace.failed.connect(self.tell_error)
        self.workspace.said.connect(self.line.say)
        self.tasks.failed.connect(self.tell_error)
        self.tasks.started.connect(self.line.begin)
        self.tasks.progressed.connect(self.line.progress)
        self.tasks.stopped.connect(self.line.end)
        self.line.cancel_wanted.connect(self.tasks.cancel)
        self.commands.bind(
            quit=self.close, about=self._about, larger_text=lambda: self._scale(_TEXT_STEP),
            smaller_text=lambda: self._scale(1 / _TEXT_STEP), normal_text=lambda: self._scale(None),
        )  # fmt: skip

    def show_who(self, name: str) -> None:
        """Who codes, in the corner; "" for nobody."""
        if self.who.text().removesuffix(" ▾") != name or self.who.isHidden() == bool(name):
            self.who.setText(f"{name} ▾" if name else "")
            self.who.setVisible(bool(name))
            self._measure_corner()

    def show_work(self, there: bool) -> None:
        """The kinds of work in the corner, while there is a project to work on."""
        if self.work.isHidden() == there:
            self.work.setVisible(there)
            self._measure_corner()

    def _measure_corner(self) -> None:
        """The bar measures its corner only when it is set; the menus come before the words of the switch."""
        bar = self.menuBar()
        self.work.only_icons(False)
        self._corner.adjustSize()
        menus = bar.actionGeometry(bar.actions()[-1])
        room = bar.width() - (menus.right() if bar.isLeftToRight() else bar.width() - menus.left())
        self.work.only_icons(self._corner.sizeHint().width() > room)
        self._corner.adjustSize()
        bar.setCornerWidget(self._corner)
        self._corner.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and not self.work.isHidden():
            self._measure_corner()

    # the first paint, and what comes after it

    def begin(self, project: Path | None, reveal: str | None = None) -> None:
        """Says what is to be opened once the window stands."""
        self._asked = (project, reveal)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.painted.emit()

        def read(_tick: Tick) -> None:
            for name in _CORE:
                importlib.import_module(name)

        self.tasks.run(self.tr("Starting"), read, lambda _: self._furnish())

    def _furnish(self) -> None:
        from ui.room import Room

        self.room = Room(self)
        project, reveal = self._asked
        if project is not None and not self.room.sitting.open(project, reveal):
            self.exit_status = CoderError.exit_code
        self.furnished.emit()

    # telling

    def tell_error(self, error: CoderError) -> None:
        """One calm sentence with what to do."""
        if isinstance(error, Cancelled):
            self.line.say(self.tr("Stopped; nothing was changed."))
        else:
            self.bar.show_message(in_words(error.message), in_words(error.advice), kind="warning")

    def _tell_bug(self, details: str) -> None:
        self.bar.show_message(
            self.tr("Something went wrong in the program. What you see in the lists is saved."),
            self.tr("Go on working, or close and open the project. The details help us to mend it."),
            details=details[-6000:], kind="error",
        )  # fmt: skip

    def _about(self) -> None:
        words = self.tr("Intercoder {}: read, code, and agree, together.").format(__version__)
        self.bar.show_message(words, self.tr("Free software under the MIT licence. Your files stay on your machine."))

    # the look

    def use_theme(self, name: str) -> None:
        """Switches the colours; "" follows the system."""
        self.settings.theme = name
        self.theme.use(name or system_theme())
        for action, kept in zip(self._themes.actions(), ("", *theme_names()), strict=True):
            action.setChecked(kept == name)

    def _scale(self, by: float | None) -> None:
        self.theme.set_reading(scale=1.0 if by is None else self.theme.reading_scale * by)
        self.settings.text_scale = self.theme.reading_scale

    # files dropped on the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.room is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if self.room is not None and paths:
            event.acceptProposedAction()
            self.room.take_files(paths)

    # keys that nobody else wanted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keys; some desktops leave that to Space. Esc leaves a pane.

        Ctrl+Я is Ctrl+Z where the Russian layout is the only one.
        """
        button, enter = QApplication.focusWidget(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(button, QPushButton | QToolButton):
            button.click()
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            # as the key with the menu on it, which not every keyboard has; Windows does so itself
            asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
            QApplication.sendEvent(self.windowHandle(), asked)
        elif event.key() == Qt.Key.Key_Escape and self.room is not None and self.room.back_to_text():
            return
        elif (latin := as_latin(event)) is None or not self.commands.press(latin):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self, next)  # what stands in no pane

    # the end

    def closeEvent(self, event: QCloseEvent) -> None:
        self.tasks.finish()
        if self.room is not None:
            self.room.sitting.leave()
        self.start.keep_name()
        self.workspace.close()
        self.settings.sync()
        super().closeEvent(event)

    def event(self, event: Any) -> bool:
        # the platform went from light to dark while the window follows it
        if event.type() == event.Type.ApplicationPaletteChange and not self.settings.theme and self._painted:
            QTimer.singleShot(0, self._follow_system)
        return super().event(event)

    def _follow_system(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self.settings.theme and self.theme.name != system_theme():
            self.theme.use(system_theme())
