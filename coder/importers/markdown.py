"""Markdown: the text stays as it was written; headings, lists, emphasis and tables are marked on it."""

from __future__ import annotations

import re
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coder.importers.encodings import decode
from coder.importers.source import Mark, Reading, tidy
from coder.spans import canonical

_BLOCKS = {"bullet_list_open": "", "ordered_list_open": "", "list_item_open": "list", "blockquote_open": "quote",
           "table_open": "table", "fence": "code", "code_block": "code"}  # fmt: skip
_EMPHASIS = {"strong_open": "bold", "em_open": "italic"}
_MAX_PARSED = 2_000_000
_MAX_PARAGRAPH = 20_000  # some rules look ahead to the end of a paragraph from each of its signs
_FRONT = re.compile(r"---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SAID = re.compile(r"^(title|author|date|lang|language):[ \t]*(\S[^\n]*)$", re.MULTILINE | re.IGNORECASE)


def read_markdown(data: bytes, *, encoding: str | None = None) -> Reading:
    """The source text with marks on it; title, author, date and language from a head between lines of dashes."""
    read = decode(data, encoding=encoding)
    text = canonical(read.text)
    reading = Reading(text, warnings=list(read.warnings))
    head = _FRONT.match(text)
    if head:
        reading.variables = _said(head[1])
    if len(text) > _MAX_PARSED:
        reading.warnings.append("It is too long for its headings and emphasis to be looked for.")
        return reading
    marks, passed_over = _marks(text, head.end() if head else 0)
    if passed_over:
        reading.warnings.append("Some of its paragraphs are too long for emphasis in them to be looked for.")
    reading.marks = tidy(text, marks)
    return reading


def _said(head: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for key, value in _SAID.findall(head):
        name = "language" if key.lower().startswith("lang") else key.lower()
        value = value.strip().strip("\"'").strip()
        if value and value not in ("|", ">") and not value.startswith(("[", "{", "&", "*", "!")):
            said.setdefault(name, value)
    return said


def _tokens(body: str) -> tuple[list[Token], bool]:
    """What the parser finds, and whether it was spared a paragraph."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    known: dict[str, object] = {}
    tokens = parser.parse(body, known)
    spared = False
    for token in tokens:
        if token.type == "inline":
            token.children = []
            if len(token.content) <= _MAX_PARAGRAPH:
                parser.inline.parse(token.content, parser, known, token.children)
            else:
                spared = True
    return tokens, spared


def _marks(text: str, begin: int) -> tuple[list[Mark], bool]:
    """The marks of the text from begin on (the start of a line), and whether paragraphs were passed over."""
    body = text[begin:]
    # the parser counts lines by LF alone, as we do
    starts = list(accumulate((len(line) + 1 for line in body.split("\n")), initial=begin))
    marks: list[Mark] = []
    tokens, passed_over = _tokens(body)
    depth = 0
    cell_from = 0
    for n, token in enumerate(tokens):
        depth += token.nesting if token.type.endswith(("_list_open", "_list_close")) else 0
        if token.map is None:
            continue
        start, end = starts[token.map[0]], min(starts[token.map[1]], len(text))
        if token.type == "inline":
            before = tokens[n - 1]
            in_cell = before.type in ("th_open", "td_open")
            place = max(start, cell_from) if in_cell else start
            found = _inline(text, token, place, end, marks)
            if before.type == "heading_open":
                marks.append(Mark("heading", found[0], found[1], before.tag.removeprefix("h")))
            elif in_cell:
                marks.append(Mark("cell", *found))
                cell_from = found[1]
        elif kind := _BLOCKS.get(token.type):
            marks.append(Mark(kind, start, end, str(depth) if kind == "list" else ""))
        elif token.type == "tr_open":
            marks.append(Mark("row", start, end))
            cell_from = start
    return marks, passed_over


def _inline(text: str, token: Token, start: int, end: int, marks: list[Mark]) -> tuple[int, int]:
    """Marks the emphasis of one stretch of text; returns where its first and its last words lie.

    The parser does not say where in a line it found something: its pieces are looked for one behind the other. A piece
    that does not stand there as it was read (an entity, an escaped sign) is passed over.
    """
    at = first = last = start
    seen = False
    opened: list[int] = []
    for child in token.children or ():
        if child.type in _EMPHASIS:
            at = _after(text, child.markup, at, end)
            opened.append(at)
        elif child.type in ("strong_close", "em_close"):
            begin = opened.pop() if opened else at
            kind = "bold" if child.type == "strong_close" else "italic"
            marks.append(Mark(kind, begin, max(begin, last)))
            at = _after(text, child.markup, at, end)
        elif child.content:
            place = text.find(child.content, at, end)
            if place < 0:
                continue
            first = first if seen else place
            seen = True
            at = last = place + len(child.content)
            if child.type == "code_inline":
                marks.append(Mark("code", place, at))
    return first, last


def _after(text: str, sign: str, at: int, end: int) -> int:
    place = text.find(sign, at, end)
    return at if place < 0 else place + len(sign)
