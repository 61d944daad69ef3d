"""The workbook as a co-author gets it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from coder.coders import coder_named
from coder.coding import set_memo
from coder.errors import Cancelled, CoderError, ProjectExists
from coder.exchange.study_write import digest
from coder.exporters import export, known_suffix
from coder.project import Project
from coder.segments import read_codings
from tests.coder.exporters.studies import ENTRY, LONG, RTL, project_of, records, sheets_of, simple


@pytest.fixture
def project(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        yield project


def test_a_workbook_has_the_dataset_and_what_explains_it(project, tmp_path):
    assert export(project, tmp_path / "a.xlsx") == []
    sheets = sheets_of(tmp_path / "a.xlsx")
    assert list(sheets)[:5] == ["README", "Coded segments", "Documents", "Codebook", "Coders"]
    assert {"Agreement", "Agreement pairs", "Codes by document"} <= sheets.keys()
    assert len(sheets["Coded segments"]) == 1 + len(ENTRY["codings"])


def test_the_readme_explains_every_column_of_every_sheet(project, tmp_path):
    export(project, tmp_path / "a.xlsx", text="full")
    sheets = sheets_of(tmp_path / "a.xlsx")
    explained = {(sheet, column): words for sheet, column, words in sheets.pop("README")[1:]}
    for sheet, rows in sheets.items():
        assert explained[sheet, None]
        for column in rows[0]:
            assert explained[sheet, column].endswith("."), (sheet, column)


def test_the_readme_tells_digest_software_and_the_time_of_the_newest_change(project, tmp_path):
    export(project, tmp_path / "a.xlsx")
    told = {row[0]: row[2] for row in sheets_of(tmp_path / "a.xlsx")["README"]}
    newest = project.ask(lambda s: s.connection().exec_driver_sql('SELECT max("at") FROM change').scalar_one())
    assert digest(project) in told["Digest"]
    assert told["Made by"].startswith("Intercoder ")
    assert told["Last changed"].startswith(newest[:19])


def test_the_codebook_keeps_codes_that_nobody_used_and_counts_the_others(project, tmp_path):
    export(project, tmp_path / "a.xlsx")
    codes = {r["Code path"]: r for r in records(sheets_of(tmp_path / "a.xlsx")["Codebook"])}
    assert codes["Never used"]["Coded segments"] == 0
    assert codes["Never used"]["Definition"] == "-"
    actor = codes["Actor"]
    assert (actor["Coded segments"], actor["With sub-codes"], actor["Documents"]) == (4, 5, 2)
    assert (actor["Ana: coded segments"], actor["Zoe: coded segments"]) == (2, 2)
    assert actor["Examples"] == "one\ntwo"


def test_documents_tell_how_far_every_coder_is(project, tmp_path):
    export(project, tmp_path / "a.xlsx")
    first = records(sheets_of(tmp_path / "a.xlsx")["Documents"])[0]
    assert (first["Document"], first["Length"], first["Coders"]) == ("b.txt", len(LONG), 2)
    assert (first["Ana: coded segments"], first["Ana: progress"], first["Lead: progress"]) == (3, "finished", None)


def test_codes_by_document_keep_coders_apart_and_zeros(project, tmp_path):
    export(project, tmp_path / "a.xlsx")
    rows = records(sheets_of(tmp_path / "a.xlsx")["Codes by document"])
    assert [(r["Document"], r["Coder"], r["Actor"]) for r in rows] == [
        ("b.txt", "Ana", 1), ("b.txt", "Zoe", 1), ("a.txt", "Ana", 1), ("a.txt", "Zoe", 1)
    ]  # fmt: skip
    assert all(r["Never used"] == 0 for r in rows)


def test_agreement_stands_in_the_workbook(project, tmp_path):
    export(project, tmp_path / "a.xlsx")
    sheets = sheets_of(tmp_path / "a.xlsx")
    actor = records(sheets["Agreement"])[0]
    assert actor["Code"] == "Actor"
    assert (actor["Coded by Ana"], actor["Coded by Zoe"]) == (2, 2)
    assert records(sheets["Agreement pairs"])[0]["First coder"] == "Ana"


def test_without_two_coders_the_workbook_says_why_there_is_no_agreement(tmp_path):
    with project_of(tmp_path / "p.intercoder", simple("Some words.", [{"start": 0, "end": 4}])) as project:
        export(project, tmp_path / "a.xlsx")
        export(project, tmp_path / "b.xlsx", pseudonyms=True)
    assert "two coders" in sheets_of(tmp_path / "a.xlsx")["Agreement"][1][0]
    assert "Ana" not in str(sheets_of(tmp_path / "b.xlsx"))


def test_a_project_without_codings_gives_a_workbook_without_rows(tmp_path):
    with Project.create(tmp_path / "p.intercoder", title="Empty", lead="Lead") as project:
        for name in ("a.xlsx", "a.csv", "a.json"):
            assert export(project, tmp_path / name) == []
    sheets = sheets_of(tmp_path / "a.xlsx")
    assert len(sheets["Coded segments"]) == len(sheets["Documents"]) == 1


def test_the_same_project_gives_the_same_bytes(project, tmp_path):
    for name in ("a.xlsx", "a.csv", "a.json"):
        export(project, tmp_path / name)
    project.close()
    time.sleep(2.1)  # a zip tells times to two seconds
    script = (
        "import sys; from pathlib import Path; from coder.project import Project; from coder.exporters import export\n"
        "with Project.open(Path(sys.argv[1]), write=False) as p:\n"
        "    for name in ('b.xlsx', 'b.csv', 'b.json'): export(p, Path(sys.argv[2]) / name)"
    )
    hashed = os.environ | {"PYTHONHASHSEED": "4", "PYTHONPATH": str(Path(__file__).parents[3]), "TZ": "Asia/Tokyo"}
    where = [str(tmp_path / "p.intercoder"), str(tmp_path)]
    subprocess.run([sys.executable, "-c", script, *where], check=True, env=hashed)
    for suffix in (".xlsx", ".csv", ".json"):
        first, second = (tmp_path / f"{name}{suffix}" for name in "ab")
        assert first.read_bytes() == second.read_bytes(), suffix


def test_a_changed_project_gives_another_workbook(project, tmp_path):
    export(project, tmp_path / "a.xlsx")
    project.act_as(project.ask(coder_named, "Ana"))
    mine = next(c for c in project.ask(read_codings) if c.span == (41, 64))
    project.do(set_memo, coding_id=mine.id, memo="new")
    export(project, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() != (tmp_path / "b.xlsx").read_bytes()


def test_full_texts_come_in_parts_that_join_to_the_whole(tmp_path):
    texts = {"long.txt": "Слово и дело. 😀\n" * 6000, "one line": "x" * 70_000, "b.txt": RTL}
    entry = simple("", documents=[{"name": n, "text": t} for n, t in texts.items()])
    with project_of(tmp_path / "p.intercoder", entry) as project:
        told = export(project, tmp_path / "a.xlsx", text="full")
    rows = records(sheets_of(tmp_path / "a.xlsx")["Document texts"])
    joined = {name: "".join(r["Text"] for r in rows if r["Document"] == name) for name in texts}
    assert joined == texts
    assert not told
    for r in rows:
        assert texts[r["Document"]].startswith(r["Text"], r["Start"])


def test_a_quote_longer_than_a_cell_is_cut_told_and_named_in_the_readme(tmp_path):
    text = "word " * 9_000
    with project_of(tmp_path / "p.intercoder", simple(text, [{"start": 0, "end": 40_000}])) as project:
        (told,) = export(project, tmp_path / "a.xlsx")
    assert "Coded segments, row 2, “Quote”" in told
    assert ["Mind", None, told] in sheets_of(tmp_path / "a.xlsx")["README"]


def test_hostile_names_and_memos_stay_text(tmp_path):
    memo = "=cmd()\x07\r\n\tit's _x0041_ ￾"
    entry = simple(
        "A text.", [{"start": 0, "end": 1, "memo": memo, "code": ["=SUM(A1)", "#REF!"]}],
        documents=[{"name": "a.txt", "text": "A text.", "variables": {"=x": "@y"}}],
    )  # fmt: skip
    with project_of(tmp_path / "p.intercoder", entry) as project:
        told = export(project, tmp_path / "a.xlsx")
    row = records(sheets_of(tmp_path / "a.xlsx")["Coded segments"])[0]
    assert row["Code path"] == "=SUM(A1) > #REF!"
    assert row["Variable: =x"] == "@y"
    assert row["Memo"].startswith("=cmd()␇")
    assert len(told) == 2


def test_pseudonyms_hold_in_every_sheet(project, tmp_path):
    export(project, tmp_path / "a.xlsx", pseudonyms=True)
    told = str(sheets_of(tmp_path / "a.xlsx"))
    assert not any(name in told for name in ("Ana", "Zoe", "'Lead"))
    assert "Coder 1" in told


def test_without_texts_no_sheet_quotes_a_source(project, tmp_path):
    export(project, tmp_path / "a.xlsx", text="none")
    assert "governor" not in str(sheets_of(tmp_path / "a.xlsx"))


# -- where the file goes ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a", "a.xls", "a.intercoder", "a.pdf"])
def test_an_unknown_suffix_names_those_that_work(project, tmp_path, name):
    with pytest.raises(CoderError, match="does not say") as raised:
        export(project, tmp_path / name)
    assert ".xlsx" in raised.value.advice
    assert known_suffix(Path("A.XLSX")) == ".xlsx"


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
def test_an_export_replaces_an_older_one_and_leaves_nothing_beside_it(project, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_text("old")
    before = set(tmp_path.iterdir())
    export(project, path)
    assert path.read_bytes() != b"old"
    assert set(tmp_path.iterdir()) == before


def test_an_export_never_replaces_a_project(project, tmp_path):
    path = tmp_path / "study.xlsx"
    path.write_bytes((tmp_path / "p.intercoder").read_bytes())
    with pytest.raises(ProjectExists):
        export(project, path)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(project, tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_text("old")
    before = set(tmp_path.iterdir())

    def stop(done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        export(project, path, tick=stop)
    assert path.read_text() == "old"
    assert set(tmp_path.iterdir()) == before


def test_a_missing_folder_is_told(project, tmp_path):
    with pytest.raises(CoderError, match="no folder"):
        export(project, tmp_path / "none" / "a.csv")


def test_progress_ends_at_the_number_of_segments(project, tmp_path):
    told = []
    export(project, tmp_path / "a.xlsx", tick=lambda done, total: told.append((done, total)))
    assert told[-1] == (6, 6)


def test_a_project_open_for_reading_can_be_exported_while_another_writes(project, tmp_path):
    with Project.open(tmp_path / "p.intercoder", write=False) as reader:
        export(reader, tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").exists()
