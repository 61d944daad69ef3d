"""From the project's rows to agreement: who covered what, in which round, as of when; figures with their page.

What was left out, and why, is always part of the answer (AGREEMENT.md, section 3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.agreement import Codings, Measured, Units, measure
from coder.agreement.results import Values
from coder.assignments import all_assignments
from coder.codebook import CodeRow, code_at, code_tree
from coder.coders import coder_names, resolve_coders
from coder.documents import living_documents, text_by_hash
from coder.errors import CoderError, NothingToCompare, UnknownThing
from coder.identity import same_name
from coder.models import Assignment, Document, Text, Unit
from coder.reliability_rows import CodingRow, Cut, coding_rows, cuts_of
from coder.units import nonblank_prefix, unit_bounds

UNITS = ("sentence", "paragraph", "document", "word", "character", "fixed")
COVERAGES = ("finished", "assigned", "coded", "all")
_NOT_COVERED = {"finished": "not finished", "assigned": "not assigned", "coded": "no coded segment", "all": ""}


@dataclass(frozen=True, slots=True)
class Settings:
    """What is compared, and how it is counted. None means the default that INTERFACE names.

    coders, documents: ids; codes: paths; unit, presence, coverage, as_of, level as in the command.
    """

    unit: str = "sentence"
    presence: str = "half"
    coverage: str | None = None
    as_of: str = "finished"
    round: int | None = None
    purpose: str | None = None
    level: str = "own"
    coders: tuple[UUID, ...] = ()
    codes: tuple[tuple[str, ...], ...] = ()
    documents: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that does not count for a coder (or counts with a reservation), and why."""

    document: str
    coder: str
    why: str


@dataclass(slots=True)
class Compared:
    """Everything that a page on agreement shows. settings: as used, defaults filled in.

    coders: shown names, in the order of all arrays in `measured`; codes likewise.
    """

    settings: Settings
    coders: list[str]
    coder_ids: list[UUID]
    codes: list[CodeRow]
    documents: list[tuple[UUID, str]]
    left_out: list[LeftOut]
    warnings: list[str]
    measured: Measured
    n_compared: int

    def as_json(self, digest: str, software: str) -> dict[str, Any]:
        """The JSON answer of `agreement`, as INTERFACE describes it."""
        s, m = self.settings, self.measured
        paths = [list(c.path) for c in self.codes]
        return {
            "unit": s.unit, "presence": s.presence, "coverage": s.coverage, "as_of": s.as_of, "level": s.level,
            "round": s.round, "coders": self.coders, "documents": self.n_compared,
            "left_out": [{"document": o.document, "coder": o.coder, "why": o.why} for o in self.left_out],
            "units": m.units,
            "codes": [
                {
                    "code": path, "units": m.units,
                    "coded_by": {name: int(m.coded_by[n, c]) for c, name in enumerate(self.coders)},
                    "coefficients": _at(m.per_code, n),
                }
                for n, path in enumerate(paths)
            ],
            "pairs": self._pairs(paths),
            "pooled": {"definition": "counts of all codes added", "coefficients": _at(m.pooled)},
            "label_sets": {name: c.as_json() for name, c in m.label_sets.items()},
            "settings": self.settings_json(), "warnings": self.warnings, "digest": digest, "software": software,
        }  # fmt: skip

    def _pairs(self, paths: list[list[str]]) -> list[dict[str, Any]]:
        pairs, found = self.measured.pairs, []
        for p, (i, j) in enumerate(pairs.coders):
            codes = [
                {
                    "code": path, "both": int(pairs.both[p, n]), "only_first": int(pairs.only_first[p, n]),
                    "only_second": int(pairs.only_second[p, n]), "neither": int(pairs.neither[p, n]),
                    "coefficients": _at(pairs.coefficients, p, n),
                }
                for n, path in enumerate(paths)
            ]  # fmt: skip
            pooled = {
                "both": int(pairs.both[p].sum()), "only_first": int(pairs.only_first[p].sum()),
                "only_second": int(pairs.only_second[p].sum()), "neither": int(pairs.neither[p].sum()),
                "coefficients": _at(pairs.pooled, p),
            }  # fmt: skip
            found.append({"coders": [self.coders[i], self.coders[j]], "codes": codes, "pooled": pooled})
        return found

    def settings_json(self) -> dict[str, Any]:
        """What was compared and how, in names; enough to do it again."""
        s = self.settings
        return {
            "unit": s.unit, "presence": s.presence, "coverage": s.coverage, "as_of": s.as_of, "round": s.round,
            "purpose": s.purpose or "all but training", "level": s.level, "coders": self.coders,
            "codes": "all passage codes" if not s.codes else [list(path) for path in s.codes],
            "documents": [name for _, name in self.documents],
            "fixed": "chosen after results were seen",
        }  # fmt: skip


