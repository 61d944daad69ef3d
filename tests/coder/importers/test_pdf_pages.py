"""Pages beside the text: every position of the text has its place on its page, whatever was joined or left out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.importers import read_sources
from coder.importers.pdf_pages import PageMap, Pages, page_map
from tests.coder.importers.making import LEFT, WIDTH, column, pdf

WORDS = st.sampled_from(
    ["decree", "указ", "губернатора", "the", "well-known", "so-", "пере-", "law.", "2024", "Ministry"]
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=8)
Printed = Sequence[tuple[float, float, str]]


def text_and_map(data: bytes, **choices: str) -> tuple[str, PageMap]:
    text = read_sources("a.pdf", data, **choices)[0].text
    places = page_map(data, text)
    assert places is not None
    return text, places


def printed_at(page: Printed, left: float, bottom: float) -> str | None:
    """The letter that was drawn at a place; each is WIDTH points wide."""
    for x, y, words in page:
        n = round((left - x) / WIDTH)
        if abs(y - bottom) < 5 and abs(x + n * WIDTH - left) < 1 and 0 <= n < len(words):
            return words[n]
    return None


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_what_stands_under_the_box_of_a_position_is_the_letter_at_that_position(made: list[list[str]]) -> None:
    pages = [column(lines) for lines in made]
    data = pdf(pages)
    text, places = text_and_map(data)
    seen: set[int] = set()
    with Pages(data) as opened:
        for n, page in enumerate(pages):
            found = opened.boxes(n, places)
            seen |= set(found.positions.tolist())
            for at, (left, _, _, bottom) in zip(found.positions.tolist(), found.boxes.tolist(), strict=True):
                if not text[at].isspace():
                    assert printed_at(page, left, 842 - bottom + 2.5) == text[at]
                    assert places.page_at(at) == n
    # only what joins lines is on no page: blanks, line ends, and hyphens that were put back
    assert all(text[at] in " \n-" for at in range(len(text)) if at not in seen)


def test_words_left_out_move_no_other_word() -> None:
    pages = [
        [*column([f"Sentence {n} of the body stands here."], top=600), (LEFT, 20, f"Page {n}")] for n in range(1, 5)
    ]
    data = pdf(pages)
    text, places = text_and_map(data, running="drop")
    assert "Page" not in text
    at = text.index("Sentence 3")
    assert places.page_at(at) == 2
    with Pages(data) as opened:
        boxes = opened.boxes(2, places)
        first = int(np.searchsorted(boxes.positions, at))
        assert boxes.boxes[first][0] == pytest.approx(LEFT, abs=0.5)
        assert boxes.boxes[first][3] == pytest.approx(842 - 600, abs=4)


def test_a_turned_page_is_read_and_mapped_as_it_is_shown() -> None:
    data = pdf([column(["An upright line."])])
    turned = data.replace(b"/MediaBox [0 0 595 842] /Contents", b"/MediaBox [0 0 595 842] /Rotate 180 /Contents")
    text, places = text_and_map(turned)
    assert text == "An upright line."
    with Pages(turned) as opened:
        first = opened.boxes(0, places).boxes[0]
    assert first[2] == pytest.approx(595 - LEFT, abs=0.5)
    assert first[1] < 770 < first[3]  # as far from the top as it was from the bottom


def test_a_text_that_is_not_that_of_the_pages_has_no_map() -> None:
    data = pdf([column(["As it was printed."])])
    assert page_map(data, "As it was corrected.") is None


def test_a_page_is_drawn_as_wide_as_asked_and_never_huge() -> None:
    with Pages(pdf([column(["Ink on paper."])])) as opened:
        assert opened.sizes == [(595.0, 842.0)]
        picture = opened.picture(0, 300)
        assert (picture.width, len(picture.data)) == (300, picture.stride * picture.height)
        assert min(picture.data) < 200
        assert opened.picture(0, 1_000_000).height <= 6001
