"""The reliability page: one paragraph to paste, the facts behind it, a table of the codes, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from coder.reliability import report_words as words
from coder.reliability.figures import FEW_POSITIVES, range_of
from coder.reliability.page import Compared
from coder.reliability.parts import speakers_in
from coder.reliability.report_rows import ReportRow, rows_of
from coder.reliability.report_words import count, interval, listed, number, share

_STRATA, _CHOSEN = 12, 20  # strata and codes that the page names


@dataclass(frozen=True, slots=True)
class Report:
    """What the page says. facts: (what, words). header and rows: the table, as words. sources: for the references.

    figures: the same rows with their numbers, for the picture.
    """

    title: str
    paragraph: str
    facts: tuple[tuple[str, str], ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    left_out: tuple[tuple[str, str, str], ...]
    figures: tuple[ReportRow, ...]


def report_of(compared: Compared, digest: str, software: str) -> Report:
    """The page on a comparison. digest: of the project as it was; software: name and version of the program."""
    figures = rows_of(compared)
    header, rows = _table(compared, figures)
    title = f"Reliability of “{compared.facts.title}”" if compared.facts.title else "Reliability"
    facts = (*_who(compared, figures), *_how(compared, figures), ("Software and data", _made_by(digest, software)))
    return Report(
        title, _paragraph(compared, figures, software), facts, header, rows,
        tuple(_notes(compared, figures)), tuple(_sources(compared)),
        tuple((o.document, o.coder, o.why) for o in compared.left_out), tuple(figures),
    )  # fmt: skip


# -- the paragraph ----------------------------------------------------------------------------


def _paragraph(compared: Compared, figures: Sequence[ReportRow], software: str) -> str:
    s, c = compared.settings, compared
    units, how_cut = words.UNIT_WORDS[s.unit]
    parts = [
        f"One coder coded {_of_documents(c)} twice ({listed(c.coders)})." if c.rounds else
        f"{count(len(c.coders), 'coder', 'coders')} ({listed(c.coders)}) coded {_of_documents(c)} in round {s.round}"
        f"{', apart from each other' if s.as_of == 'finished' else ''}.",
        f"Agreement was measured on {c.measured.units:,} {units} ({how_cut}).",
        "For each code Krippendorff’s alpha (nominal; Krippendorff, 2019) was computed on coded and not coded"
        + (f", with 95 % intervals from {s.bootstrap:,} draws of documents" if _has_intervals(figures) else "") + ".",
    ]  # fmt: skip
    used = [row for row in figures if row.used and row.place >= 0]
    ends = range_of(used)
    pooled = figures[-1].alpha
    if ends is not None:
        lowest = min((r for r in used if r.alpha.value is not None), key=lambda r: r.alpha.value or 0.0)
        highest = max((r for r in used if r.alpha.value is not None), key=lambda r: r.alpha.value or 0.0)
        parts.append(
            f"Over the {count(len(used), 'code', 'codes')} that somebody used, alpha ran from {number(ends[0])} "
            f"({lowest.name}) to {number(ends[1])} ({highest.name})"
            + (f"; with the counts of all codes added it was {number(pooled.value)}"
               + (f" {interval(pooled)}" if interval(pooled) else "") if pooled.value is not None else "") + "."
        )  # fmt: skip
    if s.as_of == "now":
        parts.append("The codings count as they are now, changes after discussion included.")
    parts += [_decided(c), f"The figures were computed with {software}."]
    return " ".join(parts)


def _of_documents(c: Compared) -> str:
    total = max(c.facts.documents, c.n_compared)
    if total == 0:
        return count(c.n_compared, "document", "documents")
    return f"{c.n_compared:,} of {count(total, 'document', 'documents')} ({c.n_compared / total:.0%})"


def _decided(c: Compared) -> str:
    if not c.facts.decisions:
        return "Disagreements have not been decided yet."
    ways = [f"{n:,} {f'by {how}' if how else 'with nothing said on how'}" for how, n in c.facts.decisions]
    by = f" (decided by {listed(c.facts.deciders)})" if c.facts.deciders else ""
    places = sum(n for _, n in c.facts.decisions)
    return f"Disagreements were decided at {count(places, 'place', 'places')}: {listed(ways)}{by}."


def _has_intervals(figures: Sequence[ReportRow]) -> bool:
    return any(row.alpha.low is not None for row in figures)


# -- the facts --------------------------------------------------------------------------------


def _who(c: Compared, figures: Sequence[ReportRow]) -> Iterator[tuple[str, str]]:
    """Codes, coders, what they read and were trained on."""
    s, f = c.settings, c.facts
    used = sum(row.used for row in figures if row.place >= 0)
    yield "Codes", f"{count(len(c.codes), 'code', 'codes')}, {used:,} of them used. " + (
        "A coding of a sub-code counts for the codes above it too." if s.level == "subtree" else
        "Every code on its own level: codings of sub-codes do not count for the code above."
    ) + (f" Codebook version: {f.codebook}." if f.codebook else "") + _chosen_words(c)  # fmt: skip
    covered = zip(c.coders, c.codings.covered.sum(axis=0).tolist(), strict=True)
    yield "Coders", listed([f"{name} ({count(n, 'document', 'documents')})" for name, n in covered]) + "."
    trained = listed([f"{name} ({count(n, 'document', 'documents')})" for name, n in f.training])
    yield "Training", (
        f"Assigned as training: {trained}. Training does not count here." if trained else
        "No training is noted in the project."
    )  # fmt: skip
    purposes = listed([f"{n:,} for {what}" for what, n in f.purposes])
    yield "Coded twice or more", f"{_of_documents(c)}." + (
        f" Assignments in this round: {purposes}." if purposes else ""
    )
    yield "How the sample was drawn", f.drawn or "How these documents were chosen is not noted in the project."


def _how(c: Compared, figures: Sequence[ReportRow]) -> Iterator[tuple[str, str]]:
    """Units, coefficient, interval, independence, what was left out, how disagreements were decided, when."""
    s, f = c.settings, c.facts
    units, how_cut = words.UNIT_WORDS[s.unit]
    presence = f" {words.PRESENCE_WORDS[s.presence]}" if s.unit != "character" else ""
    yield "Units", f"{c.measured.units:,} {units}, {how_cut}.{presence}{_without_words(s.without)}"
    yield "Which documents count", words.COVERAGE_WORDS[s.coverage or "coded"]
    yield "Positives", _positives_words(figures)
    if (seen := _passages_words(c)) is not None:
        yield "Passages", seen
    yield "Coefficient", (
        "Krippendorff’s alpha, nominal, on coded and not coded (Krippendorff, 2019). His conventions: rely on .80 and "
        "more, draw tentative conclusions from .667; they are conventions, and of alpha alone."
    )
    yield "Interval", _interval_words(c, figures)
    if c.gamma_settings is not None:
        yield "Gamma", _gamma_words(c.gamma_settings)
    shown = f" Others’ work was shown in {count(f.disclosed, 'document', 'documents')}." if f.disclosed else ""
    rounds = f"Rounds {listed([str(n) for n in c.rounds])}" if c.rounds else f"Round {s.round}"
    yield "Round and purpose", f"{rounds}; {s.purpose or 'all purposes but training'}. " + (
        "Each coder’s work counts as it was when they marked the document finished, before others’ work was shown."
        if s.as_of == "finished" else "Work counts as it is now, changes after discussion included."
    ) + shown  # fmt: skip
    yield "Left out", (
        f"{count(len(c.left_out), 'document of a coder', 'documents of coders')}, listed with the reason."
        if c.left_out else "Nothing."
    )  # fmt: skip
    fixed = str(c.settings_json()["fixed"])
    yield "Settings", f"{fixed[:1].upper()}{fixed[1:]}."
    yield "Disagreements", _decided(c)
    yield "When", _when(c)


def _without_words(parts: Sequence[str]) -> str:
    """What of the texts did not count."""
    if not parts:
        return ""
    told = [words.PART_WORDS[part] for part in parts if part in words.PART_WORDS]
    told += [f"what “{name}” says" for name in speakers_in(parts)]
    return f" Left out of the texts: {listed(told)}."


def _chosen_words(c: Compared) -> str:
    """That not all codes are compared, and which are."""
    if not c.settings.codes:
        return ""
    named = [" > ".join(path) for path in c.settings.codes]
    more = f" and {len(named) - _CHOSEN:,} more" if len(named) > _CHOSEN else ""
    return f" Chosen for this comparison: {'; '.join(named[:_CHOSEN])}{more}."


def _gamma_words(settings: Mapping[str, Any]) -> str:
    weights = ", ".join(f"{name} {weight:g}" for name, weight in settings["dissimilarity"].items())
    return (
        "Gamma compares passages in place, length and code at once, gamma-cat the codes of aligned passages; the codes "
        "below a code are its categories. The best alignment was found exactly. Chance was sampled with "
        f"{settings['samples']:,} corpora ({settings['sampler']}), seed {settings['seed']}; behind ± stands half of "
        f"the 95 % interval that comes from this sampling alone. Weights: {weights}."
    )


def _made_by(digest: str, software: str) -> str:
    return f"{software}; digest of the project {digest}."


def _positives_words(figures: Sequence[ReportRow]) -> str:
    positives = sorted(row.positives for row in figures if row.used and row.place >= 0)
    if not positives:
        return "Nobody coded anything."
    few = count(sum(n < FEW_POSITIVES for n in positives), "code has", "codes have")
    return (
        f"From {positives[0]:,} to {positives[-1]:,} units per used code that at least one coder coded; {few} fewer "
        f"than {FEW_POSITIVES}."
    )


def _passages_words(c: Compared) -> str | None:
    """Seen, coded and ended alike; of two coders, as more would need a table (which the workbook has)."""
    if len(c.coders) != 2:
        return None
    (p,) = c.passage_pairs()
    if p.matched == 0:
        return None
    return (
        f"{c.coders[0]} marked {p.first:,} and {c.coders[1]} {p.second:,}. Seen by both (half or more in common): "
        f"{p.matched:,}, or {share(p.identification.value)} of all. Of those seen by both {share(p.same_codes.value)} "
        f"have exactly the same codes and {share(p.same_ends.value)} the same ends."
    )


def _interval_words(c: Compared, figures: Sequence[ReportRow]) -> str:
    if not c.settings.bootstrap:
        return "None was asked for."
    if not _has_intervals(figures):
        return " ".join(c.remarks) or "None could be computed."
    drawn = c.drawn.documents if c.drawn is not None else c.n_compared
    return (
        f"95 %, percentiles of {c.settings.bootstrap:,} draws of {drawn:,} documents with replacement "
        f"(Efron & Tibshirani, 1993), seed {c.settings.seed}.{_strata_words(c)}"
    )


def _strata_words(c: Compared) -> str:
    if c.strata is None:
        return " The documents were drawn all together, without strata."
    strata = c.strata.sizes(c.codings.covered)
    told = listed([f"{value or 'no value'} ({n:,})" for value, n in list(strata.items())[:_STRATA]])
    more = f" and {len(strata) - _STRATA:,} more" if len(strata) > _STRATA else ""
    return f" Drawn within {count(len(strata), 'stratum', 'strata')} of “{c.strata.variable}”: {told}{more}."


def _when(c: Compared) -> str:
    first, last = c.facts.started, c.facts.finished
    if first is None or last is None:
        return "No document was marked finished in this round, so no time is noted."
    days = f"from {first:%Y-%m-%d} to {last:%Y-%m-%d}" if first.date() != last.date() else f"on {first:%Y-%m-%d}"
    return f"Coded {days} (UTC), by the marks in the project."


# -- the table --------------------------------------------------------------------------------


def _table(c: Compared, figures: Sequence[ReportRow]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Used codes and all codes together; by coder up to four coders, the pair's four counts where there are two."""
    two, few, ends = len(c.coders) == 2, len(c.coders) <= 4, _has_intervals(figures)
    header = ["Code", "Positives"]
    if two:
        header += ["Both", f"Only {c.coders[0]}", f"Only {c.coders[1]}", "Neither"]
    elif few:
        header += list(c.coders)
    gammas = {tuple(g["code"]): g for g in c.gammas}
    header += ["Alpha"] + (["95 % interval", "Below .667", "Below .80"] if ends else [])
    if two:
        header += ["Kappa", "SE of kappa", "Positive agreement", "Negative agreement"]
    header += ["Gamma", "Gamma-cat"] if gammas else []
    rows = []
    for row in figures:
        if not row.used:
            continue
        cells = [row.name, f"{row.positives:,}"]
        if two:
            cells += [f"{n:,}" for n in row.counts]
        elif few:
            cells += [f"{n:,}" for n in row.coded_by]
        cells.append(number(row.alpha.value))
        if ends:
            cells += [interval(row.alpha), *(share(row.below.get(limit)) for limit in ("0.667", "0.8"))]
        if two:
            cells += [number(row.kappa.value), "–" if row.kappa_se is None else f"{row.kappa_se:.3f}",
                      number(row.positive.value), number(row.negative.value)]  # fmt: skip
        if gammas:
            cells += _gamma_cells(gammas.get(c.codes[row.place].path) if row.place >= 0 else None)
        rows.append(tuple(cells))
    return tuple(header), tuple(rows)


