"""Where people differ without having seen each other: values, and a removal against an edit. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from coder.journal.codec import RowKind, Value
from coder.journal.fold import EXISTS, Entry, Folded, Head, Id


class Sees(Protocol):
    def saw(self, later: Id, earlier: Id) -> bool: ...


Dispute = list[list[Any]]  # [change, coder, value] in hex, as open heads keep them


def value_dispute(kind: RowKind, field: str, heads: Sequence[Head]) -> Dispute | None:
    """The heads of a field if they hold differing values by different people, else None."""
    if field == EXISTS or field in kind.never_disputed or len(heads) < 2:
        return None
    if any(a.coder != b.coder and a.value != b.value for a in heads for b in heads):
        return [[h.change.hex(), h.coder.hex(), h.value] for h in heads]
    return None


def removal_dispute(
    kind: RowKind,
    entries: Sequence[Entry],
    fold: Folded,
    out: set[Id],
    undoings: Mapping[Id, Sequence[Entry]],
    sight: Sees,
) -> Dispute | None:
    """A removal, and an edit by somebody else, neither having seen the other: the pair, else None.

    A removal is a change that wrote `exists` false, or an undoing of the change that made the thing. It is
    settled once somebody who saw both made the thing again or removed it again.
    """
    edits = _standing_edits(kind, entries, fold)
    if not edits:
        return None
    pairs: Dispute = []
    for taker in _takers(entries, fold, out, undoings):
        for edit, value in edits:
            apart = taker.coder != edit.coder and not (
                sight.saw(taker.change, edit.change) or sight.saw(edit.change, taker.change)
            )
            if apart and not _settled(entries, out, taker, edit, sight):
                pairs.append([taker.change.hex(), taker.coder.hex(), None])
                pairs.append([edit.change.hex(), edit.coder.hex(), value])
    return _once(pairs) or None


def _standing_edits(kind: RowKind, entries: Sequence[Entry], fold: Folded) -> list[tuple[Entry, Value]]:
    """Edits that still show, by field; one that also made the thing again speaks through `exists`."""
    by_change = {e.change: e for e in entries}
    found: dict[Id, tuple[Entry, dict[str, Value]]] = {}
    for field, heads in fold.heads.items():
        if field == EXISTS or field.split("/")[0] in kind.never_disputed:
            continue
        for head in heads:
            entry = by_change[head.change]
            if isinstance(entry.fields, dict) and EXISTS not in entry.fields:
                found.setdefault(entry.change, (entry, {}))[1][field] = head.value
    return [(entry, values) for entry, values in found.values()]


def _takers(
    entries: Sequence[Entry], fold: Folded, out: set[Id], undoings: Mapping[Id, Sequence[Entry]]
) -> list[Entry]:
    removals = {h.change for h in fold.heads[EXISTS] if not h.value}
    takers = [e for e in entries if e.change in removals]
    for entry in entries:
        made = entry.is_birth or (isinstance(entry.fields, dict) and entry.fields.get(EXISTS, [False])[0])
        if made and entry.change in out:
            takers += [u for u in undoings.get(entry.change, ()) if u.change not in out]
    return takers


def _settled(entries: Sequence[Entry], out: set[Id], taker: Entry, edit: Entry, sight: Sees) -> bool:
    return any(
        isinstance(e.fields, dict)
        and EXISTS in e.fields
        and e.change not in out
        and e.change != taker.change
        and sight.saw(e.change, taker.change)
        and sight.saw(e.change, edit.change)
        for e in entries
    )


def _once(pairs: Dispute) -> Dispute:
    kept: Dispute = []
    for head in pairs:
        if head not in kept:
            kept.append(head)
    return kept
