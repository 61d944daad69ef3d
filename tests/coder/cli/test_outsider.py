"""The commands under data that nobody wrote for them: odd but legal files, and files that are neither."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.coder.cli.outside import entry, id_of, in_json, made, study_file

NAMELESS = "\N{BYTE ORDER MARK}Eins.\r\nZwei.\r\nDrei."


# -- commands that end with 2 or 3 ------------------------------------------------------------


def test_a_bad_exchange_file_does_not_keep_out_the_readable_ones(run):
    project = made(run, "p.intercoder")
    Path("good.txt").write_text("good", "utf-8")
    Path("bad.json").write_text(json.dumps(study_file(codings=[entry(end=999)])), "utf-8")
    Path("fine.json").write_text(json.dumps(study_file(codings=[entry()])), "utf-8")
    before = Path(project).read_bytes()
    for more in ("--all-or-nothing", "--dry-run"):
        status, _, err = run("import", project, "good.txt", "bad.json", "fine.json", more)
        assert (status, Path(project).read_bytes()) == (3, before)
        assert "bad.json: codings[0]" in err
    status, out, _ = run("import", project, "good.txt", "bad.json", "fine.json", "--json")
    told = json.loads(out)
    assert (status, told["added"]["documents"], told["added"]["codings"]) == (3, 2, 1)
    assert [(f["file"], "codings[0]" in f["why"]) for f in told["failed"]] == [("bad.json", True)]


@pytest.mark.parametrize(
    "given",
    [
        ("handout", "p.intercoder", "--coder", "New", "--document", "none.txt", "-o", "n.intercoder"),
        ("handout", "p.intercoder", "--coder", "New", "-o", "no-folder/n.intercoder"),
        ("handout", "p.intercoder", "--coder", "New", "-o", "p.intercoder"),
        ("handout", "p.intercoder", "--coder", "New", "--round", "7", "-o", "n.intercoder"),
        ("coders", "p.intercoder", "--same", "Ana=Ben", "--same", "Nobody=Ben"),
        ("coders", "p.intercoder", "--same", "Ana=Ben", "--same", "Ben=Ana"),
    ],
)
def test_what_ends_with_3_leaves_the_project_as_it_was(run, given):
    project = made(run, "p.intercoder", study_file(codings=[entry(), entry("Ben")]))
    before = Path(project).read_bytes()
    assert run(*given)[0] == 3
    assert Path(project).read_bytes() == before


@pytest.mark.parametrize(
    "given",
    [
        ("import", "p.intercoder", "x.json", "--coder", "Ana"),
        ("coders", "p.intercoder", "--same", "=Ana"),
        ("agreement", "p.intercoder", "--bootstrap", "5", "--seed", "-1"),
    ],
)
def test_a_value_that_is_none_is_misuse(run, given):
    made(run, "p.intercoder", study_file(codings=[entry(), entry("Ben")]))
    assert run(*given)[0] == 2


def test_a_mapping_of_a_name_that_is_not_in_the_file_is_told(run):
    project = made(run, "p.intercoder")
    Path("x.json").write_text(json.dumps(study_file(codings=[entry("User")])), "utf-8")
    told = in_json(run, "import", project, "x.json", "--coder", "Usr=Ana")
    assert any("“Usr”" in w for w in told["warnings"])


def test_people_are_united_by_the_names_they_had_before_any_were(run):
    people = [{"id": id_of(n), "name": "Ana"} for n in range(3)]
    codings = [entry(coder=id_of(n), start=n, end=n + 3) for n in range(3)]
    project = made(run, "p.intercoder", study_file(coders=people, codings=codings))
    told = in_json(run, "coders", project, "--same", "Ana (2)=Ana", "--same", "Ana (3)=Ana")
    assert {"name": "Ana", "codings": 3, "finished": 0} in told


def test_a_code_with_a_larger_sign_in_its_name_can_be_chosen(run):
    both = [entry(who, code="Cause > effect") for who in ("Ana", "Ben")]
    project = made(run, "p.intercoder", study_file(codings=both))
    told = in_json(run, "agreement", project, "--code", "cause > Effect")
    assert [c["code"] for c in told["codes"]] == [["Cause > effect"]]


def test_what_a_command_cannot_write_or_name_is_told(run):
    project = made(run, "p.intercoder", study_file(codings=[entry(), entry("Ben")]))
    for given in (
        ("codebook", "export", project, "no-folder/book.yaml"),
        ("export", project, "no-folder/out.csv"),
        ("codebook", "version", project, " "),
    ):
        status, _, err = run(*given)
        assert (status, len(err.splitlines())) == (3, 2)
    assert run("agreement", project, "--json", "-o", "out.csv")[0] == 2


def test_a_proposed_code_is_measured_like_every_living_passage_code(run):
    codes = [{"path": ["New"], "state": "proposed"}, {"path": ["Old"], "state": "retired"}]
    both = [entry(who, code="New") for who in ("Ana", "Ben")]
    project = made(run, "p.intercoder", study_file(codes=codes, codings=both))
    assert {c["code"][0] for c in in_json(run, "agreement", project)["codes"]} == {"New", "Old"}


# -- damaged files ----------------------------------------------------------------------------


def test_a_broken_word_in_a_file_is_told_as_damage(run):
    project = made(run, "p.intercoder", study_file(codes=[{"path": ["Unmistakable"]}]))
    whole = Path(project).read_bytes()
    broken = whole.replace(b"Unmistakable", b"Unmistak\xff\xfee")
    assert broken != whole
    Path(project).write_bytes(broken)
    for command in (
        ("info", project), ("check", project), ("export", project, "out.json"),
        ("codebook", "export", project, "out.yaml"),
    ):  # fmt: skip
        status, out, err = run(*command)
        assert (status, out) == (3, "")
        assert "damaged" in err or "journal" in err
    assert Path(project).read_bytes() == broken


def test_a_place_in_another_text_of_the_document_is_refused_not_moved_onto_other_words(run):
    document = {"name": "d.txt", "id": id_of(1)}
    project = made(run, "p.intercoder", study_file(documents=[document | {"text": "One two three. Four five."}]))
    coding = {"document": "d.txt", "coder": "Ana", "code": ["X"], "start": 0, "end": 8}
    other = study_file(documents=[document | {"text": "Entirely other words."}], codings=[coding])
    Path("other.json").write_text(json.dumps(other), "utf-8")
    before = in_json(run, "info", project)["digest"]
    status, _, err = run("import", project, "other.json")
    assert (status, "codings[0]" in err, "d.txt" in err) == (3, True, True)
    assert in_json(run, "info", project)["digest"] == before


def test_a_lead_of_blanks_is_the_person_logged_in(run):
    assert run("new", "p.intercoder", "--lead", "  ")[0] == 0
    assert in_json(run, "coders", "p.intercoder")[0]["name"].strip()


def test_a_codebook_with_siblings_of_one_name_is_taken_as_it_was(run):
    codes = [{"path": ["A", "F"], "id": id_of(n)} for n in (1, 2)]
    project = made(run, "p.intercoder", study_file(codes=codes))
    assert run("codebook", "export", project, "book.yaml")[0] == 0
    assert run("codebook", "import", project, "book.yaml")[1].startswith("0 added, 0 changed, 3 as they were")


def test_a_code_under_a_proposal_is_written_with_what_it_stands_under(run):
    codes = [
        {"path": ["New"], "state": "proposed"},
        {"path": ["New", "Taken"]},
        {"path": ["Other"], "state": "proposed"},
    ]
    project = made(run, "p.intercoder", study_file(codes=codes))
    assert run("codebook", "export", project, "book.yaml")[0] == 0
    assert run("codebook", "import", made(run, "q.intercoder"), "book.yaml")[1].startswith("2 added")


# -- what is compared -------------------------------------------------------------------------


def test_what_was_coded_in_training_is_left_out_not_taken_for_silence_even_where_all_documents_count(run):
    assigned = [{"document": "a.txt", "coder": "Ana", "purpose": "training", "finished": True}]
    study = study_file(codings=[entry(who) for who in ("Ana", "Ben", "Cem")], assigned=assigned)
    chosen = [word for who in ("Ana", "Ben", "Cem") for word in ("--coder", who)]
    told = in_json(run, "agreement", made(run, "p.intercoder", study), "--coverage", "all", *chosen)
    assert [(o["coder"], o["why"]) for o in told["left_out"] if o["coder"] == "Ana"] == [("Ana", "training")]
    pairs = {tuple(p["coders"]): p["pooled"]["neither"] + p["pooled"]["only_second"] for p in told["pairs"]}
    assert pairs.get(("Ana", "Ben"), 0) == 0
    assert told["codes"][0]["coefficients"]["percent_pairwise"]["value"] == 1


# -- after something was taken back -----------------------------------------------------------


def test_what_an_import_brings_onto_things_that_were_taken_back_brings_them_back_and_says_so(run):
    project = made(run, "p.intercoder", study_file(codings=[entry(), entry("Ben")]))
    assert run("undo", project)[0] == 0
    study = study_file(codings=[entry("Ben", start=4, end=7)], assigned=[{"document": "a.txt", "coder": "Ana"}])
    Path("x.json").write_text(json.dumps(study), "utf-8")
    told = in_json(run, "import", project, "x.json")
    assert in_json(run, "check", project)["whole"]
    said = {w.split("”")[0].split("“")[1]: w for w in told["warnings"] if "removed here since" in w}
    back = {name for name, w in said.items() if "it is back" in w}
    assert (set(said) - back, back) == ({"Ana"}, {"X", "a.txt", "Ben"})
    info = in_json(run, "info", project)
    assert (info["documents"], info["codes"], info["codings"]) == (1, 1, 1)
    assert {c["name"] for c in info["coders"]} == {"Ben", "Lead"}
    assert run("undo", project)[0] == 0
    assert in_json(run, "check", project)["whole"]
    assert in_json(run, "info", project)["codings"] == 0


def test_somebody_who_was_taken_back_is_not_known_by_their_name(run):
    project = made(run, "p.intercoder", study_file(codings=[entry()]))
    assert run("undo", project)[0] == 0
    status, _, err = run("finish", project, "--coder", "Ana")
    assert (status, err.splitlines()) == (3, ["There is no coder “Ana” in this project.", "It knows: Lead."])
    made(run, "q.intercoder", study_file())
    assert run("import", project, "q.intercoder.0.json")[0] == 0
    for _ in range(2):
        assert run("handout", project, "--coder", "Ana", "-o", "ana.intercoder")[0] == 0
        Path("ana.intercoder").unlink()
    assert [c["name"] for c in in_json(run, "coders", project)] == ["Ana", "Lead"]


def test_a_version_of_the_codebook_has_a_name_of_its_own_until_it_is_taken_back(run):
    project = made(run, "p.intercoder", study_file())
    assert run("codebook", "version", project, "First")[0] == 0
    status, _, err = run("codebook", "version", project, " first ")
    assert (status, len(err.splitlines())) == (3, 2)
    assert run("undo", project)[0] == 0
    assert run("codebook", "version", project, "first")[0] == 0


def test_the_trail_says_which_of_two_people_of_one_name_was_united(run):
    people = [{"id": id_of(n), "name": "Ana"} for n in range(2)]
    project = made(run, "p.intercoder", study_file(coders=people))
    assert run("coders", project, "--same", "Ana (2)=Ana")[0] == 0
    assert in_json(run, "history", project)[-1]["words"] == "Said that “Ana (2)” is “Ana”"


# -- what cannot come in, or be written -------------------------------------------------------


def test_a_forgotten_file_does_not_keep_out_the_others_nor_the_rest_of_its_table(run):
    Path("a.txt").write_text("Secret words.", "utf-8")
    Path("b.txt").write_text("Plain words.", "utf-8")
    Path("t.csv").write_text("id,text\n1,First of two rows.\n2,Second of two rows.\n", "utf-8")
    project = made(run, "p.intercoder")
    assert run("import", project, "a.txt", "t.csv")[0] == 0
    for name in ("a.txt", "t · 1"):
        assert run("forget", project, "--document", name, "--yes")[0] == 0
    before = Path(project).read_bytes()
    assert run("import", project, "a.txt", "b.txt", "--all-or-nothing")[0] == 3
    assert run("import", project, "a.txt")[0] == 3
    assert Path(project).read_bytes() == before
    status, out, _ = run("import", project, "a.txt", "b.txt", "t.csv", "--json")
    told = json.loads(out)
    assert (status, told["added"]["documents"], told["same"]["documents"]) == (3, 1, 1)
    assert [(f["file"], "forgotten" in f["why"]) for f in told["failed"]] == [("a.txt", True), ("t · 1", True)]


def test_a_name_that_the_system_cannot_take_is_told_not_a_bug(run):
    for given in (("new", "n" * 300 + ".intercoder"), ("info", "n" * 300), ("reliability", "n" * 300 + ".csv")):
        status, _, err = run(*given)
        assert (status, len(err.splitlines())) == (3, 2)


@pytest.mark.parametrize(("purpose", "round_"), [(None, 2), ("reliability", 1), ("training", 3), ("pilot", 2)])
def test_the_round_is_the_latest_in_which_two_coders_did_what_counts(run, purpose, round_):
    work = [("Ana", 1, "reliability"), ("Ben", 1, "reliability"), ("Ana", 3, "training"), ("Ben", 3, "training"),
            ("Ana", 2, "pilot"), ("Ben", 2, "pilot"), ("Ana", 4, "main")]  # fmt: skip
    assigned = [{"document": "a.txt", "coder": c, "round": n, "purpose": p, "finished": True} for c, n, p in work]
    codings = [entry(c, round=n) for c, n, _ in work]
    project = made(run, "p.intercoder", study_file(codings=codings, assigned=assigned))
    told = in_json(run, "agreement", project, *(("--purpose", purpose) if purpose else ()))
    assert (told["round"], told["coverage"]) == (round_, "finished")


def test_a_merge_that_brings_neither_documents_codes_nor_codings_still_says_that_it_brought_something(run):
    project = made(run, "p.intercoder", study_file(codings=[entry()], assigned=[{"document": "a.txt", "coder": "Ana"}]))
    assert run("handout", project, "--coder", "Ana", "-o", "ana.intercoder")[0] == 0
    assert "nothing new" in run("merge", project, "ana.intercoder")[1]
    assert run("finish", "ana.intercoder", "--coder", "Ana")[0] == 0
    told = run("merge", project, "ana.intercoder")[1]
    assert ("nothing new" in told, "other changes" in told) == (False, True)


def test_who_finished_nothing_and_was_not_asked_for_does_not_turn_two_coders_into_three(run):
    assigned = [{"document": "a.txt", "coder": who, "finished": True} for who in ("Ana", "Ben")]
    study = study_file(codings=[entry("Ana"), entry("Ben"), entry("Lead", start=4, end=7)], assigned=assigned)
    project = made(run, "p.intercoder", study)
    told = in_json(run, "agreement", project, "--unit", "character")
    assert told["coders"] == ["Ana", "Ben"]
    assert told["codes"][0]["coefficients"]["cohen_kappa"]["value"] == 1
    assert [(o["coder"], o["why"]) for o in told["left_out"]] == [("Lead", "not finished")]
    asked = [word for who in ("Ana", "Ben", "Lead") for word in ("--coder", who)]
    assert in_json(run, "agreement", project, *asked)["coders"] == ["Ana", "Ben", "Lead"]
