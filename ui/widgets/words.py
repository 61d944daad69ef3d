"""Numbers and names in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def counted(n: int, one: str, many: str) -> str:
    """The sentence for one thing, or the one for `n` (a language with more forms has them in `many`)."""
    return one if n == 1 else many


def quoted(words: str) -> str:
    """Somebody's words or a name, in the quotation marks of the window's language."""
    return QCoreApplication.translate("Words", "“{}”").format(words)


def all_quoted(names: Iterable[str]) -> str:
    """Names one after the other, each in quotation marks."""
    return ", ".join(quoted(name) for name in names)
