"""What commands share: opening a project as somebody, telling, progress, finding documents by name."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlmodel import Session

from coder.checking import problems_of
from coder.code_tree import code_tree
from coder.coders import coder_named
from coder.documents import document_named
from coder.door import damaged
from coder.errors import CoderError, UnknownThing
from coder.identity import same_name
from coder.project import Project
from coder.sentences import sentence

Tick = Callable[[int, int], None]


@contextmanager
def opened(options: argparse.Namespace, *, write: bool) -> Iterator[Project]:
    """The project of the command, its lead acting, or whom --as names.

    Where a command trips over what a damaged file holds, that is told as damage, not as a bug.
    """
    with Project.open(options.project, write=write) as project:
        if options.acting:
            project.act_as(project.ask(coder_named, options.acting))
        if write and project.clock_ahead:
            tell(
                f"The newest change in this file is dated {project.clock_ahead:%Y-%m-%d}, ahead of today. "
                "Check this computer's clock and that of whoever worked on it last."
            )
        try:
            yield project
        except (CoderError, OSError):
            raise
        except Exception as error:
            if problems_of(project):
                raise damaged(options.project) from error
            raise


def tell(*lines: str) -> None:
    """Reports and warnings, on standard error."""
    for line in lines:
        print(line, file=sys.stderr)


def answer(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False))


def progress(words: str) -> Tick:
    """A tick that shows progress on a terminal, and nothing when piped."""
    if not sys.stderr.isatty():
        return lambda done, total: None

    def tick(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        print(f"\r{words} {done}/{total}", end=end, file=sys.stderr, flush=True)

    return tick


def documents_named(session: Session, names: Iterable[str]) -> list[UUID]:
    """The documents of these names. Raises UnknownThing."""
    found = []
    for name in names:
        documents = document_named(session, name)
        if not documents:
            raise UnknownThing(sentence("There is no document “{name}” in this project.", name=name))
        found += [d.id for d in documents]
    return found


def code_paths_like(session: Session, text: str) -> list[tuple[str, ...]]:
    """The shown paths of the codes that a typed “Actor > Provinces” means; more than one where names hold “>”.

    Raises UnknownThing.
    """
    wanted = _typed(text)
    found = [row.path for row in code_tree(session, counts=False) if _typed(" > ".join(row.path)) == wanted]
    if not found:
        raise UnknownThing(sentence("There is no code “{text}” in the codebook.", text=text))
    return found


def _typed(path: str) -> list[str]:
    return [same_name(part) for part in path.split(">")]
