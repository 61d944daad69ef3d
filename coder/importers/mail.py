"""Electronic mail (.eml, .mbox) and web archives (.mhtml): letters, boxes of letters, pages sent as letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from coder.errors import SourceError
from coder.importers.encodings import decode
from coder.importers.letters import Letter, root_of
from coder.importers.source import Mark, Reading, Source, source_of
from coder.importers.webpage import read_page
from coder.sentences import listing, sentence

_MOST_NAMES = 20
_LONGEST_SUBJECT = 80
_BETWEEN = re.compile(rb"^From [^\r\n]{0,300}\d\d:\d\d[^\r\n]{0,80}\r?\n(?=[!-9;-~]{1,80}:)", re.MULTILINE)
_SHIELDED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_letter(data: bytes) -> Reading:
    """One letter: its subject as a heading, then its words, quoted ones too; sender, receivers, date as variables.

    What is attached is not read, and named. Raises SourceError.
    """
    letter = Letter.of(data)
    body = letter.body()
    subject = letter.said("subject")
    text = "\n\n".join(piece for piece in (subject, body.text) if piece)
    shift = len(text) - len(body.text)
    marks = [Mark("heading", 0, len(subject), "1")] if subject else []
    marks += [Mark(m.kind, m.start + shift, m.end + shift, m.value) for m in body.marks]
    day, time = letter.when()
    said = {"subject": subject, "from": letter.people("from"), "to": letter.people("to"), "date": day, "time": time}
    warnings = list(body.warnings)
    if letter.attached:
        names = listing([f"“{name}”" for name in letter.attached], _MOST_NAMES)
        warnings.append(sentence("Attached and not read: {names}.", names=names))
    return Reading(text, marks, {key: value for key, value in said.items() if value}, warnings)


def read_box(name: str, data: bytes) -> Iterator[Source]:
    """The letters in a box, each a document “box · number · subject”; those without words are left out and counted.

    name: the box's. Numbers count all letters, so that a box that grows at its end keeps its names.
    Raises SourceError.
    """
    found: list[Source] = []
    broken = empty = 0
    for n, part in enumerate(_letters(data), 1):
        try:
            reading = read_letter(part)
        except SourceError:
            broken += 1
            continue
        if not reading.text.strip():
            empty += 1
            continue
        subject = reading.variables.get("subject", "")
        pieces = [PurePath(name).name, str(n), subject[:_LONGEST_SUBJECT].strip()]
        found.append(source_of(" · ".join(p for p in pieces if p), "eml", part, reading))
    told = [sentence("Letters without words in it, left out: {empty}.", empty=empty)] if empty else []
    told += [sentence("Letters that are damaged, left out: {broken}.", broken=broken)] if broken else []
    for n, source in enumerate(found):
        yield replace(source, warnings=(*told, *source.warnings)) if n == 0 else source


def _letters(data: bytes) -> Iterator[bytes]:
    """The bytes of each letter, without the line that parts it from the one before."""
    places = list(_BETWEEN.finditer(data))
    for n, place in enumerate(places):
        end = places[n + 1].start() if n + 1 < len(places) else len(data)
        yield _SHIELDED.sub(rb"\1", data[place.end() : end])


def read_archive(
    data: bytes, *, page: Literal["article", "whole"] = "article", encoding: str | None = None
) -> Reading:
    """The page in a web archive, with where and when it was saved; choices as for a page. Raises SourceError."""
    letter = Letter.of(data)
    root = root_of(letter.message)
    payload = root.get_payload(decode=True)
    if not isinstance(payload, bytes) or not root.get_content_type().startswith(("text/", "application/xhtml")):
        raise SourceError("There is no page in the web archive.", "Open it in a browser and save the page as HTML.")
    charset = root.get_content_charset()
    if encoding is None and charset is not None:
        payload, encoding = decode(payload, declared=charset).text.encode("utf-8", "replace"), "utf-8"
    reading = read_page(payload, page=page, encoding=encoding)
    where = letter.said("snapshot-content-location") or str(root.get("content-location", ""))
    said = {"address": " ".join(where.split())[:2000], "accessed": letter.when()[0], "title": letter.said("subject")}
    reading.variables = {key: value for key, value in said.items() if value} | reading.variables
    return reading
