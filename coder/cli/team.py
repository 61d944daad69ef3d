"""handout, finish, merge, conflicts, agreement, reliability."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from coder import __version__
from coder.assignments import finish as finish_documents
from coder.cli.common import answer, code_paths_like, documents_named, opened, progress, tell
from coder.coders import add_coder, coder_named
from coder.errors import CoderError, UnknownThing
from coder.exchange.study_write import digest
from coder.merging.conflicts import Conflict, open_conflicts
from coder.merging.merge import MergeReport, merge_files
from coder.merging.package import check_target, hand_out
from coder.project import Project
from coder.reliability import Compared, Settings, compare, main_figures
from coder.reliability.gammas import GammaRow, Sampling, add_gammas
from coder.reliability.strata import variable_called
from coder.sentences import sentence


def handout(options: argparse.Namespace) -> int:
    """Writes a coder's package; a coder not known yet is made."""
    check_target(options.output)
    with opened(options, write=False) as project:
        coder = _known(project, options.coder)
        if options.document:
            project.ask(documents_named, options.document)
    if coder is None:
        if options.round and not options.document:
            raise UnknownThing(
                sentence(
                    "“{coder}” is new here; nothing is assigned to them in round {round}.",
                    coder=options.coder,
                    round=options.round,
                )
            )
        with opened(options, write=True) as project:
            coder = project.do(add_coder, name=options.coder).value
        tell(f"“{options.coder}” is new in this project.")
    with opened(options, write=False) as project:
        documents = project.ask(documents_named, options.document) if options.document else None
        package = hand_out(
            project, options.output, coder_id=coder, document_ids=documents, round_=options.round,
            originals=not options.without_originals,
        )  # fmt: skip
    if options.json:
        answer({"coder": package.coder, "documents": list(package.documents), "codings": package.codings})
    else:
        print(f"{options.output.name}: {package.coder}, {len(package.documents)} documents")
        for name in package.documents:
            print(f"  {name}")
    return 0


def _known(project: Project, name: str) -> Any:
    try:
        return project.ask(coder_named, name)
    except UnknownThing:
        return None


def finish(options: argparse.Namespace) -> int:
    """Marks documents finished by a coder, or open again."""
    with opened(options, write=True) as project:
        coder = project.ask(coder_named, options.coder)
        documents = project.ask(documents_named, options.document) if options.document else None
        done = project.do(finish_documents, coder_id=coder, document_ids=documents, reopen=options.reopen)
    print(f"{options.coder}: {len(done.value)} documents {'open again' if options.reopen else 'finished'}.")
    return 0


def merge(options: argparse.Namespace) -> int:
    """Brings files together and reports."""
    with opened(options, write=True) as project:
        report = merge_files(project, options.files, dry_run=options.dry_run, tick=progress("Merging"))
    if options.json:
        answer(report.as_json())
    _tell_merge(report, print if not options.json else tell)
    return 0


def _tell_merge(report: MergeReport, say: Any) -> None:
    for f in report.files:
        parts = [
            f"{n} {kind} {what}"
            for what, counter in (("added", f.added), ("removed", f.removed), ("changed", f.changed))
            for kind, n in counter.items()
            if n
        ]
        others = "no documents, codes or coded segments; other changes (assignments, memos and the like): "
        say(f"{f.file}: {', '.join(parts) or (f'{others}{f.changes}' if f.changes else 'nothing new')}.")
    for title, listed in (("Alike", report.alike), ("Revived", report.revived), ("Proposals", report.proposals)):
        for told in listed:
            say(f"{title}: {told.thing} “{told.name}”: {told.why}.")
    if report.conflicts:
        say(f"{len(report.conflicts)} edit conflicts are open; `intercoder conflicts` lists them.")
    for warning in report.warnings:
        tell(warning)
    if report.copy:
        tell(f"The project as it was: {report.copy.name}")


def conflicts(options: argparse.Namespace) -> int:
    """The open edit conflicts."""
    with opened(options, write=False) as project:
        found = project.ask(open_conflicts)
    if options.json:
        answer([c.as_json() for c in found])
        return 0
    for c in found:
        print(_conflict(c))
    if not found:
        print("No edit conflicts are open.")
    return 0


def _conflict(c: Conflict) -> str:
    head = {"field": f"{c.field} of {c.thing} “{c.name}”", "removed": f"{c.thing} “{c.name}” removed and edited",
            "ring": f"{c.thing} “{c.name}” moved in a ring"}[c.kind]  # fmt: skip
    sides = "; ".join(f"{s.coder}: {'removed it' if s.value is None and c.kind == 'removed' else s.value}"
                      for s in c.values)  # fmt: skip
    return f"{head}: {sides}"


