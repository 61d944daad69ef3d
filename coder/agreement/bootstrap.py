"""Intervals for a measurement, from its table of documents: drawn anew within strata, summed, computed again.

Counts add up over documents, so a thousand draws are one product of matrices: how often each document was drawn,
times what stands in each document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from coder.agreement.coefficients import coefficients_of, pair_counts
from coder.agreement.measure import Measured
from coder.agreement.resampling import FEWEST, draws, ends_of, remarks_on
from coder.agreement.results import Coefficient, Floats, Ints, Values
from coder.agreement.set_bootstrap import set_alphas_of_draws
from coder.agreement.tables import Counts, Table, pairs_of
from coder.sentences import sentence

# Krippendorff's two conventional thresholds for alpha.
THRESHOLDS = (0.667, 0.80)
# Beyond this many coders the pairs (which grow with the square) get no intervals, and this is said.
MOST_CODERS = 16
_CELLS = 1 << 23


@dataclass(frozen=True, slots=True)
class Resampled:
    """A measurement with intervals, and what must be said of them.

    measured: the same figures, `low` and `high` filled where there is an interval.
    documents: how many documents there were to draw from (those that two coders cover). times: draws.
    lost: share of draws in which alpha had no value, float64 (n_codes,); pooled_lost: of all codes together.
    below: per threshold, the share of draws with a value in which alpha was below it, float64 (n_codes,).
    remarks: sentences to show beside the figures.
    """

    measured: Measured
    documents: int
    times: int
    lost: Floats
    pooled_lost: float
    below: Mapping[float, Floats]
    remarks: tuple[str, ...]


def resampled(
    measured: Measured, *, times: int, seed: int, strata: NDArray[np.integer] | None = None
) -> Resampled:
    """95 % percentile intervals for every coefficient but Holsti.

    times: how often the documents are drawn (1,000 is usual). seed: of numpy's default generator; the same seed
    gives the same interval. strata: integer (n_docs,) or None, the strata that the sample was drawn by.
    With fewer than 6 documents there is no interval, and a remark says so. Source: see `resampling`.
    """
    table = measured.table
    shared = np.flatnonzero(table.covered.sum(axis=1) >= 2)
    n_codes = table.n_codes
    if len(shared) < FEWEST or times < 1:
        nothing = np.full(n_codes, np.nan)
        told = tuple(remarks_on(len(shared), sentence("documents"), 0.0)) if times > 0 else ()
        below = dict.fromkeys(THRESHOLDS, nothing)
        return Resampled(measured, len(shared), times, nothing, float("nan"), below, told)
    # Documents that one coder covers count in shares of categories only; they are drawn with the others.
    drawn = draws(len(table.length), times, np.random.default_rng(seed), _strata(table, strata)).astype(np.float64)
    pairs = table.covered.shape[1] <= MOST_CODERS
    documents = counts_by_document(table, with_pairs=pairs)
    ends, alpha = _ends_of_codes(documents, drawn, pairs=pairs)
    pooled = _summed(Counts(*(x.sum(axis=1, keepdims=True) for x in _parts(documents))), drawn)
    pooled_values = coefficients_of(pooled)
    lost = np.isnan(alpha).mean(axis=0)
    pooled_lost = float(np.isnan(pooled_values["alpha_nominal"].value).mean())
    # A code without a figure has no interval either; that is no news about the draws.
    there = measured.per_code["alpha_nominal"].reason == 0
    remarks = remarks_on(len(shared), sentence("documents"), float(lost[there].max(initial=0.0)))
    if not pairs:
        remarks.append(
            sentence("With more than {most_coders} coders, pairs have no intervals.", most_coders=MOST_CODERS)
        )
    filled = _filled(measured, ends, pooled_values, pair_counts(pooled) if pairs else None)
    if measured.label_sets:
        of_sets = set_alphas_of_draws(measured, drawn)
        if of_sets is None:
            remarks.append("So many different sets of codes occur that alpha over them has no interval.")
        else:
            filled = replace(filled, label_sets=_sets_with_ends(measured.label_sets, of_sets))
    return Resampled(filled, len(shared), times, lost, pooled_lost, _below(alpha), tuple(remarks))


def counts_by_document(table: Table, *, with_pairs: bool = True) -> Counts:
    """The counts of `counts_of`, of every document apart: leading axes (n_docs, n_codes).

    with_pairs: False leaves the four counts of pairs at zero (they grow with the square of the coders).
    """
    n, m, docs = table.n_codes, table.covered.shape[1], len(table.length)
    r, at = table.covered.sum(axis=1), table.doc * n + table.code
    most = int(r.max(initial=0)) + 1
    rows = np.zeros((docs * n, most, most), dtype=np.int64)
    np.add.at(rows, (at, r[table.doc], table.coders.sum(axis=1)[table.who]), table.weight)
    judged = rows.reshape(docs, n, most, most)
    some = judged.sum(axis=(2, 3))
    judged[np.arange(docs), :, r, 0] += table.length[:, None] - some
    i, j = pairs_of(m)
    coded = _by_document(table, [table.coders[:, c] for c in range(m)])
    covered = np.broadcast_to((table.covered * table.length[:, None])[:, None, :], (docs, n, m))
    if not with_pairs:
        nothing = np.zeros((docs, n, len(i)), dtype=np.int64)
        return Counts(judged, coded, covered.astype(np.int64), nothing, nothing, nothing, nothing)
    both = _by_document(table, [table.coders[:, a] & table.coders[:, b] for a, b in zip(i, j, strict=True)])
    meet = (table.covered[:, i] & table.covered[:, j])[:, None, :]
    first, second = coded[..., i] * meet - both, coded[..., j] * meet - both
    neither = meet * table.length[:, None, None] - both - first - second
    return Counts(judged, coded, covered.astype(np.int64), both, first, second, neither)


def _by_document(table: Table, chosen: list[NDArray[np.bool_]]) -> Ints:
    """Weights of the rows whose set is chosen: int64 (n_docs, n_codes, len(chosen))."""
    size = len(table.length) * table.n_codes
    at = table.doc * table.n_codes + table.code
    out = np.zeros((size, len(chosen)), dtype=np.int64)
    for n, sets in enumerate(chosen):
        rows = np.flatnonzero(sets[table.who]) if len(sets) else np.zeros(0, dtype=np.int64)
        out[:, n] = np.bincount(at[rows], weights=table.weight[rows], minlength=size)
    shaped: Ints = out.reshape(len(table.length), table.n_codes, len(chosen))
    return shaped


def _strata(table: Table, strata: NDArray[np.integer] | None) -> Ints:
    """Documents that two coders cover are drawn apart from the rest, so that their number stays what it was."""
    shared: Ints = np.asarray(table.covered.sum(axis=1) >= 2, dtype=np.int64)
    if strata is None:
        return shared
    _, layer = np.unique(np.asarray(strata), return_inverse=True)
    return np.asarray(layer * 2 + shared, dtype=np.int64)


def _parts(counts: Counts) -> tuple[Ints, ...]:
    return (counts.judged, counts.coded, counts.covered, counts.both, counts.first, counts.second, counts.neither)


def _summed(documents: Counts, drawn: Floats) -> Counts:
    """Counts of every draw: leading axes (times, codes). Whole numbers below 2^53, so the products are exact."""
    return Counts(*(np.tensordot(drawn, x.astype(np.float64), axes=1).astype(np.int64) for x in _parts(documents)))


Ends = tuple[Floats, Floats]


def _ends_of_codes(documents: Counts, drawn: Floats, *, pairs: bool) -> tuple[dict[str, dict[str, Ends]], Floats]:
    """Ends of the intervals per code ("codes") and per pair and code ("pairs"); and alpha of every draw and code."""
    n_codes = documents.judged.shape[1]
    features = sum(int(np.prod(x.shape[2:])) for x in _parts(documents))
    step = max(1, _CELLS // max(1, len(drawn) * features))
    found: dict[str, dict[str, list[Ends]]] = {"codes": {}, "pairs": {}}
    alphas = []
    for low in range(0, n_codes, step):
        part = _summed(Counts(*(x[:, low : low + step] for x in _parts(documents))), drawn)
        values = coefficients_of(part)
        alphas.append(values["alpha_nominal"].value)
        for name, value in values.items():
            found["codes"].setdefault(name, []).append(ends_of(value.value))
        if pairs:
            for name, value in coefficients_of(pair_counts(part)).items():
                found["pairs"].setdefault(name, []).append(ends_of(np.moveaxis(value.value, 1, 0)))
    joined = {
        kind: {name: (np.concatenate([low for low, _ in chunks], axis=-1),
                      np.concatenate([high for _, high in chunks], axis=-1)) for name, chunks in names.items()}
        for kind, names in found.items()
    }
    return joined, np.concatenate(alphas, axis=1) if alphas else np.zeros((len(drawn), 0))


def _filled(
    measured: Measured, ends: dict[str, dict[str, Ends]], pooled: dict[str, Values], pairs: Counts | None
) -> Measured:
    """The measurement with the ends put in."""
    of_pooled = {name: ends_of(value.value[:, 0]) for name, value in pooled.items()}
    tables = measured.pairs
    if pairs is not None:
        drawn = coefficients_of(pairs)
        of_pairs = {name: ends_of(np.moveaxis(value.value[..., 0], 1, 0)) for name, value in drawn.items()}
        tables = replace(tables, coefficients=_with_ends(tables.coefficients, ends["pairs"]),
                         pooled=_with_ends(tables.pooled, of_pairs))
    return replace(measured, per_code=_with_ends(measured.per_code, ends["codes"]), pairs=tables,
                   pooled=_with_ends(measured.pooled, of_pooled))


def _with_ends(values: dict[str, Values], ends: Mapping[str, Ends]) -> dict[str, Values]:
    return {name: replace(value, low=ends[name][0], high=ends[name][1]) if name in ends else value
            for name, value in values.items()}


def _sets_with_ends(values: dict[str, Coefficient], drawn: Mapping[str, Floats]) -> dict[str, Coefficient]:
    out = {}
    for name, value in values.items():
        low, high = (float(end) for end in ends_of(drawn[name]))
        known = value.value is not None and not np.isnan(low)
        out[name] = replace(value, low=low, high=high) if known else value
    return out


def _below(alpha: Floats) -> dict[float, Floats]:
    n = (~np.isnan(alpha)).sum(axis=0)
    out = {}
    for threshold in THRESHOLDS:
        share = np.full(alpha.shape[1], np.nan)
        np.divide((alpha < threshold).sum(axis=0), n, out=share, where=n > 0)
        out[threshold] = share
    return out
