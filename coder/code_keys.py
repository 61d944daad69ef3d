"""The keys that code: one to three letters or digits typed in a row; none begins with another whole one."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 3


def well_formed(key: str) -> bool:
    """May a code have this key? None ("") may be had by any."""
    return len(key) <= LONGEST and (not key or key.isalnum())


def clash(key: str, other: str) -> bool:
    """Could one of the two never be typed, since the other codes before? Capitals do not count."""
    one, two = key.casefold(), other.casefold()
    return bool(one and two) and (one.startswith(two) or two.startswith(one))


def follow(typed: str, keys: Iterable[str]) -> list[str]:
    """The keys that may still be meant after these letters, in order; keys in lower case."""
    return sorted(key for key in keys if key.startswith(typed) and key != typed)
