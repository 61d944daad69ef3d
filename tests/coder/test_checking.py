"""What `check` finds, and what commands say of a file that is not whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from coder.checking import problems_of
from coder.cli import main
from coder.codebook import add_code
from coder.coding import add_coding
from coder.documents import add_documents
from coder.project import Project
from coder.spans import Span
from tests.coder.world import PlainSource


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.intercoder"
    with Project.create(path, title="", lead="Ana") as project:
        code = project.do(add_code, name="Funding").value
        document = project.do(add_documents, [PlainSource("a.txt", "The governor pays.")]).value.added[0]
        project.do(add_coding, document_id=document, code_id=code, span=Span(4, 12))
    return path


def harm(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as file:
        file.execute("PRAGMA foreign_keys=OFF")
        file.execute(statement)
    file.close()


def test_a_whole_file_has_no_problems(path):
    with Project.open(path, write=False) as project:
        assert problems_of(project) == []


def test_a_row_that_is_hidden_against_the_journal_is_found(path):
    harm(path, "UPDATE coding SET lives = 0")
    with Project.open(path, write=False) as project:
        assert problems_of(project) == ["1 rows of “coding” are shown or hidden against what the journal says."]


@pytest.mark.parametrize("command", [["info"], ["export", "-"], ["agreement"]], ids=lambda c: c[0])
def test_a_coding_by_nobody_is_told_as_damage(path, tmp_path, capsys, command):
    harm(path, "UPDATE coding SET coder_id = x'00112233445566778899aabbccddeeff'")
    more = [str(tmp_path / "out.json")] if command[0] == "export" else []
    assert main([command[0], str(path), *more]) == 3
    assert "damaged" in capsys.readouterr().err


def test_a_file_whose_tables_are_laid_out_otherwise_is_told_as_damage(path, tmp_path, capsys):
    whole = path.read_bytes()
    harm(path, 'ALTER TABLE decision RENAME COLUMN "exists" TO "exi5ts"')
    harmed = path.read_bytes()
    assert harmed != whole
    for command in (["info", path], ["export", path, tmp_path / "o.json"]):
        assert main([str(word) for word in command]) == 3
        assert "damaged" in capsys.readouterr().err
    assert path.read_bytes() == harmed
    assert sorted(p.name for p in tmp_path.iterdir()) == [path.name]


def test_a_package_is_not_written_of_a_broken_journal(path, tmp_path, capsys):
    harm(path, "UPDATE change_row SET fields = CAST(x'5b22ff225d' AS TEXT)")
    assert main(["handout", str(path), "--coder", "Ana", "-o", str(tmp_path / "package.intercoder")]) == 3
    assert "damaged" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_id_that_is_none_is_found_in_the_journal(path):
    harm(path, "UPDATE change_row SET fields = replace(fields, (SELECT lower(hex(id)) FROM code), 'no id at all')")
    with Project.open(path, write=False) as project:
        assert problems_of(project) == ["The journal holds values that make no sense."]


def test_a_file_of_which_even_the_words_on_its_damage_are_broken_is_told_as_damage(path, capsys):
    whole = path.read_bytes()
    broken = whole.replace(b"tabledecisiondecision", b"tabledecisi\xadndecision").replace(
        b"CREATE TABLE decision", b"CREATE TABLE decisio("
    )
    assert broken != whole
    path.write_bytes(broken)
    assert main(["info", str(path)]) == 3
    assert "damaged" in capsys.readouterr().err
