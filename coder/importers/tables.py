"""Tables of short texts: every row a document, its other columns variables; csv, tsv, xlsx, ods, pages as .xls."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from lxml.html import HtmlElement

from coder.errors import SourceError
from coder.identity import same_name
from coder.importers.encodings import decode
from coder.importers.packed import Package
from coder.importers.sheets import MAX_COLUMNS, Sheet, sheets_of, too_many
from coder.importers.source import Reading, Source, source_of
from coder.importers.table_of_texts import SHORT, Table, column_named, key_column_of, table_of, text_column_of
from coder.importers.webpage import parsed_page
from coder.importers.workbooks import chosen_table
from coder.sentences import listing, sentence
from coder.spans import canonical

_LARGEST_CELL = 20_000_000
_MOST_CELLS = 500_000  # of one line; more are no table and no quoted text
_SAMPLE = 50  # rows that show what parts the columns
_DECLARED = re.compile(r"sep=([\t;,|])\n", re.IGNORECASE)  # the first line that Excel writes for itself


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
    table = table_of(_numbered(text, delimiter), warnings=decoded.warnings)
    return _documents(name, "csv", data, table, text_column, key_column)


def read_sheet(
    name: str,
    data: bytes,
    *,
    text_column: str | None = None,
    key_column: str | None = None,
    sheet: str | None = None,
) -> tuple[Source, ...]:
    """The rows of a workbook's sheet of this name as documents, else of the first that looks like a table of texts.

    Sheets with the very same columns are read with it unless one is named, and “sheet” is then one of the variables.
    Raises SourceError.
    """
    kind: Literal["xlsx", "ods"] = "ods" if "content.xml" in Package(data) else "xlsx"
    return _documents(name, kind, data, chosen_table(sheets_of(data), text_column, sheet), text_column, key_column)


def read_page_tables(
    name: str,
    data: bytes,
    *,
    encoding: str | None = None,
    text_column: str | None = None,
    key_column: str | None = None,
    sheet: str | None = None,
) -> tuple[Source, ...]:
    """The rows of a table in a web page that bears the name of a workbook, as many programs export them.

    Each table of the page is taken for a sheet, named by its caption. Raises SourceError.
    """
    page = parsed_page(data, encoding=encoding)
    tables = [table for table in page.iter("table") if next(table.iterdescendants("table"), None) is None]
    if not tables:
        raise SourceError("There is no table on the page.", "Save it as .html and import that, or as .xlsx.")
    sheets = [_sheet_of(table, n) for n, table in enumerate(tables, 1)]
    return _documents(name, "xls", data, chosen_table(sheets, text_column, sheet), text_column, key_column)


def _sheet_of(table: HtmlElement, number: int) -> Sheet:
    caption = " ".join("".join(table.xpath("./caption//text()")).split())
    sheet = Sheet(caption or f"Table {number}")
    for n, row in enumerate(table.iter("tr"), 1):
        cells: dict[int, str] = {}
        at = 0
        for cell in row.iterchildren("td", "th"):
            for line in cell.iter("br"):
                line.tail = "\n" + (line.tail or "")
            cells[at] = str(cell.text_content()).strip()
            wide, high = (_spans(cell.get(name)) for name in ("colspan", "rowspan"))
            if wide > 1 or high > 1:
                sheet.merge(n, n + high - 1, at, at + wide - 1)
            at += wide
        sheet.add_row(n, cells)
    sheet.settle()
    return sheet


def _spans(said: str | None) -> int:
    """How many columns or rows a cell says that it spans, within what any table has."""
    return max(1, min(int(said), MAX_COLUMNS)) if said and said.isascii() and said.isdigit() else 1


def read_rows(data: bytes) -> list[list[str]]:
    """The cells of a small list with or without a header, as text. Raises SourceError."""
    text = canonical(decode(data).text)
    return [list(row) for _, row in _numbered(text, delimiter_of(text) or ",")]


def delimiter_of(text: str) -> str | None:
    """What parts the columns: a tab, semicolon, comma or bar; None where there is one column only.

    The first row decides. Where that has one cell, as a title does, all rows from one on must have the same three
    cells or more.
    """
    if declared := _DECLARED.match(text):
        return declared[1]
    best: tuple[float, str] | None = None
    titled: tuple[int, str] | None = None
    for delimiter in "\t;,|":
        widths = _widths(text, delimiter)
        if not widths:
            continue
        if widths[0] < 2:
            below = widths[next((n for n, width in enumerate(widths) if width > 1), len(widths)) :]
            if len(below) >= 3 and min(below) == max(below) >= 3 and (titled is None or below[0] > titled[0]):
                titled = (below[0], delimiter)
            continue
        # right where the rows are as wide as the header
        rank = (widths.count(widths[0]) / len(widths), delimiter)
        if best is None or rank[0] > best[0]:
            best = rank
    if best is not None and best[0] >= 0.5:
        return best[1]
    return titled[1] if titled is not None and best is None else None


def _widths(text: str, delimiter: str) -> list[int]:
    """How many cells the first rows have; none where it cannot be parted so."""
    try:
        head = [row for (_, row), _ in zip(_numbered(text, delimiter), range(_SAMPLE), strict=False)]
    except SourceError:
        return []
    return [len(row) for row in head if any(row)]


def _numbered(text: str, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Number and cells of each row. Raises SourceError."""
    csv.field_size_limit(_LARGEST_CELL)  # of the whole program; nothing in it wants a smaller one
    reader = csv.reader(_lines(text, delimiter), delimiter=delimiter)
    number = 0
    try:
        for number, row in enumerate(reader, 1):
            if number > 1 or not _DECLARED.match(text):
                yield number, row
    except csv.Error as problem:
        raise SourceError(
            sentence("It cannot be read as a table: {problem} (row {n}).", problem=problem, n=number + 1),
            "Check the quotes in it, or save it as .xlsx.",
        ) from problem