def _at(values: Mapping[str, Values], *index: int) -> dict[str, Any]:
    return {name: v.at(*index).as_json() for name, v in values.items()}


@dataclass(slots=True)
class _Question:
    """The chosen coders, documents and codes, with what the project says of them."""

    session: Session
    settings: Settings
    names: Mapping[UUID, str]
    people: Mapping[UUID, UUID]
    documents: list[Document]
    assignments: list[Assignment]
    rows: list[CodingRow]
    apart: set[tuple[UUID, UUID]] = field(default_factory=set)  # (document, coder) kept out by their purpose
    coders: list[UUID] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def compare(session: Session, settings: Settings) -> Compared:
    """Agreement between coders, measured as the settings say.

    Raises NothingToCompare (fewer than two coders, no document that two cover) and UnknownThing.
    """
    q = _asked(session, settings)
    _choose_round(q)
    _choose_coders(q)
    covered = _choose_coverage(q)
    codes = _codes(q)
    cuts = _cuts(q, covered)
    rows = coding_rows(session, cuts, {d.id for d in q.documents}, q.people)
    codings = _arrays(q, rows, codes, covered)
    measured = measure(codings, n_codes=len(codes), units=_units(q))
    return Compared(
        q.settings, [q.names[c] for c in q.coders], q.coders, codes, [(d.id, d.name) for d in q.documents],
        q.left_out, q.warnings, measured, int((codings.covered.sum(axis=1) >= 2).sum()),
    )  # fmt: skip


def _asked(session: Session, settings: Settings) -> _Question:
    documents = living_documents(session)
    if settings.documents:
        documents = [d for d in documents if d.id in settings.documents]
    wanted = {d.id for d in documents}
    people = resolve_coders(session)
    return _Question(
        session, settings, coder_names(session), people, documents,
        [a for a in all_assignments(session) if a.document_id in wanted],
        coding_rows(session, {}, wanted, people),
    )  # fmt: skip


def _choose_round(q: _Question) -> None:
    """The latest round with two coders, else the latest; training is set apart and said."""
    s = q.settings
    if s.round is None:
        by_round: dict[int, set[UUID]] = {}
        for a in q.assignments:
            by_round.setdefault(a.round, set()).add(q.people[a.coder_id])
        for r in q.rows:
            by_round.setdefault(r.round, set()).add(r.coder)
        chosen = set(s.coders)
        counts = {n: len(who & chosen if chosen else who) for n, who in by_round.items()}
        round_ = max((n for n, k in counts.items() if k >= 2), default=max(by_round, default=1))
        q.settings = replace(s, round=round_)
    q.assignments = [a for a in q.assignments if a.round == q.settings.round]
    purpose = q.settings.purpose
    apart = {
        (a.document_id, q.people[a.coder_id])
        for a in q.assignments
        if (a.purpose != purpose if purpose else a.purpose == "training")
    }
    q.assignments = [a for a in q.assignments if (a.document_id, q.people[a.coder_id]) not in apart
                     or (a.purpose == purpose if purpose else a.purpose != "training")]  # fmt: skip
    kept = {(a.document_id, q.people[a.coder_id]) for a in q.assignments}
    names = {d.id: d.name for d in q.documents}
    q.apart = apart - kept
    if purpose:
        q.apart |= {(r.document, r.coder) for r in q.rows} - kept
    for document, coder in sorted(q.apart, key=lambda x: (names[x[0]], q.names[x[1]])):
        q.left_out.append(LeftOut(names[document], q.names[coder], f"not {purpose}" if purpose else "training"))
    q.rows = [r for r in q.rows if r.round == q.settings.round and (r.document, r.coder) not in q.apart]


