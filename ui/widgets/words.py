"""Numbers in sentences."""

from __future__ import annotations


def counted(n: int, one: str, many: str) -> str:
    """The sentence for one thing, or the one for `n` (a language with more forms has them in `many`)."""
    return one if n == 1 else many
