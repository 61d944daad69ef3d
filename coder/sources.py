"""Sources becoming documents: texts, originals and structures kept once by hash, variables by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from coder.columns import json_text
from coder.errors import CodingError
from coder.identity import document_id, named_id, same_name, sha256, table_row_id
from coder.journal.record import Recording
from coder.models import Document, Forgotten, Original, Structure, Text, Variable
from coder.sentences import sentence


class SourceLike(Protocol):
    """What an importer hands over: see importers.Source."""

    @property
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def original(self) -> bytes: ...
    @property
    def structure(self) -> Sequence[Any]: ...
    @property
    def variables(self) -> Mapping[str, str]: ...
    @property
    def table(self) -> str: ...
    @property
    def key(self) -> str: ...


class ForgottenSources(CodingError):
    """Sources that were forgotten for good; sources are those."""

    advice = "Import it under another name if it may be used again."

    def __init__(self, sources: Sequence[SourceLike]) -> None:
        super().__init__(forgotten_words(sources[0].name))
        self.sources = sources


def forgotten_words(name: str) -> str:
    """Why a source of this name does not come in."""
    return sentence("“{name}” was forgotten for good in this project.", name=name)


@dataclass(slots=True)
class Brought:
    """What an import did: documents added, documents that were there already, words on the odd ones."""

    added: list[UUID] = field(default_factory=list)
    same: list[UUID] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def add_documents(
    session: Recording,
    sources: Sequence[SourceLike],
    tick: Callable[[int, int], None] = lambda done, total: None,
    kinds: Mapping[str, str] = MappingProxyType({}),
) -> Brought:
    """Adds the sources as documents; one that is there already, by original bytes and name, is selected.

    Texts and originals are kept once, by hash. Variables that the project does not know are made, of the
    kind that `kinds` gives for their name, else text. tick: before each document; may raise Cancelled, and nothing was
    added. Raises ForgottenSources.
    """
    brought = Brought()
    place = _next_place(session)
    known = _Known(session, kinds)
    if known.forgotten and (gone := [s for s in sources if _id_of(s) in known.forgotten]):
        raise ForgottenSources(gone)
    born: list[dict[str, Any]] = []
    with session.no_autoflush:  # each look-up would write what waits; `_Known` says what is there
        for n, source in enumerate(sources):
            tick(n, len(sources))
            row = _new_row(source, known, brought)
            if row is not None:
                kept = _kept(session, source, known)
                values = known.values(source.variables)
                born.append({**row, **kept, "variables": values, "position": place + len(born)})
    # what documents point to is written first: a deferred key that waits for its text is looked for at every text
    session.flush()
    session.births(Document, born)
    names = [source.name for source in sources]
    session.note(documents=len(brought.added), name=names[0] if len(names) == 1 else None)
    return brought


class _There(NamedTuple):
    """A document that is there, or will be."""

    id: UUID
    name: str
    lives: bool


class _Known:
    """What one import asks again and again: ten thousand rows of one table share its bytes and its columns."""

    def __init__(self, session: Recording, kinds: Mapping[str, str]) -> None:
        self._session = session
        self._kinds = {same_name(name): kind for name, kind in kinds.items()}
        self._hashes: dict[int, tuple[bytes, bytes]] = {}
        self._variables: dict[str, str] = {}
        self.texts = set(session.exec(select(Text.hash)))
        self.originals = set(session.exec(select(Original.hash)))
        self.structures = set(session.exec(select(Structure.hash)))
        self.forgotten = set(session.exec(select(Forgotten.id)))
        self.documents: dict[UUID, _There] = {}
        self._imported: dict[tuple[bytes | None, str], UUID] = {}
        living = set(session.exec(select(Document.id).where(col(Document.lives))))
        asked = select(Document.id, Document.name, Document.original_hash, Document.imported_as)
        for id_, name, original, imported_as in session.exec(asked):
            self.add(_There(id_, name, id_ in living), original, imported_as)

    def add(self, document: _There, original: bytes | None, imported_as: str) -> None:
        self.documents[document.id] = document
        self._imported[original, same_name(imported_as)] = document.id

    def hash_of(self, data: bytes) -> bytes:
        if id(data) not in self._hashes:  # the bytes are kept beside their hash, so that the id stays theirs
            self._hashes[id(data)] = (data, sha256(data))
        return self._hashes[id(data)][1]

    def imported(self, original: bytes, name: str) -> _There | None:
        """The document that came from these bytes under this name, whatever its text and name are today."""
        id_ = self._imported.get((original, same_name(name)))
        return self.documents[id_] if id_ else None

    def values(self, values: Mapping[str, str]) -> dict[str, str]:
        """As `variables_by_id`, each name looked up once."""
        kept: dict[str, str] = {}
        for name, value in values.items():
            if str(value).strip():
                if name not in self._variables:
                    self._session.flush()
                    kind = self._kinds.get(same_name(name), "text")
                    self._variables[name] = variable_named(self._session, name, kind).hex
                kept[self._variables[name]] = str(value)
        return kept


def _id_of(source: SourceLike) -> UUID:
    text_hash = sha256(source.text.encode("utf-8"))
    if source.table:
        return table_row_id(text_hash, source.table, source.key)
    return document_id(text_hash, source.name)


def _new_row(source: SourceLike, known: _Known, brought: Brought) -> dict[str, Any] | None:
    """The document that the source will be; None for one that is there already, which is told."""
    original = known.hash_of(source.original)
    there = known.imported(original, source.name)
    text_hash = sha256(source.text.encode("utf-8"))
    new_id = _id_of(source)
    if there is None:
        there = known.documents.get(new_id)
    if there is not None:
        brought.same.append(there.id)
        if not there.lives:
            brought.warnings.append(
                sentence("“{name}” was removed here since; it was not made anew.", name=source.name)
            )
        elif there.name != source.name:
            brought.warnings.append(
                sentence("“{name}” changed here since: it is called “{name2}” now.", name=source.name, name2=there.name)
            )
        return None
    known.add(_There(new_id, source.name, True), original, source.name)
    brought.added.append(new_id)
    return {
        "id": new_id, "name": source.name, "text_hash": text_hash, "imported_as": source.name,
        "format": source.format, "original_hash": original,
    }  # fmt: skip


def _kept(session: Recording, source: SourceLike, known: _Known) -> dict[str, bytes | None]:
    """Keeps the source's text, bytes and marks, each once; returns the hash of its marks."""
    text_hash, original = sha256(source.text.encode("utf-8")), known.hash_of(source.original)
    if text_hash not in known.texts:
        session.add(Text(hash=text_hash, body=source.text))
        known.texts.add(text_hash)
    if original not in known.originals:
        session.add(Original(hash=original, data=source.original))
        known.originals.add(original)
    if not source.structure:
        return {"structure_hash": None}
    structure = _structure(source.structure)
    if structure.hash not in known.structures:
        session.add(structure)
        known.structures.add(structure.hash)
    return {"structure_hash": structure.hash}


