"""Importing a thousand files of mixed formats, and a table of ten thousand rows. Run by hand (see README)."""

from __future__ import annotations

import csv
import random
import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coder.cli import main
from coder.importers import read_sources
from tests.coder.importers.formats import LINES, everything
from tests.coder.importers.making import column, pdf

LENGTH = 20_000  # characters of each text
FILES = 1_000
ROWS = 10_000
SINGLE = ("a.txt", "a.md", "a.docx", "a.odt", "a.rtf", "a.epub", "a.html", "a.mhtml", "a.vtt", "a.eml")
REACH = {"a.rtf": 0.995}


def _lines(seed: int) -> list[str]:
    """Lines in six scripts, some 20,000 characters, no two files the same."""
    dice = random.Random(seed)
    words = " ".join(LINES).split()
    lines: list[str] = []
    length = 0
    while length < LENGTH:
        line = " ".join(dice.choices(words, k=dice.randint(5, 40)))
        lines.append(line)
        length += len(line) + 1
    return lines


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


@pytest.mark.parametrize("name", everything())
def bench_words_kept(name):
    """Share of the words that come out in order, and the time a file takes."""
    lines = _lines(1)
    data = everything(lines)[name]
    read_sources(name, data, page="whole")  # what is loaded at first use is not the file's
    [source] = read_sources(name, data, page="whole")
    said, expected = source.text.split(), " ".join(lines).split()
    at = kept = 0
    for word in said:
        if at < len(expected) and word == expected[at]:
            at += 1
            kept += 1
    milliseconds = _cpu(lambda: [read_sources(name, data, page="whole") for _ in range(5)]) * 200
    share = kept / len(expected)
    print(f"\n{source.format}: {share:.4f} of {len(expected)} words in order, {milliseconds:.1f} ms CPU a file", end="")
    assert share >= REACH.get(name, 1.0)


def bench_import_of_a_thousand_files(tmp_path: Path):
    folder = tmp_path / "sources"
    folder.mkdir()
    for n in range(FILES):
        lines = _lines(n)
        name = (*SINGLE, "a.pdf")[n % (len(SINGLE) + 1)]
        if name == "a.pdf":
            words = [line.encode("ascii", "ignore").decode()[:70] for line in lines]
            data = pdf([column(words[at : at + 45]) for at in range(0, len(words), 45)])
        else:
            data = everything(lines)[name]
        (folder / f"{n:04}{Path(name).suffix}").write_bytes(data)
    project = tmp_path / "study.intercoder"
    assert main(["new", str(project)]) == 0
    seconds = _cpu(lambda: main(["import", str(project), str(folder)]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"\n{FILES} files of {LENGTH} characters: {seconds:.1f} s CPU (to reach: 60), peak {peak} MB", end="")
    assert seconds < 60


def bench_import_of_a_table_of_ten_thousand_rows(tmp_path: Path):
    dice = random.Random(7)
    words = " ".join(LINES).split()
    table = tmp_path / "posts.csv"
    with table.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["id", "channel", "date", "text", "views"])
        for n in range(ROWS):
            day = f"2024-{n % 9 + 1:02}-{n % 27 + 1:02}"
            rows.writerow([f"k{n}", f"channel {n % 7}", day, " ".join(dice.choices(words, k=40)), n])
    project = tmp_path / "study.intercoder"
    assert main(["new", str(project)]) == 0
    seconds = _cpu(lambda: main(["import", str(project), str(table)]))
    again = _cpu(lambda: main(["import", str(project), str(table)]))
    print(f"\n{ROWS} rows: {seconds:.1f} s CPU (to reach: 10), once more {again:.1f} s", end="")
    assert seconds < 10
