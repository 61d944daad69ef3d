"""Telegram's exports, JSON and HTML: each message with words is a document.

Source of the names: the files that Telegram Desktop writes (result.json, messages.html).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from lxml import etree, html

from coder.errors import SourceError
from coder.importers.page_walk import PAGE_WORDS, read_tree
from coder.importers.source import Reading, Source, TextBuilder, source_of
from coder.importers.webpage import parsed_page
from coder.sentences import sentence

_LARGEST = 100_000_000
_EMPHASIS = {"bold": "bold", "italic": "italic", "blockquote": "quote", "code": "code", "pre": "code"}
_OPEN_TO_MANY = {"public_channel", "private_channel", "public_supergroup", "private_supergroup"}
_CLOCK = "%d.%m.%Y %H:%M:%S"


@dataclass(slots=True)
class _Found:
    """The documents so far, and what was left out. told: about what was left out."""

    sources: list[Source] = field(default_factory=list)
    service: int = 0
    wordless: int = 0

    def add(self, chat: str, number: str, original: bytes, reading: Reading) -> None:
        if not reading.text.strip():
            self.wordless += 1
            return
        reading.variables = {"channel": chat, "message": number} | reading.variables
        self.sources.append(source_of(f"{chat or 'Telegram'} · {number}", "telegram", original, reading))

    def told(self) -> Iterator[Source]:
        words = (
            [sentence("Messages of the service, left out: {service}.", service=self.service)] if self.service else []
        )
        if self.wordless:
            words.append(
                sentence(
                    "Messages without words (pictures, voices and the like), left out: {wordless}.",
                    wordless=self.wordless,
                )
            )
        for n, source in enumerate(self.sources):
            yield replace(source, warnings=(*words, *source.warnings)) if n == 0 else source


def read_export(_name: str, data: bytes) -> Iterator[Source]:
    """The messages of an export in JSON, of one chat or of all of them, in order; each named “chat · number”.

    Variables: channel, message (number), date, time, author (where it is not the channel), forwarded from, reply to,
    address (for channels and big groups, as their members open it). Raises SourceError.
    """
    if len(data) > _LARGEST:
        raise SourceError(
            sentence("The export is bigger than {n} MB.", n=_LARGEST // 1000000), "Export it in parts, by dates."
        )
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as problem:
        raise SourceError("The export is damaged: it is no JSON.", "Export the chat once more.") from problem
    found = _Found()
    for chat in _chats(whole):
        for message in chat["messages"]:
            if isinstance(message, dict):
                _message(found, chat, message)
    return found.told()


def _chats(whole: Any) -> Iterator[dict[str, Any]]:
    """A chat by itself, or those in the export of an account."""
    if not isinstance(whole, dict):
        return
    listed = [whole]
    for group in ("chats", "left_chats"):
        if isinstance(whole.get(group), dict) and isinstance(whole[group].get("list"), list):
            listed += whole[group]["list"]
    for chat in listed:
        if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
            yield chat


def _message(found: _Found, chat: dict[str, Any], message: dict[str, Any]) -> None:
    if message.get("type") != "message":
        found.service += 1
        return
    name = _line(chat.get("name")) or ("Saved messages" if chat.get("type") == "saved_messages" else "")
    number = _line(message.get("id"))
    reading = _words(message)
    day, _, clock = _line(message.get("date")).partition("T")
    author = _line(message.get("from"))
    said = {
        "date": day,
        "time": clock[:5],
        "author": author if author != name else "",
        "forwarded from": _line(message.get("forwarded_from")),
        "reply to": _line(message.get("reply_to_message_id")),
        "address": f"https://t.me/c/{chat['id']}/{number}"
        if chat.get("type") in _OPEN_TO_MANY and isinstance(chat.get("id"), int)
        else "",
    }
    reading.variables = {key: value for key, value in said.items() if value}
    original = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    found.add(name, number, original, reading)


def _words(message: dict[str, Any]) -> Reading:
    """A message's words with its emphasis, and those of a poll."""
    out = TextBuilder()
    text = message.get("text")
    for piece in text if isinstance(text, list) else [text]:
        start = out.length
        if isinstance(piece, str):
            out.add(piece)
        elif isinstance(piece, dict) and isinstance(piece.get("text"), str):
            out.add(piece["text"])
            if kind := _EMPHASIS.get(str(piece.get("type"))):
                out.mark(kind, start)
    poll = message.get("poll")
    if isinstance(poll, dict):
        answers = poll.get("answers") if isinstance(poll.get("answers"), list) else []
        listed = [a.get("text") for a in answers or () if isinstance(a, dict)]
        for line in (poll.get("question"), *listed):
            if isinstance(line, str):
                out.line()
                out.add(line)
    return out.reading()


def _line(value: Any) -> str:
    if not isinstance(value, (str, int)) or isinstance(value, bool):
        return ""
    try:
        return " ".join(str(value).split())[:500]
    except ValueError:  # a number of thousands of digits
        return ""


# -- pages ------------------------------------------------------------------------------------


def read_export_page(_name: str, data: bytes, *, encoding: str | None = None) -> Iterator[Source]:
    """The messages of an export in HTML (messages.html and its continuations), as `read_export` gives them.

    The page does not say the chat's own number, so there is no address. Raises SourceError.
    """
    tree = parsed_page(data, encoding=encoding)
    chat = next((_said(e) for e in _of_class(tree, "page_header") for e in _of_class(e, "text")), "")
    found = _Found()
    author = ""
    for message in _of_class(tree, "message"):
        number = re.sub(r"\Amessage", "", message.get("id", ""))
        if "service" in (message.get("class") or "").split():
            found.service += not number.startswith("-")  # days between messages have numbers below 0
            continue
        author = _own(message, "from_name") or author  # messages in a row name their author once
        _page_message(found, message, chat, number, author)
    return found.told()


def _page_message(found: _Found, message: html.HtmlElement, chat: str, number: str, author: str) -> None:
    out = TextBuilder()
    for kind in ("text", "question", "answer"):
        for element in _of_class(message, kind):
            out.line()
            part = read_tree(element, PAGE_WORDS)
            start = out.length
            out.add(part.text)
            out.adopt(part.marks, start)
    reading = out.reading()
    said = {"author": author if author != chat else "", "forwarded from": _forwarded(message)}
    for element in _of_class(message, "date")[:1]:
        try:
            at = datetime.strptime(element.get("title", "")[:19], _CLOCK)
            said |= {"date": at.date().isoformat(), "time": at.strftime("%H:%M")}
        except ValueError:
            pass
    reading.variables = {key: value for key, value in said.items() if value}
    found.add(chat, number, etree.tostring(message, encoding="utf-8", with_tail=False), reading)


def _of_class(tree: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = tree.xpath(
        "descendant::*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} "
    )
    return found


def _own(message: html.HtmlElement, name: str) -> str:
    """A name in the message that is not in what was forwarded with it."""
    for element in _of_class(message, name):
        if not any("forwarded" in (above.get("class") or "").split() for above in element.iterancestors()):
            return _said(element)
    return ""


def _forwarded(message: html.HtmlElement) -> str:
    for part in _of_class(message, "forwarded"):
        for element in _of_class(part, "from_name"):
            return " ".join((element.text or "").split())
    return ""


def _said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())[:500]
