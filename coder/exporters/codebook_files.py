"""The codebook written as a file of its own: .yaml, .csv, .xlsx, .qdc."""

from __future__ import annotations

from pathlib import Path

from coder.exchange.codebook_cells import ABOUT, CODES, QUALIFIERS, path_cell, texts_cell
from coder.exchange.codebook_files import known_codebook
from coder.exchange.codebook_parts import Codebook
from coder.exchange.codebook_refi import write_qdc
from coder.exchange.codebook_yaml_writing import write_codebook
from coder.exporters.delimited import write_table
from coder.exporters.placing import replacing
from coder.exporters.sheets import Book
from coder.exporters.tables import Column, Table
from coder.sentences import sentence


def write_codebook_file(path: Path, codebook: Codebook) -> list[str]:
    """Writes the codebook in the form that the suffix says; returns in sentences what the file cannot hold.

    Raises CodebookError for an unknown suffix, CoderError where nothing can be written.
    """
    suffix = known_codebook(path)
    with replacing(path) as out:
        if suffix == ".csv":
            told = write_table(codes_table(codebook), out)
            if n := len(codebook.qualifiers):
                told.append(sentence("Left out, as a .csv holds codes only: qualifiers ({n}). An .xlsx has them.", n=n))
            return told
        if suffix == ".xlsx":
            book = Book()
            try:
                for table in (codes_table(codebook), _qualifiers_table(codebook), _about_table(codebook)):
                    book.add(table)
                book.save(out)
            finally:
                book.drop()
            return book.told
        if suffix == ".qdc":
            out.write(write_qdc(codebook))
            return _left_out(codebook)
        out.write(write_codebook(codebook).encode("utf-8"))
    return []


def _left_out(codebook: Codebook) -> list[str]:
    n = len(codebook.qualifiers)
    told = sentence("Left out, as a .qdc holds codes only: qualifiers ({n}). An .xlsx has them.", n=n)
    return [told] if n else []


def codes_table(codebook: Codebook) -> Table:
    """A row a code, depth first."""
    columns = [
        Column("code", "The code with those above it, parted by “ > ”.", 34, wrap=True),
        Column("definition", "What the code means.", 50, wrap=True),
        Column("include", "When to use it.", 36, wrap=True),
        Column("exclude", "When not to use it.", 36, wrap=True),
        Column("examples", "Examples, one a line.", 36, wrap=True),
        Column("color", "Its colour.", 10),
        Column("key", "The key that codes with it.", 6),
        Column("scope", "passage or document.", 11),
        Column("exclusive", "Whether its sub-codes exclude one another.", 10),
        Column("state", "open or retired.", 10),
        Column("id", "The code's own name.", 38),
    ]
    rows = [
        (path_cell(c.path), c.definition, c.include, c.exclude, texts_cell(c.examples), c.color, c.key, c.scope,
         "yes" if c.exclusive else "no", c.state, c.id)
        for c in codebook.codes
    ]  # fmt: skip
    return Table(CODES, "One row for each code.", columns, rows, len(rows))


def _qualifiers_table(codebook: Codebook) -> Table:
    columns = [
        Column("name", "Name of the qualifier.", 28, wrap=True),
        Column("kind", "choice, ordered, number, date or text.", 10),
        Column("values", "Its values, one a line.", 36, wrap=True),
        Column("definition", "What it means.", 50, wrap=True),
        Column("id", "The qualifier's own name.", 38),
    ]
    rows = [(q.name, q.kind, texts_cell(q.values), q.definition, q.id) for q in codebook.qualifiers]
    return Table(QUALIFIERS, "One row for each qualifier.", columns, rows, len(rows))


def _about_table(codebook: Codebook) -> Table:
    columns = [
        Column("title", "Title of the codebook.", 40, wrap=True),
        Column("description", "What the codebook is for.", 60, wrap=True),
    ]
    return Table(ABOUT, "The codebook's title and description.", columns, [(codebook.title, codebook.description)], 1)
