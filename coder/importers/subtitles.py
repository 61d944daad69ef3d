"""Subtitles (.srt, .vtt): what is said, by whom and when, as a text to be read."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from coder.importers.encodings import decode
from coder.importers.source import Reading, TextBuilder
from coder.spans import canonical

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}[^\n]*")
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,80})?[ \t]+([^>\n]{1,200})>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}\n]{0,80}\}")
_NAMED = regex.compile(r"\p{L}[\p{L}\p{M}\p{N}.'’-]{0,30}(?: [\p{L}\p{M}\p{N}.'’-]{1,30}){0,2}(?=:\s)")


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words on the screen from start on. voice: who says them, if the file does."""

    start: str
    words: str
    voice: str = ""


def read_subtitles(data: bytes, *, encoding: str | None = None) -> Reading:
    """The words of subtitles, each with a mark “time” (value: when it begins, 00:01:02.345).

    Where speakers are named, by the format's own sign or as “Name: …”, what one says in a row is one paragraph that
    begins with the name, marked “speaker”; where nobody is, each subtitle is a line. Tags and notes to programs are
    left out. Raises SourceError.
    """
    read = decode(data, encoding=encoding)
    text = canonical(read.text)
    cues = _with_names(list(_cues(text, parted=text.lstrip("\ufeff \n").startswith("WEBVTT"))))
    out = TextBuilder()
    anybody = any(cue.voice for cue in cues)
    before = ""
    for cue in cues:
        if not anybody or (cue.voice and cue.voice != before) or not out.length:
            out.line()
            if cue.voice:
                start = out.length
                out.add(f"{cue.voice}:")
                out.mark("speaker", start, cue.voice)
                out.add(" ")
        elif not out.after_blank:
            out.add(" ")
        before = cue.voice or before
        start = out.length
        out.add(cue.words)
        out.mark("time", start, cue.start)
    reading = out.reading()
    reading.warnings = list(read.warnings)
    return reading


def _cues(text: str, *, parted: bool) -> Iterator[_Cue]:
    """The subtitles that hold words, in the file's order.

    parted: a blank line ends each, and what comes before the next times is no word; else blank lines within are
    passed over, and only a number before the next times is none.
    """
    lines = text.split("\n")
    n = 0
    while n < len(lines):
        timing = TIMING.fullmatch(lines[n])
        n += 1
        if timing is None:
            continue
        words = []
        while n < len(lines) and (lines[n].strip() or not parted) and not TIMING.fullmatch(lines[n]):
            if lines[n].strip():
                words.append(lines[n])
            n += 1
        if n < len(lines) and TIMING.fullmatch(lines[n]) and words and words[-1].strip().isdecimal():
            words.pop()  # a number of the next one
        hours, minutes, seconds, parts = timing.groups()[:4]
        start = f"{int(hours or 0):02}:{int(minutes):02}:{int(seconds):02}.{parts.ljust(3, '0')}"
        yield from _spoken(start, "\n".join(words))


def _spoken(start: str, words: str) -> Iterator[_Cue]:
    """One subtitle as one or more, a speaker each."""
    pieces = _VOICE.split(words)
    for voice, piece in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        said = " ".join(html.unescape(_TAG.sub("", piece)).split())
        if said:
            yield _Cue(start, said, " ".join(html.unescape(voice).split()))


def _with_names(cues: list[_Cue]) -> list[_Cue]:
    """Names before a colon are speakers if they come again or are written in capitals; other words stay words."""
    if any(cue.voice for cue in cues):
        return cues
    found = [_NAMED.match(cue.words) for cue in cues]
    times = Counter(match[0] for match in found if match)
    named = []
    for cue, match in zip(cues, found, strict=True):
        if match and (times[match[0]] > 1 or (match[0].isupper() and len(match[0]) > 1)):
            words = cue.words[match.end() + 1 :].strip()
            named.append(_Cue(cue.start, words or "…", match[0]))
        else:
            named.append(cue)
    return named
