"""Colours as numbers: contrast, tints that ink stays readable on, and colours for new codes."""

from __future__ import annotations

import json
from functools import cache, lru_cache

from PySide6.QtGui import QColor

from coder.data import data_dir

READABLE = 7.0  # the contrast that WCAG 2.2 asks of text at level AAA


def luminance(color: QColor) -> float:
    """Relative luminance from 0 (black) to 1 (white), as WCAG 2.2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return (
        0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
    )


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(color: QColor, into: QColor, share: float) -> QColor:
    """`share` (0 to 1) of `color` in `into`, opaque, part by part."""
    rest = 1.0 - share
    return QColor(
        round(color.red() * share + into.red() * rest),
        round(color.green() * share + into.green() * rest),
        round(color.blue() * share + into.blue() * rest),
    )


@lru_cache(maxsize=4096)
def _tint(color: int, paper: int, ink: int, strongest: float) -> int:
    code, ground, text = QColor(color), QColor(paper), QColor(ink)
    share = strongest
    while share > 0.01:
        candidate = mixed(code, ground, share)
        if contrast(candidate, text) >= READABLE:
            return candidate.rgb()
        share *= 0.9
    return ground.rgb()


def tint(color: QColor | str, paper: QColor, ink: QColor, strongest: float = 0.34) -> QColor:
    """The code's colour mixed into paper, as strongly as ink on it stays readable at 7:1.

    strongest: the largest share of the colour, 0 to 1; less is taken until the contrast is reached.
    """
    return QColor(_tint(QColor(color).rgb(), paper.rgb(), ink.rgb(), strongest))


@lru_cache(maxsize=4096)
def _visible(color: int, paper: int, ink: int) -> int:
    code, ground, text = QColor(color), QColor(paper), QColor(ink)
    share = 1.0
    while share > 0.0:
        candidate = mixed(code, text, share)
        if contrast(candidate, ground) >= 1.8:
            return candidate.rgb()
        share -= 0.1
    return text.rgb()


def visible_on(color: QColor | str, paper: QColor, ink: QColor) -> QColor:
    """The code's colour, moved towards ink until a bar of it stands out from paper.

    Pale yellow on white and navy on black would vanish otherwise. Bars carry a name as well, so a ratio of
    1.8 is enough; text never takes this colour.
    """
    return QColor(_visible(QColor(color).rgb(), paper.rgb(), ink.rgb()))


def ink_on(color: QColor | str) -> QColor:
    """Black or white, whichever is easier to read on `color`."""
    ground = QColor(color)
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    return black if contrast(ground, black) >= contrast(ground, white) else white


@cache
def code_colors() -> tuple[str, ...]:
    """Colours given to new codes, in order: Okabe and Ito's first, then Tol's muted."""
    kept = json.loads((data_dir("resources") / "themes" / "code-colors.json").read_text("utf-8"))
    return (*kept["okabe_ito"], *kept["tol_muted"])
