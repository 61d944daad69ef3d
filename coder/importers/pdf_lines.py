"""Lines of a printed page -> paragraphs: where one ends is told by how its lines lie, as no file says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from coder.importers.source import Reading, TextBuilder


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words without outer blanks, its page (from 1), its place in points from the lower left.

    height: of its letters as the font has it. hyphen: a word is broken at its end, and its hyphen is not in text.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    hyphen: bool = False


_ENDS = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]]*$")
_BULLET = re.compile(r"[•▪◦●■○‣·]\s*")
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zа-я])[.)]\s")
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")
_BROKEN = re.compile(r"(\w[\w-]*)[-‐\u00ad]$")
_TAIL = re.compile(r"\w[\w-]*$")
_HEAD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff、。，！？]")


def joined_paragraphs(lines: Sequence[Line]) -> Reading:
    """The text of the lines, a paragraph a line, with its pages marked (page, value: number).

    A hyphen at a line's end goes, unless the word stands with it elsewhere in the document, or what follows is no
    small letter.
    """
    known = {word.casefold() for line in lines for word in _HYPHENATED.findall(line.text)}
    rights = _right_edges(lines)
    pitch = _pitch(lines)
    out = TextBuilder()
    page_start = 0
    for n, line in enumerate(lines):
        text = line.text
        before = lines[n - 1] if n else None
        if before is None:
            pass
        elif _ends_paragraph(before, line, rights[n - 1], pitch):
            out.add("-\n" if before.hyphen else "\n")
        else:
            out.add(_between(before, line, known))
        if before is not None and before.page != line.page:
            out.mark("page", page_start, str(before.page))
            page_start = out.length
        broken = _broken(line) if n + 1 < len(lines) and _continues(line, lines[n + 1], rights[n], pitch) else None
        out.add(text[:-1] if broken else text)
    if lines:
        out.add("-" if lines[-1].hyphen else "")
        out.mark("page", page_start, str(lines[-1].page))
    return out.reading()


def _continues(line: Line, after: Line, right: float, pitch: float) -> bool:
    return not _ends_paragraph(line, after, right, pitch)


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
        kept = whole in known or not head[:1].islower() or tail[-1:].isdigit()
        return "-" if kept else ""
    if _UNSPACED.match(before.text[-1]) and _UNSPACED.match(line.text[0]):
        return ""
    return " "


def _ends_paragraph(before: Line, line: Line, right: float, pitch: float) -> bool:
    """Is the line the first of a new paragraph? right: how far lines reach where `before` stands; pitch: `_pitch`."""
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
    if (line.left - before.left > 0.8 * line.height and not hanging) or _BULLET.match(line.text):
        return True
    ended = bool(_ENDS.search(before.text))
    if ended and _NUMBERED.match(line.text):
        return True
    # The next word would have found room: the line was ended on purpose.
    letter = max(line.right - line.left, 0.0) / max(1, len(line.text))
    word = len(line.text.split(maxsplit=1)[0]) + 1
    return before.right + letter * word + 0.6 * line.height < right


def _parted(before: Line, line: Line) -> bool:
    """Do the two stand on different pages, or not one below the other?"""
    if before.page != line.page or line.bottom > before.bottom + 0.5 * before.height:
        return True
    return line.left > before.right or line.right < before.left


def _right_edges(lines: Sequence[Line]) -> list[float]:
    """For each line how far to the right the lines of its column and size reach."""
    edges: list[float] = []
    run: list[Line] = []
    for n, line in enumerate(lines):
        if run and (_parted(lines[n - 1], line) or abs(run[0].height - line.height) > 0.2 * line.height):
            edges += [max(member.right for member in run)] * len(run)
            run = []
        run.append(line)
    return edges + [max((member.right for member in run), default=0.0)] * len(run)


def _pitch(lines: Sequence[Line]) -> float:
    """How far apart, in heights of their letters, the lines of one paragraph stand.

    Among the steps from line to line those within paragraphs are the small ones, and hardly ever fewer than a third.
    """
    steps = sorted((a.bottom - b.bottom) / b.height for a, b in pairwise(lines) if not _parted(a, b))
    near = [step for step in steps if 0.7 < step < 3]
    return near[len(near) * 3 // 10] if near else 1.2
