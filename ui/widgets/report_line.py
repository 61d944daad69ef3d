"""Two buttons for a report in words: copy it, save it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from coder.errors import CoderError
from ui.theme import Theme


class ReportLine(QWidget):
    """said(str): it is copied or written. failed(CoderError): it cannot be written."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self._name = name  # of the file that is proposed
        self.copy = QPushButton(theme.icon("copy"), self.tr("Copy the report"))
        self.save = QPushButton(theme.icon("save"), self.tr("Save the report…"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(round(theme.step(self.font())) * 2)
        line.addWidget(self.copy)
        line.addWidget(self.save)
        self.copy.clicked.connect(self.copy_text)
        self.save.clicked.connect(self.choose_file)

    def copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.said.emit(self.tr("The report is copied."))

    def choose_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Save the report"), "", self.tr("Text (*.txt)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self._name)
        dialog.fileSelected.connect(self.save_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_to(self, name: str) -> None:
        path = Path(name)
        try:
            path.write_text(self.text, "utf-8")
        except OSError as error:
            words = self.tr("“{name}” cannot be written: {why}.").format(name=path.name, why=error.strerror)
            self.failed.emit(CoderError(words, self.tr("Choose another folder.")))
            return
        self.said.emit(self.tr("Wrote {}.").format(path.name))
