"""Agreement as tables: the sheets of a workbook to read, or one long table to count on with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from coder.exporters.tables import Column, Table, Value

Told = Mapping[str, Any]  # the JSON answer of `agreement`
ALL_CODES = "All codes, counts added"
_FIGURE = {
    "percent_pairwise": "Percent agreement over pairs of judgements, 0 to 1.",
    "percent_pooled": "Percent agreement over all pairs of coders and units together, 0 to 1.",
    "percent_unanimous": "Share of units on which all coders agree, 0 to 1.",
    "positive_agreement": "Of what either coder coded, the share that both did (for many coders over all pairs).",
    "negative_agreement": "Of what either coder left uncoded, the share that both did.",
    "cohen_kappa": "Cohen's kappa (two coders).",
    "scott_pi": "Scott's pi (two coders).",
    "fleiss_kappa": "Fleiss' kappa.",
    "light_kappa": "Mean of Cohen's kappa over all pairs (Light).",
    "hubert_kappa": "Hubert's kappa.",
    "conger_kappa": "Conger's kappa.",
    "brennan_prediger": "Brennan and Prediger's coefficient: chance as if all categories were alike.",
    "ac1": "Gwet's AC1.",
    "alpha_nominal": "Krippendorff's alpha, nominal.",
    "holsti": "Holsti's coefficient over passages.",
    "alpha_set_nominal": "Krippendorff's alpha over sets of codes: equal or not.",
    "alpha_set_jaccard": "Krippendorff's alpha over sets of codes, with the Jaccard distance.",
    "alpha_set_masi": "Krippendorff's alpha over sets of codes, with the MASI distance.",
}
_ENDS = {"low": "Lower end of the 95 % interval of", "high": "Upper end of the 95 % interval of"}


def agreement_tables(told: Told, *, first: Sequence[str] = (), prefix: str = "") -> list[Table]:
    """The sheets: codes, pairs, everything else that is there, what was left out, settings.

    first: the coefficients whose columns stand in front. prefix: before the names of the sheets, where they stand
    among others.
    """
    tables = [_codes(told, first, prefix), _pairs(told, first, prefix)]
    if told.get("passages"):
        tables.append(_passages(told, prefix))
    if told.get("by_document"):
        tables.append(_documents(told, first, prefix))
    if told.get("gamma"):
        tables.append(_gamma(told, prefix))
    if more := list(_further(told)):
        tables.append(_long(_title(prefix, "Groups of codes"), "Figures that are over several codes at once.", more))
    return [*tables, left_out(told, prefix), settings(told, prefix)]


def _title(prefix: str, name: str) -> str:
    return f"{prefix} {name.lower()}" if prefix else name


def _codes(told: Told, first: Sequence[str], prefix: str) -> Table:
    """One row a code, and one for all codes with their counts added."""
    names = _names(told["codes"], first)
    ends = _has_ends(told["codes"])
    columns = [
        Column("Code", "The code; the last row has the counts of all codes added.", 34),
        Column("Units", f"Units ({told['unit']}) that at least two of the coders covered.", 9),
        *(Column(f"Coded by {name}", f"Of these, how many {name} coded with it.", 11) for name in told["coders"]),
        *_columns(names, ends), *_ERRORS, *(_BELOW if ends else ()),
    ]  # fmt: skip
    rows: list[list[Value]] = [
        [
            " > ".join(c["code"]), c["units"], *(c["coded_by"][name] for name in told["coders"]),
            *_cells(c["coefficients"], names, ends), *_errors(c), *(c["alpha_below"].values() if ends else ()),
        ]
        for c in told["codes"]
    ]  # fmt: skip
    added: list[Value] = [sum(c["coded_by"][name] for c in told["codes"]) for name in told["coders"]]
    units = sum(c["units"] for c in told["codes"])
    no_more: list[Value] = [None] * (len(_ERRORS) + (len(_BELOW) if ends else 0))
    rows.append([ALL_CODES, units, *added, *_cells(told["pooled"]["coefficients"], names, ends), *no_more])
    about = f"Agreement of all coders on each code. {_UNDEFINED}"
    return Table(prefix or "Codes", about, columns, rows, len(rows))


_ERRORS = (
    Column("SE of cohen_kappa", "Standard error of Cohen's kappa (Fleiss, Cohen & Everitt 1969).", 12),
    Column("SE of ac1", "Standard error of AC1 (Gwet 2008).", 12),
)
_BELOW = (
    Column("alpha below .667", "Share of the draws in which alpha was below .667.", 12),
    Column("alpha below .80", "Share of the draws in which alpha was below .80.", 12),
)


def _errors(c: Told) -> list[Value]:
    """The standard errors of a code; empty for words and characters, which depend on their neighbours."""
    se = c.get("se") or {}
    return [se.get("cohen_kappa"), se.get("ac1")]


_UNDEFINED = "Where a figure has no value, the cell says “undefined” and why."


def _pairs(told: Told, first: Sequence[str], prefix: str) -> Table:
    """One row a pair of coders and code, with its 2 × 2 table."""
    every = [c for pair in told["pairs"] for c in (*pair["codes"], pair["pooled"])]
    names, ends = _names(every, first), _has_ends(every)
    columns = [
        Column("First coder", "One coder of the pair.", 16),
        Column("Second coder", "The other coder of the pair.", 16),
        Column("Code", "The code; one row for each pair has the counts of all codes added.", 34),
        Column("Both", "Units that both coded.", 8),
        Column("Only first", "Units that only the first coder coded.", 8),
        Column("Only second", "Units that only the second coder coded.", 8),
        Column("Neither", "Units that both read and neither coded.", 8),
        *_columns(names, ends), *_ERRORS,
    ]  # fmt: skip
    rows = [
        [
            *pair["coders"], " > ".join(c["code"]) if "code" in c else ALL_CODES,
            *(c[key] for key in ("both", "only_first", "only_second", "neither")),
            *_cells(c["coefficients"], names, ends), *_errors(c),
        ]
        for pair in told["pairs"]
        for c in (*pair["codes"], pair["pooled"])
    ]  # fmt: skip
    about = f"Agreement of each pair of coders on each code. {_UNDEFINED}"
    return Table(_title(prefix, "Pairs"), about, columns, rows, len(rows))


_PASSAGES = {
    "identification": "Did both see it: 2 × matched / (first + second).",
    "same_codes": "Of the matched passages, the share with exactly the same codes.",
    "some_code": "Of the matched passages, the share with at least one code in common.",
    "same_ends": "Of the matched passages, the share that begins and ends at the same characters.",
    "overlap": "Of the matched passages, the mean of what both cover over what either covers.",
}


def _passages(told: Told, prefix: str) -> Table:
    """One row a pair of coders: seen, coded and ended alike."""
    columns = [
        Column("First coder", "One coder of the pair.", 16),
        Column("Second coder", "The other coder of the pair.", 16),
        Column("First", "Passages of the first coder in documents that both cover.", 9),
        Column("Second", "Passages of the second coder there.", 9),
        Column("Matched", "Passages that are the same for both: half or more in common, whatever their codes.", 9),
        *(Column(name, meaning, 14) for name, meaning in _PASSAGES.items()),
    ]
    names = list(_PASSAGES)
    rows = [
        [*p["coders"], p["first"], p["second"], p["matched"], *_cells(p["coefficients"], names, False)]
        for p in told["passages"]
    ]
    about = f"Whether coders saw the same passages, gave them the same codes, and the same ends. {_UNDEFINED}"
    return Table(_title(prefix, "Passages"), about, columns, rows, len(rows))


_GAMMA = {
    "gamma": "Gamma: agreement in place, length and category of passages at once, corrected for chance.",
    "gamma_cat": "Gamma-cat: agreement in the category of aligned passages, corrected for chance.",
}
_SAMPLED = {
    "observed_disorder": "Disorder of the best alignment of the coders' passages.",
    "expected_disorder": "Mean disorder of the sampled texts.",
    "samples": "How many corpora were sampled by chance.",
    "spread": "Standard deviation of the disorders of the sampled texts.",
    "precision": "Half of the 95 % interval of gamma that comes from the sampling alone.",
    "precision_cat": "The same of gamma-cat.",
}


def _gamma(told: Told, prefix: str) -> Table:
    """One row a code, its sub-codes as the categories."""
    columns = [
        Column("Code", "The code; its sub-codes are the categories, or the code alone if it has none.", 34),
        Column("Categories", "How many codes these are.", 11),
        *(Column(name, meaning, 14) for name, meaning in (_GAMMA | _SAMPLED).items()),
    ]
    rows: list[list[Value]] = [
        [" > ".join(g["code"]), g["categories"], *_cells(g, list(_GAMMA), False), *(g[name] for name in _SAMPLED)]
        for g in told["gamma"]
    ]
    about = f"Gamma by code, which settings say how it was sampled. {_UNDEFINED}"
    return Table(_title(prefix, "Gamma"), about, columns, rows, len(rows))


def _documents(told: Told, first: Sequence[str], prefix: str) -> Table:
    """One row a document and code that somebody used in it, and one for all codes of the document."""
    every = [c for d in told["by_document"] for c in (*d["codes"], d["pooled"])]
    names = _names(every, first)
    columns = [
        Column("Document", "Name of the document.", 32),
        Column("Code", "The code; one row for each document has the counts of all codes added.", 34),
        Column("Units", f"Units ({told['unit']}) of the document.", 9),
        *(Column(f"Coded by {c}", f"Of these, how many {c} coded; empty if they did not cover it.", 11)
          for c in told["coders"]),
        *_columns(names, False),
    ]  # fmt: skip
    rows: list[list[Value]] = []
    for d in told["by_document"]:
        added: list[Value] = [sum(c["coded_by"][who] for c in d["codes"]) if who in d["coders"] else None
                              for who in told["coders"]]  # fmt: skip
        rows += [
            [d["document"], " > ".join(c["code"]), d["units"], *(c["coded_by"].get(who) for who in told["coders"]),
             *_cells(c["coefficients"], names, False)]
            for c in d["codes"]
        ]  # fmt: skip
        rows.append([d["document"], ALL_CODES, d["units"], *added, *_cells(d["pooled"]["coefficients"], names, False)])
    about = "Agreement within each document. Never to be averaged: small documents would count like large ones."
    return Table(_title(prefix, "Documents"), about, columns, rows, len(rows))


def _names(entries: Iterable[Told], first: Sequence[str]) -> list[str]:
    """The names of all coefficients there are, those in front first."""
    there = list(dict.fromkeys(name for e in entries for name in e["coefficients"]))
    return [n for n in first if n in there] + [n for n in there if n not in first]


def _has_ends(entries: Iterable[Told]) -> bool:
    """Was any interval given?"""
    return any(c["low"] is not None for e in entries for c in e["coefficients"].values())


def _columns(names: Sequence[str], ends: bool) -> list[Column]:
    columns = []
    for name in names:
        columns.append(Column(name, _FIGURE.get(name, name.replace("_", " ").capitalize() + "."), 12))
        if ends:
            columns += [Column(f"{name} {end}", f"{words} {name}.", 12) for end, words in _ENDS.items()]
    return columns


def _cells(coefficients: Mapping[str, Told], names: Sequence[str], ends: bool) -> list[Value]:
    cells: list[Value] = []
    for name in names:
        c = coefficients.get(name)
        cells.append(None if c is None else c["value"] if c["value"] is not None else f"undefined: {c['undefined']}")
        if ends:
            cells += [c["low"], c["high"]] if c else [None, None]
    return cells


def left_out(told: Told, prefix: str = "") -> Table:
    """Which document does not count for which coder, and why."""
    columns = [
        Column("Document", "Name of the document.", 32),
        Column("Coder", "For whom it does not count, or counts with a reservation.", 18),
        Column("Why", "The reason.", 44),
    ]
    rows = [[o["document"], o["coder"], o["why"]] for o in told["left_out"]]
    about = "Documents that were not compared for a coder, and why. Empty if none was left out."
    return Table(_title(prefix, "Left out"), about, columns, rows, len(rows))


def settings(told: Told, prefix: str = "") -> Table:
    """What was compared and how: enough to do it again."""
    columns = [Column("Setting", "What was set.", 22), Column("Value", "To what.", 80, wrap=True)]
    values = {**told["settings"], "documents compared": told["documents"], "units compared": told["units"]}
    values |= {"digest": told["digest"], "software": told["software"]}
    rows: list[list[Value]] = [[name, _shown(value)] for name, value in values.items()]
    rows += [["warning", words] for words in told.get("warnings", ())]
    return Table(_title(prefix, "Settings"), "What was compared and how.", columns, rows, len(rows))


def _shown(value: Any) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


# -- one long table ---------------------------------------------------------------------------

_LONG = [
    Column("of", "What the figure is of: code, all codes, pair, or the further kind named.", 16),
    Column("code", "The code; empty if the figure is of several.", 34),
    Column("first_coder", "One coder of a pair.", 16),
    Column("second_coder", "The other coder of a pair.", 16),
    Column("figure", "Which figure or count.", 22),
    Column("value", "Its value; empty if undefined.", 12),
    Column("low", "Lower end of the 95 % interval, if one was asked for.", 12),
    Column("high", "Upper end of the 95 % interval.", 12),
    Column("undefined", "Why it has no value.", 50),
]


def long_table(told: Told) -> Table:
    """Every figure of a comparison, one a row; settings and what was left out too."""
    rows = [*_code_figures(told), *_pair_figures(told), *_passage_figures(told), *_gamma_figures(told), *_further(told)]
    rows += [["left out", None, o["coder"], None, o["document"], None, None, None, o["why"]] for o in told["left_out"]]
    rows += [
        ["setting", None, None, None, name, _shown(value), None, None, None]
        for name, value in settings(told).rows
    ]  # fmt: skip
    return _long("Agreement", "Every figure, one a row.", rows)


def _long(title: str, about: str, rows: Sequence[Sequence[Value]]) -> Table:
    return Table(title, about, _LONG, rows, len(rows))


def _code_figures(told: Told) -> Iterator[list[Value]]:
    for c in told["codes"]:
        code = " > ".join(c["code"])
        yield _row("code", code, "units", {"value": c["units"]})
        for name, count in c["coded_by"].items():
            yield _row("code", code, "coded_by", {"value": count}, [name])
        for name, figure in c["coefficients"].items():
            yield _row("code", code, name, figure)
    for name, figure in told["pooled"]["coefficients"].items():
        yield _row("all codes", None, name, figure)


def _pair_figures(told: Told) -> Iterator[list[Value]]:
    for pair in told["pairs"]:
        for c in (*pair["codes"], pair["pooled"]):
            code = " > ".join(c["code"]) if "code" in c else None
            of = "pair" if code else "pair, all codes"
            for key in ("both", "only_first", "only_second", "neither"):
                yield _row(of, code, key, {"value": c[key]}, pair["coders"])
            for name, figure in c["coefficients"].items():
                yield _row(of, code, name, figure, pair["coders"])


def _passage_figures(told: Told) -> Iterator[list[Value]]:
    for p in told.get("passages", ()):
        for key in ("first", "second", "matched"):
            yield _row("passages", None, key, {"value": p[key]}, p["coders"])
        for name, figure in p["coefficients"].items():
            yield _row("passages", None, name, figure, p["coders"])


def _gamma_figures(told: Told) -> Iterator[list[Value]]:
    for g in told.get("gamma", ()):
        code = " > ".join(g["code"])
        for name in _GAMMA:
            yield _row("gamma", code, name, g[name])
        for name in _SAMPLED:
            yield _row("gamma", code, name, {"value": g[name]})


def _further(told: Told) -> Iterator[list[Value]]:
    """Figures over several codes: label sets, and what else there is of coefficients by code."""
    for name, figure in told.get("label_sets", {}).items():
        yield _row("label sets", None, name, figure)
    for kind in ("unitizing", "groups"):
        for entry in told.get(kind, ()):
            code = " > ".join(entry["code"])
            for name, figure in entry.items():
                if _is_figure(figure):
                    yield _row(kind, code, name, figure)
                elif name == "confusion":
                    yield from _confusion(kind, code, figure)
                elif isinstance(figure, dict):
                    for part, inner in figure.items():
                        yield _row(kind, code, f"{name}: {part}", inner)


def _confusion(kind: str, code: str, told: Told) -> Iterator[list[Value]]:
    """How often one coder took the first of two codes where the other took the second."""
    labels = told["labels"]
    for pair in told["pairs"]:
        for first, counts in zip(labels, pair["counts"], strict=True):
            for second, count in zip(labels, counts, strict=True):
                yield _row(kind, code, f"{first} | {second}", {"value": count}, pair["coders"])


def _is_figure(value: Any) -> bool:
    return isinstance(value, dict) and "value" in value and "undefined" in value


def _row(of: str, code: str | None, figure: str, c: Told, coders: Sequence[str] = ()) -> list[Value]:
    first, second = (*coders, None, None)[:2]
    return [of, code, first, second, figure, c["value"], c.get("low"), c.get("high"), c.get("undefined")]


def readme(told: Told, tables: Sequence[Table]) -> Table:
    """What the workbook is, and a word on each column of each sheet."""
    opening: list[list[Value]] = [
        ["What this is", None, f"Agreement of {', '.join(told['coders'])} on {told['documents']} documents."],
        ["Made by", None, told["software"]],
        ["Digest", None, f"{told['digest']} (of the project as it was: two projects of one digest hold the same)"],
    ]
    return readme_table(opening, tables)


def readme_table(opening: Sequence[Sequence[Value]], tables: Sequence[Table]) -> Table:
    """The first sheet: the opening lines, then each sheet with its columns in words."""
    columns = [
        Column("Sheet", "A sheet of this workbook.", 22, wrap=True),
        Column("Column", "A column of it.", 28, wrap=True),
        Column("What it says", "In words.", 110, wrap=True),
    ]
    rows: list[Sequence[Value]] = list(opening)
    for table in tables:
        rows.append((table.title, None, table.about))
        rows += [(table.title, c.name, c.meaning) for c in table.columns]
    return Table("README", "Read this first.", columns, rows, len(rows))
