"""All keys in one list, read from the commands and the surface themselves, so that it cannot go stale."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QKeySequence

from ui.actions import ACTS, MENUS, plain, said
from ui.document.hands import BINDINGS

_PLAIN = (
    ("a … z", QT_TRANSLATE_NOOP("Keys", "Code the selection, or the chosen segment’s passage, with that key’s code")),
    ("1 … 9", QT_TRANSLATE_NOOP("Keys", "Set the chosen segment’s strength of evidence; 0 takes it away")),
    ("?", QT_TRANSLATE_NOOP("Keys", "This list")),
)  # fmt: skip


def all_keys() -> list[tuple[str, list[tuple[str, str]]]]:
    """(heading, [(keys, what they do)]): the text first, then each menu."""
    tr = QCoreApplication.translate
    text = [(key, tr("Keys", words)) for key, words in _PLAIN]
    text += [(", ".join(shown(key) for key in b.keys), tr("Hands", b.words)) for b in BINDINGS]
    lists = [(tr("Keys", "In the text"), text)]
    for menu, title in MENUS:
        keys = [
            (", ".join(shown(key) for key in act.keys) or act.shown, said(act.words))
            for act in ACTS
            if act.menu == menu and (act.keys or act.shown)
        ]
        if keys:
            lists.append((plain(title), keys))
    return lists


def shown(key: str) -> str:
    """A key as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key
