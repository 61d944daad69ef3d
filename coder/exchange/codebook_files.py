"""Codebook files by their suffix: which are read."""

from __future__ import annotations

from pathlib import Path

from coder.errors import CodebookError, CodingError
from coder.exchange.codebook_parts import Codebook
from coder.exchange.codebook_refi import read_qdc
from coder.exchange.codebook_table import read_csv, read_xlsx
from coder.exchange.codebook_yaml import read_codebook
from coder.sentences import sentence

SUFFIXES = (".yaml", ".yml", ".csv", ".xlsx", ".qdc")
_LARGEST = 50_000_000


def read_codebook_file(path: Path) -> Codebook:
    """The codebook in a file of one of SUFFIXES. Raises CodebookError with every mistake, CodingError for no file."""
    suffix = known_codebook(path)
    if suffix in (".yaml", ".yml"):
        return read_codebook(read_text(path), path.name)
    data = _bytes(path)
    if len(data) > _LARGEST:
        raise CodebookError(
            sentence("“{name}” is larger than any codebook.", name=path.name), "Check that it is the right file."
        )
    if suffix == ".qdc":
        return read_qdc(data, path.name)
    return read_csv(data, path.name) if suffix == ".csv" else read_xlsx(data, path.name)


def known_codebook(path: Path) -> str:
    """The suffix, in small letters. Raises CodebookError for one that is none of a codebook."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise CodebookError(
            sentence("“{name}” is not a codebook file that is known.", name=path.name),
            sentence("Codebooks end in {suffixes}.", suffixes=", ".join(SUFFIXES)),
        )
    return suffix


def read_text(path: Path) -> str:
    """A text file as UTF-8. Raises CodingError with what to do."""
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CodingError(sentence("“{name}” is not UTF-8.", name=path.name), "Save it as UTF-8.") from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CodingError(sentence("There is no file “{path}”.", path=path), "Check the name and the folder.") from None
    except OSError as error:
        raise CodingError(
            sentence("“{path}” cannot be read: {strerror}.", path=path, strerror=error.strerror), "Check the file."
        ) from None
