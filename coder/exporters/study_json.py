"""The exchange file (.json): the whole study, which `import` brings into another project as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlmodel import Session

from coder.coders import coder_names, people
from coder.errors import CoderError
from coder.exchange.study_write import write_study
from coder.exporters.gathered import STRANGER
from coder.exporters.placing import replacing
from coder.exporters.tables import Choice, Tick
from coder.identity import born_id
from coder.memos import relinked
from coder.project import Project

Entry = dict[str, Any]
_PEOPLE = ("coder", "about", "answered_by")  # the keys under which entries name a coder


def write_study_json(project: Project, path: Path, choice: Choice, tick: Tick) -> list[str]:
    """Writes the exchange file, made to be read: one entry to a few lines, always in the same order."""
    if choice.text == "none":
        raise CoderError(
            "An exchange file holds the documents' texts, as positions mean nothing without them.",
            "Export .xlsx or .csv for a dataset without texts.",
        )
    tick(0, 2)
    study = project.ask(write_study, project.study_id)
    told = []
    if choice.pseudonyms:
        study = without_names(study, project.ask(_crowd))
        told = ["Memos and texts are written as they are: names in them were not looked for."]
    tick(1, 2)
    with replacing(path) as out:
        out.write(json.dumps(study, ensure_ascii=False, indent=1).encode("utf-8"))
        out.write(b"\n")
    tick(2, 2)
    return told


def _crowd(session: Session) -> list[tuple[str, str]]:
    """The people in the order of their names: id, shown name."""
    names = coder_names(session)
    return [(str(p.id), names[p.id]) for p in people(session)]


def without_names(study: Mapping[str, Any], crowd: Sequence[tuple[str, str]]) -> Entry:
    """The exchange file with its coders called “Coder 1” and on, and with new ids for what they made.

    crowd: id and shown name of each coder, in the order in which they are numbered. The ids of coders and of their
    codings are made from who coded, so that they could give names away; the new ones are made from the place in
    the list.
    """
    labels = {name: f"Coder {n}" for n, (_, name) in enumerate(crowd, 1)}
    coders = [{"id": str(born_id("pseudonymous coder", n)), "name": label} for n, label in enumerate(labels.values())]
    new_ids = {old: coder["id"] for (old, _), coder in zip(crowd, coders, strict=True)}
    for kind in ("codings", "assigned", "answers"):
        for n, entry in enumerate(study.get(kind, ())):
            new_ids[entry["id"]] = str(born_id(f"pseudonymous {kind}", n))

    def renamed(entry: Entry) -> Entry:
        found = {k: labels.get(v, STRANGER) if k in _PEOPLE and v else v for k, v in entry.items()}
        return _with_ids(found, lambda i: new_ids.get(i, i))

    lists = {k: [renamed(e) for e in v] for k, v in study.items() if isinstance(v, list)}
    for kind, key in (("memos", "text"), ("codings", "memo")):
        for entry in lists[kind]:
            if isinstance(entry.get(key), str):
                entry[key] = relinked(entry[key], lambda i: new_ids.get(i, i))
    return {**study, **lists, "coders": coders}


def _with_ids(entry: Entry, new: Callable[[str], str]) -> Entry:
    """The entry with its ids, and those of codings that it names, made new."""
    for key in ("id", "coding"):
        if isinstance(entry.get(key), str):
            entry[key] = new(entry[key])
    if isinstance(entry.get("judged"), list):
        entry["judged"] = [new(j) if isinstance(j, str) else j for j in entry["judged"]]
    return entry
