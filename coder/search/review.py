"""Hits made ready to be coded: as found, or as the sentence or paragraph around; what is coded already is told."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

import regex
from sqlmodel import Session

from coder.documents import text_of
from coder.errors import CoderError
from coder.search.finding import Hit, in_context
from coder.segments import Today, each_coding, raw_codings
from coder.sentences import sentence
from coder.spans import Span
from coder.units import paragraph_at, sentence_at, snap_outward

_ALONE = regex.compile(r"[\p{GCB=Other}\p{GCB=Control}\p{GCB=LF}]")
EXTENTS = ("found", "sentence", "paragraph")

Tick = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that may be coded. hit: its words in context; quote: all its words; n_hits: hits in it.

    coded: the code stands there already, by the person who asks.
    """

    hit: Hit
    quote: str
    n_hits: int
    coded: bool


def passages_of(
    session: Session,
    *,
    hits: Iterable[Hit],
    extent: str = "found",
    code_id: UUID | None = None,
    coder_id: UUID | None = None,
    tick: Tick = lambda done, total: None,
) -> list[Passage]:
    """The passages around hits, each once, by document and place.

    extent: found, sentence or paragraph. code_id, coder_id: whose codings with which code count as there already: those
    that lie on or around the passage.
    """
    if extent not in EXTENTS:
        raise CoderError(
            sentence("There is no extent “{extent}”.", extent=extent),
            sentence("Choose one of: {choices}.", choices=", ".join(EXTENTS)),
        )
    coded = _coded_places(session, code_id, coder_id)
    made: list[Passage] = []
    listed = list(hits)
    done = 0
    for document, group in groupby(listed, key=lambda hit: (hit.document_id, hit.document)):
        tick(done, len(listed))
        text = text_of(session, document[0])
        places: dict[Span, int] = {}
        for hit in group:
            done += 1
            span = _widened(text, hit.span, extent)
            places[span] = places.get(span, 0) + 1
        there = coded.get(document[0], [])
        for span, n in sorted(places.items()):
            shown = in_context(*document, text, span)
            made.append(Passage(shown, span.quote(text), n, _covered(there, span)))
    tick(len(listed), len(listed))
    return made


def _widened(text: str, span: Span, extent: str) -> Span:
    if extent == "found":
        return _whole(text, span)
    at = sentence_at if extent == "sentence" else paragraph_at
    first, last = at(text, span.start), at(text, max(span.start, span.end - 1))
    return _whole(text, Span(min(first.start, span.start), max(last.end, span.end)))


def _whole(text: str, span: Span) -> Span:
    """Widened to whole graphemes; looked into only where an end is not plainly between two."""
    return span if _is_edge(text, span.start) and _is_edge(text, span.end) else snap_outward(text, span)


def _is_edge(text: str, at: int) -> bool:
    """Is there plainly an edge between two graphemes: none of the two signs there joins others (UAX #29)?"""
    return at in (0, len(text)) or (_ALONE.match(text, at - 1) is not None and _ALONE.match(text, at) is not None)


def _covered(places: list[Span], span: Span) -> bool:
    """Does one of the places, each reaching farther than those before it, hold the whole span?"""
    at = bisect_right(places, span.start, key=lambda place: place.start) - 1
    return at >= 0 and places[at].end >= span.end


def _coded_places(session: Session, code_id: UUID | None, coder_id: UUID | None) -> dict[UUID, list[Span]]:
    """Where that person's codings with that code stand, by document, without those that lie in others."""
    if code_id is None or coder_id is None:
        return {}
    today = Today(session)
    person = today.people[coder_id.bytes]
    found: dict[UUID, list[Span]] = {}
    for _, document, code, _, _, start, end, _, _ in each_coding(today, raw_codings(session), person):
        if code == code_id and start >= 0:
            found.setdefault(document, []).append(Span(start, end))
    for document, places in found.items():
        outer: list[Span] = []
        for place in sorted(places):
            if not outer or place.end > outer[-1].end:
                outer.append(place)
        found[document] = outer
    return found
