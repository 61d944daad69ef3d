"""Plain tables of ratings: .csv, .tsv and .xlsx to a `RatingsTable`, every cell as text."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path

from coder.agreement.plain import RatingsTable
from coder.errors import SourceError
from coder.sentences import sentence

_LABELS = {"", "#", "unit", "units", "unit_id", "unit id", "id", "case", "cases", "case_id", "case id", "item", "items",
           "item_id", "segment", "document", "row", "nr", "no", "no."}
_DELIMITERS = (",", ";", "\t", "|")
# What zip, XML and workbook readers raise at a damaged file; a SyntaxError is the XML parser's.
_DAMAGED = (zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, IndexError,
            AttributeError, TypeError, OSError)
_LARGEST = 200_000_000
_SAVE_AS = "Save the table as .csv (UTF-8) or .xlsx: coders' names in the first row, one row per unit."

Row = tuple[int, list[str]]


def read_ratings(path: Path) -> RatingsTable:
    """The table in a .csv, .tsv or .xlsx file: header row = coders, one row per unit, empty cell = missing.

    A first column headed by nothing or by a word for units (unit, id, case, …) holds the labels of the units; the
    warnings say so. Raises SourceError, naming the row, for a file that is no such table.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError(
                sentence("“{name}” is larger than {n} MB.", name=path.name, n=_LARGEST // 1000000), "Split the table."
            )
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            sentence("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or error),
            "Check the name and that the file may be opened.",
        ) from error
    if zipfile.is_zipfile(io.BytesIO(data)):
        rows = _rows_of_workbook(path.name, data)
    else:
        rows = _rows_of_text(path.name, data, tabs=path.suffix.lower() == ".tsv")
    return _table(path.name, rows)


def _rows_of_text(name: str, data: bytes, *, tabs: bool) -> list[Row]:
    text = _decoded(name, data)
    delimiter = "\t" if tabs else _delimiter_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        for cells in reader:
            if cells:
                rows.append((reader.line_num, [cell.strip() for cell in cells]))
    except csv.Error as error:
        raise SourceError(
            sentence("“{name}”, row {line_num}: {error}.", name=name, line_num=reader.line_num, error=error), _SAVE_AS
        ) from error
    return rows


def _decoded(name: str, data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            sentence("“{name}” is not UTF-8 text (byte {n}).", name=name, n=error.start + 1), _SAVE_AS
        ) from error
    if "\0" in text:
        raise SourceError(sentence("“{name}” is not a table in text form.", name=name), _SAVE_AS)
    return text


def _delimiter_of(text: str) -> str:
    """The delimiter by which the header and most of the first rows have the same number of cells, the most cells."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    best, best_key = ",", (0.0, 0)
    for delimiter in _DELIMITERS:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter)]
        if widths and widths[0] > 1:
            key = (widths.count(widths[0]) / len(widths), widths[0])
            if key > best_key:
                best, best_key = delimiter, key
    return best


def _rows_of_workbook(name: str, data: bytes) -> list[Row]:
    from openpyxl import load_workbook  # slow to import, needed for workbooks only
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells of styles and extensions that it leaves out
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            rows = [(n, [_text_of(cell) for cell in row]) for n, row in enumerate(sheet.values, 1)]
            book.close()
    except (*_DAMAGED, InvalidFileException) as error:
        raise SourceError(sentence("“{name}” is not a readable .xlsx workbook.", name=name), _SAVE_AS) from error
    while rows and not any(rows[-1][1]):
        rows.pop()
    width = max((n for _, cells in rows for n, cell in enumerate(cells, 1) if cell), default=0)
    # A sheet has a rectangle of cells, so its empty cells beyond the table are not the table's.
    return [(n, (cells + [""] * width)[:width]) for n, cells in rows]


def _text_of(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell).strip()


def _table(name: str, rows: Sequence[Row]) -> RatingsTable:
    if not rows:
        raise SourceError(sentence("“{name}” is empty.", name=name), _SAVE_AS)
    header = rows[0][1]
    for line, cells in rows[1:]:
        if len(cells) != len(header):
            raise SourceError(
                sentence(
                    "“{name}”, row {line}: {n} cells, but the first row has {n2}.",
                    name=name,
                    line=line,
                    n=len(cells),
                    n2=len(header),
                ),
                "Give every row as many cells as there are columns; leave missing values empty.",
            )
    told = []
    labelled = len(header) > 1 and header[0].casefold() in _LABELS
    if labelled:
        title = f"“{header[0]}”" if header[0] else "without a name"
        told.append(
            sentence("The first column ({title}) was read as labels of the units, not as a coder.", title=title)
        )
    coders = _coders(name, header[labelled:], rows[1:], first=int(labelled))
    keep = [n for n, coder in enumerate(coders, int(labelled)) if coder is not None]
    if dropped := len(coders) - len(keep):
        told.append(sentence("{dropped} empty columns without a name were left out.", dropped=dropped))
    return RatingsTable(
        coders=tuple(coder for coder in coders if coder is not None),
        units=tuple(cells[0] if labelled else str(n) for n, (_, cells) in enumerate(rows[1:], 1)),
        values=tuple(tuple(cells[n] or None for n in keep) for _, cells in rows[1:]),
        lines=tuple(line for line, _ in rows[1:]),
        warnings=tuple(told),
    )


def _coders(name: str, header: Sequence[str], rows: Sequence[Row], *, first: int) -> list[str | None]:
    """Names of the columns; None for a column with neither name nor values."""
    coders: list[str | None] = []
    for n, title in enumerate(header, first):
        if title:
            if title in coders:
                raise SourceError(
                    sentence("“{name}”: two columns are named “{title}”.", name=name, title=title),
                    "Give each coder a name of their own.",
                )
            coders.append(title)
        elif any(cells[n] for _, cells in rows):
            raise SourceError(
                sentence("“{name}”: column {n} has values, but no coder's name in the first row.", name=name, n=n + 1),
                _SAVE_AS,
            )
        else:
            coders.append(None)
    return coders
