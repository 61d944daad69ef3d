"""Spans, text maps and the UTF-16 map: laws, and the cases the laws were learned from."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.spans import Span, TextMap, Utf16Map, canonical, canonical_with_map, overlap, text_hash, union

# Every kind of character that some rule touches, and plain ones between them.
ODD = "\r\n\ufeff\ud800\udfff\ufdd0\ufdd1\x00\u2028\u2029\u00a0\U0001f600\U0001f1f7\u0301\u05d0"
texts = st.text(st.one_of(st.sampled_from(ODD + "ab \n"), st.characters(codec=None)), max_size=40)
spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def text_maps(draw: st.DrawFn, longest: int = 60) -> TextMap:
    """Maps between texts of up to some tens of characters."""
    pieces = []
    old = new = 0
    for _ in range(draw(st.integers(0, 5))):
        old += draw(st.integers(0, 3))
        new += draw(st.integers(0, 3))
        length = draw(st.integers(1, 5))
        pieces.append((old, new, length))
        old, new = old + length, new + length
    return TextMap(tuple(pieces))


@st.composite
def wide_maps(draw: st.DrawFn) -> TextMap:
    """Maps in which some characters read as several."""
    pieces, wide = [], {}
    old = new = 0
    for _ in range(draw(st.integers(0, 5))):
        old += draw(st.integers(0, 3))
        new += draw(st.integers(0, 3))
        length, several = draw(st.integers(1, 5)), draw(st.integers(1, 4))
        pieces.append((old, new, length))
        old, new = old + length, new + length + several - 1
        wide |= {old - 1: several} if several > 1 else {}
    return TextMap(tuple(pieces), wide)


def kept(text_map: TextMap) -> dict[int, int]:
    """The map written out, one old position after the other: the slow truth."""
    return {old + n: new + n for old, new, length in text_map.pieces for n in range(length)}


def reads_as(text_map: TextMap) -> dict[int, Span]:
    """The same with all that a character reads as."""
    return {old: Span(new, new + text_map.wide.get(old, 1)) for old, new in kept(text_map).items()}


# -- spans ------------------------------------------------------------------------------------


@given(st.lists(spans, max_size=8))
def test_a_union_covers_the_same_characters_in_order_without_touching(given_spans: list[Span]) -> None:
    united = union(given_spans)
    assert {p for s in united for p in range(*s)} == {p for s in given_spans for p in range(*s)}
    assert all(a.end < b.start for a, b in pairwise(united))
    assert not any(s.empty for s in united)


@given(spans, spans)
def test_overlap_clip_and_contains_count_the_same_characters(a: Span, b: Span) -> None:
    both = set(range(*a)) & set(range(*b))
    assert overlap(a, b) == overlap(b, a) == a.clip(b).length == len(both)
    assert set(range(*a.clip(b))) == both
    if both:
        assert a.overlaps(b)
    if not b.empty:
        assert a.contains(b) == (both == set(range(*b)))


def test_a_quote_is_what_the_span_covers() -> None:
    assert Span(3, 6).quote("На 😀чём") == "😀чё"


# -- canonical text ---------------------------------------------------------------------------


@given(texts)
def test_canonical_text_is_canonical(text: str) -> None:
    made = canonical(text)
    assert canonical(made) == made
    assert made.encode("utf-8").decode("utf-8") == made
    assert not any(odd in made for odd in "\r\x00\ufdd0\ufdd1")


@pytest.mark.parametrize(
    ("given_text", "kept_text"),
    [
        ("a\r\nb\rc\n\rd\r\r\ne", "a\nb\nc\n\nd\n\ne"),
        ("\ufeffa\ufeffb", "a\ufeffb"),
        ("\ufeff\ufeffa", "a"),
        ("a\ud83db\ude00c\x00d\ufdd0e\ufdd1f", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"),
        ("\u00a0\u2028\u2029\x0b\x0c\x85 \u200b", "\u00a0\u2028\u2029\x0b\x0c\x85 \u200b"),
        ("\ufdcf\ufdd2", "\ufdcf\ufdd2"),
        ("é e\u0301 \U0001f600", "é e\u0301 \U0001f600"),
    ],
)
def test_only_what_is_named_is_altered(given_text: str, kept_text: str) -> None:
    assert canonical(given_text) == kept_text


@given(texts, spans)
def test_positions_follow_their_words_into_the_canonical_text(text: str, span: Span) -> None:
    span = span.clip(Span(0, len(text)))
    made, text_map = canonical_with_map(text)
    assert made == canonical(text)
    moved = text_map.forward(span)
    words = canonical("." + span.quote(text))[1:]  # the dot: not every span stands at the text's beginning
    if moved is None:
        assert not words.strip("\n\ufeff")
    else:
        # A span may begin or end within a CRLF, or in the byte order marks: only that may differ.
        assert moved.quote(made).strip("\n\ufeff") == words.strip("\n\ufeff")


def test_a_map_of_an_unaltered_text_leaves_every_position() -> None:
    made, text_map = canonical_with_map("as it is")
    assert (made, text_map.pieces) == ("as it is", ((0, 0, 8),))


def test_a_hash_is_that_of_the_canonical_text() -> None:
    assert text_hash("\ufeffа\r\n") == text_hash("а\n") == hashlib.sha256("а\n".encode()).digest()


# -- text maps --------------------------------------------------------------------------------


@given(text_maps(), spans)
def test_a_span_is_carried_from_its_first_kept_character_to_its_last(text_map: TextMap, span: Span) -> None:
    places = [new for old, new in kept(text_map).items() if span.start <= old < span.end]
    assert text_map.forward(span) == (Span(places[0], places[-1] + 1) if places else None)


@given(text_maps())
def test_positions_stay_in_order(text_map: TextMap) -> None:
    places = [text_map.position(p) for p in range(50)]
    assert places == sorted(places)
    assert all(places[old] == new for old, new in kept(text_map).items() if old < 50)


@given(text_maps(), text_maps())
def test_two_maps_chained_keep_what_both_keep(first: TextMap, second: TextMap) -> None:
    late = kept(second)
    assert kept(first.then(second)) == {old: late[p] for old, p in kept(first).items() if p in late}


@given(wide_maps(), spans)
def test_a_span_takes_all_that_its_last_character_reads_as(text_map: TextMap, span: Span) -> None:
    places = [new for old, new in reads_as(text_map).items() if span.start <= old < span.end]
    assert text_map.forward(span) == (Span(places[0].start, places[-1].end) if places else None)
    passage = text_map.passage(span)
    assert (passage is None) == (not places)
    assert passage is None or not places or passage.contains(Span(places[0].start, places[-1].end))


@given(wide_maps())
def test_positions_stay_in_order_where_characters_read_as_several(text_map: TextMap) -> None:
    places = [text_map.position(p) for p in range(50)]
    assert places == sorted(places)
    assert all(places[old] == new.start for old, new in reads_as(text_map).items() if old < 50)


@given(wide_maps(), wide_maps())
def test_chained_a_character_reads_as_what_the_second_makes_of_what_the_first_made(a: TextMap, b: TextMap) -> None:
    both = {old: b.forward(place) for old, place in reads_as(a).items()}
    assert reads_as(a.then(b)) == {old: place for old, place in both.items() if place is not None}


@given(wide_maps())
def test_a_map_is_stored_and_read_again_and_back_leads_back(text_map: TextMap) -> None:
    assert TextMap.stored(text_map.to_store()) == text_map
    assert all(text_map.back().forward(Span(*new)) == Span(old, old + 1) for old, new in reads_as(text_map).items())


@given(text_maps(), text_maps(), text_maps())
def test_chaining_may_be_done_in_any_grouping(a: TextMap, b: TextMap, c: TextMap) -> None:
    assert a.then(b).then(c) == a.then(b.then(c))


@pytest.mark.parametrize("pieces", [((0, 0, 0),), ((0, 0, 3), (2, 5, 1)), ((0, 3, 1), (5, 2, 1)), ((-1, 0, 2),)])
def test_a_map_that_does_not_ascend_is_refused(pieces: tuple[tuple[int, int, int], ...]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        TextMap(pieces)


def test_a_map_of_many_lines_is_quick_to_make_and_to_ask() -> None:
    text = "a line\r\n" * 100_000
    made, text_map = canonical_with_map(text)
    assert len(text_map.pieces) == 100_001
    for n in range(0, 100_000, 7):
        moved = text_map.forward(Span(8 * n, 8 * n + 6))
        assert moved is not None
        assert moved.start == 7 * n
        assert moved.quote(made) == "a line"
    assert text_map.then(TextMap(((0, 0, len(made)),))) == text_map


# -- Qt's units -------------------------------------------------------------------------------


@given(texts.map(canonical))
def test_positions_survive_the_trip_to_qt_and_back(text: str) -> None:
    units = Utf16Map(text)
    for p in range(len(text) + 1):
        assert units.to_qt(p) == len(text[:p].encode("utf-16-le")) // 2
        assert units.from_qt(units.to_qt(p)) == p


@given(texts.map(canonical))
def test_inside_a_surrogate_pair_is_the_start_of_its_character(text: str) -> None:
    units = Utf16Map(text)
    for p, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert units.from_qt(units.to_qt(p) + 1) == p
