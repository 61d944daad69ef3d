"""Gamma and gamma-cat: agreement in where units are, how long they are, and which category they have, all at once.

Sources: Mathet, Widlöcher & Métivier (2015), The unified and holistic method gamma (section 5.2: shuffled continua;
5.3: precision); Mathet (2017), The agreement measure gamma-cat (4.2.5: its disorder). The statistical sampler is that
of the program pygamma-agreement (2021). Units may overlap, and uncoded text is not a category.

Every document is a continuum of its own with the coders who cover it; units of two documents are never aligned. For
one continuum a disorder is a sum over unitary alignments by the mean number of units of a coder. Over several both
are added up first, so each document's disorder counts by its mean number of units, as if the documents stood behind
one another (an extension of this program; with one document it is the definition of 2015). A sampled corpus has a
sampled continuum for every document; the expected disorder is the mean over the sampled corpora.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from coder.agreement.alignment import Alignment, Continuum, Dissimilarity, aligned, distances
from coder.agreement.intervals import Axis, Codings, checked
from coder.agreement.partition import TooMuch
from coder.agreement.results import Coefficient, Floats, Why, defined, undefined
from coder.agreement.unitizing import segments_of

SAMPLERS = ("shuffle", "statistical")
PLAIN = Dissimilarity()
Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Gamma:
    """Gamma and gamma-cat of one group of codes (or of one code).

    observed, expected: disorders, in the costs of the dissimilarity; None where they were not computed. samples: how
    many corpora were sampled; spread: the standard deviation of their disorders. precision: half of the 95 % interval
    of gamma that comes from the sampling alone (1.96 · spread / √samples, carried over to gamma), and likewise
    precision_cat; it says nothing about other documents or coders.
    """

    gamma: Coefficient
    gamma_cat: Coefficient
    observed: float | None = None
    expected: float | None = None
    samples: int = 0
    spread: float | None = None
    precision: float | None = None
    precision_cat: float | None = None


def gamma(
    codings: Codings, codes: Sequence[int], *, samples: int, sampler: str = "shuffle", seed: int = 0,
    measure: Dissimilarity = PLAIN, tick: Tick | None = None,
) -> Gamma:  # fmt: skip
    """Gamma of a group of codes over all documents that at least two coders cover.

    codings: passages count, whole documents do not; passages of one coder and code that overlap are one unit, such as
    merely touch stay two. codes: the categories. samples: at least 1; the same seed gives the same figure.
    tick(done, samples + 1) after each alignment of the corpus, and between texts; what it raises goes through.
    """
    checked(codings, max([int(codings.code.max(initial=-1)) + 1, *[c + 1 for c in codes]]))
    axis = Axis.of(codings.doc_length)
    shared = codings.covered.sum(axis=1) >= 2
    if not shared.any() or codings.doc_length[shared].sum() == 0:
        return _without(Why.NO_PAIR)
    segments = segments_of(codings, codes, axis, shared)
    if not len(segments.start):
        return _without(Why.NOBODY_CODED)
    coders = np.flatnonzero(codings.covered[shared].any(axis=0))
    if len(np.unique(segments.coder)) < len(coders):
        return _without(Why.A_CODER_WITHOUT)
    doc = axis.documents_at(segments.start)
    texts = []
    for place in np.unique(doc).tolist():
        own, shift = doc == place, float(axis.offset[place])
        rank = np.cumsum(codings.covered[place]) - 1
        texts.append(Continuum(
            rank[segments.coder[own]], segments.kind[own], segments.start[own] - shift, segments.end[own] - shift,
            int(codings.covered[place].sum()), 0.0, float(axis.length[place]),
        ))  # fmt: skip
    return gamma_of(texts, samples=samples, sampler=sampler, seed=seed, measure=measure, tick=tick)


def gamma_of(
    texts: Sequence[Continuum], *, samples: int, sampler: str = "shuffle", seed: int = 0,
    measure: Dissimilarity = PLAIN, tick: Tick | None = None,
) -> Gamma:  # fmt: skip
    """Gamma over continua as they are, each with at least two coders; see `gamma`."""
    if sampler not in SAMPLERS or samples < 1:
        raise ValueError(f"sampler is one of {SAMPLERS}, samples at least 1")
    if not any(len(text) for text in texts):
        return _without(Why.NOBODY_CODED)
    rng = np.random.default_rng(seed)
    statistics = _Statistics.of(texts)
    told = tick or (lambda done, total: None)
    try:
        observed = _corpus(texts, measure, partial(told, 0, samples + 1))
        told(1, samples + 1)
        drawn = np.empty((samples, 2))
        for n in range(samples):
            by_chance = [sampled(text, sampler, statistics, rng) for text in texts]
            drawn[n] = _corpus(by_chance, measure, partial(told, n + 1, samples + 1))
            told(n + 2, samples + 1)
    except TooMuch:
        return _without(Why.TOO_MANY_ALIGNMENTS)
    one_kind = len(np.unique(np.concatenate([text.kind for text in texts]))) < 2
    return _result(observed, drawn, one_kind)


def _without(why: Why) -> Gamma:
    return Gamma(undefined(why), undefined(why))


def _result(observed: tuple[float, float], drawn: Floats, one_kind: bool) -> Gamma:
    """observed, drawn: disorder, and disorder of categories (NaN where no two units were aligned close enough)."""
    samples = len(drawn)
    expected, spread = float(drawn[:, 0].mean()), float(drawn[:, 0].std(ddof=1)) if samples > 1 else None
    whole = defined(1 - observed[0] / expected) if expected > 0 else undefined(Why.NO_DISORDER)
    with_pairs = drawn[~np.isnan(drawn[:, 1]), 1]
    expected_cat = float(with_pairs.mean()) if len(with_pairs) else 0.0
    if one_kind:
        cat = undefined(Why.ONE_CODE)
    elif np.isnan(observed[1]):
        cat = undefined(Why.NOTHING_ALIGNED)
    else:
        cat = defined(1 - observed[1] / expected_cat) if expected_cat > 0 else undefined(Why.NO_DISORDER)
    precision = _precision(observed[0], drawn[:, 0]) if whole.value is not None else None
    precision_cat = _precision(observed[1], with_pairs) if cat.value is not None else None
    return Gamma(whole, cat, observed[0], expected, samples, spread, precision, precision_cat)


def _precision(observed: float, drawn: Floats) -> float | None:
    if len(drawn) < 2:
        return None
    return float(1.96 * drawn.std(ddof=1) / np.sqrt(len(drawn)) * observed / drawn.mean() ** 2)


# -- disorder -----------------------------------------------------------------------------------


def _corpus(texts: Sequence[Continuum], measure: Dissimilarity, each: Callable[[], None]) -> tuple[float, float]:
    """Disorder and disorder of categories of a corpus, each aligned at its best; 0 and NaN for one without units.

    each() after every text but the last, so that long work can be stopped in between.
    """
    total = units = weighed = weight = 0.0
    for n, text in enumerate(texts):
        if n:
            each()
        if not len(text):
            continue
        best = aligned(text, measure)
        total += float(best.disorder.sum())
        units += len(text) / text.n_coders
        off, by = _categories(text, best, measure)
        weighed, weight = weighed + off, weight + by
    return (total / units if units else 0.0), (weighed / weight if weight else float("nan"))


def _categories(text: Continuum, best: Alignment, measure: Dissimilarity) -> tuple[float, float]:
    """Weighted d_cat over the pairs of the alignment, summed, and the sum of the weights.

    Two units weigh max(0, 1 - position · d_pos) / (units aligned - 1); a unit opposite nothing is as far as two
    categories are and weighs 1, as the program pygamma-agreement (0.5.9) counts it and its published values need.
    """
    size = (best.members >= 0).sum(axis=1)
    off = by = 0.0
    for i in range(text.n_coders):
        for j in range(i):
            there = best.members[:, [i, j]] >= 0
            both, alone = there.all(axis=1), float((there.sum(axis=1) == 1).sum())
            one, other = best.members[both, i], best.members[both, j]
            weight = np.maximum(0.0, 1 - distances(text, measure, one, other)[0]) / (size[both] - 1)
            off += float((weight * (text.kind[one] != text.kind[other])).sum()) + alone
            by += float(weight.sum()) + alone
    return off, by


# -- continua by chance ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Statistics:
    """What a coder does, over all continua: gaps before units and lengths (mean, deviation), shares of categories."""

    gap: tuple[float, float]
    length: tuple[float, float]
    shares: Floats

    @classmethod
    def of(cls, texts: Sequence[Continuum]) -> _Statistics:
        gaps = [0.0]  # as that program has it, so that one unit alone does not fix all gaps
        for text in texts:
            for who in range(text.n_coders):
                own = np.flatnonzero(text.coder == who)
                own = own[np.lexsort((text.end[own], text.start[own]))]
                if len(own):
                    before = np.concatenate([[0.0], text.end[own][:-1]])
                    gaps += (text.start[own] - before).tolist()
        lengths = np.concatenate([text.end - text.start for text in texts])
        counts = np.bincount(np.concatenate([text.kind for text in texts]))
        return cls((float(np.mean(gaps)), float(np.std(gaps))), (float(lengths.mean()), float(lengths.std())),
                   np.asarray(counts / counts.sum(), dtype=np.float64))  # fmt: skip


def sampled(text: Continuum, sampler: str, statistics: _Statistics, rng: np.random.Generator) -> Continuum:
    """A continuum by chance, with as many coders."""
    return _shuffled(text, rng) if sampler == "shuffle" else _invented(text, statistics, rng)


def _shuffled(text: Continuum, rng: np.random.Generator) -> Continuum:
    """For each coder the units of one coder drawn at random, turned round the text from a place drawn at random.

    Two turns differ by at least half of the mean length of a unit, where the text leaves room for that.
    """
    size = text.high - text.low
    apart = float((text.end - text.start).mean()) / 2
    turns: list[float] = []
    parts = []
    for who in range(text.n_coders):
        turn = _turn(turns, size, apart, rng)
        turns.append(turn)
        own = np.flatnonzero(text.coder == rng.integers(text.n_coders))
        start = text.low + (text.start[own] - text.low + turn) % size
        parts.append((np.full(len(own), who), text.kind[own], start, start + text.end[own] - text.start[own]))
    coder, kind, start, end = (np.concatenate(x) for x in zip(*parts, strict=True))
    return Continuum(coder, kind, start, end, text.n_coders, text.low, text.high)


def _turn(turns: list[float], size: float, apart: float, rng: np.random.Generator) -> float:
    """A place drawn evenly from where no other turn is near; from everywhere if there is no such place."""
    for _ in range(100):
        turn = float(rng.uniform(0, size))
        if all(min(abs(turn - t), size - abs(turn - t)) >= apart for t in turns):
            return turn
    return float(rng.uniform(0, size))


def _invented(text: Continuum, statistics: _Statistics, rng: np.random.Generator) -> Continuum:
    """For each coder gaps and lengths from normal distributions, categories by their shares, one after another."""
    counts = np.bincount(text.coder, minlength=text.n_coders)
    numbers = np.abs(rng.normal(counts.mean(), counts.std(), text.n_coders).astype(np.int64))
    numbers[0] = max(1, numbers[0])
    parts = []
    for who, n in enumerate(numbers.tolist()):
        length = np.maximum(np.abs(rng.normal(*statistics.length, n)), 1e-6)
        end = np.cumsum(rng.normal(*statistics.gap, n) + length)
        kind = rng.choice(len(statistics.shares), size=n, p=statistics.shares)
        parts.append((np.full(n, who), kind, end - length, end))
    coder, kind, start, end = (np.concatenate(x) for x in zip(*parts, strict=True))
    return Continuum(coder, kind, start, end, text.n_coders, text.low, text.high)
