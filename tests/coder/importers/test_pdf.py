"""PDFs: every word in order, paragraphs and broken words whole again, pages marked, and clear words on bad files."""

from __future__ import annotations

import time
from contextlib import suppress
from itertools import pairwise

import pytest

from coder.errors import SourceError
from coder.importers import read_source
from coder.importers.pdf_lines import Line, join_lines
from tests.coder.importers.making import LEFT, PITCH, column, pdf

ENGLISH = [
    "The ministry announced on Monday that foreign specialists may be",
    "hired without a separate permit, provided that the employer has",
    "registered each contract.",
]
RUSSIAN = [
    "Правительство объявило в понедельник о новых правилах найма рабочих,",
    "которые вступают в силу с первого января, и о сборах за каждый из до-",
    "говоров, заключённых после этого дня.",
]


def test_lines_become_paragraphs_again_in_two_scripts() -> None:
    source = read_source("a.pdf", pdf([column(ENGLISH + RUSSIAN)]))
    assert source.format == "pdf"
    assert source.text == (
        "The ministry announced on Monday that foreign specialists may be hired without a separate permit, provided "
        "that the employer has registered each contract.\n"
        "Правительство объявило в понедельник о новых правилах найма рабочих, которые вступают в силу с первого "
        "января, и о сборах за каждый из договоров, заключённых после этого дня."
    )
    assert source.warnings == ()


def test_pages_are_marked_and_a_sentence_may_run_over_them() -> None:
    source = read_source("a.pdf", pdf([column(ENGLISH[:2]), column(ENGLISH[2:]), column(RUSSIAN)]))
    assert "employer has registered each" in source.text
    pages = [(m.value, source.text[m.start : m.end].split()[0]) for m in source.structure if m.kind == "page"]
    assert pages == [("1", "The"), ("2", "registered"), ("3", "Правительство")]
    ends = [(m.start, m.end) for m in source.structure]
    assert ends[0][0] == 0
    assert ends[-1][1] == len(source.text)
    assert all(a[1] == b[0] for a, b in pairwise(ends))


def test_columns_are_read_one_after_the_other() -> None:
    left = ["Left column first line here", "and its second line ends."]
    right = ["Right column comes after the", "left one was read to its end."]
    source = read_source("a.pdf", pdf([column(left) + column(right, x=320)]))
    assert source.text.split("\n") == [" ".join(left), " ".join(right)]


def test_a_gap_or_an_indent_begins_a_paragraph() -> None:
    lines = column(ENGLISH[:2]) + column(["Below a gap there is more of it all."], top=770 - 4 * PITCH)
    indented = [(LEFT + 24, 400, "An indented line that is as long as the others are, and"), (LEFT, 386, "goes on.")]
    source = read_source("a.pdf", pdf([[*lines, *indented]]))
    assert [line.split()[0] for line in source.text.split("\n")] == ["The", "Below", "An"]


def test_what_the_file_says_of_itself_is_kept_and_nothing_else() -> None:
    info = "/Title (A decree) /Author (Ministry) /CreationDate (D:20250301101500+03'00') /Producer (x)"
    assert read_source("a.pdf", pdf([column(ENGLISH)], info)).variables == {
        "title": "A decree",
        "author": "Ministry",
        "created": "2025-03-01",
    }
    assert read_source("a.pdf", pdf([column(ENGLISH)])).variables == {}


def test_a_scan_is_told_from_a_text_and_silent_pages_are_named() -> None:
    with pytest.raises(SourceError, match=r"scan.pdf.*scan") as told:
        read_source("scan.pdf", pdf([[], []]))
    assert "recognised" in told.value.advice
    source = read_source("half.pdf", pdf([column(ENGLISH), [], column(RUSSIAN)]))
    assert source.warnings == ("1 of 3 pages hold no text: 2.",)
    assert [m.value for m in source.structure] == ["1", "3"]


def test_damaged_files_are_told() -> None:
    whole = pdf([column(ENGLISH)])
    with pytest.raises(SourceError, match="damaged"):
        read_source("a.pdf", b"%PDF-1.7\nnothing behind it")
    for n in range(0, len(whole), 97):
        with suppress(SourceError):
            assert read_source("a.pdf", b"%PDF-1.5\n" + whole[9:n]).text


def test_a_locked_file_is_told() -> None:
    locked = pdf([column(ENGLISH)]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt <<"
        b" /Filter /Standard /V 1 /R 2 /P -44 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>",
    )
    with pytest.raises(SourceError, match="password"):
        read_source("a.pdf", locked)


def test_fifty_pages_take_a_moment_only() -> None:
    page = column((ENGLISH + RUSSIAN) * 8)
    data = pdf([page] * 50)
    begin = time.process_time()
    source = read_source("a.pdf", data)
    spent = time.process_time() - begin
    print(f"{spent / 50 * 1000:.1f} ms CPU a page of {len(source.text) // 50} characters")
    assert spent < 3


# -- the rules for lines, without a file ------------------------------------------------------


def stack(*texts: str, hyphens: tuple[int, ...] = ()) -> list[Line]:
    """Lines one below the other, all reaching the right edge but the last."""
    return [
        Line(t, 1, 50, 500 if n < len(texts) - 1 else 200, 700 - 14 * n, 12, hyphen=n in hyphens)
        for n, t in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (stack("a broken exam", "ple of it", hyphens=(0,)), "a broken example of it"),
        (stack("well-known, and again well", "known", hyphens=(0,)), "well-known, and again well-known"),
        (stack("в Нью-", "Йорк"), "в Нью-Йорк"),
        (stack("in 2024-", "2025"), "in 2024-2025"),
        (stack("soft\u00ad", "ly said"), "softly said"),
        (stack("a dash –", "and more"), "a dash – and more"),
        (stack("漢字の", "文章"), "漢字の文章"),
        (stack("a list", "• one", "• two"), "a list\n• one\n• two"),
        (stack("It ended.", "1. Next point"), "It ended.\n1. Next point"),
    ],
)
def test_line_ends_are_read_as_they_were_meant(lines: list[Line], expected: str) -> None:
    assert join_lines(lines).reading.text == expected


def test_a_line_that_had_room_for_the_next_word_ended_on_purpose() -> None:
    lines = [
        Line("A full line of words", 1, 50, 500, 700, 12),
        Line("Short end", 1, 50, 150, 686, 12),
        Line("another full line of it", 1, 50, 500, 672, 12),
    ]
    assert join_lines(lines).reading.text == "A full line of words Short end\nanother full line of it"


def test_the_lines_of_a_point_that_hang_behind_its_bullet_belong_to_it() -> None:
    lines = [
        Line("• a point that is long enough", 1, 50, 500, 700, 12),
        Line("to need a second line, and", 1, 65, 500, 686, 12),
        Line("a third.", 1, 65, 120, 672, 12),
        Line("• the next point", 1, 50, 200, 658, 12),
    ]
    text = "• a point that is long enough to need a second line, and a third.\n• the next point"
    assert join_lines(lines).reading.text == text
