from __future__ import annotations

import pickle

from coder.errors import CodingError
from coder.sentences import retold, sentence

IN_GERMAN = {
    "There is no code “{name}”.": "Es gibt keinen Code „{name}“.",
    "It was taken back: {act}": "Zurückgenommen: {act}",
    "Added the code “{name}”": "Code „{name}“ angelegt",
    "Type a name.": "Einen Namen eingeben.",
}


def _german(words: str) -> str:
    return IN_GERMAN.get(words, words)


def test_a_sentence_is_an_english_string_like_any_other() -> None:
    said = sentence("There is no code “{name}”.", name="Actor")
    assert said == "There is no code “Actor”."
    assert str(CodingError(said)) == said


def test_it_is_retold_with_what_stands_in_it() -> None:
    assert retold(sentence("There is no code “{name}”.", name="{A}"), _german) == "Es gibt keinen Code „{A}“."


def test_a_sentence_within_a_sentence_is_retold_too() -> None:
    act = sentence("Added the code “{name}”", name="Actor")
    words = retold(sentence("It was taken back: {act}", act=act), _german)
    assert words == "Zurückgenommen: Code „Actor“ angelegt"


def test_a_plain_string_is_looked_up_whole() -> None:
    assert retold("Type a name.", _german) == "Einen Namen eingeben."


def test_what_was_not_translated_stays_english() -> None:
    assert retold(sentence("{n} rows are longer.", n=3), _german) == "3 rows are longer."


def test_a_sentence_survives_the_way_from_another_process() -> None:
    said = pickle.loads(pickle.dumps(sentence("There is no code “{name}”.", name="Actor")))
    assert retold(said, _german) == "Es gibt keinen Code „Actor“."
