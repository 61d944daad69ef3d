"""Who codes: settled once a project, shown in the corner, changed in the menu Team."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from coder.coders import Person, add_coder, coder_names, people
from ui.settings import Settings
from ui.widgets.menus import in_menu
from ui.workspace import Workspace


class People(QObject):
    """settled(): it is known who codes."""

    settled = Signal()

    def __init__(self, workspace: Workspace, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings

    def everybody(self) -> list[Person]:
        return self._workspace.ask(people) if self._workspace.is_open else []

    def name(self) -> str:
        """The shown name of whoever codes now."""
        if not self._workspace.is_open:
            return ""
        return str(self._workspace.ask(coder_names).get(self._workspace.coder_id, ""))

    def recognise(self) -> bool:
        """Acts as the person this window's user was last time, or bears the name of. False: it must be asked."""
        if not self._workspace.writable or not self._settings.flag("ask_who"):
            return True
        kept = self._settings.coder_in(self._where())
        there = self.everybody()
        package = self._workspace.project.package_coder
        if package is not None:
            return kept == package.hex
        by_name = [p for p in there if p.name.casefold() == self._settings.name.casefold()]
        known = [p for p in there if p.id.hex == kept] or (by_name if len(by_name) == 1 else [])
        if not known:
            return False
        self._act_as(known[0].id)
        return True

    def _where(self) -> str:
        """Where the answer goes for: who opens somebody's package is that coder in it, and themselves in the study."""
        study, package = self._workspace.study, self._workspace.project.package_coder
        return study if package is None else f"{study}-{package.hex}"

    def be(self, coder: UUID) -> None:
        """This person sits here, now and next time."""
        self._settings.be_coder_in(self._where(), coder.hex)
        self._act_as(coder)
        self.settled.emit()

    def be_new(self, name: str) -> None:
        """A person the project does not know yet sits here."""
        if done := self._workspace.do(add_coder, name=name):
            if not self._settings.name:
                self._settings.name = name
            self.be(done.value)

    def add(self, name: str) -> None:
        """The project gets another coder; who codes here stays."""
        if name.strip():
            self._workspace.do(add_coder, name=name)

    def _act_as(self, coder: UUID) -> None:
        if coder != self._workspace.coder_id:
            self._workspace.act_as(coder)

    def fill(self, menu: QMenu) -> None:
        """One entry a person; the one who codes is marked."""
        menu.clear()
        group = QActionGroup(menu)
        for person in self.everybody():
            action = menu.addAction(in_menu(person.name))
            action.setCheckable(True)
            action.setChecked(person.id == self._workspace.coder_id)
            group.addAction(action)
            action.triggered.connect(partial(self.be, person.id))
        package = self._workspace.is_open and self._workspace.is_package
        menu.setEnabled(self._workspace.writable and not package)
