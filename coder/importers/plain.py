"""Plain text: kept as it is, but for the line ends."""

from __future__ import annotations

from coder.importers.encodings import decode
from coder.importers.source import Reading
from coder.spans import canonical


def read_plain(data: bytes, *, encoding: str | None = None) -> Reading:
    """The text of a .txt file; encoding: if the person chose one."""
    read = decode(data, encoding=encoding)
    return Reading(canonical(read.text), warnings=list(read.warnings))
