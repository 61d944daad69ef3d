"""A coder's package: the codebook is the lead's, new codes are proposals, undo stays inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder.code_tree import code_tree
from coder.codebook import add_code, edit_code, move_code, remove_code
from coder.coders import coder_named
from coder.coding import add_coding
from coder.documents import remove_document, rename_document, set_variable, variables_of
from coder.errors import CodingError, NothingToUndo
from coder.merging.forget import forget_document
from coder.merging.merge import merge_files
from coder.merging.package import hand_out
from coder.models import Code, Document
from coder.project import Project
from coder.spans import Span
from tests.coder.world import ids, study


@pytest.fixture
def package(tmp_path: Path) -> tuple[Path, Path]:
    path = study(tmp_path / "study.intercoder")
    with Project.open(path) as project:
        hand_out(project, tmp_path / "ana.intercoder", coder_id=project.ask(coder_named, "Ana"))
    return path, tmp_path / "ana.intercoder"


def test_the_codebook_is_read_only(package):
    with Project.open(package[1]) as project:
        code = ids(project, Code)[0]
        for operation, arguments in (
            (edit_code, {"definition": "mine"}),
            (move_code, {"parent_id": None}),
            (remove_code, {}),
        ):
            with pytest.raises(CodingError, match="read-only"):
                project.do(operation, code_id=code, **arguments)


def test_documents_are_the_leads(package):
    with Project.open(package[1]) as project:
        document = ids(project, Document)[0]
        variable = project.ask(variables_of)[0].id
        for operation, arguments in (
            (rename_document, {"name": "mine.txt"}),
            (set_variable, {"variable_id": variable, "value": "2025"}),
            (remove_document, {}),
        ):
            with pytest.raises(CodingError, match="read-only"):
                project.do(operation, document_id=document, **arguments)
        with pytest.raises(CodingError, match="Only the lead"):
            forget_document(project, document)
        assert document in ids(project, Document)


def test_a_new_code_is_a_proposal_that_is_told_when_it_comes_home(package):
    home, away = package
    with Project.open(away) as project:
        new = project.do(add_code, name="Rumour").value
        project.do(edit_code, code_id=new, definition="what is only whispered")
        document = ids(project, Document)[0]
        project.do(add_coding, document_id=document, code_id=new, span=Span(0, 5))
    with Project.open(home) as project:
        report = merge_files(project, [away])
        assert [told.name for told in report.proposals] == ["Rumour"]
        states = {row.name: row.state for row in project.ask(code_tree)}
        assert states["Rumour"] == "proposed"


def test_whether_a_proposal_is_taken_is_not_said_in_the_package(package):
    with Project.open(package[1]) as project:
        new = project.do(add_code, name="Rumour").value
        with pytest.raises(CodingError, match="said by the lead"):
            project.do(edit_code, code_id=new, state="open")
        assert {row.name: row.state for row in project.ask(code_tree)}["Rumour"] == "proposed"


def test_undo_does_not_reach_what_came_with_the_package(package):
    with Project.open(package[1]) as project:
        assert project.undo_depth == 0
        with pytest.raises(NothingToUndo):
            project.undo()


def test_a_package_never_overwrites(package):
    home, away = package
    before = away.read_bytes()
    with Project.open(home) as project, pytest.raises(Exception, match="already there"):
        hand_out(project, away, coder_id=project.ask(coder_named, "Ana"))
    assert away.read_bytes() == before
    assert [p.name for p in away.parent.iterdir() if p.name.endswith(".part")] == []
