"""Seen, coded alike, ended alike: three questions apart, checked against matching written out."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.agreement import Codings, passage_pairs


def codings(*rows, length=100, coders=2, docs=1, covered=None):
    """rows: (doc, coder, code, start, end)."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    cover = np.ones((docs, coders), dtype=bool) if covered is None else covered
    return Codings(*columns, np.full(docs, length), cover)


def test_a_clause_and_its_sentence_are_one_passage_with_other_ends():
    (found,) = passage_pairs(codings((0, 0, 0, 10, 30), (0, 1, 0, 10, 40)), 1)
    assert (found.first, found.second, found.matched) == (1, 1, 1)
    assert (found.identification.value, found.same_codes.value, found.same_ends.value) == (1.0, 1.0, 0.0)
    assert found.overlap.value == pytest.approx(20 / 30)


def test_another_code_on_the_same_words_is_seen_by_both_and_coded_otherwise():
    (found,) = passage_pairs(codings((0, 0, 0, 10, 30), (0, 0, 1, 10, 30), (0, 1, 1, 10, 30)), 2)
    assert (found.first, found.second, found.matched) == (1, 1, 1)
    assert (found.same_codes.value, found.some_code.value, found.same_ends.value) == (0.0, 1.0, 1.0)


def test_less_than_half_in_common_is_no_match_and_half_is():
    (less,) = passage_pairs(codings((0, 0, 0, 0, 10), (0, 1, 0, 6, 10)), 1)
    (half,) = passage_pairs(codings((0, 0, 0, 0, 10), (0, 1, 0, 5, 10)), 1)
    assert (less.matched, half.matched) == (0, 1)
    assert less.identification.value == 0.0
    assert less.same_codes.undefined == "no text was coded by two coders"


def test_without_passages_nothing_is_defined_and_the_reason_is_said():
    (found,) = passage_pairs(codings(), 1)
    assert found.identification.value is None
    assert found.identification.undefined == found.overlap.undefined == "nobody coded anything"


def test_documents_that_one_of_a_pair_does_not_cover_do_not_count():
    covered = np.array([[True, True, True], [True, False, True]])
    found = passage_pairs(
        codings((0, 0, 0, 0, 9), (1, 0, 0, 0, 9), (1, 2, 0, 0, 9), coders=3, docs=2, covered=covered), 1
    )
    assert [(p.first, p.second, p.matched) for p in found] == [(1, 0, 0), (2, 1, 1), (0, 0, 0)]


def written_out(c, i, j):
    """The matching by the words of the docstring, one passage at a time."""
    chosen = {}
    for who in (i, j):
        own: dict[tuple[int, int, int], set[int]] = {}
        for code in set(c.code.tolist()):
            for doc in range(len(c.doc_length)):
                if not (c.covered[doc, i] and c.covered[doc, j]):
                    continue
                marked = np.zeros(int(c.doc_length[doc]) + 2, dtype=bool)
                for n in np.flatnonzero((c.doc == doc) & (c.coder == who) & (c.code == code)):
                    marked[c.start[n] + 1 : c.end[n] + 1] = True
                edges = np.flatnonzero(np.diff(marked.astype(int)))
                for start, end in edges.reshape(-1, 2).tolist():
                    own.setdefault((doc, start, end), set()).add(code)
        chosen[who] = own
    pairs = []
    for a in chosen[i]:
        for b in chosen[j]:
            common = min(a[2], b[2]) - max(a[1], b[1])
            union = max(a[2], b[2]) - min(a[1], b[1])
            if a[0] == b[0] and 2 * common >= union:
                pairs.append((-common / union, a, b))
    used, held = set(), []
    for share, a, b in sorted(pairs):
        if ("a", a) not in used and ("b", b) not in used:
            used |= {("a", a), ("b", b)}
            held.append((-share, chosen[i][a] == chosen[j][b], a[1:] == b[1:]))
    return len(chosen[i]), len(chosen[j]), held


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(2, 4))
def test_matching_is_that_of_going_through_it_by_hand(seed, coders):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(0, 25))
    ends = np.sort(rng.integers(0, 31, (2, n)), axis=0)
    covered = rng.random((2, coders)) < 0.8
    c = Codings(rng.integers(0, 2, n), rng.integers(0, coders, n), rng.integers(0, 3, n), *ends, np.array([30, 30]),
                covered)  # fmt: skip
    for found, (i, j) in zip(passage_pairs(c, 3), combinations(range(coders), 2), strict=True):
        first, second, held = written_out(c, i, j)
        assert (found.first, found.second, found.matched) == (first, second, len(held))
        if held:
            assert found.overlap.value == pytest.approx(np.mean([h[0] for h in held]))
            assert found.same_codes.value == pytest.approx(np.mean([h[1] for h in held]))
            assert found.same_ends.value == pytest.approx(np.mean([h[2] for h in held]))
