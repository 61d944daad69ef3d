"""What an importer makes of a file: its text, the structure that lies on it, what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from coder.errors import SourceError
from coder.sentences import retelling, sentence
from coder.spans import Span, canonical
from coder.units import trimmed

MAX_BYTES = 200_000_000  # a source is a text to be read by people; this is some hundred thousand pages


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of structure on the canonical text, from start to end.

    kind: heading (value: level), bold, italic, list (value: depth), table, row, cell, page (value: number), speaker
    (value: name), time (of speech; value: 00:01:02.345), quote, code, note (a foot- or endnote; value: its number).
    """

    kind: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it came.

    text: canonical (coder.spans.canonical). format: what the bytes are, as `sniff` names it. original: the bytes.
    structure: by start, longer before shorter. variables: what the file says of itself (title, author, date,
    language, outlet, address, accessed; of a letter and a post also who to whom; created for the day the file itself
    was made), only what it does say, as text. warnings: whole sentences. table, key: of a document that is one row
    of a table, the table's name and the row's key or else its number; `original` is then the whole table. sheets:
    of a document out of a workbook, the names of all its sheets with something on them.
    """

    name: str
    text: str
    format: str
    original: bytes = field(repr=False)
    structure: tuple[Mark, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    table: str = ""
    key: str = ""
    sheets: tuple[str, ...] = ()


def naming(name: str, problem: SourceError) -> SourceError:
    """The same problem with the file's name in its message, once."""
    if f"“{name}”" in problem.message:
        return problem
    return SourceError(sentence("“{name}”: {message}", name=name, message=retelling(problem.message)), problem.advice)


@dataclass(slots=True)
class Reading:
    """What a reader hands back: text, marks on it, variables, warnings."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def source_of(name: str, kind: str, original: bytes, reading: Reading) -> Source:
    """A finished document of what a reader handed back; that there is no text in it is said."""
    warnings = list(reading.warnings)
    if not reading.text.strip():
        warnings.append("There is no text in it.")
    return Source(
        name=name,
        text=reading.text,
        format=kind,
        original=original,
        structure=tuple(reading.marks),
        variables={key: value for key, value in reading.variables.items() if value},
        warnings=tuple(warnings),
    )


_RETURN = re.compile("\r\n?")


class TextBuilder:
    """Puts a text together piece by piece and remembers where the marks lie.

    Lines end once: `line` does nothing at the beginning of one. The text that comes out is canonical, without blank
    lines at either end, and the marks are cut to it.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._last = ""
        self._marks: list[Mark] = []
        self.length = 0
        self.solid = 0  # the end of the last character that is not blank

    def add(self, piece: str) -> None:
        """Appends text as it stands."""
        if not self.length:
            piece = piece.lstrip("\ufeff")
        if piece:
            # piece by piece, so that marks counted on the way stay right
            piece = _RETURN.sub("\n", piece)
            self._pieces.append(piece)
            self._last = piece[-1]
            if words := piece.rstrip():
                self.solid = self.length + len(words)
            self.length += len(piece)

    @property
    def at_line_start(self) -> bool:
        return self._last in ("", "\n")

    @property
    def after_blank(self) -> bool:
        """Does the text end in a blank, or not exist yet?"""
        return not self._last or self._last.isspace()

    def line(self) -> None:
        """Ends the line, if something stands on it."""
        if not self.at_line_start:
            self.add("\n")

    def mark(self, kind: str, start: int, value: str = "") -> None:
        """Marks what was added since start; nothing, if nothing was."""
        if self.length > start:
            self._marks.append(Mark(kind, start, self.length, value))

    def adopt(self, marks: list[Mark], offset: int) -> None:
        """Takes over marks that were made on a piece which was added at offset."""
        self._marks.extend(Mark(m.kind, m.start + offset, m.end + offset, m.value) for m in marks)

    def reading(self) -> Reading:
        """The text, canonical, and the marks on it."""
        whole = "".join(self._pieces)
        first_line = len(whole) - len(whole.lstrip())
        cut = whole.rfind("\n", 0, first_line) + 1
        text = canonical(whole[cut:].rstrip("\n \t"))
        cut += len(whole) - cut - len(whole[cut:].lstrip("\ufeff"))
        return Reading(text, tidy(text, [Mark(m.kind, m.start - cut, m.end - cut, m.value) for m in self._marks]))


_BLOCKS = ("table", "row", "cell", "page")  # kept with the blanks in them; an empty cell is a cell


def tidy(text: str, marks: list[Mark]) -> list[Mark]:
    """Marks in order, cut to the text and trimmed of blanks; touching ones of one emphasis made one; no empty ones."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        span = Span(max(0, mark.start), min(len(text), mark.end))
        if mark.kind not in _BLOCKS:
            span = trimmed(text, span.start, max(span.start, span.end))
        if span.start >= span.end:
            continue
        kept.append(Mark(mark.kind, span.start, span.end, mark.value))
    return _joined(text, sorted(kept, key=lambda m: (m.start, -m.end)))


def _joined(text: str, marks: list[Mark]) -> list[Mark]:
    """Word writes one emphasis in many runs: runs with nothing but blanks of one line between them are one."""
    last: dict[str, int] = {}
    joined: list[Mark] = []
    for mark in marks:
        before = joined[last[mark.kind]] if mark.kind in last else None
        if mark.kind in ("bold", "italic") and before is not None:
            between = text[before.end : mark.start]
            if "\n" not in between and "\t" not in between and not between.strip():
                end = max(before.end, mark.end)
                joined[last[mark.kind]] = Mark(mark.kind, before.start, end, mark.value)
                continue
        last[mark.kind] = len(joined)
        joined.append(mark)
    return joined
