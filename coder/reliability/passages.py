"""The passages of two coders, code by code: where both coded, where one did, and what the other gave there instead.

A passage is what overlaps without a break: runs (touching segments of one coder and code united) of the two coders on
one code. Two short segments against a long one are one passage whose ends differ.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coder.agreement.intervals import Codings, Runs, character_runs
from coder.agreement.results import Bools, Ints
from coder.code_tree import CodeRow

BRANCH, OTHER = 1, 2  # how two different codes stand to each other


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages by code, then place. All arrays int64 (n,) but the flags, bool (n,).

    code, doc: places. start, end: int64 (n, 2), what the first and the second coder coded, from the first to the last
    position, in code points of the document; -1 where that coder did not. equal: both coded just the same.
    whole: it is about the whole document. low, high: where it lies on one axis of all documents.
    """

    code: Ints
    doc: Ints
    start: Ints
    end: Ints
    equal: Bools
    whole: Bools
    low: Ints
    high: Ints

    @property
    def by(self) -> Bools:
        """bool (n, 2): which of the two coded it."""
        return np.asarray(self.start >= 0)

    @property
    def met(self) -> Bools:
        """Passages that both coded, if not from end to end."""
        return np.asarray(self.by.all(axis=1))


def passages_of(codings: Codings, first: int, second: int) -> Passages:
    """The passages of two coders in documents that both cover."""
    part = _of_pair(codings, first, second)
    runs, axis = character_runs(part)
    found = _together(runs, axis.size)
    doc = axis.documents_at(found.low)
    start = np.where(found.start >= 0, found.start - axis.offset[doc][:, None], -1)
    end = np.where(found.end >= 0, found.end - axis.offset[doc][:, None], -1)
    code, at, by = _whole(part)
    # what is about a whole document lies behind all text, each document on a place of its own
    low = axis.size + 2 * at
    flag = np.where(by, 0, -1)
    return Passages(
        np.concatenate([found.code, code]), np.concatenate([doc, at]), np.concatenate([start, flag]),
        np.concatenate([end, flag]), np.concatenate([found.equal, by.all(axis=1)]),
        np.concatenate([np.zeros(len(doc), bool), np.ones(len(at), bool)]), np.concatenate([found.low, low]),
        np.concatenate([found.high, low + 1]),
    )  # fmt: skip


