"""The rows of the reliability page: one a code, and all codes with their counts added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coder.agreement import Coefficient
from coder.agreement.results import Ints
from coder.agreement.standard_errors import INDEPENDENT, cohen_errors
from coder.reliability.figures import CodeFigures, figures_of, pooled_figures
from coder.reliability.page import Compared


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One row. place: in `Compared.codes`, -1 for all codes. positives: units that at least one coder coded.

    counts: both, only first, only second, neither (of the first pair). below: threshold -> share of draws below it.
    """

    place: int
    name: str
    positives: int
    coded_by: tuple[int, ...]
    counts: tuple[int, int, int, int]
    alpha: Coefficient
    kappa: Coefficient
    kappa_se: float | None
    positive: Coefficient
    negative: Coefficient
    below: Mapping[str, float | None] = field(default_factory=dict)

    @property
    def used(self) -> bool:
        """Did any of the coders code with it?"""
        return any(self.coded_by)


def rows_of(compared: Compared) -> list[ReportRow]:
    """Every code in the order of the codebook, then all codes with their counts added."""
    counts = compared.measured.counts
    errors = compared.settings.unit in INDEPENDENT
    own = cohen_errors(counts)
    rows = []
    for f in figures_of(compared):
        se = float(own[f.place]) if errors else None
        rows.append(_row(f, _positives(counts.judged[f.place]), se, compared.alpha_below(f.place)))
    # what coders do with several codes on one unit hangs together, so all codes together have no standard error
    rows.append(_row(pooled_figures(compared), _positives(counts.judged.sum(axis=0)), None, {}))
    return rows


def _positives(judged: Ints) -> int:
    """Units that two coders cover and at least one coded; judged: (r + 1, k + 1)."""
    return int(judged[2:, 1:].sum())


def _row(f: CodeFigures, positives: int, se: float | None, below: Mapping[str, float | None]) -> ReportRow:
    return ReportRow(
        f.place, " › ".join(f.code.path) if f.code else "All codes, counts added", positives, f.coded_by,
        (f.both, f.only_first, f.only_second, f.neither), f.alpha, f.kappa,
        None if se is None or se != se or f.kappa.value is None else se, f.positive, f.negative, below,
    )  # fmt: skip
