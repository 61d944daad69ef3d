"""new, info, check, history, undo, coders, forget."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from coder import __version__
from coder.checking import problems_of
from coder.cli.common import answer, documents_named, opened, tell
from coder.code_tree import code_tree
from coder.coders import coder_named, people, study_of, unite_coders
from coder.documents import living_documents
from coder.door import SCHEMA
from coder.errors import CodingError, ProjectError, ProjectExists
from coder.exchange.codebook_files import read_codebook_file
from coder.exchange.codebook_load import load_codebook
from coder.exchange.study_write import digest
from coder.history import audit_trail, say
from coder.journal.record import Recording
from coder.merging.forget import forget_document
from coder.project import Project
from coder.segments import read_codings
from coder.sentences import sentence


def new(options: argparse.Namespace) -> int:
    """Makes an empty project; refuses to overwrite."""
    codebook = None
    if options.project.exists():
        raise ProjectExists(sentence("“{name}” is already there.", name=options.project.name or options.project))
    if options.codebook:
        codebook = read_codebook_file(options.codebook)
    with Project.create(options.project, title=options.title, lead=options.lead) as project:
        if codebook:
            project.do(load_codebook, codebook=codebook)
    tell(f"Made {options.project}.")
    return 0


def info(options: argparse.Namespace) -> int:
    """Counts, coders, digest, schema, software."""
    with opened(options, write=False) as project:
        told = info_of(project)
    if options.json:
        answer(told)
        return 0
    print(f"{told['title']}: {told['documents']} documents, {told['codes']} codes, {told['codings']} coded segments")
    for c in told["coders"]:
        print(f"  {c['name']}: {c['codings']} coded segments, {c['finished']} documents finished")
    print(f"digest {told['digest']}\nschema {told['schema']}, {told['software']}")
    return 0


def info_of(project: Project) -> dict[str, Any]:
    """The JSON answer of `info`."""
    return {
        "title": project.ask(study_of, project.study_id).title,
        "documents": len(project.ask(living_documents)),
        "codes": len(project.ask(code_tree)),
        "codings": len(project.ask(read_codings)),
        "coders": _people(project),
        "digest": digest(project),
        "schema": SCHEMA,
        "software": f"Intercoder {__version__}",
    }


def _people(project: Project) -> list[dict[str, Any]]:
    return [{"name": p.name, "codings": p.codings, "finished": p.finished} for p in project.ask(people)]


def check(options: argparse.Namespace) -> int:
    """Is the file whole; 3 if it is not."""
    try:
        with opened(options, write=False) as project:
            problems = problems_of(project)
        advice = "Use the newest copy beside the file, and keep this one: it can still be merged into the copy."
    except ProjectError as error:
        problems, advice = [error.message], error.advice
    if options.json:
        answer({"whole": not problems, "problems": problems})
    elif not problems:
        print("The file is whole; the tables are what the journal says.")
    if problems:
        tell(*([] if options.json else problems), advice)
    return 3 if problems else 0


def history(options: argparse.Namespace) -> int:
    """The audit trail, newest last."""
    with opened(options, write=False) as project:
        events = project.ask(audit_trail)
    if options.json:
        answer([e.as_json() for e in events])
        return 0
    for e in events:
        undone = "  (undone)" if e.undone else ""
        print(f"{e.at.astimezone():%Y-%m-%d %H:%M:%S}  {e.coder}  {e.words}{undone}")
    return 0


def undo(options: argparse.Namespace) -> int:
    """One step back; says what."""
    with opened(options, write=True) as project:
        events = {e.id: e for e in project.ask(audit_trail)}
        undone = project.undo()
        words = events[undone.target].words if undone.target in events else say(undone.operation, None)
        print(f"Took back: {words}")
        if undone.kept:
            tell(f"Later edits by others in {undone.kept} of these things stay.")
    return 0


def coders(options: argparse.Namespace) -> int:
    """Lists people; with --same says that two are one person."""
    with opened(options, write=bool(options.same)) as project:
        pairs = [tuple(project.ask(coder_named, name) for name in pair) for pair in options.same]
        if len(pairs) > 1:
            project.try_out(_unite, pairs)
        for pair in pairs:
            project.do(unite_coders, coder_id=pair[0], same_as=pair[1])
        rows = _people(project)
    if options.json:
        answer(rows)
        return 0
    for row in rows:
        print(f"{row['name']}: {row['codings']} coded segments, {row['finished']} documents finished")
    return 0


def _unite(session: Recording, pairs: Sequence[Sequence[UUID]]) -> None:
    """All pairs, one after the other: tried before any of them is written."""
    for coder, same_as in pairs:
        unite_coders(session, coder_id=coder, same_as=same_as)


def forget(options: argparse.Namespace) -> int:
    """Forgets a document for good, and names the copies that still hold it."""
    with opened(options, write=True) as project:
        found = project.ask(documents_named, [options.document])
        if len(found) > 1:
            raise CodingError(
                sentence("Several documents are called “{document}”.", document=options.document),
                "Rename the one to forget first.",
            )
        copies = forget_document(project, found[0])
    print(f"Forgot “{options.document}”. Merged into other files, this one makes them forget it too.")
    for copy in copies:
        print(f"This copy still holds it; delete it: {copy}")
    return 0
