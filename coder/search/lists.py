"""Key-word lists, kept in the project: words that stay marked in every document, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

import regex
from sqlmodel import Session, select

from coder.errors import SearchError, UnknownThing
from coder.identity import named_id
from coder.journal.record import Recording
from coder.models import Study
from coder.search.folding import Folding, fold
from coder.search.matching import Matcher, Query, matcher
from coder.sentences import sentence
from coder.spans import Span

_KEY = "words "  # before a list's id, in the settings of the study
_TOKEN = regex.compile(r"[\p{L}\p{N}\p{M}\u00ad\u0640_]+")
_UNSPACED = regex.compile(r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}]")
_HOW = Folding()


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return fold(word, _HOW)


@dataclass(frozen=True, slots=True)
class WordList:
    """A named list of words; one that ends in * stands for all words that begin so."""

    id: UUID
    name: str
    words: tuple[str, ...]

    @property
    def query(self) -> Query:
        """Finds every word of the list."""
        return Query(" | ".join(self.words), "word", _HOW)


# -- operations -------------------------------------------------------------------------------


def save_word_list(session: Recording, *, name: str, words: Iterable[str], list_id: UUID | None = None) -> UUID:
    """Keeps a list of words under a name; list_id: the list that is changed by it, else the one of that name.

    Raises SearchError for a list without a name or words, or a name that another list has.
    """
    name = " ".join(name.split())
    kept = tuple(dict.fromkeys(word for raw in words if (word := " ".join(raw.replace("|", " ").split())).strip("* ")))
    if not name or not kept:
        raise SearchError("A list of key words has a name and at least one word.", "Write both.")
    born = named_id("word_list", name)
    wanted = list_id or born
    if wanted != born and any(known.id != wanted and known.name == name for known in word_lists(session)):
        raise SearchError(
            sentence("There is a list “{name}” already.", name=name), "Choose another name, or change that list."
        )
    study = _study(session)
    study.settings = {**study.settings, _KEY + wanted.hex: {"name": name, "words": list(kept)}}
    session.note(name=name, words=len(kept))
    return wanted


def remove_word_list(session: Recording, *, list_id: UUID) -> None:
    """Takes a list of words away."""
    study = _study(session)
    gone = study.settings.get(_KEY + list_id.hex)
    if gone is None:
        raise UnknownThing("That list of key words is not there any more.", "It was removed; undo brings it back.")
    session.note(name=gone["name"])
    study.settings = {key: value for key, value in study.settings.items() if key != _KEY + list_id.hex}


# -- queries ----------------------------------------------------------------------------------


def word_lists(session: Session) -> list[WordList]:
    """All lists of the project, by name."""
    found = [
        WordList(UUID(hex=key.removeprefix(_KEY)), value["name"], tuple(value["words"]))
        for key, value in _study(session).settings.items()
        if key.startswith(_KEY) and value
    ]
    return sorted(found, key=lambda known: (known.name.casefold(), known.id))


def _study(session: Session) -> Study:
    return session.exec(select(Study)).one()


# -- where they stand -------------------------------------------------------------------------


class KeyWords:
    """The words of some lists, looked for together in what is in sight: quick however many words there are."""

    def __init__(self, lists: Sequence[WordList]) -> None:
        self._whole: set[str] = set()
        self._starts: set[str] = set()
        self._lengths: tuple[int, ...] = ()
        self._phrases: list[Matcher] = []
        for word in {word for known in lists for word in known.words}:
            self._take(word)
        self._lengths = tuple(sorted({len(start) for start in self._starts}))

    def _take(self, word: str) -> None:
        stem = word.removesuffix("*")
        if _TOKEN.fullmatch(stem) and not _UNSPACED.search(stem):
            (self._starts if stem != word else self._whole).add(fold(stem, _HOW))
        else:
            self._phrases.append(matcher(Query(word, "word", _HOW)))

    def __bool__(self) -> bool:
        return bool(self._whole or self._starts or self._phrases)

    def within(self, text: str, start: int, end: int) -> list[Span]:
        """The places in a stretch of a text; words cut by its ends are not among them if they are wider."""
        found = [Span(*token.span()) for token in _TOKEN.finditer(text, start, end) if self._known(token.group())]
        found += self._longer(text, start, end)
        return sorted(found)

    def _longer(self, text: str, start: int, end: int) -> Iterator[Span]:
        for phrase in self._phrases:
            yield from phrase.find_within(text, start, end)

    def _known(self, word: str) -> bool:
        folded = _folded(word)
        return folded in self._whole or any(folded[:n] in self._starts for n in self._lengths)
