"""The cheapest way to set units together, exactly: two sides by assignment, more by duals and a search."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np

from coder.agreement.results import Floats, Ints

# Softness of the duals, from coarse to fine, in units of cost; rounds at each.
_SOFTNESS = (0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005)
_ROUNDS = 12
_HARD_ROUNDS = 4
_TIE = 10  # decimals to which two costs are one


class TooMuch(Exception):
    """More would have to be weighed than is done; the caller says so and gives no figure."""


def assignment(cost: Floats) -> Ints:
    """The column of each row in the cheapest assignment of every row to a column of its own.

    cost: float64 (n_rows, n_columns), n_rows <= n_columns. Returns int64 (n_rows,).
    Source: Kuhn (1955), shortest augmenting paths with potentials (Jonker & Volgenant, 1987); O(rows² · columns).
    """
    n_rows, n_columns = cost.shape
    potential, held = np.zeros(n_columns + 1), np.full(n_columns + 1, -1, dtype=np.int64)
    of_row = np.zeros(n_rows)
    for row in range(n_rows):
        held[n_columns] = row
        at = n_columns
        nearest, back = np.full(n_columns, np.inf), np.full(n_columns, n_columns, dtype=np.int64)
        done = np.zeros(n_columns + 1, dtype=np.bool_)
        while held[at] >= 0:
            done[at] = True
            own = int(held[at])
            open_ = ~done[:n_columns]
            reach = cost[own] - of_row[own] - potential[:n_columns]
            better = open_ & (reach < nearest)
            nearest[better], back[better] = reach[better], at
            then = int(np.argmin(np.where(open_, nearest, np.inf)))
            step = nearest[then]
            of_row[held[done]] += step
            potential[done] -= step
            nearest[open_] -= step
            at = then
        while at != n_columns:
            held[at], at = held[back[at]], int(back[at])
    columns = np.flatnonzero(held[:n_columns] >= 0)
    out = np.empty(n_rows, dtype=np.int64)
    out[held[columns]] = columns
    return out


def cheapest_partition(members: Ints, cost: Floats, order: Sequence[int], cap: int) -> tuple[list[int], int]:
    """The sets that hold every unit once at the least cost in all, and how many states the search looked at.

    members: int64 (n_sets, n_coders), a unit's number or -1; every unit also stands in a set of its own.
    cost: float64 (n_sets,). order: all units, in the order in which they are settled (neighbours near each other).
    cap: states at the most; `TooMuch` beyond it, never a second-best answer.

    Duals first (block ascent, softened and then hard: each set has at most one unit of a coder, so all units of a
    coder move at once). What a set costs beyond its duals is never below 0, and is what the search adds up: the
    first unit not settled is settled by one of its sets, cheapest sum first, each state (what is settled) once.
    """
    excess = _beyond_duals(members, cost)
    place = np.empty(max(order) + 2, dtype=np.int64)
    place[list(order)] = np.arange(len(order))
    at = np.where(members >= 0, place[members], len(order))
    limit, looked = 0.01, 0
    while True:
        found, states = _search(_sets_within(at, excess, len(order), limit), limit, cap - looked)
        looked += states
        if found is not None:
            return found, looked
        limit *= 2


def _sets_within(at: Ints, excess: Floats, n_units: int, limit: float) -> list[list[tuple[float, int, int]]]:
    """By the first unit that they hold: excess, number and units (as bits) of the sets that the limit allows."""
    out: list[list[tuple[float, int, int]]] = [[] for _ in range(n_units)]
    kept = np.flatnonzero(excess <= limit)
    for n in kept[np.argsort(excess[kept], kind="stable")].tolist():
        units = [unit for unit in at[n].tolist() if unit < n_units]
        out[min(units)].append((float(excess[n]), n, sum(1 << unit for unit in units)))
    return out


def _beyond_duals(members: Ints, cost: Floats) -> Floats:
    """What each set costs beyond the duals of its units, float64 (n_sets,), never below 0."""
    over = cost.astype(np.float64).copy()
    groups = []
    for own in members.T:
        rows = np.flatnonzero(own >= 0)
        if len(rows):
            rows = rows[np.argsort(own[rows], kind="stable")]
            starts = np.flatnonzero(np.diff(own[rows], prepend=-1))
            groups.append((rows, starts, np.diff(np.append(starts, len(rows)))))
    for soft in _SOFTNESS:
        for _ in range(_ROUNDS):
            for rows, starts, sizes in groups:
                here = over[rows]
                least = np.minimum.reduceat(here, starts)
                near = np.exp((np.repeat(least, sizes) - here) / soft)
                over[rows] = here - np.repeat(least - soft * np.log(np.add.reduceat(near, starts)), sizes)
    for _ in range(_HARD_ROUNDS):
        for rows, starts, sizes in groups:
            over[rows] -= np.repeat(np.minimum.reduceat(over[rows], starts), sizes)
    return np.maximum(over, 0.0)


def _search(by_first: list[list[tuple[float, int, int]]], limit: float, cap: int) -> tuple[list[int] | None, int]:
    """The cheapest partition whose sum is within the limit, None if there is none; and the states looked at."""
    everything = (1 << len(by_first)) - 1
    waiting: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    came: dict[int, tuple[float, int, int]] = {0: (0.0, -1, 0)}  # state -> sum, set, state before
    closed: set[int] = set()
    while waiting:
        _, _, state = heapq.heappop(waiting)
        if state in closed:
            continue
        closed.add(state)
        if len(closed) > cap:
            raise TooMuch
        if state == everything:
            return _way(came, state), len(closed)
        spent = came[state][0]
        next_unit = (~state & (state + 1)).bit_length() - 1
        for over, n, bits in by_first[next_unit]:
            total = spent + over
            if total > limit:
                break
            if bits & state:
                continue
            then = state | bits
            known = came.get(then)
            if known is None or total < known[0]:
                came[then] = (total, n, state)
                heapq.heappush(waiting, (round(total, _TIE), -then.bit_count(), then))
    return None, len(closed)


def _way(came: dict[int, tuple[float, int, int]], state: int) -> list[int]:
    sets = []
    while state:
        _, n, state = came[state]
        sets.append(n)
    return sets
