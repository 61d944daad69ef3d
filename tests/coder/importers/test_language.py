"""The language of a text, told only when it is sure: plain passages, short and mixed ones, near neighbours."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from coder.importers.language import SURE, language_of
from tests.coder.importers.passages import NEIGHBOURS, PASSAGES

ASKED = ("en", "ru", "uk", "bg", "de", "fr", "es", "ar", "zh", "fa")


def sure_of(text: str) -> str | None:
    found = language_of(text)
    return found.code if found is not None and found.confidence >= SURE else None


def pairs(code: str) -> list[str]:
    """Texts of some three lines."""
    return [f"{one}\n{other}" for one, other in combinations(PASSAGES[code], 2)]


@pytest.mark.parametrize("code", ASKED)
def test_plain_passages_of_three_lines_are_told_in_most_cases_and_never_wrongly(code: str) -> None:
    told = [sure_of(text) for text in pairs(code)]
    assert set(told) <= {code, None}
    assert told.count(code) >= 12
    assert len(told) == 15


@pytest.mark.parametrize("code", [*PASSAGES, *NEIGHBOURS])
def test_no_single_sentence_is_taken_for_another_language(code: str) -> None:
    passages = (PASSAGES | NEIGHBOURS)[code]
    for sentence in [*passages, *(part for passage in passages for part in re.split(r"(?<=[.。۔]) ?", passage))]:
        assert sure_of(sentence) in (code, None), sentence


@pytest.mark.parametrize("code", ASKED)
def test_a_page_of_text_is_always_sure(code: str) -> None:
    found = language_of("\n".join(PASSAGES[code]))
    assert found is not None
    assert (found.code, found.confidence >= SURE) == (code, True)


@pytest.mark.parametrize(
    "text", ["", "OK", "12345 67890 " * 20, "Да.", "Merci !", "https://example.org/" + "x" * 90, "😀" * 99]
)
def test_what_is_short_or_no_language_is_not_told(text: str) -> None:
    assert sure_of(text) is None


@pytest.mark.parametrize(
    ("one", "other"), [("en", "de"), ("ru", "en"), ("ru", "uk"), ("fr", "es"), ("ar", "fa"), ("zh", "en")]
)
def test_a_text_of_two_languages_by_halves_is_not_told(one: str, other: str) -> None:
    lines = [line for both in zip(PASSAGES[one], PASSAGES[other], strict=True) for line in both]
    if one == "zh":  # as long as the other half
        lines = [*PASSAGES["zh"] * 3, *PASSAGES["en"]]
    assert sure_of("\n".join(lines)) is None


def test_a_language_that_is_written_like_its_neighbour_is_never_sure() -> None:
    text = "Moj brat je potpisao ugovor u ožujku. Rekao je da će novca biti dovoljno za stan, ali nije bilo tako."
    found = language_of(text)
    assert found is not None
    assert found.code == "hr"
    assert found.confidence < SURE


def test_names_and_quotes_in_another_language_change_nothing() -> None:
    text = " ".join(PASSAGES["en"]) + " The paper is called Süddeutsche Zeitung and the film Москва слезам не верит."
    assert sure_of(text) == "en"


def test_confidence_is_a_share() -> None:
    for passages in (PASSAGES | NEIGHBOURS).values():
        found = language_of("\n".join(passages))
        assert found is None or 0 <= found.confidence <= 1
