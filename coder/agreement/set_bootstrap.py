"""Alpha over label sets for every draw of documents."""

from __future__ import annotations

import numpy as np

from coder.agreement.label_sets import DISTANCES, set_distance
from coder.agreement.measure import Measured
from coder.agreement.results import Floats, Ints, ratio
from coder.agreement.set_sweep import Pieces, meetings_in, pieces_of, tallies_of

# The distances of all pairs of sets are held at once; more sets than this are no study, but random data.
MOST_SETS = 3000
_BLOCK = 64


def set_alphas_of_draws(measured: Measured, drawn: Floats) -> dict[str, Floats] | None:
    """alpha_set_nominal, _jaccard and _masi of every draw: float64 (times,), NaN where undefined.

    drawn: float64 (times, n_docs), how often each document counts. None with more than `MOST_SETS` different sets.
    """
    covered, n_codes = measured.table.covered, measured.table.n_codes
    pieces = pieces_of(measured.runs, measured.axis, covered.shape[1], n_codes)
    n = len(pieces.sets)
    if n > MOST_SETS:
        return None
    given, within = _by_document(pieces, covered)
    each = drawn @ given
    total = each.sum(axis=1)
    out = {}
    for number, distance in enumerate(DISTANCES):
        apart = np.empty((n, n))
        for low in range(0, n, _BLOCK):
            rows = slice(low, low + _BLOCK)
            apart[rows] = set_distance(pieces.sets[rows, None, :], pieces.sets[None, :, :], distance)
        between = ((each @ apart) * each).sum(axis=1)
        out[f"alpha_set_{distance}"] = 1 - ratio((total - 1) * 2 * (drawn @ within[:, number]), between)
    return out


def _by_document(pieces: Pieces, covered: np.ndarray) -> tuple[Floats, Floats]:
    """Weight of every set, float64 (n_docs, n_sets), and disagreement within units, float64 (n_docs, 3)."""
    n_docs, n = len(covered), len(pieces.sets)
    given = np.zeros(n_docs * n)
    within = np.zeros((n_docs, len(DISTANCES)))
    coders = covered.sum(axis=1)
    for at, piece, which, count in tallies_of(pieces, covered):
        doc: Ints = pieces.doc[at][piece]
        length = pieces.length[at]
        given += np.bincount(doc * n + which, weights=length[piece] * count, minlength=n_docs * n)
        weight = length / (coders[pieces.doc[at]] - 1)
        for near, first, second, met in meetings_in(piece, which, count, weight):
            pair, place = np.unique(first * n + second, return_inverse=True)
            for number, distance in enumerate(DISTANCES):
                apart = set_distance(pieces.sets[pair // n], pieces.sets[pair % n], distance)[place]
                within[:, number] += np.bincount(doc[near], weights=met * apart, minlength=n_docs)
    return given.reshape(n_docs, n), within
