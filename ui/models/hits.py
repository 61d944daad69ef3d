"""Search hits as lines of a list: by document under its name, or sorted by the words before or after; with ticks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from coder.search.finding import Hit

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
ORDERS = ("document", "before", "after")


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """The name over the hits of a document. shown: hits below it; all: hits in the document."""

    document_id: UUID
    name: str
    shown: int
    all: int


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit; place: in the list as it was given. aside: words said beside it."""

    hit: Hit
    place: int
    aside: str = ""


Line = DocumentLine | HitLine


class HitsModel(QAbstractListModel):
    """Lines as they are shown. ticked(): a tick was set or taken away.

    say: the words of a document's line, for the list and for screen readers.
    """

    ticked = Signal()

    def __init__(self, say: Callable[[DocumentLine], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._lines: list[Line] = []
        self._hits: list[HitLine] = []
        self._places: dict[UUID, list[int]] = {}  # of the hits of each document
        self._counts: Mapping[UUID, int] = {}
        self._ticks: list[bool] | None = None
        self.order = "document"

    def replace(
        self,
        hits: Sequence[Hit],
        counts: Mapping[UUID, int] | None = None,
        *,
        ticks: Sequence[bool] | None = None,
        aside: Sequence[str] = (),
    ) -> None:
        """New hits, by document and place. counts: of all hits in each document. ticks: whether each is ticked."""
        self._hits = [HitLine(hit, n, aside[n] if aside else "") for n, hit in enumerate(hits)]
        self._places = {}
        for line in self._hits:
            self._places.setdefault(line.hit.document_id, []).append(line.place)
        self._counts = counts or {}
        self._ticks = list(ticks) if ticks is not None else None
        self._arrange()

    def sort_by(self, order: str) -> None:
        """One of ORDERS."""
        self.order = order
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        if self.order == "document":
            self._lines = list(self._grouped())
        else:
            key = _words_before if self.order == "before" else _words_after
            self._lines = sorted(self._hits, key=key)
        self.endResetModel()

    def _grouped(self) -> Iterator[Line]:
        for document, group in groupby(self._hits, key=lambda line: line.hit.document_id):
            lines = list(group)
            yield DocumentLine(document, lines[0].hit.document, len(lines), self._counts.get(document, len(lines)))
            yield from lines

    # what is asked of it

    @property
    def hits(self) -> list[HitLine]:
        """All hits, as given."""
        return self._hits

    def line(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def hit_lines(self) -> list[HitLine]:
        """The hits from top to bottom."""
        return [line for line in self._lines if isinstance(line, HitLine)]

    def ticked_places(self) -> list[int]:
        """The places of all ticked hits, as given."""
        return [n for n, tick in enumerate(self._ticks or ()) if tick]

    def tick_all(self, on: bool) -> None:
        if self._ticks is not None:
            self._ticks = [on] * len(self._ticks)
            self._tell(0, len(self._lines) - 1)

    def toggle(self, row: int) -> None:
        """Turns the tick of a hit, or those of all hits of a document."""
        line = self.line(row)
        if self._ticks is None or line is None:
            return
        if isinstance(line, HitLine):
            self._ticks[line.place] = not self._ticks[line.place]
            self._tell(row, row)
        else:
            places = self._places[line.document_id]
            on = not all(self._ticks[place] for place in places)
            for place in places:
                self._ticks[place] = on
            self._tell(row, row + len(places))

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        self.ticked.emit()

    # for Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick_of(line)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, DocumentLine):
                return self._say(line)
            hit = line.hit
            return " ".join(f"{hit.before}{hit.words}{hit.after}".split())
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, HitLine):
            return line.hit.document if self.order != "document" else line.aside
        return None

    def _tick_of(self, line: Line) -> Qt.CheckState | None:
        if self._ticks is None:
            return None
        if isinstance(line, HitLine):
            return Qt.CheckState.Checked if self._ticks[line.place] else Qt.CheckState.Unchecked
        there = {self._ticks[place] for place in self._places[line.document_id]}
        if len(there) == 2:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if True in there else Qt.CheckState.Unchecked

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row()) if index.isValid() else None
        if line is None or (isinstance(line, DocumentLine) and self._ticks is None):
            return Qt.ItemFlag.NoItemFlags  # the keys pass over it
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _words_before(line: HitLine) -> tuple[list[str], int]:
    return [word.casefold() for word in reversed(line.hit.before.split())], line.place


def _words_after(line: HitLine) -> tuple[list[str], int]:
    return [word.casefold() for word in line.hit.after.split()], line.place


def as_table(lines: Sequence[HitLine], headings: Sequence[str]) -> str:
    """Hits with their context, tab-separated: document, start, end, before, words, after."""
    rows = [list(headings)]
    for line in lines:
        hit = line.hit
        rows.append([hit.document, str(hit.span.start), str(hit.span.end), hit.before, hit.words, hit.after])
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
