"""Reliability of a plain table: rows = units, columns = coders, empty = missing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from coder.agreement import alphas, kappas, ratings
from coder.agreement.ratings import Ratings
from coder.agreement.resampling import FEWEST, ends_of, remarks_on
from coder.agreement.results import Coefficient, Floats, Ints, Why, undefined
from coder.errors import CoderError, NothingToCompare, SourceError
from coder.sentences import sentence

METRICS = alphas.METRICS
_ABSENT = ("0", "no", "n", "false", "absent", "-", "not coded", "uncoded")
_PRESENT = ("1", "yes", "y", "true", "present", "+", "coded", "coded")
# These look at every pair of coders for every draw.
_BY_PAIRS = ("light_kappa", "hubert_kappa", "alpha_ratio")
_MANY_CODERS = 16
Statistic = Callable[[Ratings], Coefficient]


@dataclass(frozen=True, slots=True)
class RatingsTable:
    """A table as read. values: one row per unit, one text per coder, None = missing.

    coders: names of the columns. units: a label per row. lines: where each row stands in the file, from 1.
    warnings: what a reader should know about how the table was read.
    """

    coders: tuple[str, ...]
    units: tuple[str, ...]
    values: tuple[tuple[str | None, ...], ...]
    lines: tuple[int, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reliability:
    """All coefficients of a plain table.

    units: rows of the table. categories: how many there are to choose from. se: standard errors over units as a
    sample of many, None where the coefficient has none. warnings: what must be said beside the figures.
    """

    coders: tuple[str, ...]
    units: int
    categories: int
    coefficients: Mapping[str, Coefficient]
    se: Mapping[str, float | None]
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The document that `reliability --json` prints."""
        return {
            "coders": list(self.coders), "units": self.units, "categories": self.categories,
            "coefficients": {name: c.as_json() for name, c in self.coefficients.items()},
            "se": dict(self.se),
        }


@dataclass(frozen=True, slots=True)
class _Scale:
    """The categories of a table in their order: as text, and as numbers where all are numbers."""

    names: tuple[str, ...]
    numbers: Floats | None
    index: Mapping[str, int]


def reliability(
    table: RatingsTable, metric: str = "nominal", *, categories: int | None = None, bootstrap: int = 0, seed: int = 0
) -> Reliability:
    """Every coefficient that applies to the table.

    metric: nominal, ordinal, interval or ratio; the last three need numbers, and add their alpha and AC2.
    categories: size of the codebook, at least the categories used; None = those used. Brennan-Prediger, AC1 and AC2
    depend on it. bootstrap: how many times the units are drawn anew for 95 % intervals (0 = none), with `seed`.
    AC2 has quadratic weights over the steps of the scale: the categories in their order, or whole numbers as they
    are when `categories` says that steps were left unused.
    Raises SourceError for words in a numeric metric (the row is named), NothingToCompare without two coders or
    without a unit, CoderError for fewer categories than the table uses or an unknown metric.
    """
    if metric not in METRICS:
        raise CoderError(
            sentence("There is no metric “{metric}”.", metric=metric),
            sentence("Choose one of {choices}.", choices=", ".join(METRICS)),
        )
    if len(table.coders) < 2:
        raise NothingToCompare("The table has one coder; agreement needs two.",
                               "Give one column per coder, with the coders' names in the first row.")
    if not table.values:
        raise NothingToCompare("The table has no units.", "Give one row per unit below the coders' names.")
    scale = _scale_of(table, metric)
    size = len(scale.names)
    if categories is not None and categories < size:
        raise CoderError(
            sentence(
                "The table uses {size} categories, more than the {categories} that were given.",
                size=size,
                categories=categories,
            ),
            "Give the number of categories of the codebook, those that nobody used included.",
        )
    matrix = np.array([[-1 if v is None else scale.index[v] for v in row] for row in table.values], dtype=np.int64)
    prepared = Ratings.of(matrix, max(size, categories or 0))
    statistics = _statistics(metric, scale, categories, matrix)
    found = {name: statistic(prepared) for name, statistic in statistics.items()}
    warnings = [*table.warnings, *_twins(scale.names)]
    if bootstrap:
        found, told = _with_intervals(prepared, statistics, found, bootstrap, seed)
        warnings.extend(told)
    se = {"ac1": ratings.ac1_se(prepared).value, "cohen_kappa": kappas.cohen_kappa_se(prepared).value}
    if "ac2_quadratic" in statistics and scale.numbers is not None:
        se["ac2_quadratic"] = _ac2(
            _steps(scale.numbers, categories), matrix, prepared, ratings.ac2_quadratic_se
        ).value
    return Reliability(table.coders, len(table.values), prepared.n_categories, found, se, tuple(warnings))


