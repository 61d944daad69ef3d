"""Passages of two coders that are the same decision: overlapping by at least half of what both cover together.

Holsti over passages: 2 M / (N1 + N2), M matched passages, N_i passages of coder i of that code in documents that
both cover. A passage is a run. Runs of one coder neither touch nor overlap, so a run has at most one partner with
half or more in common (two would have to fill it, and touch): matching one to one, largest first, is this.
"""

from __future__ import annotations

import numpy as np

from coder.agreement.intervals import Axis, Runs
from coder.agreement.results import Bools, Ints, Values, Why, ratio, values_of
from coder.agreement.tables import pairs_of

_AT_ONCE = 1 << 22


def matched_runs(runs: Runs, n_coders: int, n_codes: int) -> Ints:
    """M of every pair and code, int64 (n_pairs, n_codes): intersection over union at least .5, half included."""
    size = int(runs.end.max(initial=0)) + 1
    order = np.argsort(runs.code * size + runs.start, kind="stable")
    code, coder, start, end = runs.code[order], runs.coder[order], runs.start[order], runs.end[order]
    reach = np.searchsorted(code * size + start, code * size + end, side="left")
    later = reach - np.arange(len(code)) - 1
    matched = np.zeros(n_coders * n_coders * n_codes, dtype=np.int64)
    before = np.concatenate([[0], np.cumsum(later)])
    low = 0
    while low < len(code):
        # Every coder may overlap every other: a slice of runs at a time keeps the table of overlaps small.
        high = max(low + 1, int(np.searchsorted(before, before[low] + _AT_ONCE, side="right")) - 1)
        one = np.repeat(np.arange(low, high), later[low:high])
        other = np.arange(len(one)) - np.repeat(before[low:high] - before[low], later[low:high]) + one + 1
        common = np.minimum(end[one], end[other]) - start[other]
        union = np.maximum(end[one], end[other]) - start[one]
        same = 2 * common >= union
        a, b = coder[one[same]], coder[other[same]]
        key = (np.minimum(a, b) * n_coders + np.maximum(a, b)) * n_codes + code[one[same]]
        matched += np.bincount(key, minlength=len(matched))
        low = high
    i, j = pairs_of(n_coders)
    return matched.reshape(n_coders, n_coders, n_codes)[i, j]


def passages_of_pairs(runs: Runs, axis: Axis, covered: Bools, n_codes: int) -> Ints:
    """N1 + N2 of every pair and code: int64 (n_pairs, n_codes), over documents that both cover."""
    n_docs, n_coders = covered.shape
    i, j = pairs_of(n_coders)
    doc = axis.documents_at(runs.start)
    own = np.zeros((n_coders, n_codes, n_coders))
    key = (runs.coder * n_codes + runs.code) * max(1, n_docs) + doc
    found, count = np.unique(key, return_counts=True)
    rest, at = np.divmod(found, max(1, n_docs))
    coder, code = np.divmod(rest, max(1, n_codes))
    for who in range(n_coders):
        mine = coder == who
        np.add.at(own[who], code[mine], covered[at[mine]] * count[mine, None].astype(np.float64))
    return (own[i, :, j] + own[j, :, i]).astype(np.int64)


def holsti_of(matched: Ints, passages: Ints) -> Values:
    """Holsti from counts of equal shape; undefined where neither coder has a passage."""
    return values_of(ratio(2 * matched, passages), [(Why.NOBODY_CODED, passages == 0)])
