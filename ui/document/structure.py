"""The structure kept at import, shown by size, weight, slant and rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from ui.document.display import DisplayMap
from ui.theme import Theme

_HEADING = {1: 1.5, 2: 1.28, 3: 1.14}  # times the size of the text


class StructureMark(Protocol):
    """What an importer says of a passage; positions are code points."""

    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> str: ...


def dress(document: QTextDocument, marks: Iterable[StructureMark], shown: DisplayMap, theme: Theme) -> None:
    """Give the passages of a document their weight and slant. Marks of other kinds change nothing here."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for mark in marks:
        if (form := _format(mark, document.defaultFont(), theme)) is not None and mark.start < mark.end:
            cursor.setPosition(shown.to_qt(mark.start))
            cursor.setPosition(shown.end_to_qt(mark.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)
    cursor.endEditBlock()


def pages(marks: Iterable[StructureMark]) -> list[tuple[int, str]]:
    """Where pages begin, and their numbers, in order."""
    return sorted((mark.start, mark.value) for mark in marks if mark.kind == "page")


def _format(mark: StructureMark, font: QFont, theme: Theme) -> QTextCharFormat | None:
    form = QTextCharFormat()
    match mark.kind:
        case "heading":
            level = int(mark.value) if mark.value.isdigit() else 2
            form.setFontPointSize(font.pointSizeF() * _HEADING.get(level, 1.06))
            form.setFontWeight(QFont.Weight.Bold)
        case "bold" | "speaker":
            form.setFontWeight(QFont.Weight.Bold)
        case "italic":
            form.setFontItalic(True)
        case "quote":
            form.setFontItalic(True)
            form.setForeground(theme.colors.muted)
        case "code":
            form.setFontFixedPitch(True)
            form.setFontFamilies(["DejaVu Sans Mono", "Consolas", "Menlo", "monospace"])
        case _:
            return None
    return form
