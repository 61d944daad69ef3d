"""Which sets of codes the coders gave to the same text, over all codes at once.

For every coder one sweep over all codes says which set holds where; laid over one another they cut the text into
pieces on which every coder's set stands still, and a piece adds its length to the sets that meet there.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    pieces = pieces_of(runs, axis, covered.shape[1], n_codes)
    n = len(pieces.sets)
    coders = covered.sum(axis=1)
    given = np.zeros(n, dtype=np.int64)
    keys: list[Ints] = []
    amounts: list[Floats] = []
    for at, piece, which, count in tallies_of(pieces, covered):
        length = pieces.length[at]
        given += np.bincount(which, weights=length[piece] * count, minlength=n).astype(np.int64)
        met = list(meetings_in(piece, which, count, length / (coders[pieces.doc[at]] - 1)))
        key, amount = _added([first * n + second for _, first, second, _ in met], [m for *_, m in met], n)
        keys.append(key)
        amounts.append(amount)
    found, amount = _added(keys, amounts, n)
    return SetMeetings(pieces.sets, given, found // max(1, n), found % max(1, n), amount)


def tallies_of(pieces: Pieces, covered: Bools) -> Iterator[tuple[Ints, Ints, Ints, Ints]]:
    """Which sets how many coders gave, a slice of the pieces that two coders cover at a time.

    Yields the indices of the slice's pieces, and three equal arrays, one row for every set that occurs on a piece:
    place of the piece in the slice (rising), index of the set (rising within a piece), coders who gave it.
    """
    n_coders = covered.shape[1]
    keep = np.flatnonzero(covered.sum(axis=1)[pieces.doc] >= 2)
    step = max(1, _CELLS // max(1, n_coders))
    for low in range(0, len(keep), step):
        at = keep[low : low + step]
        states = states_at(pieces.state, pieces.start[at], n_coders)
        yield at, *_tallies(np.where(covered[pieces.doc[at]], states, len(pieces.sets)), len(pieces.sets))


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


def meetings_in(
    piece: Ints, which: Ints, count: Ints, weight: Floats
) -> Iterator[tuple[Ints, Ints, Ints, Floats]]:
    """Every two different sets that meet on a piece, from the rows of `tallies_of`; weight: one per piece.

    Yields, several times: rows of the first set, the first set, the second (first < second), and
    weight x coders with the first x coders with the second.
    """
    ahead = 1
    while True:
        # Sets of one piece stand in a row, smallest first: each meets those `ahead` of it.
        near = np.flatnonzero(piece[ahead:] == piece[:-ahead])
        if len(near) == 0:
            return
        met = count[near] * count[near + ahead] * weight[piece[near]]
        yield near, which[near], which[near + ahead], met
        ahead += 1


def _added(keys: list[Ints], amounts: list[Floats], n: int) -> tuple[Ints, Floats]:
    if not keys:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    key, amount = np.concatenate(keys), np.concatenate(amounts)
    found, index = distinct(key, n * n)
    return found, np.bincount(index, weights=amount, minlength=len(found)).astype(np.float64)

