"""Workbooks and spreadsheets made for the tests: rows as Python says them, cells as their XML."""


from __future__ import annotations

import io
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from coder.importers import Source
from tests.coder.importers.making import package

TEXTS = ("The governor raises the payment for those who sign.", "Nobody asked the court whether this is lawful.")
HEADER = ("key", "text", "outlet")
ROWS = [("007", TEXTS[0], "Gazette"), ("008", TEXTS[1], "Herald")]

ODS_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "text", "table", "style", "dc", "draw")
)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled(sheet: Worksheet, *rows: Any) -> Worksheet:
    for row in rows:
        sheet.append(row)
    return sheet


def workbook(*rows: Any) -> bytes:
    book = openpyxl.Workbook()
    filled(book.active, *rows)
    return saved(book)


def workbook_of(**sheets: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        filled(book.create_sheet(title), *rows)
    return saved(book)


def ods(*tables: str, styles: str = "", parts: dict[str, str] | None = None) -> bytes:
    """A spreadsheet; tables: the XML of rows, or of a whole table where it says so itself."""
    made = "".join(
        table if table.startswith("<table:table ") else f'<table:table table:name="Sheet{n}">{table}</table:table>'
        for n, table in enumerate(tables, 1)
    )
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {ODS_NAMES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{made}</office:spreadsheet></office:body>"
            "</office:document-content>",
        }
        | (parts or {})
    )


def ods_row(*cells: str, more: str = "") -> str:
    """A row; cells: their words, or whole elements."""
    made = "".join(c if c.startswith("<table:") else f"<table:table-cell>{ods_p(c)}</table:table-cell>" for c in cells)
    return f"<table:table-row{more}>{made}</table:table-row>"


def ods_p(words: str) -> str:
    return f"<text:p>{words}</text:p>" if words else ""


def ods_value(kind: str, value: str, shown: str = "") -> str:
    attribute = "value" if kind in ("float", "percentage", "currency") else f"{kind}-value"
    said = f'office:value-type="{kind}" office:{attribute}="{value}"'
    return f"<table:table-cell {said}>{ods_p(shown)}</table:table-cell>"


PLAIN_ODS = (ods_row(*HEADER), *(ods_row(*row) for row in ROWS))


def told(sources: tuple[Source, ...]) -> str:
    return " ".join(sources[0].warnings)
