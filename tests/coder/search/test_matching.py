"""Finding words in one text: exact places whatever is ignored, edges of words, forms, expressions; laws first."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SearchError
from coder.search.folding import Folding, fold
from coder.search.matching import Query, matcher

_LETTERS = "sSſßẞeEéÉèfFﬁﬀiİıkKKеЕёЁйЙи\u0301\u0308\u0306\u00adأاآـَكکيی’'-‑省長"
_LOOSE = re.compile("\u00ad(?=[\u0300-\u036f])")  # no text parts a letter from its mark by a soft hyphen
texts = st.text(st.sampled_from(_LETTERS + " \n"), max_size=30).map(lambda text: _LOOSE.sub("", text))
words = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=4).map(lambda text: _LOOSE.sub("", text))
foldings = st.builds(Folding, case=st.booleans(), accents=st.booleans(), yo=st.booleans(), signs=st.booleans())


def found(words_: str, text: str, *, language: str = "", **how: object) -> list[str]:
    """The words that are found."""
    return [span.quote(text) for span in matcher(Query(words_, **how)).find(text, language=language)]  # type: ignore[arg-type]


def beginnings(query: str, text: str, how: Folding) -> list[int]:
    """By trying every slice: where something begins that folds to the query."""
    wanted = fold(query, how)
    return [
        start
        for start in range(len(text))
        if fold(text[start], how)
        and any(fold(text[start:end], how) == wanted for end in range(start + 1, len(text) + 1))
    ]


# laws


@given(texts, words, foldings)
def test_what_is_found_folds_to_what_was_looked_for(text: str, query: str, how: Folding) -> None:
    for span in matcher(Query(query, folding=how)).find(text):
        assert fold(span.quote(text), how) == fold(query, how)


@given(texts, words, foldings)
def test_the_first_place_there_is_is_found(text: str, query: str, how: Folding) -> None:
    if not fold(query, how).strip("\u0301\u0308\u0306"):
        return  # marks alone are nothing to look for
    there = beginnings(query, text, how)
    spans = list(matcher(Query(query, folding=how)).find(text))
    assert [span.start for span in spans][:1] == there[:1]


@given(texts, words, foldings, st.sampled_from(["text", "word", "forms"]))
def test_finds_ascend_and_never_overlap(text: str, query: str, how: Folding, kind: str) -> None:
    spans = list(matcher(Query(query, kind, how)).find(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(not span.empty for span in spans)


@given(texts, words, foldings)
def test_the_quick_way_and_the_thorough_way_find_the_same(text: str, query: str, how: Folding) -> None:
    search = matcher(Query(query, folding=how))
    assert list(search.find(text)) == list(search.find_within(text, 0, len(text)))


@given(texts, foldings)
def test_folding_a_second_time_changes_nothing(text: str, how: Folding) -> None:
    assert fold(fold(text, how), how) == fold(text, how)


# ways of writing


@pytest.mark.parametrize(
    ("query", "text", "how", "expected"),
    [
        ("губернатор", "Губернатора ГУБЕРНАТОР", Folding(), ["Губернатор", "ГУБЕРНАТОР"]),
        ("губернатор", "Губернатор губернатор", Folding(case=False), ["губернатор"]),
        ("елка", "Ёлка е\u0308лка елка", Folding(), ["Ёлка", "е\u0308лка", "елка"]),
        ("елка", "Ёлка елка", Folding(yo=False), ["елка"]),
        ("край", "край краи\u0306 краи", Folding(accents=True), ["край", "краи\u0306"]),
        ("замок", "за\u0301мок", Folding(accents=True), ["за\u0301мок"]),
        ("depute", "député Depute\u0301", Folding(accents=True), ["député", "Depute\u0301"]),
        ("député", "député depute de\u0301pute\u0301", Folding(), ["député", "de\u0301pute\u0301"]),
        ("strasse", "Straße STRASSE", Folding(accents=True), ["Straße", "STRASSE"]),
        ("straße", "Straße strasse", Folding(), ["Straße"]),
        ("كتاب", "كِتَاب كتـــاب", Folding(), ["كِتَاب", "كتـــاب"]),
        ("كتاب", "كِتَاب كتاب", Folding(signs=False), ["كتاب"]),
        ("احمد", "أحمد آحمد", Folding(), ["أحمد", "آحمد"]),
        ("office", "oﬃce of\u00adfice", Folding(accents=True), ["oﬃce", "of\u00adfice"]),
        ("don't", "don’t", Folding(), ["don’t"]),
        ("省长", "省长签署了省长令", Folding(), ["省长", "省长"]),
        ("👩‍🚀", "a 👩‍🚀 b", Folding(), ["👩‍🚀"]),
    ],
)
def test_ways_of_writing(query: str, text: str, how: Folding, expected: list[str]) -> None:
    assert found(query, text, folding=how) == expected


def test_a_phrase_is_found_over_line_breaks_and_several_blanks() -> None:
    assert found("the fund", "The\n  fund and the fund, thefund") == ["The\n  fund", "the fund"]


def test_a_bar_means_or() -> None:
    assert found("cat | dog house", "Dog house, cats") == ["Dog house", "cat"]


def test_nothing_is_found_for_nothing() -> None:
    assert found(" | ", "a | b") == []


# whole words


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("fund", "fund funds refund fund.", ["fund", "fund"]),
        ("указ", "указ указу «указ»", ["указ", "указ"]),
        ("губернатор*", "губернаторы вице-губернатор Губернаторша", ["губернаторы", "губернатор", "Губернаторша"]),
        ("*fund", "refund funds fund", ["refund", "fund"]),
        ("pay* fund", "payment fund, pays fund", ["payment fund", "pays fund"]),
        ("état", "l’état d'État", ["état", "État"]),
        ("省长", "省长令", ["省长"]),
        ("$5", "$5, $50", ["$5"]),
    ],
)
def test_whole_words(query: str, text: str, expected: list[str]) -> None:
    assert found(query, text, kind="word") == expected


# word forms


@pytest.mark.parametrize(
    ("query", "text", "language", "expected"),
    [
        ("губернатор", "губернаторы губернатору губернский", "", ["губернаторы", "губернатору"]),
        ("указа", "указ указом указание", "ru", ["указ", "указом"]),
        ("decide", "decided deciding decision", "en", ["decided", "deciding"]),
        ("Haus", "Häuser Hauses Hausmeister", "de", ["Häuser", "Hauses"]),
        ("soldat", "soldats soldate solde", "fr", ["soldats", "soldate"]),
        ("soldado", "soldados soldada suelo", "es", ["soldados", "soldada"]),
        ("كتاب", "الكتاب كتابه مكتب", "", ["الكتاب", "كتابه"]),
        ("указ*", "указание", "ru", ["указание"]),
    ],
)
def test_word_forms(query: str, text: str, language: str, expected: list[str]) -> None:
    assert found(query, text, kind="forms", language=language) == expected


def test_forms_of_every_word_of_a_phrase_are_found() -> None:
    assert found("governor sign", "the governors signed", kind="forms") == ["governors signed"]


# near each other


def test_words_in_one_sentence_reach_from_the_first_to_the_last() -> None:
    text = "The fund is empty. Nobody pays, says the fund. They pay."
    assert found("pays fund", text, near="sentence") == ["pays, says the fund"]


def test_words_in_one_paragraph_may_stand_in_different_sentences() -> None:
    assert found("pay fund", "The fund is full. They pay.\nA fund.", near="paragraph") == ["fund is full. They pay"]


# regular expressions


def test_an_expression_sees_line_ends_and_case() -> None:
    assert found(r"^the \w+$", "The fund\nthe end", kind="regex") == ["The fund", "the end"]
    assert found(r"^the \w+$", "The fund\nthe end", kind="regex", folding=Folding(case=False)) == ["the end"]


def test_an_expression_that_finds_nothing_between_letters_finds_nothing() -> None:
    assert found("x*", "abc", kind="regex") == []


@pytest.mark.parametrize(("pattern", "position"), [("a(b", 3), ("[z-a]", 4), ("x)", 1)])
def test_a_wrong_expression_is_told_with_its_place(pattern: str, position: int) -> None:
    with pytest.raises(SearchError) as told:
        matcher(Query(pattern, "regex"))
    assert told.value.position == position


def test_an_expression_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coder.search.matching._PATIENCE", 0.05)
    with pytest.raises(SearchError, match="too long"):
        list(matcher(Query(r"(a|aa)+$", "regex")).find("a" * 60 + "b"))


# a stretch of a text


def test_within_a_stretch_the_edges_of_words_are_those_of_the_text() -> None:
    search = matcher(Query("fund", "word"))
    assert list(search.find_within("refund fund", 2, 11)) == [(7, 11)]
