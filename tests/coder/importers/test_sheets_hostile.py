"""Workbooks of hostile sizes, damaged ones, and what only bears their name."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import openpyxl
import pytest

from coder.errors import SourceError
from coder.importers import read_sources
from coder.importers.sheets import Sheet
from tests.coder.importers.making import package
from tests.coder.importers.sheets_made import (
    HEADER,
    PLAIN_ODS,
    ROWS,
    TEXTS,
    filled,
    ods,
    ods_p,
    ods_row,
    saved,
    told,
    workbook,
)


def test_a_cell_at_the_far_end_of_a_sheet_takes_no_memory_and_is_told() -> None:
    book = openpyxl.Workbook()
    filled(book.active, HEADER, *ROWS)["XFD1048576"] = "x"
    found = read_sources("posts.xlsx", saved(book))
    assert [s.text for s in found] == list(TEXTS)
    assert "far to the right of the table, which were left out: 1." in told(found)


REPEATED = {
    "empty rows": "".join(PLAIN_ODS)
    + '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell '
    'table:number-columns-repeated="1000000000"/></table:table-row>',
    "empty columns": ods_row(*HEADER, '<table:table-cell table:number-columns-repeated="1000000000"/>')
    + "".join(ods_row(*row) for row in ROWS),
    "filled rows": "".join(PLAIN_ODS) + ods_row("9", TEXTS[0], more=' table:number-rows-repeated="1000000000"'),
    "filled columns": "".join(PLAIN_ODS)
    + ods_row("9", f'<table:table-cell table:number-columns-repeated="1000000000">{ods_p("x")}</table:table-cell>'),
    "wide rows many times": ods_row(
        f'<table:table-cell table:number-columns-repeated="900">{ods_p("x")}</table:table-cell>',
        more=' table:number-rows-repeated="190000"',
    ),
}


@pytest.mark.parametrize("what", REPEATED)
def test_a_thousand_million_rows_or_columns_take_neither_time_nor_memory(what: str) -> None:
    data = ods(REPEATED[what])
    tracemalloc.start()
    try:
        said = " ".join(s.text for s in read_sources("a.ods", data))
    except SourceError as problem:
        said = problem.message
    finally:
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert TEXTS[0] in said or "far more than a table of texts" in said
    assert ("far more" in said) == (what not in ("empty rows", "empty columns", "filled columns"))
    assert peak < 90_000_000


def test_wide_rows_are_taken_until_the_sheet_is_full() -> None:
    sheet = Sheet("a", most=5_000)
    for number in range(1, 6):
        sheet.add_row(number, {0: "x", 999: "y"})
    with pytest.raises(SourceError, match="far more than a table of texts"):
        sheet.add_row(6, {999: "y"})
    assert len(sheet.rows) == 5


def test_many_same_answers_side_by_side_are_no_endless_sheet() -> None:
    zeros = f'<table:table-cell table:number-columns-repeated="900">{ods_p("0")}</table:table-cell>'
    names = [f"question {n}" for n in range(900)]
    rows = "".join(ods_row(str(n), TEXTS[0], zeros) for n in range(700))
    found = read_sources("a.ods", ods(ods_row("key", "text", *names) + rows))
    assert len(found) == 700
    assert found[699].variables["question 899"] == "0"


def test_a_text_behind_a_gap_of_empty_rows_is_read() -> None:
    gap = '<table:table-row table:number-rows-repeated="60000"><table:table-cell/></table:table-row>'
    made = ods("".join(PLAIN_ODS[:2]) + gap + PLAIN_ODS[2])
    assert [s.name for s in read_sources("a.ods", made)] == ["a · 007", "a · 008"]


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_workbook_whose_inside_was_cut_off_is_damaged(name: str, cut: float) -> None:
    data = workbook(HEADER, *ROWS) if name == "a.xlsx" else ods("".join(PLAIN_ODS))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {member: packed.read(member) for member in packed.namelist()}
    member = "xl/worksheets/sheet1.xml" if name == "a.xlsx" else "content.xml"
    parts[member] = parts[member][: int(len(parts[member]) * cut)]
    with pytest.raises(SourceError, match="damaged"):
        read_sources(name, package(parts))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_workbook_with_entities_of_its_own_is_not_read(name: str) -> None:
    data = workbook(HEADER, *ROWS) if name == "a.xlsx" else ods("".join(PLAIN_ODS))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {member: packed.read(member) for member in packed.namelist()}
    member = "xl/worksheets/sheet1.xml" if name == "a.xlsx" else "content.xml"
    body = parts[member].split(b"?>", 1)[-1]
    parts[member] = b'<!DOCTYPE x [<!ENTITY a "ha">]>' + body
    with pytest.raises(SourceError, match="entities"):
        read_sources(name, package(parts))


def test_a_locked_spreadsheet_and_a_binary_workbook_are_told() -> None:
    locked = ods("", parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(SourceError, match="password"):
        read_sources("a.ods", locked)
    with pytest.raises(SourceError, match="binary"):
        read_sources("a.xlsb", package({"xl/workbook.bin": "x"}))


def test_a_workbook_without_anything_on_it_is_told() -> None:
    with pytest.raises(SourceError, match="nothing on its sheets"):
        read_sources("a.xlsx", workbook())
    with pytest.raises(SourceError, match="no rows under"):
        read_sources("a.xlsx", workbook(HEADER))


def test_a_cell_within_a_paragraph_of_a_cell_is_read_or_refused() -> None:
    inner = "<table:table-cell>lost</table:table-cell>"
    cell = f"<table:table-cell><text:p>{TEXTS[0]}{inner} rest</text:p></table:table-cell>"
    assert read_sources("a.ods", ods(ods_row("key", "text") + ods_row("1", cell) + ods_row("2", TEXTS[1])))
