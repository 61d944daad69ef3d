"""Kinds and values of variables in the exchange file: read, written, and made where they are new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlmodel import Session

from coder.exchange.study_file import OWNERS, VariableEntry
from coder.exchange.study_people import Loaded
from coder.identity import named_id, same_name
from coder.journal.record import Recording
from coder.models import Variable
from coder.sources import variables_of


def variable_entries(session: Session) -> list[dict[str, Any]]:
    """The living variables that are more than plain text, those of documents first, as the exchange file has them."""
    return [
        {"name": v.name, "kind": v.kind, "values": list(v.values), "owner": owner}
        for owner in OWNERS
        for v in variables_of(session, owner)
        if v.kind != "text" or v.values
    ]


def bring_variables(session: Recording, entries: Iterable[VariableEntry], loaded: Loaded) -> None:
    """Makes variables that are new, of their kind; of those that are here already a difference is told."""
    known: Mapping[str, dict[str, Variable]] = {
        owner: {same_name(v.name): v for v in variables_of(session, owner)} for owner in OWNERS
    }
    for entry in entries:
        new_id = _id_of(entry)
        there = known[entry.owner].get(same_name(entry.name)) or session.get(Variable, new_id)
        if there is not None:
            differs = (there.kind, tuple(there.values)) != (entry.kind, entry.values)
            loaded.told(there, "variable", entry.name, differs)
            continue
        known[entry.owner][same_name(entry.name)] = session.put(
            Variable(
                id=new_id, name=" ".join(entry.name.split()), kind=entry.kind, values=list(entry.values),
                owner=entry.owner, position=len(known[entry.owner]),
            )
        )  # fmt: skip


def _id_of(entry: VariableEntry) -> UUID:
    return named_id("variable" if entry.owner == "document" else "case variable", entry.name)
