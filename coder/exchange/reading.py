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
from coder.sentences import retelling, sentence

Tick = Callable[[int, int], None]
_LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read, why, and what to do.

    file: its path within the folder or archive that was given, else its name. came: as in Read, "" where none is known.
    """

    file: str
    why: str
    advice: str
    came: str = ""


@dataclass(slots=True)
class Read:
    """Files read and checked, before anything is written.

    came: for each source the path it came from, as text; of a file in an archive, the archive's and its own within,
    which `read_files` takes too. renewed: documents of the project that get the text of a source. stories: names of
    sources with their story; stories_here: documents of the project that get one too. kinds: of variables by name, for
    those that the project does not have yet; others are text.
    """

    sources: list[Source] = field(default_factory=list)
    studies: list[ExchangeFile] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    came: list[str] = field(default_factory=list)
    renewed: list[tuple[UUID, Source]] = field(default_factory=list)
    stories: dict[str, str] = field(default_factory=dict)
    stories_here: dict[UUID, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def names(self) -> list[str]:
        renewed = [source.name for _, source in self.renewed]
        return [s.name for s in self.sources] + renewed + [s.name for s in self.studies]

    def take(self, source: Source, came: str) -> None:
        """Adds a source with its warnings under its name."""
        self.sources.append(source)
        self.came.append(came)
        for words in source.warnings:
            self.warnings.append(sentence("{name}: {warning}", name=source.name, warning=retelling(words)))


def no_tick(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def part_of(tick: Tick, begin: int, end: int) -> Tick:
    """For one part of the work, which takes it from `begin` to `end` hundredths: its tick, as that of the whole."""

    def part(done: int, total: int) -> None:
        tick(begin + (end - begin) * done // max(1, total) if done < total else end, 100)

    return part


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
    their path as text, choices that differ; those for an archive go for what is in it. A path may lead on into an
    archive, and reads that file of it alone. `tick` is called before each file and may raise Cancelled.
    """
    read = Read()
    files = _files(paths, read)
    if not files and not read.failed:
        read.failed.append(Failed(", ".join(p.name for p in paths), "There is nothing to read.", "Check the folder."))
    reader = _Reader(read, each or {})
    for n, file in enumerate(files):
        tick(n, len(files))
        reader.read_file(file, {"page": page, "encoding": encoding, **choices})
    tick(len(files), len(files))
    return read


@dataclass(frozen=True, slots=True)
class _File:
    """One to be read. shown: what it is called if it cannot be; within: of an archive, the one file wanted."""

    path: Path
    shown: str
    within: str = ""


def _files(paths: Sequence[Path], read: Read) -> list[_File]:
    """The files that paths lead to, each once; where nothing is, that is told."""
    found: dict[Path, _File] = {}
    for path in paths:
        archive = next((p for p in path.parents if p.is_file()), None) if not path.exists() else None
        if archive is not None:
            within = path.relative_to(archive).as_posix()
            found.setdefault(path, _File(archive, f"{archive.name}/{within}", within))
            continue
        try:
            for file in sources_in([path]):
                shown = path.name if file == path else file.relative_to(path).as_posix()
                found.setdefault(file, _File(file, shown))
        except CoderError as error:
            read.failed.append(Failed(path.name, error.message, error.advice, str(path)))
    return list(found.values())


@dataclass(slots=True)
class _Reader:
    """Reads one file after another into `read`; each: choices by path."""

    read: Read
    each: Mapping[str, Mapping[str, Any]]

    def read_file(self, file: _File, chosen: Mapping[str, Any]) -> None:
        path = file.path
        came = str(path / file.within) if file.within else str(path)
        shown = file.shown.removesuffix(f"/{file.within}") if file.within else file.shown
        try:
            if path.stat().st_size > _LARGEST:
                raise SourceError(
                    sentence("“{name}” is larger than {n} MB.", name=path.name, n=_LARGEST >> 20),
                    "Split it into parts.",
                )
            self._data(path.name, path.read_bytes(), str(path), shown, chosen, file.within)
        except CoderError as error:
            self.read.failed.append(Failed(file.shown, error.message, error.advice, came))
        except OSError as error:
            why = sentence("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or error)
            advice = "Check that the file is there and that you may read it."
            self.read.failed.append(Failed(file.shown, why, advice, came))

    def _data(
        self, name: str, data: bytes, came: str, shown: str, chosen: Mapping[str, Any], within: str, depth: int = 0
    ) -> None:
        chosen = {**chosen, **self.each.get(came, {})}
        kind = sniff(name, data)
        if within and kind != "zip":
            raise SourceError(sentence("“{name}” is not the archive that it was.", name=name), "Add it again.")
        if kind == "intercoder":
            raise SourceError(
                sentence("“{name}” is a project of this program.", name=name),
                "Bring it in with `merge`, or Team › Merge coder files.",
            )
        if kind == "json":
            self.read.studies.append(read_exchange(data, name))
        elif kind == "zip":
            if depth >= DEEPEST:
                raise SourceError(
                    sentence("“{name}” is an archive within archives.", name=name),
                    "Unpack it, and import the files in it.",
                )
            self._archive(name, data, came, shown, chosen, within, depth)
        else:
            for source in read_sources(name, data, **chosen):
                self.read.take(source, came)

    def _archive(
        self, name: str, data: bytes, came: str, shown: str, chosen: Mapping[str, Any], within: str, depth: int
    ) -> None:
        """Every file in it, or the one that is wanted; a bad one is reported as archive and file."""
        met = False
        for member, inner, content in members(name, data):
            if within and within != inner and not within.startswith(f"{inner}/"):
                continue
            met, path, called = True, str(Path(came) / inner), f"{shown}/{inner}"
            try:
                if isinstance(content, SourceError):
                    raise content
                self._data(member, content, path, called, chosen, within[len(inner) + 1 :], depth + 1)
            except CoderError as error:
                self.read.failed.append(Failed(called, error.message, error.advice, path))
        if not met:
            raise SourceError(
                sentence("“{within}” is not in “{name}” any more.", within=within, name=name), "Add the archive again."
            )
