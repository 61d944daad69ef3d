"""The table W: how much of each document was coded by exactly whom, for every code; and the counts made from it.

Everything per code and per pair of coders is arithmetic on these counts. The cost of making them follows the
number of codings, never the length of the texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from coder.agreement.intervals import Axis, Runs
from coder.agreement.results import Bools, Ints

_WORD = 62
_DENSE = 1 << 23


@dataclass(frozen=True, slots=True)
class Table:
    """W, sparse: who coded how much of what.

    code, doc, who, weight: int64 (n_rows,), sorted by code, then document; `who` is a row of `coders`; weight in
    positions of the axis (characters, or units). What nobody coded is not listed: it is what is left of `length`.
    coders: bool (n_sets, n_coders), the coders of each set. length: int64 (n_docs,).
    covered: bool (n_docs, n_coders). n_codes: rows of codes, unused ones included.
    """

    code: Ints
    doc: Ints
    who: Ints
    weight: Ints
    coders: Bools
    length: Ints
    covered: Bools
    n_codes: int


@dataclass(frozen=True, slots=True)
class Counts:
    """All that the coefficients need; the leading axes (...) are codes, or whatever was kept apart.

    judged: int64 (..., r + 1, r + 1): positions that r coders cover and k of them coded, at [r, k]; as large as the
    most coders that cover one document ask for.
    coded, covered: int64 (..., m): positions that each coder coded, and covers.
    both, first, second, neither: int64 (..., n_pairs): of pairs (i, j), i < j, over positions that both cover.
    """

    judged: Ints
    coded: Ints
    covered: Ints
    both: Ints
    first: Ints
    second: Ints
    neither: Ints

    @property
    def n_coders(self) -> int:
        """m."""
        return int(self.coded.shape[-1])

    def pooled(self) -> Counts:
        """The counts of all codes added: the first axis summed."""
        return Counts(*(getattr(self, name).sum(axis=0) for name in self.__slots__))


def table_of(runs: Runs, axis: Axis, covered: Bools, n_codes: int) -> Table:
    """W from the runs of one axis.

    The ends of all runs, sorted per code, cut the text into elementary intervals; each end toggles its coder, so a
    running exclusive-or says who has the code on each of them, and is empty again where a document ends.
    """
    n_docs, n_coders = covered.shape
    position_bits, coder_bits = axis.size.bit_length(), max(1, (n_coders - 1).bit_length())
    events = np.empty(2 * len(runs.code), dtype=np.int64)
    key = runs.code << position_bits
    events[: len(key)] = ((key | runs.start) << coder_bits) | runs.coder
    events[len(key) :] = ((key | runs.end) << coder_bits) | runs.coder
    events.sort()
    who, sets = toggled(events & ((1 << coder_bits) - 1), n_coders)
    place = events >> coder_bits
    length = np.diff(place, append=place[-1:])
    coded: Bools = np.asarray(sets.any(axis=1), dtype=np.bool_)
    some = np.flatnonzero(coded[who] & (length > 0))
    at, code = place[some] & ((1 << position_bits) - 1), place[some] >> position_bits
    group = (code * n_docs + axis.documents_at(at)) * max(1, len(sets)) + who[some]
    found, weight = summed(group, length[some], n_codes * n_docs * max(1, len(sets)))
    rest, who = np.divmod(found, max(1, len(sets)))
    return Table(rest // max(1, n_docs), rest % max(1, n_docs), who, weight, sets, axis.length, covered, n_codes)


def toggled(bit: Ints, n_bits: int) -> tuple[Ints, Bools]:
    """Running exclusive-or of single bits, as indices into the sets that occur.

    bit: int64 (n,), 0 <= bit < n_bits. Returns the index of the set after each toggle, int64 (n,), and the sets,
    bool (n_sets, n_bits). Works for any number of bits, a machine word of them at a time.
    """
    index = np.zeros(len(bit), dtype=np.int64)
    sets = np.zeros((min(1, len(bit)), 0), dtype=np.bool_)
    for low in range(0, n_bits, _WORD):
        width = min(_WORD, n_bits - low)
        here = (bit >= low) & (bit < low + width)
        state = np.bitwise_xor.accumulate(np.where(here, np.int64(1) << np.where(here, bit - low, 0), 0))
        values, inner = distinct(state, 1 << width)
        bits: Bools = np.asarray((values[:, None] >> np.arange(width)) & 1, dtype=np.bool_)
        if low == 0:
            index, sets = inner, bits
            continue
        found, index = distinct(index * len(values) + inner, len(sets) * len(values))
        sets = np.hstack([sets[found // len(values)], bits[found % len(values)]])
    return index, sets


def distinct(values: Ints, limit: int) -> tuple[Ints, Ints]:
    """Sorted distinct values (0 <= value < limit) and, for each value, its index among them; both int64."""
    if limit > max(1 << 16, 4 * len(values)):
        found, index = np.unique(values, return_inverse=True)
        return found, index.astype(np.int64, copy=False)
    seen = np.zeros(limit, dtype=np.bool_)
    seen[values] = True
    found = np.flatnonzero(seen)
    rank = np.zeros(limit, dtype=np.int64)
    rank[found] = np.arange(len(found))
    return found, rank[values]


def summed(key: Ints, weight: Ints, limit: int) -> tuple[Ints, Ints]:
    """Sorted distinct keys (0 <= key < limit) and the exact sum of weights of each; both int64, sums above 0."""
    if limit <= max(_DENSE, 4 * len(key)):
        # Sums of whole numbers below 2^53 are exact in float64.
        sums = np.bincount(key, weights=weight, minlength=1)
        found = np.flatnonzero(sums)
        return found, sums[found].astype(np.int64)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    first = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[first], np.add.reduceat(weight[order], first) if len(first) else weight[:0]


def pairs_of(n_coders: int) -> tuple[Ints, Ints]:
    """Indices (i, j), i < j, of all pairs of coders, in the order of every array of pairs."""
    i, j = np.triu_indices(n_coders, 1)
    return i.astype(np.int64), j.astype(np.int64)


def counts_of(table: Table, weight_of_doc: Ints | None = None) -> Counts:
    """Counts per code from W; weight_of_doc: int64 (n_docs,), how often each document counts (1 each)."""
    times = np.ones(len(table.length), dtype=np.int64) if weight_of_doc is None else weight_of_doc
    length = table.length * times
    weight = table.weight * times[table.doc]
    n, m = table.n_codes, table.covered.shape[1]
    covered = table.covered.astype(np.float64)
    both_cover = (covered * length[:, None]).T @ covered
    both = np.zeros((n, m, m))
    alone = np.zeros((n, m, m))
    bounds = np.searchsorted(table.code, np.arange(n + 1))
    kinds, kind = _kinds(table)
    for code, (low, high) in enumerate(pairwise(bounds)):
        if low == high:
            continue
        amount = np.bincount(kind[low:high], weights=weight[low:high], minlength=1)
        used = np.flatnonzero(amount)
        who = table.coders[kinds[used, 1]].astype(np.float64)
        share = (who * amount[used][:, None]).T
        both[code] = share @ who
        alone[code] = share @ covered[kinds[used, 0]]
    i, j = pairs_of(m)
    met, first, second = both[:, i, j], alone[:, i, j], alone[:, j, i]
    coded = np.einsum("cii->ci", both)
    found = [x.astype(np.int64) for x in (met, first - met, second - met, both_cover[i, j] - first - second + met)]
    in_all = np.broadcast_to((covered * length[:, None]).sum(axis=0).astype(np.int64), (n, m))
    return Counts(_judged(table, weight, length), coded.astype(np.int64), in_all, *found)


def _kinds(table: Table) -> tuple[Ints, Ints]:
    """Kinds of rows, int64 (n_kinds, 2): a document with that coverage, and a set; and the kind of each row."""
    if len(table.doc) == 0:
        return np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.int64)
    packed = np.packbits(table.covered, axis=1)
    _, example, coverage = np.unique(packed, axis=0, return_index=True, return_inverse=True)
    key = coverage.reshape(-1)[table.doc] * len(table.coders) + table.who
    found, kind = distinct(key, len(example) * len(table.coders))
    return np.column_stack([example[found // len(table.coders)], found % len(table.coders)]), kind


def _judged(table: Table, weight: Ints, length: Ints) -> Ints:
    r = table.covered.sum(axis=1)
    m = int(r.max(initial=0))
    key = (table.code * (m + 1) + r[table.doc]) * (m + 1) + table.coders.sum(axis=1)[table.who]
    size = table.n_codes * (m + 1) ** 2
    judged = np.bincount(key, weights=weight, minlength=size).astype(np.int64)
    shaped: Ints = judged.reshape(table.n_codes, m + 1, m + 1)
    shaped[:, :, 0] = np.bincount(r, weights=length, minlength=m + 1).astype(np.int64) - shaped.sum(axis=2)
    return shaped
