"""The window's stylesheet: little, in the theme's colours, with distances in steps of half an x-height."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from coder.data import data_dir
from ui.colors import mixed

if TYPE_CHECKING:
    from ui.theme import Colors

_SHEET = Template("""
QToolTip { color: $ink; background: $raised; border: ${hair}px solid $line; padding: ${s1}px ${s2}px; }
QMenu { background: $raised; border: ${hair}px solid $line; padding: ${s1}px 0; }
QMenu::item { padding: ${s1}px ${s6}px ${s1}px ${s3}px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: ${s2}px; }
QMenu::separator { height: ${hair}px; background: $line; margin: ${s1}px ${s2}px; }
QMenuBar { background: $panel; }
QMenuBar::item { padding: ${s1}px ${s2}px; background: transparent; }
QMenuBar::item:selected { background: $selection; color: $ink; }
QToolBar { background: $panel; border: none; spacing: ${s1}px; }
QToolButton { border: ${hair}px solid transparent; border-radius: ${s1}px; padding: ${s1}px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
#switch { border: ${hair}px solid $line; border-radius: ${s1}px; }
#switch QToolButton { border-radius: 0; }
QPushButton { background: $raised; border: ${hair}px solid $line; border-radius: ${s1}px;
              padding: ${s1}px ${s4}px; min-height: ${s5}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:default { border-color: $muted; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
    background: $raised; border: ${hair}px solid $line; border-radius: ${s1}px; padding: ${s1}px ${s2}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus,
QDateEdit:focus { border-color: $accent; }
QComboBox::drop-down { border: none; width: ${s6}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${s4}px; height: ${s4}px; }
QCheckBox::indicator, QAbstractItemView::indicator, QRadioButton::indicator {
    width: ${s4}px; height: ${s4}px; border: ${hair}px solid $muted; border-radius: ${s1}px; background: $raised; }
QRadioButton::indicator { border-radius: ${s2}px; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QRadioButton::indicator:checked {
    background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $selection; }
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled { border-color: $line; background: $panel; }
QCheckBox::indicator:checked:disabled, QAbstractItemView::indicator:checked:disabled { background: $muted; }
QCheckBox, QRadioButton { border: ${hair}px solid transparent; border-radius: ${s1}px;
                          padding: ${hair}px ${gap}px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { border: ${hair}px solid transparent; }
QScrollArea:focus, QAbstractItemView:focus { border: ${hair}px solid $accent; }
QAbstractItemView { background: $raised; border: ${hair}px solid transparent; outline: none;
                    alternate-background-color: $panel;
                    selection-background-color: $accent; selection-color: $on_accent; }
QAbstractItemView::item { padding: ${s1}px ${s1}px; }
QAbstractItemView::item:hover:!selected { background: $hover; }
QAbstractItemView::item:selected:!active { background: $selection; color: $ink; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: ${hair}px solid $line;
                       padding: ${s1}px ${s2}px; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: $panel; padding: ${s2}px; text-align: left; }
QMainWindow::separator, QSplitter::handle { background: $line; width: ${hair}px; height: ${hair}px; }
QMainWindow::separator:hover, QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $panel; color: $muted; border-top: ${hair}px solid $line; }
QStatusBar::item { border: none; }
QTabBar::tab { padding: ${s2}px ${s3}px; border: ${hair}px solid transparent;
               border-bottom: ${rule}px solid transparent; color: $muted; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border-color: $accent; }
QTabBar::tab:hover:!selected { color: $ink; }
QTabWidget::pane { border: none; border-top: ${hair}px solid $line; }
QProgressBar { background: $line; border: none; border-radius: ${s1}px; max-height: ${s2}px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: ${s1}px; }
QScrollBar:vertical { background: transparent; width: ${s4}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${s4}px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: ${bar}px; margin: ${gap}px; }
QScrollBar::handle:vertical { min-height: ${s8}px; }
QScrollBar::handle:horizontal { min-width: ${s8}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTextBrowser[plain="true"] { background: transparent; border: ${hair}px solid transparent; border-radius: 0;
                             padding: 0; }
QTextBrowser[plain="true"]:focus { border-color: $accent; }
TextSurface, TextSurface:focus { background: $paper; border: none; border-radius: 0; padding: 0; }
""")


def stylesheet(colors: Colors, step: float, strong: bool) -> str:
    """The sheet for one theme.

    step: half the interface font's x-height in logical pixels; strong: lines twice as thick (high contrast).
    """
    sizes = {f"s{n}": str(max(1, round(step * n))) for n in (1, 2, 3, 4, 5, 6, 8)}
    ground = "dark" if colors.panel.lightness() < 128 else "light"
    on = "dark" if colors.on_accent.lightness() < 128 else "light"
    names = ("paper", "panel", "raised", "ink", "muted", "line", "accent", "on_accent", "selection")
    return _SHEET.substitute(
        sizes,
        hair=str(max(1, round(step * (0.6 if strong else 0.3)))),
        rule=str(max(2, round(step * 0.7))),
        gap=str(max(2, round(step * 0.9))),
        bar=str(max(1, round(step * 1.1) - 1)),
        # a stylesheet's picture has no currentColor, so there is one for each ground
        arrow=(data_dir("resources") / "themes" / f"arrow-{ground}.svg").as_posix(),
        tick=(data_dir("resources") / "themes" / f"tick-{on}.svg").as_posix(),
        hover=mixed(colors.selection, colors.panel, 0.45).name(),
        handle=mixed(colors.muted, colors.panel, 0.45).name(),
        **{name: getattr(colors, name).name() for name in names},
    )
