"""What the outsiders' tests share: studies as exchange files, the way round."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., tuple[int, str, str]]


def study_file(**parts: Any) -> dict[str, Any]:
    text = {"documents": [{"name": "a.txt", "text": "One two three four. Five six."}]}
    return {"format": "intercoder-exchange", "version": 1} | text | parts


def entry(coder: Any = "Ana", code: Any = "X", start: int = 0, end: int = 3, **more: Any) -> dict[str, Any]:
    return {"document": "a.txt", "coder": coder, "code": [code], "start": start, "end": end} | more


def made(run: Run, name: str, *studies: dict[str, Any]) -> str:
    assert run("new", name, "--lead", "Lead")[0] == 0
    for n, study in enumerate(studies):
        Path(f"{name}.{n}.json").write_text(json.dumps(study), "utf-8")
        status, _, err = run("import", name, f"{name}.{n}.json")
        assert status == 0, err
    return name


def in_json(run: Run, *given: object) -> Any:
    status, out, err = run(*given, "--json")
    assert status == 0, err
    return json.loads(out)


def exported(run: Run, project: str) -> dict[str, Any]:
    assert run("export", project, "exported.json")[0] == 0
    return json.loads(Path("exported.json").read_text("utf-8"))


def round_trips(run: Run, project: str) -> None:
    """Exported and imported into a new project of somebody else: the same digest; into itself: nothing said."""
    exported(run, project)
    before = in_json(run, "info", project)["digest"]
    told = in_json(run, "import", made(run, "again.intercoder"), "exported.json")
    assert in_json(run, "info", "again.intercoder")["digest"] == before
    told = in_json(run, "import", project, "exported.json")
    assert not any(told["added"].values())
    assert not [w for w in told["warnings"] if "since" in w]
    assert in_json(run, "info", project)["digest"] == before
    assert in_json(run, "check", "again.intercoder")["whole"]


def id_of(n: int) -> str:
    return f"11111111-1111-4111-8111-{n:012d}"
