"""The code tree: choosing, adding, renaming in place, moving by drag and keys, colour, key, removing."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QIcon, QResizeEvent
from PySide6.QtWidgets import QColorDialog, QHeaderView, QInputDialog, QMenu, QToolButton, QVBoxLayout, QWidget

from coder.code_tree import CodeRow, branch_counts, code_tree, merged_into
from coder.codebook import add_code, edit_code, merge_codes, move_code, part_codes, propose_code, remove_code
from coder.models import Code, Coding
from ui.colors import code_colors
from ui.keymap import tip
from ui.models.codes import ALL, HERE, KEY, NAME, CodesModel
from ui.models.table import swatch
from ui.theme import Theme
from ui.widgets.code_tree import CodeTree, SortedCodes
from ui.widgets.later import Later
from ui.widgets.lists import FilterLine, TypesToFilter, calm, row_of_tools
from ui.widgets.menus import in_menu, passing_menu
from ui.widgets.words import counted
from ui.workspace import Workspace

_NAME_LETTERS = 26  # for a name with its steps inwards, at least
_OKABE_ITO = 7  # the first so many colours; Tol's follow


class CodesPanel(QWidget):
    """code_chosen(id): for the selected passage. code_reached(id or None): to be explained."""

    code_chosen = Signal(object)
    code_reached = Signal(object)
    edit_wanted = Signal(object)
    passages_wanted = Signal(object, str)  # ids of a code and all below it, its name: every passage of them
    split_wanted = Signal(object)  # id
    load_wanted = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._document: UUID | None = None
        self._rows: list[CodeRow] = []
        self._later = Later(self.refresh, self)
        self._build()
        self._connect()
        self.refresh()

    # building

    def _build(self) -> None:
        self._filter = FilterLine(self._theme, self.tr("Filter codes"))
        self._add = QToolButton()
        self._add.setIcon(self._theme.icon("add"))
        tip(self._add, self.tr("Add a code"), "add_code")
        self._add.setAccessibleName(self.tr("Add a code"))
        self._model = CodesModel(self._swatch, self._rename, self)
        self._proxy = SortedCodes(self)
        self._proxy.setSourceModel(self._model)
        self.tree = CodeTree()
        self.tree.setModel(self._proxy)
        self.tree.setAccessibleName(self.tr("Codes"))
        self.tree.setIndentation(round(self._theme.step(self.font()) * 4))
        self.tree.header().setSectionsClickable(True)
        calm(self.tree, self._theme)
        self.tree.words_when_empty = self.tr(
            "The codebook will stand here. Load one with File › Load codebook, or add a code with +."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, self._add, theme=self._theme))
        layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)
        self._fit()

    def _fit(self) -> None:
        header, letter = self.tree.header(), self.fontMetrics().averageCharWidth()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(letter * 3)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (KEY, HERE, ALL):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Names keep room to be read: in a narrow panel the columns beside them go, the last first."""
        header, letter = self.tree.header(), self.fontMetrics().averageCharWidth()
        room = self.width() - letter * _NAME_LETTERS
        for column in (KEY, HERE, ALL):
            self.tree.setColumnHidden(column, False)  # what is hidden says that it wants nothing
            room -= max(header.sectionSizeHint(column), self.tree.sizeHintForColumn(column))
            self.tree.setColumnHidden(column, room < 0)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._narrow)
        self._filter.left.connect(self.tree.enter)
        TypesToFilter(self.tree, self._filter)
        self._add.clicked.connect(self.add)
        self.tree.chosen.connect(lambda row: self.code_chosen.emit(row.id))
        self.tree.reached.connect(lambda row: self.code_reached.emit(row.id if row else None))
        self.tree.move_wanted.connect(self._move)
        self.tree.step_wanted.connect(self._step)
        self.tree.remove_wanted.connect(self.remove)
        self.tree.header().sectionClicked.connect(self._sort)
        self.tree.dropped_on.connect(self._ask_what_was_meant)
        self.tree.passage_dropped.connect(self.code_chosen)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._theme.changed.connect(self.refresh)

    def _sort(self, column: int) -> None:
        """A click sorts, names upwards and counts downwards; the second turns it, the third takes it away again."""
        header, up, down = self.tree.header(), Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        first, second = (down, up) if column in (HERE, ALL) else (up, down)
        if self._proxy.sortColumn() != column:
            wanted, order = column, first
        elif self._proxy.sortOrder() == first:
            wanted, order = column, second
        else:
            wanted, order = -1, up
        header.setSortIndicatorShown(wanted >= 0)  # its arrow takes room from the names
        header.setSortIndicator(wanted, order)
        self._proxy.sort(wanted, order)

    def _swatch(self, color: str) -> QIcon:
        return swatch(self._theme.bar(color).name(), self.fontMetrics().height(), self.devicePixelRatioF())

    # showing

    @property
    def may_edit(self) -> bool:
        return self._workspace.writable and not self._workspace.is_package

    def may_change(self, row: CodeRow | None) -> bool:
        """The lead changes every code; in a package, a coder what they propose."""
        return row is not None and (self.may_edit or (self._workspace.writable and row.state == "proposed"))

    def refresh(self) -> None:
        """Asks again; folds and the current code stay."""
        folded = self._folded()
        current = row.id if (row := self.tree.current_row()) else None
        self._rows = self._workspace.ask(code_tree, self._document) if self._workspace.is_open else []
        self._model.editable, self._model.proposals_editable = self.may_edit, self._workspace.writable
        self.tree.setDragEnabled(self._workspace.writable)
        self.tree.may_move = self.may_edit
        self._add.setEnabled(self._workspace.writable)
        blocked = self.tree.blockSignals(True)
        if self._model.replace(self._rows):
            self._fit()
            self.tree.expandAll()
            for code in folded:
                self.tree.collapse(self._index(code))
            self.tree.setCurrentIndex(self._index(current))
        self.tree.blockSignals(blocked)

    def _folded(self) -> list[UUID]:
        indices = ((row.id, self._index(row.id)) for row in self._rows)
        return [code for code, index in indices if index.isValid() and not self.tree.isExpanded(index)]

    def _index(self, code: UUID | None) -> QModelIndex:
        return self._proxy.mapFromSource(self._model.index_of(code))

    def show_document(self, document: UUID | None) -> None:
        """Counts of this document go into the column “Here”, a moment later: the desk paints first."""
        self._document = document
        self._later.after_paint()

    def show_code(self, code: UUID) -> None:
        """Makes a code the current one."""
        index = self._index(code)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def _narrow(self, words: str) -> None:
        self._proxy.setFilterFixedString(words)
        if words:
            self.tree.expandAll()

    def _on_changed(self, change: object) -> None:
        if change.touches(Code):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(Coding):  # type: ignore[attr-defined]
            self._later.follow()

    # wishes

    def _rename(self, row: CodeRow, name: str) -> None:
        self._workspace.do(edit_code, code_id=row.id, name=name)
        self.refresh()

    def add(self) -> None:
        """A new code beside the current one, its name open for editing."""
        row = self.tree.current_row()
        self._add_under(row.parent_id if row else None)

    def add_below(self) -> None:
        """A new sub-code of the current code."""
        row = self.tree.current_row()
        self._add_under(row.id if row else None)

    def _add_under(self, parent: UUID | None) -> None:
        taken = {row.name.casefold() for row in self._rows if row.parent_id == parent}
        name, n = self.tr("New code"), 2
        while name.casefold() in taken:
            name, n = self.tr("New code {}").format(n), n + 1
        operation = propose_code if self._workspace.is_package else add_code
        done = self._workspace.do(operation, name=name, parent_id=parent)
        if done is not None:
            self._filter.clear()
            self.refresh()  # what is named or moved next stands where it stands now
            self.show_code(done.value)
            self.tree.setFocus()
            self.tree.edit(self._index(done.value))

    def rename(self) -> None:
        if self.may_change(self.tree.current_row()):
            self.tree.edit(self.tree.currentIndex().siblingAtColumn(NAME))

    def remove(self) -> None:
        row = self.tree.current_row()
        if row is None or not self.may_change(row):
            return
        done = self._workspace.do(remove_code, code_id=row.id)
        if done is not None:
            words = counted(
                done.value,
                self.tr("Removed “{}” with 1 coded segment; Ctrl+Z brings it back."),
                self.tr("Removed “{}” with %n coded segments; Ctrl+Z brings it back.", "", done.value),
            )
            self._workspace.said.emit(words.format(row.name))

    def _ask_what_was_meant(self, row: CodeRow, other: CodeRow) -> None:
        """One code was let go on another: under it, or one with it?"""
        if self.may_edit:
            self.drop_menu(row, other).popup(QCursor.pos())

    def drop_menu(self, row: CodeRow, other: CodeRow) -> QMenu:
        """What letting one code go on another can mean."""
        menu = passing_menu(self)
        under = self.tr("Put “{name}” under “{other}”").format(name=in_menu(row.name), other=in_menu(other.name))
        menu.addAction(under).triggered.connect(partial(self._move, row, other.id, None))
        into = self.tr("Merge “{name}” into “{other}”").format(name=in_menu(row.name), other=in_menu(other.name))
        menu.addAction(self._theme.icon("merge"), into).triggered.connect(partial(self.merge, row, other.id))
        menu.addSeparator()
        menu.addAction(self.tr("Leave both as they are"))
        return menu

    def merge(self, row: CodeRow, into: UUID, *_: object) -> None:
        """Counts a code as another from now on; it can be taken out again."""
        if self.may_edit and self._workspace.do(merge_codes, code_id=row.id, into=into) is not None:
            self.refresh()
            self.show_code(into)
            words = self.tr("Merged “{}”; its segments count as the other code’s. Ctrl+Z takes them apart.")
            self._workspace.said.emit(words.format(row.name))

    def _ask_merge(self, row: CodeRow) -> None:
        below = set(self._branch(row))
        others = {" › ".join(other.path): other.id for other in self._rows if other.id not in below}
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Merge two codes"))
        dialog.setLabelText(self.tr("Count every segment of “{}” as one of").format(row.name))
        dialog.setComboBoxItems(list(others))
        dialog.textValueSelected.connect(lambda path: self.merge(row, others[path]))
        dialog.open()

    def _part(self, code: UUID) -> None:
        if self._workspace.do(part_codes, code_id=code) is not None:
            self.refresh()
            self.show_code(code)

    def _set_state(self, row: CodeRow, state: str) -> None:
        self._workspace.do(edit_code, code_id=row.id, state=state)

    def _show_passages(self, row: CodeRow) -> None:
        self.passages_wanted.emit(self._branch(row), row.name)

    def _branch(self, row: CodeRow) -> list[UUID]:
        """The code and all below it."""
        found = [row.id]
        for other in self._rows:  # depth first: a parent stands before what is below it
            if other.parent_id in found:
                found.append(other.id)
        return found

    def _move(self, row: CodeRow, parent: UUID | None, place: int | None, *_: object) -> None:
        if self.may_edit and self._workspace.do(move_code, code_id=row.id, parent_id=parent, position=place):
            self.refresh()
            self.show_code(row.id)

    def _step(self, row: CodeRow, key: int) -> None:
        """Alt+Up and Alt+Down among siblings, Alt+Left out of the parent, Alt+Right into the sibling above."""
        siblings = [r.id for r in self._rows if r.parent_id == row.parent_id]
        at = siblings.index(row.id)
        if key == Qt.Key.Key_Up and at > 0:
            self._move(row, row.parent_id, at - 1)
        elif key == Qt.Key.Key_Down and at + 1 < len(siblings):
            self._move(row, row.parent_id, at + 1)
        elif key == Qt.Key.Key_Right and at > 0:
            self._move(row, siblings[at - 1], None)
        elif key == Qt.Key.Key_Left and row.parent_id is not None:
            parent = next(r for r in self._rows if r.id == row.parent_id)
            beside = [r.id for r in self._rows if r.parent_id == parent.parent_id]
            self._move(row, parent.parent_id, beside.index(parent.id) + 1)

    def _paint(self, row: CodeRow, color: str, *_: object) -> None:
        self._workspace.do(edit_code, code_id=row.id, color=color)

    def _other_color(self, row: CodeRow) -> None:
        dialog = QColorDialog(QColor(row.color), self)
        dialog.colorSelected.connect(lambda color: self._paint(row, color.name()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # the context menu

    def _menu(self, place: QPoint) -> None:
        self.menu().exec(self.tree.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """Everything that can be done with the current code."""
        menu, row, icon = passing_menu(self), self.tree.current_row(), self._theme.icon
        if row is not None:
            code = menu.addAction(icon("code"), self.tr("Code the selection\tEnter"))
            code.triggered.connect(lambda: self.code_chosen.emit(row.id))
            menu.addSeparator()
            passages = menu.addAction(icon("quote"), self.tr("Every passage of it, in all documents"))
            passages.triggered.connect(partial(self._show_passages, row))
            if self._workspace.writable:
                split = menu.addAction(self.tr("Split: send its segments on…"))
                split.triggered.connect(partial(self.split_wanted.emit, row.id))
            menu.addSeparator()
        if self._workspace.writable:
            menu.addAction(icon("add"), self.tr("Add a code")).triggered.connect(self.add)
            if row is not None:
                menu.addAction(self.tr("Add a sub-code")).triggered.connect(self.add_below)
        if row is not None and self.may_change(row):
            menu.addAction(icon("edit"), self.tr("Rename\tF2")).triggered.connect(self.rename)
            definition = menu.addAction(icon("codebook"), self.tr("Edit the definition…"))
            definition.triggered.connect(lambda: self.edit_wanted.emit(row.id))
            self._colors(menu.addMenu(icon("color"), self.tr("Colour")), row)
            if self.may_edit:
                self._about_others(menu, row)
            menu.addSeparator()
            menu.addAction(icon("remove"), self._removal_said(row)).triggered.connect(self.remove)
        return menu

    def _about_others(self, menu: QMenu, row: CodeRow) -> None:
        """Moving, merging, taking apart, retiring."""
        menu.addSeparator()
        up = menu.addAction(self._theme.icon("up"), self.tr("Move up\tAlt+Up"))
        up.triggered.connect(partial(self._step, row, Qt.Key.Key_Up))
        down = menu.addAction(self._theme.icon("down"), self.tr("Move down\tAlt+Down"))
        down.triggered.connect(partial(self._step, row, Qt.Key.Key_Down))
        menu.addSeparator()
        merge = menu.addAction(self._theme.icon("merge"), self.tr("Merge into another code…"))
        merge.triggered.connect(partial(self._ask_merge, row))
        for code in self._workspace.ask(merged_into, row.id):
            words = self.tr("Take “{}” out of it again").format(in_menu(code.name))
            menu.addAction(words).triggered.connect(partial(self._part, code.id))
        if row.state == "retired":
            menu.addAction(self.tr("Offer it again")).triggered.connect(partial(self._set_state, row, "open"))
        else:
            retire = menu.addAction(self.tr("Retire: keep its segments, offer it no more"))
            retire.triggered.connect(partial(self._set_state, row, "retired"))

    def _removal_said(self, row: CodeRow) -> str:
        """What removing would take along."""
        codes, (segments, _) = len(self._branch(row)) - 1, branch_counts(self._rows)[row.id]
        along = counted(segments, self.tr("1 segment"), self.tr("%n segments", "", segments))
        if not codes:
            return self.tr("Remove with {}\tDelete").format(along)
        words = counted(
            codes, self.tr("Remove with 1 sub-code and {}\tDelete"),
            self.tr("Remove with %n sub-codes and {}\tDelete", "", codes),
        )  # fmt: skip
        return words.format(along)

    def _color_names(self) -> tuple[str, ...]:
        """What the colours of both palettes are called, in their order."""
        tr = self.tr
        return (
            tr("Blue"), tr("Orange"), tr("Bluish green"), tr("Reddish purple"), tr("Sky blue"), tr("Vermilion"),
            tr("Yellow"), tr("Indigo"), tr("Cyan"), tr("Teal"), tr("Green"), tr("Olive"), tr("Sand"), tr("Rose"),
            tr("Wine"), tr("Purple"),
        )  # fmt: skip

    def _colors(self, menu: QMenu, row: CodeRow) -> None:
        for n, (color, name) in enumerate(zip(code_colors(), self._color_names(), strict=True)):
            if n in (0, _OKABE_ITO):  # both can be told apart by colour-blind readers
                menu.addAction(self.tr("Okabe and Ito") if n == 0 else self.tr("Tol, muted")).setEnabled(False)
            menu.addAction(self._swatch(color), name).triggered.connect(partial(self._paint, row, color))
        menu.addSeparator()
        menu.addAction(self.tr("Another colour…")).triggered.connect(partial(self._other_color, row))
