"""Edit conflicts in words: things, fields and sides as a reader names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui.language import named

translate = QCoreApplication.translate


class Disputed(Protocol):
    """What a conflict of a report and an open one have in common."""

    @property
    def kind(self) -> str: ...
    @property
    def thing(self) -> str: ...
    @property
    def name(self) -> str: ...


def thing_words(thing: str) -> str:
    """A kind of thing, in the user's language."""
    return {
        "code": translate("Conflicts", "code"),
        "document": translate("Conflicts", "document"),
        "coding": translate("Conflicts", "coded segment"),
        "coder": translate("Conflicts", "coder"),
        "qualifier": translate("Conflicts", "qualifier"),
        "variable": translate("Conflicts", "variable"),
        "memo": translate("Conflicts", "memo"),
        "study": translate("Conflicts", "study"),
        "case": translate("Conflicts", "case"),
        "set": translate("Conflicts", "set"),
        "codebook version": translate("Conflicts", "codebook version"),
        "text": translate("Conflicts", "text"),
    }.get(thing, thing)


def field_words(kind: str, field: str) -> str:
    """What two people differ on."""
    if kind == "removed":
        return translate("Conflicts", "removed or kept")
    return {
        "parent": translate("Conflicts", "place in the tree"),
        "name": translate("Conflicts", "name"),
        "definition": translate("Conflicts", "definition"),
        "include": translate("Conflicts", "include"),
        "exclude": translate("Conflicts", "exclude"),
        "examples": translate("Conflicts", "examples"),
        "color": translate("Conflicts", "colour"),
        "key": translate("Conflicts", "key"),
        "scope": translate("Conflicts", "scope"),
        "exclusive": translate("Conflicts", "exclusive sub-codes"),
        "state": translate("Conflicts", "state"),
        "memo": translate("Conflicts", "memo"),
        "merged_into": translate("Conflicts", "merged into"),
        "same_as": translate("Conflicts", "who or what it is the same as"),
    }.get(field) or named(field)


def value_words(field: str, value: str) -> str:
    """One side's value; what the program calls by a word of its own is in the user's language."""
    own = {
        "scope": {"passage": translate("Conflicts", "passages"), "document": translate("Conflicts", "whole documents")},
        "state": {
            "open": translate("Conflicts", "open"), "retired": translate("Conflicts", "retired"),
            "proposed": translate("Conflicts", "proposed"),
        },
        "exclusive": {"True": translate("Conflicts", "yes"), "False": translate("Conflicts", "no")},
    }.get(field, {})  # fmt: skip
    return own.get(value) or named(value)


def conflict_words(c: Disputed, field: str, sides: Sequence[tuple[str, str, bool]]) -> str:
    """A conflict in one line. sides: (coder, value in words, took it away)."""
    about = translate("Conflicts", "{thing} “{name}”").format(thing=thing_words(c.thing), name=named(c.name))
    if c.kind == "ring":
        words = translate("Conflicts", "{about}: a move was set aside, it would have put it under itself")
        return words.format(about=about)
    if c.kind == "removed":
        taker = ", ".join(dict.fromkeys(coder for coder, _, removed in sides if removed))
        other = ", ".join(dict.fromkeys(coder for coder, _, removed in sides if not removed))
        return translate("Conflicts", "{about}: {a} removed it, {b} changed it").format(about=about, a=taker, b=other)
    told = " / ".join(f"{coder}: {shortened(value_words(field, value)) or '–'}" for coder, value, _ in sides)
    return f"{about}, {field_words(c.kind, field)}: {told}"


def shortened(words: str, most: int = 60) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
