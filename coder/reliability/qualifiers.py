"""What two coders said of the same passages: their qualifiers, compared on passages of one code that match.

Passages match one to one, largest overlap first, from half of what both cover together (intersection over union).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import numpy as np
from sqlmodel import Session

from coder.agreement import Coefficient
from coder.agreement.alphas import alpha_interval, alpha_nominal, alpha_ordinal
from coder.agreement.kappas import cohen_kappa
from coder.agreement.plain import number_in
from coder.agreement.ratings import Ratings, percent_pairwise
from coder.assignments import all_assignments
from coder.code_tree import qualifiers_of
from coder.coders import resolve_coders
from coder.journal.codec import row_kind
from coder.journal.fold import Id, fold_row, left_out
from coder.journal.read import entries_of
from coder.models import Qualifier
from coder.reliability.passages import overlapping
from coder.reliability.rows import Moment, cuts_of
from coder.segments import Today, each_coding, raw_codings, values_said

if TYPE_CHECKING:
    from coder.reliability.page import Compared

_METRICS = {"ordered": "alpha_ordinal", "number": "alpha_interval"}
Said = Mapping[UUID, Any]
Key = tuple[int, int, int, int, int]  # document, coder, code (places), start, end


@dataclass(frozen=True, slots=True)
class QualifierRow:
    """One qualifier of two coders.

    matched: passages that both coded with one code. compared: those of which both said something; only_first,
    only_second: of which one did. coefficients: percent_pairwise, cohen_kappa and alpha_nominal, _ordinal (a scale) or
    _interval (a number), over the compared ones; undefined with a reason. answers: what each said, as (first, second)
    with how often, the most frequent first.
    """

    id: UUID
    name: str
    kind: str
    first: str
    second: str
    matched: int
    compared: int
    only_first: int
    only_second: int
    coefficients: Mapping[str, Coefficient]
    answers: tuple[tuple[str, str, int], ...]

    def as_json(self) -> dict[str, Any]:
        """The entry of one pair under `qualifiers` in the JSON answer."""
        return {
            "qualifier": self.name, "kind": self.kind, "coders": [self.first, self.second], "matched": self.matched,
            "compared": self.compared, "only_first": self.only_first, "only_second": self.only_second,
            "coefficients": {name: c.as_json() for name, c in self.coefficients.items()},
        }  # fmt: skip


def compared_qualifiers(session: Session, compared: Compared, first: int, second: int) -> list[QualifierRow]:
    """Every living qualifier of the codebook, in its order; values as of the same moments as the codings."""
    qualifiers = qualifiers_of(session)
    return _pair(compared, first, second, qualifiers, _said(session, compared)) if qualifiers else []


def said_of_matched(
    session: Session, compared: Compared, first: int, second: int
) -> list[tuple[Key, Key, tuple[Said, Said]]]:
    """The passages of two coders that match: the first's, the other's, and what each said of theirs."""
    said = _said(session, compared)
    keys = _keys(compared, first, second, said)
    pairs = ((keys[i], keys[j]) for i, j in matched(keys, first))
    return [(one, other, (said.get(one, {}), said.get(other, {}))) for one, other in pairs]


def _pair(
    compared: Compared, first: int, second: int, qualifiers: Sequence[Qualifier], said: Mapping[Key, Said]
) -> list[QualifierRow]:
    keys = _keys(compared, first, second, said)
    pairs = [(said.get(keys[i], {}), said.get(keys[j], {})) for i, j in matched(keys, first)]
    names = compared.coders[first], compared.coders[second]
    return [_row(q, names, [(one.get(q.id), other.get(q.id)) for one, other in pairs]) for q in qualifiers]


def qualifiers_json(session: Session, compared: Compared) -> list[dict[str, Any]]:
    """The list under `qualifiers` in the JSON answer: every qualifier for every pair of coders."""
    qualifiers = qualifiers_of(session)
    if not qualifiers:
        return []
    said = _said(session, compared)  # once, for however many pairs there are
    return [
        row.as_json()
        for i, j in compared.measured.pairs.coders.tolist()
        for row in _pair(compared, i, j, qualifiers, said)
    ]


# -- matching ---------------------------------------------------------------------------------


def matched(keys: Sequence[Key], first: int) -> list[tuple[int, int]]:
    """Indices (of the first coder's, of the other's passage) that match one to one, the largest overlap first.

    keys: document, coder, code, start, end; start -1 for a whole document. first: the coder named first.
    """
    table = np.array(keys, dtype=np.int64).reshape(-1, 5)
    document, coder, code, start, end = (np.ascontiguousarray(c) for c in table.T)
    start, end = np.where(start < 0, 0, start + 1), np.where(start < 0, 1, end + 1)
    width = int(end.max(initial=0)) + 1
    group = (document * (int(code.max(initial=0)) + 1) + code) * width
    i, j = overlapping(group + start, group + end)
    i, j = np.where(coder[i] == first, i, j), np.where(coder[i] == first, j, i)
    apart = (coder[i] == first) & (coder[j] != first)
    i, j = i[apart], j[apart]
    common = np.minimum(end[i], end[j]) - np.maximum(start[i], start[j])
    union = np.maximum(end[i], end[j]) - np.minimum(start[i], start[j])
    enough = 2 * common >= union
    i, j, share = i[enough], j[enough], (common / np.maximum(union, 1))[enough]
    taken: set[int] = set()
    found = []
    for n in np.lexsort((j, i, -share)).tolist():
        one, other = int(i[n]), int(j[n])
        if one not in taken and other not in taken:
            taken |= {one, other}
            found.append((one, other))
    return sorted(found)


def _keys(compared: Compared, first: int, second: int, said: Mapping[Key, Said]) -> list[Key]:
    """The passages of the two that count, in documents that both cover."""
    c = compared.codings
    shared = c.covered[:, first] & c.covered[:, second]
    rows = np.flatnonzero(shared[c.doc] & ((c.coder == first) | (c.coder == second)))
    whole = c.whole[rows] if c.whole is not None else np.zeros(len(rows), bool)
    start, end = np.where(whole, -1, c.start[rows]), np.where(whole, -1, c.end[rows])
    keys = list(
        dict.fromkeys(
            zip(c.doc[rows].tolist(), c.coder[rows].tolist(), c.code[rows].tolist(), start.tolist(), end.tolist(),
                strict=True)
        )
    )  # fmt: skip
    # with sub-codes a passage stands under its code and those above it; what was said of it is compared once
    return [k for k in keys if k in said] if compared.settings.level == "subtree" else keys


# -- what was said ----------------------------------------------------------------------------


def _said(session: Session, compared: Compared) -> dict[Key, Said]:
    """The values of every compared coder's passages, as of the moments at which their codings count."""
    documents = {d: n for n, (d, _) in enumerate(compared.documents)}
    rounds = compared.rounds or (compared.settings.round or 1,) * len(compared.coder_ids)
    coders = {who: n for n, who in enumerate(zip(compared.coder_ids, rounds, strict=True))}
    codes = {c.id: n for n, c in enumerate(compared.codes)}
    today = Today(session)
    rows = raw_codings(session)
    then = _as_they_were(session, compared, documents, coders)
    found: dict[Key, Said] = {}
    for row, document, code, coder, round_, start, end, _, said in each_coding(today, rows, None):
        if document in documents and (coder, round_) in coders and code in codes:
            key = (documents[document], coders[coder, round_], codes[code], start, end)
            found[key] = then[row] if row in then else values_said(said)
    return found


