"""What can be done at the caret, as a menu: everything that keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from ui.document.desk import Desk
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.reading import Reading

_CODES = 5  # of those used lately


def passage_menu(reading: Reading, desk: Desk, theme: Theme) -> QMenu:
    """The menu for the selection, the segment in focus, and the text."""

    def tr(words: str) -> str:
        return QCoreApplication.translate("PassageMenu", words)

    menu, icon = QMenu(desk), theme.icon
    if reading.may_code:
        menu.addAction(icon("code"), tr("Code…\tEnter")).triggered.connect(reading.choose_code)
        for row in reading.used_lately()[:_CODES]:
            words = f"{' › '.join(row.path)}\t{row.key}"
            menu.addAction(words).triggered.connect(partial(reading.use_code, row.id))
        menu.addSeparator()
    if reading.focused_is_mine:
        menu.addAction(icon("memo"), tr("Memo\tCtrl+M")).triggered.connect(reading.memo_wanted)
        menu.addAction(icon("remove"), tr("Remove\tDelete")).triggered.connect(lambda: reading.remove())
    if reading.may_code and reading.unit() is not None:
        none = menu.addAction(tr("No code applies to this unit\t-"))
        none.triggered.connect(partial(desk.surface.unit_wanted.emit, "none"))
    if reading.may_code:
        asks = menu.addAction(icon("help"), tr("Ask the lead\tCtrl+Shift+H"))
        asks.triggered.connect(reading.ask_wanted)
    copy = menu.addAction(icon("copy"), tr("Copy\tCtrl+C"))
    copy.setEnabled(reading.selection() is not None)
    copy.triggered.connect(desk.surface.copy)
    return menu
