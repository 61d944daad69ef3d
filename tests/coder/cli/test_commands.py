"""The commands as others rely on them: what they answer, how they end, what they leave alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from coder.lock import Lock
from coder.project import Project
from coder.storage import copies_of
from tests.coder.cli.outside import Run

TEXT = "One sentence here. Two sentence there. Three is last.\n\nNew paragraph with 😀 emoji."
EXCHANGE = {
    "format": "intercoder-exchange",
    "version": 1,
    "title": "T",
    "documents": [{"name": "a.txt", "text": TEXT, "variables": {"date": "2025"}}, {"name": "b.txt", "text": "Second."}],
    "codes": [{"path": ["Actor", "Centre"], "definition": "x", "color": "#AA3355", "key": "c"}],
    "qualifiers": [{"name": "evidence", "kind": "choice", "values": ["documented", "reported"]}],
    "coders": ["Ana", "Ben"],
    "codings": [
        {"document": "a.txt", "coder": "Ana", "code": ["Actor", "Centre"], "start": 0, "end": 18,
         "qualifiers": {"evidence": "documented"}},
        {"document": "a.txt", "coder": "Ben", "code": ["Actor", "Centre"], "start": 0, "end": 12},
        {"document": "b.txt", "coder": "Ben", "code": ["Actor"], "memo": "whole?", "start": 0, "end": 6},
    ],
    "assigned": [
        {"document": "a.txt", "coder": name, "round": 1, "purpose": "reliability", "finished": True}
        for name in ("Ana", "Ben")
    ],
    "memos": [{"on": "document", "document": "a.txt", "coder": "Ana", "text": "note"}],
    "sets": [{"name": "S", "documents": ["a.txt"]}],
}  # fmt: skip


@pytest.fixture
def project(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "p.intercoder"
    (tmp_path / "x.json").write_text(json.dumps(EXCHANGE), "utf-8")
    assert run("new", path, "--lead", "Lead", "--title", "Study")[0] == 0
    assert run("import", path, "x.json")[0] == 0
    return path


def _json(run: Run, *given: object) -> object:
    status, out, _ = run(*given, "--json")
    assert status == 0
    return json.loads(out)


def _digest(run: Run, path: Path) -> str:
    return _json(run, "info", path)["digest"]


def test_info_answers_what_interface_names(run, project):
    told = _json(run, "info", project)
    assert list(told) == ["title", "documents", "codes", "codings", "coders", "digest", "schema", "software"]
    assert (told["title"], told["documents"], told["codes"], told["codings"]) == ("Study", 2, 2, 3)
    assert {"name": "Ben", "codings": 2, "finished": 1} in told["coders"]


def test_import_twice_is_import_once(run, project):
    before = _digest(run, project)
    told = _json(run, "import", project, "x.json")
    assert told["added"] == {"documents": 0, "codes": 0, "codings": 0, "coders": 0}
    assert told["same"]["codings"] == 3
    assert _digest(run, project) == before


def test_export_and_import_into_a_new_project_give_the_same_digest(run, project, tmp_path):
    assert run("export", project, "out.json")[0] == 0
    assert run("new", "q.intercoder", "--lead", "Ana")[0] == 0
    assert run("import", "q.intercoder", "out.json")[0] == 0
    assert _digest(run, tmp_path / "q.intercoder") == _digest(run, project)
    first = (tmp_path / "out.json").read_bytes()
    run("export", project, "out.json")
    assert (tmp_path / "out.json").read_bytes() == first


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"codings": [{"document": "a.txt", "coder": "Ana", "code": ["X"], "start": 0, "end": 9999}]}, "codings[0]"),
        ({"codings": [{"document": "a.txt", "coder": "Ana", "code": ["X"], "start": 5, "end": 5}]}, "codings[0]"),
        ({"codings": [{"document": "a.txt", "coder": "Ana", "code": ["X"], "start": -1, "end": 5}]}, "codings[0]"),
        ({"codings": [{"document": "no.txt", "coder": "Ana", "code": ["X"], "start": 0, "end": 5}]}, "no.txt"),
        ({"codings": [{"document": "a.txt", "coder": "Ana", "code": ["X"], "start": "0", "end": 5}]}, "start"),
        ({"codings": [{"document": "a.txt", "coder": "Ana", "code": ["X"], "start": 0}]}, "codings[0]"),
        ({"codings": [{"document": "a.txt", "code": ["X"], "start": 0, "end": 5}]}, "coder"),
        ({"documents": [{"name": "a.txt"}]}, "documents[0]"),
        ({"documents": "a"}, "documents"),
        ({"version": 2}, "newer"),
        ({"coders": [7]}, "coders[0]"),
        ({"codes": [{"path": []}]}, "codes[0]"),
    ],
)
def test_a_bad_entry_is_named_and_nothing_is_imported(run, project, tmp_path, change, named):
    (tmp_path / "bad.json").write_text(json.dumps(EXCHANGE | change), "utf-8")
    assert run("new", "q.intercoder")[0] == 0
    status, _, err = run("import", "q.intercoder", "bad.json")
    assert status == 3
    assert named in err
    assert _json(run, "info", "q.intercoder")["documents"] == 0


def test_positions_follow_when_importing_changes_the_text(run, tmp_path):
    study = {
        "format": "intercoder-exchange", "version": 1,
        "documents": [{"name": "w.txt", "text": "\ufeffone\r\ntwo 😀\r\nthree"}],
        "codings": [{"document": "w.txt", "coder": "A", "code": ["C"], "start": 6, "end": 11}],
    }  # fmt: skip
    (tmp_path / "w.json").write_text(json.dumps(study), "utf-8")
    run("new", "w.intercoder")
    assert run("import", "w.intercoder", "w.json")[0] == 0
    run("export", "w.intercoder", "o.json")
    out = json.loads((tmp_path / "o.json").read_text("utf-8"))
    text, coding = out["documents"][0]["text"], out["codings"][0]
    assert text == "one\ntwo 😀\nthree"
    assert text[coding["start"] : coding["end"]] == "two 😀"


def test_unknown_keys_are_reported(run, tmp_path):
    study = {
        "format": "intercoder-exchange",
        "version": 1,
        "documents": [{"name": "a", "text": "b", "mood": 1}],
        "x": 2,
    }
    (tmp_path / "u.json").write_text(json.dumps(study), "utf-8")
    run("new", "u.intercoder")
    told = _json(run, "import", "u.intercoder", "u.json")
    assert any("mood" in w for w in told["warnings"])
    assert any("“x”" in w for w in told["warnings"])


def test_a_bad_file_does_not_stop_the_rest_and_ends_with_3(run, project, tmp_path):
    (tmp_path / "good.txt").write_text("good", "utf-8")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    status, out, _ = run("import", project, "good.txt", "bad.docx", "--json")
    told = json.loads(out)
    assert status == 3
    assert told["added"]["documents"] == 1
    assert [f["file"] for f in told["failed"]] == ["bad.docx"]
    assert told["failed"][0]["advice"]
    status, _, _ = run("import", project, "good.txt", "bad.docx", "--all-or-nothing")
    assert status == 3


def test_a_dry_run_writes_nothing(run, project, tmp_path):
    (tmp_path / "new.txt").write_text("new", "utf-8")
    before = project.read_bytes()
    told = _json(run, "import", project, "new.txt", "--dry-run")
    assert told["added"]["documents"] == 1
    assert project.read_bytes() == before


def test_a_name_can_be_mapped_or_kept_apart(run, project, tmp_path):
    coding = {"document": "a.txt", "coder": "User", "code": ["Actor"], "start": 20, "end": 30}
    study = EXCHANGE | {"coders": ["User"], "assigned": [], "memos": [], "codings": [coding]}
    (tmp_path / "y.json").write_text(json.dumps(study), "utf-8")
    assert run("import", project, "y.json", "--coder", "User=Ana")[0] == 0
    assert {"name": "Ana", "codings": 2, "finished": 1} in _json(run, "coders", project)
    assert run("import", project, "y.json", "--coder", "User=Ana (new)")[0] == 0
    names = [c["name"] for c in _json(run, "coders", project)]
    assert {"Ana", "Ana (2)"} <= set(names)
    assert run("coders", project, "--same", "Ana (2)=Ana")[0] == 0
    # what both made of the same passage counts once
    assert {"name": "Ana", "codings": 2, "finished": 1} in _json(run, "coders", project)


def test_a_package_comes_home_and_twice_changes_nothing(run, project, tmp_path):
    told = _json(run, "handout", project, "--coder", "Ana", "-o", "ana.intercoder")
    assert told == {"coder": "Ana", "documents": ["a.txt"], "codings": 1}
    before = _digest(run, project)
    first = _json(run, "merge", project, "ana.intercoder")
    assert first["digest"] == before
    more = EXCHANGE | {"coders": [], "assigned": [], "memos": [], "sets": [], "documents": [], "codings": [
        {"document": "a.txt", "coder": "Ana", "code": ["Actor"], "start": 3, "end": 9}]}  # fmt: skip
    (tmp_path / "more.json").write_text(json.dumps(more), "utf-8")
    assert run("import", "ana.intercoder", "more.json")[0] == 0
    dry = _json(run, "merge", project, "ana.intercoder", "--dry-run")
    assert _digest(run, project) == before
    done = _json(run, "merge", project, "ana.intercoder")
    assert done["digest"] == dry["digest"] != before
    assert done["files"][0]["added"]["codings"] == 1
    assert len(copies_of(project, "before merge")) == 1
    again = _json(run, "merge", project, "ana.intercoder", "ana.intercoder")
    assert again["digest"] == done["digest"]
    assert all(not any(f["added"].values()) for f in again["files"])


def test_a_package_holds_nobody_elses_work(run, project, tmp_path):
    run("handout", project, "--coder", "Ana", "-o", "ana.intercoder")
    data = (tmp_path / "ana.intercoder").read_bytes()
    assert b"whole?" not in data
    assert "Second." not in data.decode("utf-8", "replace")
    names = {c["name"] for c in _json(run, "coders", "ana.intercoder")}
    assert "Ben" not in names
    assert _json(run, "check", "ana.intercoder") == {"whole": True, "problems": []}


def test_handout_makes_an_unknown_coder_and_finish_does_not(run, project):
    assert run("handout", project, "--coder", "Chiara", "-o", "c.intercoder")[0] == 0
    assert "Chiara" in {c["name"] for c in _json(run, "coders", project)}
    status, _, err = run("finish", project, "--coder", "Nobody")
    assert status == 3
    assert "Nobody" in err


def test_finish_and_reopen(run, project):
    assert run("finish", project, "--coder", "Ben", "--document", "b.txt")[0] == 0
    assert {"name": "Ben", "codings": 2, "finished": 2} in _json(run, "coders", project)
    assert run("finish", project, "--coder", "Ben", "--reopen")[0] == 0
    assert {"name": "Ben", "codings": 2, "finished": 0} in _json(run, "coders", project)


def test_what_was_coded_after_finishing_is_not_counted(run, project, tmp_path):
    before = _json(run, "agreement", project, "--unit", "character")
    late = EXCHANGE | {"coders": [], "assigned": [], "memos": [], "documents": [], "codings": [
        {"document": "a.txt", "coder": "Ben", "code": ["Actor", "Centre"], "start": 12, "end": 18}]}  # fmt: skip
    (tmp_path / "late.json").write_text(json.dumps(late), "utf-8")
    assert run("import", project, "late.json")[0] == 0
    after = _json(run, "agreement", project, "--unit", "character")
    assert after["codes"] == before["codes"]
    now = _json(run, "agreement", project, "--unit", "character", "--as-of", "now")
    centre = {tuple(c["code"]): c for c in now["codes"]}["Actor", "Centre"]
    assert centre["coded_by"] == {"Ana": 18, "Ben": 18}


def test_coverage_falls_back_to_coded_and_says_so(run, project):
    run("finish", project, "--coder", "Ben", "--reopen")
    status, out, err = run("agreement", project, "--json")
    told = json.loads(out)
    assert (status, told["coverage"]) == (0, "coded")
    assert "found nothing" in err
    assert "b.txt" in err
    assert any(o["why"] == "not finished, counted as now" for o in told["left_out"])


def test_agreement_of_one_coder_ends_with_3(run, tmp_path):
    one = EXCHANGE | {"coders": ["Ana"], "assigned": [], "memos": [], "codings": EXCHANGE["codings"][:1]}
    (tmp_path / "one.json").write_text(json.dumps(one), "utf-8")
    run("new", "one.intercoder")
    run("import", "one.intercoder", "one.json")
    status, out, err = run("agreement", "one.intercoder")
    assert (status, out) == (3, "")
    assert "two coders" in err


def test_undo_says_what_it_took_back_and_skips_merges(run, project, tmp_path):
    shutil.copy(project, tmp_path / "other.intercoder")
    run("finish", "other.intercoder", "--coder", "Ben", "--document", "b.txt")
    run("merge", project, "other.intercoder")
    status, out, _ = run("undo", project)
    assert status == 0
    assert "Imported x.json" in out
    assert run("undo", project)[0] == 3
    words = [e["words"] for e in _json(run, "history", project)]
    assert any(w.startswith("Merged “other.intercoder”") for w in words)
    assert list(_json(run, "history", project)[0]) == ["id", "at", "coder", "operation", "words", "undone"]


def test_a_field_conflict_is_listed(run, project, tmp_path):
    run("codebook", "export", project, "cb.yaml")
    shutil.copy(project, tmp_path / "other.intercoder")
    text = (tmp_path / "cb.yaml").read_text("utf-8")
    for path, who, words in ((project, "Ana", "first words"), ("other.intercoder", "Ben", "second words")):
        (tmp_path / "e.yaml").write_text(text.replace("definition: x", f"definition: {words}"), "utf-8")
        assert run("codebook", "import", path, "e.yaml", "--as", who)[0] == 0
    told = _json(run, "merge", project, "other.intercoder")
    (conflict,) = told["conflicts"]
    assert (conflict["kind"], conflict["thing"], conflict["field"]) == ("field", "code", "definition")
    assert {v["value"] for v in conflict["values"]} == {"first words", "second words"}
    assert _json(run, "conflicts", project) == told["conflicts"]
    (tmp_path / "e.yaml").write_text(text.replace("definition: x", "definition: agreed"), "utf-8")
    run("codebook", "import", project, "e.yaml")
    assert _json(run, "conflicts", project) == []


def test_an_undo_against_an_edit_is_listed_as_removed(run, tmp_path):
    (tmp_path / "cb.yaml").write_text("codes:\n  - name: Funding\n    definition: x\n", "utf-8")
    run("new", "p.intercoder", "--lead", "Lead")
    run("codebook", "import", "p.intercoder", "cb.yaml")
    run("coders", "p.intercoder")
    shutil.copy("p.intercoder", "o.intercoder")
    run("undo", "p.intercoder")
    run("import", "o.intercoder", _coder_file(tmp_path))
    (tmp_path / "cb.yaml").write_text("codes:\n  - name: Funding\n    definition: y\n", "utf-8")
    run("codebook", "import", "o.intercoder", "cb.yaml", "--as", "Ben")
    told = _json(run, "merge", "p.intercoder", "o.intercoder")
    assert [c["kind"] for c in told["conflicts"]] == ["removed"]


def _coder_file(tmp_path: Path) -> Path:
    study = {"format": "intercoder-exchange", "version": 1, "documents": [], "coders": ["Ben"]}
    (tmp_path / "ben.json").write_text(json.dumps(study), "utf-8")
    return tmp_path / "ben.json"


def test_reading_works_and_writing_names_the_holder_while_the_project_is_open(run, project):
    with Project.open(project):
        assert run("info", project)[0] == 0
        status, _, err = run("undo", project)
        assert status == 3
        assert json.loads(Lock(project).path.read_text())["who"] in err


def test_forgetting_holds_wherever_it_arrives(run, project, tmp_path):
    shutil.copy(project, tmp_path / "old.intercoder")
    assert run("forget", project, "--document", "b.txt")[0] == 2
    assert run("forget", project, "--document", "b.txt", "--yes")[0] == 0
    assert b"Second." not in project.read_bytes()
    assert b"whole?" not in project.read_bytes()
    run("merge", project, "old.intercoder")
    assert _json(run, "info", project)["documents"] == 1
    run("merge", "old.intercoder", project)
    assert _json(run, "info", "old.intercoder")["documents"] == 1
    assert _digest(run, Path("old.intercoder")) == _digest(run, project)
    assert _json(run, "check", "old.intercoder")["whole"]


@pytest.mark.parametrize(
    "given",
    [["bogus-command.intercoder", "x"], ["merge"], ["agreement", "p", "--unit", "x"], ["export", "p", "a", "--x"]],
)
def test_misuse_ends_with_2(run, given):
    assert run(*given)[0] == 2


@pytest.mark.parametrize("command", ["info", "check", "history", "conflicts", "agreement", "undo", "finish --coder A"])
def test_a_file_that_is_no_project_ends_with_3_and_advice(run, tmp_path, command):
    (tmp_path / "no.intercoder").write_text("nothing")
    name, *rest = command.split()
    status, _, err = run(name, "no.intercoder", *rest)
    assert status == 3
    assert len(err.strip().splitlines()) >= 2
    assert (tmp_path / "no.intercoder").read_text() == "nothing"


def test_a_damaged_file_is_not_merged_and_the_target_stays(run, project, tmp_path):
    data = bytearray(project.read_bytes())
    data[9000:14000] = bytes(5000)
    (tmp_path / "broken.intercoder").write_bytes(data)
    before = project.read_bytes()
    status, _, err = run("merge", project, "broken.intercoder")
    assert status == 3
    assert "damaged" in err
    assert project.read_bytes() == before
    assert copies_of(project) == []


def test_a_file_comes_in_as_a_new_version_and_lost_segments_are_named(run, project, tmp_path):
    before = _json(run, "info", project)
    (tmp_path / "later.txt").write_text(TEXT.replace("One sentence here.", "It begins. "), "utf-8")
    status, _, err = run("import", project, "later.txt", "--as-version-of", "a.txt")
    assert status == 0
    assert "Ana, Actor > Centre, “One sentence here.”" in err
    after = _json(run, "info", project)
    assert (after["documents"], after["codings"]) == (before["documents"], before["codings"] - 2)
    assert run("undo", project)[0] == 0
    assert _json(run, "info", project)["digest"] == before["digest"]


def test_the_same_text_as_a_new_version_changes_nothing(run, project, tmp_path):
    before = _json(run, "info", project)["digest"]
    (tmp_path / "again.txt").write_text(TEXT, "utf-8")
    assert run("import", project, "again.txt", "--as-version-of", "a.txt")[0] == 0
    assert _json(run, "info", project)["digest"] == before


@pytest.mark.parametrize(("name", "status"), [("nowhere.txt", 3), ("a.txt", 2)])
def test_a_new_version_is_of_one_document_that_is_there(run, project, tmp_path, name, status):
    (tmp_path / "later.txt").write_text("Later.", "utf-8")
    files = ["later.txt"] if status == 3 else ["later.txt", "later.txt"]
    before = _json(run, "info", project)["digest"]
    assert run("import", project, *files, "--as-version-of", name)[0] == status
    assert _json(run, "info", project)["digest"] == before
