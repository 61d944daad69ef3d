"""Krippendorff's alphas for unitizing: where passages begin and end, and which of several codes they have.

The codes of one group divide every document, with the gaps between passages, into units of one coder after another.
Source: Krippendorff, Mathet, Bouvry & Widlöcher (2016), On the reliability of unitizing textual continua.
Two public readings of cu and (k)u differ for three and more coders; here a unit is paired with each other coder
apart (eq. 10 of 2016), not with the union of all others. For two coders the readings are one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from coder.agreement.intervals import Axis, Codings, checked
from coder.agreement.results import Bools, Coefficient, Floats, Ints, Why, defined, undefined


@dataclass(frozen=True, slots=True)
class Unitizing:
    """The four alphas of one group of codes.

    u: agreement in dividing the text into gaps and units of each code. bar_u: units told from gaps, whatever code.
    cu: which code, where coders overlap. ku: per code of the group, in the order given, how far it is told apart.
    """

    u: Coefficient
    bar_u: Coefficient
    cu: Coefficient
    ku: tuple[Coefficient, ...]


@dataclass(frozen=True, slots=True)
class Segments:
    """Segments of one group, sorted by coder and start; kind 0..n_kinds-1; positions on the axis."""

    coder: Ints
    kind: Ints
    start: Ints
    end: Ints


def unitizing(codings: Codings, codes: Sequence[int]) -> Unitizing:
    """u, |u, cu and (k)u of a group of codes that exclude one another (one code: a group of its own).

    codings: who coded what, see `Codings`; documents that at least two coders cover, passages only. Segments of one
    coder and code that overlap are one unit; such as merely touch stay two. Undefined with a reason where one coder
    gave two codes of the group to the same text, where nobody coded, or where nothing varies.
    Several documents are one continuum in which no unit or gap goes from one to the next; a document's coders count
    by the number who cover it.
    """
    checked(codings, max([int(codings.code.max(initial=-1)) + 1, *[c + 1 for c in codes]]))
    axis = Axis.of(codings.doc_length)
    shared = codings.covered.sum(axis=1) >= 2
    if not shared.any() or codings.doc_length[shared].sum() == 0:
        return _without(Why.NO_PAIR, len(codes))
    segments = segments_of(codings, codes, axis, shared)
    if (segments.end[:-1] > segments.start[1:])[segments.coder[:-1] == segments.coder[1:]].any():
        return _without(Why.OVERLAP, len(codes))
    lengths = _coincidences(segments, axis, codings.covered, shared, len(codes))
    squares = _squares(segments, axis, codings.covered, shared, len(codes))
    apart = _overlap_squares(segments, axis, codings.covered, len(codes))
    return _alphas(lengths, squares, apart)


def _without(why: Why, n_codes: int) -> Unitizing:
    nothing = undefined(why)
    return Unitizing(nothing, nothing, nothing, (nothing,) * n_codes)


def segments_of(codings: Codings, codes: Sequence[int], axis: Axis, shared: Bools) -> Segments:
    """The group's segments where two coders cover; overlapping ones of one coder and code made one."""
    highest = max([int(codings.code.max(initial=-1)), *codes])
    kind_of = np.full(highest + 1, -1, dtype=np.int64)
    kind_of[list(codes)] = np.arange(len(codes))
    here = (kind_of[codings.code] >= 0) & shared[codings.doc] & codings.covered[codings.doc, codings.coder]
    here &= codings.end > codings.start
    if codings.whole is not None:
        here &= ~codings.whole
    shift = axis.offset[codings.doc[here]]
    coder, kind = codings.coder[here].astype(np.int64), kind_of[codings.code[here]]
    start, end = codings.start[here] + shift, codings.end[here] + shift
    # Per coder and code the furthest end so far; a segment that begins at or after it begins a new unit.
    order = np.lexsort((end, start, kind, coder))
    coder, kind, start, end = coder[order], kind[order], start[order], end[order]
    group = coder * len(codes) + kind
    reach = np.maximum.accumulate(end + group * axis.size) if len(end) else end
    first = np.ones(len(end), dtype=np.bool_)
    first[1:] = start[1:] + group[1:] * axis.size >= reach[:-1]
    at = np.flatnonzero(first)
    ends = np.maximum.reduceat(end, at) if len(at) else end
    coder, kind, start = coder[at], kind[at], start[at]
    order = np.lexsort((start, coder))
    return Segments(coder[order], kind[order], start[order], ends[order])


