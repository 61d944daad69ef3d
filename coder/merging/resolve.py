"""Settling edit conflicts: one of the values is chosen, and whoever gets this change sees that it is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from coder.code_tree import ancestors_of, children_of, qualifiers_of
from coder.codebook import EDITABLE
from coder.coders import coder_names, resolve_coders
from coder.errors import CodingError, MergeError, UnknownThing
from coder.identity import same_name
from coder.journal.codec import encode
from coder.journal.fold import EXISTS
from coder.journal.read import entries_of
from coder.journal.record import Recording
from coder.merging.conflicts import Conflict, Namer, open_conflicts, thing_of
from coder.models import NOUNS, ChangeEntry, Code, Coding, Noun, OpenHead
from coder.sentences import joined, retelling, sentence
from coder.values import wrong_value

# what may be written anew here; everything else says what to do instead
_FIELDS: Mapping[str, frozenset[str]] = {
    "code": frozenset(EDITABLE | {"parent_id", "state"}),
    "document": frozenset({"name", "variables", "text_hash"}),
    "coding": frozenset({"memo", "qualifiers", "code_id"}),
    "coder": frozenset({"name", "color"}),
    "qualifier": frozenset({"name", "kind", "values", "definition"}),
    "variable": frozenset({"name", "kind", "values"}),
    "memo": frozenset({"title", "text", "state", "answer"}),
    "study": frozenset({"title"}),
    "study_case": frozenset({"name", "variables"}),
    "document_set": frozenset({"name"}),
}
_CODEBOOK = ("code", "qualifier")
_OTHERWISE: Mapping[str, str] = {
    "ring": "Move the code to where it belongs; that settles it.",
    "same_as": "Say again who is the same person, or which documents are one.",
    "merged_into": "Merge the code again, or leave it as it is.",
    "start": "Move the ends of the coded segment to where they belong; that settles it.",
    "end": "Move the ends of the coded segment to where they belong; that settles it.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One side of a conflict. n: its number for `settle_conflict`; words: the value as read, "" when it is empty.

    shows: the project shows this value now. removed: this side took the thing away.
    """

    n: int
    words: str
    coder: str
    at: datetime | None
    shows: bool
    removed: bool = False


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """A conflict with what can be done about it.

    field: as the file names it ("name", "variables/…", "exists"); what: the same in words. choices: the sides.
    instead: what to do where no side can simply be chosen here; "" where one can.
    """

    kind: str
    table: str
    row: UUID
    field: str
    thing: str
    name: str
    what: str
    choices: tuple[Choice, ...]
    instead: str = ""


# -- operations -------------------------------------------------------------------------------


def settle_conflict(session: Recording, *, table: str, row: UUID, field: str, choice: int) -> None:
    """Writes the chosen side's value, also if it shows already: nobody has to ask again.

    choice: `Choice.n` as `conflicts_to_settle` told it. Raises UnknownThing when the conflict is settled already,
    CodingError where the value may not stand (a name taken, somebody else's segment, a package's codebook).
    """
    head = session.get(OpenHead, (table, row, field))
    thing = session.get(NOUNS[table], row)
    if head is None or thing is None or not 0 <= choice < len(head.heads):
        raise UnknownThing("That conflict is settled already.", "The list shows what is open now.")
    if instead := _instead(table, field):
        raise MergeError("No side of this conflict can be chosen here.", instead)
    _check_authority(session, table, thing)
    session.note(thing=thing_of(table), name=_name(thing), field=field.partition("/")[0])
    given = head.heads[choice]
    if field == EXISTS:
        _write(session, thing, EXISTS, given[2] is not None)
        return
    value = given[2]
    name, _, key = field.partition("/")
    if key:
        _check_key(session, table, name, key, value)
        _write_key(session, thing, name, key, value)
        return
    _check_value(session, thing, name, value)
    if name == "text_hash":
        _take_text(session, thing, UUID(given[0]), bytes.fromhex(value))
        return
    _write(session, thing, name, UUID(value) if name.endswith("_id") and value else value)


def _take_text(session: Recording, document: Noun, change: UUID, text_hash: bytes) -> None:
    """The text of one side, with the structure, original and format that this side's change gave with it."""
    _write(session, document, "text_hash", text_hash)
    entries = entries_of(session.connection(), "document", [document.id.bytes])[document.id.bytes]
    written = next((e.fields for e in entries if e.change == change.bytes), {})
    for field in ("structure_hash", "original_hash", "format"):
        if isinstance(written, dict) and field in written:
            value = written[field][0]
            setattr(document, field, bytes.fromhex(value) if value and field.endswith("_hash") else value)


def _name(thing: Noun) -> str:
    return str(getattr(thing, "name", "") or getattr(thing, "title", ""))


def _check_authority(session: Recording, table: str, thing: Noun) -> None:
    proposed = isinstance(thing, Code) and thing.state == "proposed"
    if session.in_package and table in (*_CODEBOOK, "study", "variable") and not proposed:
        raise CodingError("In a coder's package the codebook is read-only.", "The lead settles this.")
    if isinstance(thing, Coding):
        people = resolve_coders(session)
        if people[thing.coder_id] != people[session.coder_id]:
            name = coder_names(session)[thing.coder_id]
            raise CodingError(sentence("That coded segment is {name}'s.", name=name), "Only its coder settles it.")


