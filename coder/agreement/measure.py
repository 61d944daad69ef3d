"""One measurement of agreement: from codings to everything that a page of results shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coder.agreement.coefficients import coefficients_of, pair_counts
from coder.agreement.intervals import (
    Axis,
    Codings,
    Runs,
    Units,
    character_runs,
    checked,
    runs_on_units,
    united,
    with_whole_documents,
)
from coder.agreement.label_sets import DISTANCES, alpha_of_sets
from coder.agreement.matching import holsti_of, matched_runs, passages_of_pairs
from coder.agreement.results import Bools, Coefficient, Ints, Values, Why, values_of
from coder.agreement.set_sweep import set_meetings
from coder.agreement.tables import Counts, Table, counts_of, pairs_of, table_of
from coder.errors import NothingToCompare


@dataclass(frozen=True, slots=True)
class PairTables:
    """Every pair of coders: its 2x2 table and coefficients, per code and over all codes with counts added.

    coders: int64 (n_pairs, 2), indices i < j. both, only_first, only_second, neither: int64 (n_pairs, n_codes), in
    units that both cover. coefficients: by name, each (n_pairs, n_codes). pooled: by name, each (n_pairs,); the
    pooled counts are the sums over codes.
    """

    coders: Ints
    both: Ints
    only_first: Ints
    only_second: Ints
    neither: Ints
    coefficients: dict[str, Values]
    pooled: dict[str, Values]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was found. All arrays are in the order of the codes, coders and documents that were handed in.

    units: units (characters, when no units were given) covered by at least two coders.
    coded_by: int64 (n_codes, n_coders), how many of these each coder coded.
    per_code: by name, each (n_codes,). pooled: by name, each of shape (), counts of all codes added: `.at()`.
    label_sets: alpha_set_nominal, alpha_set_jaccard, alpha_set_masi. table: W, per document, for resampling.
    runs, axis: the runs on the axis of characters, or of units. passages, text: those on the axis of characters in any
    case, with what Holsti counts of whole documents.
    """

    units: int
    coded_by: Ints
    per_code: dict[str, Values]
    pairs: PairTables
    pooled: dict[str, Values]
    label_sets: dict[str, Coefficient]
    table: Table
    counts: Counts
    runs: Runs
    axis: Axis
    passages: Runs
    text: Axis


def measure(
    codings: Codings, *, n_codes: int, units: Units | None = None, with_label_sets: bool = True
) -> Measured:
    """All coefficients of coded / not coded, per code, per pair and pooled, and alpha over label sets.

    codings: who coded what, see `Codings`; what coders did in documents that they do not cover is left out.
    n_codes: how many codes there are, unused ones included. units: None for characters, else see `Units`.
    Holsti is over passages whatever the unit: runs matched by at least half of their union (see `matching`).
    Raises NothingToCompare with fewer than two coders or no document that two cover, CodingError for a coding
    outside its text, ValueError for arrays that do not fit together.
    Source: the definitions are those of the functions of the same names in `ratings`, `kappas` and `alphas`.
    """
    checked(codings, n_codes)
    _refuse_nothing(codings)
    characters, text = character_runs(codings)
    runs, axis = characters, text
    if units is not None:
        runs, axis = runs_on_units(characters, text, units)
        if units.whole_documents:
            runs = with_whole_documents(runs, axis, codings)
            characters = _with_whole_texts(characters, text, codings)
    table = table_of(runs, axis, codings.covered, n_codes)
    counts = counts_of(table)
    matched, passages = _decisions(characters, text, codings, n_codes)
    shared = codings.covered.sum(axis=1) >= 2
    sets = {}
    if with_label_sets:
        sets = label_set_alphas(runs, axis, codings.covered, n_codes)
    return Measured(
        units=int(axis.length[shared].sum()),
        coded_by=_coded_where_shared(table, shared),
        per_code=coefficients_of(counts) | _holsti_of_all(matched, passages),
        pairs=_pair_tables(counts, matched, passages),
        pooled=coefficients_of(counts.pooled()) | _holsti_of_all(matched.sum(axis=1), passages.sum(axis=1)),
        label_sets=sets, table=table, counts=counts, runs=runs, axis=axis,
        passages=characters, text=text,
    )


def label_set_alphas(runs: Runs, axis: Axis, covered: Bools, n_codes: int) -> dict[str, Coefficient]:
    """Alpha over the sets of codes at one place: alpha_set_nominal, alpha_set_jaccard, alpha_set_masi."""
    meetings = set_meetings(runs, axis, covered, n_codes)
    return {f"alpha_set_{d}": alpha_of_sets(meetings, d) for d in DISTANCES}


def _refuse_nothing(codings: Codings) -> None:
    if codings.covered.shape[1] < 2:
        raise NothingToCompare("Agreement needs two coders; here there is only one." if codings.covered.shape[1]
                               else "Agreement needs two coders; here there is none.",
                               "Choose at least two coders who worked on the same documents.")
    if not (codings.covered.sum(axis=1) >= 2).any():
        raise NothingToCompare("No document was covered by two of these coders.",
                               "Let two coders finish one same document, or choose another coverage.")


def _with_whole_texts(runs: Runs, axis: Axis, codings: Codings) -> Runs:
    """Runs with the codings of whole documents as passages from end to end (an empty text: of length 1)."""
    if codings.whole is None or not codings.whole.any():
        return runs
    counts = codings.whole & codings.covered[codings.doc, codings.coder]
    doc = codings.doc[counts]
    start = axis.offset[doc]
    return united(
        np.concatenate([runs.code, codings.code[counts]]), np.concatenate([runs.coder, codings.coder[counts]]),
        np.concatenate([runs.start, start]),
        np.concatenate([runs.end, start + np.maximum(axis.length[doc], 1)]), axis.size,
    )


def _decisions(runs: Runs, axis: Axis, codings: Codings, n_codes: int) -> tuple[Ints, Ints]:
    matched = matched_runs(runs, codings.covered.shape[1], n_codes)
    return matched, passages_of_pairs(runs, axis, codings.covered, n_codes)


def _holsti_of_all(matched: Ints, passages: Ints) -> dict[str, Values]:
    """Holsti where the one pair is all there is; `see pairs` for more coders. matched: (n_pairs, ...)."""
    if len(matched) == 1:
        return {"holsti": holsti_of(matched[0], passages[0])}
    shape = matched.shape[1:]
    return {"holsti": values_of(np.full(shape, np.nan), [(Why.SEE_PAIRS, np.ones(shape, dtype=np.bool_))])}


def _pair_tables(counts: Counts, matched: Ints, passages: Ints) -> PairTables:
    each = pair_counts(counts)
    summed = pair_counts(counts.pooled())
    return PairTables(
        coders=np.column_stack(pairs_of(counts.n_coders)),
        both=each.both[..., 0], only_first=each.first[..., 0], only_second=each.second[..., 0],
        neither=each.neither[..., 0],
        coefficients=coefficients_of(each) | {"holsti": holsti_of(matched, passages)},
        pooled=coefficients_of(summed) | {"holsti": holsti_of(matched.sum(axis=1), passages.sum(axis=1))},
    )


def _coded_where_shared(table: Table, shared: np.ndarray) -> Ints:
    here = shared[table.doc]
    out = np.zeros((table.n_codes, table.covered.shape[1]), dtype=np.int64)
    for who in range(out.shape[1]):
        rows = here & table.coders[table.who, who] if len(table.coders) else here
        out[:, who] = np.bincount(table.code[rows], weights=table.weight[rows], minlength=table.n_codes)
    return out
