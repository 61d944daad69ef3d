"""From the project's rows to arrays: who covered what, in which round, as of when, and what was left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

import numpy as np
from sqlmodel import Session

from coder.agreement import Codings, Units
from coder.assignments import all_assignments
from coder.code_tree import CodeRow, code_at, code_tree
from coder.coders import coder_names, resolve_coders
from coder.documents import living_documents, structure_of, text_by_hash, text_lengths
from coder.errors import NothingToCompare, UnknownThing
from coder.fixed_units import read_units
from coder.identity import same_name
from coder.models import Assignment, Document
from coder.reliability.facts import Facts, facts_of
from coder.reliability.kept import how_chosen, how_drawn
from coder.reliability.parts import Left, check_parts, closed_up, standing
from coder.reliability.rows import CodingReader, CodingTable, Cut, cuts_of
from coder.reliability.settings import LeftOut, Settings
from coder.reliability.strata import Strata, strata_of
from coder.sentences import joined, listing, sentence
from coder.units import nonblank_prefix, unit_bounds

Work = tuple[UUID, UUID, int]  # document, coder, round
_NOT_COVERED = {
    "finished": sentence("not finished"), "assigned": sentence("not assigned"), "coded": sentence("no coded segment"),
    "all": "",
}  # fmt: skip
_NOT_FOR = {
    "": sentence("training"),
    "training": sentence("not training"), "pilot": sentence("not pilot"), "reliability": sentence("not reliability"),
    "main": sentence("not main"),
}  # fmt: skip


@dataclass(slots=True)
class Gathered:
    """Everything that agreement is computed from. settings: as used, defaults filled in.

    coders, codes, documents: in the order of the arrays. texts: the bodies, where units have to be cut in them.
    rounds: one for each coder, where the two are one person's own; else empty, all worked in that of the settings.
    left: what of each document does not count, where parts are left out; codings wholly in such are not among these.
    """

    settings: Settings
    coders: list[str]
    coder_ids: list[UUID]
    codes: list[CodeRow]
    documents: list[tuple[UUID, str]]
    left_out: list[LeftOut]
    warnings: list[str]
    codings: Codings
    texts: list[str]
    fixed: dict[UUID, np.ndarray]
    facts: Facts = field(default_factory=Facts)
    strata: Strata | None = None
    rounds: tuple[int, ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def counted(self) -> Codings:
        """The codings over the texts without what is left out."""
        return closed_up(self.codings, self.left) if self.left else self.codings

    def units(self) -> Units | None:
        """The units of every document; None for characters. Takes its time on long texts."""
        unit = self.settings.unit
        if unit == "character":
            return None
        bounds = [
            self.fixed.get(d, np.empty((0, 2), np.int64)) if unit == "fixed" else unit_bounds(text, unit)
            for (d, _), text in zip(self.documents, self.texts, strict=True)
        ]
        if self.left:
            blanks = [part.said for part in self.left]
            bounds = [part.bounds(units) for part, units in zip(self.left, bounds, strict=True)]
        else:
            blanks = [nonblank_prefix(text) for text in self.texts]
        return Units(bounds, blanks, self.settings.presence, whole_documents=unit == "document")


@dataclass(slots=True)
class _Question:
    """The chosen coders, documents and codes, with what the project says of them."""

    session: Session
    settings: Settings
    names: Mapping[UUID, str]
    people: Mapping[UUID, UUID]
    documents: list[Document]
    assignments: list[Assignment]
    reader: CodingReader
    done: set[Work]  # who coded something where, in which round
    apart: set[tuple[UUID, UUID]] = field(default_factory=set)  # (document, coder) kept out by their purpose
    coders: list[UUID] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def gather(session: Session, settings: Settings) -> Gathered:
    """Reads what the settings ask for; nothing is computed yet.

    Raises NothingToCompare with fewer than two coders, UnknownThing for what is not there.
    """
    q = _asked(session, settings)
    _choose_round(q)
    _choose_coders(q)
    return _gathered(q)


def gather_alone(session: Session, settings: Settings, coder: UUID) -> Gathered:
    """What one coder did, in the round and by the coverage that the settings name; to be set beside something else."""
    q = _asked(session, settings)
    _choose_round(q)
    q.coders = [q.people[coder]]
    return _gathered(q)


def _gathered(q: _Question) -> Gathered:
    session = q.session
    covered = _choose_coverage(q)
    codes = _codes(q)
    cuts = _cuts(q, covered)
    table = q.reader.as_of(cuts) if cuts else q.reader.now()
    character = q.settings.unit == "character"
    fixed = _fixed(session) if q.settings.unit == "fixed" else {}
    if q.settings.unit == "fixed" and not fixed:
        raise NothingToCompare("No fixed units are marked in this project.", "Choose another unit.")
    facts = facts_of(session, round_=q.settings.round or 1, coders=q.coders, documents=[d.id for d in q.documents],
                     people=q.people)  # fmt: skip
    left = _left(q)
    codings = _arrays(q, table, codes, covered)
    return Gathered(
        q.settings, [q.names[c] for c in q.coders], q.coders, codes, [(d.id, d.name) for d in q.documents],
        q.left_out, q.warnings, standing(codings, left) if left else codings,
        [] if character else [text_by_hash(session, d.text_hash) for d in q.documents], fixed,
        replace(facts, chosen=how_chosen(session, q.settings), drawn=how_drawn(session, q.settings.round or 1)),
        strata_of(session, q.documents, q.settings.strata) if q.settings.strata is not None else None,
        left=left,
    )  # fmt: skip


def _left(q: _Question) -> tuple[Left, ...]:
    """What of each document does not count; empty where all does."""
    q.settings = replace(q.settings, without=check_parts(q.settings.without))
    if not q.settings.without:
        return ()
    session, parts = q.session, q.settings.without
    return tuple(
        Left.of(text_by_hash(session, d.text_hash), structure_of(session, d.id), parts) for d in q.documents
    )


def _asked(session: Session, settings: Settings) -> _Question:
    documents = living_documents(session)
    if settings.documents:
        documents = [d for d in documents if d.id in settings.documents]
    wanted = {d.id for d in documents}
    people = resolve_coders(session)
    reader = CodingReader(session, documents, people)
    return _Question(
        session, settings, coder_names(session), people, documents,
        [a for a in all_assignments(session) if a.document_id in wanted], reader, _work(reader.now(), documents),
    )  # fmt: skip


def _work(table: CodingTable, documents: list[Document]) -> set[Work]:
    n_coders, n_rounds = len(table.coders), int(table.round.max(initial=0)) + 1
    packed = np.unique((table.document.astype(np.int64) * n_coders + table.coder) * n_rounds + table.round)
    return {
        (documents[p // n_rounds // n_coders].id, table.coders[p // n_rounds % n_coders], p % n_rounds)
        for p in packed.tolist()
    }


def _choose_round(q: _Question) -> None:
    """The latest round in which two coders did what counts, else the latest; what is set apart is said."""
    if q.settings.round is None:
        q.settings = replace(q.settings, round=_latest_round(q))
    purpose, round_ = q.settings.purpose, q.settings.round or 1
    assigned = [a for a in q.assignments if a.round == round_]
    q.assignments = [a for a in assigned if _is_for(a, purpose)]
    kept = {(a.document_id, q.people[a.coder_id]) for a in q.assignments}
    names = {d.id: d.name for d in q.documents}
    q.apart = {(a.document_id, q.people[a.coder_id]) for a in assigned} - kept
    if purpose:
        q.apart |= {(document, coder) for document, coder, n in q.done if n == round_} - kept
    for document, coder in sorted(q.apart, key=lambda x: (names[x[0]], q.names[x[1]])):
        q.left_out.append(LeftOut(names[document], q.names[coder], _NOT_FOR[purpose or ""]))
    q.done = {(d, c, n) for d, c, n in q.done if n == round_ and (d, c) not in q.apart}


def _is_for(assignment: Assignment, purpose: str | None) -> bool:
    """Whether it counts for the purpose; without one, all but training does."""
    return assignment.purpose == purpose if purpose else assignment.purpose != "training"


def _latest_round(q: _Question) -> int:
    """The latest with two of the coders, by what counts for the purpose; else the latest there is."""
    purpose = q.settings.purpose
    every = {(a.document_id, q.people[a.coder_id], a.round): False for a in q.assignments}
    every |= {(a.document_id, q.people[a.coder_id], a.round): True for a in q.assignments if _is_for(a, purpose)}
    work = {w for w, counts in every.items() if counts} | {w for w in q.done if every.get(w, not purpose)}
    chosen = set(q.settings.coders)
    by_round: dict[int, set[UUID]] = {}
    for _, coder, n in work:
        if coder in chosen or not chosen:
            by_round.setdefault(n, set()).add(coder)
    latest = max((n for _, _, n in {*every, *q.done}), default=1)
    return max((n for n, who in by_round.items() if len(who) >= 2), default=latest)


def _choose_coders(q: _Question) -> None:
    there = {q.people[a.coder_id] for a in q.assignments} | {coder for _, coder, _ in q.done}
    if q.settings.coders:
        chosen = [q.people[c] for c in dict.fromkeys(q.settings.coders)]
    else:
        chosen = sorted(there, key=lambda c: (same_name(q.names[c]), c.bytes))
    if len(chosen) < 2:
        who = q.names[chosen[0]] if chosen else sentence("nobody")
        raise NothingToCompare(
            sentence("Agreement needs two coders; in round {round} there is {who}.", round=q.settings.round, who=who),
            "Merge another coder's file first, or choose another round.",
        )
    q.coders = chosen


def _choose_coverage(q: _Question) -> np.ndarray:
    """bool (documents, coders): whose silence on a document means no."""
    finished, assigned = _marks(q, lambda a: a.finished_at is not None), _marks(q, lambda a: True)
    place = {d.id: n for n, d in enumerate(q.documents)}
    who = {c: n for n, c in enumerate(q.coders)}
    coded = np.zeros((len(place), len(who)), dtype=bool)
    for document, coder, _ in q.done:
        if coder in who:
            coded[place[document], who[coder]] = True
    coverage = q.settings.coverage
    if coverage is None:
        coverage = "finished" if (finished.sum(axis=1) >= 2).any() else "coded"
        q.settings = replace(q.settings, coverage=coverage)
        if coverage == "coded":
            _warn_of_coded(q, coded)
    tables = {"finished": finished, "assigned": assigned, "coded": coded, "all": np.ones_like(coded)}
    covered = tables[coverage]
    for document, coder in q.apart:  # their codings do not count, so neither does their silence
        if coder in who:
            covered[place[document], who[coder]] = False
    for d, c in zip(*np.nonzero(~covered & (assigned | coded)), strict=True):
        q.left_out.append(LeftOut(q.documents[d].name, q.names[q.coders[c]], _NOT_COVERED[coverage]))
    return _of_those_who_cover(q, covered)


def _of_those_who_cover(q: _Question, covered: np.ndarray) -> np.ndarray:
    """Without coders whom nobody chose and of whom nothing counts: beside them two would be three, without a kappa."""
    some = np.asarray(covered.any(axis=0))
    if q.settings.coders or some.all() or some.sum() < 2:
        return covered
    q.coders = [coder for coder, counts in zip(q.coders, some, strict=True) if counts]
    return covered[:, some]


def _marks(q: _Question, holds: Callable[[Assignment], bool]) -> np.ndarray:
    place = {d.id: n for n, d in enumerate(q.documents)}
    who = {c: n for n, c in enumerate(q.coders)}
    marks = np.zeros((len(place), len(who)), dtype=bool)
    for a in q.assignments:
        if holds(a) and q.people[a.coder_id] in who:
            marks[place[a.document_id], who[q.people[a.coder_id]]] = True
    return marks


def _warn_of_coded(q: _Question, coded: np.ndarray) -> None:
    out = [d.name for n, d in enumerate(q.documents) if coded[n].sum() < 2]
    told = [
        "No two coders have marked one same document finished, so documents count for a coder who has coded "
        "something in them. Documents in which a coder found nothing are missing from these figures."
    ]
    if out:
        told.append(sentence("Left out: {named}.", named=listing(out, 20)))
    q.warnings.append(joined(told))


def _codes(q: _Question) -> list[CodeRow]:
    """Every living passage code (with unit document those of whole documents too), or the chosen ones."""
    tree = [c for c in code_tree(q.session, counts=False) if c.scope == "passage" or q.settings.unit == "document"]
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
    cuts = cuts_of(q.session, q.assignments, q.people, q.settings.round or 1)
    for d, c in zip(*np.nonzero(covered), strict=True):
        document, coder = q.documents[d], q.coders[c]
        cut = cuts.get((document.id, coder))
        if cut is None or not cut.finished:
            if cut is None:
                why = sentence("not finished, counted as now")
            else:
                why = sentence("not finished, counted up to the disclosure")
            q.left_out.append(LeftOut(document.name, q.names[coder], why))
    return cuts


def _arrays(q: _Question, table: CodingTable, codes: list[CodeRow], covered: np.ndarray) -> Codings:
    """The codings that count, once for each compared code that they count for."""
    place = {c: n for n, c in enumerate(q.coders)}
    who = np.array([place.get(c, -1) for c in table.coders], dtype=np.int32)[table.coder]
    levels = _levels(q.session, codes, subtree=q.settings.level == "subtree")
    apart = np.zeros((len(q.documents), len(table.coders)), dtype=bool)
    at = {d.id: n for n, d in enumerate(q.documents)}
    for document, coder in q.apart:
        apart[at[document], table.coders.index(coder)] = True
    counts = (who >= 0) & (table.round == q.settings.round) & ~apart[table.document, table.coder]
    targets = [levels.get(c, []) for c in table.codes]
    parts = []
    for n in range(max((len(t) for t in targets), default=0)):
        target = np.array([t[n] if len(t) > n else -1 for t in targets], dtype=np.int32)[table.code]
        chosen = np.flatnonzero(counts & (target >= 0))
        parts.append((chosen, target[chosen]))
    rows = np.concatenate([p[0] for p in parts]) if parts else np.empty(0, np.int64)
    code = np.concatenate([p[1] for p in parts]) if parts else np.empty(0, np.int32)
    return Codings(
        table.document[rows], who[rows], code, table.start[rows], table.end[rows], _lengths(q), covered,
        table.whole[rows],
    )  # fmt: skip


def _levels(session: Session, codes: list[CodeRow], *, subtree: bool) -> dict[UUID, list[int]]:
    """Each code's id -> the compared codes that a coding of it counts for."""
    place = {c.id: n for n, c in enumerate(codes)}
    if not subtree:
        return {c: [n] for c, n in place.items()}
    parents = {c.id: c.parent_id for c in code_tree(session, counts=False)}
    levels: dict[UUID, list[int]] = {}
    for code in parents:
        at: UUID | None = code
        while at is not None:
            if at in place:
                levels.setdefault(code, []).append(place[at])
            at = parents.get(at)
    return levels


def _lengths(q: _Question) -> np.ndarray:
    lengths = text_lengths(q.session)
    return np.array([lengths.get(d.text_hash, 0) for d in q.documents], dtype=np.int64)


def _fixed(session: Session) -> dict[UUID, np.ndarray]:
    """The units of every document, in order. Raises NothingToCompare where units of two layers overlap."""
    found: dict[UUID, set[tuple[int, int]]] = {}
    for u in read_units(session):
        found.setdefault(u.document_id, set()).add((u.span.start, u.span.end))
    bounds = {d: np.array(sorted(spans), dtype=np.int64) for d, spans in found.items()}
    if any((ends[:-1, 1] > ends[1:, 0]).any() for ends in bounds.values()):
        raise NothingToCompare(
            "Fixed units of two layers overlap, so that a passage would count twice.",
            "Keep one layer of units in this project, or compare by sentence or paragraph.",
        )
    return bounds
