"""Asked once for each project: which of its coders are you?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from coder.coders import Person
from ui.theme import Theme
from ui.widgets.pages import Page
from ui.widgets.words import counted


class WhoPage(Page):
    """person_chosen(id): an old one. name_given(str): a new one. only_reads(): nobody, this time."""

    person_chosen = Signal(object)
    name_given = Signal(str)
    only_reads = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 60, parent)
        self.setAccessibleName(self.tr("Who are you here?"))

    def ask(self, title: str, people: Sequence[Person], name: str, package: UUID | None) -> None:
        """Writes the page. package: the coder whose package this is; then only they code in it."""
        self.clear()
        self.heading(self.tr("Who are you here?"), 1.7)
        if package is not None:
            coder = next((p.name for p in people if p.id == package), "?")
            self.words(self.tr("This is {coder}’s package of “{title}”. What is coded in it is {coder}’s work.").format(
                coder=coder, title=title
            ))  # fmt: skip
        else:
            self.words(self.tr("“{}” keeps apart what each person codes. You are asked this once.").format(title))
        self.gap(2)
        for person in people:
            if package is None or person.id == package:
                self._offer(person)
        if package is not None:
            self.button("lock", self.tr("Somebody else"), self.tr("Only read, change nothing"), self.only_reads.emit)
        else:
            self._ask_name(name, people)
        self.column.addStretch()

    def _offer(self, person: Person) -> None:
        words = (
            counted(person.codings, self.tr("1 coded segment"), self.tr("%n coded segments", "", person.codings))
            if person.codings
            else self.tr("nothing coded yet")
        )
        self.button("coder", person.name, words, lambda: self.person_chosen.emit(person.id))

    def _ask_name(self, name: str, people: Sequence[Person]) -> None:
        known = {p.name.casefold() for p in people}
        self.gap(2)
        line = QHBoxLayout()
        field = QLineEdit("" if name.casefold() in known else name)
        field.setPlaceholderText(self.tr("somebody else: your name"))
        field.setAccessibleName(self.tr("Your name"))
        add = QPushButton(self.tr("I am new here"))

        def send() -> None:
            if field.text().strip():
                self.name_given.emit(field.text().strip())

        add.clicked.connect(send)
        field.returnPressed.connect(send)
        line.addWidget(field, 1)
        line.addWidget(add)
        self.column.addLayout(line)
