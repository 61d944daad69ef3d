"""PDFs as they are printed: columns mixed row by row, running lines, hyphens that belong, lost signs, scans."""

from __future__ import annotations

import io
import shutil
import stat
from difflib import SequenceMatcher
from pathlib import Path

import pypdfium2
import pytest

from coder.errors import SourceError
from coder.importers import read_sources
from coder.importers.pdf_lines import Line, join_lines
from coder.importers.pdf_running import common, running_lines
from coder.importers.source import Source
from tests.coder.importers.making import LEFT, PITCH, WIDTH, column, pdf
from tests.coder.importers.test_pdf import ENGLISH, RUSSIAN, stack


def read(data: bytes, **choices: str) -> Source:
    return read_sources("a.pdf", data, **choices)[0]


# -- columns ----------------------------------------------------------------------------------

LEFT_COLUMN = [
    "The ministry announced on Monday",
    "that foreign specialists may be",
    "hired without a separate permit,",
    "provided that the employer has",
    "registered each of the contracts.",
]
RIGHT_COLUMN = [
    "Recruiters, on the other hand,",
    "were asked to name the province",
    "in which every man had signed,",
    "and the office that paid out of",
    "its own fund what was promised.",
]


def mixed(left: list[str], right: list[str]) -> list[tuple[float, float, str]]:
    """Row by row, as some programs write columns."""
    rows = zip(column(left), column(right, x=330), strict=True)
    return [piece for row in rows for piece in row]


def test_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    title = (LEFT, 800, "A headline that reaches over both of the columns of this page, all the way")
    source = read(pdf([[title, *mixed(LEFT_COLUMN, RIGHT_COLUMN)]]))
    assert source.text.split("\n")[-2:] == [" ".join(LEFT_COLUMN), " ".join(RIGHT_COLUMN)]


def test_cells_of_a_table_stay_in_their_rows() -> None:
    names, sums = ["Ostrel", "Harn", "Selta", "Ubesh", "Kelanda"], ["300", "520", "110", "90", "45"]
    text = read(pdf([mixed(names, sums)])).text
    assert [text.index(a) < text.index(b) for a, b in zip(names, sums, strict=True)] == [True] * 5
    assert text.index("300") < text.index("Harn")


# -- from right to left -----------------------------------------------------------------------

ARABIC = [
    "أصدر المحافظ مرسوما برفع المبلغ",
    "يدفع لمن يوقع العقد في الإقليم",
    "وقع عليه أمس في مدينة من المدن",
    "ورفع المبلغ مرتين في عام واحد",
    "ثم لم يدفع شيء",
]
MORE_ARABIC = [
    "بحضور الوزراء والمستشارين كلهم",
    "وكان المبلغ قد رفع قبل شهرين",
    "فكتب إلى المحافظ من جديد عنه",
    "ولم يرد عليه أحد حتى اليوم هذا",
    "فسكت عن الأمر",
]


def backward(lines: list[str], right: float = 540) -> list[tuple[float, float, str]]:
    """Lines one below the other that begin at the right edge, their signs drawn from left to right."""
    return [(right - WIDTH * len(line), 770 - PITCH * n, line[::-1]) for n, line in enumerate(lines)]


@pytest.mark.parametrize("order", [(0, 1, 2, 4, 3), (1, 0, 3, 2, 4), (0, 2, 1, 4, 3)])
def test_lines_from_right_to_left_are_read_downwards_in_whichever_order_they_were_drawn(order) -> None:
    lines = backward(ARABIC)
    assert read(pdf([[lines[n] for n in order]])).text == " ".join(ARABIC)


@pytest.mark.parametrize("by_row", [True, False])
def test_of_columns_from_right_to_left_the_right_one_is_read_first(by_row) -> None:
    right, left = backward(ARABIC), backward(MORE_ARABIC, right=280)
    drawn = [piece for row in zip(right, left, strict=True) for piece in row] if by_row else [*right, *left]
    assert read(pdf([drawn])).text.split("\n") == [" ".join(ARABIC), " ".join(MORE_ARABIC)]


