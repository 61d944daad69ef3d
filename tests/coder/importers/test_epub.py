"""E-books: chapters in reading order, with their structure; locked ones told."""

from __future__ import annotations

import pytest

from coder.errors import SourceError
from coder.importers import Source, read_source
from tests.coder.importers.formats import epub


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def test_chapters_come_in_the_order_of_the_spine_and_each_once() -> None:
    data = epub({"a": "<p>one</p>", "b": "<p>two</p>", "c": "<p>left out</p>"}, spine=["b", "a", "b"])
    assert read_source("a.epub", data).text == "two\none"


def test_structure_keeps_to_its_words_in_every_chapter() -> None:
    data = epub({"a": "<h1>Глава 1</h1><p>a <b>bold</b></p>", "b": "<h2>Two</h2><ul><li>x</li></ul>"})
    source = read_source("a.epub", data)
    assert source.text == "Глава 1\na bold\nTwo\nx"
    assert marked(source, "heading") == [("Глава 1", "1"), ("Two", "2")]
    assert marked(source, "bold") == [("bold", "")]
    assert marked(source, "list") == [("x", "1")]


def test_chapters_that_are_no_good_xml_are_read_as_pages() -> None:
    data = epub({"a": "<p>one&nbsp;two<br>three", "b": "<p>four</p>"})
    assert read_source("a.epub", data).text == "one\xa0two\nthree\nfour"


def test_the_book_says_its_title_authors_and_publisher() -> None:
    meta = (
        "<dc:title>Книга</dc:title><dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:language>ru</dc:language>"
        "<dc:date>2020-02-03T00:00:00</dc:date><dc:publisher>P</dc:publisher>"
    )
    assert dict(read_source("a.epub", epub({"a": "<p>x</p>"}, meta=meta)).variables) == {
        "title": "Книга", "author": "A, B", "language": "ru", "date": "2020-02-03", "publisher": "P",
    }  # fmt: skip


def test_locked_chapters_are_told_and_locked_fonts_are_no_harm() -> None:
    def locks(what: str) -> dict[str, str]:
        uri = f'<CipherReference xmlns="http://www.w3.org/2001/04/xmlenc#" URI="{what}"/>'
        return {"META-INF/encryption.xml": f"<encryption>{uri}</encryption>"}

    with pytest.raises(SourceError, match="copy protection"):
        read_source("a.epub", epub({"a": "<p>x</p>"}, parts=locks("OEBPS/a.xhtml")))
    assert read_source("a.epub", epub({"a": "<p>x</p>"}, parts=locks("OEBPS/font.otf"))).text == "x"


def test_a_missing_chapter_is_told() -> None:
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="text/html"/>'
        '<item id="b" href="../../b.xhtml" media-type="text/html"/></manifest><spine><itemref idref="a"/>'
        '<itemref idref="b"/></spine></package>'
    )
    source = read_source("a.epub", epub({"a": "<p>x</p>"}, parts={"OEBPS/book.opf": opf}))
    assert source.text == "x"
    assert source.warnings == ("Parts of the book are missing in the file.",)
