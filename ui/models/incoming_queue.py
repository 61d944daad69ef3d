"""One queue of what is to be read before it comes in: new files, files read otherwise, everything read otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from coder.exchange.prepare import FileChoices
from coder.importers import Source
from ui.models.incoming import ForAll, Known, Looked, Row, look
from ui.tasks import Tasks
from ui.workspace import Workspace


@dataclass(slots=True)
class Wish:
    """To be read. redone: keys of the rows that what is read takes the place of; everything: of all rows.

    how, every: choices that hold from then on, when it was read; what is stopped changes none.
    """

    paths: list[Path]
    redone: frozenset[int] = frozenset()
    how: Mapping[Path, FileChoices] = field(default_factory=dict)
    every: ForAll | None = None
    everything: bool = False


class Queue(QObject):
    """Reads one wish after another on the worker, when that is free.

    begun(), waiting(str): for other work. took(Wish, Looked): that was read. stopped(): what was not read by then is
    given up; what was read stays.
    """

    begun = Signal()
    waiting = Signal(str)
    took = Signal(object, object)
    stopped = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._now: Wish | None = None
        self._wishes: list[Wish] = []
        self.paths: list[Path] = []  # files and folders that were given and read
        self.how: dict[Path, FileChoices] = {}
        self.every = ForAll()
        self._known = Known()
        self._sources: dict[Path, list[Source]] = {}  # what was read of each file, in the order of the files
        tasks.stopped.connect(self._on_stopped)
        tasks.failed.connect(self._on_failed)
        workspace.opened.connect(self._forget)

    @property
    def waits(self) -> bool:
        """Is there more after what is being read?"""
        return bool(self._wishes)

    def _forget(self) -> None:
        self._known = Known()

    def clear(self) -> None:
        """Nothing was given, nothing is read."""
        if self._now is not None:
            self._tasks.cancel()
        self._now, self._wishes = None, []
        self.paths, self.how, self.every = [], {}, ForAll()
        self._sources = {}

    def add(self, paths: Iterable[Path]) -> None:
        """More files and folders; those that were given already are passed over."""
        under_way = [path for wish in (self._now, *self._wishes) if wish for path in wish.paths]
        new = [path for path in dict.fromkeys(paths) if path not in {*self.paths, *under_way}]
        if new:
            # reprints are found among all, so all are read together
            self.want(Wish(new, everything=self.every.stories))

    def want(self, wish: Wish) -> None:
        self._wishes.append(wish)
        self._next()

    def _next(self) -> None:
        if self._now is not None or not self._wishes:
            return
        if self._tasks.busy:
            self.waiting.emit(self._tasks.words)
            return
        wish = self._now = self._wishes.pop(0)
        project, known = self._workspace.project, self._known
        paths = list(dict.fromkeys([*self.paths, *wish.paths])) if wish.everything else list(wish.paths)
        how, every = {**self.how, **wish.how}, wish.every or self.every
        before = [] if wish.everything else self._before(paths)
        self.begun.emit()
        self._tasks.run(
            self.tr("Reading sources"), lambda tick: look(project, paths, how, every, known, tick, before),
            lambda looked: self._take(wish, looked),
        )  # fmt: skip

    def _before(self, paths: Sequence[Path]) -> list[Source]:
        """What is shown before these files: the later of two that are alike is the one that is told."""
        found: list[Source] = []
        for path, sources in self._sources.items():
            if path in paths:
                break
            found += sources
        return found

    def _take(self, wish: Wish, looked: Looked) -> None:
        if wish is not self._now:
            return  # given up meanwhile
        self._now = None
        if not wish.redone or wish.everything:
            self.paths += [path for path in wish.paths if path not in self.paths]
        if wish.everything:
            self._sources = {}
        read: dict[Path, list[Source]] = {}
        for row in looked.rows:
            if row.source is not None:
                read.setdefault(row.path, []).append(row.source)
        self._sources |= read
        self.how |= wish.how
        self.every = wish.every or self.every
        self.took.emit(wish, looked)
        self._next()

    def _on_failed(self, _error: Any) -> None:
        """Stopped, or a choice that is none: what waited is not read either."""
        if self._now is not None:
            self._now, self._wishes = None, []
            self.stopped.emit()

    def _on_stopped(self) -> None:
        """The worker is free; what it read is handed over a moment later."""
        QTimer.singleShot(0, self, self._next)


def only_new(rows: Sequence[Row], shown: Sequence[Row]) -> list[Row]:
    """Without the files that are shown already: a folder may hold some that were given before."""
    there = {row.path for row in shown}
    return [row for row in rows if row.study is not None or row.path not in there]


def keep_choices(old: Sequence[Row], new: Sequence[Row]) -> None:
    """What a person gave the rows that were read anew stays: ticks, names, variables."""
    before = {(row.path, n): row for n, row in _numbered(old)}
    for n, row in _numbered(new):
        if (was := before.get((row.path, n))) is None:
            continue
        row.given_name, row.given = was.given_name, was.given
        row.version = was.version and row.older == was.older
        row.ticked = row.ticked and (was.ticked or was.failed is not None)
        if row.failed is not None and was.failed is not None:
            row.failed = replace(row.failed, file=was.failed.file)  # where it lies, as it was told first


def _numbered(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """Each row with its number among those of its file."""
    seen: dict[Path, int] = {}
    found = []
    for row in rows:
        n = seen.get(row.path, 0)
        seen[row.path] = n + 1
        found.append((n, row))
    return found
