"""Agreement over intervals equals agreement over every character written out, for any codings."""

from __future__ import annotations

from itertools import combinations, pairwise

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.agreement import Codings, Units, alphas, group_of, kappas, label_sets, measure, ratings
from coder.agreement.ratings import Ratings
from coder.errors import CodingError, NothingToCompare

PER_UNIT = ("percent_pairwise", "percent_pooled", "percent_unanimous", "positive_agreement", "negative_agreement",
            "fleiss_kappa", "conger_kappa", "brennan_prediger", "ac1")
KAPPAS = ("cohen_kappa", "scott_pi", "light_kappa", "hubert_kappa")


@st.composite
def corpora(draw, most_coders=4):
    """Codings of up to three short documents, covered by whomever; every kind of overlap occurs."""
    lengths = np.array([*draw(st.lists(st.integers(0, 12), min_size=1, max_size=3)), 12], dtype=np.int64)
    m, n_codes, n = draw(st.integers(2, most_coders)), draw(st.integers(1, 3)), draw(st.integers(0, 16))
    # Drawn one by one, half of all corpora would come out empty; so the codings come from a seed.
    rng = np.random.default_rng(draw(st.integers(0, 1 << 32)))
    covered = rng.random((len(lengths), m)) < draw(st.sampled_from([1.0, 0.7]))
    covered[-1, :2] = True
    doc = rng.integers(0, len(lengths), n)
    ends = np.sort(rng.integers(0, lengths[doc] + 1, (2, n)), axis=0)
    return Codings(doc, rng.integers(0, m, n), rng.integers(0, n_codes, n), *ends, lengths, covered), n_codes


def written_out(codings, n_codes):
    """int (n_codes, n_characters, n_coders): 1 coded, 0 not, -1 not covered."""
    starts = np.concatenate([[0], np.cumsum(codings.doc_length)])
    doc = np.repeat(np.arange(len(codings.doc_length)), codings.doc_length)
    out = np.zeros((n_codes, len(doc), codings.covered.shape[1]), dtype=np.int64)
    for d, coder, code, start, end in zip(codings.doc, codings.coder, codings.code, codings.start, codings.end,
                                          strict=True):
        out[code, starts[d] + start : starts[d] + end, coder] = 1
    out[:, ~codings.covered[doc]] = -1
    return out


def same(found, expected):
    if expected.value is None:
        assert found.value is None
        assert found.undefined
    else:
        assert found.value == pytest.approx(expected.value, abs=1e-9)


def all_of(matrix):
    prepared = Ratings.of(matrix, 2)
    yield "alpha_nominal", alphas.alpha_nominal(prepared)
    for name in PER_UNIT:
        yield name, getattr(ratings, name)(prepared)
    for name in KAPPAS:
        yield name, getattr(kappas, name)(prepared)


@settings(max_examples=60)
@given(corpora())
def test_every_code_has_the_figures_of_its_characters(corpus):
    codings, n_codes = corpus
    found, plain = measure(codings, n_codes=n_codes), written_out(codings, n_codes)
    for code in range(n_codes):
        for name, expected in all_of(plain[code]):
            same(found.per_code[name].at(code), expected)


@settings(max_examples=50)
@given(corpora())
def test_pooled_figures_are_those_of_all_codes_one_after_another(corpus):
    codings, n_codes = corpus
    found = measure(codings, n_codes=n_codes)
    for name, expected in all_of(written_out(codings, n_codes).reshape(-1, codings.covered.shape[1])):
        same(found.pooled[name].at(), expected)


@settings(max_examples=50)
@given(corpora())
def test_every_pair_has_the_figures_of_the_characters_that_both_cover(corpus):
    codings, n_codes = corpus
    found, plain = measure(codings, n_codes=n_codes), written_out(codings, n_codes)
    for row, (i, j) in enumerate(combinations(range(codings.covered.shape[1]), 2)):
        for code in range(n_codes):
            matrix = plain[code][:, [i, j]]
            matrix = matrix[(matrix >= 0).all(axis=1)]
            assert found.pairs.both[row, code] == (matrix == 1).all(axis=1).sum()
            assert found.pairs.only_first[row, code] == (matrix == [1, 0]).all(axis=1).sum()
            assert found.pairs.only_second[row, code] == (matrix == [0, 1]).all(axis=1).sum()
            assert found.pairs.neither[row, code] == (matrix == 0).all(axis=1).sum()
            for name, expected in all_of(matrix):
                same(found.pairs.coefficients[name].at(row, code), expected)