def _check_value(session: Recording, thing: Noun, field: str, value: Any) -> None:
    if not isinstance(thing, Code):
        return
    parent = thing.parent_id if field != "parent_id" else UUID(value) if value else None
    name = value if field == "name" else thing.name
    if field == "parent_id" and parent is not None and thing.id in ancestors_of(session, parent) | {parent}:
        raise CodingError("A code cannot stand under itself.", "Choose another side, or move the other code first.")
    if field in ("name", "parent_id"):
        for sibling in children_of(session, parent):
            if sibling.id != thing.id and same_name(sibling.name) == same_name(name):
                raise CodingError(
                    sentence("“{name}” stands there already.", name=name),
                    "Rename that one first, or merge the two codes.",
                )


def _check_key(session: Recording, table: str, field: str, key: str, value: Any) -> None:
    if table == "coding" and field == "qualifiers" and value is not None:
        found = {q.id.hex: q for q in qualifiers_of(session)}.get(key)
        if found is not None and (why := wrong_value(found.kind, found.values, str(value))):
            raise CodingError(
                sentence("“{value}” cannot be said of “{name}” any more.", value=value, name=found.name), why
            )


def _write(session: Recording, thing: Noun, field: str, value: Any) -> None:
    if getattr(thing, field) == value:
        session.say_again(thing, field)
    else:
        setattr(thing, field, value)


def _write_key(session: Recording, thing: Noun, field: str, key: str, value: Any) -> None:
    there = dict(getattr(thing, field))
    if there.get(key) == value:
        session.say_again(thing, field, key)
    else:
        others = {k: v for k, v in there.items() if k != key}
        setattr(thing, field, others | ({key: value} if value is not None else {}))


# -- queries ----------------------------------------------------------------------------------


def conflicts_to_settle(session: Session) -> list[OpenConflict]:
    """All open conflicts in the order of `open_conflicts`, each with its choices."""
    namer = Namer(session)
    heads: dict[tuple[str, str, UUID, str], list[OpenHead]] = {}
    for head in session.exec(select(OpenHead).order_by(OpenHead.field)):
        kind, field = _kind(head.field)
        heads.setdefault((kind, head.table, head.row, namer.field(head.table, field)), []).append(head)
    found = []
    for conflict in open_conflicts(session):
        there = heads[conflict.kind, conflict.table, conflict.row, conflict.field]
        # two variables may bear one name: then the moments tell which of the two is meant
        head = next(h for h in there if _moments(session, h) == [side.at for side in conflict.values])
        there.remove(head)
        found.append(_to_settle(session, conflict, head))
    return found


def _moments(session: Session, head: OpenHead) -> list[datetime | None]:
    changes = [session.get(ChangeEntry, UUID(given[0])) for given in head.heads]
    return [change.at if change else None for change in changes]


def _kind(field: str) -> tuple[str, str]:
    if field.startswith("ring:"):
        return "ring", field.removeprefix("ring:")
    return ("removed" if field == EXISTS else "field"), field


def _to_settle(session: Session, conflict: Conflict, head: OpenHead) -> OpenConflict:
    thing = session.get(NOUNS[head.table], head.row)
    choices = tuple(
        Choice(n, _words(side.value), side.coder, side.at, _shows(thing, head.field, given[-1], conflict.kind),
               conflict.kind == "removed" and given[-1] is None)
        for n, (side, given) in enumerate(zip(conflict.values, head.heads, strict=True))
    )  # fmt: skip
    return OpenConflict(
        conflict.kind, head.table, head.row, head.field, conflict.thing, conflict.name, conflict.field, choices,
        _instead(head.table, head.field),
    )  # fmt: skip


def _instead(table: str, field: str) -> str:
    if field.startswith("ring:"):
        return _OTHERWISE["ring"]
    name = field.partition("/")[0]
    if name == EXISTS or name in _FIELDS.get(table, frozenset()):
        return ""
    return _OTHERWISE.get(name, "Change it where it is shown; whoever merges this file sees that it is settled.")


def _shows(thing: Noun | None, field: str, value: Any, kind: str) -> bool:
    if thing is None or kind == "ring":
        return False
    if kind == "removed":
        return bool(thing.exists) == (value is not None)
    name, _, key = field.partition("/")
    now = getattr(thing, name, None)
    if key:
        return bool((now or {}).get(key) == value)
    return bool(encode(now) == value)


def _words(value: Any) -> str:
    """A value as read; "" for an empty one."""
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if isinstance(value, list):
        return ", ".join(_words(v) for v in value)
    if isinstance(value, dict):
        told = (sentence("{field}: {value}", field=retelling(k), value=_words(v)) for k, v in value.items())
        return joined(told, "; ")
    return value if isinstance(value, str) else str(value)


