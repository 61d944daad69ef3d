"""Bringing files in: read first, each by its content; then everything readable in one change."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sqlmodel import col, select

from coder.documents import add_documents, variable_named
from coder.errors import CoderError, CodingError, ExchangeError, SourceError
from coder.exchange.study_file import ExchangeFile, read_exchange
from coder.exchange.study_load import bring_study
from coder.exchange.study_people import Loaded
from coder.identity import same_name
from coder.importers import Source, read_sources, sniff, sources_in
from coder.journal.record import Recording
from coder.models import Document, Variable
from coder.project import Done
from coder.values import checked

Tick = Callable[[int, int], None]
_LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read, why, and what to do."""

    file: str
    why: str
    advice: str


@dataclass(slots=True)
class Read:
    """Files read and checked, before anything is written."""

    sources: list[Source] = field(default_factory=list)
    studies: list[ExchangeFile] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def names(self) -> list[str]:
        return [s.name for s in self.sources] + [s.name for s in self.studies]


def _no_tick(_done: int, _total: int) -> None:
    pass


def read_files(
    paths: Sequence[Path],
    *,
    page: Literal["article", "whole"] = "article",
    encoding: str | None = None,
    tick: Tick = _no_tick,
    **choices: Any,
) -> Read:
    """Reads files and folders; a bad one is reported and does not stop the rest.

    choices: what the readers of single formats take beside these (importers.read_sources). `tick` is called before
    each file and may raise Cancelled.
    """
    read = Read()
    files: list[Path] = []
    for path in paths:
        try:
            files += sources_in([path])
        except CoderError as error:
            read.failed.append(Failed(path.name, error.message, error.advice))
    if not files and not read.failed:
        read.failed.append(Failed(", ".join(p.name for p in paths), "There is nothing to read.", "Check the folder."))
    for n, path in enumerate(files):
        tick(n, len(files))
        try:
            _read_one(path, read, page=page, encoding=encoding, **choices)
        except CoderError as error:
            read.failed.append(Failed(path.name, error.message, error.advice))
        except OSError as error:
            why = f"“{path.name}” cannot be read: {error.strerror or error}."
            read.failed.append(Failed(path.name, why, "Check that the file is there and that you may read it."))
    tick(len(files), len(files))
    return read


def _read_one(
    path: Path, read: Read, *, page: Literal["article", "whole"], encoding: str | None, **choices: Any
) -> None:
    if path.stat().st_size > _LARGEST:
        raise SourceError(f"“{path.name}” is larger than {_LARGEST >> 20} MB.", "Split it into parts.")
    data = path.read_bytes()
    kind = sniff(path.name, data)
    if kind == "intercoder":
        raise SourceError(
            f"“{path.name}” is a project of this program.",
            "Bring it in with `merge`, or Team › Merge coder files.",
        )
    if kind == "json":
        read.studies.append(read_exchange(data, path.name))
        return
    for source in read_sources(path.name, data, page=page, encoding=encoding, **choices):
        read.sources.append(source)
        read.warnings += [f"{source.name}: {warning}" for warning in source.warnings]


class BrokenStudy(ExchangeError):
    """An exchange file with an entry that cannot be brought in; study is that file."""

    def __init__(self, error: CoderError, study: ExchangeFile) -> None:
        super().__init__(error.message, error.advice)
        self.study = study


def bring_readable(
    act: Callable[..., Done[Loaded]],
    read: Read,
    *,
    people: Mapping[str, str],
    variables: Sequence[Mapping[str, str]],
    all_or_nothing: bool = False,
) -> Loaded:
    """Brings in what can be, in one change; an exchange file with a bad entry joins `read.failed` and stays out.

    act: `Project.do` or `Project.try_out`. all_or_nothing: such a file keeps out the others too.
    """
    while read.sources or read.studies or not read.failed:
        try:
            return act(bring_in, read=read, people=people, variables=variables).value
        except BrokenStudy as broken:
            read.studies.remove(broken.study)
            read.failed.append(Failed(broken.study.name, broken.message, broken.advice))
            if all_or_nothing:
                break
    return Loaded(warnings=list(read.warnings))


