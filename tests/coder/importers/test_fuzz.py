"""Every reader against files that broke or were made to break: a document or a message, in bounded time and memory."""

from __future__ import annotations

import random
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.importers import read_sources
from coder.importers.packed import Package
from coder.spans import canonical
from tests.coder.importers.formats import (
    LINES,
    epub,
    everything,
    letter,
    odt,
    post,
    post_page,
    rtf,
    telegram,
    telegram_page,
)  # fmt: skip
from tests.coder.importers.making import column, package, pdf
from tests.coder.importers.sheets_made import HEADER, PLAIN_ODS, ROWS, ods, workbook

GOOD = everything(LINES[:3]) | {
    "a.pdf": pdf([column(["Words that stand", "on two lines,", "and more-", "over."]), column(["A page."], x=320)]),
    "a.csv": b"id;text;city\n" + "".join(f'{n};"{line}";x\n' for n, line in enumerate(LINES)).encode(),
    "a.xlsx": workbook(HEADER, *ROWS),
    "a.ods": ods("".join(PLAIN_ODS)),
}
NAMES = sorted(GOOD)
SIGNS = [
    b"\x00", b"\xff", b"{", b"}", b"<", b">", b"&", b"&#0;", b"&x;", b"\\", b"\\u-1?", b"\\'", b"\\bin99 ", b"\n\n",
    b"\r", b"--", b"=?utf-8?B?/?=", b"\nFrom a 10:10\nx:", b'"', b"[", b"]", b"-->", b"<p>", b"</p>", b"\\par",
    b"\\cell", b"\\row", b"{\\footnote ", b"\xd8\x00", b"99999999999999999999", b"-1", b"../", b"null", b"e9999",
    b"\nContent-Type: multipart/mixed; boundary=B\n\n--B\n", b"<!DOCTYPE x [<!ENTITY x 'y'>]>",
]  # fmt: skip


def outcome(name: str, data: bytes, *, seconds: float = 10.0) -> str:
    """The words, or the message, within the time; nothing else ever comes out."""
    begin = time.process_time()
    problem = None
    try:
        sources = read_sources(name, data)
    except SourceError as told:
        problem = told
    if problem is not None:
        assert f"“{name}”" in problem.message
        assert problem.advice
        said = problem.message
    else:
        assert len({source.name for source in sources}) == len(sources) >= 1
        for source in sources:
            assert canonical(source.text) == source.text
            assert all(0 <= m.start < m.end <= len(source.text) for m in source.structure)
            assert all(isinstance(value, str) and value for value in source.variables.values())
        said = "\n".join(source.text for source in sources)
    assert time.process_time() - begin < seconds
    return said


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The file with pieces cut, doubled, swapped, flipped, or with signs put in that mean something to a reader."""
    body = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(body) + 1)
        to = min(len(body), at + dice.choice((1, 1, 4, 40, 400)))
        match dice.randrange(6):
            case 0:
                del body[at:to]
            case 1:
                body[at:at] = body[at:to] * dice.randint(1, 4)
            case 2:
                body[at:at] = dice.choice(SIGNS) * dice.choice((1, 1, 1, 30))
            case 3:
                body[at:to] = dice.randbytes(to - at)
            case 4:
                body[at : at + 1] = bytes([dice.randrange(256)])
            case _:
                del body[at:]
    return bytes(body)


def repacked(name: str, dice: random.Random) -> bytes:
    """A package whose members are broken one by one, so that what reads the inside is reached."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(GOOD[name])) as packed:
        parts = {member: packed.read(member) for member in packed.namelist()}
    broken = dice.choice([member for member in parts if member != "mimetype"])
    return package(parts | {broken: mutated(parts[broken], dice)})


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_broke_is_read_or_refused(name: str) -> None:
    dice = random.Random(name)
    for _ in range(40):
        outcome(name, mutated(GOOD[name], dice))


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.xlsx", "a.ods"])
def test_a_package_whose_inside_broke_is_read_or_refused(name: str) -> None:
    dice = random.Random(name)
    for _ in range(60):
        outcome(name, repacked(name, dice))


