"""Intervals by drawing anew: documents (or the units of a plain table), never characters or paragraphs.

Source: Efron & Tibshirani (1993), percentile intervals. What is drawn must be what was sampled: characters of one
text depend on each other almost entirely, so an interval over them would mean nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coder.agreement.results import Floats, Ints
from coder.sentences import sentence

# Percentile intervals of 95 % were seen to cover .85 (8 documents), .89 (12), .91 (30 and 50).
FEWEST = 6
ROUGH_BELOW = 30


def ends_of(values: Floats) -> tuple[Floats, Floats]:
    """2.5 % and 97.5 % points along the first axis, NaN left out; NaN where fewer than half have a value.

    values: float64 (n_times, ...). Returns two arrays of the remaining shape.
    """
    if values.shape[0] == 0:
        empty = np.full(values.shape[1:], np.nan)
        return empty, empty
    ordered = np.sort(values, axis=0)  # NaN last
    n = np.asarray((~np.isnan(values)).sum(axis=0))
    enough = n * 2 >= values.shape[0]
    return tuple(np.where(enough, _point(ordered, n, share), np.nan) for share in (0.025, 0.975))  # type: ignore[return-value]


def _point(ordered: Floats, n: NDArray[np.integer], share: float) -> Floats:
    """Linear interpolation between the neighbouring values, as numpy's default quantile."""
    place = share * np.maximum(n - 1, 0)
    low = np.floor(place).astype(np.int64)
    high = np.minimum(low + 1, np.maximum(n - 1, 0))
    below = np.take_along_axis(ordered, low[None], axis=0)[0]
    above = np.take_along_axis(ordered, high[None], axis=0)[0]
    return np.asarray(below + (above - below) * (place - low), dtype=np.float64)


def remarks_on(n: int, what: str, lost: float) -> list[str]:
    """What must be said beside intervals over n documents or units; lost: share of draws without a value."""
    if n < FEWEST:
        return [
            sentence(
                "No intervals: {n} {what} are too few to draw from (at least {fewest}).", n=n, what=what, fewest=FEWEST
            )
        ]
    told = []
    if n < ROUGH_BELOW:
        told.append(sentence("The intervals are rough: there are only {n} {what} to draw from.", n=n, what=what))
    if lost > 0:
        told.append(
            sentence(
                "In {lost:.1%} of the draws a coefficient had no value; these were left out of its interval.", lost=lost
            )
        )
    return told


def draws(n_docs: int, times: int, rng: np.random.Generator, strata: NDArray[np.integer] | None = None) -> Ints:
    """How often each document counts in each draw: int64 (times, n_docs).

    strata: integer (n_docs,) or None; as many documents are drawn from each stratum as it has.
    """
    out = np.zeros((times, n_docs), dtype=np.int64)
    layer = np.zeros(n_docs, dtype=np.int64) if strata is None else np.asarray(strata)
    for value in np.unique(layer):
        own = np.flatnonzero(layer == value)
        out[:, own] = rng.multinomial(len(own), np.full(len(own), 1 / len(own)), size=times)
    return out
