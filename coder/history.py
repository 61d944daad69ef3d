"""The audit trail: every change and every merge, in words made when they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder.code_tree import code_paths
from coder.coders import coder_names
from coder.journal.read import entries_of, read_left_out
from coder.models import Arrival, ChangeEntry, ChangeRow, Code, Noun
from coder.sentences import retelling, sentence

# {x} is taken from the arguments of the act; an act whose arguments were left out is said without them, the second way.
# The third way, where there is one, is for what counts things when it was one
_WORDS: Mapping[str, tuple[str, ...]] = {
    "create_project": ("Began the project “{title}”", "Began the project"),
    "add_documents": ("Added {documents} documents", "Added documents", "Added a document"),
    "bring_in": ("Imported {files}", "Imported files"),
    "bring_study": ("Brought in what a file of a study holds", "Brought in what a file of a study holds"),
    "load_codebook": ("Loaded the codebook “{title}”", "Loaded a codebook"),
    "rename_document": ("Renamed “{before}” to “{name}”", "Renamed a document"),
    "set_variable": ("Set {variable} of “{name}” to “{value}”", "Set a variable"),
    "add_variable": ("Added the variable “{name}”", "Added a variable"),
    "edit_variable": ("Changed the variable “{before}”", "Changed a variable"),
    "remove_variable": (
        "Removed the variable “{name}”, filled in for {documents} documents", "Removed a variable",
        "Removed the variable “{name}”, filled in for 1 document",
    ),
    "set_cells": (
        "Changed {cells} cells in the table of documents", "Changed the table of documents",
        "Changed 1 cell in the table of documents",
    ),
    "add_set": (
        "Made the set “{name}” of {documents} documents", "Made a set of documents",
        "Made the set “{name}” of 1 document",
    ),
    "rename_set": ("Renamed the set “{before}” to “{name}”", "Renamed a set of documents"),
    "put_in_set": (
        "Put {documents} documents into the set “{name}”", "Put documents into a set",
        "Put 1 document into the set “{name}”",
    ),
    "take_from_set": (
        "Took {documents} documents out of the set “{name}”", "Took documents out of a set",
        "Took 1 document out of the set “{name}”",
    ),
    "remove_set": (
        "Removed the set “{name}”; its {documents} documents stay", "Removed a set of documents",
        "Removed the set “{name}”; its document stays",
    ),
    "renew_document": ("Gave “{name}” the new text of {file}", "Gave a document a new text"),
    "correct_text": ("Corrected “{before}” to “{words}” in “{name}”", "Corrected the text of a document"),
    "remove_documents": (
        "Removed documents: {documents}, with coded segments: {codings}", "Removed documents"
    ),
    "remove_document": (
        "Removed “{name}” with {codings} coded segments", "Removed a document",
        "Removed “{name}” with 1 coded segment",
    ),
    "add_code": ("Added the code “{name}”", "Added a code"),
    "propose_code": ("Proposed the code “{name}”", "Proposed a code"),
    "edit_code": ("Changed the code “{before}”", "Changed a code"),
    "move_code": ("Moved the code “{name}”", "Moved a code"),
    "merge_codes": ("Merged the code “{name}” into “{into}”", "Merged two codes"),
    "part_codes": ("Took the code “{name}” out of “{into}” again", "Took merged codes apart"),
    "remove_code": (
        "Removed the code “{name}” with {codings} coded segments", "Removed a code",
        "Removed the code “{name}” with 1 coded segment",
    ),
    "add_qualifier": ("Added the qualifier “{name}”", "Added a qualifier"),
    "edit_qualifier": ("Changed the qualifier “{name}”", "Changed a qualifier"),
    "remove_qualifier": (
        "Removed the qualifier “{name}”, said of {codings} coded segments", "Removed a qualifier",
        "Removed the qualifier “{name}”, said of 1 coded segment",
    ),
    "freeze_version": ("Froze the codebook as “{name}”", "Froze the codebook"),
    "add_coding": ("Coded “{quote}” in “{document}” with “{code}”", "Coded a passage"),
    "add_coding_by_new_code": ("Coded “{quote}” with the new code “{name}”", "Coded a passage with a new code"),
    "code_passages": (
        "Coded {codings} passages with “{code}”", "Coded passages that were found",
        "Coded 1 passage with “{code}”",
    ),
    "code_passage": ("Coded “{quote}” in “{document}” with “{code}”", "Coded a passage"),
    "exchange_codes": (
        "Coded with “{code}” instead of {instead} (passages: {codings})", "Coded with another code instead"
    ),
    "code_found": ("Coded {codings} passages with “{code}”", "Coded passages that were found"),
    "stretch_passage": ("Moved the ends of “{code}” to “{quote}”", "Moved the ends of a coded segment"),
    "cut_units": (
        "Cut {documents} documents into {units} fixed units, by {by}", "Cut documents into fixed units",
        "Cut a document into {units} fixed units, by {by}",
    ),
    "mark_unit": ("Marked a fixed unit in “{document}”", "Marked a fixed unit"),
    "move_unit": ("Moved the ends of a fixed unit in “{document}”", "Moved the ends of a fixed unit"),
    "rename_layer": ("Renamed the units of “{before}” to “{name}”", "Renamed a layer of fixed units"),
    "remove_units": ("Removed {units} fixed units", "Removed fixed units", "Removed a fixed unit"),
    "clear_units": ("Removed {units} fixed units", "Removed fixed units", "Removed a fixed unit"),
    "answer_none": ("Said that none applies to a unit in “{document}”", "Said that none applies to a unit"),
    "withdraw_answer": ("Took back that none applies to a unit in “{document}”", "Took back that none applies"),
    "ask_lead": ("Asked the lead about “{quote}”", "Asked the lead"),
    "word_question": ("Changed a question to the lead", "Changed a question to the lead"),
    "take_question_back": ("Took a question to the lead back", "Took a question to the lead back"),
    "answer_question": ("Answered a question of {coder}", "Answered a question"),
    "reopen_question": ("Opened a question of {coder} again", "Opened a question again"),
    "remove_codings": ("Removed {codings} coded segments", "Removed coded segments", "Removed a coded segment"),
    "stretch_coding": ("Moved the ends of “{code}” to “{quote}”", "Moved the ends of a coded segment"),
    "recode": ("Changed “{before}” to “{code}” on a passage", "Changed the code of a passage"),
    "set_memo": ("Wrote a memo on “{code}”", "Wrote a memo"),
    "write_memo": ("Wrote a memo ({kind}: {about})", "Wrote a memo"),
    "edit_memo": ("Changed a memo ({kind})", "Changed a memo"),
    "remove_memo": ("Removed a memo ({kind})", "Removed a memo"),
    "set_qualifier": ("Set {qualifier} of “{code}” to “{value}”", "Set a qualifier"),
    "add_coder": ("Added the coder “{name}”", "Added a coder"),
    "rename_coder": ("Renamed “{before}” to “{name}”", "Renamed a coder"),
    "unite_coders": ("Said that “{name}” is “{same_as}”", "United two coders"),
    "assign": ("Assigned {documents} documents", "Assigned documents", "Assigned 1 document"),
    "finish": (
        "Marked {documents} documents finished or open", "Marked documents finished or open",
        "Marked “{name}” finished or open",
    ),
    "finish_only": (
        "Marked {documents} documents finished", "Marked documents finished", "Marked “{name}” finished",
    ),
    "reopen": (
        "Opened {documents} finished documents again", "Opened finished documents again", "Opened “{name}” again",
    ),
    "keep_settings": ("Said how agreement is counted", "Said how agreement is counted"),
    "say_how_drawn": ("Said how the sample of round {round} was drawn", "Said how the sample was drawn"),
    "fix_settings": ("Fixed how agreement is counted in round {round}", "Fixed how agreement is counted"),
    "disclose": (
        "Looked at others’ coded segments in {documents} documents", "Looked at others’ coded segments",
        "Looked at others’ coded segments in 1 document",
    ),
    "start": ("Opened a document for the first time", "Opened a document for the first time"),
    "save_word_list": ("Wrote the key-word list “{name}”", "Wrote a key-word list"),
    "remove_word_list": ("Removed the key-word list “{name}”", "Removed a key-word list"),
    "settle_conflict": ("Settled the {field} of “{name}”", "Settled an edit conflict"),
    "merge": ("Merged “{file}”: {added} changes", "Merged a file", "Merged “{file}”: 1 change"),
}

_COUNTS = ("documents", "codings", "cells", "units", "added")

# arguments that are the program's own words and not the researchers'
_OWN = ("kind", "by", "field")
_NAMES = {str(name): name for name in (
    sentence("study"), sentence("document"), sentence("code"), sentence("coding"), sentence("coder"),
    sentence("paragraph"), sentence("sentence"), sentence("name"), sentence("definition"), sentence("include"),
    sentence("exclude"), sentence("examples"), sentence("color"), sentence("key"), sentence("scope"),
    sentence("exclusive"), sentence("state"), sentence("memo"), sentence("title"), sentence("body"),
    sentence("parent_id"), sentence("merged_into"), sentence("same_as"), sentence("exists"), sentence("text_hash"),
    sentence("variables"), sentence("qualifiers"), sentence("values"), sentence("kind"),
)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the audit trail; undone: it does not count any more."""

    id: UUID
    at: datetime
    coder: str
    operation: str
    words: str
    undone: bool
    clock: int

    def as_json(self) -> dict[str, Any]:
        return {
            "id": str(self.id), "at": self.at.isoformat(), "coder": self.coder, "operation": self.operation,
            "words": self.words, "undone": self.undone,
        }  # fmt: skip


