"""Exchange files that nobody wrote for the commands: odd but legal ones, and names that repeat."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.coder.cli.outside import entry, exported, id_of, in_json, made, round_trips, study_file

NAMELESS = "\N{BYTE ORDER MARK}Eins.\r\nZwei.\r\nDrei."


# -- what an exchange file may hold -----------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"codings": [entry(round=10**30)]}, "codings[0]"),
        ({"codings": [entry(qualifiers={"q": float("nan")})]}, "codings[0]"),
        ({"codings": [entry(qualifiers={" ": "v"})]}, "codings[0]"),
        ({"sets": [{"name": "S", "documents": [5]}]}, "sets[0]"),
        ({"cases": [{"name": "C", "variables": {"a": [1]}}]}, "cases[0]"),
        ({"units": [{"document": "a.txt", "start": 0, "end": 999}]}, "units[0]"),
        ({"codes": [{"path": ["X"], "color": "red"}]}, "codes[0]"),
        ({"codes": [{"path": ["X"], "key": "long"}]}, "codes[0]"),
        ({"codes": [{"path": ["deep"] * 2000}]}, "codes[0]"),
        ({"decisions": [{"document": "a.txt", "start": -5, "end": 3}]}, "decisions[0]"),
        ({"decisions": [{"document": "a.txt", "start": 5}]}, "decisions[0]"),
        ({"decisions": [{"document": "a.txt", "start": 5, "end": 10**30}]}, "decisions[0]"),
    ],
)
def test_an_entry_that_cannot_stand_is_named_and_nothing_is_imported(run, parts, named):
    project = made(run, "p.intercoder")
    Path("bad.json").write_text(json.dumps(study_file(**parts)), "utf-8")
    status, _, err = run("import", project, "bad.json")
    assert (status, named in err) == (3, True)
    assert in_json(run, "info", project)["documents"] == 0


def test_lone_surrogates_anywhere_become_the_replacement_character(run):
    parts = {"documents": [{"name": "a\ud800", "text": "x\udfffy\ud800z", "variables": {"v\ud800": "w\ud800"}}]}
    coding = {"document": "a\ud800", "coder": "A\ud800", "code": ["k\ud800"], "start": 3, "end": 5, "memo": "\ud800"}
    project = made(run, "p.intercoder", study_file(**parts, codings=[coding]))
    out = exported(run, project)
    assert out["documents"][0]["text"] == "x\ufffdy\ufffdz"
    assert [out["codings"][0][key] for key in ("start", "coder", "memo")] == [3, "A\ufffd", "\ufffd"]


def test_unknown_and_repeated_keys_are_told_in_every_list(run):
    parts = {
        "memos": [{"on": "study", "text": "x", "mood": 1}], "cases": [{"name": "C", "mood": 1}],
        "sets": [{"name": "S", "mood": 1}], "units": [{"document": "a.txt", "start": 0, "end": 3, "mood": 1}],
        "decisions": [{"document": "a.txt", "mood": 1}],
    }  # fmt: skip
    written = json.dumps(study_file(**parts)).replace('"name": "C"', '"name": "D", "name": "C"')
    project = made(run, "p.intercoder")
    Path("x.json").write_text(written, "utf-8")
    told = in_json(run, "import", project, "x.json")["warnings"]
    assert {w.split("[")[0] for w in told if "mood" in w} == set(parts)
    assert any("“name” stands twice" in w for w in told)


def test_units_and_decisions_follow_when_importing_changes_the_text(run):
    start = NAMELESS.index("Zwei")
    at = {"document": "u.txt", "start": start, "end": start + 5}
    study = study_file(documents=[{"name": "u.txt", "text": NAMELESS}], units=[at], decisions=[at])
    out = exported(run, made(run, "p.intercoder", study))
    text = out["documents"][0]["text"]
    for here in (out["units"][0], out["decisions"][0]):
        assert text[here["start"] : here["end"]] == "Zwei."


def test_memos_and_decisions_may_name_people_by_id(run):
    ana = {"id": "11111111-1111-4111-8111-111111111111", "name": "Ana"}
    parts = {"coders": [ana], "memos": [{"on": "coder", "about": ana, "coder": ana, "text": "me"}],
             "decisions": [{"document": "a.txt", "coder": ana}]}  # fmt: skip
    out = exported(run, made(run, "p.intercoder", study_file(**parts)))
    assert (out["memos"][0]["coder"], out["memos"][0]["about"], out["decisions"][0]["coder"]) == ("Ana",) * 3


# -- names that repeat ------------------------------------------------------------------------


def test_people_of_one_name_stay_apart_even_from_one_who_is_called_by_a_number(run):
    people = [{"id": id_of(n), "name": name} for n, name in enumerate(("Ana", "Ana", "Ana (2)", "ana"))]
    codings = [entry(coder=id_of(n), start=n, end=n + 3) for n in range(4)]
    project = made(run, "p.intercoder", study_file(coders=people, codings=codings))
    names = [c["name"] for c in in_json(run, "coders", project)]
    assert len(set(names)) == len(names)
    assert {"Ana", "Ana (2)"} < set(names)
    round_trips(run, project)


def test_codes_of_one_name_stay_apart_even_from_one_that_is_called_by_a_number(run):
    paths = (["A"], ["A", "F"], ["A", "F"], ["A", "F", "x"], ["A", "F (2)"], list("1234567"))
    codes = [{"path": path, "id": id_of(n)} for n, path in enumerate(paths)]
    codings = [entry(code=c["id"], start=n, end=n + 3) for n, c in enumerate(codes)]
    project = made(run, "p.intercoder", study_file(codes=codes, codings=codings))
    shown = [tuple(c["path"]) for c in exported(run, project)["codes"]]
    assert len(set(shown)) == len(shown)
    round_trips(run, project)


def test_documents_whose_names_differ_in_case_only_come_back(run):
    documents = [{"name": "a.txt", "text": "One."}, {"name": "A.TXT", "text": "Two."}, {"name": "a.txt", "text": ""}]
    codings = [entry(document_index=n, start=0, end=2) for n in range(2)]
    whole = {"document_index": 2, "coder": "Ben", "code": ["Y"]}
    sets = [{"name": "S", "documents": [{"document": "a.txt", "document_index": 1}]}]
    project = made(run, "p.intercoder", study_file(documents=documents, codings=[*codings, whole], sets=sets))
    round_trips(run, project)


def test_one_person_under_two_names_counts_once_and_comes_back(run):
    codings = [entry("Uma", id=id_of(1)), entry("Vera", id=id_of(2)), entry("Uma", start=4, end=7)]
    memos = [{"on": "coding", "coding": id_of(n), "text": f"memo {n}"} for n in (1, 2)]
    project = made(run, "p.intercoder", study_file(codings=codings, memos=memos))
    assert run("coders", project, "--same", "Uma=Vera")[0] == 0
    told = in_json(run, "info", project)
    assert told["codings"] == sum(c["codings"] for c in told["coders"]) == 2
    round_trips(run, project)
