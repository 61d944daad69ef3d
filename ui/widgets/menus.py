"""Menus that are made when they are asked for and gone when they were used."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

_LONGEST = 60  # characters of a name in a menu


def passing_menu(parent: QWidget) -> QMenu:
    """An empty context menu; the parent keeps none of those that were shown before."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def in_menu(name: str) -> str:
    """A name as a menu shows it: in one line, not too long, its & a sign and no mark for the keyboard."""
    line = " ".join(name.split())
    return (line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…").replace("&", "&&")
