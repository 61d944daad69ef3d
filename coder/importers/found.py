"""Files and folders that a person points at -> the files that may be sources."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from coder.errors import SourceError
from coder.sentences import sentence

_SYSTEM = {"thumbs.db", "desktop.ini", "icon\r", "ehthumbs.db"}
_SYSTEM_FOLDERS = {"__macosx", "$recycle.bin", "system volume information", "node_modules"}
_OWN = (".intercoder", ".lock")  # projects and their locks are opened or merged, not swept in with a folder
_PAGE_PARTS = ("_files", ".files", "_dateien", "_fichiers", "_archivos")  # what browsers save beside a page


def sources_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, and those in the folders named and below, each once, folder by folder in name order.

    A file that is named is always taken. In folders, hidden and system files, Word's lock files, projects of this
    program and the parts that browsers save beside a page are left out; links to folders are not followed.
    Raises SourceError for a path where nothing is.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_below(path)))
        elif path.exists():
            found[path] = None
        else:
            raise SourceError(
                sentence("There is no file or folder “{path}”.", path=path), "Check its name and where it lies."
            )
    return list(found)


def _below(folder: Path) -> Iterable[Path]:
    for here, folders, files in os.walk(folder):
        stems = {Path(name).stem for name in files if name.lower().endswith((".html", ".htm"))}
        folders[:] = sorted((f for f in folders if not _left_out_folder(f, stems)), key=_by_name)
        for name in sorted(files, key=_by_name):
            if not _left_out_file(name):
                yield Path(here, name)


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _left_out_folder(name: str, page_stems: set[str]) -> bool:
    if name.startswith(".") or name.casefold() in _SYSTEM_FOLDERS:
        return True
    return any(name.endswith(end) and name[: -len(end)] in page_stems for end in _PAGE_PARTS)


def left_out(parts: Sequence[str]) -> bool:
    """Is a file of this path, folders first, one that nobody means: hidden, the system's, a project of this program?"""
    folders, name = parts[:-1], parts[-1] if parts else ""
    hidden = any((f.startswith(".") and f != "..") or f.casefold() in _SYSTEM_FOLDERS for f in folders)
    return not name or hidden or _left_out_file(name)


def _left_out_file(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM or name.casefold().endswith(_OWN)
