"""Starting the program's window: first a window, then the rest; without a screen a picture of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from coder.errors import CoderError

_PICTURE = (1440, 900)
_PATIENCE = 60_000  # ms until a start without a screen gives up and takes the picture that there is


def run(project: Path | None = None, reveal: str | None = None, picture: Path | None = None) -> int:
    """Opens the window on a project, or on the start page; returns the exit status.

    reveal: the id of a coding to open on. picture: save what is shown there and end. Without a screen on Linux
    that happens by itself, beside the project (Study.intercoder -> Study.png) or as intercoder.png here.
    """
    if picture is None and not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        picture = project.with_suffix(".png") if project else Path("intercoder.png")
    from PySide6.QtWidgets import QApplication

    from ui.errors import Watch
    from ui.language import speak
    from ui.main_window import MainWindow
    from ui.settings import Settings
    from ui.theme import Theme, system_theme, theme_names

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setOrganizationName("Intercoder")
    app.setApplicationName("Intercoder")
    settings = Settings()
    speak(settings.language)
    if picture is not None:
        settings = _passing_settings()
    theme = Theme(settings.theme if settings.theme in theme_names() else system_theme())
    theme.set_reading(scale=settings.text_scale)
    theme.apply(app)
    watch = Watch()
    watch.install()
    window = MainWindow(settings, theme, watch)
    window.begin(project, reveal)
    if picture is None:
        window.show()
        return app.exec()
    return _photograph(app, window, picture)


def _has_screen() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _passing_settings():  # type: ignore[no-untyped-def]
    """Settings that are gone when the program ends: a picture shows the program, not somebody's layout."""
    import tempfile

    from PySide6.QtCore import QSettings

    from ui.settings import Settings

    file = Path(tempfile.mkdtemp(prefix="intercoder-")) / "settings.ini"
    settings = Settings(QSettings(str(file), QSettings.Format.IniFormat))
    settings.set_flag("ask_who", False)
    return settings


_OF_NO_USE = "This plugin does not support propagateSizeHints()"  # said by Qt for every window that nobody sees


def _keep_quiet() -> None:
    """Leaves out of standard error what Qt says of a screen that is not there."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def tell(_kind: QtMsgType, _context: object, words: str) -> None:
        if words != _OF_NO_USE:
            print(words, file=sys.stderr)

    qInstallMessageHandler(tell)


def _photograph(app, window, picture: Path) -> int:  # type: ignore[no-untyped-def]
    """Shows the window where nobody sees it, saves what it shows, ends."""
    from PySide6.QtCore import QTimer

    status = 0

    def take() -> None:
        nonlocal status
        if window.exit_status:
            print(window.bar.words, file=sys.stderr)
        elif not window.grab().save(str(picture)):
            print(f"The picture cannot be saved as {picture}.", file=sys.stderr)
            status = CoderError.exit_code
        else:
            print(picture)
        window.close()
        app.quit()

    _keep_quiet()
    window.resize(*_PICTURE)
    # once more through the loop, so that what was just laid out is painted
    window.furnished.connect(lambda: QTimer.singleShot(150, take))
    QTimer.singleShot(_PATIENCE, take)
    window.show()
    app.exec()
    return window.exit_status or status
