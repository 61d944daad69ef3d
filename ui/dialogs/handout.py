"""Packages for coders: who gets one, which documents go in, with or without the originals; written on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from coder.assignments import all_assignments
from coder.coders import people, resolve_coders, study_of
from coder.documents import living_documents
from coder.errors import Cancelled, CoderError
from coder.merging.package import Package, hand_out
from coder.models import Assignment, Coder, Document
from coder.project import Project
from coder.sentences import sentence
from ui.language import mended
from ui.tasks import Tasks, Tick
from ui.theme import Theme
from ui.widgets.words import counted
from ui.workspace import Workspace

SUFFIX = ".intercoder"
_NOT_IN_NAMES = '<>:"/\\|?*'


@dataclass(frozen=True, slots=True)
class Wanted:
    """One package to be written. documents: None for what is assigned to the coder, else all."""

    coder_id: UUID
    path: Path
    documents: tuple[UUID, ...] | None


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one: a package, or why there is none."""

    path: Path
    package: Package | None
    why: CoderError | None = None


class HandOutPanel(QWidget):
    """handed_out(list of Written). said(str). closed_wanted(): no more is wanted."""

    handed_out = Signal(object)
    said = Signal(str)
    closed_wanted = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._theme = workspace, tasks, theme
        self._busy, self._stale = False, True
        self._build()
        self._connect()

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.coders, self.documents = QListWidget(), QListWidget()
        self.coders.setAccessibleName(self.tr("Coders who get a package"))
        self.documents.setAccessibleName(self.tr("Documents that go in"))
        self.assigned = QRadioButton(self.tr("What is assigned to each; everything where nothing is"))
        self.chosen = QRadioButton(self.tr("These documents"))
        self.assigned.setChecked(True)
        group = QButtonGroup(self)
        for button in (self.assigned, self.chosen):
            group.addButton(button)
        self.originals = QCheckBox(self.tr("Leave the original files out (smaller; the texts are always in)"))
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Folder for the packages"))
        self.browse = QPushButton(self.tr("Folder…"))
        self.button = QPushButton(self._theme.icon("handout"), self.tr("Write the packages"))
        self.button.setDefault(True)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(step * 2)
        form.addRow(self.tr("For"), self.coders)
        form.addRow(self.tr("Documents"), self.assigned)
        form.addRow("", self.chosen)
        form.addRow("", self.documents)
        form.addRow(self.tr("Originals"), self.originals)
        form.addRow(self.tr("Into"), where)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.button)
        about = QLabel(
            self.tr("A package holds the codebook, the texts, and that coder’s own work; nobody else’s.")
        )
        about.setWordWrap(True)
        about.setForegroundRole(about.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 4, step * 4, step * 4, step * 4)
        layout.setSpacing(step * 3)
        layout.addWidget(about)
        layout.addLayout(form, 1)
        layout.addWidget(self.told)
        layout.addLayout(last)
        letter = self.fontMetrics().lineSpacing()
        self.coders.setMinimumHeight(letter * 4)
        self.documents.setMinimumHeight(letter * 5)

    def _connect(self) -> None:
        self.chosen.toggled.connect(self._enable)
        for listed in (self.coders, self.documents):
            listed.itemChanged.connect(lambda _: self._enable())
            listed.itemActivated.connect(_turn)
        self.folder.textChanged.connect(lambda _: self._enable())
        self.browse.clicked.connect(self._choose_folder)
        self.button.clicked.connect(self.write)
        self._tasks.stopped.connect(self._stopped)
        self._workspace.opened.connect(self._forget)
        self._workspace.closed.connect(self._forget)
        self._workspace.closed.connect(self.closed_wanted)
        self._workspace.changed.connect(self._on_changed)

    def _forget(self) -> None:
        """Another project: another folder, other people."""
        self._stale = True
        self.folder.clear()
        for listed in (self.coders, self.documents):
            listed.clear()
        if self.isVisible() and self._workspace.is_open:
            self.begin()

    def _on_changed(self, change: Any) -> None:
        if change.touches(Coder, Assignment, Document):
            self._stale = True
            if self.isVisible() and not self._busy:
                self.begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._workspace.is_open:
            self.begin()

    # what there is

    def begin(self, coder_id: UUID | None = None) -> None:
        """Shows who and what there is; this coder (else everybody but the lead) is ticked."""
        self._stale = False
        w = self._workspace
        lead = w.ask(study_of, w.project.study_id).lead_id
        resolved = w.ask(resolve_coders)
        counts: dict[UUID, int] = {}
        for a in w.ask(all_assignments):
            counts[resolved[a.coder_id]] = counts.get(resolved[a.coder_id], 0) + 1
        self.coders.clear()
        for p in w.ask(people):
            n = counts.get(p.id, 0)
            given = counted(n, self.tr("1 document assigned"), self.tr("{n} documents assigned")).format(n=n)
            ticked = p.id == coder_id if coder_id is not None else p.id != resolved.get(lead, lead)
            _add(self.coders, f"{p.name} · {given}", p.id, ticked)
        self.documents.clear()
        for d in w.ask(living_documents):
            _add(self.documents, d.name, d.id, True)
        if not self.folder.text() and w.path is not None:
            self.folder.setText(str(w.path.parent))
        self.told.setText("")
        self._enable()

    def wanted(self) -> list[Wanted]:
        """The packages asked for."""
        documents = tuple(_ticked(self.documents)) if self.chosen.isChecked() else None
        names = {p.id: p.name for p in self._workspace.ask(people)}
        folder = Path(self.folder.text().strip()).expanduser()
        return [Wanted(c, folder / f"{_file_name(names[c])}{SUFFIX}", documents) for c in _ticked(self.coders)]

    def _enable(self) -> None:
        self.documents.setEnabled(self.chosen.isChecked())
        n = len(_ticked(self.coders))
        enough = n > 0 and bool(self.folder.text().strip())
        enough = enough and (not self.chosen.isChecked() or bool(_ticked(self.documents)))
        self.button.setEnabled(enough and not self._busy)
        self.button.setText(counted(n, self.tr("Write the package"), self.tr("Write {n} packages")).format(n=n))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("A folder for the packages"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    # writing

    def write(self) -> None:
        """Writes the packages on the worker; one that stands there already is left as it is, and told."""
        project, wanted, originals = self._workspace.project, self.wanted(), not self.originals.isChecked()
        if not wanted:
            return
        words = self.tr("Writing packages")
        if not self._tasks.run(words, lambda tick: _written(project, wanted, originals, tick), self._show):
            self.told.setText(self.tr("One thing at a time: {}").format(self._tasks.words))
            return
        self._busy = True
        self.told.setText(self.tr("Writing…"))
        self._enable()

    def _stopped(self) -> None:
        if self._busy:
            self._busy = False
            self.told.setText("")
            self._enable()

    def _show(self, done: list[Written]) -> None:
        lines = []
        for one in done:
            if one.package is not None:
                n = len(one.package.documents)
                words = counted(n, self.tr("{name}: 1 document, in “{file}”"),
                                self.tr("{name}: {n} documents, in “{file}”"))  # fmt: skip
                lines.append(words.format(name=one.package.coder, n=n, file=one.path.name))
            elif one.why is not None:
                lines.append(mended(one.why))
        self.told.setText("\n".join(lines))
        n = sum(one.package is not None for one in done)
        self.said.emit(counted(n, self.tr("1 package written."), self.tr("{n} packages written.")).format(n=n))
        self.handed_out.emit(done)


def _written(project: Project, wanted: Sequence[Wanted], originals: bool, tick: Tick) -> list[Written]:
    """Each package whole or not at all; what stops one does not stop the next. Stopped, none of them stays."""
    done: list[Written] = []
    try:
        for n, one in enumerate(wanted):
            tick(n, len(wanted))
            done.append(_one(project, one, originals))
        tick(len(wanted), len(wanted))
    except Cancelled:
        for made in done:
            if made.package is not None:
                made.path.unlink(missing_ok=True)
        raise
    return done


def _one(project: Project, one: Wanted, originals: bool) -> Written:
    try:
        if not one.path.parent.is_dir():
            told = sentence("There is no folder “{parent}”.", parent=one.path.parent)
            raise CoderError(told, "Choose another folder.")
        found = hand_out(
            project, one.path, coder_id=one.coder_id, document_ids=one.documents, originals=originals
        )
    except CoderError as error:
        return Written(one.path, None, error)
    except OSError as error:
        why = error.strerror or str(error)
        words = sentence("“{name}” cannot be written: {why}.", name=one.path.name, why=why)
        return Written(one.path, None, CoderError(words, "Choose another folder."))
    return Written(one.path, found)


def _file_name(name: str) -> str:
    """A coder's name as a file may be called."""
    kept = "".join("-" if c in _NOT_IN_NAMES or not c.isprintable() else c for c in name).strip(" .")
    return kept[:80] or "coder"


def _add(listed: QListWidget, words: str, value: UUID, ticked: bool) -> None:
    item = QListWidgetItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
    item.setData(Qt.ItemDataRole.UserRole, value)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    listed.addItem(item)


def _turn(item: QListWidgetItem) -> None:
    """Enter ticks, as the space bar does."""
    off, on = Qt.CheckState.Unchecked, Qt.CheckState.Checked
    item.setCheckState(on if item.checkState() == off else off)


def _ticked(listed: QListWidget) -> list[UUID]:
    items = [listed.item(n) for n in range(listed.count())]
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
