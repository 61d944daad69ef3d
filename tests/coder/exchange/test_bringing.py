"""What comes with a source, by the command and before it: tables, archives, twins, patterns, pseudonyms, people."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from coder.cli import main
from coder.documents import document_rows, living_documents
from coder.exchange.prepare import Choices, FileChoices, Prepared, bring_prepared, here_now, prepare
from coder.exchange.study_write import write_study
from coder.importers.pseudonyms import pseudonyms
from coder.project import Project

LONG = "The governor of the province signed the order on Monday, and the newspapers wrote about it for a week. " * 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    main(["new", str(tmp_path / "p.intercoder"), "--title", "T", "--lead", "Lead"])
    return tmp_path


def _run(folder: Path, *words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    status = main(["import", str(folder / "p.intercoder"), *words, "--json"])
    return status, json.loads(capsys.readouterr().out or "{}")


def _study(folder: Path) -> Any:
    with Project.open(folder / "p.intercoder", write=False) as project:
        return project.ask(write_study, project.study_id)


def _prepared(folder: Path, *names: str, choices: Choices | None = None) -> Prepared:
    with Project.open(folder / "p.intercoder", write=False) as project:
        return prepare([folder / n for n in names], choices or Choices(), here=project.ask(here_now))


def _posts(rows: list[tuple[str, ...]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([("id", "outlet", "text"), *rows])
    return out.getvalue().encode()


def test_each_row_of_a_table_is_a_document_with_its_columns_as_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("00001", "NA", "First post, with a comma"), ("00002", "Kurier", "второй пост 🙂"), ("00003", "x", " ")]
    (folder / "posts.csv").write_bytes(_posts(rows, ";"))
    status, told = _run(folder, str(folder / "posts.csv"), capsys=capsys)
    assert status == 0
    assert told["added"]["documents"] == 2
    assert any("Rows without text, left out: 4." in w for w in told["warnings"])
    documents = {d["name"]: d for d in _study(folder)["documents"]}
    assert documents["posts · 00001"]["variables"] == {"id": "00001", "outlet": "NA"}
    assert documents["posts · 00002"]["text"] == "второй пост 🙂"
    status, again = _run(folder, str(folder / "posts.csv"), capsys=capsys)
    assert (again["added"]["documents"], again["same"]["documents"]) == (0, 2)


def test_the_bytes_of_a_table_are_kept_once_for_all_its_rows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "posts.csv").write_bytes(_posts([("1", "a", "one text"), ("2", "a", "two text")]))
    _run(folder, str(folder / "posts.csv"), capsys=capsys)
    with Project.open(folder / "p.intercoder", write=False) as project:
        assert len({d.original_hash for d in project.ask(living_documents)}) == 1


def test_files_in_an_archive_come_by_their_content_and_a_bad_one_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        archive.writestr("../evil.txt", "outside")
        archive.writestr("a/report.txt", "one report")
        archive.writestr("b/report.txt", "another report")
        archive.writestr("scan.png", b"\x89PNG\r\n\x1a\n....")
        archive.writestr("__MACOSX/._report.txt", "junk")
    status, told = _run(folder, str(folder / "all.zip"), capsys=capsys)
    assert status == 3
    assert [f["file"] for f in told["failed"]] == ["all.zip/scan.png"]
    assert {d["name"] for d in _study(folder)["documents"]} == {"evil.txt", "a/report.txt", "b/report.txt"}
    assert not (folder.parent / "evil.txt").exists()


def test_a_text_that_is_there_under_another_name_is_told_before_it_comes(folder: Path) -> None:
    (folder / "a.txt").write_text(LONG)
    (folder / "b.txt").write_text(LONG)
    (folder / "c.txt").write_text(LONG + "One more sentence.")
    (folder / "d.txt").write_text("Something else entirely stands here, about boats and rivers and the long winter.")
    found = {s.name: s.twin for s in _prepared(folder, "a.txt", "b.txt", "c.txt", "d.txt").sources}
    assert found["a.txt"] is None
    assert found["d.txt"] is None
    assert (found["b.txt"].kind, found["b.txt"].name) == ("text", "a.txt")  # type: ignore[union-attr]
    assert found["c.txt"].kind == "nearly"  # type: ignore[union-attr]
    assert found["c.txt"].share > 0.7  # type: ignore[union-attr]


def test_reprints_of_what_is_in_the_project_share_a_story_on_request(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(LONG)
    _run(folder, str(folder / "a.txt"), capsys=capsys)
    (folder / "b.txt").write_text(LONG + "And so on.")
    _run(folder, str(folder / "b.txt"), "--stories", capsys=capsys)
    stories = {d["name"]: d["variables"].get("story") for d in _study(folder)["documents"]}
    assert stories == {"a.txt": "a.txt", "b.txt": "a.txt"}


def test_a_pattern_reads_variables_from_names_with_dates_as_iso(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "14.03.2025_Kurier_Long title.txt").write_text("text")
    status, _ = _run(
        folder, str(folder / "14.03.2025_Kurier_Long title.txt"), "--name-pattern", "{date}_{outlet}_{title}",
        capsys=capsys,
    )  # fmt: skip
    assert status == 0
    values = _study(folder)["documents"][0]["variables"]
    assert values == {"date": "2025-03-14", "outlet": "Kurier", "title": "Long title"}


def test_names_are_replaced_everywhere_and_the_key_lies_outside_the_project(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "Ivanov.txt").write_text("Иванов сказал. Иванову ответили. Ивановский завод.")
    (folder / "list.csv").write_text("name,pseudonym\nИванов,Петр А.\nИванову,Петру А.\nIvanov,P1\n")
    source, key = str(folder / "Ivanov.txt"), folder / "key.csv"
    assert _run(folder, source, "--replace-names", str(folder / "list.csv"), capsys=capsys)[0] == 3
    status, _ = _run(
        folder, source, "--replace-names", str(folder / "list.csv"), "--key", str(key), capsys=capsys
    )
    assert status == 0
    document = _study(folder)["documents"][0]
    assert (document["name"], document["text"]) == ("P1.txt", "Петр А. сказал. Петру А. ответили. Ивановский завод.")
    rows = list(csv.DictReader(io.StringIO(key.read_text("utf-8-sig"))))
    assert [(r["name"], r["pseudonym"]) for r in rows] == [("Иванов", "Петр А."), ("Иванову", "Петру А.")]
    whole = (folder / "p.intercoder").read_bytes()
    assert "Иванову".encode() not in whole
    assert b"Ivanov" not in whole


def test_documents_left_out_and_renamed_by_hand_come_so_in_one_change(folder: Path) -> None:
    (folder / "a.txt").write_text("one")
    (folder / "b.txt").write_text("two")
    prepared = _prepared(folder, "a.txt", "b.txt")
    with Project.open(folder / "p.intercoder", write=True) as project:
        project.do(bring_prepared, prepared=prepared, left_out=frozenset({"a.txt"}), renamed={"b.txt": "B"})
        assert [r.name for r in project.ask(document_rows, project.study_id)] == ["B"]
        project.undo()
        assert project.ask(living_documents) == []


def test_one_file_may_be_read_otherwise_than_the_rest(folder: Path) -> None:
    (folder / "old.txt").write_bytes("Привет, мир".encode("cp866"))
    choices = Choices(by_file={str(folder / "old.txt"): FileChoices(encoding="cp866")})
    one = _prepared(folder, "old.txt", choices=choices).sources[0]
    assert (one.first_lines, one.encoding, one.encoding_sure) == ("Привет, мир", "cp866", True)


def test_a_dry_run_writes_no_key_and_no_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("Ana spoke")
    (folder / "list.csv").write_text("Ana,P1\n")
    words = ("--replace-names", str(folder / "list.csv"), "--key", str(folder / "key.csv"), "--dry-run")
    status, told = _run(folder, str(folder / "a.txt"), *words, capsys=capsys)
    assert (status, told["added"]["documents"]) == (0, 1)
    assert not (folder / "key.csv").exists()
    assert _study(folder)["documents"] == []


def _exchange(folder: Path, **more: Any) -> str:
    given = {"format": "intercoder-exchange", "version": 1, "documents": [{"name": "a", "text": "some words"}], **more}
    (folder / "x.json").write_text(json.dumps(given))
    return str(folder / "x.json")


def test_a_coder_named_with_id_in_a_coding_alone_is_made(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coder = {"id": "11111111-2222-4333-8444-555555555555", "name": "Ana"}
    file = _exchange(folder, codings=[{"document": "a", "coder": coder, "code": ["C"], "start": 0, "end": 4}])
    status, told = _run(folder, file, capsys=capsys)
    assert (status, told["added"]["coders"]) == (0, 1)
    assert coder in [{"id": str(c["id"]), "name": c["name"]} for c in _study(folder)["coders"]]


@pytest.mark.parametrize("order", [(True, False), (False, True)])
def test_an_assignment_there_twice_stays_finished(
    folder: Path, order: tuple[bool, bool], capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [{"document": "a", "coder": "Ana", "finished": finished} for finished in order]
    status, told = _run(folder, _exchange(folder, assigned=entries), capsys=capsys)
    assert status == 0
    assert any("twice" in warning for warning in told["warnings"])
    assert [a["finished"] for a in _study(folder)["assigned"]] == [True]


def test_a_list_with_two_pseudonyms_for_a_name_is_refused() -> None:
    from coder.errors import SourceError

    with pytest.raises(SourceError, match="two pseudonyms"):
        pseudonyms([("Ana", "P1"), ("ana", "P2")])
