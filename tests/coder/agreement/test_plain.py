"""Reliability of a plain table: what applies, what is refused, and how sure it is."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.agreement.plain import RatingsTable, number_in, reliability
from coder.errors import CoderError, NothingToCompare, SourceError

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: 4 observers, 12 units.
FOUR = ["1 1 . 1", "2 2 3 2", "3 3 3 3", "3 3 3 3", "2 2 2 2", "1 2 3 4", "4 4 4 4", "1 1 2 1", "2 2 2 2",
        ". 5 5 5", ". . 1 1", ". . 3 ."]


def table(rows, coders=None):
    cells = [tuple(None if x == "." else x for x in row.split()) for row in rows]
    names = coders or tuple("ABCDEFGH"[: len(cells[0])]) if cells else ("A", "B")
    n = range(1, len(cells) + 1)
    return RatingsTable(names, tuple(map(str, n)), tuple(cells), tuple(x + 1 for x in n))


def test_the_published_table_gives_the_published_alphas():
    for metric, value in {"nominal": 0.743, "ordinal": 0.815, "interval": 0.849, "ratio": 0.797}.items():
        found = reliability(table(FOUR), metric)
        assert found.coefficients[f"alpha_{metric}"].value == pytest.approx(value, abs=5e-4)
        assert (found.units, found.categories) == (12, 5)


def test_coefficients_of_two_coders_point_to_the_pairs_when_there_are_more():
    found = reliability(table(FOUR)).coefficients
    for name in ("cohen_kappa", "scott_pi", "holsti", "positive_agreement", "negative_agreement"):
        assert found[name].undefined == "see pairs"
        assert found[name].value is None


def test_the_answer_is_json_with_the_promised_keys():
    answer = json.loads(json.dumps(reliability(table(FOUR), "ordinal", bootstrap=20).as_json()))
    assert list(answer) == ["coders", "units", "categories", "coefficients", "se"]
    assert set(answer["se"]) == {"ac1", "cohen_kappa", "ac2_quadratic"}
    assert set(answer["coefficients"]["alpha_ordinal"]) == {"value", "low", "high", "undefined"}
    assert "ac2_quadratic" in answer["coefficients"]
    assert answer["se"]["cohen_kappa"] is None


def test_two_coders_who_mark_presence_have_positive_and_negative_agreement():
    rows = ["yes yes"] * 4 + ["yes no"] * 2 + ["no no"] * 3
    found = reliability(table(rows)).coefficients
    assert found["positive_agreement"].value == pytest.approx(8 / 10)
    assert found["negative_agreement"].value == pytest.approx(6 / 8)
    assert found["holsti"].value == pytest.approx(14 / 18)


def test_other_words_have_no_positive_agreement_and_say_why():
    found = reliability(table(["red red", "blue red"])).coefficients["positive_agreement"]
    assert found.value is None
    assert "coded" in found.undefined


def test_the_size_of_the_codebook_changes_chance():
    few, many = reliability(table(["1 1", "1 2"])), reliability(table(["1 1", "1 2"]), categories=4)
    assert few.coefficients["brennan_prediger"].value == pytest.approx(0.0)
    assert many.coefficients["brennan_prediger"].value == pytest.approx((0.5 - 0.25) / 0.75)
    assert many.categories == 4


def test_fewer_categories_than_used_are_refused():
    with pytest.raises(CoderError, match="5 categories"):
        reliability(table(FOUR), categories=4)


def test_unused_steps_of_a_scale_keep_their_place_in_ac2():
    gap = reliability(table(["1 1", "1 4", "4 4"]), "ordinal", categories=4).coefficients["ac2_quadratic"]
    near = reliability(table(["1 1", "1 2", "2 2"]), "ordinal", categories=4).coefficients["ac2_quadratic"]
    assert gap.value < near.value
    halves = reliability(table(["1 1", "1 1.5", "1.5 1"]), "ordinal", categories=4).coefficients["ac2_quadratic"]
    assert halves.value is None
    assert halves.undefined


def test_a_word_in_a_numeric_metric_is_refused_with_its_row():
    with pytest.raises(SourceError, match=r"Row 3 .*coder B.*high"):
        reliability(table(["1 2", "2 high"]), "interval")


def test_one_category_everywhere_is_undefined_not_one():
    found = reliability(table(["a a", "a a"])).coefficients
    assert found["percent_pairwise"].value == 1.0
    for name in ("cohen_kappa", "alpha_nominal", "fleiss_kappa", "ac1", "brennan_prediger", "scott_pi"):
        assert found[name].value is None
        assert found[name].undefined


def test_no_unit_rated_twice_is_undefined_with_that_reason():
    for value in reliability(table(["1 .", ". 1", "0 ."]), "interval").coefficients.values():
        if value.value is None:
            assert value.undefined
    assert "two coders" in reliability(table(["1 .", ". 1"])).coefficients["alpha_nominal"].undefined


def test_numbers_written_differently_are_one_category():
    assert reliability(table(["1 1.0", "2 2"])).coefficients["percent_pairwise"].value == 1.0
    assert reliability(table(["a A", "b b"])).warnings


def test_negative_values_have_no_ratio_alpha():
    assert "below zero" in reliability(table(["-1 1", "2 2"]), "ratio").coefficients["alpha_ratio"].undefined


@pytest.mark.parametrize("rows", [["1", "2"], []])
def test_one_coder_or_no_unit_is_told(rows):
    with pytest.raises(NothingToCompare):
        reliability(table(rows))


def test_drawing_units_anew_gives_the_interval_of_the_collection():
    # Resampling units of this table gives [.399, 1.0] by an independent program (collection, tolerance .015).
    found = reliability(table(FOUR), bootstrap=4000, seed=3).coefficients["alpha_nominal"]
    assert found.low == pytest.approx(0.399, abs=0.03)
    assert found.high == pytest.approx(1.0, abs=0.015)


def test_the_same_seed_gives_the_same_interval_and_few_units_none():
    first, again = (reliability(table(FOUR), bootstrap=50, seed=1) for _ in range(2))
    assert first.coefficients == again.coefficients
    assert any("rough" in remark for remark in first.warnings)
    few = reliability(table(FOUR[:5]), bootstrap=50)
    assert few.coefficients["alpha_nominal"].low is None
    assert any("too few" in remark for remark in few.warnings)


def test_with_many_coders_the_coefficients_of_all_pairs_have_no_interval_and_this_is_said():
    rng = np.random.default_rng(0)
    rows = [" ".join(map(str, row)) for row in rng.integers(0, 2, (40, 20))]
    found = reliability(table(rows, tuple(f"c{n}" for n in range(20))), bootstrap=20)
    assert found.coefficients["light_kappa"].low is None
    assert found.coefficients["alpha_nominal"].low is not None
    assert any("light_kappa" in remark for remark in found.warnings)


@given(st.lists(st.lists(st.sampled_from(["0", "1", "2", "."]), min_size=3, max_size=3), min_size=1, max_size=8))
def test_order_of_units_and_coders_changes_nothing(rows):
    lines = [" ".join(row) for row in rows]
    turned = [" ".join(row[::-1]) for row in rows[::-1]]
    first, second = reliability(table(lines), "interval"), reliability(table(turned), "interval")
    for name, value in first.coefficients.items():
        other = second.coefficients[name]
        assert value.undefined == other.undefined
        if value.value is not None:
            assert value.value == pytest.approx(other.value, abs=1e-9)
            assert np.isfinite(value.value)


@pytest.mark.parametrize(("text", "number"), [("1", 1.0), (" 2,5 ", 2.5), ("−3", -3.0), ("1e3", 1000.0), ("", None),
                                              ("1,000.5", None), ("nan", None), ("inf", None), ("1_0", None)])
def test_numbers_are_read_as_people_write_them(text, number):
    assert number_in(text) == number
