"""Coefficients of coded / not coded, from counts: for all codes, all pairs or all resamples in one go.

The definitions are those of `ratings` and `kappas` with two categories; here every position of the text (or every
unit) with the same judges and the same judgement is one number. Counts stay whole numbers until the last division.
"""

from __future__ import annotations

import numpy as np

from coder.agreement.results import Bools, Floats, Ints, Values, Why, ratio, values_of
from coder.agreement.tables import Counts

# In the order in which they are given out. Holsti is over passages, not positions: see `matching`.
NAMES = (
    "percent_pairwise", "percent_pooled", "percent_unanimous", "positive_agreement", "negative_agreement",
    "cohen_kappa", "scott_pi", "fleiss_kappa", "light_kappa", "hubert_kappa", "conger_kappa", "brennan_prediger",
    "ac1", "alpha_nominal",
)
_ALL = 1 - 1e-12


def coefficients_of(counts: Counts) -> dict[str, Values]:
    """Every coefficient of `NAMES`, each in the shape of the leading axes of the counts (codes, say)."""
    return {**_over_units(counts), **_of_two(counts), **_of_all_pairs(counts)}


def pair_counts(counts: Counts) -> Counts:
    """Each pair of coders on its own: leading axes (n_pairs, ...), two coders, positions that both cover."""
    both, first, second, neither = (
        np.moveaxis(x, -1, 0) for x in (counts.both, counts.first, counts.second, counts.neither)
    )
    judged = np.zeros((*both.shape, 3, 3), dtype=np.int64)
    judged[..., 2, 0], judged[..., 2, 1], judged[..., 2, 2] = neither, first + second, both
    coded = np.stack([both + first, both + second], axis=-1)
    covered = np.repeat((both + first + second + neither)[..., None], 2, axis=-1)
    last = [x[..., None] for x in (both, first, second, neither)]
    return Counts(judged, coded, covered, *last)


def _over_units(counts: Counts) -> dict[str, Values]:
    """Percentages, Fleiss, Brennan-Prediger, AC1 and alpha: all from how many of r coders coded."""
    w = counts.judged
    r = np.arange(w.shape[-1])[:, None]
    k = np.minimum(np.arange(w.shape[-1])[None, :], r)
    shared, pairs = r >= 2, r * (r - 1)
    agreeing = k * (k - 1) + (r - k) * (r - k - 1)
    total = _sum(w * shared)
    no_pair = total == 0
    pa = ratio((w * np.where(shared, agreeing / np.maximum(pairs, 1), 0.0)).sum(axis=(-2, -1)), total)
    rated = _sum(w * (r >= 1))
    pi = ratio((w * (k / np.maximum(r, 1))).sum(axis=(-2, -1)), rated)
    pe = pi**2 + (1 - pi) ** 2
    return {
        "percent_pairwise": values_of(pa, [(Why.NO_PAIR, no_pair)]),
        "percent_pooled": values_of(ratio(_sum(w * shared * agreeing), _sum(w * shared * pairs)),
                                    [(Why.NO_PAIR, no_pair)]),
        "percent_unanimous": values_of(ratio(_sum(w * (shared & ((k == 0) | (k == r)))), total),
                                       [(Why.NO_PAIR, no_pair)]),
        "fleiss_kappa": _beyond(pa, pe, no_pair),
        "brennan_prediger": _beyond(pa, np.full_like(pa, 0.5), no_pair),
        "ac1": _beyond(pa, 2 * pi * (1 - pi), no_pair),
        "alpha_nominal": _alpha(w, r, k, shared, no_pair),
    }


def _alpha(w: Ints, r: Ints, k: Ints, shared: Bools, no_pair: Bools) -> Values:
    """1 - (n - 1) o_01 / (n_0 n_1), o_01 the coincidences of coded with not coded."""
    n = _sum(w * shared * r)
    coded = _sum(w * shared * k)
    mixed = (w * np.where(shared, k * (r - k) / np.maximum(r - 1, 1), 0.0)).sum(axis=(-2, -1))
    # The product of two counts of characters can pass 2^63, not the range of a float.
    between = coded.astype(np.float64) * (n - coded)
    return values_of(1 - ratio((n - 1) * mixed, between),
                     [(Why.NO_PAIR, no_pair), (Why.NO_VARIATION, between == 0)])


