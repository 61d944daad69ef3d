"""A table of variables: read from a workbook as people see it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from coder.errors import SourceError
from coder.exchange.variables_table import read_variables


def test_the_cells_of_a_workbook_are_read_as_they_are_seen(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (["name", "date", "n"], ["a.txt", date(2025, 3, 14), 7], [None, None, None], ["b.txt", None, 0.25]):
        sheet.append(row)
    book.save(tmp_path / "variables.xlsx")
    assert read_variables(tmp_path / "variables.xlsx") == [
        {"name": "a.txt", "date": "2025-03-14", "n": "7"}, {"name": "b.txt", "date": "", "n": "0.25"},
    ]  # fmt: skip


def test_what_is_no_workbook_or_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "words.xlsx").write_bytes(b"words")
    with pytest.raises(SourceError, match="damaged"):
        read_variables(tmp_path / "words.xlsx")
    with pytest.raises(SourceError, match="cannot be read as a table"):
        read_variables(tmp_path / "missing.xlsx")
