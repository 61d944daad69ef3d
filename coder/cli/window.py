"""Starting the window from a command; by name, so that the core knows no window."""

from __future__ import annotations

import importlib
from pathlib import Path

from coder.door import look_at_door
from coder.errors import CoderError
from coder.sentences import sentence


def open_window(project: Path | None) -> int:
    """Opens the window on a project (or the start page); returns its exit status.

    Without a screen it saves a picture of itself instead and ends.
    """
    if project is not None:
        look_at_door(project)
    try:
        app = importlib.import_module("ui.app")
    except ImportError as error:
        raise CoderError(
            sentence("The window cannot start: {error}.", error=error),
            "Start with `python3 run.py`, which installs what is missing.",
        ) from error
    return int(app.run(project))
