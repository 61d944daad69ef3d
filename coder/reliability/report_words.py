"""Words of the reliability page: sources for the list of references, units, coverage, presence; figures as text."""

from __future__ import annotations

from collections.abc import Sequence

from coder.agreement import Coefficient

KRIPPENDORFF = "Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology (4th ed.). Sage."
MATHET = (
    "Mathet, Y., Widlöcher, A., & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for "
    "inter-annotator agreement measure and alignment. Computational Linguistics, 41(3), 437–479."
)
COHEN = (
    "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement, 20, "
    "37–46."
)
FLEISS = (
    "Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa. "
    "Psychological Bulletin, 72, 323–327."
)
CICCHETTI = (
    "Cicchetti, D. V., & Feinstein, A. R. (1990). High agreement but low kappa: II. Resolving the paradoxes. Journal "
    "of Clinical Epidemiology, 43, 551–558."
)
EFRON = "Efron, B., & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall."
UAX29 = "The Unicode Consortium. Unicode Standard Annex #29: Unicode Text Segmentation."
UNIT_WORDS = {
    "sentence": ("sentences", "cut by the rules of Unicode (UAX #29) within paragraphs"),
    "paragraph": ("paragraphs", "lines with something on them"),
    "document": ("documents", "each document as a whole"),
    "word": ("words", "cut by the rules of Unicode (UAX #29), with a letter or a digit"),
    "character": ("characters", "every character of the text, blanks too"),
    "fixed": ("units", "as the lead marked them beforehand"),
}
COVERAGE_WORDS = {
    "finished": "A document counts for a coder who marked it finished.",
    "assigned": "A document counts for a coder to whom it was assigned.",
    "coded": "A document counts for a coder who coded something in it; one in which a coder found nothing is missing.",
    "all": "Every document counts for every coder.",
}
PART_WORDS = {"blanks": "blanks", "headings": "headings", "notes": "foot- and endnotes"}
PRESENCE_WORDS = {
    "half": "A unit counts as coded if the coded segment covers at least half of it, or lies in it with at least half "
    "of its own length.",
    "any": "A unit counts as coded if the coded segment covers any character of it that is not blank.",
}


def number(value: float | None) -> str:
    """A figure with two decimals and a true minus; a dash where there is none."""
    if value is None:
        return "–"
    shown = f"{value:.2f}"
    return shown.replace("-", "−") if float(shown) != 0 else "0.00"


def interval(c: Coefficient) -> str:
    """The two ends in brackets; nothing where there is no interval."""
    return "" if c.low is None or c.high is None else f"[{number(c.low)}, {number(c.high)}]"


def share(value: float | None) -> str:
    """A share in whole per cent; nothing where there is none."""
    return "" if value is None else f"{value:.0%}"


def listed(words: Sequence[str]) -> str:
    """One, two and three."""
    return ", ".join(words[:-1]) + f" and {words[-1]}" if len(words) > 1 else "".join(words)


def count(n: int, one: str, many: str) -> str:
    """1 document, 2 documents."""
    return f"1 {one}" if n == 1 else f"{n:,} {many}"
