"""The best alignment of what several coders marked in one text: which of their units are the same, at least disorder.

A unitary alignment has at most one unit of each coder; an alignment is a partition of all units into such. Source:
Mathet, Widlöcher & Métivier (2015), The unified and holistic method gamma, sections 4 and 5.1. The minimum is exact:
what is left out of the search is only what cannot be part of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from coder.agreement.partition import TooMuch, assignment, cheapest_partition
from coder.agreement.results import Floats, Ints

# Beyond these an alignment is not looked for: pairs of near units, sets of them, cells of one assignment, states.
MOST_PAIRS = 2_000_000
MOST_SETS = 150_000
MOST_CELLS = 4_000_000
MOST_STATES = 100_000
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Dissimilarity:
    """What it costs to call two units the same: position · d_pos + category · d_cat, both in parts of `empty`.

    d_pos = ((|difference of starts| + |difference of ends|) / (sum of lengths))²; d_cat = 1 for two categories, else 0.
    empty: what it costs that a coder has no such unit (Δ); the costs of two units are multiplied by it.
    """

    position: float = 1.0
    category: float = 1.0
    empty: float = 1.0


@dataclass(frozen=True, slots=True)
class Continuum:
    """What the coders marked in one text. coder (0..n_coders-1), kind: int64 (n,); start < end: float64 (n,).

    low, high: where the text begins and ends.
    """

    coder: Ints
    kind: Ints
    start: Floats
    end: Floats
    n_coders: int
    low: float
    high: float

    def __len__(self) -> int:
        return len(self.coder)


@dataclass(frozen=True, slots=True)
class Alignment:
    """members: int64 (n_alignments, n_coders), a unit's number in the continuum or -1; disorder: float64, of each."""

    members: Ints
    disorder: Floats


def aligned(continuum: Continuum, measure: Dissimilarity) -> Alignment:
    """The alignment with the least sum of disorders. Raises TooMuch where that cannot be told in bounds.

    The disorder of a unitary alignment is the mean over all pairs of coders: d of their units, Δ where one (or both)
    have none; so a unit alone costs Δ.
    """
    n_pairs = continuum.n_coders * (continuum.n_coders - 1) // 2
    one, other, apart = _near_pairs(continuum, measure, n_pairs)
    window = _windows(len(continuum), one, other)
    found: list[Ints] = []
    left = MOST_STATES
    order = np.argsort(window, kind="stable")
    cuts = np.flatnonzero(np.diff(window[order])) + 1
    edge_order = np.argsort(window[one], kind="stable")
    edge_window = window[one][edge_order]
    for units in np.split(order, cuts) if len(order) else []:
        number = window[units[0]]
        low, high = np.searchsorted(edge_window, [number, number + 1])
        own = edge_order[low:high]
        if len(units) == 1:
            members = _alone(units, continuum)
        elif len(np.unique(continuum.coder[units])) == 2:
            members = _two_sides(continuum, units, one[own], other[own], apart[own], 1 + n_pairs)
        else:
            members, looked = _many_sides(continuum, units, (one[own], other[own], apart[own]), n_pairs, left)
            left -= looked
        found.append(members)
    members = np.concatenate(found) if found else np.zeros((0, continuum.n_coders), dtype=np.int64)
    return Alignment(members, _disorders(continuum, measure, members))


def distances(continuum: Continuum, measure: Dissimilarity, one: Ints, other: Ints) -> tuple[Floats, Floats]:
    """d_pos and d_cat, each with its weight and in parts of Δ, of pairs of units: float64 in the shape of both."""
    c = continuum
    off = np.abs(c.start[one] - c.start[other]) + np.abs(c.end[one] - c.end[other])
    span = (c.end[one] - c.start[one]) + (c.end[other] - c.start[other])
    return measure.position * (off / span) ** 2, measure.category * (c.kind[one] != c.kind[other])


