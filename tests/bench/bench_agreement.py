"""How long agreement takes, from arrays in memory, and next to other programs on the same data.

Run by hand: `pytest tests/bench/bench_agreement.py --benchmark-enable -s -o python_files='bench_*.py'`.
Times are of the processor (`time.process_time`), not of the clock on the wall.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

import krippendorff
import numpy as np
import pytest
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score

from coder.agreement import Codings, Measured, by_document, label_set_alphas, measure, resampled
from coder.agreement.alignment import Continuum
from coder.agreement.gamma import gamma_of
from coder.agreement.set_sweep import set_meetings
from coder.project import Project
from coder.reliability import Settings, compare
from coder.reliability.differences import differences, with_quotes
from tests.bench.corpora import build

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


def bench_label_sets_of_a_study():
    """1,000,000 codings by two coders in which 5,000 pairs of different sets meet, as in a study."""
    codings = few_sets(1_000_000, pairs=5_000)
    found = coefficients_only(codings)
    met = set_meetings(found.runs, found.axis, codings.covered, 50)
    taken = seconds(lambda: label_set_alphas(found.runs, found.axis, codings.covered, 50), 1)
    print(f"\n1,000,000 codings, {len(met.first):,} pairs of different sets: label sets {taken:.2f} s of 5")
    assert 4_000 <= len(met.first) <= 6_000
    assert taken <= 5


def few_sets(n: int, *, pairs: int, codes: int = 50, docs: int = 500) -> Codings:
    """Passages beside each other; at each the two coders' sets are one of so many pairs."""
    rng = np.random.default_rng(7)
    made = [tuple(frozenset(rng.choice(codes, rng.integers(1, 4), replace=False).tolist()) for _ in range(2))
            for _ in range(pairs)]  # fmt: skip
    rows = [(coder, code) for pair in made for coder, own in enumerate(pair) for code in own]
    sizes = np.array([len(a) + len(b) for a, b in made])
    flat, first = np.array(rows, dtype=np.int64), np.cumsum(sizes) - sizes
    which = rng.integers(0, pairs, int(n / sizes.mean()) + 1)
    take = np.concatenate([np.arange(first[w], first[w] + sizes[w]) for w in which])[:n]
    place = np.repeat(np.arange(len(which)), sizes[which])[:n]
    per_doc = len(which) // docs + 1
    start = place % per_doc * 20
    covered = np.ones((docs, 2), dtype=bool)
    return Codings(place // per_doc, flat[take, 0], flat[take, 1], start, start + 15,
                   np.full(docs, per_doc * 20, dtype=np.int64), covered)  # fmt: skip


def bench_differences_of_two_coders(tmp_path):
    """With the words of each passage, as the pane shows them."""
    path = build(tmp_path / "study.intercoder", documents=500, length=20_000, codings=66_000)
    with Project.open(path, write=False) as project:
        compared = compare(project, Settings(unit="character"))
        found = differences(compared, None, 0, 1)
        taken = seconds(lambda: project.ask(with_quotes, differences(compared, None, 0, 1)), 2)
    print(f"\n{len(found):,} differences listed, with their words: {taken:.2f} s of 1.5")
    assert len(found) > 20_000
    assert taken <= 1.5


def bench_every_document_apart():
    found = coefficients_only(study(100_000, 2))
    taken = seconds(lambda: by_document(found), 1)
    print(f"\nall coefficients of 500 documents and 50 codes apart: {taken:.2f} s")


def bench_memory_at_a_million():
    """In a process of its own, so that nothing else is counted; the codings themselves are counted too."""
    asked = (
        "import resource, runpy; b = runpy.run_path('tests/bench/bench_agreement.py'); "
        "b['coefficients_only'](b['study'](1_000_000, 5)); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    used = int(told) / 1e6
    print(f"\n1,000,000 codings, 5 coders: {used:.2f} GB of 1.5 at the most, this bench's own libraries included")
    assert used < 1.5


def passages(units: int, coders: int, crowding: float) -> Continuum:
    """One text; a fifth of each coder's passages lies elsewhere, a fifth has another of four codes."""
    rng = np.random.default_rng(units)
    size = units * 200 / crowding
    places, rows = np.sort(rng.uniform(0, size - 200, units)), []
    for coder in range(coders):
        start = np.where(rng.random(units) < 0.8, places + rng.normal(0, 15, units), rng.uniform(0, size - 200, units))
        kind = np.where(rng.random(units) < 0.8, np.arange(units) % 4, rng.integers(0, 4, units))
        rows.append((np.full(units, coder), kind, start, start + np.maximum(5, rng.normal(100, 30, units))))
    coder, kind, start, end = (np.concatenate(x) for x in zip(*rows, strict=True))
    return Continuum(coder, kind, start, end, coders, float(start.min()), float(end.max()))


@pytest.mark.parametrize(
    ("coders", "units", "crowding", "allowed"),
    [(2, 200, 1, 2), (2, 2000, 1, 15), (3, 50, 3, 2), (3, 500, 1, 20), (5, 50, 1, 5), (5, 50, 2, 15)],
)
def bench_gamma(coders, units, crowding, allowed):
    """30 samples; crowding 1: half of the text is coded by each."""
    text = passages(units, coders, crowding)
    taken = seconds(lambda: gamma_of([text], samples=30), 1)
    print(f"\ngamma, {coders} coders x {units} passages, crowding {crowding}, 30 samples: {taken:.2f} s of {allowed}")
    assert gamma_of([text], samples=1).gamma.value is not None
    assert taken <= allowed


def bench_next_to_other_programs():
    """All take what every character was called; 50 documents and 5 codes are enough to show it."""
    codings = study(5_000, 2, docs=50, codes=5)
    ours = seconds(lambda: measure(codings, n_codes=5, with_label_sets=False))
    starts, size = np.arange(50) * 20_000, 50 * 20_000
    matrices = [np.zeros((2, size), dtype=np.int8) for _ in range(5)]
    for n in range(len(codings.doc)):
        first = starts[codings.doc[n]]
        matrices[codings.code[n]][codings.coder[n], first + codings.start[n] : first + codings.end[n]] = 1
    found = measure(codings, n_codes=5, with_label_sets=False).per_code
    alpha, kappa = found["alpha_nominal"].value, found["cohen_kappa"].value
    print(f"\n5 codes over 1,000,000 characters; all coefficients here: {1000 * ours:.1f} ms")

    def timed(name: str, work: Callable[[np.ndarray], float], expected: np.ndarray, upto: int = 5) -> None:
        began = time.process_time()
        values = [work(m) for m in matrices[:upto]]
        theirs = (time.process_time() - began) * 5 / upto
        np.testing.assert_allclose(values, expected[:upto], atol=1e-9)
        print(f"  {name}: {theirs:.2f} s, {theirs / ours:,.0f} times as long")

    timed("krippendorff, alpha", lambda m: krippendorff.alpha(m.astype(float), level_of_measurement="nominal"), alpha)
    timed("scikit-learn, Cohen's kappa", lambda m: cohen_kappa_score(m[0], m[1]), kappa)
    # nltk keeps a list of every judgement: one code is measured and counted five times
    timed("nltk, alpha (one code, times five)", nltk_alpha, alpha, upto=1)


def nltk_alpha(matrix: np.ndarray) -> float:
    units = np.arange(matrix.shape[1])
    task = AnnotationTask([(str(c), int(u), int(matrix[c, u])) for c in range(2) for u in units])
    return float(task.alpha())
