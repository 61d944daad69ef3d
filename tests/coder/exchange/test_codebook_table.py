"""Codebooks as spreadsheets: what is written reads back, hand-made tables are read, mistakes told with their row."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from coder.errors import CodebookError
from coder.exchange.codebook_cells import path_cell, path_of, texts_cell, texts_of
from coder.exchange.codebook_files import read_codebook_file
from coder.exchange.codebook_load import codebook_of, load_codebook
from coder.exchange.codebook_parts import KINDS, KINDS_WITH_VALUES, SCOPES, STATES, Codebook, CodeEntry, QualifierEntry
from coder.exchange.codebook_table import read_csv, read_xlsx
from coder.exchange.codebook_yaml_writing import write_codebook
from coder.exporters.codebook_files import write_codebook_file
from coder.identity import same_name
from coder.project import Project

_text = st.one_of(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=60),
    st.text(" \n=+-@'\";,|>\\↵#ab😀жع_x0041_", max_size=60),
).map(lambda text: text.lstrip("\ufeff") if text.strip() else "")
_names = st.one_of(
    _text.map(str.strip), st.sampled_from(["a > b", ">", "\\>", "> x", "x >", "a \\\\> b", "=1+1", "A>B", "'=x"])
).filter(bool)
_some_text = _text.filter(str.strip)


@st.composite
def _levels(draw: st.DrawFn, parent: tuple[str, ...] = ()) -> list[CodeEntry]:
    entries = []
    for name in draw(st.lists(_names, max_size=3 - len(parent), unique_by=same_name)):
        path = (*parent, name)
        entries.append(draw(_entry(path)))
        if len(path) < 3:
            entries += draw(_levels(path))
    return entries


def _entry(path: tuple[str, ...]) -> st.SearchStrategy[CodeEntry]:
    return st.builds(
        CodeEntry, st.just(path), definition=_text, include=_text, exclude=_text,
        examples=st.lists(_some_text, max_size=3).map(tuple), color=st.sampled_from(["", "#0072B2"]),
        scope=st.sampled_from(SCOPES), exclusive=st.booleans(), state=st.sampled_from(STATES),
        id=st.none() | st.uuids().map(str),
    )  # fmt: skip


@st.composite
def _qualifiers(draw: st.DrawFn) -> list[QualifierEntry]:
    entries = []
    for name in draw(st.lists(_names, max_size=2, unique_by=same_name)):
        kind = draw(st.sampled_from(KINDS))
        values = draw(st.lists(_some_text, min_size=1, max_size=3, unique_by=same_name))
        kept = tuple(values) if kind in KINDS_WITH_VALUES else ()
        entries.append(QualifierEntry(name, kind, kept, draw(_text), draw(st.none() | st.uuids().map(str))))
    return entries


_codebooks = st.builds(Codebook, _text.map(str.strip), _text, _levels().map(tuple), _qualifiers().map(tuple))


@given(st.lists(_names, min_size=1, max_size=4).map(tuple))
def test_a_path_reads_back_from_its_cell_whatever_its_names_hold(path: tuple[str, ...]) -> None:
    assert path_of(path_cell(path)) == path


@given(st.lists(_some_text, max_size=4).map(tuple))
def test_texts_read_back_from_one_cell(texts: tuple[str, ...]) -> None:
    assert texts_of(texts_cell(texts)) == texts


@settings(max_examples=40, deadline=None)
@given(_codebooks)
def test_a_codebook_written_as_a_workbook_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, codebook: Codebook
) -> None:
    path = tmp_path_factory.getbasetemp() / "trip.xlsx"
    assert write_codebook_file(path, codebook) == [] or "_x0041_" in repr(codebook)
    assert read_codebook_file(path) == codebook


@settings(max_examples=40, deadline=None)
@given(_codebooks)
def test_the_codes_written_as_csv_read_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, codebook: Codebook
) -> None:
    path = tmp_path_factory.getbasetemp() / "trip.csv"
    write_codebook_file(path, codebook)
    assert read_codebook_file(path) == Codebook(codes=codebook.codes)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_project_s_codebook_comes_back_in_an_empty_project(tmp_path: Path, suffix: str) -> None:
    book = read_codebook_file(Path("codebooks/general.yaml"))
    with Project.create(tmp_path / "a.intercoder", title="t", lead="Ana") as project:
        project.do(load_codebook, codebook=book)
        first = project.ask(codebook_of, "t")
    write_codebook_file(tmp_path / f"book.{suffix}", first)
    with Project.create(tmp_path / "b.intercoder", title="t", lead="Ana") as project:
        project.do(load_codebook, codebook=read_codebook_file(tmp_path / f"book.{suffix}"))
        second = project.ask(codebook_of, "t")
    assert [c.path for c in second.codes] == [c.path for c in first.codes]
    if suffix == "xlsx":
        assert write_codebook(second) == write_codebook(first)


def test_a_csv_tells_how_many_qualifiers_it_leaves_out(tmp_path: Path) -> None:
    book = Codebook(codes=(CodeEntry(("A",)),), qualifiers=(QualifierEntry("tone"),))
    (told,) = write_codebook_file(tmp_path / "c.csv", book)
    assert "qualifiers (1)" in told


def test_a_german_excel_s_table_with_old_letters_is_read() -> None:
    data = "Код;Определение;Примеры\r\nАктор;Кто действует;\"раз\nдва\"\r\n;;\r\nАктор > Губернатор;Глава региона;\r\n"
    book = read_csv(data.encode("cp1251"), "c.csv")
    assert [c.path for c in book.codes] == [("Актор",), ("Актор", "Губернатор")]
    assert book.codes[0].examples == ("раз", "два")


def test_a_list_of_names_alone_is_a_codebook() -> None:
    assert [c.path for c in read_csv(b"Name\nA\n\nB\n", "c.csv").codes] == [("A",), ("B",)]


def test_parents_named_in_a_column_are_found_wherever_they_stand_or_made() -> None:
    book = read_csv(b"name,parent\nLeaf,Branch\nBranch,Root\nOther,Elsewhere\n", "c.csv")
    assert [c.path for c in book.codes] == [
        ("Root",), ("Root", "Branch"), ("Root", "Branch", "Leaf"), ("Elsewhere",), ("Elsewhere", "Other"),
    ]  # fmt: skip


def test_every_mistake_is_told_with_its_row() -> None:
    table = b"code,color,key,exclusive,state\nA,red,x,yes,open\nA,,x,maybe,shut\n > B,,,,\n"
    with pytest.raises(CodebookError) as told:
        read_csv(table, "c.csv")
    rows = [line.split(":")[0] for line in told.value.message.splitlines()]
    assert rows == ["c.csv, row 2", *["c.csv, row 3"] * 4]


def test_a_level_without_a_name_and_parents_in_a_circle_are_mistakes() -> None:
    with pytest.raises(CodebookError, match="row 2"):
        read_csv(b"code,key\nA >  > B,\n", "c.csv")
    with pytest.raises(CodebookError, match="levels deep"):
        read_csv(b"name,parent\nA,B\nB,A\n", "c.csv")


def test_a_column_nearly_called_right_is_told() -> None:
    with pytest.raises(CodebookError, match="did you mean “definition”"):
        read_csv(b"code,definiton\nA,x\n", "c.csv")


def test_a_table_without_a_column_of_codes_is_refused() -> None:
    with pytest.raises(CodebookError, match="none called “code”"):
        read_csv(b"x,y\n1,2\n", "c.csv")


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(CodebookError):
        read_xlsx(b"PK nothing", "c.xlsx")


def test_mistakes_in_the_sheet_of_qualifiers_name_it() -> None:
    book = Workbook()
    book.active.append(["code"])
    book.active.append(["A"])
    sheet = book.create_sheet("Qualifiers")
    sheet.append(["name", "kind"])
    sheet.append(["tone", "choice"])
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(CodebookError, match=r"c.xlsx \(qualifiers\), row 2"):
        read_xlsx(out.getvalue(), "c.xlsx")
