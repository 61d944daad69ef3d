"""What every export is made of: tables with a word on each column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

Tick = Callable[[int, int], None]
Value = str | int | float | None
TEXTS = ("none", "quotes", "full")  # how much of the sources' own words goes out


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, what stands in it, how wide it is shown (in characters), whether text wraps."""

    name: str
    meaning: str
    width: int = 14
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table on its way out. rows: as many values as there are columns; read once."""

    title: str
    about: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    length: int  # how many rows there will be

    @property
    def header(self) -> list[str]:
        return [c.name for c in self.columns]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person who exports has chosen. text: one of TEXTS; pseudonyms: coders without their names."""

    text: str = "quotes"
    pseudonyms: bool = False


def no_tick(_done: int, _total: int) -> None:
    """For callers that show no progress."""
