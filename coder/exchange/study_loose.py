"""Memos, cases, sets, fixed units, answers on them, and decisions of an exchange file, brought into a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from coder.columns import json_text
from coder.errors import ExchangeError
from coder.exchange.study_entry import LARGEST, Place, as_uuid, plain_values, referred
from coder.exchange.study_file import LooseEntry
from coder.identity import answer_id, born_id, named_id
from coder.journal.record import Recording
from coder.models import Answer, Case, Coding, Decision, DocumentSet, Membership, Memo, Noun, Unit, Variable
from coder.sentences import sentence


class _Document(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def text_hash(self) -> bytes: ...


class Finder(Protocol):
    """Finds what an entry names, in the file or in the project; raises ExchangeError."""

    def target(self, place: Place, where: str) -> _Document: ...
    def span(self, place: Place, where: str) -> tuple[int | None, int | None]: ...
    def coder(self, reference: str) -> UUID: ...
    def code(self, path: tuple[str, ...], where: str) -> UUID: ...


def bring_loose(session: Recording, entries: Iterable[LooseEntry], finder: Finder, warnings: list[str]) -> None:
    """Adds the entries that are not here yet. One without an id is known by kind, owner, content and count."""
    seen: Counter[str] = Counter()
    makers = {"memo": _memo, "case": _case, "set": _set, "unit": _unit, "answer": _answer, "decision": _decision}
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


# which of several equal codings a memo is on is not said in the file
_NOT_COMPARED = frozenset({"owner_id"})


def _keep(session: Recording, row: Noun, entry: LooseEntry, warnings: list[str]) -> None:
    there = session.get(type(row), row.id)
    if there is None:
        session.put(row)
    elif not there.lives:
        warnings.append(
            sentence(
                "{where}: this {kind} was removed here since; it was not made anew.", where=entry.where, kind=entry.kind
            )
        )
    elif any(getattr(there, name) != getattr(row, name) for name in row.FIELDS if name not in _NOT_COMPARED):
        warnings.append(
            sentence(
                "{where}: this {kind} changed here since; it stays as it is here.", where=entry.where, kind=entry.kind
            )
        )


def _text(entry: LooseEntry, key: str) -> str:
    value = entry.given.get(key)
    if value is not None and not isinstance(value, str):
        raise ExchangeError(sentence("{where}: “{key}” is not text.", where=entry.where, key=key))
    return value or ""


def _name(entry: LooseEntry) -> str:
    name = " ".join(_text(entry, "name").split())
    if not name:
        raise ExchangeError(sentence("{where} has no “name”.", where=entry.where))
    return name


def _place(given: Any, where: str) -> Place:
    if not isinstance(given, dict):
        raise ExchangeError(
            sentence("{where}: a document is named by its name, or by an object that names it.", where=where)
        )
    document, index = referred(given.get("document")), given.get("document_index")
    start, end = given.get("start"), given.get("end")
    if not all(n is None or _is_position(n) for n in (index, start, end)) or (document is None and index is None):
        raise ExchangeError(sentence("{where} does not say on which document it is, or where.", where=where))
    if (start is None) != (end is None):
        raise ExchangeError(sentence("{where} has only one of “start” and “end”.", where=where))
    return Place(document, index, start, end)


def _is_position(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST


def _coder(entry: LooseEntry, finder: Finder) -> UUID | None:
    given = entry.given.get("coder")
    if given is None or given == "":
        return None
    return _person(entry, "coder", finder)


def _person(entry: LooseEntry, key: str, finder: Finder) -> UUID:
    name = referred(entry.given.get(key))
    if name is None:
        raise ExchangeError(sentence("{where}: “{key}” names nobody.", where=entry.where, key=key))
    return finder.coder(name)


def _path(entry: LooseEntry, key: str) -> tuple[str, ...] | None:
    path = entry.given.get(key)
    if path is None:
        return None
    names = [path] if isinstance(path, str) else path
    if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
        raise ExchangeError(sentence("{where}: “{key}” is not a path of names.", where=entry.where, key=key))
    return tuple(names)


def _memo(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    on = _text(entry, "on") or "study"
    owner: UUID | None = None
    if on == "document":
        owner = finder.target(_place(entry.given, entry.where), entry.where).id
    elif on == "code":
        path = _path(entry, "code")
        if path is None:
            raise ExchangeError(sentence("{where} does not say on which code it is.", where=entry.where))
        owner = finder.code(path, entry.where)
    elif on == "coder":
        owner = _person(entry, "about" if entry.given.get("about") else "name", finder)
    elif on == "coding":
        owner = as_uuid(_text(entry, "coding"), entry.where)
        if session.get(Coding, owner) is None:
            raise ExchangeError(sentence("{where} is on a coding that is nowhere.", where=entry.where))
    elif on != "study":
        raise ExchangeError(
            sentence("{where}: “on” is none of study, document, code, coding, coder.", where=entry.where)
        )
    author = _coder(entry, finder)
    memo = Memo(
        id=new_id, owner_kind=on, owner_id=owner, author_id=author, title=_text(entry, "title"),
        text=_text(entry, "text"),
    )  # fmt: skip
    if state := _text(entry, "state"):
        _ask(memo, state, entry, finder)
    return [memo]


def _ask(memo: Memo, state: str, entry: LooseEntry, finder: Finder) -> None:
    """Makes the memo a question to the lead, on a passage if the entry says where, with its answer."""
    if state not in ("asked", "answered") or memo.owner_kind not in ("document", "coding"):
        raise ExchangeError(
            sentence("{where}: a question on a document or coding is “asked” or “answered”.", where=entry.where)
        )
    memo.state, memo.answer = state, _text(entry, "answer")
    if entry.given.get("answered_by"):
        memo.answered_by = _person(entry, "answered_by", finder)
    if memo.owner_kind == "document":
        place = _place(entry.given, entry.where)
        memo.start, memo.end = finder.span(place, entry.where)
        memo.text_hash = finder.target(place, entry.where).text_hash if memo.start is not None else None


def _members(entry: LooseEntry, finder: Finder, owner: UUID, column: str) -> list[Noun]:
    listed = entry.given.get("documents", [])
    if not isinstance(listed, list):
        raise ExchangeError(sentence("{where}: “documents” is not a list.", where=entry.where))
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
        raise ExchangeError(sentence("{where}: “variables” is not an object.", where=entry.where))
    by_id: dict[str, str] = {}
    for name, value in plain_values(values, entry.where, "variables").items():
        variable = named_id("case variable", name)
        if session.get(Variable, variable) is None:
            session.put(Variable(id=variable, name=name, owner="case", position=len(by_id)))
        by_id[variable.hex] = value
    rows: list[Noun] = [Case(id=new_id, name=_name(entry), variables=by_id)]
    return rows + _members(entry, finder, new_id, "case_id")


def _set(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    rows: list[Noun] = [DocumentSet(id=new_id, name=_name(entry))]
    return rows + _members(entry, finder, new_id, "set_id")


def _unit(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    place = _place(entry.given, entry.where)
    target = finder.target(place, entry.where)
    start, end = finder.span(place, entry.where)
    if start is None or end is None:
        raise ExchangeError(sentence("{where} does not say where it starts and ends.", where=entry.where))
    return [
        Unit(
            id=new_id, document_id=target.id, text_hash=target.text_hash, start=start, end=end,
            layer=_text(entry, "layer"),
        )
    ]  # fmt: skip


def _answer(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    place = _place(entry.given, entry.where)
    target = finder.target(place, entry.where)
    start, end = finder.span(place, entry.where)
    coder, round_ = _person(entry, "coder", finder), entry.given.get("round", 1)
    if start is None or end is None:
        raise ExchangeError(sentence("{where} does not say where it starts and ends.", where=entry.where))
    if not _is_position(round_) or round_ < 1:
        raise ExchangeError(sentence("{where}: “round” is no number from 1.", where=entry.where))
    layer = _text(entry, "layer")
    if entry.id is None:  # the same answer, given anywhere
        new_id = answer_id(target.id, coder, round_, (target.text_hash, start, end), layer)
    return [
        Answer(
            id=new_id, document_id=target.id, coder_id=coder, round=round_, text_hash=target.text_hash, start=start,
            end=end, layer=layer,
        )
    ]  # fmt: skip


def _decision(session: Recording, entry: LooseEntry, new_id: UUID, finder: Finder) -> list[Noun]:
    place = _place(entry.given, entry.where)
    target = finder.target(place, entry.where)
    path = _path(entry, "code")
    judged, result = entry.given.get("judged") or [], entry.given.get("result") or []
    if not isinstance(judged, list) or not isinstance(result, list):
        raise ExchangeError(sentence("{where}: “judged” and “result” are lists.", where=entry.where))
    start, end = finder.span(place, entry.where)
    return [
        Decision(
            id=new_id, document_id=target.id, text_hash=target.text_hash, start=start, end=end,
            code_id=finder.code(path, entry.where) if path else None, judged=judged, result=result,
            reason=_text(entry, "reason"), decider_id=_coder(entry, finder), how=_text(entry, "how"),
        )
    ]  # fmt: skip
