"""What a coefficient is when it is given out: a value with its interval, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Reasons = NDArray[np.int8]


class Why(IntEnum):
    """Why a coefficient has no value; `SAID` has the words."""

    DEFINED = 0
    NO_PAIR = 1
    NO_VARIATION = 2
    SEE_PAIRS = 3
    A_PAIR_FAILS = 4
    NOBODY_CODED = 5
    NOTHING_UNCODED = 6
    ONE_CATEGORY = 7
    NO_CODER_PAIR = 8
    NOT_BINARY = 9
    OVERLAP = 10
    NO_OVERLAP = 11
    ONE_LABEL = 12
    SCALE_UNKNOWN = 13
    RATIO_SIGNS = 14
    A_CODER_WITHOUT = 15
    NO_DISORDER = 16
    ONE_CODE = 17
    NOTHING_ALIGNED = 18
    TOO_MANY_ALIGNMENTS = 19


SAID: dict[Why, str] = {
    Why.NO_PAIR: "no unit was judged by two coders",
    Why.NO_VARIATION: "all judgements are the same, so there is nothing that chance could have got wrong",
    Why.SEE_PAIRS: "see pairs",
    Why.A_PAIR_FAILS: "a pair of coders has no kappa, so there is no mean over all pairs",
    Why.NOBODY_CODED: "nobody coded anything",
    Why.NOTHING_UNCODED: "nobody left anything uncoded",
    Why.ONE_CATEGORY: "fewer than two categories are known; give the number of categories of the codebook",
    Why.NO_CODER_PAIR: "fewer than two coders judged anything",
    Why.NOT_BINARY: "given for two coders and the categories coded and not coded (1/0, yes/no) only",
    Why.OVERLAP: "one coder gave two of these codes to the same text, so they do not divide it",
    Why.NO_OVERLAP: "no text was coded by two coders",
    Why.ONE_LABEL: "only one of these codes was used where coders overlap",
    Why.SCALE_UNKNOWN: "which steps of the scale were used cannot be told from values that are not whole numbers",
    Why.RATIO_SIGNS: "a ratio scale has no values below zero",
    Why.A_CODER_WITHOUT: "one of the coders marked nothing with these codes",
    Why.NO_DISORDER: "texts coded by chance agree fully too, so there is nothing that chance could have got wrong",
    Why.ONE_CODE: "only one of these codes was used, so there is no other to take for it",
    Why.NOTHING_ALIGNED: "no passage of one coder lies where a passage of another does",
    Why.TOO_MANY_ALIGNMENTS: "so many passages lie near each other that the best way to align them cannot be worked "
    "out; no approximate figure is given (compare fewer coders, documents or codes)",
}


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One coefficient as shown.

    value: the figure, or None; then `undefined` says why in plain words.
    low, high: ends of the 95 % interval, None when none was asked for or none can be given.
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    undefined: str | None = None

    def as_json(self) -> dict[str, float | str | None]:
        """The four fields under the names of the JSON answers."""
        return {"value": self.value, "low": self.low, "high": self.high, "undefined": self.undefined}


def defined(value: float) -> Coefficient:
    """A coefficient that has a value."""
    return Coefficient(float(value))


def undefined(why: Why) -> Coefficient:
    """A coefficient that has none, with its reason in words."""
    return Coefficient(None, undefined=SAID[why])


@dataclass(frozen=True, slots=True)
class Values:
    """One coefficient over many codes (or pairs and codes) at once.

    value: float64 of any shape, NaN where undefined; reason: int8 of the same shape, a `Why` each.
    low, high: ends of the interval in the same shape, or None when none was asked for.
    """

    value: Floats
    reason: Reasons
    low: Floats | None = None
    high: Floats | None = None

    def at(self, *index: int) -> Coefficient:
        """The coefficient of one code, or of one pair and code: `values.at(pair, code)`."""
        why = Why(int(self.reason[index]))
        if why is not Why.DEFINED:
            return undefined(why)
        return Coefficient(float(self.value[index]), _end(self.low, index), _end(self.high, index))


def _end(ends: Floats | None, index: Sequence[int]) -> float | None:
    if ends is None:
        return None
    end = float(ends[tuple(index)])
    return None if np.isnan(end) else end


def values_of(value: Floats, rules: Sequence[tuple[Why, Bools | np.bool_]]) -> Values:
    """Values with the first rule that holds as their reason; NaN wherever a rule holds.

    value: float64 array. rules: pairs of a reason and a boolean array of the same (or a broadcast) shape.
    """
    reason = np.zeros(value.shape, dtype=np.int8)
    for why, holds in reversed(rules):
        reason[np.broadcast_to(holds, value.shape)] = int(why)
    return Values(np.where(reason == 0, value, np.nan), reason)


def ratio(top: Any, bottom: Any) -> Floats:
    """top / bottom in float64, NaN where bottom is 0; no warning."""
    above, below = np.broadcast_arrays(np.asarray(top, dtype=np.float64), np.asarray(bottom, dtype=np.float64))
    out = np.full(above.shape, np.nan)
    np.divide(above, below, out=out, where=below != 0)
    return out


def tally(index: NDArray[np.integer], weights: Any, length: int) -> Floats:
    """Sum of weights at each index 0..length-1, as float64 (np.bincount, with its type said)."""
    return np.asarray(np.bincount(index, weights=weights, minlength=length), dtype=np.float64)
