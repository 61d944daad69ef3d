"""The fixed units of the document on the desk, with what was said of each; the lead cuts, marks and removes them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from coder.answers import UnitState
from coder.code_tree import code_paths
from coder.fixed_units import remove_units, rename_layer
from coder.unit_line import UnitLine
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.menus import in_menu, passing_menu
from ui.widgets.parts import name_parts
from ui.widgets.words import counted
from ui.workspace import Workspace

_SHOWN = 160  # characters of a unit in the list


class _Rows:
    """The units as rows of the list: (number, what was said), each made when it is seen."""

    def __init__(self, line: UnitLine | None) -> None:
        self._line = line

    def ids(self) -> Sequence[Hashable]:
        return self._line.ids if self._line is not None else ()

    def place(self, key: UUID) -> int | None:
        return self._line.place(key) if self._line is not None else None

    def __len__(self) -> int:
        return len(self.ids())

    def __getitem__(self, place: int) -> tuple[int, UnitState]:
        if self._line is None:
            raise IndexError(place)
        return place + 1, self._line[place]

    def insert(self, place: int, row: Any) -> None:
        raise TypeError("units come and go all at once")

    def __delitem__(self, place: int) -> None:
        raise TypeError("units come and go all at once")


class UnitsPanel(QWidget):
    """layer_chosen(): another layer is to be shown. unit_chosen(id): to be gone to.

    cut_wanted(by, where): by paragraph|sentence, where document|chosen|all|selection. mark_wanted(): the selection is
    to be one unit. move_wanted(id): the unit is to have the selected passage.
    """

    layer_chosen = Signal()
    unit_chosen = Signal(object)
    cut_wanted = Signal(str, str)
    mark_wanted = Signal()
    move_wanted = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._text = ""
        self._line: UnitLine | None = None
        self._stale = False  # a hidden list is filled when it is seen
        self._lit: UUID | None = None
        self._lost: Sequence[UUID] = ()
        self._paths: dict[UUID, tuple[str, ...]] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        tr = self.tr
        self._filter = FilterLine(self._theme, tr("Filter units: words, codes, answers"))
        self._count = QLabel()
        self.layers = QComboBox()
        self.layers.setAccessibleName(tr("Layer of units"))
        self.layers.setToolTip(tr("Layer of units; type a name to mark units of another layer beside these"))
        self.layers.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.layers.setMinimumContentsLength(14)
        self.cut, self._cut_menu = QPushButton(self._theme.icon("stretch"), tr("Cut")), QMenu(self)
        self.cut.setToolTip(tr("Make every paragraph or sentence a unit"))
        self.cut.setMenu(self._cut_menu)
        self.mark = QPushButton(tr("Mark the selection"))
        self.mark.setToolTip(tr("Make the selected passage one unit; the units beside it lose what it takes"))
        self.more = QToolButton()
        self.more.setIcon(self._theme.icon("more"))
        self.more.setToolTip(tr("More that can be done with units"))
        self.more.setAccessibleName(tr("More"))
        columns = [
            Column(tr("Unit"), lambda row: str(row[0]), lambda row: row[0], True),
            Column(tr("Answer"), lambda row: self.answer_of(row[1])),
            Column(tr("Codes"), lambda row: self._codes(row[1])),
            Column(tr("Words"), lambda row: self._words(row[1]), tip=lambda row: self._words(row[1])),
        ]
        self._model = TableModel(columns, lambda row: row[1].unit.id, self)
        self.list = ListView(self._model, self._theme)
        self.list.setAccessibleName(tr("Units of the document"))
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((8, 16, 40)):
            self.list.setColumnWidth(n, letter * wide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        tools = (self._filter, self._count, self.layers, self.cut, self.mark, self.more)
        layout.addWidget(row_of_tools(*tools, theme=self._theme))
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.filter_by(self._filter)
        self.layers.activated.connect(self.layer_chosen)
        self._cut_menu.aboutToShow.connect(self._fill_cut)
        self.mark.clicked.connect(self.mark_wanted)
        self.more.clicked.connect(lambda: self.menu().exec(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.list.row_chosen.connect(lambda row: self.unit_chosen.emit(row[1].unit.id))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu().exec(self.list.viewport().mapToGlobal(place))
        )

    # what is shown

    @property
    def leads(self) -> bool:
        """May units be marked here?"""
        return self._workspace.writable and not self._workspace.is_package

    @property
    def layer(self) -> str:
        """The layer that is shown."""
        return str(self.layers.currentData() or "")

    @property
    def named_layer(self) -> str:
        """The layer that new units get: as typed, or the one that is shown."""
        typed = " ".join(self.layers.currentText().split())
        shown = self.layers.itemText(self.layers.currentIndex()) if self.layers.count() else ""
        return self.layer if not self.layers.isEditable() or typed == shown else typed

    def show_layers(self, layers: Sequence[str], shown: bool) -> None:
        """The layers of the document on the desk; the one that was shown, or was typed last, stays chosen."""
        wanted = self.named_layer if self.named_layer in layers else self.layer
        blocked = QSignalBlocker(self.layers)
        self.layers.setEditable(self.leads)
        name_parts(self.layers)
        self.layers.clear()
        for name in layers or [""]:
            self.layers.addItem(name or self.tr("(no name)"), name)
        self.layers.setCurrentIndex(max(0, self.layers.findData(wanted)))
        blocked.unblock()
        self.layers.setVisible(self.leads or len(layers) > 1)
        for button in (self.cut, self.mark):
            button.setVisible(self.leads or not self._workspace.is_open)
            button.setEnabled(shown and self.leads)
        lead = self.tr("Units will stand here: passages that every coder answers one by one. Cut makes them.")
        coder = self.tr("The lead has marked no units in this document.")
        self.list.set_words_when_empty(lead if self.leads else coder)

    def show_units(self, line: UnitLine | None, text: str, words: str, lost: Sequence[UUID] = ()) -> None:
        """These units, over this text. words: how far the coder is; lost: units whose words the text has no more."""
        self._text, self._line, self._lost = text, line, lost
        told = counted(len(lost), self.tr("1 without its words"), self.tr("%n without their words", "", len(lost)))
        self._count.setText(f"{words} · {told}" if lost and words else told if lost else words)
        gone = self.tr("They stood on words that a newer text of the document has not.")
        self._count.setToolTip(gone if lost else "")
        self._stale = True
        if self.isVisible() or not line:
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        coded = self._line is not None and any(self._line.said.values())
        self._paths = dict(self._workspace.ask(code_paths)) if coded else {}
        self._model.replace(_Rows(self._line))
        if self._lit is not None:
            self.list.select_key(self._lit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._fill()

    def light(self, unit: UUID) -> None:
        """Marks the unit in hand in the list."""
        self._lit = unit
        if self.isVisible():
            self.list.select_key(unit)

    def answer_of(self, state: UnitState) -> str:
        """What was said of a unit, in words."""
        if state.codes:
            return self.tr("coded")
        return self.tr("none applies") if state.none else self.tr("not reached")

    def _codes(self, state: UnitState) -> str:
        return ", ".join(sorted(" › ".join(self._paths.get(code, ("?",))) for code in state.codes))

    def _words(self, state: UnitState) -> str:
        span = state.unit.span
        shown = " ".join(self._text[span.start : min(span.end, span.start + _SHOWN)].split())
        return f"{shown}…" if span.length > _SHOWN else shown

    # what can be done

    def _fill_cut(self) -> None:
        self._cut_menu.clear()
        for by, where, words in (
            ("paragraph", "document", self.tr("This document by paragraph")),
            ("sentence", "document", self.tr("This document by sentence")),
            ("sentence", "selection", self.tr("The selection by sentence")),
            ("paragraph", "chosen", self.tr("The documents chosen in the list, by paragraph")),
            ("sentence", "chosen", self.tr("The documents chosen in the list, by sentence")),
            ("paragraph", "all", self.tr("All documents by paragraph")),
            ("sentence", "all", self.tr("All documents by sentence")),
        ):
            action = self._cut_menu.addAction(words)
            action.triggered.connect(lambda _=False, by=by, where=where: self.cut_wanted.emit(by, where))

    def remove(self) -> None:
        """Takes the chosen units away."""
        rows = self.list.rows_selected()
        if rows and self.leads and self._workspace.do(remove_units, unit_ids=[row[1].unit.id for row in rows]):
            self._workspace.said.emit(self.tr("Removed; Ctrl+Z brings it back."))

    def remove_all(self) -> None:
        """Takes all units of the layer away from the document."""
        units = [state.unit.id for state in self._line or ()]
        if units and self._workspace.do(remove_units, unit_ids=units):
            self._workspace.said.emit(self.tr("Removed; Ctrl+Z brings it back."))

    def remove_lost(self) -> None:
        """Takes those away whose words are gone."""
        if self._lost and self._workspace.do(remove_units, unit_ids=list(self._lost)):
            self._workspace.said.emit(self.tr("Removed; Ctrl+Z brings it back."))

    def _rename(self) -> None:
        if self._workspace.do(rename_layer, layer=self.layer, name=self.named_layer):
            self._workspace.said.emit(self.tr("The layer has its new name."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove()
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """Everything that can be done with the units."""
        menu, icon, rows = passing_menu(self), self._theme.icon, self.list.rows_selected()
        if rows:
            go = menu.addAction(icon("read"), self.tr("Go there\tEnter"))
            go.triggered.connect(lambda: self.unit_chosen.emit(rows[0][1].unit.id))
        if self.leads:
            if len(rows) == 1:
                move = menu.addAction(self.tr("Give it the selected passage"))
                move.triggered.connect(lambda: self.move_wanted.emit(rows[0][1].unit.id))
            if rows:
                menu.addAction(icon("remove"), self.tr("Remove\tDelete")).triggered.connect(self.remove)
            if self._line:
                menu.addAction(self.tr("Remove all of this document")).triggered.connect(self.remove_all)
            if self._lost:
                gone = menu.addAction(self.tr("Remove those whose words are gone"))
                gone.triggered.connect(self.remove_lost)
            if self._line and self.named_layer != self.layer:
                words = self.tr("Rename the layer to “{}”").format(in_menu(self.named_layer))
                menu.addAction(words).triggered.connect(self._rename)
        menu.addAction(icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        return menu
