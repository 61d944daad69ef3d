"""Taking data out: a project into .xlsx, .csv and .json, by the suffix of the file's name.

The same project gives the same bytes. Nothing is cut or left out unsaid: `export` returns a sentence on each.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coder.errors import CoderError
from coder.exporters.tables import TEXTS, Choice, Tick, no_tick
from coder.project import Project
from coder.sentences import sentence


def export(
    project: Project, path: Path, *, text: str = "quotes", pseudonyms: bool = False, tick: Tick = no_tick
) -> list[str]:
    """Writes the project to a file, whole or not at all; an export that stands there is replaced.

    text: how much of the sources' words goes out: none, quotes (with some context), or full (all texts).
    pseudonyms: coders are called “Coder 1”, “Coder 2” …, in the order of their names; no key is written.
    tick(done, total): told of progress; what it raises (Cancelled) stops the export, and nothing is left behind.
    Returns in sentences what a reader of the file has to know: what was cut, left out, or written beside it.
    Raises CoderError for an unknown suffix or text, and where the file cannot be written.
    """
    write = _writer(path)
    if text not in TEXTS:
        raise CoderError(
            sentence("“{text}” is not a choice of texts.", text=text),
            sentence("It is one of: {choices}.", choices=", ".join(TEXTS)),
        )
    return write(project, path, Choice(text, pseudonyms), tick)


def known_suffix(path: Path) -> str:
    """The suffix by which a file is written, in lower case. Raises CoderError for one that is not known."""
    suffix = path.suffix.lower()
    if suffix not in _WRITERS:
        known = ", ".join(_WRITERS)
        raise CoderError(
            sentence("“{name}” does not say what to write.", name=path.name),
            sentence("End its name in one of: {known}.", known=known),
        )
    return suffix


Writer = Callable[[Project, Path, Choice, Tick], list[str]]


def _writer(path: Path) -> Writer:
    return _WRITERS[known_suffix(path)]


# each module is loaded when it is needed: openpyxl alone takes half a second


def _xlsx(project: Project, path: Path, choice: Choice, tick: Tick) -> list[str]:
    from coder.exporters.workbook import write_workbook

    return write_workbook(project, path, choice, tick)


def _csv(project: Project, path: Path, choice: Choice, tick: Tick) -> list[str]:
    from coder.exporters.delimited import write_delimited

    return write_delimited(project, path, choice, tick)


def _json(project: Project, path: Path, choice: Choice, tick: Tick) -> list[str]:
    from coder.exporters.study_json import write_study_json

    return write_study_json(project, path, choice, tick)


_WRITERS: dict[str, Writer] = {".xlsx": _xlsx, ".csv": _csv, ".json": _json}