@settings(max_examples=50)
@given(corpora())
def test_label_sets_have_the_figures_of_their_characters(corpus):
    codings, n_codes = corpus
    plain = written_out(codings, n_codes)
    table = [[None if plain[0, u, c] < 0 else frozenset(np.flatnonzero(plain[:, u, c] == 1).tolist())
              for c in range(plain.shape[2])] for u in range(plain.shape[1])]
    meetings = label_sets.meetings_of(table)
    found = measure(codings, n_codes=n_codes)
    for distance in label_sets.DISTANCES:
        same(found.label_sets[f"alpha_set_{distance}"], label_sets.alpha_of_sets(meetings, distance))


@settings(max_examples=50)
@given(corpora())
def test_units_and_coded_by_count_what_two_coders_cover(corpus):
    codings, n_codes = corpus
    found, plain = measure(codings, n_codes=n_codes), written_out(codings, n_codes)
    shared = (plain[0] >= 0).sum(axis=1) >= 2
    assert found.units == shared.sum()
    assert (found.coded_by == (plain[:, shared] == 1).sum(axis=1)).all()


@st.composite
def corpora_in_units(draw):
    codings, n_codes = draw(corpora())
    bounds, before = [], []
    for length in codings.doc_length:
        cuts = sorted(draw(st.sets(st.integers(0, int(length)))) | {0, int(length)})
        kept = [(a, b) for a, b in pairwise(cuts) if draw(st.integers(0, 4))]
        bounds.append(np.array(kept, dtype=np.int64).reshape(-1, 2))
        blank = draw(st.lists(st.booleans(), min_size=int(length), max_size=int(length)))
        before.append(np.concatenate([[0], np.cumsum(~np.array(blank, dtype=bool))]).astype(np.int64))
    return codings, n_codes, Units(bounds, before, draw(st.sampled_from(["half", "any"])))


def decided(codings, n_codes, units):
    """int (n_codes, n_units, n_coders) by the presence rule, one run and one unit at a time."""
    plain, out, first = written_out(codings, n_codes), [], 0
    for doc, length in enumerate(codings.doc_length):
        before = units.nonblank[doc]
        for low, high in units.bounds[doc]:
            row = np.where(codings.covered[doc], 0, -1) * np.ones((n_codes, 1), dtype=np.int64)
            for code in range(n_codes):
                for coder in np.flatnonzero(codings.covered[doc]):
                    marked = plain[code, first : first + length, coder] == 1
                    edges = np.flatnonzero(np.diff(np.concatenate([[0], marked, [0]])))
                    for start, end in zip(edges[::2], edges[1::2], strict=True):
                        common = before[max(low, min(high, end))] - before[max(low, min(high, start))]
                        if units.presence == "any":
                            here = common > 0
                        else:
                            half = min(before[high] - before[low], before[end] - before[start])
                            here = common > 0 and 2 * common >= half
                        row[code, coder] |= int(here)
            out.append(row)
        first += length
    return np.array(out).reshape(-1, n_codes, codings.covered.shape[1]).transpose(1, 0, 2)


@settings(max_examples=80)
@given(corpora_in_units())
def test_units_are_decided_as_the_presence_rule_says(corpus):
    codings, n_codes, units = corpus
    found, plain = measure(codings, n_codes=n_codes, units=units), decided(codings, n_codes, units)
    assert found.units == ((plain[0] >= 0).sum(axis=1) >= 2).sum()
    for code in range(n_codes):
        for name, expected in all_of(plain[code]):
            same(found.per_code[name].at(code), expected)


def apart(a, b, distance):
    if a == b:
        return 0.0
    if distance == "nominal":
        return 1.0
    similarity = len(a & b) / len(a | b)
    if distance == "jaccard":
        return 1 - similarity
    return 1 - similarity * (2 / 3 if a < b or b < a else 1 / 3)


label_rows = st.lists(
    st.lists(st.one_of(st.none(), st.frozensets(st.sampled_from("abcd"))), min_size=3, max_size=3),
    min_size=1, max_size=8,
)


@given(label_rows, st.sampled_from(label_sets.DISTANCES))
def test_alpha_over_sets_is_what_every_pair_of_sets_written_out_gives(rows, distance):
    units = [[s for s in row if s is not None] for row in rows]
    units = [unit for unit in units if len(unit) > 1]
    everything = [s for unit in units for s in unit]
    n = len(everything)
    within = sum(apart(a, b, distance) / (len(unit) - 1) for unit in units for a in unit for b in unit)
    between = sum(apart(a, b, distance) for a in everything for b in everything)
    found = label_sets.alpha_of_sets(label_sets.meetings_of(rows), distance)
    assert found.value == (pytest.approx(1 - (n - 1) * within / between, abs=1e-9) if between else None)


