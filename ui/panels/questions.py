"""Questions to the lead: what is asked about which passage, by whom; read, put into words, answered."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coder.asking import (
    Question,
    answer_question,
    questions,
    reopen_question,
    take_question_back,
    word_question,
)
from coder.models import Assignment, Code, Coder, Coding, Document, Memo
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.later import Later, WhenSeen
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.menus import passing_menu
from ui.widgets.words import counted, quoted
from ui.workspace import Workspace


class QuestionsPanel(QWidget):
    """question_chosen(Question): its passage is to be shown."""

    question_chosen = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._shown: Question | None = None
        self._seen = WhenSeen(self.refresh, self)
        self._build()
        self._later = Later(self.refresh, self)
        self._connect()
        self._show_question()

    def _build(self) -> None:
        tr = self.tr
        self._filter = FilterLine(self._theme, tr("Filter questions: words, names"))
        self._count, self._apart = QLabel(), QLabel()
        self._apart.setWordWrap(True)
        self._apart.setContentsMargins(*[round(self._theme.step(self.font())) * 2] * 4)
        self._apart.hide()
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Which questions"))
        self.which.addItem(tr("All questions"), None)
        self.which.addItem(tr("Open ones"), False)
        self.which.addItem(tr("Answered ones"), True)
        columns = [
            Column(tr("State"), lambda q: tr("answered") if q.answered else tr("open")),
            Column(tr("Document"), lambda q: q.document),
            Column(tr("Passage"), lambda q: q.quote, tip=lambda q: q.quote),
            Column(tr("Asked by"), lambda q: q.asker),
            Column(tr("Question"), lambda q: " ".join(q.text.split()), tip=lambda q: q.text),
            Column(tr("Answer"), lambda q: " ".join(q.answer.split()), tip=lambda q: q.answer),
        ]
        self._model = TableModel(columns, lambda q: q.id, self)
        self._model.editable = False
        self.list = ListView(self._model, self._theme)
        self.list.setAccessibleName(tr("Questions to the lead"))
        self.list.set_words_when_empty(
            tr("Passages marked “ask the lead” will stand here. Ctrl+Shift+H marks the passage in hand.")
        )
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((12, 20, 34, 14, 30)):
            self.list.setColumnWidth(n, letter * wide)
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(self._build_reader())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self._filter, self._count, self.which, theme=self._theme))
        layout.addWidget(self._apart)
        layout.addWidget(split, 1)
        self.setFocusProxy(self.list)

    def _build_reader(self) -> QWidget:
        tr, step = self.tr, round(self._theme.step(self.font()))
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.asked, self.answer = QPlainTextEdit(), QPlainTextEdit()
        self.asked.setPlaceholderText(tr("What is to be asked? It may stay without words."))
        self.asked.setAccessibleName(tr("Question"))
        self.answer.setAccessibleName(tr("Answer"))
        for box in (self.asked, self.answer):
            box.setTabChangesFocus(True)
        self.save = QPushButton(tr("Save"))
        self.save.setToolTip(tr("Ctrl+Enter"))
        self.again = QPushButton(tr("Open again"))
        self.again.setToolTip(tr("Take the answer away"))
        self.back = QPushButton(self._theme.icon("remove"), tr("Take back"))
        line = QHBoxLayout()
        line.addWidget(self.save)
        line.addWidget(self.again)
        line.addStretch(1)
        line.addWidget(self.back)
        reader = QWidget()
        layout = QVBoxLayout(reader)
        layout.setContentsMargins(step * 2, 0, step * 2, step)
        layout.setSpacing(step)
        layout.addWidget(self.about)
        layout.addWidget(self.asked, 1)
        layout.addWidget(self.answer, 1)
        layout.addLayout(line)
        reader.setMinimumWidth(max(self.fontMetrics().averageCharWidth() * 36, layout.minimumSize().width()))
        return reader

    def _connect(self) -> None:
        self.list.filter_by(self._filter)
        self.which.activated.connect(self._keep)
        self.list.row_reached.connect(self._reached)
        self.list.row_chosen.connect(self.question_chosen)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.menu().exec(self.list.viewport().mapToGlobal(place))
        )
        self.save.clicked.connect(self.send)
        self.again.clicked.connect(self.reopen)
        self.back.clicked.connect(self.take_back)
        w = self._workspace
        w.followed.connect(self._on_changed)
        w.opened.connect(self._begin)
        w.closed.connect(self._begin)
        w.coder_changed.connect(self.refresh)
        w.state_changed.connect(self._tell)

    # what is shown

    def _begin(self) -> None:
        self._shown = None
        self.refresh()

    def _on_changed(self, change: object) -> None:
        if change.touches(Memo):  # type: ignore[attr-defined]
            self.refresh()
        elif change.touches(Coding, Code, Document, Coder, Assignment):  # type: ignore[attr-defined]
            self._later.follow()

    def refresh(self) -> None:
        """Asks again; a hidden list waits until it is seen. What is being typed stays."""
        if self._workspace.is_open and self._seen.waits():
            return
        w = self._workspace
        rows: Sequence[Question] = w.ask(questions, reader=w.coder_id) if w.is_open else []
        self._model.replace(rows)
        self._keep()
        self._tell_apart(len(w.ask(questions)) - len(rows) if w.is_open else 0)
        kept = next((q for q in rows if self._shown is not None and q.id == self._shown.id), None)
        if kept != self._shown:
            self._shown = kept
            self._show_question()
        self._tell()

    def reach(self, question: UUID) -> None:
        """Puts a question into sight, its words open."""
        if self._seen.stale:
            self.refresh()
        found = next((q for q in self._model.rows if q.id == question), None)
        if found is not None:
            self.which.setCurrentIndex(0)
            self._keep()
            self.list.select_key(question)
            self._reached(found)

    def _tell_apart(self, n: int) -> None:
        """That there are more questions, though not which: they would show what others coded."""
        words = counted(
            n, self.tr("1 more question is about a document on which you still work apart from the others."),
            self.tr("%n more questions are about documents on which you still work apart from the others.", "", n),
        )  # fmt: skip
        how = self.tr("Look at other coders’ segments there (menu View) to read it; this is noted.")
        self._apart.setText(f"{words} {how}")
        self._apart.setVisible(n > 0)

    def _keep(self) -> None:
        wanted = self.which.currentData()
        self.list.proxy.keep_only(lambda q: wanted is None or q.answered == wanted)
        n = sum(not q.answered for q in self._model.rows)
        self._count.setText(counted(n, self.tr("1 open question"), self.tr("%n open questions", "", n)))

    def _reached(self, question: Question) -> None:
        if question != self._shown:
            self._shown = question
            self._show_question()

    @property
    def mine(self) -> bool:
        """Is the question that is shown the coder's own?"""
        w, shown = self._workspace, self._shown
        return shown is not None and w.writable and shown.asker_id == w.coder_id

    @property
    def leads(self) -> bool:
        """May questions be answered here?"""
        return self._workspace.writable and not self._workspace.is_package

    def _show_question(self) -> None:
        shown = self._shown
        for box, words in ((self.asked, shown.text if shown else ""), (self.answer, shown.answer if shown else "")):
            blocked = QSignalBlocker(box)
            box.setPlainText(words)
            blocked.unblock()
        self.about.setText("" if shown is None else self._about(shown))
        waits = self.tr("The lead’s answer will stand here.")
        lead = self.tr("Your answer; who asked gets it with your next file.")
        self.answer.setPlaceholderText(lead if self.leads else waits)
        self._tell()

    def _about(self, question: Question) -> str:
        parts = [question.document, " › ".join(question.path), question.asker]
        if question.at is not None:
            parts.append(QLocale().toString(question.at.astimezone(), QLocale.FormatType.ShortFormat))
        if question.answered_by:
            parts.append(self.tr("answered by {}").format(question.answered_by))
        return " · ".join(part for part in parts if part) + (f"\n{quoted(question.quote)}" if question.quote else "")

    def _tell(self) -> None:
        shown = self._shown
        self.asked.setReadOnly(not self.mine)
        self.answer.setReadOnly(shown is None or not self.leads)
        self.save.setEnabled(shown is not None and (self.mine or self.leads))
        self.again.setEnabled(shown is not None and shown.answered and self.leads)
        self.back.setEnabled(self.mine)

    # what can be done

    def send(self) -> None:
        """Writes the question's words and the answer, those that are new."""
        shown, w = self._shown, self._workspace
        if shown is None:
            return
        asked, answer = self.asked.toPlainText().strip(), self.answer.toPlainText().strip()
        if self.mine and asked != shown.text and w.do(word_question, question_id=shown.id, text=asked):
            w.said.emit(self.tr("The question is written."))
        new = self.leads and answer not in ("", shown.answer)
        if new and w.do(answer_question, question_id=shown.id, text=answer):
            w.said.emit(self.tr("Answered; {} gets it with your next file.").format(shown.asker))
        self.refresh()

    def reopen(self) -> None:
        if self._shown is not None and self._workspace.do(reopen_question, question_id=self._shown.id):
            self._workspace.said.emit(self.tr("The question is open again."))

    def take_back(self) -> None:
        if self.mine and self._shown is not None and self._workspace.do(take_question_back, question_id=self._shown.id):
            self._workspace.said.emit(self.tr("Took the question back; Ctrl+Z brings it back."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.send()
        elif event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.take_back()
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """Everything that can be done with the question in focus."""
        menu, icon, shown = passing_menu(self), self._theme.icon, self._shown
        if shown is not None:
            menu.addAction(icon("read"), self.tr("Show the passage\tEnter")).triggered.connect(
                lambda: self.question_chosen.emit(shown)
            )
            if shown.answered and self.leads:
                menu.addAction(self.tr("Open again")).triggered.connect(self.reopen)
            if self.mine:
                menu.addAction(icon("remove"), self.tr("Take back\tDelete")).triggered.connect(self.take_back)
        menu.addAction(icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        return menu
