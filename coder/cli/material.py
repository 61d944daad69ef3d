"""import, codebook, export."""

from __future__ import annotations

import argparse

from coder.cli.common import answer, documents_named, opened, progress, tell
from coder.codebook import freeze_version
from coder.coders import study_of
from coder.errors import SourceError
from coder.exchange.bring import Read, as_json, bring_readable, read_variables
from coder.exchange.codebook_files import known_codebook, read_codebook_file
from coder.exchange.codebook_load import codebook_of, load_codebook
from coder.exchange.prepare import Choices, FileChoices, here_now, prepare
from coder.exchange.pseudonym_key import key_file
from coder.exchange.study_people import Loaded
from coder.exchange.study_write import write_study
from coder.exporters.codebook_files import write_codebook_file
from coder.importers import read_file
from coder.importers.pseudonyms import read_pseudonyms
from coder.sentences import sentence
from coder.versions import homeless_segments, renew_document


def import_(options: argparse.Namespace) -> int:
    """Adds sources and exchange files; readable ones go in as one change, each that failed is named."""
    if options.as_version_of is not None:
        return _renew(options)
    variables = read_variables(options.variables) if options.variables else []
    choices = _choices(options)
    with opened(options, write=True) as project:
        prepared = prepare(options.files, choices, progress("Reading"), here=project.ask(here_now))
        read = prepared.read()
        loaded = Loaded()
        if not (read.failed and options.all_or_nothing):
            act = project.try_out if options.dry_run else project.do
            with key_file(None if options.dry_run else options.key, prepared.replaced):
                loaded = bring_readable(
                    act, read, people=dict(options.coder), variables=variables, all_or_nothing=options.all_or_nothing
                )
    if prepared.replaced:
        loaded.warnings.append(
            f"{len(prepared.replaced)} places hold a pseudonym now; the files' own bytes were not kept."
        )
    _tell_import(options, read, loaded)
    return 3 if read.failed else 0


def _renew(options: argparse.Namespace) -> int:
    """The file as a new version of a document: coded segments find their words in it, or are listed."""
    if len(options.files) != 1:
        options.parser.error("--as-version-of takes one FILE")
    source = read_file(options.files[0], page=options.page, encoding=options.encoding)
    with opened(options, write=True) as project:
        found = project.ask(documents_named, [options.as_version_of])
        if len(found) > 1:
            raise SourceError(
                sentence("Several documents are called “{as_version_of}”.", as_version_of=options.as_version_of),
                "Rename one of them first.",
            )
        act = project.try_out if options.dry_run else project.do
        renewed = act(renew_document, document_id=found[0], source=source).value
        loaded = Loaded()
        loaded.same["documents"] += 1
        if renewed.changed:
            loaded.warnings.append(f"“{options.as_version_of}” has the text of “{source.name}” now.")
            lost = project.ask(homeless_segments, project.coder_id)
            loaded.warnings += [
                f"The words of a coded segment are gone: {s.coder}, {' > '.join(s.path)}, “{s.quote}”."
                for s in lost
                if s.id in renewed.lost
            ]
    _tell_import(options, Read(), loaded)
    return 0


def _choices(options: argparse.Namespace) -> Choices:
    """What was chosen. Raises SourceError for a list of names without a file for its key."""
    if options.replace_names and not (options.key or options.dry_run):
        raise SourceError(
            "The names that pseudonyms replace would be lost.", "Name a file for them: --key FILE, outside the project."
        )
    every = FileChoices(
        options.page, options.encoding, options.text_column, options.key_column, options.running, options.ocr,
        options.sheet,
    )  # fmt: skip
    listed = read_pseudonyms(options.replace_names) if options.replace_names else None
    return Choices(every, pattern=options.name_pattern, pseudonyms=listed, stories=options.stories)


def _tell_import(options: argparse.Namespace, read: Read, loaded: Loaded) -> None:
    if options.json:
        answer(as_json(loaded, read.failed))
    would = "Would add" if options.dry_run else "Added"
    added = ", ".join(f"{n} {kind}" for kind, n in loaded.added.items() if n) or "nothing"
    same = ", ".join(f"{n} {kind}" for kind, n in loaded.same.items() if n)
    tell(f"{would}: {added}." + (f" Here already: {same}." if same else ""))
    tell(*loaded.warnings)
    for failed in read.failed:
        which = "" if failed.file in failed.why else f"{failed.file}: "
        tell(f"Not imported: {which}{failed.why} {failed.advice}")
    if read.failed and options.all_or_nothing:
        tell("Nothing was imported, as --all-or-nothing asks.")


def codebook(options: argparse.Namespace) -> int:
    """Loads, writes or freezes the codebook."""
    from pathlib import Path

    if options.action == "version":
        with opened(options, write=True) as project:
            frozen = {"codes": project.ask(write_study, project.study_id)["codes"]}
            project.do(freeze_version, name=options.target, frozen=frozen)
        print(f"Froze the codebook as “{options.target}”.")
        return 0
    path = Path(options.target)
    known_codebook(path)
    if options.action == "import":
        found = read_codebook_file(path)
        with opened(options, write=True) as project:
            taken = project.do(load_codebook, codebook=found).value
        tell(*taken.told)
        print(f"{taken.added} added, {taken.changed} changed, {taken.same} as they were; nothing removed.")
        return 0
    with opened(options, write=False) as project:
        title = project.ask(study_of, project.study_id).title
        held = project.ask(codebook_of, title)
    tell(*write_codebook_file(path, held))
    print(f"Wrote {path}.")
    return 0


def export(options: argparse.Namespace) -> int:
    """Writes the study by suffix; what was cut is told."""
    from coder.exporters import export as write
    from coder.exporters import known_suffix

    for path in options.files:
        known_suffix(path)
    with opened(options, write=False) as project:
        for path in options.files:
            tick = progress(f"Writing {path.name}")
            tell(*write(project, path, text=options.text, pseudonyms=options.pseudonyms, tick=tick))
            print(f"Wrote {path}.")
    return 0
