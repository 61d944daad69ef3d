"""What a screen reader hears of the place of the caret: each segment and each question once, when it is entered."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from ui.document.marks import Segment

if TYPE_CHECKING:
    from ui.document.surface import TextSurface
    from ui.document.unit_marks import QuestionMark


def words_of(segment: Segment) -> str:
    """A segment in words."""
    return ", ".join(part for part in (segment.path or segment.name, segment.coder) if part)


def words_asked(question: QuestionMark) -> str:
    """A question in one line."""
    return "; ".join(line for line in question.words.split("\n") if line.strip())


class Heard:
    """Knows what the caret stands in, and tells what is new of it."""

    def __init__(self, surface: TextSurface) -> None:
        self._surface = surface
        self._segments: tuple[int, ...] = ()
        self._questions: tuple[Hashable, ...] = ()

    def go_on(self) -> None:
        """The caret has moved: what it has entered is told."""
        segments, questions = self._segments, self._questions
        self.stand()
        for place in self._segments:
            if place not in segments:
                self._surface.announce_words(words_of(self._surface.index[place]))
        for question in self._asked_here():
            if question.id not in questions:
                self._surface.announce_words(words_asked(question))

    def stand(self) -> None:
        """The caret stands in these, which is no news; who asks where it is hears it."""
        surface = self._surface
        self._segments = tuple(surface.index.at(surface.caret()))
        asked = self._asked_here()
        self._questions = tuple(question.id for question in asked)
        words = "; ".join([words_of(surface.index[n]) for n in self._segments] + [words_asked(q) for q in asked])
        if words != surface.accessibleDescription():
            surface.setAccessibleDescription(words)

    def _asked_here(self) -> list[QuestionMark]:
        caret = self._surface.caret()
        return [question for question in self._surface.questions if question.span.start <= caret <= question.span.end]
