"""All keys in one list, read from what is in force, so that it cannot go stale."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.keymap import entries, shown_keys

_PLAIN = (
    ("a … z", QT_TRANSLATE_NOOP("Keys", "Code the selection, or the chosen segment’s passage, with that key’s code")),
    ("1 … 9", QT_TRANSLATE_NOOP("Keys", "Set the chosen segment’s strength of evidence; 0 takes it away")),
    ("?", QT_TRANSLATE_NOOP("Keys", "This list")),
)  # fmt: skip


def all_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """(heading, [(keys, what they do)]): the text first, then each menu."""
    plain = [(key, QCoreApplication.translate("Keys", words)) for key, words in _PLAIN]
    lists = []
    for n, (group, found) in enumerate(groupby(entries(), key=lambda entry: entry.group)):
        keys = [(shown_keys(entry.name), entry.words) for entry in found]
        if told := [*(plain if n == 0 else ()), *((key, words) for key, words in keys if key)]:
            lists.append((group, told))
    return lists
