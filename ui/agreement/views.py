"""The views of a comparison beside the table of codes, one switch over them: which, of what, and the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from coder.agreement import group_of
from coder.project import Project
from coder.reliability import Compared
from coder.reliability.drift import Groups, by_reading_order, by_version, by_week, times_of
from coder.reliability.matrices import against_standard, document_rows, pair_matrix, rows_of_groups
from coder.reliability.passages import confusion
from coder.reliability.qualifiers import QualifierRow, compared_qualifiers
from ui.models.agreement_views import (
    code_name,
    confusion_grid,
    confusion_words,
    documents_grid,
    exclusive_groups,
    group_grid,
    group_words,
    pairs_grid,
    qualifiers_grid,
    sentence_on,
    standard_grid,
    time_grid,
)
from ui.theme import Theme
from ui.widgets.agreement_grid import Grid, GridData
from ui.widgets.agreement_head import quiet_label
from ui.widgets.flow import flow_of_tools

CODES, PAIRS, DOCUMENTS, CONFUSION, TIME, STANDARD, QUALIFIERS = (
    "codes", "pairs", "documents", "confusion", "time", "standard", "qualifiers",
)  # fmt: skip
_ALL = -1
View = tuple[GridData, str]  # the cells, and a sentence on them


@dataclass(frozen=True, slots=True)
class Asked:
    """What a view is to show. code: place, None for all. how: of the view's own choice. standard, trainee: places."""

    view: str
    pair: tuple[int, int]
    code: int | None
    how: str
    used: tuple[int, ...]
    standard: int
    trainee: int


class AgreementViews(QWidget):
    """changed(): another view, or the same of something else, is wanted. cell_reached, cell_chosen(Wanted)."""

    changed = Signal()
    cell_reached = Signal(object)
    cell_chosen = Signal(object)

    def __init__(self, codes: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        """codes: the table of codes, the first view."""
        super().__init__(parent)
        self._codes = codes
        self._why = ""  # nothing is compared
        self._used: tuple[int, ...] = ()
        self._groups: list[tuple[str, str]] = []  # of codes that exclude one another: words, place of the parent
        self._build(theme)
        self._connect()

    def _build(self, theme: Theme) -> None:
        tr = self.tr
        self.switch = QTabBar()
        self.switch.setExpanding(False)
        self.switch.setDrawBase(False)
        self.switch.setAccessibleName(tr("View of agreement"))
        for words, name, tip in (
            (tr("Codes"), CODES, tr("A line a code")),
            (tr("Pairs"), PAIRS, tr("Coder by coder")),
            (tr("Documents"), DOCUMENTS, tr("Document by code")),
            (tr("Confusion"), CONFUSION, tr("Which code was taken for which")),
            (tr("Over time"), TIME, tr("By week, by reading order, by codebook")),
            (tr("Against a standard"), STANDARD, tr("What a trainee found of a standard coding")),
            (tr("Qualifiers"), QUALIFIERS, tr("What was said of passages that both coded")),
        ):
            n = self.switch.addTab(words)
            self.switch.setTabData(n, name)
            self.switch.setTabToolTip(n, tip)
        self.code, self.how, self.standard, self.trainee = (QComboBox() for _ in range(4))
        self.code.setAccessibleName(tr("Code"))
        self.how.setAccessibleName(tr("What is shown"))
        self.standard.setAccessibleName(tr("Whose coding is the standard"))
        self.trainee.setAccessibleName(tr("Trainee"))
        self._versus = QLabel(tr("Standard:"))
        self._beside = QLabel(tr("Trainee:"))
        self._tools = flow_of_tools(
            self.code, self.how, self._versus, self.standard, self._beside, self.trainee, step=theme.step(self.font())
        )
        self.words = quiet_label()
        step = round(theme.step(self.font()))
        self.words.setContentsMargins(step * 3, 0, step * 3, step)
        self.grid = Grid(theme, tr("Agreement in cells"))
        cells = QWidget()
        column = QVBoxLayout(cells)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._tools, self.words):
            column.addWidget(widget)
        column.addWidget(self.grid, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._codes)
        self._pages.addWidget(cells)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.switch)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._turn)
        for box in (self.code, self.how, self.standard, self.trainee):
            box.activated.connect(lambda _: self.changed.emit())
        self.grid.cell_reached.connect(self.cell_reached)
        self.grid.cell_chosen.connect(self.cell_chosen)

    # which view

    @property
    def view(self) -> str:
        """The view that is shown, by name."""
        return str(self.switch.tabData(self.switch.currentIndex()))

    def turn_to(self, view: str) -> None:
        """Shows a view."""
        for n in range(self.switch.count()):
            if self.switch.tabData(n) == view:
                self.switch.setCurrentIndex(n)

    def _turn(self, _n: int) -> None:
        view, tr = self.view, self.tr
        self._pages.setCurrentIndex(0 if view == CODES else 1)
        choices = {
            PAIRS: [(tr("Alpha"), "alpha"), (tr("Kappa"), "kappa")],
            DOCUMENTS: [(tr("Alpha"), "alpha"), (tr("Both of all coded"), "counts")],
            CONFUSION: [(tr("All codes, by passage"), "passages"), *self._groups] if self._groups else [],
            TIME: [(tr("By week"), "week"), (tr("By reading order"), "order"), (tr("By codebook"), "version")],
        }.get(view, [])
        blocked = QSignalBlocker(self.how)
        self.how.clear()
        for words, value in choices:
            self.how.addItem(words, value)
        blocked.unblock()
        self.how.setVisible(bool(choices))
        self.code.setVisible(view in (PAIRS, TIME))
        for widget in (self._versus, self.standard, self._beside, self.trainee):
            widget.setVisible(view == STANDARD)
        self._tools.setVisible(bool(choices) or view == STANDARD)
        self.grid.show_grid(GridData((), (), ()), self._why)
        self.words.hide()
        self.changed.emit()

    def offer(self, compared: Compared, used: Sequence[int]) -> None:
        """The codes that somebody used and the coders, to choose from; what was chosen stays."""
        self._why = ""
        self._used = tuple(used)
        groups = [(code_name(compared.codes[n])[1], str(n)) for n in exclusive_groups(compared)]
        if groups != self._groups:
            self._groups = groups
            if self.view == CONFUSION:
                self._turn(self.switch.currentIndex())
        codes = [(self.tr("All codes, counts added"), _ALL)]
        codes += [(code_name(compared.codes[n])[1], n) for n in used]
        _fill(self.code, codes, 0)
        coders = [(name, n) for n, name in enumerate(compared.coders)]
        _fill(self.standard, coders, 0)
        _fill(self.trainee, coders, min(1, len(coders) - 1))

    def clear(self, words: str) -> None:
        """Nothing is compared; words say why."""
        self._why = words
        self.grid.show_grid(GridData((), (), ()), words)
        self.words.hide()

    def asked(self, pair: tuple[int, int]) -> Asked:
        """What is to be worked out for the view that is shown."""
        code = self.code.currentData()
        return Asked(
            self.view, pair, None if code in (None, _ALL) else int(code), str(self.how.currentData() or ""), self._used,
            int(self.standard.currentData() or 0), int(self.trainee.currentData() or 0),
        )  # fmt: skip

    def show_view(self, asked: Asked, found: View) -> None:
        """What was worked out; nothing if another view was turned to meanwhile."""
        if asked.view != self.view:
            return
        grid, words = found
        self.grid.show_grid(grid, self.tr("There is nothing to show here for these coders and documents."))
        self.words.setText(words)
        self.words.setVisible(bool(words))


