"""Gamma of what is compared: a button under “More”, and the window that samples aside and shows it code by code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coder.errors import Cancelled, CoderError
from coder.reliability import Compared
from coder.reliability.gammas import GammaRow, Sampling, gammas, keep_gammas
from ui.language import in_words, mended
from ui.models.agreement import UNDEFINED, apart, figure, figure_tip, headline
from ui.models.table import Column, TableModel
from ui.tasks import Tasks, Tick
from ui.theme import Theme
from ui.widgets.agreement_head import quiet_label
from ui.widgets.flow import flow_of_tools
from ui.widgets.lists import ListView
from ui.widgets.parts import name_parts
from ui.widgets.words import counted
from ui.workspace import Workspace

translate = QCoreApplication.translate
_SAMPLES = (30, 100, 300, 1000)


class GammaLine(QWidget):
    """The button; there while more coefficients are shown and something is compared."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._compared: Compared | None = None
        self.button = QToolButton()
        self.button.setText(self.tr("Gamma…"))
        self.button.setToolTip(
            self.tr("Agreement in place, length and code of passages at once; samples chance, which takes a while")
        )
        self.button.clicked.connect(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow_of_tools(self.button, step=theme.step(self.font())))
        self.hide()

    def offer(self, shown: bool, compared: Compared | None) -> None:
        """What is compared now, and whether more is shown."""
        self._compared = compared
        self.setVisible(shown and compared is not None)

    def open(self) -> GammaWindow | None:
        """Opens the window on what is compared; it begins by itself."""
        if self._compared is None:
            return None
        window = GammaWindow(self._compared, self._theme, self.window())
        self._workspace.closed.connect(window.reject)
        window.show()
        window.compute()
        return window


