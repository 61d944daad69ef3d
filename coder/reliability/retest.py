"""A coder against their own second round: how steady one person codes."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import numpy as np
from sqlmodel import Session, col, select

from coder.agreement import Codings
from coder.assignments import all_assignments
from coder.coders import resolve_coders
from coder.errors import NothingToCompare
from coder.models import Coding
from coder.reliability.gather import Gathered, gather_alone
from coder.reliability.settings import Settings
from coder.sentences import sentence


def rounds_of(session: Session) -> dict[UUID, list[int]]:
    """The rounds that each coder worked in, ascending."""
    people = resolve_coders(session)
    found: dict[UUID, set[int]] = {}
    for coder, round_ in session.exec(select(Coding.coder_id, Coding.round).where(col(Coding.lives)).distinct()):
        found.setdefault(people[coder], set()).add(round_)
    for a in all_assignments(session):
        if a.finished_at is not None:
            found.setdefault(people[a.coder_id], set()).add(a.round)
    return {coder: sorted(rounds) for coder, rounds in found.items()}


def gather_rounds(session: Session, settings: Settings, *, coder: UUID, first: int, second: int) -> Gathered:
    """One coder's two rounds side by side, as if two coders had done them.

    Documents count that the coder finished in both rounds; if there is none, those with a segment in both.
    Raises NothingToCompare if the coder did no document twice.
    """
    for coverage in ("finished", "coded") if settings.coverage is None else (settings.coverage,):
        asked = replace(settings, coverage=coverage)
        one, other = (gather_alone(session, replace(asked, round=r), coder) for r in (first, second))
        if (one.codings.covered & other.codings.covered).any():
            return _beside(one, other, (first, second))
    raise NothingToCompare(
        sentence("{what} has coded no document in both rounds.", what=one.coders[0]),
        "Assign some documents to them once more.",
    )


def _beside(one: Gathered, other: Gathered, rounds: tuple[int, int]) -> Gathered:
    a, b = one.codings, other.codings
    who = np.repeat([0, 1], [len(a.doc), len(b.doc)])
    whole = [np.zeros(len(c.doc), bool) if c.whole is None else c.whole for c in (a, b)]
    codings = Codings(
        np.concatenate([a.doc, b.doc]), who, np.concatenate([a.code, b.code]), np.concatenate([a.start, b.start]),
        np.concatenate([a.end, b.end]), a.doc_length, np.hstack([a.covered, b.covered]), np.concatenate(whole),
    )  # fmt: skip
    names = [sentence("{coder}, round {n}", coder=one.coders[0], n=n) for n in rounds]
    left_out = [replace(o, coder=name) for g, name in zip((one, other), names, strict=True) for o in g.left_out]
    return replace(
        one, settings=replace(one.settings, round=None), coders=names, coder_ids=one.coder_ids * 2, codings=codings,
        rounds=rounds, left_out=left_out, warnings=[*dict.fromkeys([*one.warnings, *other.warnings])],
    )  # fmt: skip
