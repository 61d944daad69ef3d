"""Long work on one worker thread: a core function that takes `tick`, with progress, cancel, and one result."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer, Signal, Slot

from coder.errors import Cancelled, CoderError

Tick = Callable[[int, int], None]
Work = Callable[[Tick], Any]

_SHOWN_AFTER = 400  # ms: what is done sooner shows no bar
_TOLD_EVERY = 60  # ms between two reports: each costs the window a paint


class _Worker(QThread):
    """Runs one piece of work. Signals arrive in the window's thread."""

    moved = Signal(int, int)
    ended = Signal(int, object, object)  # its number, result, error

    def __init__(self, work: Work, number: int, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._number = work, number
        self._clock = QElapsedTimer()

    def run(self) -> None:
        self._clock.start()
        last = -_TOLD_EVERY

        def tick(done: int, total: int) -> None:
            nonlocal last
            if self.isInterruptionRequested():
                raise Cancelled("Stopped.")
            if done >= total or self._clock.elapsed() - last >= _TOLD_EVERY:
                last = self._clock.elapsed()
                self.moved.emit(done, total)

        try:
            result = self._work(tick)
        except BaseException as error:  # carried over to the window's thread, where it is told or raised
            self.ended.emit(self._number, None, error)
        else:
            self.ended.emit(self._number, result, None)


class Tasks(QObject):
    """One long piece of work at a time.

    started(str): what is being done, once it has lasted a moment. progressed(int, int). stopped(): over, however.
    failed(CoderError): it could not be done, or was cancelled (then Cancelled).
    """

    started = Signal(str)
    progressed = Signal(int, int)
    stopped = Signal()
    failed = Signal(object)
    _running = 0  # workers of all windows

    def __init__(self, parent: QObject | None = None, shown_after: int = _SHOWN_AFTER) -> None:
        super().__init__(parent)
        self._worker: _Worker | None = None
        self._then: Callable[[Any], None] | None = None
        self._words = ""
        self._number = 0  # of the worker that is waited for
        self._show = QTimer(self, singleShot=True, interval=shown_after)
        self._show.timeout.connect(lambda: self.started.emit(self._words))

    @property
    def busy(self) -> bool:
        return self._worker is not None

    @property
    def words(self) -> str:
        """What is being done."""
        return self._words

    def run(self, words: str, work: Work, then: Callable[[Any], None]) -> bool:
        """Starts work(tick) on the worker; `then` gets its result in this thread.

        False (and nothing started) while other work is under way.
        """
        if self.busy:
            return False
        self._words, self._then = words, then
        self._number += 1
        self._worker = _Worker(work, self._number, self)
        self._worker.moved.connect(self.progressed)
        self._worker.ended.connect(self._end)
        self._show.start()
        # Python frees what stands in circles in whichever thread it happens to notice them; a widget freed on the
        # worker brings the program down. So nothing of that kind is freed until the worker has ended.
        Tasks._running += 1
        gc.disable()
        self._worker.start()
        return True

    def cancel(self) -> None:
        """Asks the work to stop at its next tick."""
        if self._worker is not None:
            self._worker.requestInterruption()

    def finish(self) -> None:
        """Stops the work and waits for it; before the window goes."""
        if self._worker is not None:
            self._then = None
            self._worker.requestInterruption()
            self._let_go(self._worker)

    def _let_go(self, worker: _Worker) -> None:
        self._worker = None
        worker.wait()
        worker.deleteLater()
        Tasks._running -= 1
        if not Tasks._running:
            gc.enable()

    @Slot(int, object, object)
    def _end(self, number: int, result: Any, error: BaseException | None) -> None:
        if number != self._number or self._worker is None:
            return  # of work that was given up; its last word was on the way already
        worker, then = self._worker, self._then
        self._worker = self._then = None
        self._show.stop()
        if worker is not None:
            self._let_go(worker)
        self.stopped.emit()
        if isinstance(error, CoderError):
            self.failed.emit(error)
        elif error is not None:
            raise error
        elif then is not None:
            then(result)
