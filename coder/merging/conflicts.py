"""Edit conflicts in words: fields, removals, rings, on which people differ without having seen each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from coder.code_tree import code_paths
from coder.coders import coder_names, resolve_coders
from coder.journal.codec import row_kind
from coder.models import (
    NOUNS,
    ChangeEntry,
    Code,
    Coding,
    Document,
    Noun,
    OpenHead,
    Qualifier,
    Study,
    Text,
    Variable,
)
from coder.sentences import sentence

_THINGS = {
    "study_case": "case", "document_set": "set", "codebook_version": "codebook version", "text_map": "text",
}  # fmt: skip
_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Side:
    """What one person wrote: the value in words, who, when."""

    value: Any
    coder: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict; kind field|removed|ring. table, row and field find the thing again."""

    kind: str
    thing: str
    name: str
    field: str
    values: tuple[Side, ...]
    table: str
    row: UUID

    def as_json(self) -> dict[str, Any]:
        values = [{"value": s.value, "coder": s.coder, "at": s.at.isoformat() if s.at else None} for s in self.values]
        return {"kind": self.kind, "thing": self.thing, "name": self.name, "field": self.field, "values": values}


def open_conflicts(session: Session) -> list[Conflict]:
    """All open conflicts, by thing, name and field."""
    heads = session.exec(select(OpenHead)).all()
    if not heads:
        return []
    names = coder_names(session)
    people = resolve_coders(session)
    namer = Namer(session)
    found = []
    for head in heads:
        sides = _sides(session, head, names, people, namer)
        if sides is None:
            continue
        kind = "ring" if head.field.startswith("ring:") else "removed" if head.field == "exists" else "field"
        field = head.field.removeprefix("ring:")
        found.append(
            Conflict(
                kind, thing_of(head.table), namer.name(head.table, head.row), namer.field(head.table, field),
                sides, head.table, head.row,
            )
        )  # fmt: skip
    return sorted(found, key=lambda c: (c.thing, c.name, c.field, c.row.bytes))


def thing_of(table: str) -> str:
    """What a row of the table is called."""
    return _THINGS.get(table, table)


def _sides(
    session: Session, head: OpenHead, names: Mapping[UUID, str], people: Mapping[UUID, UUID], namer: Namer
) -> tuple[Side, ...] | None:
    """The sides of a conflict; None if they turn out to be one person's."""
    sides, persons = [], []
    for given in head.heads:
        change = session.get(ChangeEntry, UUID(given[0]))
        coder = UUID(given[1]) if head.field[:5] != "ring:" else (change.coder_id if change else None)
        value = given[1] if head.field[:5] == "ring:" else given[2]
        shown = namer.value(head.table, head.field.removeprefix("ring:"), value)
        sides.append(Side(shown, names.get(coder, "?") if coder else "?", change.at if change else None))
        persons.append((people.get(coder, coder) if coder else None, str(value)))
    if head.field[:5] != "ring:" and not any(a[0] != b[0] and a[1] != b[1] for a in persons for b in persons):
        return None
    return tuple(sides)


class Namer:
    """Names for rows and values of the journal, living or not."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._paths: Mapping[UUID, tuple[str, ...]] | None = None

    def name(self, table: str, row: UUID) -> str:
        """What the thing is called: a document's name, a code's path, a coding's code and quote."""
        thing = self._session.get(NOUNS[table], row)
        if thing is None:
            return str(row)
        if isinstance(thing, Code):
            return " > ".join(self._path(row, thing.name))
        if isinstance(thing, Coding):
            return self._coding(thing)
        for attribute in ("name", "title", "text"):  # a memo without a title by its words
            if words := str(getattr(thing, attribute, "") or "").replace("\n", " "):
                return words if attribute != "text" or len(words) <= _QUOTE else f"{words[:_QUOTE]}…"
        document = getattr(thing, "document_id", None)
        return self.name("document", document) if document else str(row)

    def _path(self, code: UUID, name: str) -> tuple[str, ...]:
        if self._paths is None:
            self._paths = code_paths(self._session)
        return self._paths.get(code, (name,))

    def _coding(self, coding: Coding) -> str:
        document = self._session.get(Document, coding.document_id)
        text = self._session.get(Text, coding.text_hash)
        code = self.name("code", coding.code_id)
        if coding.start is None or coding.end is None or text is None:
            return sentence("{code} on {document}", code=code, document=document.name if document else "?")
        quote = text.body[coding.start : coding.end].replace("\n", " ")
        quote = f"{quote[:_QUOTE]}…" if len(quote) > _QUOTE else quote
        return sentence("{code} on “{quote}”", code=code, quote=quote)

    def field(self, table: str, field: str) -> str:
        """A field's name; a key of a map by what it stands for."""
        head, _, key = field.partition("/")
        if head == "settings" and key:
            return self._setting(key)
        if not key or len(key) != 32:
            return field.removesuffix("_id").removesuffix("_hash")
        model: type[Noun] = Qualifier if head == "qualifiers" else Variable
        found = self._session.exec(select(model).where(col(model.id) == UUID(key))).first()
        return str(getattr(found, "name", key))

    def _setting(self, key: str) -> str:
        """A setting of the study by what it is for, never by its key."""
        if key.startswith("words "):
            study = self._session.exec(select(Study)).first()
            kept = study.settings.get(key) if study is not None else None
            return sentence("key words “{name}”", name=kept["name"]) if kept else sentence("a list of key words")
        if key.startswith("agreement_drawn"):
            return sentence("how the documents coded twice were chosen")
        return sentence("how agreement is counted") if key.startswith("agreement") else sentence("a setting")

    def value(self, table: str, field: str, value: Any) -> Any:
        """A value in words: ids by what they name."""
        if field.startswith("settings/words ") and isinstance(value, dict):
            return f"{value.get('name', '')}: {', '.join(value.get('words', ()))}"
        if isinstance(value, dict):
            return {self.field(table, k): self.value(table, k, v) for k, v in value.items()}
        if field == "text_hash" and isinstance(value, str):
            text = self._session.get(Text, bytes.fromhex(value))
            if text is None:
                return value
            return sentence("{n} characters, “{words}…”", n=len(text.body), words=text.body[:_QUOTE])
        if isinstance(value, str) and len(value) == 32 and field in row_kind(table).fields:
            target = {"parent_id": "code", "merged_into": "code", "code_id": "code", "document_id": "document",
                      "coder_id": "coder", "author_id": "coder"}.get(field)  # fmt: skip
            if field == "same_as":
                target = table
            if target:
                return self.name(target, UUID(value))
        return value
