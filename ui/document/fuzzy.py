"""Finding a code by a few of its letters: over its path, its words and its definition."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from ui.document.keys import as_if_latin

_SEPARATORS = " ›>/-_.,:;()"


@dataclass(frozen=True, slots=True)
class CodeChoice:
    """A code as the palette offers it."""

    id: UUID
    path: str  # "Actor › Provinces"
    key: str = ""
    color: str = "#888888"
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    recent: int = 0  # 0: not used lately; 1: the last one used, 2: the one before, …

    @property
    def name(self) -> str:
        """The code's own name, the last of its path."""
        return self.path.rsplit(" › ", 1)[-1]


@lru_cache(maxsize=20_000)
def plain(words: str) -> str:
    """Words as they are compared: no case, no accents, ё as е."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def ranked(choices: Iterable[CodeChoice], typed: str) -> list[CodeChoice]:
    """The choices that the typed words fit, best first; recent ones before others where equally good.

    Every word must fit somewhere. What was typed with a Cyrillic layout on by mistake is understood as well.
    """
    kept = list(choices)
    words = plain(typed).split()
    found = _matching(kept, words)
    if not found and words:
        found = _matching(kept, plain(as_if_latin(typed)).split())
    found.sort(key=lambda scored: (-scored[0], scored[1].recent or 1_000, scored[2]))
    return [choice for _, choice, _ in found]


def _matching(choices: Sequence[CodeChoice], words: list[str]) -> list[tuple[float, CodeChoice, int]]:
    found = []
    for place, choice in enumerate(choices):
        scores = [_score(choice, word) for word in words]
        if all(scores):
            found.append((sum(scores), choice, place))
    return found


def _score(choice: CodeChoice, word: str) -> float:
    """How well one word fits, from 0 (not) up: key, begins the name, begins a word, within, scattered, defined so."""
    name, path = plain(choice.name), plain(choice.path)
    if choice.key and word == plain(choice.key):
        return 9.0
    if name.startswith(word):
        return 8.0 + len(word) / (len(name) + 1)
    if _begins_word(name, word):
        return 7.0
    if _begins_word(path, word):
        return 6.0
    if word in path:
        return 5.0
    if (spread := _scattered(path, word)) > 0:
        return 2.0 + 2.0 * spread
    return 1.0 if _begins_word(plain(choice.definition), word) else 0.0


def _begins_word(words: str, start: str) -> bool:
    at = words.find(start)
    while at >= 0:
        if at == 0 or words[at - 1] in _SEPARATORS:
            return True
        at = words.find(start, at + 1)
    return False


def _scattered(words: str, letters: str) -> float:
    """0 unless the letters stand in the words in this order, the first at the beginning of one; up to 1 if near."""
    best = 0.0
    for first, sign in enumerate(words):
        if sign != letters[0] or (first and words[first - 1] not in _SEPARATORS):
            continue
        at = first
        for letter in letters[1:]:
            at = words.find(letter, at + 1)
            if at < 0:
                break
        else:
            best = max(best, len(letters) / (at - first + 1))
    return best if len(letters) > 1 else 0.0
