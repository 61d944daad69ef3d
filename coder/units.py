"""Graphemes, words, sentences and paragraphs: one set of rules for the desk, for search and for agreement.

Unicode's text segmentation (UAX #29) with the properties of the regex library, whatever Python's own tables say:
- paragraph: a line with something on it, whole, without what ends it (LF or U+2029);
- sentence: a UAX #29 sentence within a paragraph, outer blanks cut; a blank one does not exist;
- word: a UAX #29 word with a letter or digit;
- grapheme: what a reader takes for one character.
Blank is what str.isspace says. Positions are code points, half-open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

from coder.errors import CoderError
from coder.sentences import sentence
from coder.spans import Span

UNITS = ("sentence", "paragraph", "word", "character", "document")

_PARAGRAPH_ENDS = "\n\u2029"
_LINE = regex.compile(rf"[^{_PARAGRAPH_ENDS}]*[^{_PARAGRAPH_ENDS}\s][^{_PARAGRAPH_ENDS}]*")
_WINDOW = 512  # characters looked at first around a position; widened as needed

# Pairs of regional indicators (flags) are taken one by one: the library counts back to the beginning of their row at
# each of them, which takes minutes on a long row.
_FLAG = r"[\U0001F1E6-\U0001F1FF]{2}[\p{GCB=Extend}\p{GCB=ZWJ}\p{GCB=SpacingMark}]*+"
_GRAPHEME = regex.compile(rf"{_FLAG}|\X", regex.DOTALL)

# The library's own word boundary is not quite that of UAX #29 (it breaks before a middle sign with a mark on it), so
# the rules stand here. A word is a run of letters, digits and Katakana held together by what joins them. One departure:
# the sign U+2139, a letter and a pictograph at once, is its own word behind a joiner that follows no letter.
_JOINED = r"[\p{WB=Extend}\p{WB=Format}\p{WB=ZWJ}]*+"  # WB4
_LETTER = r"[\p{WB=ALetter}\p{WB=Hebrew_Letter}]"
_MIDDLE = r"\p{WB=MidNumLet}\p{WB=Single_Quote}"
_CORE = rf"""(?: [\p{{WB=ALetter}}\p{{WB=Hebrew_Letter}}\p{{WB=Numeric}}]++ {_JOINED}                     # WB5, WB8-10
        (?: (?= [\p{{WB=MidLetter}}\p{{WB=MidNum}}{_MIDDLE}\p{{WB=Double_Quote}}] )
            (?: (?<= {_LETTER} {_JOINED[:-1]} ) [\p{{WB=MidLetter}}{_MIDDLE}] {_JOINED} (?= {_LETTER} )  # WB6, WB7
              | (?<= \p{{WB=Numeric}} {_JOINED[:-1]} ) [\p{{WB=MidNum}}{_MIDDLE}] {_JOINED}
                (?= \p{{WB=Numeric}} )                                                                   # WB11, WB12
              | (?<= \p{{WB=Hebrew_Letter}} {_JOINED[:-1]} ) \p{{WB=Double_Quote}} {_JOINED}
                (?= \p{{WB=Hebrew_Letter}} )                                                             # WB7b, WB7c
        ) )?+
    )++ | (?: \p{{WB=Katakana}} {_JOINED} )++                                                            # WB13
    """
_WORD_RULES = rf"""
    (?: (?: {_CORE} | (?= \p{{WB=ExtendNumLet}} ) )
        (?: (?: \p{{WB=ExtendNumLet}} {_JOINED} )++ (?: {_CORE} )?+ )*+                                  # WB13a, WB13b
        (?: (?<= \p{{WB=Hebrew_Letter}} {_JOINED[:-1]} ) \p{{WB=Single_Quote}} {_JOINED} )?+             # WB7a
      | %s )
    (?: (?<= \u200D ) (?! \p{{L}} ) \p{{Extended_Pictographic}} {_JOINED} )*+                             # WB3c
    """
_OTHER = rf"""\p{{WB=WSegSpace}}++ {_JOINED} | \p{{WB=Regional_Indicator}} {_JOINED}
    (?: \p{{WB=Regional_Indicator}} {_JOINED} )?+ | [\p{{WB=Newline}}\p{{WB=CR}}\p{{WB=LF}}] | . {_JOINED}"""
# All that is a word, passing over the rest; and whatever stands between two word boundaries.
_WORD = regex.compile(_WORD_RULES % rf"[\p{{L}}\p{{N}}] {_JOINED}", regex.VERBOSE)
_PIECE = regex.compile(_WORD_RULES % _OTHER, regex.VERBOSE | regex.DOTALL)
# There is a word boundary before a run of blanks and before each of these, whatever stands farther back.
_SURE_BREAK = regex.compile(r"(?r)\s+|[\p{Script=Han}\p{Script=Hiragana}]")
_WORDLIKE = regex.compile(r"[\p{L}\p{N}]")
# Scripts that write no blanks between words: a selection there grows by grapheme, dictionaries being no rule.
_UNSPACED = regex.compile(
    r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30FC\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]"
)

_SKIP = r"[\p{SB=Extend}\p{SB=Format}]*+"  # SB5
_SEP = r"\p{SB=Sep}\p{SB=CR}\p{SB=LF}"
_TERM = r"\p{SB=STerm}\p{SB=ATerm}"
_TAIL = rf"(?:\p{{SB=Close}}{_SKIP})*+(?:\p{{SB=Sp}}{_SKIP})*+(?![\p{{SB=SContinue}}{_TERM}])"  # SB8a, SB9, SB10
_SENTENCE_END = regex.compile(
    rf"""
    (?: \p{{SB=STerm}} {_SKIP} {_TAIL}
      | \p{{SB=ATerm}} {_SKIP}
        (?! \p{{SB=Numeric}} )                                                                           # SB6
        (?! (?<= [\p{{SB=Upper}}\p{{SB=Lower}}] [\p{{SB=Extend}}\p{{SB=Format}}]* \p{{SB=ATerm}} {_SKIP})
            \p{{SB=Upper}} )                                                                             # SB7
        {_TAIL}
        (?! [^\p{{SB=OLetter}}\p{{SB=Upper}}\p{{SB=Lower}}{_SEP}{_TERM}]*+ \p{{SB=Lower}} )              # SB8
    ) [{_SEP}]?                                                                                          # SB11
    | [{_SEP}]                                                                                           # SB4
    """,
    regex.VERBOSE,
)


# -- the whole text ---------------------------------------------------------------------------


def graphemes(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The graphemes from start (a place between two graphemes) to end, one after the other."""
    for found in _GRAPHEME.finditer(text, start, len(text) if end is None else end):
        yield Span(*found.span())


