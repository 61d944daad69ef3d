"""A picture of the reliability page (.svg): alpha of every code with its interval, and the two thresholds for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coder.exporters.docx import escaped
from coder.reliability.figures import FIRM, TENTATIVE
from coder.reliability.report import Report, figure_rows
from coder.reliability.report_rows import ReportRow
from coder.reliability.report_words import interval, number

_ROW, _TYPE = 22, 13
_LONGEST = 380.0  # units a path may take; the code's own name is told whole however long it is
_A4 = 297 / 210
_PAGE = 714.0  # units between the margins of A4, where a narrower drawing has its own size
PATH = " › "  # between the codes of a path, as coder/reliability/report_rows.py writes it
_FOOT = 46
_PLOT = 420
_TOP = 58
_GAP = 14
Place = Callable[[float], float]  # a value of alpha -> where it stands
Measure = Callable[[str], float]  # words -> units they take in bold
_NARROW, _BROAD = " ijlI.,:;'|![]()-", "MWm@%w—ЖМШЩЮЫФжмшщюыф…"
_INK, _QUIET, _LINE = "#1a1a1a", "#595959", "#bdbdbd"


def widest(words: str) -> float:
    """Units that the words take at most in the common types, in bold; marks over letters take none."""
    return sum(_of_letter(c) for c in words) * _TYPE


def _of_letter(c: str) -> float:
    """Parts of the type's size."""
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0.0
    if c.isascii() and c in _NARROW:
        return 0.46
    if unicodedata.east_asian_width(c) in "WF" or unicodedata.category(c) == "So":
        return 1.4
    if c in _BROAD:
        return 1.15
    if c.islower() or c.isdigit():
        return 0.76
    return 0.9


def forest(report: Report) -> str:
    """The picture as SVG, black on white; codes from the highest alpha down, all codes together last.

    No font is asked, so that every machine draws the same: letters are taken for as wide as common type has them.
    """
    rows = figure_rows(report)
    return _drawing(report, rows, _frame(report, rows, widest), widest)


def forest_pages(report: Report, measure: Measure = widest) -> list[str]:
    """The picture for paper: one drawing where it fits a page of A4, else as many as it takes, each with the axis."""
    rows = figure_rows(report)
    frame = _frame(report, rows, measure)
    high = max(frame.width, _PAGE) * _A4
    each = max(1, int((high - _TOP - _FOOT) // _ROW))
    parts = [rows[n : n + each] for n in range(0, len(rows), each)] or [rows]
    return [
        _drawing(report, part, frame, measure, f"{n} / {len(parts)}" if len(parts) > 1 else "")
        for n, part in enumerate(parts, 1)
    ]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all pages share: where the plot begins, how wide the drawing is, where the axis begins; units."""

    left: float
    width: float
    low: float

    def x(self, value: float) -> float:
        return self.left + (max(self.low, min(1.0, value)) - self.low) / (1 - self.low) * _PLOT


def _frame(report: Report, rows: Sequence[ReportRow], measure: Measure) -> _Frame:
    left = max([measure(shortened(row.name, measure)) for row in rows] + [60.0]) + 2 * _GAP
    right = max([measure(_told(row)) for row in rows] + [60.0]) + 2 * _GAP
    return _Frame(left, left + _PLOT + right, _lowest(rows))


def _drawing(report: Report, rows: Sequence[ReportRow], frame: _Frame, measure: Measure, page: str = "") -> str:
    width, height = frame.width, _TOP + len(rows) * _ROW + _FOOT
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
        f'viewBox="0 0 {width:.0f} {height}" font-family="Helvetica, Arial, sans-serif" font-size="{_TYPE}">',
        f"<title>{escaped(report.title)}</title>",
        f'<rect width="{width:.0f}" height="{height}" fill="#ffffff"/>',
        _text(8, 22, _fitting(report.title, measure, width - 16 - measure(page)), weight="bold"),
        *([_text(width - 8, 22, page, anchor="end", fill=_QUIET)] if page else []),
        *_axis(frame.x, frame.low, _TOP + len(rows) * _ROW),
    ]
    for n, row in enumerate(rows):
        name = shortened(row.name, measure)
        drawn += _one(row, name, _TOP + n * _ROW + _ROW / 2, frame.x, frame.left, frame.left + _PLOT + _GAP)
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
    words = _text(left - _GAP, y + 4.5, name, anchor="end", weight=weight)
    drawn = [words if name == row.name else f"<g><title>{escaped(row.name)}</title>{words}</g>"]
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


def shortened(path: str, measure: Measure, longest: float = _LONGEST) -> str:
    """The path without as many of the codes above as it takes to fit; the code's own name, its last part, is whole."""
    parts = path.split(PATH)
    for n in range(len(parts)):
        words = path if n == 0 else PATH.join(["…", *parts[n:]])
        if measure(words) <= longest:
            return words
    return path if len(parts) == 1 else PATH.join(["…", parts[-1]])


def _fitting(words: str, measure: Measure, room: float) -> str:
    """As much of the words' beginning as there is room for."""
    if measure(words) <= room:
        return words
    return next((cut for n in range(len(words), 0, -1) if measure(cut := words[:n] + "…") <= room), "…")
