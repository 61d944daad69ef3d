"""Kinds of work: which panes stand where at first when one reads and codes, compares and reconciles, or analyses."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

READ, COMPARE, ANALYSE = "read", "compare", "analyse"


@dataclass(frozen=True, slots=True)
class Kind:
    """Where the panes of a kind of work stand before anybody moves one; the others wait out of sight in their homes.

    left, right: from the top down; below: in one place, the first of them in front. wide_below: do the panes below
    go under those at the sides? Sizes are parts of the window: columns of its width, `low` of its height, and
    `parts` is how the height of a column is shared out. letters: no column is wider or narrower than these, in
    letters, so that it holds names on a small screen and leaves the room to the text on a large one.
    """

    name: str
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    wide_below: bool = False
    left_width: float = 0.25
    right_width: float = 0.22
    letters: tuple[int, int] = (20, 54)
    low: float = 0.24
    parts: tuple[float, ...] = (0.4, 0.6)


KINDS = MappingProxyType({
    READ: Kind(
        READ, left=("documents", "codes"), right=("details", "document_codes", "definition"), below=("segments",),
    ),
    COMPARE: Kind(
        COMPARE, left=("documents",), right=("definition",), below=("agreement",), wide_below=True,
        left_width=0.14, right_width=0.18, letters=(20, 38), low=0.52,
    ),
    ANALYSE: Kind(
        ANALYSE, left=("codes",), right=("segments",), below=("document_table", "find_all"), wide_below=True,
        left_width=0.2, right_width=0.36, letters=(20, 90), low=0.46,
    ),
})  # fmt: skip
