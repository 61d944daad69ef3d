"""The key of pseudonyms: a file of its own, outside the project, that says which name stood where."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from coder.errors import SourceError
from coder.importers.pseudonyms import Replaced
from coder.sentences import sentence


@contextmanager
def key_file(path: Path | None, replaced: Sequence[Replaced]) -> Iterator[None]:
    """Writes the key before what is done within, and takes it away again if that fails; nothing without a path.

    Columns: document, name, pseudonym, start, end (code points in the new text). Raises SourceError where a file
    stands already, since it may be another import's key, and where none can be written.
    """
    if path is None or not replaced:
        yield
        return
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(("document", "name", "pseudonym", "start", "end"))
            out.writerows((r.document, r.name, r.pseudonym, r.start, r.end) for r in replaced)
    except FileExistsError as error:
        raise SourceError(
            sentence("There is a file “{name}” already.", name=path.name),
            "Name another one: it may hold the key of another import.",
        ) from error
    except OSError as error:
        path.unlink(missing_ok=True)
        raise SourceError(
            sentence("“{name}” cannot be written: {strerror}.", name=path.name, strerror=error.strerror),
            "Check the folder.",
        ) from error
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise
