"""Source documents: files of many kinds become text with its structure, told apart by content.

One registry, one reader a format. A reader gets bytes and hands back text, marks, variables and warnings; it opens no
file, asks no network and runs nothing that stands in what it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from coder.errors import SourceError
from coder.identity import same_name
from coder.importers.found import sources_in
from coder.importers.sniffing import sniff
from coder.importers.source import MAX_BYTES, Mark, Reading, Source, naming, source_of
from coder.sentences import sentence

__all__ = [
    "IMPORTERS", "Importer", "Mark", "Source", "read_file", "read_source", "read_sources", "sniff", "sources_in",
]  # fmt: skip

_SUFFIXES = {
    "docm": "docx", "dotx": "docx", "htm": "html", "xhtml": "html", "markdown": "md", "mht": "mhtml", "ott": "odt",
    "tsv": "csv", "tab": "csv", "xlsm": "xlsx",
}  # fmt: skip

# a name that says less than the content, but nothing wrong
_AKIN = {("html", "txt"), ("html", "telegram-html"), ("txt", "srt"), ("txt", "vtt"), ("txt", "eml"), ("txt", "mbox")}


@dataclass(frozen=True, slots=True)
class Importer:
    """The reader of one format. It is loaded when first used: a web page's reader alone takes half a second.

    where: "module:function". takes: which choices of `read_sources` the reader knows. several: such a file may hold
    many documents; its reader gets the file's name before the bytes and hands back finished `Source`s, each with the
    bytes of its own part as the original.
    """

    title: str
    where: str
    takes: frozenset[str] = frozenset()
    several: bool = False

    def read(self, data: bytes, **choices: Any) -> Reading:
        """What a reader of single documents makes of the bytes."""
        reading: Reading = self._reader()(data, **self._known(choices))
        return reading

    def read_several(self, name: str, data: bytes, **choices: Any) -> tuple[Source, ...]:
        """What a reader of files with several documents makes of the bytes."""
        sources: Iterable[Source] = self._reader()(name, data, **self._known(choices))
        return tuple(sources)

    def _reader(self) -> Callable[..., Any]:
        module, function = self.where.split(":")
        reader: Callable[..., Any] = getattr(import_module(module), function)
        return reader

    def _known(self, choices: Mapping[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in choices.items() if key in self.takes}


_TABLE_CHOICES = frozenset({"text_column", "key_column"})

IMPORTERS: Mapping[str, Importer] = MappingProxyType(
    {
        "txt": Importer("Plain text", "coder.importers.plain:read_plain", frozenset({"encoding"})),
        "md": Importer("Markdown", "coder.importers.markdown:read_markdown", frozenset({"encoding"})),
        "docx": Importer("Word document", "coder.importers.docx:read_docx"),
        "html": Importer("Web page", "coder.importers.webpage:read_page", frozenset({"encoding", "page"})),
        "pdf": Importer("PDF", "coder.importers.pdf:read_pdf", frozenset({"running", "ocr"})),
        "odt": Importer("OpenDocument text", "coder.importers.odt:read_odt"),
        "rtf": Importer("Rich Text", "coder.importers.rtf:read_rtf"),
        "epub": Importer("E-book", "coder.importers.epub:read_epub"),
        "mhtml": Importer("Web archive", "coder.importers.mail:read_archive", frozenset({"encoding", "page"})),
        "srt": Importer("Subtitles", "coder.importers.subtitles:read_subtitles", frozenset({"encoding"})),
        "vtt": Importer("Subtitles", "coder.importers.subtitles:read_subtitles", frozenset({"encoding"})),
        "eml": Importer("Letter", "coder.importers.mail:read_letter"),
        "mbox": Importer("Box of letters", "coder.importers.mail:read_box", several=True),
        "telegram": Importer("Telegram's export", "coder.importers.telegram:read_export", several=True),
        "telegram-html": Importer(
            "Telegram's export as pages", "coder.importers.telegram:read_export_page", frozenset({"encoding"}),
            several=True,
        ),
        "csv": Importer(
            "Table of texts", "coder.importers.tables:read_delimited", _TABLE_CHOICES | {"encoding"}, several=True
        ),
        "xlsx": Importer(
            "Workbook of texts", "coder.importers.tables:read_sheet", _TABLE_CHOICES | {"sheet"}, several=True
        ),
        "ods": Importer(
            "Spreadsheet of texts", "coder.importers.tables:read_sheet", _TABLE_CHOICES | {"sheet"}, several=True
        ),
        "xls": Importer(
            "Table saved as a web page", "coder.importers.tables:read_page_tables",
            _TABLE_CHOICES | {"sheet", "encoding"}, several=True,
        ),
    }
)


def read_source(
    name: str, data: bytes, *, page: Literal["article", "whole"] = "article", encoding: str | None = None
) -> Source:
    """The one document in a file; choices and errors as in `read_sources`.

    Raises SourceError also for a file of several documents.
    """
    sources = read_sources(name, data, page=page, encoding=encoding)
    if len(sources) > 1:
        raise SourceError(
            sentence("“{name}” holds {n} documents.", name=name, n=len(sources)), "Import the file as a whole."
        )
    return sources[0]


def read_sources(
    name: str,
    data: bytes,
    *,
    page: Literal["article", "whole"] = "article",
    encoding: str | None = None,
    **choices: Any,
) -> tuple[Source, ...]:
    """The documents in a file, at least one, in their order, under names of which no two are the same.

    name: the file's name, kept as the document's; documents of a file with several have names of their own, the same
    whenever the file is read again. page: of a web page, the article alone or all that stands on it. encoding: for
    plain text, Markdown, pages and subtitles, instead of what would be found out. choices: what one format's reader
    takes beside these (`Importer.takes`); others pay no heed to them.
    Raises SourceError, naming the file, for what is no document, damaged, locked, too big, or without text; a study
    to exchange and a project file are not sources either (`sniff` tells them).
    """
    if len(data) > MAX_BYTES:
        raise _too_big(name)
    kind = sniff(name, data)
    if kind == "zip":
        raise SourceError(sentence("“{name}” is an archive.", name=name), "Unpack it, and import the files in it.")
    if kind not in IMPORTERS:
        raise SourceError(
            sentence("“{name}” is a whole study, not a source document.", name=name), "Import or merge it as a study."
        )
    importer = IMPORTERS[kind]
    told = _misnamed(name, kind, empty=not data.strip())
    try:
        if importer.several:
            sources = importer.read_several(name, data, page=page, encoding=encoding, **choices)
        else:
            sources = (source_of(name, kind, data, importer.read(data, page=page, encoding=encoding, **choices)),)
    except SourceError as problem:
        raise naming(name, problem) from problem
    if not sources:
        raise SourceError(
            sentence("There is no document with text in “{name}”.", name=name), "Check that it is the right file."
        )
    first = replace(sources[0], warnings=(*told, *sources[0].warnings))
    return tuple(_apart((first, *sources[1:])))


def _apart(sources: Iterable[Source]) -> Iterator[Source]:
    """The same documents; one whose name was there before gets a number behind it."""
    times: dict[str, int] = {}
    for source in sources:
        name, plain = source.name, same_name(source.name)
        while same_name(name) in times:
            times[plain] += 1
            name = f"{source.name} ({times[plain]})"
        times[same_name(name)] = 1
        yield source if name == source.name else replace(source, name=name)


def read_file(path: Path, *, page: Literal["article", "whole"] = "article", encoding: str | None = None) -> Source:
    """One source document from a file, which is not loaded if it is too big. Raises SourceError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_big(path.name)
        data = path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or sentence("it cannot be opened")
        advice = "Check that it is there and yours to read."
        raise SourceError(
            sentence("“{name}” cannot be read: {reason}.", name=path.name, reason=reason), advice
        ) from problem
    return read_source(path.name, data, page=page, encoding=encoding)


def _too_big(name: str) -> SourceError:
    size = MAX_BYTES // 1_000_000
    return SourceError(
        sentence("“{name}” is bigger than {size} MB.", name=name, size=size),
        "Split it into documents that people can read.",
    )


def _misnamed(name: str, kind: str, *, empty: bool) -> list[str]:
    """A word if the name promises another kind of file than the content is."""
    suffix = Path(name).suffix.lower().lstrip(".")
    suffix = _SUFFIXES.get(suffix, suffix)
    if empty:
        return []
    if suffix in IMPORTERS and suffix != kind and (suffix, kind) not in _AKIN:
        return [
            sentence(
                "By its name it is “.{suffix}”, by its content “.{kind}”; it was read as that.",
                suffix=suffix,
                kind=kind,
            )
        ]
    return []
