"""Memos, cases, sets, fixed units and decisions of an exchange file, brought into a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from uuid import UUID

from coder.columns import json_text
from coder.errors import ExchangeError
from coder.exchange.study_file import LooseEntry, Place, as_uuid
from coder.identity import born_id, named_id
from coder.journal.record import Recording
from coder.models import Case, Coding, Decision, DocumentSet, Membership, Memo, Noun, Unit, Variable


class _Document(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def text_hash(self) -> bytes: ...
    @property
    def given_length(self) -> int: ...


class Finder(Protocol):
    """Finds what an entry names, in the file or in the project; raises ExchangeError."""

    def target(self, place: Place, where: str) -> _Document: ...
    def coder(self, reference: str) -> UUID: ...
    def code(self, path: tuple[str, ...], where: str) -> UUID: ...


def bring_loose(session: Recording, entries: Iterable[LooseEntry], finder: Finder, warnings: list[str]) -> None:
    """Adds the entries that are not here yet. One without an id is known by kind, owner, content and count."""
    seen: Counter[str] = Counter()
    makers = {"memo": _memo, "case": _case, "set": _set, "unit": _unit, "decision": _decision}
    for entry in entries:
        content = json_text({"kind": entry.kind, **entry.given})
        seen[content] += 1
        new_id = entry.id or _id_of(entry, content, seen[content])
        rows = makers[entry.kind](session, entry, new_id, finder)
        for row in rows:
            _keep(session, row, entry, warnings)


def _id_of(entry: LooseEntry, content: str, count: int) -> UUID:
    if entry.kind in ("case", "set") and isinstance(entry.given.get("name"), str):
        return named_id(entry.kind, entry.given["name"])
    return born_id(entry.kind, content, count)


def _keep(session: Recording, row: Noun, entry: LooseEntry, warnings: list[str]) -> None:
    there = session.get(type(row), row.id)
    if there is None:
        session.put(row)
    elif not there.lives:
        warnings.append(f"{entry.where}: this {entry.kind} was removed here since; it was not made anew.")
    elif any(getattr(there, name) != getattr(row, name) for name in row.FIELDS):
        warnings.append(f"{entry.where}: this {entry.kind} changed here since; it stays as it is here.")


def _text(entry: LooseEntry, key: str) -> str:
    value = entry.given.get(key)
    if value is not None and not isinstance(value, str):
        raise ExchangeError(f"{entry.where}: “{key}” is not text.")
    return value or ""


def _name(entry: LooseEntry) -> str:
    name = " ".join(_text(entry, "name").split())
    if not name:
        raise ExchangeError(f"{entry.where} has no “name”.")
    return name


def _place(given: Mapping[str, Any], where: str) -> Place:
    document, index = given.get("document"), given.get("document_index")
    start, end = given.get("start"), given.get("end")
    numbers_right = all(n is None or (isinstance(n, int) and not isinstance(n, bool)) for n in (index, start, end))
    if not numbers_right or not (isinstance(document, str) or index is not None):
        raise ExchangeError(f"{where} does not say on which document it is, or where.")
    return Place(document if isinstance(document, str) else None, index, start, end)


def _coder(entry: LooseEntry, finder: Finder) -> UUID | None:
    name = _text(entry, "coder")
    return finder.coder(name) if name else None


def _path(entry: LooseEntry, key: str) -> tuple[str, ...] | None:
    path = entry.given.get(key)
    if path is None:
        return None
    names = [path] if isinstance(path, str) else path
    if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
        raise ExchangeError(f"{entry.where}: “{key}” is not a path of names.")
    return tuple(names)


def _memo(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    on = _text(entry, "on") or "study"
    owner: UUID | None = None
    if on == "document":
        owner = finder.target(_place(entry.given, entry.where), entry.where).id
    elif on == "code":
        path = _path(entry, "code")
        if path is None:
            raise ExchangeError(f"{entry.where} does not say on which code it is.")
        owner = finder.code(path, entry.where)
    elif on == "coder":
        owner = finder.coder(_text(entry, "about") or _name(entry))
    elif on == "coding":
        owner = as_uuid(_text(entry, "coding"), entry.where)
        if session.get(Coding, owner) is None:
            raise ExchangeError(f"{entry.where} is on a coding that is nowhere.")
    elif on != "study":
        raise ExchangeError(f"{entry.where}: “on” is none of study, document, code, coding, coder.")
    author = _coder(entry, finder)
    return [
        Memo(
            id=new_id, owner_kind=on, owner_id=owner, author_id=author, title=_text(entry, "title"),
            text=_text(entry, "text"),
        )
    ]  # fmt: skip


def _members(entry: LooseEntry, finder: Finder, owner: UUID, column: str) -> list[Noun]:
    listed = entry.given.get("documents", [])
    if not isinstance(listed, list):
        raise ExchangeError(f"{entry.where}: “documents” is not a list.")
    rows: list[Noun] = []
    for given in listed:
        place = _place({"document": given} if isinstance(given, str) else given, entry.where)
        document = finder.target(place, entry.where).id
        member = Membership(id=born_id("membership", owner, document), document_id=document)
        setattr(member, column, owner)
        rows.append(member)
    return rows


def _case(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    values = entry.given.get("variables", {})
    if not isinstance(values, dict):
        raise ExchangeError(f"{entry.where}: “variables” is not an object.")
    by_id: dict[str, str] = {}
    for name, value in values.items():
        variable = named_id("case variable", name)
        if session.get(Variable, variable) is None:
            session.put(Variable(id=variable, name=name, owner="case", position=len(by_id)))
        by_id[variable.hex] = str(value)
    rows: list[Noun] = [Case(id=new_id, name=_name(entry), variables=by_id)]
    return rows + _members(entry, finder, new_id, "case_id")


def _set(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    rows: list[Noun] = [DocumentSet(id=new_id, name=_name(entry))]
    return rows + _members(entry, finder, new_id, "set_id")


def _unit(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    place = _place(entry.given, entry.where)
    target = finder.target(place, entry.where)
    if place.start is None or place.end is None or not 0 <= place.start < place.end <= target.given_length:
        raise ExchangeError(f"{entry.where} lies outside its text.")
    return [
        Unit(
            id=new_id, document_id=target.id, text_hash=target.text_hash, start=place.start, end=place.end,
            layer=_text(entry, "layer"),
        )
    ]  # fmt: skip


def _decision(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    place = _place(entry.given, entry.where)
    target = finder.target(place, entry.where)
    path = _path(entry, "code")
    judged, result = entry.given.get("judged") or [], entry.given.get("result") or []
    if not isinstance(judged, list) or not isinstance(result, list):
        raise ExchangeError(f"{entry.where}: “judged” and “result” are lists.")
    return [
        Decision(
            id=new_id, document_id=target.id, text_hash=target.text_hash, start=place.start, end=place.end,
            code_id=finder.code(path, entry.where) if path else None, judged=judged, result=result,
            reason=_text(entry, "reason"), decider_id=_coder(entry, finder), how=_text(entry, "how"),
        )
    ]  # fmt: skip
