"""Half-open spans in Unicode code points: overlap, union, clip; maps between texts; the UTF-16 map."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Span(NamedTuple):
    """Code points start to end, end not included."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def empty(self) -> bool:
        return self.end <= self.start

    def overlaps(self, other: Span) -> bool:
        """Do the two share a code point?"""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Does the other lie wholly in this one?"""
        return self.start <= other.start and other.end <= self.end

    def clip(self, other: Span) -> Span:
        """What lies in both; empty if nothing does."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))

    def quote(self, text: str) -> str:
        """The words of the text that the span covers."""
        return text[self.start : self.end]


def overlap(a: Span, b: Span) -> int:
    """How many code points lie in both."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def union(spans: Iterable[Span]) -> list[Span]:
    """Touching or overlapping spans united, in order; empty ones dropped."""
    united: list[Span] = []
    for span in sorted(s for s in spans if s.end > s.start):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


# A surrogate in a str is always a lone one: Python keeps a pair as one character.
_REPLACED = re.compile("[\ud800-\udfff\ufdd0\ufdd1\x00]")
_RETURN = re.compile("\r\n?")


def canonical(text: str) -> str:
    """The text as it is kept: CRLF and CR become LF, leading U+FEFF go, what cannot stand becomes U+FFFD.

    What cannot stand: lone surrogates, U+FDD0, U+FDD1 and NUL. Nothing else is altered. A second time alters
    nothing: an exported text comes back as itself (which is why a whole run of leading U+FEFF goes).
    """
    text = text.lstrip("\ufeff")
    if "\r" in text:
        text = _RETURN.sub("\n", text)
    return _REPLACED.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class TextMap:
    """How positions over an old text read over a new one.

    pieces: runs kept in the new text, (old start, new start, length), ascending in both texts, none overlapping.
    wide: the last character of a piece (its old position) that reads as several in the new text -> how many.
    Raises ValueError if pieces overlap, or wide names anything else.
    """

    pieces: tuple[tuple[int, int, int], ...]
    wide: Mapping[int, int] = field(default_factory=dict)
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        old_end = new_end = 0
        wide = dict(self.wide)
        for old, new, length in self.pieces:
            if old < old_end or new < new_end or length < 1:
                raise ValueError("The pieces of a text map must ascend, without overlap, each at least 1 long.")
            old_end, new_end = old + length, new + length + wide.pop(old + length - 1, 1) - 1
        if wide or any(several < 2 for several in self.wide.values()):
            raise ValueError("Only the last character of a piece reads as several, two or more.")
        object.__setattr__(self, "_starts", [old for old, _, _ in self.pieces])

    @classmethod
    def stored(cls, pieces: Iterable[Sequence[int]]) -> TextMap:
        """From the form in which it is kept: [old, new, length], a fourth number where the last reads as several."""
        rows = list(pieces)
        wide = {row[0] + row[2] - 1: row[3] for row in rows if len(row) > 3}
        return cls(tuple((row[0], row[1], row[2]) for row in rows), wide)

    def to_store(self) -> list[list[int]]:
        """What `stored` reads."""
        return [[*p, *([self.wide[p[0] + p[2] - 1]] if p[0] + p[2] - 1 in self.wide else [])] for p in self.pieces]

    def _end(self, n: int) -> int:
        """Where the n-th piece ends in the new text."""
        old, new, length = self.pieces[n]
        return new + length + self.wide.get(old + length - 1, 1) - 1

    def forward(self, span: Span) -> Span | None:
        """The span over the new text, from its first kept character to its last; None if none was kept."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self._starts[first] + self.pieces[first][2] <= span.start:
            first += 1
        last = bisect_left(self._starts, span.end) - 1
        if span.empty or last < first:
            return None
        old, new, _ = self.pieces[first]
        old2, new2, length2 = self.pieces[last]
        end = self._end(last) if span.end >= old2 + length2 else new2 + span.end - old2
        return Span(new + max(0, span.start - old), end)

    def passage(self, span: Span) -> Span | None:
        """Where a passage stands in the new text; None if nothing of it was kept.

        As `forward`; but where its first or last words were replaced, what stands in their place goes with it, if
        what lies before or behind it was kept: “the governor” becomes “the head of the region”.
        """
        kept = self.forward(span)
        if kept is None:
            return None
        start, end = kept
        before = bisect_right(self._starts, span.start - 1) - 1
        if before >= 0 and sum(self.pieces[before][::2]) == span.start and not self._keeps(span.start):
            start = self._end(before)
        after = bisect_left(self._starts, span.end)
        if after < len(self.pieces) and self.pieces[after][0] == span.end and not self._keeps(span.end - 1):
            end = self.pieces[after][1]
        return Span(start, end)

    def _keeps(self, p: int) -> bool:
        """Does the character at p stand in the new text?"""
        n = bisect_right(self._starts, p) - 1
        return n >= 0 and p < self.pieces[n][0] + self.pieces[n][2]

    def position(self, p: int) -> int:
        """Where a position stands in the new text; inside what was dropped, the end of what was kept before it."""
        n = bisect_right(self._starts, p) - 1
        if n < 0:
            return 0
        old, new, length = self.pieces[n]
        return new + p - old if p < old + length else self._end(n)

    def back(self) -> TextMap:
        """The map the other way round; of several characters that one became, the first stands for it."""
        return TextMap(tuple((new, old, length) for old, new, length in self.pieces))

    def then(self, other: TextMap) -> TextMap:
        """This map followed by another one from its new text: one map for both steps."""
        chained: list[tuple[int, int, int]] = []
        wide: dict[int, int] = {}
        mine = theirs = 0
        runs = list(self._runs())
        while mine < len(runs):
            old, middle, length, several = runs[mine]
            if several > 1:
                if (stands := other.forward(Span(middle, middle + several))) is not None:
                    chained.append((old, stands.start, 1))
                    wide |= {old: stands.length} if stands.length > 1 else {}
                mine += 1
                continue
            if theirs == len(other.pieces):
                mine += 1
                continue
            middle2, new, length2 = other.pieces[theirs]
            start, end = max(middle, middle2), min(middle + length, middle2 + length2)
            if start < end:
                chained.append((old + start - middle, new + start - middle2, end - start))
                if end - 1 in other.wide:
                    wide[old + end - middle - 1] = other.wide[end - 1]
            if middle + length <= middle2 + length2:
                mine += 1
            else:
                theirs += 1
        return TextMap(_joined(chained), wide)

    def _runs(self) -> Iterator[tuple[int, int, int, int]]:
        """The pieces, what reads as several by itself: old, new, length, as how many each character reads."""
        for old, new, length in self.pieces:
            several = self.wide.get(old + length - 1, 1)
            if several == 1:
                yield old, new, length, 1
                continue
            if length > 1:
                yield old, new, length - 1, 1
            yield old + length - 1, new + length - 1, 1, several


