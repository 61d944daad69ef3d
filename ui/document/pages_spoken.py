"""The pages of a PDF for who does not see them: where the reader is, what is selected, which segments stand there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from ui.document.pages import PageView

_LONGEST = 300  # characters of a selection that are told


class SpokenPages(QAccessibleWidget):
    """A document, and no mere frame: its name is the view's, its value where the reader is."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, QAccessible.Role.Document)

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Value:
            view = self.object()
            return view.accessibleDescription() if isinstance(view, QWidget) else ""
        return super().text(kind)


def _spoken(kind: str, thing: QObject) -> QAccessibleInterface | None:
    return SpokenPages(thing) if kind == "PageView" and isinstance(thing, QWidget) else None


@cache
def be_heard() -> None:
    """From now on a view of pages is told as a document. Qt keeps what makes it, so it is said once."""
    QAccessible.installFactory(_spoken)


def words_where(view: PageView) -> str:
    """The page of the caret, what is selected on it, and the segments that the caret stands in."""
    surface, span = view.surface, view.surface.selection()
    caret = surface.caret()
    parts = [page_words(page, view.pages)] if (page := view.page_of_caret()) is not None else []
    if span is not None:
        quote = " ".join(span.quote(surface.text).split())
        words = QCoreApplication.translate("PageView", "selected: “{words}”")
        parts.append(words.format(words=quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rstrip()}…"))
    here = surface.index.at(caret if span is None else span.start)
    parts += [surface.index[n].path or surface.index[n].name for n in here]
    return "; ".join(parts)


def page_words(page: int, pages: int) -> str:
    """A page, counted from 0, as it is told."""
    words = QCoreApplication.translate("PageView", "Page {page} of {all}")
    return words.format(page=page + 1, all=pages)
