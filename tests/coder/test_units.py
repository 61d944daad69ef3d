"""Units of text: the rules of UAX #29 by example, the laws that hold for any text, and what they cost."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import CoderError
from coder.spans import Span, canonical
from coder.units import (
    UNITS,
    grapheme_at,
    graphemes,
    nonblank_prefix,
    paragraph_at,
    paragraphs,
    sentence_at,
    sentences,
    snap_outward,
    unit_bounds,
    word_at,
    words,
)

# Something of every class that a rule names, and enough plain text between.
ALPHABET = (
    "abAB12 .,!?:;'\"()«»…—-_\n\n\u2028\u2029\u0085\t\u00a0\u00ad\u0301\u200d\u200f\ufe0f\u20e3"
    "жЖёאב״ｱアあ漢字กำาا۔\u0600१क्ष\U0001f600\U0001f468\U0001f3fd\U0001f1f7\U0001f1fa\u2139。？\uac00\u1100\u1161"
)
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f3fd"
RUSSIA, GERMANY = "\U0001f1f7\U0001f1fa", "\U0001f1e9\U0001f1ea"
texts = st.one_of(
    st.text(st.sampled_from(ALPHABET), max_size=60), st.text(st.characters(codec="utf-8"), max_size=30)
).map(canonical)
units = st.sampled_from(UNITS)


def quotes(text: str, found: list[Span]) -> list[str]:
    return [span.quote(text) for span in found]


# -- sentences, rule by rule ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("SB4", "One\u2028two\u2029three\nfour", ["One", "two", "three", "four"]),
        ("SB5", "Done.\u00ad\u0301 Next", ["Done.\u00ad\u0301", "Next"]),
        ("SB6", "It cost 3.50 or .5 of it. Yes", ["It cost 3.50 or .5 of it.", "Yes"]),
        ("SB7", "The U.S.A. Congress sat", ["The U.S.A.", "Congress sat"]),
        ("SB7", "see www.Site.Org now. Go", ["see www.Site.Org now.", "Go"]),
        ("SB8", "ca. 5 km (approx. “three” miles). End", ["ca. 5 km (approx. “three” miles).", "End"]),
        ("SB8", "в т. ч. на «заводе» и т. д. Позже", ["в т. ч. на «заводе» и т. д.", "Позже"]),
        ("SB8a", "“No!”, she said?! Well. . . then", ["“No!”, she said?!", "Well. . . then"]),
        ("SB9", "«Он ушёл.») Она осталась", ["«Он ушёл.»)", "Она осталась"]),
        ("SB10", "Stop!  \t And go", ["Stop!", "And go"]),
        ("SB11", "Why? Because. Really! Да… Нет", ["Why?", "Because.", "Really!", "Да… Нет"]),
        ("SB11", "他来了。她走了！真的？是", ["他来了。", "她走了！", "真的？", "是"]),
        ("SB11", "وصل اليوم؟ نعم۔ ثم غادر", ["وصل اليوم؟", "نعم۔", "ثم غادر"]),
        ("SB998", "no full stop at all, 漢字 and more", ["no full stop at all, 漢字 and more"]),
    ],
)
def test_a_sentence_ends_where_the_rule_says(rule: str, text: str, expected: list[str]) -> None:
    assert quotes(text, sentences(text)) == expected, rule


def test_a_sentence_never_runs_over_a_line_and_blank_ones_do_not_exist() -> None:
    text = "  Title without a stop \n\n \t\nFirst. Second\u00a0\n"
    assert quotes(text, sentences(text)) == ["Title without a stop", "First.", "Second"]


# -- words and graphemes, rule by rule --------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("WB3c", "a\u200d\U0001f600 b", ["a\u200d\U0001f600", "b"]),
        ("WB4", "e\u0301te\u0301 a\u00adb", ["e\u0301te\u0301", "a\u00adb"]),
        ("WB5", "Привет, world!", ["Привет", "world"]),
        ("WB6", "can't l’État e.g. a:b", ["can't", "l’État", "e.g", "a:b"]),
        ("WB6", "a'\u0301b 'quoted' a''b", ["a'\u0301b", "quoted", "a", "b"]),
        ("WB7a", "ג' אב", ["ג'", "אב"]),
        ("WB7b", 'צה"ל "אב"', ['צה"ל', "אב"]),
        ("WB8", "2025 R2D2 3rd", ["2025", "R2D2", "3rd"]),
        ("WB11", "1,234.56 3.a 7:30", ["1,234.56", "3", "a", "7", "30"]),
        ("WB13", "カタカナ ひら", ["カタカナ", "ひ", "ら"]),
        ("WB13a", "snake_case_1 __ _x", ["snake_case_1", "_x"]),
        ("WB15", "\U0001f1f7\U0001f1fa\U0001f1e9\U0001f1ea x", ["x"]),
        ("WB999", "漢字 well-known", ["漢", "字", "well", "known"]),
    ],
)
def test_a_word_ends_where_the_rule_says(rule: str, text: str, expected: list[str]) -> None:
    assert quotes(text, words(text)) == expected, rule


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("GB3", "a\nb", ["a", "\n", "b"]),
        ("GB6", "\u1100\u1161\u11a8가", ["\u1100\u1161\u11a8", "가"]),
        ("GB9", "e\u0301x\u200d", ["e\u0301", "x\u200d"]),
        ("GB9a", "กำ", ["กำ"]),
        ("GB9b", "\u06001a", ["\u06001", "a"]),
        ("GB9c", "क्षि", ["क्षि"]),
        ("GB11", f"{FAMILY}!", [FAMILY, "!"]),
        ("GB12", RUSSIA + GERMANY + "\U0001f1eb", [RUSSIA, GERMANY, "\U0001f1eb"]),
    ],
)  # fmt: skip
def test_a_grapheme_ends_where_the_rule_says(rule: str, text: str, expected: list[str]) -> None:
    assert quotes(text, list(graphemes(text))) == expected, rule


def test_a_paragraph_is_a_line_with_something_on_it() -> None:
    text = "\n One \n\n \u00a0\nTwo\u2028still two\u2029Three"
    assert quotes(text, paragraphs(text)) == [" One ", "Two\u2028still two", "Three"]


# -- laws -------------------------------------------------------------------------------------


@given(texts, units)
def test_units_lie_in_order_without_overlap_inside_the_text(text: str, unit: str) -> None:
    bounds = unit_bounds(text, unit)
    assert bounds.dtype == np.int64
    assert bounds.shape == (len(bounds), 2)
    flat = bounds.ravel()
    assert (np.diff(flat) >= 0).all()
    if len(flat):
        assert flat[0] >= 0
        assert flat[-1] <= len(text)
    if unit != "document":
        assert (bounds[:, 1] > bounds[:, 0]).all()


@given(texts)
def test_sentences_and_paragraphs_hold_every_character_that_is_not_blank(text: str) -> None:
    for found in (sentences(text), paragraphs(text)):
        held = {p for span in found for p in range(*span)}
        assert held >= {p for p, character in enumerate(text) if not character.isspace()}


@given(texts)
def test_every_letter_and_digit_lies_in_a_word(text: str) -> None:
    letters = {found.start() for found in regex.finditer(r"[\p{L}\p{N}]", text)}
    assert {p for span in words(text) for p in range(*span)} >= letters
    assert all(letters & set(range(*span)) for span in words(text))


@given(texts)
def test_every_sentence_lies_in_one_paragraph_and_has_no_blank_ends(text: str) -> None:
    lines = paragraphs(text)
    for span in sentences(text):
        assert sum(line.contains(span) for line in lines) == 1
        assert span.quote(text) == span.quote(text).strip()


@given(texts)
def test_graphemes_fill_the_text(text: str) -> None:
    found = list(graphemes(text))
    assert "".join(quotes(text, found)) == text
    assert all(a.end == b.start for a, b in pairwise(found))


@given(texts, st.integers(0, 60))
def test_what_is_found_around_a_position_is_a_unit_of_the_text(text: str, position: int) -> None:
    position = min(position, len(text))
    for found in graphemes(text):
        if found.start <= position < found.end:
            assert grapheme_at(text, position) == found
    for found in sentences(text):
        if found.start <= position < found.end:
            assert sentence_at(text, position) == found
    for found in paragraphs(text):
        if found.start <= position <= found.end:
            assert paragraph_at(text, position) == found
    for found in words(text):
        if found.start <= position < found.end and found.quote(text).isascii():
            assert word_at(text, position) == found


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_a_selection_snaps_outward_to_whole_graphemes_and_then_stays(text: str, a: int, b: int) -> None:
    span = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    snapped = snap_outward(text, span)
    edges = {0, len(text)} | {found.start for found in graphemes(text)}
    assert {snapped.start, snapped.end} <= edges
    assert snap_outward(text, snapped) == snapped
    if span.empty:
        assert snapped.empty
    else:
        assert snapped.contains(span)
        inner = [e for e in edges if snapped.start < e <= span.start or span.end <= e < snapped.end]
        assert not inner, "wider than it had to be"


@given(texts)
def test_blanks_are_counted_before_each_position(text: str) -> None:
    before = nonblank_prefix(text)
    assert before.tolist() == [sum(not c.isspace() for c in text[:p]) for p in range(len(text) + 1)]


# -- around a position ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("One two.", 5, "two"),
        ("One two.", 7, "two"),  # just behind it
        ("One two.", 8, ""),  # at the end of the line, behind a sign
        ("a, b", 1, "a"),
        ("a , b", 2, ","),
        ("One   two", 4, "  "),
        ("漢字です", 1, "字"),
        ("カタカナ", 2, "カ"),
        ("กำลัง", 0, "กำ"),
        ("x 3.14,", 4, "3.14"),
    ],
)
def test_a_word_grows_from_where_the_caret_stands(text: str, position: int, expected: str) -> None:
    if expected == "  ":
        assert word_at(text, position) == Span(3, 6)
    else:
        assert word_at(text, position).quote(text) == expected


def test_a_sentence_grows_from_the_blanks_beside_it() -> None:
    text = "  One. Two.  \n\nThree"
    assert [sentence_at(text, p).quote(text) for p in (0, 6, 7, 13, 20)] == ["One.", "One.", "Two.", "Two.", "Three"]
    assert sentence_at(text, 14) == Span(14, 14)


def test_sentences_are_found_far_inside_a_paragraph_without_an_end() -> None:
    text = "Start here! " + "word " * 5_000 + "and out. Last one."
    assert sentence_at(text, 20_000).quote(text) == "word " * 5_000 + "and out."
    assert sentence_at(text, len(text)).quote(text) == "Last one."


def test_an_unknown_unit_is_told() -> None:
    with pytest.raises(CoderError, match="stanza"):
        unit_bounds("text", "stanza")


# -- cost -------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["\U0001f1f7", "\u0301", "\u200d", ".", "a'", "1.", "?)", " ", "_", "ג'"])
def test_no_row_of_signs_takes_long(sign: str) -> None:
    text = sign * 100_000
    begin = time.process_time()
    words(text), sentences(text), sum(1 for _ in graphemes(text))
    for look_up in (grapheme_at, word_at, sentence_at):
        look_up(text, len(text) - 1)
    assert time.process_time() - begin < 30  # it would be minutes if it went back over the row