def test_cells_of_an_arabic_table_stay_in_their_rows() -> None:
    names = ["المدينة الأولى", "المدينة الثانية", "المدينة الثالثة", "القرية", "الميناء"]
    sums = ["300", "520", "110", "90", "45"]
    rows = zip(backward(names), backward([n[::-1] for n in sums], right=280), strict=True)
    text = read(pdf([[piece for row in rows for piece in row]])).text
    assert [text.index(a) < text.index(b) for a, b in zip(names, sums, strict=True)] == [True] * 5
    assert text.index("300") < text.index(names[1])


# -- running lines ----------------------------------------------------------------------------


def paper(pages: int) -> bytes:
    """A sentence that runs over every page's end, between a header and a page number."""
    body = "and it goes on over the end of the page without any mark that it was over"
    return pdf(
        [
            [(LEFT, 820, f"Journal of Recruitment {n} (2025)"), *column([body] * 3, top=600), (290, 20, str(n))]
            for n in range(1, pages + 1)
        ]
    )


def test_running_lines_are_told_and_kept_as_paragraphs_of_their_own() -> None:
    source = read(paper(4))
    assert source.text.count("Journal of Recruitment") == 4
    assert [line for line in source.text.split("\n") if line.isdigit()] == ["1", "2", "3", "4"]
    assert any("are in the text (8)" in warning and "Journal" in warning for warning in source.warnings)


def test_running_lines_are_left_out_on_request_and_the_sentence_is_whole() -> None:
    source = read(paper(4), running="drop")
    assert "Journal" not in source.text
    assert "\n" not in source.text
    assert not any(letter.isdigit() for letter in source.text)
    assert [m.value for m in source.structure if m.kind == "page"] == ["1", "2", "3", "4"]
    assert any("left out (8)" in warning for warning in source.warnings)


def test_what_stands_once_or_elsewhere_is_no_running_line() -> None:
    lines = [Line(f"Chapter {n}", n, 72, 200, 800 - 60 * n, 12) for n in range(1, 5)]
    assert running_lines(lines, dict.fromkeys(range(1, 5), 842.0)) == {}
    same = [Line("Chapter", n, 72, 200, 800, 12) for n in range(1, 5)]
    assert set(running_lines(same, dict.fromkeys(range(1, 5), 842.0))) == {0, 1, 2, 3}


def test_a_document_of_nothing_but_running_lines_is_not_emptied() -> None:
    data = pdf([[(LEFT, 20, f"Page {n}")] for n in range(1, 5)])
    assert read(data, running="drop").text == "Page 1\nPage 2\nPage 3\nPage 4"


@pytest.mark.parametrize(("text", "expected"), [("12", "#"), ("xiv", "#"), ("Page 3 of 40", "Page # of #")])
def test_page_numbers_are_one_whatever_their_figures(text: str, expected: str) -> None:
    assert common(text) == expected


# -- hyphens and last lines -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (stack("it is общественно-", "политическая группа"), "it is общественно-политическая группа"),
        (stack("said кто-", "то of them"), "said кто-то of them"),
        (stack("from that мес-", "то on"), "from that место on"),
        (stack("a so-", "called volunteer"), "a so-called volunteer"),
        (stack("of self-", "government there"), "of self-government there"),
        (stack("a long-", "itude of it"), "a longitude of it"),
    ],
)
def test_a_hyphen_of_the_language_stays_and_a_break_goes(lines: list[Line], expected: str) -> None:
    assert join_lines(lines).reading.text == expected


def test_a_last_line_of_one_word_ends_its_paragraph() -> None:
    source = read(pdf([[*column([ENGLISH[0], ENGLISH[1], "contract."]), *column(RUSSIAN, top=770 - 3 * PITCH)]]))
    assert [line.split()[0] for line in source.text.split("\n")] == ["The", "Правительство"]


def test_a_short_last_line_ends_a_paragraph_written_from_right_to_left() -> None:
    lines = [
        Line("قال المحافظ إن المال من الصندوق", 1, 50, 500, 700, 12),
        Line("الإقليمي", 1, 440, 500, 686, 12),
        Line("وقالت المحكمة إنها لم تجد شيئا هنا", 1, 50, 500, 672, 12),
    ]
    assert join_lines(lines).reading.text.count("\n") == 1


# -- what was lost ----------------------------------------------------------------------------


