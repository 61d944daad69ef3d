"""Letters of electronic mail taken apart: header lines, bodies, what is attached; bounded, whatever is in them.

Read with the standard library's oldest rules: the newer ones parse each header as they go, which hostile lines make
endless. Source of the words: RFC 5322 and RFC 2045 to 2047, RFC 3676.
"""

from __future__ import annotations

import email.errors
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime

from coder.errors import SourceError
from coder.importers.encodings import decode, text_codec
from coder.importers.source import Reading
from coder.importers.webpage import read_page
from coder.spans import canonical

_LONGEST_HEADER = 20_000
_MOST_PARTS = 5_000
_DEEPEST = 50
_BOUNDARY = re.compile(rb"\n--[^\n]")
# what the standard library's mail reader lets through at broken letters
_BROKEN = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OverflowError,
    email.errors.MessageError,
)  # fmt: skip


@dataclass(slots=True)
class Letter:
    """One message. attached: the names of what is not read."""

    message: Message
    attached: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, data: bytes) -> Letter:
        """The message in these bytes. Raises SourceError for what is none."""
        if len(_BOUNDARY.findall(data)) > _MOST_PARTS:
            raise SourceError("The letter has too many parts to be one.", "Save its text and import that.")
        try:
            return cls(BytesParser(policy=compat32).parsebytes(data))
        except _BROKEN as problem:
            raise _damaged() from problem

    def said(self, name: str) -> str:
        """A header line, decoded, on one line; empty if it is not there."""
        for key, value in self.message.raw_items():
            if key.lower() == name:
                return _decoded(str(value))
        return ""

    def people(self, name: str) -> str:
        """A header line of addresses: name and address, parted by commas."""
        found = []
        for who, address in getaddresses([self.raw(name)[:_LONGEST_HEADER]]):
            shown = _decoded(who)
            found.append(f"{shown} <{address}>" if shown and address else shown or address)
        return ", ".join(entry for entry in found if entry)

    def raw(self, name: str) -> str:
        return next((_unwrapped(str(v)) for k, v in self.message.raw_items() if k.lower() == name), "")

    def when(self) -> tuple[str, str]:
        """Day and minute as the letter's own clock had them; empty where it does not say them."""
        try:
            at = parsedate_to_datetime(self.raw("date")[:200])
            return at.date().isoformat(), at.strftime("%H:%M")
        except _BROKEN:
            return "", ""

    def head(self) -> Reading:
        """Who wrote it, when, and about what: as the lines above a forwarded letter."""
        said = {"From": self.people("from"), "Date": " ".join(self.when()), "Subject": self.said("subject")}
        return Reading("\n".join(f"{name}: {words}" for name, words in said.items() if words.strip()))

    def body(self) -> Reading:
        """What is written in it: plain text if there is some, else the page. Raises SourceError."""
        try:
            readings = list(self._readings(self.message, 0))
        except _BROKEN as problem:
            raise _damaged() from problem
        whole = Reading("")
        for reading in readings:
            if not reading.text.strip():
                continue
            if whole.text:
                whole.text += "\n\n"
            shift = len(whole.text)
            whole.text += reading.text
            whole.marks += [type(m)(m.kind, m.start + shift, m.end + shift, m.value) for m in reading.marks]
            whole.warnings += reading.warnings
        return whole

    def _readings(self, part: Message, depth: int) -> Iterator[Reading]:
        kind = part.get_content_type()
        if depth > _DEEPEST:
            raise SourceError("The letter is nested deeper than any real one.")
        if part.is_multipart() and kind.startswith("multipart/"):
            parts = [p for p in part.get_payload() if isinstance(p, Message)]
            if kind == "multipart/alternative":
                yield from self._best(parts, depth)
            elif kind == "multipart/related":
                yield from self._readings(root_of(part), depth + 1)
            else:
                for inner in parts:
                    yield from self._readings(inner, depth + 1)
        elif kind == "message/rfc822" and part.is_multipart() and part.get_content_disposition() != "attachment":
            for forwarded in (p for p in part.get_payload() if isinstance(p, Message)):
                yield Letter(forwarded).head()
                yield from self._readings(forwarded, depth + 1)
        elif part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            name = _decoded(str(part.get_filename() or "")) or kind
            self.attached.append(name)
        else:
            yield text_of(part)

    def _best(self, parts: list[Message], depth: int) -> Iterator[Reading]:
        """Of the same words written in several ways: the plain ones, else the last ones that hold words."""
        ranked = parts[::-1]
        ranked.sort(key=_is_no_plain_text)
        for part in ranked[:20]:
            readings = list(self._readings(part, depth + 1))
            if any(reading.text.strip() for reading in readings):
                yield from readings
                return


def _is_no_plain_text(part: Message) -> bool:
    return part.get_content_type() != "text/plain"


def text_of(part: Message) -> Reading:
    """The text of a part that is plain text or a page."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset()
    read = decode(data, declared=declared)
    if part.get_content_type() == "text/html":
        page = read_page(data if declared is None else read.text.encode("utf-8", "replace"), page="whole",
                         encoding=None if declared is None else "utf-8")  # fmt: skip
        return Reading(page.text, page.marks, page.variables, page.warnings)
    text = canonical(read.text)
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _unfolded(text, joined=str(part.get_param("delsp", "")).lower() == "yes")
    return Reading(text.strip("\n"), warnings=list(read.warnings))


def root_of(message: Message) -> Message:
    """Of parts that belong together the one to begin with: the one named so, else the first page, else the first."""
    parts = [p for p in message.get_payload() if isinstance(p, Message)] if message.is_multipart() else []
    start = str(message.get_param("start", "")).strip()
    for part in parts:
        if start and str(part.get("content-id", "")).strip() == start:
            return part
    pages = [p for p in parts if p.get_content_type() in ("text/html", "application/xhtml+xml")]
    return next(iter(pages or parts), message)


def _unfolded(text: str, *, joined: bool) -> str:
    """Lines that were only broken to be sent, whole again; lines of different depths of quoting stay apart."""
    lines: list[str] = []
    open_ = False
    depth = 0
    for line in text.split("\n"):
        level = len(line) - len(line.lstrip(">"))
        words = line[level:].removeprefix(" ")
        soft = words.endswith(" ") and words != "-- "
        kept = words[:-1] if soft and joined else words
        if open_ and level == depth and words != "-- ":
            lines.append(kept)
        else:
            lines.append(("\n" if lines else "") + (">" * level + " " if level else "") + kept)
        open_, depth = soft, level
    return "".join(lines)


def _unwrapped(value: str) -> str:
    """A header line that was folded, and its bytes read if they are no ASCII."""
    value = value[:_LONGEST_HEADER]
    if not value.isascii():
        value = decode(value.encode("utf-8", "surrogateescape")).text
    return re.sub(r"\r?\n[ \t]*", " ", value)


def _decoded(value: str) -> str:
    """A header line with its encoded words read."""
    value = _unwrapped(value)
    if "=?" not in value:
        return " ".join(canonical(value).split())
    try:
        pieces = decode_header(value)
    except _BROKEN:
        return " ".join(canonical(value).split())
    words = ""
    for piece, charset in pieces:
        if isinstance(piece, str):
            words += piece
        else:
            words += piece.decode((text_codec(charset or "") or "utf-8") if charset else "latin-1", "replace")
    return " ".join(canonical(words).split())


def _damaged() -> SourceError:
    return SourceError("The letter is damaged and cannot be read.", "Save it again from the mail program.")