def _choose_coders(q: _Question) -> None:
    there = {q.people[a.coder_id] for a in q.assignments} | {r.coder for r in q.rows}
    if q.settings.coders:
        chosen = [q.people[c] for c in dict.fromkeys(q.settings.coders)]
    else:
        chosen = sorted(there, key=lambda c: (same_name(q.names[c]), c.bytes))
    if len(chosen) < 2:
        who = q.names[chosen[0]] if chosen else "nobody"
        raise NothingToCompare(
            f"Agreement needs two coders; in round {q.settings.round} there is {who}.",
            "Merge another coder's file first, or choose another round.",
        )
    q.coders = chosen


def _choose_coverage(q: _Question) -> np.ndarray:
    """bool (documents, coders): whose silence on a document means no."""
    finished, assigned = _marks(q, lambda a: a.finished_at is not None), _marks(q, lambda a: True)
    place = {d.id: n for n, d in enumerate(q.documents)}
    who = {c: n for n, c in enumerate(q.coders)}
    coded = np.zeros((len(place), len(who)), dtype=bool)
    for r in q.rows:
        if r.coder in who:
            coded[place[r.document], who[r.coder]] = True
    coverage = q.settings.coverage
    if coverage is None:
        coverage = "finished" if (finished.sum(axis=1) >= 2).any() else "coded"
        q.settings = replace(q.settings, coverage=coverage)
        if coverage == "coded":
            _warn_of_coded(q, coded)
    tables = {"finished": finished, "assigned": assigned, "coded": coded, "all": np.ones_like(coded)}
    covered = tables[coverage]
    for d, c in zip(*np.nonzero(~covered & (assigned | coded)), strict=True):
        q.left_out.append(LeftOut(q.documents[d].name, q.names[q.coders[c]], _NOT_COVERED[coverage]))
    return covered


def _marks(q: _Question, holds: Any) -> np.ndarray:
    place = {d.id: n for n, d in enumerate(q.documents)}
    who = {c: n for n, c in enumerate(q.coders)}
    marks = np.zeros((len(place), len(who)), dtype=bool)
    for a in q.assignments:
        if holds(a) and q.people[a.coder_id] in who:
            marks[place[a.document_id], who[q.people[a.coder_id]]] = True
    return marks


def _warn_of_coded(q: _Question, coded: np.ndarray) -> None:
    out = [d.name for n, d in enumerate(q.documents) if coded[n].sum() < 2]
    named = ", ".join(out[:20]) + (f" and {len(out) - 20} more" if len(out) > 20 else "")
    q.warnings.append(
        "No two coders have marked one same document finished, so documents count for a coder who has coded "
        "something in them. Documents in which a coder found nothing are missing from these figures"
        + (f". Left out: {named}." if out else ".")
    )


def _codes(q: _Question) -> list[CodeRow]:
    """Every living passage code (with unit document those of whole documents too), or the chosen ones."""
    tree = [c for c in code_tree(q.session) if c.state != "proposed"]
    tree = [c for c in tree if c.scope == "passage" or q.settings.unit == "document"]
    if not q.settings.codes:
        return tree
    wanted = {code_at(q.session, path) for path in q.settings.codes}
    found = [c for c in tree if c.id in wanted]
    if len(found) < len(wanted):
        raise UnknownThing(
            "A chosen code is for whole documents.", "Whole-document codes are compared with `--unit document`."
        )
    return found


def _cuts(q: _Question, covered: np.ndarray) -> dict[tuple[UUID, UUID], Cut]:
    """Until when each coder's work on a document counts; empty when it is as of now."""
    if q.settings.as_of == "now":
        return {}
    cuts = cuts_of(q.session, q.assignments, q.people)
    for d, c in zip(*np.nonzero(covered), strict=True):
        document, coder = q.documents[d], q.coders[c]
        cut = cuts.get((document.id, coder))
        if cut is None or not cut.finished:
            why = "not finished, counted as now" if cut is None else "not finished, counted up to the disclosure"
            q.left_out.append(LeftOut(document.name, q.names[coder], why))
    return cuts


