"""Old encodings: read right without being told, told when guessed, and chosen by hand when need be."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.errors import SourceError
from coder.importers import read_source
from coder.importers.encodings import decode, text_codec
from coder.spans import canonical
from tests.coder.importers.passages import PASSAGES

RUSSIAN = "Министерство объявило о новых правилах найма иностранных рабочих. «Это важно», — сказал министр, 5 марта.\n"
RUSSIAN_PLAIN = RUSSIAN.replace("—", "-").replace("«", '"').replace("»", '"')
FRENCH = "Le ministère a annoncé des mesures économiques à l'étranger ; l'âge légal reste inchangé, ça va de soi.\n"
GERMAN = "Der Minister sagte: Für Männer über dreißig ändert sich nichts; größere Betriebe müssen aber früher melden.\n"
ENGLISH = "The ministry said so on Monday, and 3.5 percent of it was new.\n"
CHINESE = "该部周一宣布了新规定。\n"


@pytest.mark.parametrize("length", [1, 30])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((RUSSIAN, name) for name in ("cp1251", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")),
        *((RUSSIAN_PLAIN, name) for name in ("koi8-r", "cp866", "iso8859-5")),
        *((FRENCH, name) for name in ("latin-1", "cp1252", "iso8859-15", "utf-8", "utf-16-le", "utf-16-be", "utf-32")),
        *((GERMAN, name) for name in ("latin-1", "cp1252", "utf-8", "utf-32-le", "utf-32-be")),
        *((ENGLISH, name) for name in ("ascii", "utf-16-le", "utf-16-be", "utf-32-be", "utf-32-le")),
        *((CHINESE, name) for name in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")),
        ("“Ça”, dit-il… 5 €\n", "cp1252"),
        ("Zażółć gęślą jaźń; ministerstwo ogłosiło nowe zasady zatrudniania cudzoziemców.\n", "cp1250"),
    ],
)  # fmt: skip
def test_texts_of_any_length_are_read_right(text: str, encoding: str, length: int) -> None:
    assert read_source("a.txt", (text * length).encode(encoding)).text == text * length


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "ascii"])
def test_what_is_certain_is_not_remarked_upon(encoding: str) -> None:
    assert read_source("a.txt", ENGLISH.encode(encoding)).warnings == ()


def test_a_guess_is_told() -> None:
    (warning,) = read_source("a.txt", RUSSIAN.encode("cp1251")).warnings
    assert "cp1251" in warning


def test_the_choice_of_the_person_goes_before_any_guess() -> None:
    data = RUSSIAN.encode("koi8-r", "replace")
    source = read_source("a.txt", data, encoding="cp1251")
    assert source.text == data.decode("cp1251")
    assert source.warnings == ()
    with pytest.raises(SourceError, match=r"a\.txt.*klingon"):
        read_source("a.txt", data, encoding="klingon")


@pytest.mark.parametrize("name", ["rot13", "hex", "zip", "base64", "", "\x00", "undefined-9"])
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    assert text_codec(name) is None
    with pytest.raises(SourceError):
        decode(b"abc", encoding=name)


def test_bytes_without_meaning_are_kept_visible_and_counted() -> None:
    cut_off = (RUSSIAN * 3).encode()[:-20] + b"\xd0"
    source = read_source("a.txt", cut_off)
    assert source.text.endswith("\ufffd")
    assert source.text.startswith(RUSSIAN)
    assert source.warnings == ("1 characters could not be read as utf-8 and stand as “\ufffd”.",)


def test_a_stray_nul_does_not_make_a_text_unreadable() -> None:
    source = read_source("a.txt", ENGLISH.encode() + b"\x00" + ENGLISH.encode() * 3)
    assert source.text == ENGLISH + "\ufffd" + ENGLISH * 3
    assert len(source.warnings) == 1


@pytest.mark.parametrize("data", [bytes(range(32)) * 40, b"\x00" * 500, b"\x01\x02\x03\x04" * 99])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.txt"):
        read_source("a.txt", data)


def test_line_ends_become_one_kind_and_nothing_else_changes() -> None:
    data = "\ufeffone\r\ntwo\rthree \t\u00a0\n\n\x0cfour\u2028".encode()
    assert read_source("a.txt", data).text == "one\ntwo\nthree \t\u00a0\n\n\x0cfour\u2028"


plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


@given(plain, st.sampled_from([codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE]))
def test_a_text_with_a_byte_order_mark_is_read_as_it_is(text: str, mark: bytes) -> None:
    name = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    encoding = name.get(mark, "utf-32-le")
    assert canonical(decode(mark + text.encode(encoding)).text) == canonical(text)


@given(plain)
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    assert decode(text.encode()).text.lstrip("\ufeff") == text.lstrip("\ufeff")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    with suppress(SourceError):
        canonical(decode(data).text).encode("utf-8")


SHORT = {
    "de": ("cp1252", "mac_roman", "cp850"), "fr": ("cp1252", "mac_roman"), "es": ("cp1252", "mac_roman"),
    "ru": ("cp1251", "koi8-r", "cp866", "mac_cyrillic"), "uk": ("cp1251", "koi8-u"), "bg": ("cp1251",),
    "pl": ("cp1250", "iso8859-2"), "cs": ("cp1250",), "tr": ("cp1254",), "el": ("cp1253",), "ar": ("cp1256",),
}  # fmt: skip


@pytest.mark.parametrize("language", SHORT)
def test_a_line_or_two_in_an_old_encoding_are_read(language: str) -> None:
    for passage in PASSAGES[language]:
        for encoding in SHORT[language]:
            try:
                data = passage.encode(encoding)
            except UnicodeEncodeError:  # a sign that the encoding does not have
                continue
            assert decode(data).text == passage, encoding


def test_forty_letters_of_german_are_no_hebrew() -> None:
    text = "Ärger über Größe – „so“ heißt es… 5 €"
    assert decode(text.encode("cp1252")).text == text
