"""The person's own keys: the pane that changes them, and menus, text, help and tooltips that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.keymap import Keymap, keys_of, text_keys
from ui.keys_list import all_keys
from ui.panels.keys import KeysPanel

if TYPE_CHECKING:
    from ui.room import Room


class OwnKeys(QObject):
    """Puts the keys in force everywhere, at the beginning and whenever one is changed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self.keymap = Keymap(room.settings, self)
        self.panel = KeysPanel(self.keymap, room.theme)
        room.panes.add("keys", self.tr("Keys"), self.panel, "bottom")
        room.panes.beside("keys", "segments")
        room.commands.bind(change_keys=self._show)
        self.keymap.changed.connect(self._follow)
        self.keymap.changed.connect(room.tell_state)
        self._follow()

    def _show(self) -> None:
        self._room.panes.raise_("keys")
        self._room.panes.give_height("keys", 0.5)
        self.panel.list.setFocus()

    def _follow(self) -> None:
        room = self._room
        room.commands.give_keys(keys_of)
        room.desk.surface.hands.rebind(text_keys())
        room.help.set_keys(all_keys())
        if room.help.page == "keys":
            room.help.show_page("keys")
        self.keymap.refresh_tips(room.window)
