"""Headers, footers and page numbers: lines that stand in one place on many pages, the same up to their digits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coder.importers.pdf_lines import Line

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
_OUTER = 3  # lines from the top and from the bottom of a page among which they are
_BAND = 0.16  # of the page's height, at the top and at the bottom
_PAGES = 3
_NEAR = 4.0  # points by which the place may differ


def running_lines(lines: Sequence[Line], heights: Mapping[int, float]) -> dict[int, str]:
    """Which lines (places in `lines`) are headers, footers or page numbers -> what they have in common.

    heights: of the pages, by number from 1. A line is one if it stands among the outermost of its page and in the same
    place, with the same words up to digits, on at least three pages or on half of them (and on two).
    """
    by_page: dict[int, list[int]] = {}
    for n, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(n)
    seen: dict[str, list[tuple[float, int, int]]] = {}
    for page, members in by_page.items():
        high = heights.get(page) or 0.0
        members.sort(key=lambda n: lines[n].bottom)
        for n in {*members[:_OUTER], *members[-_OUTER:]}:
            low = lines[n].bottom
            if low < _BAND * high or low > (1 - _BAND) * high:
                seen.setdefault(common(lines[n].text), []).append((low if low < high / 2 else low - high, page, n))
    found: dict[int, str] = {}
    needed = min(_PAGES, max(2, (len(by_page) + 1) // 2))
    for words, places in seen.items():
        for group in _together(sorted(places)):
            if len({page for _, page, _ in group}) >= needed:
                found |= {n: words for _, _, n in group}
    return found


def common(text: str) -> str:
    """A line's words without what changes from page to page."""
    words = " ".join(text.split())
    return "#" if _ROMAN.fullmatch(words) else _DIGITS.sub("#", words)


def _together(places: Sequence[tuple[float, int, int]]) -> list[list[tuple[float, int, int]]]:
    groups: list[list[tuple[float, int, int]]] = []
    for place in places:
        if groups and place[0] - groups[-1][-1][0] <= _NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
