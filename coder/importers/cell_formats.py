"""Numbers in a workbook's cells as a person sees them there: 25%, 09:05, 2020-02-03, 00042.

Dates are written as ISO dates and numbers without grouping, whatever the workbook's own language; nothing is rounded
away that is stored. Source of the codes: ECMA-376, part 1, 18.8.30 and 18.8.31.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Kind = Literal["number", "percent", "date", "moment", "time", "duration", "padded"]

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.')
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_SECONDS_A_DAY = 86_400
_LAST_DAY = 2_958_466  # the day after 9999-12-31
_NO_LEAP_DAY = 60  # Excel's 1900-02-29; days before it are counted from one day later


@dataclass(frozen=True, slots=True)
class Format:
    """How a number is shown. digits: of a padded whole number such as 00042."""

    kind: Kind = "number"
    digits: int = 0


NUMBER = Format()
_BUILT_IN: dict[int, Format] = {
    **dict.fromkeys((9, 10), Format("percent")),
    **dict.fromkeys((*range(14, 18), *range(27, 37), *range(50, 59)), Format("date")),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), Format("time")),
    22: Format("moment"),
    46: Format("duration"),
}


def built_in(number: int) -> Format:
    """The format of a number that the standard knows by itself."""
    return _BUILT_IN.get(number, NUMBER)


def format_of(code: str) -> Format:
    """What a format code such as “dd.mm.yyyy” or “0.0%” makes of a number; its first section decides."""
    bare = _QUOTED.sub("", code[:500])
    if _ELAPSED.search(bare):
        return Format("duration")
    bare = _IN_BRACKETS.sub("", bare).split(";")[0].strip().lower()
    if "%" in bare:
        return Format("percent")
    if re.fullmatch("0{2,}", bare):
        return Format("padded", min(len(bare), 50))
    bare = bare.replace("general", "").replace("am/pm", "h").replace("a/p", "h")
    if "e+" in bare or "e-" in bare:
        return NUMBER
    clock = "h" in bare or "s" in bare
    day = "d" in bare or "y" in bare or ("m" in bare and not clock)
    if day:
        return Format("moment" if clock else "date")
    return Format("time") if clock else NUMBER


def shown(value: float, format_: Format, *, from_1904: bool = False) -> str:
    """A stored number as its format shows it; where that is no day or time, the number itself."""
    if value != value or abs(value) == float("inf"):
        return str(value)
    match format_.kind:
        case "percent":
            return f"{number(float(f'{value * 100:.13g}'))}%"
        case "padded" if value.is_integer() and value >= 0:
            return f"{int(value):0{format_.digits}}"
        case "date" | "moment" if 1 <= value < _LAST_DAY or (from_1904 and 0 <= value < _LAST_DAY - 1462):
            return _moment(value, from_1904=from_1904, with_time=format_.kind == "moment")
        case "time" | "moment" if 0 <= value < 1:
            return clock(round(value * _SECONDS_A_DAY) % _SECONDS_A_DAY)
        case "time" if 1 <= value < _LAST_DAY:
            return clock(round(value % 1 * _SECONDS_A_DAY) % _SECONDS_A_DAY)
        case "duration" if 0 <= value < _LAST_DAY:
            return clock(round(value * _SECONDS_A_DAY))
        case _:
            return number(value)


def number(value: float) -> str:
    """A number as a spreadsheet writes it: whole ones without a point, others with up to 15 digits."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def clock(seconds: int) -> str:
    """Hours and minutes, 09:05; seconds where there are some; hours go on above 24."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest:02}" if rest else f"{hours:02}:{minutes:02}"


def day_and_time(moment: datetime) -> str:
    """2020-02-03, or 2020-02-03 09:05 where it is not midnight."""
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return f"{moment.date().isoformat()} {clock(seconds)}" if seconds else moment.date().isoformat()


def _moment(value: float, *, from_1904: bool, with_time: bool) -> str:
    if from_1904:
        first = datetime(1904, 1, 1)
    else:
        first = datetime(1899, 12, 31) if value < _NO_LEAP_DAY else datetime(1899, 12, 30)
    days, part = divmod(value, 1)
    found = first + timedelta(days=days, seconds=round(part * _SECONDS_A_DAY))
    return day_and_time(found) if with_time else (first + timedelta(days=days)).date().isoformat()