def _near_pairs(c: Continuum, measure: Dissimilarity, n_pairs: int) -> tuple[Ints, Ints, Floats]:
    """Pairs of units of different coders that can be in one unitary alignment, and their d in parts of Δ.

    A set that pays, cut in two, costs no more than its parts: over the pairs across the cut the sum of d - Δ is at
    most Δ times the number of pairs of coders. So a unit's distances to all others of its set are together at most
    (pairs of coders + coders - 1) Δ, and no single one is more.
    """
    most = n_pairs + c.n_coders - 1
    ones, others, far = [], [], []
    count = 0
    by_coder = [np.flatnonzero(c.coder == who) for who in range(c.n_coders)]
    for first, second in combinations(by_coder, 2):
        for part in np.array_split(first, max(1, len(first) * len(second) // 1_000_000)):
            pos, cat = distances(c, measure, part[:, None], second[None, :])
            a, b = np.nonzero(pos + cat <= most + _EPSILON)
            count += len(a)
            if count > MOST_PAIRS:
                raise TooMuch
            ones.append(part[a])
            others.append(second[b])
            far.append((pos + cat)[a, b])
    none = np.zeros(0, dtype=np.int64)
    return (np.concatenate([none, *ones]), np.concatenate([none, *others]), np.concatenate([np.zeros(0), *far]))


def _windows(n_units: int, one: Ints, other: Ints) -> Ints:
    """A number per unit; units with different numbers are in no alignment together. int64 (n_units,)."""
    label = np.arange(n_units)
    while True:
        least = np.minimum(label[one], label[other])
        then = label.copy()
        np.minimum.at(then, one, least)
        np.minimum.at(then, other, least)
        then = then[then]
        if np.array_equal(then, label):
            return label
        label = then


def _alone(units: Ints, c: Continuum) -> Ints:
    members = np.full((len(units), c.n_coders), -1, dtype=np.int64)
    members[np.arange(len(units)), c.coder[units]] = units
    return members


def _two_sides(c: Continuum, units: Ints, one: Ints, other: Ints, apart: Floats, limit: float) -> Ints:
    """The window of two coders: an assignment in which two units are set together if d is below the limit (in Δ)."""
    who = np.unique(c.coder[units])
    sides = [units[c.coder[units] == w] for w in who]
    if len(sides[0]) > len(sides[1]):
        sides, one, other = sides[::-1], other, one
    if len(sides[0]) * len(sides[1]) > MOST_CELLS:
        raise TooMuch
    cost = np.zeros((len(sides[0]), len(sides[1])))
    rank = np.empty(int(units.max()) + 1, dtype=np.int64)
    for side in sides:
        rank[side] = np.arange(len(side))
    cost[rank[one], rank[other]] = np.minimum(apart - limit, 0.0)
    column = assignment(cost)
    met = cost[np.arange(len(column)), column] < 0
    members = _alone(sides[0], c)
    members[met, c.coder[sides[1][0]]] = sides[1][column[met]]
    rest = np.delete(sides[1], column[met])
    return np.concatenate([members, _alone(rest, c)])


def _many_sides(c: Continuum, units: Ints, pairs: tuple[Ints, Ints, Floats], n_pairs: int, cap: int
                ) -> tuple[Ints, int]:  # fmt: skip
    """The window of three coders and more, and how many states were looked at."""
    rank = np.full(len(c), -1, dtype=np.int64)
    rank[units] = np.arange(len(units))
    n = len(units)
    members, within = _sets(c.coder[units], c.n_coders, n_pairs, (rank[pairs[0]], rank[pairs[1]], pairs[2]))
    size = (members >= 0).sum(axis=1)
    cost = (within + (n_pairs - size * (size - 1) / 2)) / n_pairs
    pays = cost <= size + _EPSILON
    members, cost = members[pays], cost[pays]
    middle = (c.start[units] + c.end[units]).tolist()
    order = sorted(range(n), key=lambda unit: (middle[unit], unit))
    chosen, looked = cheapest_partition(members, cost, order, cap)
    best = members[chosen]
    return np.where(best >= 0, units[best], -1), looked


def _sets(coder: Ints, n_coders: int, n_pairs: int, pairs: tuple[Ints, Ints, Floats]) -> tuple[Ints, Floats]:
    """All sets of near units, at most one a coder, that can pay; and the sum of d between their units, in Δ.

    Made coder by coder: every set so far stays as it is, or takes one unit that is near its first.
    """
    n = len(coder)
    far = np.full((n, n), np.inf)
    far[pairs[0], pairs[1]] = far[pairs[1], pairs[0]] = pairs[2]
    near = np.isfinite(far)
    most = n_pairs + n_coders - 1 + _EPSILON
    sets, total = np.full((1, n_coders), -1, dtype=np.int64), np.zeros((1, n_coders))
    for who in range(n_coders):
        own = np.flatnonzero(coder == who)
        begun = np.flatnonzero((sets >= 0).any(axis=1))
        lead = sets[begun, (sets[begun] >= 0).argmax(axis=1)]
        meets = near[np.ix_(lead, own)]
        if np.count_nonzero(meets) > 8 * MOST_SETS:
            raise TooMuch
        row, col = np.nonzero(meets)
        row, unit = begun[row], own[col]
        grown, sums = sets[row], total[row]
        for before in range(who):
            there = grown[:, before] >= 0
            step = np.where(there, far[grown[:, before], unit], 0.0)
            sums[:, before] += step
            sums[:, who] += step
        fits = (sums <= most).all(axis=1)
        grown, sums, unit = grown[fits], sums[fits], unit[fits]
        grown[:, who] = unit
        alone = np.full((len(own), n_coders), -1, dtype=np.int64)
        alone[:, who] = own
        sets = np.concatenate([sets, grown, alone])
        total = np.concatenate([total, sums, np.zeros((len(own), n_coders))])
        if len(sets) > MOST_SETS:
            raise TooMuch
    size = (sets >= 0).sum(axis=1)
    # a unit of a set of k costs the others at most (pairs of coders + k - 1) together, else it stood better alone
    pays = (size > 0) & (total <= (n_pairs + size - 1)[:, None] + _EPSILON).all(axis=1)
    return sets[pays], total[pays].sum(axis=1) / 2


def _disorders(c: Continuum, measure: Dissimilarity, members: Ints) -> Floats:
    n_pairs = c.n_coders * (c.n_coders - 1) // 2
    total: NDArray[np.float64] = np.zeros(len(members))
    for i, j in combinations(range(c.n_coders), 2):
        both = (members[:, i] >= 0) & (members[:, j] >= 0)
        pos, cat = distances(c, measure, members[both, i], members[both, j])
        step = np.ones(len(members))
        step[both] = pos + cat
        total += step
    return np.asarray(measure.empty * total / n_pairs, dtype=np.float64)
