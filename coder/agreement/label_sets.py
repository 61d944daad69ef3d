"""Alpha over sets of labels: the distance of two sets, and alpha from how often which sets met.

A unit's value is the whole set of codes that a coder gave it, so overlapping codes are one judgement.
Two empty sets are equal (distance 0); an empty and a non-empty one are as far apart as can be (1).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coder.agreement.results import Coefficient, Floats, Ints, Why, defined, undefined

Words = NDArray[np.uint64]
Small = NDArray[np.floating[Any]]
DISTANCES = ("nominal", "jaccard", "masi")
_CELLS = 1 << 21


@dataclass(frozen=True, slots=True)
class SetMeetings:
    """How often sets were given, and met on one unit.

    sets: uint64 (n_sets, n_words), the codes of each set as bits.
    given: int64 (n_sets,), weight of each set on units with two or more coders.
    first, second: int64 (n_pairs,), indices of two different sets, first < second.
    met: float64 (n_pairs,), sum over units of weight x coders with first x coders with second / (coders - 1).
    """

    sets: Words
    given: Ints
    first: Ints
    second: Ints
    met: Floats


def set_distance(a: Words, b: Words, distance: str) -> Floats:
    """Distance of sets held as bits, 0 to 1; a, b: uint64 (..., n_words), broadcast against each other.

    nominal: 0 if equal, else 1. jaccard: 1 - |A & B| / |A | B|. masi: 1 - Jaccard similarity x M, M = 1 for equal
    sets, 2/3 if one holds the other, 1/3 if they share something, else 0. Source: Passonneau (2006).
    """
    equal = (a == b).all(axis=-1)
    if distance == "nominal":
        return np.where(equal, 0.0, 1.0)
    common = np.bitwise_count(a & b).sum(axis=-1, dtype=np.int64)
    union = np.bitwise_count(a | b).sum(axis=-1, dtype=np.int64)
    similarity = np.where(union == 0, 1.0, common / np.maximum(union, 1))
    if distance == "masi":
        inside = ((a & ~b) == 0).all(axis=-1) | ((b & ~a) == 0).all(axis=-1)
        similarity = np.where(equal, 1.0, similarity * np.where(inside, 2 / 3, 1 / 3))
    return np.asarray(1.0 - similarity, dtype=np.float64)


def alpha_of_sets(meetings: SetMeetings, distance: str) -> Coefficient:
    """Krippendorff's alpha over the sets, with one of `DISTANCES`."""
    n = int(meetings.given.sum())
    if n == 0:
        return undefined(Why.NO_PAIR)
    apart = set_distance(meetings.sets[meetings.first], meetings.sets[meetings.second], distance)
    within = 2.0 * float((meetings.met * apart).sum())
    between = _expected(meetings, distance)
    if between <= 0:
        return undefined(Why.NO_VARIATION)
    return defined(1 - (n - 1) * within / between)


def _expected(meetings: SetMeetings, distance: str) -> float:
    """Sum over ordered pairs of sets of n_a n_b d(a, b): nominal from the counts, else by blocks of pairs.

    What two sets share is a product of their rows of zeros and ones; each pair is met once and counted twice.
    """
    used = np.flatnonzero(meetings.given)
    given = meetings.given[used].astype(np.float64)
    if distance == "nominal":
        return float(given.sum() ** 2 - (given**2).sum())
    bits = np.unpackbits(meetings.sets[used].view(np.uint8), axis=1, bitorder="little")
    members = bits[:, bits.any(axis=0)].astype(np.float32)
    size = members.sum(axis=1)
    block = max(1, _CELLS // max(1, len(used)))
    total = 0.0
    for low in range(0, len(used), block):
        part = slice(low, low + block)
        similar = _similarity(members[part] @ members[low:].T, size[part, None], size[None, low:], distance)
        sums = similar @ given[low:]
        width = len(sums)
        # Pairs inside the block stand in it twice already, those beyond it once.
        inside = similar[:, :width] @ given[part]
        total += float(given[part] @ (2 * sums - inside))
    return float(given.sum() ** 2 - total)


def _similarity(common: Small, one: Small, other: Small, distance: str) -> Floats:
    """1 - distance of sets from their sizes and what they share; the sizes broadcast against `common`."""
    union = one + other - common
    similar = np.ones(common.shape)
    np.divide(common, union, out=similar, where=union > 0, dtype=np.float64)
    if distance == "masi":
        inside = common == np.minimum(one, other)
        equal = inside & (one == other)
        similar *= np.where(equal, 1.0, np.where(inside, 2 / 3, 1 / 3))
    return similar


def meetings_of(units: Sequence[Sequence[frozenset[Hashable] | None]]) -> SetMeetings:
    """Meetings from a plain table: rows = units, columns = coders, None = missing."""
    labels = {label: n for n, label in enumerate(dict.fromkeys(x for row in units for s in row if s for x in s))}
    ids: dict[frozenset[Hashable], int] = {}
    given: dict[int, int] = {}
    met: dict[tuple[int, int], float] = {}
    for row in units:
        here = [ids.setdefault(s, len(ids)) for s in row if s is not None]
        if len(here) < 2:
            continue
        for n, a in enumerate(here):
            given[a] = given.get(a, 0) + 1
            for b in here[:n]:
                if a != b:
                    key = (min(a, b), max(a, b))
                    met[key] = met.get(key, 0.0) + 1 / (len(here) - 1)
    bits = np.zeros((len(ids), len(labels) // 64 + 1), dtype=np.uint64)
    for labelled, row_number in ids.items():
        for label in labelled:
            word, bit = divmod(labels[label], 64)
            bits[row_number, word] |= np.uint64(1 << bit)
    pairs = np.array(list(met), dtype=np.int64).reshape(-1, 2)
    counts = np.array([given.get(n, 0) for n in range(len(ids))], dtype=np.int64)
    return SetMeetings(bits, counts, pairs[:, 0], pairs[:, 1], np.array(list(met.values()), dtype=np.float64))
