"""Which ways of writing count as the same: case, accents, ё/е, Arabic and Hebrew signs; as text and as patterns.

A text is never rewritten to be searched. The words looked for become a pattern that takes every way of writing them,
so that what it finds are places of the text as it stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

SOFT_HYPHEN = "\u00ad"
_MARK = range(0x300, 0x370)  # accents that stand apart from their letter
_ALEF_MARKS = "\u0653\u0654\u0655"  # part of a letter anywhere else
_SIGNS = regex.compile(  # vowel signs, tatweel, cantillation: what Arabic and Hebrew mostly leave out
    "[\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]"
)
_SIGNED = regex.compile(r"[\p{Script=Arabic}\p{Script=Hebrew}]")
_CYRILLIC = regex.compile(r"\p{Script=Cyrillic}")
_TYPED = {"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"}  # as keyboards write them
_ALIKE = {"ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H",
          "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ı": "i", "þ": "th", "Þ": "TH"}  # fmt: skip
_ARABIC_ALIKE = {"ٱ": "ا", "ی": "ي", "ى": "ي", "ک": "ك"}
# Where letters with case or signs on them stand.
_LETTERED = (
    (0x21, 0x590), (0x5D0, 0x700), (0x10A0, 0x1100), (0x13A0, 0x1400), (0x1C80, 0x1CC0), (0x1E00, 0x2000),
    (0x2010, 0x201A), (0x2126, 0x212C), (0x2160, 0x2180), (0x24B6, 0x24EA), (0x2C00, 0x2E00), (0xA640, 0xA7FF),
    (0xAB30, 0xABC0), (0xFB00, 0xFE00), (0xFE70, 0xFF00), (0xFF21, 0xFF5B), (0x10400, 0x10500),
)  # fmt: skip
_MOST_TILINGS = 64  # ways in which a run of letters such as “sssss” may be written with ß


@dataclass(frozen=True, slots=True)
class Folding:
    """What is ignored. accents: é=e, ß=ss, ø=o and ligatures. yo: ё=е. signs: Arabic and Hebrew vowel signs,
    tatweel, forms of alef and yeh. A soft hyphen within a word is always passed over; straight and round apostrophes
    are the same.
    """

    case: bool = True
    accents: bool = False
    yo: bool = True
    signs: bool = True


def fold(text: str, how: Folding) -> str:
    """The text with all that is ignored taken out of it; runs of blanks made one. For short texts."""
    made: list[str] = []
    base = ""
    for sign in text:
        if sign.isspace():
            if made[-1:] != [" "]:
                made.append(" ")
            base = ""
            continue
        if how.signs and base and _SIGNS.match(sign) and _SIGNED.match(base):
            continue
        for part in _parts(sign, how):
            if _is_mark(part):
                if not _dropped(base, part, how):
                    made.append(part)
            else:
                made.append(part)
                base = part
    return "".join(made)


def _is_mark(sign: str) -> bool:
    return ord(sign) in _MARK or sign in _ALEF_MARKS


def _parts(sign: str, how: Folding) -> Iterator[str]:
    """One character as letter and marks, each folded; nothing if it is passed over."""
    if sign == SOFT_HYPHEN:
        return
    sign = _TYPED.get(sign, sign)
    code = ord(sign)
    if how.accents:
        sign = unicodedata.normalize("NFKC", sign) if 0xFB00 <= code <= 0xFB06 else _ALIKE.get(sign, sign)
    if how.signs and (0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF):
        sign = unicodedata.normalize("NFKC", sign)
    if not 0xAC00 <= code <= 0xD7A3:
        sign = unicodedata.normalize("NFD", sign)
    for part in sign:
        if how.signs:
            part = _ARABIC_ALIKE.get(part, part)
        yield _one_case(part) if how.case else part


@cache
def _one_case(sign: str) -> str:
    for folded in (sign.casefold(), sign.lower()):
        if len(folded) == 1:
            return folded
    return sign


def _dropped(base: str, mark: str, how: Folding) -> bool:
    """Whether a mark on a letter is ignored. й and ї are letters of their own; stress marks are not."""
    if mark in _ALEF_MARKS:
        return how.signs and base == "ا"
    if base and _CYRILLIC.match(base):
        return (how.yo and mark == "\u0308" and base in "еЕ") or (how.accents and mark in "\u0300\u0301")
    return how.accents


@cache
def _written_as(how: Folding) -> dict[str, str]:
    """Folded letters (one or several) -> all single characters that fold to them."""
    found: dict[str, str] = {}
    for first, end in _LETTERED:
        for code in range(first, end):
            sign = chr(code)
            if folded := fold(sign, how):
                found[folded] = found.get(folded, "") + sign
    return found


@dataclass(frozen=True, slots=True)
class Token:
    """A letter of what is looked for, folded, with the marks that count.

    plain: every way to write it is one character, the same but for case. letter: such a character.
    """

    folded: str
    pattern: str
    plain: bool
    letter: str


def tokens_of(words: str, how: Folding) -> list[Token]:
    """The letters of words without blanks, each with a pattern that takes all ways of writing it."""
    folded = fold(words, how)
    pieces: list[str] = []
    for sign in folded:
        if pieces and _is_mark(sign):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return _tiled([_token(piece, how) for piece in pieces], how)


def _token(piece: str, how: Folding) -> Token:
    ways = _written_as(how).get(piece, "") or piece[:1] * (len(piece) == 1)
    letter = unicodedata.normalize("NFC", piece)
    alternatives = [_class(ways)] if ways else []
    for n in range(len(piece) - 1, 0, -1):  # some of the marks in one character with the letter, the rest behind it
        base = _written_as(how).get(piece[:n], piece[0] if n == 1 else "")
        if base:
            alternatives.append(_class(base) + regex.escape(piece[n:]))
    pattern = alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"
    plain = len(letter) == 1 and bool(ways) and all(_same_but_case(letter, way, how.case) for way in ways)
    return Token(piece, pattern, plain, letter)


@cache
def _same_but_case(letter: str, other: str, case: bool) -> bool:
    """As the library sees it, which looks for the letter."""
    flags = regex.IGNORECASE if case else 0
    return regex.fullmatch(regex.escape(letter), other, flags) is not None


def _tiled(tokens: list[Token], how: Folding) -> list[Token]:
    """Runs of letters that are also written as one (ss as ß) made one token with all their ways."""
    table, n = _written_as(how), len(tokens)
    joins: dict[tuple[int, int], str] = {}
    for i in range(n):
        for j in range(i + 2, min(n, i + 3) + 1):
            if ways := table.get("".join(t.folded for t in tokens[i:j])):
                joins[i, j] = _class(ways)
    made: list[Token] = []
    at = 0
    while at < n:
        end = at + 1
        for i, j in sorted(joins):
            if i < end and at <= i:
                end = max(end, j)
        if end == at + 1:
            made.append(tokens[at])
        else:
            folded = "".join(t.folded for t in tokens[at:end])
            gap = between(folded, how)
            written = sorted({gap.join(way) for way in _tilings(tokens, joins, at, end)})
            made.append(Token(folded, f"(?:{'|'.join(written)})", False, ""))
        at = end
    return made


def _tilings(
    tokens: list[Token], joins: dict[tuple[int, int], str], at: int, end: int
) -> Iterable[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    open_: list[tuple[int, tuple[str, ...]]] = [(at, ())]
    while open_ and len(found) < _MOST_TILINGS:
        place, way = open_.pop()
        if place == end:
            found.append(way)
            continue
        for (i, j), pattern in joins.items():
            if i == place and j <= end:
                open_.append((j, (*way, pattern)))
        open_.append((place + 1, (*way, tokens[place].pattern)))
    return found


def between(folded: str, how: Folding, *, last: bool = False) -> str:
    """The pattern of what may stand, and is passed over, behind a letter. last: behind the last one of a word."""
    passed = "" if last else SOFT_HYPHEN
    base = folded[:1] if len(folded) == 1 else next((s for s in reversed(folded) if not _is_mark(s)), "")
    if _CYRILLIC.match(base):
        passed += "\u0308" if how.yo and base in "еЕ" else ""
        passed += "\u0300\u0301" if how.accents else ""
    elif how.accents and base:
        passed += "\u0300-\u036f"
    if how.signs and _SIGNED.match(base):
        passed += _SIGNS.pattern[1:-1]
        passed += _ALEF_MARKS if base == "ا" else ""
    return f"[{passed}]*+" if passed else ""


def _class(signs: str) -> str:
    return regex.escape(signs) if len(signs) == 1 else "[" + "".join(regex.escape(sign) for sign in signs) + "]"


def apart(words: str, how: Folding, encoded: bytes) -> bool:
    """May a text (as UTF-8) hold marks that stand apart from their letter, where these words need to know?"""
    if b"\xcc" in encoded or b"\xcd" in encoded or b"\xc2\xad" in encoded:
        return True
    return how.signs and _SIGNED.search(words) is not None
