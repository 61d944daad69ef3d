"""The dataset: one row a coded segment, with everything needed to find the passage again."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from coder.exporters.gathered import STRANGER, Gathered, Property, Segment
from coder.exporters.tables import Column, Table, Value
from coder.spans import Span
from coder.units import paragraphs, sentences

TITLE = "Coded segments"
_AROUND = 80  # characters of context on either side
_ABOUT = (
    "One row for each coded segment: one code on one passage (or on a whole document) by one coder. "
    "In order of document, start, end, code, coder."
)


def coded_segments(gathered: Gathered) -> Table:
    """The table of coded segments; rows are made one by one as they are read."""
    return Table(TITLE, _ABOUT, _columns(gathered), segment_rows(gathered), len(gathered.segments))


def _columns(g: Gathered) -> list[Column]:
    said = _VERBATIM if g.choice.text != "none" else []
    return [
        Column("Document", "Name of the document.", 28),
        *(Column(f"Variable: {v.name}", f"The document's variable “{v.name}”.") for v in g.variables),
        Column("Coder", "Who coded." + (" The key to the names is not in this file." if g.choice.pseudonyms else "")),
        Column("Round", "Round of coding, counted from 1.", 7),
        Column("Code path", "The code with the codes above it, from the top, parted by “ > ”.", 32),
        Column("Code", "The code's own name, the last part of its path.", 22),
        *(Column(f"Code level {n}", f"Part {n} of the code path; empty if the path is shorter.", 18)
          for n in range(1, g.levels + 1)),
        *_PLACE,
        *said,
        *(Column(f"Qualifier: {q.name}", f"What the coder said under “{q.name}” ({q.kind}); empty if nothing.")
          for q in g.qualifiers),
        Column("Memo", "The coder's memo on this coded segment.", 30),
        *_TRACE,
    ]  # fmt: skip


_PLACE = [
    Column("Page", "Number of the page on which the passage begins, counted from the first page of the file (PDF). "
           "Empty where the source has no pages.", 7),
    Column("Start", "Where the passage begins: Unicode characters (code points) before it in the document's text, "
           "counted from 0. Empty for a code on the whole document.", 9),
    Column("End", "Where the passage ends, counted likewise; the character at this position is not part of it. "
           "Empty for a code on the whole document.", 9),
    Column("Paragraph", "Number of the paragraph (a line with something on it) in which the passage begins, "
           "counted from 1.", 10),
    Column("Sentence", "Number of the sentence (Unicode UAX #29) in which the passage begins, counted from 1 in the "
           "whole document.", 10),
]  # fmt: skip
_VERBATIM = [
    Column("Context before", f"Up to {_AROUND} characters that stand before the passage, cut at a word.", 36),
    Column("Quote", "The passage itself, word for word. Empty for a code on the whole document.", 60),
    Column("Context after", f"Up to {_AROUND} characters that stand after the passage, cut at a word.", 36),
]
_TRACE = [
    Column("Created at", "When the coded segment was first recorded, in UTC.", 21),
    Column("Created by", "Who recorded it first: the coder, or whoever imported it.", 14),
    Column("Changed at", "When it was last changed, in UTC; the time of creation if it never was.", 21),
    Column("Changed by", "Who changed it last.", 14),
    Column("Codebook version", "Name of the codebook version it was made under; empty if none was frozen by then.", 16),
    Column("Confirmed under", "Name of the codebook version under which it was confirmed later, if it was.", 16),
    Column("Coded segment id", "The coded segment's own name, the same in every export of the project. With "
           "pseudonyms a number instead, as ids are made from who coded.", 38),
    Column("Document id", "The document's own name, the same in every export of the project.", 38),
    Column("Text hash", "SHA-256 of the text (UTF-8, line ends as LF) that start and end count in.", 20),
    Column("Original hash", "SHA-256 of the file that was imported; empty if there was none.", 20),
]  # fmt: skip


def segment_rows(g: Gathered) -> Iterator[tuple[Value, ...]]:
    """The values of each coded segment, in the order of its table's columns."""
    documents = {
        d.id: ([d.name, *said(d.variables, g.variables)], [str(d.id)], (d.original_hash or b"").hex())
        for d in g.documents
    }
    codes = {c: _code_cells(path, g.levels) for c, path in g.paths.items()}
    numbered = g.choice.pseudonyms
    verbatim = g.choice.text != "none"
    labels, texts = g.labels, g.texts
    here: UUID | None = None
    passages: dict[bytes, Passages] = {}
    for n, s in enumerate(g.segments, 1):
        if s.document != here:
            here, passages = s.document, {}
        if s.text_hash not in passages:
            passages[s.text_hash] = Passages(texts[s.text_hash])
        front, ids, original = documents[s.document]
        t = s.trace
        yield (
            *front, labels[s.coder], s.round, *codes[s.code],
            page_of(g.pages.get(s.text_hash, ()), s.span), *passages[s.text_hash].cells(s.span, verbatim=verbatim),
            *_qualified(s, g.qualifiers), s.memo,
            t.created_at, labels.get(t.created_by, STRANGER),
            t.changed_at, labels.get(t.changed_by, STRANGER), s.made_under, s.confirmed_under,
            n if numbered else str(s.id), *ids, s.text_hash.hex(), original,
        )  # fmt: skip