class GammaWindow(QDialog):
    """computed(): the figures are there, and the comparison has them for its export."""

    computed = Signal()

    def __init__(self, compared: Compared, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared, self._theme = compared, theme
        self._work = Tasks(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Gamma"))
        self.setProperty("help", "agreement")  # the page that F1 opens from here
        self._build()
        name_parts(self)
        self.compute_button.clicked.connect(self.compute)
        self.stop.clicked.connect(self._work.cancel)
        self.list.row_reached.connect(self._reach)
        self._work.progressed.connect(self._progress)
        self._work.stopped.connect(self._rest)
        self._work.failed.connect(self._fail)
        self.finished.connect(self._leave)

    # building

    def _build(self) -> None:
        tr, step = self.tr, round(self._theme.step(self.font()))
        self.samples = QComboBox()
        self.samples.setAccessibleName(tr("Sampled texts"))
        for n in _SAMPLES:
            self.samples.addItem(tr("{n} sampled texts").format(n=QLocale().toString(n)), n)
        self.sampler = QComboBox()
        self.sampler.setAccessibleName(tr("How chance is sampled"))
        self.sampler.addItem(tr("Passages turned round the text"), "shuffle")
        self.sampler.addItem(tr("Texts made up from gaps and lengths"), "statistical")
        self.compute_button = QPushButton(tr("Compute again"))
        self.compute_button.setAutoDefault(False)
        self.head, self.about, self.sentence = quiet_label(muted=False), quiet_label(), quiet_label(muted=False)
        self.head.setText(headline(self._compared))
        self.about.setText(tr(
            "Gamma compares passages in place, length and code at once; the codes below a code are the categories; "
            "into which units the text is cut plays no part. What chance would give is sampled; ± says how much "
            "another sampling would move the figure. It is not an interval over documents. “Export this…” has the "
            "figures too."
        ))  # fmt: skip
        self._build_list()
        self._build_bar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(step * 3, step * 3, step * 3, step * 3)
        layout.setSpacing(step * 2)
        tools = flow_of_tools(self.samples, self.sampler, self.compute_button, step=step)
        for widget in (self.head, self.about, tools, self.running):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        self.sentence.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        layout.addWidget(self.sentence)
        letter = self.fontMetrics().averageCharWidth()
        self.resize(letter * 128, self.fontMetrics().lineSpacing() * 32)

    def _build_list(self) -> None:
        self.model = TableModel(columns_of(), lambda row: row.code.id, self)
        self.list = ListView(self.model, self._theme)
        self.list.setAccessibleName(self.tr("Gamma by code"))
        letter = self.fontMetrics().averageCharWidth()
        for n, wide in enumerate((42, 10, 10, 12, 12, 12)):
            self.list.setColumnWidth(n, letter * wide)

    def _build_bar(self) -> None:
        self.bar, self.stop = QProgressBar(), QPushButton(self.tr("Stop"))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop.setAutoDefault(False)
        self.running = QWidget()
        line = QHBoxLayout(self.running)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        self.running.hide()

    # computing

    def compute(self) -> None:
        """Samples and aligns, aside."""
        compared, sampling = self._compared, Sampling(self.samples.currentData(), self.sampler.currentData())

        def work(tick: Tick) -> list[GammaRow]:
            return gammas(compared, sampling, tick)

        def then(rows: list[GammaRow]) -> None:
            keep_gammas(compared, rows, sampling)
            self._show(rows)

        if self._work.run(self.tr("Sampling chance for gamma"), work, then):
            self.model.replace([])
            self.list.set_words_when_empty(self.tr("Passages are aligned, and texts sampled by chance…"))
            self.sentence.setText("")
            self.bar.setRange(0, 0)
            self._be_busy(True)

    def _be_busy(self, busy: bool) -> None:
        self.running.setVisible(busy)
        for widget in (self.samples, self.sampler, self.compute_button):
            widget.setEnabled(not busy)

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _rest(self) -> None:
        self._be_busy(False)

    def _fail(self, error: CoderError) -> None:
        stopped = self.tr("Stopped. “Compute again” begins anew; fewer sampled texts take less time.")
        self.list.set_words_when_empty(stopped if isinstance(error, Cancelled) else mended(error, "\n"))

    def _leave(self, _result: int) -> None:
        self._work.finish()

    def _show(self, rows: list[GammaRow]) -> None:
        used = [row for row in rows if row.used]
        self.list.set_words_when_empty(self.tr("Nobody coded a passage."))
        self.model.replace(used)
        left = len(rows) - len(used)
        words = counted(left, self.tr("Nobody used 1 code; it is not listed."),
                        self.tr("Nobody used {n} codes; they are not listed."))  # fmt: skip
        self.sentence.setText(words.format(n=left) if left else "")
        self.computed.emit()

    def _reach(self, row: GammaRow) -> None:
        self.sentence.setText(said_of(row))


def columns_of() -> list[Column]:
    """Code, gamma, its precision, gamma-cat, the two disorders."""
    return [
        Column(translate("Gamma", "Code"), lambda r: apart(" › ".join(r.code.path))),
        Column(translate("Gamma", "Gamma"), lambda r: figure(r.gamma.gamma), lambda r: _sorted(r.gamma.gamma.value),
               right=True, tip=lambda r: figure_tip(r.gamma.gamma)),
        Column("±", lambda r: _decimals(r.gamma.precision, 3), lambda r: _sorted(r.gamma.precision), right=True),
        Column(translate("Gamma", "Gamma-cat"), lambda r: figure(r.gamma.gamma_cat),
               lambda r: _sorted(r.gamma.gamma_cat.value), right=True, tip=lambda r: figure_tip(r.gamma.gamma_cat)),
        Column(translate("Gamma", "Disorder"), lambda r: _decimals(r.gamma.observed, 3),
               lambda r: _sorted(r.gamma.observed), right=True),
        Column(translate("Gamma", "By chance"), lambda r: _decimals(r.gamma.expected, 3),
               lambda r: _sorted(r.gamma.expected), right=True),
    ]  # fmt: skip


def _decimals(value: float | None, n: int) -> str:
    return UNDEFINED if value is None else QLocale().toString(value, "f", n)


def _sorted(value: float | None) -> float:
    return float("-inf") if value is None else value


def said_of(row: GammaRow) -> str:
    """Plain sentences on the gamma of a code."""
    g, code = row.gamma, apart(" › ".join(row.code.path))
    if g.gamma.value is None:
        return translate("Gamma", "{code} has no gamma: {why}.").format(code=code, why=in_words(g.gamma.undefined))
    told = [
        translate(
            "Gamma", "{code}: the passages differ by {observed} where chance gives {expected}; 0 would be the same."
        ).format(code=code, observed=_decimals(g.observed, 3), expected=_decimals(g.expected, 3))
    ]
    if row.categories == 1:
        told.append(translate("Gamma", "It is one code, so place and length alone are compared."))
    elif g.gamma_cat.value is None:
        why = in_words(g.gamma_cat.undefined)
        told.append(translate("Gamma", "It has no gamma-cat: {why}.").format(why=why))
    else:
        told.append(translate(
            "Gamma", "Gamma-cat is of the codes of aligned passages; a passage that another coder does not have "
            "counts as another code."
        ))  # fmt: skip
    return " ".join(told)
