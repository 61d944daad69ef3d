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
from coder.exchange.reading import Failed, Read, part_of
from coder.exchange.study_file import ExchangeFile
from coder.exchange.variables_table import Fit, fit
from coder.identity import same_name
from coder.importers import IMPORTERS, Source
from coder.importers.alike import Sketch
from coder.importers.pseudonyms import Pseudonyms, Replaced
from coder.importers.recognising import recognised_languages
from coder.project import Project
from ui.language import in_words
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
class Known:
    """What was found out once and need not be again: sketches of the project's texts."""

    sketches: dict[bytes, Sketch] = field(default_factory=dict)


@dataclass(slots=True)
class Looked:
    """Rows that were read; the stories that documents of the project get; what has a pseudonym now.

    names_here: of the project's documents. languages: those in which text of scans is recognised here, None without
    the program for it; asked only when a PDF is among the files.
    """

    rows: list[Row]
    stories_here: dict[UUID, str]
    replaced: list[Replaced]
    names_here: list[str] = field(default_factory=list)
    languages: tuple[str, ...] | None = None


@dataclass(slots=True)
class Row:
    """One document as it would be brought in, or a file that cannot be.

    path: the file it came from. twin: where the same text, or nearly the same, is already. version: it becomes the
    text of that document. listed: what a table of variables says of it; no_row: there is one, and it says nothing.
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
    version: bool = False
    listed: dict[str, str] = field(default_factory=dict)
    no_row: bool = False
    given_name: str | None = None
    given: dict[str, str] = field(default_factory=dict)  # variables a person wrote; "" takes one away
    kinds: Mapping[str, str] = field(default_factory=dict)  # of variables that the pattern of names gives

    @property
    def here(self) -> bool:
        """Is it in the project already?"""
        return self.twin is not None and self.twin.kind == "file"

    @property
    def older(self) -> UUID | None:
        """The document of the project whose new version it may be."""
        twin = self.twin
        return twin.document if self.source is not None and twin and twin.kind in ("name", "nearly") else None

    @property
    def is_pdf(self) -> bool:
        return self.format == "pdf" or (self.failed is not None and self.path.suffix.casefold() == ".pdf")

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
        known = {same_name(name): name for name in found}
        found |= {known.get(same_name(name), name): value for name, value in self.listed.items()}
        return {name: value for name, value in (found | self.given).items() if value}

    def takes(self, choice: str) -> bool:
        """Does its reader know this choice (a field of FileChoices)? A choice that did not work can be taken back."""
        if self.failed is not None:
            return getattr(self.how, choice) is not None or (choice == "ocr" and self.is_pdf)
        return self.format in IMPORTERS and choice in IMPORTERS[self.format].takes

    def finished(self) -> Source | None:
        """The document with the name and variables that were given."""
        return replace(self.source, name=self.name, variables=self.variables) if self.source else None


def look(
    project: Project,
    paths: Sequence[Path],
    how: Mapping[Path, FileChoices],
    every: ForAll,
    known: Known,
    tick: Tick,
    before: Sequence[Source] = (),
) -> Looked:
    """Reads files and folders as they would be brought in; writes nothing. `tick` may raise Cancelled.

    known: is added to. before: what is shown already, to be compared with.
    Raises SourceError for a pattern that is none.
    """
    by_file = {str(path): each for path, each in how.items()}
    choices = Choices(
        by_file=by_file, pattern=every.pattern, pseudonyms=every.pseudonyms, stories=every.stories
    )  # fmt: skip
    here = project.ask(here_now, part_of(tick, 0, 20), known.sketches)
    found = prepare(paths, choices, part_of(tick, 20, 100), here=here, before=before)
    rows = []
    for one in found.sources:
        file = Path(one.file)
        row = Row(file, how.get(file, FileChoices()), source=one.source, encoding=one.encoding, twin=one.twin)
        row.encoding_sure, row.story = one.encoding_sure, found.stories.get(one.name, "")
        row.ticked, row.kinds = not row.here, one.kinds
        rows.append(row)
    rows += [Row(Path(study.name), study=study) for study in found.studies]
    for failed in found.failed:
        file = Path(failed.came or failed.file)
        rows.append(Row(file, how.get(file, FileChoices()), failed=failed, ticked=False))
    languages = recognised_languages() if any(row.is_pdf for row in rows) else None
    tick(100, 100)  # who gave up while texts were compared gets nothing either
    return Looked(rows, found.stories_here, found.replaced, here.names, languages)


def fit_table(rows: Sequence[Row], names_here: Sequence[str], table: Sequence[Mapping[str, str]]) -> Fit:
    """Gives the rows that are ticked what a table of variables says of them; tells what fits nothing.

    names_here: the project's documents, which its rows may mean too. Places in the answer beyond the rows are theirs.
    """
    new = [row for row in rows if row.ticked and row.source is not None and not row.here and not row.version]
    found = fit(table, [*(row.name for row in new), *names_here])
    key = next(iter(table[0])) if table else ""
    for row in rows:
        row.listed, row.no_row = {}, False
    for place, row in enumerate(new):
        said = table[found.rows[place]] if place in found.rows else {}
        row.listed = {name: value.strip() for name, value in said.items() if name != key and value.strip()}
        row.no_row = bool(table) and place not in found.rows
    return found


def table_for(rows: Sequence[Row], table: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """The table without what a person wrote otherwise into rows that are ticked."""
    given = {}
    for row in rows:
        if row.ticked and row.given and row.source is not None:
            names = {same_name(name) for name in row.given}
            given |= {same_name(called): names for called in (row.name, Path(row.name).stem)}
    key = next(iter(table[0])) if table else ""
    return [
        {
            name: "" if name != key and same_name(name) in given.get(same_name(line[key]), ()) else value
            for name, value in line.items()
        }
        for line in table
    ]


def together(rows: Sequence[Row], stories_here: Mapping[UUID, str]) -> Read:
    """What is ticked, ready to be brought in."""
    chosen = [row for row in rows if row.ticked]
    read = Read(studies=[row.study for row in chosen if row.study], stories_here=dict(stories_here))
    for row in chosen:
        if (source := row.finished()) is None:
            continue
        if row.version and row.older is not None:
            read.renewed.append((row.older, source))
            read.warnings += [f"{source.name}: {in_words(warning)}" for warning in source.warnings]
            continue
        read.take(source, str(row.path))
        read.kinds |= row.kinds
        if row.twin is not None and not row.here:
            read.warnings.append(f"{source.name}: {in_words(row.twin.words())}")
        if row.story:
            read.stories[source.name] = row.story
    return read


class IncomingModel(TableModel):
    """The rows with a box to tick before each name. ticks_changed(): some were ticked or not. renamed()."""

    ticks_changed = Signal()
    renamed = Signal()

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
            return [in_words(row.failed.why), self.advice(row)]
        said = [in_words(row.twin.words())] if row.twin is not None and not row.version else []
        if row.version and row.twin is not None:
            said.append(self.tr("It becomes the new version of “{name}”.").format(name=row.twin.name))
        if row.no_row:
            said.append(self.tr("The table of variables has no row for it."))
        if row.story:
            said.append(self.tr("Its story: “{name}”.").format(name=row.story))
        if row.source is not None:
            said += map(in_words, row.source.warnings)
        if row.study is not None:
            words = self.tr("A study: documents {documents}, codes {codes}, coded segments {codings}.")
            s = row.study
            said.append(words.format(documents=len(s.documents), codes=len(s.codes), codings=len(s.codings)))
        return said

    def advice(self, row: Row) -> str:
        """What to do about a file that cannot be read: a command's option is a box here."""
        if row.failed is None:
            return ""
        if not row.is_pdf or "--ocr" not in row.failed.advice:
            return in_words(row.failed.advice)
        if row.how.ocr:
            return self.tr("Choose another language under “Scanned pages”.")
        return self.tr(
            "Choose its language under “Scanned pages” where Tesseract is installed, or have its text recognised with"
            " OCRmyPDF or Acrobat."
        )

    def _rename(self, row: Row, words: str) -> None:
        if row.source is not None:
            row.given_name = " ".join(words.split()) or None
            self.repaint(row)
            self.renamed.emit()

    def repaint_all(self) -> None:
        """All rows may say something else now."""
        if len(self.rows):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))

    def repaint(self, row: Row) -> None:
        """A row says something else now."""
        if (place := self.place(row.key)) is not None:
            self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def tick(self, rows: Sequence[Row], ticked: bool) -> None:
        """Ticks rows, or takes the ticks away; a file that cannot be read is never ticked."""
        for row in rows:
            if row.failed is None and row.ticked != ticked:
                row.ticked = ticked
        if len(rows) == 1:
            self.repaint(rows[0])
        else:
            self.repaint_all()
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
