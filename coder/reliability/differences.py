"""From a figure to its passages: where two coders differ, on one code or on all, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

import numpy as np
from sqlmodel import Session

from coder.agreement.results import Ints
from coder.documents import text_of
from coder.reliability.page import Compared
from coder.reliability.passages import BRANCH, Passages, instead, overlapping, passages_of, relations
from coder.spans import Span

ONLY_FIRST, ONLY_SECOND, ENDS, OTHER_CODE, COARSER = "only_first", "only_second", "ends", "other_code", "coarser"
KINDS = (ONLY_FIRST, ONLY_SECOND, ENDS, OTHER_CODE, COARSER)
_QUOTE = 240  # code points of text that a list shows


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage on which two coders differ on one code.

    code: its place in `Compared.codes`. kind: only_first, only_second; ends (both coded there, but from or to
    elsewhere); other_code (one gave it this code, the other another that the first did not); coarser (the same, and
    the two codes lie on one branch of the tree). first, second: what each coded with this code, from the first to the
    last position; None where they did not. whole: it is about the whole document. instead: places of the codes that
    the silent coder alone gave to words of it; others: of all that they gave. quote: its words.
    """

    code: int
    kind: str
    document_id: UUID
    document: str
    first: Span | None
    second: Span | None
    whole: bool = False
    by_first: bool = True
    instead: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    quote: str = ""

    @property
    def span(self) -> Span | None:
        """From the first to the last position that either coded; None for a whole document."""
        spans = [s for s in (self.first, self.second) if s is not None]
        return None if self.whole or not spans else Span(min(s.start for s in spans), max(s.end for s in spans))


def differences(compared: Compared, code: int | None, first: int, second: int) -> list[Difference]:
    """Where two coders differ, by document and place. Reads nothing; `with_quotes` adds the words.

    code: place in `compared.codes`, None for all codes. first, second: places in `compared.coders`. Only documents
    that both cover count, and touching segments of one coder are one passage, as everywhere in agreement.
    """
    p = passages_of(compared.codings, first, second)
    taken, whose = instead(p)
    relation = relations(compared.codes)
    swapped = _codes_by(p, np.concatenate([taken, whose]), np.concatenate([whose, taken]))
    chosen = ~p.equal if code is None else ~p.equal & (p.code == code)
    rows = np.flatnonzero(chosen)
    there = _given_there(p, rows)
    told = [_difference(compared, p, n, swapped.get(n, ()), there.get(n, ()), relation) for n in rows.tolist()]
    place = {d: n for n, (d, _) in enumerate(compared.documents)}
    return sorted(told, key=lambda d: (place[d.document_id], d.span or Span(-1, -1), d.code))


def _difference(
    compared: Compared, p: Passages, n: int, swapped: tuple[int, ...], there: tuple[int, ...], relation: Ints
) -> Difference:
    code, whole = int(p.code[n]), bool(p.whole[n])
    one, other = (bool(by) for by in p.by[n])
    if one and other:
        kind = ENDS
    elif any(relation[code, c] == BRANCH for c in swapped):
        kind = COARSER
    elif swapped:
        kind = OTHER_CODE
    else:
        kind = ONLY_FIRST if one else ONLY_SECOND
    spans = [
        Span(int(p.start[n, who]), int(p.end[n, who])) if by and not whole else None
        for who, by in enumerate((one, other))
    ]
    document_id, name = compared.documents[int(p.doc[n])]
    return Difference(code, kind, document_id, name, spans[0], spans[1], whole, one, swapped, there)


def _codes_by(p: Passages, of: Ints, other: Ints) -> dict[int, tuple[int, ...]]:
    """For each passage in `of` the distinct codes of the passages beside it in `other`, in their order."""
    found: dict[int, set[int]] = {}
    for n, code in zip(of.tolist(), p.code[other].tolist(), strict=True):
        found.setdefault(n, set()).add(code)
    return {n: tuple(sorted(codes)) for n, codes in found.items()}


def _given_there(p: Passages, rows: Ints) -> dict[int, tuple[int, ...]]:
    """For passages that one coded, the other codes that the silent one gave to words of them."""
    wanted = np.zeros(len(p.code), bool)
    wanted[rows] = True
    wanted &= ~p.met
    i, j = overlapping(p.low, p.high)
    i, j = np.concatenate([i, j]), np.concatenate([j, i])
    silent = np.where(p.by[i, 0], 1, 0)
    kept = wanted[i] & p.by[j, silent] & _touched(p, i, j, silent)
    return _codes_by(p, i[kept], j[kept])


def _touched(p: Passages, i: Ints, j: Ints, silent: Ints) -> np.ndarray:
    """Does the silent coder's own part of passage j share words with passage i (not only the other's part)?"""
    coder = 1 - silent
    own = (p.start[j, silent] < p.end[i, coder]) & (p.end[j, silent] > p.start[i, coder])
    return np.asarray(p.whole[i] | own)


def with_quotes(session: Session, found: Sequence[Difference]) -> list[Difference]:
    """The same, with their first words in one line; each text is read once."""
    texts: dict[UUID, str] = {}
    told = []
    for d in found:
        if (span := d.span) is not None:
            if d.document_id not in texts:
                texts[d.document_id] = text_of(session, d.document_id)
            words = texts[d.document_id][span.start : min(span.end, span.start + _QUOTE)]
            d = replace(d, quote=" ".join(words.split()))
        told.append(d)
    return told
