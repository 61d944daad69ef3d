"""The sample study's material: invented, long enough, coded on whole words, and with the shift that it is to show."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from coder.codebook import COLORS
from coder.data import data_dir
from coder.exchange.codebook_parts import Codebook
from coder.exchange.codebook_yaml import read_codebook
from coder.importers import Source, read_source

DEMO = data_dir("resources") / "demo"
SOURCES = sorted((DEMO / "sources").iterdir())
CODERS = sorted((DEMO / "coders").glob("*.json"))
SHIPPED = sorted(data_dir("codebooks").glob("*.yaml"))


def _codebook(path: Path) -> Codebook:
    return read_codebook(path.read_text(encoding="utf-8"), path.name)


def _study(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return held


@pytest.fixture(scope="module")
def read() -> dict[str, Source]:
    return {path.name: read_source(path.name, path.read_bytes()) for path in SOURCES}


@pytest.mark.parametrize("name", [path.name for path in SOURCES])
def test_every_source_says_first_that_it_is_invented_and_is_of_a_readable_length(
    name: str, read: dict[str, Source]
) -> None:
    text = read[name].text
    first = text.splitlines()[0]
    assert "Invented for the Intercoder sample study" in first or "Вымышленный текст для учебного" in first
    assert 600 <= len(re.findall(r"\w+", text)) <= 3000


def test_the_sources_come_in_every_format_and_one_in_an_old_encoding(read: dict[str, Source]) -> None:
    assert {source.format for source in read.values()} == {"txt", "md", "docx", "html", "pdf"}
    assert any("cp1251" in warning for source in read.values() for warning in source.warnings)


def test_page_furniture_of_the_saved_pages_is_not_in_the_article(read: dict[str, Source]) -> None:
    pages = "\n".join(source.text for source in read.values() if source.format == "html")
    for furniture in ("cookie", "Boilers!", "Подробнее", "Comments are closed", "Сельта-Экспресс", "All rights"):
        assert furniture not in pages


def test_the_table_of_variables_names_each_source_once() -> None:
    with (DEMO / "variables.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sorted(row["document"] for row in rows) == [path.name for path in SOURCES]
    assert all(all(value for value in row.values()) for row in rows)
    assert {row["language"] for row in rows} == {"en", "ru"}
    assert {row["date"][:4] for row in rows} == {"2024", "2025"}


@pytest.mark.parametrize("path", CODERS, ids=lambda path: path.stem)
def test_every_coding_stands_on_whole_words_of_its_source(path: Path, read: dict[str, Source]) -> None:
    """A reader that changes what a source's text is moves the passages, and is caught here."""
    for coding in _study(path)["codings"]:
        if "start" not in coding:
            continue
        text, start, end = read[coding["document"]].text, coding["start"], coding["end"]
        quote = text[start:end]
        assert quote, coding
        assert quote == quote.strip(), coding
        assert not (start and text[start - 1].isalnum() and quote[0].isalnum()), coding
        assert not (text[end : end + 1].isalnum() and quote[-1].isalnum()), coding


@pytest.mark.parametrize("path", CODERS, ids=lambda path: path.stem)
def test_codings_use_codes_and_values_of_the_shipped_codebook(path: Path) -> None:
    codebook = _codebook(data_dir("codebooks") / "foreign-recruitment.yaml")
    paths = {entry.path: entry.scope for entry in codebook.codes}
    values = {entry.name: entry.values for entry in codebook.qualifiers}
    for coding in _study(path)["codings"]:
        assert paths[tuple(coding["code"])] == ("passage" if "start" in coding else "document"), coding
        for name, value in coding.get("qualifiers", {}).items():
            assert not values[name] or value in values[name], coding


def test_one_document_is_left_unfinished_by_one_coder() -> None:
    assigned = [entry for path in CODERS for entry in _study(path)["assigned"]]
    assert len(assigned) == len(CODERS) * len(SOURCES)
    assert Counter(entry["finished"] for entry in assigned)[False] == 1


@pytest.mark.parametrize("path", CODERS, ids=lambda path: path.stem)
def test_each_coder_alone_shows_the_shift_from_the_provinces_to_the_centre(path: Path) -> None:
    centre: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for coding in _study(path)["codings"]:
        if coding["code"][:2] in (["Actor", "Central government"], ["Actor", "Provinces"]):
            year = coding["document"][:4]
            both[year] += 1
            centre[year] += coding["code"][1] == "Central government"
    assert centre["2024"] / both["2024"] < 0.45
    assert centre["2025"] / both["2025"] > 0.65


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_siblings_of_a_shipped_codebook_differ_in_colour(path: Path) -> None:
    codes = _codebook(path).codes
    for parent in {code.path[:-1] for code in codes}:
        colors = [code.color for code in codes if code.path[:-1] == parent]
        assert len(set(colors)) == len(colors)
        assert set(colors) <= set(COLORS)


def test_every_code_of_the_sample_domain_has_its_rules_and_two_examples() -> None:
    for code in _codebook(data_dir("codebooks") / "foreign-recruitment.yaml").codes:
        assert all((code.definition, code.include, code.exclude)), code.path
        assert len(code.examples) == 2, code.path


def test_the_codebooks_in_the_readme_can_be_loaded() -> None:
    readme = (data_dir("codebooks") / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    assert len(blocks) >= 2
    for block in blocks:
        assert read_codebook(block, "README.md").codes