def _as_they_were(
    session: Session, compared: Compared, documents: Mapping[UUID, int], coders: Mapping[tuple[UUID, int], int]
) -> dict[Id, Said]:
    """The values of passages that were written to after their coder's moment, as they were at it.

    coders: person and round -> place.
    """
    if compared.settings.as_of == "now":
        return {}
    people, connection = resolve_coders(session), session.connection()
    mine = [a for a in all_assignments(session)
            if a.document_id in documents and (people[a.coder_id], a.round) in coders]  # fmt: skip
    cuts = {
        (document, coder, round_): cut.moment
        for round_ in {round_ for _, round_ in coders}
        for (document, coder), cut in cuts_of(session, [a for a in mine if a.round == round_], people, round_).items()
        if document in documents and (coder, round_) in coders
    }
    if not cuts:
        return {}
    later = connection.exec_driver_sql(
        'SELECT DISTINCT r."row", m.document_id, m.coder_id, m.round FROM change c CROSS JOIN change_row r '
        'ON r.change = c.id '
        'CROSS JOIN coding m ON m.id = r."row" WHERE c.clock >= ? AND r."table" = \'coding\'',
        (min(moment[0] for moment in cuts.values()),),
    ).all()
    wanted: dict[Id, Moment] = {}
    for row, document, coder, round_ in later:
        cut = cuts.get((UUID(bytes=document), people[UUID(bytes=coder)], round_))
        if cut is not None:
            wanted[row] = cut
    undoings = connection.exec_driver_sql("SELECT clock, id, undoes FROM change WHERE undoes IS NOT NULL").all()
    found: dict[Id, Said] = {}
    for row, entries in entries_of(connection, "coding", wanted).items():
        cut = wanted[row]
        out = left_out((u[0], u[1], u[2]) for u in undoings if (u[0], u[1]) <= cut)
        known = [e for e in entries if (e.clock, e.change) <= cut]
        fold = fold_row(row_kind("coding"), known, out) if known else None
        values = fold.values.get("qualifiers") or {} if fold is not None else {}
        found[row] = {UUID(k): v for k, v in values.items()}
    return found


