"""Context menus are gone once they were used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.menus import passing_menu


def test_a_menu_that_was_shown_is_not_kept(qtbot: QtBot) -> None:
    parent, chosen = QWidget(), []
    qtbot.addWidget(parent)
    for n in range(3):
        menu = passing_menu(parent)
        menu.addAction("Do").triggered.connect(lambda _=False, n=n: chosen.append(n))
        menu.popup(QPoint(0, 0))
        menu.actions()[0].trigger()
        menu.hide()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert chosen == [0, 1, 2]
    assert parent.findChildren(QMenu) == []
