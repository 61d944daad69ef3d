"""The one open project as the window knows it: everything is done and asked through here.

Nothing of the core's storage is imported before a project is opened, so that the window can paint first.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from coder.errors import CoderError, NotAProject, NothingToUndo, ProjectHeld, ProjectInUse, ReadOnlyProject
from coder.sentences import sentence
from ui.language import in_words
from ui.widgets.words import counted

if TYPE_CHECKING:
    from coder.code_tree import CodeRow
    from coder.journal.record import Change
    from coder.project import Done, Project

_AFTER_PAINT = 20  # ms until lists follow an act: the desk paints first


class Workspace(QObject):
    """Holds the project. Operations go in, changes come out, one signal after each.

    opened(), closed(). doing(str): an operation of this module of the core is about to write. changed(Change):
    something was written; followed(Change): the same a moment later, for lists that the desk does not wait for.
    failed(CoderError): a researcher can mend it.
    coder_changed(): somebody else codes now. state_changed(): undo depth and what else the status bar shows.
    said(str): what just succeeded.
    """

    opened = Signal()
    closed = Signal()
    doing = Signal(str)
    changed = Signal(object)
    followed = Signal(object)
    failed = Signal(object)
    coder_changed = Signal()
    state_changed = Signal()
    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self.path: Path | None = None  # the file that was asked for, also when a copy of it is read
        self.held_by = ""  # a sentence on who holds the project, when this opening only reads
        self._codes: list[CodeRow] | None = None
        self.busy = False  # a merge writes on the worker: nobody else may

    # opening

    def open(self, path: Path) -> bool:
        """Opens a project; if somebody writes in it, a copy to read. False (and failed) if it cannot be."""
        try:
            project, copy, held_by = _open(path)
        except CoderError as error:
            self.failed.emit(error)
            return False
        self._take(path, project, copy, held_by)
        return True

    def only_read(self) -> bool:
        """The open project once more, so that nothing in it can be changed. False (and failed) if it cannot be."""
        from coder.project import Project

        assert self.path is not None
        try:
            project = Project.open(self.path, write=False)
        except CoderError as error:
            self.failed.emit(error)
            return False
        self._take(self.path, project, None, "")
        return True

    def create(self, path: Path, *, title: str, lead: str, codebook: Path | None = None) -> bool:
        """Makes a project and opens it; nothing is left of one that could not be made."""
        from coder.exchange.codebook_files import read_codebook_file
        from coder.exchange.codebook_load import load_codebook
        from coder.project import Project

        try:
            read = read_codebook_file(codebook) if codebook else None
            project = Project.create(path, title=title, lead=lead)
            if read:
                project.do(load_codebook, codebook=read)
        except CoderError as error:
            self.failed.emit(error)
            return False
        self._take(path, project, None, "")
        return True

    def _take(self, path: Path, project: Project, copy: tempfile.TemporaryDirectory[str] | None, held_by: str) -> None:
        self.close()
        self._project, self._copy, self.path, self.held_by = project, copy, path, held_by
        self._codes = None
        self.opened.emit()
        self.state_changed.emit()

    def close(self) -> None:
        if self._project is None:
            return
        self._project.close()
        self._project = None
        if self._copy is not None:
            self._copy.cleanup()
            self._copy = None
        self.path, self.held_by = None, ""
        self.closed.emit()
        self.state_changed.emit()

    # state

    @property
    def is_open(self) -> bool:
        return self._project is not None

    @property
    def project(self) -> Project:
        """For core functions that take a whole project (merge, agreement, export)."""
        assert self._project is not None, "no project is open"
        return self._project

    @property
    def writable(self) -> bool:
        return self._project is not None and self._project.writable and not self.busy

    def hold(self, busy: bool) -> None:
        """While long work writes, the window only reads."""
        self.busy = busy
        self.state_changed.emit()

    @property
    def is_package(self) -> bool:
        """Is this a coder's package? Its codebook is the lead's."""
        return self._project is not None and self._project.package_coder is not None

    @property
    def coder_id(self) -> UUID:
        return self.project.coder_id

    @property
    def study(self) -> str:
        """The study's id, for what the window remembers about it."""
        return self.project.study_id.hex

    @property
    def undo_depth(self) -> int:
        return self._project.undo_depth if self._project else 0

    @property
    def redo_depth(self) -> int:
        return self._project.redo_depth if self._project else 0

    def act_as(self, coder_id: UUID) -> None:
        """From now on this person codes."""
        self.project.act_as(coder_id)
        self.coder_changed.emit()
        self.state_changed.emit()

    # doing and asking

    def do(self, operation: Callable[..., Any], *args: Any, **arguments: Any) -> Done[Any] | None:
        """Runs an operation as one change. None (and failed) when the researcher has to mend something."""
        try:
            return self.attempt(operation, *args, **arguments)
        except CoderError as error:
            self.failed.emit(error)
            return None

    def attempt(self, operation: Callable[..., Any], *args: Any, **arguments: Any) -> Done[Any]:
        """As `do`, but what cannot be done is the caller's to tell. Raises CoderError."""
        if self.busy:
            raise ReadOnlyProject(
                self.tr("Files are being brought in just now."), self.tr("Wait until that is done, or stop it.")
            )
        self.doing.emit(operation.__module__)
        done = self.project.do(operation, *args, **arguments)
        if done.change is not None:
            self._tell(done.change)
        return done

    def ask(self, query: Callable[..., Any], *args: Any, **arguments: Any) -> Any:
        """The answer of a query; what it raises is the caller's."""
        return self.project.ask(query, *args, **arguments)

    def codes(self) -> list[CodeRow]:
        """The tree of codes without their counts, depth first; read once until the codebook changes. None open: []."""
        from coder.code_tree import code_tree

        if self._project is None:
            return []
        if self._codes is None:
            self._codes = self.ask(code_tree, counts=False)
        return self._codes

    def undo(self) -> None:
        self._step("undo")

    def redo(self) -> None:
        self._step("redo")

    def _step(self, way: str) -> None:
        if self._project is None or self.busy:
            return
        try:
            step = self._project.undo() if way == "undo" else self._project.redo()
        except NothingToUndo as error:
            self.said.emit(in_words(error.message))
            return
        except CoderError as error:
            self.failed.emit(error)
            return
        self._tell(step.change)
        self.said.emit(self._words_of(way, step.operation, step.kept))

    def _words_of(self, way: str, operation: str, kept: int) -> str:
        from coder.history import say

        act = in_words(say(operation, None))
        words = (self.tr("Undone: {}.") if way == "undo" else self.tr("Done again: {}.")).format(act)
        if kept:
            words += " " + counted(
                kept, self.tr("1 later edit by others stays."), self.tr("%n later edits by others stay.", "", kept)
            )
        return words

    def _tell(self, change: Change) -> None:
        if "code" in change.tables:
            self._codes = None
        self.changed.emit(change)
        self.state_changed.emit()
        QTimer.singleShot(_AFTER_PAINT, self, lambda: self.followed.emit(change) if self.is_open else None)

    def written(self, change: Change) -> None:
        """What long work wrote on the worker, by `Project.do`, is told as if it had been done here."""
        self._tell(change)

    def everything_changed(self) -> None:
        """After a merge, which brings changes of its own: everybody asks again."""
        change, self._codes = AllChanged(), None
        self.changed.emit(change)
        self.followed.emit(change)
        self.state_changed.emit()


