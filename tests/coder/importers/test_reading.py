"""Files told apart by content; clear words on what cannot be read; folders swept for sources."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coder.errors import SourceError
from coder.importers import IMPORTERS, Mark, read_file, read_source, sniff, sources_in
from coder.importers.source import MAX_BYTES, TextBuilder
from tests.coder.importers.making import column, docx, package, para, pdf, run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SQLITE = b"SQLite format 3\x00" + bytes(52)

KINDS = {
    "docx": docx(para(run("Words"))),
    "pdf": pdf([column(["Words"])]),
    "html": b"<!DOCTYPE html><html><body><p>Words</p></body></html>",
    "md": b"# Words",
    "txt": b"Words",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("suffix", ["docx", "pdf", "html", "md", "txt", "", "xyz"])
def test_the_content_decides_what_a_file_is_and_the_name_only_between_texts(kind: str, suffix: str) -> None:
    name = f"a.{suffix}" if suffix else "a"
    expected = kind if kind in ("docx", "pdf", "html") else "md" if suffix == "md" else "txt"
    source = read_source(name, KINDS[kind], page="whole")
    assert source.format == expected
    assert source.text.removeprefix("# ") == "Words"
    assert source.original == KINDS[kind]
    assert source.name == name
    promised = suffix in IMPORTERS and suffix != expected and (suffix, expected) != ("html", "txt")
    assert bool(source.warnings) == promised


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "old kind"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "workbook of the old kind"),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "picture"),
        ("a.mp3", b"ID3\x04" + bytes(50), "recording"),
        ("a.m4a", bytes(4) + b"ftypM4A " + bytes(50), "recording"),
        ("a.wav", b"RIFF\x00\x00\x00\x00WAVEfmt ", "recording"),
        ("a.gz", b"\x1f\x8b\x08" + bytes(50), "archive"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50), "archive"),
        ("a.pptx", package({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), "slides"),
        ("a.odt", package({"mimetype": "application/vnd.oasis.opendocument.presentation"}), "OpenDocument"),
        ("a.db", SQLITE + b"XXXX", "database"),
        ("a.xml", b"<?xml version='1.0'?><novel>Words</novel>", "XML"),
        ("a.docx", b"PK\x03\x04 and no more", "damaged"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(name: str, data: bytes, word: str) -> None:
    with pytest.raises(SourceError, match=word) as told:
        sniff(name, data)
    assert f"“{name}”" in told.value.message
    assert told.value.advice


def test_studies_are_told_from_sources() -> None:
    assert sniff("a.bin", SQLITE + b"ICTD") == "intercoder"
    assert sniff("a.txt", b'\xef\xbb\xbf {"title": "x", "format": "intercoder-exchange"}') == "json"
    assert sniff("a.json", b'{"other": 1}') == "json"
    assert sniff("a.txt", b'{"other": 1}') == "txt"
    for data in (SQLITE + b"ICTD", b'{"format": "intercoder-exchange"}'):
        with pytest.raises(SourceError, match="study"):
            read_source("a", data)


def test_the_mark_of_a_project_file_is_that_of_the_program() -> None:
    from coder.door import APPLICATION_ID
    from coder.importers.sniffing import _OURS

    assert int.from_bytes(_OURS, "big") == APPLICATION_ID


def test_an_empty_file_is_an_empty_document_and_this_is_said() -> None:
    for data in (b"", b"\xef\xbb\xbf", b" \r\n\r\n"):
        source = read_source("a.txt", data)
        assert source.text.strip() == ""
        assert source.warnings == ("There is no text in it.",)


def test_a_file_is_read_from_its_path_and_its_absence_is_told(tmp_path: Path) -> None:
    (tmp_path / "Ä 1.txt").write_bytes("Ёж".encode("cp1251"))
    assert read_file(tmp_path / "Ä 1.txt", encoding="cp1251").text == "Ёж"
    with pytest.raises(SourceError, match=r"none\.txt"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(SourceError):
        read_file(tmp_path)


def test_a_file_that_is_too_big_is_not_loaded(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="bigger than 200 MB"):
        read_file(tmp_path / "big.txt")


def test_no_reader_is_loaded_before_it_is_needed() -> None:
    import subprocess

    code = (
        "import sys, coder.importers; sys.exit(any(m in sys.modules for m in ('trafilatura', 'pypdfium2', 'sqlmodel')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# -- folders ----------------------------------------------------------------------------------


def test_a_folder_gives_its_files_in_order_without_what_is_hidden_or_the_systems(tmp_path: Path) -> None:
    taken = ["b.txt", "Ab.txt", "sub/c.docx", "page.html", "other_files/d.txt"]
    left = [
        ".hidden.txt", ".git/config.txt", "~$c.docx", "Thumbs.db", ".DS_Store", "__MACOSX/x.txt", "desktop.ini",
        "page_files/style.txt", "study.intercoder", "study.intercoder.lock",
    ]  # fmt: skip
    for name in taken + left:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in sources_in([tmp_path])]
    assert found == ["Ab.txt", "b.txt", "page.html", "other_files/d.txt", "sub/c.docx"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called_and_once(tmp_path: Path) -> None:
    for name in ("z.txt", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    named = [tmp_path / "z.txt", tmp_path / ".hidden.txt", tmp_path]
    assert [path.name for path in sources_in(named)] == ["z.txt", ".hidden.txt"]
    with pytest.raises(SourceError, match="nowhere"):
        sources_in([tmp_path / "nowhere"])


# -- the builder ------------------------------------------------------------------------------


def test_marks_keep_to_their_words_when_blank_lines_are_cut_and_signs_replaced() -> None:
    out = TextBuilder()
    out.add("\n \n")
    start = out.length
    out.add("\ufeffHead\x00\r\n")
    out.mark("heading", start, "1")
    out.add("body\n\n")
    reading = out.reading()
    assert reading.text == "Head\ufffd\nbody"
    assert reading.marks == [Mark("heading", 0, 5, "1")]


@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf", "html", "srt", "xlsx", "eml"])
def test_a_file_without_a_single_byte_has_no_text_and_is_of_no_wrong_kind(suffix: str) -> None:
    source = read_source(f"a.{suffix}", b"")
    assert (source.text, source.warnings) == ("", ("There is no text in it.",))
