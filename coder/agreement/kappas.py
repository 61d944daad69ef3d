"""Kappas of two coders over fixed units (Cohen, Scott), and those made from all pairs (Light, Hubert)."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from coder.agreement.ratings import Ratings
from coder.agreement.results import Coefficient, Floats, Why, defined, tally, undefined

# Chance agreement this near to 1 is 1: sums of shares are not exact.
ALL = 1 - 1e-12


def cohen_kappa(ratings: Ratings) -> Coefficient:
    """Cohen's kappa of two coders over the units that both rated. Source: Cohen (1960)."""
    if ratings.n_coders != 2:
        return undefined(Why.SEE_PAIRS)
    found = _agreed_and_expected(ratings, 0, 1)
    if found is None:
        return undefined(Why.NO_PAIR)
    return _kappa(*found)


def cohen_kappa_se(ratings: Ratings) -> Coefficient:
    """Standard error of Cohen's kappa, units as a sample. Source: Fleiss, Cohen & Everitt (1969)."""
    kappa = cohen_kappa(ratings)
    if kappa.value is None:
        return kappa
    first, second, weight = _joint(ratings, 0, 1)
    n, q = weight.sum(), ratings.n_categories
    rows = tally(first, weight, q) / n
    columns = tally(second, weight, q) / n
    pe, k = float((rows * columns).sum()), kappa.value
    # The published variance is that of z over the units; taken about its mean it cannot cancel to less than 0.
    z = (first == second) - (1 - k) * (columns[first] + rows[second])
    variance = (weight * (z - (weight * z).sum() / n) ** 2).sum() / n / (n * (1 - pe) ** 2)
    return defined(np.sqrt(variance))


def scott_pi(ratings: Ratings) -> Coefficient:
    """Scott's pi of two coders over the units that both rated. Source: Scott (1955)."""
    if ratings.n_coders != 2:
        return undefined(Why.SEE_PAIRS)
    first, second, weight = _joint(ratings, 0, 1)
    n, q = weight.sum(), ratings.n_categories
    if n == 0:
        return undefined(Why.NO_PAIR)
    both = tally(first, weight, q) + tally(second, weight, q)
    return _kappa(float((weight * (first == second)).sum() / n), float(((both / (2 * n)) ** 2).sum()))


def light_kappa(ratings: Ratings) -> Coefficient:
    """Mean of Cohen's kappa over all pairs of coders; none if one pair has none. Source: Light (1971)."""
    return _over_pairs(ratings, hubert=False)


def hubert_kappa(ratings: Ratings) -> Coefficient:
    """Kappa from the means, over all pairs, of observed and expected agreement. Source: Hubert (1977)."""
    return _over_pairs(ratings, hubert=True)


def _over_pairs(ratings: Ratings, *, hubert: bool) -> Coefficient:
    if ratings.n_coders < 2:
        return undefined(Why.NO_CODER_PAIR)
    observed, expected = [], []
    for i, j in combinations(range(ratings.n_coders), 2):
        found = _agreed_and_expected(ratings, i, j)
        if found is None or (not hubert and found[1] > ALL):
            return undefined(_why_pairs_fail(ratings))
        observed.append(found[0])
        expected.append(found[1])
    po, pe = np.array(observed), np.array(expected)
    if hubert:
        return _kappa(float(po.mean()), float(pe.mean()))
    return defined(float(((po - pe) / (1 - pe)).mean()))


def _why_pairs_fail(ratings: Ratings) -> Why:
    """With two coders the pair is all there is, so its own reason is the better one."""
    if ratings.paired.sum() == 0:
        return Why.NO_PAIR
    return Why.NO_VARIATION if ratings.n_coders == 2 else Why.A_PAIR_FAILS


def _joint(ratings: Ratings, i: int, j: int) -> tuple[np.ndarray, np.ndarray, Floats]:
    """What coders i and j said of the units that both rated, and the weight of each unit."""
    first, second = ratings.category[:, i], ratings.category[:, j]
    both = (first >= 0) & (second >= 0)
    return first[both], second[both], ratings.weight[both]


def _agreed_and_expected(ratings: Ratings, i: int, j: int) -> tuple[float, float] | None:
    first, second, weight = _joint(ratings, i, j)
    n, q = weight.sum(), ratings.n_categories
    if n == 0:
        return None
    rows = tally(first, weight, q)
    columns = tally(second, weight, q)
    return float((weight * (first == second)).sum() / n), float((rows * columns).sum() / n**2)


def _kappa(observed: float, expected: float) -> Coefficient:
    if expected > ALL:
        return undefined(Why.NO_VARIATION)
    return defined((observed - expected) / (1 - expected))