def _code_cells(path: tuple[str, ...], levels: int) -> list[Value]:
    return [" > ".join(path), path[-1], *path, *[None] * (levels - len(path))]


def said(values: dict[str, Any], properties: Sequence[Property]) -> list[Value]:
    """The values of these variables (by id in hex), None where there is none."""
    return [value_of(values.get(p.key.hex), p.kind) for p in properties]


def _qualified(s: Segment, properties: Sequence[Property]) -> list[Value]:
    if not s.qualifiers:
        return [None] * len(properties)
    return [value_of(s.qualifiers.get(p.key), p.kind) for p in properties]


def value_of(value: Any, kind: str) -> Value:
    """A value as a cell holds it: text, or a number if it is meant as one and nothing of it gets lost."""
    if value is None or value == "":
        return None
    if kind == "number":
        for read in (int, float):
            number = _read(read, str(value))
            if number is not None and str(number) == str(value) and abs(number) < 1e15:
                return number
    return str(value)


def _read(read: Callable[[str], int | float], value: str) -> int | float | None:
    try:
        return read(value)
    except ValueError:
        return None


def page_of(pages: Sequence[tuple[int, str]], span: Span | None) -> int | None:
    """The number of the page on which a span begins. pages: where each begins and its number, in order."""
    if span is None or not pages:
        return None
    n = bisect_right(pages, span.start, key=lambda page: page[0])
    number = pages[max(0, n - 1)][1]
    return int(number) if number.isdecimal() else None


class Passages:
    """One text, ready to say of many spans where they stand and what stands around them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bounds: list[tuple[list[int], list[int]]] | None = None

    def cells(self, span: Span | None, *, verbatim: bool) -> tuple[Value, ...]:
        """Start, end, paragraph, sentence; verbatim also context before, quote, context after."""
        if span is None:
            return (None,) * (7 if verbatim else 4)
        start, end = span
        if self._bounds is None:
            units = (paragraphs(self._text), sentences(self._text))
            self._bounds = [([s for s, _ in found], [e for _, e in found]) for found in units]
        paragraph, sentence = (_number(starts, ends, start, end) for starts, ends in self._bounds)
        if not verbatim:
            return (start, end, paragraph, sentence)
        text = self._text
        return (start, end, paragraph, sentence, before(text, start), text[start:end], after(text, end))


def _number(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> int | None:
    """Which unit, from 1, a span begins in; the first that it reaches if it begins between two; else None."""
    n = bisect_right(starts, start)
    if n and start < ends[n - 1]:
        return n
    return n + 1 if n < len(starts) and starts[n] < end else None


def before(text: str, start: int) -> str:
    """What stands before a position: at most 80 characters or so, beginning with a whole word."""
    low = start - _AROUND
    if low <= 0:
        return text[:start]
    if not text[low - 1].isspace():
        cut = text[low:start].split(None, 1)
        if len(cut) == 2:
            return cut[1]
        while low > 0 and _joined(text, low):
            low -= 1
    return text[low:start]


def after(text: str, end: int) -> str:
    """What stands after a position: at most 80 characters or so, ending with a whole word."""
    high = end + _AROUND
    if high >= len(text):
        return text[end:]
    if not text[high].isspace():
        cut = text[end:high].rsplit(None, 1)
        if len(cut) == 2:
            return cut[0]
        while high < len(text) and _joined(text, high):
            high += 1
    return text[end:high]


def _joined(text: str, at: int) -> bool:
    """Does the character here belong with the one before it (a mark, a joiner, a skin tone)?"""
    sign = text[at]
    return (
        unicodedata.category(sign)[0] == "M"
        or "\u200d" in (sign, text[at - 1])
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or ("\U0001f1e6" <= sign <= "\U0001f1ff" and "\U0001f1e6" <= text[at - 1] <= "\U0001f1ff")
    )
