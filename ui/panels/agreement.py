"""Agreement between the coders: figures in several views, what they say, and the passages behind every one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coder.assignments import disclose
from coder.errors import CoderError
from coder.models import Assignment, Code, Coder, Coding, Document, Membership, Study
from coder.reliability import Compared
from coder.reliability.choices import Choices, choices
from coder.reliability.figures import CodeFigures, figures_of, pooled_figures
from coder.reliability.kept import fix_settings, keep_settings, say_how_drawn
from ui.agreement.export import AgreementExport
from ui.agreement.gamma import GammaLine
from ui.agreement.passages import Found, found_passages, kept_words, measured
from ui.agreement.views import CODES, AgreementViews, worked_out
from ui.language import mended
from ui.models.agreement import meaning
from ui.models.agreement_views import Wanted
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.agreement_codes import CodesTable
from ui.widgets.agreement_head import AgreementHead, quiet_label, stacked
from ui.widgets.agreement_settings import AgreementSettings
from ui.widgets.differences import DifferencesList
from ui.widgets.menus import passing_menu
from ui.widgets.turning import TurningSplit
from ui.widgets.words import counted
from ui.workspace import Workspace

_CALM = 700  # ms without a change before the figures are made anew
Work = Callable[[], None]


class AgreementPanel(QWidget):
    """passage_chosen(document id, Span or None): a passage on which coders differ is to be read.

    passage_reached: the same, while the list is walked; the keys stay in the list. code_reached(id). said(str).
    pair_reached(first, second): ids of the two coders whose passages are listed; None, None when none are.
    """

    passage_chosen = Signal(object, object)
    passage_reached = Signal(object, object)
    code_reached = Signal(object)
    pair_reached = Signal(object, object)
    said = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._theme = workspace, theme
        self._work = Tasks(self)  # figures are made aside, so that they never keep other work waiting
        self._export = AgreementExport(workspace, tasks, self)
        self._compared: Compared | None = None
        self._figures: list[CodeFigures] = []
        self._stale, self._again = True, False
        self._last: Wanted | None = None  # whose passages are listed
        self._kept: Sequence[UUID] = ()
        self._first = True  # the project's own settings are still to be taken over
        self._next: dict[str, Work] = {}  # what is to be worked out once the worker is free, the latest of each kind
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._build()
        self._connect()

    # building

    def _build(self) -> None:
        self.controls = AgreementSettings(self._theme)
        self.head = AgreementHead(self._theme)
        self.codes = CodesTable(self._theme)
        self.list, self.model, self.filter = self.codes.list, self.codes.model, self.codes.filter
        self.views = AgreementViews(self.codes, self._theme)
        self.sentence = quiet_label(muted=False)
        self.sentence.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.passages = DifferencesList(self._theme)
        self.gamma = GammaLine(self._workspace, self._theme)
        above, below = stacked(self.head, self.gamma, self.views), stacked(self.sentence, self.passages)
        # what both want at least is more than a small screen has: the window would grow beyond it
        self.split = TurningSplit((above, 3, 11), (below, 2, 7))
        stacked(self.controls, self.split, parent=self)
        step = round(self._theme.step(self.font()))
        self.sentence.setContentsMargins(step * 3, step * 2, step * 3, step)
        self.setFocusProxy(self.list)
        self._clear(self.tr("Agreement will stand here once two coders have coded the same documents."))

    def _connect(self) -> None:
        w, c = self._workspace, self.controls
        c.changed.connect(self._on_settings)
        c.pair_chosen.connect(lambda _: self._show_figures())
        c.more_wanted.connect(self._show_more)
        c.unused_wanted.connect(lambda every: self.codes.keep_used(not every))
        c.export_wanted.connect(self._export.choose)
        c.fix_wanted.connect(self._fix)
        c.drawn_said.connect(self._say_drawn)
        self._export.said.connect(self.said)
        self.list.row_reached.connect(self._reach)
        self.list.row_chosen.connect(lambda _: self.passages.list.setFocus())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.views.changed.connect(self._turn_view)
        self.views.cell_reached.connect(self._reach_cell)
        self.views.cell_chosen.connect(lambda _: self.passages.list.setFocus())
        self.passages.passage_chosen.connect(self.passage_chosen)
        self.passages.passage_reached.connect(self.passage_reached)
        self.passages.kept_wanted.connect(self._show_kept)
        self._calm.timeout.connect(self.refresh)
        self._work.stopped.connect(lambda: QTimer.singleShot(0, self._go_on))
        w.changed.connect(self._on_changed)
        w.opened.connect(self._on_opened)
        w.closed.connect(self._on_closed)
        w.coder_changed.connect(self._list_again)
        w.state_changed.connect(self._on_state)

    # when to measure

    def _on_changed(self, change: Any) -> None:
        if change.operation == "disclose" and self._compared and change.coder_id not in self._compared.coder_ids:
            return  # whoever looked is not compared, so no figure moves
        self._first = self._first or change.touches(Study)
        if change.touches(Coding, Assignment, Document, Code, Coder, Study, Membership):
            self._stale = True
            self._calm.start()

    def _on_opened(self) -> None:
        self._stale = self._first = True
        self.refresh()

    def _on_closed(self) -> None:
        self._calm.stop()
        self._again = False
        self._next.clear()
        self._work.finish()
        self._clear(self.tr("Agreement will stand here once two coders have coded the same documents."))

    def _on_state(self) -> None:
        if self._again and not self._workspace.busy:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._work.finish()
        super().closeEvent(event)

    def _on_settings(self) -> None:
        """Something else is to be compared; the lead's project remembers it."""
        if self._leads() and self.controls.own_rounds() is None:
            self._workspace.do(keep_settings, settings=self.controls.settings())
        self.refresh()

    def _leads(self) -> bool:
        return self._workspace.writable and not self._workspace.is_package

    def _take_kept(self, found: Choices) -> None:
        self.controls.offer(found)
        if found.kept is not None and not self.controls.same_as(found.kept):
            self.controls.take(found.kept)

    def _fix(self) -> None:
        c = self._compared
        if c is not None and self._workspace.do(fix_settings, settings=c.settings):
            self.said.emit(self.tr("How this round is counted is fixed; done before coding, the page says so."))

    def _say_drawn(self, words: str) -> None:
        if self._compared is not None:
            self._workspace.do(say_how_drawn, words=words, round_=self._compared.settings.round or 1)

    def refresh(self) -> None:
        """Measures anew, aside; a hidden panel waits until it is seen, and so does one while files are merged."""
        self._stale = True
        if not self._workspace.is_open or not self.isVisible():
            return
        if self._work.busy or self._workspace.busy:
            self._again = True
            return
        self._stale = self._again = False
        self._calm.stop()
        project, settings, again = self._workspace.project, self.controls.settings(), self.controls.own_rounds()
        words = self.tr("Measuring agreement")
        if self._first:
            self._run(words, lambda: project.ask(choices), self._begin)
        else:
            self._run(words, lambda: (project.ask(choices), measured(project, settings, again)), self._show)

    def _begin(self, found: Choices) -> None:
        """What the project remembers is taken over, then measured; unless something else was chosen meanwhile."""
        if not self._again:
            self._first = False
            self._take_kept(found)
            self.refresh()

    def _aside(self, kind: str, work: Work) -> None:
        """Does this now if the worker is free, else once it is; the latest of each kind."""
        self._next[kind] = work
        self._go_on()

    def _go_on(self) -> None:
        if self._work.busy:
            return
        if self._again:
            self.refresh()
        elif self._next:
            self._next.pop(next(iter(self._next)))()

    # showing

    def _show(self, both: tuple[Choices, Compared | CoderError]) -> None:
        offered, found = both
        self.controls.offer(offered)
        if isinstance(found, CoderError):
            self._clear(mended(found, "\n"))
            return
        self._compared = self._export.compared = found
        self.controls.offer_pairs([" – ".join(found.coders[c] for c in pair) for pair in self._pairs()])
        self.controls.export.setEnabled(True)
        self.controls.fix.setEnabled(self._leads())
        self.controls.show_drawn(found.facts.drawn, editable=self._leads() and self.controls.own_rounds() is None)
        self._show_figures()

    def _pairs(self) -> list[tuple[int, int]]:
        assert self._compared is not None
        return [(int(i), int(j)) for i, j in self._compared.measured.pairs.coders]

    def pair(self) -> tuple[int, int]:
        """The two coders shown, as places among those compared."""
        pairs = self._pairs()
        return pairs[min(self.controls.pair_shown(), len(pairs) - 1)]

    def _show_figures(self) -> None:
        c = self._compared
        if c is None:
            return
        n = min(self.controls.pair_shown(), len(self._pairs()) - 1)
        self._figures = figures_of(c, n)
        self.head.tell(c, self._figures, pooled_figures(c, n))
        kept = self.list.current_row()
        self.codes.show_figures(c, self._figures, self.pair())
        self.codes.keep_used(not self.controls.unused.isChecked())
        self._show_more(self.controls.more.isChecked())
        self.views.offer(c, [f.place for f in self._figures if f.used])
        self._show_view()
        self._stay_on(kept)

    def _show_view(self) -> None:
        """Works out the view that is turned to; the table of codes is there already."""
        c = self._compared
        if c is None or self.views.view == CODES or not self._workspace.is_open:
            return
        asked, project = self.views.asked(self.pair()), self._workspace.project

        def then(found: Any) -> None:
            if self._compared is c:
                self.views.show_view(asked, found)

        words = self.tr("Laying out figures")
        self._aside("view", lambda: self._run(words, lambda: worked_out(project, c, asked), then))

    def _run(self, words: str, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._work.run(words, lambda _tick: work(), then)

    def _stay_on(self, kept: CodeFigures | None) -> None:
        """The code that was looked at stays the one that is looked at."""
        now = {f.code.id: f for f in self._figures if f.code}
        same = now.get(kept.code.id) if kept is not None and kept.code else None
        if same is not None:
            self.list.select_key(same.place)
        if self.views.view == CODES and (row := self.list.current_row()) is not None:
            self._reach(row)
        elif self.views.view == CODES:
            self._say_choose()
        else:
            self._list_again()

    def _say_choose(self) -> None:
        self.sentence.setText(self.tr("Choose a code to read what its figures say, and on which passages they differ."))
        self.passages.clear("")
        self.passages.hide()  # room for the table, as long as there is nothing to list
        self._last = None
        self.pair_reached.emit(None, None)

    def _list_none(self, words: str) -> None:
        """What was listed belongs to something that is looked at no more."""
        self.sentence.setText(words)
        self.passages.clear("")
        self._last = None

    def _turn_view(self) -> None:
        if self.views.view != CODES and self._compared is not None:
            self._list_none("")
        self._show_view()

    def _clear(self, words: str) -> None:
        self._compared = self._export.compared = None
        self.gamma.offer(False, None)
        self._figures, self._last = [], None
        self._next.clear()
        self.codes.clear(words)
        self.views.clear(words)
        self.head.clear()
        self.sentence.setText("")
        self.controls.export.setEnabled(False)
        self.controls.fix.setEnabled(False)
        self.controls.drawn.setEnabled(False)
        self.passages.clear("")
        self.passages.hide()
        self.pair_reached.emit(None, None)

    def _show_more(self, shown: bool) -> None:
        self.codes.show_more(shown)
        self.head.caution.setVisible(shown)
        self.gamma.offer(shown, self._compared)

    # from a figure to its passages

    def _reach(self, f: CodeFigures) -> None:
        c = self._compared
        if c is None or f is None:
            return
        self.sentence.setText(" ".join(meaning(c, f, self.pair())))
        self.passages.say_when_none(
            self.tr("They coded the same passages with this code, from end to end.") if f.positives else
            self.tr("Neither of the two coded anything with this code.")
        )  # fmt: skip
        if f.code is not None:
            self.code_reached.emit(f.code.id)
        self._list_passages(Wanted(f.place))

    def _reach_cell(self, wanted: Wanted | None) -> None:
        c = self._compared
        if c is None:
            return
        if wanted is None:
            self._list_none(self.tr("No passages stand behind this cell."))
            return
        one, other = self._coders_of(wanted)
        figures = next((f for f in self._figures if f.place == wanted.code), None)
        if figures is not None and figures.code is not None:
            self.code_reached.emit(figures.code.id)
        told = self.tr("All codes") if figures is None or figures.code is None else " › ".join(figures.code.path)
        told = told if wanted.qualifier is None else wanted.qualifier[1]
        words = self.tr("{code}: {a} and {b}").format(code=told, a=c.coders[one], b=c.coders[other])
        if wanted.documents is not None:
            names = [c.documents[n][1] for n in wanted.documents]
            many = self.tr("{n} documents").format(n=len(names))
            words = self.tr("{words}, in {where}").format(words=words, where=counted(len(names), names[0], many))
        self.sentence.setText(words)
        self.passages.say_when_none(self.tr("Here the two do not differ."))
        self._list_passages(wanted)

    def _coders_of(self, wanted: Wanted) -> tuple[int, int]:
        one, other = self.pair()
        return (one if wanted.first is None else wanted.first), (other if wanted.second is None else wanted.second)

    def _make_room(self) -> None:
        """The first passages that are listed get two fifths of the height; then it is the reader's to say."""
        if self.passages.isHidden():
            self.passages.show()
            if self.split.sizes()[1] < self.split.height() * 0.4:
                self.split.setSizes([self.split.height() * 3 // 5, self.split.height() * 2 // 5])

    def _list_again(self) -> None:
        if self._last is not None:
            self._list_passages(self._last)

    def _list_passages(self, wanted: Wanted) -> None:
        c = self._compared
        if c is None or not self._workspace.is_open:
            return
        self._make_room()
        self._last = wanted
        pair, project, me = self._coders_of(wanted), self._workspace.project, self._workspace.coder_id

        def then(found: Found) -> None:
            if self._compared is c and self._last is wanted:
                self._show_passages(c, found, wanted, pair)

        words = self.tr("Looking for differences")
        self._aside("passages", lambda: self._run(words, lambda: found_passages(project, c, wanted, pair, me), then))

    def _show_passages(self, c: Compared, found: Found, wanted: Wanted, pair: tuple[int, int]) -> None:
        self._kept = found.kept
        if found.kept:
            self.passages.say_when_none(self.tr("What there is to see stands in documents that are kept back."))
        self.passages.show_differences(found.shown, (c.coders[pair[0]], c.coders[pair[1]]), c.codes)
        self.passages.narrow(other=wanted.other, kind=wanted.kind)
        self.passages.say_kept(kept_words(len(found.kept)))
        self.pair_reached.emit(c.coder_ids[pair[0]], c.coder_ids[pair[1]])
        if found.seen and self._workspace.writable:  # nobody assigned these, so the look is noted without a question
            self._workspace.do(disclose, coder_id=self._workspace.coder_id, document_ids=list(found.seen))

    def _show_kept(self) -> None:
        w = self._workspace
        if w.do(disclose, coder_id=w.coder_id, document_ids=list(self._kept)):
            self._list_again()

    def walk(self, by: int) -> None:
        """To the next passage on which they differ (1), or the one before (-1); every passage, if none were listed."""
        if self._compared is None:
            self.said.emit(self.tr("Open the agreement first: its passages are walked."))
        elif self._last is None:
            self._reach_cell(Wanted())
        elif not self.passages.walk(by):
            self.said.emit(self.tr("No further passage in this list."))

    def look_at(self, code_id: UUID) -> None:
        """Makes the row of a code the current one."""
        for f in self._figures:
            if f.code is not None and f.code.id == code_id:
                self.list.select_key(f.place)
                self._reach(f)

    def _menu(self, place: QPoint) -> None:
        menu, icon = passing_menu(self), self._theme.icon
        menu.addAction(icon("copy"), self.tr("Copy as a table\tCtrl+C")).triggered.connect(self.list.copy)
        menu.addAction(icon("export"), self.tr("Export this…")).triggered.connect(self._export.choose)
        everything = menu.addAction(icon("compare"), self.tr("All passages that differ"))
        everything.triggered.connect(lambda: self._reach_cell(Wanted()))
        if self.list.current_row() is not None:
            go = menu.addAction(icon("compare"), self.tr("To the passages that differ\tEnter"))
            go.triggered.connect(self.passages.list.setFocus)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def export(self, path: Path) -> None:
        """Writes what is shown, as the suffix says."""
        self._export.write(path)
