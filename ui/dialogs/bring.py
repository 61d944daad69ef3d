"""Bringing sources in: what was chosen or dropped is read and shown first; then what is ticked comes in at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from coder.errors import CoderError
from coder.exchange.bring import bring_readable
from coder.exchange.prepare import FileChoices
from coder.exchange.pseudonym_key import key_file
from coder.exchange.study_people import Loaded
from coder.importers.pseudonyms import Replaced
from ui.models.incoming import ForAll, IncomingModel, Looked, Row, look, together
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.for_all import ForAllLine
from ui.widgets.incoming import Preview
from ui.widgets.lists import FilterLine, ListView, TypesToFilter
from ui.widgets.words import counted
from ui.workspace import Workspace


class IncomingList(ListView):
    """Sources to be ticked: Space for all selected, Enter brings in. wanted(): Enter. ticking(list, bool)."""

    wanted = Signal()
    ticking = Signal(object, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == self.State.EditingState
        if event.key() == Qt.Key.Key_Space and not editing:
            rows = self.rows_selected() or ([self.current_row()] if self.current_row() else [])
            self.ticking.emit(rows, not all(row.ticked for row in rows if row.failed is None))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class BringPanel(QWidget):
    """given_up(): there is nothing more to do here. files_wanted(), folder_wanted(). said(str), failed(CoderError)."""

    given_up = Signal()
    files_wanted = Signal()
    folder_wanted = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._theme = workspace, tasks, theme
        self.state = "empty"  # empty, reading, ready, done
        self._waits: list[Path] = []  # to be read when other work is over
        self._how: dict[Path, FileChoices] = {}
        self._paths: list[Path] = []
        self._every = ForAll()
        self._stories_here: dict[UUID, str] = {}
        self._replaced: list[Replaced] = []
        self._redone: list[Row] = []  # rows that what is read takes the place of
        self._reading = False
        self.report = ""
        self._build()
        self._connect()
        self.begin()

    # building

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.head, self.under = QLabel(), QLabel()
        font = QFont(self.head.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.head.setFont(font)
        for label in (self.head, self.under):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.model = IncomingModel(self._theme, self)
        self.list = IncomingList(self.model, self._theme)
        self.list.setAccessibleName(self.tr("Sources to be brought in"))
        self.filter = FilterLine(self._theme, self.tr("Filter the sources"))
        TypesToFilter(self.list, self.filter)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.preview = Preview(self._theme)
        self.for_all = ForAllLine(self._theme)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(left)
        self.split.addWidget(self.preview)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 4, step * 3, step * 4, step * 3)
        layout.setSpacing(step * 2)
        layout.addWidget(self.head)
        layout.addWidget(self.under)
        layout.addWidget(self.for_all)
        layout.addWidget(self.split, 1)
        layout.addLayout(self._buttons(step))
        layout.addStretch(0)
        self._size_columns()

    def _buttons(self, step: int) -> QHBoxLayout:
        icon = self._theme.icon
        self.files = QPushButton(icon("import"), self.tr("Choose files…"))
        self.folder = QPushButton(icon("folder"), self.tr("Choose a folder…"))
        self.copy = QPushButton(icon("copy"), self.tr("Copy the report"))
        self.save = QPushButton(icon("save"), self.tr("Save the report…"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.bring = QPushButton()
        self.bring.setDefault(True)
        self.bring.setAutoDefault(True)
        line = QHBoxLayout()
        line.setSpacing(step * 2)
        for button in (self.files, self.folder, self.copy, self.save):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.cancel)
        line.addWidget(self.bring)
        return line

    def _size_columns(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, letters in enumerate((36, 28, 10, 12, 14, 12)):
            self.list.header().resizeSection(n, letter * letters)

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(letter * 120, letter * 40)

    def minimumSizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(letter * 60, letter * 12)

    def _connect(self) -> None:
        self.files.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.bring.clicked.connect(self.bring_in)
        self.cancel.clicked.connect(self.give_up)
        self.copy.clicked.connect(self.copy_report)
        self.save.clicked.connect(self.choose_report)
        self.filter.textChanged.connect(self.list.proxy.filter)
        self.filter.left.connect(self.list.setFocus)
        self.list.wanted.connect(self._go_ahead)
        self.list.ticking.connect(self.model.tick)
        self.list.row_reached.connect(self._show_chosen)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self.model.ticks_changed.connect(self._count)
        self.preview.how_wanted.connect(self._read_so)
        self.preview.variables_wanted.connect(self._give)
        self.for_all.wanted.connect(self._read_all)
        self.for_all.failed.connect(self.failed)
        self._tasks.stopped.connect(self._go_on)
        self._tasks.failed.connect(self._on_failed)
        self._workspace.opened.connect(self.begin)
        self._workspace.closed.connect(self.begin)
        self._workspace.state_changed.connect(self._count)

    # reading

    def begin(self) -> None:
        """Nothing chosen yet."""
        self._waits, self._redone, self._reading, self.report = [], [], False, ""
        self._how, self._paths, self._every, self._stories_here, self._replaced = {}, [], ForAll(), {}, []
        self.for_all.clear()
        self.model.replace([])
        self._tell(
            "empty", self.tr("Drop files or folders on the window, or choose them."),
            self.tr("You see what they hold before anything comes in. The files themselves are only read."),
        )  # fmt: skip

    def look_at(self, paths: Sequence[Path]) -> None:
        """Reads files and folders and shows them; more may be added to those shown."""
        if not paths or not self._workspace.writable or self._workspace.is_package:
            return
        if self.state == "done":
            self.begin()
        new = [path for path in dict.fromkeys(paths) if path not in {row.path for row in self.model.rows}]
        self._paths += [path for path in new if path not in self._paths]
        # reprints are found among all, so all are read together
        if self._every.stories and len(self.model.rows):
            self._read_all(self._every)
        else:
            self._read(new, [])

    def _read_all(self, every: ForAll) -> None:
        """Reads everything anew, with other choices for all files."""
        self._every = every
        self._replaced, self._stories_here = [], {}
        self._read(self._paths, list(self.model.rows))

    def _read(self, wanted: Sequence[Path], instead_of: Sequence[Row]) -> None:
        if not wanted:
            return
        if self._tasks.busy:
            self._waits += wanted
            self._redone += instead_of
            self._tell("reading", self.tr("Waiting for: {}").format(self._tasks.words), "")
            return
        project, todo, redone = self._workspace.project, list(wanted), {row.key for row in instead_of}
        how, every = dict(self._how), self._every
        self._reading = True
        self._tell("reading", self.tr("Reading…"), self.tr("Nothing is written yet."))
        self._tasks.run(
            self.tr("Reading sources"), lambda tick: look(project, todo, how, every, tick),
            lambda looked: self._take(looked, redone),
        )  # fmt: skip

    def _go_on(self) -> None:
        """Other work is over: what waited is read."""
        if self._waits:
            wanted, redone = self._waits, self._redone
            self._waits, self._redone = [], []
            self._read(wanted, redone)

    def _on_failed(self, _error: object) -> None:
        """Reading was stopped; what was read before that stays."""
        if self._reading and not self._tasks.busy:
            self._reading = False
            if len(self.model.rows):
                self._tell_ready()
            else:
                self.begin()

    def _take(self, looked: Looked, redone: set[int]) -> None:
        """Rows that were read: at the end, or where those stood that were read anew."""
        self._reading = False
        rows = looked.rows
        self._stories_here |= looked.stories_here
        gone = {row.source.name for row in self.model.rows if row.key in redone and row.source is not None}
        self._replaced = [r for r in self._replaced if r.document not in gone] + looked.replaced
        old = list(self.model.rows)
        place = next((n for n, row in enumerate(old) if row.key in redone), len(old))
        before = {(row.path, n): row for n, row in _numbered([r for r in old if r.key in redone])}
        for n, row in _numbered(rows):
            if (was := before.get((row.path, n))) is not None:
                row.given_name, row.given = was.given_name, was.given
                row.ticked = row.ticked and (was.ticked or was.failed is not None)
        kept_before = [row for row in old[:place] if row.key not in redone]
        kept_after = [row for row in old[place:] if row.key not in redone]
        self.model.replace([*kept_before, *rows, *kept_after])
        self._tell_ready()
        if rows:
            self.list.select_key(rows[0].key)
        self._show_chosen()
        if redone:
            return
        if self.list.hasFocus() or not any(w.hasFocus() for w in (self.filter, self.preview.text)):
            (self.bring if self.bring.isEnabled() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_so(self, wish: dict[str, Any]) -> None:
        """Reads the chosen files anew, those whose format knows the choice."""
        ((choice, value),) = wish.items()
        paths = list(dict.fromkeys(row.path for row in self.preview.rows if row.takes(choice)))
        for path in paths:
            self._how[path] = replace(self._how.get(path, FileChoices()), **{choice: value})
        self._read(paths, [row for row in self.model.rows if row.path in set(paths)])

    def _give(self, variables: dict[str, str]) -> None:
        for row in self.preview.rows:
            if row.source is not None:
                row.given |= variables
                self.model.repaint(row)
        self._show_chosen()

    # bringing in

    def _go_ahead(self) -> None:
        """Enter: the button that has the keys, else what is to be done next."""
        buttons = (self.files, self.folder, self.copy, self.save, self.cancel)
        focused = next((button for button in buttons if button.hasFocus()), None)
        if focused is not None:
            focused.click()
        elif self.state == "ready":
            self.bring_in()
        else:
            self.give_up()

    def chosen(self) -> list[Row]:
        return [row for row in self.model.rows if row.ticked]

    def bring_in(self) -> None:
        """Brings in what is ticked, in one change."""
        if self.state != "ready" or not self.bring.isEnabled():
            return
        rows = self.chosen()
        read = together(rows, self._stories_here)
        names = read.names()
        came = {row.source.name for row in rows if row.source is not None}
        replaced = [r for r in self._replaced if r.document in came]
        try:
            with key_file(self.for_all.key, replaced):
                loaded = bring_readable(self._workspace.attempt, read, people={}, variables=())
        except CoderError as error:
            self.failed.emit(error)
            return
        broken = {f.file: f for f in read.failed}
        for row in rows:
            if row.study is not None and row.study.name in broken:
                row.failed, row.study, row.ticked = broken[row.study.name], None, False
        bad = [row for row in self.model.rows if row.failed is not None]
        self.report = self._words_of_report(names, loaded, bad)
        self.model.replace(bad)
        self._tell_done(loaded, bad)
        (self.list if bad else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _words_of_report(self, names: Sequence[str], loaded: Loaded, bad: Sequence[Row]) -> str:
        failed = {row.failed.file for row in bad if row.failed}
        lines = [self._words_on(loaded), "", *(name for name in names if name not in failed)]
        for title, told in (
            (self.tr("Not brought in"), [f"{r.name}: {r.failed.why} {r.failed.advice}" for r in bad if r.failed]),
            (self.tr("Remarks"), loaded.warnings),
        ):
            if told:
                lines += ["", title, *told]
        return "\n".join(lines) + "\n"

    def _words_on(self, loaded: Loaded) -> str:
        added, codings, same = loaded.added["documents"], loaded.added["codings"], loaded.same["documents"]
        said = [counted(added, self.tr("1 document added."), self.tr("%n documents added.", "", added))]
        if codings:
            said.append(counted(codings, self.tr("1 coded segment added."),
                                self.tr("%n coded segments added.", "", codings)))  # fmt: skip
        if same:
            said.append(counted(same, self.tr("1 document was here already."),
                                self.tr("%n documents were here already.", "", same)))  # fmt: skip
        return " ".join(said)

    def give_up(self) -> None:
        """Nothing of what is shown comes in; reading is stopped."""
        if self._reading:
            self._tasks.cancel()
        self.begin()
        self.given_up.emit()

    # the report

    def copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.said.emit(self.tr("The report is copied."))

    def choose_report(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save the report"), "", self.tr("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("import.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_report)
        dialog.open()

    def save_report(self, name: str) -> None:
        path = Path(name)
        try:
            path.write_text(self.report, "utf-8")
        except OSError as error:
            words = self.tr("“{name}” cannot be written: {why}.").format(name=path.name, why=error.strerror)
            self.failed.emit(CoderError(words, self.tr("Choose another folder.")))
            return
        self.said.emit(self.tr("Wrote {}.").format(path.name))

    # telling

    def _tell(self, state: str, head: str, under: str) -> None:
        self.state = state
        self.head.setText(head)
        self.under.setText(under)
        self.under.setVisible(bool(under))
        self.split.setVisible(len(self.model.rows) > 0)
        self.split.setEnabled(state != "reading")
        self.for_all.setVisible(len(self.model.rows) > 0 and state != "done")
        self.for_all.setEnabled(state != "reading")
        for button in (self.copy, self.save):
            button.setVisible(state == "done")
        self.cancel.setVisible(state != "empty")
        self.cancel.setText(self.tr("Close") if state == "done" else self.tr("Cancel"))
        self.preview.setVisible(state != "done")
        self._count()

    def _tell_ready(self) -> None:
        rows = list(self.model.rows)
        good, bad = sum(r.failed is None for r in rows), sum(r.failed is not None for r in rows)
        odd = sum(r.twin is not None for r in rows)
        head = [counted(good, self.tr("1 source can be brought in."),
                        self.tr("%n sources can be brought in.", "", good))]  # fmt: skip
        if bad:
            head.append(counted(bad, self.tr("1 cannot."), self.tr("%n cannot.", "", bad)))
        under = [self.tr("Nothing is written yet. Space ticks, F2 renames, Enter brings in, Esc gives up.")]
        if odd:
            one = self.tr("1 is in the project already or has the text of another.")
            many = self.tr("%n are in the project already or have the text of another.", "", odd)
            under.append(counted(odd, one, many))
        self._tell("ready", " ".join(head), " ".join(under))

    def _tell_done(self, loaded: Loaded, bad: Sequence[Row]) -> None:
        words = self._words_on(loaded)
        under = ""
        if bad:
            one = self.tr("1 file could not be brought in; it stays listed with what to do.")
            many = self.tr("%n files could not be brought in; they stay listed with what to do.", "", len(bad))
            under = counted(len(bad), one, many)
        elif loaded.warnings:
            under = self.tr("The report holds remarks.")
        self._tell("done", words, under)
        self.said.emit(words)

    def _count(self) -> None:
        n = len(self.chosen())
        one, many = self.tr("Import 1 document"), self.tr("Import %n documents", "", n)
        self.bring.setText(counted(n, one, many) if n else self.tr("Import"))
        self.bring.setVisible(self.state in ("ready", "reading"))
        writable = self._workspace.writable and not self._workspace.is_package
        self.bring.setEnabled(self.state == "ready" and n > 0 and writable)
        for button in (self.files, self.folder):
            button.setEnabled(self.state != "reading" and writable)

    def _show_chosen(self, *_: Any) -> None:
        row = self.list.current_row()
        rows = self.list.rows_selected() or ([row] if row is not None else [])
        self.for_all.show_file(row.path.name if row is not None else "")
        self.preview.show_rows(row, rows, self.model.remarks(row) if row is not None else ())

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.state != "empty":
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state in ("ready", "done"):
            self._go_ahead()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """The keys go to what is to be done next."""
        super().focusInEvent(event)
        first: QWidget = self.files
        if self.state == "ready":
            first = self.bring if self.bring.isEnabled() else self.list
        elif self.state == "done":
            first = self.list if len(self.model.rows) else self.cancel
        first.setFocus(event.reason())


def _numbered(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """Each row with its number among those of its file."""
    seen: dict[Path, int] = {}
    found = []
    for row in rows:
        n = seen.get(row.path, 0)
        seen[row.path] = n + 1
        found.append((n, row))
    return found
