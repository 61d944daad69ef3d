"""The collection of published and computed values, read once, and its data as our types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coder.agreement.ratings import Ratings

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "reference" / "agreement-cases.json").read_text(encoding="utf-8")
)

# For whoever builds them: not part of this program (AGREEMENT, end), or of another kind of data.
NOT_OURS = {"alpha_u_1995", "mv_alpha", "window_diff_and_pk", "boundary_similarity", "alpha_bootstrap_ci"}


def values_of_type(kind: str) -> list[Any]:
    """One pytest parameter per expected value of the cases of one kind."""
    return [
        pytest.param(case["data"], value, id=f"{case['id']}-{n}-{value['statistic']}")
        for case in CASES
        if case["data"]["type"] == kind
        for n, value in enumerate(case["expect"])
        if value["statistic"] not in NOT_OURS
    ]


def assert_meets(found: Any, expected: dict[str, Any]) -> None:
    """The coefficient has the expected value within its tolerance, or is undefined with a reason."""
    if expected["value"] is None:
        assert found.value is None
        assert found.undefined
    else:
        assert found.value == pytest.approx(expected["value"], abs=expected["tolerance"], rel=0)
        assert found.undefined is None


def ratings_of(data: dict[str, Any]) -> tuple[Ratings, np.ndarray]:
    """The prepared matrix, and the categories in their order as numbers (zeros for words)."""
    units = data["units"]
    used = sorted({x for row in units for x in row if x is not None}, key=lambda x: (isinstance(x, str), x))
    index = {x: n for n, x in enumerate(used)}
    matrix = np.array([[-1 if x is None else index[x] for x in row] for row in units])
    numbers = np.array([0.0 if isinstance(x, str) else float(x) for x in used])
    return Ratings.of(matrix, len(used)), numbers
