"""A row's values as the journal writes them: JSON, ids and hashes in hex, births by position."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary

from coder.columns import Guid, Json, Utc, json_text, utc_text
from coder.models import NOUNS, Noun

Value = Any  # what JSON can hold


@dataclass(frozen=True, slots=True)
class RowKind:
    """What the journal must know of a table: its fields in birth order, what is empty, what is a map."""

    table: str
    model: type[Noun]
    fields: tuple[str, ...]
    defaults: tuple[Value, ...]
    maps: frozenset[str]
    never_disputed: frozenset[str]
    decoders: tuple[Callable[[Value], Any] | None, ...]
    json_columns: frozenset[str]

    def default_of(self, field: str) -> Value:
        return None if "/" in field else self.defaults[self.fields.index(field)]


@cache
def row_kind(table: str) -> RowKind:
    """The kind of a table by its name. KeyError for a table that has no journal."""
    model = NOUNS[table]
    fields = model.FIELDS
    return RowKind(
        table,
        model,
        fields,
        tuple(_default(model, field) for field in fields),
        model.MAPS,
        model.NEVER_DISPUTED,
        tuple(_decoder(model, field) for field in fields),
        frozenset(f for f in fields if isinstance(_column_type(model, f), Json)),
    )


def _column_type(model: type[Noun], field: str) -> object:
    return model.__table__.c[field].type  # type: ignore[attr-defined]


def _default(model: type[Noun], field: str) -> Value:
    info = model.model_fields[field]
    value = info.default_factory() if info.default_factory else info.default  # type: ignore[call-arg]
    return encode(None if type(value).__name__ == "PydanticUndefinedType" else value)


def _decoder(model: type[Noun], field: str) -> Callable[[Value], Any] | None:
    kind = _column_type(model, field)
    if isinstance(kind, Guid):
        return UUID
    if isinstance(kind, LargeBinary):
        return bytes.fromhex
    if isinstance(kind, Utc):
        return datetime.fromisoformat
    return None


def encode(value: Any) -> Value:
    """A column's value as JSON holds it."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, datetime):
        return utc_text(value)
    return value


def raw_value(kind: RowKind, position: int, value: Value) -> Any:
    """A journal value as SQLite stores it in the table's column (bytes for ids, text for JSON and times)."""
    if value is None:
        return None
    field = kind.fields[position]
    if field in kind.json_columns:
        return json_text(value)
    decoder = kind.decoders[position]
    if decoder is UUID or decoder == bytes.fromhex:
        return bytes.fromhex(value)
    return value


def birth(kind: RowKind, values: Mapping[str, Any]) -> str:
    """The fields text of a birth: values by position, those at the end that are empty left out."""
    encoded = [encode(values[f]) if f in values else d for f, d in zip(kind.fields, kind.defaults, strict=True)]
    last = len(encoded)
    while last and encoded[last - 1] == kind.defaults[last - 1]:
        last -= 1
    return json_text(encoded[:last])


def edit(written: Mapping[str, tuple[Value, list[str]]]) -> str:
    """The fields text of an edit: field -> [value, ids of the changes whose value it replaced]."""
    return json_text({field: [value, over] for field, (value, over) in written.items()})


def parse(fields: str) -> list[Value] | dict[str, list[Any]]:
    """A list for a birth, a map for an edit."""
    parsed: list[Value] | dict[str, list[Any]] = json.loads(fields)
    return parsed
