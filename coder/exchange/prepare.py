"""What an import would bring, before anything is written: every document with what is odd about it, and choices.

`prepare` reads; `bring_prepared` writes what was prepared, in one change. Between them a person looks and chooses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from sqlmodel import Session, select

from coder.documents import living_documents, variables_of
from coder.errors import SourceError
from coder.exchange.bring import bring_in
from coder.exchange.reading import Failed, Read, Tick, no_tick, part_of, read_files
from coder.exchange.study_file import ExchangeFile
from coder.exchange.study_people import Loaded
from coder.identity import same_name, sha256
from coder.importers import Source
from coder.importers.alike import Sketch, Sketches, sketch
from coder.importers.encodings import decode
from coder.importers.filenames import NamePattern, iso_date, name_pattern
from coder.importers.language import SURE, language_of
from coder.importers.pseudonyms import Pseudonyms, Replaced, without_names
from coder.journal.record import Recording
from coder.models import Text
from coder.sentences import retelling, sentence
from coder.values import as_written, wrong_value

_WITH_ENCODING = frozenset({"txt", "md", "html", "csv", "srt", "vtt", "xls"})
_FIRST = 2_000  # characters of a document that show what it is
_MANY = 20_000  # documents in the project beyond which nearly the same texts are no longer looked for there


@dataclass(frozen=True, slots=True)
class FileChoices:
    """How one file is read; None: as it is for all."""

    page: Literal["article", "whole"] | None = None
    encoding: str | None = None
    text_column: str | None = None
    key_column: str | None = None
    running: Literal["keep", "drop"] | None = None
    ocr: str | None = None
    sheet: str | None = None

    def given(self) -> dict[str, Any]:
        named = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for all files, and for single ones (by their path as text).

    pattern: of file names, `filenames.name_pattern`, "" for none. pseudonyms: a list to apply. stories: reprints get
    one value of the variable “story”. language: tell the texts' language where it is sure.
    """

    every: FileChoices = FileChoices()
    by_file: Mapping[str, FileChoices] = field(default_factory=dict)
    pattern: str = ""
    pseudonyms: Pseudonyms | None = None
    stories: bool = False
    language: bool = True


@dataclass(frozen=True, slots=True)
class Twin:
    """A text that is there already. kind: file (same bytes and name), text (same text), nearly (share from 0 to 1),
    name (a document of the project bears its name and has another text).

    document: in the project, else None and the text is another one of this import.
    """

    kind: Literal["file", "text", "nearly", "name"]
    name: str
    share: float
    document: UUID | None = None

    def words(self) -> str:
        where = sentence("in the project") if self.document else sentence("in this import")
        if self.kind == "file":
            return sentence("It is {where} already.", where=where)
        if self.kind == "text":
            return sentence("The same text is {where} as “{name}”.", where=where, name=self.name)
        if self.kind == "name":
            return sentence("It is another text of “{name}”, which is in the project.", name=self.name)
        return sentence(
            "Nearly the same text ({share:.0%}) is {where} as “{name}”.",
            share=self.share,
            where=where,
            name=self.name,
        )


@dataclass(frozen=True, slots=True)
class PreparedSource:
    """One document as it would come. file: its path as text; encoding: "" where the format has none of its own;
    encoding_sure: False where it was guessed; warnings: whole sentences, the twin's not among them. kinds: of variables
    that the pattern of file names gives, if they are new to the project."""

    source: Source
    file: str
    encoding: str
    encoding_sure: bool
    twin: Twin | None = None
    kinds: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def format(self) -> str:
        return self.source.format

    @property
    def length(self) -> int:
        return len(self.source.text)

    @property
    def first_lines(self) -> str:
        return self.source.text[:_FIRST]

    @property
    def variables(self) -> Mapping[str, str]:
        return self.source.variables

    @property
    def warnings(self) -> tuple[str, ...]:
        return self.source.warnings


@dataclass(slots=True)
class Prepared:
    """All that was read. replaced: every place of a name that has a pseudonym now; stories: document -> story."""

    sources: list[PreparedSource] = field(default_factory=list)
    studies: list[ExchangeFile] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    replaced: list[Replaced] = field(default_factory=list)
    stories: dict[str, str] = field(default_factory=dict)
    stories_here: dict[UUID, str] = field(default_factory=dict)

    def read(self, left_out: frozenset[str] = frozenset(), renamed: Mapping[str, str] | None = None) -> Read:
        """What `bring_readable` takes, without the documents left out (by name), some under other names."""
        read = Read(studies=list(self.studies), failed=list(self.failed), stories_here=dict(self.stories_here))
        for one in self.sources:
            if one.name in left_out:
                continue
            name = " ".join((renamed or {}).get(one.name, one.name).split()) or one.name
            read.take(replace(one.source, name=name), one.file)
            read.kinds |= one.kinds
            if one.twin is not None and one.twin.kind != "file":
                read.warnings.append(sentence("{name}: {warning}", name=name, warning=one.twin.words()))
            if one.name in self.stories:
                read.stories[name] = self.stories[one.name]
        return read


