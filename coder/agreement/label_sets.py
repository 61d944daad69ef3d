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
_CELLS = 1 << 19


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
    """Sum over ordered pairs of sets of n_a n_b d(a, b).

    Every two different sets are met once, in blocks, and counted twice. What they share is a product of their rows of
    zeros and ones. The empty set shares nothing with another, and stands apart.
    """
    bits = np.unpackbits(meetings.sets.view(np.uint8), axis=1, bitorder="little")
    size = bits.sum(axis=1, dtype=np.int64)
    given = meetings.given.astype(np.float64)
    alike = float((given**2).sum())
    used = np.flatnonzero((meetings.given > 0) & (size > 0))
    if distance != "nominal" and len(used):
        # Smallest first, so that of two sets only the earlier can lie within the other.
        used = used[np.argsort(size[used], kind="stable")]
        members = bits[used][:, bits[used].any(axis=0)].astype(np.float32)
        alike += 2 * _shared_by_pairs(members, given[used], masi=distance == "masi")
    return float(given.sum() ** 2 - alike)


def _shared_by_pairs(members: Small, given: Floats, *, masi: bool) -> float:
    """Sum over a < b of n_a n_b similarity(a, b); members: (n_sets, n_codes), no row empty, sizes not falling."""
    size = members.sum(axis=1)
    total, block = 0.0, max(1, _CELLS // len(members))
    for low in range(0, len(members), block):
        part = slice(low, low + block)
        common = members[part] @ members[low:].T
        similar = np.divide(common, size[part, None] + size[None, low:] - common, dtype=np.float64)
        if masi:
            similar /= 3
            similar[common == size[part, None]] *= 2
        width = len(common)
        similar[:, :width][np.tril_indices(width)] = 0
        total += float(given[part] @ (similar @ given[low:]))
    return total


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