def _statistics(metric: str, scale: _Scale, categories: int | None, matrix: Ints) -> dict[str, Statistic]:
    """Every coefficient as a function of the prepared table, in the order in which they are given out."""
    presence = _presence(scale)
    statistics: dict[str, Statistic] = {
        "percent_pairwise": ratings.percent_pairwise, "percent_pooled": ratings.percent_pooled,
        "percent_unanimous": ratings.percent_unanimous, "percent_value_weighted": ratings.percent_value_weighted,
        "positive_agreement": partial(_of_presence, presence, ratings.positive_agreement),
        "negative_agreement": partial(_of_presence, presence, ratings.negative_agreement),
        "cohen_kappa": kappas.cohen_kappa, "scott_pi": kappas.scott_pi, "fleiss_kappa": ratings.fleiss_kappa,
        "light_kappa": kappas.light_kappa, "hubert_kappa": kappas.hubert_kappa,
        "conger_kappa": ratings.conger_kappa, "brennan_prediger": ratings.brennan_prediger, "ac1": ratings.ac1,
        "alpha_nominal": alphas.alpha_nominal, "holsti": ratings.holsti,
    }
    if metric == "nominal" or scale.numbers is None:
        return statistics
    numbers = scale.numbers
    own: dict[str, Statistic] = {
        "ordinal": alphas.alpha_ordinal,
        "interval": lambda r: alphas.alpha_interval(r, numbers),
        "ratio": lambda r: alphas.alpha_ratio(r, numbers),
    }
    statistics[f"alpha_{metric}"] = own[metric]
    statistics["ac2_quadratic"] = partial(_ac2, _steps(numbers, categories), matrix)
    return statistics


def _ac2(
    steps: tuple[Ints, int] | None, matrix: Ints, prepared: Ratings, statistic: Statistic = ratings.ac2_quadratic
) -> Coefficient:
    if steps is None:
        return undefined(Why.SCALE_UNKNOWN)
    step, size = steps
    placed = np.where(matrix < 0, -1, step[np.maximum(matrix, 0)]) if len(step) else matrix
    return statistic(Ratings(placed, size, prepared.weight))


def _steps(numbers: Floats, categories: int | None) -> tuple[Ints, int] | None:
    """The step of the scale on which each category stands, and how many steps there are; None if it is unknown."""
    if categories is None or categories == len(numbers):
        return np.arange(len(numbers)), len(numbers)
    steps = numbers - numbers.min(initial=math.inf)
    if (steps != np.round(steps)).any() or steps.max(initial=0) >= categories:
        return None
    return steps.astype(np.int64), categories


def _presence(scale: _Scale) -> Ints | None:
    """1 for the category that means coded, 0 for the other; None if the categories are not of that kind."""
    words = [name.casefold() for name in scale.names]
    for no, yes in zip(_ABSENT, _PRESENT, strict=True):
        if words and set(words) <= {no, yes}:
            return np.array([int(word == yes) for word in words], dtype=np.int64)
    return None


def _of_presence(presence: Ints | None, statistic: Statistic, prepared: Ratings) -> Coefficient:
    if prepared.n_coders != 2:
        return undefined(Why.SEE_PAIRS)
    if presence is None:
        return undefined(Why.NOT_BINARY)
    coded = np.where(prepared.category < 0, -1, presence[np.maximum(prepared.category, 0)])
    return statistic(Ratings(coded, 2, prepared.weight))