@given(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(0, 400), st.integers(0, 400))
def test_one_file_grown_into_another_under_a_wrong_name_is_read_or_refused(a: str, b: str, cut: int, rest: int) -> None:
    outcome(a, GOOD[a][:cut] + GOOD[b][rest:])
    outcome(b, GOOD[a])


@given(
    st.sampled_from(
        [b"{\\rtf1", b"WEBVTT\n\n", b"From a 10:10\nA: b\n", b"MIME-Version: 1.0\nFrom: a\n", b'{"messages": [',
         b"1\n00:00:01,000 --> 00:00:02,000\n"]
    ),
    st.lists(st.sampled_from(SIGNS), max_size=40),
)  # fmt: skip
def test_whatever_follows_a_known_beginning_is_read_or_refused(begin: bytes, signs: list[bytes]) -> None:
    outcome("a", begin + b"".join(signs))


DEEP = 100_000
HEAPS = {
    "groups.rtf": rtf("{" * DEEP),
    "groups that end.rtf": rtf("{x}" * DEEP),
    "notes.rtf": rtf(r"{\footnote x}" * 20_000),
    "notes in notes.rtf": rtf(r"{\footnote " * 1_500),
    "cells.rtf": rtf(r"\intbl\cell" * DEEP),
    "units.rtf": rtf(r"\u-10179" * DEEP),
    "lists.odt": odt("<text:list><text:list-item>" * 120 + "x" + "</text:list-item></text:list>" * 120),
    "tables.odt": odt("<table:table><table:table-row><table:table-cell>" * 80),
    "blanks.odt": odt("<text:p>" + '<text:s text:c="99999999"/>' * 2_000 + "</text:p>"),
    "cells.odt": odt(
        '<table:table><table:table-row table:number-rows-repeated="99999999"><table:table-cell '
        'table:number-columns-repeated="99999999"/></table:table-row></table:table><text:p>x</text:p>'
    ),
    "notes.odt": odt('<text:p><text:note text:note-class="footnote"><text:note-body/></text:note></text:p>' * 20_000),
    "spine.epub": epub({"a": "<p>x</p>"}, spine=["a"] * DEEP),
    "depth.epub": epub({"a": "<div>" * 5_000}),
    "parts.eml": letter("s", "x").replace(
        b"\n\n", b"\nContent-Type: multipart/mixed; boundary=B\n\n" + b"--B\n" * DEEP, 1
    ),
    "multiparts.eml": b"MIME-Version: 1.0\nFrom: a\n"
    + b"".join(b"Content-Type: multipart/mixed; boundary=B%d\n\n--B%d\n" % (n, n) for n in range(900)),
    "alternatives.eml": b"MIME-Version: 1.0\nFrom: a\n"
    + b"".join(
        b"Content-Type: multipart/alternative; boundary=B%d\n\n--B%d\n\n\n--B%d\n" % (n, n, n) for n in range(45)
    ),
    "names.eml": b"MIME-Version: 1.0\nFrom: " + b"a <b@c>, (" * 50_000 + b"\n\nx",
    "words.eml": b"MIME-Version: 1.0\nFrom: a\nSubject: " + b"=?utf-8?Q?a?= " * 50_000 + b"\n\nx",
    "headers.eml": b"MIME-Version: 1.0\nFrom: a\n" + b"X: y\n" * DEEP + b"\nx",
    "letters.mbox": b"From a 10:10\nA: b\n\n" * 20_000,
    "one name.json": telegram([post(1, "x")] * 20_000),
    "depth.json": b'{"type": "public_channel", "messages": [' + b"[" * DEEP,
    "digits.json": telegram([post(1, "x")]).replace(b'"id": 1', b'"id": ' + b"9" * 5_000),
    "texts.html": telegram_page(post_page(1, '<div class="text">' * 240)),
    "posts.html": telegram_page(post_page(1, '<div class="text">x</div>') * 3_000),
    "cues.srt": b"1\n00:00:01,000 --> 00:00:02,000\n" * 50_000,
    "voices.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v a>" * DEEP,
    "names.srt": b"".join(b"00:00:01,000 --> 00:00:02,000\nA%d: x\n\n" % n for n in range(20_000)),
    "tags.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<a" * DEEP,
}  # fmt: skip


