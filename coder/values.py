"""What may be said: the kinds of values of variables and qualifiers, one check and one order for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coder.errors import CodingError
from coder.sentences import sentence

VARIABLE_KINDS = ("text", "number", "date", "choice", "yesno")
QUALIFIER_KINDS = ("choice", "ordered", "number", "date", "text")
WITH_VALUES = frozenset({"choice", "ordered"})  # kinds that list what can be chosen
YES, NO = "yes", "no"
_SAID = {  # as tables and people write it, in the languages of Excel that the field uses most
    YES: {"yes", "y", "true", "1", "ja", "wahr", "да", "истина", "oui", "vrai", "sí", "si", "verdadero", "نعم", "是"},
    NO: {"no", "n", "false", "0", "nein", "falsch", "нет", "ложь", "non", "faux", "falso", "لا", "否"},
}


def wrong_value(kind: str, values: Sequence[str], value: str) -> str | None:
    """Why a value does not fit a variable or qualifier of this kind, as advice; None if it fits."""
    if kind in WITH_VALUES and value not in values:
        return (
            sentence("It is one of: {choices}.", choices=", ".join(values))
            if values
            else "List what can be chosen first."
        )
    if kind == "number" and _number(value) is None:
        return "It is a number, such as 12 or 0.5."
    if kind == "date" and not _is_date(value):
        return "It is a date: 2025, 2025-03 or 2025-03-14."
    if kind == "yesno" and value not in (YES, NO):
        return "It is yes or no."
    return None


def as_written(kind: str, values: Sequence[str], value: str) -> str:
    """A value as it is kept: without blanks outside, a choice as the list writes it, all words for yes as "yes"."""
    value = value.strip()
    if kind in WITH_VALUES:
        folded = value.casefold()
        return next((known for known in values if known.casefold() == folded), value)
    if kind == "yesno":
        return next((kept for kept, words in _SAID.items() if value.casefold() in words), value.casefold())
    return value


def checked(name: str, kind: str, values: Sequence[str], value: str) -> str:
    """The value as it is kept; "" takes it away. Raises CodingError if it does not fit what `name` can be."""
    kept = as_written(kind, values, value)
    if kept and (why := wrong_value(kind, values, kept)):
        raise CodingError(sentence("“{kept}” cannot be said of “{name}”.", kept=kept, name=name), why)
    return kept


def check_kind(name: str, kind: str, kinds: Sequence[str]) -> None:
    """Raises CodingError for a kind that does not exist."""
    if kind not in kinds:
        raise CodingError(
            sentence("“{name}” cannot be of the kind “{kind}”.", name=name, kind=kind),
            sentence("It is one of: {choices}.", choices=", ".join(kinds)),
        )


def tidy_values(values: Sequence[str]) -> list[str]:
    """What can be chosen: single blanks, each once, none empty, in the order given."""
    return list(dict.fromkeys(said for value in values if (said := " ".join(str(value).split()))))


def sort_key(kind: str, values: Sequence[str], value: str) -> tuple[int, float, str]:
    """What values of a kind are sorted by: numbers by size, choices in the list's order; none and wrong ones last."""
    if not value:
        return (2, 0.0, "")
    if kind == "number" and (number := _number(value)) is not None:
        return (0, number, "")
    if kind in WITH_VALUES and value in values:
        return (0, float(values.index(value)), "")
    if kind in ("number", *WITH_VALUES):
        return (1, 0.0, value)
    return (0, 0.0, value)


def _number(value: str) -> float | None:
    """The number, with a decimal point or comma; what is no finite number is none."""
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _is_date(value: str) -> bool:
    parts = value.split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return False
    if [len(part) for part in parts] != [4, 2, 2][: len(parts)]:
        return False
    try:
        date(*[*(int(part) for part in parts), 1, 1][:3])
    except ValueError:
        return False
    return True
