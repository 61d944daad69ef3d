"""Agreement in a workbook and in a .csv: every figure of the comparison, and why one is missing."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from coder.errors import CoderError
from coder.exporters.agreement import write_agreement
from coder.reliability import Settings, compare
from coder.reliability.gammas import Sampling, add_gammas
from tests.coder.exporters.studies import project_of, records, sheets_of


@pytest.fixture
def compared(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        found = compare(project, Settings())
    return found, found.as_json("d1g357", "Intercoder")


def test_every_coefficient_of_every_code_stands_in_the_workbook(compared, tmp_path):
    found, told = compared
    assert write_agreement(found, told, tmp_path / "a.xlsx") == []
    sheets = sheets_of(tmp_path / "a.xlsx")
    rows = records(sheets["Codes"])
    assert next(iter(sheets)) == "README"
    assert len(rows) == len(told["codes"]) + 1
    for row, code in zip(rows, told["codes"], strict=False):
        for name, c in code["coefficients"].items():
            expected = c["value"] if c["value"] is not None else f"undefined: {c['undefined']}"
            assert row[name] == pytest.approx(expected)


def test_pairs_carry_their_four_counts(compared, tmp_path):
    found, told = compared
    write_agreement(found, told, tmp_path / "a.xlsx")
    row = records(sheets_of(tmp_path / "a.xlsx")["Pairs"])[0]
    first = told["pairs"][0]["codes"][0]
    assert [row[k] for k in ("Both", "Only first", "Only second", "Neither")] == [
        first[k] for k in ("both", "only_first", "only_second", "neither")
    ]


def test_settings_and_digest_are_told(compared, tmp_path):
    found, told = compared
    write_agreement(found, told, tmp_path / "a.xlsx")
    settings = {r["Setting"]: r["Value"] for r in records(sheets_of(tmp_path / "a.xlsx")["Settings"])}
    assert (settings["unit"], settings["digest"], settings["coders"]) == ("sentence", "d1g357", "Ana, Zoe")


def test_the_readme_explains_every_column(compared, tmp_path):
    found, told = compared
    write_agreement(found, told, tmp_path / "a.xlsx")
    sheets = sheets_of(tmp_path / "a.xlsx")
    explained = {(sheet, column) for sheet, column, words in sheets.pop("README")[1:] if words}
    assert {(name, column) for name, rows in sheets.items() for column in rows[0]} <= explained


def test_intervals_have_columns_of_their_own_when_there_are_any(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        found = compare(project, replace(Settings(), unit="character", bootstrap=50, seed=1))
    told = found.as_json("", "")
    write_agreement(found, told, tmp_path / "a.xlsx")
    header = sheets_of(tmp_path / "a.xlsx")["Codes"][0]
    given = any(c["low"] is not None for code in told["codes"] for c in code["coefficients"].values())
    assert given == ("ac1 low" in header)


def test_the_csv_has_every_figure_one_a_row(compared, tmp_path):
    found, told = compared
    write_agreement(found, told, tmp_path / "a.csv")
    with open(tmp_path / "a.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    values = {(r["of"], r["code"], r["figure"]): r for r in rows}
    for code in told["codes"]:
        for name, c in code["coefficients"].items():
            row = values["code", " > ".join(code["code"]), name]
            assert row["value"] == ("" if c["value"] is None else repr(c["value"]))
            assert row["undefined"] == (c["undefined"] or "")
    assert values["setting", "", "unit"]["value"] == "sentence"


def test_another_suffix_is_refused(compared, tmp_path):
    found, told = compared
    with pytest.raises(CoderError, match="does not say"):
        write_agreement(found, told, tmp_path / "a.odt")


def test_gamma_has_a_sheet_only_when_it_was_asked_for(compared, tmp_path):
    found, told = compared
    write_agreement(found, told, tmp_path / "a.xlsx")
    assert "Gamma" not in sheets_of(tmp_path / "a.xlsx")
    rows = add_gammas(found, Sampling(4))
    told = found.as_json("d1g357", "Intercoder")
    write_agreement(found, told, tmp_path / "b.xlsx")
    sheet = records(sheets_of(tmp_path / "b.xlsx")["Gamma"])
    assert [row["Code"] for row in sheet] == [" > ".join(row.code.path) for row in rows]
    for shown, row in zip(sheet, rows, strict=True):
        value = row.gamma.gamma.value
        assert shown["gamma"] == (pytest.approx(value) if value is not None else
                                  f"undefined: {row.gamma.gamma.undefined}")  # fmt: skip
    write_agreement(found, told, tmp_path / "b.csv")
    with (tmp_path / "b.csv").open(encoding="utf-8-sig", newline="") as lines:
        figures = [line for line in csv.DictReader(lines) if line["of"] == "gamma"]
    assert {f["figure"] for f in figures} >= {"gamma", "gamma_cat", "expected_disorder", "precision"}
