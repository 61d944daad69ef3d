"""How a code became what it is, out of the journal."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coder.codebook import add_code, edit_code, move_code
from coder.coders import add_coder
from coder.data import data_dir
from coder.history import _WORDS, code_history, say, times_of
from coder.models import Code
from coder.project import Project


def test_the_history_of_a_code_tells_who_changed_what_from_what(tmp_path: Path) -> None:
    with Project.create(tmp_path / "a.intercoder", title="", lead="Ana") as project:
        actor = project.do(add_code, name="Actor").value
        code = project.do(add_code, name="Funding", definition="Who pays.").value
        project.act_as(project.do(add_coder, name="Ben").value)
        project.do(edit_code, code_id=code, definition="Who pays, and from what.", key="f")
        project.do(move_code, code_id=code, parent_id=actor)
        project.do(edit_code, code_id=code, name="Money")
        project.undo()
        told = [(e.coder, e.field, e.before, e.after) for e in project.ask(code_history, code)]
    assert told == [
        ("Ana", "", "", "Funding"),
        ("Ben", "definition", "Who pays.", "Who pays, and from what."),
        ("Ben", "key", "", "f"),
        ("Ben", "parent_id", "", "Actor"),
    ]


def test_the_times_of_a_thing_are_those_of_its_first_and_last_change_that_counts(tmp_path: Path) -> None:
    Project.create(tmp_path / "a.intercoder", title="", lead="Ana").close()
    moments = iter(datetime(2099, 3, day, tzinfo=UTC) for day in range(1, 20))
    with Project.open(tmp_path / "a.intercoder", now=lambda: next(moments)) as project:
        code = project.do(add_code, name="Funding").value
        made = project.ask(times_of, Code, code)
        project.do(edit_code, code_id=code, name="Money")
        changed = project.ask(times_of, Code, code)
        project.undo()
        again = project.ask(times_of, Code, code)
    assert made is not None
    assert changed is not None
    assert made[0] == made[1] == changed[0] < changed[1]
    assert again == made


def test_every_operation_that_is_done_has_words_for_the_audit_trail() -> None:
    root = data_dir("resources").parent
    wordless = []
    for file in [*(root / "coder").rglob("*.py"), *(root / "ui").rglob("*.py")]:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {a.asname: a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for a in n.names if a.asname}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("do", "attempt") and node.args:
                done = getattr(node.args[0], "id", "operation")
                done = names.get(done, done)
                if done not in ("operation", *_WORDS):
                    wordless.append(f"{file.name}:{node.lineno} {done}")
    assert wordless == []


@pytest.mark.parametrize("arguments", [None, {}])
def test_an_act_whose_arguments_are_not_known_is_said_without_them(arguments: dict[str, str] | None) -> None:
    assert say("add_coding", arguments) == "Coded a passage"
    assert say("add_coding", {"quote": "x", "document": "a", "code": "C"}) == "Coded “x” in “a” with “C”"


def test_one_thing_is_said_as_one() -> None:
    assert say("add_documents", {"documents": 1}) == "Added a document"
    assert say("add_documents", {"documents": 2}) == "Added 2 documents"
    cut = say("cut_units", {"documents": 1, "units": 4, "by": "sentence"})
    assert cut == "Cut a document into 4 fixed units, by sentence"
    assert say("finish", {"documents": 1, "name": "Decree"}) == "Marked “Decree” finished or open"


def test_finishing_and_opening_again_are_told_apart() -> None:
    assert say("finish", {"documents": 1, "name": "Decree", "reopened": False}) == "Marked “Decree” finished"
    assert say("finish", {"documents": 3, "name": None, "reopened": True}) == "Opened 3 finished documents again"


def test_every_way_of_saying_an_act_asks_for_no_more_than_the_first() -> None:
    for full, _, *of_one in _WORDS.values():
        for words in of_one:
            assert set(re.findall(r"{(\w+)}", words)) <= {*re.findall(r"{(\w+)}", full), "name"}
