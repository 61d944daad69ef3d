"""The reliability page on its way out: as text to paste, as .docx, and as a picture."""

from __future__ import annotations

import importlib
from pathlib import Path

from coder.errors import CoderError
from coder.exporters.docx import TextDocument
from coder.exporters.forest import forest, forest_pages
from coder.exporters.placing import replacing
from coder.reliability.report import Report
from coder.sentences import sentence

_LEFT_OUT = ("Document", "Coder", "Why")


def page_text(report: Report) -> str:
    """The page as plain text; tables have a tab between cells, which text processors and spreadsheets make cells of."""
    lines = [report.title, "", report.paragraph, ""]
    lines += [f"{what}: {words}" for what, words in report.facts]
    lines += ["", *("\t".join(row) for row in (report.header, *report.rows)), "", *report.notes]
    if report.left_out:
        lines += ["", "Left out", *("\t".join(row) for row in (_LEFT_OUT, *report.left_out))]
    return "\n".join([*lines, "", "References", *report.sources, ""])


def write_text(report: Report, path: Path) -> None:
    """Writes the page as .txt (UTF-8)."""
    with replacing(path) as out:
        out.write(page_text(report).encode("utf-8", "replace"))


def write_docx(report: Report, path: Path) -> None:
    """Writes the page as .docx."""
    document = TextDocument()
    document.title(report.title)
    document.paragraph(report.paragraph)
    document.heading("Agreement per code")
    document.table(report.header, report.rows, numbers_from=1)
    for note in report.notes:
        document.paragraph(note)
    document.heading("How it was done")
    document.table(("What", "In words"), report.facts, numbers_from=2)
    if report.left_out:
        document.heading("Left out")
        document.table(_LEFT_OUT, report.left_out, numbers_from=3)
    document.heading("References")
    for source in report.sources:
        document.paragraph(source)
    with replacing(path) as out:
        document.save(out)


def write_svg(report: Report, path: Path) -> None:
    """Writes the picture as .svg."""
    with replacing(path) as out:
        out.write(forest(report).encode("utf-8", "replace"))


def write_picture(report: Report, path: Path) -> None:
    """Writes the picture as .png or .pdf, which needs the window's library. Raises CoderError where that is missing."""
    try:
        pictures = importlib.import_module("ui.pictures")  # by name, as the core knows no window
    except ImportError as error:
        raise CoderError(
            sentence(
                "A picture as {suffix} needs the window’s library, which is not here: {error}.",
                suffix=path.suffix,
                error=error,
            ),
            "Write it as .svg; every browser and text processor shows it.",
        ) from error
    drawn: bytes
    if path.suffix.lower() == ".pdf":
        drawn = pictures.pages(forest_pages(report, pictures.wide))
    else:
        drawn = pictures.picture(forest(report), path.suffix.lower())
    with replacing(path) as out:
        out.write(drawn)
