"""Two texts of one source compared: which runs of the old one stand in the new one. Pure.

Lines that occur once in both are held on to first, then words within what changed between them: so a map of two
editions of a long text takes time by what changed, not by its length squared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import regex

from coder.spans import TextMap

# scripts that write no blanks between words
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_TOKEN = regex.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])\w)+|\s+|[^\w\s]")
_LINE = regex.compile(r"[^\n]*\n|[^\n]+")
_DEAR = 4_000_000  # pairs of pieces up to which all are compared with all

Block = tuple[int, int, int]  # place in the one, place in the other, how many


def map_between(old: str, new: str) -> TextMap:
    """The map from the old text to the new one, over code points.

    What stands in both in the same order is kept; runs without a letter or digit between two changes are not, as a
    comma says nothing about where a passage went.
    """
    kept = list(_by(_LINE, old, new, 0, 0))
    pieces: list[Block] = []
    at_old = at_new = 0
    for old_start, new_start, length in [*kept, (len(old), len(new), 0)]:
        within = _by(_TOKEN, old[at_old:old_start], new[at_new:new_start], at_old, at_new)
        pieces += [b for b in within if any(c.isalnum() for c in old[b[0] : b[0] + b[2]])]
        if length:
            pieces.append((old_start, new_start, length))
        at_old, at_new = old_start + length, new_start + length
    return TextMap(tuple(_joined(_grown(old, new, pieces))))


def letters_between(old: str, new: str) -> TextMap:
    """The map from a few old words to those that correct them, by single characters.

    The first character stands for the first and the last for the last, whatever they are: so what stood on the old
    words stands on the new ones. A single old character stands for all that come in its place.
    """
    if not old or not new:
        return TextMap(())
    if len(old) == 1:
        return TextMap(((0, 0, 1),), {0: len(new)} if len(new) > 1 else {})
    inner = [(i + 1, j + 1, n) for i, j, n in _blocks(old[1:-1], new[1:-1])]
    last = [(len(old) - 1, len(new) - 1, 1)] if len(old) > 1 and len(new) > 1 else []
    return TextMap(tuple(_joined([(0, 0, 1), *inner, *last])))


def _grown(old: str, new: str, pieces: Sequence[Block]) -> list[Block]:
    """Each piece with what follows it alike in both texts, up to the next: the full stop behind a kept sentence."""
    grown: list[Block] = []
    for n, (i, j, length) in enumerate(pieces):
        next_old, next_new = pieces[n + 1][:2] if n + 1 < len(pieces) else (len(old), len(new))
        while i + length < next_old and j + length < next_new and old[i + length] == new[j + length]:
            length += 1
        grown.append((i, j, length))
    return grown


def _by(token: regex.Pattern[str], old: str, new: str, from_old: int, from_new: int) -> Iterator[Block]:
    """Kept runs of characters, found by comparing the texts cut into tokens."""
    one, other = token.findall(old), token.findall(new)
    starts, ends = _offsets(one, from_old), _offsets(other, from_new)
    for i, j, n in _blocks(one, other):
        yield starts[i], ends[j], starts[i + n] - starts[i]


def _offsets(tokens: Sequence[str], start: int) -> list[int]:
    found = [start]
    for token in tokens:
        found.append(found[-1] + len(token))
    return found


def _blocks(one: Sequence[str], other: Sequence[str]) -> list[Block]:
    """Runs of equal tokens, ascending in both."""
    found: list[Block] = []
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        a, b, c, d = waiting.pop()
        head = 0
        while a + head < b and c + head < d and one[a + head] == other[c + head]:
            head += 1
        if head:
            found.append((a, c, head))
        a, c = a + head, c + head
        tail = 0
        while a < b - tail and c < d - tail and one[b - tail - 1] == other[d - tail - 1]:
            tail += 1
        if tail:
            found.append((b - tail, d - tail, tail))
        b, d = b - tail, d - tail
        if a == b or c == d:
            continue
        if anchors := _anchors(one[a:b], other[c:d]):
            at_a, at_c = a, c
            for i, j in anchors:
                waiting.append((at_a, a + i, at_c, c + j))
                at_a, at_c = a + i, c + j
            waiting.append((at_a, b, at_c, d))
        elif (b - a) * (d - c) <= _DEAR:
            same = SequenceMatcher(None, one[a:b], other[c:d], autojunk=False).get_matching_blocks()
            found += [(a + m.a, c + m.b, m.size) for m in same if m.size]
    return sorted(found)


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Places of tokens that occur once in both, the longest run of them that ascends in both ("patience")."""
    count_one, count_other = Counter(one), Counter(other)
    place = {token: n for n, token in enumerate(other) if count_other[token] == 1}
    pairs = [(n, place[token]) for n, token in enumerate(one) if count_one[token] == 1 and token in place]
    ends: list[int] = []  # the smallest last place of an ascending run of each length
    last: list[int] = []
    before: list[int] = []
    for n, (_, j) in enumerate(pairs):
        k = bisect_left(ends, j)
        before.append(last[k - 1] if k else -1)
        if k == len(ends):
            ends.append(j)
            last.append(n)
        else:
            ends[k], last[k] = j, n
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _joined(pieces: Sequence[Block]) -> list[Block]:
    """Pieces that touch in both texts made one."""
    joined: list[Block] = []
    for old, new, length in pieces:
        if joined:
            old0, new0, length0 = joined[-1]
            if (old0 + length0, new0 + length0) == (old, new):
                joined[-1] = (old0, new0, length0 + length)
                continue
        joined.append((old, new, length))
    return joined
