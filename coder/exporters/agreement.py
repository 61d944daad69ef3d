"""Agreement into a file, by the suffix of its name: figures, a page for the paper, or a picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from coder.errors import CoderError
from coder.exporters.agreement_tables import Told, agreement_tables, long_table, readme
from coder.exporters.placing import replacing
from coder.exporters.tables import Column, Table, Value
from coder.reliability import Compared, main_figures
from coder.reliability.report import Report, report_of
from coder.sentences import sentence

# What agreement can be written as, and what stands in it.
KINDS: Mapping[str, str] = {
    ".xlsx": "workbook with every figure",
    ".docx": "reliability page for the paper",
    ".txt": "reliability page as text to paste",
    ".csv": "every figure, one a row",
    ".svg": "picture of the alphas",
    ".pdf": "picture of the alphas",
    ".png": "picture of the alphas",
}


def write_agreement(compared: Compared, told: Told, path: Path) -> list[str]:
    """Writes a comparison as one of `KINDS`; returns in sentences what did not fit as it is.

    told: `compared.as_json(…)`, with intervals where they were asked for. Raises CoderError for another suffix.
    """
    suffix = path.suffix.lower()
    if suffix not in KINDS:
        raise CoderError(
            sentence("“{name}” does not say what to write.", name=path.name),
            sentence("End its name in one of: {choices}.", choices=", ".join(KINDS)),
        )
    if suffix == ".xlsx":
        return _write_workbook(compared, told, path)
    if suffix == ".csv":
        from coder.exporters.delimited import write_table

        with replacing(path) as out:
            return write_table(long_table(told), out)
    from coder.exporters import reliability_page as page

    write = {".docx": page.write_docx, ".txt": page.write_text, ".svg": page.write_svg}.get(suffix, page.write_picture)
    write(report_of(compared, told["digest"], told["software"]), path)
    return []


def _write_workbook(compared: Compared, told: Told, path: Path) -> list[str]:
    from coder.exporters.sheets import Book

    book = Book()
    report = report_of(compared, told["digest"], told["software"])
    tables = [_page(report), *agreement_tables(told, first=main_figures(compared))]
    try:
        for table in (readme(told, tables), *tables):
            book.add(table)
        with replacing(path) as out:
            book.save(out)
    finally:
        book.drop()
    return book.told


def _page(report: Report) -> Table:
    """What the paper says about reliability."""
    columns = [
        Column("What", "What is told.", 24, wrap=True), Column("In words", "For the paper.", 110, wrap=True),
    ]  # fmt: skip
    rows: list[list[Value]] = [["To paste", report.paragraph]]
    rows += [[what, words] for what, words in report.facts]
    rows += [["Note", words] for words in report.notes]
    rows += [["Reference", words] for words in report.sources]
    return Table("Reliability", "What a paper says about reliability, in words.", columns, rows, len(rows))
