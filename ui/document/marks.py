"""Segments as the desk shows them, and the index that finds and packs those in sight."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coder.spans import Span

# Two segments closer than this, in one paragraph, may lie on one line of the screen, where their bars would cover
# each other; so they take different lanes. Longer than a line ever is at the default measure.
LINE_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Segment:
    """One coded segment, with all that the desk shows of it. Positions are code points, half-open."""

    id: Hashable
    start: int
    end: int
    color: str
    name: str  # the code's own name
    path: str = ""  # "Actor › Provinces"
    coder: str = ""
    initials: str = ""
    mine: bool = True  # only one's own segments can be stretched
    tooltip: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one tint: code points start to end, and whose."""

    start: int
    end: int
    index: int


class SegmentIndex:
    """Columns of starts and ends, sorted; asked for a range, answers with what overlaps it.

    Nothing but arrays is made when it is built (some ms for 100,000 segments); lanes are packed group by group when
    a group first comes into sight, a group being segments that hang together by overlap.
    """

    def __init__(
        self,
        starts: NDArray[np.int64],
        ends: NDArray[np.int64],
        segment: Callable[[int], Segment],
        place: Callable[[Hashable], int | None] | None = None,
        line_ends: NDArray[np.int64] | None = None,
    ) -> None:
        """starts, ends: int64 (n,), any order; segment(i): the i-th in that order; place(id): which i that id has.

        line_ends: where the paragraphs end, ascending; None if the text is one paragraph.
        """
        # Longer ones first where several begin: they take the lanes nearest to the text.
        self._order = np.lexsort((-ends, starts))
        self.starts = np.ascontiguousarray(starts[self._order], dtype=np.int64)
        self.ends = np.ascontiguousarray(ends[self._order], dtype=np.int64)
        self._segment = segment
        self._place = place
        self._rank: NDArray[np.int64] | None = None
        self._reaches = self._reach(line_ends)
        self._lanes = np.full(len(self.starts), -1, dtype=np.int32)
        furthest = np.maximum.accumulate(self._reaches) if len(self.starts) else self._reaches
        breaks = np.flatnonzero(self.starts[1:] >= furthest[:-1]) + 1
        self._groups = np.concatenate(([0], breaks, [len(self.starts)])).astype(np.int64)
        self._widths: dict[int, int] = {}

    @classmethod
    def of(cls, segments: Sequence[Segment], line_ends: NDArray[np.int64] | None = None) -> SegmentIndex:
        """The index of segments that are at hand."""
        kept = list(segments)
        starts = np.fromiter((segment.start for segment in kept), np.int64, len(kept))
        ends = np.fromiter((segment.end for segment in kept), np.int64, len(kept))
        places = {segment.id: n for n, segment in enumerate(kept)}
        return cls(starts, ends, kept.__getitem__, places.get, line_ends)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Segment:
        """The segment at `index` in reading order."""
        return self._segment(int(self._order[index]))

    def __iter__(self) -> Iterator[Segment]:
        return (self[n] for n in range(len(self)))

    def find(self, id: Hashable) -> int | None:
        """Where in reading order the segment of that id stands; None if it is not here."""
        given = self._place(id) if self._place is not None else None
        if given is None:
            return None
        if self._rank is None:
            self._rank = np.empty(len(self), dtype=np.int64)
            self._rank[self._order] = np.arange(len(self))
        return int(self._rank[given])

    def given(self, index: int) -> int:
        """Which of the segments as they were given stands at `index` in reading order."""
        return int(self._order[index])

    def overlapping(self, start: int, end: int) -> NDArray[np.int64]:
        """Which segments share a code point with start..end, in reading order."""
        last = int(np.searchsorted(self.starts, end, side="left"))
        return np.flatnonzero(self.ends[:last] > start)

    def at(self, position: int) -> list[int]:
        """Which segments hold the caret at `position`: within, or at either end. Shortest first."""
        last = int(np.searchsorted(self.starts, position, side="right"))
        found = np.flatnonzero(self.ends[:last] >= position)
        lengths = self.ends[found] - self.starts[found]
        return [int(n) for n in found[np.argsort(lengths, kind="stable")]]

    def lanes(self, indices: NDArray[np.int64]) -> list[tuple[int, int]]:
        """For each of these segments its lane, and how many lanes its group takes. Lane 0 is next to the text."""
        answer = []
        for group, index in zip(
            (np.searchsorted(self._groups, indices, side="right") - 1).tolist(), indices.tolist(), strict=True
        ):
            if group not in self._widths:
                self._widths[group] = self._pack(int(self._groups[group]), int(self._groups[group + 1]))
            answer.append((int(self._lanes[index]), self._widths[group]))
        return answer

    def flat(self, start: int, end: int, top: int | None = None, without: int | None = None) -> list[Piece]:
        """The range cut into disjoint pieces, each with the one segment whose tint shows there.

        Where several overlap the shortest shows, so that what lies within is seen; `top` shows above all; `without`
        is left out.
        """
        found = self.overlapping(start, end)
        if without is not None:
            found = found[found != without]
        lengths = self.ends[found] - self.starts[found]
        cuts = np.unique(np.clip(np.concatenate((self.starts[found], self.ends[found])), start, end))
        owner = np.full(max(0, len(cuts) - 1), -1, dtype=np.int64)
        for index in (*found[np.argsort(-lengths, kind="stable")].tolist(), *([] if top is None else [top])):
            first = np.searchsorted(cuts, self.starts[index])
            owner[first : np.searchsorted(cuts, self.ends[index])] = index
        return [
            Piece(int(cuts[n]), int(cuts[n + 1]), int(whose)) for n, whose in enumerate(owner) if whose >= 0
        ]

    def gaps(self, length: int) -> NDArray[np.int64]:
        """What of a text of that length no segment covers: int64 (n, 2), ascending."""
        furthest = np.maximum.accumulate(np.concatenate(([0], self.ends)))
        gaps = np.stack([furthest, np.concatenate((self.starts, [length]))], axis=1)
        return gaps[gaps[:, 0] < gaps[:, 1]]

    def _reach(self, line_ends: NDArray[np.int64] | None) -> NDArray[np.int64]:
        """Up to where each segment keeps its lane: a line further than its end, within its last paragraph."""
        further = self.ends + LINE_CHARACTERS
        if line_ends is None or not len(line_ends):
            return further
        at = np.searchsorted(line_ends, self.ends - 1, side="left")
        bounded = np.where(at < len(line_ends), line_ends[np.minimum(at, len(line_ends) - 1)], further)
        return np.maximum(self.ends, np.minimum(further, bounded))

    def _pack(self, first: int, last: int) -> int:
        """Give each segment of one group the lowest lane that is free there; returns how many were needed."""
        busy: list[tuple[int, int]] = []
        free: list[int] = []
        width = 0
        starts, reaches = self.starts[first:last].tolist(), self._reaches[first:last].tolist()
        for n, (start, reach) in enumerate(zip(starts, reaches, strict=True), first):
            while busy and busy[0][0] <= start:
                heapq.heappush(free, heapq.heappop(busy)[1])
            if free:
                lane = heapq.heappop(free)
            else:
                lane, width = width, width + 1
            self._lanes[n] = lane
            heapq.heappush(busy, (reach, lane))
        return width


def next_index(index: SegmentIndex, after: int | None, caret: int, step: int) -> int | None:
    """The segment to walk to: the next (step 1) or the one before (-1), from the chosen one or from the caret."""
    if not len(index):
        return None
    if after is not None:
        return max(0, min(len(index) - 1, after + step))
    at = int(np.searchsorted(index.starts, caret))
    return min(at, len(index) - 1) if step > 0 else max(at - 1, 0)
