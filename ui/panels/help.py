"""The help pages, beside the work; the list of keys is made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QShowEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from ui.language import help_page
from ui.theme import Theme
from ui.widgets.pages import plain_text

PAGES = ("start", "coding", "codebook", "documents", "finding", "team", "agreement", "keys")
ABOUT = {  # which panes each page tells of
    "start": ("bring",),
    "coding": ("details", "document_codes", "segments"),
    "codebook": ("codes", "definition", "splitting", "qualifiers"),
    "documents": ("documents", "document_table", "variables", "notebook", "lost"),
    "finding": ("find_all",),
    "team": ("hand_out", "merge", "conflicts", "questions", "units", "export", "history"),
    "agreement": ("agreement", "ratings"),
    "keys": ("keys",),
}


class HelpPanel(QWidget):
    """Shows pages of resources/help."""

    page_shown = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: list[tuple[str, list[tuple[str, str]]]] = []
        self.page = "start"
        self._shown = ""
        self._text = QTextBrowser()
        plain_text(self._text, theme)
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(self.tr("Help"))
        self._text.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        self.setFocusProxy(self._text)
        theme.changed.connect(lambda: self.show_page(self.page))

    def set_keys(self, keys: Iterable[tuple[str, list[tuple[str, str]]]]) -> None:
        """What the page of keys lists: (heading, [(keys, what they do)])."""
        self._keys = list(keys)

    def page_about(self, pane: str, otherwise: str) -> str:
        """The page that tells of a pane; the one in sight for the help itself, `otherwise` where it is no pane."""
        if pane == "help":
            return self.page
        return next((page for page, panes in ABOUT.items() if pane in panes), otherwise)

    def show_page(self, page: str) -> None:
        """Shows one of PAGES."""
        self.page = self._shown = page
        self._text.setMarkdown(help_page(page).read_text("utf-8"))
        self._calm_headings()
        if page == "keys":
            self._text.append(self._table())
            self._text.verticalScrollBar().setValue(0)
        self.page_shown.emit(page)

    def showEvent(self, event: QShowEvent) -> None:
        """A page is there however the pane came into sight."""
        super().showEvent(event)
        if not self._shown:
            self.show_page(self.page)

    def _calm_headings(self) -> None:
        """Markdown's headings are made for a page, not for a pane."""
        block = self._text.document().begin()
        while block.isValid():
            if level := block.blockFormat().headingLevel():
                form = QTextCharFormat()
                form.setProperty(QTextFormat.Property.FontSizeAdjustment, 2 - min(level, 2))
                cursor = QTextCursor(block)
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(form)
            block = block.next()

    def _table(self) -> str:
        muted = self._theme.colors.muted.name()
        parts = []
        for heading, keys in self._keys:
            parts.append(f"<h3>{escape(heading)}</h3><table cellspacing='0' cellpadding='3'>")
            for key, words in keys:
                parts.append(
                    f"<tr><td width='40%' style='color:{muted}'>{escape(key)}</td>"
                    f"<td>{escape(words)}</td></tr>"
                )
            parts.append("</table>")
        return "".join(parts)

    def _follow(self, url: QUrl) -> None:
        page = url.fileName().removesuffix(".md")
        if page in PAGES:
            self.show_page(page)
