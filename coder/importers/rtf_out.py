"""What a Rich Text file says, put together: paragraphs, rows of tables, notes behind the text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from coder.importers.source import Mark, Reading, TextBuilder

_NO_OUTLINE = 9


@dataclass(slots=True)
class _Flow:
    """One run of paragraphs: the document's own, or a note's."""

    out: TextBuilder = field(default_factory=TextBuilder)
    emphasis: list[Mark] = field(default_factory=list)  # of the paragraph; a heading's says nothing
    start: int = 0
    outline: int = _NO_OUTLINE
    listed: bool = False  # a level alone makes no list: many programs write level 0 everywhere
    list_level: int = 0
    in_table: bool = False
    table_start: int | None = None
    row_start: int | None = None
    cell_start: int = 0
    owes_tab: bool = False


@dataclass(slots=True)
class RtfOut:
    """Takes words and what lies between them, in the file's order."""

    flow: _Flow = field(default_factory=_Flow)
    waiting: list[_Flow] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, _Flow]] = field(default_factory=list)
    comments: bool = False

    def add(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        if not text:
            return
        flow = self.flow
        self._before_words()
        start = flow.out.length
        flow.out.add(text)
        for kind, on in (("bold", bold), ("italic", italic)):
            if on:
                flow.emphasis.append(Mark(kind, start, flow.out.length))

    def _before_words(self) -> None:
        flow = self.flow
        if flow.owes_tab:
            self._next_cell()
        if flow.in_table and flow.row_start is None:
            self._open_row()
        elif not flow.in_table and flow.row_start is None and flow.table_start is not None:
            flow.out.mark("table", flow.table_start)
            flow.table_start = None

    def _open_row(self) -> None:
        flow = self.flow
        flow.out.line()
        flow.row_start = flow.cell_start = flow.start = flow.out.length
        if flow.table_start is None:
            flow.table_start = flow.row_start

    def _next_cell(self) -> None:
        flow = self.flow
        flow.out.add("\t")
        flow.cell_start = flow.start = flow.out.length
        flow.owes_tab = False

    def _close_paragraph(self) -> None:
        """Marks what the paragraph is."""
        flow = self.flow
        if flow.outline < _NO_OUTLINE:
            flow.out.mark("heading", flow.start, str(flow.outline + 1))
        else:
            flow.out.adopt(flow.emphasis, 0)
            if flow.listed:
                flow.out.mark("list", flow.start, str(flow.list_level + 1))
        flow.emphasis = []

    def paragraph_end(self) -> None:
        self._close_paragraph()
        flow = self.flow
        if flow.owes_tab:
            self._next_cell()
        if flow.out.length or self.waiting:
            flow.out.add("\n")
        flow.start = flow.out.length

    def layout(self, word: str, value: int | None) -> None:
        """What a control word says of paragraph and table; others are passed over."""
        flow = self.flow
        match word:
            case "pard":
                flow.outline, flow.listed, flow.list_level, flow.in_table = _NO_OUTLINE, False, 0, False
            case "intbl":
                flow.in_table = True
            case "outlinelevel":
                flow.outline = min(max(0, value or 0), _NO_OUTLINE)
            case "ls":
                flow.listed = bool(value)
            case "ilvl":
                flow.list_level = min(max(0, value or 0), 99)
            case "cell" | "nestcell":
                self._cell_end()
            case "row" | "nestrow":
                self._row_end()
            case _:
                pass

    def _cell_end(self) -> None:
        flow = self.flow
        if flow.owes_tab:
            self._next_cell()
        if flow.row_start is None:
            self._open_row()
        self._close_paragraph()
        flow.out.mark("cell", flow.cell_start)
        flow.owes_tab = True

    def _row_end(self) -> None:
        flow = self.flow
        flow.owes_tab = False
        self._close_paragraph()
        if flow.row_start is not None:
            flow.out.mark("row", flow.row_start)
            flow.out.add("\n")
        flow.row_start = None
        flow.start = flow.out.length

    def open_note(self, *, ends: bool) -> None:
        """A note begins here; its place bears its number, and its words go behind the text."""
        prefix = "e" if ends else ""
        self.numbers[prefix] += 1
        label = f"{prefix}{self.numbers[prefix]}"
        self.add(f"[{label}]")
        self.waiting.append(self.flow)
        self.flow = _Flow()
        self.notes.append((label, self.flow))

    def close_note(self) -> None:
        if self.waiting:
            self._finish()
            self.flow = self.waiting.pop()

    def _finish(self) -> None:
        flow = self.flow
        self._close_paragraph()
        if flow.row_start is not None:
            flow.out.mark("row", flow.row_start)
        if flow.table_start is not None:
            flow.out.mark("table", flow.table_start)

    def end(self) -> None:
        """The file ends, maybe in the middle of a note."""
        while self.waiting:
            self.close_note()
        self._finish()

    def reading(self) -> Reading:
        """The text with its notes behind it."""
        out = self.flow.out
        for label, flow in sorted(self.notes, key=lambda note: note[0].startswith("e")):
            note = flow.out.reading()
            words = note.text.lstrip()
            out.line()
            start = out.length
            out.add(f"[{label}] ")
            out.adopt(note.marks, out.length - (len(note.text) - len(words)))
            out.add(words)
            out.mark("note", start, label)
        return out.reading()
