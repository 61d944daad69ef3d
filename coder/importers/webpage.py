"""Web pages: the article in a saved page, or all that stands on it."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from typing import Any, Literal

from lxml import etree, html

from coder.errors import SourceError
from coder.importers.encodings import Decoded, decode
from coder.importers.page_walk import ARTICLE_WORDS, PAGE_WORDS, read_tree
from coder.importers.source import Mark, Reading, tidy
from coder.sentences import listing, sentence

_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}encoding=[\"']([\w.-]{1,40})",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://\S{1,2000}) -->")
_BYLINES = (
    "//*[@rel='author' or @itemprop='author']",
    "//*[self::p or self::span or self::div or self::a or self::address]"
    "[contains(concat(' ', normalize-space(@class), ' '), ' byline ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' author ')]",
)
_LONGEST_BYLINE = 120  # characters; more is what an author says of themselves
_DATA = re.compile(r"data:[\w/+.;=-]{0,100},[\w%+/=-]{1000,}")
_LARGEST = 40_000_000  # characters of a page without its pictures
_MAX_TAGS = 3_000_000  # beginnings and ends; each element takes some 200 bytes
_SMALL = 2_000_000
_MAX_SEARCHED = 5_000_000  # characters of a page in which an article is looked for
_MAX_ELEMENTS = 150_000  # of a page in which an article is looked for; that takes some 70 µs for each
_LEAST = 200  # characters; less is rather a caption than an article


def read_page(data: bytes, *, page: Literal["article", "whole"] = "article", encoding: str | None = None) -> Reading:
    """The text of a web page, with title, author, date and language where the page says them.

    page: "article" leaves out menus, advertisements, comments and the like; if no article is found, the whole page is
    read and this is said. Raises SourceError.
    """
    read = _decoded(data, encoding)
    tree, warnings = _parsed(read.text)
    reading = read_tree(tree, PAGE_WORDS)
    reading.variables = _metadata(tree)
    if saved := _SAVED_FROM.search(read.text, 0, 4096):
        reading.variables["address"] = saved[1]
    if page == "article" and len(reading.text) <= _MAX_SEARCHED and not _same_words(article := _article(tree), reading):
        if article is not None and not _glued(article.text, reading.text):
            article.variables = reading.variables | article.variables
            reading = article
        elif reading.text:
            warnings.append("No article was found in the page; all of it was read.")
    if frames := [frame.get("src", "") for frame in tree.iter("frame")]:
        pages = listing(frames, 10)
        warnings.append(sentence("It shows other pages in frames, which are not in it: {pages}.", pages=pages))
    reading.warnings = [*read.warnings, *warnings, *reading.warnings]
    return reading


def parsed_page(data: bytes, *, encoding: str | None = None) -> html.HtmlElement:
    """The elements of a page. Raises SourceError."""
    return _parsed(_decoded(data, encoding).text)[0]


def _decoded(data: bytes, encoding: str | None) -> Decoded:
    found = _DECLARED.search(data, 0, 4096)
    return decode(data, encoding=encoding, declared=(found[1] or found[2]).decode("ascii") if found else None)


def _same_words(article: Reading | None, whole: Reading) -> bool:
    """Is there nothing in the page but the article? Then the page itself is the better text of it."""
    return article is not None and article.text.split() == whole.text.split()


def _glued(article: str, whole: str) -> bool:
    """Did the search end in a heap: words of many lines of the page in a single one?"""
    return "\n" not in article and not any(article in line for line in whole.split("\n"))


def _parsed(text: str) -> tuple[html.HtmlElement, list[str]]:
    text = _DECLARATION.sub("", text.replace("\x00", "\ufffd")).lstrip("\ufeff")
    if len(text) > _SMALL:
        text = _DATA.sub("data:,", text)  # pictures that were saved within the page
    if len(text) > _LARGEST or text.count("<") > _MAX_TAGS:
        raise SourceError("The page holds far more than a page does.", "Save its text as .txt and import that.")
    # the parser of small trees leaves out what is long without a word, and all that follows
    huge = len(text) > _SMALL
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=huge)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing in it that is an element or a word
        tree = html.document_fromstring(b"<html></html>", parser=parser)
    except (etree.LxmlError, ValueError) as problem:
        raise SourceError("The page cannot be read.", "Open it in a browser and save it again.") from problem
    deep = any("depth" in entry.message for entry in parser.error_log)
    return tree, ["The page is nested too deeply; something of its end may be missing."] if deep else []


def _article(tree: html.HtmlElement) -> Reading | None:
    """The article by trafilatura's judgement, read by ours; None if it found none to speak of, or the page is huge."""
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        return None
    from trafilatura import bare_extraction  # half a second: only for a page

    lines = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    try:
        found: Any = bare_extraction(
            deepcopy(tree),  # it takes the tree apart; all of it may be needed yet
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            with_metadata=True,
            # a date that is only guessed from the words of the page is worse than none
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (RecursionError, ValueError, etree.LxmlError):
        return None
    if found is None or found.body is None:
        return None
    reading = read_tree(found.body, ARTICLE_WORDS)
    if len(reading.text) < _LEAST and len(reading.text) * 2 < len(" ".join(tree.text_content().split())):
        return None
    said = {"title": found.title, "author": found.author, "date": found.date}
    reading.variables = _metadata(tree) | {key: " ".join(str(value).split()) for key, value in said.items() if value}
    return _with_headline(reading, lines)


def _with_headline(reading: Reading, headlines: list[str]) -> Reading:
    """The page's one headline goes first if the article was found without it: newspapers say much in it."""
    if len(headlines) != 1 or not headlines[0] or headlines[0] in " ".join(reading.text[:2000].split()):
        return reading
    line = headlines[0]
    shift = len(line) + 1
    text = f"{line}\n{reading.text}"
    marks = [Mark(m.kind, m.start + shift, m.end + shift, m.value) for m in reading.marks]
    marks = tidy(text, [Mark("heading", 0, len(line), "1"), *marks])
    return Reading(text, marks, reading.variables, reading.warnings)


def _metadata(tree: html.HtmlElement) -> dict[str, str]:
    """What the page says of title, author, date, language, outlet and address, mostly in its head."""
    metas = {
        (m.get("name") or m.get("property") or "").lower(): " ".join((m.get("content") or "").split())
        for m in tree.iter("meta")
    }
    title = tree.find(".//title")
    said = {
        "title": metas.get("og:title") or " ".join((title.text_content() if title is not None else "").split()),
        "author": metas.get("author") or metas.get("article:author") or _byline(tree),
        "date": _day(metas.get("article:published_time") or metas.get("date", "")),
        "language": tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        "outlet": metas.get("og:site_name", ""),
        "address": next((e.get("href", "") for e in tree.iter("link") if e.get("rel") == "canonical"), "")
        or metas.get("og:url", ""),
    }
    return {key: value for key, value in said.items() if value}


def _byline(tree: html.HtmlElement) -> str:
    """Whom the page names as its author in a line of its own; the article is found without that line."""
    for path in _BYLINES:
        for element in tree.xpath(path)[:5]:
            words = " ".join(element.text_content().split())
            if words and len(words) <= _LONGEST_BYLINE:
                return words
    return ""


def _day(said: str) -> str:
    """The day of a time as the standard writes it; empty for anything else."""
    try:
        return date.fromisoformat(said[:10]).isoformat()
    except ValueError:
        return ""
