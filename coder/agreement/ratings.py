"""Coefficients over fixed units: what every coder said of every unit, in one matrix.

`Ratings` is the prepared matrix; each coefficient is a function of it and returns a `Coefficient`. Units that
only one coder rated count where the source of a coefficient counts them (category shares), never as agreement.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from coder.agreement.results import Coefficient, Floats, Ints, Why, defined, tally, undefined


@dataclass(frozen=True)
class Ratings:
    """A matrix of judgements, prepared once for all coefficients.

    category: int64 (n_units, n_coders), -1 where a coder left the unit out; category k is `k` on the scale.
    n_categories: how many categories there are to choose from (the codebook's number, at least those used).
    weight: float64 (n_units,), how often each unit counts; 1 each, or multiplicities when units are resampled.
    """

    category: Ints
    n_categories: int
    weight: Floats

    @classmethod
    def of(cls, category: NDArray[np.integer], n_categories: int, weight: Floats | None = None) -> Ratings:
        """Ratings from any integer matrix (units x coders), -1 = missing."""
        matrix = np.asarray(category, dtype=np.int64)
        ones = np.ones(matrix.shape[0]) if weight is None else np.asarray(weight, dtype=np.float64)
        return cls(matrix, n_categories, ones)

    def reweighted(self, weight: Floats) -> Ratings:
        """The same units counted `weight` times each."""
        return Ratings(self.category, self.n_categories, weight)

    @property
    def n_coders(self) -> int:
        """Columns of the matrix, those without a rating included."""
        return int(self.category.shape[1])

    @cached_property
    def per_unit(self) -> Ints:
        """m_u: how many coders rated each unit."""
        return np.asarray((self.category >= 0).sum(axis=1), dtype=np.int64)

    @cached_property
    def cells(self) -> tuple[Ints, Ints, Ints]:
        """(unit, category, r_uk) for every category that occurs on a unit, as three equal arrays."""
        unit, coder = np.nonzero(self.category >= 0)
        key = unit * self.n_categories + self.category[unit, coder]
        found, count = np.unique(key, return_counts=True)
        return found // self.n_categories, found % self.n_categories, count.astype(np.int64)

    @cached_property
    def paired(self) -> Floats:
        """Weight of each unit, 0 where fewer than two coders rated it."""
        return np.where(self.per_unit >= 2, self.weight, 0.0)

    @cached_property
    def agreeing(self) -> Floats:
        """sum_k r_uk (r_uk - 1) of each unit: ordered pairs of coders that agree."""
        unit, _, count = self.cells
        return tally(unit, count * (count - 1.0), len(self.category))

    @cached_property
    def shares(self) -> Floats:
        """pi_k: mean over units with a rating of r_uk / m_u; zeros when nothing was rated."""
        unit, category, count = self.cells
        mass = self.weight[unit] * count / self.per_unit[unit]
        rated = self.weight[self.per_unit >= 1].sum()
        return tally(category, mass, self.n_categories) / max(float(rated), 1e-300)

    def columns(self, *coders: int) -> Ratings:
        """The ratings of some of the coders."""
        return Ratings(self.category[:, list(coders)], self.n_categories, self.weight)


def observed(ratings: Ratings) -> float | None:
    """p_a: mean over units with two or more ratings of the share of agreeing pairs; None without such a unit."""
    total = ratings.paired.sum()
    if total == 0:
        return None
    m = ratings.per_unit
    share = ratings.agreeing / np.maximum(m * (m - 1.0), 1.0)
    return float((ratings.paired * share).sum() / total)


def percent_pairwise(ratings: Ratings) -> Coefficient:
    """Mean over units of the share of agreeing pairs of coders (0 to 1). Source: Fleiss (1971), p_a."""
    share = observed(ratings)
    return undefined(Why.NO_PAIR) if share is None else defined(share)


def percent_pooled(ratings: Ratings) -> Coefficient:
    """Agreeing pairs among all pairs of ratings on one unit (0 to 1): units with more coders weigh more."""
    m = ratings.per_unit
    pairs = (ratings.paired * m * (m - 1.0)).sum()
    return _share((ratings.paired * ratings.agreeing).sum(), pairs)


def percent_value_weighted(ratings: Ratings) -> Coefficient:
    """Agreement with units weighted by their ratings (0 to 1): 1 - D_o of nominal alpha."""
    m = ratings.per_unit
    agreeing = (ratings.paired * ratings.agreeing / np.maximum(m - 1.0, 1.0)).sum()
    return _share(agreeing, (ratings.paired * m).sum())


def percent_unanimous(ratings: Ratings) -> Coefficient:
    """Share of units with two or more ratings on which all ratings are the same (0 to 1)."""
    m = ratings.per_unit
    same = ratings.agreeing == m * (m - 1.0)
    return _share((ratings.paired * same).sum(), ratings.paired.sum())


def positive_agreement(ratings: Ratings) -> Coefficient:
    """2 both / (2 both + only A + only B) for two coders, category 1 = coded, 0 = not (Dice 1945)."""
    return _specific(ratings, 1, Why.NOBODY_CODED)


def negative_agreement(ratings: Ratings) -> Coefficient:
    """2 neither / (2 neither + only A + only B) for two coders, category 1 = coded, 0 = not."""
    return _specific(ratings, 0, Why.NOTHING_UNCODED)


def _specific(ratings: Ratings, wanted: int, why: Why) -> Coefficient:
    if ratings.n_coders != 2:
        return undefined(Why.SEE_PAIRS)
    if ratings.n_categories != 2:
        return undefined(Why.NOT_BINARY)
    if ratings.paired.sum() == 0:
        return undefined(Why.NO_PAIR)
    given = ((ratings.category == wanted).sum(axis=1) * ratings.paired).sum()
    both = ((ratings.category == wanted).all(axis=1) * ratings.paired).sum()
    return defined(2.0 * both / given) if given else undefined(why)


def holsti(ratings: Ratings) -> Coefficient:
    """2 M / (N1 + N2) over decisions given: M units rated alike, N_i units that coder i rated (Holsti 1969)."""
    if ratings.n_coders != 2:
        return undefined(Why.SEE_PAIRS)
    decisions = (ratings.weight * ratings.per_unit).sum()
    if decisions == 0:
        return undefined(Why.NOBODY_CODED)
    return defined((ratings.paired * ratings.agreeing).sum() / decisions)


def holsti_of_sets(first: set[str], second: set[str]) -> Coefficient:
    """2 M / (N1 + N2) of two coders' named decisions; what neither decided does not count (Holsti 1969)."""
    if not first and not second:
        return undefined(Why.NOBODY_CODED)
    return defined(2 * len(first & second) / (len(first) + len(second)))


def fleiss_kappa(ratings: Ratings) -> Coefficient:
    """Fleiss' kappa with missing ratings, any number of coders. Source: Fleiss (1971); Gwet (2014), ch. 2."""
    return _corrected(ratings, float((ratings.shares**2).sum()))


def conger_kappa(ratings: Ratings) -> Coefficient:
    """Conger's kappa: chance from each coder's own shares. Source: Conger (1980); Gwet (2014) for missing."""
    own = coder_shares(ratings)
    r = len(own)
    if r < 2:
        return undefined(Why.NO_PAIR)
    pe = (own.mean(axis=0) ** 2 - own.var(axis=0, ddof=1) / r).sum()
    return _corrected(ratings, float(pe))


def coder_shares(ratings: Ratings) -> Floats:
    """float64 (coders with a rating, n_categories): each one's shares of the categories, rows summing to 1."""
    rows = []
    for column in ratings.category.T:
        given = column >= 0
        counts = tally(column[given], ratings.weight[given], ratings.n_categories)
        if counts.sum() > 0:
            rows.append(counts / counts.sum())
    return np.array(rows).reshape(len(rows), ratings.n_categories)


def brennan_prediger(ratings: Ratings) -> Coefficient:
    """Agreement beyond 1/q, q = number of categories. Source: Brennan & Prediger (1981); S of Bennett et al."""
    if ratings.n_categories < 2:
        return undefined(Why.ONE_CATEGORY)
    return _corrected(ratings, 1.0 / ratings.n_categories)


def ac1(ratings: Ratings) -> Coefficient:
    """Gwet's AC1. Source: Gwet (2008), Brit. J. Math. Stat. Psych. 61."""
    q = ratings.n_categories
    if q < 2:
        return undefined(Why.ONE_CATEGORY)
    pi = ratings.shares
    return _corrected(ratings, float((pi * (1 - pi)).sum() / (q - 1)))


def ac1_se(ratings: Ratings) -> Coefficient:
    """Standard error of AC1 over units as a sample of many. Source: Gwet (2008), as in his R package irrCAC."""
    value = ac1(ratings)
    if value.value is None:
        return value
    q, pi, m = ratings.n_categories, ratings.shares, ratings.per_unit
    unit, category, count = ratings.cells
    chance = tally(unit, count / m[unit] * (1 - pi[category]), len(m)) / (q - 1)
    agreed = ratings.agreeing / np.maximum(m * (m - 1.0), 1.0)
    return _gwet_se(ratings, value.value, agreed, chance, float((pi * (1 - pi)).sum() / (q - 1)))


def _gwet_se(ratings: Ratings, value: float, agreed: Floats, chance: Floats, pe: float) -> Coefficient:
    """sqrt of sum (g*_i - g)^2 / (n (n - 1)); agreed, chance: of each unit, float64 (n_units,)."""
    m = ratings.per_unit
    n = ratings.weight[m >= 1].sum()
    if n < 2:
        return undefined(Why.NO_PAIR)
    g_i = np.where(m >= 2, n / ratings.paired.sum() * (agreed - pe) / (1 - pe), 0.0)
    g_star = g_i - 2 * (1 - value) * (chance - pe) / (1 - pe)
    squares = (ratings.weight * (m >= 1) * (g_star - value) ** 2).sum()
    return defined(np.sqrt(squares / (n * (n - 1))))


def ac2_quadratic(ratings: Ratings) -> Coefficient:
    """Gwet's AC2 with quadratic weights 1 - (k - l)^2 / (q - 1)^2 over the steps of the scale.

    Source: Gwet (2014), ch. 3. With quadratic weights the weighted count r*_ik needs only the sums of a unit's
    steps and of their squares, so the cost does not grow with the square of the number of steps.
    """
    if ratings.n_categories < 2:
        return undefined(Why.ONE_CATEGORY)
    if ratings.paired.sum() == 0:
        return undefined(Why.NO_PAIR)
    pa = (ratings.paired * _weighted_agreement(ratings)).sum() / ratings.paired.sum()
    pi = ratings.shares
    pe = _weighted_chance(ratings) * (pi * (1 - pi)).sum()
    return defined((pa - pe) / (1 - pe))


def ac2_quadratic_se(ratings: Ratings) -> Coefficient:
    """Standard error of AC2 over units as a sample of many. Source: Gwet (2014), ch. 5, as in his package irrCAC."""
    value = ac2_quadratic(ratings)
    if value.value is None:
        return value
    pi, unit_chance = ratings.shares, _weighted_chance(ratings)
    unit, category, count = ratings.cells
    chance = tally(unit, count / ratings.per_unit[unit] * (1 - pi[category]), len(ratings.category)) * unit_chance
    pe = float(unit_chance * (pi * (1 - pi)).sum())
    return _gwet_se(ratings, value.value, _weighted_agreement(ratings), chance, pe)


def _weighted_agreement(ratings: Ratings) -> Floats:
    """Of each unit the mean over its ordered pairs of ratings of the quadratic weight; 0 with fewer than two."""
    q, m = ratings.n_categories, ratings.per_unit
    unit, category, count = ratings.cells
    first = tally(unit, count * category, len(m))
    second = tally(unit, count * category.astype(np.float64) ** 2, len(m))
    far = (category**2 * m[unit] - 2 * category * first[unit] + second[unit]) / (q - 1) ** 2
    pairs = tally(unit, count * (m[unit] - far - 1), len(m))
    return np.asarray(pairs / np.maximum(m * (m - 1.0), 1.0), dtype=np.float64)


def _weighted_chance(ratings: Ratings) -> float:
    """T_w / (q (q - 1)): the sum of all weights over the number of ordered pairs of categories."""
    q = ratings.n_categories
    steps = np.arange(q, dtype=np.float64)
    total = q * q - (2 * q * (steps**2).sum() - 2 * steps.sum() ** 2) / (q - 1) ** 2
    return float(total / (q * (q - 1)))


def _corrected(ratings: Ratings, chance: float) -> Coefficient:
    share = observed(ratings)
    if share is None:
        return undefined(Why.NO_PAIR)
    if chance > 1 - 1e-12:
        return undefined(Why.NO_VARIATION)
    return defined((share - chance) / (1 - chance))


def _share(part: float, whole: float) -> Coefficient:
    return defined(part / whole) if whole else undefined(Why.NO_PAIR)
