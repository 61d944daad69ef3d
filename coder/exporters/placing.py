"""Putting a file where it belongs: written beside, then moved there whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from coder.errors import CoderError, ProjectExists
from coder.sentences import sentence

_PROJECT_BEGINS = b"SQLite format 3\x00"


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into, which takes the place of `path` when all went well and else leaves no trace.

    Raises ProjectExists if a project file stands there, CoderError where nothing can be written.
    """
    _check(path)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(beside, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        os.replace(beside, path)
    except OSError as error:
        raise CoderError(
            sentence("“{name}” cannot be written: {reason}.", name=path.name, reason=error.strerror or error),
            "Close it if another program has it open, and check the folder and the space on the disk.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)


def _check(path: Path) -> None:
    if not path.parent.is_dir():
        raise CoderError(sentence("There is no folder “{parent}”.", parent=path.parent), "Make the folder first.")
    if path.is_dir():
        raise CoderError(sentence("“{name}” is a folder.", name=path.name), "Choose another name.")
    if path.is_file():
        try:
            with open(path, "rb") as there:
                begins = there.read(len(_PROJECT_BEGINS))
        except OSError:
            return  # writing will say why
        if begins == _PROJECT_BEGINS:
            raise ProjectExists(sentence("“{name}” is a project file; an export never replaces one.", name=path.name))
