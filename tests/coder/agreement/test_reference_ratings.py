"""Every published or computed value for plain tables and label sets is met within its tolerance."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from coder.agreement import alphas, kappas, label_sets, ratings

_spec = importlib.util.spec_from_file_location("reference", Path(__file__).with_name("reference.py"))
reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reference)

KINDS = ("ratings", "label_sets", "codings", "coded_segment_sets", "spans", "continuum")


@pytest.mark.parametrize(("data", "expected"), reference.values_of_type("ratings"))
def test_a_plain_table_gives_the_value_of_its_source(data, expected):
    prepared, numbers = reference.ratings_of(data)
    name = expected["statistic"]
    if name in ("alpha_interval", "alpha_ratio"):
        found = getattr(alphas, name)(prepared, numbers)
    else:
        home = next(m for m in (ratings, kappas, alphas) if hasattr(m, name))
        found = getattr(home, name)(prepared)
    reference.assert_meets(found, expected)


@pytest.mark.parametrize(("data", "expected"), reference.values_of_type("label_sets"))
def test_sets_of_labels_give_the_value_of_their_source(data, expected):
    meetings = label_sets.meetings_of([[frozenset(s) for s in row] for row in data["units"]])
    distance = expected["statistic"].removeprefix("alpha_set_")
    reference.assert_meets(label_sets.alpha_of_sets(meetings, distance), expected)


@pytest.mark.parametrize(("data", "expected"), reference.values_of_type("coded_segment_sets"))
def test_named_decisions_give_holsti(data, expected):
    reference.assert_meets(ratings.holsti_of_sets(*map(set, data["coders"])), expected)


def test_no_value_of_the_collection_is_passed_over_unsaid():
    asked = sum(len(reference.values_of_type(kind)) for kind in KINDS)
    named = [v["statistic"] for c in reference.CASES for v in c["expect"] if v["statistic"] in reference.NOT_OURS]
    assert asked + len(named) == 639