def audit_trail(session: Session) -> list[Event]:
    """Everything that happened, newest last."""
    names = coder_names(session)
    out = read_left_out(session.connection())
    changes = session.exec(select(ChangeEntry).order_by(col(ChangeEntry.clock), col(ChangeEntry.id))).all()
    operations = {c.id: (c.operation, c.arguments) for c in changes}
    undone_of = {c.id: c.undoes for c in changes if c.undoes}
    events = [
        Event(
            c.id, c.at, names.get(c.coder_id, "?"), c.operation, _say(c, operations, undone_of), c.id.bytes in out,
            c.clock,
        )
        for c in changes
    ]  # fmt: skip
    for a in session.exec(select(Arrival)):
        words = say("merge", {"file": a.file, "added": a.added})
        events.append(Event(a.id, a.at, names.get(a.coder_id, "?"), "merge", words, False, a.clock))
    return sorted(events, key=lambda e: (e.clock, e.operation == "merge", e.id.bytes))


def times_of(session: Session, noun: type[Noun], row_id: UUID) -> tuple[datetime, datetime] | None:
    """When a thing was made and when it was last changed, by changes that still count; None if nothing is known."""
    out = read_left_out(session.connection())
    entries = session.exec(
        select(ChangeEntry.id, ChangeEntry.at)
        .join(ChangeRow, col(ChangeRow.change) == ChangeEntry.id)
        .where(ChangeRow.table == str(noun.__tablename__), ChangeRow.row == row_id)
        .order_by(col(ChangeEntry.clock), col(ChangeEntry.id))
    ).all()
    times = [at for change, at in entries if change.bytes not in out]
    return (times[0], times[-1]) if times else None


