"""Plain tables: whatever spreadsheet they come from, and what is refused."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from coder.errors import SourceError
from coder.importers.ratings_table import read_ratings

EXPECTED = (("1", "2"), (None, "1"), ("3", "3"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"Ana,Ben\n1,2\n,1\n3,3\n"),
        ("a.csv", "Ana;Ben\r\n1;2\r\n;1\r\n3;3\r\n".encode("utf-8-sig")),
        ("a.tsv", b"Ana\tBen\n1\t2\n\t1\n3\t3"),
        ("a.csv", "Ana\tBen\n1\t2\n\t1\n3\t3".encode("utf-16")),
        ("a.csv", b'"Ana","Ben"\n"1","2"\n"","1"\n" 3 ","3"\n'),
    ],
)
def test_text_tables_are_read_whatever_their_delimiter_and_encoding(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    table = read_ratings(path)
    assert table.coders == ("Ana", "Ben")
    assert table.values == EXPECTED


def workbook(path, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_workbook_is_read_as_text(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [["Ana", "Ben"], [1, 2.0], [None, "1"], [3, True], [2.5, None]])
    assert read_ratings(path).values == (("1", "2"), (None, "1"), ("3", "1"), ("2.5", None))


def test_a_column_of_labels_is_not_a_coder_and_this_is_said(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Unit,Ana,Ben\nu1,1,2\nu2,,1\nu3,3,3\n", encoding="utf-8")
    table = read_ratings(path)
    assert table.units == ("u1", "u2", "u3")
    assert table.values == EXPECTED
    assert any("labels" in remark for remark in table.warnings)


def test_a_column_without_a_name_in_front_is_labels_too(tmp_path):
    path = workbook(tmp_path / "a.xlsx", [[None, "Ana", "Ben"], ["x", 1, 2], ["y", None, 1], ["z", 3, 3]])
    assert read_ratings(path).coders == ("Ana", "Ben")


def test_a_ragged_table_is_refused_with_its_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Ana,Ben\n1,2\n1\n", encoding="utf-8")
    with pytest.raises(SourceError, match="row 3: 1 cells"):
        read_ratings(path)


def test_an_empty_row_is_a_unit_that_nobody_rated_and_blank_lines_are_nothing(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Ana,Ben\n\n1,2\n,\n\n", encoding="utf-8")
    table = read_ratings(path)
    assert table.values == (("1", "2"), (None, None))
    assert table.lines == (3, 4)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"Ana,Ana\n1,2\n", "named"),
        (b"Ana,\n1,2\n", "no coder's name"),
        (b"Ana,Ben\n\xff\xfe\x00,1\n", "UTF-8"),
        (b'Ana,Ben\n"1,2\n', "row"),
        (b"PK\x05\x06" + bytes(18), "workbook"),
    ],
)
def test_what_is_no_table_is_refused_in_words(tmp_path, data, words):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=words) as told:
        read_ratings(path)
    assert told.value.advice


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        read_ratings(tmp_path / "none.csv")
