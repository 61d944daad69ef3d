"""Menus that are made when they are asked for and gone when they were used."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget


def passing_menu(parent: QWidget) -> QMenu:
    """An empty context menu; the parent keeps none of those that were shown before."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