def keep_text(session: Recording, body: str) -> bytes:
    """Keeps a canonical text once; returns its hash."""
    hash_ = sha256(body.encode("utf-8"))
    if session.get(Text, hash_) is None:
        session.add(Text(hash=hash_, body=body))
    return hash_


def keep_original(session: Recording, data: bytes) -> bytes:
    """Keeps a source's bytes once; returns their hash."""
    hash_ = sha256(data)
    if session.get(Original, hash_) is None:
        session.add(Original(hash=hash_, data=data))
    return hash_


def keep_structure(session: Recording, marks: Sequence[Any]) -> bytes | None:
    """Keeps marks (kind, start, end, value) once; returns their hash, None if there are none."""
    if not marks:
        return None
    structure = _structure(marks)
    if session.get(Structure, structure.hash) is None:
        session.add(structure)
    return structure.hash


def _structure(marks: Sequence[Any]) -> Structure:
    listed = [[m.kind, m.start, m.end, m.value] for m in marks]
    return Structure(hash=sha256(json_text(listed).encode("utf-8")), marks=listed)


def variables_by_id(session: Recording, values: Mapping[str, str]) -> dict[str, str]:
    """Values by variable name -> by variable id; variables are made where they are missing."""
    return {variable_named(session, name).hex: str(value) for name, value in values.items() if str(value).strip()}


def variable_named(session: Recording, name: str, kind: str = "text") -> UUID:
    """The document variable of this name, made of this kind if it is missing; one that lives keeps its own kind."""
    known = variables_of(session)
    for variable in known:
        if same_name(variable.name) == same_name(name):
            return variable.id
    place = len(known)
    made = Variable(id=named_id("variable", name), name=" ".join(name.split()), kind=kind, position=place)
    return session.put(made).id


def _next_place(session: Session) -> int:
    return int(session.exec(select(func.coalesce(func.max(Document.position), -1))).one()) + 1


def variables_of(session: Session, owner: str = "document") -> list[Variable]:
    """The living variables of documents (or cases), in their order."""
    return list(
        session.exec(
            select(Variable)
            .where(col(Variable.lives), Variable.owner == owner)
            .order_by(col(Variable.position), col(Variable.id))
        )
    )
