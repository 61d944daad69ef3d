"""A tree of elements -> text and marks, for whole pages and for the article that was found in one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from coder.importers.source import Reading, TextBuilder

_BLANKS = re.compile(r"[ \t\n\r\f]+")  # not the no-break space, which is meant
_LEFT_OUT_NAMES = (
    "script style noscript noframes template head svg math iframe object select datalist audio video canvas textarea"
    " rp rt"
)
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre search section summary table"
    " tbody tfoot thead tr ul"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What elements are called and do. kinds: element -> (mark, value); kept: blanks in them stay as they are."""

    blocks: frozenset[str]
    left_out: frozenset[str]
    kinds: Mapping[str, tuple[str, str]]
    rows: str
    cells: frozenset[str]
    breaks: frozenset[str]
    lists: frozenset[str]
    kept: frozenset[str] = frozenset()


_HEADINGS = {f"h{n}": ("heading", str(n)) for n in range(1, 7)}
PAGE_WORDS = Words(
    blocks=frozenset(_BLOCK_NAMES.split()),
    left_out=frozenset(_LEFT_OUT_NAMES.split()),
    kinds=_HEADINGS
    | {
        "b": ("bold", ""), "strong": ("bold", ""), "i": ("italic", ""), "em": ("italic", ""), "li": ("list", ""),
        "blockquote": ("quote", ""), "pre": ("code", ""), "code": ("code", ""),
        "table": ("table", ""), "tr": ("row", ""), "td": ("cell", ""), "th": ("cell", ""),
    },
    rows="tr",
    cells=frozenset({"td", "th"}),
    breaks=frozenset({"br"}),
    lists=frozenset({"ul", "ol", "menu", "dir"}),
    kept=frozenset({"pre", "listing", "xmp"}),
)  # fmt: skip
ARTICLE_WORDS = Words(
    blocks=frozenset({"body", "p", "head", "list", "item", "quote", "table", "row", "code", "div", "ab", "fw"}),
    left_out=frozenset({"graphic"}),
    kinds={
        "head": ("heading", ""), "hi": ("", ""), "item": ("list", ""), "quote": ("quote", ""), "code": ("code", ""),
        "table": ("table", ""), "row": ("row", ""), "cell": ("cell", ""),
    },
    rows="row",
    cells=frozenset({"cell"}),
    breaks=frozenset({"lb"}),
    lists=frozenset({"list"}),
)  # fmt: skip
_RENDITIONS = {"#b": "bold", "#i": "italic"}


def read_tree(root: etree._Element, words: Words) -> Reading:
    """The text of a tree as a reader sees it: blocks on their own lines, cells of a row parted by tabs."""
    return _Walk(words).over(root)


@dataclass(slots=True)
class _Walk:
    """One pass over the tree, without recursion.

    What parts the last words from the next ones is owed until those come: a blank, or the end of a line; so blocks
    that hold nothing leave nothing, and the last paragraph of a cell does not end its row.
    """

    words: Words
    out: TextBuilder = field(default_factory=TextBuilder)
    owed: str = ""
    fresh: int = 0  # where the cell began that we are in: no line ends there
    starts: list[int] = field(default_factory=list)
    depth: int = 0
    kept: int = 0
    first_cell: bool = True

    def over(self, root: etree._Element) -> Reading:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag if isinstance(element.tag, str) else ""
            outside = not tag or tag in self.words.left_out
            if event == "start":
                if outside:
                    walker.skip_subtree()
                    continue
                self.opened(tag)
                self.text(element.text)
                continue
            if not outside:
                self.closed(tag, element)
            if element is not root:
                self.text(element.tail)
        return self.out.reading()

    def opened(self, tag: str) -> None:
        words = self.words
        if tag in words.blocks:
            self.end_line()
        elif tag in words.breaks:
            self.owed = ""
            self.out.add("\n")
        if tag == words.rows or words.kinds.get(tag, ("",))[0] == "table":
            self.pay()
            self.first_cell = True
        elif tag in words.cells:
            self.owed = ""
            if not self.first_cell:
                self.out.add("\t")
            self.first_cell = False
            self.fresh = self.out.length
        self.depth += tag in words.lists
        self.kept += tag in words.kept
        self.starts.append(self.out.length)

    def closed(self, tag: str, element: etree._Element) -> None:
        words = self.words
        start = self.starts.pop()
        kind, value = words.kinds.get(tag, ("", ""))
        if tag == "hi":
            kind = _RENDITIONS.get(element.get("rend", ""), "")
        elif tag == "head":
            value = element.get("rend", "h2").removeprefix("h")
        elif kind == "list":
            value = str(max(1, self.depth))
        if kind:
            self.out.mark(kind, start, value)
        self.depth -= tag in words.lists
        self.kept -= tag in words.kept
        if tag in words.cells:
            self.owed = ""
            self.fresh = self.out.length
        elif tag == words.rows:
            # a row of empty cells is a row
            self.owed = "" if self.out.at_line_start else "\n"
            self.first_cell = False
        elif tag in words.blocks:
            self.end_line()

    def end_line(self) -> None:
        if self.out.length > self.fresh and not self.out.at_line_start:
            self.owed = "\n"

    def pay(self) -> None:
        """Writes what is owed."""
        if self.owed == "\n" or (self.owed and not self.out.after_blank):
            self.out.add(self.owed)
        self.owed = ""

    def text(self, words: str | None) -> None:
        if not words:
            return
        if self.kept:
            self.pay()
            self.out.add(words)
            return
        parts = _BLANKS.sub(" ", words)
        inner = parts.strip(" ")
        if parts.startswith(" "):
            self.owed = self.owed or " "
        if inner:
            self.pay()
            self.out.add(inner)
            self.owed = " " if parts.endswith(" ") else ""
