"""Codes that exclude one another: which of them, per unit, and which are taken for which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coder.agreement.intervals import Runs
from coder.agreement.label_sets import alpha_of_sets
from coder.agreement.measure import Measured
from coder.agreement.results import Coefficient, Ints
from coder.agreement.set_sweep import pieces_of, set_meetings, states_at
from coder.agreement.tables import pairs_of


@dataclass(frozen=True, slots=True)
class Group:
    """Agreement over a group of codes.

    alpha_nominal: Krippendorff's alpha whose categories are the codes of the group and "none of them" (and each
    mixture, where a coder gave several).
    confusion: int64 (n_pairs, n + 2, n + 2), units (or characters) that both of a pair cover, by what the first
    (rows) and the second (columns) gave: the n codes in their order, then none of them, then several at once.
    """

    alpha_nominal: Coefficient
    confusion: Ints


def group_of(measured: Measured, codes: Sequence[int]) -> Group:
    """Nominal alpha and confusion over some of the codes of a measurement, in its units.

    codes: indices of the group's codes, each once, at least one.
    """
    n, covered = len(codes), measured.table.covered
    place = np.full(measured.table.n_codes, -1, dtype=np.int64)
    place[list(codes)] = np.arange(n)
    own = place[measured.runs.code] >= 0
    runs = Runs(place[measured.runs.code[own]], measured.runs.coder[own], measured.runs.start[own],
                measured.runs.end[own])
    axis = measured.axis
    alpha = alpha_of_sets(set_meetings(runs, axis, covered, n), "nominal")
    pieces = pieces_of(runs, axis, covered.shape[1], n)
    category = _categories(pieces.sets, n)
    said = category[states_at(pieces.state, pieces.start, covered.shape[1])]
    i, j = pairs_of(covered.shape[1])
    confusion = np.zeros((len(i), (n + 2) ** 2), dtype=np.int64)
    judged = covered[pieces.doc]
    for pair, (a, b) in enumerate(zip(i, j, strict=True)):
        both = judged[:, a] & judged[:, b]
        key = said[both, a] * (n + 2) + said[both, b]
        confusion[pair] = np.bincount(key, weights=pieces.length[both], minlength=(n + 2) ** 2)
    return Group(alpha, confusion.reshape(-1, n + 2, n + 2))


def _categories(sets: np.ndarray, n: int) -> Ints:
    """The category of each set of codes: its only code, n for none, n + 1 for several."""
    bits = np.unpackbits(sets.view(np.uint8), axis=1, bitorder="little")[:, :n]
    size = bits.sum(axis=1, dtype=np.int64)
    return np.where(size == 1, bits.argmax(axis=1), np.where(size == 0, n, n + 1)).astype(np.int64)