@dataclass(frozen=True, slots=True)
class Edited:
    """One field of a code as somebody changed it; field is "" where the code was made, after is then its name."""

    at: datetime
    coder: str
    field: str
    before: str
    after: str


_TOLD = ("name", "parent_id", "definition", "include", "exclude", "examples", "scope", "exclusive", "state", "key",
         "color", "merged_into")  # fmt: skip


def code_history(session: Session, code_id: UUID) -> list[Edited]:
    """How a code became what it is, oldest first; what was undone is left out."""
    connection = session.connection()
    out = read_left_out(connection)
    entries = [e for e in entries_of(connection, "code", [code_id.bytes]).get(code_id.bytes, []) if e.change not in out]
    names, paths = coder_names(session), code_paths(session)
    changes = [UUID(bytes=e.change) for e in entries]
    moments = dict(session.exec(select(ChangeEntry.id, ChangeEntry.at).where(col(ChangeEntry.id).in_(changes))).all())

    def words(field: str, value: Any) -> str:
        if field in ("parent_id", "merged_into"):
            return " > ".join(paths.get(UUID(value), ("?",))) if value else ""
        return "; ".join(value) if isinstance(value, list) else "" if value in (None, "") else str(value)

    known: dict[str, Any] = {}
    told: list[Edited] = []
    for e in entries:
        at, who = moments[UUID(bytes=e.change)], names.get(UUID(bytes=e.coder), "?")
        if isinstance(e.fields, list):
            if not known:
                known = dict(zip(Code.FIELDS, e.fields, strict=False))
                told.append(Edited(at, who, "", "", words("name", known["name"])))
            continue
        for field in _TOLD:
            if field in e.fields:
                value = e.fields[field][0]
                told.append(Edited(at, who, field, words(field, known.get(field)), words(field, value)))
                known[field] = value
    return told


def _say(
    change: ChangeEntry,
    operations: Mapping[UUID, tuple[str, dict[str, Any] | None]],
    undone_of: Mapping[UUID, UUID],
) -> str:
    if change.undoes is None:
        return say(change.operation, change.arguments)
    target = change.undoes
    while target in undone_of:
        target = undone_of[target]
    if target not in operations:
        return sentence("Took back or did again something that is not in this file")
    act = say(*operations[target])
    if change.operation == "redo":
        return sentence("Did again: {act}", act=act)
    return sentence("Took back: {act}", act=act)


def say(operation: str, arguments: Mapping[str, Any] | None) -> str:
    """An operation in words."""
    if operation == "finish" and arguments and "reopened" in arguments:  # older files do not tell which
        operation = "reopen" if arguments["reopened"] else "finish_only"
    full, plain, *of_one = _WORDS.get(operation, (operation.replace("_", " "), operation.replace("_", " ")))
    if not arguments:
        return retelling(plain)
    if of_one and next((arguments[name] for name in _COUNTS if f"{{{name}}}" in full and name in arguments), 0) == 1:
        full = of_one[0]
    try:
        return sentence(full, **{k: _value(k, v) for k, v in arguments.items()})
    except KeyError:
        return retelling(plain)


def _value(name: str, value: Any) -> str:
    if name in _OWN and isinstance(value, str) and value in _NAMES:
        return _NAMES[value]
    if isinstance(value, list):
        return ", ".join(str(v) for v in value)
    return str(value).replace("\n", " ") if value is not None else "–"