@pytest.mark.parametrize("name", HEAPS)
def test_no_heap_of_anything_takes_long(name: str) -> None:
    assert len(outcome(name, HEAPS[name])) < 4 * len(HEAPS[name]) + 400 * DEEP


def test_a_package_of_many_small_bombs_is_not_unpacked() -> None:
    bombs = Package(package({str(n): b" " * 9_000_000 for n in range(3)}), most=20_000_000)
    assert len(bombs.read("0") + bombs.read("1")) == 18_000_000
    with pytest.raises(SourceError, match="far more"):
        bombs.read("2")


@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.txt", b""), ("a.rtf", b"{\\rtf1 "), ("a.srt", b"00:00:01,000 --> 00:00:02,000\n"),
     ("a.eml", b"MIME-Version: 1.0\nFrom: a\n\n"), ("a.mbox", b"From a 10:10\nA: b\n\n")],
)  # fmt: skip
def test_one_endless_line_is_a_text_and_takes_no_more_than_some_copies_of_it(name: str, begin: bytes) -> None:
    data = begin + b"word " * 1_000_000
    tracemalloc.start()
    try:
        said = outcome(name, data, seconds=30)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(said) >= 4_999_999
    assert peak < 25 * len(data)


@pytest.mark.parametrize("name", ["a.odt", "a.epub"])
def test_entities_are_neither_expanded_nor_fetched(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("told nobody", "utf-8")
    laughs = f'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY s SYSTEM "{secret.as_uri()}">' + "".join(
        f'<!ENTITY {"abcdefghij"[n]} "{("&" + "abcdefghij"[n - 1] + ";") * 10}">' for n in range(1, 10)
    ) + "]>"  # fmt: skip
    made = odt("<text:p>&j;&s;</text:p>") if name == "a.odt" else epub({"a": "<p>&j;&s;</p>"})
    said = outcome(name, _with_doctype(made, laughs))
    assert "haha" not in said
    assert "told nobody" not in said


def _with_doctype(data: bytes, doctype: str) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {member: packed.read(member).decode() for member in packed.namelist()}
    for member in ("content.xml", "OEBPS/a.xhtml"):
        if member in parts:
            parts[member] = doctype + parts[member].replace("<!DOCTYPE html>", "").replace('<?xml version="1.0"?>', "")
    return package(parts)


@pytest.mark.parametrize("part", range(4))
def test_a_pdf_whose_bits_flipped_or_that_was_cut_off_is_read_or_refused(part: int) -> None:
    dice = random.Random(part)
    for n in range(60):
        body = bytearray(GOOD["a.pdf"])
        for _ in range(dice.randint(1, 12)):
            body[dice.randrange(len(body))] ^= 1 << dice.randrange(8)
        outcome("a.pdf", bytes(body[: dice.randrange(len(body))] if n % 3 == 0 else body))


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"/Count 2", b"/Count 99999999"), (b"/Kids [7 0 R 9 0 R]", b"/Kids [2 0 R 2 0 R]"), (b"/Length", b"/Longer"),
     (b"0 0 595 842", b"0 0 9e9 9e9"), (b"0 0 595 842", b"0 0 0 0"), (b"begincodespacerange", b"x" * 60_000),
     (b"startxref\n", b"startxref\n9999999999"), (b"/Root 1 0 R", b"/Root 3 0 R"), (b"12 Tf", b"1e30 Tf"),
     (b"/Type /Page ", b"/Type /Page /Rotate 90000001 "), (b"1 0 0 1 ", b"0 0 0 0 ")],
)  # fmt: skip
def test_a_pdf_that_says_what_cannot_be_is_read_or_refused(old: bytes, new: bytes) -> None:
    assert old in GOOD["a.pdf"]
    assert len(outcome("a.pdf", GOOD["a.pdf"].replace(old, new))) < 100_000
