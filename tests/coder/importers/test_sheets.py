"""Workbooks as tables of texts: cells as people see them, the row of names, the sheet that is read."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest

from coder.errors import SourceError
from coder.importers import read_sources
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
    ods_value,
    saved,
    told,
    workbook,
    workbook_of,
)


def value_of(cell: Any, number_format: str = "") -> str:
    """What one cell of a workbook is read as."""
    book = openpyxl.Workbook()
    filled(book.active, HEADER, ("1", TEXTS[0], cell), ROWS[1])
    if number_format:
        book.active["C2"].number_format = number_format
    return dict(read_sources("a.xlsx", saved(book))[0].variables).get("outlet", "")


def ods_value_of(cell: str) -> str:
    return dict(read_sources("a.ods", ods(ods_row(*HEADER) + ods_row("1", TEXTS[0], cell)))[0].variables)["outlet"]


def test_every_row_of_a_workbook_is_a_document() -> None:
    found = read_sources("posts.xlsx", workbook(HEADER, *ROWS))
    assert [(s.text, s.variables["key"], s.variables["outlet"]) for s in found] == [
        (text, key, outlet) for key, text, outlet in ROWS
    ]
    assert found[0].warnings == ("The texts were taken from the column “text”.",)


def test_a_spreadsheet_is_read_like_a_workbook() -> None:
    of_ods, of_xlsx = read_sources("a.ods", ods("".join(PLAIN_ODS))), read_sources("a.xlsx", workbook(HEADER, *ROWS))
    assert [(s.name, s.text, s.variables, s.warnings) for s in of_ods] == [
        (s.name, s.text, s.variables, s.warnings) for s in of_xlsx
    ]


# -- cells ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "number_format", "seen"),
    [
        (0.25, "0%", "25%"), (0.256, "0%", "25.6%"), (0.07, "0.00%", "7%"), (1.0, "", "1"), (1.5, "0.00", "1.5"),
        (0.1 + 0.2, "", "0.3"), (7, "00000", "00007"), (12345678901, "", "12345678901"), (-3.0, "#,##0", "-3"),
        (True, "", "TRUE"), (False, "", "FALSE"), ("00000", "", "00000"), ("NA", "", "NA"), ("None", "", "None"),
        (date(2020, 2, 3), "", "2020-02-03"), (date(2020, 2, 3), "dd.mm.yyyy", "2020-02-03"),
        (date(2020, 2, 3), '[$-419]d mmmm yyyy" г.";@', "2020-02-03"), (date(2020, 2, 3), "mmm yy", "2020-02-03"),
        (datetime(2020, 2, 3, 9, 5), "", "2020-02-03 09:05"), (datetime(2020, 2, 3, 9, 5), "dd/mm/yyyy", "2020-02-03"),
        (datetime(2020, 2, 3, 9, 5, 7), "yyyy-mm-dd hh:mm:ss", "2020-02-03 09:05:07"),
        (time(9, 5), "", "09:05"), (time(9, 5), "h:mm AM/PM", "09:05"), (time(9, 5, 30), "h:mm:ss", "09:05:30"),
        (timedelta(hours=26, minutes=5), "[h]:mm", "26:05"), (3, '0" days"', "3"), (1.5e20, "0.0E+00", "1.5e+20"),
        (43864, "General", "43864"), (-1, "dd.mm.yyyy", "-1"), (9e9, "dd.mm.yyyy", "9000000000"),
        (1, "dd.mm.yyyy", "1900-01-01"), ("a_x000D_b", "", "a b"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_a_person_sees_it(cell: Any, number_format: str, seen: str) -> None:
    assert value_of(cell, number_format) == seen


@pytest.mark.parametrize(
    ("kind", "value", "shown", "seen"),
    [
        ("percentage", "0.25", "25 %", "25%"), ("float", "1", "1,00", "1"), ("float", "1.5", "1,5", "1.5"),
        ("float", "7", "00007", "00007"), ("date", "2020-02-03", "03.02.20", "2020-02-03"),
        ("date", "2020-02-03T09:05:00", "03.02.20 9:05", "2020-02-03 09:05"), ("time", "PT09H05M00S", "9:05", "09:05"),
        ("time", "PT26H05M00.5S", "26:05", "26:05"), ("time", "PT00H00M07S", "0:00:07", "00:00:07"),
        ("boolean", "true", "WAHR", "TRUE"), ("boolean", "false", "ЛОЖЬ", "FALSE"),
        ("currency", "12.5", "12,50 €", "12.5"),
    ],
)  # fmt: skip
def test_a_cell_of_a_spreadsheet_is_read_as_a_person_sees_it(kind: str, value: str, shown: str, seen: str) -> None:
    assert ods_value_of(ods_value(kind, value, shown)) == seen


def test_days_of_a_workbook_that_counts_from_1904_are_right() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    filled(book.active, HEADER, ("1", TEXTS[0], date(2020, 2, 3)), ROWS[1])
    assert read_sources("a.xlsx", saved(book))[0].variables["outlet"] == "2020-02-03"


def test_rich_text_of_a_cell_is_whole_and_how_it_is_spoken_is_left_out() -> None:
    strings = "<sst><si><r><t>Tokyo </t></r><r><t>東京</t></r><rPh sb='0' eb='1'><t>トウキョウ</t></rPh></si></sst>"
    with zipfile.ZipFile(io.BytesIO(workbook(HEADER, ("1", TEXTS[0], "x"), ROWS[1]))) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    sheet = bytes(parts["xl/worksheets/sheet1.xml"]).decode()
    sheet = re.sub('<c r="C2".*?</c>', '<c r="C2" t="s"><v>0</v></c>', sheet)
    made = package(parts | {"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": strings})
    assert read_sources("a.xlsx", made)[0].variables["outlet"] == "Tokyo 東京"


def test_line_breaks_blanks_and_links_in_a_spreadsheets_cell_are_words_and_comments_are_not() -> None:
    cell = (
        "<table:table-cell><office:annotation><dc:date>2020</dc:date><text:p>a comment</text:p></office:annotation>"
        f"<text:p>{TEXTS[0]}<text:s text:c='2'/><text:a>linked</text:a></text:p><text:p>Second<text:line-break/>third"
        "</text:p></table:table-cell>"
    )
    [source] = read_sources("a.ods", ods(ods_row("key", "text") + ods_row("1", cell)))
    assert source.text == f"{TEXTS[0]}  linked\nSecond\nthird"


def test_a_value_that_spans_rows_is_each_rows_and_a_text_that_spans_rows_is_one_document() -> None:
    book = openpyxl.Workbook()
    long = TEXTS[0] * 8
    sheet = filled(book.active, HEADER, ("1", TEXTS[0], "Gazette"), ("2", TEXTS[1], None), ("3", long, "Herald"),
                   ("4", None, "Herald"))  # fmt: skip
    sheet.merge_cells("C2:C3")
    sheet.merge_cells("B4:B5")
    found = read_sources("a.xlsx", saved(book))
    assert [(s.text, s.variables["outlet"]) for s in found] == [
        (TEXTS[0], "Gazette"), (TEXTS[1], "Gazette"), (long, "Herald"),
    ]  # fmt: skip
    assert "Rows without text, left out: 5." in told(found)


def test_a_spreadsheets_value_that_spans_rows_is_each_rows() -> None:
    wide = f'<table:table-cell table:number-rows-spanned="2">{ods_p("Gazette")}</table:table-cell>'
    made = ods(
        ods_row(*HEADER) + ods_row("1", TEXTS[0], wide) + ods_row("2", TEXTS[1], "<table:covered-table-cell/>")
    )
    assert [s.variables["outlet"] for s in read_sources("a.ods", made)] == ["Gazette", "Gazette"]


def test_a_formula_whose_result_is_not_stored_is_told() -> None:
    assert "not stored, read as empty: C2" in told(
        read_sources("a.xlsx", workbook(HEADER, ("1", TEXTS[0], "=1+1"), ROWS[1]))
    )
    cell = '<table:table-cell table:formula="of:=1+1"/>'
    made = ods(ods_row(*HEADER) + ods_row("1", TEXTS[0], cell) + ods_row(*ROWS[1]))
    assert "not stored, read as empty: C2" in told(read_sources("a.ods", made))


# -- the row of names -------------------------------------------------------------------------


def test_a_title_and_notes_above_the_names_are_passed_over_and_told() -> None:
    title = [("Posts of the year 2020",), ("exported on", "2020-12-31"), ()]
    found = read_sources("a.xlsx", workbook(*title[:1], (), *title[2:], HEADER, *ROWS))
    assert [s.text for s in found] == list(TEXTS)
    assert found[0].variables["outlet"] == "Gazette"
    assert "Row 4 was taken for the names of the columns" in told(found)
    assert "“Posts of the year 2020”" in told(found)


def test_notes_in_two_cells_above_a_wide_table_are_passed_over() -> None:
    wide = ("key", "text", "outlet", "city")
    found = read_sources(
        "a.xlsx", workbook(("source", "archive"), ("asked", "2020"), wide, *((*row, "Oslo") for row in ROWS))
    )
    assert [s.text for s in found] == list(TEXTS)
    assert "“source / archive / asked / 2020”" in told(found)


def test_names_of_groups_of_columns_above_their_names_are_passed_over() -> None:
    book = openpyxl.Workbook()
    sheet = filled(book.active, ("Post", None, "Person", None), ("no", "words", "name", "city"),
                   ("1", TEXTS[0], "Anna", "Oslo"), ("2", TEXTS[1], "Olga", "Perm"))  # fmt: skip
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:D1")
    found = read_sources("a.xlsx", saved(book))
    assert [(s.text, s.variables["city"]) for s in found] == [(TEXTS[0], "Oslo"), (TEXTS[1], "Perm")]


@pytest.mark.parametrize(
    "rows",
    [
        [HEADER, *ROWS],
        [("", "text", "outlet"), ("1", TEXTS[0], "Gazette"), ("2", TEXTS[1], "Herald")],
        [("key", "text", ""), ("a", "Short", "Gazette"), ("b", TEXTS[0], "Herald"), ("c", TEXTS[1], "Herald")],
        [("2019", "2020", "2021"), ("a", TEXTS[0], "c"), ("d", TEXTS[1], "f"), ("g", TEXTS[0], "i")],
        [("text", "text", "text"), ("a", TEXTS[0], "c"), ("d", TEXTS[1], "f")],
        [("key", "", "outlet"), ("a", "Short", "Gazette"), ("b", TEXTS[0], "Herald"), ("c", TEXTS[1], "Herald")],
    ],
)
def test_the_first_row_names_the_columns_where_nothing_plainly_says_otherwise(rows: list[tuple[str, ...]]) -> None:
    found = read_sources("a.xlsx", workbook(*rows))
    assert len(found) == len(rows) - 1
    assert "passed over" not in told(found)


def test_a_first_row_that_is_a_text_itself_is_told() -> None:
    long = TEXTS[0] * 4
    assert "does not look like that" in told(read_sources("a.xlsx", workbook(("1", long), ("2", TEXTS[1]))))


def test_a_stray_cell_behind_the_table_is_told_and_left_out() -> None:
    found = read_sources("a.xlsx", workbook(HEADER, (*ROWS[0], "stray"), ROWS[1]))
    assert [s.text for s in found] == list(TEXTS)
    assert "1 rows are longer than the header" in told(found)


# -- sheets -----------------------------------------------------------------------------------


def test_a_sheet_of_notes_before_the_table_neither_refuses_the_file_nor_is_read() -> None:
    for notes in (["How this was made."], ["One note"], ["A note that is as long as any of the texts below.", "b"]):
        found = read_sources("a.xlsx", workbook_of(First=[[note] for note in notes], Posts=[HEADER, *ROWS]))
        assert [s.text for s in found] == list(TEXTS)
        assert "It was read from the sheet “Posts”. Sheets that were left out: “First”." in told(found)


def test_a_sheet_that_explains_the_columns_gives_way_to_the_table() -> None:
    legend = [("column", "meaning"), ("text", "what was posted, with all its signs and emoji"), ("key", "its number")]
    found = read_sources("a.xlsx", workbook_of(Legend=legend, Posts=[HEADER, *ROWS]))
    assert [s.text for s in found] == list(TEXTS)


def test_sheets_with_the_same_columns_are_one_table() -> None:
    rest = [("007", "Teachers were told to bring lists of names.", "Gazette")]
    made = workbook_of(January=[HEADER, *ROWS], Notes=[["x"], ["y"]], February=[HEADER, *rest])
    found = read_sources("a.xlsx", made)
    assert [(s.name, s.variables["sheet"]) for s in found] == [
        ("a · January 2", "January"), ("a · January 3", "January"), ("a · February 2", "February"),
    ]  # fmt: skip
    assert "same columns and were read as one table: “January”, “February”. Sheets that were left out: “Notes”." in (
        told(found)
    )


def test_the_sheet_with_the_column_that_was_asked_for_is_read() -> None:
    made = workbook_of(Posts=[HEADER, *ROWS], Letters=[("id", "letter"), ("1", "Dear editor"), ("2", "Dear all")])
    assert [s.text for s in read_sources("a.xlsx", made, text_column="letter")] == ["Dear editor", "Dear all"]


def test_a_hidden_sheet_is_read_only_where_there_is_no_other() -> None:
    book = openpyxl.Workbook()
    filled(book.active, HEADER, *ROWS).sheet_state = "hidden"
    filled(book.create_sheet("Seen"), HEADER, ("1", "A text that everybody may read and see.", "x"))
    assert len(read_sources("a.xlsx", saved(book))) == 1
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    hidden = f'<table:table table:name="Away" table:style-name="h">{"".join(PLAIN_ODS)}</table:table>'
    seen = ods_row("key", "text") + ods_row("1", "A text that everybody may read and see.")
    assert [s.text for s in read_sources("a.ods", ods(hidden, seen, styles=styles))] == [
        "A text that everybody may read and see."
    ]
    assert len(read_sources("a.ods", ods(hidden, styles=styles))) == 2


# -- the sheet that is asked for --------------------------------------------------------------


def test_a_sheet_is_read_by_its_name_alone_and_one_that_is_not_there_is_told_with_those_that_are() -> None:
    data = workbook_of(Posts=[HEADER, ("1", TEXTS[0], "Gazette")], Letters=[HEADER, ("9", TEXTS[1], "Herald")])
    assert len(read_sources("a.xlsx", data)) == 2  # the same columns: one table
    [source] = read_sources("a.xlsx", data, sheet="letters")
    assert (source.text, source.key) == (TEXTS[1], "9")
    assert source.sheets == ("Posts", "Letters")
    with pytest.raises(SourceError, match="no sheet “Mail”") as told:
        read_sources("a.xlsx", data, sheet="Mail")
    assert "Posts, Letters" in str(told.value.advice)


PAGE = """<html><head><meta charset="utf-8"><style>td {mso-number-format:"@"}</style></head><body>
<table><caption>Письма</caption><tr><th>id</th><th>text</th><th>outlet</th></tr>
<tr><td>1</td><td>Губернатор поднял выплату<br>тем, кто подписал.</td><td rowspan="2">Gazette</td></tr>
<tr><td>2</td><td>The ministry denies &amp; refuses it all.</td></tr></table>
<table><tr><td>legend</td><td>x</td></tr></table></body></html>"""


def test_a_page_that_bears_the_name_of_a_workbook_is_read_as_its_table() -> None:
    one, other = read_sources("export.xls", PAGE.encode())
    assert (one.format, one.key, one.text) == ("xls", "1", "Губернатор поднял выплату\nтем, кто подписал.")
    assert (other.text, dict(other.variables)["outlet"]) == ("The ministry denies & refuses it all.", "Gazette")
    assert one.sheets == ("Письма", "Table 2")
    assert len(read_sources("export.html", PAGE.encode())) == 1  # a page all the same
    with pytest.raises(SourceError, match="header"):
        read_sources("export.xls", b"<html><body><table><tr><td>a</td></tr></table></body></html>")


@pytest.mark.parametrize("span", ["0", "-1", "x", "999999999999", "٣"])
def test_spans_of_a_pages_cells_are_kept_within_what_a_table_has(span: str) -> None:
    page = PAGE.replace('rowspan="2"', f'rowspan="{span}" colspan="{span}"')
    assert len(read_sources("export.xls", page.encode())) == 2
