"""E-books (.epub): the chapters in their reading order, each read as a whole page.

Source of the names: EPUB 3.3, W3C, and EPUB 2.0.1.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from coder.errors import SourceError
from coder.importers.packed import Package, parse_xml
from coder.importers.page_walk import PAGE_WORDS, read_tree
from coder.importers.source import Reading, TextBuilder
from coder.importers.webpage import read_page

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SAID = {"title": "title", "creator": "author", "language": "language", "date": "date", "publisher": "publisher"}


def read_epub(data: bytes) -> Reading:
    """The text of a book, chapter by chapter, with headings, lists, tables, emphasis. Raises SourceError."""
    package = Package(data)
    where = _book(package)
    root = parse_xml(package.read(where))
    folder = posixpath.dirname(where)
    places = {
        item.get("id", ""): posixpath.normpath(posixpath.join(folder, unquote(urlsplit(item.get("href", "")).path)))
        for item in root.iter(_OPF + "item")
        if item.get("media-type", "").endswith(("html", "html+xml", "xml"))
    }
    spine = list(dict.fromkeys(places.get(ref.get("idref", ""), "") for ref in root.iter(_OPF + "itemref")))
    chapters = [place for place in spine if place in package]
    _refuse_locked(package, chapters)
    out = TextBuilder()
    for place in chapters:
        out.line()
        chapter = _chapter(package.read(place))
        start = out.length
        out.add(chapter.text)
        # text that begins with a mark of byte order does so only here and there
        out.adopt(chapter.marks, start)
    reading = out.reading()
    reading.variables = _metadata(root)
    missing = sum(1 for place in spine if place and place not in package)
    if missing or not chapters:
        reading.warnings.append("Parts of the book are missing in the file.")
    return reading


def _book(package: Package) -> str:
    """Where the book's own description lies in the package."""
    container = package.xml("META-INF/container.xml")
    found = container.find(f".//{_CONTAINER}rootfile") if container is not None else None
    where = found.get("full-path", "") if found is not None else ""
    if where not in package:
        raise SourceError("The file is damaged: the book is missing in it.", "Get the file once more.")
    return where


def _refuse_locked(package: Package, chapters: list[str]) -> None:
    """Encrypted fonts are common and no harm; encrypted chapters cannot be read."""
    root = package.xml("META-INF/encryption.xml")
    if root is None:
        return
    locked = {unquote(e.get("URI", "")) for e in root.iter("{http://www.w3.org/2001/04/xmlenc#}CipherReference")}
    if locked & set(chapters):
        raise SourceError("The book is locked by copy protection.", "Import a copy without protection.")


def _chapter(data: bytes) -> Reading:
    """Chapters are XHTML, where `<title/>` is an element that ends; what is not well-formed is read as a page."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return read_page(data, page="whole")
    for element in root.iter():
        if not isinstance(element.tag, str):  # an entity of its own: only the page's reader knows its sign
            return read_page(data, page="whole")
        element.tag = element.tag.rpartition("}")[2]
    return read_tree(root, PAGE_WORDS)


def _metadata(root: etree._Element) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for tag, name in _SAID.items():
        for element in root.iter(_DC + tag):
            words = " ".join((element.text or "").split())
            if words and (tag == "creator" or name not in said):
                said.setdefault(name, []).append(words)
    values = {name: ", ".join(found) for name, found in said.items()}
    if "date" in values:
        values["date"] = values["date"][:10]
    return values
