"""Sources that were read and wait to be brought in: one row each, how it is to be read, what is odd about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from coder.exchange.prepare import Choices, FileChoices, Twin, here_now, prepare
from coder.exchange.reading import Failed, Read
from coder.exchange.study_file import ExchangeFile
from coder.importers import IMPORTERS, Source
from coder.importers.pseudonyms import Pseudonyms, Replaced
from coder.project import Project
from ui.models.table import Column, Index, TableModel
from ui.tasks import Tick
from ui.theme import Theme

_number = count()


@dataclass(frozen=True, slots=True)
class ForAll:
    """What goes for all files: a pattern of their names, pseudonyms for names, reprints told as one story."""

    pattern: str = ""
    pseudonyms: Pseudonyms | None = None
    stories: bool = False


@dataclass(slots=True)
class Looked:
    """Rows that were read; the stories that documents of the project get; what has a pseudonym now."""

    rows: list[Row]
    stories_here: dict[UUID, str]
    replaced: list[Replaced]


@dataclass(slots=True)
class Row:
    """One document as it would be brought in, or a file that cannot be.

    path: the file it came from. twin: where the same text, or nearly the same, is already.
    """

    path: Path
    how: FileChoices = field(default_factory=FileChoices)
    key: int = field(default_factory=lambda: next(_number))
    source: Source | None = None
    study: ExchangeFile | None = None
    failed: Failed | None = None
    encoding: str = ""
    encoding_sure: bool = True
    twin: Twin | None = None
    story: str = ""
    ticked: bool = True
    given_name: str | None = None
    given: dict[str, str] = field(default_factory=dict)  # variables a person wrote; "" takes one away

    @property
    def here(self) -> bool:
        """Is it in the project already?"""
        return self.twin is not None and self.twin.kind == "file"

    @property
    def name(self) -> str:
        if self.given_name is not None:
            return self.given_name
        if self.source is not None:
            return self.source.name
        return self.study.name if self.study else self.failed.file if self.failed else self.path.name

    @property
    def format(self) -> str:
        return self.source.format if self.source else "json" if self.study else ""

    @property
    def length(self) -> int:
        """Code points of its text; of a study, of all its texts."""
        if self.source is not None:
            return len(self.source.text)
        return sum(len(d.text) for d in self.study.documents) if self.study else 0

    @property
    def variables(self) -> dict[str, str]:
        found = dict(self.source.variables) if self.source else {}
        return {name: value for name, value in (found | self.given).items() if value}

    def takes(self, choice: str) -> bool:
        """Does its reader know this choice (a field of FileChoices)? A choice that did not work can be taken back."""
        if self.failed is not None:
            return getattr(self.how, choice) is not None
        return self.format in IMPORTERS and choice in IMPORTERS[self.format].takes

    def finished(self) -> Source | None:
        """The document with the name and variables that were given."""
        return replace(self.source, name=self.name, variables=self.variables) if self.source else None


def look(project: Project, paths: Sequence[Path], how: Mapping[Path, FileChoices], every: ForAll, tick: Tick) -> Looked:
    """Reads files and folders as they would be brought in; writes nothing. `tick` may raise Cancelled.

    Raises SourceError for a pattern that is none.
    """
    by_file = {str(path): each for path, each in how.items()}
    choices = Choices(
        by_file=by_file, pattern=every.pattern, pseudonyms=every.pseudonyms, stories=every.stories
    )  # fmt: skip
    found = prepare(paths, choices, tick, here=project.ask(here_now))
    rows = []
    for one in found.sources:
        file = Path(one.file)
        row = Row(file, how.get(file, FileChoices()), source=one.source, encoding=one.encoding, twin=one.twin)
        row.encoding_sure, row.story = one.encoding_sure, found.stories.get(one.name, "")
        row.ticked = not row.here
        rows.append(row)
    rows += [Row(Path(study.name), study=study) for study in found.studies]
    known = {path.name: path for path in (*paths, *how)}  # a failure is told by the file's name
    for failed in found.failed:
        file = known.get(failed.file, Path(failed.file))
        rows.append(Row(file, how.get(file, FileChoices()), failed=failed, ticked=False))
    tick(len(rows), len(rows))  # who gave up while texts were compared gets nothing either
    return Looked(rows, found.stories_here, found.replaced)


def together(rows: Sequence[Row], stories_here: Mapping[UUID, str]) -> Read:
    """What is ticked, ready to be brought in."""
    chosen = [row for row in rows if row.ticked]
    read = Read(studies=[row.study for row in chosen if row.study], stories_here=dict(stories_here))
    for row in chosen:
        if (source := row.finished()) is None:
            continue
        read.take(source, str(row.path))
        if row.twin is not None and not row.here:
            read.warnings.append(f"{source.name}: {row.twin.words()}")
        if row.story:
            read.stories[source.name] = row.story
    return read


class IncomingModel(TableModel):
    """The rows with a box to tick before each name. ticks_changed(): some were ticked or not."""

    ticks_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__([], lambda row: row.key, parent)
        self._theme = theme
        self.replace([], self._made())

    def _made(self) -> list[Column]:
        locale = QLocale()
        return [
            Column(self.tr("Name"), lambda r: r.name, edit=self._rename, name="name",
                   icon=lambda r: self._theme.icon("warning") if r.failed else None),
            Column(self.tr("To look at"), lambda r: " ".join(self.remarks(r)),
                   tip=lambda r: "\n".join(self.remarks(r))),
            Column(self.tr("Format"), lambda r: r.format,
                   tip=lambda r: IMPORTERS[r.format].title if r.format in IMPORTERS else r.format),
            Column(self.tr("Encoding"), lambda r: r.encoding),
            Column(self.tr("Characters"), lambda r: locale.toString(r.length) if not r.failed else "",
                   sort=lambda r: r.length, right=True),
            Column(self.tr("Language"), lambda r: r.variables.get("language", "")),
            Column(self.tr("Variables"), lambda r: ", ".join(r.variables),
                   tip=lambda r: "\n".join(f"{name}: {value}" for name, value in r.variables.items())),
        ]  # fmt: skip

    def remarks(self, row: Row) -> list[str]:
        """Whole sentences on what is odd about a row."""
        if row.failed is not None:
            return [row.failed.why, row.failed.advice]
        said = [row.twin.words()] if row.twin is not None else []
        if row.story:
            said.append(self.tr("Its story: “{name}”.").format(name=row.story))
        if row.source is not None:
            said += row.source.warnings
        if row.study is not None:
            words = self.tr("A study: documents {documents}, codes {codes}, coded segments {codings}.")
            s = row.study
            said.append(words.format(documents=len(s.documents), codes=len(s.codes), codings=len(s.codings)))
        return said

    def _rename(self, row: Row, words: str) -> None:
        if row.source is not None:
            row.given_name = " ".join(words.split()) or None
            self.repaint(row)

    def repaint(self, row: Row) -> None:
        """A row says something else now."""
        if (place := self.place(row.key)) is not None:
            self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def tick(self, rows: Sequence[Row], ticked: bool) -> None:
        """Ticks rows, or takes the ticks away; a file that cannot be read is never ticked."""
        for row in rows:
            if row.failed is None and row.ticked != ticked:
                row.ticked = ticked
                self.repaint(row)
        self.ticks_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or index.column() != 0:
            return flags
        row = self.rows[index.row()]
        if row.failed is None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags if row.source is not None else flags & ~Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            row = self.rows[index.row()]
            if row.failed is not None:
                return None
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid():
            self.tick([self.rows[index.row()]], Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        return super().setData(index, value, role)
