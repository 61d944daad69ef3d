"""Sentences of the core: in English, and knowing what they were made of, so that the window can say them in others."""

from __future__ import annotations

from collections.abc import Callable, Mapping


class Sentence(str):
    """An English sentence, a string like any other. template: its words as looked up; values: what is in it."""

    template: str
    values: Mapping[str, object]


def sentence(template: str, /, **values: object) -> str:
    """The template with the values in it, as str.format does: a Sentence. A literal, so that it can be gathered."""
    made = Sentence(template.format(**values))
    made.template, made.values = template, values
    return made


def retold(said: str, translate: Callable[[str], str]) -> str:
    """The sentence in another language, with those within it. One that `sentence` did not make is looked up whole."""
    if not isinstance(said, Sentence):
        return translate(said)
    values = {
        name: retold(value, translate) if isinstance(value, Sentence) else value for name, value in said.values.items()
    }
    return translate(said.template).format(**values)
