"""A file of an older program in the window: brought up to date, or read from a copy while somebody holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder.door import SCHEMA, look_at_door
from coder.lock import Lock
from coder.memos import all_memos
from tests.old_file import write_old_file
from ui.workspace import Workspace


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_old_file(tmp_path / "old.intercoder")


def test_it_opens_for_writing_and_is_of_todays_schema(old: Path, qapp: object) -> None:
    workspace = Workspace()
    assert workspace.open(old)
    assert workspace.writable
    workspace.close()
    assert look_at_door(old) == SCHEMA


def test_while_somebody_holds_it_a_copy_is_read_and_the_file_stays_as_it_is(old: Path, qapp: object) -> None:
    lock = Lock(old)
    lock.take()
    workspace = Workspace()
    assert workspace.open(old)
    assert not workspace.writable
    assert len(workspace.ask(all_memos)) == 2
    workspace.close()
    lock.release()
    assert look_at_door(old) == 1
