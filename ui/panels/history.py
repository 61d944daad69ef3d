"""The audit trail: who did what when, filtered by words, person and kind; nothing of it can be changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, QSignalBlocker, QTimer
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from coder.history import Event, audit_trail
from ui.language import in_words
from ui.models.table import Column, TableModel
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.lists import FilterLine, ListView, row_of_tools
from ui.widgets.words import counted
from ui.workspace import Workspace

NEWEST = 5000  # lines shown at first: a filter over more of them is felt at every letter
_CALM = 300  # ms


class HistoryPanel(QWidget):
    """Everything that happened in the project, newest first."""

    def __init__(
        self, workspace: Workspace, _tasks: Tasks | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._work = Tasks(self)
        self._events: list[Event] = []
        self._stale, self._again, self._all = True, False, False
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.filter = FilterLine(self._theme, self.tr("Filter history: words, names"))
        self._count = QLabel()
        self.who, self.kind = QComboBox(), QComboBox()
        self.who.setAccessibleName(self.tr("Whose acts"))
        self.kind.setAccessibleName(self.tr("Kind of act"))
        for box in (self.who, self.kind):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.undone = QCheckBox(self.tr("Taken back too"))
        self.undone.setChecked(True)
        self.older = QPushButton()
        self.older.hide()
        columns = [
            Column(self.tr("When"), self._when, lambda e: (e.clock, e.id.bytes), tip=self._when_tip),
            Column(self.tr("Who"), lambda e: e.coder),
            Column(self.tr("What"), lambda e: in_words(e.words)),
            Column(self.tr("State"), lambda e: self.tr("taken back") if e.undone else ""),
        ]
        self.model = TableModel(columns, lambda e: e.id, self)
        self.list = ListView(self.model, self._theme)
        self.list.setAccessibleName(self.tr("History"))
        self.list.set_words_when_empty(self.tr("Every act in this project will stand here: who did what, and when."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(
            row_of_tools(self.filter, self._count, self.who, self.kind, self.undone, theme=self._theme)
        )
        layout.addWidget(self.list)
        layout.addWidget(self.older)
        self.setFocusProxy(self.list)
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((22, 18, 90, 14)):
            self.list.setColumnWidth(n, letter * wide)

    def _connect(self) -> None:
        self.list.filter_by(self.filter)
        self.filter.textChanged.connect(lambda _: self._tell_count())
        self.who.activated.connect(lambda _: self._keep())
        self.kind.activated.connect(lambda _: self._keep())
        self.undone.toggled.connect(lambda _: self._keep())
        self.older.clicked.connect(self._show_all)
        self._calm.timeout.connect(self.refresh)
        self._work.stopped.connect(lambda: QTimer.singleShot(0, self.refresh) if self._again else None)
        self._workspace.changed.connect(lambda _: self._wait())
        self._workspace.opened.connect(self._on_opened)
        self._workspace.closed.connect(self._on_closed)

    @staticmethod
    def _when(e: Event) -> str:
        return QLocale().toString(e.at.astimezone(), QLocale.FormatType.ShortFormat)

    @staticmethod
    def _when_tip(e: Event) -> str:
        return e.at.astimezone().isoformat(sep=" ", timespec="seconds")

    # showing

    def _wait(self) -> None:
        self._stale = True
        self._calm.start()

    def _on_opened(self) -> None:
        self._all = False
        self.refresh()

    def _on_closed(self) -> None:
        self._calm.stop()
        self._again = False
        self._work.finish()
        self._show([])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._work.finish()
        super().closeEvent(event)

    def refresh(self) -> None:
        """Reads the trail aside; a hidden panel waits until it is seen."""
        self._stale = True
        if not self._workspace.is_open or not self.isVisible():
            return
        if self._work.busy:
            self._again = True
            return
        self._stale = self._again = False
        project = self._workspace.project
        self._work.run(self.tr("Reading the history"), lambda _: project.ask(audit_trail), self._show)

    def _show(self, events: list[Event]) -> None:
        self._events = events
        shown = events if self._all else events[-NEWEST:]
        self.model.replace(reversed(shown))
        self._offer(self.who, self.tr("Everybody"), {e.coder: e.coder for e in events})
        self._offer(self.kind, self.tr("Every act"), {e.operation: self._kind(e.operation) for e in events})
        left = len(events) - len(shown)
        self.older.setVisible(left > 0)
        self.older.setText(self.tr("Show {n} older ones too").format(n=QLocale().toString(left)))
        self._keep()

    @staticmethod
    def _kind(operation: str) -> str:
        """An operation's name as words."""
        from coder.history import say

        return in_words(say(operation, None))

    def _offer(self, box: QComboBox, every: str, choices: dict[str, str]) -> None:
        blocked = QSignalBlocker(box)
        kept = box.currentData()
        box.clear()
        box.addItem(every, None)
        for value, words in sorted(choices.items(), key=lambda item: item[1].casefold()):
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(kept)))
        blocked.unblock()

    def _show_all(self) -> None:
        self._all = True
        self._show(self._events)

    def _keep(self) -> None:
        who, kind, undone = self.who.currentData(), self.kind.currentData(), self.undone.isChecked()

        def wanted(e: Any) -> bool:
            return (
                (who is None or e.coder == who) and (kind is None or e.operation == kind) and (undone or not e.undone)
            )

        self.list.proxy.keep_only(wanted)
        self._tell_count()

    def _tell_count(self) -> None:
        n = self.list.proxy.rowCount()
        words = counted(n, self.tr("1 act"), self.tr("{n} acts"))
        self._count.setText(words.format(n=QLocale().toString(n)))