# -- figures ----------------------------------------------------------------------------------


def _row(q: Qualifier, names: tuple[str, str], said: Sequence[tuple[Any, Any]]) -> QualifierRow:
    both = [(str(a), str(b)) for a, b in said if a is not None and b is not None]
    counts: dict[tuple[str, str], int] = {}
    for pair in both:
        counts[pair] = counts.get(pair, 0) + 1
    answers = sorted(((a, b, n) for (a, b), n in counts.items()), key=lambda x: (-x[2], x[0], x[1]))
    return QualifierRow(
        q.id, q.name, q.kind, *names, len(said), len(both), sum(a is not None and b is None for a, b in said),
        sum(a is None and b is not None for a, b in said), _coefficients(q, both), tuple(answers),
    )  # fmt: skip


def _coefficients(q: Qualifier, both: Sequence[tuple[str, str]]) -> dict[str, Coefficient]:
    values = list(dict.fromkeys([*q.values, *(v for pair in both for v in pair)]))
    numbers = [number_in(v) for v in values]
    metric = _METRICS.get(q.kind, "alpha_nominal")
    if metric == "alpha_interval" and any(n is None for n in numbers):
        metric = "alpha_nominal"
    place = {v: n for n, v in enumerate(values)}
    given = np.array([[place[a], place[b]] for a, b in both], np.int64).reshape(-1, 2)
    ratings = Ratings.of(given, max(1, len(values)))
    scale = np.array([n if n is not None else 0.0 for n in numbers] or [0.0])
    alphas: dict[str, Callable[[], Coefficient]] = {
        "alpha_nominal": lambda: alpha_nominal(ratings), "alpha_ordinal": lambda: alpha_ordinal(ratings),
        "alpha_interval": lambda: alpha_interval(ratings, scale),
    }  # fmt: skip
    return {
        "percent_pairwise": percent_pairwise(ratings), "cohen_kappa": cohen_kappa(ratings), metric: alphas[metric](),
    }  # fmt: skip
