"""Mail and web archives: words, people, dates, what is attached; boxes letter by letter."""

from __future__ import annotations

from email.message import EmailMessage

from coder.importers import Source, read_source, read_sources
from tests.coder.importers.formats import letter, web_archive

BETWEEN = b"From someone@example.org Mon Feb  3 10:11:12 2020\n"


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def test_a_letter_is_its_subject_and_its_words_quoted_ones_too() -> None:
    source = read_source("a.eml", letter("Тема 😀", "Ответ.\n> Вопрос\n", charset="koi8-r"))
    assert source.text == "Тема 😀\n\nОтвет.\n> Вопрос"
    assert marked(source, "heading") == [("Тема 😀", "1")]
    assert dict(source.variables) == {
        "subject": "Тема 😀", "from": "Анна Ильина <anna@example.org>",
        "to": "Jörg <joerg@example.org>, team@example.org", "date": "2020-02-03", "time": "22:11",
    }  # fmt: skip


def test_plain_words_go_before_the_page_and_what_is_attached_is_named() -> None:
    source = read_source("a.eml", letter("s", "plain", page="<p>page</p>", attached="Договор.pdf"))
    assert source.text == "s\n\nplain"
    assert source.warnings == ("Attached and not read: “Договор.pdf”.",)


def test_a_letter_that_is_only_a_page_is_read_as_one() -> None:
    made = EmailMessage()
    made["From"], made["Date"], made["MIME-Version"] = "a@example.org", "Mon, 03 Feb 2020 22:11:12 +0300", "1.0"
    made.set_content("<html><body><h1>Глава</h1><p>слова</p></body></html>", subtype="html", charset="windows-1251")
    source = read_source("a.eml", made.as_bytes())
    assert source.text == "Глава\nслова"
    assert marked(source, "heading") == [("Глава", "1")]


def test_lines_that_were_broken_to_be_sent_are_whole_again() -> None:
    head = b"From: a@b\nDate: Mon, 03 Feb 2020 22:11:12 +0300\nContent-Type: text/plain; format=flowed\n\n"
    source = read_source("a.eml", head + b"one \ntwo\n> three \n> four\n>> five\n-- \nsign\n")
    assert source.text == "one two\n> three four\n>> five\n-- \nsign"


def test_header_lines_in_bytes_and_in_mixed_words_are_read() -> None:
    head = "MIME-Version: 1.0\nFrom: Анна <a@b>\nSubject: Re: =?koi8-r?B?8NLJ18XU?= =?utf-8?Q?_=D0=BC=D0=B8=D1=80?=!"
    source = read_source("a.eml", f"{head}\n\nx".encode())
    assert source.variables["from"] == "Анна <a@b>"
    assert source.variables["subject"] == "Re: Привет мир!"


def test_a_box_gives_its_letters_numbered_each_with_its_own_bytes() -> None:
    one, two = letter("Первое", "one\n"), letter("", "From here on\n")
    shielded = two.replace(b"\nFrom here", b"\n>From here")
    sources = read_sources("mail.mbox", BETWEEN + one + b"\n" + BETWEEN + shielded + b"\n")
    assert [s.name for s in sources] == ["mail.mbox · 1 · Первое", "mail.mbox · 2"]
    assert [s.format for s in sources] == ["eml", "eml"]
    assert sources[1].text == "From here on"
    assert sources[0].original.strip() == one.strip()


def test_letters_without_words_are_left_out_and_counted_and_keep_their_number() -> None:
    data = BETWEEN + letter("", "") + b"\n" + BETWEEN + letter("two", "words")
    sources = read_sources("mail.mbox", data)
    assert [s.name for s in sources] == ["mail.mbox · 2 · two"]
    assert sources[0].warnings == ("Letters without words in it, left out: 1.",)


def test_a_web_archive_is_its_page_with_where_and_when_it_was_saved() -> None:
    page = "<html><head><title>Заголовок</title></head><body><h1>H</h1><p>слова = 1</p></body></html>"
    source = read_source("a.mhtml", web_archive(page))
    assert source.text == "H\nслова = 1"
    assert dict(source.variables) == {
        "title": "Заголовок", "address": "https://example.org/a", "accessed": "2020-02-03",
    }  # fmt: skip


def test_a_letter_that_was_forwarded_in_a_letter_is_read_with_its_head() -> None:
    data = (
        b"From: x@example.org\nSubject: Fwd\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; "
        b'boundary="B"\n\n--B\nContent-Type: text/plain\n\nLook at this.\n--B\nContent-Type: message/rfc822\n\n'
        b"From: =?utf-8?B?0JDQvdC90LA=?= <a@example.org>\nDate: Mon, 3 Feb 2020 10:11:12 +0000\nSubject: Inner\n\n"
        b"Inner words.\n--B--\n"
    )
    source = read_source("a.eml", data)
    head = "From: Анна <a@example.org>\nDate: 2020-02-03 10:11\nSubject: Inner"
    assert source.text == f"Fwd\n\nLook at this.\n\n{head}\n\nInner words."
    assert source.warnings == ()
