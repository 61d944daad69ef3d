"""What is compared, and how it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

UNITS = ("sentence", "paragraph", "document", "word", "character", "fixed")
COVERAGES = ("finished", "assigned", "coded", "all")


@dataclass(frozen=True, slots=True)
class Settings:
    """What is compared, and how it is counted. None means the default that INTERFACE names.

    coders, documents: ids; codes: paths; unit, presence, coverage, as_of, level as in the command.
    bootstrap: how often documents are drawn anew for intervals, 0 for none; seed: the same seed, the same interval.
    strata: the document variable within whose values they are drawn, None for all together. without: parts of the
    texts that do not count, see `parts`.
    """

    unit: str = "sentence"
    presence: str = "half"
    coverage: str | None = None
    as_of: str = "finished"
    round: int | None = None
    purpose: str | None = None
    level: str = "own"
    coders: tuple[UUID, ...] = ()
    codes: tuple[tuple[str, ...], ...] = ()
    documents: tuple[UUID, ...] = ()
    bootstrap: int = 0
    seed: int = 0
    strata: UUID | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that does not count for a coder (or counts with a reservation), and why."""

    document: str
    coder: str
    why: str
