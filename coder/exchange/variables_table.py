"""A table of variables, matched by the documents' names."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlmodel import col, select

from coder.documents import variable_named
from coder.errors import CodingError, SourceError
from coder.identity import same_name
from coder.importers.sheets import sheets_of
from coder.journal.record import Recording
from coder.models import Document, Variable
from coder.sentences import joined, listing, sentence
from coder.values import checked


def read_variables(path: Path) -> list[dict[str, str]]:
    """A table of variables, .csv, .tsv, .xlsx or .ods: a row a document, its name in the first column. All text."""
    if path.suffix.lower() in (".xlsx", ".ods"):
        rows = _workbook_rows(path)
    else:
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise SourceError(
                sentence("“{name}” cannot be read as a table: {error}.", name=path.name, error=error),
                "Save it as UTF-8 .csv.",
            ) from error
        first = text.split("\n", 1)[0]
        delimiter = max("\t;,", key=first.count)
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(c.strip() for c in row)]
    if len(rows) < 2 or len(rows[0]) < 2:
        raise SourceError(
            sentence("“{name}” is not a table of variables.", name=path.name),
            "Its first row names the columns, its first column the documents.",
        )
    header = [name.strip() for name in rows[0]]
    if any(len(row) > len(header) for row in rows):
        raise SourceError(
            sentence("“{name}” has rows longer than its header.", name=path.name),
            "Quote cells that hold the delimiter.",
        )
    return [dict(zip(header, [*row, *[""] * len(header)], strict=False)) for row in rows[1:]]


def _workbook_rows(path: Path) -> list[list[str]]:
    """The rows of the first sheet that people see, cells as they are seen. Raises SourceError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            sentence("“{name}” cannot be read as a table: {error}.", name=path.name, error=error),
            "Check the file and its folder.",
        ) from error
    seen = [sheet for sheet in sheets_of(data) if not sheet.hidden]
    return [row for _, row in seen[0].rows] if seen else []


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table of variables fits documents of these names, before anything is written.

    rows: place of a document -> of its row, both from 0. unmatched: a word on each row that matches none, or several.
    without: places of documents that have no row.
    """

    rows: Mapping[int, int]
    unmatched: tuple[str, ...]
    without: tuple[int, ...]


def fit(rows: Sequence[Mapping[str, str]], names: Sequence[str]) -> Fit:
    """Matches rows with documents by name, with or without the suffix, as `set_variables` does."""
    by_name: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for called in _called(name):
            by_name.setdefault(called, []).append(place)
    matched: dict[int, int] = {}
    unmatched = []
    key = next(iter(rows[0])) if rows else ""
    for n, row in enumerate(rows):
        found = by_name.get(same_name(row[key]), [])
        if len(found) == 1:
            matched[found[0]] = n
        else:
            unmatched.append(_unmatched(n, row[key], bool(found)))
    return Fit(matched, tuple(unmatched), tuple(place for place in range(len(names)) if place not in matched))


def _called(name: str) -> set[str]:
    return {same_name(name), same_name(Path(name).stem)}


def _unmatched(n: int, name: str, several: bool) -> str:
    if several:
        words = "Row {n} of the table of variables names “{name}”: several documents of that name."
    else:
        words = "Row {n} of the table of variables names “{name}”: no document of that name."
    return sentence(words, n=n + 2, name=name)


def set_variables(session: Recording, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """Writes variables into the documents that rows name; returns a word on each row that matches none."""
    if not rows:
        return []
    by_name: dict[str, list[Document]] = {}
    for document in session.exec(select(Document).where(col(Document.lives))):
        for name in _called(document.name):
            by_name.setdefault(name, []).append(document)
    key = next(iter(rows[0]))
    warnings = []
    matched: set[UUID] = set()
    for n, row in enumerate(rows):
        found = by_name.get(same_name(row[key]), [])
        if len(found) != 1:
            warnings.append(_unmatched(n, row[key], bool(found)))
            continue
        matched.add(found[0].id)
        values = {}
        for name, value in row.items():
            if name == key or not value.strip():
                continue
            variable = session.get(Variable, variable_named(session, name))
            assert variable is not None
            try:
                values[variable.id.hex] = checked(variable.name, variable.kind, variable.values, value)
            except CodingError as error:
                wrong = joined([error.message, error.advice])
                warnings.append(sentence("Row {n} of the table of variables: {wrong}", n=n + 2, wrong=wrong))
        found[0].variables = found[0].variables | values
    left = sorted({d.name for found in by_name.values() for d in found if d.id not in matched})
    if left:
        shown = listing([f"“{name}”" for name in left], 20)
        warnings.append(sentence("The table of variables has no row for: {shown}.", shown=shown))
    return warnings
