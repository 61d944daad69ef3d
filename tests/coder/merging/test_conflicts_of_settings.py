"""What two people settled differently about the study is told in words, not by the key it is kept under."""

from __future__ import annotations

from pathlib import Path

from coder.coders import coder_named
from coder.merging.conflicts import open_conflicts
from coder.merging.merge import merge_files
from coder.project import Project
from coder.search.lists import save_word_list
from tests.coder.world import copy_of, study


def test_a_list_of_key_words_is_called_by_its_name(tmp_path: Path) -> None:
    path = study(tmp_path / "lead.intercoder")
    with Project.open(path) as project:
        kept = project.do(save_word_list, name="Money", words=["bonus"], list_id=None).value
        ben = project.ask(coder_named, "Ben")
    other = copy_of(path, tmp_path / "other.intercoder")
    with Project.open(path) as project:
        project.do(save_word_list, name="Money", words=["bonus", "fee"], list_id=kept)
    with Project.open(other, coder_id=ben) as project:
        project.do(save_word_list, name="Money", words=["bonus", "reward"], list_id=kept)
    with Project.open(path) as project:
        merge_files(project, [other])
        (conflict,) = project.ask(open_conflicts)
    assert conflict.field == "key words “Money”"
    assert {side.value for side in conflict.values} == {"Money: bonus, fee", "Money: bonus, reward"}
