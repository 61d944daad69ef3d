"""Long names in the agreement pane: they are cut where they stand, told whole by a tooltip, and widen nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.theme import Theme
from ui.widgets.agreement_codes import CodesTable
from ui.widgets.agreement_settings import AgreementSettings

LONG = "Александра Константиновна Преображенская-Воскресенская & Мария-Антуанетта Иоганна Габсбург-Лотарингская"


def test_a_pair_of_long_names_takes_no_more_room_and_is_whole_in_the_tooltip(qtbot, qapp):
    controls = AgreementSettings(Theme("light"))
    qtbot.addWidget(controls)
    controls.offer_pairs(["Ana – Zoe", "Ana – Bo"])
    before = controls.pair.sizeHint().width()
    controls.offer_pairs([LONG, f"{LONG} 2"])
    assert controls.pair.sizeHint().width() == before
    assert controls.pair.toolTip().startswith(f"{LONG}\n")
    controls.pair.setCurrentIndex(1)
    assert controls.pair.toolTip().startswith(f"{LONG} 2\n")


def test_a_path_is_cut_before_the_code_s_own_name(qtbot, qapp):
    table = CodesTable(Theme("light"))
    qtbot.addWidget(table)
    option = QStyleOptionViewItem()
    table.paths.initStyleOption(option, table.list.model().index(0, 0))
    assert option.textElideMode == Qt.TextElideMode.ElideLeft
