"""Agreement: intervals -> tables -> coefficients, over arrays alone.

Nothing here knows the project, a file, a clock, or random state that was not handed in.

`measure(codings, n_codes=..., units=...)` is the one call for codings; from what it returns, `resampled` makes
intervals and `group_of` the figures of codes that exclude one another. `unitizing(codings, codes)` has Krippendorff's
alphas for where passages begin and end, `gamma(codings, codes, samples=...)` gamma and gamma-cat;
`reliability(table, metric)` is the one call for a plain table.
"""

from coder.agreement.bootstrap import Resampled, resampled
from coder.agreement.documents import ByDocument, by_document
from coder.agreement.gamma import Gamma, gamma
from coder.agreement.groups import Group, group_of
from coder.agreement.intervals import Codings, Units
from coder.agreement.measure import Measured, PairTables, label_set_alphas, measure
from coder.agreement.passages import PassagePair, passage_pairs
from coder.agreement.plain import RatingsTable, Reliability, reliability
from coder.agreement.results import Coefficient, Values
from coder.agreement.unitizing import Unitizing, unitizing

__all__ = [
    "ByDocument", "Codings", "Coefficient", "Gamma", "Group", "Measured", "PairTables", "PassagePair", "RatingsTable",
    "Reliability", "Resampled", "Unitizing", "Units", "Values", "by_document", "gamma", "group_of", "label_set_alphas",
    "measure", "passage_pairs", "reliability", "resampled", "unitizing",
]  # fmt: skip
