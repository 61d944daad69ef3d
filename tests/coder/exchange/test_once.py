"""Import twice is import once, for a sample of every format."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from coder.exchange.bring import bring_readable
from coder.exchange.prepare import Choices, here_now, prepare
from coder.exchange.study_people import Loaded
from coder.exchange.study_write import digest
from coder.project import Project
from tests.coder.importers.formats import everything
from tests.coder.importers.making import column, pdf
from tests.coder.importers.test_sheets import ods, ods_p, ods_row, workbook

ROWS = (("id", "outlet", "text"), ("1", "Kurier", "A first post."), ("2", "Вести", "Второй пост 🙂"))
EXCHANGE = (
    b'{"format": "intercoder-exchange", "version": 1, "documents": [{"name": "a", "text": "some words",'
    b' "variables": {"day": "2025-03-01"}}], "variables": [{"name": "day", "kind": "date"}], "codings":'
    b' [{"document": "a", "coder": "Ana", "code": ["C"], "start": 0, "end": 4}]}'
)


def samples() -> dict[str, bytes]:
    """A file of each format; by name."""
    return everything() | {
        "a.pdf": pdf([column(["The committee's report", "was read in the house."])]),
        "a.csv": "\n".join(",".join(row) for row in ROWS).encode(),
        "a.tsv": "\n".join("\t".join(row) for row in ROWS).encode(),
        "a.xlsx": workbook(*ROWS),
        "a.ods": ods("".join(ods_row(*(ods_p(cell) for cell in row)) for row in ROWS)),
        "study.json": EXCHANGE,
    }


SAMPLES = samples()


def brought(project: Project, path: Path) -> Loaded:
    prepared = prepare([path], Choices(), here=project.ask(here_now))
    assert prepared.failed == []
    return bring_readable(project.do, prepared.read(), people={}, variables=[])


def assert_twice_is_once(folder: Path, path: Path) -> None:
    with Project.create(folder / "p.intercoder", title="T", lead="Lead") as project:
        first = brought(project, path)
        after, changes = digest(project), project.undo_depth
        again = brought(project, path)
        assert first.added["documents"] >= 1
        assert again.added.total() == 0
        assert again.same["documents"] == first.added["documents"]
        assert (digest(project), project.undo_depth) == (after, changes)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_imported_twice_is_there_once(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(SAMPLES[name])
    assert_twice_is_once(tmp_path, path)


def test_a_folder_and_an_archive_imported_twice_are_there_once(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in ("a.txt", "a.docx", "a.csv"):
            (folder / name).write_bytes(SAMPLES[name])
            archive.writestr(f"in/{name}", SAMPLES[name])
    for n, path in enumerate((folder, tmp_path / "all.zip")):
        (tmp_path / str(n)).mkdir()
        assert_twice_is_once(tmp_path / str(n), path)
