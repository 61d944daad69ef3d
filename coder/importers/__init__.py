"""Source documents: files of many kinds become text with its structure, told apart by content.

One registry, one reader a format. A reader gets bytes and hands back text, marks, variables and warnings; it opens no
file, asks no network and runs nothing that stands in what it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from coder.errors import SourceError
from coder.importers.found import sources_in
from coder.importers.sniffing import sniff
from coder.importers.source import MAX_BYTES, Mark, Reading, Source, naming

__all__ = ["IMPORTERS", "Importer", "Mark", "Source", "read_file", "read_source", "sniff", "sources_in"]

_SUFFIXES = {"docm": "docx", "dotx": "docx", "htm": "html", "xhtml": "html", "markdown": "md"}


@dataclass(frozen=True, slots=True)
class Importer:
    """The reader of one format. It is loaded when first used: a web page's reader alone takes half a second.

    where: "module:function". takes: which choices of `read_source` the reader knows.
    """

    title: str
    where: str
    takes: frozenset[str] = frozenset()

    def read(self, data: bytes, **choices: Any) -> Reading:
        module, function = self.where.split(":")
        reader: Callable[..., Reading] = getattr(import_module(module), function)
        return reader(data, **{key: value for key, value in choices.items() if key in self.takes})


IMPORTERS: Mapping[str, Importer] = MappingProxyType(
    {
        "txt": Importer("Plain text", "coder.importers.plain:read_plain", frozenset({"encoding"})),
        "md": Importer("Markdown", "coder.importers.markdown:read_markdown", frozenset({"encoding"})),
        "docx": Importer("Word document", "coder.importers.docx:read_docx"),
        "html": Importer("Web page", "coder.importers.webpage:read_page", frozenset({"encoding", "page"})),
        "pdf": Importer("PDF", "coder.importers.pdf:read_pdf"),
    }
)


def read_source(
    name: str, data: bytes, *, page: Literal["article", "whole"] = "article", encoding: str | None = None
) -> Source:
    """One source document from its bytes.

    name: the file's name, kept as the document's. page: of a web page, the article alone or all that stands on it.
    encoding: for plain text, Markdown and pages, instead of what would be found out.
    Raises SourceError, naming the file, for what is no document, damaged, locked, too big, or without text; a study
    to exchange and a project file are not sources either (`sniff` tells them).
    """
    if len(data) > MAX_BYTES:
        raise _too_big(name)
    kind = sniff(name, data)
    if kind not in IMPORTERS:
        raise SourceError(f"“{name}” is a whole study, not a source document.", "Import or merge it as a study.")
    try:
        reading = IMPORTERS[kind].read(data, page=page, encoding=encoding)
    except SourceError as problem:
        raise naming(name, problem) from problem
    warnings = [*_misnamed(name, kind), *reading.warnings]
    if not reading.text.strip():
        warnings.append("There is no text in it.")
    return Source(
        name=name,
        text=reading.text,
        format=kind,
        original=data,
        structure=tuple(reading.marks),
        variables={key: value for key, value in reading.variables.items() if value},
        warnings=tuple(warnings),
    )


def read_file(path: Path, *, page: Literal["article", "whole"] = "article", encoding: str | None = None) -> Source:
    """One source document from a file, which is not loaded if it is too big. Raises SourceError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_big(path.name)
        data = path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or "it cannot be opened"
        advice = "Check that it is there and yours to read."
        raise SourceError(f"“{path.name}” cannot be read: {reason}.", advice) from problem
    return read_source(path.name, data, page=page, encoding=encoding)


def _too_big(name: str) -> SourceError:
    size = MAX_BYTES // 1_000_000
    return SourceError(f"“{name}” is bigger than {size} MB.", "Split it into documents that people can read.")


def _misnamed(name: str, kind: str) -> list[str]:
    """A word if the name promises another kind of file than the content is."""
    suffix = Path(name).suffix.lower().lstrip(".")
    suffix = _SUFFIXES.get(suffix, suffix)
    if suffix in IMPORTERS and suffix != kind and not (suffix == "html" and kind == "txt"):
        return [f"By its name it is “.{suffix}”, by its content “.{kind}”; it was read as that."]
    return []
