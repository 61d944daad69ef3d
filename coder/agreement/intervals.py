"""Codings as intervals: united to runs per coder and code, and laid over the units that are counted.

All documents stand behind one another on one axis, each followed by a gap of one position, so that nothing of
one document touches the next. On the axis of characters a position is a code point; on that of units, a unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coder.agreement.results import Bools, Ints
from coder.errors import CodingError, NothingToCompare
from coder.sentences import sentence

PRESENCE = ("half", "any")


@dataclass(frozen=True, slots=True)
class Codings:
    """Who gave which code to which text.

    doc, coder, code: integer arrays (n,), indices from 0. start, end: int64 (n,), code points, half-open.
    doc_length: int64 (n_docs,), code points.
    covered: bool (n_docs, n_coders), whose silence on a document means no.
    whole: bool (n,) or None; True for a coding of the whole document, whose start and end are not read.
    """

    doc: NDArray[np.integer]
    coder: NDArray[np.integer]
    code: NDArray[np.integer]
    start: NDArray[np.integer]
    end: NDArray[np.integer]
    doc_length: Ints
    covered: Bools
    whole: Bools | None = None


@dataclass(frozen=True, slots=True)
class Units:
    """The units of every document, other than characters.

    bounds: one int64 (n_units, 2) per document: start and end in code points, in order, not overlapping.
    nonblank: one integer array (doc_length + 1) per document: characters that are not blank before each position.
    presence: "half" or "any", see `runs_on_units`.
    whole_documents: codings of whole documents count (for documents as units).
    """

    bounds: Sequence[NDArray[np.integer]]
    nonblank: Sequence[NDArray[np.integer]]
    presence: str = "half"
    whole_documents: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """Where each document lies: length and offset, int64 (n_docs,), in positions of the axis."""

    length: Ints
    offset: Ints

    @classmethod
    def of(cls, length: NDArray[np.integer]) -> Axis:
        """Documents of these lengths behind one another, with a gap of one position after each."""
        sizes = np.asarray(length, dtype=np.int64)
        return cls(sizes, np.cumsum(sizes + 1) - sizes - 1)

    @property
    def size(self) -> int:
        """Positions of the axis in all."""
        return int((self.length + 1).sum())

    def documents_at(self, position: Ints) -> Ints:
        """Index of the document in which each position lies."""
        return np.asarray(np.searchsorted(self.offset, position, side="right") - 1, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs: one coder's touching or overlapping segments of one code, united.

    code, coder, start, end: int64 (n,), sorted by code, coder, start; positions on the axis.
    """

    code: Ints
    coder: Ints
    start: Ints
    end: Ints


def checked(codings: Codings, n_codes: int) -> None:
    """Raise what a damaged file or a wrong call shows: unequal arrays, unknown indices, codings outside a text."""
    n_docs, n_coders = codings.covered.shape
    if len(codings.doc_length) != n_docs:
        raise ValueError("doc_length and covered speak of different documents")
    for name, array, limit in (("doc", codings.doc, n_docs), ("coder", codings.coder, n_coders),
                               ("code", codings.code, n_codes)):
        if len(array) != len(codings.start) or len(array) != len(codings.end):
            raise ValueError("the arrays of codings differ in length")
        if len(array) and (array.min() < 0 or array.max() >= limit):
            raise ValueError(f"a coding has an unknown {name}")
    outside = (codings.start < 0) | (codings.end > codings.doc_length[codings.doc]) | (codings.start > codings.end)
    if codings.whole is not None:
        outside &= ~codings.whole
    if outside.any():
        n = int(np.flatnonzero(outside)[0])
        raise CodingError(
            sentence(
                "A coding lies outside its text (document {n}, from {n2} to {n3}).",
                n=int(codings.doc[n]) + 1,
                n2=int(codings.start[n]),
                n3=int(codings.end[n]),
            ),
            "Run `intercoder check PROJECT`; it says what is damaged and what to do.",
        )


def character_runs(codings: Codings) -> tuple[Runs, Axis]:
    """Runs of the passages by coders who cover their document, on the axis of characters."""
    axis = Axis.of(codings.doc_length)
    counts = codings.covered[codings.doc, codings.coder] & (codings.end > codings.start)
    if codings.whole is not None:
        counts &= ~codings.whole
    if counts.all():
        shift = axis.offset[codings.doc]
        return united(codings.code, codings.coder, codings.start + shift, codings.end + shift, axis.size), axis
    shift = axis.offset[codings.doc[counts]]
    return united(codings.code[counts], codings.coder[counts], codings.start[counts] + shift,
                  codings.end[counts] + shift, axis.size), axis


