"""Is there a program on this machine that recognises the text of pages that are pictures, and for which languages?"""

from __future__ import annotations

import shutil
import subprocess

_PATIENCE = 10.0  # seconds
_NO_LANGUAGES = frozenset({"osd", "equ"})  # what finds out how a page is turned, and formulas


def recognised_languages() -> tuple[str, ...] | None:
    """The languages that Tesseract knows here, as it names them (“eng”); None where it is not installed.

    Empty where it does not say.
    """
    command = shutil.which("tesseract")
    if command is None:
        return None
    try:
        done = subprocess.run([command, "--list-langs"], capture_output=True, timeout=_PATIENCE, check=False)
    except (subprocess.TimeoutExpired, OSError):
        return ()
    lines = done.stdout.decode("utf-8", "replace").splitlines()[1:]
    return tuple(sorted(name for line in lines if (name := line.strip()) and name not in _NO_LANGUAGES))
