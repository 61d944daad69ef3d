"""The exchange file (.json) as plain values, checked entry by entry. Pure: knows no project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from coder.code_keys import well_formed
from coder.errors import ExchangeError
from coder.exchange.codebook_parts import COLOR, KINDS
from coder.exchange.plain_json import whole_object
from coder.exchange.study_entry import Entry, Place, Reference
from coder.sentences import sentence
from coder.values import VARIABLE_KINDS, tidy_values

FORMAT = "intercoder-exchange"
VERSION = 1


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    name: str
    text: str
    variables: Mapping[str, str]
    id: UUID | None
    where: str


@dataclass(frozen=True, slots=True)
class CodeFields:
    path: tuple[str, ...]
    given: Mapping[str, Any]  # the fields that the entry states
    id: UUID | None
    where: str


@dataclass(frozen=True, slots=True)
class QualifierFields:
    name: str
    given: Mapping[str, Any]
    id: UUID | None
    where: str


@dataclass(frozen=True, slots=True)
class CoderEntry:
    name: str
    id: UUID | None
    where: str


@dataclass(frozen=True, slots=True)
class CodingEntry:
    place: Place
    coder: Reference
    code: tuple[str, ...]  # a path, or one id
    round: int
    memo: str
    qualifiers: Mapping[str, str]
    id: UUID | None
    where: str


@dataclass(frozen=True, slots=True)
class AssignedEntry:
    place: Place
    coder: Reference
    round: int
    purpose: str
    finished: bool
    id: UUID | None
    where: str


@dataclass(frozen=True, slots=True)
class LooseEntry:
    """A memo, case, set, unit, answer or decision: kept as it was given, checked where it is brought in."""

    kind: str
    given: Mapping[str, Any]
    id: UUID | None
    where: str


@dataclass(frozen=True, slots=True)
class VariableEntry:
    """What a file says of a variable. kind: one of VARIABLE_KINDS; owner: what has it, one of OWNERS."""

    name: str
    kind: str
    values: tuple[str, ...]
    owner: str
    where: str


@dataclass(slots=True)
class ExchangeFile:
    """Everything that one exchange file holds, and what it holds that we do not know."""

    name: str
    title: str = ""
    documents: list[DocumentEntry] = field(default_factory=list)
    codes: list[CodeFields] = field(default_factory=list)
    qualifiers: list[QualifierFields] = field(default_factory=list)
    coders: list[CoderEntry] = field(default_factory=list)
    coder_names: dict[str, str] = field(default_factory=dict)  # by id, of those whom entries name with both
    codings: list[CodingEntry] = field(default_factory=list)
    assigned: list[AssignedEntry] = field(default_factory=list)
    loose: list[LooseEntry] = field(default_factory=list)
    variables: list[VariableEntry] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


CODE_FIELDS: Mapping[str, type] = {
    "definition": str, "include": str, "exclude": str, "examples": list, "color": str, "key": str,
    "scope": str, "exclusive": bool, "state": str,
}  # fmt: skip
OWNERS = ("document", "case")
_STATES = ("open", "retired", "proposed")
_AT = ("id", "document", "document_index")
_LOOSE_KEYS: Mapping[str, tuple[str, ...]] = {
    "memo": (*_AT, "on", "code", "about", "name", "coding", "coder", "title", "text", "state", "answer",
             "answered_by", "start", "end"),
    "case": ("id", "name", "documents", "variables"),
    "set": ("id", "name", "documents"),
    "unit": (*_AT, "start", "end", "layer"),
    "answer": (*_AT, "coder", "round", "start", "end", "layer"),
    "decision": (*_AT, "start", "end", "code", "judged", "result", "reason", "coder", "how"),
}
_LOOSE = {"memos": "memo", "cases": "case", "sets": "set", "units": "unit", "decisions": "decision",
          "answers": "answer"}
_LISTS = ("documents", "codes", "qualifiers", "coders", "codings", "assigned", "variables", *_LOOSE)


def read_exchange(data: bytes, name: str) -> ExchangeFile:
    """Reads and checks an exchange file. Raises ExchangeError that names the entry."""
    warnings: list[str] = []
    top = whole_object(data, name, warnings)
    if top.get("format") != FORMAT:
        raise ExchangeError(
            sentence("“{name}” is not an exchange file of this program.", name=name), "Its “format” says what it is."
        )
    version = top.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ExchangeError(sentence("“{name}”: “version” is not a whole number.", name=name))
    if version > VERSION:
        raise ExchangeError(
            sentence("“{name}” was written by a newer version.", name=name), "Update this program and try again."
        )
    file = ExchangeFile(name, warnings=warnings)
    file.title = Entry(top, f"“{name}”", file.warnings).text("title")
    if "documents" not in top:
        raise ExchangeError(sentence("“{name}” has no list “documents”.", name=name))
    for key in top.keys() - {"format", "version", "title", "software", "digest", *_LISTS}:
        file.warnings.append(sentence("“{name}”: “{key}” is not known here and was left out.", name=name, key=key))
    coders = top.get("coders", [])
    if not isinstance(coders, list):
        raise ExchangeError(sentence("“{name}”: “coders” is not a list.", name=name))
    for n, given in enumerate(coders):
        _read_coder(given, f"coders[{n}]", file)
    for key, read in _READERS.items():
        for entry in _entries(top, key, name, file.warnings):
            read(entry, file)
    return file


def _entries(top: Mapping[str, Any], key: str, name: str, warnings: list[str]) -> list[Entry]:
    listed = top.get(key, [])
    if not isinstance(listed, list):
        raise ExchangeError(sentence("“{name}”: “{key}” is not a list.", name=name, key=key))
    return [Entry(given, f"{key}[{n}]", warnings) for n, given in enumerate(listed)]


def _read_document(entry: Entry, file: ExchangeFile) -> None:
    text = entry.value("text", str)
    if text is None:
        raise ExchangeError(sentence("{where} has no “text”.", where=entry.where))
    given = DocumentEntry(entry.needed_text("name"), text, entry.named_values("variables"), entry.id(), entry.where)
    entry.tell_unknown()
    file.documents.append(given)


def _read_code(entry: Entry, file: ExchangeFile) -> None:
    given = {k: entry.value(k, kind) for k, kind in CODE_FIELDS.items() if entry.given.get(k) is not None}
    if "examples" in given:
        given["examples"] = entry.strings("examples")
    if given.get("scope", "passage") not in ("passage", "document"):
        raise ExchangeError(sentence("{where}: “scope” is neither “passage” nor “document”.", where=entry.where))
    if given.get("state", "open") not in _STATES:
        raise ExchangeError(
            sentence("{where}: “state” is none of {choices}.", where=entry.where, choices=", ".join(_STATES))
        )
    if given.get("color") and not COLOR.fullmatch(given["color"]):
        raise ExchangeError(
            sentence("{where}: the “color” {what} is not written like #0072B2.", where=entry.where, what=given["color"])
        )
    if (key := given.get("key")) and not well_formed(key):
        raise ExchangeError(
            sentence(
                "{where}: the “key” {what} is not one to three letters or digits.", where=entry.where, what=key.strip()
            )
        )
    file.codes.append(CodeFields(entry.path("path"), given, entry.id(), entry.where))
    entry.tell_unknown()


def _read_qualifier(entry: Entry, file: ExchangeFile) -> None:
    given: dict[str, Any] = {"kind": entry.text("kind", "text"), "values": entry.strings("values")}
    if given["kind"] not in KINDS:
        raise ExchangeError(
            sentence("{where}: “kind” is none of {choices}.", where=entry.where, choices=", ".join(KINDS))
        )
    if definition := entry.text("definition"):
        given["definition"] = definition
    file.qualifiers.append(QualifierFields(entry.needed_text("name"), given, entry.id(), entry.where))
    entry.tell_unknown()


def _read_variable(entry: Entry, file: ExchangeFile) -> None:
    kind, owner = entry.text("kind", "text"), entry.text("owner", "document")
    for key, given, known in (("kind", kind, VARIABLE_KINDS), ("owner", owner, OWNERS)):
        if given not in known:
            raise ExchangeError(
                sentence("{where}: “{key}” is none of {choices}.", where=entry.where, key=key, choices=", ".join(known))
            )
    values = tuple(tidy_values(entry.strings("values")))
    file.variables.append(VariableEntry(entry.needed_text("name"), kind, values, owner, entry.where))
    entry.tell_unknown()


def _note_coder(entry: Entry, file: ExchangeFile) -> None:
    """Remembers the name beside an id: that coder may stand in no list."""
    given = entry.given.get("coder")
    if isinstance(given, dict) and isinstance(given.get("id"), str) and isinstance(given.get("name"), str):
        file.coder_names.setdefault(given["id"].lower(), given["name"])


def _read_coding(entry: Entry, file: ExchangeFile) -> None:
    _note_coder(entry, file)
    place = entry.place()
    if (place.start is None) != (place.end is None):
        raise ExchangeError(sentence("{where} has only one of “start” and “end”.", where=entry.where))
    file.codings.append(
        CodingEntry(
            place, entry.reference("coder"), entry.path("code"), entry.round(), entry.text("memo"),
            entry.named_values("qualifiers"), entry.id(), entry.where,
        )
    )  # fmt: skip
    entry.tell_unknown()


def _read_assigned(entry: Entry, file: ExchangeFile) -> None:
    _note_coder(entry, file)
    purpose = entry.text("purpose", "main")
    if purpose not in ("training", "pilot", "reliability", "main"):
        raise ExchangeError(
            sentence("{where}: “purpose” is none of training, pilot, reliability, main.", where=entry.where)
        )
    index = entry.value("document_index", int)
    document = None if index is not None and "document" not in entry.given else entry.reference("document")
    file.assigned.append(
        AssignedEntry(
            Place(document, index, None, None), entry.reference("coder"), entry.round(), purpose,
            bool(entry.value("finished", bool, False)), entry.id(), entry.where,
        )
    )  # fmt: skip
    entry.tell_unknown()


def _read_coder(given: Any, where: str, file: ExchangeFile) -> None:
    if isinstance(given, str):
        given = {"name": given}
    entry = Entry(given, where, file.warnings)
    file.coders.append(CoderEntry(entry.needed_text("name"), entry.id(), where))
    entry.tell_unknown()


def _loose(kind: str) -> Callable[[Entry, ExchangeFile], None]:
    def read(entry: Entry, file: ExchangeFile) -> None:
        _note_coder(entry, file)
        file.loose.append(LooseEntry(kind, entry.given, entry.id(), entry.where))
        entry.tell_unknown(_LOOSE_KEYS[kind])

    return read


_READERS: Mapping[str, Callable[[Entry, ExchangeFile], None]] = {
    "documents": _read_document,
    "codes": _read_code,
    "qualifiers": _read_qualifier,
    "variables": _read_variable,
    "codings": _read_coding,
    "assigned": _read_assigned,
    **{key: _loose(kind) for key, kind in _LOOSE.items()},
}
