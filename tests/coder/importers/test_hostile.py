"""Files made to break readers, and files that broke by themselves: a message in bounded time, never a crash."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.importers import read_source
from coder.importers.packed import Package
from coder.spans import canonical
from tests.coder.importers.making import column, docx, package, para, part, pdf, run, table

GOOD = {
    "a.docx": docx(para(run("Words ", "<w:b/>"), run("and more")) + table([[para(run("a")), para(run("b"))]])),
    "a.pdf": pdf([column(["Words that stand", "on two lines."])]),
    "a.html": b"<!DOCTYPE html><html><head><meta charset='cp1251'></head><body><h1>H</h1><p>W\xee<b>x</b></p></body>",
    "a.md": b"# Head\n\n- *one* **two**\n\n| a | b |\n|---|---|\n| c | d |\n",
    "a.txt": "Слова\r\n".encode("utf-16-le"),
}


def bounded(name: str, data: bytes, seconds: float = 10.0) -> str:
    """The text, or the message; both within the time."""
    begin = time.process_time()
    try:
        source = read_source(name, data)
    except SourceError as told:
        outcome, problem = told.message, told
    else:
        outcome, problem = source.text, None
        assert canonical(outcome) == outcome
        assert all(0 <= m.start < m.end <= len(outcome) for m in source.structure)
    assert problem is None or (f"“{name}”" in problem.message and problem.advice)
    assert time.process_time() - begin < seconds
    return outcome


# -- packages ---------------------------------------------------------------------------------


def test_a_bomb_is_not_unpacked() -> None:
    body = "<w:p><w:r><w:t>" + "a" * 60_000_000 + "</w:t></w:r></w:p>"
    assert "far more" in bounded("bomb.docx", docx(body))


def test_a_member_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(docx(para(run("x" * 5_000))))
    place = data.rfind(b"word/document.xml") - 46 + 24  # the uncompressed size in the directory
    data[place : place + 4] = (50).to_bytes(4, "little")
    assert "damaged" in bounded("a.docx", bytes(data))


def test_a_package_of_endlessly_many_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for n in range(20_001):
            packed.writestr(str(n), b"")
    with pytest.raises(SourceError, match="too many parts"):
        Package(out.getvalue())


def test_a_locked_package_is_told() -> None:
    data = bytearray(package({"[Content_Types].xml": "x" * 40}))
    data[6] |= 1  # the flag stands in the local header and in the directory
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    assert "password" in bounded("a.docx", bytes(data))


def test_entities_are_neither_expanded_nor_fetched(tmp_path: Path) -> None:
    kept = tmp_path / "secret.txt"
    kept.write_text("told nobody", "utf-8")
    secret = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{kept.as_uri()}">]>'
    laughs = '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {"abcdefghij"[n]} "{("&" + "abcdefghij"[n - 1] + ";") * 10}">' for n in range(1, 10)
    ) + "]>"  # fmt: skip
    for doctype, entity in ((secret, "&x;"), (laughs, "&j;")):
        xml = part("document", f"<w:body><w:p><w:r><w:t>{entity}</w:t></w:r></w:p></w:body>")
        xml = xml.replace("?>", "?>" + doctype, 1)
        outcome = bounded("a.docx", docx("", {"word/document.xml": xml}))
        assert "entities" in outcome or "damaged" in outcome
        assert "told nobody" not in outcome


@pytest.mark.parametrize("depth", [100, 250, 5_000, 100_000])
def test_deep_nesting_in_word_ends_in_a_text_or_a_message(depth: int) -> None:
    nested = "<w:sdt>" * depth + para(run("deep")) + "</w:sdt>" * depth
    outcome = bounded("a.docx", docx(nested))
    assert outcome == "deep" or "damaged" in outcome or "nested" in outcome


def test_members_that_climb_out_of_the_package_are_never_written_anywhere() -> None:
    assert bounded("a.docx", docx(para(run("fine")), {"../../evil.txt": "x", "/etc/evil": "x"})) == "fine"


# -- pages and Markdown -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<p>", "<a>", "<table><tr><td>", "<ul><li>", "<b><i>", "<", "&", "<!--", "<br>", "<p>x</p>", "<td>",
     "<h1>a", "</p>", "<script>", "<pre>\n", "&#0;", "&#xD800;", "<svg>", "<title>"],
)  # fmt: skip
def test_no_heap_of_tags_takes_long(piece: str) -> None:
    data = ("<!DOCTYPE html><html><body>" + piece * (30_000 // len(piece)) + "end").encode()
    bounded("a.html", data, 15)


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "![", "*a ", "_a_", "**", "`", "``` ", "> ", "- ", "  - a\n", "<a ", "&amp;", "\\", "|", "|a|\n|-|\n",
     "# ", "1. ", "[a](b)", "<!--", "\n", "a\n", "~~", "[a]: b\n", "a  \n", "*a**a"],
)  # fmt: skip
def test_no_heap_of_signs_takes_long_in_markdown(piece: str) -> None:
    bounded("a.md", ("\n\n".join([piece * (19_000 // len(piece))] * 3)).encode(), 15)


@pytest.mark.parametrize("text", [b"# Head\n\n" + b"*a" * 15_000, b"# Head\n\n" + b"a *b* c\n\n" * 300_000])
def test_huge_markdown_keeps_its_text_and_says_that_it_was_not_searched(text: bytes) -> None:
    source = read_source("a.md", text)
    assert source.text == text.decode()
    assert len(source.warnings) == 1


def test_one_line_of_twenty_megabytes_is_a_text() -> None:
    assert len(bounded("a.txt", b"word " * 4_000_000)) == 20_000_000


# -- broken files -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_was_cut_off_is_read_or_refused(name: str) -> None:
    data = GOOD[name]
    for end in range(0, len(data), max(1, len(data) // 150)):
        bounded(name, data[:end])


def flipped(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data)
    for place, value in changes:
        changed[place % len(changed)] = value
    return bytes(changed)


changes = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 255)), min_size=1, max_size=8)


@given(st.sampled_from(sorted(GOOD)), changes)
def test_a_file_with_wrong_bytes_is_read_or_refused(name: str, wrong: list[tuple[int, int]]) -> None:
    bounded(name, flipped(GOOD[name], wrong))


tags = st.sampled_from([*'<>/w:ptrsdbic"= \n', "<w:p>", "</w:p>", "<w:tbl>", "<w:tc>", "<w:r><w:t>x</w:t></w:r>"])
inside = st.lists(tags, max_size=30).map("".join)


@given(inside)
def test_whatever_stands_in_a_word_document_is_read_or_refused(xml: str) -> None:
    bounded("a.docx", docx(xml))


@given(st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf"]), st.binary(max_size=200))
def test_any_bytes_under_any_name_are_read_or_refused(name: str, data: bytes) -> None:
    bounded(name, data)


@given(
    st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"{\\rtf", b"SQLite format 3\x00"]),
    st.binary(max_size=100),
)
def test_any_bytes_behind_a_known_beginning_are_read_or_refused(magic: bytes, data: bytes) -> None:
    with suppress(SourceError):
        read_source("a", magic + data)


@pytest.mark.parametrize(
    "make", [lambda: docx(para(run("")) * 50_000), lambda: docx(table([[para(run("c"))] * 40] * 500))]
)
def test_big_documents_are_read_within_seconds(make: Callable[[], bytes]) -> None:
    bounded("a.docx", make(), 15)


# -- one endless line -------------------------------------------------------------------------


LINES = {
    "a.txt": (b"", b"word "), "a.md": (b"# Head\n\n", b"word "), "a.csv": (b"id,text\n1,", b"word "),
    "b.csv": (b"id,text\n1,", b"a,"), "a.html": (b"<!DOCTYPE html><html><body><p>", b"word "),
    "b.txt": (b"", "слово ".encode("cp1251")),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_a_line_twice_as_long_takes_no_more_than_twice_the_memory(name: str) -> None:
    begin, unit = LINES[name]
    peaks = []
    read_source(name, begin + unit * 10)  # what is loaded at first use is not the file's
    for size in (150_000, 300_000):
        data = begin + unit * (size // len(unit))
        tracemalloc.start()
        try:
            bounded(name, data, 10)
            peaks.append(tracemalloc.get_traced_memory()[1] / len(data))
        finally:
            tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
    assert peaks[1] < 120


@pytest.mark.parametrize("where", ["text", "script", "attribute"])
def test_what_is_longer_than_a_parser_takes_in_one_piece_loses_no_words_of_a_page(where: str) -> None:
    long = b"word " * 2_200_000
    around = {"text": (b"", b""), "script": (b"<script>", b"</script>"), "attribute": (b'<img alt="', b'">')}
    middle = long.join(around[where])
    page = b"<!DOCTYPE html><html><body><p>before</p>" + middle + b"<p>after</p></body></html>"
    text = read_source("a.html", page, page="whole").text
    assert text.startswith("before")
    assert text.endswith("after")
    assert (len(text) > 10_000_000) == (where == "text")


def test_a_page_of_endlessly_many_elements_is_refused() -> None:
    assert "far more than a page" in bounded("a.html", b"<!DOCTYPE html><html><body>" + b"<p>x</p>" * 1_600_000)


def test_a_page_with_its_pictures_in_it_is_read_without_them() -> None:
    picture = b'<img src="data:image/png;base64,' + b"A" * 45_000_000 + b'">'
    page = b"<!DOCTYPE html><html><body><p>before</p>" + picture + b"<p>after</p>"
    assert bounded("a.html", page) == "before\nafter"
