"""A comparison written to a file: every figure, the page for the paper, a picture of the alphas."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coder import __version__
from coder.exchange.study_write import digest
from coder.reliability import Compared
from coder.reliability.qualifiers import qualifiers_json
from ui.language import in_words
from ui.tasks import Tasks, Tick
from ui.workspace import Workspace


class AgreementExport(QObject):
    """said(str): what was written. Failures go to `tasks.failed`."""

    said = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, panel: QWidget) -> None:
        super().__init__(panel)
        self._workspace, self._tasks, self._panel = workspace, tasks, panel
        self.compared: Compared | None = None

    def choose(self) -> None:
        """Asks for a file and writes every figure into it."""
        if self.compared is None:
            return
        kinds = (
            self.tr("Workbook with every figure (*.xlsx)"), self.tr("Reliability page for the paper (*.docx)"),
            self.tr("Reliability page as text to paste (*.txt)"), self.tr("Every figure, one a row (*.csv)"),
            self.tr("Picture of the alphas (*.svg)"), self.tr("Picture of the alphas (*.pdf)"),
            self.tr("Picture of the alphas (*.png)"),
        )  # fmt: skip
        dialog = QFileDialog(self._panel.window(), self.tr("Export agreement"), "", ";;".join(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("agreement"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")")))
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Writes what is shown, as the suffix says, on the worker."""
        compared, project = self.compared, self._workspace.project
        if compared is None:
            return

        def work(_tick: Tick) -> list[str]:
            from coder.exporters.agreement import write_agreement

            compared.qualifiers = project.ask(qualifiers_json, compared)
            return write_agreement(compared, compared.as_json(digest(project), f"Intercoder {__version__}"), path)

        def then(told: list[str]) -> None:
            self.said.emit(" ".join([self.tr("Wrote {}.").format(path.name), *map(in_words, told)]))

        if not self._tasks.run(self.tr("Writing {}").format(path.name), work, then):
            self.said.emit(self.tr("One thing at a time: {}").format(self._tasks.words))