def _lines(text: str, delimiter: str) -> Iterator[str]:
    """The lines, for a reader that makes a list of each. Raises SourceError before one of endlessly many cells."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin) + 1 or len(text)
        if text.count(delimiter, begin, end) > _MOST_CELLS:
            raise too_many()
        yield text[begin:end]
        begin = end


def _documents(
    name: str,
    kind: Literal["csv", "xlsx", "ods", "xls"],
    data: bytes,
    table: Table,
    text_column: str | None,
    key_column: str | None,
) -> tuple[Source, ...]:
    text = column_named(table, text_column) if text_column else text_column_of(table)
    key = column_named(table, key_column) if key_column else key_column_of(table, text)
    stem = PurePath(name).stem or name
    said = [*table.warnings]
    if text_column is None:
        said.append(sentence("The texts were taken from the column “{what}”.", what=table.columns[text]))
    empty = [called for called, cells in table.rows if not cells[text].strip()]
    repeated: list[str] = []
    taken: dict[str, int] = {}
    sources: list[Source] = []
    for row, cells in table.rows:
        body = canonical(cells[text])
        if not body.strip():
            continue
        wanted = (_plain(cells[key])[:SHORT] if key is not None else "") or row
        called = _free(wanted, taken)
        if called != wanted:
            repeated.append(wanted)
        values = {column: _plain(cells[i]) for i, column in enumerate(table.columns) if i != text and cells[i].strip()}
        sources.append(
            Source(f"{stem} · {called}", body.strip("\n"), kind, data, (), values, table=name, key=called,
                   sheets=table.sheets)
        )  # fmt: skip
    if empty:
        said.append(sentence("Rows without text, left out: {what}.", what=listing(empty, 10)))
    if repeated:
        said.append(sentence("The key column holds some values more than once: {what}.", what=listing(repeated, 10)))
    if not sources:
        raise SourceError(
            sentence("There is no text in the column “{what}”.", what=table.columns[text]), "Choose another column."
        )
    return (replace(sources[0], warnings=tuple(said)), *sources[1:])


def _free(wanted: str, taken: dict[str, int]) -> str:
    """The key, with a number behind it where another row bears it. taken: how often each was wanted."""
    called = wanted
    while same_name(called) in taken:
        taken[same_name(wanted)] += 1
        called = f"{wanted} ({taken[same_name(wanted)]})"
    taken[same_name(called)] = 1
    return called


_BLANKS = re.compile(r"\s+")


def _plain(cell: str) -> str:
    return _BLANKS.sub(" ", canonical(cell)).strip()
