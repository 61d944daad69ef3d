"""The first page: who you are, projects opened before, a new one, another one, the demo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ui.settings import Recent, Settings
from ui.theme import Theme
from ui.widgets.pages import Page


class StartPage(Page):
    """new_wanted(), open_wanted(), demo_wanted(); recent_chosen(Path)."""

    new_wanted = Signal()
    open_wanted = Signal()
    demo_wanted = Signal()
    recent_chosen = Signal(object)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 66, parent)
        self._settings = settings
        self.name = QLineEdit()
        self.fill()

    def fill(self) -> None:
        """Writes the page anew: recent projects change."""
        kept = self.name.text()
        self.clear()
        self.heading(self.tr("Intercoder"), 2.2)
        self.words(self.tr("Read, code, and agree, together."))
        self.gap(3)
        self._ask_name(kept)
        self.gap(3)
        first = self.button(
            "new", self.tr("New project"), self.tr("One file for documents, codebook and coded segments"),
            self.new_wanted.emit,
        )  # fmt: skip
        self.button(
            "open", self.tr("Open a project"), self.tr("Or a coder package that you were sent"), self.open_wanted.emit
        )
        self.button(
            "demo", self.tr("Look at the demo"),
            self.tr("An invented study, coded by three people, to try everything on"), self.demo_wanted.emit,
        )  # fmt: skip
        if recent := self._settings.recent:
            self.gap(3)
            self.heading(self.tr("Opened before"), 1.0)
            for project in recent:
                self.column.addWidget(self._recent(project))
        self.column.addStretch()
        self.setFocusProxy(first if self.name.text() else self.name)

    def _ask_name(self, kept: str) -> None:
        line = QHBoxLayout()
        label = QLabel(self.tr("You are"))
        self.name = QLineEdit(kept or self._settings.name)
        self.name.setPlaceholderText(self.tr("your name, as your team knows it"))
        self.name.setMaximumWidth(round(self.step * 70))
        self.name.editingFinished.connect(self.keep_name)
        label.setBuddy(self.name)
        line.addWidget(label)
        line.addWidget(self.name, 1)
        line.addStretch()
        self.column.addLayout(line)

    def keep_name(self) -> None:
        """Remembers who sits here."""
        if name := self.name.text().strip():
            self._settings.name = name

    def _recent(self, project: Recent) -> QWidget:
        button = RecentButton(project, self.theme)
        button.clicked.connect(lambda: self.recent_chosen.emit(project.path))
        return button


class RecentButton(QToolButton):
    """One project opened before: its title, where it lies, who coded and how far."""

    def __init__(self, project: Recent, theme: Theme) -> None:
        super().__init__()
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(str(project.path))
        self.setAccessibleName(project.title or project.path.stem)
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        step = round(theme.step(self.font()))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(step * 2, step, step * 2, step)
        lines.setSpacing(0)
        title = QLabel(project.title or project.path.stem)
        font = QFont(title.font())
        font.setWeight(QFont.Weight.Medium)
        title.setFont(font)
        state = QLabel(" · ".join(part for part in (self._state(project), _short(project.path)) if part))
        state.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (title, state):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(1)
            room = self.fontMetrics().averageCharWidth() * 60
            label.setText(label.fontMetrics().elidedText(label.text(), Qt.TextElideMode.ElideMiddle, room))
            lines.addWidget(label)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def _state(self, project: Recent) -> str:
        if not project.documents:
            return project.coder
        counts = self.tr("{finished} of {all} finished").format(finished=project.finished, all=project.documents)
        return f"{project.coder} · {counts}" if project.coder else counts


def _short(file: Path) -> str:
    try:
        return (Path("~") / file.relative_to(Path.home())).as_posix()
    except ValueError:
        return str(file)


class EmptyProjectPage(Page):
    """An open project without documents says the next steps, each a button."""

    sources_wanted = Signal()
    codebook_wanted = Signal()
    demo_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 66, parent)
        self.setAccessibleName(self.tr("A project without documents"))
        self.show_title("", has_codes=False)

    def show_title(self, title: str, *, has_codes: bool, writable: bool = True) -> None:
        """Writes the page anew."""
        self.clear()
        self.heading(title, 1.7)
        self.words(self.tr("This project has no documents yet."))
        self.gap(3)
        if not writable:
            self.column.addStretch()
            return
        self.button(
            "import", self.tr("Add sources"),
            self.tr("Word, PDF, web pages, text; or drop files and folders on this window"), self.sources_wanted.emit,
        )  # fmt: skip
        words = (
            self.tr("The codebook is there; another file adds to it and changes it")
            if has_codes
            else self.tr("Codes with definitions, rules and examples, from a file readable by hand")
        )
        self.button("codebook", self.tr("Load a codebook"), words, self.codebook_wanted.emit)
        self.button(
            "demo", self.tr("Look at the demo"), self.tr("See a study as it looks when it is coded"),
            self.demo_wanted.emit,
        )  # fmt: skip
        self.column.addStretch()
