"""Delimited tables of texts: what parts the columns, quotes, encodings, odd rows, keys, and cells kept as text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.importers import Source, read_sources
from coder.importers.tables import delimiter_of, read_rows

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=9)
ONE = "The governor raises the payment, again; for those who sign."
TWO = "Никто не спросил суд — законно ли это."


def told(sources: tuple[Source, ...]) -> str:
    return " ".join(sources[0].warnings)


def written(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_columns_are_parted_by_what_makes_the_rows_as_wide_as_the_header(delimiter: str) -> None:
    rows = [["id", "text", "place"], ["a", ONE, "Oslo, Norway"], ["b", TWO, "Perm; Russia | East"]]
    found = read_sources("a.csv", written(rows, delimiter).encode())
    assert [(s.name, s.text, s.variables["place"]) for s in found] == [
        ("a · a", ONE, "Oslo, Norway"), ("a · b", TWO, "Perm; Russia | East"),
    ]  # fmt: skip


def test_the_line_in_which_excel_names_the_delimiter_is_no_row() -> None:
    found = read_sources("a.csv", b"sep=;\r\nid;text\r\na;one, two, three, four\r\nb;five, six, seven, eight\r\n")
    assert [s.text for s in found] == ["one, two, three, four", "five, six, seven, eight"]


def test_quotes_and_line_breaks_in_a_cell_are_the_cells() -> None:
    data = b'id,text\r\n1,"He said ""no"",\r\nthen left."\r\n2,"second"\r\n'
    assert [s.text for s in read_sources("a.csv", data)] == ['He said "no",\nthen left.', "second"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-8-sig", "utf-16", "utf-8"])
def test_a_table_in_an_old_encoding_is_read(encoding: str) -> None:
    text = "номер;текст;город\r\n" + "".join(f"{n};{TWO.replace('—', '-')} Снова и снова.;Пермь\r\n" for n in range(9))
    found = read_sources("a.csv", text.encode(encoding))
    assert [s.text for s in found] == [f"{TWO.replace('—', '-')} Снова и снова."] * 9
    assert found[0].variables == {"номер": "0", "город": "Пермь"}


@pytest.mark.parametrize("cell", ["00000", "NA", "None", "null", "1.0", "1e5", "TRUE", "2020-02-03", "=1+1", "25%"])
def test_a_cell_stays_as_it_was_written(cell: str) -> None:
    assert read_sources("a.csv", written([["id", "text", "x"], ["1", ONE, cell]]).encode())[0].variables["x"] == cell


@given(
    st.lists(
        st.lists(WORDS, min_size=3, max_size=3),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from(";,\t|"),
)
def test_what_was_written_as_cells_is_read_as_the_same_cells(rows: list[list[str]], delimiter: str) -> None:
    whole = [["first", "second", "third"], *rows]
    read = read_rows(written(whole, delimiter).encode())
    assert delimiter_of(written(whole, delimiter)) == delimiter
    assert [row for row in read if row] == [row for row in whole if row]


def test_one_column_is_one_plain_text() -> None:
    [source] = read_sources("a.csv", b"text\nfirst line, with a comma\nsecond line\nthird, fourth, fifth\n")
    assert (source.format, source.key) == ("txt", "")
    assert source.text.startswith("text\nfirst line, with")
    assert "one column" in told((source,))


def test_a_title_above_the_names_is_passed_over_and_told() -> None:
    table = [["id", "text", "city"], ["a", ONE, "Oslo"], ["b", TWO, "Perm"]]
    for title in ("Posts of the year\n\n", "Posts of the year,,\n,,\n", "Posts\nexported on Monday\n\n"):
        found = read_sources("a.csv", (title + written(table)).encode())
        assert [s.text for s in found] == [ONE, TWO]
        assert "Posts" in told(found)


def test_keys_that_come_again_get_numbers_and_are_told() -> None:
    rows = [["code", "text"], ["a", ONE], ["a", TWO], ["a (2)", ONE + "!"], ["A", TWO + "!"]]
    found = read_sources("a.csv", written(rows).encode(), key_column="code")
    assert len({s.key.casefold() for s in found}) == len({s.name.casefold() for s in found}) == 4
    assert [s.key for s in found][:2] == ["a", "a (2)"]
    assert "more than once: a, a (2), A" in told(found)


def test_an_id_that_comes_again_is_no_key_unless_chosen() -> None:
    rows = [["id", "text"], ["a", ONE], ["a", TWO]]
    assert [s.key for s in read_sources("a.csv", written(rows).encode())] == ["2", "3"]


def test_rows_without_text_are_left_out_and_told_and_a_table_without_text_is_refused() -> None:
    rows = [["id", "text", "x"], ["a", ONE, "1"], ["b", "", "2"], ["c", "  ", "3"], ["d", TWO, "4"]]
    found = read_sources("a.csv", written(rows).encode())
    assert [s.key for s in found] == ["a", "d"]
    assert "Rows without text, left out: 3, 4." in told(found)
    with pytest.raises(SourceError, match="no text in the column"):
        read_sources("a.csv", written([["id", "text", "x"], ["a", "", "1"]]).encode(), text_column="text")


def test_ragged_rows_keep_what_stands_under_a_name() -> None:
    data = f"id,text,x\na,{'word ' * 9}\nb,{'other ' * 9},1,2,3\n\nc,{'more ' * 9},4\n".encode()
    found = read_sources("a.csv", data)
    assert [(s.key, dict(s.variables).get("x", "")) for s in found] == [("a", ""), ("b", "1"), ("c", "4")]
    assert "1 rows are longer than the header" in told(found)


def test_columns_with_one_name_or_none_are_told_apart() -> None:
    found = read_sources("a.csv", written([["text", "", "x", "X"], [ONE, "a", "b", "c"]]).encode())
    assert found[0].variables == {"Column 2": "a", "x": "b", "X (2)": "c"}


def test_a_column_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(SourceError, match=r"a\.csv.*no column “body”") as caught:
        read_sources("a.csv", written([["id", "text"], ["1", ONE]]).encode(), text_column="body")
    assert caught.value.advice == "Its columns are: id, text."


def test_a_header_alone_and_a_quote_without_an_end_end_in_a_message_or_a_text() -> None:
    with pytest.raises(SourceError, match="no rows under"):
        read_sources("a.csv", b"id,text\n")
    assert read_sources("a.csv", b'id,text\n1,"begun and never ended\n2,second\n')[0].text.startswith("begun")


def test_a_cell_of_two_hundred_thousand_characters_is_a_text() -> None:
    long = "word " * 40_000
    assert len(read_sources("a.csv", f"id,text\n1,{long}\n2,short\n".encode())[0].text) == len(long)


def test_a_table_of_endlessly_many_cells_is_refused() -> None:
    data = (b"x," * 900 + b"\n") * 12_000
    with pytest.raises(SourceError, match="far more than a table"):
        read_sources("a.csv", data)


def test_a_column_called_text_holds_the_texts_unless_another_is_far_longer() -> None:
    short = "text,date\n,2025-03-14\nYes.,2025-03-15\nNo.,2025-03-16\n"
    assert [s.text for s in read_sources("a.csv", short.encode())] == ["Yes.", "No."]
    label = f"text,message\nA,{'words of one post ' * 5}\nB,{'words of another ' * 5}\n"
    assert read_sources("a.csv", label.encode())[0].text.startswith("words of one")
