"""One source as it would be brought in: how it is read, its variables, its first lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.language import in_words
from ui.models.incoming import Row
from ui.models.table import Column, TableModel
from ui.theme import Theme
from ui.widgets.lists import ListView
from ui.widgets.words import counted

FIRST = 6000  # characters shown
_LISTED = 50  # rows of a table of variables that match nothing; the report has them all
_ENCODINGS = (
    "utf-8", "cp1251", "koi8-r", "cp866", "iso8859-5", "cp1252", "iso8859-15", "cp1250", "iso8859-2", "cp1254",
    "cp1256", "cp1255", "cp1253", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf-16", "mac_cyrillic",
)  # fmt: skip


class FirstLines(QPlainTextEdit):
    """A few lines of text; more where there is room."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class Preview(QWidget):
    """how_wanted(dict): a choice (of FileChoices) with which the chosen files are to be read.

    variables_wanted(dict): the chosen ones get these. version_wanted(bool): they are, or are not, new versions.
    """

    how_wanted = Signal(object)
    variables_wanted = Signal(object)
    version_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: Sequence[Row] = ()
        self._build()
        self._connect()
        self.show_languages(None)
        self.show_rows(None, ())

    def _build(self) -> None:
        step = round(self._theme.step(self.font()))
        self.goes_for = QLabel()
        self.goes_for.setWordWrap(True)
        self.remarks, self.unmatched = _told(), _told()
        self.unmatched.hide()
        self._build_boxes()
        self._build_choices()
        giving = self._build_variables(step)
        self.text = FirstLines()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("First lines"))
        self.text.setFont(self._theme.reading_font())
        layout = QVBoxLayout(self._build_area())
        layout.setContentsMargins(step * 3, 0, step, 0)
        layout.setSpacing(step * 2)
        layout.addWidget(self.remarks)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.goes_for)
        layout.addLayout(self.choices)
        layout.addWidget(self.table)
        layout.addLayout(giving)
        layout.addWidget(self.unmatched)

    def _build_boxes(self) -> None:
        """The choices that there may be for a file."""
        self.encoding, self.page, self.running = QComboBox(), QComboBox(), QComboBox()
        self.text_column, self.key_column = QComboBox(), QComboBox()
        self.ocr, self.version, self.sheet = QComboBox(), QComboBox(), QComboBox()
        for box in (self.text_column, self.key_column, self.encoding, self.ocr, self.sheet):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.encoding.addItem(self.tr("as found"), None)
        for name in _ENCODINGS:
            self.encoding.addItem(name, name)
        self.page.addItem(self.tr("the article alone"), "article")
        self.page.addItem(self.tr("all that stands on the page"), "whole")
        self.running.addItem(self.tr("kept"), "keep")
        self.running.addItem(self.tr("left out"), "drop")
        self.version.addItem(self.tr("its own document"), False)
        self.version.addItem(self.tr("a new version"), True)
        self.boxes = {
            "encoding": self.encoding, "page": self.page, "running": self.running, "text_column": self.text_column,
            "key_column": self.key_column, "ocr": self.ocr, "sheet": self.sheet,
        }  # fmt: skip
        for box in (*self.boxes.values(), self.version):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)

    def _build_choices(self) -> None:
        """The boxes with their names, one under the other."""
        self.ocr_help = QLabel(
            self.tr("This needs the program Tesseract, which is not on this machine: "
                    "install tesseract-ocr with the language of the pages.")
        )  # fmt: skip
        self.ocr_help.setWordWrap(True)
        self.choices = QFormLayout()
        self.choices.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.choices.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.choices.setContentsMargins(0, 0, 0, 0)
        self.choices.addRow(self.tr("&Brought in as"), self.version)
        self.choices.addRow(self.tr("Enc&oding"), self.encoding)
        self.choices.addRow(self.tr("&Web page"), self.page)
        self.choices.addRow(self.tr("Pa&ge headers"), self.running)
        self.choices.addRow(self.tr("Scanned &pages"), self.ocr)
        self.choices.addRow("", self.ocr_help)
        self.choices.addRow(self.tr("&Sheet"), self.sheet)
        self.choices.addRow(self.tr("Column of te&xts"), self.text_column)
        self.choices.addRow(self.tr("Column of &keys"), self.key_column)

    def _build_variables(self, step: int) -> QHBoxLayout:
        """The table of variables; returns the line that gives the chosen sources one more."""
        self.variables = TableModel(
            [
                Column(self.tr("Variable"), lambda pair: pair[0]),
                Column(self.tr("Value"), lambda pair: pair[1], edit=lambda pair, v: self._give(pair[0], v)),
            ],
            lambda pair: pair[0], self,
        )  # fmt: skip
        self.table = ListView(self.variables, self._theme)
        self.table.setAccessibleName(self.tr("Variables"))
        self.table.setMaximumHeight(self.fontMetrics().height() * 5)
        self.variable, self.value = QLineEdit(), QLineEdit()
        self.give = QPushButton(self.tr("Set"))
        giving = QHBoxLayout()
        giving.setSpacing(step)
        for line, words in ((self.variable, self.tr("Variable")), (self.value, self.tr("Value"))):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
            line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)
            giving.addWidget(line)
        giving.addWidget(self.give)
        return giving

    def _build_area(self) -> QWidget:
        """What a low pane scrolls: squeezed, a box would show half a line."""
        inside = QWidget()
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return inside

    def _connect(self) -> None:
        for choice, box in self.boxes.items():
            box.activated.connect(partial(self._want, choice))
            if (line := box.lineEdit()) is not None:
                line.returnPressed.connect(partial(self._want_typed, choice))
        self.version.activated.connect(self._want_version)
        self.give.clicked.connect(self._give_typed)
        for line in (self.variable, self.value):
            line.returnPressed.connect(self._give_typed)
        self._theme.changed.connect(lambda: self.text.setFont(self._theme.reading_font()))

    # showing

    def show_rows(self, row: Row | None, chosen: Sequence[Row], remarks: Sequence[str] = ()) -> None:
        """Shows one row and what is odd about it; choices go for all chosen ones."""
        self.rows = chosen
        n = len(chosen)
        words = counted(n, self.tr("These choices go for this file."), self.tr("These choices go for %n files.", "", n))
        self.goes_for.setText(words)
        for choice, box in self.boxes.items():
            self.choices.setRowVisible(box, any(r.takes(choice) for r in chosen))
        self.choices.setRowVisible(self.ocr_help, any(r.takes("ocr") for r in chosen) and not self.ocr.isEnabled())
        self.choices.setRowVisible(self.version, any(r.older is not None for r in chosen))
        documents = any(r.source is not None for r in chosen)
        self.goes_for.setVisible(documents or any(r.takes(choice) for r in chosen for choice in self.boxes))
        for widget in (self.variable, self.value, self.give):
            widget.setVisible(documents)
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks) and row is not None and row.failed is None)
        self.variables.replace(list(row.variables.items()) if row else [])
        self.table.setVisible(documents and len(self.variables.rows) > 0)
        self.text.setPlainText(first_lines(row) if row else "")
        if row is not None:
            self._show_how(row)
        needed = self._area.widget().minimumSizeHint().width()
        self._area.setMinimumWidth(needed + self._area.verticalScrollBar().sizeHint().width())

    def show_unmatched(self, words: Sequence[str]) -> None:
        """The rows of a table of variables that match no document."""
        shown = list(words[:_LISTED])
        if len(words) > _LISTED:
            shown.append(self.tr("… and {n} more rows").format(n=len(words) - _LISTED))
        self.unmatched.setText("\n".join(shown))
        self.unmatched.setVisible(bool(words))

    def show_languages(self, languages: Sequence[str] | None) -> None:
        """The languages in which text of scanned pages is recognised here; None: there is no program for it."""
        self.ocr.clear()
        self.ocr.addItem(self.tr("left as pictures"), None)
        for name in languages or ():
            self.ocr.addItem(self.tr("recognised: {language}").format(language=name), name)
        self.ocr.setEnabled(languages is not None)

    def _show_how(self, row: Row) -> None:
        found = self.tr("as found: {encoding}").format(encoding=row.encoding)
        guessed = self.tr("as guessed: {encoding}").format(encoding=row.encoding)
        known = row.encoding and row.how.encoding is None
        words = found if row.encoding_sure else guessed
        self.encoding.setItemText(0, words if known else self.tr("as found"))
        self._choose(self.encoding, row.how.encoding)
        for box, column in ((self.text_column, row.how.text_column), (self.key_column, row.how.key_column)):
            box.clear()
            box.addItem(self.tr("as found"), None)
            for name in row.source.variables if row.source else ():
                box.addItem(name, name)
            self._choose(box, column)
        self.sheet.clear()
        self.sheet.addItem(self.tr("as found"), None)
        for name in row.source.sheets if row.source else ():
            self.sheet.addItem(name, name)
        self._choose(self.sheet, row.how.sheet)
        self._choose(self.ocr, row.how.ocr)
        self.version.setCurrentIndex(int(row.version))
        self._choose(self.page, row.how.page or "article")
        self._choose(self.running, row.how.running or "keep")

    @staticmethod
    def _choose(box: QComboBox, chosen: str | None) -> None:
        place = box.findData(chosen) if chosen else 0
        box.setCurrentIndex(place)
        if place < 0:
            box.setEditText(chosen or "")

    # choosing

    def _want(self, choice: str, _place: int) -> None:
        box = self.boxes[choice]
        place = box.findText(box.currentText())
        self.how_wanted.emit({choice: box.itemData(place) if place >= 0 else box.currentText().strip() or None})

    def _want_typed(self, choice: str) -> None:
        """What is typed and stands not in the list; the box tells by itself of what does."""
        if self.boxes[choice].findText(self.boxes[choice].currentText()) < 0:
            self._want(choice, -1)

    def _want_version(self, place: int) -> None:
        self.version_wanted.emit(bool(self.version.itemData(place)))

    def _give(self, variable: str, value: str) -> None:
        self.variables_wanted.emit({variable: value.strip()})

    def _give_typed(self) -> None:
        name = " ".join(self.variable.text().split())
        if not name:
            self.variable.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._give(name, self.value.text())
        self.variable.clear()
        self.value.clear()
        self.variable.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a line has done its work there; it does not go on to bring everything in
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)


def first_lines(row: Row) -> str:
    """What is shown of a row's text."""
    if row.source is not None:
        text = row.source.text
    elif row.study is not None:
        text = "\n".join(d.name for d in row.study.documents)
    else:
        text = f"{in_words(row.failed.why)}\n{in_words(row.failed.advice)}" if row.failed else ""
    return f"{text[:FIRST].rstrip()}…" if len(text) > FIRST else text


def _told() -> QLabel:
    """Words that may be selected, over as many lines as they need."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