class AllChanged:
    """Stands for a Change that touches everything."""

    operation = "merge"
    rows: Mapping[str, frozenset[UUID]] = MappingProxyType({})

    def touches(self, *_nouns: type) -> bool:
        return True


def _open(path: Path) -> tuple[Project, tempfile.TemporaryDirectory[str] | None, str]:
    from coder.door import SCHEMA, look_at_door
    from coder.migrations import migrate
    from coder.project import Project
    from coder.storage import copy_database

    try:
        return Project.open(path), None, ""
    except ProjectHeld:
        raise  # a copy could not be made either
    except ProjectInUse as error:
        held_by = in_words(error.message)
    except PermissionError:
        held_by = QCoreApplication.translate("Workspace", "You may not write in the folder of this project.")
    except OSError as error:
        raise NotAProject(
            sentence("“{name}” cannot be opened: {reason}.", name=path.name, reason=error.strerror or error),
            "Check the file and its folder.",
        ) from error
    version = look_at_door(path)
    folder = tempfile.TemporaryDirectory(prefix="intercoder-", ignore_cleanup_errors=True)
    copy = Path(folder.name) / path.name
    copy_database(path, copy)
    if version < SCHEMA:  # whoever holds it has an older program; the copy is read with today's
        migrate(copy, version)
    return Project.open(copy, write=False), folder, held_by
