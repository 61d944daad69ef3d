"""A codebook file brought into a project: matched by id, then by path; changes and adds, removes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder.code_keys import clash
from coder.code_tree import code_tree, qualifiers_of
from coder.codebook import add_code, add_qualifier, edit_code, edit_qualifier
from coder.errors import CodebookError, CodingError
from coder.exchange.codebook_parts import Codebook, CodeEntry, QualifierEntry
from coder.exchange.study_entry import is_uuid
from coder.identity import same_name
from coder.journal.record import Recording
from coder.models import Code, Qualifier
from coder.sentences import sentence

_FIELDS = ("definition", "include", "exclude", "examples", "color", "key", "scope", "exclusive", "state")


@dataclass(slots=True)
class Taken:
    """How many codes (and qualifiers) a codebook file added, changed, or found as they were; keys that did not fit."""

    added: int = 0
    changed: int = 0
    same: int = 0
    told: list[str] = field(default_factory=list)


def load_codebook(session: Recording, *, codebook: Codebook) -> Taken:
    """Brings codes and qualifiers to what the file says. What the file does not name stays as it is, its key too."""
    if session.in_package:
        raise CodingError("In a coder's package the codebook is read-only.", "Send the codebook file to the lead.")
    taken = Taken()
    rows = code_tree(session, counts=False)
    paths = {_key(row.path): row.id for row in rows}
    shown = {row.id: row.path[-1] for row in rows}
    keys = _keys_that_fit(session, codebook.codes, paths, taken)
    for entry in codebook.codes:
        _take_code(session, replace(entry, key=keys[_key(entry.path)]), paths, shown, taken)
    known = {same_name(q.name): q.id for q in qualifiers_of(session)}
    for qualifier in codebook.qualifiers:
        _take_qualifier(session, qualifier, known, taken)
    session.said.clear()
    session.note(title=codebook.title or "codebook", codes=len(codebook.codes))
    return taken


def _standing(session: Session, entry: CodeEntry, paths: Mapping[tuple[str, ...], UUID]) -> Code | None:
    """The code that an entry of the file means: by its id, else by its path."""
    given = _uuid(entry.id, entry.line)
    there = session.get(Code, given) if given else None
    if there is None or not there.lives:
        standing = paths.get(_key(entry.path))
        there = session.get(Code, standing) if standing else None
    return there


def _keys_that_fit(
    session: Recording, entries: Sequence[CodeEntry], paths: Mapping[tuple[str, ...], UUID], taken: Taken
) -> dict[tuple[str, ...], str]:
    """The key of each code of the file, by path; one that a code outside the file has stays with that one, and is told.

    Keys that change are taken away first, so that two codes can have each other's.
    """
    there = {_key(entry.path): _standing(session, entry, paths) for entry in entries}
    in_file = {code.id for code in there.values() if code is not None}
    with_key = select(Code).where(col(Code.lives), col(Code.key) != "", col(Code.state) != "retired")
    others = [code for code in session.exec(with_key) if code.id not in in_file]
    keys: dict[tuple[str, ...], str] = {}
    for entry in entries:
        path, code = _key(entry.path), there[_key(entry.path)]
        holder = next((other for other in others if clash(entry.key, other.key)), None)
        keys[path] = entry.key if holder is None else (code.key if code is not None else "")
        if holder is not None:
            taken.told.append(sentence(
                "“{name}” does not get the key “{key}”: “{holder}” has “{there}” here.",
                name=entry.name, key=entry.key, holder=holder.name, there=holder.key,
            ))  # fmt: skip
    for path, code in there.items():
        if code is not None and code.key and code.key != keys[path]:
            edit_code(session, code_id=code.id, key="")
    return keys


def _take_code(
    session: Recording,
    entry: CodeEntry,
    paths: dict[tuple[str, ...], UUID],
    shown: Mapping[UUID, str],
    taken: Taken,
) -> None:
    there = _standing(session, entry, paths)
    fields: dict[str, Any] = {name: getattr(entry, name) for name in _FIELDS}
    if there is None:
        parent = paths[_key(entry.path[:-1])] if len(entry.path) > 1 else None
        code = add_code(session, name=entry.name, parent_id=parent, **(fields | {"examples": list(entry.examples)}))
        session.flush()
        taken.added += 1
    else:
        code = there.id
        # one of two siblings of one name stands in a file as “Funding (2)”: that is no new name
        renamed = {} if shown.get(code) == entry.name else {"name": entry.name}
        if differing := _differing(there, fields | renamed):
            edit_code(session, code_id=code, **differing)
            taken.changed += 1
        else:
            taken.same += 1
    paths[_key(entry.path)] = code


def _differing(code: Code, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that the file states otherwise. A colour that the file leaves out stays as it is."""
    found = {}
    for name, value in fields.items():
        stands = tuple(code.examples) if name == "examples" else getattr(code, name)
        if name == "color" and (not value or value.casefold() == code.shown_color.casefold()):
            continue
        if stands != value:
            found[name] = value
    return found


def _take_qualifier(session: Recording, entry: QualifierEntry, known: dict[str, UUID], taken: Taken) -> None:
    given = _uuid(entry.id, entry.line)
    standing = given if given and session.get(Qualifier, given) else known.get(same_name(entry.name))
    there = session.get(Qualifier, standing) if standing else None
    if there is None:
        add_qualifier(session, name=entry.name, kind=entry.kind, values=entry.values, definition=entry.definition)
        session.flush()
        taken.added += 1
        return
    fields = {"name": entry.name, "kind": entry.kind, "values": list(entry.values), "definition": entry.definition}
    if differing := {k: v for k, v in fields.items() if getattr(there, k) != v}:
        edit_qualifier(session, qualifier_id=there.id, **differing)
        taken.changed += 1
    else:
        taken.same += 1


def _uuid(given: str | None, line: int) -> UUID | None:
    if given is None:
        return None
    if not is_uuid(given):
        raise CodebookError(
            sentence("Line {line}: “{given}” is not an id of this program.", line=line, given=given),
            "Leave the id out, or copy it.",
        )
    return UUID(given)


def _key(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(same_name(name) for name in path)


def codebook_of(session: Session, title: str) -> Codebook:
    """The project's codebook as a codebook file holds it.

    Proposals are left out, except those that a code of the codebook stands under: with it they are accepted.
    """
    tree = code_tree(session, counts=False)
    needed = {row.path[:n] for row in tree if row.state != "proposed" for n in range(1, len(row.path) + 1)}
    rows = [row for row in tree if row.path in needed]
    return Codebook(
        title=title,
        codes=tuple(
            CodeEntry(
                path=row.path, definition=row.definition, include=row.include, exclude=row.exclude,
                examples=row.examples, color=row.color, key=row.key, scope=row.scope, exclusive=row.exclusive,
                state="open" if row.state == "proposed" else row.state, id=str(row.id),
            )
            for row in rows
        ),
        qualifiers=tuple(
            QualifierEntry(name=q.name, kind=q.kind, values=tuple(q.values), definition=q.definition, id=str(q.id))
            for q in qualifiers_of(session)
        ),
    )  # fmt: skip
