"""Three questions kept apart: did both see the passage, did they give it the same codes, has it the same ends?

A passage is a stretch of text that one coder gave one or more codes to, from the same start to the same end (touching
and overlapping segments of one code are one first). Passages of two coders are matched whatever their codes: with
intersection over union of at least .5, one to one, those with most in common first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coder.agreement.intervals import Axis, Codings, Runs, character_runs, checked
from coder.agreement.results import Bools, Coefficient, Floats, Ints, Why, defined, undefined
from coder.agreement.tables import pairs_of

_AT_ONCE = 1 << 22


@dataclass(frozen=True, slots=True)
class PassagePair:
    """One pair of coders, over documents that both cover.

    first, second: how many passages each has. matched: how many of them are the same for both.
    identification: 2 matched / (first + second), the share that both saw. Of the matched: same_codes, the share with
    exactly the same codes; some_code, with one code or more in common; same_ends, with the same first and last
    character; overlap, the mean of intersection over union.
    """

    first: int
    second: int
    matched: int
    identification: Coefficient
    same_codes: Coefficient
    some_code: Coefficient
    same_ends: Coefficient
    overlap: Coefficient


@dataclass(frozen=True, slots=True)
class _Passages:
    """Sorted by start on the axis. codes[first[n] : first[n + 1]] are those of passage n, sorted."""

    coder: Ints
    start: Ints
    end: Ints
    first: Ints
    codes: Ints

    def codes_of(self, n: int) -> Ints:
        return self.codes[self.first[n] : self.first[n + 1]]


def passage_pairs(codings: Codings, n_codes: int) -> list[PassagePair]:
    """Every pair of coders, in the order of `pairs_of`. Codings of whole documents are no passages."""
    checked(codings, n_codes)
    runs, axis = character_runs(codings)
    passages = _passages_of(runs)
    n_coders = codings.covered.shape[1]
    one, other, overlap = _candidates(passages)
    pair = passages.coder[one] * n_coders + passages.coder[other]
    found = _matched(pair, one, other, overlap)
    counts = _counted(passages, axis, codings)
    told = []
    for n, (i, j) in enumerate(zip(*pairs_of(n_coders), strict=True)):
        own = found[pair[found] == i * n_coders + j]
        told.append(_pair(passages, int(counts[n, 0]), int(counts[n, 1]), one[own], other[own], overlap[own]))
    return told


def _passages_of(runs: Runs) -> _Passages:
    order = np.lexsort((runs.code, runs.coder, runs.end, runs.start))
    start, end, coder = runs.start[order], runs.end[order], runs.coder[order]
    new = np.ones(len(order), dtype=np.bool_)
    new[1:] = (np.diff(start) != 0) | (np.diff(end) != 0) | (np.diff(coder) != 0)
    at = np.flatnonzero(new)
    return _Passages(coder[at], start[at], end[at], np.append(at, len(order)).astype(np.int64), runs.code[order])


def _candidates(p: _Passages) -> tuple[Ints, Ints, Floats]:
    """Passages of two coders with half or more in common: their numbers, the lower coder's first, and the share."""
    reach = np.searchsorted(p.start, p.end, side="left")
    later = np.maximum(reach - np.arange(len(p.start)) - 1, 0)
    before = np.concatenate([[0], np.cumsum(later)])
    parts: list[tuple[Ints, Ints, Floats]] = []
    low = 0
    while low < len(p.start):
        high = max(low + 1, int(np.searchsorted(before, before[low] + _AT_ONCE, side="right")) - 1)
        a = np.repeat(np.arange(low, high), later[low:high])
        b = np.arange(len(a)) - np.repeat(before[low:high] - before[low], later[low:high]) + a + 1
        common = np.minimum(p.end[a], p.end[b]) - p.start[b]
        union = np.maximum(p.end[a], p.end[b]) - p.start[a]
        kept = (2 * common >= union) & (p.coder[a] != p.coder[b])
        a, b, share = a[kept], b[kept], common[kept] / union[kept]
        turned = p.coder[a] > p.coder[b]
        parts.append((np.where(turned, b, a), np.where(turned, a, b), share))
        low = high
    if not parts:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    one, other, share = (np.concatenate(column) for column in zip(*parts, strict=True))
    return one, other, share


