"""What file names say by a pattern: fields, their kinds, names that do not follow it, dates."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.importers.filenames import iso_date, name_pattern


@pytest.mark.parametrize(
    ("pattern", "name", "values"),
    [
        ("{date}_{outlet}_{title}", "2020-02-03_Gazette_On signing.docx",
         {"date": "2020-02-03", "outlet": "Gazette", "title": "On signing"}),
        ("{date}_{outlet}_{title}", "20200203_Новая газета_Указ_№ 5.txt",
         {"date": "2020-02-03", "outlet": "Новая газета", "title": "Указ_№ 5"}),
        ("{outlet} {day:date}", "Herald 03.02.2020.pdf", {"outlet": "Herald", "day": "2020-02-03"}),
        ("{who}-{age:number}", "Anna-42.txt", {"who": "Anna", "age": "42"}),
        ("{who} {score:number}", "Anna 3,5.txt", {"who": "Anna", "score": "3.5"}),
        ("{}_{title}", "001_The decree.odt", {"title": "The decree"}),
        ("[{place}] (interview)", "[Perm] (interview).txt", {"place": "Perm"}),
        ("{ who : text }.{n:number}", "x.1.txt", {"who": "x", "n": "1"}),
        ("{name}.txt", "Anna.txt", {"name": "Anna"}),
        ("{дата}_{кто}", "2020_Анна.txt", {"дата": "2020", "кто": "Анна"}),
        ("{a} {b}", "one  two.txt", {"a": "one", "b": "two"}),
        ("{id}_{lang}", "7_😀.srt", {"id": "7", "lang": "😀"}),
    ],
)  # fmt: skip
def test_a_name_that_follows_the_pattern_gives_its_values(pattern: str, name: str, values: dict[str, str]) -> None:
    assert name_pattern(pattern).values(name) == values


@pytest.mark.parametrize(
    ("pattern", "name"),
    [("{date}_{title}", "On signing.txt"), ("{date}_{title}", "soon_On signing.txt"), ("{n:number}", "seven.txt"),
     ("{a}_{b}", "_b.txt"), ("{a}-{b}", "a_b.txt"), ("x{a}", "ya.txt")],
)  # fmt: skip
def test_a_name_that_does_not_follow_it_gives_none(pattern: str, name: str) -> None:
    assert name_pattern(pattern).values(name) is None


@pytest.mark.parametrize(
    ("pattern", "why"),
    [("title", "no pattern"), ("", "no pattern"), ("{}", "no pattern"), ("{a}_{", "no pattern"), ("{a}}", "no pattern"),
     ("{a}_{A}", "twice"), ("{a:day}", "no kind"), ("{{a}}", "no pattern")],
)  # fmt: skip
def test_a_pattern_that_cannot_be_meant_is_refused_with_advice(pattern: str, why: str) -> None:
    with pytest.raises(SourceError, match=why) as caught:
        name_pattern(pattern)
    assert caught.value.advice


def test_the_fields_and_their_kinds_are_known_before_any_name_is_read() -> None:
    assert name_pattern("{date}_{n:number}_{}_{who}").fields == (
        ("date", "date"), ("n", "number"), ("", "text"), ("who", "text"),
    )  # fmt: skip


plain = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=12)


@given(plain, plain, plain)
def test_what_a_name_was_put_together_from_comes_out_again(one: str, two: str, three: str) -> None:
    found = name_pattern("{one}_{two} - {three}").values(f"{one}_{two} - {three}.txt")
    assert found == {"one": one, "two": two, "three": three}


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_pattern_and_any_name_give_values_or_a_message(pattern: str, name: str) -> None:
    try:
        found = name_pattern(pattern).values(name)
    except SourceError:
        return
    assert found is None or all(value.strip() for value in found.values())


def test_a_pattern_of_many_fields_takes_no_time_over_a_long_name() -> None:
    assert name_pattern("{a}_{b}_{c}_{d}").values("-" * 255) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_a_day_is_the_same_however_it_is_written(day: date) -> None:
    for shape in ("%Y-%m-%d", "%Y%m%d", "%Y.%m.%d", "%Y_%m_%d", "%d.%m.%Y"):
        assert iso_date(day.strftime(shape)) == day.isoformat()


@pytest.mark.parametrize("said", ["03/04/2020", "3-4-2020", "2020-13-01", "31.02.2020", "20", "0999", "soon", ""])
def test_what_is_no_day_or_could_be_two_is_not_one(said: str) -> None:
    assert iso_date(said) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [("2020", "2020"), ("2020-02", "2020-02"), ("13/04/2020", "2020-04-13"), ("04/13/2020", "2020-04-13"),
     ("4/4/2020", "2020-04-04"), (" 3.4.2020 ", "2020-04-03")],
)  # fmt: skip
def test_what_can_mean_one_day_only_is_that_day(said: str, day: str) -> None:
    assert iso_date(said) == day