def _gamma_cells(found: Mapping[str, Any] | None) -> list[str]:
    """Gamma and gamma-cat with what sampling alone leaves open."""
    if found is None:
        return ["", ""]
    cells = []
    for name, precision in (("gamma", "precision"), ("gamma_cat", "precision_cat")):
        value, within = found[name]["value"], found[precision]
        cells.append(number(value) + (f" ±{within:.2f}" if value is not None and within is not None else ""))
    return cells


def _notes(c: Compared, figures: Sequence[ReportRow]) -> Iterator[str]:
    yield "Positives: units that at least one coder coded. Alpha is of all coders together."
    if _has_intervals(figures):
        yield "Below .667, below .80: the share of the draws in which alpha was lower than that."
    if any(row.used and row.alpha.value is None for row in figures):
        yield "–: the figure has no value; the workbook says why for each."
    unused = sum(not row.used for row in figures if row.place >= 0)
    if unused:
        yield f"Nobody used {unused:,} of the {len(c.codes):,} codes in these documents; they have no figures."
    if len(c.coders) == 2 and c.settings.unit in ("character", "word"):
        yield "No standard error is given: neighbouring words and characters depend on each other."
    if any(row.used and row.place >= 0 and row.positives < FEW_POSITIVES for row in figures):
        yield "With fewer than 10 positives one unit more or less moves every figure a lot."
    yield from c.warnings
    yield from c.remarks


def _sources(c: Compared) -> Iterator[str]:
    yield words.KRIPPENDORFF
    if len(c.coders) == 2:
        yield words.COHEN
        yield words.FLEISS
        yield words.CICCHETTI
    if c.settings.bootstrap:
        yield words.EFRON
    if c.gamma_settings is not None:
        yield words.MATHET
    if c.settings.unit in ("sentence", "word"):
        yield words.UAX29


def figure_rows(report: Report) -> list[ReportRow]:
    """The codes that somebody used, as the picture shows them: the highest alpha first, all codes together last."""
    codes = [row for row in report.figures if row.used and row.place >= 0]
    codes.sort(key=lambda row: (-np.inf if row.alpha.value is None else row.alpha.value, -row.place), reverse=True)
    return [*codes, *(row for row in report.figures if row.place < 0)]
