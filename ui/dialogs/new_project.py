"""A page that asks for what a new project needs: its title, where it lies, and a codebook to begin with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from coder.data import data_dir
from ui.settings import Settings
from ui.theme import Theme
from ui.widgets.pages import Page
from ui.widgets.parts import name_parts

_FORBIDDEN = '<>:"/\\|?*'


class NewProjectPage(Page):
    """made(path, title, lead, codebook or None): the project that is wanted. given_up()."""

    made = Signal(object, str, str, object)
    given_up = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 66, parent)
        self._settings = settings
        self._build()

    def _build(self) -> None:
        self.heading(self.tr("New project"), 1.7)
        self.words(self.tr("A project is one file. Put it where you would put a manuscript; it can be mailed whole."))
        self.gap(2)
        self.title, self.lead, self.folder = QLineEdit(), QLineEdit(), QLineEdit()
        self.title.setPlaceholderText(self.tr("for instance: Who recruits foreigners?"))
        self.folder.setAccessibleName(self.tr("Folder"))
        self.codebook = QComboBox()
        self.codebook.addItem(self.tr("none yet"), None)
        for path in sorted(data_dir("codebooks").glob("*.yaml")):
            self.codebook.addItem(codebook_title(path), path)
        self.codebook.addItem(self.tr("a file…"), None)
        self._asking = self.codebook.count() - 1
        self.codebook.activated.connect(self._codebook_activated)
        choose = QPushButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose_folder)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(choose)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setSpacing(round(self.step * 2.5))
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Led by"), self.lead)
        form.addRow(self.tr("Folder"), place)
        form.addRow(self.tr("Codebook"), self.codebook)
        self.column.addLayout(form)
        name_parts(self)
        self._path = self.words("")
        self.make, cancel = QPushButton(self.tr("Make the project")), QPushButton(self.tr("Cancel"))
        self.make.clicked.connect(self._make)
        cancel.clicked.connect(self.given_up)
        buttons = QHBoxLayout()
        buttons.addWidget(self.make)
        buttons.addWidget(cancel)
        buttons.addStretch()
        self.column.addLayout(buttons)
        self.column.addStretch()
        self.title.textChanged.connect(self._tell_path)
        self.folder.textChanged.connect(self._tell_path)
        for field in (self.title, self.lead, self.folder):
            field.returnPressed.connect(self._make)

    def begin(self) -> None:
        """An empty form, the keys in its first field."""
        self.title.clear()
        self.lead.setText(self._settings.name)
        self.folder.setText(str(self._settings.folder))
        self.codebook.setCurrentIndex(0)
        self._tell_path()
        self.title.setFocus()

    def path(self) -> Path:
        """Where the project would lie."""
        name = "".join(" " if c in _FORBIDDEN or not c.isprintable() else c for c in self.title.text())
        return Path(self.folder.text()) / f"{' '.join(name.split()).strip('. ')[:120]}.intercoder"

    def _tell_path(self) -> None:
        ready = bool(self.path().stem.strip()) and self.path().name != ".intercoder"
        taken = ready and self.path().exists()
        self.make.setEnabled(ready and not taken)
        self._path.setText(
            self.tr("“{}” is already there; choose another title or folder.").format(self.path().name) if taken
            else self.tr("Will be saved as {}").format(self.path()) if ready
            else self.tr("The title gives the file its name.")
        )  # fmt: skip

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the project"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _codebook_activated(self, at: int) -> None:
        """The last entry asks for a file; until one is chosen there is no codebook."""
        from coder.exchange.codebook_files import SUFFIXES

        if at != self._asking:
            return
        self.codebook.setCurrentIndex(0)
        kinds = self.tr("Codebooks ({kinds})").format(kinds=" ".join(f"*{kind}" for kind in SUFFIXES))
        dialog = QFileDialog(self, self.tr("Load a codebook"), self.folder.text(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_codebook)
        dialog.open()

    def take_codebook(self, name: str) -> None:
        """A codebook file of one's own stands among the others, and is chosen."""
        path = Path(name)
        self.codebook.insertItem(self._asking, path.name, path)
        self.codebook.setCurrentIndex(self._asking)
        self._asking += 1

    def _make(self) -> None:
        if self.make.isEnabled():
            self._settings.folder = Path(self.folder.text())
            path, codebook = self.path(), self.codebook.currentData()
            self.made.emit(path, self.title.text().strip(), self.lead.text().strip(), codebook)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def codebook_title(path: Path) -> str:
    """What a codebook file calls itself, without reading all of it."""
    for line in path.read_text("utf-8").splitlines()[:20]:
        if line.startswith("codebook:"):
            return line.partition(":")[2].strip().strip("\"'") or path.stem
    return path.stem