def _of_pair(c: Codings, first: int, second: int) -> Codings:
    shared = c.covered[:, first] & c.covered[:, second]
    rows = np.flatnonzero(shared[c.doc] & ((c.coder == first) | (c.coder == second)))
    who = (c.coder[rows] == second).astype(np.int64)
    return Codings(
        c.doc[rows], who, c.code[rows], c.start[rows], c.end[rows], c.doc_length,
        c.covered[:, [first, second]], c.whole[rows] if c.whole is not None else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Groups:
    code: Ints
    start: Ints
    end: Ints
    equal: Bools
    low: Ints
    high: Ints


def _together(runs: Runs, size: int) -> _Groups:
    """Runs of one code that overlap without a break, grouped; positions on the axis."""
    width = size + 1
    order = np.argsort(runs.code * width + runs.start, kind="stable")
    code, coder, start, end = runs.code[order], runs.coder[order], runs.start[order], runs.end[order]
    if not len(code):
        none = np.zeros(0, np.int64)
        return _Groups(none, np.zeros((0, 2), np.int64), np.zeros((0, 2), np.int64), np.zeros(0, bool), none, none)
    reached = np.maximum.accumulate(code * width + end)
    new = np.concatenate([[True], (code * width + start)[1:] >= reached[:-1]])
    group = np.cumsum(new) - 1
    n = int(group[-1]) + 1
    starts, ends = np.full((n, 2), np.iinfo(np.int64).max), np.full((n, 2), -1)
    np.minimum.at(starts, (group, coder), start)
    np.maximum.at(ends, (group, coder), end)
    starts[ends < 0] = -1
    equal = (starts[:, 0] == starts[:, 1]) & (ends[:, 0] == ends[:, 1]) & (np.bincount(group) == 2)
    first = np.flatnonzero(new)
    return _Groups(code[first], starts, ends, equal, start[first], reached[np.append(first[1:], len(code)) - 1] % width)


def _whole(c: Codings) -> tuple[Ints, Ints, Bools]:
    """Codings of whole documents: code, document, and bool (n, 2) by whom."""
    if c.whole is None or not c.whole.any():
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, 2), bool)
    rows = np.flatnonzero(c.whole & c.covered[c.doc, c.coder])
    key, at = np.unique(c.code[rows] * len(c.doc_length) + c.doc[rows], return_inverse=True)
    by = np.zeros((len(key), 2), bool)
    by[at, c.coder[rows]] = True
    return (key // len(c.doc_length)).astype(np.int64), (key % len(c.doc_length)).astype(np.int64), by


def overlapping(low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """All pairs of intervals that share a position: indices (i, j), each pair once, in no order."""
    order = np.argsort(low, kind="stable")
    start, end = low[order], high[order]
    reach = np.searchsorted(start, end, side="left")
    later = np.maximum(reach - np.arange(len(start)) - 1, 0)
    one = np.repeat(np.arange(len(start)), later)
    other = np.arange(len(one)) - np.repeat(np.cumsum(later) - later, later) + one + 1
    return order[one].astype(np.int64), order[other].astype(np.int64)


def instead(p: Passages) -> tuple[Ints, Ints]:
    """Passages that only the first coded, and passages with another code that only the second did, on the same words.

    Returns the indices (of the first coder's, of the second coder's), each pair that overlaps once.
    """
    alone = np.flatnonzero(~p.met)
    i, j = overlapping(p.low[alone], p.high[alone])
    one, other = alone[i], alone[j]
    firsts = p.by[:, 0]
    turned = ~firsts[one]
    one, other = np.where(turned, other, one), np.where(turned, one, other)
    crossed = firsts[one] & ~firsts[other] & (p.code[one] != p.code[other])
    return one[crossed], other[crossed]


def relations(codes: list[CodeRow]) -> Ints:
    """int64 (n, n): 0 the same code, BRANCH where one is above the other in the tree, else OTHER."""
    place = {c.id: n for n, c in enumerate(codes)}
    parent = {c.id: c.parent_id for c in codes}
    found = np.full((len(codes), len(codes)), OTHER, np.int64)
    np.fill_diagonal(found, 0)
    for n, code in enumerate(codes):
        at = code.parent_id
        while at is not None:
            if at in place:
                found[n, place[at]] = found[place[at], n] = BRANCH
            at = parent.get(at)
    return found


@dataclass(frozen=True, slots=True)
class Confusion:
    """Which code the second coder gave where the first gave which, in passages.

    codes: places of the codes that either used. counts: int64 (n, n), rows the first coder's code, columns the
    second's; on the diagonal passages that both coded with it. Beside it, pairs of overlapping passages of which each
    was coded by one of them alone. nothing: int64 (n, 2), passages that only the first, or only the second, coded and
    on whose words the other put no other code of their own. relation: int64 (n, n), 0, BRANCH or OTHER.
    """

    codes: tuple[int, ...]
    counts: Ints
    nothing: Ints
    relation: Ints

    @property
    def coarser(self) -> int:
        """Pairs of passages on one branch of the tree: one coder coarser than the other."""
        return int(self.counts[self.relation == BRANCH].sum())

    @property
    def other(self) -> int:
        """Pairs of passages with codes of different branches."""
        return int(self.counts[self.relation == OTHER].sum())


def confusion(codings: Codings, codes: list[CodeRow], first: int, second: int) -> Confusion:
    """Confusion between all codes on overlapping passages of two coders."""
    p = passages_of(codings, first, second)
    n = len(codes)
    counts = np.zeros((n, n), np.int64)
    np.add.at(counts, (p.code[p.met], p.code[p.met]), 1)
    one, other = instead(p)
    np.add.at(counts, (p.code[one], p.code[other]), 1)
    alone = ~p.met
    alone[one] = alone[other] = False
    nothing = np.zeros((n, 2), np.int64)
    np.add.at(nothing, (p.code[alone], (~p.by[alone, 0]).astype(np.int64)), 1)
    used = np.flatnonzero(counts.any(axis=0) | counts.any(axis=1) | nothing.any(axis=1))
    grid = np.ix_(used, used)
    return Confusion(tuple(used.tolist()), counts[grid], nothing[used], relations(codes)[grid])
