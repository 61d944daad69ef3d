"""How the window looks: colours, sizes from the font, icons; all of it data, switched while running."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from coder.data import data_dir
from ui.colors import mixed, tint, visible_on
from ui.icons import line_icon
from ui.stylesheet import stylesheet

# Book faces that hold Latin, Cyrillic and Greek in one design; the first one present is taken, before the
# platform's own serif. A face without Cyrillic would mix two designs in one sentence.
READING_FACES = (
    "Charis SIL", "Literata", "Source Serif 4", "Source Serif Pro", "PT Serif", "Noto Serif", "Georgia",
    "Cambria", "Gentium Plus", "Liberation Serif", "DejaVu Serif",
)  # fmt: skip
READING_SIZE = 1.18  # times the interface font


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of one theme, by what they are for."""

    paper: QColor  # behind the text
    panel: QColor  # behind lists and bars
    raised: QColor  # fields, popups, tooltips
    ink: QColor
    muted: QColor  # what is said aside; 4.5:1 on all three grounds
    line: QColor  # hairlines
    accent: QColor  # focus and selection, nothing else
    on_accent: QColor
    selection: QColor  # behind selected text
    hit: QColor  # behind what a search found
    current_hit: QColor
    notice: QColor
    notice_paper: QColor
    warning: QColor
    warning_paper: QColor
    error: QColor
    error_paper: QColor
    good: QColor


@cache
def _read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((data_dir("resources") / "themes" / f"{name}.json").read_text("utf-8"))
    return read


@cache
def colors_of(name: str) -> Colors:
    """The colours of the theme `name`. Raises FileNotFoundError when there is none."""
    return Colors(**{part.name: QColor(_read(name)["colors"][part.name]) for part in fields(Colors)})


def theme_names() -> tuple[str, ...]:
    """The themes there are, in the order in which they are offered."""
    return ("light", "dark", "contrast")


def system_theme() -> str:
    """"dark" when the platform is set to dark, else "light"."""
    hints = QApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class Theme(QObject):
    """The look in force. Widgets get it by their constructor and repaint on `changed`."""

    changed = Signal()

    def __init__(self, name: str = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading_face = ""
        self._reading_scale = 1.0
        self._load(name)

    @property
    def name(self) -> str:
        return self._name

    @property
    def title(self) -> str:
        """The theme's name as a person reads it, in English; the window translates it."""
        return str(_read(self._name)["title"])

    @property
    def dark(self) -> bool:
        return self._dark

    @property
    def colors(self) -> Colors:
        return self._colors

    def use(self, name: str) -> None:
        """Switch to the theme `name`, in every widget at once. Raises FileNotFoundError when there is none."""
        self._load(name)
        if isinstance(app := QApplication.instance(), QApplication):
            self.apply(app)
        self.changed.emit()

    def apply(self, app: QApplication) -> None:
        """Give the application this theme's palette and stylesheet."""
        if sys.platform != "darwin" and app.style().objectName() != "fusion":
            # Windows' own style ignores a palette in places; on macOS the native one follows it.
            app.setStyle(QStyleFactory.create("Fusion"))
        app.setPalette(self.palette())
        app.setStyleSheet(stylesheet(self._colors, self.step(app.font()), self._name == "contrast"))

    def palette(self) -> QPalette:
        """This theme as Qt's palette."""
        c, role, group = self._colors, QPalette.ColorRole, QPalette.ColorGroup
        palette = QPalette()
        for where, color in (
            (role.Window, c.panel), (role.WindowText, c.ink), (role.Base, c.raised), (role.Text, c.ink),
            (role.AlternateBase, c.panel), (role.Button, c.panel), (role.ButtonText, c.ink),
            (role.BrightText, c.error), (role.ToolTipBase, c.raised), (role.ToolTipText, c.ink),
            (role.PlaceholderText, c.muted), (role.Highlight, c.accent), (role.HighlightedText, c.on_accent),
            (role.Link, c.accent), (role.LinkVisited, c.accent), (role.Accent, c.accent), (role.Light, c.raised),
            (role.Midlight, c.panel), (role.Mid, c.line), (role.Dark, c.line), (role.Shadow, c.line),
        ):  # fmt: skip
            palette.setColor(where, color)
        faint = mixed(c.muted, c.panel, 0.7)
        for where in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(group.Disabled, where, faint)
        return palette

    # sizes

    @staticmethod
    def step(font: QFont) -> float:
        """Half the font's x-height: every distance in the window is a multiple of it."""
        return QFontMetricsF(font).xHeight() / 2.0

    def reading_font(self, scale: float | None = None) -> QFont:
        """The font of the text itself, somewhat larger than the interface's."""
        base = QApplication.font()
        font = QFont(base)
        font.setFamilies([self._reading_face or _first_face(), base.family()])
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        size = base.pointSizeF() if base.pointSizeF() > 0 else QFontInfo(base).pointSizeF()
        font.setPointSizeF(size * READING_SIZE * (scale or self._reading_scale))
        return font

    def set_reading(self, *, face: str | None = None, scale: float | None = None) -> None:
        """Choose the face ("" = the program's choice) and size (1.0 = normal, 0.5 to 4) of the text."""
        if face is not None:
            self._reading_face = face
        if scale is not None:
            self._reading_scale = min(4.0, max(0.5, scale))
        self.changed.emit()

    @property
    def reading_scale(self) -> float:
        return self._reading_scale

    # colours of codes

    def tint(self, color: QColor | str, *, focused: bool = False) -> QColor:
        """What to paint behind a coded passage; ink on it has a contrast of at least 7:1."""
        strongest = self._focused_tint if focused else self._tint
        return tint(color, self._colors.paper, self._colors.ink, strongest)

    def bar(self, color: QColor | str) -> QColor:
        """The code's colour for stripes and chips, never lost on paper."""
        return visible_on(color, self._colors.paper, self._colors.ink)

    def icon(self, name: str) -> QIcon:
        """The icon `name` in this theme's ink; it follows a later switch by itself."""
        return line_icon(name, self._icon_ink)

    def _icon_ink(self, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return mixed(self._colors.muted, self._colors.panel, 0.55)
        if mode == QIcon.Mode.Selected:
            return self._colors.on_accent
        return self._colors.ink

    def _load(self, name: str) -> None:
        read = _read(name)
        self._colors = colors_of(name)
        self._name, self._dark = name, bool(read["dark"])
        self._tint, self._focused_tint = float(read["tint"]), float(read["focused_tint"])


@cache
def _first_face() -> str:
    for face in READING_FACES:
        if QFontInfo(QFont(face)).family() == face:
            return face
    font = QFont()
    font.setStyleHint(QFont.StyleHint.Serif)
    return font.defaultFamily()
