"""Lines that run across columns -> the columns one after the other, where they were written row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from coder.importers.pdf_lines import Line, runs_backward

_ROWS = 4  # fewer rows side by side are not taken for columns


def downwards(lines: list[Line]) -> list[Line]:
    """The lines of a page; where most are written from right to left, those of each column from its top to its bottom.

    Of such pdfium gives a short last line, or the second of two, before the one above it. A column goes on as long as
    each line stands over or under part of the one before.
    """
    if not _backward(lines):
        return lines
    columns: list[list[Line]] = []
    for line in lines:
        before = columns[-1][-1] if columns else None
        if before is None or line.left >= before.right or (line.right <= before.left and not _level(before, line)):
            columns.append([])
        columns[-1].append(line)
    ordered: list[Line] = []
    for column in columns:
        rows: list[list[Line]] = []
        for line in sorted(column, key=lambda line: -line.bottom):
            if rows and _level(rows[-1][-1], line):
                rows[-1].append(line)
            else:
                rows.append([line])
        for row in rows:
            ordered += sorted(row, key=lambda line: -line.right)
    return ordered


def in_columns(lines: list[Line]) -> list[Line]:
    """The lines of a page, those of columns that were mixed row by row put one column after the other.

    What is side by side in a table stays: columns of running text are told by lines that begin in the middle of a
    sentence on both sides.
    """
    pieces = _pieces(lines)
    gutter = _gutter(pieces)
    if gutter is None:
        return lines
    ordered: list[Line] = []
    band: list[Line] = []
    for group in pieces:
        if any(line.left < gutter < line.right for line in group):
            ordered += _band(band, gutter)
            ordered += [_whole(group)]
            band = []
        else:
            band += group
    return [*ordered, *_band(band, gutter)]


def _band(lines: Sequence[Line], gutter: float) -> list[Line]:
    """What stands between two lines across the page: one side of it, then the other, perhaps of columns again.

    The left side comes first, or the right where most lines are written from right to left.
    """
    left, right = [n for n in lines if n.right <= gutter], [n for n in lines if n.right > gutter]
    first = min((line.first for line in lines), default=0) + 1  # any number of its own does
    left = [replace(line, column=first) for line in left]
    right = [replace(line, column=line.column or first + 1) for line in in_columns(_rejoined(right))] if right else []
    return [*right, *left] if _backward(lines) else [*left, *right]


def _backward(lines: Sequence[Line]) -> bool:
    return sum(runs_backward(line.text) for line in lines) > len(lines) / 2


def _rejoined(lines: list[Line]) -> list[Line]:
    """Pieces of one row made one line again, its gaps kept: the next gutter is looked for in these."""
    rows: list[list[Line]] = []
    for line in lines:
        before = rows[-1][-1] if rows else None
        if before and not before.hyphen and before.first + before.count < line.first and _level(before, line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_whole(row) for row in rows]


def _pieces(lines: Sequence[Line]) -> list[list[Line]]:
    """Each row of the page as the pieces that gaps part it into."""
    rows: list[list[Line]] = []
    for line in lines:
        parts = _split(line)
        before = rows[-1][-1] if rows else None
        apart = before and (parts[0].left > before.right or (parts[0].right < before.left and _backward(parts)))
        if before and apart and _level(before, parts[0]):
            rows[-1] += parts
        else:
            rows.append(parts)
    return rows


def _level(a: Line, b: Line) -> bool:
    return abs(a.bottom - b.bottom) < 0.3 * max(a.height, b.height)


def _split(line: Line) -> list[Line]:
    parts: list[Line] = []
    start, backward = 0, runs_backward(line.text)
    enters = line.right if backward else line.left
    if len(line.text) != line.count:  # letters beyond the basic plane: places in text and page differ
        return [line]
    for at, leaves, after in line.gaps:
        text = line.text[start:at].rstrip()
        left, right = sorted((enters, leaves))
        parts.append(replace(line, text=text, left=left, right=right, hyphen=False, first=line.first + start,
                             count=len(text), gaps=()))  # fmt: skip
        start, enters = at, after
    text = line.text[start:]
    left, right = sorted((enters, line.left if backward else line.right))
    last = replace(line, text=text, left=left, right=right, first=line.first + start, count=len(text), gaps=())
    return [*parts, last]


def _whole(parts: Sequence[Line]) -> Line:
    """Pieces that stand side by side as one line; only such as pdfium had in one are put together."""
    if len(parts) == 1:
        return parts[0]
    text, gaps = parts[0].text, []
    for a, b in pairwise(parts):
        text += " " * (b.first - a.first - a.count) + b.text
        gaps.append((b.first - parts[0].first, *((a.left, b.right) if b.right < a.left else (a.right, b.left))))
    return replace(
        parts[0], text=text, left=min(p.left for p in parts), right=max(p.right for p in parts),
        hyphen=parts[-1].hyphen, count=len(text), gaps=tuple(gaps),
    )  # fmt: skip


def _gutter(rows: Sequence[Sequence[Line]]) -> float | None:
    """Where a blank strip goes down between two columns of running text that were mixed; None if there is none."""
    split = [sorted(row, key=lambda piece: piece.left) for row in rows if len(row) > 1]
    if len(split) < _ROWS:
        return None
    edges = [(a.right, b.left) for row in split for a, b in pairwise(row)]
    for x in sorted({(right + left) / 2 for right, left in edges}):
        through = [row for row in split if any(a.right <= x <= b.left for a, b in pairwise(row))]
        if len(through) < max(_ROWS, 0.6 * len(split)):
            continue
        left = [max((p for p in row if p.right <= x), key=lambda p: p.right) for row in through]
        right = [min((p for p in row if p.left >= x), key=lambda p: p.left) for row in through]
        if _running(left) and _running(right):
            return x
    return None


def _running(side: Sequence[Line]) -> bool:
    """Is this side by side running text, not cells? Its lines are long, and many begin within a sentence.

    Scripts that run from right to left have no capitals to tell that by: there most lines fill their column.
    """
    if median(len(line.text.split()) for line in side) < 3:
        return False
    if _backward(side):
        widths = [line.right - line.left for line in side]
        return sum(width > 0.85 * max(widths) for width in widths) >= 0.6 * len(widths)
    within = sum(not line.text[0].isupper() and not line.text[0].isdigit() for line in side)
    return within >= 0.4 * len(side)
