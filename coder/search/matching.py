"""Finding words in one text: as written, as whole words, in all their forms, or by a regular expression. Pure.

Places are code points of the text itself, half-open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import regex

from coder.errors import SearchError
from coder.search.folding import Folding, Token, apart, between, fold, tokens_of
from coder.search.stems import common_start, language_of_word, stem
from coder.sentences import sentence
from coder.spans import Span
from coder.units import paragraph_at, sentence_at

KINDS = ("text", "word", "forms", "regex")
NEAR = ("", "sentence", "paragraph")
_LOOSE = Folding(case=True, accents=True, yo=True, signs=True)  # for the beginnings of word forms
_TURKISH = ("İ".encode(), "ı".encode())  # for the library these are cases of i, for us letters of their own
_PATIENCE = 5.0  # seconds that a regular expression may take in one text

_WORDLIKE = r"[\p{L}\p{N}\p{M}_]"
_UNSPACED = regex.compile(r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}]")
_REST = r"[\p{L}\p{N}\p{M}\u00ad\u0640]*+"  # the end of a word
_ANY = r"[\p{L}\p{N}\p{M}\u00ad\u0640]*?"  # the beginning or middle of one


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    kind: text (anywhere), word (whole words; * stands for the rest of one), forms (the words in all their forms),
    regex. In the first three, blanks stand for any blanks and line breaks, and | for "or". near: "" for the words as
    a phrase, else all of them in one sentence or paragraph. language: two letters; "" as the text's own.
    """

    words: str
    kind: str = "text"
    folding: Folding = field(default_factory=Folding)
    near: str = ""
    language: str = ""

    @property
    def empty(self) -> bool:
        return not self.words.strip() or (self.kind != "regex" and not self.words.replace("|", "").strip("* \t\n"))


# Where a search stands in a text: (text, its UTF-8, from where, to where) -> spans, ascending.
Scan = Callable[[str, bytes, int, int], Iterator[Span]]


@dataclass(frozen=True, slots=True)
class Matcher:
    """A query made ready for any number of texts."""

    query: Query
    _scans: dict[str, Scan] = field(default_factory=dict)

    def find(self, text: str, encoded: bytes | None = None, *, language: str = "") -> Iterator[Span]:
        """Where it stands in a text, ascending, without overlap. encoded: its UTF-8, if it is at hand.

        language: of the text, for word forms. Raises SearchError when a regular expression takes too long.
        """
        return self._scan(language)(text, text.encode() if encoded is None else encoded, 0, len(text))

    def find_within(self, text: str, start: int, end: int, *, language: str = "") -> Iterator[Span]:
        """What stands wholly in a stretch of a text."""
        # For so short a stretch all ways of writing are looked for.
        return self._scan(language)(text, b"\xcc", start, end)

    def _scan(self, language: str) -> Scan:
        known = self.query.language or language
        if known not in self._scans:
            self._scans[known] = _scan_of(self.query, known)
        return self._scans[known]


def matcher(query: Query) -> Matcher:
    """Raises SearchError, with the position, for an expression that cannot be read."""
    made = Matcher(query)
    made._scan(query.language)
    return made


def _scan_of(query: Query, language: str) -> Scan:
    if query.empty:
        return lambda text, encoded, start, end: iter(())
    if query.kind == "regex":
        return _expression(query.words, query.folding.case)
    how = query.folding
    split = ([w for w in way.split() if fold(w.strip("*"), how)] for way in query.words.split("|"))
    ways = [way for way in split if way]
    if query.near:
        return _united([_together(way, query, language) for way in ways])
    return _united([_phrase(way, query, language) for way in ways])


def _expression(pattern: str, ignore_case: bool) -> Scan:
    compiled = _compiled(pattern, ignore_case)

    def scan(text: str, _encoded: bytes, start: int, end: int) -> Iterator[Span]:
        try:
            for found in compiled.finditer(text, start, end, timeout=_PATIENCE, concurrent=True):
                if found.end() > found.start():
                    yield Span(*found.span())
        except TimeoutError:
            raise SearchError(
                "That expression takes too long on these texts.", "Make it say more exactly what it looks for."
            ) from None

    return scan


