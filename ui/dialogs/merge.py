"""Bringing coders' files together: what they would bring is told before anything is written, and what they brought."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coder.errors import Cancelled, CoderError
from coder.exchange.study_write import digest
from coder.merging.conflicts import open_conflicts
from coder.merging.merge import COUNTED, MergeReport, Told, merge_files
from coder.project import Project
from ui.language import in_words, named
from ui.models.conflicts import conflict_words, thing_words
from ui.tasks import Tasks, Tick
from ui.theme import Theme
from ui.widgets.words import all_quoted, counted
from ui.workspace import Workspace

_LISTED = 6  # of each kind of news; the rest is counted
SUFFIX = ".intercoder"


@dataclass(frozen=True, slots=True)
class Trial:
    """What files would bring. new: the project would say something else than it does, or disputes something new."""

    report: MergeReport
    new: bool


class MergePanel(QWidget):
    """merged(MergeReport): it is done. conflicts_wanted(): they are to be shown. said(str)."""

    merged = Signal(object)
    conflicts_wanted = Signal()
    said = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._theme = workspace, tasks, theme
        self.paths: list[Path] = []
        self.state = "empty"  # empty, trying, tried, merging, done, failed
        self._waits = False
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.begin()

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.head = QLabel()
        font = QFont(self.head.font())
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.head.setFont(font)
        self.head.setWordWrap(True)
        self.under = _line("", muted=True)
        self.under.setWordWrap(True)
        self._inside = QWidget()
        self.news = QVBoxLayout(self._inside)
        self.news.setContentsMargins(0, step * 2, 0, step * 2)
        self.news.setSpacing(step)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._inside)
        self.choose = QPushButton(self._theme.icon("open"), self.tr("Choose files…"))
        self.merge = QPushButton(self._theme.icon("merge"), self.tr("Merge"))
        self.merge.setDefault(True)
        self.conflicts = QPushButton(self._theme.icon("reconcile"), self.tr("Show the conflicts"))
        buttons = QHBoxLayout()
        buttons.setSpacing(step * 2)
        for button in (self.choose, self.conflicts):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.merge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 4, step * 4, step * 4, step * 4)
        layout.setSpacing(step * 2)
        for widget in (self.head, self.under):
            layout.addWidget(widget)
        layout.addWidget(area, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_files)
        self.merge.clicked.connect(self.merge_now)
        self.conflicts.clicked.connect(self.conflicts_wanted)
        self._tasks.stopped.connect(self._go_on)
        self._workspace.closed.connect(self.begin)
        self._workspace.opened.connect(self.begin)

    # choosing

    def begin(self) -> None:
        """Nothing chosen yet."""
        self.paths, self._waits = [], False
        self._tell(
            "empty", self.tr("Drop your coders’ files here, or choose them."),
            self.tr("You see what they bring before anything is written. The files themselves are only read."),
        )  # fmt: skip

    def choose_files(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Merge coder files"), "", self.tr("Intercoder projects (*{})")
                             .format(SUFFIX))  # fmt: skip
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.look_at([Path(name) for name in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._workspace.writable and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    # trying and doing

    def look_at(self, paths: Sequence[Path]) -> None:
        """Tries the files on a copy, and tells what they would bring. Nothing is written."""
        if not self._workspace.is_open or not paths:
            return
        self.paths = sorted(dict.fromkeys(paths), key=lambda p: p.name)
        project, files = self._workspace.project, list(self.paths)
        self._tell("trying", self.tr("Looking into {}…").format(_names(files)), "")
        self._start(self.tr("Looking into files"), lambda tick: _tried(project, files, tick), self._show_trial)

    def merge_now(self) -> None:
        """Merges what was looked at; a copy of the project is kept first, and nobody else writes meanwhile."""
        if self.state != "tried" or not self._workspace.writable:
            return
        project, files, workspace = self._workspace.project, list(self.paths), self._workspace

        def work(tick: Tick) -> MergeReport | CoderError:
            return _kindly(lambda: merge_files(project, files, tick=tick))

        if self._tasks.busy:
            self.said.emit(self.tr("One thing at a time: {}").format(self._tasks.words))
            return
        workspace.hold(True)
        self._tasks.stopped.connect(lambda: workspace.hold(False), Qt.ConnectionType.SingleShotConnection)
        self._tell("merging", self.tr("Merging {}…").format(_names(files)), "")
        self._start(self.tr("Merging"), work, self._show_done)

    def _start(self, words: str, work: Callable[[Tick], Any], then: Callable[[Any], None]) -> None:
        if not self._tasks.run(words, work, then):
            self._waits = True  # other work is under way: again when that is over
            self.under.setText(self.tr("Waiting for: {}").format(self._tasks.words))

    def _go_on(self) -> None:
        if self._waits:
            self._waits = False
            self.look_at(self.paths)
        elif self.state in ("trying", "merging") and not self._tasks.busy:
            # stopped by the person: what was chosen stays chosen
            self._tell("failed", self.tr("Stopped; nothing was changed."), self.tr("Choose the files again."))

    # telling

    def _tell(self, state: str, head: str, under: str) -> None:
        self.state = state
        self.head.setText(head)
        self.under.setText(under)
        self.under.setVisible(bool(under))
        _clear(self.news)
        writable = self._workspace.writable and not self._workspace.is_package
        self.choose.setEnabled(state not in ("trying", "merging") and self._workspace.is_open and writable)
        self.merge.setVisible(state in ("tried", "merging"))
        self.merge.setEnabled(state == "tried" and writable)
        self.conflicts.hide()

    def _show_trial(self, found: Trial | CoderError) -> None:
        if isinstance(found, CoderError):
            self._tell("failed", in_words(found.message), in_words(found.advice))
            return
        if found.new:
            under = self.tr("Nothing is written yet. Before merging, a copy of the project is kept beside it.")
            self._tell("tried", self.tr("This is what {} would bring.").format(_names(self.paths)), under)
        else:
            under = self.tr("Everything in these files is in the project already.")
            self._tell("tried", self.tr("Nothing new in {}.").format(_names(self.paths)), under)
        self._tell_report(found.report, found.new)
        self.merge.setFocus()

    def _show_done(self, found: MergeReport | CoderError) -> None:
        if isinstance(found, CoderError):
            self._tell("failed", in_words(found.message), in_words(found.advice))
            return
        self._workspace.everything_changed()
        if found.copy is None:
            self._tell("done", self.tr("Nothing new: the project is as it was."), "")
        else:
            under = self.tr("The project as it was before is kept: “{name}”, in {folder}.")
            self._tell(
                "done", self.tr("Merged {}.").format(_names(self.paths)),
                under.format(name=found.copy.name, folder=found.copy.parent),
            )  # fmt: skip
        self._tell_report(found, found.copy is not None)
        self.conflicts.setVisible(bool(found.conflicts))
        self.said.emit(self.head.text())
        self.merged.emit(found)

    def _tell_report(self, report: MergeReport, new: bool) -> None:
        """A table by file, then what the lead should look at, the weightiest first."""
        self.news.addWidget(self._table(report, new))
        if report.conflicts:
            n = len(report.conflicts)
            title = counted(n, self.tr("1 edit conflict: two people wrote different things, neither saw the other."),
                            self.tr("{n} edit conflicts: two people wrote different things, neither saw the other."))
            lines = [
                conflict_words(c, c.field, [(s.coder, _read(s.value), s.value is None) for s in c.values])
                for c in report.conflicts
            ]
            self._section("warning", title.format(n=n), lines)
        for icon, title, told in (
            ("warning", self.tr("To look at"), [in_words(words) for words in report.warnings]),
            ("compare", self.tr("Alike: perhaps one and the same"), _lines(report.alike)),
            ("undo", self.tr("Stands again, though somebody removed it"), _lines(report.revived)),
            ("codebook", self.tr("Codes that coders propose"), _lines(report.proposals)),
        ):
            if told:
                self._section(icon, title, told)
        self.news.addStretch(1)

    def _table(self, report: MergeReport, new: bool) -> QWidget:
        place = QWidget()
        grid = QGridLayout(place)
        step = round(self._theme.step(self.font()))
        grid.setContentsMargins(0, 0, 0, step * 2)
        grid.setHorizontalSpacing(step * 6)
        titles = (self.tr("File"), self.tr("New"), self.tr("Changed"), self.tr("Removed"), self.tr("As they are here"))
        for column, title in enumerate(titles):
            grid.addWidget(_line(title, muted=True), 0, column)
        for row, f in enumerate(report.files, 1):
            name = _line(f.file)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            for column, counter in enumerate((f.added, f.changed, f.removed, f.same), 1):
                told = [self._counted(kind, counter[f"{kind}s"]) for kind in ("coding", "document", "code", "coder")
                        if counter[f"{kind}s"]]  # fmt: skip
                words = "\n".join(told) or "–"
                grid.addWidget(_line(words, muted=not told or column == 4), row, column, Qt.AlignmentFlag.AlignTop)
        if new and not any(n for f in report.files for c in (f.added, f.changed, f.removed) for n in c.values()):
            words = self.tr("New are finished marks, memos or what else goes with these.")
            grid.addWidget(_line(words), len(report.files) + 1, 0, 1, len(titles))
        grid.setColumnStretch(len(titles), 1)
        return place

    def _counted(self, kind: str, n: int) -> str:
        one, many = {
            "coding": (self.tr("1 coded segment"), self.tr("{n} coded segments")),
            "document": (self.tr("1 document"), self.tr("{n} documents")),
            "code": (self.tr("1 code"), self.tr("{n} codes")),
            "coder": (self.tr("1 coder"), self.tr("{n} coders")),
        }[kind]
        return counted(n, one, many).format(n=self.locale().toString(n))

    def _section(self, icon: str, title: str, lines: Sequence[str]) -> None:
        step = round(self._theme.step(self.font()))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, step * 2, 0, 0)
        mark = QLabel()
        side = self.fontMetrics().height()
        mark.setPixmap(self._theme.icon(icon).pixmap(side, side))
        words = _line(title)
        font = QFont(words.font())
        font.setWeight(QFont.Weight.DemiBold)
        words.setFont(font)
        words.setWordWrap(True)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.news.addWidget(head)
        shown = list(lines[:_LISTED])
        if len(lines) > _LISTED:
            shown.append(self.tr("… and {n} more").format(n=len(lines) - _LISTED))
        for line in shown:
            label = _line(line, muted=True)
            label.setWordWrap(True)
            label.setContentsMargins(side + step * 3, 0, 0, 0)
            self.news.addWidget(label)


def _tried(project: Project, paths: list[Path], tick: Tick) -> Trial | CoderError:
    def work() -> Trial:
        before, disputed = digest(project), len(project.ask(open_conflicts))
        report = merge_files(project, paths, dry_run=True, tick=tick)
        moved = any(f.added[f"{k}s"] or f.changed[f"{k}s"] or f.removed[f"{k}s"] for f in report.files for k in COUNTED)
        return Trial(report, moved or report.digest != before or len(report.conflicts) != disputed)

    return _kindly(work)


def _kindly(work: Callable[[], Any]) -> Any:
    """The result, or what a researcher can mend, told in the panel; a stop goes on its way."""
    try:
        return work()
    except Cancelled:
        raise
    except CoderError as error:
        return error


def _names(paths: Sequence[Path]) -> str:
    shown = all_quoted(p.name for p in paths[:3])
    return f"{shown} (+{len(paths) - 3})" if len(paths) > 3 else shown


def _read(value: Any) -> str:
    """A side's value as it is read; what the core made of several words keeps them."""
    return value if isinstance(value, str) else str(value or "")


def _lines(told: Sequence[Told]) -> list[str]:
    words = QCoreApplication.translate("Merge", "{thing} “{name}”: {what}")
    return [words.format(thing=thing_words(t.thing), name=named(t.name), what=in_words(t.why)) for t in told]


def _line(words: str, *, muted: bool = False) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if muted:
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