def _joined(pieces: Iterable[tuple[int, int, int]]) -> tuple[tuple[int, int, int], ...]:
    """Pieces that touch in both texts made one; empty ones dropped."""
    joined: list[tuple[int, int, int]] = []
    for old, new, length in pieces:
        if joined and length:
            old0, new0, length0 = joined[-1]
            if (old0 + length0, new0 + length0) == (old, new):
                joined[-1] = (old0, new0, length0 + length)
                continue
        if length:
            joined.append((old, new, length))
    return tuple(joined)


def canonical_with_map(text: str) -> tuple[str, TextMap]:
    """The canonical text, and the map from positions over the text as given.

    Of a CRLF the LF is what is kept; a character that was replaced keeps its place.
    """
    made = canonical(text)
    at = len(text) - len(text.lstrip("\ufeff"))
    new = 0
    pieces: list[tuple[int, int, int]] = []
    if len(text) - at != len(made):
        for found in re.finditer("\r\n", text):
            pieces.append((at, new, found.start() - at))
            new += found.start() - at
            at = found.start() + 1
    pieces.append((at, new, len(text) - at))
    return made, TextMap(_joined(pieces))


def text_hash(text: str) -> bytes:
    """SHA-256 of the UTF-8 of the canonical form of a text, 32 bytes."""
    return hashlib.sha256(canonical(text).encode("utf-8")).digest()


class Utf16Map:
    """Code points to UTF-16 units (Qt's) and back, for one text.

    Built once a text, some 3 ms a million characters: a sorted list of the characters above U+FFFF, which take two
    units each. A look-up is one bisection. Positions past the end count on as if plain characters followed.
    """

    __slots__ = ("_astral", "_units")

    def __init__(self, text: str) -> None:
        self._astral = [found.start() for found in re.finditer("[\U00010000-\U0010ffff]", text)]
        self._units = [p + n for n, p in enumerate(self._astral)]

    def to_qt(self, p: int) -> int:
        """UTF-16 units before code point p."""
        return p + bisect_left(self._astral, p)

    def from_qt(self, u: int) -> int:
        """The code point at UTF-16 unit u; inside a surrogate pair, the start of its character."""
        n = bisect_left(self._units, u)
        if n and self._units[n - 1] == u - 1:
            return self._astral[n - 1]
        return u - n
