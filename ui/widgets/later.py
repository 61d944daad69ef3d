"""Following the work later: in a pause where it costs what is felt, and when it is seen where a pane is hidden."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_FELT = 30.0  # ms that a list may take between two keys
_PAUSE = 10  # times what it took last
_LONGEST = 2_000  # ms
_AFTER_PAINT = 20  # ms


class Later(QTimer):
    """Calls what brings a list up to date. Many wishes before it is done are one; the dearer it was the last time, the
    longer the pause in the work that it waits for.
    """

    def __init__(
        self, call: Callable[[], object], parent: QObject, clock: Callable[[], float] = perf_counter
    ) -> None:
        """clock: seconds."""
        super().__init__(parent)
        self.setSingleShot(True)
        self._call, self._clock = call, clock
        self._took = 0.0  # ms
        self.timeout.connect(self._do)

    def follow(self) -> None:
        """Something was written, and painted already."""
        if self._took <= _FELT and not self.isActive():
            self._do()
        else:
            self.start(min(_LONGEST, round(_PAUSE * self._took)))

    def now(self) -> None:
        """Something else is to be shown at once; what it takes tells how long later wishes wait."""
        self.stop()
        self._do()

    def after_paint(self) -> None:
        """Something else is shown; the desk paints first."""
        self.start(_AFTER_PAINT)

    def _do(self) -> None:
        began = self._clock()
        self._call()
        self._took = (self._clock() - began) * 1000.0


class WhenSeen(QObject):
    """Has a pane filled when it is seen, if it was hidden when there was something to fill in."""

    def __init__(self, fill: Callable[[], object], pane: QWidget) -> None:
        super().__init__(pane)
        self._fill, self._pane = fill, pane
        self.stale = True
        pane.installEventFilter(self)

    def waits(self) -> bool:
        """Asked before filling: does it wait, since nobody sees the pane?"""
        self.stale = not self._pane.isVisible()
        return self.stale

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.stale:
            self._fill()
        return False
