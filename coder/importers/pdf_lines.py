"""Lines of a printed page -> paragraphs: where one ends is told by how its lines lie, as no file says it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coder.importers.pdf_hyphens import keeps_hyphen
from coder.importers.source import Reading, TextBuilder


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words without outer blanks, its page (from 1), its place in points from the lower left.

    height: of its letters as the font has it. hyphen: a word is broken at its end, and its hyphen is not in text.
    first, count: of the page's characters, as its reader counts them, those that the text was made of. gaps: wide
    blanks, each as the place in text behind it, and in points where it begins and where it ends as one reads (so
    the first is the greater where the line is written from right to left). column: lines of one column, where columns
    were told from each other, bear one number; 0 where they were not.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    hyphen: bool = False
    first: int = 0
    count: int = 0
    gaps: tuple[tuple[int, float, float], ...] = ()
    column: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """A text made of lines. starts[n], lengths[n]: where the n-th line stands in it, in code points."""

    reading: Reading
    starts: list[int]
    lengths: list[int]


_ENDS = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•▪◦●■○‣·\uf0b7\uf0a7]\s*")
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zа-я])[.)]\s")
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_BROKEN = re.compile(r"(\w[\w-]*)[-‐\u00ad]$")
_TAIL = re.compile(r"\w[\w-]*$")
_HEAD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff、。，！？]")


def join_lines(lines: Sequence[Line], apart: Collection[int] = ()) -> Joined:
    """The text of the lines, a paragraph a line, with its pages marked (page, value: number) and each line's place.

    A hyphen at a line's end goes, unless the word stands with it elsewhere in the document or is known to be written
    so, or what follows is no small letter. apart: places of lines that are paragraphs of their own.
    """
    known = {word.casefold() for line in lines for word in _HYPHENATED.findall(line.text)}
    edges, pitch = _edges(lines), _pitch(lines)
    ends = [
        n in apart or n + 1 in apart or _ends_paragraph(a, b, edges[n], pitch)
        for n, (a, b) in enumerate(pairwise(lines))
    ]
    out = TextBuilder()
    starts: list[int] = []
    lengths: list[int] = []
    page_start = 0
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        if before is not None and ends[n - 1]:
            out.add("-\n" if before.hyphen else "\n")
        elif before is not None:
            out.add(_between(before, line, known))
        if before is not None and before.page != line.page:
            out.mark("page", page_start, str(before.page))
            page_start = out.length
        broken = n + 1 < len(lines) and not ends[n] and _broken(line)
        text = line.text[:-1] if broken else line.text
        out.add(text)
        starts.append(out.length - len(text))
        lengths.append(len(text))
    if lines:
        out.add("-" if lines[-1].hyphen else "")
        out.mark("page", page_start, str(lines[-1].page))
    return Joined(out.reading(), starts, lengths)


def _broken(line: Line) -> re.Match[str] | None:
    """A hyphen that stands at the end of the line as a sign of its own."""
    return None if line.hyphen else _BROKEN.search(line.text)


def _between(before: Line, line: Line, known: set[str]) -> str:
    """What goes between two lines of one paragraph."""
    broken = _broken(before)
    if before.hyphen or broken:
        tail = broken[1] if broken else found[0] if (found := _TAIL.search(before.text)) else ""
        head = found[0] if (found := _HEAD.match(line.text)) else ""
        whole = f"{tail}-{head}".casefold()
        kept = whole in known or not head[:1].islower() or tail[-1:].isdigit() or keeps_hyphen(tail, head)
        return "-" if kept else ""
    if _UNSPACED.match(before.text[-1]) and _UNSPACED.match(line.text[0]):
        return ""
    return " "


def _ends_paragraph(before: Line, line: Line, edge: tuple[float, float], pitch: float) -> bool:
    """Is the line the first of a new paragraph? edge: how far lines reach to the left and the right where `before`
    stands; pitch: `_pitch`."""
    if before.hyphen:
        return False
    if _parted(before, line):
        # another page or column: a sentence may run on
        return bool(_ENDS.search(before.text)) or not line.text[:1].islower()
    if abs(before.height - line.height) > 0.2 * max(before.height, line.height):
        return True
    if before.bottom - line.bottom > 1.3 * pitch * line.height:
        return True
    hanging = _BULLET.match(before.text) or _NUMBERED.match(before.text)
    backward = runs_backward(line.text)
    indent = before.right - line.right if backward else line.left - before.left
    if (indent > 0.8 * line.height and not hanging) or _BULLET.match(line.text):
        return True
    ended = bool(_ENDS.search(before.text))
    if ended and _NUMBERED.match(line.text):
        return True
    # The next word would have found room: the line was ended on purpose.
    letter = max(line.right - line.left, 0.0) / max(1, len(line.text))
    word = len(line.text.split(maxsplit=1)[0]) + 1
    room = before.left - edge[0] if backward else edge[1] - before.right
    return room > letter * word + 0.6 * line.height


def runs_backward(text: str) -> bool:
    """Is the line written from right to left? Told by its first letter."""
    for sign in text:
        way = unicodedata.bidirectional(sign)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def _parted(before: Line, line: Line) -> bool:
    """Do the two stand on different pages or in different columns, or not one below the other?"""
    if before.page != line.page or before.column != line.column or line.bottom > before.bottom + 0.5 * before.height:
        return True
    return line.left > before.right or line.right < before.left


def _edges(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """For each line how far to the left and the right the lines of its column and size reach."""
    edges: list[tuple[float, float]] = []
    run: list[Line] = []
    for n, line in enumerate([*lines, None]):
        last = line is None or (
            run and (_parted(lines[n - 1], line) or abs(run[0].height - line.height) > 0.2 * line.height)
        )
        if last and run:
            edges += [(min(m.left for m in run), max(m.right for m in run))] * len(run)
            run = []
        if line is not None:
            run.append(line)
    return edges


def _pitch(lines: Sequence[Line]) -> float:
    """How far apart, in heights of their letters, the lines of one paragraph stand.

    Among the steps from line to line those within paragraphs are the small ones, and hardly ever fewer than a third.
    """
    steps = sorted((a.bottom - b.bottom) / b.height for a, b in pairwise(lines) if not _parted(a, b))
    near = [step for step in steps if 0.7 < step < 3]
    return near[len(near) * 3 // 10] if near else 1.2
