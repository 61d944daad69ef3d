"""Two coders' segments of one document side by side: whose each is, and whether the other has just the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from coder.spans import Span, union

Segment = tuple[Hashable, UUID, UUID, Span]  # id, coder, code, place


@dataclass(frozen=True, slots=True)
class Side:
    """first: of the first coder, else of the second. agreed: the other coded the same words with the same code."""

    first: bool
    agreed: bool


def sides(segments: Iterable[Segment], first: UUID, second: UUID) -> Mapping[Hashable, Side]:
    """The segments of two coders by id; others' are left out.

    Touching segments of one coder and code are one passage, as everywhere in agreement: a segment is agreed if the
    passage that it belongs to is one of the other coder's too, from end to end.
    """
    mine = [s for s in segments if s[1] in (first, second)]
    spans: dict[tuple[UUID, UUID], list[Span]] = {}
    for _, coder, code, span in mine:
        spans.setdefault((coder, code), []).append(span)
    passages = {key: union(found) for key, found in spans.items()}
    told: dict[Hashable, Side] = {}
    for id_, coder, code, span in mine:
        other = second if coder == first else first
        own = next((p for p in passages[coder, code] if p.start <= span.start and span.end <= p.end), span)
        told[id_] = Side(coder == first, own in passages.get((other, code), ()))
    return told
