"""Which sets of codes the coders gave to the same text, over all codes at once.

For every coder one sweep over all codes says which set holds where; laid over one another they cut the text into
pieces on which every coder's set stands still, and a piece adds its length to the sets that meet there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from coder.agreement.intervals import Axis, Runs
from coder.agreement.label_sets import SetMeetings, Words
from coder.agreement.results import Bools, Floats, Ints
from coder.agreement.tables import distinct, toggled

_CELLS = 1 << 22


@dataclass(frozen=True, slots=True)
class Pieces:
    """Stretches of text (or units) on which every coder's set of codes stands still.

    start, doc, length: int64 (n_pieces,), place on the axis, document, and positions of it.
    sets: uint64 (n_sets, n_words), the sets that occur as bits, the empty one included.
    state: per coder, where which set begins: places (rising, the first before all) and indices into sets.
    """

    start: Ints
    doc: Ints
    length: Ints
    sets: Words
    state: list[tuple[Ints, Ints]]


def set_meetings(runs: Runs, axis: Axis, covered: Bools, n_codes: int) -> SetMeetings:
    """How often which sets of codes were given and met; weights in positions of the axis.

    What a coder who covers a document left uncoded is the empty set there.
    """
    n_coders = covered.shape[1]
    pieces = pieces_of(runs, axis, n_coders, n_codes)
    n = len(pieces.sets)
    shared = covered.sum(axis=1)
    keep = np.flatnonzero(shared[pieces.doc] >= 2)
    place, doc, length = pieces.start[keep], pieces.doc[keep], pieces.length[keep]
    given = np.zeros(n, dtype=np.int64)
    keys: list[Ints] = []
    amounts: list[Floats] = []
    step = max(1, _CELLS // max(1, n_coders))
    for low in range(0, len(keep), step):
        at = slice(low, low + step)
        ids = np.where(covered[doc[at]], states_at(pieces.state, place[at], n_coders), n)
        piece, which, count = _tallies(ids, n)
        given += np.bincount(which, weights=length[at][piece] * count, minlength=n).astype(np.int64)
        key, met = _meetings(piece, which, count, length[at] / (shared[doc[at]] - 1), n)
        keys.append(key)
        amounts.append(met)
    found, met = _added(keys, amounts, n)
    return SetMeetings(pieces.sets, given, found // max(1, n), found % max(1, n), met)


def pieces_of(runs: Runs, axis: Axis, n_coders: int, n_codes: int) -> Pieces:
    """The pieces into which all ends of all runs cut the documents."""
    place, coder, index, members = _changes(runs, axis, n_codes)
    members = np.vstack([members.reshape(-1, n_codes), np.zeros((1, n_codes), dtype=np.bool_)])
    empty = int(np.flatnonzero(~members.any(axis=1))[0])
    bounds = np.searchsorted(coder, np.arange(n_coders + 1))
    state = []
    for who in range(n_coders):
        own = slice(bounds[who], bounds[who + 1])
        state.append((np.append(-1, place[own]), np.append(empty, index[own])))
    cuts = np.unique(np.concatenate([place, axis.offset, np.array([axis.size])]))
    start = cuts[:-1]
    doc = axis.documents_at(start)
    # The gap after a document is no text.
    length = np.minimum(cuts[1:], axis.offset[doc] + axis.length[doc]) - start
    real = length > 0
    return Pieces(start[real], doc[real], length[real], _as_words(members), state)


def _changes(runs: Runs, axis: Axis, n_codes: int) -> tuple[Ints, Ints, Ints, Bools]:
    """Where which coder's set changes, and to which: place, coder, index into the sets (bool, n_sets x n_codes)."""
    coder = np.concatenate([runs.coder, runs.coder])
    code = np.concatenate([runs.code, runs.code])
    place = np.concatenate([runs.start, runs.end])
    position_bits, code_bits = axis.size.bit_length(), max(1, (n_codes - 1).bit_length())
    events = (((coder << position_bits) | place) << code_bits) | code
    events.sort()
    index, members = toggled(events & ((1 << code_bits) - 1), n_codes)
    rest = events >> code_bits
    # Of several ends at one place, the set after the last is the one that holds.
    last = np.append(rest[1:] != rest[:-1], np.ones(min(1, len(rest)), dtype=np.bool_))
    rest = rest[last]
    return rest & ((1 << position_bits) - 1), rest >> position_bits, index[last], members


def _as_words(members: Bools) -> Words:
    n, codes = members.shape
    padded = np.zeros((n, -(-max(1, codes) // 64) * 64), dtype=np.uint8)
    padded[:, :codes] = members
    return np.packbits(padded, axis=1, bitorder="little").view(np.uint64)


def states_at(state: list[tuple[Ints, Ints]], place: Ints, n_coders: int) -> Ints:
    """Index of the set of every coder at every place: int64 (n_places, n_coders)."""
    out = np.empty((len(place), n_coders), dtype=np.int64)
    for who, (begins, index) in enumerate(state):
        out[:, who] = index[np.searchsorted(begins, place, side="right") - 1]
    return out


def _tallies(ids: Ints, missing: int) -> tuple[Ints, Ints, Ints]:
    """(piece, set, coders who gave it), one row for every set that occurs on a piece, in order of pieces."""
    ids.sort(axis=1)
    first = np.ones(ids.shape, dtype=np.bool_)
    first[:, 1:] = ids[:, 1:] != ids[:, :-1]
    flat = np.flatnonzero(first)
    count = np.diff(flat, append=ids.size)
    which = ids.reshape(-1)[flat]
    real = which < missing
    return flat[real] // ids.shape[1], which[real], count[real]


def _meetings(piece: Ints, which: Ints, count: Ints, weight: Floats, n: int) -> tuple[Ints, Floats]:
    """Keys a * n + b (a < b) and the sums of weight x coders with a x coders with b over pieces."""
    keys, amounts = [], []
    ahead = 1
    while True:
        # Sets of one piece stand in a row, smallest first: each meets those `ahead` of it.
        near = np.flatnonzero(piece[ahead:] == piece[:-ahead])
        if len(near) == 0:
            break
        keys.append(which[near] * n + which[near + ahead])
        amounts.append(count[near] * count[near + ahead] * weight[piece[near]])
        ahead += 1
    return _added(keys, amounts, n)


def _added(keys: list[Ints], amounts: list[Floats], n: int) -> tuple[Ints, Floats]:
    if not keys:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    key, amount = np.concatenate(keys), np.concatenate(amounts)
    found, index = distinct(key, n * n)
    return found, np.bincount(index, weights=amount, minlength=len(found)).astype(np.float64)

