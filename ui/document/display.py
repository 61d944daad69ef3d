"""What Qt is given to show for a text, and where its positions lie in it: the only door between the two counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from coder.spans import Span, Utf16Map
from coder.units import grapheme_at, word_at

# Qt lays out a paragraph as a whole: at a million characters each scroll step takes 165 ms, at fifty thousand none
# that is seen. Longer ones are shown in pieces; the text itself is never altered.
LONGEST = 50_000

_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = re.compile(r"[^\W\d_]")


class DisplayMap:
    """A text, the same text as Qt gets it, and the way between code points and Qt's positions.

    Qt's text differs in breaks that are put in where a paragraph is too long, and in nothing else that moves a
    position: signs that Qt would drop or take for something else are replaced one for one.
    """

    def __init__(self, text: str, longest: int = LONGEST) -> None:
        self.text = text
        self._breaks = _breaks(text, longest)
        self._utf16 = Utf16Map(text)
        # Where in Qt's text each put-in break stands.
        self._break_units = [self._utf16.to_qt(p) + n for n, p in enumerate(self._breaks)]

    def shown(self) -> str:
        """The text for Qt."""
        text = self.text
        if text.startswith("\ufeff"):  # Qt drops it there, and all positions would move
            text = "\u200b" + text[1:]
        if "\ufffc" in text:  # Qt's sign for an embedded thing
            text = text.replace("\ufffc", "\ufffd")
        if not self._breaks:
            return text
        pieces = [text[a:b] for a, b in zip([0, *self._breaks], [*self._breaks, len(text)], strict=True)]
        return "\n".join(pieces)

    def to_qt(self, p: int) -> int:
        """Qt's position of code point p; at a break that was put in, after it."""
        return self._utf16.to_qt(p) + bisect_right(self._breaks, p)

    def end_to_qt(self, p: int) -> int:
        """Qt's position of the end of a passage at p; at a break that was put in, before it."""
        return self._utf16.to_qt(p) + bisect_left(self._breaks, p)

    def from_qt(self, u: int) -> int:
        """The code point at Qt's position u; within a surrogate pair, the start of its character."""
        return self._utf16.from_qt(u - bisect_left(self._break_units, u))

    def span_from_qt(self, start: int, end: int) -> Span:
        """The passage between two of Qt's positions."""
        return Span(self.from_qt(start), self.from_qt(end))

    def has_rtl(self, start: int, end: int) -> bool:
        """Is there a right-to-left sign in these code points?"""
        return _RTL.search(self.text, start, end) is not None


def _breaks(text: str, longest: int) -> list[int]:
    """Where paragraphs longer than `longest` are parted, ascending; between words, never in a grapheme."""
    breaks: list[int] = []
    start = 0
    while start < len(text) - longest:
        line = text.rfind("\n", start, start + longest + 1)
        if line < 0:
            line = text.find("\n", start + longest)
            end = line if line >= 0 else len(text)
            while end - start > longest:
                start = _place(text, start, start + longest)
                if start >= end:
                    break
                breaks.append(start)
            if line < 0:
                break
        start = line + 1
    return breaks


def _place(text: str, start: int, last: int) -> int:
    """A place between two words, at most at `last` but well after `start`; else between two graphemes."""
    half = (start + last) // 2
    for sign in (" ", "\u3002"):
        blank = text.rfind(sign, half, last - 1)
        if blank > start and grapheme_at(text, blank + 1).start == blank + 1:
            return blank + 1
    at = grapheme_at(text, word_at(text, last).start).start
    if at > half:
        return at
    whole = grapheme_at(text, last)
    return whole.start if whole.start > start else whole.end
