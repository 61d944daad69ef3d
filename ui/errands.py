"""Files that a person chooses: projects, the demo, sources, codebooks; long work on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from coder.data import data_dir
from coder.errors import CoderError
from coder.sentences import joined
from ui.settings import Settings
from ui.tasks import Tasks, Tick
from ui.workspace import Workspace

_SOURCES = (
    "txt", "md", "docx", "odt", "rtf", "html", "htm", "mhtml", "mht", "epub", "pdf", "srt", "vtt", "eml", "mbox",
    "csv", "tsv", "xlsx", "xls", "ods", "zip", "json",
)  # fmt: skip

Chosen = Callable[[list[Path]], Any]


class Errands(QObject):
    """said(str): it went well. failed(CoderError). made(Path): a project stands there, to be opened.

    sources_chosen(list): files and folders to be looked at.
    """

    said = Signal(str)
    failed = Signal(object)
    made = Signal(object)
    sources_chosen = Signal(object)

    def __init__(self, workspace: Workspace, tasks: Tasks, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._tasks = tasks
        self._settings = settings
        self._window = window

    # choosing files; never a loop of its own, so that the window stays usable

    def _choose(self, title: str, kinds: str, mode: QFileDialog.FileMode, then: Chosen) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._settings.folder), kinds)
        dialog.setFileMode(mode)
        return self._open(dialog, then)

    def _save_as(self, title: str, kinds: str, name: str, then: Callable[[Path], Any]) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._settings.folder), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        return self._open(dialog, lambda paths: then(_with_suffix(paths[0], dialog.selectedNameFilter())))

    def _open(self, dialog: QFileDialog, then: Chosen) -> QFileDialog:
        def chosen(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            if paths:
                if not paths[0].is_relative_to(data_dir("codebooks")):  # the program's own is nobody's folder of work
                    self._settings.folder = paths[0].parent
                then(paths)

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(chosen)
        dialog.open()
        return dialog

    def _run(self, words: str, work: Callable[[Tick], Any], then: Callable[[Any], None]) -> None:
        if not self._tasks.run(words, work, then):
            self.said.emit(self.tr("One thing at a time: {}").format(self._tasks.words))

    # projects

    def choose_project(self, then: Callable[[Path], Any]) -> None:
        self._choose(
            self.tr("Open a project"), self.tr("Intercoder projects (*.intercoder)"),
            QFileDialog.FileMode.ExistingFile, lambda paths: then(paths[0]),
        )  # fmt: skip

    def choose_demo(self) -> None:
        """Asks for a folder and builds the demo in it."""
        self._choose(
            self.tr("A folder for the demo"), "", QFileDialog.FileMode.Directory,
            lambda paths: self.build_demo(paths[0] / "intercoder-demo"),
        )  # fmt: skip

    def build_demo(self, folder: Path) -> None:
        def work(_tick: Tick) -> Path:
            from argparse import Namespace

            from coder.cli.sample import PROJECT, demo

            demo(Namespace(folder=folder, no_window=True))
            return folder / PROJECT

        self._run(self.tr("Building the demo"), work, self.made.emit)

    # sources

    def choose_sources(self) -> None:
        kinds = self.tr("Sources ({kinds});;All files (*)").format(kinds=" ".join(f"*.{kind}" for kind in _SOURCES))
        self._choose(self.tr("Add sources"), kinds, QFileDialog.FileMode.ExistingFiles, self.sources_chosen.emit)

    def choose_folder(self) -> None:
        self._choose(
            self.tr("Add a folder of sources"), "", QFileDialog.FileMode.Directory, self.sources_chosen.emit
        )  # fmt: skip

    # codebooks

    def choose_codebook(self) -> None:
        from coder.exchange.codebook_files import SUFFIXES

        kinds = self.tr("Codebooks ({kinds})").format(kinds=" ".join(f"*{kind}" for kind in SUFFIXES))
        dialog = self._choose(
            self.tr("Load a codebook"), kinds, QFileDialog.FileMode.ExistingFile, lambda p: self.load_codebook(p[0])
        )
        dialog.setDirectory(str(data_dir("codebooks")))

    def load_codebook(self, path: Path) -> None:
        from coder.exchange.codebook_files import read_codebook_file
        from coder.exchange.codebook_load import load_codebook

        try:
            found = read_codebook_file(path)
        except CoderError as error:
            self.failed.emit(error)
            return
        if done := self._workspace.do(load_codebook, codebook=found):
            t = done.value
            words = self.tr("Codebook: {added} added, {changed} changed, {same} as they were.")
            self.said.emit(words.format(added=t.added, changed=t.changed, same=t.same))
            if t.told:
                advice = self.tr("Choose other keys for these codes, or none.")
                self.failed.emit(CoderError(joined(t.told), advice))

    def choose_codebook_target(self) -> None:
        kinds = self.tr("Codebook (*.yaml);;Workbook (*.xlsx);;Table of the codes (*.csv);;REFI codebook (*.qdc)")
        self._save_as(self.tr("Save the codebook"), kinds, "codebook.yaml", self.save_codebook)

    def save_codebook(self, path: Path) -> None:
        from coder.coders import study_of
        from coder.exchange.codebook_load import codebook_of
        from coder.exporters.codebook_files import write_codebook_file

        title = self._workspace.ask(study_of, self._workspace.project.study_id).title
        try:
            told = write_codebook_file(path, self._workspace.ask(codebook_of, title))
        except CoderError as error:
            self.failed.emit(error)
            return
        self.said.emit(self.tr("Wrote {}.").format(path.name))
        if told:
            advice = self.tr("A .yaml file holds the whole codebook.")
            self.failed.emit(CoderError(joined(told), advice))


def _with_suffix(path: Path, kind: str) -> Path:
    """A name typed without a suffix gets that of the chosen kind, “Workbook (*.xlsx)”."""
    suffix = kind.rpartition("*.")[2].rstrip(")")
    return path if path.suffix or not suffix else path.with_name(f"{path.name}.{suffix}")