# what the library says most often, so that it can be retold
_MISTAKES = {str(words): words for words in (
    sentence("missing )"), sentence("missing >"), sentence("unterminated character set"), sentence("nothing to repeat"),
    sentence("multiple repeat"), sentence("bad escape (end of pattern)"), sentence("unknown property"),
    sentence("min repeat greater than max repeat"), sentence("unknown group"), sentence("bad character range"),
    sentence("unknown extension"), sentence("unbalanced parenthesis"), sentence("bad character in group name"),
    sentence("invalid group reference"), sentence("undefined character name"),
)}  # fmt: skip


def _compiled(pattern: str, ignore_case: bool) -> Any:
    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    try:
        return regex.compile(pattern, flags)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        at = getattr(error, "pos", None)
        why = str(getattr(error, "msg", error))
        why = _MISTAKES.get(why, why)
        if at is None:
            raise SearchError(sentence("That expression cannot be read: {why}.", why=why)) from error
        raise SearchError(
            sentence("That expression cannot be read at character {n}: {why}.", n=at + 1, why=why),
            "Mend it there.",
            position=at,
        ) from error


# -- one phrase -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Phrase:
    """full: takes every way of writing it. anchor: some letters of it that are quick to look for, which stand
    `before` characters behind its beginning; None if there are none. accept: the last word on a find. exact: the
    anchor is the whole of it.
    """

    words: str
    how: Folding
    full: Any
    anchor: Any
    before: int
    letters: str
    accept: Callable[[Any], bool] | None
    exact: bool

    def scan(self, text: str, encoded: bytes, start: int, end: int) -> Iterator[Span]:
        if self.anchor is None or apart(self.words, self.how, encoded):
            for found in self.full.finditer(text, start, end, concurrent=True):
                if self.accept is None or self.accept(found):
                    yield Span(*found.span())
            return
        if self.exact and not (self.how.case and any(sign in encoded for sign in _TURKISH)):
            for found in self.anchor.finditer(text, start, end, concurrent=True):
                yield Span(*found.span())
            return
        last = start
        for place in self._anchors(text, start, end):
            if place - self.before < last:
                continue
            found = self.full.match(text, place - self.before, end)
            if found is not None and (self.accept is None or self.accept(found)):
                last = found.end()
                yield Span(*found.span())

    def _anchors(self, text: str, start: int, end: int) -> Iterator[int]:
        if not self.how.case:
            at = text.find(self.letters, start, end)
            while at >= 0:
                yield at
                at = text.find(self.letters, at + 1, end)
            return
        for found in self.anchor.finditer(text, start, end, overlapped=True, concurrent=True):
            yield found.start()


def _phrase(words: list[str], query: Query, language: str) -> Scan:
    how = query.folding
    if query.kind == "text":
        parts = [tokens_of(word, how) for word in words]
        pattern = r"\s+".join(_spelled(tokens, how) for tokens in parts)
        return _ready(" ".join(words), how, pattern, parts, None)
    patterns, stems, parts = [], {}, []
    for n, word in enumerate(words):
        spelled, tokens, wanted = _word(word, query, language)
        patterns.append(f"(?P<w{n}>{spelled})")
        parts.append(tokens)
        if wanted is not None:
            stems[f"w{n}"] = wanted
    pattern = r"\s+".join(patterns)
    accept = (lambda found: all(_has_stem(found[g], s) for g, s in stems.items())) if stems else None
    loose = _LOOSE if stems else how
    whole = (_edge(words[0][:1], "<!"), _edge(words[0][-1:], "!")) if not stems and "*" not in words[0] else None
    return _ready(" ".join(words), loose, pattern, parts, accept, whole)


def _has_stem(word: str, wanted: tuple[str, str]) -> bool:
    language, common = wanted
    return stem(word, language) == common


