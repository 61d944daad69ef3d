"""Reliability of a plain table from elsewhere: the table is chosen or dropped, its coefficients told in plain words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coder.agreement import Reliability, reliability
from coder.errors import CoderError
from coder.importers.ratings_table import read_ratings
from ui.language import in_words, mended
from ui.models.agreement import apart
from ui.models.ratings import columns_of, rows_of
from ui.models.table import TableModel
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.agreement_head import quiet_label
from ui.widgets.flow import flow_of_tools
from ui.widgets.lists import ListView, row_of_tools
from ui.widgets.menus import passing_menu
from ui.widgets.words import counted

RESAMPLES = 1000
_TABLES = (".csv", ".tsv", ".xlsx")


class RatingsPanel(QWidget):
    """said(str)."""

    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._work = Tasks(self)  # a table is measured aside, whatever else is going on
        self._found: Reliability | None = None
        self._asked = ""
        self._again = False
        self._build()
        self._connect()
        self._clear(self._first_words())

    # building

    def _build(self) -> None:
        self._build_controls()
        self.model = TableModel(columns_of(), lambda row: row.name, self)
        self.list = ListView(self.model, self._theme)
        self.list.setAccessibleName(self.tr("Coefficients"))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.head, self.warnings, self.sentence = quiet_label(), quiet_label(), quiet_label(muted=False)
        step = self._theme.step(self.font())
        seed = QLabel(self.tr("Seed"))
        seed.setBuddy(self.seed)
        tools = (self.scale, self.categories, self.intervals, seed, self.seed, self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(row_of_tools(self.path, self.browse, theme=self._theme))
        layout.addWidget(flow_of_tools(*tools, step=step))
        for label in (self.head, self.warnings):
            label.setContentsMargins(round(step * 3), round(step), round(step * 3), round(step))
            layout.addWidget(label)
        layout.addWidget(self.list, 1)
        self.sentence.setContentsMargins(round(step * 3), round(step * 2), round(step * 3), round(step * 2))
        layout.addWidget(self.sentence)
        self.setFocusProxy(self.path)
        self.setAcceptDrops(True)
        self._fit()

    def _build_controls(self) -> None:
        tr = self.tr
        self.path = QLineEdit()
        self.path.setPlaceholderText(tr("A table: a row per unit, a column per coder, empty where a value is missing"))
        self.path.setAccessibleName(tr("Table"))
        self.browse = QPushButton(self._theme.icon("open"), tr("Choose…"))
        self.scale = QComboBox()
        self.scale.setAccessibleName(tr("Metric"))
        for words, value in (
            (tr("Categories without order (nominal)"), "nominal"), (tr("Categories in order (ordinal)"), "ordinal"),
            (tr("Numbers (interval)"), "interval"), (tr("Numbers with a true zero (ratio)"), "ratio"),
        ):  # fmt: skip
            self.scale.addItem(words, value)
        letter = self.fontMetrics().averageCharWidth()
        self.categories = QLineEdit()
        self.categories.setPlaceholderText(tr("Categories: as many as are used"))
        self.categories.setValidator(QIntValidator(1, 99_999, self))
        self.categories.setMinimumWidth(letter * 42)
        self.categories.setAccessibleName(tr("Categories of the codebook"))
        self.categories.setToolTip(tr("How many the codebook has; AC1, AC2, Brennan and Prediger ask for it"))
        self.intervals = QCheckBox(tr("95 % intervals"))
        self.intervals.setToolTip(tr("Units are drawn anew {n} times, as a sample").format(n=RESAMPLES))
        self.seed = QLineEdit("0")
        self.seed.setValidator(QIntValidator(0, 2**31 - 1, self))
        self.seed.setFixedWidth(letter * 14)
        self.seed.setAccessibleName(tr("Seed"))
        self.seed.setToolTip(tr("The same seed gives the same intervals."))
        self.export = QPushButton(self._theme.icon("export"), tr("Export…"))

    def _connect(self) -> None:
        self.path.returnPressed.connect(self.measure)
        self.browse.clicked.connect(self.choose)
        self.scale.activated.connect(self._measure_if_there)
        self.categories.editingFinished.connect(self._measure_if_changed)
        self.seed.editingFinished.connect(self._measure_if_changed)
        self.intervals.toggled.connect(self._measure_if_there)
        self.export.clicked.connect(self.choose_export)
        self.list.row_reached.connect(self._reach)
        self.list.customContextMenuRequested.connect(self._menu)
        self._work.stopped.connect(self._stopped)
        self._work.failed.connect(self._fail)

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((52, 12, 18, 19, 80)):
            self.list.setColumnWidth(n, letter * wide)

    # the table

    def choose(self) -> None:
        """Asks for a table."""
        dialog = QFileDialog(self.window(), self.tr("Choose a table"), self.path.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables (*.csv *.tsv *.xlsx)"), self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, name: str) -> None:
        """Measures this table."""
        self.path.setText(name)
        self.measure()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _table_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := _table_in(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.take(str(path))

    # measuring

    def _measure_if_there(self) -> None:
        if self.path.text().strip():
            self.measure()

    def _measure_if_changed(self) -> None:
        """Leaving a field is no wish; another number in it is."""
        if self.path.text().strip() and self._wanted() != self._asked:
            self.measure()

    def _wanted(self) -> str:
        return "|".join(map(str, (self.path.text().strip(), *self._settings())))

    def _settings(self) -> tuple[str, int | None, int, int]:
        size, seed = self.categories.text(), self.seed.text()
        return (
            self.scale.currentData(), int(size) if size else None, RESAMPLES if self.intervals.isChecked() else 0,
            int(seed or 0),
        )  # fmt: skip

    def measure(self) -> None:
        """Reads the table and measures it, aside."""
        name = self.path.text().strip()
        if not name:
            self._clear(self._first_words())
            return
        if self._work.busy:
            self._again = True
            return
        self._asked = self._wanted()
        path, (metric, categories, times, seed) = Path(name), self._settings()

        def work(_tick: object) -> Reliability:
            return reliability(read_ratings(path), metric, categories=categories, bootstrap=times, seed=seed)

        self.head.setText(self.tr("Measuring {}…").format(path.name))
        self._work.run(self.tr("Measuring {}").format(path.name), work, self._show)

    def _stopped(self) -> None:
        if self._again:
            self._again = False
            self.measure()

    def _fail(self, error: CoderError) -> None:
        self._clear(mended(error, "\n"))

    def _show(self, found: Reliability) -> None:
        self._found = found
        tr = self.tr
        parts = (
            counted(len(found.coders), tr("1 coder"), tr("{n} coders")).format(n=len(found.coders)),
            counted(found.units, tr("1 unit"), tr("{n} units")).format(n=found.units),
            counted(found.categories, tr("1 category"), tr("{n} categories")).format(n=found.categories),
        )
        names = ", ".join(map(apart, found.coders))
        self.head.setText(tr("{names}: {counts}").format(names=names, counts=", ".join(parts)))
        self.warnings.setText("\n".join(f"⚠ {in_words(words)}" for words in found.warnings))
        self.warnings.setVisible(bool(found.warnings))
        self.model.replace(rows_of(found))
        self.list.setColumnHidden(2, not any(c.low is not None for c in found.coefficients.values()))
        self.list.setColumnHidden(3, not any(value is not None for value in found.se.values()))
        self.export.setEnabled(True)
        self.sentence.setText(tr("Bands are conventions of one coefficient; they do not hold for the others."))

    def _clear(self, words: str) -> None:
        self._found = None
        self.model.replace([])
        self.list.set_words_when_empty(words)
        for label in (self.head, self.warnings, self.sentence):
            label.setText("")
        self.warnings.hide()
        self.export.setEnabled(False)

    def _first_words(self) -> str:
        return self.tr(
            "Choose or drop a table (.csv, .tsv, .xlsx) with the coders’ names in the first row. It stays where it is; "
            "nothing of it goes into the project."
        )

    def _reach(self, row: object) -> None:
        said = next(column for column in self.model.columns if column.name == "said")
        self.sentence.setText(said.text(row))

    # out

    def _menu(self, place: QPoint) -> None:
        menu = passing_menu(self)
        menu.addAction(self._theme.icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        if self._found is not None:
            menu.addAction(self._theme.icon("export"), self.tr("Export…")).triggered.connect(self.choose_export)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def choose_export(self) -> None:
        """Asks for a file and writes the figures into it."""
        if self._found is None:
            return
        kinds = ";;".join((self.tr("Workbook (*.xlsx)"), self.tr("Table (*.csv)")))
        dialog = QFileDialog(self.window(), self.tr("Export reliability"), "", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("reliability"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("csv" if ".csv" in kind else "xlsx"))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Writes the figures; what cannot be done is told."""
        if (found := self._found) is None:
            return
        from coder.exporters.ratings_tables import asked_in_words, write_reliability

        name, settings = Path(self.path.text().strip()).name, self._settings()
        try:
            told = write_reliability(found, name, asked_in_words(*settings), path)
        except CoderError as error:
            self.said.emit(mended(error))
            return
        self.said.emit(" ".join([self.tr("Wrote {}.").format(path.name), *map(in_words, told)]))

    def finish(self) -> None:
        """Stops what is being measured; before the panel goes."""
        self._again = False
        self._work.finish()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish()
        super().closeEvent(event)


def _table_in(data: QMimeData) -> Path | None:
    """The first table among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() in _TABLES), None)
