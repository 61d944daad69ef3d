"""Ids: a thing's id is born from what it is, so that two people who do the same thing apart make the same row."""

from __future__ import annotations

import hashlib
import unicodedata
from uuid import UUID, uuid4, uuid5

# Written once, for ever: every id in every project file is made in this name space.
NS = UUID("5b1d6f5e-0c0f-5d0e-9a55-1f7c0de71a61")


def same_name(name: str) -> str:
    """The name as identity sees it: NFC, case-folded, blanks single and none outside."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", name).casefold().split()))


def born_id(kind: str, *parts: object) -> UUID:
    """uuid5 of kind and parts, each written as text; bytes as hex, None as nothing."""
    return uuid5(NS, "\x1f".join((kind, *(_written(part) for part in parts))))


def random_id() -> UUID:
    """An id for what no other act can make again: memos, decisions, changes, people, proposals."""
    return uuid4()


def _written(part: object) -> str:
    if part is None:
        return ""
    if isinstance(part, bytes):
        return part.hex()
    return str(part)


def document_id(text_hash: bytes, name: str) -> UUID:
    return born_id("document", text_hash, same_name(name))


def table_row_id(text_hash: bytes, table: str, key: str) -> UUID:
    """A document that is one row of a table: key is its key column's value, or else its row number."""
    return born_id("document", text_hash, same_name(table), same_name(key))


def code_id(parent_id: UUID | None, name: str, n: int = 0) -> UUID:
    return born_id("code", parent_id, same_name(name), n)


def coding_id(
    document: UUID,
    code: UUID,
    coder: UUID,
    round_: int,
    anchor: tuple[bytes, int | None, int | None],
    n: int = 0,
) -> UUID:
    text_hash, start, end = anchor
    return born_id("coding", document, code, coder, round_, text_hash, start, end, n)


def coder_id_of_name(name: str) -> UUID:
    """The coder of a name that came in a file without ids."""
    return born_id("coder", same_name(name))


def assignment_id(document: UUID, coder: UUID, round_: int, purpose: str, n: int = 0) -> UUID:
    return born_id("assignment", document, coder, round_, same_name(purpose), n)


def unit_id(document: UUID, anchor: tuple[bytes, int, int], layer: str, n: int = 0) -> UUID:
    """A unit that the lead fixed."""
    return born_id("unit", document, *anchor, same_name(layer), n)


def answer_id(document: UUID, coder: UUID, round_: int, anchor: tuple[bytes, int, int], layer: str) -> UUID:
    """That none applies to a unit. It never moves, so there is one at a place."""
    return born_id("answer", document, coder, round_, *anchor, same_name(layer))


def named_id(kind: str, name: str, n: int = 0) -> UUID:
    """Variables, qualifiers, cases and sets: known by their name."""
    return born_id(kind, same_name(name), n)


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