def _of_two(counts: Counts) -> dict[str, Values]:
    """Coefficients that two coders have; for more, every value says so."""
    if counts.n_coders != 2:
        shape = counts.judged.shape[:-2]
        why = Why.SEE_PAIRS if counts.n_coders > 2 else Why.NO_CODER_PAIR
        missing = values_of(np.full(shape, np.nan), [(why, np.ones(shape, dtype=np.bool_))])
        return dict.fromkeys(("positive_agreement", "negative_agreement", "cohen_kappa", "scott_pi"), missing)
    both, first, second, neither = (x[..., 0] for x in (counts.both, counts.first, counts.second, counts.neither))
    n = both + first + second + neither
    po, pe = _observed_expected(counts)
    coded = ratio(2 * both + first + second, 2 * n)
    positive, negative = 2 * both + first + second, 2 * neither + first + second
    no_pair = n == 0
    return {
        "positive_agreement": values_of(ratio(2 * both, positive),
                                        [(Why.NO_PAIR, no_pair), (Why.NOBODY_CODED, positive == 0)]),
        "negative_agreement": values_of(ratio(2 * neither, negative),
                                        [(Why.NO_PAIR, no_pair), (Why.NOTHING_UNCODED, negative == 0)]),
        "cohen_kappa": _beyond(po[..., 0], pe[..., 0], no_pair),
        "scott_pi": _beyond(po[..., 0], coded**2 + (1 - coded) ** 2, no_pair),
    }


def _of_all_pairs(counts: Counts) -> dict[str, Values]:
    """Light, Hubert and Conger, from all pairs; one with nothing in common leaves Light and Hubert undefined."""
    shape = counts.judged.shape[:-2]
    if counts.n_coders < 2:
        missing = values_of(np.full(shape, np.nan), [(Why.NO_CODER_PAIR, np.ones(shape, dtype=np.bool_))])
        return dict.fromkeys(("light_kappa", "hubert_kappa", "conger_kappa"), missing)
    po, pe = _observed_expected(counts)
    nothing, flat = np.isnan(po), pe > _ALL
    no_pair = nothing.all(axis=-1)
    lost = nothing.any(axis=-1)
    fails = Why.A_PAIR_FAILS if counts.n_coders > 2 else Why.NO_VARIATION
    light = (ratio(po - pe, 1 - pe)).mean(axis=-1)
    mean_pe = pe.mean(axis=-1)
    hubert = ratio(po.mean(axis=-1) - mean_pe, 1 - mean_pe)
    return {
        "light_kappa": values_of(light, [(Why.NO_PAIR, no_pair), (fails, lost | flat.any(axis=-1))]),
        "hubert_kappa": values_of(hubert, [(Why.NO_PAIR, no_pair), (fails, lost),
                                           (Why.NO_VARIATION, np.nan_to_num(mean_pe) > _ALL)]),
        "conger_kappa": _conger(counts),
    }


def _conger(counts: Counts) -> Values:
    """Chance from each coder's own share; coders who cover nothing are left out."""
    own = ratio(counts.coded, counts.covered)
    here = ~np.isnan(own)
    n = here.sum(axis=-1)
    mean = ratio(np.where(here, own, 0.0).sum(axis=-1), n)
    squares = np.where(here, (own - mean[..., None]) ** 2, 0.0).sum(axis=-1)
    spread = ratio(squares, np.maximum(n - 1, 0) * n)
    units = _over_units_pa(counts)
    return _beyond(units, mean**2 + (1 - mean) ** 2 - 2 * spread, np.isnan(units))


def _over_units_pa(counts: Counts) -> Floats:
    r = np.arange(counts.judged.shape[-1])[:, None]
    k = np.minimum(np.arange(counts.judged.shape[-1])[None, :], r)
    agreeing = np.where(r >= 2, (k * (k - 1) + (r - k) * (r - k - 1)) / np.maximum(r * (r - 1), 1), 0.0)
    return ratio((counts.judged * agreeing).sum(axis=(-2, -1)), _sum(counts.judged * (r >= 2)))


def _observed_expected(counts: Counts) -> tuple[Floats, Floats]:
    """p_o and Cohen's p_e of every pair, (..., n_pairs); NaN for a pair that covers nothing together."""
    both, first, second, neither = counts.both, counts.first, counts.second, counts.neither
    n = both + first + second + neither
    one, other = ratio(both + first, n), ratio(both + second, n)
    return ratio(both + neither, n), one * other + (1 - one) * (1 - other)


def _beyond(observed: Floats, chance: Floats, no_pair: Bools) -> Values:
    certain = np.nan_to_num(chance) > _ALL
    return values_of(ratio(observed - chance, 1 - np.where(certain, 0.0, chance)),
                     [(Why.NO_PAIR, no_pair), (Why.NO_VARIATION, certain)])


def _sum(x: Ints) -> Ints:
    return np.asarray(x.sum(axis=(-2, -1)), dtype=np.int64)