def words(text: str) -> list[Span]:
    """The words, in order."""
    return _spans(_word_bounds(text))


def sentences(text: str) -> list[Span]:
    """The sentences, in order. Some 0.1 s a million characters."""
    return [cut for start, end in pairwise(_sentence_breaks(text)) if not (cut := trimmed(text, start, end)).empty]


def paragraphs(text: str) -> list[Span]:
    """The paragraphs, in order."""
    return [Span(*found.span()) for found in _LINE.finditer(text)]


def unit_bounds(text: str, unit: str) -> NDArray[np.int64]:
    """Where the units of one kind lie, for agreement.

    unit: sentence, paragraph, word, character (every code point, blanks too) or document (the whole, always one).
    Returns int64 (n, 2), starts and ends, ascending, none overlapping. Raises CoderError for another unit.
    """
    if unit == "word":
        return _word_bounds(text)
    if unit == "character":
        starts = np.arange(len(text), dtype=np.int64)
        return np.stack([starts, starts + 1], axis=1)
    if unit == "document":
        return np.array([[0, len(text)]], dtype=np.int64)
    if unit not in ("sentence", "paragraph"):
        raise CoderError(
            sentence("There is no unit “{unit}”.", unit=unit),
            sentence("Choose one of: {choices}.", choices=", ".join(UNITS)),
        )
    found = sentences(text) if unit == "sentence" else paragraphs(text)
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def nonblank_prefix(text: str) -> NDArray[np.int64]:
    """How many characters before each position are not blank: int64 (len(text) + 1,), the last one counts all."""
    before = np.zeros(len(text) + 1, dtype=np.int64)
    np.cumsum(~_flagged(text, str.isspace), out=before[1:])
    return before


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks at its ends; empty, at start, if there is nothing else."""
    words_ = text[start:end]
    front = len(words_) - len(words_.lstrip())
    length = len(words_.strip())
    return Span(start + front, start + front + length) if length else Span(start, start)


def _sentence_breaks(text: str) -> Iterator[int]:
    yield 0
    last = 0
    for found in _SENTENCE_END.finditer(text):
        last = found.end()
        yield last
    if last < len(text):
        yield len(text)


def _word_bounds(text: str) -> NDArray[np.int64]:
    """Starts and ends of the words, int64 (n, 2)."""
    flat = (place for found in _WORD.finditer(text) for place in found.span())
    bounds = np.fromiter(flat, dtype=np.int64).reshape(-1, 2)
    before = np.zeros(len(text) + 1, dtype=np.int64)
    np.cumsum(_flagged(text, _is_wordlike), out=before[1:])
    return bounds[before[bounds[:, 1]] > before[bounds[:, 0]]]


def _spans(bounds: NDArray[np.int64]) -> list[Span]:
    return [Span(start, end) for start, end in bounds.tolist()]


@cache
def _is_wordlike(character: str) -> bool:
    return _WORDLIKE.match(character) is not None


def _flagged(text: str, test: Callable[[str], bool]) -> NDArray[np.bool_]:
    """For each character whether the test says so; each different character is tested once."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    table = np.zeros(0x110000, dtype=np.bool_)
    table[codes] = True
    for code in np.flatnonzero(table):
        table[code] = test(chr(code))
    return table[codes]


