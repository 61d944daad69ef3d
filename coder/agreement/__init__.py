"""Agreement: intervals -> tables -> coefficients, over arrays alone.

Nothing here knows the project, a file, a clock, or random state that was not handed in.

`measure(codings, n_codes=..., units=...)` is the one call for codings,
`reliability(table, metric)` the one for a plain table.
"""

from coder.agreement.intervals import Codings, Units
from coder.agreement.measure import Measured, PairTables, measure
from coder.agreement.plain import RatingsTable, Reliability, reliability
from coder.agreement.results import Coefficient, Values

__all__ = ["Codings", "Coefficient", "Measured", "PairTables", "RatingsTable", "Reliability", "Units",
           "Values", "measure", "reliability"]
