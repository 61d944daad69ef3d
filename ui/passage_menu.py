"""What can be done at the caret, as a menu: everything that keys do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.document.desk import Desk
from ui.keymap import keys_of, shown
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.reading import Reading

_ = QT_TRANSLATE_NOOP
C = "PassageMenu"
_CODES = 5  # of those used lately


def passage_menu(reading: Reading, desk: Desk, theme: Theme) -> QMenu:
    """The menu for the selection, the segment in focus, and the text."""

    def tr(words: str) -> str:
        return QCoreApplication.translate(C, words)

    def add(words: str, act: str, does: Callable[[], object], sign: str = "") -> QAction:
        key = "Ctrl+C" if act == "copy" else next(iter(keys_of(act)), "")
        action = menu.addAction(f"{tr(words)}\t{shown(key)}" if key else tr(words))
        if sign:
            action.setIcon(theme.icon(sign))
        action.triggered.connect(lambda _=False: does())
        return action

    menu = QMenu(desk)
    if reading.may_code:
        add(_(C, "Code…"), "choose_code", reading.choose_code, "code")
        add(_(C, "New code named by the words…"), "code_by_words", reading.name_by_words, "add")
        for row in reading.used_lately()[:_CODES]:
            words = f"{' › '.join(row.path)}\t{row.key}"
            menu.addAction(words).triggered.connect(partial(reading.use_code, row.id))
        menu.addSeparator()
    if reading.focused_is_mine:
        add(_(C, "Memo"), "write_memo", reading.memo_wanted.emit, "memo")
        add(_(C, "Remove"), "remove_segment", reading.remove, "remove")
    if reading.may_code and reading.unit() is not None:
        none_applies = partial(desk.surface.unit_wanted.emit, "none")
        add(_(C, "No code applies to this unit"), "none_applies", none_applies)
    if reading.may_code:
        add(_(C, "Ask the lead"), "ask_lead", reading.ask_wanted.emit, "help")
    copy = add(_(C, "Copy"), "copy", desk.surface.copy, "copy")
    copy.setEnabled(reading.selection() is not None)
    return menu
