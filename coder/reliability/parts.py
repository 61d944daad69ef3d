"""Parts of the texts that do not count: blanks, headings, notes, what an interviewer says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from coder.agreement import Codings
from coder.agreement.results import Bools, Ints
from coder.errors import UnknownThing
from coder.sentences import sentence
from coder.units import nonblank_prefix

BLANKS, HEADINGS, NOTES, SPEAKER = "blanks", "headings", "notes", "speaker="
PARTS = (BLANKS, HEADINGS, NOTES)
_KINDS = {HEADINGS: "heading", NOTES: "note"}
Marks = Iterable[tuple[str, int, int, str]]  # kind, start, end, value


def check_parts(parts: Iterable[str]) -> tuple[str, ...]:
    """The parts, each once: blanks, headings, notes or speaker=NAME. Raises UnknownThing for anything else."""
    found = tuple(dict.fromkeys(part.strip() for part in parts))
    for part in found:
        named = part.startswith(SPEAKER) and part.removeprefix(SPEAKER).strip(" :")
        if part not in PARTS and not named:
            raise UnknownThing(
                sentence("“{part}” is no part of a text that can be left out.", part=part),
                "These can: blanks, headings, notes, and speaker=NAME for what somebody says.",
            )
    return found


def speakers_in(parts: Iterable[str]) -> list[str]:
    """The names of those whose words are left out."""
    return [part.removeprefix(SPEAKER).strip(" :") for part in parts if part.startswith(SPEAKER)]


@dataclass(frozen=True, slots=True)
class Left:
    """What of one text does not count.

    out: bool (length,). before, said: int64 (length + 1,), how many characters before each position are out, and how
    many are neither out nor blank.
    """

    out: Bools
    before: Ints
    said: Ints

    @classmethod
    def of(cls, text: str, marks: Marks, parts: Sequence[str]) -> Left:
        """parts: as `check_parts` gives them.

        A speaker's words are those that the file marks as theirs, and paragraphs that begin with the name and a colon.
        """
        out = np.zeros(len(text), dtype=bool)
        if BLANKS in parts:
            out |= np.diff(nonblank_prefix(text)) == 0
        kinds = {_KINDS[part] for part in parts if part in _KINDS}
        speakers = {name.casefold() for name in speakers_in(parts)}
        for kind, start, end, value in marks:
            if kind in kinds or (kind == "speaker" and value.strip(" :").casefold() in speakers):
                out[start:end] = True
        if speakers:
            named = "|".join(re.escape(name) for name in sorted(speakers))
            for found in re.finditer(rf"^[^\S\n]*(?:{named})[^\S\n]*[:：][^\n]*", text, re.IGNORECASE | re.MULTILINE):
                out[found.start() : found.end()] = True
        solid = np.diff(nonblank_prefix(text)) == 1
        return cls(out, _counted(out), _counted(solid & ~out))

    def bounds(self, units: Ints) -> Ints:
        """Those of the units, int64 (n, 2), of which anything counts."""
        return units[self.said[units[:, 1]] > self.said[units[:, 0]]] if len(units) else units


def _counted(flags: Bools) -> Ints:
    return np.concatenate([[0], np.cumsum(flags)]).astype(np.int64)


def standing(codings: Codings, left: Sequence[Left]) -> Codings:
    """The codings of which more than blanks counts, at their places; those of whole documents stay."""
    first, last = _at_ends(codings, [part.said for part in left])
    kept = last > first
    if codings.whole is not None:
        kept |= codings.whole
    rows = np.flatnonzero(kept)
    whole = None if codings.whole is None else codings.whole[rows]
    return Codings(
        codings.doc[rows], codings.coder[rows], codings.code[rows], codings.start[rows], codings.end[rows],
        codings.doc_length, codings.covered, whole,
    )  # fmt: skip


def closed_up(codings: Codings, left: Sequence[Left]) -> Codings:
    """The codings over the texts without what is left out: what was apart stands side by side."""
    start, end = _at_ends(codings, [part.before for part in left])
    lengths = codings.doc_length - np.array([part.before[-1] for part in left], dtype=np.int64)
    return replace(
        codings, start=codings.start - start, end=codings.end - end, doc_length=lengths.astype(codings.doc_length.dtype)
    )


def _at_ends(codings: Codings, counts: Sequence[Ints]) -> tuple[Ints, Ints]:
    """Of counts by document and position those at the start and the end of each coding; 0 for whole documents."""
    start, end = np.zeros(len(codings.doc), np.int64), np.zeros(len(codings.doc), np.int64)
    places = np.ones(len(codings.doc), bool) if codings.whole is None else ~codings.whole
    for n, count in enumerate(counts):
        rows = np.flatnonzero((codings.doc == n) & places)
        start[rows], end[rows] = count[codings.start[rows]], count[codings.end[rows]]
    return start, end
