"""A coded segment as the surface takes it, with the words of its stripe."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from uuid import UUID

from coder.memos import in_one_line
from coder.segment_list import ShownSegment
from ui.document.marks import Segment


def desk_segment(s: ShownSegment, mine: UUID | None, names: Mapping[UUID, str]) -> Segment:
    """The segment for the desk. mine: whoever codes now, None if nobody does; names: of the qualifiers."""
    assert s.span is not None
    path = " › ".join(s.path)
    said = [f"{names[q]}: {value}" for q, value in s.qualifiers.items() if q in names]
    lines = [f"<b>{escape(path)}</b>", escape(s.coder), *(escape(w) for w in said)]
    if s.memo:
        lines.append(f"<i>{escape(in_one_line(s.memo))}</i>")
    return Segment(
        s.id, s.span.start, s.span.end, s.color, s.path[-1], path, s.coder, s.initials,
        s.coder_id == mine, "<br>".join(lines),
    )  # fmt: skip
