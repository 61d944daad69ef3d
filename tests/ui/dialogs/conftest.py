"""A project, and files to be brought into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.panels.conftest import shown, tasks, theme, workspace

__all__ = ["files", "shown", "tasks", "theme", "workspace"]


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes files: text as UTF-8, bytes as they are."""

    def write(**contents: str | bytes) -> list[Path]:
        folder = tmp_path / "in"
        folder.mkdir(exist_ok=True)
        paths = []
        for name, content in contents.items():
            path = folder / name.replace("__", ".")
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
            paths.append(path)
        return paths

    return write
