"""From a figure to its passages: where two coders differ on one code, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from uuid import UUID

import numpy as np
from sqlmodel import Session

from coder.agreement.intervals import Codings, character_runs
from coder.agreement.results import Bools
from coder.documents import text_of
from coder.reliability.page import Compared
from coder.spans import Span

ONLY_FIRST, ONLY_SECOND, ENDS = "only_first", "only_second", "ends"
KINDS = (ONLY_FIRST, ONLY_SECOND, ENDS)
_QUOTE = 240  # code points of text that a list shows


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage on which two coders differ on one code.

    kind: only_first, only_second, or ends (both coded there, but from or to elsewhere). first, second: what each
    coded, from the first to the last position; None where they did not. whole: it is about the whole document.
    others: places (in `Compared.codes`) of the codes that the silent coder gave to words of it. quote: its words.
    """

    kind: str
    document_id: UUID
    document: str
    first: Span | None
    second: Span | None
    whole: bool = False
    others: tuple[int, ...] = ()
    quote: str = ""

    @property
    def span(self) -> Span | None:
        """From the first to the last position that either coded; None for a whole document."""
        spans = [s for s in (self.first, self.second) if s is not None]
        return None if self.whole or not spans else Span(min(s.start for s in spans), max(s.end for s in spans))


def differences(compared: Compared, code: int, first: int, second: int) -> list[Difference]:
    """Where two coders differ on a code, by document and place. Reads nothing; `with_quotes` adds the words.

    code, first, second: places in `compared.codes` and `compared.coders`. Only documents that both cover count, and
    touching segments of one coder are one passage, as everywhere in agreement. A passage is what overlaps without a
    break: two short segments against a long one are one passage whose ends differ.
    """
    c = compared.codings
    shared = c.covered[:, first] & c.covered[:, second]
    on_code = (c.code == code) & shared[c.doc] & ((c.coder == first) | (c.coder == second))
    found = [*_passages(compared, on_code, first, second), *_whole(compared, on_code, first, second)]
    silent = {ONLY_FIRST: second, ONLY_SECOND: first}
    at = {d: n for n, (d, _) in enumerate(compared.documents)}
    told = [
        replace(d, others=_codes_there(compared, at[d.document_id], silent[d.kind], code, d.span))
        if d.kind in silent else d
        for d in found
    ]  # fmt: skip
    return sorted(told, key=lambda d: (at[d.document_id], d.span or Span(-1, -1)))


def _passages(compared: Compared, chosen: Bools, first: int, second: int) -> Iterator[Difference]:
    c = compared.codings
    part = Codings(c.doc[chosen], c.coder[chosen], c.code[chosen], c.start[chosen], c.end[chosen], c.doc_length,
                   c.covered, c.whole[chosen] if c.whole is not None else None)  # fmt: skip
    runs, axis = character_runs(part)
    place = axis.documents_at(runs.start)
    offset = axis.offset[place]
    rows = sorted(
        zip(place.tolist(), (runs.start - offset).tolist(), (runs.end - offset).tolist(), runs.coder.tolist(),
            strict=True)
    )  # fmt: skip
    for document, group in groupby(rows, key=lambda row: row[0]):
        for passage in _together([(Span(start, end), coder) for _, start, end, coder in group]):
            mine, theirs = _hull(passage, first), _hull(passage, second)
            if mine == theirs and len(passage) == 2:
                continue
            kind = ENDS if mine and theirs else ONLY_FIRST if mine else ONLY_SECOND
            document_id, name = compared.documents[document]
            yield Difference(kind, document_id, name, mine, theirs)


def _together(runs: Sequence[tuple[Span, int]]) -> Iterator[list[tuple[Span, int]]]:
    """Runs of one document, by start, in groups that overlap without a break."""
    group: list[tuple[Span, int]] = []
    end = 0
    for span, coder in runs:
        if group and span.start >= end:
            yield group
            group = []
        group.append((span, coder))
        end = max(end, span.end) if len(group) > 1 else span.end
    if group:
        yield group


def _hull(passage: Sequence[tuple[Span, int]], coder: int) -> Span | None:
    spans = [span for span, who in passage if who == coder]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _whole(compared: Compared, chosen: Bools, first: int, second: int) -> Iterator[Difference]:
    """Documents that only one of the two coded as a whole."""
    c = compared.codings
    if c.whole is None:
        return
    rows = np.flatnonzero(chosen & c.whole)
    who = {coder: set(c.doc[rows[c.coder[rows] == coder]].tolist()) for coder in (first, second)}
    for document in sorted(who[first] ^ who[second]):
        kind = ONLY_FIRST if document in who[first] else ONLY_SECOND
        document_id, name = compared.documents[document]
        yield Difference(kind, document_id, name, None, None, whole=True)


def _codes_there(compared: Compared, document: int, coder: int, but: int, span: Span | None) -> tuple[int, ...]:
    """Which other codes a coder gave to any of these words (or to the document, without a span)."""
    c = compared.codings
    here = (c.doc == document) & (c.coder == coder) & (c.code != but)
    whole = c.whole if c.whole is not None else np.zeros(len(c.doc), dtype=np.bool_)
    here &= whole if span is None else ~whole & (c.start < span.end) & (c.end > span.start)
    return tuple(np.unique(c.code[here]).tolist())


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
