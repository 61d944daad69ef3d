"""Choices that go for all sources: a pattern of file names with what it gives, pseudonyms, reprints as one story."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coder.errors import CoderError
from coder.exchange.variables_table import read_variables
from coder.importers.filenames import name_pattern
from coder.importers.pseudonyms import Pseudonyms, read_pseudonyms
from ui.language import mended
from ui.models.incoming import ForAll
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.words import counted


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:20]}…"


class ForAllLine(QWidget):
    """wanted(ForAll): everything is to be read so. table_changed(): another table of variables goes with it, or none.

    failed(CoderError): a list of names or a table cannot be read.
    """

    wanted = Signal(object)
    table_changed = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pseudonyms: Pseudonyms | None = None
        self.key: Path | None = None  # where the key of the pseudonyms goes
        self.table: list[dict[str, str]] = []  # of variables, a row a document
        self._table_name = ""
        self._file = ""
        self._build()
        self.pattern.textChanged.connect(self._show_pattern)
        self.pattern.editingFinished.connect(self._want_pattern)
        self.stories.clicked.connect(self._want)
        self.names.clicked.connect(self._turn_names)
        self.variables.clicked.connect(self._turn_table)
        self._used = ""

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.pattern = QLineEdit()
        self.pattern.setPlaceholderText("{date}_{outlet}_{title}")
        label = QLabel(self.tr("File &names say"))
        label.setBuddy(self.pattern)
        self.stories = QCheckBox(self.tr("Reprints are one &story"))
        self.names, self.variables = QPushButton(), QPushButton()
        self.gives, self.fits = QLabel(), QLabel()
        for said in (self.gives, self.fits):
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
        self.fits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.pattern.setMinimumWidth(self.fontMetrics().averageCharWidth() * 26)
        named = QWidget()
        pair = QHBoxLayout(named)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(step * 2)
        pair.addWidget(label)
        pair.addWidget(self.pattern)
        tools = QWidget()
        line = Flow(tools, gap=step * 2)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (named, self.stories, self.variables, self.names):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(step)
        layout.addWidget(tools)
        layout.addWidget(self.gives)
        layout.addWidget(self.fits)
        self._show_names()
        self._show_table()

    def clear(self) -> None:
        """As at first."""
        self._pseudonyms, self.key, self._used = None, None, ""
        self.pattern.clear()
        self.stories.setChecked(False)
        self._show_names()
        self.table, self._table_name = [], ""
        self._show_table()

    def show_choices(self, every: ForAll) -> None:
        """The choices that hold, when others were given up."""
        self._used = every.pattern
        self.pattern.setText(every.pattern)
        self.stories.setChecked(every.stories)
        if every.pseudonyms is None:
            self.key = None
        self._pseudonyms = every.pseudonyms
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
            return mended(error)
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

    # a table of variables

    def _turn_table(self) -> None:
        """Chooses a table of variables, or lets go of it."""
        if self.table:
            self.table, self._table_name = [], ""
            self._show_table()
            self.table_changed.emit()
            return
        kinds = self.tr("Tables (*.csv *.tsv *.xlsx)")
        dialog = QFileDialog(self.window(), self.tr("Variables: a row a document, its name first"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.use_table)
        dialog.open()

    def use_table(self, name: str) -> None:
        """Documents get the variables of their rows in this table, matched by name."""
        try:
            self.table = read_variables(Path(name))
        except CoderError as error:
            self.failed.emit(error)
            return
        self._table_name = Path(name).name
        self._show_table()
        self.table_changed.emit()

    def _show_table(self) -> None:
        if self.table:
            self.variables.setText(self.tr("Without “{file}”").format(file=_short(self._table_name)))
            self.variables.setToolTip(self.tr("Lets go of the table “{file}”").format(file=self._table_name))
        else:
            self.variables.setText(self.tr("Va&riables table…"))
            self.variables.setToolTip(self.tr("Gives documents the variables of their rows in a table"))
        self.show_fit(0)

    def show_fit(self, unmatched: int, without: int = 0) -> None:
        """How much of the table fits nothing: rows, and sources that have none."""
        said = []
        if unmatched:
            said.append(counted(unmatched, self.tr("1 row of the table matches no document."),
                                self.tr("%n rows of the table match no document.", "", unmatched)))  # fmt: skip
        if without:
            said.append(counted(without, self.tr("1 source has no row in it."),
                                self.tr("%n sources have no row in it.", "", without)))  # fmt: skip
        if self.table and not said:
            said = [self.tr("Every row of the table and every source has its match.")]
        self.fits.setText(" ".join(said))
        self.fits.setVisible(bool(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in the line has done its work there; it does not go on to bring everything in
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)
