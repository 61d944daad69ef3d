"""A comparison as rows to look at: one a code, for one pair of coders, and what its figures say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from coder.agreement import Coefficient, Values
from coder.code_tree import CodeRow
from coder.reliability.page import Compared

FEW_POSITIVES = 10  # units that either coded; with fewer, one unit more or less moves every figure a lot
TENTATIVE, FIRM = 0.667, 0.80  # Krippendorff's conventions for alpha, and for alpha alone
_HIGH_PERCENT, _LOW_KAPPA = 0.90, 0.60
_UNEVEN = 2.0  # one coder codes so many times as often as the other


class Reading(Enum):
    """What can be said of the figures of one code."""

    NOT_USED = "nobody of the pair coded with it"
    ALPHA_UNDEFINED = "alpha has no value"
    FEW = "too few positives to tell"
    NEVER_TOGETHER = "both coded with it, and never the same unit"
    PARADOX = "percent is high and kappa low"
    UNEVEN = "one codes with it much more often"
    FIRM = "alpha of .80 or more"
    TENTATIVE = "alpha of .667 to .80"
    LOW = "alpha below .667"
    AGAINST = "alpha below 0"


@dataclass(frozen=True, slots=True)
class CodeFigures:
    """The figures of one code, or of all codes with their counts added (code is None).

    place: in `Compared.codes`, -1 for all codes. coded_by: units that each coder coded. both … neither: of the pair,
    over the units that both cover. alpha and what is in `more` are of all coders; kappa, positive and negative
    agreement and percent are of the pair.
    """

    place: int
    code: CodeRow | None
    coded_by: tuple[int, ...]
    both: int
    only_first: int
    only_second: int
    neither: int
    alpha: Coefficient
    kappa: Coefficient
    positive: Coefficient
    negative: Coefficient
    percent: Coefficient
    more: Mapping[str, Coefficient]

    @property
    def positives(self) -> int:
        """Units that at least one of the pair coded."""
        return self.both + self.only_first + self.only_second

    @property
    def used(self) -> bool:
        """Did any of the coders code with it?"""
        return any(self.coded_by)


# what stands under "more": of all coders, but for Scott's pi, which is of the pair
MORE = (
    "percent_pairwise", "ac1", "brennan_prediger", "fleiss_kappa", "conger_kappa", "light_kappa", "holsti", "scott_pi",
)  # fmt: skip
NOT_CODING = ("percent_pairwise", "ac1", "brennan_prediger")  # agreement on not coding, where that is a category
_OF_PAIR = ("holsti", "scott_pi")


def figures_of(compared: Compared, pair: int = 0) -> list[CodeFigures]:
    """One row a code, in the order of the codebook. pair: place in `compared.measured.pairs.coders`."""
    m, p = compared.measured, compared.measured.pairs
    return [
        CodeFigures(
            n, code, tuple(m.coded_by[n].tolist()), int(p.both[pair, n]), int(p.only_first[pair, n]),
            int(p.only_second[pair, n]), int(p.neither[pair, n]), *_front(m.per_code, p.coefficients, (n,), (pair, n)),
            more=_more(m.per_code, p.coefficients, (n,), (pair, n)),
        )
        for n, code in enumerate(compared.codes)
    ]  # fmt: skip


def pooled_figures(compared: Compared, pair: int = 0) -> CodeFigures:
    """All codes with their counts added."""
    m, p = compared.measured, compared.measured.pairs
    return CodeFigures(
        -1, None, tuple(m.coded_by.sum(axis=0).tolist()), int(p.both[pair].sum()), int(p.only_first[pair].sum()),
        int(p.only_second[pair].sum()), int(p.neither[pair].sum()), *_front(m.pooled, p.pooled, (), (pair,)),
        more=_more(m.pooled, p.pooled, (), (pair,)),
    )  # fmt: skip


Place = tuple[int, ...]
FrontRow = tuple[Coefficient, Coefficient, Coefficient, Coefficient, Coefficient]


def _front(everybody: Mapping[str, Values], pairs: Mapping[str, Values], at: Place, pair_at: Place) -> FrontRow:
    return (
        everybody["alpha_nominal"].at(*at), pairs["cohen_kappa"].at(*pair_at),
        pairs["positive_agreement"].at(*pair_at), pairs["negative_agreement"].at(*pair_at),
        pairs["percent_pairwise"].at(*pair_at),
    )  # fmt: skip


def _more(
    everybody: Mapping[str, Values], pairs: Mapping[str, Values], at: Place, pair_at: Place
) -> dict[str, Coefficient]:
    return {
        name: pairs[name].at(*pair_at) if name in _OF_PAIR else everybody[name].at(*at)
        for name in MORE
        if name in (pairs if name in _OF_PAIR else everybody)
    }


def readings(f: CodeFigures, pair: tuple[int, int]) -> tuple[Reading, ...]:
    """What the figures of a code say, the most important first. pair: the two coders' places."""
    if not f.used or not (f.positives or any(f.coded_by[c] for c in pair)):
        return (Reading.NOT_USED,)
    found = [Reading.ALPHA_UNDEFINED] if f.alpha.value is None else [_band(f.alpha.value)]
    if f.positives < FEW_POSITIVES:
        found.insert(0, Reading.FEW)
    if f.both == 0 and f.only_first and f.only_second:
        found.append(Reading.NEVER_TOGETHER)
    percent, kappa = f.percent.value, f.kappa.value
    if percent is not None and kappa is not None and percent >= _HIGH_PERCENT and kappa < _LOW_KAPPA:
        found.append(Reading.PARADOX)
    one, other = f.both + f.only_first, f.both + f.only_second
    if f.positives >= FEW_POSITIVES and max(one, other) > _UNEVEN * min(one, other):
        found.append(Reading.UNEVEN)
    return tuple(found)


def _band(alpha: float) -> Reading:
    """Krippendorff's conventions; they are of alpha alone."""
    if alpha < 0:
        return Reading.AGAINST
    return Reading.FIRM if alpha >= FIRM else Reading.TENTATIVE if alpha >= TENTATIVE else Reading.LOW


class HasAlpha(Protocol):
    """A row with an alpha."""

    @property
    def used(self) -> bool: ...
    @property
    def alpha(self) -> Coefficient: ...


def range_of(figures: Iterable[HasAlpha]) -> tuple[float, float] | None:
    """The lowest and the highest alpha there is among used codes; None if none has a value."""
    values = [f.alpha.value for f in figures if f.used and f.alpha.value is not None]
    return (min(values), max(values)) if values else None
