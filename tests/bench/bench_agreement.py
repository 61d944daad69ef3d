"""How long agreement takes, from arrays in memory, and next to other programs on the same data.

Run by hand: `pytest tests/bench/bench_agreement.py --benchmark-enable -s -o python_files='bench_*.py'`.
Times are of the processor (`time.process_time`), not of the clock on the wall.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import krippendorff
import numpy as np
import pytest

from coder.agreement import Codings, Measured, measure
from coder.agreement.bootstrap import resampled

# Codings, coders, seconds allowed for all per-code and pair coefficients.
SIZES = [(1_000, 2, 0.1), (10_000, 2, 0.1), (100_000, 2, 0.1), (1_000_000, 5, 1.5)]


def study(n: int, coders: int, *, codes: int = 50, docs: int = 500, length: int = 20_000) -> Codings:
    """A corpus in which one coder's passages are mostly another's too, ends a few characters apart."""
    rng = np.random.default_rng(n)
    places = n // coders
    start = rng.integers(20, length - 400, places)
    rows = []
    for coder in range(coders):
        shift = rng.integers(-15, 15, (2, places))
        missed = rng.random(places) < 0.2
        elsewhere = rng.integers(20, length - 400, places)
        begin = np.where(missed, elsewhere, start + shift[0])
        rows.append((np.full(places, coder), begin, begin + 150 + shift[1]))
    coder, begin, end = (np.concatenate(x) for x in zip(*rows, strict=True))
    doc = np.tile(rng.integers(0, docs, places), coders).astype(np.int32)
    code = np.tile(rng.integers(0, codes, places), coders).astype(np.int32)
    return Codings(doc, coder.astype(np.int32), code, begin, end, np.full(docs, length), np.ones((docs, coders), bool))


def seconds(work: Callable[[], object], times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def coefficients_only(codings: Codings) -> Measured:
    return measure(codings, n_codes=50, with_label_sets=False)


@pytest.mark.parametrize(("n", "coders", "allowed"), SIZES)
def bench_all_codes_and_pairs(benchmark, n, coders, allowed):
    codings = study(n, coders)
    benchmark.pedantic(coefficients_only, args=(codings,), rounds=5, warmup_rounds=1)
    taken = seconds(lambda: coefficients_only(codings))
    print(f"\n{n:>9} codings, {coders} coders: {1000 * taken:8.1f} ms of {1000 * allowed:.0f}")
    assert taken <= allowed


def bench_the_length_of_the_text_costs_nothing():
    short, long = (seconds(lambda x=x: coefficients_only(study(20_000, 2, length=x))) for x in (10_000, 10_000_000))
    print(f"\n20,000 codings in texts a thousand times as long: {long / short:.2f} times as long")
    assert long < 2 * short


def bench_a_thousand_draws(benchmark):
    found = coefficients_only(study(100_000, 2))
    benchmark.pedantic(resampled, args=(found,), kwargs={"times": 1000, "seed": 0}, rounds=1)
    taken = seconds(lambda: resampled(found, times=1000, seed=0), 1)
    print(f"\n1,000 draws of 500 documents at 100,000 codings: {taken:.2f} s of 2")
    assert taken <= 2


@pytest.mark.parametrize(
    ("n", "coders", "codes", "allowed"), [(10_000, 2, 50, 5), (100_000, 2, 50, 15), (1_000_000, 5, 8, 5)]
)
def bench_label_sets(n, coders, codes, allowed):
    """Codes fall at random, so the sets are far more than in any study: some 20,000 in the second case."""
    codings = study(n, coders, codes=codes)
    plain = seconds(lambda: measure(codings, n_codes=codes, with_label_sets=False), 1)
    with_sets = seconds(lambda: measure(codings, n_codes=codes), 1)
    print(f"\n{n:>9} codings, {coders} coders, {codes} codes: label sets {with_sets - plain:.2f} s of {allowed}")
    assert with_sets - plain <= allowed


def bench_next_to_krippendorff():
    """The package `krippendorff` needs a matrix of every character; 50 documents are enough to show it."""
    codings = study(5_000, 2, docs=50, codes=5)
    ours = seconds(lambda: measure(codings, n_codes=5, with_label_sets=False))
    starts = np.arange(50) * 20_000
    theirs, values = 0.0, []
    for code in range(5):
        matrix = np.zeros((2, 50 * 20_000))
        for n in np.flatnonzero(codings.code == code):
            first = starts[codings.doc[n]]
            matrix[codings.coder[n], first + codings.start[n] : first + codings.end[n]] = 1
        began = time.process_time()
        values.append(krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal"))
        theirs += time.process_time() - began
    found = measure(codings, n_codes=5, with_label_sets=False).per_code["alpha_nominal"].value
    assert found == pytest.approx(np.array(values), abs=1e-9)
    print(
        f"\nalpha of 5 codes over 1,000,000 characters: krippendorff {theirs:.2f} s, "
        f"all of ours {1000 * ours:.1f} ms, {theirs / ours:.0f} times as fast"
    )
