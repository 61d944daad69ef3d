"""The notebook: all memos and segments' memos, newest first; filtered, read, written, followed to what they are on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from uuid import UUID

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from coder.coding import set_memo
from coder.memos import Note, all_memos, edit_memo, in_one_line, link_words, remove_memo, write_memo
from coder.models import Assignment, Code, Coder, Coding, Document, Memo
from ui.language import named
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.later import WhenSeen
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.memo_form import Focus, MemoForm, memo_html
from ui.widgets.menus import in_menu, passing_menu
from ui.widgets.pages import plain_text
from ui.widgets.words import counted
from ui.workspace import Workspace

_CALM = 200  # ms: while one codes, the notebook follows a moment later


class NotebookPanel(QWidget):
    """thing_wanted(kind, id): what a memo is on, or a link in it, is to be shown.

    in_focus: what a new memo can be on, and what a memo can link to, the likeliest first.
    """

    thing_wanted = Signal(str, object)

    def __init__(
        self, workspace: Workspace, theme: Theme, in_focus: Callable[[], Sequence[Focus]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._workspace, self._theme, self._in_focus = workspace, theme, in_focus
        self._seen = WhenSeen(self.refresh, self)
        self._note: Note | None = None  # the one shown, or being changed
        self._new: Focus | None = None  # what a new memo is to be on
        self._shown_after: UUID | None = None
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._kinds = {
            "study": self.tr("The study"), "document": self.tr("Documents"), "code": self.tr("Codes"),
            "coding": self.tr("Coded segments"), "coder": self.tr("Coders"),
        }  # fmt: skip
        self._build()
        self._connect()

    # building

    def _build(self) -> None:
        self.filter = FilterLine(self._theme, self.tr("Filter memos: words, names"))
        self._count = QLabel()
        self.kind, self.author = QComboBox(), QComboBox()
        self.kind.setAccessibleName(self.tr("What they are on"))
        self.author.setAccessibleName(self.tr("Who wrote them"))
        self.kind.addItem(self.tr("On everything"), None)
        for value, words in self._kinds.items():
            self.kind.addItem(words, value)
        for box in (self.kind, self.author):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.new = QPushButton(self._theme.icon("add"), self.tr("New memo"))
        self._new_menu = QMenu(self)
        self.new.setMenu(self._new_menu)
        columns = [
            Column(self.tr("Written"), self._when, lambda n: n.at.timestamp() if n.at else 0.0),
            Column(self.tr("On"), lambda n: named(n.about) or self._kinds["study"]),
            Column(self.tr("By"), lambda n: n.author),
            Column(self.tr("Memo"), self._words_of),
        ]
        self._model = TableModel(columns, lambda n: n.id, self)
        self._model.editable = False
        self.list = ListView(self._model, self._theme)
        self.list.setAccessibleName(self.tr("Memos"))
        self.list.set_words_when_empty(
            self.tr(
                "Memos will stand here: on the study, its documents, codes, segments and coders. "
                "Ctrl+Shift+M writes one on what is in focus."
            )
        )
        for n, wide in enumerate((21, 34, 14, 60)):
            self.list.setColumnWidth(n, self.fontMetrics().averageCharWidth() * wide)
        self._split = QSplitter()
        self._split.addWidget(self.list)
        self._split.addWidget(self._build_reader())
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        tools = (self.filter, self._count, self.kind, self.author, self.new)
        layout.addWidget(row_of_tools(*tools, theme=self._theme))
        layout.addWidget(self._split, 1)
        self.setFocusProxy(self.list)

    def _build_reader(self) -> QWidget:
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        plain_text(self.text, self._theme)
        self.text.setAccessibleName(self.tr("The memo"))
        self.change = QPushButton(self._theme.icon("edit"), self.tr("Change"))
        self.remove_button = QPushButton(self._theme.icon("remove"), self.tr("Remove"))
        line = QHBoxLayout()
        step = round(self._theme.step(self.font()))
        line.setContentsMargins(step * 2, 0, step * 2, step)
        line.addWidget(self.change)
        line.addWidget(self.remove_button)
        line.addStretch(1)
        reader = QWidget()
        layout = QVBoxLayout(reader)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addLayout(line)
        self.form = MemoForm(self._theme, self._in_focus)
        self._pages = QStackedWidget()
        self._pages.addWidget(reader)
        self._pages.addWidget(self.form)
        self._pages.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        return self._pages

    def _connect(self) -> None:
        self.list.filter_by(self.filter)
        self.filter.textChanged.connect(self._tell_count)
        self.kind.activated.connect(self._keep)
        self.author.activated.connect(self._keep)
        self._new_menu.aboutToShow.connect(self._fill_new)
        self.list.row_reached.connect(self._reached)
        self.list.row_chosen.connect(self._go)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu().exec(self.list.viewport().mapToGlobal(place))
        )
        self.text.anchorClicked.connect(self._follow)
        self.change.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        self.form.saved.connect(self._save)
        self.form.given_up.connect(self._read)
        self._calm.timeout.connect(self.refresh)
        self._workspace.followed.connect(self._on_changed)
        self._workspace.opened.connect(self._begin)
        self._workspace.closed.connect(self._begin)
        self._workspace.coder_changed.connect(self.refresh)
        self._theme.changed.connect(self._show_note)

    @staticmethod
    def _when(note: Note) -> str:
        return QLocale().toString(note.at.astimezone(), QLocale.FormatType.ShortFormat) if note.at else ""

    @staticmethod
    def _words_of(note: Note) -> str:
        said = in_one_line(note.text)
        return f"{note.title}: {said}" if note.title and said else note.title or said

    # showing

    def _begin(self) -> None:
        self._note = self._new = None
        self._pages.setCurrentIndex(0)
        self.refresh()

    def _on_changed(self, change: object) -> None:
        if change.touches(Memo):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(Coding, Code, Document, Coder, Assignment):  # type: ignore[attr-defined]
            self._seen.stale = True
            self._calm.start()

    def refresh(self) -> None:
        """Asks again; a hidden notebook waits until it is seen."""
        if self._workspace.is_open and self._seen.waits():
            return
        w = self._workspace
        notes: list[Note] = w.ask(all_memos, reader=w.coder_id) if w.is_open else []
        self._model.replace(notes)
        self.new.setEnabled(self._workspace.writable)
        blocked, kept = QSignalBlocker(self.author), self.author.currentData()
        self.author.clear()
        self.author.addItem(self.tr("By everybody"), None)
        for name in sorted({n.author for n in notes if n.author}, key=str.casefold):
            self.author.addItem(name, name)
        self.author.setCurrentIndex(max(0, self.author.findData(kept)) if kept else 0)
        blocked.unblock()
        self._keep()
        wanted = self._shown_after or (self._note.id if self._note else None)
        self._shown_after = None
        self._note = next((n for n in notes if n.id == wanted), None)
        if self._note is not None:
            self.list.select_key(self._note.id)
        self._show_note()

    def _keep(self) -> None:
        kind, author = self.kind.currentData(), self.author.currentData()
        self.list.proxy.keep_only(
            lambda n: (kind is None or n.kind == kind) and (author is None or n.author == author)
        )
        self._tell_count()

    def _tell_count(self) -> None:
        n = self.list.proxy.rowCount()
        self._count.setText(counted(n, self.tr("1 memo"), self.tr("%n memos", "", n)))

    def _reached(self, note: Note) -> None:
        self._note = note
        if self._pages.currentIndex() == 0:
            self._show_note()

    @property
    def _mine(self) -> bool:
        return (
            self._note is not None and self._workspace.writable and self._note.author_id == self._workspace.coder_id
        )

    def _show_note(self) -> None:
        self.change.setEnabled(self._mine)
        self.remove_button.setEnabled(self._mine)
        note, muted = self._note, self._theme.colors.muted.name()
        self.text.document().setDefaultStyleSheet(f"a {{ color: {self._theme.colors.accent.name()}; }}")
        if note is None:
            words = self.tr("The memo that you choose stands here. Its links lead to what they quote.")
            self.text.setHtml(f"<p style='color:{muted}'>{escape(words)}</p>")
            return
        w = self._workspace
        words = w.ask(link_words, [note.text], reader=w.coder_id) if w.is_open else {}
        owner = escape(named(note.about) or self._kinds["study"])
        place = f"<a href='{note.kind}:{note.owner_id}'>{owner}</a>" if note.owner_id else owner
        by = escape(" · ".join(part for part in (note.author, self._when(note)) if part))
        title = f"<p><b>{escape(note.title)}</b></p>" if note.title else ""
        said = memo_html(note.text, words, self.tr("(no longer in this project)"), muted)
        self.text.setHtml(f"<p>{place}<br><span style='color:{muted}'>{by}</span></p>{title}{said}")

    # following

    def _follow(self, url: QUrl) -> None:
        kind, _, thing = url.toString().partition(":")
        self.thing_wanted.emit(kind, UUID(thing))

    def _go(self, note: Note) -> None:
        if note.owner_id is not None:
            self.thing_wanted.emit(note.kind, note.owner_id)

    # writing

    def _fill_new(self) -> None:
        self._new_menu.clear()
        for focus in self._in_focus():
            self._new_menu.addAction(in_menu(self._on(focus))).triggered.connect(partial(self.begin, focus))

    def _on(self, focus: Focus) -> str:
        """What a new memo would be on, as a menu says it."""
        sentences = {
            "study": self.tr("On the study"), "document": self.tr("On the document “{}”"),
            "code": self.tr("On the code “{}”"), "coding": self.tr("On the segment {}"),
            "coder": self.tr("On the coder {}"),
        }  # fmt: skip
        return sentences[focus.kind].format(focus.words)

    def begin(self, focus: Focus, *_: object) -> None:
        """Opens a new memo on this."""
        if self._workspace.writable:
            self._new = focus
            self.form.load(self._on(focus), "", "", titled=True)
            self._pages.setCurrentIndex(1)
            self.form.setFocus()

    def edit(self) -> None:
        """Opens the memo that is shown for changing, if it is one's own."""
        if self._note is not None and self._mine:
            self._new = None
            self.form.load(
                named(self._note.about) or self._kinds["study"], self._note.title, self._note.text,
                titled=not self._note.own_column,
            )  # fmt: skip
            self._pages.setCurrentIndex(1)
            self.form.setFocus()

    @property
    def writing(self) -> bool:
        return self._pages.currentIndex() == 1

    def _save(self, title: str, text: str) -> None:
        do, note = self._workspace.do, self._note
        if self._new is not None:
            done = do(write_memo, kind=self._new.kind, owner_id=self._new.id, text=text, title=title)
            if done is not None:
                self._shown_after = done.value
        elif note is None:
            self._read()
            return
        elif note.own_column:
            done = do(set_memo, coding_id=note.id, memo=text)
        else:
            done = do(edit_memo, memo_id=note.id, text=text, title=title)
        if done is not None:
            self._read()

    def _read(self) -> None:
        self._new = None
        self._pages.setCurrentIndex(0)
        self.refresh()
        self.list.setFocus()

    def remove(self) -> None:
        """Takes the memo that is shown away, if it is one's own."""
        if self._note is None or not self._mine:
            return
        if self._note.own_column:
            done = self._workspace.do(set_memo, coding_id=self._note.id, memo="")
        else:
            done = self._workspace.do(remove_memo, memo_id=self._note.id)
        if done is not None:
            self._workspace.said.emit(self.tr("Removed the memo; Ctrl+Z brings it back."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.list.hasFocus():
            self.edit()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove()
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """Everything that can be done with the memo in focus."""
        menu, icon, note = passing_menu(self), self._theme.icon, self._note
        if note is not None and note.owner_id is not None:
            show = menu.addAction(icon("read"), self.tr("Show what it is on\tEnter"))
            show.triggered.connect(partial(self._go, note))
        if self._mine:
            menu.addAction(icon("edit"), self.tr("Change\tF2")).triggered.connect(self.edit)
            menu.addAction(icon("remove"), self.tr("Remove\tDelete")).triggered.connect(self.remove)
        menu.addAction(icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        return menu
