"""The coded segments as .csv: RFC 4180, UTF-8 with a byte order mark, safe to open in a spreadsheet program.

A text that begins with = + - @, a tab or a carriage return gets a ' before it, so that no program takes it for a
formula; so does one that begins with ' and then one of these. `bare` takes it away again. Nothing is ever cut.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from coder.exporters.gathered import Gathered, gather
from coder.exporters.placing import replacing
from coder.exporters.rows import coded_segments
from coder.exporters.side_tables import texts_table
from coder.exporters.tables import Choice, Table, Tick, Value, no_tick
from coder.formulas import FORMULA, bare
from coder.project import Project
from coder.sentences import sentence

__all__ = ["bare", "guarded", "write_delimited", "write_table"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_EVERY = 2_000


def write_delimited(project: Project, path: Path, choice: Choice, tick: Tick) -> list[str]:
    """Writes the coded segments; with `full` the texts too, in a second file beside it. Returns what to know."""
    gathered = gather(project, choice, agreement=False)
    with replacing(path) as out:
        told = write_table(coded_segments(gathered), out, tick)
    return told + (_write_texts(gathered, path) if choice.text == "full" else [])


def _write_texts(gathered: Gathered, path: Path) -> list[str]:
    beside = path.with_name(f"{path.stem}-texts{path.suffix}")
    with replacing(beside) as out:
        told = write_table(texts_table(gathered, whole=True), out)
    return [f"The documents' texts are in “{beside.name}”, one row each.", *told]


def write_table(table: Table, out: IO[bytes], tick: Tick = no_tick) -> list[str]:
    """Writes one table; returns what had to be written otherwise than it is."""
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(table.header))
    guards = replaced = 0
    for done, row in enumerate(table.rows):
        safe = guarded(row)
        guards += safe != list(row)
        try:
            writer.writerow(safe)
        except UnicodeEncodeError:
            replaced += 1
            writer.writerow(guarded([_encodable(v) for v in row]))
        if done % _EVERY == 0:
            tick(done, table.length)
    text.flush()
    text.detach()
    tick(table.length, table.length)
    return _said(table.title, guards, replaced)


def _said(title: str, guards: int, replaced: int) -> list[str]:
    told = []
    if guards:
        told.append(sentence(
            "“{title}”: in {guards} of the rows a text begins like a formula (= + - @ or a tab); a ' stands before "
            "it, so that no spreadsheet program runs it.",
            title=title, guards=guards,
        ))  # fmt: skip
    if replaced:
        told.append(sentence(
            "“{title}”: halves of characters, which no file can hold, stand as \ufffd in {replaced} of the rows.",
            title=title, replaced=replaced,
        ))  # fmt: skip
    return told


def guarded(row: Sequence[Value]) -> list[Value]:
    """The row with a ' before each text that a spreadsheet program would take for a formula."""
    begins = FORMULA.match
    return [f"'{v}" if isinstance(v, str) and begins(v) else v for v in row]


def _encodable(value: Value) -> Value:
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value
