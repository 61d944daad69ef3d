"""What may be said: one check for variables and qualifiers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import CodingError
from coder.values import QUALIFIER_KINDS, VARIABLE_KINDS, checked, sort_key, tidy_values, wrong_value

CHOICES = ["documented", "reported", "Выведено"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", "12"), ("number", "-0.5"), ("number", "0,5"), ("date", "2025"), ("date", "2025-03"),
        ("date", "2024-02-29"), ("choice", "reported"), ("ordered", "documented"), ("yesno", "yes"), ("text", "يوم"),
    ],
)  # fmt: skip
def test_what_fits_is_taken(kind: str, value: str) -> None:
    assert wrong_value(kind, CHOICES, value) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("number", "twelve"), ("number", "1 000"), ("number", "inf"), ("number", "nan"), ("date", "14.03.2025"),
        ("date", "2025-3"), ("date", "2025-02-30"), ("date", "2025-03-14-1"), ("date", "٢٠٢٥"), ("choice", "rumour"),
        ("yesno", "perhaps"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_advice(kind: str, value: str) -> None:
    with pytest.raises(CodingError) as told:
        checked("evidence", kind, CHOICES, value)
    assert "evidence" in told.value.message
    assert told.value.advice


def test_a_choice_is_kept_as_the_list_writes_it() -> None:
    assert checked("evidence", "choice", CHOICES, "  выведено ") == "Выведено"


@given(st.sampled_from([*VARIABLE_KINDS, *QUALIFIER_KINDS]), st.text())
def test_what_is_kept_is_kept_the_same_again(kind: str, value: str) -> None:
    try:
        kept = checked("x", kind, CHOICES, value)
    except CodingError:
        return
    assert checked("x", kind, CHOICES, kept) == kept


@given(st.lists(st.text()))
def test_choices_are_each_there_once_and_never_empty(values: list[str]) -> None:
    tidy = tidy_values(values)
    assert len(set(tidy)) == len(tidy)
    assert all(tidy)
    assert tidy_values(tidy) == tidy


def test_numbers_sort_by_size_and_choices_as_listed_nothing_last() -> None:
    numbers = sorted(["10", "", "9,5", "-1"], key=lambda v: sort_key("number", [], v))
    choices = sorted(["reported", "", "documented"], key=lambda v: sort_key("choice", CHOICES, v))
    assert numbers == ["-1", "9,5", "10", ""]
    assert choices == ["documented", "reported", ""]


@pytest.mark.parametrize("word", ["TRUE", "True", " wahr ", "ИСТИНА", "да", "Ja", "1", "Yes", "y"])
def test_all_words_of_tables_for_yes_are_kept_as_one(word: str) -> None:
    assert checked("paid", "yesno", (), word) == "yes"


@pytest.mark.parametrize("word", ["FALSE", "Falsch", "ложь", "Нет", "nein", "0", "NO"])
def test_all_words_of_tables_for_no_are_kept_as_one(word: str) -> None:
    assert checked("paid", "yesno", (), word) == "no"
