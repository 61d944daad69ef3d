"""A picture of the reliability page (.svg): alpha of every code with its interval, and the two thresholds for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from coder.exporters.docx import escaped
from coder.reliability.figures import FIRM, TENTATIVE
from coder.reliability.report import Report, figure_rows
from coder.reliability.report_rows import ReportRow
from coder.reliability.report_words import interval, number

_ROW, _TYPE = 22, 13
_LETTER = 7.2  # how wide a letter of the type is, nearly; no font is asked, so that every machine draws the same
_LONGEST = 52
_PLOT = 420
_TOP = 58
_GAP = 14
Place = Callable[[float], float]  # a value of alpha -> where it stands
_INK, _QUIET, _LINE = "#1a1a1a", "#595959", "#bdbdbd"


def forest(report: Report) -> str:
    """The picture as SVG, black on white; codes from the highest alpha down, all codes together last."""
    rows = figure_rows(report)
    names = [_shortened(row.name) for row in rows]
    left = max([_wide(n) for n in names] + [60.0]) + _GAP
    right = max([_wide(_told(row)) for row in rows] + [60.0]) + 2 * _GAP
    low = _lowest(rows)
    width, height = left + _PLOT + right, _TOP + len(rows) * _ROW + 46

    def x(value: float) -> float:
        return left + (max(low, min(1.0, value)) - low) / (1 - low) * _PLOT

    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
        f'viewBox="0 0 {width:.0f} {height}" font-family="Helvetica, Arial, sans-serif" font-size="{_TYPE}">',
        f"<title>{escaped(report.title)}</title>",
        f'<rect width="{width:.0f}" height="{height}" fill="#ffffff"/>',
        _text(8, 22, _shortened(report.title, round(width / _LETTER) - 4), weight="bold"),
        *_axis(x, low, _TOP + len(rows) * _ROW),
    ]
    for n, (row, name) in enumerate(zip(rows, names, strict=True)):
        drawn += _one(row, name, _TOP + n * _ROW + _ROW / 2, x, left, left + _PLOT + _GAP)
    return "\n".join([*drawn, "</svg>\n"])


def _lowest(rows: Sequence[ReportRow]) -> float:
    """Where the axis begins: at 0, or at a tenth below whatever lies lower, at −1 at the lowest."""
    ends = [end for row in rows for end in (row.alpha.value, row.alpha.low) if end is not None]
    least = min([0.0, *ends])
    return 0.0 if least >= 0 else max(-1.0, int(least * 10 - 1) / 10)


def _axis(x: Place, low: float, bottom: float) -> list[str]:
    drawn = []
    for limit, words in ((TENTATIVE, ".667"), (FIRM, ".80")):
        drawn.append(
            f'<line x1="{x(limit):.1f}" y1="{_TOP - 6}" x2="{x(limit):.1f}" y2="{bottom:.0f}" stroke="{_QUIET}" '
            'stroke-dasharray="4 3"/>'
        )
        drawn.append(_text(x(limit), _TOP - 12, words, anchor="middle", fill=_QUIET))
    drawn.append(f'<line x1="{x(low):.1f}" y1="{bottom}" x2="{x(1):.1f}" y2="{bottom}" stroke="{_INK}"/>')
    for fifth in range(-5, 6):
        value = fifth / 5
        if value >= low - 1e-9:
            drawn.append(
                f'<line x1="{x(value):.1f}" y1="{bottom}" x2="{x(value):.1f}" y2="{bottom + 5}" stroke="{_INK}"/>'
            )
            drawn.append(_text(x(value), bottom + 19, number(value), anchor="middle"))
    return [*drawn, _text(x((1 + low) / 2), bottom + 38, "Krippendorff’s alpha", anchor="middle", fill=_QUIET)]


def _one(row: ReportRow, name: str, y: float, x: Place, left: float, beside: float) -> list[str]:
    together = row.place < 0
    weight = "bold" if together else ""
    drawn = [_text(left - _GAP, y + 4.5, name, anchor="end", weight=weight)]
    if together:
        drawn.append(
            f'<line x1="8" y1="{y - _ROW / 2:.1f}" x2="{x(1):.1f}" y2="{y - _ROW / 2:.1f}" stroke="{_LINE}"/>'
        )
    a = row.alpha
    if a.low is not None and a.high is not None:
        drawn.append(
            f'<line x1="{x(a.low):.1f}" y1="{y:.1f}" x2="{x(a.high):.1f}" y2="{y:.1f}" stroke="{_INK}" '
            'stroke-width="1.6"/>'
        )
    if a.value is not None:
        drawn.append(f'<circle cx="{x(a.value):.1f}" cy="{y:.1f}" r="{5 if together else 4}" fill="{_INK}"/>')
    return [*drawn, _text(beside, y + 4.5, _told(row), weight=weight, fill=_INK if a.value is not None else _QUIET)]


def _told(row: ReportRow) -> str:
    if row.alpha.value is None:
        return "no value"
    return f"{number(row.alpha.value)} {interval(row.alpha)}".strip()


def _text(x: float, y: float, words: str, *, anchor: str = "", weight: str = "", fill: str = _INK) -> str:
    more = (f' text-anchor="{anchor}"' if anchor else "") + (f' font-weight="{weight}"' if weight else "")
    return f'<text x="{x:.1f}" y="{y:.1f}"{more} fill="{fill}">{escaped(words)}</text>'


def _shortened(words: str, longest: int = _LONGEST) -> str:
    """The end of a code's path tells most, so the beginning goes."""
    return words if len(words) <= longest else "…" + words[len(words) - longest + 1 :]


def _wide(words: str) -> float:
    """How wide the words are, nearly; letters of East Asia count twice."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words) * _LETTER
