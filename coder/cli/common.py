"""What commands share: opening a project as somebody, telling, progress, finding documents by name."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from sqlmodel import Session

from coder.coders import coder_named
from coder.documents import document_named
from coder.errors import UnknownThing
from coder.project import Project

Tick = Callable[[int, int], None]


def opened(options: argparse.Namespace, *, write: bool) -> Project:
    """The project of the command, its lead acting, or whom --as names."""
    project = Project.open(options.project, write=write)
    try:
        if options.acting:
            project.act_as(project.ask(coder_named, options.acting))
        if write and project.clock_ahead:
            tell(
                f"The newest change in this file is dated {project.clock_ahead:%Y-%m-%d}, ahead of today. "
                "Check this computer's clock and that of whoever worked on it last."
            )
    except BaseException:
        project.close()
        raise
    return project


def tell(*lines: str) -> None:
    """Reports and warnings, on standard error."""
    for line in lines:
        print(line, file=sys.stderr)


def answer(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


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
            raise UnknownThing(f"There is no document “{name}” in this project.")
        found += [d.id for d in documents]
    return found


def path_of(text: str) -> tuple[str, ...]:
    """A code path as typed: “Actor > Provinces”."""
    return tuple(part.strip() for part in text.split(">") if part.strip())


def pair_of(text: str, option: str) -> tuple[str, str]:
    """Two names as typed: “A=B”. Raises UnknownThing."""
    first, sign, second = text.partition("=")
    if not sign or not first.strip() or not second.strip():
        raise UnknownThing(f"“{text}” is not two names.", f'Write {option} "A=B".')
    return first.strip(), second.strip()