def _matched(pair: Ints, one: Ints, other: Ints, overlap: Floats) -> Ints:
    """Which candidates hold: most in common first, then the earlier in the text; each passage once for a pair.

    A candidate that stands before all others of both its passages holds, and ends these; so in turns, all at once.
    The turns are few, as they are as many as the longest chain in which each has more in common than the next.
    """
    size = int(max(one.max(initial=0), other.max(initial=0))) + 1
    left = np.lexsort((other, one, -overlap))
    _, a = np.unique(pair * size + one, return_inverse=True)
    _, b = np.unique(pair * size + other, return_inverse=True)
    held: list[Ints] = []
    while len(left):
        first = _first_at(a[left]) & _first_at(b[left])
        held.append(left[first])
        ended_a, ended_b = np.zeros(len(one), dtype=np.bool_), np.zeros(len(one), dtype=np.bool_)
        ended_a[a[left[first]]] = True
        ended_b[b[left[first]]] = True
        left = left[~ended_a[a[left]] & ~ended_b[b[left]]]
    return np.concatenate(held) if held else np.zeros(0, dtype=np.int64)


def _first_at(keys: Ints) -> Bools:
    """True where a key stands for the first time."""
    place = np.zeros(int(keys.max(initial=-1)) + 1, dtype=np.int64)
    place[keys[::-1]] = np.arange(len(keys))[::-1]  # what is written last stays: the first place
    first: Bools = place[keys] == np.arange(len(keys))
    return first


def _counted(p: _Passages, axis: Axis, codings: Codings) -> Ints:
    """Passages of each of a pair in documents that both cover: int64 (n_pairs, 2)."""
    n_docs, n_coders = codings.covered.shape
    key = axis.documents_at(p.start) * n_coders + p.coder
    per_doc = np.bincount(key, minlength=n_docs * n_coders).reshape(n_docs, n_coders)
    shared = per_doc.T @ codings.covered.astype(np.int64)  # passages of i where j covers too
    i, j = pairs_of(n_coders)
    return np.column_stack([shared[i, j], shared[j, i]]).astype(np.int64)


def _codes_alike(p: _Passages, one: Ints, other: Ints) -> tuple[int, int]:
    """How many of the matched have the same codes, and how many a code in common."""
    single = (np.diff(p.first)[one] == 1) & (np.diff(p.first)[other] == 1)
    alike = int((p.codes[p.first[one[single]]] == p.codes[p.first[other[single]]]).sum())
    same = some = alike
    for a, b in zip(one[~single].tolist(), other[~single].tolist(), strict=True):
        mine, theirs = p.codes_of(a).tolist(), p.codes_of(b).tolist()
        same += mine == theirs
        some += not set(mine).isdisjoint(theirs)
    return same, some


def _pair(p: _Passages, first: int, second: int, one: Ints, other: Ints, overlap: Floats) -> PassagePair:
    n = len(one)
    seen = defined(2 * n / (first + second)) if first + second else undefined(Why.NOBODY_CODED)
    if n == 0:
        nothing = undefined(Why.NO_OVERLAP if first + second else Why.NOBODY_CODED)
        return PassagePair(first, second, 0, seen, nothing, nothing, nothing, nothing)
    same, some = _codes_alike(p, one, other)
    ends = (p.start[one] == p.start[other]) & (p.end[one] == p.end[other])
    return PassagePair(
        first, second, n, seen, defined(same / n), defined(some / n), defined(float(ends.mean())),
        defined(float(overlap.mean())),
    )  # fmt: skip
