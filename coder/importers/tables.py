"""Tables of short texts: every row a document, its other columns variables; csv, tsv, xlsx and ods."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import PurePath
from typing import Any, Literal

from coder.errors import SourceError
from coder.identity import same_name
from coder.importers.encodings import decode
from coder.importers.packed import Package, damage_told
from coder.importers.source import Reading, Source, source_of
from coder.spans import canonical

MAX_ROWS = 200_000  # documents of one table; a project of more is not read by people
MAX_COLUMNS = 1_000
_LARGEST_CELL = 20_000_000
_SAMPLE = 50  # rows that show which column holds the texts
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Za-z]{1,3})(\d{1,7})[\"']")
_SHORT = 100  # values that show which column is a key
_BLANK_RUN = 5_000  # rows with nothing on them, one after another: the sheet's formatting, not its content
_KEYS = ("id", "key", "no", "nr", "nummer", "number", "номер", "ид", "post id", "post_id", "message id", "message_id")


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as they were written. columns: the header's names, each once; rows: (row number in the file, cells)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    warnings: tuple[str, ...] = ()


def read_delimited(
    name: str,
    data: bytes,
    *,
    encoding: str | None = None,
    text_column: str | None = None,
    key_column: str | None = None,
) -> tuple[Source, ...]:
    """The rows of a .csv or .tsv as documents; a file with one column is one plain text.

    Raises SourceError for a column that is not there and for what is no table.
    """
    decoded = decode(data, encoding=encoding)
    text = canonical(decoded.text)
    delimiter = delimiter_of(text)
    if delimiter is None:
        reading = Reading(text, warnings=[*decoded.warnings, "It has one column; it was read as one plain text."])
        return (source_of(name, "txt", data, reading),)
    return _documents(name, "csv", data, _table(_cells(text, delimiter), decoded.warnings), text_column, key_column)


def read_sheet(
    name: str, data: bytes, *, text_column: str | None = None, key_column: str | None = None
) -> tuple[Source, ...]:
    """The rows of a workbook's first sheet with something on it as documents. Raises SourceError."""
    kind: Literal["xlsx", "ods"] = "ods" if "content.xml" in Package(data) else "xlsx"
    return _documents(name, kind, data, sheet_table(data), text_column, key_column)


def read_rows(data: bytes) -> list[list[str]]:
    """The cells of a small list with or without a header, as text. Raises SourceError."""
    text = canonical(decode(data).text)
    return [list(row) for row in _cells(text, delimiter_of(text) or ",")]


def delimiter_of(text: str) -> str | None:
    """What parts the columns: a tab, semicolon, comma or bar; None where there is one column only."""
    best: tuple[float, str] | None = None
    for delimiter in "\t;,|":
        try:
            head = [row for _, row in zip(range(_SAMPLE), csv.reader(_lines(text), delimiter=delimiter), strict=False)]
        except csv.Error:
            continue
        wide = [len(row) for row in head if any(row)]
        if not wide or wide[0] < 2:
            continue
        # right where the rows are as wide as the header
        rank = (sum(1 for width in wide if width == wide[0]) / len(wide), delimiter)
        if best is None or rank[0] > best[0]:
            best = rank
    return best[1] if best is not None and best[0] >= 0.5 else None


def _lines(text: str) -> Iterator[str]:
    return iter(io.StringIO(text, newline=""))


def _cells(text: str, delimiter: str) -> Iterator[Sequence[str]]:
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        yield from csv.reader(_lines(text), delimiter=delimiter)
    except csv.Error as problem:
        raise SourceError(
            f"It cannot be read as a table: {problem}.", "Check the quotes in it, or save it as .xlsx."
        ) from problem
    finally:
        csv.field_size_limit(before)


def sheet_table(data: bytes) -> Table:
    """The first sheet with something on it. Raises SourceError for what is damaged, locked or endless."""
    import python_calamine

    package = Package(data)
    for member in package.names:  # a bomb is refused before the fast reader unpacks it
        if member.endswith(".xml"):
            body = package.read(member)
            if member.startswith("xl/worksheets/"):
                _bounded(*_extent(body))
    with damage_told():
        try:
            book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
            for title in book.sheet_names:
                sheet = book.get_sheet_by_name(title)
                if sheet.height and sheet.width:
                    _bounded(sheet.total_height, sheet.total_width)
                    return _table((tuple(_written(c) for c in row) for row in sheet.iter_rows()), ())
        except (python_calamine.CalamineError, python_calamine.WorksheetNotFound) as problem:
            raise ValueError(str(problem)) from problem
    raise SourceError("There is nothing on its sheets.")


def _extent(sheet: bytes) -> tuple[int, int]:
    """Rows and columns from the first to the last cell of an .xlsx sheet, by the cells' own names.

    The fast reader takes memory for all of it at once and ends the process where there is not enough.
    """
    rows, columns = [1], [1]
    for letters, number in set(_CELL.findall(sheet)):
        column = 0
        for letter in letters.upper():
            column = column * 26 + letter - 64
        rows.append(int(number))
        columns.append(column)
    return max(rows), max(columns)


