"""The codebook as a spreadsheet (.csv, .xlsx) read: a row a code, every mistake told with its row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TypeVar

from coder.errors import CodebookError, SourceError
from coder.exchange.codebook_cells import (
    ABOUT,
    ABOUT_COLUMNS,
    CALLED,
    CODE_COLUMNS,
    FALSE,
    QUALIFIER_COLUMNS,
    QUALIFIERS,
    TRUE,
    name_of,
    path_of,
    texts_of,
)  # fmt: skip
from coder.exchange.codebook_checks import check_color, check_id, check_key, check_twins, check_whole
from coder.exchange.codebook_parts import (
    KINDS,
    KINDS_WITH_VALUES,
    MAX_DEPTH,
    SCOPES,
    STATES,
    Codebook,
    CodeEntry,
    QualifierEntry,
)  # fmt: skip
from coder.exchange.yaml_nodes import Mistakes
from coder.formulas import bare
from coder.identity import same_name
from coder.importers.sheets import sheets_of
from coder.importers.tables import read_rows
from coder.sentences import sentence

_T = TypeVar("_T")
Rows = Sequence[tuple[int, Sequence[str]]]  # number in the file, cells


def read_csv(data: bytes, name: str) -> Codebook:
    """The codes of a .csv. name: the file's, for the messages. Raises CodebookError with every mistake in it."""
    rows = [(n, [bare(cell) for cell in row]) for n, row in enumerate(_rows(read_rows, data), 1)]
    return _Reader(name).read(rows, [], [])


def read_xlsx(data: bytes, name: str) -> Codebook:
    """The codebook in a workbook: the first sheet in sight with a column of codes, and its sheet of qualifiers.

    Raises CodebookError with every mistake in it.
    """
    sheets = _rows(sheets_of, data)
    by_title = {same_name(sheet.title): sheet.rows for sheet in sheets}
    about, qualifiers = by_title.get(ABOUT, []), by_title.get(QUALIFIERS, [])
    shown = [s.rows for s in sheets if not s.hidden and same_name(s.title) not in (ABOUT, QUALIFIERS) and s.rows]
    codes = next((rows for rows in shown if "code" in _columns(rows[0][1], ("code",))), shown[0] if shown else [])
    return _Reader(name).read(codes, qualifiers, about)


def _rows(reader: Callable[[bytes], _T], data: bytes) -> _T:
    try:
        return reader(data)
    except SourceError as error:
        raise CodebookError(error.message, error.advice or "Save it as .xlsx once more, and load that.") from error


def _columns(header: Sequence[str], known: Sequence[str]) -> dict[str, int]:
    """The places of the known columns, whatever their order and language."""
    found: dict[str, int] = {}
    for at, heading in enumerate(header):
        for column in known:
            if same_name(heading.replace("_", " ")) in CALLED[column]:
                found.setdefault(column, at)
    return found


class _Cells:
    """The cells of one row by the names of their columns."""

    def __init__(self, row: int, cells: Sequence[str], columns: dict[str, int], mistakes: Mistakes) -> None:
        self.row, self._cells, self._columns, self.mistakes = row, cells, columns, mistakes

    def text(self, column: str) -> str:
        """What stands there; "" where there is nothing but blanks."""
        at = self._columns.get(column)
        cell = self._cells[at] if at is not None and at < len(self._cells) else ""
        return cell if cell.strip() else ""

    def word(self, column: str) -> str:
        return self.text(column).strip()

    def choice(self, column: str, among: tuple[str, ...], default: str) -> str:
        word = self.word(column)
        if not word or word.casefold() in among:
            return word.casefold() or default
        words = sentence(
            "“{word}” is no {key}; it must be {others} or {last}",
            word=word, key=column, others=", ".join(among[:-1]), last=among[-1],
        )  # fmt: skip
        self.mistakes.add(self.row, words)
        return default

    def truth(self, column: str) -> bool:
        word = self.word(column).casefold()
        if word not in (*TRUE, *FALSE):
            words = sentence("“{word}” under “{column}” must be yes or no", word=word, column=column)
            self.mistakes.add(self.row, words)
        return word in TRUE

    def id(self) -> str | None:
        written = self.word("id")
        check_id(written, self.row, self.mistakes)
        return written or None


@dataclass(slots=True)
class _Node:
    """A code with what stands below it. made: only because codes below it name it."""

    entry: CodeEntry
    made: bool = False
    below: list[_Node] = field(default_factory=list)


