"""`agreement` and `reliability` on what cannot be measured, and on what is small but can."""

from __future__ import annotations

import json
import sqlite3

import pytest

TEXT = "One sentence here. Two sentences there."
CODING = {"document": "a.txt", "coder": "Ana", "code": ["Actor"], "start": 0, "end": 18}


def entry(**more):
    found = {
        "format": "intercoder-exchange", "version": 1, "documents": [{"name": "a.txt", "text": TEXT}],
        "codes": [{"path": ["Actor"]}], "coders": ["Ana", "Ben"],
        "codings": [CODING, {**CODING, "coder": "Ben", "end": 12}],
    }  # fmt: skip
    return found | more


@pytest.fixture
def study(run, tmp_path):
    def make(**more):
        (tmp_path / "x.json").write_text(json.dumps(entry(**more)), "utf-8")
        assert run("new", "p.intercoder")[0] == 0
        assert run("import", "p.intercoder", "x.json")[0] == 0
        return tmp_path / "p.intercoder"

    return make


def test_no_document_in_common_is_a_sentence_and_3(run, study):
    path = study(
        documents=[{"name": n, "text": TEXT} for n in ("a.txt", "b.txt")],
        codings=[CODING, {**CODING, "coder": "Ben", "document": "b.txt"}],
    )
    status, out, err = run("agreement", path)
    assert (status, out) == (3, "")
    assert "No document was covered by two of these coders" in err


def test_one_chosen_coder_is_a_sentence_and_3(run, study):
    status, out, err = run("agreement", study(), "--coder", "Ana")
    assert (status, out) == (3, "")
    assert "Agreement needs two coders" in err


def test_a_coding_outside_its_text_names_the_document_and_3(run, study):
    path = study()
    with sqlite3.connect(path) as file:
        file.execute('UPDATE coding SET "end" = 9999 WHERE "end" = 12')
    status, out, err = run("agreement", path, "--as-of", "now")
    assert (status, out) == (3, "")
    assert "Ben’s coding from 0 to 9999 lies outside the text of “a.txt”" in err
    assert "intercoder check" in err


@pytest.mark.parametrize(
    ("table", "options", "words"),
    [
        ("unit,A,B\n1,x,y\n2,x\n", (), "row 3: 2 cells, but the first row has 3"),
        ("A,B\n1,2\nred,3\n", ("--metric", "interval"), "“red” is not a number"),
        ("A\n1\n2\n", (), "one coder"),
        ("A,B\n", (), "no units"),
        ("", (), "empty"),
    ],
)
def test_a_table_that_cannot_be_measured_says_what_is_missing_and_3(run, tmp_path, table, options, words):
    (tmp_path / "t.csv").write_text(table, "utf-8")
    status, out, err = run("reliability", "t.csv", *options)
    assert (status, out) == (3, "")
    assert words in err


def test_an_empty_document_and_one_code_are_computed(run, study):
    path = study(documents=[{"name": "a.txt", "text": TEXT}, {"name": "empty.txt", "text": ""}])
    status, out, _ = run("agreement", path, "--coverage", "all", "--json")
    told = json.loads(out)
    assert (status, told["documents"], told["units"]) == (0, 2, 2)
    assert told["codes"][0]["coefficients"]["alpha_nominal"]["value"] == 1.0
    assert [d["units"] for d in told["by_document"]] == [2, 0]


def test_two_hundred_coders_are_computed(run, study):
    names = [f"Coder {n:03}" for n in range(200)]
    path = study(coders=names, codings=[{**CODING, "coder": name, "end": 18 if n % 4 else 12}
                                        for n, name in enumerate(names)])  # fmt: skip
    status, out, _ = run("agreement", path, "--unit", "character", "--json")
    told = json.loads(out)
    assert (status, len(told["coders"]), len(told["pairs"])) == (0, 200, 19900)
    # of 39 characters 12 are coded by all, 6 by 150 of the 200, 21 by nobody
    n, coded, mixed = 39 * 200, 12 * 200 + 6 * 150, 6 * 150 * 50 / 199
    alpha = 1 - (n - 1) * mixed / (coded * (n - coded))
    assert told["codes"][0]["coefficients"]["alpha_nominal"]["value"] == pytest.approx(alpha, abs=1e-12)


@pytest.mark.parametrize("suffix", ["docx", "txt", "svg", "png", "pdf", "xlsx", "csv"])
def test_agreement_is_written_as_its_suffix_says(run, study, tmp_path, suffix):
    assert run("agreement", study(), "-o", f"page.{suffix}")[0] == 0
    begins = {"docx": b"PK", "xlsx": b"PK", "svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF"}.get(suffix, b"")
    written = (tmp_path / f"page.{suffix}").read_bytes()
    assert written.startswith(begins)
    assert len(written) > 500


TWO = {
    "codes": [{"path": ["Actor"]}, {"path": ["Actor", "Joint"]}, {"path": ["Actor", "Lone"]}],
    "codings": [
        {"document": "a.txt", "coder": who, "code": ["Actor", name], "start": start, "end": end}
        for who, name, start, end in (
            ("Ana", "Joint", 0, 8), ("Ana", "Lone", 20, 30), ("Ben", "Joint", 0, 8), ("Ben", "Lone", 21, 30)
        )
    ],
}  # fmt: skip


def test_gamma_is_off_unless_it_is_asked_for(run, study):
    path = study(**TWO)
    told = json.loads(run("agreement", path, "--json")[1])
    assert told["gamma"] == []
    assert "gamma" not in told["settings"]
    assert "gamma" not in run("agreement", path)[1]


def test_gamma_of_a_group_and_of_each_code_with_the_settings_of_its_sampling(run, study):
    path = study(**TWO)
    status, out, _ = run("agreement", path, "--gamma", "12", "--gamma-sampler", "statistical", "--seed", "5", "--json")
    told = json.loads(out)
    assert status == 0
    assert [(g["code"], g["categories"]) for g in told["gamma"]] == [
        (["Actor"], 2), (["Actor", "Joint"], 1), (["Actor", "Lone"], 1)
    ]  # fmt: skip
    group = told["gamma"][0]
    assert group["observed_disorder"] == pytest.approx((1 / 19) ** 2 / 2)
    assert group["gamma"]["value"] == pytest.approx(1 - group["observed_disorder"] / group["expected_disorder"])
    assert group["gamma_cat"]["value"] == 1
    assert (group["samples"], group["precision"] > 0) == (12, True)
    assert "only one" in told["gamma"][1]["gamma_cat"]["undefined"]
    costs = {"position": 1.0, "category": 1.0, "empty": 1.0}
    assert told["settings"]["gamma"] == {
        "samples": 12, "sampler": "statistical", "seed": 5, "dissimilarity": costs
    }  # fmt: skip
    again = json.loads(run("agreement", path, "--gamma", "12", "--gamma-sampler", "statistical", "--seed", "5",
                           "--json")[1])  # fmt: skip
    assert again["gamma"] == told["gamma"]


def test_gamma_is_said_with_its_precision_or_with_its_reason(run, study):
    lone = [c for c in TWO["codings"] if (c["coder"], c["code"][1]) != ("Ben", "Lone")]
    out = run("agreement", study(**TWO | {"codings": lone}), "--gamma", "5")[1]
    lines = dict(line.split(": ", 1) for line in out.splitlines() if line.startswith("Actor") and ": gamma" in line)
    assert "±" in lines["Actor"]
    assert "marked nothing" in lines["Actor > Lone"]
    assert "gamma_cat" not in lines["Actor > Joint"]
