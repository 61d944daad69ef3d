"""The codebook file: what is read, what is told about mistakes, and that writing and reading are inverse."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from coder.data import data_dir
from coder.errors import CodebookError
from coder.exchange.codebook_parts import KINDS, KINDS_WITH_VALUES, MAX_DEPTH, SCOPES, STATES
from coder.exchange.codebook_yaml import Codebook, CodeEntry, QualifierEntry, read_codebook, write_codebook
from coder.identity import same_name

WRITTEN_BY_HAND = """\
codebook: Foreign recruitment
version: 1
description: >
  Who recruits,
  who pays.

codes:
  - name: Actor
    definition: |
      Who acts.

      Name the office.
    include: governors and their offices
    exclude: "the army: see Funding"
    examples: ["The governor signed.", 'He “paid”.']
    color: "#0072B2"
    key: a
    exclusive: true
    codes:
      - Provinces
      - name: Centre
        state: retired
  - name: Tone
    scope: document
  - Legality
qualifiers:
  - name: evidence
    kind: ordered
    values: [documented, reported, inferred, not stated]
    definition: documented = an official act
  - name: event date
    kind: date
"""


def mistakes(text: str) -> list[str]:
    """What is told of a file, a mistake each."""
    with pytest.raises(CodebookError) as caught:
        read_codebook(text, "book.yaml")
    assert caught.value.advice
    return caught.value.message.split("\n")


def test_a_codebook_written_by_hand_is_read_with_everything_in_it() -> None:
    codebook = read_codebook(WRITTEN_BY_HAND, "book.yaml")
    assert codebook == Codebook(
        "Foreign recruitment",
        "Who recruits, who pays.",
        (
            CodeEntry(
                ("Actor",),
                definition="Who acts.\n\nName the office.",
                include="governors and their offices",
                exclude="the army: see Funding",
                examples=("The governor signed.", "He “paid”."),
                color="#0072B2",
                key="a",
                exclusive=True,
            ),
            CodeEntry(("Actor", "Provinces")),
            CodeEntry(("Actor", "Centre"), state="retired"),
            CodeEntry(("Tone",), scope="document"),
            CodeEntry(("Legality",)),
        ),
        (
            QualifierEntry(
                "evidence",
                "ordered",
                ("documented", "reported", "inferred", "not stated"),
                "documented = an official act",
            ),
            QualifierEntry("event date", "date"),
        ),
    )


def test_keys_of_several_letters_may_share_their_beginning() -> None:
    book = read_codebook("codes:\n  - {name: A, key: fp}\n  - {name: B, key: fu}\n  - {name: C, key: g}\n", "book.yaml")
    assert [entry.key for entry in book.codes] == ["fp", "fu", "g"]


def test_every_entry_knows_its_line() -> None:
    codebook = read_codebook(WRITTEN_BY_HAND, "book.yaml")
    assert [entry.line for entry in codebook.codes] == [8, 20, 21, 23, 25]
    assert [entry.line for entry in codebook.qualifiers] == [27, 31]


@pytest.mark.parametrize(
    "name", ["No", "yes", "on", "2024", "2024-05-09", "1e3", "null", "0x1F", "12:30", "1_000"]
)
def test_a_name_that_looks_like_something_else_stays_a_name(name: str) -> None:
    text = f"codes:\n  - {name}\n  - name: x\n    codes:\n      - name: {name}\n        examples: [{name}]\n"
    codes = read_codebook(text, "book.yaml").codes
    assert [entry.path for entry in codes] == [(name,), ("x",), ("x", name)]
    assert codes[2].examples == (name,)


def test_a_name_that_looks_like_something_else_is_written_so_that_others_read_text() -> None:
    names = ["No", "2024", "2024-05-09", "1e3", "null", "~", "12:30"]
    written = write_codebook(Codebook(codes=tuple(CodeEntry((name,)) for name in names)))
    assert yaml.safe_load(written)["codes"] == names


@pytest.mark.parametrize("path", sorted(data_dir("codebooks").glob("*.yaml")), ids=lambda path: path.name)
def test_a_shipped_codebook_is_read_and_survives_the_trip(path: Path) -> None:
    codebook = read_codebook(path.read_text("utf-8"), path.name)
    assert codebook.title
    assert all(entry.definition for entry in codebook.codes)
    assert read_codebook(write_codebook(codebook), path.name) == codebook


def test_a_codebook_of_qualifiers_alone_is_read() -> None:
    assert read_codebook("qualifiers:\n  - name: note\n", "q.yaml").qualifiers == (QualifierEntry("note"),)


def test_a_qualifier_with_values_and_no_kind_is_a_choice() -> None:
    read = read_codebook("codes: []\nqualifiers:\n  - name: tone\n    values: [warm, cold]\n", "q.yaml")
    assert read.qualifiers[0].kind == "choice"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("codes:\n  - name: A\n    defintion: x\n", 3, "did you mean “definition”"),
        ("codez: []\ncodes: []\n", 1, "did you mean “codes”"),
        ("codes: []\nqualifiers:\n  - name: e\n    vales: [a]\n", 4, "did you mean “values”"),
        ("codes:\n  - definition: x\n", 2, "lacks its “name”"),
        ("codes:\n  - definition: x\n    name:\n", 3, "is empty"),
        ("codes:\n  - name: '  '\n", 2, "is empty"),
        ("codes:\n  - A\n  -\n", 3, "must be a name"),
        ("codes:\n  - A\n  - [B]\n", 3, "must be a name"),
        (
            "codes:\n  - name: A\n    definition: [x]\n",
            3,
            "“definition” of the code “A” must be one text, not a list",
        ),
        ("codes:\n  - name: A\n    examples: x\n", 3, "must be a list of texts"),
        ("codes:\n  - name: A\n    examples: [x, {y: z}]\n", 3, "must be a list of texts"),
        ("codes:\n  - name: A\n    examples: [x, '']\n", 3, "a value of “examples” is empty"),
        ("codes:\n  - name: A\n    codes: B\n", 3, "must be a list of codes"),
        ("codes:\n  - name: A\n    exclusive: maybe\n", 3, "must be true or false, not “maybe”"),
        ("codes:\n  - name: A\n    color: blue\n", 3, "“blue” is no colour"),
        ("codes:\n  - name: A\n    color: '#12345'\n", 3, "“#12345” is no colour"),
        ("codes:\n  - name: A\n    color: #0072B2\n", 3, "write it in quotes"),
        ("codes:\n  - name: A\n    key: abcd\n", 3, "“abcd” is no key"),
        ("codes:\n  - name: A\n    key: a+\n", 3, "“a+” is no key"),
        ("codes:\n  - name: A\n    key: fp\n  - name: B\n    key: F\n", 2, "“F” of “B” (line 4) codes before"),
        ("codes:\n  - name: A\n    key: x\n  - name: B\n    key: X\n", 4, "that of “A” already (line 2)"),
        ("codes:\n  - name: A\n    scope: pasage\n", 3, "did you mean “passage”"),
        ("codes:\n  - name: A\n    state: closed\n", 3, "“closed” is no state; it must be open or retired"),
        ("codes:\n  - name: A\n    id: 7\n", 3, "“7” is no id"),
        ("codes:\n  - name: A\n    name: B\n", 3, "stands here twice, first in line 2"),
        ("codes:\n  - Straße\n  - STRASSE\n", 3, "stands here already, in line 2"),
        ("codes:\n  - Café\n  - 'Cafe\u0301'\n", 3, "stands here already, in line 2"),
        ("codes:\n  - name: A\n    codes: [B C, 'b   c']\n", 3, "stands here already, in line 3"),
        ("codes: []\nqualifiers:\n  - name: e\n    kind: choise\n", 4, "did you mean “choice”"),
        ("codes: []\nqualifiers:\n  - name: e\n    kind: ordered\n", 4, "of kind ordered, has no “values”"),
        ("codes: []\nqualifiers:\n  - name: e\n    kind: choice\n    values: []\n", 5, "has no “values”"),
        ("codes: []\nqualifiers:\n  - name: e\n    kind: date\n    values: [a]\n", 5, "its kind is date"),
        ("codes: []\nqualifiers:\n  - name: e\n    values: [a, A]\n", 4, "one value twice"),
        ("codes: []\nqualifiers:\n  - evidence\n", 3, "a qualifier must be keys"),
        ("codes: []\nqualifiers:\n  - name: e\n  - name: E\n", 4, "stands here already"),
        ("version: 2\ncodes: []\n", 1, "version “2”"),
        ("codebook: x\n", 1, "has no “codes:”"),
        ("", 1, "begins with “codebook: its title”"),
        ("- A\n- B\n", 1, "begins with “codebook: its title”"),
        ("codes: []\n? [a]\n: b\n", 2, "must be one word"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, line: int, words: str) -> None:
    (told,) = mistakes(text)
    assert told.startswith(f"book.yaml, line {line}: ")
    assert words in told


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("codes:\n\t- A\n", 2, "not tabs"),
        ("codes:\n  - name: A\n    definition: note: this\n", 3, "put a text that holds a colon in quotes"),
        ("codes:\n  - A\n - B\n", 3, "indent the entries"),
        ("codes:\n  - A\n  - 'B\n  - C\n", 3, "close the quotation mark"),
        ("codes: [A, B\nversion: 1\n", 2, "close the list"),
        ("codes:\n  - @A\n", 2, "in quotes"),
        ("codes: []\n---\ncodes: []\n", 2, "one codebook in one file"),
        ("codes:\n  - A\r\n  - B\x07\n", 3, "U+0007 cannot stand here"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line_and_what_to_do(text: str, line: int, words: str) -> None:
    (told,) = mistakes(text)
    assert told.startswith(f"book.yaml, line {line}: ")
    assert words in told


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = "codes:\n  - name: A\n    color: red\n    key: zzzz\n  - a\nqualifiers:\n  - kind: date\n"
    lines = [told.split(":")[0] for told in mistakes(text)]
    assert lines == [f"book.yaml, line {line}" for line in (3, 4, 5, 7)]


def test_a_file_full_of_mistakes_is_told_in_part_with_the_number_left_out() -> None:
    told = mistakes("codes:\n" + "  - same\n" * 101)
    assert len(told) == 31
    assert told[-1] == "and 70 more mistakes"


@pytest.mark.parametrize(
    "text",
    [
        "codes: &a [*a]\n",
        "codes: &a\n  - name: A\n    codes: *a\n",
        "a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\ncodes: [*c,*c,*c]\n",
    ],
)
def test_aliases_are_refused_before_they_can_multiply_or_close_a_ring(text: str) -> None:
    assert any("is an alias" in told for told in mistakes(text))


def test_tags_are_refused_and_nothing_is_run() -> None:
    (told,) = mistakes("codes: !!python/object/apply:os.getcwd []\n")
    assert "the tag" in told


@pytest.mark.parametrize("text", ["codes: " + "[" * 200_000, "codes: " + "{a: " * 200_000])
def test_brackets_without_end_are_refused(text: str) -> None:
    (told,) = mistakes(text)
    assert "lists inside lists" in told


def nested(levels: int) -> str:
    lines = [f"{'    ' * n}  - name: level {n}\n{'    ' * n}    codes:\n" for n in range(levels - 1)]
    return "codes:\n" + "".join(lines) + f"{'    ' * (levels - 1)}  - last\n"


def test_codes_stand_fifty_levels_deep_and_no_deeper() -> None:
    assert len(read_codebook(nested(MAX_DEPTH), "deep.yaml").codes[-1].path) == MAX_DEPTH
    (told,) = mistakes(nested(MAX_DEPTH + 1))
    assert told == f"book.yaml, line {2 * MAX_DEPTH + 2}: codes may stand 50 levels deep, not deeper"


def test_two_siblings_of_one_name_are_read_when_their_ids_tell_them_apart() -> None:
    ids = ("6d0b2c8e-9f5c-5a6a-8a5e-111111111111", "6d0b2c8e-9f5c-5a6a-8a5e-222222222222")
    twins = Codebook(codes=tuple(CodeEntry(("Funding",), id=id_) for id_ in ids))
    assert read_codebook(write_codebook(twins), "twins.yaml") == twins
    (told,) = mistakes(write_codebook(twins).replace(ids[1], ids[0]))
    assert "the id of “Funding” is that of “Funding”" in told


def test_what_is_written_is_pleasant_to_read() -> None:
    codebook = Codebook(
        "Foreign recruitment",
        "",
        (
            CodeEntry(("Actor",), definition="Who acts.\n\nName the office.", color="#0072B2", key="a"),
            CodeEntry(("Actor", "Provinces"), examples=("Губернатор подписал.", "No: never 🙂")),
            CodeEntry(("Legality",)),
        ),
        (QualifierEntry("evidence", "ordered", ("documented", "reported"), "a claim " * 12 + "end"),),
    )
    assert write_codebook(codebook) == (
        "codebook: Foreign recruitment\n"
        "version: 1\n"
        "\n"
        "codes:\n"
        "  - name: Actor\n"
        "    definition: |\n"
        "      Who acts.\n"
        "\n"
        "      Name the office.\n"
        '    color: "#0072B2"\n'
        "    key: a\n"
        "    codes:\n"
        "      - name: Provinces\n"
        "        examples:\n"
        "          - Губернатор подписал.\n"
        "          - 'No: never 🙂'\n"
        "\n"
        "  - Legality\n"
        "\n"
        "qualifiers:\n"
        "  - name: evidence\n"
        "    kind: ordered\n"
        "    values: [documented, reported]\n"
        "    definition: >\n"
        "      a claim a claim a claim a claim a claim a claim a claim a claim a claim a claim a claim\n"
        "      a claim end\n"
    )


def test_an_entry_before_its_parent_is_not_written() -> None:
    with pytest.raises(ValueError, match="below its parent"):
        write_codebook(Codebook(codes=(CodeEntry(("A",)), CodeEntry(("B", "C")))))


# Everything a string can hold, with much of what YAML stumbles over.
_text = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=200),
    st.text(" \n\t\r:#-'\"|>&*!%@`{}[],\\?.ab\x85\u2028\ufeff\u0000😀é", max_size=120),
    st.text("ab c\n", max_size=300),
    st.text("abc  ", min_size=80, max_size=300),
)
_names = st.one_of(
    _text.map(str.strip), st.sampled_from(["No", "2024", "~", "null", "a: b", "- x", "#"])
).filter(bool)
_some_text = _text.filter(str.strip)


@st.composite
def _levels(draw: st.DrawFn, parent: tuple[str, ...] = ()) -> list[CodeEntry]:
    entries = []
    for name in draw(st.lists(_names, max_size=4 - len(parent), unique_by=same_name)):
        path = (*parent, name)
        entries.append(draw(_entry(path)))
        if len(path) < 4:
            entries += draw(_levels(path))
    return entries


def _entry(path: tuple[str, ...]) -> st.SearchStrategy[CodeEntry]:
    return st.builds(
        CodeEntry,
        st.just(path),
        definition=_text,
        include=_text,
        exclude=_text,
        examples=st.lists(_some_text, max_size=3).map(tuple),
        color=st.sampled_from(["", "#0072B2", "#ffffff", "#123456"]),
        scope=st.sampled_from(SCOPES),
        exclusive=st.booleans(),
        state=st.sampled_from(STATES),
        id=st.none() | st.uuids().map(str),
    )


@st.composite
def _qualifiers(draw: st.DrawFn) -> list[QualifierEntry]:
    entries = []
    for name in draw(st.lists(_names, max_size=3, unique_by=same_name)):
        kind = draw(st.sampled_from(KINDS))
        values = draw(st.lists(_some_text, min_size=1, max_size=3, unique_by=same_name))
        kept = tuple(values) if kind in KINDS_WITH_VALUES else ()
        entries.append(QualifierEntry(name, kind, kept, draw(_text), draw(st.none() | st.uuids().map(str))))
    return entries


_codebooks = st.builds(Codebook, _text.map(str.strip), _text, _levels().map(tuple), _qualifiers().map(tuple))


@given(_codebooks)
@example(Codebook())
@example(Codebook("", "a\n\n", (CodeEntry(("x",), definition=" lead\n  deeper\n\ntrail "),)))
@example(
    Codebook(
        "", "", (CodeEntry(("x",), definition=" " * 90), CodeEntry(("y",), definition=" a" * 50 + "  b " * 9))
    )
)
@example(Codebook(qualifiers=(QualifierEntry("q", "choice", ("two\nlines",)),)))
@example(Codebook("", "", (CodeEntry(("k",), key="7"), CodeEntry(("k", "k"), key="é"))))
def test_a_codebook_that_is_written_reads_back_the_same(codebook: Codebook) -> None:
    assert read_codebook(write_codebook(codebook), "trip.yaml") == codebook


@given(_codebooks)
def test_writing_what_was_read_changes_no_letter(codebook: Codebook) -> None:
    written = write_codebook(codebook)
    assert write_codebook(read_codebook(written, "trip.yaml")) == written


@given(st.text(max_size=80) | st.text("codes:\n -[]{}&*!|>'\"#ab", max_size=80).map("codes:\n".__add__))
def test_no_text_brings_the_reader_down(text: str) -> None:
    with suppress(CodebookError):  # anything else would be our bug
        read_codebook(text, "any.yaml")
