"""Coded segments as a list: of this document or of all, filtered, sorted, walked, copied as a table."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QVBoxLayout, QWidget

from coder.assignments import kept_apart
from coder.code_tree import qualifiers_of
from coder.memos import in_one_line
from coder.models import Assignment, Code, Coder, Coding, Document, Qualifier
from coder.segment_list import Segments, ShownSegment, shown_segments
from ui.models.table import Column, TableModel, swatch
from ui.theme import Theme
from ui.widgets.later import Later
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.menus import passing_menu
from ui.widgets.words import counted
from ui.workspace import Workspace

_AFTER_PAINT = 60  # ms; the rows that an act changed come in before


class SegmentsPanel(QWidget):
    """segment_chosen(ShownSegment): to be shown on the desk. remove_wanted(list of ids)."""

    segment_chosen = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._document: UUID | None = None
        # a document's, where they are read already; whether the coder's own are enough
        self.at_hand: Callable[[UUID, bool], Segments | None] = lambda _document, _own: None
        self._segments: Segments | None = None
        self._codes: frozenset[UUID] | None = None  # these alone, in all documents
        self._kept: frozenset[UUID] = frozenset()  # documents in which others' segments are kept back
        self._stale = True
        self._names: tuple[str, ...] | None = None
        self._icons: dict[str, QIcon] = {}
        self._wanted: UUID | None = None
        self._gathered: set[UUID] = set()  # segments that acts changed since the list last followed
        self._pause = Later(self._catch_up, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_PAINT)
        self._later.timeout.connect(self._follow)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._filter = FilterLine(self._theme, self.tr("Filter segments: words, code, coder"))
        self._count = QLabel()
        self._where = QComboBox()
        self._where.setAccessibleName(self.tr("Which documents"))
        self._where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._where.setMaximumWidth(self.fontMetrics().averageCharWidth() * 40)
        self._where.addItem(self.tr("This document"), "here")
        self._where.addItem(self.tr("All documents"), "all")
        self._model = TableModel(self._columns([]), lambda row: row.id, self)
        self.list = ListView(self._model, self._theme)
        self.list.setAccessibleName(self.tr("Coded segments"))
        self.list.set_words_when_empty(
            self.tr("Coded segments will stand here, one line each. Select a passage and press a code’s key, or Enter.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, self._count, self._where, theme=self._theme))
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.filter_by(self._filter)
        self._filter.textChanged.connect(self._tell_count)
        self._where.activated.connect(self._look_elsewhere)
        self.list.row_reached.connect(self._reached)
        self.list.row_chosen.connect(self.segment_chosen)
        self.list.clicked.connect(lambda _: self.segment_chosen.emit(self.list.current_row()))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self.refresh)
        self._workspace.coder_changed.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._theme.changed.connect(self._recolor)

    def _columns(self, qualifiers: list[tuple[str, UUID]]) -> list[Column]:
        first = [
            Column(self.tr("Document"), lambda s: s.document, name="document"),
            Column(self.tr("Code"), lambda s: " › ".join(s.path), icon=self._swatch),
            Column(self.tr("Coder"), lambda s: s.coder),
            Column(self.tr("Passage"), lambda s: s.quote or self.tr("(whole document)"), self._place),
        ]
        more = [
            Column(name[:1].upper() + name[1:], lambda s, q=q: str(s.qualifiers.get(q, ""))) for name, q in qualifiers
        ]
        return [*first, *more, Column(self.tr("Memo"), lambda s: in_one_line(s.memo))]

    @staticmethod
    def _place(segment: ShownSegment) -> tuple[str, int]:
        return segment.document, segment.span.start if segment.span else -1

    def _swatch(self, segment: ShownSegment) -> QIcon:
        if segment.color not in self._icons:
            color = self._theme.bar(segment.color).name()
            self._icons[segment.color] = swatch(color, self.fontMetrics().height(), self.devicePixelRatioF())
        return self._icons[segment.color]

    def _recolor(self) -> None:
        self._icons.clear()
        self.list.viewport().update()

    # showing

    def show_document(self, document: UUID | None) -> None:
        """What stands in this document, a moment later: the desk paints first."""
        self._document = document
        if self._where.currentData() == "here":
            self._stale = True
            self._later.start()

    def show_codes(self, codes: Collection[UUID], name: str) -> None:
        """Every segment of these codes in all documents, until another choice is made."""
        self._forget_codes()
        self._where.addItem(self.tr("All documents: “{}”").format(name), "codes")
        self._where.setCurrentIndex(self._where.count() - 1)
        self._filter.clear()
        self._codes = frozenset(codes)
        self.refresh()

    def _forget_codes(self) -> None:
        if (there := self._where.findData("codes")) >= 0:
            self._where.removeItem(there)
        self._codes = None

    def _look_elsewhere(self) -> None:
        if self._where.currentData() != "codes":
            self._forget_codes()
        self.refresh()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Asks again; a hidden list waits until it is seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._segments = None
        self._gathered.clear()
        names: list[tuple[str, UUID]] = []
        everywhere = self._where.currentData() != "here"
        if self._workspace.is_open:
            names = [(q.name, q.id) for q in self._workspace.ask(qualifiers_of)]
            if everywhere or self._document is not None:
                document = None if everywhere else self._document
                self._segments = self._read(document)
        anew = tuple(n for n, _ in names) != self._names
        self._model.replace(self._segments or (), self._columns(names) if anew else None)
        if anew:
            self._names = tuple(n for n, _ in names)
            self._fit()
        self.list.setColumnHidden(0, not everywhere)
        self._tell_count()

    def _read(self, document: UUID | None) -> Segments:
        """Without others' segments where whoever codes now works apart from them; of the chosen codes alone.

        What is at hand is taken as a copy, since the list patches its own.
        """
        w = self._workspace
        self._kept = frozenset(w.ask(kept_apart, w.coder_id, None if document is None else [document]))
        there = None if document is None else self.at_hand(document, document in self._kept)
        found: Segments = w.ask(shown_segments, document_id=document) if there is None else there.patched((), ())
        if not self._kept and self._codes is None:
            return found
        return found.chosen(found.wanted(codes=self._codes, apart=(self._kept, w.coder_id)))

    def _fits(self, segment: ShownSegment) -> bool:
        """As `_read`, for one that an act brought."""
        apart = segment.document_id in self._kept and segment.coder_id != self._workspace.coder_id
        here = self._where.currentData() != "here" or segment.document_id == self._document
        return here and not apart and (self._codes is None or segment.code_id in self._codes)

    def _tell_count(self) -> None:
        self._count.setText(
            counted(
                self.list.proxy.rowCount(), self.tr("1 segment"), self.tr("%n segments", "", self.list.proxy.rowCount())
            )
        )

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, column in enumerate(self._model.columns):
            self.list.setColumnWidth(n, letter * {0: 24, 1: 30, 2: 12, 3: 70}.get(n, max(14, len(column.title) + 4)))

    def _on_changed(self, change: object) -> None:
        codings = change.rows.get("coding", ())  # type: ignore[attr-defined]
        if codings and self.isVisible() and not self._stale and not change.touches(Code, Coder, Document, Qualifier):  # type: ignore[attr-defined]
            self._gathered |= set(codings)
            self._pause.follow()
        elif change.touches(Assignment, Coding, Code, Coder, Document, Qualifier):  # type: ignore[attr-defined]
            self.refresh()

    def _catch_up(self) -> None:
        codings, self._gathered = self._gathered, set()
        if codings and not self._stale and self._workspace.is_open:
            self._refresh_only(codings)

    def _refresh_only(self, codings: Collection[UUID]) -> None:
        """What a single act changed, however long the list is."""
        if self._segments is None:
            return
        rows = [row for row in self._workspace.ask(shown_segments, only=codings) if self._fits(row)]
        self._model.patch(codings, rows, self._segments.order)
        self._tell_count()

    def show_segment(self, segment: UUID | None) -> None:
        """Makes the row of the segment in focus the current one, a moment later: the desk paints first."""
        self._wanted = segment
        if segment is not None:
            self._later.start()

    def _follow(self) -> None:
        if self._stale:
            self.refresh()
        if self._wanted is not None and not self.list.hasFocus():
            self.list.select_key(self._wanted)

    def _reached(self, row: ShownSegment) -> None:
        if self.list.hasFocus():
            self.segment_chosen.emit(row)

    # the context menu

    def menu(self) -> QMenu:
        """What can be done with the rows that are chosen."""
        menu, icon, rows = passing_menu(self), self._theme.icon, self.list.rows_selected()
        mine = [r.id for r in rows if self._workspace.writable and r.coder_id == self._workspace.coder_id]
        if rows:
            show = menu.addAction(icon("read"), self.tr("Show in the text\tEnter"))
            show.triggered.connect(lambda: self.segment_chosen.emit(rows[0]))
        menu.addAction(icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        if mine:
            words = counted(
                len(mine), self.tr("Remove 1 coded segment"), self.tr("Remove %n coded segments", "", len(mine))
            )
            menu.addAction(icon("remove"), words).triggered.connect(lambda: self.remove_wanted.emit(mine))
        elif rows and self._workspace.writable:
            menu.addAction(self.tr("Only their coders change these segments")).setEnabled(False)
        return menu

    def _menu(self, place: QPoint) -> None:
        self.menu().exec(self.list.viewport().mapToGlobal(place))
