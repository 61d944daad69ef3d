"""The files in a zip archive: safe names, one archive within another at most, bombs refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from coder.errors import SourceError
from coder.identity import same_name
from coder.importers.found import left_out
from coder.importers.packed import Package, damage_told
from coder.sentences import sentence

_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
DEEPEST = 2  # an archive, and those in it


def members(name: str, data: bytes) -> Iterator[tuple[str, str, bytes | SourceError]]:
    """Each file in the archive: its name, its path within, its bytes or why it cannot be unpacked; in name order.

    A member's folders are left out of its name, unless two files bear the same name. System files, and whatever
    browsers or Macs add, are passed over. Raises SourceError for an archive that is damaged or holds no files.
    """
    package = Package(data)
    shown = _shown_names(data)
    paths = {member: PurePosixPath(shown.get(member, member).replace("\\", "/")) for member in package.names}
    wanted = {member: path for member, path in paths.items() if _is_file(member) and not left_out(path.parts)}
    if not wanted:
        raise SourceError(sentence("There are no files in “{name}”.", name=name), "Check that it is the right archive.")
    times = Counter(same_name(path.name) for path in wanted.values())
    for member, path in sorted(wanted.items(), key=lambda item: (str(item[1]).casefold(), item[0])):
        folders = [part for part in path.parts[:-1] if part.strip("/") not in ("", ".", "..")]
        within = "/".join([*folders, path.name])
        called = path.name if times[same_name(path.name)] == 1 else within
        try:
            yield called, within, package.read(member)
        except SourceError as problem:
            yield called, within, problem


def _is_file(member: str) -> bool:
    return bool(member) and not member.endswith(("/", "\\"))


def _shown_names(data: bytes) -> dict[str, str]:
    """Names whose letters the format takes for those of another code page: by the name as it takes them."""
    shown: dict[str, str] = {}
    with damage_told(), zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            if not member.flag_bits & 0x800 and not member.filename.isascii():
                shown[member.filename] = _meant(member.filename)
    return shown


def _meant(name: str) -> str:
    """A name that a Mac wrote in UTF-8 without saying so, or a Russian Windows in its old code page; else itself."""
    try:
        raw = name.encode("cp437")
    except UnicodeError:
        return name
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        russian = raw.decode("cp866")
    letters = [c for c in russian if not c.isascii()]
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in letters) * 2 > len(letters)
    # the same bytes are umlauts and accents; among Latin letters they are meant so
    return russian if cyrillic and not _MIXED.search(russian) else name
