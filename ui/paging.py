"""Documents that were PDFs shown as their pages: the switch, and pages drawn on a worker when they come into sight."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from coder.documents import living_document, original_of
from coder.errors import CoderError
from ui.keymap import tip
from ui.tasks import Tasks, Tick

if TYPE_CHECKING:
    from coder.importers.pdf_pages import PageBoxes, PageMap, PagePicture, Pages
    from ui.room import Room


@dataclass(frozen=True, slots=True)
class _Opened:
    pages: Pages
    places: PageMap | None


@dataclass(frozen=True, slots=True)
class _Drawn:
    page: int
    width: int
    picture: PagePicture
    boxes: PageBoxes | None


class Paging(QObject):
    """Pages on the desk. wanted: whether the reader asked for pages; it stays so from document to document."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self._workspace, self._desk, self._reading = room.workspace, room.desk, room.reading
        self._commands = room.commands
        self._view = room.desk.pages
        self._tasks = Tasks(self)  # its own: pages are drawn while an import runs
        self._document: UUID | None = None
        self._opened: _Opened | None = None
        self.wanted = False
        self.possible = False
        self._desk.as_pages.toggled.connect(self.want)
        tip(self._desk.as_pages, self.tr("Show the document as its pages"), "pages")
        self._reading.document_shown.connect(self._on_document)
        self._reading.segments_here.connect(self._on_segments)
        self._view.page_wanted.connect(self._draw)
        self._view.page_reached.connect(self._tell_page)
        self._tasks.failed.connect(self._on_failed)
        self._workspace.closed.connect(self._close)
        room.commands.bind(pages=self.want)

    # the switch

    def want(self, shown: bool) -> None:
        """Show pages where there are any, or the text."""
        self.wanted = shown
        self._desk.as_pages.setChecked(shown)
        self._commands.check({"pages": shown})
        if not self.possible:
            return
        if shown and self._opened is None:
            self._open()
        else:
            self._desk.show_pages(shown)
            self._tell_page()

    @Slot(object)
    def _on_document(self, document: UUID | None) -> None:
        self._close()
        self._document = document
        self.possible = document is not None and self._workspace.ask(living_document, document).format == "pdf"
        self._desk.as_pages.setVisible(self.possible)
        if self.possible and self.wanted:
            self._open()
        self._room.tell_state()

    def _on_segments(self, *_: object) -> None:
        self._view.refresh()

    # the file

    def _open(self) -> None:
        data = self._workspace.ask(original_of, self._document)
        if data is None:
            self._desk.tell(
                self.tr("The PDF itself is not in this project."),
                self.tr("It was handed out without originals; the text is complete."),
            )
            self._set_back()
            return
        text = self._desk.surface.text
        self._tasks.run(self.tr("Reading the pages"), partial(_opened, data, text), self._show)

    def _show(self, opened: _Opened) -> None:
        if not self.wanted:
            opened.pages.close()
            return
        self._opened = opened
        if opened.places is None:
            self._desk.tell(
                self.tr("The segments cannot be shown on these pages."),
                self.tr("The text was recognised from pictures or changed since it was imported. Code it as text."),
            )
        self._desk.show_pages(True)
        self._view.show_pages(opened.pages.sizes, opened.places)
        self._tell_page()

    @Slot(int)
    def _tell_page(self, _page: int = 0) -> None:
        """The switch says which page is in the middle."""
        page, there = self._view.page_in_middle(), self._opened
        if there is None or page is None or not self._desk.shows_pages:
            self._desk.as_pages.setText(self.tr("Pages"))
        else:
            self._desk.as_pages.setText(self.tr("Page {page} of {all}").format(page=page + 1, all=len(there.pages)))

    @Slot(int, int)
    def _draw(self, page: int, width: int) -> None:
        if self._opened is None:
            return
        work = partial(_drawn, self._opened, page, width)
        self._tasks.run(self.tr("Drawing a page"), work, self._put)  # if busy: the view asks again after each page

    def _put(self, drawn: _Drawn) -> None:
        self._view.set_page(drawn.page, drawn.width, drawn.picture, drawn.boxes)

    @Slot(object)
    def _on_failed(self, error: CoderError) -> None:
        self._workspace.failed.emit(error)
        self._set_back()

    def _set_back(self) -> None:
        self.want(False)

    def _close(self) -> None:
        self._tasks.finish()
        opened, self._opened = self._opened, None
        self.possible = False
        self._view.clear()
        self._tell_page()
        if opened is not None:
            opened.pages.close()


def _opened(data: bytes, text: str, tick: Tick) -> _Opened:
    from coder.importers.pdf_pages import Pages, page_map  # the PDF library is loaded by who looks at pages only

    places = page_map(data, text, tick)
    return _Opened(Pages(data), places)


def _drawn(opened: _Opened, page: int, width: int, _tick: Any) -> _Drawn:
    boxes = opened.pages.boxes(page, opened.places) if opened.places is not None else None
    return _Drawn(page, width, opened.pages.picture(page, width), boxes)
