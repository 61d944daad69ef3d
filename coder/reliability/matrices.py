"""The same figures laid out otherwise: pair by pair, document by document, group by group, coder against a standard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np

from coder.agreement import Coefficient, Values
from coder.agreement.coefficients import coefficients_of
from coder.agreement.results import Bools, Ints, ratio
from coder.agreement.tables import Counts, Table
from coder.code_tree import CodeRow
from coder.reliability.page import Compared


@dataclass(frozen=True, slots=True)
class FourCounts:
    """Of two coders: int64 arrays of one shape, in units (or characters) that both cover."""

    both: Ints
    only_first: Ints
    only_second: Ints
    neither: Ints

    def summed(self, axis: int) -> FourCounts:
        """The counts added along an axis."""
        return FourCounts(*(getattr(self, name).sum(axis=axis) for name in self.__slots__))

    def over(self, rows: Bools) -> FourCounts:
        """The counts of the chosen entries of the first axis, added."""
        return FourCounts(*(getattr(self, name)[rows].sum(axis=0) for name in self.__slots__))

    def coefficients(self) -> dict[str, Values]:
        """Every coefficient of coded / not coded, each in the shape of the counts."""
        judged = np.zeros((*self.both.shape, 3, 3), dtype=np.int64)
        mixed = self.only_first + self.only_second
        judged[..., 2, 0], judged[..., 2, 1], judged[..., 2, 2] = self.neither, mixed, self.both
        coded = np.stack([self.both + self.only_first, self.both + self.only_second], axis=-1)
        covered = np.repeat((self.both + mixed + self.neither)[..., None], 2, axis=-1)
        four = (self.both, self.only_first, self.only_second, self.neither)
        return coefficients_of(Counts(judged, coded, covered, *(x[..., None] for x in four)))


def counts_of_documents(table: Table, first: int, second: int) -> FourCounts:
    """Of two coders, in every document on every code: int64 (n_docs, n_codes); zeros where not both cover it."""
    docs, codes = len(table.length), table.n_codes
    shared = table.covered[:, first] & table.covered[:, second]
    one, other = (table.coders[table.who, c] if len(table.who) else np.zeros(0, bool) for c in (first, second))
    at = table.doc * codes + table.code

    def added(rows: Bools) -> Ints:
        kept = rows & shared[table.doc]
        sums = np.bincount(at[kept], weights=table.weight[kept], minlength=docs * codes)
        return sums.astype(np.int64).reshape(docs, codes)

    both, firsts, seconds = added(one & other), added(one & ~other), added(~one & other)
    neither = (table.length * shared)[:, None] - both - firsts - seconds
    return FourCounts(both, firsts, seconds, neither)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the four counts of two coders, alpha and kappa; undefined with its reason, never 0.

    units: what both cover; 0 where there is nothing to compare.
    """

    both: int
    only_first: int
    only_second: int
    neither: int
    alpha: Coefficient
    kappa: Coefficient
    positive: Coefficient

    @property
    def positives(self) -> int:
        """Units that at least one of the two coded."""
        return self.both + self.only_first + self.only_second

    @property
    def units(self) -> int:
        return self.positives + self.neither


def _cells(counts: FourCounts) -> list[Cell]:
    """The cells of counts with one axis."""
    values = counts.coefficients()
    alpha, kappa, positive = (values[n] for n in ("alpha_nominal", "cohen_kappa", "positive_agreement"))
    four = np.stack([counts.both, counts.only_first, counts.only_second, counts.neither], axis=1).tolist()
    return [
        Cell(both, first, second, neither, alpha.at(n), kappa.at(n), positive.at(n))
        for n, (both, first, second, neither) in enumerate(four)
    ]


def _cell(counts: FourCounts) -> Cell:
    """The one cell of counts without an axis."""
    return _cells(FourCounts(*(getattr(counts, name)[None] for name in counts.__slots__)))[0]


def _some_codes(counts: FourCounts, code: int | None) -> FourCounts:
    """The counts of one code, or of all codes added: the last axis is gone."""
    if code is None:
        return counts.summed(-1)
    return FourCounts(*(getattr(counts, name)[..., code] for name in counts.__slots__))