@settings(max_examples=80)
@given(corpora())
def test_a_group_has_the_alpha_and_the_confusion_of_its_characters(corpus):
    codings, n_codes = corpus
    group = list(range(n_codes))[::-1][:2]
    plain = written_out(codings, n_codes)[group]
    category = np.where(plain.sum(axis=0) == 1, plain.argmax(axis=0),
                        np.where(plain.sum(axis=0) == 0, len(group), len(group) + 1))
    category[plain[0] < 0] = -1
    found = group_of(measure(codings, n_codes=n_codes), group)
    for row, (i, j) in enumerate(combinations(range(codings.covered.shape[1]), 2)):
        expected = np.zeros((len(group) + 2,) * 2, dtype=int)
        for a, b in category[:, [i, j]]:
            if a >= 0 and b >= 0:
                expected[a, b] += 1
        assert (found.confusion[row] == expected).all()
    same(found.alpha_nominal, alphas.alpha_nominal(Ratings.of(category, len(group) + 2)))


def matched_greedily(first, second):
    """Passages matched one to one, largest intersection over union first."""
    found = []
    for a in first:
        for b in second:
            common = min(a[1], b[1]) - max(a[0], b[0])
            if common > 0 and 2 * common >= max(a[1], b[1]) - min(a[0], b[0]):
                found.append((common / (max(a[1], b[1]) - min(a[0], b[0])), a, b))
    used, count = set(), 0
    for _, a, b in sorted(found, reverse=True):
        if ("a", a) not in used and ("b", b) not in used:
            used |= {("a", a), ("b", b)}
            count += 1
    return count


@settings(max_examples=60)
@given(corpora())
def test_holsti_matches_passages_one_to_one_largest_first(corpus):
    codings, n_codes = corpus
    found, plain = measure(codings, n_codes=n_codes), written_out(codings, n_codes)
    for row, (i, j) in enumerate(combinations(range(codings.covered.shape[1]), 2)):
        for code in range(n_codes):
            matched, passages, first = 0, 0, 0
            for doc, length in enumerate(codings.doc_length):
                part = plain[code, first : first + length]
                first += length
                if not codings.covered[doc, [i, j]].all():
                    continue
                runs = []
                for who in (i, j):
                    edges = np.flatnonzero(np.diff(np.concatenate([[0], part[:, who] == 1, [0]]).astype(int)))
                    runs.append(list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)))
                matched += matched_greedily(*runs)
                passages += len(runs[0]) + len(runs[1])
            at = found.pairs.coefficients["holsti"].at(row, code)
            assert at.value == (pytest.approx(2 * matched / passages) if passages else None)


def two_passages(first, second, units=None):
    """One document of 20 characters, one code, one passage each."""
    ends = np.array([first, second]).T
    codings = Codings(np.zeros(2, int), np.arange(2), np.zeros(2, int), ends[0], ends[1], np.array([20]),
                      np.ones((1, 2), dtype=bool))
    return measure(codings, n_codes=1, units=units)


@pytest.mark.parametrize(("second", "matched"), [((0, 5), 1.0), ((0, 4), 0.0), ((5, 10), 1.0), ((5, 11), 0.0)])
def test_passages_match_from_exactly_half_of_their_union(second, matched):
    assert two_passages((0, 10), second).per_code["holsti"].at(0).value == matched


@pytest.mark.parametrize(
    ("passage", "half", "any_"),
    [
        ((7, 20), 1, 1),  # half of the unit 4..10 (blank 4 left out: 5..10 has 5, and 3 are covered)
        ((8, 20), 0, 1),  # two of five, and fewer than half of its own
        ((8, 12), 1, 1),  # exactly half of its own lies in the unit
        ((8, 13), 0, 1),
        ((4, 5), 0, 0),  # a blank alone
        ((10, 12), 0, 0),
    ],
)
def test_a_unit_is_coded_from_exactly_half_without_blanks(passage, half, any_):
    before = np.arange(21) - (np.arange(21) > 4)
    for presence, coded in (("half", half), ("any", any_)):
        units = Units([np.array([[4, 10]])], [before], presence)
        assert two_passages(passage, passage, units).pairs.both[0, 0] == coded


def test_exactly_half_of_a_unit_is_enough():
    units = Units([np.array([[4, 10]])], [np.arange(21)], "half")
    assert two_passages((7, 20), (8, 20), units).coded_by.tolist() == [[1, 0]]


