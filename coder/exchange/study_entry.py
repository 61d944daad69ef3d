"""One entry of the exchange file while it is read: each value by its name and type, references, places, ids. Pure."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from coder.errors import ExchangeError
from coder.exchange.codebook_parts import MAX_DEPTH
from coder.sentences import sentence

LARGEST = 2**31 - 1  # of positions and rounds
Reference = str  # a name, or an id
_KINDS = {
    str: sentence("text"), int: sentence("a whole number"), bool: sentence("true or false"),
    list: sentence("a list"), dict: sentence("an object"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A document and a stretch of it; start and end None for the whole document."""

    document: Reference | None
    index: int | None
    start: int | None
    end: int | None


class Entry:
    """One entry while it is read: every value by name and type, what nobody asked for is told."""

    def __init__(self, given: Any, where: str, warnings: list[str]) -> None:
        if not isinstance(given, dict):
            raise ExchangeError(sentence("{where} is {kind}, not an object.", where=where, kind=_kind(given)))
        self.given: Mapping[str, Any] = given
        self.where = where
        self._asked: set[str] = set()
        self._warnings = warnings

    def value(self, key: str, kind: type, default: Any = None) -> Any:
        self._asked.add(key)
        value = self.given.get(key)
        if value is None:
            return default
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ExchangeError(
                sentence(
                    "{where}: “{key}” is {kind}, not {what}.",
                    where=self.where,
                    key=key,
                    kind=_kind(value),
                    what=_KINDS[kind],
                )
            )
        if isinstance(value, int) and abs(value) > LARGEST:
            raise ExchangeError(sentence("{where}: “{key}” is too large a number.", where=self.where, key=key))
        return value

    def text(self, key: str, default: str = "") -> str:
        return str(self.value(key, str, default))

    def needed_text(self, key: str) -> str:
        value = self.text(key)
        if not value.strip():
            raise ExchangeError(sentence("{where} has no “{key}”.", where=self.where, key=key))
        return value

    def id(self) -> UUID | None:
        given = self.value("id", str)
        if given is None:
            return None
        return as_uuid(given, self.where)

    def strings(self, key: str) -> list[str]:
        values = self.value(key, list, [])
        for value in values:
            if not isinstance(value, str):
                raise ExchangeError(
                    sentence(
                        "{where}: “{key}” holds {kind}, not only text.", where=self.where, key=key, kind=_kind(value)
                    )
                )
        return list(values)

    def path(self, key: str) -> tuple[str, ...]:
        value = self.given.get(key)
        self._asked.add(key)
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
            raise ExchangeError(sentence("{where}: “{key}” is not a path of names.", where=self.where, key=key))
        if len(names) > MAX_DEPTH:
            raise ExchangeError(
                sentence(
                    "{where}: “{key}” is a path of more than {max_depth} names.",
                    where=self.where,
                    key=key,
                    max_depth=MAX_DEPTH,
                )
            )
        return tuple(names)

    def named_values(self, key: str) -> dict[str, str]:
        return plain_values(self.value(key, dict, {}), self.where, key)

    def reference(self, key: str) -> Reference:
        """A name, or an object with an id and perhaps a name."""
        self._asked.add(key)
        value = referred(self.given.get(key))
        if value is None:
            raise ExchangeError(sentence("{where} has no “{key}”.", where=self.where, key=key))
        return value

    def place(self) -> Place:
        index = self.value("document_index", int)
        document = None if index is not None and "document" not in self.given else self.reference("document")
        return Place(document, index, self.value("start", int), self.value("end", int))

    def round(self) -> int:
        round_ = int(self.value("round", int, 1))
        if round_ < 1:
            raise ExchangeError(sentence("{where}: “round” is below 1.", where=self.where))
        return round_

    def tell_unknown(self, known: Collection[str] = ()) -> None:
        self._asked.update(known)
        for key in self.given.keys() - self._asked:
            self._warnings.append(
                sentence("{where}: “{key}” is not known here and was left out.", where=self.where, key=key)
            )


def plain_values(values: Mapping[str, Any], where: str, key: str) -> dict[str, str]:
    """Named values as text; those that are empty are left out. Raises ExchangeError for what is no plain value."""
    shown = {}
    for name, value in values.items():
        if value is None:
            continue
        if not name.strip():
            raise ExchangeError(sentence("{where}: a value under “{key}” has no name.", where=where, key=key))
        if not isinstance(value, (str, int, float, bool)):
            raise ExchangeError(
                sentence(
                    "{where}: “{name}” under “{key}” is {kind}, not a value.",
                    where=where,
                    name=name,
                    key=key,
                    kind=_kind(value),
                )
            )
        if isinstance(value, float) and not math.isfinite(value):
            raise ExchangeError(
                sentence(
                    "{where}: “{name}” under “{key}” is {value}, not a number that can be kept.",
                    where=where,
                    name=name,
                    key=key,
                    value=value,
                )
            )
        shown[name] = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    return shown


def referred(value: Any) -> Reference | None:
    """What a reference names: a name, or an object with an id and perhaps a name; None if it is neither."""
    if isinstance(value, dict):
        value = value.get("id") or value.get("name")
    return value if isinstance(value, str) and value.strip() else None


def as_uuid(given: str, where: str) -> UUID:
    """An id as it stands in a file. Raises ExchangeError."""
    try:
        return UUID(given)
    except ValueError:
        raise ExchangeError(
            sentence("{where}: the id “{given}” is not an id of this program.", where=where, given=given)
        ) from None


def is_uuid(given: str) -> bool:
    """Whether a reference is an id rather than a name."""
    try:
        return str(UUID(given)) == given.lower()
    except ValueError:
        return False


def _kind(value: Any) -> str:
    if value is None:
        return sentence("empty")
    if isinstance(value, bool):
        return _KINDS[bool]
    if isinstance(value, float):
        return sentence("a number with a fraction")
    return _KINDS.get(type(value), sentence("something else"))