def settings_of(options: argparse.Namespace, project: Project) -> Settings:
    """What the command asks to be compared."""
    return Settings(
        unit=options.unit, presence=options.presence, coverage=options.coverage, as_of=options.as_of,
        round=options.round, purpose=options.purpose, level=options.level,
        coders=tuple(project.ask(coder_named, name) for name in options.coder),
        codes=tuple(path for typed in options.code for path in project.ask(code_paths_like, typed)),
        documents=tuple(project.ask(documents_named, options.document)) if options.document else (),
        bootstrap=options.bootstrap, seed=options.seed,
        strata=project.ask(variable_called, options.strata) if options.strata else None,
        without=tuple(options.without),
    )  # fmt: skip


def agreement(options: argparse.Namespace) -> int:
    """All coefficients: a table, JSON, .xlsx or .csv."""
    with opened(options, write=False) as project:
        written = options.json or options.output is not None
        compared = compare(project, settings_of(options, project), qualifiers=written)
        sampling = Sampling(options.gamma, options.gamma_sampler, options.seed)
        gammas = add_gammas(compared, sampling, progress("Gamma")) if options.gamma else []
        told = compared.as_json(digest(project), f"Intercoder {__version__}")
    tell(*compared.warnings, *compared.remarks)
    if options.output:
        from coder.exporters.agreement import write_agreement

        tell(*write_agreement(compared, told, options.output))
        tell(f"Wrote {options.output}.")
    elif options.json:
        answer(told)
    else:
        _print_table(compared)
        if gammas:
            _print_gammas(gammas, sampling)
    return 0


def _print_table(compared: Compared) -> None:
    s, m = compared.settings, compared.measured
    print(
        f"{', '.join(compared.coders)}: {compared.n_compared} documents, {m.units} units ({s.unit}), round {s.round}, "
        f"documents {s.coverage}, as of {s.as_of}, level {s.level}"
    )
    figures = main_figures(compared)
    width = max((len(" > ".join(c.path)) for c in compared.codes), default=4)
    names = [f"{name[:10]:>10}" for name in compared.coders]
    print(f"{'code':<{width}} {' '.join(names)} {' '.join(f'{f:>18}' for f in figures)}")
    used = [n for n in range(len(compared.codes)) if m.coded_by[n].any()]
    for n in used:
        code = compared.codes[n]
        coded = " ".join(f"{int(v):>10}" for v in m.coded_by[n])
        values = [m.per_code[f].at(n).value for f in figures]
        shown = " ".join(f"{'undefined' if v is None else format(v, '.3f'):>18}" for v in values)
        print(f"{' > '.join(code.path):<{width}} {coded} {shown}")
    if unused := len(compared.codes) - len(used):
        print(f"Nobody used {unused} of {len(compared.codes)} codes in these documents; they have no figures.")
    for o in compared.left_out:
        tell(f"Left out: {o.document}, {o.coder}: {o.why}" if "counted" not in o.why else
             f"Note: {o.document}, {o.coder}: {o.why}")  # fmt: skip


def _print_gammas(rows: Sequence[GammaRow], sampling: Sampling) -> None:
    """Gamma of the codes that somebody used, each with the precision of its sampling or the reason it is missing."""
    print(f"gamma, chance from {sampling.samples} sampled texts ({sampling.sampler}); ± is the precision of sampling")
    for row in rows:
        if not row.used:
            continue
        g, told = row.gamma, []
        for name, c, precision in (("gamma", g.gamma, g.precision), ("gamma_cat", g.gamma_cat, g.precision_cat)):
            if name == "gamma_cat" and row.categories == 1:
                continue
            within = "" if precision is None else f" ± {precision:.3f}"
            told.append(f"{name} undefined: {c.undefined}" if c.value is None else f"{name} {c.value:.3f}{within}")
        print(f"{' > '.join(row.code.path)}: {'; '.join(told)}")


def reliability(options: argparse.Namespace) -> int:
    """Coefficients of a plain table."""
    from coder.agreement.plain import reliability as measure_table
    from coder.importers.ratings_table import read_ratings

    if not options.table.exists():
        raise CoderError(sentence("There is no file “{table}”.", table=options.table), "Check the name and the folder.")
    table = read_ratings(options.table)
    found = measure_table(
        table, options.metric, categories=options.categories, bootstrap=options.bootstrap, seed=options.seed
    )
    tell(*found.warnings)
    if options.output:
        from coder.exporters.ratings_tables import asked_in_words, write_reliability

        asked = asked_in_words(options.metric, options.categories, options.bootstrap, options.seed)
        tell(*write_reliability(found, options.table.name, asked, options.output), f"Wrote {options.output}.")
        return 0
    if options.json:
        answer(found.as_json())
        return 0
    print(f"{', '.join(found.coders)}: {found.units} units, {found.categories} categories")
    for name, c in found.coefficients.items():
        print(f"{name:<26} " + (f"{c.value:.4f}" if c.value is not None else f"undefined: {c.undefined}"))
    return 0
