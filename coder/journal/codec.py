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

from coder.columns import Guid, Json, json_text, utc_text
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
    to_raw: tuple[Callable[[Value], Any] | None, ...]  # from JSON to what SQLite stores, None: as it is


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
        tuple(_to_raw(model, field) for field in fields),
    )


def _column_type(model: type[Noun], field: str) -> object:
    return model.__table__.c[field].type  # type: ignore[attr-defined]


def _default(model: type[Noun], field: str) -> Value:
    info = model.model_fields[field]
    value = info.default_factory() if info.default_factory else info.default  # type: ignore[call-arg]
    return encode(None if type(value).__name__ == "PydanticUndefinedType" else value)


def _to_raw(model: type[Noun], field: str) -> Callable[[Value], Any] | None:
    kind = _column_type(model, field)
    if isinstance(kind, (Guid, LargeBinary)):
        return bytes.fromhex
    return _stored if isinstance(kind, Json) else None


def _stored(value: Value) -> str:
    return json_text(value) if value else "[]" if isinstance(value, list) else "{}"


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
    convert = kind.to_raw[position]
    return convert(value) if convert else value


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
