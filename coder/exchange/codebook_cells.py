"""How a codebook stands in the cells of a table: headings, paths of codes, several texts in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable

CODES, QUALIFIERS, ABOUT = "codes", "qualifiers", "about"  # the sheets
CODE_COLUMNS = (
    "code", "definition", "include", "exclude", "examples", "color", "key", "scope", "exclusive", "state", "id",
)  # fmt: skip
QUALIFIER_COLUMNS = ("name", "kind", "values", "definition", "id")
ABOUT_COLUMNS = ("title", "description")
# What a heading may be called in tables made by hand or by other programs.
CALLED = {
    "code": ("code", "path", "code path", "name", "tag", "код", "название", "имя", "путь", "путь кода"),
    "parent": ("parent", "parent code", "родитель", "родительский код", "выше"),
    "definition": ("definition", "description", "memo", "определение", "описание"),
    "include": ("include", "inclusion", "включать", "включение", "когда ставить"),
    "exclude": ("exclude", "exclusion", "исключать", "исключение", "когда не ставить"),
    "examples": ("examples", "example", "примеры", "пример"),
    "color": ("color", "colour", "цвет"),
    "key": ("key", "клавиша", "ключ"),
    "scope": ("scope", "область"),
    "exclusive": ("exclusive", "исключающие", "исключают друг друга"),
    "state": ("state", "состояние"),
    "id": ("id", "guid", "code id", "ид"),
    "name": ("name", "название", "имя"),
    "kind": ("kind", "вид"),
    "values": ("values", "значения"),
    "title": ("title", "название"),
    "description": ("description", "описание"),
}
TRUE, FALSE = ("yes", "true", "1", "да"), ("", "no", "false", "0", "нет")
_BETWEEN = re.compile(r"(?<=\s)>(?=\s)")
_ALONE = re.compile(r"(?<!\S)(\\*)>(?!\S)")  # a > in a name that would part it
_ESCAPED = re.compile(r"(?<!\S)\\(\\*)>(?!\S)")
_GOES_ON = "↵"  # at the end of a line: the text has a line break here


def path_cell(path: Iterable[str]) -> str:
    """“Actor > Provinces”; a > that stands alone within a name gets a \\ before it. `path_of` reads it back."""
    return " > ".join(_ALONE.sub(r"\\\1>", name) for name in path)


def path_of(cell: str) -> tuple[str, ...]:
    """The names of a path, top down, without blanks outside; an empty one is "" in it."""
    return tuple(name_of(part) for part in _BETWEEN.split(cell.strip()))


def name_of(part: str) -> str:
    """One name, as it is without the \\ before a > of its own."""
    return _ESCAPED.sub(r"\1>", part.strip())


def texts_cell(texts: Iterable[str]) -> str:
    """Texts one a line; where one has a line break of its own, the line ends in ↵."""
    lines = []
    for text in texts:
        *parts, last = [_doubled(line) for line in text.split("\n")]
        lines += [*(part + _GOES_ON for part in parts), last]
    return "\n".join(lines)


def texts_of(cell: str) -> tuple[str, ...]:
    """The texts of a cell; lines with nothing on them are passed over."""
    found: list[str] = []
    begun: list[str] = []
    open_ = False
    for line in cell.split("\n"):
        signs = len(line) - len(line.rstrip(_GOES_ON))
        begun.append(line[: len(line) - signs] + _GOES_ON * (signs // 2))
        open_ = signs % 2 == 1
        if not open_:
            found.append("\n".join(begun))
            begun = []
    if open_:
        found.append("\n".join(begun))
    return tuple(text for text in found if text.strip())


def _doubled(line: str) -> str:
    signs = len(line) - len(line.rstrip(_GOES_ON))
    return line + _GOES_ON * signs
