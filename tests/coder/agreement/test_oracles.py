"""Random tables give the figures of other people's programs: krippendorff, nltk, scikit-learn, statsmodels."""

from __future__ import annotations

import warnings

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what they say of each other's versions is not ours to mend
    from nltk.metrics import agreement as nltk_agreement
    from nltk.metrics.distance import binary_distance, jaccard_distance, masi_distance
    from sklearn.metrics import cohen_kappa_score
    from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa
    from statsmodels.stats.inter_rater import cohens_kappa as statsmodels_kappa

from coder.agreement import alphas, kappas, label_sets, ratings
from coder.agreement.ratings import Ratings


@st.composite
def tables(draw, *, coders=None, missing=True):
    """int (n_units, n_coders), -1 missing; categories 0..q-1; coders agree more often than chance would have it."""
    m = coders or draw(st.integers(2, 5))
    q, n = draw(st.integers(2, 5)), draw(st.integers(3, 40))
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    truth = rng.integers(0, q, n)
    matrix = np.where(rng.random((n, m)) < 0.6, truth[:, None], rng.integers(0, q, (n, m)))
    if missing:
        matrix = np.where(rng.random((n, m)) < draw(st.sampled_from([0.0, 0.2, 0.5])), -1, matrix)
    assume(len(np.unique(matrix[matrix >= 0])) > 1)
    return matrix, q


def triples(matrix):
    return [(c, u, int(matrix[u, c])) for u in range(len(matrix)) for c in range(matrix.shape[1]) if matrix[u, c] >= 0]


@settings(max_examples=150, deadline=None)
@given(tables(), st.sampled_from(["nominal", "ordinal", "interval", "ratio"]))
def test_alpha_is_that_of_krippendorff(table, metric):
    matrix, q = table
    values = np.arange(1.0, q + 1)  # a ratio scale that begins at one
    found = (
        getattr(alphas, f"alpha_{metric}")(Ratings.of(matrix, q), values)
        if metric in ("interval", "ratio")
        else getattr(alphas, f"alpha_{metric}")(Ratings.of(matrix, q))
    )
    data = np.where(matrix < 0, np.nan, matrix + 1.0).T
    try:
        with np.errstate(invalid="ignore"):
            expected = krippendorff.alpha(data, value_domain=list(values), level_of_measurement=metric)
    except ValueError:
        assert found.value is None
        return
    if found.value is None:  # the package divides by nothing where all pairable ratings are one category
        paired = matrix[(matrix >= 0).sum(axis=1) >= 2]
        assert len(np.unique(paired[paired >= 0])) < 2
    else:
        assert found.value == pytest.approx(expected, abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(tables(coders=2, missing=False))
def test_cohens_kappa_is_that_of_scikit_learn_and_its_error_that_of_statsmodels(table):
    matrix, q = table
    prepared = Ratings.of(matrix, q)
    found = kappas.cohen_kappa(prepared).value
    assume(found is not None)
    assert found == pytest.approx(cohen_kappa_score(matrix[:, 0], matrix[:, 1], labels=list(range(q))), abs=1e-9)
    counts = np.zeros((q, q))
    np.add.at(counts, (matrix[:, 0], matrix[:, 1]), 1)
    with np.errstate(invalid="ignore"):  # where its variance cancels to a little below zero
        theirs = statsmodels_kappa(counts)
    assert found == pytest.approx(theirs.kappa, abs=1e-9)
    assert kappas.cohen_kappa_se(prepared).value == pytest.approx(np.sqrt(max(0.0, theirs.var_kappa)), abs=1e-7)


@settings(max_examples=100, deadline=None)
@given(tables(missing=False))
def test_fleiss_and_randolph_are_those_of_statsmodels(table):
    matrix, q = table
    prepared = Ratings.of(matrix, q)
    counts = np.column_stack([(matrix == k).sum(axis=1) for k in range(q)])
    assert (aggregate_raters(matrix)[0].sum(axis=1) == matrix.shape[1]).all()
    assert ratings.fleiss_kappa(prepared).value == pytest.approx(fleiss_kappa(counts, method="fleiss"), abs=1e-9)
    assert ratings.brennan_prediger(prepared).value == pytest.approx(fleiss_kappa(counts, method="randolph"), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(tables(missing=False))
def test_scott_light_hubert_and_the_pairwise_share_are_those_of_nltk(table):
    matrix, q = table
    prepared = Ratings.of(matrix, q)
    theirs = nltk_agreement.AnnotationTask(triples(matrix))
    assert ratings.percent_pairwise(prepared).value == pytest.approx(theirs.avg_Ao(), abs=1e-9)
    hubert = kappas.hubert_kappa(prepared)
    if hubert.value is not None:
        assert hubert.value == pytest.approx(theirs.multi_kappa(), abs=1e-9)
    light = kappas.light_kappa(prepared)
    if light.value is not None:
        assert light.value == pytest.approx(theirs.kappa(), abs=1e-9)
    if matrix.shape[1] == 2 and (scott := kappas.scott_pi(prepared)).value is not None:
        assert scott.value == pytest.approx(theirs.pi(), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1 << 32), st.integers(2, 4), st.integers(2, 12), st.sampled_from(label_sets.DISTANCES))
def test_alpha_over_sets_is_that_of_nltk(seed, coders, units, distance):
    rng = np.random.default_rng(seed)
    # nltk's distances divide by nothing for two empty sets, so every set has at least one label here
    drawn = [
        [frozenset(np.flatnonzero(rng.random(4) < 0.4).tolist()) or frozenset([0]) for _ in range(coders)]
        for _ in range(units)
    ]
    assume(len({s for row in drawn for s in row}) > 1)
    theirs = {"nominal": binary_distance, "jaccard": jaccard_distance, "masi": masi_distance}[distance]
    task = nltk_agreement.AnnotationTask(
        [(c, u, s) for u, row in enumerate(drawn) for c, s in enumerate(row)], distance=theirs
    )
    found = label_sets.alpha_of_sets(label_sets.meetings_of(drawn), distance)
    assert found.value == pytest.approx(task.alpha(), abs=1e-9)
