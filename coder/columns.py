"""Kinds of columns that stay portable: ids, hashes, moments in UTC, JSON; and the one written form of each."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CHAR, Dialect, ForeignKey, LargeBinary, TypeDecorator, types
from sqlalchemy.types import TypeEngine
from sqlmodel import Column, Field


class Guid(TypeDecorator[UUID]):
    """A UUID: sixteen bytes here, the native type where a database has one."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(types.Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return value if value is None or isinstance(value, UUID) else UUID(bytes=value)


class Utc(TypeDecorator[datetime]):
    """A moment in UTC, to the microsecond, written as text that sorts."""

    impl = CHAR(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else utc_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Json(TypeDecorator[Any]):
    """Lists and maps as compact JSON text, keys in order."""

    impl = types.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def json_text(value: Any) -> str:
    """JSON as it stands in the file: compact, keys sorted, letters of every script as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def utc_text(moment: datetime) -> str:
    """The one written form of a moment: 2026-11-23T09:00:00.000000Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def reference(target: str, *, index: bool = False, nullable: bool = False) -> Any:
    """A field that refers to a row by id, checked when the transaction ends. target: table and column."""
    return Field(
        default=None,
        sa_column=Column(
            Guid, ForeignKey(target, deferrable=True, initially="DEFERRED"), nullable=nullable, index=index
        ),
    )


def hash_of(target: str | None = None, *, nullable: bool = False) -> Any:
    """A field for a SHA-256, 32 bytes, of something kept once: in the table and column `target`, if there is one."""
    keys = [ForeignKey(target, deferrable=True, initially="DEFERRED")] if target else []
    return Field(default=None, sa_column=Column(LargeBinary(32), *keys, nullable=nullable))


def json_of(empty: type) -> Any:
    """A field for a list or a map, empty at first."""
    return Field(default_factory=empty, sa_column=Column(Json, nullable=False))
