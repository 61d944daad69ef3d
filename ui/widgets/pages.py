"""A page in the middle of the window: one quiet column, headings, big buttons with a line on what they do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCommandLinkButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ui.colors import mixed
from ui.theme import Theme


def plain_text(view: QTextBrowser, theme: Theme) -> None:
    """Text to read in a pane: no frame but where the keys are, the pane's own ground, room around it."""
    step = theme.step(view.font())
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setProperty("plain", True)  # the application's sheet knows the rest
    view.document().setDocumentMargin(step * 3)


def swap_page(area: QScrollArea, page: QWidget) -> None:
    """Another page into the area. The keys stay in the field of the same name, if they were in one."""
    # one of the old page's own fields may be what is just being served, so it goes a little later
    focus, page_before = QApplication.focusWidget(), area.widget()
    inside = focus is not None and page_before is not None and page_before.isAncestorOf(focus)
    name = focus.accessibleName() if inside and focus is not None else ""  # asked before the keys leave with the page
    old = area.takeWidget()
    area.setWidget(page)
    if name:
        for field in page.findChildren(QWidget):
            if field.accessibleName() == name:
                field.setFocus()
                break
    if old is not None:
        old.deleteLater()


class Page(QScrollArea):
    """A column in the middle, `wide` letters across; it scrolls when the window is low."""

    def __init__(self, theme: Theme, wide: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.step = theme.step(self.font())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._wide = round(self.fontMetrics().averageCharWidth() * wide)
        self.clear()
        self._paper()
        theme.changed.connect(self._paper)

    def _paper(self) -> None:
        colors, hair = self.theme.colors, max(1, round(self.step * 0.3))
        self.setStyleSheet(
            f"#page {{ background: {colors.paper.name()}; }}"
            f"QCommandLinkButton {{ background: {colors.raised.name()}; border: {hair}px solid {colors.line.name()};"
            f" border-radius: {round(self.step * 1.4)}px; padding: {round(self.step * 2)}px; text-align: left;"
            " outline: none; }"
            f"QCommandLinkButton:hover {{ background: {mixed(colors.selection, colors.raised, 0.5).name()}; }}"
            f"QCommandLinkButton:focus {{ border-color: {colors.accent.name()}; }}"
        )

    def clear(self) -> None:
        """Begins the column anew."""
        self.setFocusProxy(None)
        around, column = QWidget(), QWidget()
        around.setObjectName("page")
        column.setMaximumWidth(self._wide)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sides = QHBoxLayout(around)
        sides.addStretch(1)
        sides.addWidget(column, 100)
        sides.addStretch(1)
        self.column = QVBoxLayout(column)
        self.column.setSpacing(round(self.step * 2))
        self.column.setContentsMargins(0, round(self.step * 14), 0, round(self.step * 6))
        swap_page(self, around)

    def gap(self, steps: float) -> None:
        self.column.addSpacing(round(self.step * steps))

    def heading(self, words: str, size: float = 1.9) -> QLabel:
        label = QLabel(words)
        font = QFont(label.font())
        font.setPointSizeF(font.pointSizeF() * size)
        font.setWeight(QFont.Weight.DemiBold if size < 1.5 else QFont.Weight.Normal)
        label.setFont(font)
        label.setWordWrap(True)
        self.column.addWidget(label)
        if not self.accessibleName():
            self.setAccessibleName(words)
        return label

    def words(self, words: str, *, muted: bool = True) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        if muted:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.column.addWidget(label)
        return label

    def button(self, icon: str, title: str, words: str, pressed: Callable[[], object]) -> QCommandLinkButton:
        """A big button: what it does, and a line on what that means."""
        button = QCommandLinkButton(title, words)
        button.setIcon(self.theme.icon(icon))
        side = round(self.step * 5.5)
        button.setIconSize(QSize(side, side))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleDescription(words)
        if self.focusProxy() is None:
            self.setFocusProxy(button)  # the page's keys begin at its first button
        button.clicked.connect(lambda: pressed())
        self.column.addWidget(button)
        return button
