"""Side by side: what both coded just the same is told apart from what differs."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from coder.reliability.sides import sides
from coder.spans import Span

ANA, BEN, CAI = uuid4(), uuid4(), uuid4()
CODES = [uuid4(), uuid4()]
segments = st.lists(
    st.tuples(st.sampled_from([ANA, BEN, CAI]), st.sampled_from(CODES), st.integers(0, 15), st.integers(1, 6)),
    max_size=15,
).map(lambda rows: [(n, who, code, Span(start, start + length)) for n, (who, code, start, length) in enumerate(rows)])


def _characters(rows, who, code):
    return {p for _, w, c, span in rows if (w, c) == (who, code) for p in range(span.start, span.end)}


@given(segments)
def test_each_segment_of_the_two_stands_on_its_coder_s_side_and_nobody_else_s_does(rows):
    found = sides(rows, ANA, BEN)
    assert {n: side.first for n, side in found.items()} == {n: who == ANA for n, who, _, _ in rows if who != CAI}


@given(segments)
def test_agreed_means_that_both_coded_just_these_words_with_it(rows):
    found = sides(rows, ANA, BEN)
    for n, who, code, span in rows:
        if who == CAI:
            continue
        mine, theirs = _characters(rows, who, code), _characters(rows, BEN if who == ANA else ANA, code)
        low, high = span.start, span.end
        while low - 1 in mine:
            low -= 1
        while high in mine:
            high += 1
        same = set(range(low, high)) <= theirs and low - 1 not in theirs and high not in theirs
        assert found[n].agreed == same


@given(segments)
def test_turning_the_coders_round_turns_the_sides_round(rows):
    one, other = sides(rows, ANA, BEN), sides(rows, BEN, ANA)
    assert {n: (not s.first, s.agreed) for n, s in one.items()} == {n: (s.first, s.agreed) for n, s in other.items()}
