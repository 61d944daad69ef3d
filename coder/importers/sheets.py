"""Sheets of a workbook as rows of words, bounded whatever the file says of its size; xlsx and ods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from coder.errors import SourceError
from coder.importers.packed import Package, damage_told

MAX_ROWS = 200_000  # documents of one table; a project of more is not read by people
MAX_COLUMNS = 1_000
MAX_CELLS = 8_000_000  # places of a table, empty ones too
_MOST_SPANNED = 500_000  # cells that hold what one above them holds
_MOST_MERGES = 100_000
_LONGEST_REPEATED = 200  # characters of a value that is meant for every row it spans; a text is meant once


@dataclass(slots=True)
class Sheet:
    """One sheet. rows: (number, cells from the first column on), only rows with something on them.

    hidden: people do not see it. unread: names of cells with a formula whose result is not stored. spanned: numbers of
    rows in which a cell spans columns. beyond: rows with cells further right than any table goes. most: places of all
    rows together.
    """

    title: str
    hidden: bool = False
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    spanned: set[int] = field(default_factory=set)
    beyond: int = 0
    most: int = MAX_CELLS
    _merges: list[tuple[int, int, int]] = field(default_factory=list)
    _places: int = 0
    _spanned: int = 0

    def add_row(self, number: int, cells: Mapping[int, str], times: int = 1) -> None:
        """A row, or several same ones from number on; cells by column from 0. Raises SourceError for too many."""
        filled = [column for column, words in cells.items() if words and not words.isspace()]
        within = [column for column in filled if column < MAX_COLUMNS]
        self.beyond += len(within) < len(filled)
        if not within:
            return
        width = max(within) + 1
        self._places += width
        if len(self.rows) + times > MAX_ROWS + 100 or self._places > self.most:
            raise too_many()
        row = [""] * width
        for column in within:
            row[column] = cells[column]
        self.rows.extend((n, row) for n in range(number, number + times))

    def merge(self, top: int, bottom: int, left: int, right: int) -> None:
        """One cell spans these rows and columns, both ends counted; rows from 1, columns from 0."""
        if right > left:
            self.spanned.add(top)
        if bottom > top and left < MAX_COLUMNS and len(self._merges) < _MOST_MERGES:
            self._merges.append((top, bottom, left))

    def settle(self) -> None:
        """A short value that spans rows is put into each of them that holds something else. Raises SourceError."""
        if not self._merges:
            return
        at = {number: place for place, (number, _) in enumerate(self.rows)}
        for top, bottom, column in self._merges:
            first = self.rows[at[top]][1] if top in at else []
            words = first[column] if column < len(first) else ""
            if not words or len(words) > _LONGEST_REPEATED:
                continue
            for number in range(top + 1, min(bottom, top + MAX_ROWS) + 1):
                if number in at and (len(row := self.rows[at[number]][1]) <= column or not row[column]):
                    self._spanned += 1
                    if self._spanned > _MOST_SPANNED:
                        raise too_many()
                    self.rows[at[number]] = (number, _with(row, column, words))


def _with(row: list[str], column: int, words: str) -> list[str]:
    longer = [*row, *[""] * (column + 1 - len(row))]
    longer[column] = words
    return longer


def too_many() -> SourceError:
    return SourceError(
        "Its sheet holds far more than a table of texts.",
        "Delete the empty rows and columns behind the table, or split it into several tables.",
    )


def column_letters(column: int) -> str:
    """The name of a column, counted from 0: A, B, …, Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheets_of(data: bytes) -> list[Sheet]:
    """The sheets of a workbook, in its order, each once read whole.

    Raises SourceError for what is damaged, locked, of the binary kind, or holds more than a table of texts.
    """
    from coder.importers.sheets_ods import read_ods
    from coder.importers.sheets_xlsx import read_xlsx

    package = Package(data)
    sheets = read_ods(package) if "content.xml" in package else read_xlsx(package)
    for sheet in sheets:
        sheet.settle()
    return sheets


class Quiet:
    """What is told of each element as it comes; this one pays no heed, but refuses entities of the file's own."""

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def data(self, data: str) -> None:
        """Characters, in pieces."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise SourceError("The file declares entities of its own, as workbooks never do; it was not read.")

    def close(self) -> None:
        """The end of the file."""


def tell(package: Package, member: str, target: Quiet) -> None:
    """Reads an XML member element by element, so that no tree of it is ever in memory. Raises SourceError."""
    parser = etree.XMLParser(
        target=cast("Any", target), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    # the stubs want bytes, too, which lxml hands to no target
    with damage_told("The file is damaged: its XML cannot be read."):
        for piece in package.pieces(member):
            parser.feed(piece)
        parser.close()


def local(tag: str) -> str:
    """An element's or attribute's name without its namespace, of which workbooks have several for the same."""
    return tag.rpartition("}")[2]
