"""Bringing in what was read: everything readable in one change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coder.documents import add_documents, living_document, living_documents, variable_named
from coder.errors import CoderError, ExchangeError
from coder.exchange.reading import Failed, Read, Tick, no_tick, part_of, read_files
from coder.exchange.study_file import ExchangeFile
from coder.exchange.study_load import bring_study
from coder.exchange.study_people import Loaded
from coder.exchange.variables_table import read_variables, set_variables
from coder.identity import same_name
from coder.journal.record import Recording
from coder.project import Done
from coder.sentences import sentence
from coder.sources import ForgottenSources, SourceLike, forgotten_words
from coder.versions import renew_document

__all__ = [
    "BrokenStudy", "Failed", "Read", "Tick", "as_json", "bring_in", "bring_readable", "read_files", "read_variables",
]  # fmt: skip


class BrokenStudy(ExchangeError):
    """An exchange file with an entry that cannot be brought in; study is that file."""

    def __init__(self, error: CoderError, study: ExchangeFile) -> None:
        super().__init__(error.message, error.advice)
        self.study = study


def bring_readable(
    act: Callable[..., Done[Loaded]],
    read: Read,
    *,
    people: Mapping[str, str],
    variables: Sequence[Mapping[str, str]],
    all_or_nothing: bool = False,
    tick: Tick = no_tick,
) -> Loaded:
    """Brings in what can be, in one change; what cannot joins `read.failed` and stays out.

    That is an exchange file with a bad entry, and a source that was forgotten for good.
    act: `Project.do` or `Project.try_out`. all_or_nothing: such a file keeps out the others too. tick: before each
    document; may raise Cancelled, and nothing came in.
    """
    while read.sources or read.renewed or read.studies or not read.failed:
        try:
            return act(bring_in, read=read, people=people, variables=variables, tick=tick).value
        except ForgottenSources as gone:
            for source in gone.sources:
                _leave_out(read, source)
            if all_or_nothing:
                break
        except BrokenStudy as broken:
            read.studies.remove(broken.study)
            read.failed.append(Failed(broken.study.name, broken.message, broken.advice))
            if all_or_nothing:
                break
    return Loaded(warnings=list(read.warnings))


def _leave_out(read: Read, source: SourceLike) -> None:
    at = next(n for n, given in enumerate(read.sources) if given is source)
    del read.sources[at]
    came = read.came.pop(at) if read.came else ""
    read.failed.append(Failed(source.name, forgotten_words(source.name), ForgottenSources.advice, came))


def bring_in(
    session: Recording,
    *,
    read: Read,
    people: Mapping[str, str] | None = None,
    variables: Sequence[Mapping[str, str]] = (),
    tick: Tick = no_tick,
) -> Loaded:
    """Adds what was read, sources first, in one change; new versions of documents; then variables matched by name."""
    loaded = Loaded(warnings=list(read.warnings))
    if read.sources:
        brought = add_documents(session, read.sources, part_of(tick, 0, 60), read.kinds)
        loaded.added["documents"] += len(brought.added)
        loaded.same["documents"] += len(brought.same)
        loaded.warnings += brought.warnings
        session.flush()
    _tell_stories(session, read)
    _renew(session, read, loaded, part_of(tick, 60, 90))
    for n, study in enumerate(read.studies):
        part_of(tick, 90, 99)(n, len(read.studies))
        try:
            loaded += bring_study(session, study, people or {})
        except CoderError as error:
            raise BrokenStudy(error, study) from error
        session.flush()
    loaded.warnings += [
        sentence("Nobody in these files is called “{name}”; “{name}={wish}” changed nothing.", name=name, wish=wish)
        for name, wish in (people or {}).items()
        if same_name(name) not in loaded.mapped
    ]
    tick(99, 100)  # what is left is short and goes through
    loaded.warnings += set_variables(session, variables)
    session.said.clear()
    session.note(files=read.names()[:20])
    return loaded


def _renew(session: Recording, read: Read, loaded: Loaded, tick: Tick) -> None:
    """Documents get the texts of sources that are their new versions."""
    for n, (document_id, source) in enumerate(read.renewed):
        tick(n, len(read.renewed))
        name = living_document(session, document_id).name
        renewed = renew_document(session, document_id=document_id, source=source)
        if renewed.changed:
            loaded.added["new versions"] += 1
        else:
            loaded.same["documents"] += 1
        if renewed.lost:
            loaded.warnings.append(
                sentence(
                    "{name}: coded segments whose words are gone from its text: {n}.", name=name, n=len(renewed.lost)
                )
            )


def _tell_stories(session: Recording, read: Read) -> None:
    """Writes the story of reprints into documents that have none yet."""
    if not read.stories and not read.stories_here:
        return
    variable = variable_named(session, "story").hex
    wanted = {same_name(name): story for name, story in read.stories.items()}
    named = [(d, wanted.get(same_name(d.imported_as))) for d in living_documents(session)]
    found = [(d, story) for d, story in named if story is not None]
    found += [(living_document(session, id_), story) for id_, story in read.stories_here.items()]
    for document, story in found:
        if not document.variables.get(variable):
            document.variables = document.variables | {variable: story}


def counts(counter: Counter[str]) -> dict[str, int]:
    """Counts under the four names of the JSON answers."""
    return {kind: counter[kind] for kind in ("documents", "codes", "codings", "coders")}


def as_json(loaded: Loaded, failed: Sequence[Failed]) -> dict[str, Any]:
    """The JSON answer of `import`."""
    return {
        "added": counts(loaded.added),
        "same": counts(loaded.same),
        "failed": [{"file": f.file, "why": f.why, "advice": f.advice} for f in failed],
        "warnings": loaded.warnings,
    }