def _scale_of(table: RatingsTable, metric: str) -> _Scale:
    """The categories in order; "1" and "1.0" are one category where every value is a number."""
    used = list(dict.fromkeys(value for row in table.values for value in row if value is not None))
    numbers = {value: number_in(value) for value in used}
    if metric != "nominal":
        _refuse_words(table, numbers)
    if used and all(number is not None for number in numbers.values()):
        values = sorted({number for number in numbers.values() if number is not None})
        place = {number: n for n, number in enumerate(values)}
        index = {text: place[number] for text, number in numbers.items() if number is not None}
        return _Scale(tuple(f"{value:g}" for value in values), np.array(values), index)
    names = sorted(used, key=lambda name: (name.casefold(), name))
    return _Scale(tuple(names), np.zeros(0) if not used else None, {name: n for n, name in enumerate(names)})


def number_in(text: str) -> float | None:
    """The number that a cell holds, with a decimal point or a single decimal comma; None if it holds none."""
    plain = text.strip().replace("−", "-")
    if plain.count(",") == 1 and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        return None
    return number if math.isfinite(number) and "_" not in plain else None


def _refuse_words(table: RatingsTable, numbers: Mapping[str, float | None]) -> None:
    for line, unit, row in zip(table.lines, table.units, table.values, strict=True):
        for coder, value in zip(table.coders, row, strict=True):
            if value is not None and numbers[value] is None:
                raise SourceError(
                    sentence(
                        "Row {line} (unit {unit}), coder {coder}: “{value}” is not a number.",
                        line=line,
                        unit=unit,
                        coder=coder,
                        value=value,
                    ),
                    "Write numbers only, leave missing values empty, or choose the nominal metric.",
                )


def _twins(names: tuple[str, ...]) -> list[str]:
    seen: dict[str, str] = {}
    told = []
    for name in names:
        other = seen.setdefault(name.casefold(), name)
        if other != name:
            told.append(sentence("“{other}” and “{name}” are counted as two categories.", other=other, name=name))
        if name.casefold() in {"na", "n/a", "nan", "none", "null", "missing", "#n/a", "."}:
            told.append(
                sentence("“{name}” is counted as a category; leave a cell empty where a value is missing.", name=name)
            )
    return told


def _with_intervals(
    prepared: Ratings, statistics: Mapping[str, Statistic], found: Mapping[str, Coefficient], times: int, seed: int
) -> tuple[dict[str, Coefficient], list[str]]:
    """The coefficients with the ends of their intervals, units drawn anew `times` times."""
    n = len(prepared.category)
    if n < FEWEST:
        return dict(found), remarks_on(n, sentence("units"), 0.0)
    rng = np.random.default_rng(seed)
    many = prepared.n_coders > _MANY_CODERS
    drawn = {name: np.full(times, np.nan) for name, value in found.items()
             if value.value is not None and not (many and name in _BY_PAIRS)}
    for turn in range(times):
        weight = rng.multinomial(n, np.full(n, 1 / n)).astype(np.float64)
        here = prepared.reweighted(weight)
        for name, values in drawn.items():
            value = statistics[name](here).value
            values[turn] = np.nan if value is None else value
    out = dict(found)
    for name, values in drawn.items():
        low, high = ends_of(values)
        out[name] = replace(found[name], low=None if np.isnan(low) else float(low),
                            high=None if np.isnan(high) else float(high))
    lost = np.isnan(drawn["alpha_nominal"]).mean() if "alpha_nominal" in drawn else 0.0
    told = remarks_on(n, sentence("units"), float(lost))
    if many:
        told.append(
            sentence(
                "With more than {many_coders} coders, {choices} have no interval.",
                many_coders=_MANY_CODERS,
                choices=", ".join(_BY_PAIRS),
            )
        )
    return out, told
