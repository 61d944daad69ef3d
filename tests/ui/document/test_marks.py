"""The index of segments: what is in sight, whose tint shows, which lane; against the plain way of doing it."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.document.marks import Segment, SegmentIndex, next_index

places = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 120)).map(lambda p: (p[0], p[0] + p[1])), max_size=40)


def _index(spans: list[tuple[int, int]], line_ends: list[int] | None = None) -> SegmentIndex:
    segments = [Segment(id=n, start=a, end=b, color="#0072B2", name=f"c{n}") for n, (a, b) in enumerate(spans)]
    return SegmentIndex.of(segments, None if line_ends is None else np.array(line_ends, dtype=np.int64))


@given(places, st.integers(0, 500), st.integers(0, 100))
def test_a_range_finds_exactly_what_overlaps_it(spans: list[tuple[int, int]], start: int, length: int) -> None:
    index = _index(spans)
    found = {index[n].id for n in index.overlapping(start, start + length).tolist()}
    assert found == {n for n, (a, b) in enumerate(spans) if a < start + length and b > start}


@given(places)
def test_reading_order_is_by_start_and_the_longer_first(spans: list[tuple[int, int]]) -> None:
    assert [(s.start, -s.end) for s in _index(spans)] == sorted((a, -b) for a, b in spans)


@given(places)
def test_every_segment_is_found_by_its_id(spans: list[tuple[int, int]]) -> None:
    index = _index(spans)
    for n in range(len(spans)):
        place = index.find(n)
        assert place is not None
        assert index[place].id == n
    assert index.find("another") is None


@given(places, st.booleans())
def test_flat_pieces_are_disjoint_cover_what_is_coded_and_show_the_shortest_or_the_focused(
    spans: list[tuple[int, int]], focus: bool
) -> None:
    index = _index(spans)
    top = len(spans) // 2 if focus and spans else None
    shown: dict[int, int] = {}
    for piece in index.flat(50, 350, top):
        for p in range(piece.start, piece.end):
            assert p not in shown
            shown[p] = piece.index
    for p in range(50, 350):
        here = [n for n in range(len(index)) if index.starts[n] <= p < index.ends[n]]
        assert (p in shown) == bool(here)
        if here and top in here:
            assert shown[p] == top
        elif here:
            assert index.ends[shown[p]] - index.starts[shown[p]] == min(index.ends[n] - index.starts[n] for n in here)


@given(places)
def test_segments_that_could_share_a_line_never_share_a_lane(spans: list[tuple[int, int]]) -> None:
    index = _index(spans)
    lanes = index.lanes(np.arange(len(index)))
    for a in range(len(index)):
        for b in range(a + 1, len(index)):
            if index.starts[b] < index.ends[a] + 100:
                assert lanes[a][0] != lanes[b][0]
    assert all(0 <= lane < width for lane, width in lanes)


def test_lanes_are_used_again_in_the_next_paragraph() -> None:
    index = _index([(0, 10), (12, 20)], line_ends=[11, 40])
    assert [lane for lane, _ in index.lanes(np.arange(2))] == [0, 0]


def test_lanes_do_not_depend_on_what_was_asked_first() -> None:
    spans = [(n * 7, n * 7 + 40 + n % 5) for n in range(60)]
    late, whole = _index(spans), _index(spans)
    picked = np.array([50, 3])
    assert late.lanes(picked) == [whole.lanes(np.arange(60))[n] for n in (50, 3)]


def test_the_caret_at_either_end_is_in_the_segment_and_the_shortest_comes_first() -> None:
    index = _index([(0, 30), (10, 20)])
    assert [index[n].id for n in index.at(10)] == [1, 0]
    assert [index[n].id for n in index.at(20)] == [1, 0]
    assert [index[n].id for n in index.at(30)] == [0]
    assert index.at(31) == []


def test_walking_starts_at_the_caret_and_stops_at_the_ends() -> None:
    index = _index([(0, 5), (10, 15), (20, 25)])
    assert next_index(index, None, 7, 1) == 1
    assert next_index(index, None, 7, -1) == 0
    assert next_index(index, 2, 0, 1) == 2
    assert next_index(_index([]), None, 0, 1) is None


@given(places)
def test_gaps_are_what_nobody_coded(spans: list[tuple[int, int]]) -> None:
    free = {p for a, b in _index(spans).gaps(600).tolist() for p in range(a, b)}
    assert free == {p for p in range(600) if not any(a <= p < b for a, b in spans)}


def test_a_segment_left_out_shows_what_lies_under_it() -> None:
    index = _index([(0, 30), (10, 20)])
    assert {piece.index for piece in index.flat(0, 30, without=1)} == {0}