def _bounded(height: int, width: int) -> None:
    if height * width > 50_000_000:
        raise SourceError(
            f"Its sheet is {height} rows by {width} columns, far more than a table of texts.",
            "Copy the rows that hold something to a new sheet, and import that.",
        )


def _written(cell: Any) -> str:
    """A cell as a person reads it: whole numbers without a point, days as ISO dates."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time(0) else cell.isoformat(" ", "seconds")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def _table(cells: Iterator[Sequence[str]], warnings: tuple[str, ...]) -> Table:
    """The header and the rows with something on them. Raises SourceError for too many."""
    header: tuple[str, ...] | None = None
    rows: list[tuple[int, tuple[str, ...]]] = []
    blank = longer = 0
    for n, row in enumerate(cells, 1):
        if not any(cell and not cell.isspace() for cell in row):
            blank += 1
            if blank > _BLANK_RUN:
                break
            continue
        blank = 0
        if header is None:
            header = _header(row)
            continue
        longer += len(row) > len(header)
        rows.append((n, (*row[: len(header)], *[""] * (len(header) - len(row)))))
        if len(rows) > MAX_ROWS:
            raise SourceError(f"The table has more than {MAX_ROWS} rows.", "Split it into several tables.")
    if header is None or not rows:
        raise SourceError("There are no rows under the table's header.", "Its first row names the columns.")
    if longer:
        warnings = (*warnings, f"{longer} rows are longer than the header; what stands behind it was left out.")
    return Table(header, tuple(rows), warnings)


def _header(row: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, each once; one without a name is called by its place."""
    if len(row) > MAX_COLUMNS:
        raise SourceError(f"The table has more than {MAX_COLUMNS} columns.", "Keep those that are needed.")
    names: list[str] = []
    taken: set[str] = set()
    for place, cell in enumerate(row, 1):
        plain = " ".join(cell.split()) or f"Column {place}"
        name, n = plain, 1
        while same_name(name) in taken:
            n += 1
            name = f"{plain} ({n})"
        taken.add(same_name(name))
        names.append(name)
    return tuple(names)


def text_column_of(table: Table) -> int:
    """The column with the longest cells on average, over the first rows."""
    seen = [cells for _, cells in table.rows[: _SAMPLE * 20]]
    lengths = [sum(len(cells[i]) for cells in seen) for i in range(len(table.columns))]
    return lengths.index(max(lengths))


def column_named(table: Table, name: str) -> int:
    """The place of a column. Raises SourceError that names those there are."""
    for place, column in enumerate(table.columns):
        if same_name(column) == same_name(name):
            return place
    raise SourceError(f"There is no column “{name}”.", f"Its columns are: {', '.join(table.columns[:30])}.")


def _key_column_of(table: Table, text: int) -> int | None:
    """A column called id or the like that has another short value in every row."""
    for place, column in enumerate(table.columns):
        if place != text and same_name(column) in _KEYS:
            values = [same_name(cells[place]) for _, cells in table.rows]
            if all(0 < len(value) <= _SHORT for value in values) and len(set(values)) == len(values):
                return place
    return None


def _documents(
    name: str,
    kind: Literal["csv", "xlsx", "ods"],
    data: bytes,
    table: Table,
    text_column: str | None,
    key_column: str | None,
) -> tuple[Source, ...]:
    text = column_named(table, text_column) if text_column else text_column_of(table)
    key = column_named(table, key_column) if key_column else _key_column_of(table, text)
    stem = PurePath(name).stem or name
    said = [*table.warnings]
    if text_column is None:
        said.append(f"The texts were taken from the column “{table.columns[text]}”.")
    empty: list[int] = []
    repeated: list[str] = []
    seen: dict[str, int] = {}
    sources: list[Source] = []
    for n, cells in table.rows:
        if not cells[text].strip():
            empty.append(n)
            continue
        called = _plain(cells[key])[:_SHORT] if key is not None else ""
        called = called or str(n)
        times = seen[same_name(called)] = seen.get(same_name(called), 0) + 1
        if times > 1:
            repeated.append(called)
            called = f"{called} ({times})"
        values = {column: _plain(cells[i]) for i, column in enumerate(table.columns) if i != text and cells[i].strip()}
        body = canonical(cells[text]).strip("\n")
        sources.append(
            Source(f"{stem} · {called}", body, kind, data, (), values, (), table=name, key=called)
        )  # fmt: skip
    if empty:
        said.append(f"Rows without text, left out: {_listed([str(n) for n in empty])}.")
    if repeated:
        said.append(f"The key column holds some values more than once: {_listed(repeated)}.")
    if not sources:
        raise SourceError(f"There is no text in the column “{table.columns[text]}”.", "Choose another column.")
    first = sources[0]
    sources[0] = Source(
        first.name, first.text, first.format, data, (), first.variables, tuple(said), table=name, key=first.key
    )
    return tuple(sources)


_BLANKS = re.compile(r"\s+")


def _plain(cell: str) -> str:
    return _BLANKS.sub(" ", canonical(cell)).strip()


def _listed(things: Sequence[str]) -> str:
    shown = ", ".join(things[:10])
    return shown if len(things) <= 10 else f"{shown} and {len(things) - 10} more"


