"""Coefficients of a plain table in words: what each is called, and what it says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from coder.agreement import Coefficient, Reliability
from coder.agreement.results import SAID, Why
from coder.reliability.figures import FIRM, TENTATIVE
from ui.language import in_words
from ui.models.agreement import UNDEFINED
from ui.models.table import Column

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RatingsRow:
    """One coefficient. name: as in the core; place: in the order of the core."""

    place: int
    name: str
    coefficient: Coefficient
    error: float | None


def rows_of(found: Reliability) -> list[RatingsRow]:
    """Alpha first, as it serves any number of coders and missing values; the rest as the core has them."""
    names = sorted(found.coefficients, key=lambda name: not name.startswith("alpha_"))
    return [RatingsRow(n, name, found.coefficients[name], found.se.get(name)) for n, name in enumerate(names)]


def figure_names() -> dict[str, str]:
    """What the coefficients are called."""
    return {
        "percent_pairwise": translate("Ratings", "Percent agreement, mean over units"),
        "percent_pooled": translate("Ratings", "Percent agreement, all pairs together"),
        "percent_unanimous": translate("Ratings", "Percent of units on which all agree"),
        "percent_value_weighted": translate("Ratings", "Percent agreement, weighted by ratings"),
        "positive_agreement": translate("Ratings", "Positive agreement"),
        "negative_agreement": translate("Ratings", "Negative agreement"),
        "cohen_kappa": translate("Ratings", "Cohen’s kappa"),
        "scott_pi": translate("Ratings", "Scott’s pi"),
        "fleiss_kappa": translate("Ratings", "Fleiss’ kappa"),
        "light_kappa": translate("Ratings", "Light’s kappa"),
        "hubert_kappa": translate("Ratings", "Hubert’s kappa"),
        "conger_kappa": translate("Ratings", "Conger’s kappa"),
        "brennan_prediger": translate("Ratings", "Brennan and Prediger"),
        "ac1": translate("Ratings", "Gwet’s AC1"),
        "ac2_quadratic": translate("Ratings", "Gwet’s AC2, quadratic weights"),
        "alpha_nominal": translate("Ratings", "Krippendorff’s alpha, nominal"),
        "alpha_ordinal": translate("Ratings", "Krippendorff’s alpha, ordinal"),
        "alpha_interval": translate("Ratings", "Krippendorff’s alpha, interval"),
        "alpha_ratio": translate("Ratings", "Krippendorff’s alpha, ratio"),
        "holsti": translate("Ratings", "Holsti"),
    }


def said_of(row: RatingsRow) -> str:
    """A plain sentence on a coefficient."""
    c, name = row.coefficient, figure_names()[row.name]
    if c.undefined == SAID[Why.SEE_PAIRS]:
        return translate("Ratings", "{name} is for two coders; this table has more.").format(name=name)
    if c.value is None:
        return translate("Ratings", "{name} has no value here: {why}.").format(name=name, why=in_words(c.undefined))
    if row.name.startswith("alpha_"):
        if c.value < 0:
            return translate("Ratings", "Below 0: the coders differ more than chance would have it.")
        if c.value >= FIRM:
            return translate("Ratings", "By Krippendorff’s convention .80 and more can be relied on.")
        if c.value >= TENTATIVE:
            return translate(
                "Ratings", "By Krippendorff’s convention .667 to .80 allows tentative conclusions; it is a convention."
            )
        return translate("Ratings", "By Krippendorff’s convention less than .667 is not to be relied on.")
    if row.name.startswith("percent_") or row.name == "holsti":
        return translate("Ratings", "Chance is not taken out: with few categories this is high by itself.")
    if row.name in ("positive_agreement", "negative_agreement"):
        return translate("Ratings", "Of what either of the two gave so, the share that both did.")
    if row.name in ("ac1", "ac2_quadratic", "brennan_prediger"):
        return translate(
            "Ratings", "It stays high where one category is very frequent, and asks how many categories there are."
        )
    return translate("Ratings", "Chance is taken out; where one category is very frequent it is low though most agree.")


def columns_of() -> list[Column]:
    """Name, value, interval, standard error, sentence."""
    locale, names = QLocale(), figure_names()

    def number(value: float | None, places: int = 4) -> str:
        return UNDEFINED if value is None else locale.toString(value, "f", places)

    def interval(row: RatingsRow) -> str:
        c = row.coefficient
        return "" if c.low is None or c.high is None else f"{number(c.low, 3)} – {number(c.high, 3)}"

    def rank(row: RatingsRow) -> float:
        return -2.0 if row.coefficient.value is None else row.coefficient.value

    return [
        Column(translate("Ratings", "Coefficient"), lambda r: names[r.name], lambda r: r.place, name="name"),
        Column(translate("Ratings", "Value"), lambda r: number(r.coefficient.value), rank, right=True, name="value"),
        Column(translate("Ratings", "95 % interval"), interval, right=True, name="interval"),
        Column(
            translate("Ratings", "Standard error"), lambda r: "" if r.error is None else number(r.error), right=True,
            name="error",
        ),
        Column(translate("Ratings", "What it says"), said_of, tip=said_of, name="said"),
    ]  # fmt: skip
