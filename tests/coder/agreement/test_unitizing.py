"""Alphas for unitizing meet the values of their sources, and behave as the field expects."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.agreement import Codings
from coder.agreement.unitizing import unitizing

_spec = importlib.util.spec_from_file_location("reference", Path(__file__).with_name("reference.py"))
reference = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(reference)


def codings_of(rows, lengths, n_coders, covered=None):
    """rows of (doc, coder, code, start, end)."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    who = np.ones((len(lengths), n_coders), dtype=bool) if covered is None else np.array(covered)
    return Codings(*columns, np.array(lengths, dtype=np.int64), who)


@pytest.mark.parametrize(("data", "expected"), reference.values_of_type("spans"))
def test_a_continuum_gives_the_value_of_its_source(data, expected):
    codes = sorted({s["code"] for s in data["spans"]})
    rows = [(0, data["coders"].index(s["coder"]), codes.index(s["code"]), s["start"], s["end"]) for s in data["spans"]]
    found = unitizing(codings_of(rows, [data["length"]], len(data["coders"])), range(len(codes)))
    name = expected["statistic"]
    if name == "ku_alpha":
        value = found.ku[codes.index(expected["params"]["code"])]
    else:
        value = {"u_alpha": found.u, "bar_u_alpha": found.bar_u, "cu_alpha": found.cu}[name]
    reference.assert_meets(value, expected)


def test_two_codes_on_one_text_by_one_coder_are_undefined_with_that_reason():
    found = unitizing(codings_of([(0, 0, 0, 0, 5), (0, 0, 1, 4, 8), (0, 1, 0, 0, 5)], [20], 2), [0, 1])
    assert found.u.value is None
    assert "one coder" in found.u.undefined


def test_a_segment_given_twice_counts_once():
    once = [(0, 0, 0, 0, 5), (0, 1, 0, 2, 7)]
    assert unitizing(codings_of([*once, once[0], (0, 0, 0, 1, 3)], [20], 2), [0]) == unitizing(
        codings_of(once, [20], 2), [0]
    )


def test_nobody_coding_and_nobody_covering_are_undefined():
    assert "nobody" in unitizing(codings_of([], [20], 2), [0]).u.undefined
    alone = codings_of([(0, 0, 0, 1, 2)], [20], 2, [[True, False]])
    assert "two coders" in unitizing(alone, [0]).u.undefined


def test_documents_that_one_coder_covers_change_nothing():
    rows = [(0, 0, 0, 0, 5), (0, 1, 0, 2, 7), (1, 0, 0, 3, 9)]
    wide = unitizing(codings_of(rows, [20, 30], 2, [[True, True], [True, False]]), [0])
    assert wide == unitizing(codings_of(rows[:2], [20], 2), [0])


@st.composite
def partitions(draw):
    """Two or three coders' segments, not overlapping, over two documents."""
    rows = []
    n_coders = draw(st.integers(2, 3))
    for doc in range(2):
        for coder in range(n_coders):
            cuts = sorted(draw(st.sets(st.integers(0, 15), max_size=8)))
            rows += [(doc, coder, draw(st.integers(0, 1)), a, b)
                     for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return rows, n_coders


@given(partitions())
def test_coders_who_divide_alike_agree_fully(parts):
    rows, n_coders = parts
    mine = [row for row in rows if row[1] == 0]
    same = [(d, who, c, a, b) for d, _, c, a, b in mine for who in range(n_coders)]
    found = unitizing(codings_of(same, [15, 15], n_coders), [0, 1])
    for value in (found.u, found.bar_u, found.cu, *found.ku):
        assert value.value is None or value.value == pytest.approx(1.0)
        assert (value.value is None) == bool(value.undefined)


@given(partitions())
def test_the_order_of_coders_and_documents_changes_nothing(parts):
    rows, n_coders = parts
    turned = [(1 - d, n_coders - 1 - who, c, a, b) for d, who, c, a, b in rows]
    first = unitizing(codings_of(rows, [15, 15], n_coders), [0, 1])
    second = unitizing(codings_of(turned, [15, 15], n_coders), [0, 1])
    for a, b in zip((first.u, first.bar_u, first.cu, *first.ku), (second.u, second.bar_u, second.cu, *second.ku),
                    strict=True):
        assert a.undefined == b.undefined
        assert a.value is None or a.value == pytest.approx(b.value)