def united(code: NDArray[np.integer], coder: NDArray[np.integer], start: Ints, end: Ints, size: int) -> Runs:
    """Touching and overlapping intervals of one coder and code made one. start < end everywhere; end <= size.

    One sort of all ends: an integer holds code, coder, position and kind, starts before ends, so that touching
    intervals stay open; a run is what lies between two moments at which nothing is open.
    """
    if len(start) == 0:
        none = np.zeros(0, dtype=np.int64)
        return Runs(none, none, none, none)
    position_bits = size.bit_length()
    coder_bits = int(coder.max()).bit_length()
    key = ((code.astype(np.int64) << coder_bits) | coder) << position_bits
    ends = np.empty(2 * len(start), dtype=np.int64)
    ends[: len(start)] = (key | start) << 1
    ends[len(start) :] = ((key | end) << 1) | 1
    ends.sort()
    depth = np.cumsum(1 - ((ends & 1) << 1))
    last = depth == 0
    first = np.empty_like(last)
    first[0] = True
    first[1:] = last[:-1]
    opened, closed = ends[first] >> 1, ends[last] >> 1
    mask = (1 << position_bits) - 1
    group = opened >> position_bits
    return Runs(group >> coder_bits, group & ((1 << coder_bits) - 1), opened & mask, closed & mask)


def runs_on_units(runs: Runs, axis: Axis, units: Units) -> tuple[Runs, Axis]:
    """Runs in units: a unit is in it if the run is present there.

    presence "half": the run covers at least half of the unit, or lies in it with at least half of its own length,
    both in characters that are not blank, exactly half included. "any": it covers one such character.
    Between the first and the last unit that a run touches it covers all, so only these two are weighed.
    """
    if units.presence not in PRESENCE:
        raise ValueError(f"presence is one of {PRESENCE}")
    place = _UnitPlaces.of(units, axis)
    first = np.searchsorted(place.end, runs.start, side="right")
    last = np.searchsorted(place.start, runs.end, side="left") - 1
    met = first <= last
    code, coder, start, end = runs.code[met], runs.coder[met], runs.start[met], runs.end[met]
    first, last = first[met], last[met]
    low = first + ~place.present(first, start, end, units.presence)
    high = last + place.present(last, start, end, units.presence)
    left = low < high
    low, high = low[left], high[left]
    begin, stop = place.position[low], place.position[high - 1] + 1
    return united(code[left], coder[left], begin, stop, place.axis.size), place.axis


def with_whole_documents(runs: Runs, axis: Axis, codings: Codings) -> Runs:
    """Runs on the axis of documents as units, with the codings of whole documents added."""
    if codings.whole is None or not codings.whole.any():
        return runs
    counts = codings.whole & codings.covered[codings.doc, codings.coder]
    at = axis.offset[codings.doc[counts]]
    return united(
        np.concatenate([runs.code, codings.code[counts]]), np.concatenate([runs.coder, codings.coder[counts]]),
        np.concatenate([runs.start, at]), np.concatenate([runs.end, at + 1]), axis.size,
    )


@dataclass(frozen=True, slots=True)
class _UnitPlaces:
    """Units with something on them: bounds on the axis of characters, position on the axis of units."""

    start: Ints
    end: Ints
    position: Ints
    before: NDArray[np.integer]
    axis: Axis

    @classmethod
    def of(cls, units: Units, characters: Axis) -> _UnitPlaces:
        n_docs = len(characters.length)
        if len(units.bounds) != n_docs or len(units.nonblank) != n_docs:
            raise ValueError("units are given for another number of documents")
        sizes = np.array([len(b) for b in units.bounds], dtype=np.int64)
        axis = Axis.of(sizes)
        doc = np.repeat(np.arange(n_docs), sizes)
        bounds = np.concatenate([np.asarray(b, dtype=np.int64).reshape(-1, 2) for b in units.bounds]
                                or [np.zeros((0, 2), dtype=np.int64)])
        start, end = (bounds + characters.offset[doc][:, None]).T
        _refuse_overlap(start, end, bounds, characters.length[doc])
        before = np.concatenate([*units.nonblank, np.zeros(1, dtype=np.int64)])
        if len(before) != characters.size + 1:
            raise ValueError("nonblank must have one count before each position and one at the end")
        full = before[end] > before[start]
        rank = np.cumsum(full) - full  # units with something on them before this one, over all documents
        at_start = np.concatenate([rank, [full.sum()]])[np.cumsum(sizes) - sizes]
        position = axis.offset[doc] + rank - at_start[doc]
        return cls(start[full], end[full], position[full], before, axis)

    def present(self, unit: Ints, start: Ints, end: Ints, presence: str) -> Bools:
        """Whether each run counts in the unit of that index."""
        left, right = self.start[unit], self.end[unit]
        common = self.before[np.minimum(end, right)] - self.before[np.maximum(start, left)]
        if presence == "any":
            return np.asarray(common > 0)
        of_unit = 2 * common >= self.before[right] - self.before[left]
        of_run = 2 * common >= self.before[end] - self.before[start]
        return np.asarray((common > 0) & (of_unit | of_run))


def _refuse_overlap(start: Ints, end: Ints, bounds: Ints, length: Ints) -> None:
    if (bounds[:, 0] < 0).any() or (bounds[:, 1] > length).any() or (start > end).any():
        raise NothingToCompare("A unit lies outside its document.", "Cut the units again from the present text.")
    if (start[1:] < end[:-1]).any():
        raise NothingToCompare("Two units overlap, so that a passage cannot be counted once.",
                               "Cut the units so that each begins where or after the one before it ends.")
