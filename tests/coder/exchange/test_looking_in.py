"""What an import tells before it writes: how far it is, inner paths, other texts of documents, a table that fits."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.documents import living_documents, text_of
from coder.errors import Cancelled
from coder.exchange.bring import bring_in, bring_readable
from coder.exchange.prepare import Choices, FileChoices, here_now, prepare
from coder.exchange.reading import Read, part_of, read_files
from coder.exchange.variables_table import fit
from coder.importers import Source
from coder.project import Project

RUSSIAN = "Губернатор подписал указ о выплатах.\nДеньги даст область, а не центр.\n" * 4


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "Study.intercoder", title="Who recruits?", lead="Ana") as made:
        yield made


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "all.zip"
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("deep/broken.pdf", b"%PDF-1.4 nothing else")
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("north/decree.txt", RUSSIAN.encode("cp1251"))
        packed.writestr("south/scan.pdf", b"%PDF-1.4 nothing else")
        packed.write(inner, "more/inner.zip")
    inner.unlink()
    return path


# -- progress ---------------------------------------------------------------------------------


def texts(folder: Path, n: int) -> list[Path]:
    folder.mkdir()
    for number in range(n):
        (folder / f"{number}.txt").write_text(f"The words of text {number}, which is short.", "utf-8")
    return sorted(folder.iterdir())


def test_progress_rises_through_reading_looking_and_comparing(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    prepare(texts(tmp_path / "in", 50), Choices(), lambda done, total: told.append((done, total)))
    done = [each for each, _ in told]
    assert done == sorted(done)
    assert {total for _, total in told} == {100}
    assert len([each for each in done if 40 <= each < 70]) >= 50
    assert len([each for each in done if 70 <= each < 100]) >= 50
    assert done[-1] == 100


@pytest.mark.parametrize("moment", [5, 45, 75])
def test_every_part_can_be_stopped(tmp_path: Path, moment: int) -> None:
    def tick(done: int, _total: int) -> None:
        if done >= moment:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        prepare(texts(tmp_path / "in", 50), Choices(), tick)


@given(st.integers(0, 99), st.integers(1, 100), st.integers(0, 500), st.integers(0, 500))
def test_a_part_stays_within_its_share(begin: int, wide: int, done: int, total: int) -> None:
    told: list[tuple[int, int]] = []
    end = min(100, begin + wide)
    part_of(lambda d, t: told.append((d, t)), begin, end)(min(done, total), total)
    assert begin <= told[0][0] <= end
    assert told[0][1] == 100
    assert (told[0][0] == end) or done < total


def test_texts_of_the_project_are_read_once_however_often_is_asked(project: Project, tmp_path: Path) -> None:
    read = read_files(texts(tmp_path / "in", 3))
    project.do(bring_in, read=read)
    known: dict = {}
    first = project.ask(here_now, known=known)
    assert len(known) == 3
    kept = {text_hash: id(drawn) for text_hash, drawn in known.items()}
    again = project.ask(here_now, known=known)
    assert {text_hash: id(drawn) for text_hash, drawn in known.items()} == kept
    assert again.names == first.names == ["0.txt", "1.txt", "2.txt"]


def test_bringing_in_that_is_stopped_leaves_nothing(project: Project, tmp_path: Path) -> None:
    read = read_files(texts(tmp_path / "in", 40))

    def tick(done: int, _total: int) -> None:
        if done > 20:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        bring_readable(project.do, read, people={}, variables=(), tick=tick)
    assert project.ask(living_documents) == []
    assert project.undo_depth == 0


# -- inner paths ------------------------------------------------------------------------------


def test_what_fails_in_an_archive_or_a_folder_is_named_with_its_inner_path(tmp_path: Path, archive: Path) -> None:
    folder = tmp_path / "in"
    (folder / "west").mkdir(parents=True)
    (folder / "west" / "broken.pdf").write_bytes(b"%PDF-1.4 nothing else")
    archive.rename(folder / "all.zip")
    read = read_files([folder])
    assert [f.file for f in read.failed] == [
        "all.zip/more/inner.zip/deep/broken.pdf", "all.zip/south/scan.pdf", "west/broken.pdf",
    ]  # fmt: skip
    assert [Path(f.came) for f in read.failed] == [folder / f.file for f in read.failed]
    assert [Path(came) for came in read.came] == [folder / "all.zip" / "north" / "decree.txt"]


def test_one_file_of_an_archive_is_read_alone_and_otherwise(archive: Path) -> None:
    one = archive / "north" / "decree.txt"
    assert [s.text for s in read_files([one]).sources] == [RUSSIAN]
    wrong = prepare([archive], Choices(by_file={str(one): FileChoices(encoding="koi8-r")}))
    assert wrong.sources[0].source.text != RUSSIAN
    assert wrong.sources[0].encoding == "koi8-r"
    deep = read_files([archive / "more" / "inner.zip" / "deep" / "broken.pdf"])
    assert [f.file for f in deep.failed] == ["all.zip/more/inner.zip/deep/broken.pdf"]


def test_a_file_that_left_the_archive_is_told(archive: Path) -> None:
    read = read_files([archive / "north" / "gone.txt"])
    assert [f.file for f in read.failed] == ["all.zip/north/gone.txt"]
    assert "not in" in read.failed[0].why


# -- another text of a document ---------------------------------------------------------------


def source(name: str, text: str) -> Source:
    return Source(name, text, "txt", text.encode())


def test_another_text_under_the_name_of_a_document_is_told(project: Project, tmp_path: Path) -> None:
    project.do(bring_in, read=Read(sources=[source("decree.txt", "What was said first.")], came=[""]))
    (tmp_path / "Decree.txt").write_text("What was said later.", "utf-8")
    (found,) = prepare([tmp_path / "Decree.txt"], Choices(), here=project.ask(here_now)).sources
    assert found.twin is not None
    assert (found.twin.kind, found.twin.name) == ("name", "decree.txt")
    assert found.twin.document == project.ask(living_documents)[0].id


def test_a_new_version_comes_in_with_the_others_in_one_change(project: Project) -> None:
    project.do(bring_in, read=Read(sources=[source("decree.txt", "What was said first.")], came=[""]))
    (document,) = project.ask(living_documents)
    read = Read(sources=[source("other.txt", "Another.")], came=[""])
    read.renewed.append((document.id, source("decree.txt", "What was said later.")))
    before = project.undo_depth
    loaded = bring_readable(project.do, read, people={}, variables=())
    assert project.undo_depth == before + 1
    assert project.ask(text_of, document.id) == "What was said later."
    assert (loaded.added["documents"], loaded.added["new versions"]) == (1, 1)
    project.undo()
    assert project.ask(text_of, document.id) == "What was said first."
    assert [d.name for d in project.ask(living_documents)] == ["decree.txt"]


# -- a table of variables ---------------------------------------------------------------------


def test_rows_without_a_document_and_documents_without_a_row_are_told() -> None:
    rows = [{"document": name, "outlet": "Radio"} for name in ("A.txt", "b", "gone.txt", "twice")]
    found = fit(rows, ["a.txt", "b.docx", "c.txt", "twice.txt", "twice.md"])
    assert dict(found.rows) == {0: 0, 1: 1}
    assert [("gone.txt" in word, "twice" in word) for word in found.unmatched] == [(True, False), (False, True)]
    assert found.unmatched[0].startswith("Row 4 ")
    assert found.without == (2, 3, 4)


NAMES = st.lists(st.text("ab.", min_size=1, max_size=3), max_size=6)


@given(NAMES, NAMES)
def test_every_row_and_every_document_is_matched_or_told(rows: list[str], names: list[str]) -> None:
    found = fit([{"document": row} for row in rows], names)
    assert sorted([*found.rows, *found.without]) == list(range(len(names)))
    assert len(found.unmatched) + len(set(found.rows.values())) <= len(rows)
    assert set(found.rows.values()) <= set(range(len(rows)))
