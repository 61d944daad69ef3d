"""Texts that a spreadsheet program would take for formulas, and the ' that keeps them from it in a .csv."""

from __future__ import annotations

import re

FORMULA = re.compile("'*[=+\\-@\t\r]")


def bare(cell: str) -> str:
    """A cell as read from the .csv, without the ' that was put before it."""
    return cell[1:] if cell[:1] == "'" and FORMULA.match(cell) else cell