# -- pair by pair -----------------------------------------------------------------------------


def pair_matrix(compared: Compared, code: int | None = None) -> list[list[Cell | None]]:
    """Coders by coders, on one code or with the counts of all added; None on the diagonal.

    The row is the first of the two: its `only_first` is what the coder of the row alone coded.
    """
    p, n = compared.measured.pairs, len(compared.coders)
    counts = _some_codes(FourCounts(p.both, p.only_first, p.only_second, p.neither), code)
    cells = _cells(counts)
    turned = _cells(FourCounts(counts.both, counts.only_second, counts.only_first, counts.neither))
    matrix: list[list[Cell | None]] = [[None] * n for _ in range(n)]
    for k, (i, j) in enumerate(p.coders.tolist()):
        matrix[i][j], matrix[j][i] = cells[k], turned[k]
    return matrix


# -- document by document ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document: its cell for each compared code, and for all codes added; place in `Compared.documents`."""

    place: int
    document_id: UUID
    name: str
    codes: Sequence[Cell]
    pooled: Cell


def document_rows(compared: Compared, first: int, second: int) -> list[DocumentRow]:
    """Every document that both cover. Documents are never averaged: small ones would count like large ones."""
    table = compared.measured.table
    counts = counts_of_documents(table, first, second)
    shared = np.flatnonzero(table.covered[:, first] & table.covered[:, second])
    kept = FourCounts(*(getattr(counts, name)[shared] for name in counts.__slots__))
    pooled, n_codes = _cells(kept.summed(-1)), kept.both.shape[1]
    cells = _cells(FourCounts(*(getattr(kept, name).reshape(-1) for name in kept.__slots__)))
    return [
        DocumentRow(d, *compared.documents[d], tuple(cells[n * n_codes : (n + 1) * n_codes]), pooled[n])
        for n, d in enumerate(shared.tolist())
    ]


# -- group by group ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The documents of one group: their places in `Compared.documents`, and the cell of their counts added."""

    label: str
    documents: tuple[int, ...]
    cell: Cell


def rows_of_groups(
    compared: Compared, first: int, second: int, groups: Iterable[tuple[str, Iterable[int]]], code: int | None = None
) -> list[GroupRow]:
    """Agreement within groups of documents, on one code or all added. groups: label, places of documents, in order."""
    table = compared.measured.table
    counts = _some_codes(counts_of_documents(table, first, second), code)
    shared = table.covered[:, first] & table.covered[:, second]
    found = []
    for label, places in groups:
        rows = np.zeros(len(table.length), bool)
        rows[list(places)] = True
        rows &= shared
        if rows.any():
            found.append(GroupRow(label, tuple(np.flatnonzero(rows).tolist()), _cell(counts.over(rows))))
    return found


# -- a trainee against a standard -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StandardRow:
    """One code of a trainee against a standard coding; code None: all codes, counts added.

    hit: units of the standard that the trainee coded too; missed: those not; extra: the trainee's alone.
    found: hit / (hit + missed); right: hit / (hit + extra); None where there is nothing to divide by.
    """

    place: int
    code: CodeRow | None
    hit: int
    missed: int
    extra: int
    found: float | None
    right: float | None
    cell: Cell


def against_standard(compared: Compared, standard: int, trainee: int) -> list[StandardRow]:
    """What of the standard a trainee found, per code and then over all. A diagnosis of one coder, not reliability."""
    counts = counts_of_documents(compared.measured.table, standard, trainee).summed(0)
    rows = [_standard_row(n, compared.codes[n], cell) for n, cell in enumerate(_cells(counts))]
    return [*rows, _standard_row(-1, None, _cell(counts.summed(-1)))]


def _standard_row(place: int, code: CodeRow | None, cell: Cell) -> StandardRow:
    hit, missed, extra = cell.both, cell.only_first, cell.only_second
    found, right = (float(ratio(hit, whole)) for whole in (hit + missed, hit + extra))
    return StandardRow(
        place, code, hit, missed, extra, None if np.isnan(found) else found, None if np.isnan(right) else right, cell
    )