@dataclass(slots=True)
class Here:
    """What the project holds, for comparing: `here_now` fills it, with one reading of all texts."""

    files: dict[tuple[bytes, str], tuple[UUID, str]] = field(default_factory=dict)
    texts: dict[bytes, tuple[UUID, str]] = field(default_factory=dict)
    named: dict[str, dict[UUID, str]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    sketches: Sketches[bytes] = field(default_factory=Sketches)
    kinds: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    story: dict[UUID, str] = field(default_factory=dict)


def here_now(session: Session, tick: Tick = no_tick, known: dict[bytes, Sketch] | None = None) -> Here:
    """The documents of the project by file, by text, by name and by sketch; the kinds of its variables.

    tick: before each text; may raise Cancelled. known: sketches by their texts' hash, so that each text is read once
    however often is asked; those that are missing are put into it.
    """
    known = {} if known is None else known
    here = Here()
    variables = variables_of(session)
    here.kinds = {same_name(v.name): (v.kind, tuple(v.values)) for v in variables}
    story = next((v.id.hex for v in variables if same_name(v.name) == "story"), None)
    documents = living_documents(session)
    for d in documents:
        if d.original_hash is not None:
            here.files[d.original_hash, same_name(d.imported_as)] = (d.id, d.name)
        here.texts.setdefault(d.text_hash, (d.id, d.name))
        here.names.append(d.name)
        for name in {same_name(d.name), same_name(d.imported_as)}:
            here.named.setdefault(name, {})[d.id] = d.name
        if story and d.variables.get(story):
            here.story[d.id] = d.variables[story]
    if len(documents) <= _MANY:
        for n, text_hash in enumerate(here.texts):
            tick(n, len(here.texts))
            if text_hash not in known:
                known[text_hash] = sketch(session.exec(select(Text.body).where(Text.hash == text_hash)).first() or "")
            here.sketches.add(text_hash, known[text_hash])
    return here


def prepare(
    paths: Sequence[Path],
    choices: Choices,
    tick: Tick = no_tick,
    *,
    here: Here | None = None,
    before: Sequence[Source] = (),
) -> Prepared:
    """Reads all files and compares them with the project and among themselves; writes nothing.

    here: `project.ask(here_now)`; without it nothing of the project is compared. before: what was read earlier and will
    come in with these, so that they are compared with it too. tick: before each file, and again
    before each document that is looked through or compared, in hundredths of the whole; may raise Cancelled.
    Raises SourceError for a pattern that is none; a file that cannot be read is among `failed`.
    """
    pattern = name_pattern(choices.pattern) if choices.pattern else None
    here = here or Here()
    new_kinds = {name: kind for name, kind in pattern.fields if name and kind != "text"} if pattern else {}
    here = replace(here, kinds={same_name(name): (kind, ()) for name, kind in new_kinds.items()} | here.kinds)
    chosen = {name: each.given() for name, each in choices.by_file.items()}
    read = read_files(paths, tick=part_of(tick, 0, 40), each=chosen, **choices.every.given())
    prepared = Prepared(studies=read.studies, failed=read.failed)
    encodings: dict[str, tuple[str, bool]] = {}
    described = part_of(tick, 40, 70)
    for n, (source, file) in enumerate(zip(read.sources, read.came, strict=True)):
        described(n, len(read.sources))
        if choices.pseudonyms is not None:
            source, told = without_names(_described(source, file, pattern, choices, here), choices.pseudonyms)
            prepared.replaced += told
        else:
            source = _described(source, file, pattern, choices, here)
        if file not in encodings or not source.table:
            encodings[file] = _encoding(source, choices, file)
        prepared.sources.append(PreparedSource(source, file, *encodings[file], kinds=new_kinds))
    _tell_twins(prepared, here, before, choices.stories, part_of(tick, 70, 100))
    return prepared


def _described(source: Source, file: str, pattern: NamePattern | None, choices: Choices, here: Here) -> Source:
    """The source with variables from its file's name and its language, dates as ISO.

    A value that does not fit its variable's kind is left out and told.
    """
    warnings = list(source.warnings)
    values = dict(source.variables)
    if pattern is not None:
        # a row or a message bears a name of its own; the pattern is over the file's
        found = pattern.values(Path(file).name)
        if found is None:
            warnings.append("Its file's name does not follow the pattern.")
        else:
            values |= found
    known = {same_name(name) for name in values}
    told = language_of(source.text) if choices.language and "language" not in known else None
    if told is not None and told.confidence >= SURE:
        values["language"] = told.code
    for name, value in list(values.items()):
        kind, listed = here.kinds.get(same_name(name), ("text", ()))
        if kind == "date" or same_name(name) in ("date", "accessed", "created"):
            value = iso_date(value) or value
        values[name] = value = as_written(kind, listed, value)
        if value and (why := wrong_value(kind, listed, value)):
            del values[name]
            warnings.append(
                sentence(
                    "“{value}” does not fit the variable “{name}” and was left out: {why}",
                    value=value,
                    name=name,
                    why=retelling(why),
                )
            )
    return replace(source, variables=values, warnings=tuple(warnings))


def _encoding(source: Source, choices: Choices, file: str) -> tuple[str, bool]:
    if source.format not in _WITH_ENCODING:
        return "", True
    given = choices.by_file.get(file, FileChoices()).encoding or choices.every.encoding
    if given:
        return given, True
    try:
        found = decode(source.original)
    except SourceError:
        return "", False
    return found.encoding, not any("guessed" in warning for warning in found.warnings)


def _tell_twins(prepared: Prepared, here: Here, before: Sequence[Source], stories: bool, tick: Tick) -> None:
    """Finds for each document what is the same or nearly so, in the project first, then among those before it."""
    texts: dict[bytes, str] = {}
    sketches: Sketches[str] = Sketches()
    hashes: dict[int, bytes] = {}
    for source in before:
        texts.setdefault(sha256(source.text.encode("utf-8")), source.name)
        sketches.add(source.name, sketch(source.text))
    for n, one in enumerate(prepared.sources):
        tick(n, len(prepared.sources))
        source = one.source
        if id(source.original) not in hashes:
            hashes[id(source.original)] = sha256(source.original)
        text_hash, drawn = sha256(source.text.encode("utf-8")), sketch(source.text)
        twin = _twin(source, hashes[id(source.original)], text_hash, here)
        if twin is None and text_hash in texts:
            twin = Twin("text", texts[text_hash], 1.0)
        if twin is None:
            twin = _named(source, here) or _nearly(drawn, here, sketches)
        texts.setdefault(text_hash, source.name)
        sketches.add(source.name, drawn)
        if twin is not None:
            prepared.sources[n] = replace(one, twin=twin)
            if stories and twin.kind in ("text", "nearly"):
                _same_story(prepared, source.name, twin, here)
    tick(len(prepared.sources), len(prepared.sources))


def _twin(source: Source, original: bytes, text_hash: bytes, here: Here) -> Twin | None:
    """The same file or text in the project."""
    if there := here.files.get((original, same_name(source.name))):
        return Twin("file", there[1], 1.0, there[0])
    if there := here.texts.get(text_hash):
        kind: Literal["file", "text"] = "file" if same_name(there[1]) == same_name(source.name) else "text"
        return Twin(kind, there[1], 1.0, there[0])
    return None


def _named(source: Source, here: Here) -> Twin | None:
    """The one document of the project that bears this name; its text is another."""
    found = here.named.get(same_name(source.name), {})
    if len(found) != 1:
        return None
    ((id_, name),) = found.items()
    return Twin("name", name, 0.0, id_)


def _nearly(drawn: Sketch, here: Here, sketches: Sketches[str]) -> Twin | None:
    in_project, in_batch = here.sketches.nearest(drawn), sketches.nearest(drawn)
    if in_project is not None and (in_batch is None or in_project[1] >= in_batch[1]):
        id_, name = here.texts[in_project[0]]
        return Twin("nearly", name, in_project[1], id_)
    return Twin("nearly", in_batch[0], in_batch[1]) if in_batch is not None else None


def _same_story(prepared: Prepared, name: str, twin: Twin, here: Here) -> None:
    """Puts a reprint and what it reprints into one story, named after the first of them."""
    if twin.document is not None:
        story = here.story.get(twin.document) or prepared.stories_here.get(twin.document) or twin.name
        prepared.stories_here[twin.document] = story
    else:
        story = prepared.stories.setdefault(twin.name, twin.name)
    prepared.stories[name] = story


def bring_prepared(
    session: Recording,
    *,
    prepared: Prepared,
    left_out: frozenset[str] = frozenset(),
    renamed: Mapping[str, str] | None = None,
    people: Mapping[str, str] | None = None,
    variables: Sequence[Mapping[str, str]] = (),
) -> Loaded:
    """Adds everything prepared in one change, but for the documents left out. Raises BrokenStudy for a bad entry.

    To bring in what can be when an exchange file has a bad entry: `bring_readable(project.do, prepared.read(…), …)`.
    """
    return bring_in(session, read=prepared.read(left_out, renamed), people=people, variables=variables)