def _fill(box: QComboBox, choices: Sequence[tuple[str, int]], first: int) -> None:
    kept = box.currentText()
    blocked = QSignalBlocker(box)
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    at = box.findText(kept) if kept else -1
    box.setCurrentIndex(at if at >= 0 else min(first, box.count() - 1))
    blocked.unblock()


def worked_out(project: Project, compared: Compared, asked: Asked) -> View:
    """The cells of a view, and the sentence that belongs to it; reads where it has to. To be run aside."""
    pair = asked.pair
    match asked.view:
        case "pairs":
            return pairs_grid(compared, pair_matrix(compared, asked.code), asked.code, kappa=asked.how == "kappa"), ""
        case "documents":
            rows = document_rows(compared, *pair)
            grid = documents_grid(compared, rows, asked.used, pair, counts=asked.how == "counts")
            return grid, sentence_on("documents")
        case "confusion" if asked.how.isdigit():
            places = exclusive_groups(compared)[int(asked.how)]
            pairs = [tuple(p) for p in compared.measured.pairs.coders.tolist()]
            group = group_of(compared.measured, places)
            return group_grid(compared, group, pairs.index(pair), places, pair), group_words(group)
        case "confusion":
            found = confusion(compared.codings, compared.codes, *pair)
            return confusion_grid(compared, found, pair), confusion_words(found)
        case "time":
            groups = rows_of_groups(compared, *pair, _groups(project, compared, asked), asked.code)
            return time_grid(compared, groups, pair, asked.code), sentence_on(asked.how or "week")
        case "standard":
            told = against_standard(compared, asked.standard, asked.trainee)
            return standard_grid(compared, told, asked.standard, asked.trainee), sentence_on("standard")
        case "qualifiers":
            said: list[QualifierRow] = project.ask(compared_qualifiers, compared, *pair)
            return qualifiers_grid(said), sentence_on("qualifiers")
    return GridData((), (), ()), ""


def _groups(project: Project, compared: Compared, asked: Asked) -> Groups:
    times = project.ask(times_of, compared)
    if asked.how == "order":
        covered = compared.codings.covered
        return by_reading_order(times, [p for p in range(len(covered)) if covered[p, list(asked.pair)].all()])
    return by_version(times) if asked.how == "version" else by_week(times)
