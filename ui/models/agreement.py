"""Agreement in words and columns: what the figures of a code say, for people who have not learnt statistics."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from coder.agreement import Coefficient
from coder.reliability import Compared
from coder.reliability.figures import MORE, CodeFigures, Reading, range_of, readings
from coder.reliability.kept import CHOSEN_LATER
from coder.reliability.parts import speakers_in
from ui.language import in_words
from ui.models.table import Column
from ui.widgets.words import counted

UNDEFINED = "—"
translate = QCoreApplication.translate


def figure(c: Coefficient) -> str:
    """A figure with two decimals; a dash where it has none."""
    if c.value is None:
        return UNDEFINED
    return QLocale().toString(0.0 if round(c.value, 2) == 0 else c.value, "f", 2)


def figure_tip(c: Coefficient) -> str:
    """The figure with more decimals and its interval, or why there is none."""
    locale = QLocale()
    if c.value is None:
        return translate("Agreement", "Undefined: {why}.").format(why=in_words(c.undefined))
    told = locale.toString(c.value, "f", 4)
    if c.low is None or c.high is None:
        return told
    ends = translate("Agreement", "95 % interval from {low} to {high}")
    return f"{told}\n" + ends.format(low=locale.toString(c.low, "f", 3), high=locale.toString(c.high, "f", 3))


def apart(name: str) -> str:
    """A name that may be written from the right, kept from turning the words around it."""
    turned = any(unicodedata.bidirectional(c) in ("R", "AL") for c in name)
    return f"\u2068{name}\u2069" if turned else name


def whole(n: int) -> str:
    return QLocale().toString(n)


def more_names() -> dict[str, str]:
    """What the figures under “more” are called."""
    return {
        "percent_pairwise": translate("Agreement", "Percent"),
        "ac1": translate("Agreement", "AC1"),
        "brennan_prediger": translate("Agreement", "Brennan–Prediger"),
        "fleiss_kappa": translate("Agreement", "Fleiss"),
        "conger_kappa": translate("Agreement", "Conger"),
        "light_kappa": translate("Agreement", "Light’s κ"),
        "holsti": translate("Agreement", "Holsti"),
        "scott_pi": translate("Agreement", "Scott’s π"),
    }


def units_of(unit: str, n: int) -> str:
    """So many units, in words."""
    one, many = {
        "sentence": (translate("Agreement", "1 sentence"), translate("Agreement", "{n} sentences")),
        "paragraph": (translate("Agreement", "1 paragraph"), translate("Agreement", "{n} paragraphs")),
        "document": (translate("Agreement", "1 document"), translate("Agreement", "{n} documents")),
        "character": (translate("Agreement", "1 character"), translate("Agreement", "{n} characters")),
        "word": (translate("Agreement", "1 word"), translate("Agreement", "{n} words")),
    }.get(unit, (translate("Agreement", "1 unit"), translate("Agreement", "{n} units")))
    return counted(n, one, many).format(n=whole(n))


def columns_of(compared: Compared, pair: tuple[int, int], swatch: Callable[[CodeFigures], Any]) -> list[Column]:
    """The table per code: alpha, who coded, the four counts, what is given by pair; then what is under “more”.

    Columns whose name begins with "more" are those under “more”.
    """
    one, other = (compared.coders[c] for c in pair)
    all_of = (
        translate("Agreement", "Alpha, all {n}").format(n=len(compared.coders))
        if len(compared.coders) > 2
        else translate("Agreement", "Alpha")
    )
    columns = [
        Column(
            translate("Agreement", "Code"),
            path_of,
            lambda f: f.place,
            icon=swatch,
            tip=lambda f: "\n".join(filter(None, (path_of(f), f.code.definition if f.code else ""))),
            name="code",
        ),
        _figure(all_of, lambda f: f.alpha, "alpha"),
        *(
            _count(
                name, lambda f, c=c: f.coded_by[c], translate("Agreement", "Units that {name} coded").format(name=name)
            )
            for c, name in enumerate(compared.coders)
        ),
        _count(
            translate("Agreement", "Both"),
            lambda f: f.both,
            translate("Agreement", "Units that {a} and {b} both coded").format(a=one, b=other),
        ),
        _count(
            translate("Agreement", "Only {name}").format(name=one),
            lambda f: f.only_first,
            translate("Agreement", "Units that {a} coded and {b} did not").format(a=one, b=other),
        ),
        _count(
            translate("Agreement", "Only {name}").format(name=other),
            lambda f: f.only_second,
            translate("Agreement", "Units that {a} coded and {b} did not").format(a=other, b=one),
        ),
        _count(
            translate("Agreement", "Neither"),
            lambda f: f.neither,
            translate("Agreement", "Units that both read and neither coded"),
        ),
        _figure(translate("Agreement", "Kappa"), lambda f: f.kappa),
        _figure(translate("Agreement", "Positive"), lambda f: f.positive),
        _figure(translate("Agreement", "Negative"), lambda f: f.negative),
    ]
    names = more_names()
    return columns + [_figure(names[m], lambda f, m=m: f.more[m], f"more {m}") for m in MORE]


def path_of(f: CodeFigures) -> str:
    return " › ".join(f.code.path) if f.code else translate("Agreement", "All codes, counts added")


def _count(title: str, of: Callable[[CodeFigures], int], meaning: str) -> Column:
    return Column(title, lambda f: whole(of(f)), of, right=True, tip=lambda f: meaning)


def _figure(title: str, of: Callable[[CodeFigures], Coefficient], name: str = "") -> Column:
    def rank(f: CodeFigures) -> float:
        value = of(f).value
        return -2.0 if value is None else value  # what has no value stands together, below the lowest

    return Column(title, lambda f: figure(of(f)), rank, right=True, tip=lambda f: figure_tip(of(f)), name=name)


def _left_out(parts: Sequence[str]) -> str:
    """What of the texts does not count; "" where all does."""
    if not parts:
        return ""
    names = {
        "blanks": translate("Agreement", "blanks"), "headings": translate("Agreement", "headings"),
        "notes": translate("Agreement", "foot- and endnotes"),
    }  # fmt: skip
    told = [names[part] for part in parts if part in names]
    told += [translate("Agreement", "what “{name}” says").format(name=apart(name)) for name in speakers_in(parts)]
    return translate("Agreement", "without {parts}").format(parts=", ".join(told))


# -- sentences --------------------------------------------------------------------------------


def headline(compared: Compared) -> str:
    """Who, how much, which round, whose silence counts, as of when."""
    s = compared.settings
    coverage = {
        "finished": translate("Agreement", "documents that each marked finished"),
        "assigned": translate("Agreement", "documents that were assigned"),
        "coded": translate("Agreement", "documents in which each coded something"),
        "all": translate("Agreement", "all documents"),
    }[s.coverage or "finished"]
    as_of = translate("Agreement", "as of finishing") if s.as_of == "finished" else translate("Agreement", "as of now")
    level = translate("Agreement", "codes with their sub-codes") if s.level == "subtree" else ""
    documents = units_of("document", compared.n_compared)
    parts = [
        ", ".join(map(apart, compared.coders)),
        documents,
        "" if s.unit == "document" else units_of(s.unit, compared.measured.units),
        translate("Agreement", "round {n}").format(n=s.round) if s.round else "",
        coverage,
        as_of,
        level,
        chosen_words(compared.facts.chosen),
        _left_out(s.without),
    ]
    return " · ".join(part for part in parts if part)


def chosen_words(chosen: str) -> str:
    """Whether the settings were fixed before coding, or chosen later."""
    return translate("Agreement", "chosen after results were seen") if chosen == CHOSEN_LATER else in_words(chosen)


def summary(compared: Compared, figures: Sequence[CodeFigures], pooled: CodeFigures) -> str:
    """The range over the codes first, then all counts added, then how many codes nobody used."""
    used = sum(f.used for f in figures)
    ends = range_of(figures)
    if ends is None:
        return translate("Agreement", "No code has an alpha yet.")
    number = QLocale().toString
    words = counted(
        used,
        translate("Agreement", "Alpha {low} on the one code that was used."),
        translate("Agreement", "Alpha from {low} to {high} over {n} codes; with the counts of all added {pooled}."),
    )
    told = words.format(low=number(ends[0], "f", 2), high=number(ends[1], "f", 2), n=used, pooled=figure(pooled.alpha))
    if unused := len(figures) - used:
        told += " " + counted(
            unused,
            translate("Agreement", "One code was used by nobody."),
            translate("Agreement", "{n} codes were used by nobody."),
        ).format(n=unused)
    return told


def meaning(compared: Compared, f: CodeFigures, pair: tuple[int, int]) -> list[str]:
    """What the figures of one code say, in whole sentences."""
    one, other = (apart(compared.coders[c]) for c in pair)
    unit, locale = compared.settings.unit, QLocale()
    found = readings(f, pair)
    if found == (Reading.NOT_USED,):
        words = translate("Agreement", "Neither {a} nor {b} coded anything with “{code}” in these documents.")
        return [words.format(a=one, b=other, code=path_of(f))]
    words = translate("Agreement", "{a} coded {n} with “{code}”, {b} {m}. Both coded {both} of these.")
    told = [
        words.format(
            a=one,
            n=units_of(unit, f.both + f.only_first),
            code=path_of(f),
            b=other,
            m=whole(f.both + f.only_second),
            both=whole(f.both),
        )
    ]
    more, less = (one, other) if f.only_first > f.only_second else (other, one)
    sentences = {
        Reading.FEW: translate(
            "Agreement", "Either of them coded only {n}: too few to tell; one more or less changes every figure here."
        ),
        Reading.NEVER_TOGETHER: translate("Agreement", "They never coded the same place with it."),
        Reading.PARADOX: translate(
            "Agreement",
            "Percent is high ({percent}) and kappa low ({kappa}) because both left nearly everything uncoded: percent "
            "counts that as agreement, kappa does not. Positive agreement ({positive}) is about what was coded.",
        ),
        Reading.UNEVEN: translate(
            "Agreement", "{more} uses it more than twice as often as {less}: look whether both read it as wide."
        ),
        Reading.ALPHA_UNDEFINED: translate("Agreement", "Alpha has no value: {why}."),
        Reading.FIRM: translate("Agreement", "Alpha {alpha}: by Krippendorff’s convention (.80) reliable."),
        Reading.TENTATIVE: translate(
            "Agreement", "Alpha {alpha}: by Krippendorff’s convention (.667 to .80) for tentative conclusions."
        ),
        Reading.LOW: translate(
            "Agreement", "Alpha {alpha}: by Krippendorff’s convention (below .667) not yet reliable."
        ),
        Reading.AGAINST: translate("Agreement", "Alpha {alpha}: less agreement than chance would give."),
    }
    values = {
        "n": units_of(unit, f.positives),
        "percent": _percent(f.percent.value, locale),
        "kappa": figure(f.kappa),
        "positive": figure(f.positive),
        "more": more,
        "less": less,
        "why": in_words(f.alpha.undefined or ""),
        "alpha": _alpha_of(compared, f),
    }
    return told + [sentences[r].format(**values) for r in found]


def _alpha_of(compared: Compared, f: CodeFigures) -> str:
    """Alpha, and of how many where the sentences around it are about two of them."""
    if len(compared.coders) == 2:
        return figure(f.alpha)
    return translate("Agreement", "{alpha} (all {n} coders)").format(alpha=figure(f.alpha), n=len(compared.coders))


def _percent(value: float | None, locale: QLocale) -> str:
    return UNDEFINED if value is None else f"{locale.toString(value * 100, 'f', 0)} %"
