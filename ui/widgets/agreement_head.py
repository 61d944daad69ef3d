"""What stands over the figures: who and what was compared, the range, warnings, and what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from coder.reliability import Compared
from coder.reliability.figures import CodeFigures
from ui.language import in_words, named
from ui.models.agreement import headline, summary
from ui.theme import Theme
from ui.widgets.words import counted

_LISTED = 50  # lines of what was left out; an export has all


class AgreementHead(QWidget):
    """Nothing of it can be pressed away but the list of what was left out, which is folded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.summary, self.warnings = quiet_label(muted=False), quiet_label(), quiet_label(muted=False)
        self.left_out, self.left_out_words, self.caution = QToolButton(), quiet_label(), quiet_label()
        self.left_out.setCheckable(True)
        self.left_out.toggled.connect(self.left_out_words.setVisible)
        self.caution.setText(
            self.tr("Percent, AC1 and Brennan–Prediger: where uncoded text counts, this is agreement on not coding.")
        )
        self.caution.hide()
        step = round(theme.step(self.font()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 2, 0, step * 2, 0)
        layout.setSpacing(0)
        for widget in (self.line, self.summary, self.warnings, self.left_out, self.left_out_words, self.caution):
            layout.addWidget(widget)
            if isinstance(widget, QLabel):
                widget.setContentsMargins(step, step, step, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.clear()

    def minimumSizeHint(self) -> QSize:
        """Two lines of words: what wraps to more in a narrow pane takes it from the table, not from the window."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 2)

    def clear(self) -> None:
        """Nothing is compared."""
        for label in (self.line, self.summary, self.warnings, self.left_out_words):
            label.setText("")
        self.hide()

    def tell(self, c: Compared, figures: Sequence[CodeFigures], pooled: CodeFigures) -> None:
        """Says what this comparison is of."""
        self.line.setText(headline(c))
        self.summary.setText(summary(c, figures, pooled))
        said = [*c.warnings, *c.remarks]
        self.warnings.setText("\n".join(f"⚠ {in_words(words)}" for words in said))
        self.warnings.setVisible(bool(said))
        n = len(c.left_out)
        words = counted(
            n, self.tr("1 left out or with a reservation ▾"), self.tr("{n} left out or with a reservation ▾")
        )
        self.left_out.setText(words.format(n=n))
        self.left_out.setVisible(n > 0)
        lines = [f"{o.document} · {named(o.coder)}: {in_words(o.why)}" for o in c.left_out[:_LISTED]]
        if n > _LISTED:
            lines.append(self.tr("… and {n} more; “Export this…” has all.").format(n=n - _LISTED))
        self.left_out_words.setText("\n".join(lines))
        self.left_out_words.setVisible(n > 0 and self.left_out.isChecked())
        self.show()


def quiet_label(*, muted: bool = True) -> QLabel:
    """Plain words that wrap, can be selected, and never make a pane wider."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if muted:
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def stacked(*widgets: QWidget, parent: QWidget | None = None) -> QWidget:
    """Widgets below one another without a gap, in `parent` or in a place of their own."""
    place = parent if parent is not None else QWidget()
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget)
    return place
