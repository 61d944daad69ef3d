"""Sources that were read and wait to be brought in: one row each, how it is to be read, what is odd about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QLocale, QObject, Qt, Signal

from coder.documents import living_documents
from coder.errors import CoderError
from coder.exchange.bring import Failed, Read, read_files
from coder.exchange.study_file import ExchangeFile
from coder.identity import same_name, sha256
from coder.importers import IMPORTERS, Source, sources_in
from coder.importers.encodings import decode
from coder.project import Project
from ui.models.table import Column, Index, TableModel
from ui.tasks import Tick
from ui.theme import Theme

_PLAIN = ("txt", "md", "srt", "vtt")  # the whole file is text: its encoding can be told
_SAMPLE = 200_000  # bytes looked at to tell it
_number = count()


@dataclass(frozen=True, slots=True)
class How:
    """How a file is to be read. encoding: None for what is found out."""

    page: Literal["article", "whole"] = "article"
    encoding: str | None = None


@dataclass(slots=True)
class Row:
    """One document as it would be brought in, or a file that cannot be.

    here: it is in the project already, from the same file under the same name. twins: where the same text is, by name.
    """

    path: Path
    how: How
    key: int = field(default_factory=lambda: next(_number))
    source: Source | None = None
    study: ExchangeFile | None = None
    failed: Failed | None = None
    encoding: str = ""
    here: bool = False
    twins: tuple[str, ...] = ()
    ticked: bool = True
    given_name: str | None = None
    given: dict[str, str] = field(default_factory=dict)  # variables a person wrote; "" takes one away

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
        """Does its reader know this choice (encoding, page)?"""
        return self.format in IMPORTERS and choice in IMPORTERS[self.format].takes

    def finished(self) -> Source | None:
        """The document with the name and variables that were given."""
        return replace(self.source, name=self.name, variables=self.variables) if self.source else None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the project holds: (original, name as imported), and names by text."""

    files: frozenset[tuple[bytes, str]]
    texts: Mapping[bytes, tuple[str, ...]]


def _known(project: Project) -> _Known:
    documents = project.ask(living_documents)
    texts: dict[bytes, tuple[str, ...]] = {}
    for d in documents:
        texts[d.text_hash] = (*texts.get(d.text_hash, ()), d.name)
    return _Known(frozenset((d.original_hash, same_name(d.imported_as)) for d in documents), texts)


def look(project: Project, paths: Sequence[tuple[Path, How]], tick: Tick) -> list[Row]:
    """Reads files and folders as they would be brought in; writes nothing. `tick` may raise Cancelled."""
    rows: list[Row] = []
    files: list[tuple[Path, How]] = []
    for path, how in paths:
        try:
            found = sources_in([path]) or [path]
        except CoderError as error:
            rows.append(Row(path, how, failed=Failed(path.name, error.message, error.advice), ticked=False))
            continue
        files += [(file, how) for file in found]
    for n, (file, how) in enumerate(files):
        tick(n, len(files))
        rows += _rows(file, how, read_files([file], page=how.page, encoding=how.encoding))
    tick(len(files), len(files))
    compare(rows, _known(project))
    return rows


def _rows(path: Path, how: How, read: Read) -> list[Row]:
    rows = [Row(path, how, source=source, encoding=_encoding(source, how)) for source in read.sources]
    rows += [Row(path, how, study=study) for study in read.studies]
    return rows + [Row(path, how, failed=failed, ticked=False) for failed in read.failed]


def _encoding(source: Source, how: How) -> str:
    if source.format not in IMPORTERS or "encoding" not in IMPORTERS[source.format].takes:
        return ""
    if how.encoding is not None or source.format not in _PLAIN:
        return how.encoding or ""
    # a character cut in two at the end must not make UTF-8 look like something else
    sample = source.original
    if len(sample) > _SAMPLE:
        sample = sample[: sample.rfind(b"\n", 0, _SAMPLE) + 1] or sample
    return decode(sample).encoding


def compare(rows: Sequence[Row], known: _Known) -> None:
    """Finds what is in the project already, and the same text under other names; what is here is not ticked."""
    batch: dict[bytes, str] = {}
    for row in rows:
        if row.source is None:
            continue
        text = sha256(row.source.text.encode("utf-8"))
        row.here = (sha256(row.source.original), same_name(row.source.name)) in known.files
        others = [*known.texts.get(text, ())]
        if text in batch:
            others.append(batch[text])
        batch.setdefault(text, row.name)
        row.twins = () if row.here else tuple(dict.fromkeys(others))
        row.ticked = not row.here


def together(rows: Sequence[Row]) -> Read:
    """What is ticked, ready to be brought in."""
    chosen = [row for row in rows if row.ticked]
    sources = [source for row in chosen if (source := row.finished()) is not None]
    warnings = [f"{s.name}: {warning}" for s in sources for warning in s.warnings]
    return Read(sources, [row.study for row in chosen if row.study], [], warnings)


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
        said = [self.tr("It is in the project already.")] if row.here else []
        if row.twins:
            names = ", ".join(f"“{name}”" for name in row.twins[:3])
            said.append(self.tr("The same text is also {names}.").format(names=names))
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
