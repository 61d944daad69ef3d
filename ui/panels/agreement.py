"""Agreement between the coders: a table per code, what the figures say, and the passages behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter, QVBoxLayout, QWidget

from coder import __version__
from coder.coders import people
from coder.errors import CoderError
from coder.exchange.study_write import digest
from coder.models import Assignment, Code, Coder, Coding, Document
from coder.project import Project
from coder.reliability import Compared, Settings, gather, measure_gathered
from coder.reliability.differences import Difference, differences, with_quotes
from coder.reliability.figures import CodeFigures, figures_of, pooled_figures
from ui.models.agreement import columns_of, meaning, path_of
from ui.models.table import TableModel, swatch
from ui.tasks import Tasks, Tick
from ui.theme import Theme
from ui.widgets.agreement_head import AgreementHead, quiet_label
from ui.widgets.agreement_settings import AgreementSettings
from ui.widgets.alpha_bar import AlphaBar
from ui.widgets.differences import DifferencesList
from ui.widgets.lists import FilterLine, ListView, TypesToFilter, row_of_tools
from ui.workspace import Workspace

_CALM = 700  # ms without a change before the figures are made anew


class AgreementPanel(QWidget):
    """passage_chosen(document id, Span or None): a passage on which coders differ is to be read.

    passage_reached: the same, while the list is walked; the keys stay in the list. code_reached(id). said(str).
    """

    passage_chosen = Signal(object, object)
    passage_reached = Signal(object, object)
    code_reached = Signal(object)
    said = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._theme = workspace, tasks, theme
        self._work = Tasks(self)  # figures are made aside, so that they never keep other work waiting
        self._compared: Compared | None = None
        self._figures: list[CodeFigures] = []
        self._icons: dict[str, QIcon] = {}
        self._shape: object = None
        self._stale, self._again = True, False
        self._wanted: int | None = None  # the code whose passages are to be listed next
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._build()
        self._connect()

    # building

    def _build(self) -> None:
        self.controls = AgreementSettings(self._theme)
        self.head = AgreementHead(self._theme)
        self.filter = FilterLine(self._theme, self.tr("Filter codes"))
        self.model = TableModel([], lambda f: f.place, self)
        self.list = ListView(self.model, self._theme)
        self.list.setAccessibleName(self.tr("Agreement per code"))
        self.list.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.header().setSectionsMovable(True)
        self.bar = AlphaBar(self._theme, self.list)
        self.sentence = quiet_label(muted=False)
        self.sentence.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.passages = DifferencesList(self._theme)
        below = _column(self.sentence, self.passages)
        above = _column(self.head, row_of_tools(self.filter, theme=self._theme), self.list)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(above)
        self.split.addWidget(below)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setChildrenCollapsible(False)
        _column(self.controls, self.split, parent=self)
        step = round(self._theme.step(self.font()))
        self.sentence.setContentsMargins(step * 3, step * 2, step * 3, step)
        self.setFocusProxy(self.list)
        self._clear(self.tr("Agreement will stand here once two coders have coded the same documents."))

    def _connect(self) -> None:
        w, c = self._workspace, self.controls
        c.changed.connect(self.refresh)
        c.pair_chosen.connect(lambda _: self._show_figures())
        c.more_wanted.connect(self._show_more)
        c.unused_wanted.connect(lambda _: self._keep_used())
        c.export_wanted.connect(self.choose_export)
        self.filter.textChanged.connect(self.list.proxy.filter)
        self.filter.left.connect(self.list.setFocus)
        TypesToFilter(self.list, self.filter)
        self.list.row_reached.connect(self._reach)
        self.list.row_chosen.connect(lambda _: self.passages.list.setFocus())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.passages.passage_chosen.connect(self.passage_chosen)
        self.passages.passage_reached.connect(self.passage_reached)
        self._calm.timeout.connect(self.refresh)
        self._work.stopped.connect(self._worked)
        self._theme.changed.connect(self._recolor)
        w.changed.connect(self._on_changed)
        w.opened.connect(self._on_opened)
        w.closed.connect(self._on_closed)
        w.state_changed.connect(self._on_state)

    # when to measure

    def _on_changed(self, change: Any) -> None:
        if change.touches(Coding, Assignment, Document, Code, Coder):
            self._stale = True
            self._calm.start()

    def _on_opened(self) -> None:
        self._stale, self._shape = True, None
        self.refresh()

    def _on_closed(self) -> None:
        self._calm.stop()
        self._again = False
        self._work.finish()
        self._clear(self.tr("Agreement will stand here once two coders have coded the same documents."))

    def _on_state(self) -> None:
        if self._again and not self._workspace.busy:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._work.finish()
        super().closeEvent(event)

    def refresh(self) -> None:
        """Measures anew, aside; a hidden panel waits until it is seen, and so does one while files are merged."""
        self._stale = True
        if not self._workspace.is_open or not self.isVisible():
            return
        if self._work.busy or self._workspace.busy:
            self._again = True
            return
        self._stale = self._again = False
        self.controls.offer_coders(self._workspace.ask(people))
        project, settings = self._workspace.project, self.controls.settings()
        self._work.run(self.tr("Measuring agreement"), lambda _: _measured(project, settings), self._show)

    def _worked(self) -> None:
        if self._again or self._wanted is not None:
            QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        if self._again:
            self.refresh()
        elif (wanted := self._wanted) is not None and self._compared is not None:
            self._list_passages(wanted)

    # showing

    def _show(self, found: Compared | CoderError) -> None:
        if isinstance(found, CoderError):
            self._clear(f"{found.message}\n{found.advice}".strip())
            return
        self._compared = found
        self.controls.offer_pairs([" – ".join(found.coders[c] for c in pair) for pair in self._pairs()])
        self._show_figures()

    def _pairs(self) -> list[tuple[int, int]]:
        assert self._compared is not None
        return [(int(i), int(j)) for i, j in self._compared.measured.pairs.coders]

    def pair(self) -> tuple[int, int]:
        """The two coders shown, as places among those compared."""
        pairs = self._pairs()
        return pairs[min(self.controls.pair_shown(), len(pairs) - 1)]

    def _show_figures(self) -> None:
        c = self._compared
        if c is None:
            return
        n = min(self.controls.pair_shown(), len(self._pairs()) - 1)
        self._figures = figures_of(c, n)
        self.head.tell(c, self._figures, pooled_figures(c, n))
        kept = self.list.current_row()
        shape = (tuple(c.coders), n)
        columns = columns_of(c, self.pair(), self._swatch)
        self.model.replace(self._figures, columns if shape != self._shape else None)
        if shape != self._shape:
            self._shape = shape
            self._fit()
        self._keep_used()
        self.controls.export.setEnabled(True)
        self._stay_on(kept)

    def _stay_on(self, kept: CodeFigures | None) -> None:
        """The code that was looked at stays the one that is looked at."""
        now = {f.code.id: f for f in self._figures if f.code}
        same = now.get(kept.code.id) if kept is not None and kept.code else None
        if same is not None:
            self.list.select_key(same.place)
        if (row := self.list.current_row()) is not None:
            self._reach(row)
        else:
            self._say_choose()

    def _say_choose(self) -> None:
        self.sentence.setText(self.tr("Choose a code to read what its figures say, and on which passages they differ."))
        self.passages.clear("")
        self.passages.hide()  # room for the table, as long as there is nothing to list

    def _clear(self, words: str) -> None:
        self._compared, self._figures, self._shape, self._wanted = None, [], None, None
        self.model.replace([], [])
        self.list.set_words_when_empty(words)
        self.head.clear()
        self.sentence.setText("")
        self.controls.export.setEnabled(False)
        self.passages.clear("")
        self.passages.hide()

    def _swatch(self, f: CodeFigures) -> QIcon | None:
        if f.code is None:
            return None
        if f.code.color not in self._icons:
            color = self._theme.bar(f.code.color).name()
            self._icons[f.code.color] = swatch(color, self.fontMetrics().height(), self.devicePixelRatioF())
        return self._icons[f.code.color]

    def _recolor(self) -> None:
        self._icons.clear()
        self.list.viewport().update()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, column in enumerate(self.model.columns):
            wide = letter * {"alpha": 26}.get(column.name, min(20, max(9, len(column.title) + 4)))
            if column.name == "code":
                longest = max((self.fontMetrics().horizontalAdvance(path_of(f)) for f in self._figures), default=0)
                wide = min(max(letter * 24, longest + letter * 6), letter * 60)
            self.list.setColumnWidth(n, wide)
            alpha = column.name == "alpha"
            self.list.setItemDelegateForColumn(n, self.bar if alpha else None)
        self.list.header().setStretchLastSection(False)
        self._show_more(self.controls.more.isChecked())

    def _show_more(self, shown: bool) -> None:
        for n, column in enumerate(self.model.columns):
            self.list.setColumnHidden(n, column.name.startswith("more") and not shown)
        self.head.caution.setVisible(shown)

    def _keep_used(self) -> None:
        every = self.controls.unused.isChecked()
        self.list.proxy.keep_only(None if every else lambda f: f.used)

    # one code

    def _reach(self, f: CodeFigures) -> None:
        c = self._compared
        if c is None or f is None:
            return
        self.sentence.setText(" ".join(meaning(c, f, self.pair())))
        self.passages.say_when_none(
            self.tr("They coded the same passages with this code, from end to end.") if f.positives else
            self.tr("Neither of the two coded anything with this code.")
        )  # fmt: skip
        self._make_room()
        if f.code is not None:
            self.code_reached.emit(f.code.id)
        self._list_passages(f.place)

    def _make_room(self) -> None:
        """The first passages that are listed get two fifths of the height; then it is the reader's to say."""
        if self.passages.isHidden():
            self.passages.show()
            if self.split.sizes()[1] < self.split.height() * 0.4:
                self.split.setSizes([self.split.height() * 3 // 5, self.split.height() * 2 // 5])

    def _list_passages(self, place: int) -> None:
        c = self._compared
        if c is None or not self._workspace.is_open:
            return
        self._wanted = place
        if self._work.busy:
            return
        self._wanted = None
        pair, project = self.pair(), self._workspace.project

        def then(found: Sequence[Difference]) -> None:
            if self._compared is c and self._wanted is None:
                self.passages.show_differences(found, (c.coders[pair[0]], c.coders[pair[1]]), c.codes)

        work = self.tr("Looking for differences")
        self._work.run(work, lambda _: project.ask(with_quotes, differences(c, place, *pair)), then)

    def look_at(self, code_id: UUID) -> None:
        """Makes the row of a code the current one."""
        for f in self._figures:
            if f.code is not None and f.code.id == code_id:
                self.list.select_key(f.place)
                self._reach(f)

    def _menu(self, place: QPoint) -> None:
        menu, icon = QMenu(self), self._theme.icon
        menu.addAction(icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        menu.addAction(icon("export"), self.tr("Export this…")).triggered.connect(self.choose_export)
        if self.list.current_row() is not None:
            go = menu.addAction(icon("compare"), self.tr("To the passages that differ\tEnter"))
            go.triggered.connect(self.passages.list.setFocus)
        menu.popup(self.list.viewport().mapToGlobal(place))

    # out

    def choose_export(self) -> None:
        """Asks for a file and writes every figure into it."""
        if self._compared is None:
            return
        kinds = (
            self.tr("Workbook with every figure (*.xlsx)"), self.tr("Reliability page for the paper (*.docx)"),
            self.tr("Reliability page as text to paste (*.txt)"), self.tr("Every figure, one a row (*.csv)"),
            self.tr("Picture of the alphas (*.svg)"), self.tr("Picture of the alphas (*.pdf)"),
            self.tr("Picture of the alphas (*.png)"),
        )  # fmt: skip
        dialog = QFileDialog(self.window(), self.tr("Export agreement"), "", ";;".join(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("agreement"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")")))
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, path: Path) -> None:
        """Writes what is shown, as the suffix says, on the worker; failures go to `tasks.failed`."""
        compared, project = self._compared, self._workspace.project
        if compared is None:
            return

        def work(_tick: Tick) -> list[str]:
            from coder.exporters.agreement import write_agreement

            return write_agreement(compared, compared.as_json(digest(project), f"Intercoder {__version__}"), path)

        def then(told: list[str]) -> None:
            self.said.emit(" ".join([self.tr("Wrote {}.").format(path.name), *told]))

        if not self._tasks.run(self.tr("Writing {}").format(path.name), work, then):
            self.said.emit(self.tr("One thing at a time: {}").format(self._tasks.words))


def _measured(project: Project, settings: Settings) -> Compared | CoderError:
    """Reads, lets the file go, computes. What a researcher can mend is told in the panel, not above the text."""
    try:
        return measure_gathered(project.ask(gather, settings))
    except CoderError as error:
        return error


def _column(*widgets: QWidget, parent: QWidget | None = None) -> QWidget:
    place = parent if parent is not None else QWidget()
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return place
