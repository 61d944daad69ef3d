"""The exchange file: what goes out comes in again."""

from __future__ import annotations

import json

import pytest

from coder.errors import CoderError
from coder.exchange.study_file import read_exchange
from coder.exchange.study_load import bring_study
from coder.exchange.study_write import digest
from coder.exporters import export
from coder.project import Project
from tests.coder.exporters.studies import ENTRY, project_of


def test_a_new_project_made_from_the_file_has_the_same_digest(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        assert export(project, tmp_path / "a.json") == []
        before = digest(project)
    with Project.create(tmp_path / "q.intercoder", lead="Somebody") as again:
        again.do(bring_study, read_exchange((tmp_path / "a.json").read_bytes(), "a.json"), {})
        assert digest(again) == before


def test_pseudonyms_leave_no_name_and_no_id_made_from_one(tmp_path):
    entry = ENTRY | {"memos": [{"on": "study", "coder": "Ana", "title": "T", "text": "A thought."}]}
    with project_of(tmp_path / "p.intercoder", entry) as project:
        export(project, tmp_path / "named.json")
        (told,) = export(project, tmp_path / "a.json", pseudonyms=True)
    named, study = (json.loads((tmp_path / n).read_bytes()) for n in ("named.json", "a.json"))
    assert "names in them" in told
    assert [c["name"] for c in study["coders"]] == ["Coder 1", "Coder 2", "Coder 3"]
    assert not any(f'"{name}"' in (tmp_path / "a.json").read_text("utf-8") for name in ("Ana", "Zoe", "Lead"))
    for kind in ("coders", "codings", "assigned"):
        assert not {e["id"] for e in study[kind]} & {e["id"] for e in named[kind]}
    assert [c["start"] for c in study["codings"] if "start" in c] == [
        c["start"] for c in named["codings"] if "start" in c
    ]


def test_a_file_with_pseudonyms_can_be_imported(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project:
        export(project, tmp_path / "a.json", pseudonyms=True)
    with Project.create(tmp_path / "q.intercoder", lead="Somebody") as again:
        loaded = again.do(bring_study, read_exchange((tmp_path / "a.json").read_bytes(), "a.json"), {}).value
    assert loaded.added["codings"] == len(ENTRY["codings"])


def test_an_exchange_file_without_texts_is_refused(tmp_path):
    with project_of(tmp_path / "p.intercoder") as project, pytest.raises(CoderError, match="holds the documents"):
        export(project, tmp_path / "a.json", text="none")
    assert not (tmp_path / "a.json").exists()
