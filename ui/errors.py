"""Bugs, kept apart from what a researcher can mend: written to a log, said once and calmly, never swallowed."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal

from coder import __version__
from coder.errors import CoderError

_LARGEST_LOG = 1_000_000  # bytes; then it starts again, the old one kept beside it

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def log_file() -> Path:
    """Where bugs are written down."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place or Path.home()) / "intercoder.log"


class Watch(QObject):
    """Stands at Python's last door: a CoderError that got this far is told, anything else is a bug and logged.

    mended(CoderError): a researcher can do something about it. bug(str): one with its details, already in the log.
    """

    mended = Signal(object)
    bug = Signal(str)

    def __init__(self, log: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.log = log or log_file()
        self._before: Hook = sys.excepthook

    def install(self) -> None:
        self._before = sys.excepthook
        sys.excepthook = self.met

    def remove(self) -> None:
        sys.excepthook = self._before

    def met(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Python calls with an exception that nobody caught."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        if isinstance(error, CoderError):
            self.mended.emit(error)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self._write(details)
        if sys.stderr is not None:
            sys.stderr.write(details)
        self.bug.emit(details)

    def _write(self, details: str) -> None:
        moment = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            if self.log.exists() and self.log.stat().st_size > _LARGEST_LOG:
                self.log.replace(self.log.with_suffix(".old.log"))
            with self.log.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{moment}  intercoder {__version__}, Python {sys.version.split()[0]}\n{details}\n")
        except OSError:
            # a full or locked disk must not hide the bug itself: it still goes to the bar and to standard error
            return
