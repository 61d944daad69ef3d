"""Which sheets of a workbook are the table of texts: the first that looks like one, and those with its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coder.errors import SourceError
from coder.identity import same_name
from coder.importers.sheets import MAX_CELLS, MAX_ROWS, Sheet, too_many
from coder.importers.table_of_texts import Table, mean_lengths, table_of
from coder.sentences import listing, retelling, sentence

SHEET = "sheet"  # the variable that says which of several sheets a row came from
_TEXTS = 20  # characters of a cell on average in the column of texts, at least
_MOST_NAMED = 10
# what sheets about the other sheets are called
_NOTES = {
    "about", "codebook", "contents", "cover", "help", "info", "information", "instructions", "legend", "meta",
    "metadata", "note", "notes", "read me", "readme", "deckblatt", "erläuterungen", "hinweise", "inhalt", "legende",
    "lies mich", "liesmich", "notizen", "notice", "légende", "leyenda", "notas", "легенда", "о файле", "описание",
    "примечание", "примечания", "пояснение", "пояснения", "справка", "содержание",
}  # fmt: skip


def chosen_table(sheets: Sequence[Sheet], text_column: str | None = None, name: str | None = None) -> Table:
    """The table of texts of these sheets: the one of this name, else the first that has the column or looks like one.

    Sheets with the very same columns are read with it as one table, with a column “sheet”, unless one was named. What
    was chosen and what was left out is told where there was a choice. Raises SourceError where no sheet holds a table.
    """
    held = [sheet for sheet in sheets if sheet.rows]
    if not held:
        raise SourceError("There is nothing on its sheets.")
    titles = tuple(sheet.title for sheet in held)
    if name is not None:
        sheet = next((sheet for sheet in held if same_name(sheet.title) == same_name(name)), None)
        if sheet is None:
            raise SourceError(
                sentence("There is no sheet “{name}” with something on it.", name=name),
                sentence("Its sheets are: {choices}.", choices=", ".join(titles[:30])),
            )
        table = table_of(sheet.rows, spanned=sheet.spanned)
        return replace(table, warnings=(*table.warnings, *_lost([sheet])), sheets=titles)
    shown = [sheet for sheet in held if not sheet.hidden] or held
    tables: list[tuple[Sheet, Table]] = []
    problem: SourceError | None = None
    for sheet in shown:
        try:
            tables.append((sheet, table_of(sheet.rows, spanned=sheet.spanned)))
        except SourceError as told:
            problem = problem or told
    if not tables:
        raise problem or SourceError("There is nothing on its sheets.")
    first, table = _first(tables, text_column)
    same = [(sheet, other) for sheet, other in tables if _same_columns(table, other)]
    read = [sheet for sheet, _ in same]
    warnings = [] if len(same) > 1 else [*table.warnings]
    if len(same) > 1:
        warnings += [
            sentence("Sheet “{title}”: {warning}", title=sheet.title, warning=retelling(word))
            for sheet, other in same
            for word in other.warnings
        ]
        named = _named([sheet.title for sheet in read])
        warnings.append(
            sentence("These sheets have the same columns and were read as one table: {named}.", named=named)
        )
        table = _joined(same)
    elif len(held) > 1:
        warnings.append(sentence("It was read from the sheet “{title}”.", title=first.title))
    rest = [sheet.title for sheet in held if not any(sheet is one for one in read)]
    if rest:
        warnings.append(sentence("Sheets that were left out: {what}.", what=_named(rest)))
    return Table(table.columns, table.rows, (*warnings, *_lost(read)), titles)


def _first(tables: Sequence[tuple[Sheet, Table]], text_column: str | None) -> tuple[Sheet, Table]:
    if text_column is not None:
        having = [pair for pair in tables if same_name(text_column) in map(same_name, pair[1].columns)]
        return (having or tables)[0]
    texts = [pair for pair in tables if len(pair[1].columns) > 1 and max(mean_lengths(pair[1])) >= _TEXTS]
    proper = [pair for pair in texts if same_name(pair[0].title) not in _NOTES]
    return (proper or texts or tables)[0]


def _same_columns(one: Table, other: Table) -> bool:
    return [*map(same_name, one.columns)] == [*map(same_name, other.columns)]


def _joined(parts: Sequence[tuple[Sheet, Table]]) -> Table:
    """One table of several: the rows of each after those of the one before, with the sheet's title in a column."""
    columns = parts[0][1].columns
    several = not any(same_name(column) == SHEET for column in columns)
    count = sum(len(table.rows) for _, table in parts)
    if count > MAX_ROWS or count * len(columns) > MAX_CELLS:
        raise too_many()
    rows = (
        (f"{sheet.title} {called}", (*cells, sheet.title) if several else cells)
        for sheet, table in parts
        for called, cells in table.rows
    )
    return Table((*columns, SHEET) if several else columns, tuple(rows))


def _lost(sheets: Sequence[Sheet]) -> list[str]:
    told = []
    if unread := [cell for sheet in sheets for cell in sheet.unread]:
        told.append(
            sentence(
                "Cells with a formula whose result is not stored, read as empty: {what}. Open the workbook "
                "in its program, save it, and import it again.",
                what=listing(unread, _MOST_NAMED),
            )
        )
    if beyond := sum(sheet.beyond for sheet in sheets):
        told.append(
            sentence("Rows with cells far to the right of the table, which were left out: {beyond}.", beyond=beyond)
        )
    return told


def _named(titles: Sequence[str]) -> str:
    return listing([f"“{title}”" for title in titles], _MOST_NAMED)
