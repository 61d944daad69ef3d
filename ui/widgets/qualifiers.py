"""One field for one qualifier of a coded segment: a choice, a number, a date, or words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from coder.models import Qualifier
from ui.widgets.parts import name_parts


def qualifier_field(qualifier: Qualifier, value: Any, changed: Callable[[str], None]) -> QWidget:
    """A field that shows the value; `changed` gets the new one ("" takes it away)."""
    said = "" if value is None else str(value)
    field = _choice(qualifier, said, changed) if qualifier.values else _line(qualifier, said, changed)
    letters = field.fontMetrics()
    hint = field.placeholderText() if isinstance(field, QLineEdit) else ""
    # a label that leaves less goes above
    field.setMinimumWidth(max(letters.averageCharWidth() * 21, letters.horizontalAdvance(f"{hint}    ")))
    field.setAccessibleName(qualifier.name)
    field.setToolTip(qualifier.definition)
    name_parts(field)
    return field


def _choice(qualifier: Qualifier, said: str, changed: Callable[[str], None]) -> QComboBox:
    box = QComboBox()
    box.addItem("—", "")
    for n, value in enumerate(qualifier.values, 1):
        box.addItem(f"{n}  {value}" if qualifier.kind == "ordered" else value, value)
    if said and box.findData(said) < 0:
        box.addItem(said, said)  # a value of an older codebook
    box.setCurrentIndex(max(0, box.findData(said)))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.activated.connect(lambda _: changed(str(box.currentData())))
    return box


def _line(qualifier: Qualifier, said: str, changed: Callable[[str], None]) -> QLineEdit:
    hints = {
        "date": QCoreApplication.translate("Qualifiers", "2025, 2025-03 or 2025-03-14"),
        "number": QCoreApplication.translate("Qualifiers", "a number"),
    }
    line = QLineEdit(said)
    line.setPlaceholderText(hints.get(qualifier.kind, ""))
    line.setCursorPosition(0)

    def send() -> None:
        if line.text().strip() != said:
            changed(line.text().strip())

    line.editingFinished.connect(send)
    return line