# -- around one position ----------------------------------------------------------------------


def paragraph_at(text: str, position: int) -> Span:
    """The line at a position, also if it is blank; at its end it is still the line."""
    start = max(text.rfind(end, 0, position) for end in _PARAGRAPH_ENDS) + 1
    ends = [at for end in _PARAGRAPH_ENDS if (at := text.find(end, position)) >= 0]
    return Span(start, min(ends, default=len(text)))


def sentence_at(text: str, position: int) -> Span:
    """The sentence at a position; between two, the one before; on a blank line, the empty span there.

    Looks only as far around the position as is needed to find where the sentence ends.
    """
    line = _line_around(text, position)
    if not text[line.start : line.end].strip():
        return Span(position, position)
    found = _sentence_around(text, line, min(position, line.end))
    if not found.empty:
        return found
    # Blanks alone, between line separators: the sentence before them, at the beginning of a line the first.
    before = trimmed(text, line.start, position)
    return _sentence_around(text, line, before.end - 1 if not before.empty else trimmed(text, *line).start)


def word_at(text: str, position: int) -> Span:
    """The word at a position or just before it; else whatever stands there (a sign, a run of blanks).

    In scripts that put no blanks between words (Han, Kana, Thai and their like) the grapheme.
    """
    line = _line_around(text, position)
    here = _piece(text, line, position)
    if not here.empty and _WORDLIKE.search(text, here.start, here.end):
        return here
    if position > line.start:
        before = _piece(text, line, position - 1)
        if before.end == position and _WORDLIKE.search(text, before.start, before.end):
            return before
    return here


def grapheme_at(text: str, position: int) -> Span:
    """The grapheme that holds a position or begins there; at the end of the text, the empty span."""
    if position >= len(text):
        return Span(len(text), len(text))
    # Starting amid a grapheme is no harm: what follows falls into step, except in a row of flags.
    start = _row_start(text, max(0, position - _WINDOW))
    for found in graphemes(text, start):
        if found.end > position:
            return found
    return Span(position, position)


def snap_outward(text: str, span: Span) -> Span:
    """The span widened to whole graphemes; an empty one moves to the beginning of its grapheme."""
    start = grapheme_at(text, span.start).start
    if span.empty:
        return Span(start, start)
    last = grapheme_at(text, span.end - 1)
    return Span(start, max(last.end, span.end))


def _line_around(text: str, position: int) -> Span:
    return paragraph_at(text, max(0, min(position, len(text))))


def _piece(text: str, line: Span, position: int) -> Span:
    """What stands between the two word boundaries around a position; in unspaced scripts the grapheme."""
    if position >= line.end:
        return Span(line.end, line.end)
    if _UNSPACED.match(text, position):
        return grapheme_at(text, position)
    sure = _SURE_BREAK.search(text, line.start, position)
    for found in _PIECE.finditer(text, sure.start() if sure else line.start, line.end):
        if found.end() > position:
            return Span(*found.span())
    return Span(position, position)


def _sentence_around(text: str, line: Span, position: int) -> Span:
    """The sentence that holds a position, trimmed; looked for from ever further before it.

    A break that is found is one from wherever the search began, as the rules look back no further than the letter
    before a full stop; only those before the first one found may have been missed.
    """
    reach = _WINDOW
    while True:
        begin = max(line.start, position - reach)
        start = line.start if begin == line.start else None
        end = line.end
        for found in _SENTENCE_END.finditer(text, begin):
            if found.end() > position or found.end() >= line.end:
                end = min(found.end(), line.end)
                break
            start = found.end()
        if start is not None:
            return trimmed(text, start, end)
        reach *= 8


def _row_start(text: str, start: int) -> int:
    """Back over flags and what is joined to them, so that pairs are counted from the first."""
    while start > 0 and ("\U0001f1e6" <= text[start] <= "\U0001f1ff" or text[start] == "\u200d"):
        start -= 1
    return start
