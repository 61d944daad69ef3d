"""Taking data out: the format, how much of the sources' words, names or pseudonyms; and what a reader must know."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coder.errors import Cancelled, CoderError
from coder.exporters import export
from coder.project import Project
from ui.language import in_words, mended
from ui.tasks import Tasks, Tick
from ui.theme import Theme
from ui.workspace import Workspace


class ExportPanel(QWidget):
    """exported(Path). said(str)."""

    exported = Signal(object)
    said = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._theme = workspace, tasks, theme
        self._busy = False
        self._build()
        self._connect()
        self._explain()

    def _build(self) -> None:
        tr, step = self.tr, round(self._theme.step(self.font()))
        self.format, self.text = QComboBox(), QComboBox()
        for words, suffix in (
            (tr("Workbook (.xlsx): to read, sort and send to co-authors"), ".xlsx"),
            (tr("Table (.csv): one row a coded segment, for statistics"), ".csv"),
            (tr("Whole study (.json): to archive, or to bring into another project"), ".json"),
        ):
            self.format.addItem(words, suffix)
        for words, value in (
            (tr("Quotes with some context"), "quotes"), (tr("No words of the sources"), "none"),
            (tr("Full texts"), "full"),
        ):  # fmt: skip
            self.text.addItem(words, value)
        self.pseudonyms = QCheckBox(tr("Call coders “Coder 1”, “Coder 2” …; no key is written"))
        self.path = QLineEdit()
        self.path.setAccessibleName(tr("Where the export is written"))
        self.browse = QPushButton(tr("Where…"))
        self.button = QPushButton(self._theme.icon("export"), tr("Export"))
        self.button.setDefault(True)
        self.about, self.head = QLabel(), QLabel()
        for label in (self.about, self.head):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setForegroundRole(self.about.palette().ColorRole.PlaceholderText)
        self.remarks = QPlainTextEdit()
        self.remarks.setReadOnly(True)
        self.remarks.setAccessibleName(tr("What readers of the file should know"))
        self.remarks.hide()
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(step * 2)
        for words, widget in (
            (tr("As"), self.format), (tr("Words of the sources"), self.text), (tr("Names"), self.pseudonyms),
        ):  # fmt: skip
            form.addRow(words, widget)
        form.addRow(tr("Into"), where)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 4, step * 4, step * 4, step * 4)
        layout.setSpacing(step * 3)
        layout.addLayout(form)
        layout.addWidget(self.about)
        layout.addWidget(self.head)
        layout.addWidget(self.remarks, 1)
        layout.addStretch(0)
        layout.addLayout(last)
        for box in (self.format, self.text):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(30)

    def _connect(self) -> None:
        self.format.activated.connect(lambda _: self._with_suffix())
        self.text.activated.connect(lambda _: self._explain())
        self.path.textChanged.connect(lambda _: self._enable())
        self.path.returnPressed.connect(self.write)
        self.browse.clicked.connect(self._choose)
        self.button.clicked.connect(self.write)
        self._tasks.stopped.connect(self._stopped)
        self._workspace.opened.connect(self._forget)
        self._workspace.closed.connect(self._forget)

    def _forget(self) -> None:
        """Another project: another name."""
        self.path.clear()
        self.head.setText("")
        self.remarks.hide()
        if self.isVisible() and self._workspace.is_open:
            self.begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._workspace.is_open and not self.path.text():
            self.begin()

    def begin(self) -> None:
        """A name beside the project is offered."""
        path = self._workspace.path
        if path is not None:
            self.path.setText(str(path.with_suffix(self.format.currentData())))
        self.head.setText("")
        self.remarks.hide()
        self._enable()

    def _explain(self) -> None:
        self.about.setText({
            "quotes": self.tr("The passages go out with the words around them: enough to check a coding."),
            "none": self.tr("Only positions, codes and variables go out: for data that may not be shown."),
            "full": self.tr("All texts go out whole: only where you may share them."),
        }[self.text.currentData()])  # fmt: skip

    def _with_suffix(self) -> None:
        """The name follows the format."""
        if given := self.path.text().strip():
            self.path.setText(str(Path(given).with_suffix(self.format.currentData())))

    def _choose(self) -> None:
        suffix = self.format.currentData()
        dialog = QFileDialog(self.window(), self.tr("Export"), self.path.text(), f"*{suffix}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.path.setText)
        dialog.open()

    def _enable(self) -> None:
        self.button.setEnabled(bool(self.path.text().strip()) and not self._busy and self._workspace.is_open)

    # writing

    def write(self) -> None:
        """Exports on the worker; the file appears whole or not at all."""
        if not self.button.isEnabled():
            return
        path, project = Path(self.path.text().strip()).expanduser(), self._workspace.project
        text, pseudonyms = self.text.currentData(), self.pseudonyms.isChecked()

        def work(tick: Tick) -> list[str] | CoderError:
            return _exported(project, path, text, pseudonyms, tick)

        if not self._tasks.run(self.tr("Writing {}").format(path.name), work, lambda found: self._show(path, found)):
            self.head.setText(self.tr("One thing at a time: {}").format(self._tasks.words))
            return
        self._busy = True
        self.head.setText(self.tr("Writing {}…").format(path.name))
        self.remarks.hide()
        self._enable()

    def _stopped(self) -> None:
        if self._busy:
            self._busy = False
            self.head.setText("")
            self._enable()

    def _show(self, path: Path, found: list[str] | CoderError) -> None:
        if isinstance(found, CoderError):
            self.head.setText(mended(found))
            return
        self.remarks.setPlainText("\n".join(map(in_words, found)))
        self.remarks.setVisible(bool(found))
        words = self.tr("“{name}” is written. Its readers should know:") if found else self.tr("“{name}” is written.")
        self.head.setText(words.format(name=path.name))
        self.said.emit(self.tr("Wrote {}.").format(path.name))
        self.exported.emit(path)


def _exported(project: Project, path: Path, text: str, pseudonyms: bool, tick: Tick) -> list[str] | CoderError:
    """What readers must know, or what a researcher can mend; a stop goes on its way."""
    try:
        return export(project, path, text=text, pseudonyms=pseudonyms, tick=tick)
    except Cancelled:
        raise
    except CoderError as error:
        return error
