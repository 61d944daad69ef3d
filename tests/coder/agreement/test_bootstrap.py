"""Documents drawn anew: the intervals are those of measuring the drawn documents, and say when they mean little."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.agreement import Codings, measure
from coder.agreement.bootstrap import THRESHOLDS, counts_by_document, resampled
from coder.agreement.coefficients import NAMES, coefficients_of
from coder.agreement.resampling import draws, ends_of
from coder.agreement.set_bootstrap import set_alphas_of_draws
from coder.agreement.tables import counts_of


def study(n_docs, seed=0, n_coders=2, n=400):
    rng = np.random.default_rng(seed)
    start = rng.integers(0, 180, n)
    doc, coder = rng.integers(0, n_docs, n), rng.integers(0, n_coders, n)
    covered = rng.random((n_docs, n_coders)) < 0.9
    covered[:, :2] = True
    code, end = rng.integers(0, 3, n), start + rng.integers(1, 20, n)
    return Codings(doc, coder, code, start, end, np.full(n_docs, 200), covered)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000), st.integers(2, 4), st.lists(st.integers(0, 3), min_size=7, max_size=7))
def test_documents_counted_apart_add_up_to_the_counts_of_any_draw(seed, n_coders, times):
    table = measure(study(7, seed, n_coders), n_codes=3, with_label_sets=False).table
    weight = np.array(times, dtype=np.int64)
    apart, together = counts_by_document(table), counts_of(table, weight)
    for name in ("judged", "coded", "covered", "both", "first", "second", "neither"):
        assert (np.tensordot(weight, getattr(apart, name), axes=1) == getattr(together, name)).all()


def test_intervals_are_those_of_measuring_every_draw():
    found = measure(study(8, 1, 3), n_codes=3, with_label_sets=False)
    intervals = resampled(found, times=60, seed=4)
    drawn = draws(8, 60, np.random.default_rng(4), np.ones(8, dtype=int))
    values = {name: [] for name in NAMES}
    for weight in drawn:
        for name, value in coefficients_of(counts_of(found.table, weight)).items():
            values[name].append(value.value)
    for name in ("alpha_nominal", "ac1", "light_kappa", "conger_kappa"):
        low, high = np.nanquantile(np.array(values[name]), [0.025, 0.975], axis=0)
        assert intervals.measured.per_code[name].low == pytest.approx(low)
        assert intervals.measured.per_code[name].high == pytest.approx(high)
    below = (np.array(values["alpha_nominal"]) < THRESHOLDS[0]).mean(axis=0)
    assert intervals.below[THRESHOLDS[0]] == pytest.approx(below)


def test_label_sets_of_a_draw_are_those_of_measuring_the_drawn_documents():
    codings = study(7, 3, 3)
    found = measure(codings, n_codes=3)
    times = np.array([2, 0, 1, 1, 3, 0, 1])
    copies = np.repeat(np.arange(7), times)
    rows = [np.flatnonzero(codings.doc == d) for d in copies]
    again = Codings(np.repeat(np.arange(len(copies)), [len(r) for r in rows]),
                    *(getattr(codings, name)[np.concatenate(rows)] for name in ("coder", "code", "start", "end")),
                    codings.doc_length[copies], codings.covered[copies])
    drawn = set_alphas_of_draws(found, np.vstack([np.ones(7), times]).astype(float))
    for name, value in measure(again, n_codes=3).label_sets.items():
        assert drawn[name] == pytest.approx([found.label_sets[name].value, value.value])
    value = resampled(found, times=40, seed=0).measured.label_sets["alpha_set_masi"]
    assert value.low <= value.value <= value.high


def test_pairs_and_pooled_figures_have_intervals_around_them():
    found = resampled(measure(study(40), n_codes=3), times=200, seed=0).measured
    for value in (found.pooled["alpha_nominal"].at(), found.pairs.coefficients["cohen_kappa"].at(0, 1),
                  found.pairs.pooled["ac1"].at(0)):
        assert value.low < value.value < value.high


def test_the_same_seed_gives_the_same_and_another_seed_another_interval():
    found = measure(study(20), n_codes=3)
    first, again, other = (resampled(found, times=50, seed=s).measured.pooled["ac1"].at() for s in (1, 1, 2))
    assert first == again
    assert first != other


def test_few_documents_have_no_interval_and_some_a_rough_one():
    few = resampled(measure(study(5), n_codes=3), times=50, seed=0)
    assert few.measured.per_code["alpha_nominal"].at(0).low is None
    assert "too few" in few.remarks[0]
    assert "rough" in resampled(measure(study(12), n_codes=3), times=50, seed=0).remarks[0]
    assert resampled(measure(study(40), n_codes=3), times=50, seed=0).remarks == ()


def test_draws_without_a_value_are_counted_and_said():
    one = Codings(np.array([0, 0]), np.array([0, 1]), np.zeros(2, int), np.zeros(2, int), np.full(2, 5),
                  np.full(40, 10), np.ones((40, 2), dtype=bool))
    found = resampled(measure(one, n_codes=1), times=400, seed=0)
    assert found.lost[0] == pytest.approx((1 - 1 / 40) ** 40, abs=0.08)
    assert any("had no value" in remark for remark in found.remarks)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=20), st.integers(0, 99))
def test_every_stratum_keeps_its_number_of_documents(strata, seed):
    layer = np.array(strata)
    drawn = draws(len(layer), 5, np.random.default_rng(seed), layer)
    for value in np.unique(layer):
        assert (drawn[:, layer == value].sum(axis=1) == (layer == value).sum()).all()


@given(st.lists(st.one_of(st.floats(-1, 1), st.just(float("nan"))), min_size=1, max_size=30))
def test_ends_are_quantiles_of_the_values_that_there_are(values):
    array = np.array(values)
    low, high = ends_of(array)
    if np.isnan(array).mean() > 0.5:
        assert np.isnan([low, high]).all()
    else:
        assert [float(low), float(high)] == pytest.approx(list(np.nanquantile(array, [0.025, 0.975])))
