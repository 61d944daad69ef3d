"""Every value for codings of several documents is met, by characters and by given units."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from coder.agreement import Codings, Measured, Units, measure

_spec = importlib.util.spec_from_file_location("reference", Path(__file__).with_name("reference.py"))
reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reference)

BY_ID = {case["id"]: case["data"] for case in reference.CASES if case["data"]["type"] == "codings"}


@cache
def measured(name: str) -> Measured:
    data = BY_ID[name]
    docs, coders, codes = list(data["documents"]), data["coders"], data["codes"]
    covered = np.array([[d in data["assigned"][c] for c in coders] for d in docs])
    rows = [(docs.index(c["doc"]), coders.index(c["coder"]), codes.index(c["code"]), c["start"], c["end"])
            for c in data["codings"]]
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    lengths = np.array(list(data["documents"].values()), dtype=np.int64)
    units = None
    if "unit_boundaries" in data:
        cuts = [data["unit_boundaries"][d] for d in docs]
        units = Units([np.column_stack([c[:-1], c[1:]]) for c in cuts], [np.arange(n + 1) for n in lengths], "any")
    return measure(Codings(*columns, lengths, covered), n_codes=len(codes), units=units)


def find(name: str, statistic: str, params: dict[str, Any]) -> Any:
    data, found = BY_ID[name], measured(name)
    kind = statistic.removeprefix("char_").removeprefix("unit_")
    if kind.startswith("alpha_set_"):
        return found.label_sets[kind]
    code = data["codes"].index(params["code"])
    if "pair" not in params:
        return found.per_code[kind].at(code)
    return found.pairs.coefficients[kind].at(pair_row(name, params), code)


def pair_row(name: str, params: dict[str, Any]) -> int:
    coders = [BY_ID[name]["coders"].index(c) for c in params["pair"]]
    return measured(name).pairs.coders.tolist().index(coders)


def cases(*, of_pairs: bool) -> list[Any]:
    return [
        pytest.param(case["id"], value, id=f"{case['id']}-{n}-{value['statistic']}")
        for case in reference.CASES if case["data"]["type"] == "codings"
        for n, value in enumerate(case["expect"])
        if (value["statistic"] == "char_pair_cohen_kappa") == of_pairs
    ]


@pytest.mark.parametrize(("name", "expected"), cases(of_pairs=False))
def test_codings_give_the_value_of_brute_force(name, expected):
    reference.assert_meets(find(name, expected["statistic"], expected.get("params", {})), expected)


@pytest.mark.parametrize(("name", "expected"), cases(of_pairs=True))
def test_a_pair_gives_the_table_and_the_kappa_of_brute_force(name, expected):
    params, wanted = expected["params"], expected["value"]
    row, code = pair_row(name, params), BY_ID[name]["codes"].index(params["code"])
    pairs = measured(name).pairs
    counts = {k: int(getattr(pairs, k)[row, code]) for k in ("both", "only_first", "only_second", "neither")}
    assert counts == {k: wanted[k] for k in counts}
    for ours, theirs in (("percent_pairwise", "percent"), ("cohen_kappa", "cohen_kappa")):
        found = pairs.coefficients[ours].at(row, code)
        reference.assert_meets(found, {"value": wanted[theirs], "tolerance": expected["tolerance"]})