def bring_in(
    session: Recording,
    *,
    read: Read,
    people: Mapping[str, str] | None = None,
    variables: Sequence[Mapping[str, str]] = (),
) -> Loaded:
    """Adds what was read, sources first, in one change; then variables of documents matched by name."""
    loaded = Loaded(warnings=list(read.warnings))
    if read.sources:
        brought = add_documents(session, read.sources)
        loaded.added["documents"] += len(brought.added)
        loaded.same["documents"] += len(brought.same)
        loaded.warnings += brought.warnings
        session.flush()
    for study in read.studies:
        try:
            loaded += bring_study(session, study, people or {})
        except CoderError as error:
            raise BrokenStudy(error, study) from error
        session.flush()
    loaded.warnings += [
        f"Nobody in these files is called “{name}”; “{name}={wish}” changed nothing."
        for name, wish in (people or {}).items()
        if same_name(name) not in loaded.mapped
    ]
    loaded.warnings += set_variables(session, variables)
    session.said.clear()
    session.note(files=read.names()[:20])
    return loaded


def read_variables(path: Path) -> list[dict[str, str]]:
    """A table of variables, .csv or .tsv or .xlsx: a row a document, its name in the first column. All text."""
    if path.suffix.lower() == ".xlsx":
        rows = _workbook_rows(path)
    else:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise SourceError(f"“{path.name}” cannot be read as a table: {error}.", "Save it as UTF-8 .csv.") from error
        first = text.split("\n", 1)[0]
        delimiter = max("\t;,", key=first.count)
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(c.strip() for c in row)]
    if len(rows) < 2 or len(rows[0]) < 2:
        raise SourceError(
            f"“{path.name}” is not a table of variables.",
            "Its first row names the columns, its first column the documents.",
        )
    header = [name.strip() for name in rows[0]]
    if any(len(row) > len(header) for row in rows):
        raise SourceError(f"“{path.name}” has rows longer than its header.", "Quote cells that hold the delimiter.")
    return [dict(zip(header, [*row, *[""] * len(header)], strict=False)) for row in rows[1:]]


def _workbook_rows(path: Path) -> list[list[str]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # openpyxl raises whatever its parsers raise
        raise SourceError(f"“{path.name}” is not a workbook that can be read.", "Save it again as .xlsx.") from error
    rows = [["" if c is None else str(c) for c in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    return [row for row in rows if any(c.strip() for c in row)]


def set_variables(session: Recording, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Writes variables into the documents that rows name; returns a word on each row that matches none."""
    if not rows:
        return []
    by_name: dict[str, list[Document]] = {}
    for document in session.exec(select(Document).where(col(Document.lives))):
        for name in {same_name(document.name), same_name(Path(document.name).stem)}:
            by_name.setdefault(name, []).append(document)
    key = next(iter(rows[0]))
    warnings = []
    for n, row in enumerate(rows, 2):
        found = by_name.get(same_name(row[key]), [])
        if len(found) != 1:
            why = "no document" if not found else "several documents"
            warnings.append(f"Row {n} of the table of variables names “{row[key]}”: {why} of that name.")
            continue
        values = {}
        for name, value in row.items():
            if name == key or not value.strip():
                continue
            variable = session.get(Variable, variable_named(session, name))
            assert variable is not None
            try:
                values[variable.id.hex] = checked(variable.name, variable.kind, variable.values, value)
            except CodingError as error:
                warnings.append(f"Row {n} of the table of variables: {error.message} {error.advice}")
        found[0].variables = found[0].variables | values
    return warnings


def counts(counter: Counter[str]) -> dict[str, int]:
    """Counts under the four names of the JSON answers."""
    return {kind: counter[kind] for kind in ("documents", "codes", "codings", "coders")}


def as_json(loaded: Loaded, failed: Sequence[Failed]) -> dict[str, Any]:
    """The JSON answer of `import`."""
    return {
        "added": counts(loaded.added),
        "same": counts(loaded.same),
        "failed": [{"file": f.file, "why": f.why, "advice": f.advice} for f in failed],
        "warnings": loaded.warnings,
    }