def _arrays(q: _Question, rows: list[CodingRow], codes: list[CodeRow], covered: np.ndarray) -> Codings:
    place = {d.id: n for n, d in enumerate(q.documents)}
    who = {c: n for n, c in enumerate(q.coders)}
    levels = _levels(q.session, codes, subtree=q.settings.level == "subtree")
    table: list[tuple[int, int, int, int, int, bool]] = []
    hashes = {d.id: d.text_hash for d in q.documents}
    for r in rows:
        if r.round != q.settings.round or r.coder not in who or (r.document, r.coder) in q.apart:
            continue
        if r.text_hash != hashes[r.document]:
            continue
        for code in levels.get(r.code, ()):
            start, end = (r.start, r.end) if r.start is not None and r.end is not None else (0, 0)
            table.append((place[r.document], who[r.coder], code, start, end, r.start is None))
    columns = np.array(table, dtype=np.int64).reshape(len(table), 6)
    return Codings(
        columns[:, 0].astype(np.int32), columns[:, 1].astype(np.int32), columns[:, 2].astype(np.int32),
        columns[:, 3], columns[:, 4], _lengths(q), covered, columns[:, 5].astype(bool),
    )  # fmt: skip


def _levels(session: Session, codes: list[CodeRow], *, subtree: bool) -> dict[UUID, list[int]]:
    """Each code's id -> the compared codes that a coding of it counts for."""
    place = {c.id: n for n, c in enumerate(codes)}
    if not subtree:
        return {c: [n] for c, n in place.items()}
    parents = {c.id: c.parent_id for c in code_tree(session)}
    levels: dict[UUID, list[int]] = {}
    for code in parents:
        at: UUID | None = code
        while at is not None:
            if at in place:
                levels.setdefault(code, []).append(place[at])
            at = parents.get(at)
    return levels


def _lengths(q: _Question) -> np.ndarray:
    lengths = dict(q.session.exec(select(Text.hash, func.length(Text.body))).all())
    return np.array([lengths.get(d.text_hash, 0) for d in q.documents], dtype=np.int64)


def _units(q: _Question) -> Units | None:
    unit = q.settings.unit
    if unit == "character":
        return None
    fixed = _fixed(q.session) if unit == "fixed" else {}
    bounds, blanks = [], []
    for d in q.documents:
        text = text_by_hash(q.session, d.text_hash)
        bounds.append(fixed.get(d.id, np.empty((0, 2), np.int64)) if unit == "fixed" else unit_bounds(text, unit))
        blanks.append(nonblank_prefix(text))
    if unit == "fixed" and not fixed:
        raise NothingToCompare("No fixed units are marked in this project.", "Choose another unit.")
    return Units(bounds, blanks, q.settings.presence, whole_documents=unit == "document")


def _fixed(session: Session) -> dict[UUID, np.ndarray]:
    found: dict[UUID, list[tuple[int, int]]] = {}
    for u in session.exec(select(Unit).where(col(Unit.lives))):
        found.setdefault(u.document_id, []).append((u.start, u.end))
    return {d: np.array(sorted(set(spans)), dtype=np.int64) for d, spans in found.items()}


def check_settings(settings: Settings) -> None:
    """Raises CoderError for a unit or coverage that does not exist."""
    for value, known in ((settings.unit, UNITS), (settings.coverage or "all", COVERAGES)):
        if value not in known:
            raise CoderError(f"“{value}” is not known.", f"It is one of: {', '.join(known)}.")


def main_figures(compared: Compared) -> Sequence[str]:
    """The coefficients that the default table shows: for two coders with kappa, else with alpha in front."""
    two = len(compared.coders) == 2
    return ("alpha_nominal", *(("cohen_kappa",) if two else ()), "positive_agreement", "negative_agreement",
            "percent_pairwise", "ac1")  # fmt: skip