def _word(word: str, query: Query, language: str) -> tuple[str, list[Token], tuple[str, str] | None]:
    """A whole word as a pattern, its first letters, and for word forms its language and stem."""
    how = query.folding
    if query.kind == "forms" and "*" not in word:
        rules = language_of_word(word, language)
        if rules:
            start = common_start(word, rules)
            tokens = tokens_of(start, _LOOSE)
            # Arabic puts the article and the like before the stem, and letters within.
            behind = start if rules != "ar" else ""
            spelled = _spelled(tokens, _LOOSE) if behind else r"\p{Script=Arabic}"
            bounded = f"(?<!{_WORDLIKE}){spelled}{_REST}"
            return bounded, tokens if behind else [], (rules, stem(word, rules))
    pieces = word.split("*")
    parts = [tokens_of(piece, how) if piece else [] for piece in pieces]
    spelled = _ANY.join(_spelled(tokens, how) for tokens in parts[:-1])
    if len(parts) > 1:
        spelled += _REST if not parts[-1] else _ANY + _spelled(parts[-1], how)
    else:
        spelled = _spelled(parts[0], how)
    return _edge(word[:1], "<!") + spelled + _edge(word[-1:], "!"), parts[0], None


def _edge(sign: str, way: str) -> str:
    """Asks for an edge of a word; not at signs that are no letters, nor in scripts without blanks."""
    free = sign != "*" and (not regex.match(_WORDLIKE, sign) or _UNSPACED.match(sign) is not None)
    return "" if free else f"(?{way}{_WORDLIKE})"


def _spelled(tokens: list[Token], how: Folding) -> str:
    made = [t.pattern + between(t.folded, how, last=n == len(tokens)) for n, t in enumerate(tokens, 1)]
    return "".join(made)


def _ready(
    words: str,
    how: Folding,
    pattern: str,
    parts: list[list[Token]],
    accept: Callable[[Any], bool] | None,
    edges: tuple[str, str] | None = ("", ""),
) -> Scan:
    """edges: what stands before and behind the letters of a single word in its pattern; None if it has more in it."""
    before, letters = _anchor(parts[0])
    exact = len(parts) == 1 and edges is not None and len(letters) == len(parts[0]) > 0
    front, back = edges if exact and edges else ("", "")
    flags = regex.IGNORECASE if how.case else 0
    anchor = regex.compile(front + regex.escape(letters) + back, flags) if letters else None
    return _Phrase(words, how, regex.compile(pattern), anchor, before, letters, accept, exact).scan


def _anchor(tokens: list[Token]) -> tuple[int, str]:
    """The longest run of plain letters, and how many characters stand before it; "" if it would be no help."""
    best, run = (0, ""), (0, "")
    for n, token in enumerate(tokens):
        if len(token.letter) != 1:
            break  # from here on the distance is not known
        run = (run[0], run[1] + token.letter) if token.plain else (n + 1, "")
        if len(run[1]) > len(best[1]):
            best = run
    return best if best[1] else (0, "")


# -- several together -------------------------------------------------------------------------


def _united(scans: list[Scan]) -> Scan:
    """What any of them finds; of two that overlap the first, then the longer."""
    if len(scans) == 1:
        return scans[0]

    def scan(text: str, encoded: bytes, start: int, end: int) -> Iterator[Span]:
        found = sorted((s for each in scans for s in each(text, encoded, start, end)), key=lambda s: (s[0], -s[1]))
        last = -1
        for span in found:
            if span.start >= last:
                last = span.end
                yield span

    return scan


def _together(words: list[str], query: Query, language: str) -> Scan:
    """From the first to the last of the words, where all stand in one sentence or paragraph."""
    scans = [_phrase([word], query, language) for word in words]
    unit_at = sentence_at if query.near == "sentence" else paragraph_at

    def scan(text: str, encoded: bytes, start: int, end: int) -> Iterator[Span]:
        found = sorted((list(each(text, encoded, start, end)) for each in scans), key=len)
        if not found[0]:
            return
        units = sorted({unit_at(text, span.start) for span in found[0]})
        places = [0] * len(found)
        for unit in units:
            inside: list[Span] = []
            for n, spans in enumerate(found):
                while places[n] < len(spans) and spans[places[n]].start < unit.start:
                    places[n] += 1
                at = places[n]
                while at < len(spans) and spans[at].end <= unit.end:
                    at += 1
                if at == places[n]:
                    inside = []
                    break
                inside += spans[places[n] : at]
            if inside:
                yield Span(min(s.start for s in inside), max(s.end for s in inside))

    return scan
