"""Positions survive the trip to Qt and back, in every script and in paragraphs that are shown in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from coder.spans import canonical
from coder.units import graphemes
from ui.document.display import DisplayMap

SIGNS = "ab .\n\u2029\u2028\t\u00a0é\u0301яЖש\u0627中。😀👍\U0001f3fd\u200d🇫🇷\ufeff\ufffc\ufdd0"
texts = st.text(st.sampled_from(SIGNS), max_size=200).map(canonical)


@given(texts, st.integers(2, 40))
def test_from_qt_undoes_to_qt_at_every_position(text: str, longest: int) -> None:
    shown = DisplayMap(text, longest)
    for p in range(len(text) + 1):
        assert shown.from_qt(shown.to_qt(p)) == p
        assert shown.from_qt(shown.end_to_qt(p)) == p


@given(texts, st.integers(2, 40))
def test_qt_keeps_as_many_units_as_the_map_says(text: str, longest: int) -> None:
    shown = DisplayMap(text, longest)
    document = QTextDocument()
    document.setPlainText(shown.shown())
    assert document.characterCount() - 1 == shown.end_to_qt(len(text)) or text == ""
    for p, character in enumerate(text):
        if character.isalnum():
            at = document.characterAt(shown.to_qt(p))
            units = character.encode("utf-16-le")
            assert at.encode("utf-16-le", "surrogatepass")[:2] == units[:2]


@given(texts, st.integers(2, 40))
def test_no_paragraph_is_shown_longer_than_agreed_and_no_grapheme_is_parted(text: str, longest: int) -> None:
    shown = DisplayMap(text, longest)
    starts = {span.start for span in graphemes(text)}
    assert set(shown._breaks) <= starts
    widest = max((span.length for span in graphemes(text)), default=0)
    assert all(len(line) <= longest + widest for line in shown.shown().split("\n"))


def test_a_long_paragraph_is_parted_between_words() -> None:
    text = "word " * 30_000
    shown = DisplayMap(text)
    lines = shown.shown().split("\n")
    assert len(lines) > 2
    assert all(line.endswith(" ") for line in lines[:-1])
    assert "".join(lines) == text


def test_a_leading_mark_that_qt_drops_is_held_in_place(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText(DisplayMap("\ufeffabc").shown())
    assert document.characterAt(1) == "a"
