"""The coefficients of a plain table as .xlsx or .csv."""

from __future__ import annotations

from pathlib import Path

from coder import __version__
from coder.agreement import Reliability
from coder.errors import CoderError
from coder.exporters.placing import replacing
from coder.exporters.tables import Column, Table, Value
from coder.sentences import sentence

SUFFIXES = (".xlsx", ".csv")


def write_reliability(found: Reliability, of: str, asked: str, path: Path) -> list[str]:
    """Writes the figures of a plain table; returns in sentences what did not fit as it is.

    of: the table's name. asked: metric, draws and seed in words. Raises CoderError for another suffix.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise CoderError(
            sentence("“{name}” does not say what to write.", name=path.name),
            sentence("End its name in {choices}.", choices=" or ".join(SUFFIXES)),
        )
    if suffix == ".csv":
        from coder.exporters.delimited import write_table

        with replacing(path) as out:
            return write_table(figures_table(found), out)
    from coder.exporters.sheets import Book

    book = Book()
    try:
        for table in (figures_table(found), _about(found, of, asked)):
            book.add(table)
        with replacing(path) as out:
            book.save(out)
    finally:
        book.drop()
    return book.told


def figures_table(found: Reliability) -> Table:
    """One row a coefficient."""
    columns = [
        Column("figure", "Which coefficient.", 26),
        Column("value", "Its value; empty if it has none.", 12),
        Column("low", "Lower end of the 95 % interval over units, if one was asked for.", 12),
        Column("high", "Upper end of the 95 % interval.", 12),
        Column("se", "Standard error, units as a sample of many; for some coefficients only.", 12),
        Column("undefined", "Why it has no value.", 60),
    ]
    rows: list[list[Value]] = [
        [name, c.value, c.low, c.high, found.se.get(name), c.undefined] for name, c in found.coefficients.items()
    ]
    return Table("Reliability", "Every coefficient that applies, one a row.", columns, rows, len(rows))


def _about(found: Reliability, of: str, asked: str) -> Table:
    columns = [Column("What", "What is told.", 18), Column("In words", "In words.", 90, wrap=True)]
    rows: list[list[Value]] = [
        ["Table", of], ["Coders", ", ".join(found.coders)], ["Units", found.units], ["Categories", found.categories],
        ["Asked for", asked], ["Software", f"Intercoder {__version__}"],
    ]  # fmt: skip
    rows += [["Note", words] for words in found.warnings]
    return Table("About", "What was measured and how.", columns, rows, len(rows))


def asked_in_words(metric: str, categories: int | None, bootstrap: int, seed: int) -> str:
    """What was asked for, so that it can be asked again."""
    size = "as many categories as are used" if categories is None else f"{categories} categories"
    drawn = f"95 % intervals from {bootstrap} draws of units, seed {seed}" if bootstrap else "no intervals"
    return f"metric {metric}; {size}; {drawn}"
