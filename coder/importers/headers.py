"""Which row of a table names its columns: the first one, or one below a title and notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from coder.identity import same_name

_DEEPEST = 30  # rows that a title and notes may fill
_SAMPLE = 200
_LONGEST_NAME = 80
_NO_NAME = re.compile(r"[\W\d_]*")  # numbers, days, times, signs
_READS_LIKE_TEXT = 150


def header_place(rows: Sequence[tuple[int, Sequence[str]]], spanned: Collection[int] = ()) -> int:
    """The place in `rows` of the row that names the columns.

    rows: number and cells, none blank. spanned: numbers of rows in which a cell spans several columns, as titles and
    names of groups of columns do. It is the first row, unless a later one plainly names the columns: short, distinct
    words above every column that is in use, unlike what stands below them; and what stands above it is a title or
    notes, filling at most half as many cells, from the first column on.
    """
    head = [list(cells) for _, cells in rows[: _DEEPEST + _SAMPLE]]
    if len(head) < 3 or _names_columns(head, 0):
        return 0
    for place in range(1, min(_DEEPEST, len(head) - 1)):
        filled = len(_filled(head[place]))
        above = [row for (number, _), row in zip(rows, head[:place], strict=False) if number not in spanned]
        if any(len(_filled(row)) * 2 > filled or 0 not in _filled(row) for row in above):
            continue
        if _names_columns(head, place) and _unlike_what_follows(head, place):
            return place
    return 0


def first_row_is_no_header(rows: Sequence[tuple[int, Sequence[str]]]) -> bool:
    """Does the first row read like a text, or fill one column of several? Then a person should look."""
    first = rows[0][1]
    wide = sum(1 for _, cells in rows[1:_SAMPLE] if len(_filled(cells)) > 1)
    alone = len(_filled(first)) == 1 and wide * 2 > len(rows[1:_SAMPLE])
    return alone or any(len(cell) > _READS_LIKE_TEXT for cell in first)


def _filled(cells: Sequence[str]) -> list[int]:
    return [column for column, cell in enumerate(cells) if cell and not cell.isspace()]


def _names_columns(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Short distinct words, one above each column that is in use below."""
    names = [rows[place][column].strip() for column in _filled(rows[place])]
    if len(names) < 2 or len({same_name(name) for name in names}) < len(names):
        return False
    if any(len(name) > _LONGEST_NAME or _NO_NAME.fullmatch(name) for name in names):
        return False
    below = rows[place + 1 : place + 1 + _SAMPLE]
    times: dict[int, int] = {}
    for row in below:
        for column in _filled(row):
            times[column] = times.get(column, 0) + 1
    named = set(_filled(rows[place]))
    return bool(below) and all(column in named for column, n in times.items() if n * 2 >= len(below))


def _unlike_what_follows(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Is a name much shorter than the texts below it, or a word above numbers?"""
    below = rows[place + 1 : place + 1 + _SAMPLE]
    for column in _filled(rows[place]):
        values = [row[column] for row in below if column < len(row) and row[column].strip()]
        if not values:
            continue
        mean = sum(len(value) for value in values) / len(values)
        numbers = sum(1 for value in values if _NO_NAME.fullmatch(value.strip()))
        if mean >= 2 * len(rows[place][column]) or numbers * 5 >= 4 * len(values):
            return True
    return False
