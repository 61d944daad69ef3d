"""Every command of the window as data: where it stands, what it says, its keys, and when it can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of a menu.

    name: what does it is bound to this. needs: states of the window that must all hold, see `Room.states`.
    keys: as Qt writes them; shown: keys that a pane handles itself, only told here.
    """

    name: str
    menu: str
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[str, ...] = ()
    shown: str = ""
    check: bool = False
    gap: bool = False  # a line above it


_ = QT_TRANSLATE_NOOP
C = "Actions"
MENUS = (
    ("file", _(C, "&File")), ("edit", _(C, "&Edit")), ("document", _(C, "&Document")), ("code", _(C, "&Code")),
    ("team", _(C, "&Team")), ("analyse", _(C, "&Analyse")), ("view", _(C, "&View")), ("help", _(C, "&Help")),
)  # fmt: skip

ACTS = (
    Act("new_project", "file", _(C, "New project…"), ("Ctrl+N",), "new", ("ready",)),
    Act("open_project", "file", _(C, "Open…"), ("Ctrl+O",), "open", ("ready",)),
    Act("add_sources", "file", _(C, "Add sources…"), ("Ctrl+I",), "import", ("lead",), gap=True),
    Act("add_folder", "file", _(C, "Add a folder of sources…"), ("Ctrl+Shift+I",), "folder", ("lead",)),
    Act("load_codebook", "file", _(C, "Load codebook…"), (), "codebook", ("lead",)),
    Act("save_codebook", "file", _(C, "Save codebook as…"), (), "", ("codes",)),
    Act("export", "file", _(C, "Export…"), ("Ctrl+Shift+E",), "export", ("open",), gap=True),
    Act("close_project", "file", _(C, "Close project"), ("Ctrl+W",), "close", ("open",), gap=True),
    Act("quit", "file", _(C, "Quit"), ("Ctrl+Q",)),
    Act("undo", "edit", _(C, "Undo"), ("Ctrl+Z",), "undo", ("undo",)),
    Act("redo", "edit", _(C, "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", ("redo",)),
    Act("copy_passage", "edit", _(C, "Copy the passage"), (), "copy", ("selection",), "Ctrl+C", gap=True),
    Act("find", "edit", _(C, "Find in the document"), ("Ctrl+F",), "search", ("document",), gap=True),
    Act("find_next", "edit", _(C, "Next hit"), ("F3",), "", ("document",)),
    Act("find_previous", "edit", _(C, "Hit before"), ("Shift+F3",), "", ("document",)),
    Act("find_all", "edit", _(C, "Find in all documents"), ("Ctrl+Shift+F",), "", ("open",)),
    Act("next_document", "document", _(C, "Next document"), ("Ctrl+PgDown",), "next", ("documents",)),
    Act("previous_document", "document", _(C, "Document before"), ("Ctrl+PgUp",), "previous", ("documents",)),
    Act("finish_document", "document", _(C, "Finished"), ("F9",), "finished", ("document", "write"), check=True,
        gap=True),
    Act("document_table", "document", _(C, "Table of documents"), ("Ctrl+Shift+D",), "table", ("open",), gap=True),
    Act("variables", "document", _(C, "Variables…"), (), "", ("open",)),
    Act("notebook", "document", _(C, "Notebook: all memos"), ("Ctrl+Shift+B",), "memo", ("open",), gap=True),
    Act("new_memo", "document", _(C, "New memo on what is in focus"), ("Ctrl+Shift+M",), "", ("open", "write")),
    Act("correct_text", "document", _(C, "Correct the text…"), (), "edit", ("selection", "lead"), gap=True),
    Act("new_version", "document", _(C, "New version of this document…"), (), "", ("document", "lead")),
    Act("lost_segments", "document", _(C, "Segments whose words are gone"), (), "", ("open",)),
    Act("choose_code", "code", _(C, "Code the passage…"), (), "code", ("document", "write"), "Enter"),
    Act("code_by_words", "code", _(C, "New code named by the words…"), (), "", ("document", "write"), "Shift+Enter"),
    Act("repeat_code", "code", _(C, "Code with the last code again"), ("Ctrl+R",), "", ("document", "write")),
    Act("write_memo", "code", _(C, "Memo on the coded segment"), ("Ctrl+M",), "memo", ("segment", "write"), gap=True),
    Act("remove_segment", "code", _(C, "Remove the coded segment"), (), "remove", ("own segment",), "Delete"),
    Act("ask_lead", "code", _(C, "Ask the lead about the passage"), ("Ctrl+Shift+H",), "help", ("document", "write")),
    Act("unit_mode", "code", _(C, "Unit mode"), ("F7",), "", ("units",), check=True, gap=True),
    Act("unit_goes_on", "code", _(C, "Go on to the next unit by itself"), (), "", ("units",), check=True),
    Act("next_unit", "code", _(C, "Next unit"), (), "next", ("units",), "Space"),
    Act("previous_unit", "code", _(C, "Unit before"), (), "previous", ("units",), "Shift+Space"),
    Act("next_open_unit", "code", _(C, "Next unit that waits"), (), "", ("units",), "."),
    Act("none_applies", "code", _(C, "No code applies to this unit"), (), "", ("units", "write"), "-"),
    Act("add_code", "code", _(C, "Add a code"), ("Ctrl+Shift+N",), "add", ("write",), gap=True),
    Act("edit_code", "code", _(C, "Edit the code in focus"), ("Ctrl+E",), "edit", ("write",)),
    Act("units", "code", _(C, "Fixed units…"), (), "", ("open",)),
    Act("qualifiers", "code", _(C, "Qualifiers and evidence scale…"), (), "sliders", ("open",)),
    Act("add_coder", "team", _(C, "Add a coder…"), (), "coder", ("lead",)),
    Act("hand_out", "team", _(C, "Hand out a coder package…"), (), "handout", ("lead",), gap=True),
    Act("merge_files", "team", _(C, "Merge coder files…"), (), "merge", ("lead",)),
    Act("conflicts", "team", _(C, "Edit conflicts"), (), "reconcile", ("open",)),
    Act("questions", "team", _(C, "Questions to the lead"), (), "help", ("open",)),
    Act("history", "team", _(C, "Audit trail"), (), "history", ("open",), gap=True),
    Act("agreement", "analyse", _(C, "Agreement"), ("Ctrl+Shift+A",), "agreement", ("open",)),
    Act("next_difference", "analyse", _(C, "Next passage that differs"), ("F8",), "next", ("open",)),
    Act("previous_difference", "analyse", _(C, "Passage that differs before"), ("Shift+F8",), "previous", ("open",)),
    Act("ratings", "analyse", _(C, "Reliability of a table…"), (), "", ("open",)),
    Act("work_read", "view", _(C, "Read and code"), ("Alt+1",), "read", ("open",), check=True, gap=True),
    Act("work_compare", "view", _(C, "Compare and reconcile"), ("Alt+2",), "compare", ("open",), check=True),
    Act("work_analyse", "view", _(C, "Analyse"), ("Alt+3",), "analyse", ("open",), check=True),
    Act("change_keys", "view", _(C, "Change keys…"), (), "keyboard", ("ready",)),
    Act("restore_layout", "view", _(C, "Restore the layout"), (), "", ("open",)),
    Act("larger_text", "view", _(C, "Larger text"), ("Ctrl++", "Ctrl+="), "", ("ready",), gap=True),
    Act("smaller_text", "view", _(C, "Smaller text"), ("Ctrl+-",), "", ("ready",)),
    Act("normal_text", "view", _(C, "Normal text size"), ("Ctrl+0",), "", ("ready",)),
    Act("others_segments", "view", _(C, "Other coders’ segments"), ("Ctrl+Shift+O",), "team", ("open",), check=True,
        gap=True),
    Act("filter_segments", "view", _(C, "Filter the coded segments…"), ("Ctrl+Alt+F",), "", ("document",)),
    Act("all_segments", "view", _(C, "Show all coded segments"), ("Ctrl+Shift+G",), "", ("filtered",)),
    Act("side_by_side", "view", _(C, "Two coders side by side"), ("Ctrl+Shift+L",), "compare", ("compare",),
        check=True),
    Act("pages", "view", _(C, "Show as pages"), ("Ctrl+Shift+P",), "", ("pages",), check=True),
    Act("next_pane", "view", _(C, "Next pane"), ("F6",), "", ("ready",), gap=True),
    Act("previous_pane", "view", _(C, "Pane before"), ("Shift+F6",), "", ("ready",)),
    Act("hide_pane", "view", _(C, "Hide this pane"), ("Ctrl+Shift+W",), "", ("open",)),
    Act("help", "help", _(C, "Help"), ("F1",), "help"),
    Act("keys", "help", _(C, "All keys"), ("Ctrl+/",), "keyboard", (), "?"),
    Act("about", "help", _(C, "About Intercoder"), (), "info", gap=True),
)  # fmt: skip


_TOLD_ONLY = frozenset({"copy_passage", "keys"})  # keys of every field and of the text, which stay


def said(words: str) -> str:
    """A menu's words in the user's language."""
    return QCoreApplication.translate(C, words)


def plain(words: str) -> str:
    """Words of a menu without its mark for the keyboard."""
    return said(words).replace("&", "")


class Commands:
    """The menus of a window, made from ACTS. What an entry does is bound to its name, some of it after first paint."""

    def __init__(self, window: QMainWindow, theme: Theme) -> None:
        self.menus: dict[str, QMenu] = {}
        self._done_by: dict[str, Callable[..., object]] = {}
        self._acts = {act.name: act for act in ACTS}
        self._actions: dict[str, QAction] = {}
        bar = window.menuBar()
        for name, title in MENUS:
            self.menus[name] = bar.addMenu(said(title))
        for act in ACTS:
            menu = self.menus[act.menu]
            if act.gap:
                menu.addSeparator()
            menu.addAction(self._action(act, window, theme))

    def _action(self, act: Act, window: QMainWindow, theme: Theme) -> QAction:
        words = said(act.words)
        action = QAction(f"{words}\t{act.shown}" if act.shown and not act.keys else words, window)
        if act.icon:
            action.setIcon(theme.icon(act.icon))
        action.setShortcuts([QKeySequence(key) for key in act.keys])
        if act.name == "help":  # in a window apart too
            action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        action.setCheckable(act.check)
        action.setEnabled(False)
        action.triggered.connect(partial(self._do, act))
        self._actions[act.name] = action
        return action

    def bind(self, **done_by: Callable[..., object]) -> None:
        """Says what does each of these commands. Raises KeyError for one that is not in ACTS."""
        for name, does in done_by.items():
            self._actions[name].setEnabled(not self._acts[name].needs)
            self._done_by[name] = does

    def _do(self, act: Act) -> None:
        does = self._done_by[act.name]
        if act.check:
            does(self._actions[act.name].isChecked())
        else:
            does()

    def give_keys(self, keys_of: Callable[[str], Sequence[str]]) -> None:
        """From now on these keys, as Qt writes them, by the name of each act."""
        for act in ACTS:
            action, keys = self._actions[act.name], keys_of(act.name)
            if act.shown:  # a pane does it; the menu only tells the key
                told = act.shown if act.name in _TOLD_ONLY else "".join(keys[:1])
                native = QKeySequence(told).toString(QKeySequence.SequenceFormat.NativeText) or told
                action.setText(f"{said(act.words)}\t{native}" if told and not act.keys else said(act.words))
            if not act.shown or act.keys:
                action.setShortcuts([QKeySequence(key) for key in keys])

    def press(self, event: QKeyEvent) -> bool:
        """Does what the keys of an event do in the field that has the keys, else in the menus. Was there anything?

        For key presses that Qt did not offer to the menus itself.
        """
        field = QApplication.focusWidget()
        if field is not None:
            asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
            asked.ignore()
            QApplication.sendEvent(field, asked)
            if asked.isAccepted():
                QApplication.sendEvent(field, event)
                return True
        wanted = QKeySequence(event.keyCombination())
        for action in self._actions.values():
            if action.isEnabled() and wanted in action.shortcuts():
                action.trigger()
                return True
        return False

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def enable(self, states: Iterable[str]) -> None:
        """Only what can be used now can be chosen."""
        held = set(states)
        for act in ACTS:
            self._actions[act.name].setEnabled(act.name in self._done_by and held.issuperset(act.needs))

    def check(self, checked: Mapping[str, bool]) -> None:
        for name, value in checked.items():
            self._actions[name].setChecked(value)
