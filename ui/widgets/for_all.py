"""Choices that go for all sources: a pattern of file names with what it gives, pseudonyms, reprints as one story."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coder.errors import CoderError
from coder.importers.filenames import name_pattern
from coder.importers.pseudonyms import Pseudonyms, read_pseudonyms
from ui.models.incoming import ForAll
from ui.theme import Theme


class ForAllLine(QWidget):
    """wanted(ForAll): everything is to be read so. failed(CoderError): a list of names cannot be read."""

    wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pseudonyms: Pseudonyms | None = None
        self.key: Path | None = None  # where the key of the pseudonyms goes
        self._file = ""
        self._build()
        self.pattern.textChanged.connect(self._show_pattern)
        self.pattern.editingFinished.connect(self._want_pattern)
        self.stories.clicked.connect(self._want)
        self.names.clicked.connect(self._turn_names)
        self._used = ""

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText("{date}_{outlet}_{title}")
        label = QLabel(self.tr("File &names say"))
        label.setBuddy(self.pattern)
        self.stories = QCheckBox(self.tr("Reprints are one &story"))
        self.names = QPushButton()
        self.gives = QLabel()
        self.gives.setTextFormat(Qt.TextFormat.PlainText)
        self.gives.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(step * 2)
        line.addWidget(label)
        line.addWidget(self.pattern, 1)
        line.addWidget(self.stories)
        line.addWidget(self.names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(step)
        layout.addLayout(line)
        layout.addWidget(self.gives)
        self._show_names()

    def clear(self) -> None:
        """As at first."""
        self._pseudonyms, self.key, self._used = None, None, ""
        self.pattern.clear()
        self.stories.setChecked(False)
        self._show_names()

    # the pattern

    def show_file(self, name: str) -> None:
        """The file whose name shows what the pattern gives."""
        self._file = name
        self._show_pattern()

    def _show_pattern(self) -> None:
        """What the pattern, as it is typed, makes of the file that is shown."""
        self.gives.setText(self._given() if self.pattern.text().strip() else "")
        self.gives.setVisible(bool(self.gives.text()))

    def _given(self) -> str:
        try:
            found = name_pattern(self.pattern.text().strip()).values(self._file)
        except CoderError as error:
            return f"{error.message} {error.advice}"
        if found is None:
            return self.tr("“{file}” does not follow the pattern.").format(file=self._file)
        return " · ".join(f"{name}: {value}" for name, value in found.items())

    def _want_pattern(self) -> None:
        """A pattern that is one is used; what is half written waits."""
        written = self.pattern.text().strip()
        if written == self._used:
            return
        if written:
            try:
                name_pattern(written)
            except CoderError:
                return
        self._want()

    def _want(self) -> None:
        written = self.pattern.text().strip()
        try:
            self._used = written if written and name_pattern(written) else ""
        except CoderError:
            self._used = ""
        self.wanted.emit(ForAll(self._used, self._pseudonyms, self.stories.isChecked()))

    # pseudonyms

    def _turn_names(self) -> None:
        """Chooses a list of names and where its key goes; or lets go of them."""
        if self._pseudonyms is not None:
            self._pseudonyms, self.key = None, None
            self._show_names()
            self._want()
            return
        kinds = self.tr("Names and pseudonyms (*.csv *.tsv)")
        dialog = QFileDialog(self.window(), self.tr("Names and their pseudonyms"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._choose_key)
        dialog.open()

    def _choose_key(self, names: str) -> None:
        words = self.tr("Where the key goes: which name stood where")
        dialog = QFileDialog(self.window(), words, str(Path(names).parent), self.tr("Table (*.csv)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("key.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda key: self.use_names(Path(names), Path(key)))
        dialog.open()

    def use_names(self, names: Path, key: Path) -> None:
        """Names of this list are replaced; which stood where is written to the key, never into the project."""
        try:
            self._pseudonyms = read_pseudonyms(names)
        except CoderError as error:
            self.failed.emit(error)
            return
        self.key = key
        self._show_names()
        self._want()

    def _show_names(self) -> None:
        used = self._pseudonyms is not None
        self.names.setText(self.tr("Keep the names") if used else self.tr("Replace names…"))
        tip = self.tr("Names are replaced; the key goes to {file}.").format(file=self.key.name if self.key else "")
        self.names.setToolTip(tip if used else self.tr("Puts pseudonyms in the place of names, from a list"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the line has done its work there; it does not go on to bring everything in
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)
