"""Small studies to export, made as any study is: from an exchange file, through a project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl

from coder.exchange.study_file import read_exchange
from coder.exchange.study_load import bring_study
from coder.project import Project

LONG = "The governor's decree pays each recruit. The ministry denies it!\n\nA second paragraph follows. It ends here."
RTL = "المدينة تدفع لكل مجند 😀. נשיא המחוז מכחיש.\nЁлка и мир. 👩‍👩‍👧‍👦 e\u0301tat."
ENTRY: dict[str, Any] = {
    "format": "intercoder-exchange",
    "version": 1,
    "title": "Recruits",
    "documents": [
        {"name": "b.txt", "text": LONG, "variables": {"region": "north", "date": "2025-03-01"}},
        {"name": "a.txt", "text": RTL, "variables": {"region": "=south"}},
    ],
    "codes": [
        {"path": ["Actor"], "definition": "Who acts.", "examples": ["one", "two"], "color": "#AA3355"},
        {"path": ["Actor", "Provinces"]},
        {"path": ["Never used"], "definition": "-"},
        {"path": ["Kind of source"], "scope": "document"},
    ],
    "qualifiers": [{"name": "evidence", "kind": "choice", "values": ["documented", "reported"]}],
    "coders": ["Zoe", "Ana"],
    "codings": [
        {"document": "a.txt", "coder": "Ana", "code": ["Actor"], "start": 0, "end": 7, "memo": "=1+1"},
        {"document": "b.txt", "coder": "Zoe", "code": ["Actor"], "start": 4, "end": 21, "round": 1},
        {"document": "b.txt", "coder": "Ana", "code": ["Actor"], "start": 4, "end": 21},
        {
            "document": "b.txt", "coder": "Ana", "code": ["Actor", "Provinces"], "start": 41, "end": 64,
            "qualifiers": {"evidence": "reported"},
        },
        {"document": "b.txt", "coder": "Ana", "code": ["Kind of source"]},
        {"document": "a.txt", "coder": "Zoe", "code": ["Actor"], "start": 22, "end": 23},
    ],
    "assigned": [
        {"document": name, "coder": coder, "purpose": "reliability", "finished": True}
        for name in ("a.txt", "b.txt")
        for coder in ("Ana", "Zoe")
    ],
}  # fmt: skip


def project_of(path: Path, entry: Mapping[str, Any] = ENTRY) -> Project:
    """A new project that holds the study."""
    project = Project.create(path, title=entry.get("title", "Study"), lead="Lead")
    project.do(bring_study, read_exchange(json.dumps(entry).encode(), "study.json"), {})
    return project


def simple(text: str, codings: Iterable[Mapping[str, Any]] = (), **more: Any) -> dict[str, Any]:
    """A study of one document, coded by Ana."""
    made = [{"document": "a.txt", "coder": "Ana", "code": ["Code"], **c} for c in codings]
    return {
        "format": "intercoder-exchange", "version": 1, "documents": [{"name": "a.txt", "text": text}],
        "codes": [{"path": ["Code"]}], "codings": made, **more,
    }  # fmt: skip


def sheets_of(path: Path) -> dict[str, list[list[Any]]]:
    """Every sheet of a workbook by name: its rows of values, header first."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def records(rows: list[list[Any]]) -> list[dict[str, Any]]:
    """Rows as maps from header to value."""
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
