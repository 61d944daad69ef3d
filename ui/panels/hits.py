"""Find in all documents: words as one types, hits in context, walked by keys, coded together; key-word lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from coder.errors import Cancelled, CoderError, SearchError
from coder.models import Code, Document, Study
from coder.search.finding import Found, Hit, find_all
from coder.search.lists import WordList, word_lists
from coder.search.matching import Query
from coder.search.review import Passage, passages_of
from ui.language import in_words, mended
from ui.models.hits import DocumentLine, HitLine, HitsModel
from ui.models.table import swatch
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.code_hits import CodeHits
from ui.widgets.flow import Flow
from ui.widgets.hits_list import HitsList
from ui.widgets.lists import FilterLine, row_of_tools
from ui.widgets.menus import in_menu, passing_menu
from ui.widgets.ways import Ways
from ui.widgets.word_lists import WordListEditor
from ui.widgets.words import counted
from ui.workspace import Workspace

_CALM = 250  # ms after the last letter


class HitsPanel(QWidget):
    """hit_reached(Hit): to be shown, the keys stay here. hit_chosen(Hit): to be gone to. found(): other hits now.

    coding_wanted(code, [(document, Span)]). list_wanted(id or None, name, words), list_removed(id),
    list_switched(id, on): key-word lists. closed(): Esc, back to the text.
    """

    hit_reached = Signal(object)
    hit_chosen = Signal(object)
    found = Signal()
    coding_wanted = Signal(object, object)
    list_wanted = Signal(object, str, object)
    list_removed = Signal(object)
    list_switched = Signal(object, bool)
    closed = Signal()

    def __init__(
        self, workspace: Workspace, _tasks: Tasks | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._work = Tasks(self)
        self._again: Callable[[], None] | None = None
        self._result: Found | None = None
        self._lists: list[WordList] = []
        self.lists_off: set[UUID] = set()
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._build()
        self._connect()

    # building

    def _build(self) -> None:
        tr = self.tr
        self.field = FilterLine(self._theme, tr("Find in all documents"))
        self.count = QLabel()
        self.count.setMinimumWidth(1)  # a long word on a mistake must not widen the pane
        self.kind, self.near, self.order = QComboBox(), QComboBox(), QComboBox()
        for box, name, choices in (
            (self.kind, tr("What is looked for"), (
                (tr("Text"), "text"), (tr("Whole words"), "word"), (tr("Word forms"), "forms"),
                (tr("Regular expression"), "regex"))),
            (self.near, tr("Where the words stand"), (
                (tr("As a phrase"), ""), (tr("In one sentence"), "sentence"), (tr("In one paragraph"), "paragraph"))),
            (self.order, tr("Order of the hits"), (
                (tr("By document"), "document"), (tr("By the words before"), "before"),
                (tr("By the words after"), "after"))),
        ):  # fmt: skip
            box.setAccessibleName(name)
            box.setToolTip(name)
            for words, value in choices:
                box.addItem(words, value)
        self.ways = Ways()
        self.lists = QToolButton()
        self.lists.setText(tr("Key words"))
        self.lists.setIcon(self._theme.icon("quote"))
        self.lists.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.lists.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.lists.setToolTip(tr("Key-word lists: words that stay marked in every document"))
        self.lists.setMenu(QMenu(self.lists))
        self.code = QPushButton(tr("Code the hits…"))
        self.code.setIcon(self._theme.icon("code"))
        self.model = HitsModel(self._say_document, self)
        self.list = HitsList(self.model, self._theme)
        self.list.setAccessibleName(tr("Hits"))
        self.review = CodeHits(self._theme, self._say_document)
        self.editor = WordListEditor(self._theme)
        self._lay_out()
        self._tell()

    def _lay_out(self) -> None:
        step = round(self._theme.step(self.font()))
        tools = QWidget()
        flow = Flow(tools, gap=step)
        flow.setContentsMargins(step * 2, 0, step * 2, step)
        for widget in (self.kind, self.near, self.ways, self.order, self.lists):
            flow.addWidget(widget)
        hits = QWidget()
        layout = QVBoxLayout(hits)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self.field, self.count, self.code, theme=self._theme))
        layout.addWidget(tools)
        layout.addWidget(self.list, 1)
        self._pages, self._hits_page = QStackedWidget(), hits
        for page in (hits, self.review, self.editor):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setFocusProxy(self.field)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._calm.start())
        self.field.left.connect(self._into_list)
        for box in (self.kind, self.near):
            box.activated.connect(lambda _: self.search())
        self.ways.changed.connect(self.search)
        self.order.activated.connect(lambda _: self.model.sort_by(str(self.order.currentData())))
        self._calm.timeout.connect(self.search)
        self.list.reached.connect(self._on_reached)
        self.list.chosen.connect(self._on_chosen)
        self.list.left.connect(self.field.setFocus)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.lists.menu().aboutToShow.connect(self._fill_lists)
        self.code.clicked.connect(self.begin_review)
        self.review.asked.connect(self._ask_passages)
        self.review.closed.connect(self.show_hits)
        self.review.reached.connect(self.hit_reached)
        self.review.chosen.connect(self.hit_chosen)
        self.review.coding_wanted.connect(self.coding_wanted)
        self.editor.closed.connect(self.show_hits)
        self.editor.save_wanted.connect(self.list_wanted)
        self.editor.remove_wanted.connect(self.list_removed)
        self._work.stopped.connect(lambda: QTimer.singleShot(0, self, self._run_again))
        self._work.failed.connect(self._on_failed)
        self._work.progressed.connect(self._on_progress)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self._on_opened)
        self._workspace.closed.connect(self._on_closed)
        self._theme.changed.connect(self.list.viewport().update)

    # searching

    def query(self) -> Query:
        """What is looked for, as the switches stand."""
        return Query(
            self.field.text(), str(self.kind.currentData()), self.ways.folding(),
            "" if self.kind.currentData() == "regex" else str(self.near.currentData()),
        )  # fmt: skip

    def begin(self, words: str = "") -> None:
        """The keys come to the field; words: what to look for first."""
        self.show_hits()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def search(self) -> None:
        """Looks for it on the worker; a search under way is stopped."""
        self._calm.stop()
        self.near.setEnabled(self.kind.currentData() != "regex")
        if not self._workspace.is_open:
            return
        query, project = self.query(), self._workspace.project
        if query.empty:
            self._again = None
            self._work.cancel()
            self._show(None)
            return

        def work(tick: Callable[[int, int], None]) -> Found:
            return project.ask(find_all, sought=query, tick=tick)

        self._run(self.tr("Looking for “{}”").format(query.words), work, self._show)

    def _run(self, words: str, work: Callable[[Any], Any], then: Callable[[Any], None]) -> None:
        if self._work.run(words, work, then):
            self._again = None  # what was asked last counts
        else:
            self._again = lambda: self._run(words, work, then)
            self._work.cancel()

    def _run_again(self) -> None:
        if self._again is not None:
            self._again()

    def _on_failed(self, error: CoderError) -> None:
        if isinstance(error, SearchError):
            self._show(None)
            self.count.setText(in_words(error.message))
            self.count.setToolTip(mended(error, "\n"))
        elif not isinstance(error, Cancelled):
            self._workspace.failed.emit(error)

    def _on_progress(self, done: int, total: int) -> None:
        if done < total and self._pages.currentWidget() is self._hits_page:
            self.count.setText(self.tr("Looking: document {done} of {all}").format(done=done + 1, all=total))

    def _show(self, result: Found | None) -> None:
        if result is not None and result.query != self.query():
            return  # the words have gone on
        self._result = result
        self.model.replace(result.hits if result else (), result.counts if result else None)
        self._tell()
        self.found.emit()
        if self.list.hasFocus():  # the keys were there before the hits
            self.list.step(1)

    def _tell(self) -> None:
        result, tr = self._result, self.tr
        self.count.setToolTip("")
        self.code.setEnabled(bool(result and result.hits) and self._workspace.writable)
        if result is None:
            self.count.clear()
            self.list.set_words_when_empty(
                tr(
                    "Write what to look for; hits stand here in their context.\n"
                    "a | b finds either; with whole words and word forms, a* stands for the rest of a word."
                )
            )
            return
        self.list.set_words_when_empty(tr("Nothing was found."))
        self.count.setText(self._count_words(result))

    def _count_words(self, result: Found) -> str:
        tr, number = self.tr, QLocale().toString
        if not result.total:
            return tr("nothing found")
        if result.left_out:
            words = tr("{hits} hits in {documents} documents; the first {kept} are listed")
        elif len(result.counts) > 1:
            words = tr("{hits} hits in {documents} documents")
        else:
            words = counted(result.total, tr("1 hit in 1 document"), tr("{hits} hits in 1 document"))
        return words.format(
            hits=number(result.total), documents=number(len(result.counts)), kept=number(len(result.hits))
        )

    def _say_document(self, line: DocumentLine) -> str:
        if line.shown < line.all:
            return self.tr("{name} · {shown} of {all}").format(name=line.name, shown=line.shown, all=line.all)
        return self.tr("{name} · {n}").format(name=line.name, n=line.all)

    # hits of one document, for the desk

    def hits_in(self, document: UUID | None) -> list[Hit]:
        """The hits that were found in a document."""
        return [hit for hit in self._result.hits if hit.document_id == document] if self._result else []

    def _on_reached(self, line: HitLine) -> None:
        if self.list.hasFocus() or self.list.underMouse():
            self.hit_reached.emit(line.hit)

    def _on_chosen(self, line: HitLine) -> None:
        self.hit_chosen.emit(line.hit)

    def _into_list(self) -> None:
        if self._calm.isActive():
            self.search()
        self.list.begin()

    def show_hits(self) -> None:
        """Back from coding, or from the key-word lists."""
        if self._pages.currentWidget() is not self._hits_page:
            self._pages.setCurrentWidget(self._hits_page)
            self.setFocusProxy(self.field)
            self.list.setFocus() if self.model.hits else self.field.setFocus()

    # coding them

    def begin_review(self) -> None:
        """The hits with ticks, for a code that is chosen there."""
        if self._result is None or not self._result.hits:
            return
        codes = [row for row in self._workspace.codes() if row.state == "open" and row.scope == "passage"]
        self.review.offer(codes, self._swatch)
        self.review.show_passages([])
        self._pages.setCurrentWidget(self.review)
        self.setFocusProxy(self.review)
        self.review.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_passages()

    def _swatch(self, color: str) -> QIcon:
        return swatch(self._theme.bar(color).name(), self.fontMetrics().height(), self.devicePixelRatioF())

    def _ask_passages(self) -> None:
        if self._result is None:
            return
        project, hits = self._workspace.project, self._result.hits
        extent, code, coder = self.review.extent_name(), self.review.code_id(), self._workspace.coder_id

        def work(tick: Callable[[int, int], None]) -> list[Passage]:
            return project.ask(passages_of, hits=hits, extent=extent, code_id=code, coder_id=coder, tick=tick)

        self._run(self.tr("Reading the passages"), work, self.review.show_passages)

    # key-word lists

    def _fill_lists(self) -> None:
        menu = self.lists.menu()
        menu.clear()
        for known in self._lists:
            words = counted(
                len(known.words), self.tr("{name} (1 word)"), self.tr("{name} (%n words)", "", len(known.words))
            )
            action = menu.addAction(words.format(name=in_menu(known.name)))
            action.setCheckable(True)
            action.setChecked(known.id not in self.lists_off)
            action.toggled.connect(lambda on, which=known.id: self.list_switched.emit(which, on))
        if self._lists:
            menu.addSeparator()
            find = menu.addMenu(self._theme.icon("search"), self.tr("Find the words of"))
            for known in self._lists:
                find.addAction(in_menu(known.name)).triggered.connect(
                    lambda _=False, which=known: self._find_list(which)
                )
        keep = menu.addAction(self._theme.icon("add"), self.tr("Keep these words as a list…"))
        keep.triggered.connect(self._keep_words)
        keep.setEnabled(self._workspace.writable and not self.query().empty and self.kind.currentData() != "regex")
        edit = menu.addAction(self._theme.icon("edit"), self.tr("Edit the lists…"))
        edit.triggered.connect(lambda: self._edit_lists(None))
        edit.setEnabled(self._workspace.writable)

    def _find_list(self, known: WordList) -> None:
        self.kind.setCurrentIndex(self.kind.findData("word"))
        self.near.setCurrentIndex(0)
        self.field.setText(known.query.words)
        self.search()

    def _edit_lists(self, chosen: UUID | None) -> None:
        self.editor.show_lists(self._lists, chosen)
        self._pages.setCurrentWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_words(self) -> None:
        words = [word.strip() for word in self.field.text().split("|") if word.strip()]
        self._edit_lists(None)
        self.editor.take_words(words)

    def read_lists(self) -> list[WordList]:
        """The lists of the project, asked anew."""
        self._lists = self._workspace.ask(word_lists) if self._workspace.is_open else []
        if self._pages.currentWidget() is self.editor:
            self.editor.show_lists(self._lists, self.editor.which.currentData())
        return self._lists

    # what the project tells

    def _on_changed(self, change: object) -> None:
        if change.touches(Study):  # type: ignore[attr-defined]
            self.read_lists()
        if change.touches(Document) and self._result is not None:  # type: ignore[attr-defined]
            self.search()
        if change.touches(Code) and self._pages.currentWidget() is self.review:  # type: ignore[attr-defined]
            self.begin_review()

    def _on_opened(self) -> None:
        self._show(None)
        self.read_lists()

    def _on_closed(self) -> None:
        self._calm.stop()
        self._again = None
        self._work.finish()
        self.field.clear()
        self._calm.stop()
        self._lists = []
        self._pages.setCurrentWidget(self._hits_page)
        self._show(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.found.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._work.finish()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _menu(self, place: QPoint) -> None:
        menu, line = passing_menu(self), self.list.current_line()
        if line is not None:
            show = menu.addAction(self._theme.icon("read"), self.tr("Go to the passage\tEnter"))
            show.triggered.connect(lambda: self.hit_chosen.emit(line.hit))
        menu.addAction(self._theme.icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        if self.code.isEnabled():
            menu.addAction(self._theme.icon("code"), self.tr("Code the hits…")).triggered.connect(self.begin_review)
        menu.exec(self.list.viewport().mapToGlobal(place))
