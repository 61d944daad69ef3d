"""A codebook file of one's own, chosen for a new project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from ui.dialogs.new_project import NewProjectPage
from ui.settings import Settings
from ui.theme import Theme


def test_a_file_of_one_s_own_is_the_codebook_of_the_new_project(qtbot, tmp_path: Path) -> None:
    page = NewProjectPage(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)), Theme("light"))
    qtbot.addWidget(page)
    last = page.codebook.count() - 1
    page.codebook.setCurrentIndex(last)
    page.codebook.activated.emit(last)
    (dialog,) = page.findChildren(QFileDialog)
    assert "*.qdc" in dialog.nameFilters()[0]
    assert page.codebook.currentIndex() == 0
    dialog.fileSelected.emit(str(tmp_path / "own.xlsx"))
    assert page.codebook.currentData() == tmp_path / "own.xlsx"
    assert page.codebook.itemText(page.codebook.count() - 1) == "a file…"
    dialog.close()
