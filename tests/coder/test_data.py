"""Finding the shipped folders from a checkout and from a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from coder import data


def test_a_checkout_finds_the_folders_beside_the_package() -> None:
    assert data.data_dir("resources") == Path(data.__file__).resolve().parents[1] / "resources"


def test_what_is_inside_the_package_comes_before_what_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "coder" / "_data" / "codebooks"
    inside.mkdir(parents=True)
    (tmp_path / "codebooks").mkdir()
    monkeypatch.setattr(data, "_PACKAGE", tmp_path / "coder")
    assert data.data_dir("codebooks") == inside


def test_a_folder_that_was_not_shipped_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-folder"):
        data.data_dir("no-such-folder")
