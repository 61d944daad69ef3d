"""Context menus are gone once they were used."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.menus import in_menu, passing_menu


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


def test_a_name_in_a_menu_is_read_as_it_is_and_leaves_the_menu_on_the_screen() -> None:
    assert in_menu("Law & order") == "Law && order", "which Qt shows as one sign, underlining nothing"
    assert in_menu("two\nlines") == "two lines"
    assert len(in_menu("name " * 60)) == 60
