"""Gamma of every group of codes that hang together, computed when it is asked for: it samples, and takes its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coder.agreement import Gamma, gamma
from coder.agreement.gamma import PLAIN
from coder.code_tree import CodeRow
from coder.reliability.page import Compared

Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sampling:
    """How chance is sampled: how many corpora, by which sampler (“shuffle”, “statistical”), from which seed."""

    samples: int = 30
    sampler: str = "shuffle"
    seed: int = 0


@dataclass(frozen=True, slots=True)
class GammaRow:
    """Gamma of a code: over its sub-codes as categories, or of the code alone if it has none.

    used: did any of the coders code with one of these?
    """

    code: CodeRow
    categories: int
    gamma: Gamma
    used: bool

    def as_json(self) -> dict[str, Any]:
        """One entry under `gamma` of the JSON answer of `agreement`."""
        g = self.gamma
        return {
            "code": list(self.code.path), "categories": self.categories, "gamma": g.gamma.as_json(),
            "gamma_cat": g.gamma_cat.as_json(), "observed_disorder": g.observed, "expected_disorder": g.expected,
            "samples": g.samples, "spread": g.spread, "precision": g.precision, "precision_cat": g.precision_cat,
        }  # fmt: skip


def gammas(compared: Compared, sampling: Sampling, tick: Tick | None = None) -> list[GammaRow]:
    """Gamma of every code of a comparison, in the order of the codebook; reads nothing.

    tick(done, total) as it goes on; what it raises goes through.
    """
    branches = compared.branches()
    total = len(branches) * (sampling.samples + 1)
    rows = []
    for n, (code, places) in enumerate(branches):
        done = n * (sampling.samples + 1)

        def told(now: int, _of: int, done: int = done) -> None:
            if tick is not None:
                tick(done + now, total)

        told(0, 0)
        found = gamma(
            compared.counted, places, samples=sampling.samples, sampler=sampling.sampler, seed=sampling.seed, tick=told
        )
        rows.append(GammaRow(code, len(places), found, bool(compared.measured.coded_by[places].any())))
    return rows


def add_gammas(compared: Compared, sampling: Sampling, tick: Tick | None = None) -> list[GammaRow]:
    """The same, kept with the comparison, so that its JSON answer and what is written of it have them."""
    rows = gammas(compared, sampling, tick)
    keep_gammas(compared, rows, sampling)
    return rows


def keep_gammas(compared: Compared, rows: Sequence[GammaRow], sampling: Sampling) -> None:
    """Lets a comparison have what was computed of it."""
    compared.gammas = [row.as_json() for row in rows]
    compared.gamma_settings = {**asdict(sampling), "dissimilarity": asdict(PLAIN)}
