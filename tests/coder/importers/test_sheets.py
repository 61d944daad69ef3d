"""Workbooks as tables of texts: what is read, and a sheet that claims the whole of what a sheet can be."""

from __future__ import annotations

import io

import openpyxl
import pytest

from coder.errors import SourceError
from coder.importers import read_sources

TEXTS = ("The governor raises the payment for those who sign.", "Nobody asked the court whether this is lawful.")


def workbook(far: str = "") -> bytes:
    book = openpyxl.Workbook()
    for row in (("key", "text"), ("007", TEXTS[0]), ("008", TEXTS[1])):
        book.active.append(row)
    if far:
        book.active[far] = "x"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_every_row_of_a_workbook_is_a_document() -> None:
    assert [s.text for s in read_sources("posts.xlsx", workbook())] == list(TEXTS)


def test_a_cell_at_the_far_end_of_a_sheet_is_refused_before_memory_is_taken() -> None:
    with pytest.raises(SourceError, match="far more than a table of texts"):
        read_sources("posts.xlsx", workbook("XFD1048576"))
