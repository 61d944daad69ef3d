"""Two coders' segments on the two sides of the text: which stands where, and where on its side."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
from numpy.typing import NDArray

from ui.document.marks import SegmentIndex

LEFT, RIGHT = "left", "right"


class Comparison:
    """The segments of a document, sorted to two sides. Made anew for other segments."""

    def __init__(
        self, index: SegmentIndex, sides: Mapping[Hashable, tuple[str, bool]], line_ends: NDArray[np.int64]
    ) -> None:
        """sides: a segment's id -> its side, and whether both coders have it alike; one that is not in it is hidden."""
        self.index = index
        placed = [(n, sides.get(index[n].id)) for n in range(len(index))]
        self._places = {
            side: np.array([n for n, at in placed if at is not None and at[0] == side], dtype=np.int64)
            for side in (LEFT, RIGHT)
        }
        self._agreed = {n for n, at in placed if at is not None and at[1]}
        self._shown = {n for n, at in placed if at is not None}
        self._sided = {side: self._part(places, line_ends) for side, places in self._places.items()}
        differing = np.array(sorted(self._shown - self._agreed), dtype=np.int64)
        self.differing = self._part(differing, line_ends)  # what is tinted

    def _part(self, places: NDArray[np.int64], line_ends: NDArray[np.int64]) -> SegmentIndex:
        whole = self.index
        return SegmentIndex(
            whole.starts[places], whole.ends[places], lambda n: whole[int(places[n])], None, line_ends
        )

    def agreed(self, index: int) -> bool:
        """Have both coders this segment alike?"""
        return index in self._agreed

    def in_sight(self, side: str, start: int, end: int) -> list[tuple[int, int, int]]:
        """Segments of a side in a range: place in the whole index, lane (0 next to the text), lanes of its group."""
        part, places = self._sided[side], self._places[side]
        found = part.overlapping(start, end)
        return [
            (int(places[part.given(n)]), lane, lanes)
            for n, (lane, lanes) in zip(found.tolist(), part.lanes(found), strict=True)
        ]
