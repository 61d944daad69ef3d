"""Importing a thousand files of mixed formats, and a table of ten thousand rows. Run by hand (see README)."""

from __future__ import annotations

import csv
import random
import resource
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QPdfWriter, QTextDocument

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


PRINTED = {
    "English": "the governor signed a decree that raises the bonus for those who sign a contract in the province",
    "Russian": "губернатор подписал указ о повышении выплаты тем кто заключает контракт в регионе ёлка и подъезд",
    "German": "der Gouverneur unterzeichnete einen Erlass über höhere Prämien für alle die größere Verträge schließen",
    "Arabic": "أصدر المحافظ مرسوما برفع المبلغ الذي يدفع لمن يوقع العقد في الإقليم وقد وقع عليه أمس بحضور الوزراء",
    "Hebrew": "המושל חתם על צו שמעלה את התשלום למי שחותם על החוזה במחוז הצפוני",
    "Chinese": "省长签署了一项法令 提高了一次性付款 合同在该地区签订 资金来自省储备基金 外国人可以参军",
}


@pytest.mark.parametrize("language", PRINTED)
def bench_words_kept_of_a_printed_page(language, tmp_path: Path):
    """Share of the words (Chinese: of the signs) in order, of pages that Qt prints with a font that has the script."""
    app = QGuiApplication.instance() or QGuiApplication([])
    dice = random.Random(1)
    paragraphs = [" ".join(dice.choices(PRINTED[language].split(), k=40)) for _ in range(120)]
    document = QTextDocument()
    document.setPlainText("\n\n".join(paragraphs))
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    document.print_(writer)
    del writer, app
    [source] = read_sources("a.pdf", (tmp_path / "a.pdf").read_bytes(), running="drop")
    expected: list[str] = " ".join(paragraphs).split()
    said: list[str] = source.text.split()
    if language == "Chinese":
        expected, said = list("".join(expected)), list("".join(said))
    blocks = SequenceMatcher(None, expected, said, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in blocks) / len(expected)
    print(f"\npdf, {language}: {share:.4f} of {len(expected)} in order", end="")
    assert share >= 0.99


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