def test_signs_that_only_the_font_knows_are_told_with_their_page() -> None:
    source = read(pdf([column(ENGLISH), column(["A sign \ue123 of the font."])]))
    assert any("font knows" in warning and "page 2" in warning for warning in source.warnings)


# -- scans ------------------------------------------------------------------------------------


def tesseract(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A program of that name, first on the path."""
    program = folder / "tesseract"
    program.write_text("#!/bin/sh\n" + body, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


HEAD = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\\t")
SAYS = rf"""
test "$2 $3 $4" = "stdout -l rus" || exit 9
head -c 4 "$1" | grep -q PNG || exit 8
printf '{HEAD}\n'
printf '5\t1\t1\t1\t1\t1\t300\t300\t200\t50\t90\tУказ\n'
printf '5\t1\t1\t1\t1\t2\t520\t300\t300\t50\t90\tгубер-\n'
printf '5\t1\t1\t1\t2\t1\t300\t360\t400\t50\t90\tнатора.\n'
"""


def test_scanned_pages_are_recognised_where_tesseract_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(tmp_path, monkeypatch, SAYS)
    source = read(pdf([column(ENGLISH), []]), ocr="rus")
    assert source.text.split("\n")[-1] == "Указ губернатора."
    assert [m.value for m in source.structure if m.kind == "page"] == ["1", "2"]
    assert any("page 2 was recognised" in warning for warning in source.warnings)


def scanned(data: bytes) -> bytes:
    """The pages as pictures alone."""
    source, made = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    for page in source:
        picture = pypdfium2.PdfImage.new(made)
        picture.set_bitmap(page.render(scale=3))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(*page.get_size()))
        sheet = made.new_page(*page.get_size())
        sheet.insert_obj(picture)
        sheet.gen_content()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not on this machine")
def test_pictures_of_pages_are_read_by_tesseract_itself() -> None:
    source = read(scanned(pdf([column(LEFT_COLUMN)])), ocr="eng")
    # the font that pages are drawn with here sets some letters apart
    assert SequenceMatcher(None, " ".join(LEFT_COLUMN), source.text, autojunk=False).ratio() > 0.9
    assert any("recognised" in warning for warning in source.warnings)


def test_without_tesseract_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SourceError, match="Tesseract") as told:
        read(pdf([[]]), ocr="rus")
    assert "Install" in told.value.advice


def test_what_tesseract_complains_of_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract(tmp_path, monkeypatch, "echo 'no data for xyz' >&2\nexit 1\n")
    with pytest.raises(SourceError, match="no data for xyz"):
        read(pdf([[]]), ocr="xyz")
    with pytest.raises(SourceError, match="no language"):
        read(pdf([[]]), ocr="--version")


# -- turned pages -----------------------------------------------------------------------------


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_lines_are_read_whichever_way_the_page_is_turned(turn: int) -> None:
    upright = pdf([column(ENGLISH)])
    shown = upright.replace(b"595 842] /Contents", b"595 842] /Rotate %d /Contents" % turn)
    assert read(shown).text == " ".join(ENGLISH)


@pytest.mark.parametrize(("matrix", "turn"), [(b"0 1 -1 0", 90), (b"0 -1 1 0", 270), (b"-1 0 0 -1", 180)])
def test_lines_written_sideways_are_read(matrix: bytes, turn: int) -> None:
    """As landscape tables are: written across the sheet, which is then turned."""
    made = pdf([[(LEFT, 600 - PITCH * n, words) for n, words in enumerate(ENGLISH)]])
    for n in range(len(ENGLISH)):
        x, y = LEFT, 600 - PITCH * n
        place = {90: (842 - y, x), 270: (y, 842 - x), 180: (595 - x, 842 - y)}[turn]
        old = b"1 0 0 1 %d %d Tm" % (x, y)
        made = made.replace(old, (matrix + b" %d %d Tm" % place).ljust(len(old)))
    made = made.replace(b"595 842] /Contents", b"842 842] /Rotate %d /Contents" % turn)
    assert read(made).text == " ".join(ENGLISH)


def test_recognising_is_asked_for_only_where_a_page_needs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read(pdf([column(ENGLISH)]), ocr="rus").text == " ".join(ENGLISH)
