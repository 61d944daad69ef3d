"""What a file's name says by a pattern: “{date}_{outlet}_{title}” gives three variables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from coder.errors import SourceError
from coder.sentences import sentence

_FIELD = re.compile(r"\{([^{}]*)\}")
_KINDS = ("text", "number", "date")
_SHAPES = {"text": "(.+?)", "number": r"(-?\d+(?:[.,]\d+)?)", "date": r"(\d{1,4}(?:[-._ ]?\d{1,4}){0,2})"}
_DAYS = ("date", "day", "datum", "дата")
_ADVICE = "Write it like {date}_{outlet}_{title}; {day:date} and {page:number} give kinds, {} is passed over."


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A pattern that was understood. fields: names and kinds of its variables, "" for what is passed over."""

    written: str
    fields: tuple[tuple[str, str], ...]
    shape: re.Pattern[str]

    def values(self, name: str) -> dict[str, str] | None:
        """The variables that a file's name gives, dates as ISO where they can mean one day only; None: no match."""
        for stem in dict.fromkeys((PurePath(name).stem, name)):
            if found := self.shape.fullmatch(stem):
                said = zip(self.fields, found.groups(), strict=True)
                return {field: _value(kind, text) for (field, kind), text in said if field and text.strip()}
        return None


def name_pattern(written: str) -> NamePattern:
    """The pattern. Raises SourceError for one without a field, with a field twice, or with an unknown kind."""
    fields: list[tuple[str, str]] = []
    shape, at = "", 0
    for match in _FIELD.finditer(written):
        name, _, kind = (part.strip() for part in match[1].partition(":"))
        kind = kind or ("date" if name.casefold() in _DAYS else "text")
        if kind not in _KINDS:
            raise SourceError(
                sentence("“{kind}” in the pattern is no kind of value.", kind=kind),
                sentence("Kinds are: {choices}.", choices=", ".join(_KINDS)),
            )
        if name and name.casefold() in {known.casefold() for known, _ in fields}:
            raise SourceError(sentence("The pattern names “{name}” twice.", name=name), _ADVICE)
        fields.append((name, kind))
        shape += re.escape(written[at : match.start()]) + _SHAPES[kind]
        at = match.end()
    rest = written[at:]
    if not any(name for name, _ in fields) or "{" in _FIELD.sub("", written) or "}" in _FIELD.sub("", written):
        raise SourceError(sentence("“{written}” is no pattern of file names.", written=written), _ADVICE)
    return NamePattern(written, tuple(fields), re.compile(shape + re.escape(rest), re.DOTALL))


def _value(kind: str, text: str) -> str:
    text = " ".join(text.split())
    if kind == "date":
        return iso_date(text) or text
    return text.replace(",", ".") if kind == "number" else text


_YEAR_FIRST = re.compile(r"(\d{4})[-._/ ]?(\d{2})(?:[-._/ ]?(\d{2}))?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-._/ ])(\d{1,2})\2(\d{4})")


def iso_date(text: str) -> str | None:
    """A date as 2025, 2025-03 or 2025-03-14; None for what is none, or could be two days.

    With points, as 03.04.2025, the day comes first; with other signs only where one number is above 12 or both are
    the same.
    """
    text = text.strip()
    if re.fullmatch(r"\d{4}", text):
        return text if 1000 <= int(text) <= 2999 else None
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "." or first > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    return None


def _day(year: int, month: int, day: int | None) -> str | None:
    try:
        found = date(year, month, day or 1)
    except ValueError:
        return None
    return found.isoformat() if day else f"{found:%Y-%m}"
