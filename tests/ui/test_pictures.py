"""Pictures from a drawing: .png and .pdf of its size, with its ink, the same each time."""

from __future__ import annotations

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from coder.exporters.forest import PATH, shortened, widest
from ui.pictures import pages, picture, wide

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" viewBox="0 0 200 80"
 font-family="Helvetica, Arial, sans-serif" font-size="13"><rect width="200" height="80" fill="#ffffff"/>
<circle cx="100" cy="60" r="8" fill="#c00000"/>
<text x="190" y="24" text-anchor="end" font-weight="bold" fill="#1a1a1a">Ёлка – المدينة &amp; co</text></svg>"""


def test_a_png_shows_the_drawing(qapp):
    image = QImage.fromData(picture(DRAWING, ".png"))
    assert (image.width(), image.height()) == (600, 240)
    assert image.pixelColor(300, 180) == QColor("#c00000")
    assert image.pixelColor(3, 3) == QColor("white")
    assert any(image.pixelColor(x, 60).lightness() < 100 for x in range(200, 570))


def test_a_pdf_has_one_page_of_the_drawings_size_with_all_its_ink(qapp):
    page = pypdfium2.PdfDocument(picture(DRAWING, ".pdf"))[0]
    assert page.get_size() == pytest.approx((150, 60), abs=1)
    shown = page.render(scale=4).to_numpy()
    assert shown[180, 300].tolist()[:3] == [0, 0, 192]
    assert shown[20:100, 200:570].min() < 100  # the words
    assert shown[20:100, :100].min() == 255


@pytest.mark.parametrize("suffix", [".png", ".pdf"])
def test_the_same_drawing_gives_the_same_bytes(qapp, suffix):
    assert picture(DRAWING, suffix) == picture(DRAWING, suffix)


NAMES = st.lists(
    st.one_of(
        st.text("WMwm iljА", min_size=1, max_size=60), st.text("ЖШЩЮЫФжшщюыёА", min_size=1, max_size=60),
        st.text("المدينة", min_size=1, max_size=60), st.text("漢字かな", min_size=1, max_size=40),
        st.text("αβγ ÅÉ", min_size=1, max_size=60),
    ),
    min_size=1, max_size=5,
)  # fmt: skip


@settings(max_examples=40)
@given(NAMES)
def test_a_path_keeps_its_last_part_whole_and_is_never_narrower_than_told(parts):
    path = PATH.join(parts)
    for measure in (widest, wide):
        words = shortened(path, measure)
        assert words.endswith(parts[-1])
        assert words == path or words.startswith("…")
        assert measure(words) <= 380 or words in (path, PATH.join(["…", parts[-1]]))
    assert wide(path) <= widest(path)


def test_several_drawings_are_pages_of_a4_and_one_has_its_own_size(qapp):
    paper = pypdfium2.PdfDocument(pages([DRAWING, DRAWING]))
    assert [page.get_size() for page in paper] == [pytest.approx((595, 842), abs=1)] * 2
    assert all(page.render(scale=1).to_numpy().min() < 100 for page in paper)
    assert pypdfium2.PdfDocument(pages([DRAWING]))[0].get_size() == pytest.approx((150, 60), abs=1)
