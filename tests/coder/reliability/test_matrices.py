"""Figures laid out by pair, document, group and standard are those of a measurement of just that part."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.agreement import Codings, measure
from coder.code_tree import CodeRow
from coder.errors import NothingToCompare
from coder.reliability import Compared, Settings
from coder.reliability.differences import COARSER, ENDS, ONLY_FIRST, ONLY_SECOND, OTHER_CODE, differences
from coder.reliability.drift import Times, by_reading_order, by_version, by_week
from coder.reliability.matrices import against_standard, document_rows, pair_matrix, rows_of_groups
from coder.reliability.passages import BRANCH, confusion, overlapping

N_DOCS, N_CODES, LENGTH = 4, 4, 30


def _tree() -> list[CodeRow]:
    """A parent with two sub-codes, and one code beside it."""
    ids = [uuid4() for _ in range(N_CODES)]
    names = [("Actor",), ("Actor", "Centre"), ("Actor", "Provinces"), ("Funding",)]
    parents: list[UUID | None] = [None, ids[0], ids[0], None]
    return [
        CodeRow(i, p, path, "", "", "", (), "#000000", "", "passage", False, "open", 0, 0)
        for i, p, path in zip(ids, parents, names, strict=True)
    ]


def compared_of(rows: list[tuple[int, int, int, int, int]], covered: np.ndarray) -> Compared:
    """rows: document, coder, code, start, end."""
    t = np.array(rows, dtype=np.int64).reshape(-1, 5)
    lengths = np.full(len(covered), LENGTH)
    codings = Codings(t[:, 0], t[:, 1], t[:, 2], t[:, 3], t[:, 4], lengths, covered)
    names = ["Ana", "Ben", "Cai"][: covered.shape[1]]
    return Compared(
        Settings(unit="character", round=1), names, [uuid4() for _ in names], _tree(),
        [(uuid4(), f"{n}.txt") for n in range(len(covered))], [], [], measure(codings, n_codes=N_CODES),
        int((covered.sum(axis=1) >= 2).sum()), codings, codings,
    )  # fmt: skip


_row = st.tuples(
    st.integers(0, N_DOCS - 1), st.integers(0, 2), st.integers(0, N_CODES - 1), st.integers(0, 20), st.integers(1, 10)
).map(lambda r: (*r[:4], r[3] + r[4]))
_covered = st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=N_DOCS, max_size=N_DOCS).map(np.array)


@st.composite
def studies(draw: st.DrawFn) -> Compared:
    covered = draw(_covered)
    covered[0] = True  # something to compare, whatever else is drawn
    return compared_of(draw(st.lists(_row, max_size=30)), covered)


def _only(compared: Compared, coders: list[int], documents: list[int]) -> Compared | None:
    """The measurement of some coders in some documents alone; None where two do not cover one."""
    c = compared.codings
    keep = np.isin(c.coder, coders) & np.isin(c.doc, documents)
    who = np.array([coders.index(k) if k in coders else -1 for k in range(3)])
    covered = c.covered[:, coders] & np.isin(np.arange(N_DOCS), documents)[:, None]
    covered &= covered.all(axis=1, keepdims=True)
    part = Codings(c.doc[keep], who[c.coder[keep]], c.code[keep], c.start[keep], c.end[keep], c.doc_length, covered)
    try:
        return replace(compared, measured=measure(part, n_codes=N_CODES), codings=part)
    except NothingToCompare:
        return None


def _same(cell, other, pair: int, code: int) -> None:
    p = other.measured.pairs
    assert (cell.both, cell.only_first, cell.only_second, cell.neither) == (
        p.both[pair, code], p.only_first[pair, code], p.only_second[pair, code], p.neither[pair, code],
    )  # fmt: skip
    for mine, name in ((cell.alpha, "alpha_nominal"), (cell.kappa, "cohen_kappa")):
        theirs = p.coefficients[name].at(pair, code)
        assert mine.undefined == theirs.undefined
        assert mine.value == pytest.approx(theirs.value)


@given(studies())
def test_a_pair_s_cell_is_what_the_two_alone_would_give(compared):
    for code in range(N_CODES):
        matrix = pair_matrix(compared, code)
        for i, j in ((0, 1), (0, 2), (2, 1)):
            if (alone := _only(compared, [i, j], list(range(N_DOCS)))) is not None:
                _same(matrix[i][j], alone, 0, code)
        assert [matrix[n][n] for n in range(3)] == [None] * 3


@given(studies(), st.sampled_from([(0, 1), (2, 0)]))
def test_a_document_s_cell_is_what_the_document_alone_would_give(compared, pair):
    rows = document_rows(compared, *pair)
    assert [r.place for r in rows] == [
        d for d in range(N_DOCS) if compared.codings.covered[d, pair[0]] and compared.codings.covered[d, pair[1]]
    ]
    for row in rows:
        alone = _only(compared, list(pair), [row.place])
        for code in range(N_CODES):
            _same(row.codes[code], alone, 0, code)
        assert row.pooled.both == sum(cell.both for cell in row.codes)


@given(studies())
def test_a_group_s_cell_is_what_its_documents_alone_would_give(compared):
    groups = [("odd", (1, 3)), ("even", (0, 2))]
    found = {r.label: r for r in rows_of_groups(compared, 0, 1, groups, code=1)}
    for label, places in groups:
        alone = _only(compared, [0, 1], list(places))
        assert (label in found) == (alone is not None)
        if alone is not None:
            _same(found[label].cell, alone, 0, 1)
    every = rows_of_groups(compared, 0, 1, [("all", range(N_DOCS))], code=1)[0].cell
    assert every == pair_matrix(compared, 1)[0][1]


@given(studies())
def test_against_a_standard_what_is_hit_and_missed_is_the_standard(compared):
    for row in against_standard(compared, 1, 0):
        assert row.hit + row.missed + row.extra == row.cell.positives
        assert (row.found is None) == (row.hit + row.missed == 0)
        if row.found is not None:
            assert row.found == pytest.approx(row.hit / (row.hit + row.missed))
    assert row.code is None  # all codes stand last
    assert row.hit == sum(r.hit for r in against_standard(compared, 1, 0)[:-1])


# -- confusion, against a count by hand over sets of characters --------------------------------


def _runs(compared: Compared, document: int, coder: int, code: int) -> list[tuple[int, int]]:
    c = compared.codings
    taken = [False] * (LENGTH + 2)
    for n in range(len(c.doc)):
        if (c.doc[n], c.coder[n], c.code[n]) == (document, coder, code):
            taken[c.start[n] : c.end[n]] = [True] * int(c.end[n] - c.start[n])
    edges = [k for k in range(LENGTH + 1) if taken[k] != (taken[k - 1] if k else False)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


@given(studies())
def test_confusion_counts_overlapping_passages_of_one_coder_alone(compared):
    expected = np.zeros((N_CODES, N_CODES), int)
    nothing = np.zeros((N_CODES, 2), int)
    for d in range(N_DOCS):
        if not (compared.codings.covered[d, 0] and compared.codings.covered[d, 1]):
            continue
        runs = {(w, c): _runs(compared, d, w, c) for w in (0, 1) for c in range(N_CODES)}
        alone = {
            (w, c): [r for r in runs[w, c] if not any(_touch(r, o) for o in runs[1 - w, c])]
            for w, c in runs
        }
        for x in range(N_CODES):
            for y in range(N_CODES):
                if x != y:
                    expected[x, y] += sum(_touch(r, o) for r in alone[0, x] for o in alone[1, y])
        for (w, c), own in alone.items():
            others = [o for y in range(N_CODES) if y != c for o in alone[1 - w, y]]
            nothing[c, w] += sum(not any(_touch(r, o) for o in others) for r in own)
    found = confusion(compared.codings, compared.codes, 0, 1)
    counts = np.zeros((N_CODES, N_CODES), int)
    counts[np.ix_(found.codes, found.codes)] = found.counts
    np.fill_diagonal(counts, 0)
    assert counts.tolist() == expected.tolist()
    beside = np.zeros((N_CODES, 2), int)
    beside[list(found.codes)] = found.nothing
    assert beside.tolist() == nothing.tolist()


def test_the_same_branch_coarser_is_counted_apart():
    rows = [(0, 0, 0, 0, 10), (0, 1, 1, 0, 8), (0, 0, 2, 12, 20), (0, 1, 3, 12, 20)]
    found = confusion(compared_of(rows, np.ones((1, 2), bool)).codings, _tree(), 0, 1)
    assert (found.coarser, found.other) == (1, 1)
    assert found.relation[0, 1] == BRANCH


def test_each_kind_of_difference_has_its_name():
    rows = [
        (0, 0, 3, 0, 5),  # Ana alone
        (0, 1, 3, 6, 8),  # Ben alone
        (0, 0, 3, 9, 14), (0, 1, 3, 9, 12),  # the ends differ
        (0, 0, 0, 15, 20), (0, 1, 1, 15, 20),  # coarser
        (0, 0, 3, 21, 25), (0, 1, 1, 21, 25),  # another code
    ]  # fmt: skip
    found = differences(compared_of(rows, np.ones((1, 2), bool)), None, 0, 1)
    assert [d.kind for d in found] == [ONLY_FIRST, ONLY_SECOND, ENDS, COARSER, COARSER, OTHER_CODE, OTHER_CODE]
    assert [d.code for d in found] == [3, 3, 3, 0, 1, 1, 3]


def test_a_code_that_both_gave_is_not_given_instead():
    rows = [(0, 0, 3, 0, 5), (0, 0, 1, 0, 5), (0, 1, 1, 0, 5)]
    (found,) = differences(compared_of(rows, np.ones((1, 2), bool)), None, 0, 1)
    assert (found.kind, found.instead, found.others) == (ONLY_FIRST, (), (1,))


@given(studies())
def test_the_differences_of_all_codes_are_those_of_each_code_together(compared):
    every = differences(compared, None, 0, 1)
    single = [d for code in range(N_CODES) for d in differences(compared, code, 0, 1)]
    assert sorted(every, key=repr) == sorted(single, key=repr)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 9)), max_size=15))
def test_overlapping_intervals_are_found_once_each(spans):
    low = np.array([s for s, _ in spans], dtype=np.int64)
    high = low + np.array([n for _, n in spans], dtype=np.int64)
    i, j = overlapping(low, high)
    found = sorted(tuple(sorted(pair)) for pair in zip(i.tolist(), j.tolist(), strict=True))
    expected = [
        (a, b) for a in range(len(low)) for b in range(a + 1, len(low)) if low[a] < high[b] and low[b] < high[a]
    ]
    assert found == expected


# -- groups of documents ----------------------------------------------------------------------


def test_weeks_follow_each_other_over_the_end_of_a_year():
    times = Times(week={0: (2027, 1), 1: (2026, 53), 2: (2026, 53)})
    assert by_week(times) == [("2026-12-28", (1, 2)), ("2027-01-04", (0,))]


@given(st.permutations(range(9)), st.integers(1, 12))
def test_blocks_of_the_reading_order_hold_every_document_once_in_order(order, blocks):
    places = dict(enumerate(order))
    groups = by_reading_order(Times(order=places), range(9), blocks)
    told = [p for _, part in groups for p in part]
    assert told == sorted(range(9), key=places.__getitem__)
    assert max(len(p) for _, p in groups) - min(len(p) for _, p in groups) <= 1
    assert len(groups) == min(blocks, 9)


def test_codebooks_stand_in_the_order_in_which_they_were_frozen():
    times = Times(version={0: "b", 1: "a", 2: "b"}, versions=("a", "never used", "b"))
    assert by_version(times) == [("a", (1,)), ("b", (0, 2))]
