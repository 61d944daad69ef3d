"""Krippendorff's alpha over fixed units: nominal, ordinal, interval, ratio; missing ratings allowed.

Source: Krippendorff (2004), Content Analysis, ch. 11. Ordinal distance is the squared difference of the mid-ranks
of two categories, so ordinal and interval alpha need sums of squares only, never a table of category pairs.
"""

from __future__ import annotations

import numpy as np

from coder.agreement.ratings import Ratings
from coder.agreement.results import Coefficient, Floats, Why, defined, tally, undefined

METRICS = ("nominal", "ordinal", "interval", "ratio")
_BLOCK = 512


def alpha_nominal(ratings: Ratings) -> Coefficient:
    """Alpha with distance 1 between any two categories."""
    return _alpha(ratings, *_nominal(ratings))


def alpha_ordinal(ratings: Ratings) -> Coefficient:
    """Alpha with the ordinal distance; categories stand in their order."""
    counts = _pairable(ratings)
    return _alpha(ratings, *_squares(ratings, np.cumsum(counts) - counts / 2))


def alpha_interval(ratings: Ratings, values: Floats) -> Coefficient:
    """Alpha with the squared difference of values; values: float64 (n_categories,)."""
    return _alpha(ratings, *_squares(ratings, values))


def alpha_ratio(ratings: Ratings, values: Floats) -> Coefficient:
    """Alpha with ((c - k) / (c + k))^2, 0 between two zeros; values: float64 (n_categories,), none below 0."""
    if (values < 0).any():
        return undefined(Why.RATIO_SIGNS)
    return _alpha(ratings, *_ratio_sums(ratings, values))


def _pairable(ratings: Ratings) -> Floats:
    """n_k: ratings of each category on units with two or more."""
    unit, category, count = ratings.cells
    return tally(category, ratings.paired[unit] * count, ratings.n_categories)


def _alpha(ratings: Ratings, within: float, between: float) -> Coefficient:
    """within = sum over units of ordered pairs' distances / (m_u - 1); between = that of all pairs of ratings."""
    n = _pairable(ratings).sum()
    if n == 0:
        return undefined(Why.NO_PAIR)
    if between <= 0:
        return undefined(Why.NO_VARIATION)
    return defined(1 - (n - 1) * within / between)


def _nominal(ratings: Ratings) -> tuple[float, float]:
    m, counts = ratings.per_unit, _pairable(ratings)
    within = ratings.paired * (m * (m - 1.0) - ratings.agreeing) / np.maximum(m - 1.0, 1.0)
    n = counts.sum()
    return float(within.sum()), float(n * n - (counts**2).sum())


def _squares(ratings: Ratings, values: Floats) -> tuple[float, float]:
    """The two sums for squared differences, from values centred on their mean (so that nothing cancels)."""
    unit, category, count = ratings.cells
    counts, m = _pairable(ratings), ratings.per_unit
    n = counts.sum()
    if n == 0:
        return 0.0, 0.0
    x = values - (counts * values).sum() / n
    mean = tally(unit, count * x[category], len(m)) / np.maximum(m, 1)
    spread = tally(unit, count * (x[category] - mean[unit]) ** 2, len(m))
    within = 2 * (ratings.paired * m * spread / np.maximum(m - 1.0, 1.0)).sum()
    between = 2 * n * (counts * x**2).sum() - 2 * (counts * x).sum() ** 2
    return float(within), float(between if (counts > 0).sum() > 1 else 0.0)


def _ratio_sums(ratings: Ratings, values: Floats) -> tuple[float, float]:
    counts, m, within = _pairable(ratings), ratings.per_unit, 0.0
    share = ratings.paired / np.maximum(m - 1.0, 1.0)
    for i in range(ratings.n_coders):
        for j in range(i):
            a, b = ratings.category[:, i], ratings.category[:, j]
            both = (a >= 0) & (b >= 0)
            within += 2 * (share[both] * _ratio_distance(values[a[both]], values[b[both]])).sum()
    between = 0.0
    for start in range(0, len(values), _BLOCK):
        block = slice(start, start + _BLOCK)
        distance = _ratio_distance(values[block, None], values[None, :])
        between += float((counts[block, None] * counts[None, :] * distance).sum())
    return float(within), between


def _ratio_distance(a: Floats, b: Floats) -> Floats:
    total = a + b
    return ((a - b) / np.where(total == 0, 1.0, total)) ** 2
