"""The table of all menu entries."""

from __future__ import annotations

from collections import Counter

from ui.actions import ACTS


def test_no_two_entries_share_a_key() -> None:
    keys = Counter(key for act in ACTS for key in act.keys)
    assert [key for key, n in keys.items() if n > 1] == []


def test_every_entry_has_a_name_of_its_own() -> None:
    assert len({act.name for act in ACTS}) == len(ACTS)