class _Reader:
    def __init__(self, name: str) -> None:
        self._codes_wrong = Mistakes(name, rows=True)
        self._others_wrong = Mistakes(f"{name} ({QUALIFIERS})", rows=True)

    def read(self, codes: Rows, qualifiers: Rows, about: Rows) -> Codebook:
        title = description = ""
        if len(about) > 1:
            cells = _Cells(about[1][0], about[1][1], _columns(about[0][1], ABOUT_COLUMNS), self._codes_wrong)
            title, description = cells.word("title"), cells.text("description")
        entries = _depth_first(self._codes(codes))
        found = [self._qualifier(cells) for cells in self._cells(qualifiers, QUALIFIER_COLUMNS, self._others_wrong)]
        self._check_siblings(entries)
        check_whole(entries, (), self._codes_wrong)
        check_whole((), found, self._others_wrong)
        self._codes_wrong.raise_any(self._others_wrong)
        return Codebook(title, description, entries, tuple(found))

    def _cells(self, rows: Rows, columns: Sequence[str], mistakes: Mistakes) -> list[_Cells]:
        """The rows below the header, blank ones passed over."""
        filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
        if not filled:
            return []
        number, header = filled[0]
        found = _columns(header, columns)
        if columns[0] not in found:
            words = sentence("the first row must name the columns; there is none called “{column}”", column=columns[0])
            mistakes.add(number, words)
            return []
        for at, heading in enumerate(header):
            near = get_close_matches(same_name(heading), columns, n=1, cutoff=0.8)
            if at not in found.values() and near and near[0] not in found:
                words = sentence("“{heading}” is no column of a codebook; did you mean “{near}”?",
                                 heading=heading, near=near[0])  # fmt: skip
                mistakes.add(number, words)
        return [_Cells(number, cells, found, mistakes) for number, cells in filled[1:]]

    def _codes(self, rows: Rows) -> list[CodeEntry]:
        """An entry for each row that names a code."""
        lines = self._cells(rows, (*CODE_COLUMNS, "parent"), self._codes_wrong)
        if not rows:
            self._codes_wrong.add(1, sentence("there is no table of codes in the file"))
        called: dict[str, list[_Cells]] = {}
        for cells in lines:
            called.setdefault(same_name(cells.word("code")), []).append(cells)
        found = []
        for cells in lines:
            path = self._path(cells, called)
            if not path or "" in path:
                self._codes_wrong.add(cells.row, sentence("the row names no code, or one level of its path is empty"))
            elif len(path) > MAX_DEPTH:
                words = sentence("codes may stand {n} levels deep, not deeper", n=MAX_DEPTH)
                self._codes_wrong.add(cells.row, words)
            else:
                found.append(_entry(cells, path))
        return found

    def _path(self, cells: _Cells, called: dict[str, list[_Cells]]) -> tuple[str, ...]:
        """The path that a row gives: in one cell, or by the names of parents that are rows themselves."""
        path, at = _own_path(cells), cells
        while (parent := at.word("parent")) and len(path) <= MAX_DEPTH:  # else they stand in a circle
            above = [row for row in called.get(same_name(parent), []) if row is not at]
            if len(above) > 1:
                words = sentence("several codes are called “{parent}”; write the parent's whole path", parent=parent)
                self._codes_wrong.add(cells.row, words)
                return path
            if not above:
                return path_of(parent) + path
            at = above[0]
            path = _own_path(at) + path
        return path

    def _qualifier(self, cells: _Cells) -> QualifierEntry:
        name, values = cells.word("name"), texts_of(cells.text("values"))
        owner = sentence("the qualifier “{name}”", name=name)
        kind = cells.choice("kind", KINDS, "choice" if values else "text")
        if not name:
            self._others_wrong.add(cells.row, sentence("the row names no qualifier"))
        if kind in KINDS_WITH_VALUES and not values:
            words = sentence("{owner}, of kind {kind}, has no “values”", owner=owner, kind=kind)
            self._others_wrong.add(cells.row, words)
        if kind not in KINDS_WITH_VALUES and values:
            words = sentence("{owner} has values, but its kind is {kind}", owner=owner, kind=kind)
            self._others_wrong.add(cells.row, words)
        if len({same_name(value) for value in values}) < len(values):
            self._others_wrong.add(cells.row, sentence("{owner} has one value twice", owner=owner))
        return QualifierEntry(name, kind, values, cells.text("definition"), cells.id(), cells.row)

    def _check_siblings(self, entries: Sequence[CodeEntry]) -> None:
        by_parent: dict[tuple[str, ...], list[CodeEntry]] = {}
        for entry in entries:
            by_parent.setdefault(entry.path[:-1], []).append(entry)
        for siblings in by_parent.values():
            check_twins(((same_name(entry.name), entry) for entry in siblings), self._codes_wrong)


def _own_path(cells: _Cells) -> tuple[str, ...]:
    """What a row itself says: the whole path, or the name alone where another column has the parent."""
    code = cells.word("code")
    return (name_of(code),) if cells.word("parent") else path_of(code)


def _entry(cells: _Cells, path: tuple[str, ...]) -> CodeEntry:
    color, key = cells.word("color"), cells.word("key")
    check_color(color, cells.row, cells.mistakes)
    check_key(key, cells.row, cells.mistakes)
    return CodeEntry(
        path,
        definition=cells.text("definition"),
        include=cells.text("include"),
        exclude=cells.text("exclude"),
        examples=texts_of(cells.text("examples")),
        color=color,
        key=key,
        scope=cells.choice("scope", SCOPES, "passage"),
        exclusive=cells.truth("exclusive"),
        state=cells.choice("state", STATES, "open"),
        id=cells.id(),
        line=cells.row,
    )


def _depth_first(entries: Sequence[CodeEntry]) -> tuple[CodeEntry, ...]:
    """The codes in the order of their rows, each below its parent; parents that no row names are made."""
    top: list[_Node] = []
    nodes: dict[tuple[str, ...], _Node] = {}
    for entry in entries:
        siblings = top
        keys = tuple(same_name(name) for name in entry.path)
        for depth in range(1, len(keys)):
            if keys[:depth] not in nodes:
                node = nodes[keys[:depth]] = _Node(CodeEntry(entry.path[:depth], line=entry.line), made=True)
                siblings.append(node)
            siblings = nodes[keys[:depth]].below
        if keys in nodes and nodes[keys].made:
            nodes[keys].entry, nodes[keys].made = entry, False
        else:
            nodes[keys] = _Node(entry)
            siblings.append(nodes[keys])
    found: list[CodeEntry] = []
    waiting: list[tuple[_Node, tuple[str, ...]]] = [(node, ()) for node in reversed(top)]
    while waiting:
        node, above = waiting.pop()
        path = (*above, node.entry.name)
        found.append(replace(node.entry, path=path))
        waiting += [(below, path) for below in reversed(node.below)]
    return tuple(found)
