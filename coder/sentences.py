"""Sentences of the core: in English, and knowing what they were made of, so that the window can say them in others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence


class Sentence(str):
    """An English sentence, a string like any other. template: its words as looked up; values: what is in it."""

    template: str
    values: Mapping[str, object]


def sentence(template: str, /, **values: object) -> str:
    """The template with the values in it, as str.format does: a Sentence. A literal, so that it can be gathered."""
    made = Sentence(template.format(**values) if values else template)
    made.template, made.values = template, values
    return made


def joined(parts: Iterable[str], between: str = " ") -> str:
    """Sentences one behind the other, each still known by itself; what is empty is left out."""
    held = {f"part{n}": retelling(part) for n, part in enumerate(filter(None, parts))}
    return sentence(between.join(f"{{{name}}}" for name in held), **held) if held else ""


def listing(things: Sequence[str], at_most: int) -> str:
    """The first of the things, parted by commas, and how many more there are."""
    shown, more = ", ".join(things[:at_most]), len(things) - at_most
    return sentence("{shown} and {n} more", shown=shown, n=more) if more > 0 else shown


def retelling(words: str) -> str:
    """Words of the core that stand in another sentence, so that they are retold with it; never a researcher's own."""
    return words if isinstance(words, Sentence) else sentence(words)


def retold(said: str, translate: Callable[[str], str]) -> str:
    """The sentence in another language, with those within it. One that `sentence` did not make is looked up whole."""
    if not isinstance(said, Sentence):
        return translate(said)
    if not said.values:
        return translate(said.template)
    values = {
        name: retold(value, translate) if isinstance(value, Sentence) else value for name, value in said.values.items()
    }
    return translate(said.template).format(**values)
