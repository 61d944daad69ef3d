"""Every format: all words there, in order; told by content; documents of one file with names of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.importers import IMPORTERS, read_source, read_sources, sniff
from coder.spans import canonical
from tests.coder.importers.formats import LINES, everything, letter, post, telegram
from tests.coder.importers.making import docx, package

KINDS = {"result.json": "telegram", "messages.html": "telegram-html"}
ALL = everything()


@pytest.mark.parametrize("name", ALL)
def test_every_word_is_there_in_order(name: str) -> None:
    [source] = read_sources(name, ALL[name], page="whole")
    assert source.text.split() == " ".join(LINES).split()
    assert source.warnings == ()


@pytest.mark.parametrize("name", ALL)
def test_the_content_tells_the_format_whatever_the_name(name: str) -> None:
    kind = KINDS.get(name, name.rpartition(".")[2])
    assert kind in IMPORTERS
    assert sniff(name, ALL[name]) == kind
    if kind not in ("md", "telegram", "telegram-html"):
        assert sniff("a.bin", ALL[name]) == kind
        assert sniff("a.docx", ALL[name]) == kind


words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=12,
)


@given(st.lists(st.lists(words, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=4))
def test_whatever_the_words_are_odt_rtf_and_epub_keep_them(lines: list[str]) -> None:
    made = everything(lines)
    for name in ("a.odt", "a.rtf", "a.epub"):
        assert read_source(name, made[name]).text.split() == canonical(" ".join(lines)).split()


def test_a_text_that_only_speaks_of_headers_times_and_chats_is_a_text() -> None:
    for text in (
        "From: Anna\nSubject: what we said\n\nWords.",
        "Interviewer: yes\nAnna: no\nInterviewer: and?\n",
        "At 00:00:01,000 --> nothing happened.",
        '{"messages": [], "type": "letter"}',
        "From 10:15 on they spoke.\nLong.",
    ):
        assert sniff("a.txt", text.encode()) == "txt"


def test_several_documents_are_apart_in_name_even_where_the_file_repeats_a_name() -> None:
    data = telegram([post(1, "one"), post(1, "two"), post(2, "three")])
    sources = read_sources("result.json", data)
    assert [s.name for s in sources] == ["Канал · 1", "Канал · 1 (2)", "Канал · 2"]
    assert [s.text for s in sources] == ["one", "two", "three"]
    assert sources == read_sources("other.json", data)


def test_a_file_of_several_documents_is_no_single_source() -> None:
    with pytest.raises(SourceError, match="holds 2 documents"):
        read_source("result.json", telegram([post(1, "one"), post(2, "two")]))


def test_a_container_without_words_is_told() -> None:
    with pytest.raises(SourceError, match="no document with text"):
        read_sources("result.json", telegram([post(1, "")]))


def test_locked_and_foreign_packages_have_clear_words() -> None:
    locked = package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": b"\x00\x01",
            "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
        }
    )
    with pytest.raises(SourceError, match="password") as told:
        read_source("a.odt", locked)
    assert told.value.advice
    assert sniff("a.odt", docx("")) == "docx"


def test_a_letter_in_a_text_file_is_read_as_a_letter_without_a_word_on_its_name() -> None:
    source = read_source("letter.txt", letter("Hello", "words"))
    assert (source.format, source.warnings) == ("eml", ())