def _coincidences(segments: Segments, axis: Axis, covered: Bools, shared: Bools, n_kinds: int) -> Floats:
    """l_ck: float64 (n_kinds + 1, n_kinds + 1), the gap last; lengths that two coders gave c and k to, over m - 1."""
    m, n = covered.shape[1], n_kinds + 1
    documents = np.concatenate([axis.offset, axis.offset + axis.length])
    cuts = np.unique(np.concatenate([segments.start, segments.end, documents]))
    place, length = cuts[:-1], np.diff(cuts)
    doc = axis.documents_at(place)
    length = np.where(shared[doc] & (place < axis.offset[doc] + axis.length[doc]), length, 0)
    weight = length / np.maximum(covered.sum(axis=1)[doc] - 1, 1)
    counts = np.zeros((len(place), n))
    bounds = np.searchsorted(segments.coder, np.arange(m + 1))
    for who in range(m):
        own = slice(bounds[who], bounds[who + 1])
        begins, kinds = np.append(-1, segments.start[own]), np.append(n_kinds, segments.kind[own])
        stops = np.append(-1, segments.end[own])
        at = np.searchsorted(begins, place, side="right") - 1
        kind = np.where(place < stops[at], kinds[at], n_kinds)
        counts[np.arange(len(place)), kind] += covered[doc, who]
    together = (counts * weight[:, None]).T @ counts
    return np.asarray(together - np.diag((counts * weight[:, None]).sum(axis=0)), dtype=np.float64)


def _squares(segments: Segments, axis: Axis, covered: Bools, shared: Bools, n_kinds: int) -> Floats:
    """S: float64 (n_kinds + 1,), squared lengths of the units of each code, summed; of gaps the lengths themselves."""
    out = np.zeros(n_kinds + 1)
    out[:n_kinds] = np.bincount(segments.kind, weights=(segments.end - segments.start) ** 2.0, minlength=n_kinds)
    judged = (covered[shared].sum(axis=1) * axis.length[shared]).sum()
    out[n_kinds] = judged - (segments.end - segments.start).sum()
    return out


def _overlap_squares(segments: Segments, axis: Axis, covered: Bools, n_kinds: int) -> Floats:
    """S*: float64 (n_kinds,), per unit and other coder the squared length of their overlap, over m - 1."""
    m = covered.shape[1]
    out = np.zeros(n_kinds)
    if len(segments.start) == 0:
        return out
    share = 1.0 / (covered.sum(axis=1)[axis.documents_at(segments.start)] - 1)
    for who in np.unique(segments.coder):
        own = segments.coder == who
        begins, stops = segments.start[own], segments.end[own]
        filled = np.concatenate([[0], np.cumsum(stops - begins)])
        other = segments.coder != who

        def coded_before(position: Ints, begins: Ints = begins, stops: Ints = stops, filled: Ints = filled) -> Ints:
            at = np.searchsorted(begins, position, side="right")
            over = np.where(at > 0, np.maximum(stops[np.maximum(at - 1, 0)] - position, 0), 0)
            return np.asarray(filled[at] - over, dtype=np.int64)

        overlap = coded_before(segments.end[other]) - coded_before(segments.start[other])
        out += np.bincount(segments.kind[other], weights=share[other] * overlap**2.0, minlength=n_kinds)
    return out if m > 1 else out * 0


def _alphas(lengths: Floats, squares: Floats, apart: Floats) -> Unitizing:
    n = len(apart)
    total, marginal = lengths.sum(), lengths.sum(axis=1)
    expected = total * (np.outer(marginal, marginal) - np.diag(squares))
    between = total**2 - squares.sum()
    if lengths[:n].sum() == 0:
        return _without(Why.NOBODY_CODED, n)
    u = _alpha(total - np.trace(lengths), (expected.sum() - np.trace(expected)) / between if between > 0 else 0.0)
    mixed = 2 * expected[:n, n].sum() / between if between > 0 else 0.0
    bar_u = _alpha(2 * lengths[:n, n].sum(), mixed)
    return Unitizing(u, bar_u, *_of_codes(lengths[:n, :n], apart))


def _of_codes(lengths: Floats, apart: Floats) -> tuple[Coefficient, tuple[Coefficient, ...]]:
    """cu and (k)u: codes alone, where two coders both coded."""
    total, marginal = lengths.sum(), lengths.sum(axis=1)
    why = Why.NO_OVERLAP if total == 0 else Why.ONE_LABEL if (marginal > 0).sum() < 2 else None
    between = total**2 - apart.sum()
    if why is not None or between <= 0:
        nothing = undefined(why or Why.NO_VARIATION)
        return nothing, (nothing,) * len(apart)
    expected = total * (np.outer(marginal, marginal) - np.diag(apart)) / between
    cu = _alpha(total - np.trace(lengths), expected.sum() - np.trace(expected))
    each = []
    for k, length in enumerate(marginal):
        if length == 0:
            each.append(undefined(Why.NO_OVERLAP))
            continue
        chance = expected[k].sum()
        away = chance - expected[k, k]
        each.append(undefined(Why.NO_VARIATION) if away <= 0
                    else defined(1 - (chance / length) * (length - lengths[k, k]) / away))
    return cu, tuple(each)


def _alpha(observed: float, expected: float) -> Coefficient:
    return defined(1 - observed / expected) if expected > 0 else undefined(Why.NO_VARIATION)
