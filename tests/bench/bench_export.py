"""How long a workbook of 100,000 coded segments takes, beside bare openpyxl writing the very same cells.

Run by hand: `pytest tests/bench/bench_export.py -s -o python_files='bench_*.py' -o python_functions='bench_*'`.
Times are of the processor (`time.process_time`), not of the clock on the wall.
"""

from __future__ import annotations

import json
import random
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

from coder.exchange.study_file import read_exchange
from coder.exchange.study_load import bring_study
from coder.exporters import export
from coder.project import Project

DOCUMENTS, SEGMENTS, CODES, CODERS = 500, 100_000, 50, 2
ALLOWED = 1.3  # times what bare openpyxl takes
WORDS = [
    "the", "governor", "pays", "each", "recruit", "who", "signs", "before", "winter;", "foreign", "consuls", "protest.",
    "Ёлка", "мир,", "совет", "😀",
]  # fmt: skip


def exchange_file() -> bytes:
    """500 documents of 20,000 characters and 200 coded segments each, by two coders who mostly agree."""
    rng = random.Random(7)
    codes = [["Actor", f"Code {n}"] for n in range(CODES)]
    documents, codings = [], []
    for n in range(DOCUMENTS):
        name = f"document {n:03}.txt"
        text = "\n".join(" ".join(rng.choices(WORDS, k=60)).capitalize() + "." for _ in range(52))
        documents.append({"name": name, "text": text, "variables": {"region": f"region {n % 9}", "date": "2025-01-01"}})
        for _ in range(SEGMENTS // DOCUMENTS // CODERS):
            start = rng.randrange(len(text) - 400)
            code = codes[rng.randrange(CODES)]
            for coder in ("Ana", "Ben"):
                begin = start + rng.randrange(15)
                codings.append(
                    {
                        "document": name, "coder": coder, "code": code, "start": begin,
                        "end": begin + rng.randrange(20, 300), "memo": "", "qualifiers": {"evidence": "reported"},
                    }
                )  # fmt: skip
    assigned = [
        {"document": d["name"], "coder": c, "round": 1, "purpose": "reliability", "finished": True}
        for d in documents
        for c in ("Ana", "Ben")
    ]
    qualifiers = [{"name": "evidence", "kind": "choice", "values": ["documented", "reported"]}]
    return json.dumps(
        {
            "format": "intercoder-exchange", "version": 1, "documents": documents, "codings": codings,
            "qualifiers": qualifiers, "assigned": assigned,
        }
    ).encode()  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("bench") / "large.intercoder"
    with Project.create(path, title="Large") as project:
        project.do(bring_study, read_exchange(exchange_file(), "large.json"), {})
        yield project


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def bare(sheets: list[tuple[str, list[tuple[object, ...]]]], path: Path) -> None:
    """What anybody would write who wants these cells in a file and nothing else."""
    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)


def bench_a_workbook_of_100_000_segments(project: Project, tmp_path: Path) -> None:
    ours = tmp_path / "ours.xlsx"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first = seconds(lambda: export(project, ours))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    again = seconds(lambda: export(project, ours))
    book = openpyxl.load_workbook(ours, read_only=True)
    sheets = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book]
    plain = min(seconds(lambda: bare(sheets, tmp_path / "bare.xlsx")) for _ in range(2))
    cells = sum(len(row) for _, rows in sheets for row in rows)
    size = ours.stat().st_size >> 20
    print(
        f"\n{cells:,} cells, {size} MB: {first:.1f} s at first (with the digest), {again:.1f} s again, "
        f"bare openpyxl {plain:.1f} s: {again / plain:.2f} times as long; {grown} MB of memory more"
    )
    assert len(sheets[1][1]) == SEGMENTS + 1
    assert min(first, again) <= ALLOWED * plain


def bench_a_csv_of_100_000_segments(project: Project, tmp_path: Path) -> None:
    print(f"\n.csv: {seconds(lambda: export(project, tmp_path / 'a.csv')):.1f} s")
    print(f".json: {seconds(lambda: export(project, tmp_path / 'a.json')):.1f} s")
