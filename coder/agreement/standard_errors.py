"""Standard errors of coded / not coded, from counts: Cohen's kappa and Gwet's AC1, units as a sample of many.

They take units for independent, so they are for sentences, paragraphs, documents and fixed units; for characters and
words, which follow from their neighbours, they say nothing and are not to be shown (`INDEPENDENT` has the units).
"""

from __future__ import annotations

import numpy as np

from coder.agreement.results import Floats, ratio
from coder.agreement.tables import Counts

INDEPENDENT = ("sentence", "paragraph", "document", "fixed")
_ALL = 1 - 1e-12


def cohen_errors(counts: Counts) -> Floats:
    """Standard error of Cohen's kappa of two coders, in the shape of the leading axes; NaN where there is none.

    Source: Fleiss, Cohen & Everitt (1969), as in `kappas.cohen_kappa_se`; here units are counted in four cells.
    """
    if counts.n_coders != 2:
        return np.full(counts.judged.shape[:-2], np.nan)
    cells = np.stack([x[..., 0] for x in (counts.neither, counts.second, counts.first, counts.both)], axis=-1)
    n = cells.sum(axis=-1)
    share = ratio(cells, n[..., None])
    one, other = share[..., 2] + share[..., 3], share[..., 1] + share[..., 3]
    rows, columns = np.stack([1 - one, one], axis=-1), np.stack([1 - other, other], axis=-1)
    pe = (rows * columns).sum(axis=-1)
    pe = np.where(pe > _ALL, np.nan, pe)
    kappa = (share[..., 0] + share[..., 3] - pe) / (1 - pe)
    same = np.array([1.0, 0.0, 0.0, 1.0])
    first, second = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    z = same - (1 - kappa)[..., None] * (columns[..., first] + rows[..., second])
    mean = (share * z).sum(axis=-1)
    variance = (share * (z - mean[..., None]) ** 2).sum(axis=-1)
    return np.asarray(np.sqrt(ratio(variance, n * (1 - pe) ** 2)), dtype=np.float64)


def ac1_errors(counts: Counts) -> Floats:
    """Standard error of AC1 for any number of coders, in the shape of the leading axes; NaN where there is none.

    Source: Gwet (2008), as in `ratings.ac1_se`; units with r coders of whom k coded are one cell.
    """
    w = counts.judged.astype(np.float64)
    r = np.arange(w.shape[-1])[:, None]
    k = np.minimum(np.arange(w.shape[-1])[None, :], r)
    agreed = (k * (k - 1) + (r - k) * (r - k - 1)) / np.maximum(r * (r - 1), 1)
    coded = k / np.maximum(r, 1)
    n = (w * (r >= 1)).sum(axis=(-2, -1))
    paired = (w * (r >= 2)).sum(axis=(-2, -1))
    pi = ratio((w * coded).sum(axis=(-2, -1)), n)
    pe = 2 * pi * (1 - pi)
    value = (ratio((w * (r >= 2) * agreed).sum(axis=(-2, -1)), paired) - pe) / (1 - pe)

    def wide(x: Floats) -> Floats:
        return np.asarray(x)[..., None, None]

    chance = coded * (1 - wide(pi)) + (1 - coded) * wide(pi)
    own = (r >= 2) * wide(ratio(n, paired)) * (agreed - wide(pe)) / wide(1 - pe)
    moved = own - 2 * wide((1 - value) / (1 - pe)) * (chance - wide(pe))
    squares = (w * (r >= 1) * (moved - wide(value)) ** 2).sum(axis=(-2, -1))
    return np.asarray(np.sqrt(ratio(squares, n * (n - 1))), dtype=np.float64)
