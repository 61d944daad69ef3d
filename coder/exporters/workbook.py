"""The project as one .xlsx: a README, the coded segments, and the sheets that explain them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coder.exporters.agreement_tables import agreement_tables, readme_table
from coder.exporters.gathered import Gathered, gather
from coder.exporters.placing import replacing
from coder.exporters.rows import TITLE, coded_segments
from coder.exporters.sheets import Book
from coder.exporters.side_tables import (
    codebook_table,
    coders_table,
    counts_table,
    documents_table,
    texts_table,
)
from coder.exporters.tables import Choice, Column, Table, Tick, Value, no_tick
from coder.exporters.unit_table import units_table
from coder.project import Project
from coder.reliability import Compared, main_figures

_TEXTS = {
    "none": "No words of the documents are in this file, but for what people wrote in memos and in the codebook.",
    "quotes": "Of the documents' words, the coded passages and some context are in this file.",
    "full": "The whole texts of the documents are in this file.",
}


def write_workbook(project: Project, path: Path, choice: Choice, tick: Tick) -> list[str]:
    """Writes the workbook; returns in sentences what was cut, left out or written otherwise."""
    gathered = gather(project, choice)
    book = Book(gathered.last_change)
    tables = _tables(gathered)
    try:
        for table in tables:
            book.add(table, tick if table.title == TITLE else no_tick)
        book.add(readme_table(_opening(gathered, book.told), tables), first=True)  # it names what was cut above
        with replacing(path) as out:
            book.save(out)
    finally:
        book.drop()
    return book.told


def _tables(g: Gathered) -> list[Table]:
    tables = [coded_segments(g), documents_table(g), codebook_table(g), coders_table(g), *_agreement(g)]
    tables.append(counts_table(g))
    if g.units:
        tables.append(units_table(g))
    if g.choice.text == "full":
        tables.append(texts_table(g))
    return tables


def _agreement(g: Gathered) -> list[Table]:
    """The comparison with default settings, or one row that says why there is none."""
    if isinstance(g.agreement, Compared):
        told = g.agreement.as_json(g.digest, g.software)
        return agreement_tables(told, first=main_figures(g.agreement), prefix="Agreement")
    columns = [Column("Agreement", "Why there are no figures.", 100, wrap=True)]
    about = "Agreement of the coders with default settings."
    return [Table("Agreement", about, columns, [(g.agreement,)], 1)]


def _opening(g: Gathered, told: Sequence[str]) -> list[Sequence[Value]]:
    rows: list[Sequence[Value]] = [
        ("What this is", None, f"Coded segments of the study “{g.title}”, its documents, codebook and coders."),
        ("Last changed", None, f"{g.last_change} (UTC), the newest change. The same project gives the same file."),
        ("Digest", None, f"{g.digest}: SHA-256 of what the project holds. Two projects of one digest hold the same."),
        ("Made by", None, g.software),
        ("Documents' words", None, _TEXTS[g.choice.text]),
    ]
    if g.choice.pseudonyms:
        rows.append(("Coders", None, _PSEUDONYMS))
    return rows + [("Mind", None, words) for words in told]


_PSEUDONYMS = (
    "Coders are called “Coder 1” and on, in the order of their names; the key is not in this file. Names that people "
    "wrote in memos were not looked for."
)
