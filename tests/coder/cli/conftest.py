"""The commands as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder.cli import main
from tests.coder.cli.outside import Run


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def run_(*given: object) -> tuple[int, str, str]:
        try:
            status = main([str(g) for g in given])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return run_
