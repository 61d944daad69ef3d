"""What must hold in a codebook whatever file it stands in: names, keys and ids told apart, qualifiers with values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from uuid import UUID

from coder.code_keys import clash, well_formed
from coder.exchange.codebook_parts import COLOR, CodeEntry, QualifierEntry
from coder.exchange.yaml_nodes import Mistakes
from coder.identity import same_name
from coder.sentences import sentence

Entry = CodeEntry | QualifierEntry


def check_whole(codes: Sequence[CodeEntry], qualifiers: Sequence[QualifierEntry], mistakes: Mistakes) -> None:
    """What can be seen only when all is read: twins among the qualifiers, keys, ids."""
    check_twins(((same_name(entry.name), entry) for entry in qualifiers), mistakes)
    check_keys(codes, mistakes)
    check_ids((*codes, *qualifiers), mistakes)


def check_twins(named: Iterable[tuple[str, Entry]], mistakes: Mistakes) -> None:
    """Two of one name cannot be told apart, unless both carry the id they were exported with."""
    first: dict[str, Entry] = {}
    for name, entry in named:
        twin = first.setdefault(name, entry)
        if name and twin is not entry and (twin.id is None or entry.id is None):
            words = sentence("“{name}” stands here already, in line {line}", name=entry.name, line=twin.line)
            mistakes.add(entry.line, words)


def check_keys(codes: Sequence[CodeEntry], mistakes: Mistakes) -> None:
    """No key twice, none that begins with another whole one."""
    by_key = sorted((e for e in codes if e.key), key=lambda e: (e.key.casefold(), e.line))
    for key, group in groupby(by_key, key=lambda e: e.key.casefold()):
        first, *others = group
        for entry in others:
            words = sentence(
                "the key “{key}” is that of “{name}” already (line {line})",
                key=key, name=first.name, line=first.line,
            )  # fmt: skip
            mistakes.add(entry.line, words)
    before = by_key[0] if by_key else None
    for entry in by_key:  # in order: what begins with another stands behind it
        assert before is not None
        if not clash(before.key, entry.key):
            before = entry
        elif before.key.casefold() != entry.key.casefold():
            words = sentence(
                "the key “{key}” can never be typed: “{other}” of “{name}” (line {line}) codes before",
                key=entry.key, other=before.key, name=before.name, line=before.line,
            )  # fmt: skip
            mistakes.add(entry.line, words)


def check_ids(entries: Iterable[Entry], mistakes: Mistakes) -> None:
    """No id twice."""
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.id is not None and first.setdefault(entry.id.casefold(), entry) is not entry:
            twin = first[entry.id.casefold()]
            words = sentence(
                "the id of “{name}” is that of “{twin}” (line {line})",
                name=entry.name, twin=twin.name, line=twin.line,
            )  # fmt: skip
            mistakes.add(entry.line, words)


def check_color(color: str, line: int, mistakes: Mistakes) -> None:
    """"" or #RRGGBB."""
    if color and not COLOR.fullmatch(color):
        mistakes.add(line, sentence('“{color}” is no colour; write it as "#0072B2"', color=color))


def check_key(key: str, line: int, mistakes: Mistakes) -> None:
    """"" or up to three letters or digits."""
    if not well_formed(key):
        mistakes.add(line, sentence("“{key}” is no key; it must be one to three letters or digits", key=key))


def check_id(written: str, line: int, mistakes: Mistakes) -> None:
    """"" or what is a UUID."""
    try:
        UUID(written or "0" * 32)
    except ValueError:
        words = sentence("“{written}” is no id; leave it as it was exported, or remove it", written=written)
        mistakes.add(line, words)
