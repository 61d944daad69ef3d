"""Agreement between a project's coders: what is compared, what was left out and why, and the figures.

settings   what is compared, and how it is counted
rows       codings as they are now, or as they were when their coder finished
gather     from rows to arrays: coverage, rounds, purposes
page       the measurement with everything its page must say
gammas     gamma of groups of codes, only when asked for
"""

from coder.reliability.gather import Gathered, gather
from coder.reliability.page import Compared, compare, main_figures, measure_gathered
from coder.reliability.settings import COVERAGES, UNITS, LeftOut, Settings

__all__ = [
    "COVERAGES", "UNITS", "Compared", "Gathered", "LeftOut", "Settings", "compare", "gather", "main_figures",
    "measure_gathered",
]  # fmt: skip
