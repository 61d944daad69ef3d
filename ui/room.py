"""The furnished window: panes around the desk, joined by signals. The only place where panels meet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QVBoxLayout, QWidget

from coder.assignments import current_round
from coder.code_tree import newest_version
from coder.errors import StalePassage
from coder.models import Assignment, CodebookVersion, Coder, Study
from coder.segment_list import ShownSegment
from ui.asking import Asking
from ui.bringing import Bringing
from ui.dialogs.new_project import NewProjectPage
from ui.dialogs.start import EmptyProjectPage
from ui.dialogs.who import WhoPage
from ui.document.desk import Desk
from ui.editions import Editions
from ui.errands import Errands
from ui.filtering import Filtering
from ui.independence import Independence
from ui.keymap import shown_keys
from ui.material import Material
from ui.own_keys import OwnKeys
from ui.paging import Paging
from ui.panels.codes import CodesPanel
from ui.panels.definition import DefinitionPanel
from ui.panels.details import DetailsPanel
from ui.panels.document_codes import DocumentCodesPanel
from ui.panels.documents import DocumentsPanel
from ui.panels.help import HelpPanel
from ui.panels.segments import SegmentsPanel
from ui.panes import Panes
from ui.panes_menu import PanesMenu
from ui.people import People
from ui.reading import Reading
from ui.searching import Searching
from ui.sitting import Sitting
from ui.teamwork import Teamwork
from ui.unit_mode import UnitMode
from ui.widgets.find import FindLine
from ui.widgets.menus import in_menu
from ui.widgets.words import counted
from ui.working import Working

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Room(QObject):
    """Everything that comes after the first paint."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.workspace, self.theme = window, window.workspace, window.theme
        self.settings, self.commands = window.settings, window.commands
        self._acts = 0  # acts that may change who works, in which round, under which codebook
        self._work_known: tuple[object, tuple[str, ...]] = (None, ())
        self._build()
        self._join()
        self._bind()
        self.tell_state()

    # building

    def _build(self) -> None:
        window, workspace, theme = self.window, self.workspace, self.theme
        self.desk = Desk(theme)
        self.find = FindLine(self.desk.surface, theme)
        reading_page = QWidget()
        layout = QVBoxLayout(reading_page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find)
        layout.addWidget(self.desk, 1)
        self.reading_page = reading_page
        self.new_page = NewProjectPage(self.settings, theme)
        self.who_page, self.empty_page = WhoPage(theme), EmptyProjectPage(theme)
        for page in (reading_page, self.new_page, self.who_page, self.empty_page):
            window.pages.addWidget(page)
        self.people = People(workspace, self.settings, self)
        self.errands = Errands(workspace, window.tasks, self.settings, window)
        self.reading = Reading(workspace, self.desk, theme, self)
        self.units: UnitMode | None = None
        self.asking: Asking | None = None
        self.working: Working | None = None
        self.independence = Independence(workspace, self.desk, self.reading, self)
        self.documents, self.codes = DocumentsPanel(workspace, theme), CodesPanel(workspace, theme)
        self.details, self.definition = DetailsPanel(workspace, theme), DefinitionPanel(workspace, theme)
        self.document_codes, self.segments = DocumentCodesPanel(workspace, theme), SegmentsPanel(workspace, theme)
        self.help = HelpPanel(theme)
        self.panes = Panes(window, self.desk.surface)
        self.panes.come_to(window.bar, self.desk.messages)
        tr, left, right, bottom = self.tr, "left", "right", "bottom"
        self.panes.add("documents", tr("Documents"), self.documents, left)
        self.panes.add("codes", tr("Codes"), self.codes, left)
        self.panes.add("details", tr("Details"), self.details, right)
        self.panes.add("document_codes", tr("This document"), self.document_codes, right, when_needed=True)
        self.panes.add("definition", tr("Definition"), self.definition, right)
        self.panes.add("segments", tr("Coded segments"), self.segments, bottom)
        self.panes.add("help", tr("Help"), self.help, right)
        self.panes.beside("help", "details")
        self._panes_menu = PanesMenu(self.panes, self.commands, self)
        self._work_as = QMenu(tr("Code as"), window)
        self.commands.menus["team"].insertMenu(self.commands.menus["team"].actions()[0], self._work_as)
        self._recent = QMenu(tr("Opened before"), window)
        self.commands.menus["file"].insertMenu(self.commands["add_sources"], self._recent)
        window.who.setMenu(self._work_as)
        self.sitting = Sitting(self)
        self.team = Teamwork(self)
        self.bringing = Bringing(self)
        self.searching = Searching(self)
        self.paging = Paging(self)
        self.material = Material(self)
        self.editions = Editions(self)
        self.filtering = Filtering(self)
        self.units = UnitMode(self)
        self.asking = Asking(self)
        self.working = Working(self)
        self.own_keys = OwnKeys(self)

    def _join(self) -> None:
        w, reading, window = self.workspace, self.reading, self.window
        start, new, who, empty = window.start, self.new_page, self.who_page, self.empty_page
        start.new_wanted.connect(self.sitting.ask_for_new)
        start.open_wanted.connect(self.sitting.ask_for_old)
        start.demo_wanted.connect(self.errands.choose_demo)
        start.recent_chosen.connect(self.sitting.open)
        new.made.connect(self.sitting.make)
        new.given_up.connect(self.sitting.show_page)
        who.person_chosen.connect(self.people.be)
        who.name_given.connect(self.people.be_new)
        who.only_reads.connect(w.only_read)
        empty.sources_wanted.connect(self.errands.choose_sources)
        empty.codebook_wanted.connect(self.errands.choose_codebook)
        empty.demo_wanted.connect(self.errands.choose_demo)
        self.people.settled.connect(self.sitting.enter)
        self.errands.said.connect(window.line.say)
        self.errands.failed.connect(window.tell_error)
        self.errands.made.connect(self.sitting.open)
        self.documents.document_chosen.connect(self.read)
        self.documents.add_wanted.connect(self.errands.choose_sources)
        self.codes.code_chosen.connect(reading.use_code)
        self.codes.code_reached.connect(self.definition.show_code)
        self.codes.edit_wanted.connect(self._edit_code)
        self.document_codes.code_reached.connect(self.definition.show_code)
        self.document_codes.needed.connect(self._need_document_codes)
        self.segments.segment_chosen.connect(self._show_segment)
        self.segments.remove_wanted.connect(reading.remove_all)
        self.segments.at_hand = reading.at_hand
        self.details.segment_chosen.connect(self._focus)
        self.details.remove_wanted.connect(reading.remove)
        self.details.text_wanted.connect(self.desk.surface.setFocus)
        reading.document_shown.connect(self._on_document)
        reading.segments_here.connect(self._on_segments_here)
        reading.code_used.connect(self.definition.show_code)
        reading.document_code_wanted.connect(self.document_codes.turn)
        reading.memo_wanted.connect(self.write_memo)
        reading.help_wanted.connect(lambda: self.show_help("keys"))
        reading.state_changed.connect(self.tell_state)
        self.desk.surface.nothing_held.connect(self._dismiss)
        self.desk.surface.scale_wanted.connect(self._scale)
        for bar in (window.bar, self.desk.messages):
            bar.left.connect(self.desk.surface.setFocus)
        w.opened.connect(self.sitting.begin)
        w.closed.connect(self.sitting.end)
        w.changed.connect(self._on_changed)
        w.state_changed.connect(self.tell_state)
        w.failed.connect(self._on_failed)

    def _bind(self) -> None:
        errands, reading, w = self.errands, self.reading, self.workspace
        self.commands.bind(
            new_project=self.sitting.ask_for_new, open_project=self.sitting.ask_for_old,
            load_codebook=errands.choose_codebook, save_codebook=errands.choose_codebook_target,
            close_project=self.sitting.close_project,
            undo=w.undo, redo=w.redo, copy_passage=self.desk.surface.copy,
            find=self._find, find_next=lambda: self._walk_hits(1), find_previous=lambda: self._walk_hits(-1),
            next_document=lambda: self._step_document(1), previous_document=lambda: self._step_document(-1),
            finish_document=reading.finish, choose_code=reading.choose_code,
            code_by_words=reading.name_by_words, repeat_code=reading.repeat, write_memo=self.write_memo,
            remove_segment=reading.remove, add_code=self._add_code,
            edit_code=self._edit_code, add_coder=self._add_coder, others_segments=self._show_others,
            next_pane=lambda: self.panes.walk(1), previous_pane=lambda: self.panes.walk(-1),
            hide_pane=self._hide_pane,
            help=self._help_here, keys=lambda: self.show_help("keys"),
        )  # fmt: skip
        self._recent.aboutToShow.connect(self._fill_recent)
        self._work_as.aboutToShow.connect(lambda: self.people.fill(self._work_as))

    # what the panes tell each other

    def read(self, document: UUID) -> None:
        """Puts a document on the desk."""
        self.window.pages.setCurrentWidget(self.reading_page)
        self.reading.show_document(document)

    def _show_segment(self, segment: ShownSegment) -> None:
        self.window.pages.setCurrentWidget(self.reading_page)
        self.reading.show_segment(segment)
        self.definition.show_code(segment.code_id)

    def _focus(self, segment: UUID) -> None:
        self.reading.show_first_segment(segment)

    def _on_document(self, document: UUID | None) -> None:
        self.codes.show_document(document)
        self.segments.show_document(document)
        self.document_codes.show_document(document)
        self.find.search_again()
        if document is not None:
            self.documents.show_as_open(document)

    def _on_segments_here(self, segments: list[ShownSegment], focused: UUID | None) -> None:
        self.details.show_segments(segments, focused)
        found = self.reading.focused()
        self.segments.show_segment(found.id if found else None)

    def _on_changed(self, change: object) -> None:
        if change.touches(Assignment, Coder, CodebookVersion, Study):  # type: ignore[attr-defined]
            self._acts += 1
        no_documents = self.window.pages.currentWidget() is self.empty_page
        if no_documents or self.reading.document is None:
            self.sitting.show_page()
            if no_documents:
                self.sitting.read_first()
        self.tell_state()

    def _on_failed(self, error: object) -> None:
        if isinstance(error, StalePassage):
            self.reading.refresh()

    def _need_document_codes(self, needed: bool) -> None:
        self.panes.need("document_codes", needed)

    # commands

    def _find(self) -> None:
        self.window.pages.setCurrentWidget(self.reading_page)
        self.find.begin()

    def _walk_hits(self, by: int) -> None:
        shown = self.find.isVisible() and self.find.walk_again(by)
        if not (shown or self.searching.walk(by) or self.find.walk_again(by)):
            self.find.begin()

    def _step_document(self, by: int) -> None:
        if (document := self.documents.neighbour(by)) is not None:
            self.read(document)

    def write_memo(self) -> None:
        self.panes.raise_("details")
        if not self.details.edit_memo():
            self.desk.surface.setFocus()
            words = self.tr("This is another coder’s segment. “New memo” in the menu Document writes one on it.")
            self.window.line.say(words if self.workspace.writable else self.desk.surface.why_kept())

    def _scale(self, by: int) -> None:
        """Ctrl and the wheel do what the menu does, for every text and for good."""
        self.commands["larger_text" if by > 0 else "smaller_text"].trigger()

    def _dismiss(self) -> None:
        """Esc in the text, where nothing is left to let go of: the message above it goes."""
        if self.window.bar.words:
            self.window.bar.dismiss()
        elif self.find.isVisible():
            self.find.end()
        else:
            self.desk.messages.dismiss()

    def back_to_text(self) -> bool:
        """Esc in a pane that has no other use for it: the keys go back to the text. Was there one to go to?"""
        reads = self.window.pages.currentWidget() is self.reading_page and not self.desk.empty
        if reads and self.panes.current():
            self.window.activateWindow()
            self.desk.surface.setFocus()
            return True
        return False

    def _hide_pane(self) -> None:
        if name := self.panes.current():
            self.panes.put_away(name)
            self.desk.surface.setFocus()
        else:
            self.window.line.say(self.tr("Go to the pane first: {key}.").format(key=shown_keys("next_pane")))

    def _add_code(self) -> None:
        self.panes.raise_("codes")
        self.codes.add()

    def _edit_code(self, code: UUID | None = None) -> None:
        if code is not None:
            self.definition.show_code(code)
        self.panes.raise_("definition")
        if not self.definition.edit():
            words = self.tr("In a coder package the codebook is the lead’s. A code that you propose can be changed.")
            self.window.line.say(words)

    def _show_others(self, shown: bool) -> None:
        self.independence.want(shown)
        self.tell_state()

    def _add_coder(self) -> None:
        dialog = QInputDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Add a coder"))
        dialog.setLabelText(self.tr("Name, as the team knows it"))
        dialog.textValueSelected.connect(self.people.add)
        dialog.open()

    def take_files(self, paths: list[Path]) -> None:
        """Files dropped on the window: coder files come home, a project is opened, sources are brought in."""
        projects = [path for path in paths if path.suffix == ".intercoder"]
        leads = self.workspace.is_open and self.workspace.writable and not self.workspace.is_package
        if projects and leads:
            self.team.take_files(projects)
        elif projects:
            self.sitting.open(projects[0])
        elif self.workspace.writable and not self.workspace.is_package:
            self.bringing.look_at(paths)
        else:
            self.window.line.say(self.tr("Open a project first; then drop sources on it."))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for project in self.settings.recent:
            words, folder = project.title or project.path.stem, str(project.path.parent).replace("&", "&&")
            action = self._recent.addAction(f"{in_menu(words)}\t{folder}")
            action.triggered.connect(lambda _=False, path=project.path: self.sitting.open(path))
        self._recent.setEnabled(bool(self.settings.recent))

    # help

    def show_help(self, page: str) -> None:
        self.help.show_page(page)
        self.panes.raise_("help")

    def _help_here(self) -> None:
        """The page about the window or the pane that has the keys, else about what stands in the middle."""
        apart = QApplication.activeWindow()
        if apart is not None and (page := apart.property("help")):
            self.show_help(page)
            return
        reads = self.window.pages.currentWidget() is self.reading_page
        middle = "finding" if self.find.has_keys() else "coding" if reads else "start"
        self.show_help(self.help.page_about(self.panes.current(), middle))

    # state

    @property
    def _settled(self) -> bool:
        """A project is open, and it is known who codes in it."""
        return self.workspace.is_open and self.window.pages.currentWidget() is not self.who_page

    def states(self) -> set[str]:
        """What holds now; commands say which of these they need."""
        w, reading = self.workspace, self.reading
        held = {"ready"}
        if not self._settled:
            return held
        focused = reading.focused()
        facts = {
            "open": True, "write": w.writable, "lead": w.writable and not w.is_package, "documents": True,
            "codes": True, "document": reading.document is not None, "selection": reading.selection() is not None,
            "segment": focused is not None or bool(self.details.shown), "own segment": reading.focused_is_mine,
            "pages": self.paging.possible, "filtered": reading.filtered,
            "undo": w.writable and w.undo_depth > 0, "redo": w.writable and w.redo_depth > 0,
        }  # fmt: skip
        facts["compare"] = self.team.comparing.possible
        facts["units"] = self.units is not None and self.units.there
        return held | {name for name, holds in facts.items() if holds}

    def tell_state(self) -> None:
        """Menus, corner and the line below say what holds."""
        self.commands.enable(self.states())
        shown, beside = self.reading.others_shown, self.team.comparing.on
        checked = {"finish_document": self.reading.finished, "others_segments": shown, "side_by_side": beside}
        if self.units is not None:
            checked |= {"unit_mode": self.units.on, "unit_goes_on": self.units.goes_on}
        self.commands.check(checked)
        if self.working is not None:
            self.working.tell()
        self._panes_menu.tell(self._settled)
        self._work_as.menuAction().setEnabled(self.workspace.writable and not self.workspace.is_package)
        if not self._settled:
            self.window.line.show_state("")
            self.window.show_who("")
            return
        name, *_ = facts = self._facts()
        self.window.show_who(name)
        self.window.line.show_state(" · ".join(facts))

    def _work(self) -> tuple[str, ...]:
        """Who codes, in which round, under which codebook; asked again only when it may be something else."""
        w, tr = self.workspace, self.tr
        key = (w.coder_id, self.reading.document, self._acts)
        if self._work_known[0] != key:
            version = w.ask(newest_version)
            self._work_known = key, (
                self.people.name(),
                tr("round {}").format(w.ask(current_round, w.coder_id, self.reading.document)),
                *([tr("codebook {}").format(version.name)] if version is not None else []),
            )
        return self._work_known[1]

    def _facts(self) -> list[str]:
        w, reading, tr = self.workspace, self.reading, self.tr
        facts = [*self._work()]
        if reading.document is not None:
            key = shown_keys("finish_document").partition(",")[0]
            done, still_open = (
                (tr("this document: finished ({key} reopens)"), tr("this document: open ({key} finishes)")) if key
                else (tr("this document: finished"), tr("this document: open"))
            )  # fmt: skip
            facts += [
                (done if reading.finished else still_open).format(key=key),
                counted(len(reading.segments), tr("1 segment"), tr("%n segments", "", len(reading.segments))),
            ]
            if self.units is not None and self.units.there:
                facts.append(self.units.words)
        if self.asking is not None and self.asking.words:
            facts.append(self.asking.words)
        facts.append(tr("saved") if w.writable else tr("only reading"))
        if w.writable and w.undo_depth:
            facts.append(f"↶ {w.undo_depth}")
        return facts
