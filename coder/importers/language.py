"""Which language a text is written in, said only when it is sure: by script, by letters, by small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from coder.importers.language_words import LETTERS, SMALL

_SAMPLE = 20_000
_FEWEST = 40  # letters; less tells nothing
_A_LETTER = 0.5  # what a letter that a language does not have counts against it, beside a small word's 1
_BASE = {  # what all languages of a script may have; the letters of single ones are taken out of it
    "latin": "abcdefghijklmnopqrstuvwxyz",
    "cyrillic": "".join(map(chr, range(0x430, 0x450))),
    "arabic": "".join(map(chr, range(0x620, 0x64B))),
}
_DOUBT = 0.4  # what is left of it by each sign more for one language than for another
_TWINS = frozenset({"hr", "id", "ms"})  # written nearly as another one is: Bosnian and Serbian, Malay
_NOT_APART = 0.7
SURE = 0.8

_SCRIPTS = {
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "arabic": re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    "hebrew": re.compile("[\u05d0-\u05ea]"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "han": re.compile("[\u3400-\u9fff]"),
    "kana": re.compile("[\u3041-\u30ff]"),
    "hangul": re.compile("[\uac00-\ud7a3]"),
    "armenian": re.compile("[\u0531-\u0587]"),
    "georgian": re.compile("[\u10d0-\u10fa]"),
    "thai": re.compile("[\u0e01-\u0e4e]"),
}
_ONE_LANGUAGE = {"hebrew": "he", "greek": "el", "hangul": "ko", "armenian": "hy", "georgian": "ka", "thai": "th"}

_YIDDISH = re.compile("[\u05f0-\u05f2]|\u05d0[\u05b7\u05b8]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Language:
    """code: ISO 639-1. confidence: from 0 to 1, of how far ahead of the next one it is."""

    code: str
    confidence: float


def language_of(text: str) -> Language | None:
    """The language of most of the text; None where there is too little of it, or nothing is known of its script."""
    sample = text[:_SAMPLE].casefold()
    letters = Counter({script: len(shape.findall(sample)) for script, shape in _SCRIPTS.items()})
    total = sum(letters.values())
    if letters["kana"] * 20 > letters["han"] + letters["kana"]:
        letters["kana"] += letters.pop("han")
    script, most = letters.most_common(1)[0]
    if script in ("han", "kana"):
        return Language("zh" if script == "han" else "ja", most / total) if total >= _FEWEST / 4 else None
    if total < (_FEWEST / 2 if script in _ONE_LANGUAGE else _FEWEST):
        return None
    of_all = most / total
    if script == "hebrew" and len(_YIDDISH.findall(sample)) * 100 > most:
        return Language("yi", of_all)
    if script in _ONE_LANGUAGE:
        return Language(_ONE_LANGUAGE[script], of_all)
    found = _by_words(sample, script)
    return Language(found.code, found.confidence * of_all) if found else None


def _by_words(sample: str, script: str) -> Language | None:
    """The language whose words and letters stand out from every other one's of the script."""
    words = Counter(word for word in _WORD.findall(sample) if _SCRIPTS[script].match(word))
    letters = Counter(_SCRIPTS[script].findall(sample))
    small = _small_words(script)
    there = set(words)
    met = {code: known & there for code, known in small.items()}  # a short text has few of them
    hits = {code: sum(words[word] for word in known) for code, known in met.items()}
    against = {code: _A_LETTER * sum(letters[c] for c in letters.keys() - _alphabet(script, code)) for code in small}
    best = max(small, key=lambda code: (hits[code] - against[code], code))
    if hits[best] < max(2, words.total() * 0.06):  # in running text every sixth word or more is a small one
        return None
    surest = 1.0
    for other in small:
        if other != best:
            own = sum(words[word] for word in met[best] - met[other]) + against[other]
            others = sum(words[word] for word in met[other] - met[best]) + against[best]
            surest = min(surest, _ahead(own, others))
    return Language(best, min(surest, _NOT_APART) if best in _TWINS else surest)


def _ahead(own: float, others: float) -> float:
    """How sure it is that the signs of one language outweigh those of another: by their share and their number."""
    if own <= others:
        return 0.0
    return float((1 - 0.6 * others / own) * (1 - _DOUBT ** (own - others)))


@cache
def _small_words(script: str) -> Mapping[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in SMALL[script].items()}


@cache
def _alphabet(script: str, code: str) -> frozenset[str]:
    """The letters of a language: those that all of its script have, and its own."""
    return frozenset(_BASE[script]) - frozenset("".join(LETTERS[script].values())) | frozenset(LETTERS[script][code])
