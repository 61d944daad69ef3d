"""Markdown: the text as it was written, with marks that lie on the words they mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coder.importers import Source, read_source
from coder.spans import canonical

TEXT = """\
---
title: "A study"
author: Anna Petrova
lang: ru
tags: [a, b]
---
# Head *leaning* words

A paragraph with **bold words**, __more__, `code` and *it*.

Second heading
--------------

- one
- two
  - nested **strong**
1. numbered

| name | role |
|------|------|
| Anna | **lead** |
| lead | Anna |

> A quote
> of two lines

```
# no heading here
```
"""


def marked(source: Source, kind: str) -> list[tuple[str, str]]:
    return [(source.text[m.start : m.end], m.value) for m in source.structure if m.kind == kind]


def test_the_text_stays_and_its_structure_is_marked() -> None:
    source = read_source("a.md", TEXT.replace("\n", "\r\n").encode())
    assert (source.format, source.text, source.warnings) == ("md", TEXT, ())
    assert marked(source, "heading") == [("Head *leaning* words", "1"), ("Second heading", "2")]
    assert marked(source, "italic") == [("leaning", ""), ("it", "")]
    assert marked(source, "bold") == [("bold words", ""), ("more", ""), ("strong", ""), ("lead", "")]
    assert marked(source, "list") == [
        ("- one", "1"), ("- two\n  - nested **strong**", "1"), ("- nested **strong**", "2"), ("1. numbered", "1"),
    ]  # fmt: skip
    assert [quote for quote, _ in marked(source, "cell")] == ["name", "role", "Anna", "lead", "lead", "Anna"]
    assert marked(source, "quote") == [("> A quote\n> of two lines", "")]
    assert marked(source, "code") == [("code", ""), ("```\n# no heading here\n```", "")]


def test_a_second_bold_of_the_same_words_is_marked_where_it_stands() -> None:
    source = read_source("a.md", b"plain twice, **twice**\n\nand twice **twice**")
    assert [m.start for m in source.structure] == [15, 36]


def test_the_head_tells_of_the_document() -> None:
    assert read_source("a.md", TEXT.encode()).variables == {
        "title": "A study",
        "author": "Anna Petrova",
        "language": "ru",
    }
    assert read_source("a.md", b"title: no head\n\ntext").variables == {}


def test_only_the_name_tells_markdown_from_plain_text() -> None:
    assert read_source("a.txt", TEXT.encode()).structure == ()
    assert read_source("a.txt", TEXT.encode()).format == "txt"
    assert read_source("a.md", b'<div align="center">\n\n# Head\n').format == "md"


pieces = st.sampled_from([*"ab *_`#>-|[]()!\\\n\n&;<1.", "**", "```", "\n# ", "\n- ", "\n| a | b |\n|--|--|\n", "é😀"])


@given(st.lists(pieces, max_size=40).map("".join))
def test_any_text_stays_as_it_is_and_marks_lie_within_it(text: str) -> None:
    source = read_source("a.md", text.encode())
    assert source.text == canonical(text)
    for mark in source.structure:
        assert 0 <= mark.start < mark.end <= len(source.text)
        if mark.kind in ("bold", "italic"):
            before = source.text[: mark.start].rstrip()
            assert before[-1:] in set("*_"), "emphasis begins behind its sign"
