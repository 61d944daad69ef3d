"""Texts that are nearly the same: the share that their sketches give, and the nearest of many."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.importers.alike import FEWEST, NEARLY, SIZE, Sketches, share, sketch

VOCABULARY = [f"{begin}{end}" for begin in ("war", "pay", "sign", "court", "дом", "село", "дорог") for end in
              ("", "s", "ing", "ed", "er", "ами", "ов", "у", "ly", "ness")]  # fmt: skip
words = st.lists(st.sampled_from(VOCABULARY), min_size=0, max_size=300).map(" ".join)


def article(seed: int, length: int = 400) -> list[str]:
    dice = random.Random(seed)
    return [f"{dice.choice(VOCABULARY)}{dice.randrange(50)}" for _ in range(length)]


def edited(text: list[str], part: float, seed: int = 1) -> list[str]:
    """The text with this part of it, in one run, written anew."""
    count = int(len(text) * part)
    return [*article(seed + 1_000, count), *text[count:]]


@given(st.lists(st.sampled_from(VOCABULARY), min_size=FEWEST, max_size=300).map(" ".join))
def test_a_text_is_wholly_like_itself(text: str) -> None:
    assert share(sketch(text), sketch(text)) == 1.0


@given(words, words)
def test_likeness_has_no_direction_and_lies_between_none_and_all(one: str, other: str) -> None:
    found = share(sketch(one), sketch(other))
    assert found == share(sketch(other), sketch(one))
    assert 0.0 <= found <= 1.0


@given(words)
def test_case_blanks_and_punctuation_do_not_count(text: str) -> None:
    loud = ",\n ".join(text.upper().split())
    assert sketch(loud).tolist() == sketch(text).tolist()


@given(st.lists(st.sampled_from(VOCABULARY), max_size=FEWEST - 1).map(" ".join), words)
def test_a_text_of_a_few_words_is_like_nothing(few: str, other: str) -> None:
    assert share(sketch(few), sketch(other)) == 0.0


@given(words)
def test_a_sketch_is_rising_and_bounded(text: str) -> None:
    drawn = sketch(text).tolist()
    assert drawn == sorted(set(drawn))
    assert len(drawn) <= SIZE


@pytest.mark.parametrize(("part", "nearly"), [(0.0, True), (0.02, True), (0.1, True), (0.3, False), (0.6, False)])
def test_a_reprint_with_a_few_lines_changed_is_nearly_the_same_and_a_rewritten_text_is_not(
    part: float, nearly: bool
) -> None:
    for seed in range(20):
        text = article(seed)
        found = share(sketch(" ".join(text)), sketch(" ".join(edited(text, part, seed))))
        assert (found >= NEARLY) == nearly


@pytest.mark.parametrize("part", [0.05, 0.2, 0.5, 0.8])
def test_the_share_is_near_the_one_that_counting_all_runs_gives(part: float) -> None:
    off = []
    for seed in range(8):
        one, other = article(seed, 2_000), edited(article(seed, 2_000), part, seed)
        runs = [{tuple(text[n : n + 4]) for n in range(len(text) - 3)} for text in (one, other)]
        true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        off.append(abs(share(sketch(" ".join(one)), sketch(" ".join(other))) - true))
    assert max(off) < 0.12
    assert sum(off) / len(off) < 0.04


def test_languages_without_blanks_are_compared_by_characters() -> None:
    text = "委员会的报告在会议上宣读了两次村里没有人来开会"
    assert share(sketch(text), sketch(text)) == 1.0
    assert share(sketch(text), sketch(text[::-1])) < NEARLY


def test_the_nearest_of_many_is_found_whatever_the_order() -> None:
    texts = {seed: article(seed) for seed in range(60)}
    reprint = sketch(" ".join(edited(texts[41], 0.05)))
    for order in (list(texts), list(texts)[::-1]):
        kept: Sketches[int] = Sketches()
        for key in order:
            kept.add(key, sketch(" ".join(texts[key])))
        nearest = kept.nearest(reprint)
        assert nearest is not None
        assert nearest[0] == 41
        assert nearest[1] >= NEARLY
        assert kept.nearest(sketch(" ".join(article(99)))) is None


def test_a_phrase_that_all_texts_share_does_not_make_them_alike() -> None:
    phrase = ["this", "message", "was", "made", "by", "a", "foreign", "agent", "and", "so", "on"]
    kept: Sketches[int] = Sketches()
    for seed in range(100):
        kept.add(seed, sketch(" ".join([*phrase, *article(seed, 100)])))
    assert kept.nearest(sketch(" ".join([*phrase, *article(500, 100)]))) is None
