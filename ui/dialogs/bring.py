"""Bringing sources in: what was chosen or dropped is read and shown first; then what is ticked comes in at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coder.exchange.prepare import FileChoices
from coder.importers.pseudonyms import Replaced
from ui.models.brought import Batch, BringWords, Brought, bring
from ui.models.incoming import ForAll, IncomingModel, Looked, Row, fit_table, table_for, together
from ui.models.incoming_queue import Queue, Wish, keep_choices, only_new
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.for_all import ForAllLine
from ui.widgets.incoming import Preview
from ui.widgets.incoming_list import IncomingList
from ui.widgets.lists import FilterLine
from ui.widgets.report_line import ReportLine
from ui.widgets.words import counted
from ui.workspace import Workspace


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
        self.state = "empty"  # empty, reading, ready, bringing, done
        self.queue = Queue(workspace, tasks, self)
        self._words = BringWords(self)
        self._stories_here: dict[UUID, str] = {}
        self._replaced: list[Replaced] = []
        self._names_here: list[str] = []
        self._stopped = False  # giving up while it is written: the pane goes when that has stopped
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
        self.split.setMinimumHeight(self.fontMetrics().lineSpacing() * 12)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(step * 2)
        for widget in (self.head, self.under, self.for_all):
            column.addWidget(widget)
        column.addWidget(self.split, 1)
        column.addStretch(0)
        # a low pane scrolls; the buttons stay in sight
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 4, step * 3, step * 4, step * 3)
        layout.setSpacing(step * 2)
        layout.addWidget(area, 1)
        layout.addLayout(self._buttons(step))
        self._size_columns()

    def _buttons(self, step: int) -> QHBoxLayout:
        icon = self._theme.icon
        self.files = QPushButton(icon("import"), self.tr("Choose files…"))
        self.folder = QPushButton(icon("folder"), self.tr("Choose a folder…"))
        self.report = ReportLine(self._theme, "import.txt")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.bring = QPushButton()
        self.bring.setDefault(True)
        self.bring.setAutoDefault(True)
        line = QHBoxLayout()
        line.setSpacing(step * 2)
        left = QWidget()
        flow = Flow(left, gap=step * 2)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.files, self.folder, self.report):
            flow.addWidget(button)
        line.addWidget(left, 1)
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
        self.report.said.connect(self.said)
        self.report.failed.connect(self.failed)
        self.list.filter_by(self.filter)
        self.list.wanted.connect(self._go_ahead)
        self.list.ticking.connect(self.model.tick)
        self.list.row_reached.connect(self._show_chosen)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self.model.ticks_changed.connect(self._on_ticks)
        self.model.renamed.connect(self._on_ticks)
        self.preview.how_wanted.connect(self._read_so)
        self.preview.version_wanted.connect(self._make_version)
        self.preview.variables_wanted.connect(self._give)
        self.for_all.wanted.connect(self._read_all)
        self.for_all.table_changed.connect(self._on_ticks)
        self.for_all.failed.connect(self.failed)
        self.queue.begun.connect(self._on_begun)
        self.queue.waiting.connect(self._on_waiting)
        self.queue.took.connect(self._take)
        self.queue.stopped.connect(self._on_stopped)
        self._tasks.failed.connect(self._on_failed)
        self._workspace.opened.connect(self.begin)
        self._workspace.closed.connect(self.begin)
        self._workspace.state_changed.connect(self._count)

    # reading

    def begin(self) -> None:
        """Nothing chosen yet."""
        self.queue.clear()
        self._stories_here, self._replaced, self._names_here = {}, [], []
        self.for_all.clear()
        self.model.replace([])
        self._tell(
            "empty", self.tr("Drop files or folders on the window, or choose them."),
            self.tr("You see what they hold before anything comes in. The files themselves are only read."),
        )  # fmt: skip

    def look_at(self, paths: Sequence[Path]) -> None:
        """Reads files and folders and shows them; more may be added to those shown, also while they are read."""
        if not paths or not self._workspace.writable or self._workspace.is_package or self.state == "bringing":
            return
        if self.state == "done":
            self.begin()
        shown = {row.path for row in self.model.rows}
        self.queue.add([path for path in paths if path not in shown])

    def _read_all(self, every: ForAll) -> None:
        """Reads everything anew, with other choices for all files."""
        self.queue.want(Wish([], every=every, everything=True))

    def _read_so(self, wish: dict[str, Any]) -> None:
        """Reads the chosen files anew, those whose format knows the choice."""
        ((choice, value),) = wish.items()
        paths = list(dict.fromkeys(row.path for row in self.preview.rows if row.takes(choice)))
        how = {path: replace(self.queue.how.get(path, FileChoices()), **{choice: value}) for path in paths}
        redone = frozenset(row.key for row in self.model.rows if row.path in how)
        if paths:
            self.queue.want(Wish(paths, redone, how))

    def _on_begun(self) -> None:
        self._tell("reading", self.tr("Reading…"), self.tr("Nothing is written yet."))

    def _on_waiting(self, words: str) -> None:
        self._tell("reading", self.tr("Waiting for: {}").format(words), "")

    def _on_stopped(self) -> None:
        """Reading was stopped; what was read before that stays as it was shown."""
        if not len(self.model.rows):
            self.begin()
            return
        self._tell_ready()
        self.for_all.show_choices(self.queue.every)
        self._show_chosen()

    def _take(self, wish: Wish, looked: Looked) -> None:
        """Rows that were read: at the end, or where those stood that were read anew."""
        old = list(self.model.rows)
        redone = {row.key for row in old} if wish.everything else wish.redone
        rows = only_new(looked.rows, [row for row in old if row.key not in redone])
        self._stories_here = looked.stories_here | ({} if wish.everything else self._stories_here)
        gone = {row.source.name for row in old if row.key in redone and row.source is not None}
        self._replaced = [r for r in self._replaced if r.document not in gone] + looked.replaced
        self._names_here = looked.names_here
        place = next((n for n, row in enumerate(old) if row.key in redone), len(old))
        keep_choices([row for row in old if row.key in redone], rows)
        kept_before = [row for row in old[:place] if row.key not in redone]
        kept_after = [row for row in old[place:] if row.key not in redone]
        if any(row.is_pdf for row in rows):
            self.preview.show_languages(looked.languages)
        self.model.replace([*kept_before, *rows, *kept_after])
        self._fit_table()
        if rows and (redone or not old):
            self.list.select_key(rows[0].key)
        if self.queue.waits:
            self._count()
            return
        self._tell_ready()
        self._show_chosen()
        busy_at = (self.filter, self.preview.text, self.for_all.pattern, self.list)
        if (not redone and not any(widget.hasFocus() for widget in busy_at)) or self._lost_focus():
            (self.bring if self.bring.isEnabled() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lost_focus(self) -> bool:
        """Did what had the keys go with the reading? They come back to the pane."""
        focused = QApplication.focusWidget()
        return self.isVisible() and (focused is None or focused is self)

    def _give(self, variables: dict[str, str]) -> None:
        for row in self.preview.rows:
            if row.source is not None:
                row.given |= variables
                self.model.repaint(row)
        self._show_chosen()

    def _make_version(self, version: bool) -> None:
        """The chosen ones become new versions of the documents they resemble, or documents of their own."""
        for row in self.preview.rows:
            if row.older is None:
                continue
            row.version = version
            for other in self.model.rows if version else ():
                # one document, one new version
                other.version = other.version and (other is row or other.older != row.older)
        self.model.repaint_all()
        self._on_ticks()

    # bringing in

    def _go_ahead(self) -> None:
        """Enter: the button that has the keys, else what is to be done next."""
        buttons = (self.files, self.folder, self.report.copy, self.report.save, self.cancel)
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
        """Brings in what is ticked, in one change, on the worker; nobody else writes meanwhile."""
        if self.state != "ready" or not self.bring.isEnabled():
            return
        if self._tasks.busy:
            self.said.emit(self.tr("One thing at a time: {}").format(self._tasks.words))
            return
        rows, workspace, project = self.chosen(), self._workspace, self._workspace.project
        came = {row.source.name for row in rows if row.source is not None}
        batch = Batch(
            together(rows, self._stories_here), self.for_all.key, [r for r in self._replaced if r.document in came],
            table_for(rows, self.for_all.table),
        )  # fmt: skip
        workspace.hold(True)
        self._tasks.stopped.connect(partial(workspace.hold, False), Qt.ConnectionType.SingleShotConnection)
        self._tell("bringing", self.tr("Bringing in…"), self.tr("It can be stopped, and leaves nothing then."))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tasks.run(self.tr("Bringing in sources"), lambda tick: bring(project, batch, tick), self._on_brought)

    def _on_brought(self, brought: Brought) -> None:
        broken = {f.file: f for f in brought.failed}
        for row in self.chosen():
            if row.study is not None and row.study.name in broken:
                row.failed, row.study, row.ticked = broken[row.study.name], None, False
        bad = [row for row in self.model.rows if row.failed is not None]
        self.report.text = self._words.report(
            brought, [replace(row.failed, advice=self.model.advice(row)) for row in bad if row.failed]
        )
        self.model.replace(bad)
        words = self._words.came_in(brought.loaded)
        self._tell("done", words, self._words.done(brought.loaded, len(bad)))
        self.said.emit(words)
        if self.isVisible():
            (self.list if bad else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)
        if brought.change is not None:
            self._workspace.written(brought.change)

    def _on_failed(self, _error: object) -> None:
        """Nothing came in: it was stopped, or it could not be; what was chosen stays chosen."""
        if self.state != "bringing":
            return
        if self._stopped:
            self._leave()
        else:
            self._tell_ready()
            self.bring.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> None:
        """Nothing of what is shown comes in; reading and bringing in are stopped."""
        if self.state == "bringing":
            self._stopped = True
            self.under.setText(self.tr("Stopping…"))
            self._tasks.cancel()
        else:
            self._leave()

    def _leave(self) -> None:
        self._stopped = False
        self.begin()
        self.given_up.emit()

    # telling

    def _tell(self, state: str, head: str, under: str) -> None:
        self.state = state
        self.head.setText(head)
        self.under.setText(under)
        self.under.setVisible(bool(under))
        self.split.setVisible(len(self.model.rows) > 0)
        working = state in ("reading", "bringing")
        self.split.setEnabled(not working)
        self.for_all.setVisible(len(self.model.rows) > 0 and state != "done")
        self.for_all.setEnabled(not working)
        self.report.setVisible(state == "done")
        self.cancel.setVisible(state != "empty")
        words = {"done": self.tr("Close"), "bringing": self.tr("Stop")}
        self.cancel.setText(words.get(state, self.tr("Cancel")))
        self.preview.setVisible(state != "done")
        # when it is over, what to do with what is left has the whole width
        self.list.header().resizeSection(1, self.fontMetrics().averageCharWidth() * (120 if state == "done" else 28))
        self._count()

    def _tell_ready(self) -> None:
        rows = list(self.model.rows)
        bad = sum(row.failed is not None for row in rows)
        under = self._words.what_next(sum(row.twin is not None for row in rows))
        self._tell("ready", self._words.ready(len(rows) - bad, bad), under)

    def _on_ticks(self, *_: Any) -> None:
        self._fit_table()
        self._count()
        self._show_chosen()

    def _fit_table(self) -> None:
        """What the table of variables says of the sources, and what of it fits nothing."""
        table: Sequence[Mapping[str, str]] = self.for_all.table
        if not table and not any(row.listed or row.no_row for row in self.model.rows):
            self.for_all.show_fit(0)
            self.preview.show_unmatched(())
            return
        found = fit_table(self.model.rows, self._names_here, table)
        self.for_all.show_fit(len(found.unmatched), sum(row.no_row for row in self.model.rows))
        self.preview.show_unmatched(found.unmatched)
        self.model.repaint_all()

    def _count(self) -> None:
        n = len(self.chosen())
        one, many = self.tr("Import 1 document"), self.tr("Import %n documents", "", n)
        self.bring.setText(counted(n, one, many) if n else self.tr("Import"))
        self.bring.setVisible(self.state in ("ready", "reading", "bringing"))
        writable = self._workspace.writable and not self._workspace.is_package
        self.bring.setEnabled(self.state == "ready" and n > 0 and writable)
        for button in (self.files, self.folder):
            button.setEnabled(self.state not in ("reading", "bringing") and writable)

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
