"""Project file, merge and agreement on large studies. Run by hand (see README); prints what is to be reached."""

from __future__ import annotations

import resource
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from coder.checking import problems_of
from coder.coders import people
from coder.coding import add_coding
from coder.exchange.study_write import digest
from coder.merging.merge import merge_files
from coder.models import Code, Coder, Document
from coder.project import Project
from coder.reliability import Settings, compare
from coder.segments import codings_of
from coder.spans import Span
from tests.bench.corpora import _codings, add_codings, build
from tests.coder.world import ids

T = TypeVar("T")
SIZES = {
    "1 MB, 5,000": {"documents": 1, "length": 1_000_000, "codings": 5_000},
    "10 MB, 20,000": {"documents": 1, "length": 10_000_000, "codings": 20_000},
    "500 documents, 100,000": {"documents": 500, "length": 20_000, "codings": 100_000},
}


@pytest.fixture(scope="module", params=list(SIZES))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("bench")
    path = build(folder / "study.intercoder", **SIZES[request.param])
    yield request.param, path
    shutil.rmtree(folder, ignore_errors=True)


def _measured(words: str, reach: str, work: Callable[[], T]) -> T:
    before = time.process_time()
    result = work()
    print(f"\n{words}: {time.process_time() - before:.3f} s CPU (to reach: {reach})", end="")
    return result


def bench_large_projects(built, benchmark):
    size, path = built
    print(f"\n== {size}", end="")
    _file_size(path)
    project = _measured("open the file", "-", lambda: Project.open(path))
    document = ids(project, Document)[0]
    _measured("read one document's segments", "-", lambda: project.ask(codings_of, document))
    _measured(
        "agreement by character, with reading", "0.6 s at 100,000", lambda: compare(project, Settings(unit="character"))
    )
    _measured("agreement by sentence, with reading", "-", lambda: compare(project, Settings()))
    _measured("digest", "-", lambda: digest(project))
    codes, coder = ids(project, Code), project.ask(people)[0].id
    project.act_as(coder)
    places = iter(range(0, 900_000, 7))

    def add() -> None:
        start = next(places) % 15_000
        project.do(add_coding, document_id=document, code_id=codes[start % 50], span=Span(start, start + 5))

    benchmark.pedantic(add, rounds=30)
    print(f"\nadd a coding, row on disk: median {benchmark.stats.stats.median * 1000:.1f} ms (part of 50 ms)", end="")
    project.close()
    print(f"\nmemory so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def bench_merge_of_50_000_new(built, tmp_path):
    size, path = built
    if "100,000" not in size:
        pytest.skip("measured on the largest")
    other, target = tmp_path / "more.intercoder", tmp_path / "target.intercoder"
    shutil.copy(path, other)
    shutil.copy(path, target)
    with Project.open(other) as project:
        rows = _codings(
            project, ids(project, Document), ids(project, Code), ids(project, Coder)[:2], 50_000, 20_000, 77
        )
        project.do(add_codings, rows=rows)
    with Project.open(target) as project:
        report = _measured("merge of 50,000 new", "5 s", lambda: merge_files(project, [other]))
        assert report.files[0].added["codings"] == 50_000
        _measured("the same again", "-", lambda: merge_files(project, [other]))
        assert _measured("check from nothing", "-", lambda: problems_of(project)) == []


def _file_size(path: Path) -> None:
    db = sqlite3.connect(path)
    (total,) = db.execute("SELECT sum(pgsize) FROM dbstat").fetchone()
    (texts,) = db.execute("SELECT sum(pgsize) FROM dbstat WHERE name IN ('text', 'original')").fetchone()
    (codings,) = db.execute("SELECT count(*) FROM coding").fetchone()
    db.close()
    print(f"\nfile: {(total - texts) / codings:.0f} bytes a coding (to reach: 600 at 100,000)", end="")
