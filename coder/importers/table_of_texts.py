"""A table of texts: its columns by name, its rows, and which column holds the texts and which the keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from coder.errors import SourceError
from coder.identity import same_name
from coder.importers.headers import first_row_is_no_header, header_place
from coder.importers.sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, too_many
from coder.sentences import sentence

SHORT = 100  # characters of a value that may be a key
_SAMPLE = 1_000  # rows that show which column holds the texts
_MOST_QUOTED = 200
_FAR_LONGER = 10  # times as long as what is called “text”: then that is a label, and the texts stand elsewhere
_TEXT_NAMES = ("text", "texts", "full text", "body", "текст", "текст сообщения", "texte", "texto", "نص", "文本")
_KEYS = ("id", "key", "no", "nr", "nummer", "number", "номер", "ид", "post id", "post_id", "message id", "message_id")


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as they were written. columns: the header's names, each once; rows: what each is called, and its cells.

    A row is called by its number in the file; in a table of several sheets the sheet's title stands before it. sheets:
    the names of all in the workbook that hold something.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    warnings: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def table_of(
    cells: Iterable[tuple[int, Sequence[str]]], *, warnings: Sequence[str] = (), spanned: Collection[int] = ()
) -> Table:
    """The header and the rows with something on them. cells: number and cells of each row.

    What stands above the header is passed over and told. Raises SourceError for too many, and for none.
    """
    rows: list[tuple[int, Sequence[str]]] = []
    places = 0
    for number, row in cells:
        if not any(cell and not cell.isspace() for cell in row):
            continue
        rows.append((number, row))
        places += len(row)
        if len(rows) > MAX_ROWS + 100:
            raise SourceError(
                sentence("The table has more than {max_rows} rows.", max_rows=MAX_ROWS), "Split it into several tables."
            )
        if places > MAX_CELLS:
            raise too_many()
    place = header_place(rows, spanned)
    body = rows[place + 1 :]
    if not body:
        raise SourceError("There are no rows under the table's header.", "Its first row names the columns.")
    columns = _columns(rows[place][1])
    if len(body) > MAX_ROWS:
        raise SourceError(
            sentence("The table has more than {max_rows} rows.", max_rows=MAX_ROWS), "Split it into several tables."
        )
    if len(body) * len(columns) > MAX_CELLS:
        raise too_many()
    told = [*warnings]
    if place:
        told.append(_passed_over(rows[: place + 1]))
    elif first_row_is_no_header(rows):
        told.append("The first row was taken for the names of the columns, and does not look like that; check it.")
    width = len(columns)
    longer = sum(1 for _, row in body if any(cell and not cell.isspace() for cell in row[width:]))
    if longer:
        told.append(
            sentence("{longer} rows are longer than the header; what stands behind it was left out.", longer=longer)
        )
    kept = ((str(number), (*row[:width], *[""] * (width - len(row)))) for number, row in body)
    return Table(columns, tuple(kept), tuple(told))


def _passed_over(rows: Sequence[tuple[int, Sequence[str]]]) -> str:
    """What stands above the header, said."""
    *above, (number, _) = rows
    words = " / ".join(" ".join(cell.split()) for _, row in above for cell in row if cell and not cell.isspace())
    quoted = words if len(words) <= _MOST_QUOTED else f"{words[: _MOST_QUOTED - 1]}…"
    return sentence(
        "Row {number} was taken for the names of the columns; what stands above it was passed over: “{quoted}”.",
        number=number,
        quoted=quoted,
    )


def _columns(row: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, each once; one without a name is called by its place."""
    while row and not row[-1].strip():
        row = row[:-1]
    if len(row) >= MAX_COLUMNS:
        raise SourceError(
            sentence("The table has more than {n} columns.", n=MAX_COLUMNS - 1), "Keep those that are needed."
        )
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


def mean_lengths(table: Table) -> list[float]:
    """How long the cells of each column are on average, over the first rows."""
    seen = [cells for _, cells in table.rows[:_SAMPLE]]
    return [sum(len(cells[place]) for cells in seen) / len(seen) for place in range(len(table.columns))]


def text_column_of(table: Table) -> int:
    """The column that is called so, else the one with the longest cells on average over the first rows."""
    lengths = mean_lengths(table)
    for name in _TEXT_NAMES:
        for place, column in enumerate(table.columns):
            if same_name(column) == name and lengths[place] * _FAR_LONGER >= max(lengths) > 0:
                return place
    return lengths.index(max(lengths))


def column_named(table: Table, name: str) -> int:
    """The place of a column. Raises SourceError that names those there are."""
    for place, column in enumerate(table.columns):
        if same_name(column) == same_name(name):
            return place
    raise SourceError(
        sentence("There is no column “{name}”.", name=name),
        sentence("Its columns are: {choices}.", choices=", ".join(table.columns[:30])),
    )


def key_column_of(table: Table, text: int) -> int | None:
    """A column called id or the like that has another short value in every row."""
    for place, column in enumerate(table.columns):
        if place != text and same_name(column) in _KEYS:
            values = [same_name(cells[place]) for _, cells in table.rows]
            if all(0 < len(value) <= SHORT for value in values) and len(set(values)) == len(values):
                return place
    return None
