"""Texts that are nearly the same: sketches of their word sequences, compared without reading the texts again.

Each run of four words is hashed; the 256 smallest hashes stand for the text (bottom-k sketch, Broder 1997; Cohen &
Kaplan 2007). The share of common hashes among the 256 smallest of two texts together estimates how much of all runs
in both they share. A sketch is 2 kB, whatever the text.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

SIZE = 256
RUN = 4  # words in a run
FEWEST = 8  # a text of fewer words is too short to be nearly another
NEARLY = 0.7  # the share from which two texts are told as nearly the same
_CROWD = 40  # texts that one hash may lead to: what more texts share is a standing phrase

# scripts without blanks between words are compared by characters
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], np.uint64)

Sketch = npt.NDArray[np.uint64]
K = TypeVar("K", bound=Hashable)


def sketch(text: str) -> Sketch:
    """The smallest hashes of the text's runs of words, rising, at most SIZE; none for a text that is too short.

    Case, blanks and punctuation do not count.
    """
    known: dict[str, int] = {}
    words = _WORD.findall(unicodedata.normalize("NFC", text).casefold())
    if len(words) < FEWEST:
        return np.empty(0, np.uint64)
    for word in set(words):
        known[word] = zlib.crc32(word.encode("utf-8", "replace"))
    codes = np.fromiter((known[word] for word in words), np.uint64, len(words))
    runs = np.zeros(len(codes) - RUN + 1, np.uint64)
    for place, factor in enumerate(_FACTORS):
        runs ^= _mixed((codes[place : place + len(runs)] + np.uint64(place + 1)) * factor)
    found: Sketch = np.unique(_mixed(runs))[:SIZE]
    return found


def _mixed(values: Sketch) -> Sketch:
    """SplitMix64's last step: near numbers become far ones."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Sketch = values ^ (values >> np.uint64(31))
    return mixed


def share(one: Sketch, other: Sketch) -> float:
    """How much two texts have in common, from 0 to 1: an estimate, within 0.06 or so."""
    if not len(one) or not len(other):
        return 0.0
    together = np.sort(np.concatenate((one, other)))
    twice = np.flatnonzero(together[1:] == together[:-1])
    different = min(SIZE, len(together) - len(twice))
    # a hash of both stands at its place among the different ones: as many of those before it stand twice as were met
    return int(np.count_nonzero(twice - np.arange(len(twice)) < SIZE)) / different


@dataclass(slots=True)
class Sketches(Generic[K]):
    """Texts that can be asked for the one most like another."""

    _by_key: dict[K, Sketch] = field(default_factory=dict)
    _by_hash: dict[int, list[K]] = field(default_factory=dict)

    def add(self, key: K, drawn: Sketch) -> None:
        self._by_key[key] = drawn
        for value in drawn.tolist():
            there = self._by_hash.setdefault(value, [])
            if len(there) < _CROWD:
                there.append(key)

    def nearest(self, drawn: Sketch) -> tuple[K, float] | None:
        """The most alike text and its share, if it is nearly the same."""
        met: Counter[K] = Counter()
        for value in drawn.tolist():
            met.update(self._by_hash.get(value, ()))
        best: tuple[K, float] | None = None
        for key, _ in met.most_common(5):
            found = share(drawn, self._by_key[key])
            if found >= NEARLY and (best is None or found > best[1]):
                best = key, found
        return best