@settings(max_examples=30, deadline=None)
@given(corpora(), st.integers(0, 3), st.integers(60, 200))
def test_coders_who_cover_nothing_change_no_figure_however_many(corpus, at, extra):
    codings, n_codes = corpus
    covered = np.insert(codings.covered, [min(at, codings.covered.shape[1])] * extra, False, axis=1)
    moved = np.where(codings.coder >= at, codings.coder + extra, codings.coder)
    wide = Codings(codings.doc, moved, codings.code, codings.start, codings.end, codings.doc_length, covered)
    few, many = measure(codings, n_codes=n_codes), measure(wide, n_codes=n_codes)
    for name in ("alpha_nominal", "fleiss_kappa", "ac1", "percent_pooled", "conger_kappa"):
        for code in range(n_codes):
            same(many.per_code[name].at(code), few.per_code[name].at(code))
    for distance, value in few.label_sets.items():
        same(many.label_sets[distance], value)


def test_two_hundred_coders_are_computed():
    rng = np.random.default_rng(5)
    n, m = 3000, 200
    start = rng.integers(0, 380, n)
    codings = Codings(rng.integers(0, 3, n), rng.integers(0, m, n), rng.integers(0, 2, n), start, start + 20,
                      np.full(3, 400), rng.random((3, m)) < 0.9)
    found, plain = measure(codings, n_codes=2), written_out(codings, 2)
    for code in range(2):
        same(found.per_code["alpha_nominal"].at(code), alphas.alpha_nominal(Ratings.of(plain[code], 2)))
        same(found.per_code["conger_kappa"].at(code), ratings.conger_kappa(Ratings.of(plain[code], 2)))
    assert found.per_code["cohen_kappa"].at(0).undefined == "see pairs"


def test_codings_of_whole_documents_count_for_documents_only():
    codings = Codings(np.array([0, 0, 1]), np.array([0, 1, 0]), np.zeros(3, int), np.zeros(3, int),
                      np.array([0, 6, 0]), np.array([10, 0]), np.ones((2, 2), dtype=bool),
                      np.array([True, False, True]))
    before = [np.arange(11), np.arange(1)]
    one_each = [np.array([[0, 10]]), np.array([[0, 0]])]
    documents = measure(codings, n_codes=1, units=Units(one_each, before, "half", whole_documents=True))
    assert documents.units == 2
    assert (documents.pairs.both[0, 0], documents.pairs.only_first[0, 0]) == (1, 1)
    sentences = measure(codings, n_codes=1, units=Units(one_each, before))
    assert (sentences.pairs.both[0, 0], sentences.pairs.only_second[0, 0]) == (0, 1)
    assert measure(codings, n_codes=1).coded_by.tolist() == [[0, 6]]


def test_a_coding_outside_its_text_is_told_not_measured():
    codings = Codings(np.array([0]), np.array([0]), np.array([0]), np.array([3]), np.array([30]), np.array([10]),
                      np.ones((1, 2), dtype=bool))
    with pytest.raises(CodingError, match="outside its text"):
        measure(codings, n_codes=1)


@pytest.mark.parametrize(
    ("covered", "words"),
    [([[True]], "two coders"), ([[True, False], [False, True]], "No document"), (np.zeros((0, 2)), "No document"),
     (np.zeros((2, 0)), "there is none")],
)
def test_nothing_in_common_is_told(covered, words):
    none, who = np.zeros(0, dtype=np.int64), np.array(covered, dtype=bool)
    with pytest.raises(NothingToCompare, match=words):
        measure(Codings(none, none, none, none, none, np.full(len(who), 5), who), n_codes=1)


def test_overlapping_units_are_refused():
    none = np.zeros(0, dtype=np.int64)
    codings = Codings(none, none, none, none, none, np.array([9]), np.ones((1, 2), dtype=bool))
    with pytest.raises(NothingToCompare, match="overlap"):
        measure(codings, n_codes=1, units=Units([np.array([[0, 5], [4, 9]])], [np.arange(10)]))


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(-1, 4), min_size=3, max_size=3), min_size=2, max_size=12))
def test_alpha_is_that_of_the_package_named_krippendorff(rows):
    matrix = np.array(rows)
    values = np.array([0.0, 1.0, 2.5, 7.0, 8.0])
    paired = matrix[(matrix >= 0).sum(axis=1) >= 2]
    prepared = Ratings.of(matrix, 5)
    found = {"nominal": alphas.alpha_nominal(prepared), "ordinal": alphas.alpha_ordinal(prepared),
             "interval": alphas.alpha_interval(prepared, values), "ratio": alphas.alpha_ratio(prepared, values)}
    if len(np.unique(paired[paired >= 0])) < 2:
        assert all(f.value is None and f.undefined for f in found.values())
        return
    data = np.where(matrix < 0, np.nan, values[matrix]).T
    for metric, value in found.items():
        expected = krippendorff.alpha(reliability_data=data, level_of_measurement=metric)
        assert value.value == pytest.approx(expected, abs=1e-9)
