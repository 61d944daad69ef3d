"""The .csv: every program reads the same from it, and none runs what stands in it."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from coder.exporters import export
from coder.exporters.delimited import bare, guarded, write_table
from coder.exporters.tables import Column, Table
from tests.coder.exporters.studies import LONG, RTL, project_of, simple

anything = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.text(st.sampled_from("'=+-@\t\r\n,\";ab😀"), max_size=8),
)


def written(rows: list[list[str]]) -> bytes:
    out = io.BytesIO()
    columns = [Column(f"c{n}", "Meaning.") for n in range(len(rows[0]))]
    write_table(Table("Table", "About.", columns, rows, len(rows)), out)
    return out.getvalue()


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(st.lists(anything, min_size=3, max_size=3), min_size=1, max_size=4))
def test_every_text_comes_back_once_the_guard_is_taken_away(rows):
    assert [[bare(cell) for cell in row] for row in read(written(rows))[1:]] == rows


@given(anything)
def test_no_cell_begins_as_a_formula(text):
    assert guarded([text])[0][:1] not in ("=", "+", "-", "@", "\t", "\r") or not text


def test_numbers_are_not_guarded():
    assert guarded([-1, -0.5, None, "-1"]) == [-1, -0.5, None, "'-1"]


def test_the_file_begins_with_a_byte_order_mark_and_ends_lines_as_the_standard_says():
    data = written([["a", "b,c"], ['d"e', "f\ng"]])
    assert data == b'\xef\xbb\xbfc0,c1\r\na,"b,c"\r\n"d""e","f\ng"\r\n'


def test_halves_of_characters_are_replaced_and_told():
    out = io.BytesIO()
    told = write_table(Table("T", "About.", [Column("c", "Meaning.")], [["a\ud800"], ["b"]], 2), out)
    assert "1 of the rows" in told[0]
    assert read(out.getvalue())[1:] == [["a\ufffd"], ["b"]]


def test_coded_segments_are_written_with_all_their_columns(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        (told,) = export(project, tmp_path / "a.csv")
    assert "in 2 of the rows a text begins like a formula" in told
    header, *rows = read((tmp_path / "a.csv").read_bytes())
    assert len(rows) == 6
    assert rows[3][header.index("Quote")] == "The ministry denies it!"
    assert rows[4][header.index("Memo")] == "'=1+1"
    assert rows[4][header.index("Quote")] == RTL[:7]


def test_what_a_spreadsheet_cell_cannot_hold_is_whole_here(tmp_path):
    text = "word " * 9_000
    with project_of(tmp_path / "p.intercoder", simple(text, [{"start": 0, "end": 40_000}])) as project:
        assert export(project, tmp_path / "a.csv") == []
    header, row = read((tmp_path / "a.csv").read_bytes())
    assert row[header.index("Quote")] == text[:40_000]


def test_full_texts_stand_in_a_file_beside(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        told = export(project, tmp_path / "a.csv", text="full")
    assert any("a-texts.csv" in words for words in told)
    header, *rows = read((tmp_path / "a-texts.csv").read_bytes())
    assert [row[header.index("Text")] for row in rows] == [LONG, RTL]
