"""Every document on its own has the figures of a corpus of itself; standard errors from counts are those by unit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.agreement import Codings, alphas, by_document, kappas, measure, ratings, resampled
from coder.agreement.coefficients import NAMES, pair_counts
from coder.agreement.ratings import Ratings
from coder.agreement.standard_errors import ac1_errors, cohen_errors


def corpus(seed, coders, docs=4, codes=3, n=30, covering=0.8):
    rng = np.random.default_rng(seed)
    length = rng.integers(0, 30, docs)
    length[0] = 20
    covered = rng.random((docs, coders)) < covering
    covered[0, :2] = True
    doc = rng.integers(0, docs, n)
    ends = np.sort(rng.integers(0, length[doc] + 1, (2, n)), axis=0)
    return Codings(doc, rng.integers(0, coders, n), rng.integers(0, codes, n), *ends, length.astype(np.int64), covered)


def assert_same(one, other):
    assert one.undefined == other.undefined
    assert one.value == pytest.approx(other.value, abs=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(2, 5))
def test_a_document_has_the_figures_of_a_corpus_of_itself(seed, coders):
    c = corpus(seed, coders)
    found = by_document(measure(c, n_codes=3))
    assert found.documents.tolist() == np.flatnonzero(c.covered.sum(axis=1) >= 2).tolist()
    for row, doc in enumerate(found.documents):
        own = c.doc == doc
        alone = measure(
            Codings(np.zeros(own.sum(), dtype=np.int64), c.coder[own], c.code[own], c.start[own], c.end[own],
                    c.doc_length[[doc]], c.covered[[doc]]),
            n_codes=3,
        )  # fmt: skip
        assert found.units[row] == alone.units
        assert found.coded[row].tolist() == alone.coded_by.tolist()
        for name in NAMES:
            for code in range(3):
                assert_same(found.per_code[name].at(row, code), alone.per_code[name].at(code))
            assert_same(found.pooled[name].at(row), alone.pooled[name].at())
        pair = [n for n, two in enumerate(alone.pairs.coders) if c.covered[doc, two].all()]
        for code in range(3):
            holsti = found.per_code["holsti"].at(row, code)
            if len(pair) > 1:
                assert holsti.undefined == "see pairs"
            else:
                assert_same(holsti, alone.pairs.coefficients["holsti"].at(pair[0], code))
        if len(pair) == 1:
            assert_same(found.pooled["holsti"].at(row), alone.pairs.pooled["holsti"].at(pair[0]))


def test_the_slices_in_which_documents_are_taken_change_nothing(monkeypatch):
    measured = measure(corpus(5, 3, docs=9, n=200), n_codes=3)
    at_once = by_document(measured)
    monkeypatch.setattr("coder.agreement.documents._CELLS", 1)
    sliced = by_document(measured)
    for name in NAMES:
        np.testing.assert_array_equal(at_once.per_code[name].value, sliced.per_code[name].value)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(2, 5))
def test_errors_from_counts_are_those_of_the_units_one_by_one(seed, coders):
    c = corpus(seed, coders, codes=1)
    measured = measure(c, n_codes=1)
    starts = np.concatenate([[0], np.cumsum(c.doc_length)])
    doc = np.repeat(np.arange(len(c.doc_length)), c.doc_length)
    matrix = np.zeros((len(doc), coders), dtype=np.int64)
    for d, who, start, end in zip(c.doc, c.coder, c.start, c.end, strict=True):
        matrix[starts[d] + start : starts[d] + end, who] = 1
    matrix[~c.covered[doc]] = -1
    expected = ratings.ac1_se(Ratings.of(matrix, 2)).value
    found = ac1_errors(measured.counts)[0]
    assert found == pytest.approx(np.nan if expected is None else expected, abs=1e-9, nan_ok=True)
    both = matrix[:, :2][(matrix[:, :2] >= 0).all(axis=1)]
    expected = kappas.cohen_kappa_se(Ratings.of(both, 2)).value
    found = cohen_errors(pair_counts(measured.counts))[0, 0]
    assert found == pytest.approx(np.nan if expected is None else expected, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize(("categories", "weighted"), [(2, False), (4, True)])
def test_the_error_of_ac2_is_that_of_leaving_units_out_in_turn(categories, weighted):
    """A jackknife over many units comes near any right standard error, whatever its formula."""
    rng = np.random.default_rng(3)
    truth = rng.integers(0, categories, 600)
    matrix = np.where(rng.random((600, 3)) < 0.7, truth[:, None], rng.integers(0, categories, (600, 3)))
    whole = Ratings.of(matrix, categories)
    value, error = (ratings.ac2_quadratic, ratings.ac2_quadratic_se) if weighted else (ratings.ac1, ratings.ac1_se)
    left = np.array([value(Ratings.of(np.delete(matrix, n, axis=0), categories)).value for n in range(600)])
    jackknife = np.sqrt(599 / 600 * ((left - left.mean()) ** 2).sum())
    assert error(whole).value == pytest.approx(jackknife, rel=0.02)


def test_with_two_categories_ac2_and_its_error_are_those_of_ac1():
    matrix = np.random.default_rng(1).integers(-1, 2, (50, 4))
    prepared = Ratings.of(matrix, 2)
    assert ratings.ac2_quadratic_se(prepared).value == pytest.approx(ratings.ac1_se(prepared).value, abs=1e-12)


def test_two_hundred_coders_one_code_and_empty_documents_are_computed():
    c = corpus(2, 200, docs=8, codes=1, n=3000, covering=0.3)
    length = c.doc_length.copy()
    c = Codings(c.doc, c.coder, c.code, c.start, c.end, length, c.covered)
    measured = measure(c, n_codes=1, with_label_sets=False)
    matrix = np.full((int(length.sum()), 200), -1, dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(length)])
    doc = np.repeat(np.arange(8), length)
    matrix[c.covered[doc]] = 0
    for d, who, start, end in zip(c.doc, c.coder, c.start, c.end, strict=True):
        if c.covered[d, who]:
            matrix[starts[d] + start : starts[d] + end, who] = 1
    assert measured.per_code["alpha_nominal"].at(0).value == pytest.approx(
        alphas.alpha_nominal(Ratings.of(matrix, 2)).value, abs=1e-12
    )
    drawn = resampled(measured, times=50, seed=1)
    assert drawn.measured.per_code["alpha_nominal"].at(0).low is not None
    assert len(by_document(measured).documents) == 8


def test_documents_without_a_character_have_no_figure_and_stop_nothing():
    covered = np.ones((3, 2), dtype=bool)
    c = Codings(*np.array([[2, 0, 0, 0, 3], [2, 1, 0, 1, 4]]).T, np.array([0, 0, 9]), covered)
    found = by_document(measure(c, n_codes=1))
    assert found.per_code["alpha_nominal"].at(0, 0).undefined == "no unit was judged by two coders"
    assert found.per_code["positive_agreement"].at(2, 0).value == pytest.approx(4 / 6)
    empty = Codings(*np.zeros((5, 0), dtype=np.int64), np.array([0, 0]), np.ones((2, 2), dtype=bool))
    assert measure(empty, n_codes=1).units == 0


def test_a_code_that_nobody_used_says_nothing_of_the_draws():
    c = corpus(11, 2, docs=40, codes=2, n=400, covering=1.0)
    with_unused = resampled(measure(c, n_codes=3), times=200, seed=0)
    assert not any("no value" in words for words in with_unused.remarks)
