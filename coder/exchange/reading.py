"""Files read and checked before anything is written: each by its content, archives file by file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from coder.errors import CoderError, SourceError
from coder.exchange.study_file import ExchangeFile, read_exchange
from coder.importers import Source, read_sources, sniff, sources_in
from coder.importers.archives import DEEPEST, members

Tick = Callable[[int, int], None]
_LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read, why, and what to do."""

    file: str
    why: str
    advice: str


@dataclass(slots=True)
class Read:
    """Files read and checked, before anything is written.

    came: for each source the path it came from, as text. stories: names of sources with their story; stories_here:
    documents of the project that get one too.
    """

    sources: list[Source] = field(default_factory=list)
    studies: list[ExchangeFile] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    stories: dict[str, str] = field(default_factory=dict)
    stories_here: dict[UUID, str] = field(default_factory=dict)

    def names(self) -> list[str]:
        return [s.name for s in self.sources] + [s.name for s in self.studies]

    def take(self, source: Source, came: str) -> None:
        """Adds a source with its warnings under its name."""
        self.sources.append(source)
        self.came.append(came)
        self.warnings += [f"{source.name}: {warning}" for warning in source.warnings]


def no_tick(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def read_files(
    paths: Sequence[Path],
    *,
    page: Literal["article", "whole"] = "article",
    encoding: str | None = None,
    tick: Tick = no_tick,
    each: Mapping[str, Mapping[str, Any]] | None = None,
    **choices: Any,
) -> Read:
    """Reads files and folders; a bad one is reported and does not stop the rest.

    choices: what the readers of single formats take beside these (importers.read_sources). each: for single files, by
    their path as text, choices that differ. `tick` is called before each file and may raise Cancelled.
    """
    read = Read()
    files: list[Path] = []
    for path in paths:
        try:
            files += sources_in([path])
        except CoderError as error:
            read.failed.append(Failed(path.name, error.message, error.advice))
    files = list(dict.fromkeys(files))
    if not files and not read.failed:
        read.failed.append(Failed(", ".join(p.name for p in paths), "There is nothing to read.", "Check the folder."))
    for n, path in enumerate(files):
        tick(n, len(files))
        chosen = {"page": page, "encoding": encoding, **choices, **(each or {}).get(str(path), {})}
        try:
            if path.stat().st_size > _LARGEST:
                raise SourceError(f"“{path.name}” is larger than {_LARGEST >> 20} MB.", "Split it into parts.")
            _read_data(path.name, path.read_bytes(), read, str(path), chosen, 0)
        except CoderError as error:
            read.failed.append(Failed(path.name, error.message, error.advice))
        except OSError as error:
            why = f"“{path.name}” cannot be read: {error.strerror or error}."
            read.failed.append(Failed(path.name, why, "Check that the file is there and that you may read it."))
    tick(len(files), len(files))
    return read


def _read_data(name: str, data: bytes, read: Read, came: str, chosen: Mapping[str, Any], depth: int) -> None:
    kind = sniff(name, data)
    if kind == "intercoder":
        raise SourceError(
            f"“{name}” is a project of this program.",
            "Bring it in with `merge`, or Team › Merge coder files.",
        )
    if kind == "json":
        read.studies.append(read_exchange(data, name))
    elif kind == "zip":
        if depth >= DEEPEST:
            raise SourceError(f"“{name}” is an archive within archives.", "Unpack it, and import the files in it.")
        _read_archive(name, data, read, came, chosen, depth)
    else:
        for source in read_sources(name, data, **chosen):
            read.take(source, came)


def _read_archive(name: str, data: bytes, read: Read, came: str, chosen: Mapping[str, Any], depth: int) -> None:
    """Every file in it; a bad one is reported as archive and file."""
    for member, content in members(name, data):
        try:
            if isinstance(content, SourceError):
                raise content
            _read_data(member, content, read, came, chosen, depth + 1)
        except CoderError as error:
            read.failed.append(Failed(f"{name}/{member}", error.message, error.advice))
