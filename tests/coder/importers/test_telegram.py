"""Telegram's exports: each message with words a document, with its channel, date, author, address."""

from __future__ import annotations

import json

import pytest

from coder.errors import SourceError
from coder.importers import Source, read_sources
from tests.coder.importers.formats import post, post_page, telegram, telegram_page


def marked(source: Source, kind: str) -> list[str]:
    return [source.text[m.start : m.end] for m in source.structure if m.kind == kind]


def test_a_message_is_a_document_with_what_the_export_says_of_it() -> None:
    text = ["Привет ", {"type": "bold", "text": "мир"}, " ", {"type": "link", "text": "https://example.org"}, "\n😀"]
    [source] = read_sources("result.json", telegram([post(7, text, forwarded_from="Другой", reply_to_message_id=3)]))
    assert (source.name, source.format) == ("Канал · 7", "telegram")
    assert source.text == "Привет мир https://example.org\n😀"
    assert marked(source, "bold") == ["мир"]
    assert dict(source.variables) == {
        "channel": "Канал", "message": "7", "date": "2020-02-03", "time": "22:11", "forwarded from": "Другой",
        "reply to": "3", "address": "https://t.me/c/12345/7",
    }  # fmt: skip


def test_what_has_no_words_or_is_the_services_is_left_out_and_counted() -> None:
    messages = [post(1, ""), post(2, "words"), post(3, "", photo="x.jpg"), {"id": 4, "type": "service", "text": ""}]
    [source] = read_sources("result.json", telegram(messages))
    assert source.name == "Канал · 2"
    assert source.warnings == (
        "Messages of the service, left out: 1.",
        "Messages without words (pictures, voices and the like), left out: 2.",
    )


def test_in_a_chat_the_author_is_said_and_no_address_is_made_up() -> None:
    data = telegram([post(1, "hi", **{"from": "Анна"})], name="Jörg", kind="personal_chat")
    [source] = read_sources("result.json", data)
    assert source.variables["author"] == "Анна"
    assert "address" not in source.variables


def test_polls_are_words() -> None:
    poll = {"question": "Who?", "answers": [{"text": "You"}, {"text": "Me"}]}
    [source] = read_sources("result.json", telegram([post(1, "", poll=poll)]))
    assert source.text == "Who?\nYou\nMe"


def test_the_export_of_an_account_gives_all_its_chats() -> None:
    chats = [json.loads(telegram([post(1, f"words {name}")], name=name)) for name in ("A", "B")]
    data = json.dumps({"about": "", "chats": {"list": chats}}).encode()
    assert [s.name for s in read_sources("result.json", data)] == ["A · 1", "B · 1"]


def test_the_same_message_in_a_later_export_is_the_same_document() -> None:
    [before] = read_sources("result.json", telegram([post(5, "words")]))
    *_, after = read_sources("result2.json", telegram([post(4, "new"), post(5, "words")]))
    assert (before.name, before.text, before.original) == (after.name, after.text, after.original)


def test_odd_values_where_words_are_meant_do_no_harm() -> None:
    odd = [None, 3, {"id": [], "type": "message", "text": {"a": 1}}, post(1, [None, 3, {"text": 4}, "w"], poll=[])]
    [source] = read_sources("result.json", telegram(odd))
    assert source.text == "w"
    with pytest.raises(SourceError, match="damaged"):
        read_sources("result.json", telegram([post(1, "w")])[:-3])


def test_pages_say_the_same_and_who_wrote_messages_in_a_row() -> None:
    said = '<div class="from_name">\n{} </div><div class="text">\n{}</div>'
    messages = (
        '<div class="message service" id="message-1"><div class="body details">3 February 2020</div></div>'
        + post_page(2, said.format("Анна", "Привет<br><strong>мир</strong>"))
        + post_page(3, '<div class="text">и снова</div>', "default clearfix joined")
        + post_page(4, said.format("Канал", "post"))
        + '<div class="message service" id="message5"><div class="body details">Анна joined</div></div>'
        + post_page(6, f'<div class="forwarded body">{said.format("Else <span>3.2.</span>", "theirs")}</div>')
    )
    sources = read_sources("messages.html", telegram_page(messages))
    assert [s.text for s in sources] == ["Привет\nмир", "и снова", "post", "theirs"]
    assert [s.name for s in sources] == ["Канал · 2", "Канал · 3", "Канал · 4", "Канал · 6"]
    assert [s.variables.get("author") for s in sources] == ["Анна", "Анна", None, None]
    assert sources[3].variables["forwarded from"] == "Else"
    assert marked(sources[0], "bold") == ["мир"]
    assert sources[0].variables["date"] == "2020-02-03"
    assert sources[0].variables["time"] == "22:11"
    assert sources[0].warnings == ("Messages of the service, left out: 1.",)
