"""Where the program keeps what it ships: resources and codebooks."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: str) -> Path:
    """The folder `name` ("resources" or "codebooks") that came with the program.

    Looks inside the package first (a wheel, a bundle), else beside it (a checkout, an editable install).
    Raises FileNotFoundError when neither has it: the installation is broken, not the researcher's file.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"This installation lacks its folder {name!r}; install the program again.")
