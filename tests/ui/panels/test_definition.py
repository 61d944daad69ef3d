"""The definition of the code in focus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QTextBrowser, QWidget

from coder.code_tree import code_at
from coder.codebook import merge_codes, part_codes
from ui.panels.definition import DefinitionPanel
from ui.theme import Theme
from ui.workspace import Workspace


def test_it_names_the_codes_that_were_merged_into_it(
    coded: Path, workspace: Workspace, theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    workspace.open(coded)
    panel = DefinitionPanel(workspace, theme)
    shown(panel)
    funding, actor = (workspace.ask(code_at, [name]) for name in ("Funding", "Actor"))
    panel.show_code(actor)
    text = panel.findChild(QTextBrowser)
    assert text is not None
    assert "Funding" not in text.toPlainText()
    workspace.do(merge_codes, code_id=funding, into=actor)
    assert "Funding" in text.toPlainText()
    workspace.do(part_codes, code_id=funding)
    assert "Funding" not in text.toPlainText()
