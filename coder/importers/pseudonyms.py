"""Names replaced by pseudonyms in a text that is being imported, with its marks; what stood where is handed back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coder.errors import SourceError
from coder.importers.source import Mark, Source, tidy
from coder.importers.tables import read_rows
from coder.sentences import sentence

_ADVICE = "Each row holds a name as it is written in the texts, and the pseudonym that takes its place."


@dataclass(frozen=True, slots=True)
class Replaced:
    """One place: the document, the name as it was written, what stands there now, and where (in the new text)."""

    document: str
    name: str
    pseudonym: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """A list of names that was understood; `shape` finds any of them as whole words."""

    by_name: Mapping[str, str]
    shape: re.Pattern[str]


def read_pseudonyms(path: Path) -> Pseudonyms:
    """The list in a .csv or .tsv: a name and its pseudonym a row, a header “name, pseudonym” may lead.

    Raises SourceError for a row without one of them, and for a name with two pseudonyms.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(
            sentence("“{name}” cannot be read: {strerror}.", name=path.name, strerror=error.strerror), "Check the path."
        ) from error
    rows = [[" ".join(cell.split()) for cell in row] for row in read_rows(data)]
    rows = [row for row in rows if any(row)]
    if rows and rows[0][0].casefold() in ("name", "names", "имя") and len(rows) > 1:
        rows = rows[1:]
    pairs = []
    for n, row in enumerate(rows, 1):
        if len(row) < 2 or not row[0] or not row[1]:
            raise SourceError(
                sentence("Entry {n} of “{name}” lacks a name or a pseudonym.", n=n, name=path.name), _ADVICE
            )
        pairs.append((row[0], row[1]))
    return pseudonyms(pairs)


def pseudonyms(pairs: Sequence[tuple[str, str]]) -> Pseudonyms:
    """The list of these names and pseudonyms. Raises SourceError for none, and for a name with two pseudonyms."""
    by_name: dict[str, str] = {}
    for name, pseudonym in pairs:
        if by_name.setdefault(_folded(name), pseudonym) != pseudonym:
            raise SourceError(sentence("The list gives “{name}” two pseudonyms.", name=name), "Keep one of the rows.")
    if not by_name:
        raise SourceError("The list of names is empty.", _ADVICE)
    written: set[str] = set()
    for name in by_name:
        written |= {name, unicodedata.normalize("NFD", name)}
    parts = (r"\s+".join(re.escape(word) for word in name.split()) for name in sorted(written, key=_longest_first))
    return Pseudonyms(by_name, re.compile(rf"(?<![\w\u0300-\u036f])(?:{'|'.join(parts)})(?![\w\u0300-\u036f])", re.I))


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", name).casefold().split()))


def replaced_in(text: str, listed: Pseudonyms) -> tuple[str, list[tuple[int, int, int, int]]]:
    """The text with pseudonyms, and each place: (start, end) in the old text, (start, end) in the new one."""
    pieces: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    at = length = 0
    for found in listed.shape.finditer(text):
        pseudonym = listed.by_name.get(_folded(found[0]))
        if pseudonym is None:  # case folds to what the list does not hold
            continue
        pieces += [text[at : found.start()], pseudonym]
        start = length + found.start() - at
        length, at = start + len(pseudonym), found.end()
        places.append((found.start(), found.end(), start, length))
    pieces.append(text[at:])
    return "".join(pieces), places


def without_names(source: Source, listed: Pseudonyms) -> tuple[Source, list[Replaced]]:
    """The source with pseudonyms in text, marks, variables and name, and every place in the text.

    The bytes it came in hold the names, so they are not kept: the new text stands for them.
    """
    text, places = replaced_in(source.text, listed)
    shift = _Shift(places)
    marks = [Mark(m.kind, shift.start(m.start), shift.end(m.end), _said(m.value, listed)) for m in source.structure]
    name = _said(source.name, listed)
    told = [Replaced(name, source.text[a:b], text[c:d], c, d) for a, b, c, d in places]
    new = replace(
        source, name=name, text=text, format="txt", original=text.encode("utf-8"), structure=tuple(tidy(text, marks)),
        variables={key: _said(value, listed) for key, value in source.variables.items()},
        table="", key="",
    )  # fmt: skip
    return new, told


def _said(value: str, listed: Pseudonyms) -> str:
    return replaced_in(value, listed)[0]


class _Shift:
    """Where a mark's ends come to lie; an end within a name goes to the pseudonym's end on its side."""

    def __init__(self, places: Sequence[tuple[int, int, int, int]]) -> None:
        self._places = places
        self._starts = [place[0] for place in places]

    def start(self, at: int) -> int:
        return self._moved(at, 2)

    def end(self, at: int) -> int:
        return self._moved(at, 3)

    def _moved(self, at: int, side: int) -> int:
        n = bisect_right(self._starts, at) - 1
        if n < 0:
            return at
        place = self._places[n]
        if place[0] < at < place[1]:
            return place[side]
        return place[2] if at == place[0] else place[3] + at - place[1]
