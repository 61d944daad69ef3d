"""The figures of every document apart, from the same table W."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from coder.agreement.bootstrap import counts_by_document
from coder.agreement.coefficients import coefficients_of
from coder.agreement.intervals import Runs
from coder.agreement.matching import matched_runs
from coder.agreement.measure import Measured
from coder.agreement.results import Bools, Ints, Values, Why, ratio, values_of
from coder.agreement.tables import Counts, Table

_CELLS = 1 << 23  # numbers that are held at once


@dataclass(frozen=True, slots=True)
class ByDocument:
    """What each document gives on its own. They are never averaged: small documents would count like large ones.

    documents: int64 (n_shown,), places of the documents that at least two coders cover. units: int64 (n_shown,).
    coded: int64 (n_shown, n_codes, n_coders), units that each coder coded. per_code: by name, each (n_shown, n_codes);
    pooled: by name, each (n_shown,), counts of all codes added. Holsti is of the two coders of a document; where more
    cover it, `see pairs`.
    """

    documents: Ints
    units: Ints
    coded: Ints
    per_code: dict[str, Values]
    pooled: dict[str, Values]


def by_document(measured: Measured) -> ByDocument:
    """Every coefficient of coded / not coded in each document that two coders cover; some documents at a time."""
    table = measured.table
    shown = np.flatnonzero(table.covered.sum(axis=1) >= 2)
    coders = table.covered.shape[1]
    widest = int(table.covered.sum(axis=1).max(initial=0)) + 1
    features = table.n_codes * (widest**2 + 2 * coders * (coders - 1) + 2 * coders)
    step = max(1, _CELLS // max(1, features))
    coded: list[Ints] = []
    per_code: dict[str, list[Values]] = {}
    pooled: dict[str, list[Values]] = {}
    for low in range(0, len(shown), step):
        counts = counts_by_document(_only(table, shown[low : low + step]))
        coded.append(counts.coded)
        added = Counts(*(getattr(counts, name).sum(axis=1) for name in Counts.__slots__))
        for into, values in ((per_code, coefficients_of(counts)), (pooled, coefficients_of(added))):
            for name, value in values.items():
                into.setdefault(name, []).append(value)
    matched, passages, see_pairs = _decisions(measured, shown)
    per_code.setdefault("holsti", []).append(_holsti(matched, passages, see_pairs[:, None]))
    pooled.setdefault("holsti", []).append(_holsti(matched.sum(axis=1), passages.sum(axis=1), see_pairs))
    return ByDocument(
        shown, table.length[shown],
        np.concatenate(coded) if coded else np.zeros((0, table.n_codes, coders), dtype=np.int64),
        {name: _joined(parts) for name, parts in per_code.items()},
        {name: _joined(parts) for name, parts in pooled.items()},
    )  # fmt: skip


def _decisions(measured: Measured, shown: Ints) -> tuple[Ints, Ints, Bools]:
    """M and N1 + N2 of every document and code, int64 (n_shown, n_codes); which documents more than two cover."""
    covered, runs, n_codes = measured.table.covered, measured.passages, measured.table.n_codes
    place = np.full(len(covered), -1, dtype=np.int64)
    place[shown] = np.where(covered[shown].sum(axis=1) == 2, np.arange(len(shown)), -1)
    doc = measured.text.documents_at(runs.start)
    own = np.flatnonzero(place[doc] >= 0)
    # each document's codes apart, and its two coders called 0 and 1
    code = place[doc[own]] * n_codes + runs.code[own]
    coder = (np.cumsum(covered, axis=1) - 1)[doc[own], runs.coder[own]]
    cells = len(shown) * n_codes
    matched = matched_runs(Runs(code, coder, runs.start[own], runs.end[own]), 2, cells)[0]
    passages = np.bincount(code, minlength=cells)
    return matched.reshape(-1, n_codes), passages.reshape(-1, n_codes), covered[shown].sum(axis=1) > 2


def _holsti(matched: Ints, passages: Ints, see_pairs: Bools) -> Values:
    return values_of(ratio(2 * matched, passages), [(Why.SEE_PAIRS, see_pairs), (Why.NOBODY_CODED, passages == 0)])


def _only(table: Table, documents: Ints) -> Table:
    """The table of some documents, numbered anew in the order given."""
    place = np.full(len(table.length), -1, dtype=np.int64)
    place[documents] = np.arange(len(documents))
    rows = np.flatnonzero(place[table.doc] >= 0)
    return replace(
        table, code=table.code[rows], doc=place[table.doc[rows]], who=table.who[rows], weight=table.weight[rows],
        length=table.length[documents], covered=table.covered[documents],
    )  # fmt: skip


def _joined(parts: list[Values]) -> Values:
    return Values(np.concatenate([p.value for p in parts]), np.concatenate([p.reason for p in parts]))
