"""What a codebook file holds, as plain values: codes, qualifiers, and the codebook around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

VERSION = 1
SCOPES = ("passage", "document")
STATES = ("open", "retired")
KINDS = ("choice", "ordered", "number", "date", "text")
KINDS_WITH_VALUES = ("choice", "ordered")
MAX_DEPTH = 50
COLOR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One code of a codebook file.

    path: names from the top down, the code's own name last. line: where it stands in the file, from 1; 0 when
    it came from no file. Two entries that differ in line alone are equal.
    """

    path: tuple[str, ...]
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    color: str = ""
    key: str = ""
    scope: str = "passage"
    exclusive: bool = False
    state: str = "open"
    id: str | None = None
    line: int = field(default=0, compare=False)

    @property
    def name(self) -> str:
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class QualifierEntry:
    """One qualifier of a codebook file; values are its choices, in order for kind "ordered"."""

    name: str
    kind: str = "text"
    values: tuple[str, ...] = ()
    definition: str = ""
    id: str | None = None
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook file: codes stand depth first, so a parent comes before its sub-codes."""

    title: str = ""
    description: str = ""
    codes: tuple[CodeEntry, ...] = ()
    qualifiers: tuple[QualifierEntry, ...] = ()
