"""Workbooks hold what they were given, or say what they altered."""

from __future__ import annotations

import io
import re
import time
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coder.exporters.sheets import CUT, LONGEST, Book, cut_to, units_of
from coder.exporters.tables import Column, Table, Value


def table(rows: list[list[Value]], title: str = "Sheet", *names: str, wrap: bool = False) -> Table:
    names = names or tuple(f"c{n}" for n in range(max((len(r) for r in rows), default=1)))
    return Table(title, "About.", [Column(n, "Meaning.", wrap=wrap) for n in names], rows, len(rows))


def saved(book: Book) -> bytes:
    out = io.BytesIO()
    try:
        book.save(out)
    finally:
        book.drop()
    return out.getvalue()


def written(rows: list[list[Value]], **options: Any) -> tuple[list[list[Any]], list[str]]:
    """The rows as openpyxl reads them back, and what the book told."""
    book = Book(**options)
    book.add(table(rows))
    sheet = openpyxl.load_workbook(io.BytesIO(saved(book))).worksheets[0]
    return [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)], book.told


hostile = st.one_of(
    st.text(max_size=40),
    st.text(st.sampled_from("=+-@\t\r\n'\"<>&]#x0041_ \x00\x0b\x1f\x7f\x85\ufffe\uffff\ufeff😀ש"), max_size=30),
    st.sampled_from(
        ["=1+1", "=", "#N/A", "#REF!", "{=1}", "_x000D_", "]]>", "<a>&amp;", " x ", "\n", "\r", "TRUE", "1"]
    ),
)


def as_it_can_be(text: str) -> str:
    """The rule, written a second time: one sign for one that XML cannot hold, one escape for _xHHHH_."""
    signs = "".join(
        chr(0x2400 + ord(c)) if ord(c) < 32 and c not in "\t\n\r" else "\ufffd" if c in "\ufffe\uffff" else c
        for c in text
    )
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", signs)


@given(st.lists(hostile, min_size=1, max_size=8))
@example(["=HYPERLINK(0)", "+1", "-1", "@SUM(1)"])
@example(["\x00", "a\x0bb", "\ufffe"])
def test_every_text_comes_back_as_text(values):
    (row,), told = written([[*values, "end"]])
    assert [v or "" for v in row] == [*(as_it_can_be(v) for v in values), "end"]
    assert bool(told) == any(as_it_can_be(v) != v for v in values)


def test_no_text_becomes_a_formula_or_an_error():
    book = Book()
    book.add(table([["=1+1", "#N/A", "=", "{=1}"]]))
    book.add(table([["=2"]], "Wrapped", "=A1", wrap=True))
    read = openpyxl.load_workbook(io.BytesIO(saved(book)))
    assert {c.data_type for sheet in read for row in sheet.iter_rows() for c in row if c.value} == {"s"}


def test_a_lone_half_of_a_character_is_shown_and_told():
    (row,), told = written([["a\ud800b"]])
    assert row == ["a\ufffdb"]
    assert "1 cell" in told[0]


@given(st.lists(st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False)), min_size=1))
def test_numbers_come_back_as_they_were(values):
    (row,), told = written([list(values)])
    assert row == values
    assert not told


def test_what_is_no_number_is_said_in_words():
    (row,), _ = written([[float("nan"), float("inf"), 1.0]])
    assert row == ["nan", "inf", 1]


@pytest.mark.parametrize("sign", ["x", "😀", "ё"])
def test_a_long_text_is_cut_at_a_whole_character_with_a_mark_and_told(sign):
    long = sign * (LONGEST + 1)
    (row,), told = written([[long]])
    assert units_of(row[0]) <= LONGEST
    assert row[0].endswith(CUT)
    assert long.startswith(row[0].removesuffix(CUT))
    assert "row 2" in told[0]
    assert ".csv" in told[0]


@pytest.mark.parametrize("text", ["x" * LONGEST, "😀" * (LONGEST // 2)])
def test_a_text_that_just_fits_is_whole(text):
    (row,), told = written([[text]])
    assert row == [text]
    assert not told


@given(st.text(), st.integers(0, 20))
def test_cutting_keeps_as_much_as_fits(text, units):
    kept = cut_to(text, units)
    assert text.startswith(kept)
    assert units_of(kept) <= units
    rest = text[len(kept) :]
    assert not rest or units_of(kept) + units_of(rest[0]) > units


def test_rows_that_one_sheet_cannot_hold_go_on_in_another():
    book = Book(rows=4)
    names = book.add(table([[n] for n in range(10)], "Coded segments"))
    read = openpyxl.load_workbook(io.BytesIO(saved(book)))
    assert names == ["Coded segments", "Coded segments 2", "Coded segments 3"] == read.sheetnames
    values = [[c for (c,) in sheet.iter_rows(values_only=True)] for sheet in read]
    assert values == [["c0", 0, 1, 2, 3], ["c0", 4, 5, 6, 7], ["c0", 8, 9]]
    assert "goes on in" in book.told[0]


def test_more_columns_than_a_sheet_holds_are_left_out_and_told():
    book = Book()
    book.add(table([[1] * 16_390]))
    assert "6 more are left out" in book.told[0]
    sheet = openpyxl.load_workbook(io.BytesIO(saved(book))).worksheets[0]
    assert sheet.max_column == 16_384


def test_names_of_sheets_are_made_fit_and_kept_apart():
    book = Book()
    names = [book.add(table([], title))[0] for title in ("a/b", "A b", "", "x" * 40, "x" * 41)]
    saved(book)
    assert len({n.casefold() for n in names}) == 5
    assert all(len(n) <= 31 and not set(n) & set("[]:*?/\\") for n in names)


def test_the_header_stays_in_sight_and_filters():
    book = Book()
    book.add(table([[1, 2]], "Sheet", "one", "two"))
    sheet = openpyxl.load_workbook(io.BytesIO(saved(book))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B2"
    assert sheet["A1"].font.bold


def test_the_same_tables_give_the_same_bytes_at_any_time():
    def make() -> bytes:
        book = Book("2026-11-23T09:00:00Z")
        book.add(table([["a", 1], ["=b", None]]))
        book.add(table([["x"]], "First", wrap=True), first=True)
        return saved(book)

    once = make()
    time.sleep(2.1)  # a zip tells times to two seconds
    assert make() == once
    parts = zipfile.ZipFile(io.BytesIO(once))
    assert {i.date_time for i in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"2026-11-23T09:00:00Z" in parts.read("docProps/core.xml")
    assert openpyxl.load_workbook(io.BytesIO(once)).sheetnames == ["First", "Sheet"]


def test_an_unfinished_book_leaves_no_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def rows():
        yield ["a"]
        raise KeyboardInterrupt

    book = Book()
    with pytest.raises(KeyboardInterrupt):
        book.add(Table("Sheet", "About.", [Column("c", "Meaning.")], rows(), 2))
    book.drop()
    assert not list(tmp_path.iterdir())
