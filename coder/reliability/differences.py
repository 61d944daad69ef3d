"""From a figure to its passages: where two coders differ, on one code or on all, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any
from uuid import UUID

import numpy as np
from sqlmodel import Session

from coder.agreement.results import Ints
from coder.documents import text_of
from coder.reliability.page import Compared
from coder.reliability.passages import BRANCH, Passages, instead, overlapping, passages_of, relations
from coder.reliability.qualifiers import said_of_matched
from coder.spans import Span

ONLY_FIRST, ONLY_SECOND, ENDS, OTHER_CODE, COARSER = "only_first", "only_second", "ends", "other_code", "coarser"
KINDS = (ONLY_FIRST, ONLY_SECOND, ENDS, OTHER_CODE, COARSER)
SAID_SAME, SAID_UNLIKE, SAID_ALONE, SAID_NOTHING = "said_same", "said_unlike", "said_alone", "said_nothing"
_QUOTE = 240  # code points of text that a list shows


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage on which two coders differ on one code.

    code: its place in `Compared.codes`. kind: only_first, only_second; ends (both coded there, but from or to
    elsewhere); other_code (one gave it this code, the other another that the first did not); coarser (the same, and
    the two codes lie on one branch of the tree). first, second: what each coded with this code, from the first to the
    last position; None where they did not. whole: it is about the whole document. instead: places of the codes that
    the silent coder alone gave to words of it; others: of all that they gave. quote: its words.

    Where a qualifier is compared: a passage that both coded with the code. said: what each said of it, "" for nothing;
    kind: said_same, said_unlike, said_alone (one of them did) or said_nothing.
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
    said: tuple[str, str] = ("", "")

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
    branch = [set(np.flatnonzero(row == BRANCH).tolist()) for row in relations(compared.codes)]
    swapped = _codes_by(p, np.concatenate([taken, whose]), np.concatenate([whose, taken]))
    chosen = ~p.equal if code is None else ~p.equal & (p.code == code)
    rows = np.flatnonzero(chosen)
    there = _given_there(p, rows)
    columns = (p.code, p.doc, p.start, p.end, p.whole)
    told = [
        _difference(compared, row, swapped.get(n, ()), there.get(n, ()), branch)
        for n, *row in zip(rows.tolist(), *(column[rows].tolist() for column in columns), strict=True)
    ]
    place = {d: n for n, (d, _) in enumerate(compared.documents)}
    return sorted(told, key=lambda d: (place[d.document_id], d.span or Span(-1, -1), d.code))


def said_of(session: Session, compared: Compared, qualifier: UUID, first: int, second: int) -> list[Difference]:
    """The passages that both coded with one code, one to one, and what each said of them by this qualifier.

    By document and place. first, second: places in `compared.coders`.
    """
    found = []
    for one, other, (said, beside) in said_of_matched(session, compared, first, second):
        document, _, code, *place = one
        a, b = (str(values.get(qualifier) or "") for values in (said, beside))
        kind = SAID_NOTHING if not (a or b) else SAID_ALONE if not (a and b) else SAID_SAME if a == b else SAID_UNLIKE
        document_id, name = compared.documents[document]
        spans = [None if where[0] < 0 else Span(*where) for where in (place, other[3:])]
        found.append(
            Difference(code, kind, document_id, name, spans[0], spans[1], place[0] < 0, bool(a), said=(a, b))
        )
    order = {d: n for n, (d, _) in enumerate(compared.documents)}
    return sorted(found, key=lambda d: (order[d.document_id], d.span or Span(-1, -1), d.code))


def _difference(
    compared: Compared, row: list[Any], swapped: tuple[int, ...], there: tuple[int, ...], branch: list[set[int]]
) -> Difference:
    """row: code, document, starts and ends of the two (-1 where one did not code it), whether it is about all of it."""
    code, document, starts, ends, whole = row
    one, other = (start >= 0 for start in starts)
    if one and other:
        kind = ENDS
    elif not branch[code].isdisjoint(swapped):
        kind = COARSER
    elif swapped:
        kind = OTHER_CODE
    else:
        kind = ONLY_FIRST if one else ONLY_SECOND
    spans = [
        Span(start, end) if start >= 0 and not whole else None for start, end in zip(starts, ends, strict=True)
    ]
    document_id, name = compared.documents[document]
    return Difference(code, kind, document_id, name, spans[0], spans[1], whole, one, swapped, there)


def _codes_by(p: Passages, of: Ints, other: Ints) -> dict[int, tuple[int, ...]]:
    """For each passage in `of` the distinct codes of the passages beside it in `other`, in their order."""
    width = int(p.code.max(initial=0)) + 1
    key = np.unique(of * width + p.code[other])
    passage, code = key // width, key % width
    first = np.flatnonzero(np.diff(passage, prepend=-1))
    codes, ends = code.tolist(), np.append(first, len(key)).tolist()
    return {n: tuple(codes[low:high]) for n, (low, high) in zip(passage[first].tolist(), pairwise(ends), strict=True)}


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
